/**
 * Phụ lục của báo cáo tỉnh: the late bodies, the goals, the tasks.
 */
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { type Annex, type Column, paragraph, type Row, row } from '../../../platform/word/official-paper.ts'
import { inTable, owed, type ProvincialReportInput } from './provincial-input.ts'

/** The "as of" stamp that stands over every annex. */
const stamp = (input: ProvincialReportInput): string => `Số liệu tính đến ${input.asOf}`

/** Rows with a line of its own before each new group. */
function grouped<T extends { readonly group?: string }>(lines: readonly T[], cells: (l: T, i: number) => Row): Row[] {
  return lines.flatMap((l, i): Row[] =>
    l.group !== undefined && l.group !== lines[i - 1]?.group
      ? [{ kind: 'group', text: l.group }, cells(l, i)]
      : [cells(l, i)],
  )
}

/** Phụ lục I: bodies that reported late or not at all. */
export function lateAnnex(input: ProvincialReportInput): Annex {
  const title = `Cơ quan, đơn vị nộp muộn hoặc chưa nộp báo cáo năm ${input.year}`
  if (input.late.length === 0) return { title, blocks: [paragraph('Không có cơ quan, đơn vị nộp muộn hoặc chưa nộp.')] }
  const columns: Column[] = [
    { label: 'TT', width: 6.5, align: 'center' },
    { label: 'Cơ quan, đơn vị, địa phương', width: 38.5 },
    { label: 'Trạng thái', width: 16 },
    { label: 'Ngày nộp', width: 15, align: 'center' },
    { label: 'Quá hạn\n(ngày)', width: 12, align: 'center' },
    { label: 'Số lần\nđã nhắc', width: 12, align: 'center' },
  ]
  const rows = grouped(input.late, (b, i) =>
    row(
      String(i + 1),
      b.name,
      b.status,
      b.submittedOn === null ? '-' : showDay(b.submittedOn),
      showNumber(b.overdueDays, 0),
      showNumber(b.reminders, 0),
    ),
  )
  return { title, blocks: [{ kind: 'table', unit: stamp(input), columns, rows }] }
}

/** Phụ lục II: the goals with their explanation. */
export function goalAnnex(input: ProvincialReportInput): Annex {
  const { year } = input
  const columns: Column[] = [
    { label: 'TT', width: 4, align: 'center' },
    { label: 'Mục tại\nKế hoạch', width: 9, align: 'center' },
    { label: 'Mục tiêu', width: 23 },
    { label: 'Đơn vị\ntính', width: 8, align: 'center' },
    { label: `${year - 1}`, group: 'Thực hiện', width: 8, align: 'right' },
    { label: showDay(input.closingDay), group: 'Thực hiện', width: 10.5, align: 'right' },
    { label: `Ước ${year}`, group: 'Thực hiện', width: 8, align: 'right' },
    { label: 'Mức', group: 'Mục tiêu', width: 10, align: 'right' },
    { label: 'Năm', group: 'Mục tiêu', width: 6, align: 'center' },
    { label: 'Đánh giá, giải trình', width: 23.5 },
  ]
  const rows = input.goals.map((g, i) =>
    row(
      String(i + 1),
      g.code,
      g.name,
      g.unit,
      inTable(g.previous),
      inTable(g.actual),
      inTable(g.estimate),
      g.target,
      g.targetYear === null ? '-' : String(g.targetYear),
      [g.verdict, ...(g.owedBy.length > 0 ? [owed(g)] : []), ...(g.explanation ? [g.explanation] : [])]
        .map((s) => `${s.replace(/\.$/, '')}.`)
        .join('\n'),
    ),
  )
  return {
    title: `Kết quả thực hiện mục tiêu năm ${year}`,
    landscape: true,
    blocks: [{ kind: 'table', unit: stamp(input), columns, rows }],
  }
}

/** Phụ lục III: the tasks. */
export function taskAnnex(input: ProvincialReportInput): Annex {
  const columns: Column[] = [
    { label: 'TT', width: 4, align: 'center' },
    { label: 'Mục tại\nKế hoạch', width: 9, align: 'center' },
    { label: 'Nhiệm vụ', width: 31 },
    { label: 'Chủ trì', width: 13 },
    { label: 'Phối hợp', width: 14 },
    { label: 'Sản phẩm, minh chứng', width: 16 },
    { label: 'Thời hạn', width: 10, align: 'center' },
    { label: 'Tình trạng', width: 11 },
  ]
  const rows = grouped(input.tasks, (t, i) =>
    row(
      String(i + 1),
      t.code,
      t.name,
      t.lead ?? 'Chưa rõ chủ trì',
      t.coordinators.length === 0 ? '-' : t.coordinators.join('; '),
      [t.product, t.evidence].filter((s) => s !== null).join('\n') || '-',
      t.deadline,
      t.status,
    ),
  )
  return {
    title: `Kết quả thực hiện nhiệm vụ năm ${input.year}`,
    landscape: true,
    blocks: [{ kind: 'table', unit: stamp(input), columns, rows }],
  }
}

/** Phụ lục IV: explanations of the bodies to what the checks found; null when nobody explained anything. */
export function explainedAnnex(input: ProvincialReportInput): Annex | null {
  const lines = input.explained ?? []
  if (lines.length === 0) return null
  const columns: Column[] = [
    { label: 'TT', width: 6.5, align: 'center' },
    { label: 'Cơ quan, đơn vị, địa phương', width: 24 },
    { label: 'Nội dung phải giải trình', width: 36 },
    { label: 'Giải trình của cơ quan', width: 33.5 },
  ]
  const rows = lines.map((e, i) => {
    const first = lines[i - 1]?.body !== e.body
    return row(String(i + 1), first ? e.body : '', e.matter, e.explanation)
  })
  return {
    title: `Giải trình của cơ quan, đơn vị trong báo cáo năm ${input.year}`,
    blocks: [{ kind: 'table', unit: stamp(input), columns, rows }],
  }
}
