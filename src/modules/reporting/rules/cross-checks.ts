/**
 * Kiểm tra chéo: between forms, years, bodies and sources, and against last year's words. The relations are data of the regime
 * (`check-kinds.ts`); what cannot be judged for want of values is not judged, and never passes for right.
 */
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Answers, ReportContent, Severity } from '../words.ts'
import { COPIED, FIELD } from './answers.ts'
import type { Finding, LastYear } from './checks.ts'
import { type Column, type Counting, vouchedOf } from './prefill.ts'
import { type Regime, type RegimeCheck, rowsOf, sectionWith } from './regime.ts'
import { repeatedShare } from './repeated.ts'

/** Điều đối chiếu: what stands beside a draft. */
export type Beside = {
  readonly lastYear: LastYear
  /** Whole-year figures of the years before, oldest first, by row. */
  readonly past: Readonly<Record<string, readonly number[]>>
  readonly counting: Counting | null
  /** Sums over the bodies below that reported themselves, by row, and how many they are. */
  readonly below: { readonly bodies: number; readonly sums: Readonly<Record<string, number>> }
  /** Content of the body's own report of last year. */
  readonly before: ReportContent | null
}

type Kind<K extends RegimeCheck['kind']> = Extract<RegimeCheck, { kind: K }>
type Work = {
  readonly regime: Regime
  readonly content: ReportContent
  readonly answers: Answers
  readonly beside: Beside
  readonly year: number
  readonly rows: ReadonlyMap<string, ReturnType<typeof rowsOf>[number]>
}

const capital = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)
const fieldOf = (key: string, column: Column): string =>
  column === 'toDate' ? FIELD.toDate(key) : FIELD.wholeYear(key)

/** All findings that look beyond one form, in the order of the checks. */
export function crossFindings(
  regime: Regime,
  content: ReportContent,
  answers: Answers,
  beside: Beside,
  year: number,
): readonly Finding[] {
  if (content.nothing !== null) return []
  const rows = new Map(rowsOf(regime).map((r) => [r.key, r]))
  const w: Work = { regime, content, answers, beside, year, rows }
  const seen = new Set<string>()
  return regime.checks
    .flatMap((check) => foundBy(check, w))
    .filter((f) => !seen.has(f.id) && seen.add(f.id) !== undefined)
}

function foundBy(check: RegimeCheck, w: Work): Finding[] {
  switch (check.kind) {
    case 'compare':
      return compared(check, w)
    case 'series':
      return check.rows.flatMap((key) => farFromSeries(check, key, w))
    case 'bodies':
      return check.rows.flatMap((key) => belowAndAbove(check, key, w))
    case 'counted':
      return againstSource(check, w)
    case 'copied':
      return copied(check, w)
    default:
      return []
  }
}

type Said = { readonly id: string; readonly key: string; readonly field: string; readonly message: string }

function say(w: Work, severity: Severity, { id, key, field, message }: Said): Finding[] {
  const row = w.rows.get(key)
  if (!row) return []
  const section = sectionWith(w.regime, row.table.id)
  return [{ id, severity, section, field, cell: key, message, explanation: w.content.explanations[id] ?? null }]
}

const figureIn = (w: Work, key: string, column: Column): number | null => w.content.cells[key]?.[column] ?? null
const given = (value: number | null, missing: 'skip' | 'zero'): number | null =>
  value === null && missing === 'zero' ? 0 : value

/** "Số người được bổ nhiệm (5) không thể lớn hơn số người dưới 40 tuổi (4), ước cả năm". */
function compared(check: Kind<'compare'>, w: Work): Finding[] {
  const { left, right, relation, severity, missing } = check
  const a = given(figureIn(w, left.row, left.column), missing)
  const b = given(figureIn(w, right.row, right.column), missing)
  if (a === null || b === null || (relation === 'at-most' ? a <= b : a === b)) return []
  const noun = (key: string): string => w.rows.get(key)?.row.noun ?? key
  const [one, other] = [`${capital(noun(left.row))} (${showNumber(a)})`, `${noun(right.row)} (${showNumber(b)})`]
  const tail = severity === 'block' ? '' : '. Kiểm tra lại hoặc giải trình.'
  return say(w, severity, {
    id: `bieu:${left.row}`,
    key: left.row,
    field: fieldOf(left.row, left.column),
    message: `${one} ${relation === 'at-most' ? 'không thể lớn hơn' : 'phải bằng'} ${other}${tail}`,
  })
}

const median = (list: readonly number[]): number => {
  const sorted = [...list].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}

/** The share of a normal spread that the median deviation is. */
const NORMAL = 0.6745

/** Robust z of a value against years before; null with fewer than `points` of them, or when they do not differ at all. */
export function robustZ(past: readonly number[], value: number, points: number): number | null {
  if (past.length < points) return null
  const middle = median(past)
  const spread = median(past.map((p) => Math.abs(p - middle)))
  return spread === 0 ? null : (NORMAL * (value - middle)) / spread
}

