/**
 * Thời hạn: between the normal form a reading keeps (`PlanTask.due`) and the words an official reads and types.
 */
import { parseDay, showDay } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/text.ts'

const FIXED: Readonly<Record<string, string>> = {
  yearly: 'hằng năm',
  continuous: 'thường xuyên',
  'per-plan': 'theo kế hoạch',
  event: 'khi phát sinh',
}

/** The words of a normal form: `yearly:12-05` -> "trước 05/12 hằng năm"; "" when there is none. */
export function showDue(due: string | null): string {
  if (due === null) return ''
  const fixed = FIXED[due]
  if (fixed !== undefined) return fixed
  const yearly = /^yearly:(\d{2})-(\d{2})$/.exec(due)
  if (yearly) return `trước ${yearly[2]}/${yearly[1]} hằng năm`
  if (due.startsWith('from:')) return `từ ${showDue(due.slice(5))}`
  if (due.includes('/')) return due.split('/').map(showDue).join(' đến ')
  const whole = parseDay(due)
  if (whole !== null) return showDay(whole)
  const quarter = /^(\d{4})-Q([1-4])$/.exec(due)
  if (quarter) return `quý ${quarter[2]}/${quarter[1]}`
  const month = /^(\d{4})-(\d{2})$/.exec(due)
  if (month) return `tháng ${Number(month[2])}/${month[1]}`
  return /^\d{4}$/.test(due) ? `năm ${due}` : due
}

/** The normal form of what was typed: a day, "hằng năm", "thường xuyên", "quý 4/2026", "năm 2026"; null = none given; false = not understood. */
export function readDue(typed: string): string | null | false {
  const words = fold(typed)
  if (words === '') return null
  const fixed = Object.entries(FIXED).find(([, label]) => fold(label) === words)
  if (fixed) return fixed[0]
  if (words === 'hang nam') return 'yearly'
  const yearly = /^(?:truoc )?(?:ngay )?(\d{1,2})[/-](\d{1,2}) h[aă]ng nam$/.exec(words)
  if (yearly && parseDay(`2024-${pad(yearly[2])}-${pad(yearly[1])}`))
    return `yearly:${pad(yearly[2])}-${pad(yearly[1])}`
  const quarter = /^quy ([1-4])[/ ](?:nam )?(\d{4})$/.exec(words)
  if (quarter) return `${quarter[2]}-Q${quarter[1]}`
  const month = /^thang (\d{1,2})[/ ](?:nam )?(\d{4})$/.exec(words)
  if (month && Number(month[1]) >= 1 && Number(month[1]) <= 12) return `${month[2]}-${pad(month[1])}`
  const year = /^(?:nam )?((?:19|20)\d{2})$/.exec(words)
  if (year?.[1]) return year[1]
  return parseDay(typed) ?? readStretch(words)
}

/** "từ năm 2025", "năm 2025 đến năm 2030"; false for anything else. */
function readStretch(words: string): string | false {
  const ends = words.split(' den ')
  if (ends.length === 2) {
    const [from, to] = ends.map((end) => (end.trim() === '' ? false : readDue(end.replace(/^tu /, ''))))
    return typeof from === 'string' && typeof to === 'string' ? `${from}/${to}` : false
  }
  const from = words.startsWith('tu ') ? readDue(words.slice(3)) : false
  return typeof from === 'string' ? `from:${from}` : false
}

/** A day or month as two digits. */
export const pad = (n: string | undefined): string => (n ?? '').padStart(2, '0')
