/**
 * Chế độ báo cáo: who reports to whom, through whom, how often and before which day, as far as the sentence says it.
 */
import type { PlanTask, RecurringReport, ReportPeriod } from '../words.ts'
import { assignmentIn } from './assignments.ts'
import { listOf, nameEnd, startsBody } from './bodies.ts'
import { cut, type Passage, spanOf } from './passage.ts'
import { everyMatch, firstShape, phrase, type Shape } from './phrase.ts'

/** Kỳ báo cáo. */
export const PERIODS: readonly (Shape & { readonly period: ReportPeriod })[] = [
  {
    id: 'D10h',
    period: 'half-yearly',
    pattern: phrase('6 tháng|06 tháng|sáu tháng|nửa năm'),
    example: 'định kỳ 6 tháng, năm',
  },
  {
    id: 'D10q',
    period: 'quarterly',
    pattern: phrase('(?:hằng|hàng|mỗi) quý|định kỳ quý'),
    example: 'định kỳ hằng quý',
  },
  { id: 'D10m', period: 'monthly', pattern: phrase('(?:hằng|hàng|mỗi) tháng'), example: 'trước ngày 20 hằng tháng' },
  { id: 'D9', period: 'yearly', pattern: phrase('(?:hằng|hàng|mỗi) năm|định kỳ năm'), example: 'định kỳ hằng năm' },
  {
    id: 'R4',
    period: 'as-required',
    pattern: phrase('đột xuất|khi có yêu cầu|theo yêu cầu'),
    example: 'báo cáo đột xuất',
  },
]

/** Nơi nhận báo cáo: what stands before the name of the body. */
export const ADDRESSEES: readonly Shape[] = [
  {
    id: 'to-about',
    pattern: phrase('(?:báo cáo|gửi|trình)[^;.()]{0,120}? (?:về|cho|đến|tới|gửi)'),
    example: 'báo cáo kết quả thực hiện về UBND tỉnh',
  },
  { id: 'to', pattern: phrase('báo cáo|gửi'), example: 'báo cáo UBND tỉnh' },
]

/** Qua cơ quan nào. */
export const ROUTES: readonly Shape[] = [
  { id: 'R2', pattern: phrase('(?:thông )?qua'), example: 'báo cáo UBND tỉnh (qua Sở Nội vụ để tổng hợp)' },
  { id: 'R2b', pattern: phrase('(?:về|gửi)(?= [^.;()]{3,60} để tổng hợp)'), example: 'gửi về Sở Nội vụ để tổng hợp' },
]

/** Reports made as part of work and not as a regime. */
const NO_REGIME = phrase('báo cáo,? (?:cấp có thẩm quyền|đề nghị|viên)|việc báo cáo|chế độ báo cáo viên')
const RHYTHM = phrase('định kỳ|(?:hằng|hàng|mỗi) (?:năm|quý|tháng)|6 tháng|đột xuất')

const LONGEST_NAME = 300

/** The body named right after `from`. */
function nameAt(p: Passage, from: number): Passage | null {
  const rest = cut(p, from, from + LONGEST_NAME)
  if (!startsBody(rest.text)) return null
  const stops = [nameEnd(rest.text), rest.text.search(/[(),;.:]|\s(?:theo|trước|kết quả|tình hình)\s/u)].filter(
    (i) => i > 0,
  )
  const names = listOf(cut(rest, 0, stops.length > 0 ? Math.min(...stops) : rest.text.length))
  return names[0] ?? null
}

/** The first body named after one of the shapes, other than `except`. */
function bodyAfter(p: Passage, shapes: readonly Shape[], except: string | null = null): Passage | null {
  for (const { pattern } of shapes) {
    for (const m of everyMatch(pattern, p.text)) {
      const name = nameAt(p, m.index + m[0].length)
      if (name && name.text !== except) return name
    }
  }
  return null
}

