/**
 * Kiểm tra báo cáo: required lines, readable figures, relations between lines, jumps against last year.
 * Three levels: `block` stops the report, `explain` needs an explanation that travels with it, `note` is only shown.
 * The relations are data of the regime; the code knows kinds of relations, no row.
 */
import { parseDay } from '../../../kernel/day.ts'
import { parseNumber, showNumber } from '../../../kernel/number.ts'
import type { Answers, ReportContent, Severity, TaskGroup } from '../words.ts'
import { FIELD, readReport } from './answers.ts'
import { type Regime, type RegimeRow, rowsOf, sectionWith } from './regime.ts'
import { officialLastYear } from './true-up.ts'

/** Phát hiện: one sentence about one field. */
export type Finding = {
  /** Stable: `bieu-2.tien-si` for a jump, `part-of:…` for a relation. */
  readonly id: string
  readonly severity: Severity
  readonly section: number
  /** Field the sentence leads to. */
  readonly field: string
  /** The figure or paragraph concerned: `bieu-2.tien-si`, `nhom.III.1`, `doan.chi-dao`. */
  readonly cell: string
  readonly message: string
  /** Answer of the body, for `explain`. */
  readonly explanation: string | null
}

/** Số liệu năm trước: key of a row -> whole-year figure, null when there was none. */
export type LastYear = Readonly<Record<string, number | null>>

const capital = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)

/** All findings of a draft, in the order of the report. `year` = the reporting year. */
export function findings(
  regime: Regime,
  groups: readonly TaskGroup[],
  answers: Answers,
  lastYear: LastYear,
  year: number,
): readonly Finding[] {
  const content = readReport(regime, groups, answers)
  if (content.nothing !== null) return []
  const all = [
    ...missingLines(regime, groups, content, answers),
    ...unreadable(regime, groups, answers),
    ...relations(regime, content),
    ...wholeYearBelowToDate(regime, content),
    ...jumps(regime, content, officialLastYear(content, lastYear), year),
  ]
  return all.sort((a, b) => a.section - b.section)
}

const make = (f: Omit<Finding, 'explanation'> & { explanation?: string | null }): Finding => ({
  explanation: null,
  ...f,
})

/** Dòng bắt buộc còn thiếu. */
function missingLines(regime: Regime, groups: readonly TaskGroup[], c: ReportContent, answers: Answers): Finding[] {
  const rows = rowsOf(regime)
    .filter(({ row }) => row.required && row.compute === undefined)
    .flatMap(({ key, table, row }) => {
      const empty = [FIELD.toDate(key), FIELD.wholeYear(key)].find((f) => (answers[f] ?? '').trim() === '')
      if (empty === undefined) return []
      const what = empty === FIELD.toDate(key) ? 'đến ngày chốt' : 'ước cả năm'
      const message = `${table.title.split('.')[0]}: nhập ${row.noun}, ${what}`
      return [
        make({
          id: `missing:${key}`,
          severity: 'block',
          section: sectionWith(regime, table.id),
          field: empty,
          cell: key,
          message,
        }),
      ]
    })
  const paragraphs = regime.sections.flatMap((s) =>
    s.parts.flatMap((p) => {
      if (p.kind === 'paragraph' && p.required && !c.paragraphs[p.id]) {
        const field = FIELD.paragraph(p.id)
        return [
          make({
            id: `missing:${p.id}`,
            severity: 'block',
            section: s.no,
            field,
            cell: field,
            message: `Mục ${s.no}: viết phần «${p.label}»`,
          }),
        ]
      }
      return p.kind === 'groups' && p.required ? groups.flatMap((g) => missingGroup(g, s.no, c)) : []
    }),
  )
  return [...rows, ...paragraphs]
}

function missingGroup(g: TaskGroup, section: number, c: ReportContent): Finding[] {
  const answer = c.groups[g.no]
  const cell = `nhom.${g.no}`
  const at = { section, cell, severity: 'block' as const }
  if (!answer || (answer.text === '' && !answer.nothing)) {
    const message = `Mục ${section}: viết kết quả nhóm ${g.no}, hoặc chọn không phát sinh`
    return [make({ ...at, id: `missing:${cell}`, field: FIELD.group(g.no), message })]
  }
  if (answer.text === '' || answer.nothing) return []
  if (answer.evidence.length === 0) {
    const message = `Mục ${section}: thêm văn bản minh chứng cho nhóm ${g.no} (số, ngày)`
    return [make({ ...at, id: `evidence:${cell}`, field: FIELD.evidence(g.no, 1, 'so'), message })]
  }
  return answer.evidence.flatMap((e, i) => {
    if (e.number !== '' && parseDay(e.day) !== null) return []
    const part = e.number === '' ? 'so' : 'ngay'
    const message =
      e.number === ''
        ? `Nhóm ${g.no}, văn bản ${i + 1}: nhập số văn bản`
        : `Nhóm ${g.no}, văn bản ${i + 1}: ngày phải là ngày có thật, ví dụ 02/09/2026`
    return [make({ ...at, id: `evidence:${cell}.${i + 1}`, field: FIELD.evidence(g.no, i + 1, part), message })]
  })
}

