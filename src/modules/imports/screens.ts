/** Màn hình nhập: what each page needs, put together from the views. */
import { homeBody } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { EXCEL } from '../../platform/excel/write-workbook.ts'
import { entriesOn } from '../code-lists/public.ts'
import { unitsOn } from '../organisations/public.ts'
import { markAside } from './aside.ts'
import { withBatchFile } from './batch-file.ts'
import type { BatchView } from './pages/batch.ts'
import type { BatchesView } from './pages/batches.ts'
import type { WaitingView } from './pages/values.ts'
import { canImport, canTakeWhole } from './rights.ts'
import { nameOffered, namesOffered } from './rules/body-named.ts'
import { namesOfEntries } from './rules/entry-names.ts'
import { MOST_KEPT } from './rules/findings.ts'
import { givenBack } from './rules/giving-back.ts'
import { surelyOnes } from './rules/likely.ts'
import { findBatch, findingGroups, findingsOf, listBatches, outcomeRows, progressOf, waitingValues } from './views.ts'
import { ALLOWED, type Batch } from './words.ts'

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

/** A batch the reader may not see is as good as none. */
async function batchSeen(ctx: Ctx, id: string): Promise<Decision<Batch>> {
  const batch = await findBatch(ctx.tx, id)
  return batch === null || !canImport.allows(ctx.actor, batch.unitId)
    ? refuse('absent', 'import.absent', 'Không tìm thấy lô nhập này.')
    : accept(batch)
}

/** Một lô. */
export async function readBatch(
  ctx: Ctx,
  id: string,
  { page, onlyErrors }: { page: number; onlyErrors: boolean } = { page: 1, onlyErrors: false },
): Promise<Decision<BatchView>> {
  const found = await batchSeen(ctx, id)
  if (!found.ok) return found
  const batch = found.value
  const doubles = await outcomeRows(ctx.tx, id, ['duplicate'], { limit: MOST_KEPT.rows, offset: 0 })
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

/** Tệp lỗi của một lô, for whoever sent it. */
export async function readErrors(
  ctx: Ctx,
  id: string,
): Promise<Decision<{ name: string; mediaType: string; bytes: Uint8Array }>> {
  const found = await batchSeen(ctx, id)
  if (!found.ok) return found
  const batch = found.value
  if (batch.madeBy !== ctx.actor.id)
    return refuse(
      'forbidden',
      'import.not-sender',
      `Tệp lỗi có nội dung của tệp gốc nên chỉ người gửi tệp tải được. Liên hệ: ${batch.madeName}.`,
    )
  const findings = await findingsOf(ctx.tx, id, { limit: MOST_KEPT.findings, offset: 0 })
  const back = givenBack(batch.plan, canTakeWhole.allows(ctx.actor, batch.unitId))
  const { plan, fileName } = batch
  const marked = await withBatchFile(ctx.tx, batch, (file) =>
    markAside({ does: 'mark', file, plan, findings, back, today: dayOf(ctx.now) }),
  )
  if (!marked.ok) return marked
  return accept({ name: `${fileName.replace(/\.[^.]+$/, '')} - can sua.xlsx`, mediaType: EXCEL, bytes: marked.value })
}
