/**
 * Chế độ báo cáo: who reports to whom, through whom, how often and before which day, as far as the sentence says it.
 */
import type { PlanTask, RecurringReport, ReportPeriod } from '../words.ts'
import { assignmentIn } from './assignments.ts'
import { startsBody } from './bodies.ts'
import { listOf } from './body-lists.ts'
import { monthDay } from './deadlines.ts'
import { nameEnd } from './name-end.ts'
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
    pattern: phrase('(?:báo cáo|gửi|trình)[^;.()]{0,140}? (?:về|cho|đến|tới|với|gửi|lên)'),
    example: 'báo cáo kết quả thực hiện về UBND tỉnh',
  },
  { id: 'to', pattern: phrase('báo cáo|gửi'), example: 'báo cáo UBND tỉnh' },
  { id: 'to-up', pattern: phrase('trình'), example: 'tổng hợp kết quả, trình UBND tỉnh' },
]

/** Qua cơ quan nào. */
export const ROUTES: readonly Shape[] = [
  { id: 'R2', pattern: phrase('(?:thông )?qua'), example: 'báo cáo UBND tỉnh (qua Sở Nội vụ để tổng hợp)' },
  {
    id: 'R2b',
    pattern: phrase('(?:về|gửi|cho)(?= [^.;]{3,160} để (?:theo dõi, )?tổng hợp)'),
    example: 'gửi về Sở Nội vụ để tổng hợp',
  },
]

/** Reports made as part of work and not as a regime: to whoever is competent, or when something comes up. */
const NO_REGIME = phrase(
  'nghe báo cáo|báo cáo,? (?:cấp có thẩm quyền|đề nghị|viên)|việc báo cáo|chế độ báo cáo viên|vướng mắc|phát sinh vượt thẩm quyền',
)
const RHYTHM = phrase('định kỳ|(?:hằng|hàng|mỗi) (?:năm|quý|tháng)|6 tháng|đột xuất|khi có yêu cầu|theo yêu cầu')

const LONGEST_NAME = 300

