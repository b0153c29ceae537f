/** Theo dõi: deadlines as a calendar, what happened as a feed. Only what is public anyway stands in them. */
import ical, { ICalCalendarMethod } from 'ical-generator'
import { addDays, type Day, dayOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import { midSentence } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'
import { currentProgramme } from '../programme/public.ts'
import { openPeriods, PLAN_REGIME } from '../reporting/public.ts'
import { taskRows } from '../tasks/public.ts'
import { NEWS, PLAN, PUBLIC } from './pages/address.ts'
import { type Entry, rssFeed } from './rules/rss.ts'
import { publicFacts } from './views.ts'

type File = { name: string; mediaType: string; bytes: Uint8Array; inline: boolean }

const file = (name: string, mediaType: string, text: string): Decision<File> =>
  accept({ name, mediaType, bytes: Buffer.from(text), inline: true })

/** What is due when: the day itself, as a whole day. */
async function deadlines(ctx: Ctx): Promise<{ id: string; on: Day; title: string; path: string }[]> {
  const programme = await currentProgramme(ctx.tx)
  const tasks = programme === null ? [] : await taskRows(ctx.tx, programme.id, dayOf(ctx.now))
  const periods = await openPeriods(ctx.tx)
  return [
    ...periods.map((p) => ({
      id: p.slug === PLAN_REGIME ? `ky-${p.year}` : `ky-${p.slug}-${p.year}`,
      on: addDays(p.dueBefore, -1),
      title: `Ngày cuối nộp ${midSentence(p.title)}`,
      path: PUBLIC,
    })),
    ...tasks.flatMap((t) =>
      t.due === null
        ? []
        : [
            {
              id: `nhiem-vu-${t.task.code}`,
              on: t.due,
              title: `Hạn nhiệm vụ ${t.task.code}: ${t.task.text}`,
              path: `${PLAN}#${t.task.code}`,
            },
          ],
    ),
  ]
}

/** A whole day has no hour: the calendar writes the parts of the date as they stand in UTC. */
const dateOf = (on: Day): Date => new Date(`${on}T00:00:00Z`)

/** Lịch hạn (iCalendar); `address` = the site's own, before every link. */
export async function calendarFile(ctx: Ctx, address: string): Promise<Decision<File>> {
  const programme = await currentProgramme(ctx.tx)
  const calendar = ical({
    name: programme === null ? 'Lịch hạn' : `Lịch hạn Kế hoạch ${programme.number}`,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'nguyen-khi', product: 'cong-khai', language: 'VI' },
  })
  for (const d of await deadlines(ctx))
    calendar.createEvent({
      // The same deadline of two provinces is two events in the calendar of whoever follows both.
      id: `${d.id}@${new URL(address).hostname}`,
      start: dateOf(d.on),
      end: dateOf(addDays(d.on, 1)),
      allDay: true,
      summary: d.title,
      stamp: dateOf(dayOf(ctx.now)),
      url: `${address}${d.path}`,
    })
  return file('lich-han.ics', 'text/calendar; charset=utf-8', calendar.toString())
}

/** Tin (RSS 2.0): figures recorded, plans adopted and amended, periods opened. */
export async function newsFile(
  ctx: Ctx,
  address: string,
  sentenceOf: (line: LedgerLine) => string,
): Promise<Decision<File>> {
  const programme = await currentProgramme(ctx.tx)
  const entries = (await publicFacts(ctx.tx)).map(
    (l): Entry => ({ id: `tin-${l.seq}`, title: sentence(sentenceOf(l)), link: `${address}${PUBLIC}`, at: l.at }),
  )
  return file(
    'tin.rss',
    'application/rss+xml; charset=utf-8',
    rssFeed({
      title: programme === null ? 'Tin của kế hoạch' : `Tin Kế hoạch ${programme.number}`,
      link: `${address}${PUBLIC}`,
      self: `${address}${NEWS}`,
      about: 'Số liệu mới, kế hoạch ban hành và sửa đổi, kỳ báo cáo mở.',
      entries,
    }),
  )
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
