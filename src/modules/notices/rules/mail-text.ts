/**
 * Lời thư: titles, days and links only. What people typed (reasons, details, names of campaigns) stays in the system: a mail
 * passes through other hands.
 */
import { type Day, showDay } from '../../../kernel/day.ts'
import { DUTY_GROUPS, type Duty, type DutyGroup } from '../words.ts'
import { owedBy } from './digest.ts'
import { groupOf, sortDuties } from './duties.ts'

/** What a mail says. */
export type MailWords = { readonly subject: string; readonly text: string }

/** To whom, and where its links lead; without an address of the system the mail says where to look. */
type Reader = { readonly name: string; readonly address: string | null }

/** Kinds of duties whose title and state are our own words, and names of bodies; of others only that there is one. */
const OWN_WORDS = new Set(['report', 'task', 'plan', 'appraise'])
const OTHER: Readonly<Record<string, string>> = { campaign: 'Xác nhận hồ sơ của cơ quan' }

const kindOf = (d: Duty): string => d.key.slice(0, d.key.indexOf(':'))

/** The title of a duty outside the system. */
export const plainTitle = (d: Duty): string =>
  OWN_WORDS.has(kindOf(d)) ? d.title : (OTHER[kindOf(d)] ?? 'Việc khác trong hệ thống')

/** "quá hạn 3 ngày, hạn cuối 04/12/2026". */
export function dueInWords(d: Duty): string {
  const last = d.due === null ? '' : `hạn cuối ${showDay(d.due)}`
  if (d.daysLate > 0) return [`quá hạn ${d.daysLate} ngày`, last].filter(Boolean).join(', ')
  if (d.daysLeft === 0) return `đến hạn hôm nay${d.due === null ? '' : `, ${showDay(d.due)}`}`
  if (d.daysLeft !== null) return [`còn ${d.daysLeft} ngày`, last].filter(Boolean).join(', ')
  return last
}

/** Where a duty is done. */
export const linkOf = (address: string | null, href: string): string => (address === null ? '' : `${address}${href}`)

const MOST_LINES = 12

function groupText(group: DutyGroup, list: readonly Duty[], address: string | null): string {
  const lines = list.slice(0, MOST_LINES).map((d, i) => {
    const state = d.returned ? 'bị trả lại' : d.toDecide ? 'chờ quyết định' : ''
    const about = [plainTitle(d), state, dueInWords(d)].filter(Boolean).join(', ')
    const link = linkOf(address, d.href)
    return `${i + 1}. ${about}.${link === '' ? '' : `\n   ${link}`}`
  })
  const more = list.length - lines.length
  return [
    `${DUTY_GROUPS[group].label} (${list.length})`,
    ...lines,
    ...(more > 0 ? [`… và ${more} việc khác.`] : []),
  ].join('\n')
}

const GROUPS: readonly DutyGroup[] = ['qua-han', 'tra-lai', '7-ngay', 'sau']

function subjectOf(owed: readonly Duty[], today: Day): string {
  const count = (g: DutyGroup) => owed.filter((d) => groupOf(d) === g).length
  const said = [
    [count('qua-han'), 'quá hạn'],
    [count('tra-lai'), 'bị trả lại'],
    [count('7-ngay'), 'trong 7 ngày tới'],
  ] as const
  const parts = said.flatMap(([n, words]) => (n > 0 ? [`${n} việc ${words}`] : []))
  return `Nhắc việc ${showDay(today)}: ${parts.length > 0 ? parts.join(', ') : `${owed.length} việc phải làm`}`
}

const foot = (address: string | null): string =>
  `--\nThư do hệ thống gửi tự động, theo lựa chọn của người nhận. ${
    address === null
      ? 'Đổi lựa chọn hoặc dừng nhận: mở hệ thống, mục Nhận nhắc việc.'
      : `Đổi lựa chọn hoặc dừng nhận:\n${address}/toi/nhan-nhac`
  }\n`

const whole = (reader: Reader, parts: readonly string[]): string =>
  [`Kính gửi: ${reader.name}`, ...parts, foot(reader.address)].join('\n\n')

/** Thư tổng hợp: everything owed, most urgent first. */
export function digestWords(reader: Reader, duties: readonly Duty[], today: Day): MailWords {
  const owed = sortDuties(owedBy(duties))
  const groups = GROUPS.flatMap((g) => {
    const list = owed.filter((d) => groupOf(d) === g)
    return list.length > 0 ? [groupText(g, list, reader.address)] : []
  })
  const open = reader.address === null ? 'Mở hệ thống, mục Việc của tôi.' : `Mọi việc: ${reader.address}/viec`
  return {
    subject: subjectOf(owed, today),
    text: whole(reader, [`Việc phải làm, tính đến ngày ${showDay(today)}:`, ...groups, open]),
  }
}

/** Thư gửi ngay: what happened, and where to see why. */
export function atOnceWords(reader: Reader, notice: { title: string; href: string }): MailWords {
  const where =
    reader.address === null
      ? 'Nội dung ghi trong hệ thống, mục Thông báo.'
      : `Nội dung ghi trong hệ thống:\n${reader.address}${notice.href}`
  return { subject: notice.title, text: whole(reader, [`${notice.title}.`, where]) }
}

/** Thư thử: that mails arrive. */
export const trialWords = (reader: Reader): MailWords => ({
  subject: 'Thư thử của hệ thống',
  text: whole(reader, ['Địa chỉ này nhận được thư nhắc việc của hệ thống. Không cần trả lời.']),
})
