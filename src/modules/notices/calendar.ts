/** Lịch việc của một người (iCalendar): days and titles of what he owes, read by a calendar program at a secret address. */
import ical, { ICalCalendarMethod } from 'ical-generator'
import { addDays, type Day, dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { actorOfAccount } from '../accounts/public.ts'
import { dutiesOf } from './duties.ts'
import { owedBy } from './rules/digest.ts'
import { dueInWords, linkOf, plainTitle } from './rules/mail-text.ts'
import { calendarHolder } from './views.ts'
import type { Duty } from './words.ts'

/** What is stored of a calendar's address. */
export const calendarHash = (tx: Tx, token: string): Buffer => tx.vault.digest(`calendar:${token}`)

type File = { name: string; mediaType: string; bytes: Uint8Array; inline: boolean }

/** A whole day has no hour; a calendar without a zone writes the parts of the date as they stand in UTC, and its stamp with Z. */
const dateOf = (on: Day): Date => new Date(`${on}T00:00:00Z`)

/** The duties that have a day, as whole-day events; the same words as in mails, nothing typed by anybody. */
function calendarText(duties: readonly Duty[], holder: string, today: Day, address: string): string {
  const calendar = ical({
    name: 'Việc của tôi',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'nguyen-khi', product: 'viec-cua-toi', language: 'VI' },
    ttl: 6 * 3600,
  })
  for (const d of owedBy(duties))
    if (d.due !== null)
      calendar.createEvent({
        id: `${d.key}:${holder}`,
        start: dateOf(d.due),
        end: dateOf(addDays(d.due, 1)),
        allDay: true,
        summary: `Hạn: ${plainTitle(d)}`,
        description: [dueInWords(d), linkOf(address, d.href)].filter(Boolean).join('\n'),
        stamp: dateOf(today),
      })
  return calendar.toString()
}

/** The calendar behind a secret address; nothing is told about an address that is none. */
export async function calendarFile(ctx: Ctx, token: string, address: string): Promise<Decision<File>> {
  const holder = await calendarHolder(ctx.tx, calendarHash(ctx.tx, token.replace(/\.ics$/, '')))
  const actor = holder === null ? null : await actorOfAccount(ctx.tx, holder, dayOf(ctx.now))
  if (holder === null || actor === null) return refuse('absent', 'calendar.absent', 'Không có lịch ở địa chỉ này.')
  const text = calendarText(await dutiesOf({ ...ctx, actor }), holder, dayOf(ctx.now), address)
  return accept({
    name: 'viec-cua-toi.ics',
    mediaType: 'text/calendar; charset=utf-8',
    bytes: Buffer.from(text),
    inline: true,
  })
}