const DATES = /(?:ngày\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?![\d]|\s*[/.-]\s*\d)/giu
const real = (d: number, m: number): boolean => d >= 1 && d <= 31 && m >= 1 && m <= 12

/** The days in the stretch that begins with "trước ngày" / "chậm nhất". */
function dueOf(text: string, period: ReportPeriod | null): { due: string | string[] | null; raw: string | null } {
  const opens =
    /(?:định\s+kỳ\s+)?(?:(?:hằng|hàng)\s+(?:năm|quý|tháng),?\s+)?(?:trước|chậm\s+nhất|vào)(?:\s+(?:là|trước|vào))*\s+(?:ngày\s+)?\d{1,2}[^,;.]*/iu.exec(
      text,
    )
  if (!opens) return { due: null, raw: null }
  const raw = opens[0].trim()
  const days = [...raw.matchAll(DATES)]
    .filter((m) => real(Number(m[1]), Number(m[2])))
    .map((m) => `${m[2]?.padStart(2, '0')}-${m[1]?.padStart(2, '0')}`)
  const [only] = days
  if (days.length > 1) return { due: days, raw }
  if (only) return { due: only, raw }
  const monthly = period === 'monthly' ? /ngày\s+(\d{1,2})/iu.exec(raw)?.[1] : undefined
  return monthly ? { due: `*-${monthly.padStart(2, '0')}`, raw } : { due: null, raw: null }
}

const rhythmRaw = (text: string): string | null =>
  /(?:định\s+kỳ\s+)?(?:(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng)|6\s+tháng)/iu.exec(text)?.[0] ?? null

/** The part of a duty that speaks of reporting: the part between semicolons with "báo cáo" in it. */
function reportPart(p: Passage): Passage | null {
  if (!phrase('báo cáo').test(p.text)) return null
  let from = 0
  for (const part of p.text.split(';')) {
    if (phrase('báo cáo').test(part)) return cut(p, from, from + part.length)
    from += part.length + 1
  }
  return null
}

/** The report regime that a paragraph sets, or null. `heirs` are the bodies of its heading, `clause` its number. */
export function reportIn(p: Passage, clause: string | null, heirs: readonly string[]): RecurringReport | null {
  const part = reportPart(p)
  if (!part || NO_REGIME.test(part.text)) return null
  const route = bodyAfter(part, ROUTES)
  const period = firstShape(PERIODS, part.text)?.shape.period ?? null
  const { due, raw } = dueOf(part.text, period)
  const to = bodyAfter(part, ADDRESSEES, route?.text ?? null)
  if (due === null && !RHYTHM.test(part.text) && !(route && to)) return null
  const subject = assignmentIn(part).lead.map((l) => l.text)
  const from = subject.length > 0 ? subject : heirs
  return {
    clause,
    from: from.length > 0 ? from.join('; ') : null,
    to: to?.text ?? null,
    toImplied: false,
    via: route?.text ?? null,
    period: period === 'as-required' && due !== null ? null : period,
    due,
    dueRaw: raw ?? rhythmRaw(part.text),
    text: part.text,
    span: spanOf(part),
    confidence: due === null ? 0.75 : 0.95,
  }
}

/** Where a body that consolidates reports for somebody reports itself without saying to whom, it is to the same one. */
function implied(reports: readonly RecurringReport[]): RecurringReport[] {
  return reports.map((r) => {
    if (r.to !== null || r.from === null) return r
    const fed = reports.find((o) => o !== r && o.via === r.from && o.to !== null)
    return fed ? { ...r, to: fed.to, toImplied: true } : r
  })
}

/** The regimes of a document: those in duties, and those in paragraphs that give no duty. */
export function reportsOf(
  duties: readonly { readonly task: PlanTask | null; readonly passage: Passage }[],
): RecurringReport[] {
  const found = duties.flatMap(({ task, passage }) => {
    const report = reportIn(passage, task?.clause ?? null, task?.lead ?? [])
    return report ? [report] : []
  })
  return implied(found)
}