/** Ô không đọc được thành số, số âm, và đoạn quá dài. */
function unreadable(regime: Regime, groups: readonly TaskGroup[], answers: Answers): Finding[] {
  const figures = rowsOf(regime).flatMap(({ key, table, row }) =>
    [FIELD.lastYear(key), FIELD.toDate(key), FIELD.wholeYear(key)].flatMap((field) => {
      const typed = (answers[field] ?? '').trim()
      const value = parseNumber(typed)
      if (typed === '' || (value !== null && value >= 0)) return []
      const message = `${capital(row.noun)}: '${typed}' không phải là số đếm được, ví dụ 1.234`
      return [
        make({
          id: `number:${field}`,
          severity: 'block',
          section: sectionWith(regime, table.id),
          field,
          cell: key,
          message,
        }),
      ]
    }),
  )
  const tooLong = regime.sections.flatMap((s) =>
    s.parts.flatMap((p) => {
      if (p.kind === 'table') return []
      const names = p.kind === 'paragraph' ? [FIELD.paragraph(p.id)] : groups.map((g) => FIELD.group(g.no))
      return names.flatMap((field) => {
        const length = [...(answers[field] ?? '')].length
        if (length <= p.max) return []
        const message = `Mục ${s.no}: đoạn dài ${showNumber(length)} ký tự, rút xuống tối đa ${showNumber(p.max)}`
        return [make({ id: `long:${field}`, severity: 'block', section: s.no, field, cell: field, message })]
      })
    }),
  )
  return [...figures, ...tooLong]
}

const COLUMNS = [
  { of: 'toDate', field: FIELD.toDate, label: 'đến ngày chốt' },
  { of: 'wholeYear', field: FIELD.wholeYear, label: 'ước cả năm' },
] as const

/** Phần không lớn hơn tổng: "Số tiến sĩ (44) không thể lớn hơn tổng số người (41)". */
function relations(regime: Regime, c: ReportContent): Finding[] {
  const rows = new Map(rowsOf(regime).map((r) => [r.key, r]))
  return regime.checks.flatMap((check) => {
    if (check.kind !== 'part-of') return []
    const whole = rows.get(check.whole)
    const first = rows.get(check.parts[0] ?? '')
    if (!whole || !first) return []
    const noun = check.noun ?? first.row.noun
    for (const column of COLUMNS) {
      const parts = check.parts.map((p) => c.cells[p]?.[column.of] ?? null)
      const total = c.cells[check.whole]?.[column.of] ?? null
      const sum = parts.reduce<number>((s, v) => s + (v ?? 0), 0)
      if (total === null || sum <= total) continue
      const message = `${capital(noun)} (${showNumber(sum)}) không thể lớn hơn ${whole.row.noun} (${showNumber(total)})`
      const section = sectionWith(regime, first.table.id)
      return [
        make({
          id: `part-of:${check.parts.join('+')}`,
          severity: 'block',
          section,
          field: column.field(first.key),
          cell: first.key,
          message,
        }),
      ]
    }
    return []
  })
}

/** Số phát sinh: ước cả năm không nhỏ hơn số đến ngày chốt. */
function wholeYearBelowToDate(regime: Regime, c: ReportContent): Finding[] {
  return rowsOf(regime).flatMap(({ key, table, row }) => {
    const { toDate, wholeYear } = c.cells[key] ?? { toDate: null, wholeYear: null }
    if (row.kind !== 'flow' || row.compute !== undefined) return []
    if (toDate === null || wholeYear === null || wholeYear >= toDate) return []
    const message = `${capital(row.noun)}: ước cả năm (${showNumber(wholeYear)}) nhỏ hơn số đến ngày chốt (${showNumber(toDate)})`
    return [
      make({
        id: `order:${key}`,
        severity: 'block',
        section: sectionWith(regime, table.id),
        field: FIELD.wholeYear(key),
        cell: key,
        message,
      }),
    ]
  })
}

/** Số mới từ 0 hoặc thay đổi quá ngưỡng so với năm trước: phải giải trình. Under 5 people a share says nothing: a note. */
function jumps(regime: Regime, c: ReportContent, lastYear: LastYear, year: number): Finding[] {
  const watched = new Set(regime.checks.flatMap((k) => (k.kind === 'change' ? k.rows : [])))
  return rowsOf(regime).flatMap(({ key, table, row }) => {
    const before = lastYear[key] ?? null
    const now = c.cells[key]?.wholeYear ?? null
    if (!watched.has(key) || before === null || now === null || before === 0) return []
    const share = (now - before) / before
    if (Math.abs(share) <= regime.changeLimit) return []
    const small = before < 5 && now < 5
    return [
      make({
        id: key,
        severity: small ? 'note' : 'explain',
        section: sectionWith(regime, table.id),
        field: FIELD.wholeYear(key),
        cell: key,
        message: jumpSentence(row, share, year),
        explanation: c.explanations[key] ?? null,
      }),
    ]
  })
}

/** "Số bác sĩ tăng 38% so với năm 2025. Kiểm tra lại hoặc giải trình." */
const jumpSentence = (row: RegimeRow, share: number, year: number): string =>
  `${capital(row.noun)} ${share > 0 ? 'tăng' : 'giảm'} ${showNumber(Math.abs(share) * 100, 0)}% so với năm ${year - 1}. Kiểm tra lại hoặc giải trình.`

/** Findings that stop the report: what must be mended, and warnings without an explanation. */
export const blocking = (list: readonly Finding[]): readonly Finding[] =>
  list.filter((f) => f.severity === 'block' || (f.severity === 'explain' && f.explanation === null))

/** Warnings with an explanation. */
export const explained = (list: readonly Finding[]): readonly Finding[] =>
  list.filter((f) => f.severity === 'explain' && f.explanation !== null)

/** How many checks the regime runs on a report, for the summary in the paper. */
export const checkCount = (regime: Regime, groups: readonly TaskGroup[]): number =>
  rowsOf(regime).length * 2 + regime.checks.length + groups.length + regime.sections.length