function farFromSeries(check: Kind<'series'>, key: string, w: Work): Finding[] {
  const now = figureIn(w, key, 'wholeYear')
  const past = w.beside.past[key] ?? []
  const z = now === null ? null : robustZ(past, now, check.points)
  if (now === null || z === null || Math.abs(z) <= check.limit) return []
  const noun = w.rows.get(key)?.row.noun ?? key
  const message = `${capital(noun)} (${showNumber(now)}) khác hẳn ${past.length} năm trước (thường quanh ${showNumber(median(past))}). Kiểm tra lại hoặc giải trình.`
  return say(w, check.severity, { id: `nhieu-nam:${key}`, key, field: FIELD.wholeYear(key), message })
}

function belowAndAbove(check: Kind<'bodies'>, key: string, w: Work): Finding[] {
  const sum = w.beside.below.sums[key]
  const own = given(figureIn(w, key, 'toDate'), check.missing)
  if (sum === undefined || own === null || sum <= own) return []
  const noun = w.rows.get(key)?.row.noun ?? key
  const { bodies } = w.beside.below
  const message = `${capital(noun)} (${showNumber(own)}) nhỏ hơn tổng của ${bodies} đơn vị trực thuộc đã tự báo cáo (${showNumber(sum)}).${check.severity === 'note' ? ' Kiểm tra phạm vi đếm của biểu.' : ' Kiểm tra lại hoặc giải trình.'}`
  return say(w, check.severity, { id: `truc-thuoc:${key}`, key, field: FIELD.toDate(key), message })
}

/** A typed figure against a count that is vouched for, or below the number of people who are certainly there. */
function againstSource(check: Kind<'counted'>, w: Work): Finding[] {
  const { counting, lastYear } = w.beside
  if (counting === null) return []
  const vouched = new Map(vouchedOf(w.regime, counting, w.answers, lastYear).map((v) => [v.field, v]))
  const rows = [...w.rows].flatMap(([key, { row }]): Finding[] => {
    const v = vouched.get(FIELD.toDate(key))
    const typed = figureIn(w, key, 'toDate')
    if (v === undefined || typed === null || v.counted.origin === 'nam-truoc') return []
    const differs = v.value !== null && typed !== v.value
    const tooFew = v.floor !== null && typed < v.floor
    if (!differs && !tooFew) return []
    const what =
      v.value === null
        ? `${sourceWords(v.counted.origin)} đã có ít nhất ${showNumber(v.floor)}`
        : `${sourceWords(v.counted.origin)} là ${showNumber(v.value)}`
    const message = `${capital(row.noun)}: biểu ghi ${showNumber(typed)}, ${what} (đến ${showDay(v.counted.asOf)}). Sửa lại hoặc nêu lý do khác nhau.`
    return say(w, check.severity, { id: `dem:${key}`, key, field: FIELD.toDate(key), message })
  })
  return [...wholeBelowRegister(check, w, counting), ...rows]
}

const sourceWords = (origin: string): string => (origin === 'chi-tieu' ? 'chỉ tiêu' : 'hồ sơ')

/** Fewer people in all than the register holds of the body. */
function wholeBelowRegister(check: Kind<'counted'>, w: Work, counting: Counting): Finding[] {
  const key = w.regime.register?.total
  const held = counting.register.toDate?.low ?? null
  const typed = key === undefined ? null : figureIn(w, key, 'toDate')
  if (key === undefined || held === null || typed === null || typed >= held) return []
  const message = `${capital(w.rows.get(key)?.row.noun ?? key)}: biểu ghi ${showNumber(typed)}, hồ sơ có ${showNumber(held)} người đang làm việc. Sửa lại hoặc nêu lý do khác nhau.`
  return say(w, check.severity, { id: `dem:${key}`, key, field: FIELD.toDate(key), message })
}

/** Lời văn của một báo cáo: paragraphs and results by their names, so that two reports stand in one order. */
export function wordsOf(c: ReportContent): string {
  const texts = [...Object.entries(c.paragraphs), ...Object.entries(c.groups).map(([no, g]) => [no, g.text] as const)]
  return texts
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text)
    .join('\n')
}

function copied(check: Kind<'copied'>, w: Work): Finding[] {
  const before = w.beside.before
  if (before === null) return []
  const { share, words } = repeatedShare(wordsOf(w.content), wordsOf(before))
  if (words < check.words || share < check.least) return []
  const part = w.regime.sections.flatMap((s) => s.parts).find((p) => p.kind === 'paragraph')
  const field = part?.kind === 'paragraph' ? FIELD.paragraph(part.id) : ''
  const section = part?.kind === 'paragraph' ? sectionWith(w.regime, part.id) : 1
  const message = `Lời văn giống ${showNumber(Math.floor(share * 100), 0)}% báo cáo năm ${w.year - 1} sau khi bỏ ngày và số. Viết kết quả của năm nay hoặc giải trình.`
  const explanation = w.content.explanations[COPIED] ?? null
  return [{ id: COPIED, severity: check.severity, section, field, cell: field, message, explanation }]
}
