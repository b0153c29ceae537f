/** Phụ lục của báo cáo tỉnh ra Excel: the frozen figures with the cells behind them, the goals, the tasks, the late bodies. */
import { dayOf, showDay } from '../../../kernel/day.ts'
import { parseNumber } from '../../../kernel/number.ts'
import type { Row, Sheet, Value, Workbook } from '../../../platform/excel/workbook.ts'
import type { ProvincialFigures, Source } from '../rules/provincial.ts'
import type { Cell } from './agency-report.ts'
import type { ProvincialReportInput } from './provincial-input.ts'

/** Rows above the headings: title and stamp. */
const HEAD_ROWS = 3

type List = {
  readonly name: string
  readonly title: string
  readonly labels: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly Row[]
}

/** The workbook of a version: made of what was frozen, so the same version gives the same bytes. */
export function provincialWorkbook(f: ProvincialFigures): Workbook {
  const { input } = f
  const stamp = `Số liệu tính đến ${input.asOf}`
  return {
    title: input.other ? `Phụ lục: ${input.other.title}` : `Phụ lục báo cáo tỉnh năm ${input.year}`,
    creator: input.issuer.body,
    made: dayOf(Temporal.Instant.from(f.frozenAt)),
    sheets: [
      ...(input.other ? [] : [goals(input)]),
      totals(f.sources, input.year),
      bodies(f.sources, input.year),
      ...(input.other ? [] : [tasks(input)]),
      late(input),
      ...((input.explained ?? []).length === 0 ? [] : [explained(input)]),
    ].map((l) => sheet(l, stamp)),
  }
}

const sheet = (l: List, stamp: string): Sheet => ({
  name: l.name,
  columns: l.widths.map((width, i) => ({ width, look: i === 0 ? ('centre' as const) : ('wrap' as const) })),
  landscape: true,
  frozen: HEAD_ROWS,
  repeated: [HEAD_ROWS, HEAD_ROWS],
  filter: HEAD_ROWS,
  rows: [
    { cells: [{ value: l.title, look: 'title', span: l.labels.length }], height: 26 },
    { cells: [{ value: stamp, look: 'note', span: l.labels.length }], height: 20 },
    { cells: l.labels, look: 'header', height: 36 },
    ...l.rows,
  ],
})

/** A figure as a number, so that it can be added up; words stay words. */
const number = (shown: string): Value => (shown === '' ? null : (parseNumber(shown) ?? shown))
const figure = (c: Cell): Value => (c === null ? null : number(c.text))

function goals(input: ProvincialReportInput): List {
  const rows = input.goals.map(
    (g, i): Row => [
      { plain: i + 1 },
      g.code,
      g.name,
      g.unit,
      figure(g.previous),
      figure(g.actual),
      figure(g.estimate),
      g.target,
      g.targetYear === null ? null : { plain: g.targetYear },
      g.verdict,
    ],
  )
  return {
    name: 'Mục tiêu',
    title: `Mục tiêu năm ${input.year}`,
    labels: [
      'TT',
      'Mục',
      'Mục tiêu',
      'Đơn vị tính',
      `Năm ${input.year - 1}`,
      `Đến ${showDay(input.closingDay)}`,
      `Ước ${input.year}`,
      'Mức',
      'Năm đích',
      'Đánh giá',
    ],
    widths: [6, 10, 46, 14, 12, 12, 12, 22, 10, 40],
    rows,
  }
}

function totals(sources: readonly Source[], year: number): List {
  const rows = sources.map(
    (s, i): Row => [
      { plain: i + 1 },
      s.label,
      s.unit,
      number(s.shown),
      s.cells.length === 0 ? null : s.cells.length,
      s.note,
    ],
  )
  return {
    name: 'Số tổng hợp',
    title: `Số tổng hợp năm ${year}`,
    labels: ['TT', 'Nội dung', 'Đơn vị tính', 'Giá trị', 'Số cơ quan', 'Cách tính'],
    widths: [6, 60, 14, 14, 12, 50],
    rows,
  }
}

/** Every cell behind the totals: one row per body and content. */
function bodies(sources: readonly Source[], year: number): List {
  const cells = sources.flatMap((s) => s.cells.map((c) => ({ s, c })))
  return {
    name: 'Ô nguồn',
    title: `Ô nguồn của số tổng hợp năm ${year}`,
    labels: ['TT', 'Cơ quan', 'Mã cơ quan', 'Nội dung', 'Đơn vị tính', 'Giá trị', 'Báo cáo'],
    widths: [6, 44, 16, 60, 14, 14, 22],
    rows: cells.map(
      ({ s, c }, i): Row => [
        { plain: i + 1 },
        c.unitName,
        c.unitCode,
        s.label,
        s.unit,
        c.value,
        c.number === 0 ? c.report : `${c.report}, bản ${c.number}`,
      ],
    ),
  }
}

function tasks(input: ProvincialReportInput): List {
  return {
    name: 'Nhiệm vụ',
    title: `Nhiệm vụ của ${input.plan}`,
    labels: ['TT', 'Mục', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Sản phẩm', 'Thời hạn', 'Trạng thái', 'Minh chứng'],
    widths: [6, 10, 60, 28, 34, 26, 18, 20, 34],
    rows: input.tasks.map(
      (t, i): Row => [
        { plain: i + 1 },
        t.code,
        t.name,
        t.lead ?? 'Chưa rõ chủ trì',
        t.coordinators.join('; '),
        t.product,
        t.deadline,
        t.status,
        t.evidence,
      ],
    ),
  }
}

function late(input: ProvincialReportInput): List {
  return {
    name: 'Nộp muộn, chưa nộp',
    title: `Cơ quan nộp muộn hoặc chưa nộp báo cáo năm ${input.year}`,
    labels: ['TT', 'Cơ quan', 'Nhóm', 'Trạng thái', 'Ngày nộp', 'Quá hạn (ngày)', 'Số lần đã nhắc'],
    widths: [6, 46, 28, 16, 14, 14, 14],
    rows: input.late.map(
      (b, i): Row => [
        { plain: i + 1 },
        b.name,
        b.group ?? null,
        b.status,
        b.submittedOn === null ? null : { day: b.submittedOn },
        b.overdueDays,
        b.reminders,
      ],
    ),
  }
}

function explained(input: ProvincialReportInput): List {
  return {
    name: 'Giải trình',
    title: `Giải trình của cơ quan trong báo cáo năm ${input.year}`,
    labels: ['TT', 'Cơ quan', 'Nội dung phải giải trình', 'Giải trình của cơ quan'],
    widths: [6, 44, 60, 60],
    rows: (input.explained ?? []).map((e, i): Row => [{ plain: i + 1 }, e.body, e.matter, e.explanation]),
  }
}
