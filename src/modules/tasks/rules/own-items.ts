/** Từ văn bản của cơ quan thành các dòng kế hoạch: what the reader found, as rows; nothing it did not find is filled in. */
import { addDays, type Day, parseDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import type { PlanReading } from '../../documents/public.ts'
import { sameWords } from './likeness.ts'

/** Dòng đọc được từ kế hoạch của cơ quan. */
export type OwnItem = {
  /** Its number in the body's own document. */
  readonly clause: string
  readonly text: string
  readonly product: string
  /** The last day in time within the year of the plan; null when the document gives none that can be told. */
  readonly due: Day | null
  /** The deadline as written: "thường xuyên", "quý IV". */
  readonly dueWords: string
  readonly named: readonly string[]
  readonly span: readonly [number, number]
}

/**
 * The items of a reading that the plan does not hold yet. The duties of the organisation section count only where the
 * document has no tasks. Refuses a document in which no task was recognised, and one that brings nothing new.
 */
export function ownItems(reading: PlanReading, year: number, known: readonly string[]): Decision<OwnItem[]> {
  const tasks = reading.tasks.filter((t) => !t.duty)
  const read = tasks.length > 0 ? tasks : reading.tasks
  if (read.length === 0)
    return refuseFields('plan.nothing-read', {
      file: 'Không nhận ra nhiệm vụ nào trong văn bản này. Kiểm tra lại có đúng tệp kế hoạch không; chưa ghi gì',
    })
  const fresh = read.filter((t) => !known.some((k) => sameWords(k, t.text)))
  if (fresh.length === 0)
    return refuseFields('plan.all-known', {
      file: 'Mọi nhiệm vụ trong văn bản này đã có trong kế hoạch của cơ quan; không thêm dòng nào',
    })
  return accept(
    fresh.map((t) => ({
      clause: t.clause,
      text: t.text,
      product: t.product ?? '',
      due: dueInYear(t.due, t.dueRaw, year),
      dueWords: t.dueRaw ?? '',
      named: [...t.lead, ...t.coordinate],
      span: t.span,
    })),
  )
}

/**
 * The deadline of a reading (`2026-Q4`, `yearly:12-05`, …) as the last day in time, in the year of the plan where it
 * returns every year. "Trước ngày" means the day before.
 */
export function dueInYear(read: string | null, raw: string | null, year: number): Day | null {
  if (read === null) return null
  const before = (d: Day | null): Day | null => (d !== null && /trước ngày/iu.test(raw ?? '') ? addDays(d, -1) : d)
  const yearly = /^yearly:(\d{2}-\d{2})$/.exec(read)
  if (yearly) return before(parseDay(`${year}-${yearly[1]}`))
  return endOf(read.split('/').at(-1) ?? '', before)
}

function endOf(period: string, before: (d: Day | null) => Day | null): Day | null {
  const whole = parseDay(period)
  if (whole !== null) return before(whole)
  const m = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(period)
  if (!m?.[1]) return null
  const month = m[2] ? Number(m[2]) * 3 : m[3] ? Number(m[3]) : 12
  return lastDayOf(Number(m[1]), month)
}

function lastDayOf(year: number, month: number): Day | null {
  const next = parseDay(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`)
  return next === null ? null : addDays(next, -1)
}
