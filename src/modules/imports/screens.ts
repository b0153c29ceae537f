/** Màn hình nhập: what each page needs, put together from the views. */
import { homeBody } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { entriesOn } from '../code-lists/public.ts'
import { unitsOn } from '../organisations/public.ts'
import { MOST_KEPT } from './actions/decide-likely.ts'
import type { BatchView } from './pages/batch.ts'
import type { BatchesView } from './pages/batches.ts'
import type { WaitingView } from './pages/values.ts'
import { canImport } from './rights.ts'
import { nameOffered, namesOffered } from './rules/body-named.ts'
import { namesOfEntries } from './rules/entry-names.ts'
import { surelyOnes } from './rules/likely.ts'
import { findBatch, findingGroups, findingsOf, listBatches, outcomeRows, progressOf, waitingValues } from './views.ts'
import { ALLOWED } from './words.ts'

const PAGE = 50
/** Bodies listed to choose from at once; more of them are found by typing. */
const MOST_BODIES = 15

/** Trang các lô. */
export async function readBatches(ctx: Ctx, page: number): Promise<BatchesView> {
  const { scope } = ctx.actor
  const today = await unitsOn(ctx.tx, dayOf(ctx.now))
  const units = today.filter((u) =>
    scope === 'all' ? u.kind === 'body' || u.kind === 'commune' : scope.includes(u.id),
  )
  const own = homeBody(ctx.actor)?.bodyCode ?? ''
  const found = await listBatches(ctx.tx, { limit: PAGE + 1, offset: (page - 1) * PAGE })
  return {
    batches: found.slice(0, PAGE).map(({ plan, ...b }) => b),
    page,
    more: found.length > PAGE,
    own: units.length > MOST_BODIES ? nameOffered(units, own) : own,
    bodies: units.length > MOST_BODIES ? [] : units.map((u) => ({ code: u.code, name: u.officeName })),
    names: units.length > MOST_BODIES ? namesOffered(units) : [],
  }
}

/** Ways of writing shown at once; the rest comes when these are decided. */
const MOST_WAITING = 40

async function waitingView(ctx: Ctx, id: string, open: boolean): Promise<WaitingView> {
  if (!open) return { values: [], total: 0, lists: {} }
  const all = await waitingValues(ctx.tx, id)
  const values = all.slice(0, MOST_WAITING)
  const lists: Record<string, readonly string[]> = {}
  for (const list of new Set(values.map((w) => w.list)))
    lists[list] = namesOfEntries(await entriesOn(ctx.tx, list, dayOf(ctx.now)))
  return { values, total: all.length, lists }
}

/** Một lô. */
export async function readBatch(
  ctx: Ctx,
  id: string,
  { page, onlyErrors }: { page: number; onlyErrors: boolean } = { page: 1, onlyErrors: false },
): Promise<Decision<BatchView>> {
  const batch = await findBatch(ctx.tx, id)
  if (batch === null || !canImport.allows(ctx.actor, batch.unitId))
    return refuse('absent', 'import.absent', 'Không tìm thấy lô nhập này.')
  const doubles = await outcomeRows(ctx.tx, id, ['duplicate'], { limit: MOST_KEPT, offset: 0 })
  return accept({
    batch,
    may: ALLOWED[batch.state],
    progress: await progressOf(ctx.tx, id),
    groups: await findingGroups(ctx.tx, id),
    findings: await findingsOf(ctx.tx, id, { limit: PAGE, offset: (page - 1) * PAGE }, onlyErrors),
    onlyErrors,
    page,
    pageSize: PAGE,
    waiting: await waitingView(ctx, id, ALLOWED[batch.state].includes('decide')),
    doubles: {
      rows: doubles.slice(0, PAGE),
      total: batch.counts?.duplicate ?? doubles.length,
      likely: surelyOnes(doubles).length,
    },
    changed: await outcomeRows(ctx.tx, id, ['changed'], { limit: PAGE, offset: 0 }),
  })
}
