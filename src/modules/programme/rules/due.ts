/** Thời hạn của nhiệm vụ: from the reading, from a form, and in words. */
import { addDays, type Day, day, parseDay, showDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { fold } from '../../../kernel/text.ts'
import type { Due, DueKind } from '../words.ts'

const NONE: Due = { kind: 'none', day: null }

const lastDayOf = (year: number, month: number): Day =>
  addDays(day(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`), -1)

/**
 * The deadline a reading gives (`2026-Q4`, `yearly:12-05`, …): periods end on their last day; "từ …" alone sets no end.
 * "Trước ngày" in the document's words (`raw`) means the day before is the last one.
 */
export function dueOfReading(read: string | null, raw: string | null): Due {
  if (read === null) return NONE
  const last = (d: Day | null): Day | null => (d !== null && /trước ngày/iu.test(raw ?? '') ? addDays(d, -1) : d)
  const yearly = /^yearly(?::(\d{2}-\d{2}))?$/.exec(read)
  if (yearly) return { kind: 'yearly', day: last(yearly[1] === undefined ? null : parseDay(`2024-${yearly[1]}`)) }
  if (read === 'continuous') return { kind: 'continuous', day: null }
  if (read.startsWith('from:')) return NONE
  return endOf(read.split('/').at(-1) ?? '', last)
}

function endOf(period: string, last: (d: Day | null) => Day | null): Due {
  const whole = parseDay(period)
  if (whole !== null) return { kind: 'day', day: last(whole) }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  if (quarter) return { kind: 'day', day: lastDayOf(Number(quarter[1]), Number(quarter[2]) * 3) }
  const month = /^(\d{4})-(\d{2})$/.exec(period)
  if (month) return { kind: 'day', day: lastDayOf(Number(month[1]), Number(month[2])) }
  return /^\d{4}$/.test(period) ? { kind: 'day', day: day(`${period}-12-31`) } : NONE
}

const WORDS: Readonly<Record<string, DueKind>> = {
  'hang nam': 'yearly',
  'thuong xuyen': 'continuous',
  yearly: 'yearly',
  continuous: 'continuous',
  none: 'none',
}

/**
 * The deadline that was typed or chosen. `kind` decides; without it a day or the words "hằng năm", "thường xuyên" do.
 * Refuses nothing at all, what is no day, and a day before the plan itself.
 */
export function dueOfForm(typed: { kind: DueKind | '' | undefined; due: string }, planDate: Day): Decision<Due> {
  const kind = typed.kind || WORDS[fold(typed.due)] || 'day'
  if (kind === 'continuous' || kind === 'none') return accept({ kind, day: null })
  if (kind === 'yearly' && (typed.due.trim() === '' || WORDS[fold(typed.due)] !== undefined))
    return accept({ kind, day: null })
  const refused = (sentence: string) => refuseFields('task.due', { due: sentence })
  if (typed.due.trim() === '') return refused('Nhập hạn hoàn thành, ví dụ 30/06/2026, hoặc chọn hằng năm, thường xuyên')
  const on = parseDay(typed.due)
  if (on === null) return refused('Hạn hoàn thành phải là ngày có thật, ví dụ 30/06/2026')
  if (kind === 'yearly') return accept({ kind, day: on })
  if (on < planDate) return refused(`Hạn hoàn thành không thể trước ngày ban hành kế hoạch (${showDay(planDate)})`)
  return accept({ kind: 'day', day: on })
}

/** "30/06/2026", "hằng năm, chậm nhất 04/12", "thường xuyên", "chưa nêu". */
export function dueWords(due: Due): string {
  if (due.kind === 'day') return showDay(due.day)
  if (due.kind === 'yearly')
    return due.day === null ? 'hằng năm' : `hằng năm, chậm nhất ${showDay(due.day).slice(0, 5)}`
  return due.kind === 'continuous' ? 'thường xuyên' : 'chưa nêu'
}
