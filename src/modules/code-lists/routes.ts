/** Đường dẫn của danh mục. */
import { z } from 'zod'
import { type Day, dayOf, parseDay } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { optionalText } from '../../platform/http/input.ts'
import { page, type Route } from '../../platform/http/route.ts'
import { type ListView, listPage } from './pages/list-page.ts'
import { LISTS, type ListsView, listsPage } from './pages/lists-page.ts'
import { canReadLists } from './rights.ts'
import { entriesOf, listsOn, versionOn, versionsOf } from './views.ts'

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
]
