/** Đường dẫn của danh mục. */
import { z } from 'zod'
import { type Day, dayOf, parseDay, showDay, yearOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { optionalText } from '../../platform/http/input.ts'
import { page, type Route, submit } from '../../platform/http/route.ts'
import { keepDaysOff } from './actions/keep-days-off.ts'
import { removeDayOff } from './actions/remove-day-off.ts'
import { DAYS_OFF, type DaysOffView, daysOffPage } from './pages/days-off.ts'
import { type ListView, listPage } from './pages/list-page.ts'
import { LISTS, type ListsView, listsPage } from './pages/lists-page.ts'
import { canKeepDaysOff, canReadLists } from './rights.ts'
import { lawDaysOff } from './rules/working-days.ts'
import { daysOffKept, entriesOf, listsOn, versionOn, versionsOf } from './views.ts'

/** The day asked for, today when absent; what was typed when it is no day. */
function seenFrom(ctx: Ctx, typed: string): { day: Day; wrongDay: string | null } {
  const asked = typed === '' ? null : parseDay(typed)
  return { day: asked ?? dayOf(ctx.now), wrongDay: typed !== '' && asked === null ? typed : null }
}

async function listsView(ctx: Ctx, q: { ngay: string }): Promise<Decision<ListsView>> {
  const seen = seenFrom(ctx, q.ngay)
  return accept({ ...seen, lists: await listsOn(ctx.tx, seen.day) })
}

async function listView(ctx: Ctx, q: { name: string; ngay: string }): Promise<Decision<ListView>> {
  const versions = await versionsOf(ctx.tx, q.name)
  const last = versions.at(-1)
  if (!last) return refuse('absent', 'code-lists.unknown', `Không có danh mục ${q.name}.`)
  const seen = seenFrom(ctx, q.ngay)
  const version = await versionOn(ctx.tx, q.name, seen.day)
  const entries = version ? await entriesOf(ctx.tx, version.id) : []
  return accept({ ...seen, name: q.name, title: (version ?? last).title, version, versions, entries })
}

/** The year asked for, this one when absent or far away. */
async function daysOffView(ctx: Ctx, q: { nam: string }): Promise<Decision<DaysOffView>> {
  const now = yearOf(dayOf(ctx.now))
  const kept = await daysOffKept(ctx.tx)
  const years = [...new Set([...kept.map((d) => yearOf(d.day)), now, now + 1])].sort((a, b) => a - b)
  const year = years.find((y) => String(y) === q.nam) ?? now
  const days = kept.filter((d) => yearOf(d.day) === year)
  return accept({ year, years, law: lawDaysOff(year), days, mayKeep: canKeepDaysOff.allows(ctx.actor) })
}

/** The URL table. */
export const routes: readonly Route[] = [
  page<{ ngay: string }, ListsView>({
    path: LISTS,
    title: 'Danh mục',
    right: canReadLists,
    input: z.object({ ngay: optionalText(20) }),
    view: listsView,
    html: listsPage,
  }),
  page<{ name: string; ngay: string }, ListView>({
    path: `${LISTS}/:name`,
    title: (v) => v.title,
    right: canReadLists,
    input: z.object({ name: optionalText(60), ngay: optionalText(20) }),
    view: listView,
    html: listPage,
  }),
  page<{ nam: string }, DaysOffView>({
    path: DAYS_OFF,
    title: 'Ngày nghỉ',
    right: canReadLists,
    input: z.object({ nam: optionalText(4) }),
    view: daysOffView,
    html: daysOffPage,
  }),
  submit({
    path: DAYS_OFF,
    title: 'Ghi ngày nghỉ',
    right: canKeepDaysOff,
    action: keepDaysOff,
    next: (o) => ({ to: `${DAYS_OFF}?nam=${o.year}`, said: `Đã ghi ${o.days} ngày của năm ${o.year}.` }),
    back: () => DAYS_OFF,
  }),
  submit({
    path: `${DAYS_OFF}/:id/bo`,
    title: 'Bỏ ngày nghỉ',
    right: canKeepDaysOff,
    action: removeDayOff,
    next: (o) => ({ to: `${DAYS_OFF}?nam=${yearOf(o.day)}`, said: `Đã bỏ ngày ${showDay(o.day)} khỏi danh sách.` }),
    back: () => DAYS_OFF,
  }),
]