/** The body named right after `from`. */
function nameAt(p: Passage, from: number): Passage | null {
  const rest = cut(p, from, from + LONGEST_NAME)
  if (!startsBody(rest.text)) return null
  const stops = [nameEnd(rest.text), rest.text.search(/[();:]|\.\s|\s(?:theo|trước|kết quả|tình hình)\s/u)].filter(
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

const DAY_MONTH = '\\d{1,2}(?:\\s*[/.-]\\s*|\\s+tháng\\s+)\\d{1,2}(?:(?:\\s*[/.-]\\s*|\\s+năm\\s+)\\d{4})?(?!\\d)'
/** "Trước ngày 05/6 và 05/12": a limit and the days of its list. */
const LIMIT = new RegExp(
  `(?:trước|chậm\\s+nhất|vào|trong)(?:\\s+(?:là|trước|vào|các|ngày))*\\s+${DAY_MONTH}(?:\\s*(?:,|;|và)\\s*(?:trước\\s+)?(?:ngày\\s+)?${DAY_MONTH})*`,
  'giu',
)
const DATE = /(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:(?:\s*[/.-]\s*|\s+năm\s+)\d{4})?(?!\d)/giu
const two = (n: string | number | undefined): string => String(n ?? '').padStart(2, '0')

/** Months of reports that are due in one month of each quarter. */
export const QUARTER_MONTHS: readonly (Shape & { readonly months: readonly number[] })[] = [
  {
    id: 'D10e',
    pattern: phrase('ngày (\\d{1,2}) (?:của )?tháng cuối (?:của )?(?:mỗi )?quý'),
    months: [3, 6, 9, 12],
    example: 'trước ngày 20 của tháng cuối quý',
  },
  {
    id: 'D10f',
    pattern: phrase('ngày (\\d{1,2}) (?:của )?tháng đầu (?:của )?quý (?:sau|tiếp theo|kế tiếp)'),
    months: [1, 4, 7, 10],
    example: 'trước ngày 15 của tháng đầu quý sau',
  },
]

/** The days a report is due on. */
function dueOf(text: string, period: ReportPeriod | null): { due: string | string[] | null; raw: string | null } {
  for (const { pattern, months } of QUARTER_MONTHS) {
    const m = pattern.exec(text)
    if (m) return { due: months.map((month) => `${two(month)}-${two(m[1])}`), raw: m[0] }
  }
  const limits = everyMatch(LIMIT, text)
  const days = limits.flatMap((l) => [...l[0].matchAll(DATE)].flatMap((m) => monthDay(m[1], m[2]) ?? []))
  const all = [...new Set(days)].sort()
  const raw = limits.map((l) => l[0].trim()).join('; ')
  if (all.length > 1) return { due: all, raw }
  if (all[0]) return { due: all[0], raw }
  const monthly =
    period === 'monthly' ? /(?:trước|chậm\s+nhất|vào)(?:\s+(?:là|trước|ngày))*\s+(\d{1,2})(?!\d)/iu.exec(text) : null
  return monthly ? { due: `*-${two(monthly[1])}`, raw: monthly[0] } : { due: null, raw: null }
}

/** Two days a year make it half-yearly, four quarterly, whatever else the sentence says. */
function periodOf(said: ReportPeriod | null, due: string | readonly string[] | null): ReportPeriod | null {
  if (Array.isArray(due)) return due.length >= 4 ? 'quarterly' : 'half-yearly'
  if (typeof due === 'string' && due.startsWith('*')) return 'monthly'
  return due === null ? said : said === 'as-required' || said === null ? 'yearly' : said
}

const rhythmRaw = (text: string): string | null =>
  /(?:định\s+kỳ\s+)?(?:(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng)|6\s+tháng)|đột\s+xuất|khi\s+có\s+yêu\s+cầu/iu.exec(
    text,
  )?.[0] ?? null

const REPORTS = phrase('báo cáo|gửi (?:kết quả|văn bản)')
/** Where a second report of the same sentence may begin. */
const SECOND =
  /(?:,|;|\s+và)\s+(?=(?:(?:và\s+)?(?:định\s+kỳ|trước\s+ngày|(?:hằng|hàng)\s+(?:năm|quý|tháng))[\s,]|báo\s+cáo\s+đột\s+xuất|giao\s+))|;\s+/giu

/** The stretches of a duty that each speak of one report. */
function partsOf(p: Passage): Passage[] {
  const parts: Passage[] = []
  let from = 0
  const push = (to: number) => {
    const part = cut(p, from, to)
    if (REPORTS.test(part.text)) parts.push(part)
  }
  const ends = [...everyMatch(/\.(?=\s+\p{Lu})/gu, p.text).map((m) => m.index + 1), p.text.length]
  for (const end of ends) {
    const sentence = p.text.slice(0, end)
    for (const m of everyMatch(SECOND, sentence)) {
      if (m.index < from) continue
      const left = p.text.slice(from, m.index)
      const right = p.text.slice(m.index + m[0].length, end)
      const brackets = left.split('(').length > left.split(')').length
      if (brackets || (REPORTS.test(left) && !REPORTS.test(right))) continue
      push(m.index)
      from = m.index + m[0].length
    }
    push(end)
    from = end
  }
  return parts
}

/** One day of one year, without a rhythm: a piece of work with a limit, unless it tells how the document is carried out. */
const isOnce = (text: string, due: string | readonly string[] | null): boolean =>
  typeof due === 'string' &&
  !RHYTHM.test(text) &&
  !phrase('kết quả (?:triển khai |tổ chức )?thực hiện|báo cáo năm').test(text) &&
  /(?:[/.-]|năm\s+)\d{4}/u.test(everyMatch(LIMIT, text)[0]?.[0] ?? '')

/** The report regimes that a paragraph sets. `heirs` are the bodies of its heading, `clause` its number. */
export function reportsIn(p: Passage, clause: string | null, heirs: readonly string[]): RecurringReport[] {
  if (!REPORTS.test(p.text)) return []
  const parts = partsOf(p).filter((part) => !NO_REGIME.test(part.text))
  const whole = assignmentIn(p).lead.map((l) => l.text)
  const subjectOf = (part: Passage) => assignmentIn(part).lead.map((l) => l.text)
  const found = parts.flatMap((part): RecurringReport[] => {
    const route = bodyAfter(part, ROUTES)
    const said = firstShape(PERIODS, part.text)?.shape.period ?? null
    const { due, raw } = dueOf(part.text, said)
    const beyond = bodyAfter(part, ADDRESSEES, route?.text ?? null)
    // "Gửi về Sở X để tổng hợp" without anybody beyond: X itself is the addressee.
    const last = route !== null && beyond === null && bodyAfter(part, ROUTES.slice(0, 1)) === null
    const to = last ? route : beyond
    if (due === null && !RHYTHM.test(part.text) && !(route && to)) return []
    if (isOnce(part.text, due)) return []
    const subject = subjectOf(part)
    const from = subject.length > 0 ? subject : whole.length > 0 ? whole : heirs
    return [
      {
        clause,
        from: from.length > 0 ? from.join('; ') : null,
        to: to?.text ?? null,
        toImplied: false,
        via: last ? null : (route?.text ?? null),
        period: periodOf(said, due),
        due,
        dueRaw: raw ?? rhythmRaw(part.text),
        text: part.text,
        span: spanOf(part),
        confidence: due === null ? 0.75 : 0.95,
      },
    ]
  })
  // "Báo cáo 6 tháng trước …, báo cáo đột xuất khi có yêu cầu về UBND tỉnh": one addressee for both.
  return found.map((r, i) => {
    const next = found[i + 1]
    return r.to === null && r.via === null && next ? { ...r, to: next.to, via: next.via, toImplied: true } : r
  })
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
  return implied(duties.flatMap(({ task, passage }) => reportsIn(passage, task?.clause ?? null, task?.lead ?? [])))
}
