/** Kế hoạch ra Excel: the list of tasks as officials make it, the goals, and who takes part. */
import { type Day, showDay } from '../../../kernel/day.ts'
import type { Row, Sheet, Workbook } from '../../../platform/excel/workbook.ts'
import { targetWords } from '../../indicators/public.ts'
import type { Exchange } from '../rules/exchange-shape.ts'
import { ROLE_LABELS } from '../words.ts'
import { nameOfPlan, taskGroups } from './task-lines.ts'

/** What a list says besides its rows. */
export type ListSays = {
  readonly today: Day
  /** State of a task by its code, where more is known than who leads it. */
  readonly states: ReadonlyMap<string, string>
  /** "Quá hạn": only these tasks are listed; "" = all of them. */
  readonly filter: string
}

/** Rows above the headings: title, plan, day. */
const HEAD_ROWS = 4

/** The workbook: three sheets, headings repeated on every page. */
export function taskWorkbook(x: Exchange, says: ListSays): Workbook {
  return {
    title: `Danh mục nhiệm vụ, ${nameOfPlan(x)}`,
    creator: x.programme.issuer ?? '',
    made: says.today,
    sheets: [tasksSheet(x, says), goalsSheet(x, says), bodiesSheet(x, says)],
  }
}

/** A sheet with the title rows that all three have; the last of them are the headings. */
function listSheet(
  x: Exchange,
  says: ListSays,
  s: { name: string; title: string; note?: string; labels: readonly string[]; widths: readonly number[]; rows: Row[] },
): Sheet {
  const span = s.labels.length
  return {
    name: s.name,
    columns: s.widths.map((width, i) => ({ width, look: i === 0 ? ('centre' as const) : ('wrap' as const) })),
    landscape: true,
    frozen: HEAD_ROWS,
    repeated: [HEAD_ROWS, HEAD_ROWS],
    filter: HEAD_ROWS,
    rows: [
      { cells: [{ value: s.title, look: 'title', span }], height: 26 },
      { cells: [{ value: nameOfPlan(x), look: 'note', span }], height: 20 },
      { cells: [{ value: `${s.note ?? ''}Tính đến ngày ${showDay(says.today)}`, look: 'note', span }], height: 20 },
      { cells: s.labels, look: 'header', height: 36 },
      ...s.rows,
    ],
  }
}

function tasksSheet(x: Exchange, says: ListSays): Sheet {
  const labels = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm', 'Trạng thái']
  let n = 0
  const rows = taskGroups(x, says.states).flatMap((g): Row[] => [
    { cells: [{ value: g.title, span: labels.length }], look: 'group' },
    ...g.lines.map((l): Row => [{ plain: ++n }, l.work, l.lead, l.partners, l.due, l.product, l.state]),
  ])
  return listSheet(x, says, {
    name: 'Nhiệm vụ',
    title: 'DANH MỤC NHIỆM VỤ',
    note: says.filter === '' ? '' : `Lọc: ${says.filter}. `,
    labels,
    widths: [6, 60, 24, 28, 14, 24, 18],
    rows,
  })
}

function goalsSheet(x: Exchange, says: ListSays): Sheet {
  const rows = x.goals.map(
    (g, i): Row => [
      { plain: i + 1 },
      `${g.code}. ${g.text}`,
      g.value === null || g.comparator === null
        ? 'Không nêu số'
        : targetWords({
            comparator: g.comparator,
            strict: g.strict,
            target: g.value,
            targetHigh: g.valueHigh,
            unit: g.unit ?? '',
            byYear: g.by,
          }),
      g.value,
      g.valueHigh,
      g.unit,
      g.by === null ? null : { plain: g.by },
      g.assigned?.name ?? '',
    ],
  )
  return listSheet(x, says, {
    name: 'Mục tiêu',
    title: 'MỤC TIÊU, CHỈ TIÊU',
    labels: ['TT', 'Mục tiêu', 'Đích', 'Giá trị', 'Giá trị trên', 'Đơn vị tính', 'Đến năm', 'Cơ quan chịu trách nhiệm'],
    widths: [6, 60, 26, 12, 12, 20, 10, 24],
    rows,
  })
}

/** Every body under the recipient line that names it; a line that names no body of the register stands alone. */
function bodiesSheet(x: Exchange, says: ListSays): Sheet {
  const labels = ['TT', 'Nơi nhận, cơ quan', 'Mã cơ quan', 'Vai trò']
  const span = labels.length
  let n = 0
  const bodies = (line: string): Row[] =>
    x.participants.filter((p) => p.line === line).map((p) => [{ plain: ++n }, p.name, p.code, ROLE_LABELS[p.role]])
  const lines = x.recipients.filter((r) => !r.archive)
  const added = bodies('')
  const rows = [
    ...lines.flatMap((r): Row[] => [
      { cells: [{ value: r.note === null ? r.name : `${r.name} (${r.note})`, span }], look: 'group' },
      ...bodies(r.name),
    ]),
    ...(added.length === 0
      ? []
      : [{ cells: [{ value: 'Cơ quan được bổ sung', span }], look: 'group' as const }, ...added]),
  ]
  return listSheet(x, says, {
    name: 'Nơi nhận, thành phần',
    title: 'NƠI NHẬN, THÀNH PHẦN THỰC HIỆN',
    labels,
    widths: [6, 60, 16, 20],
    rows,
  })
}
