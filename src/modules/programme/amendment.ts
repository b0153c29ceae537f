/** Thực hiện sửa đổi: the rows of the programme follow what was decided, under the ids they have. */
import type { Day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import type { PlanReading } from '../documents/public.ts'
import { defineIndicators } from '../indicators/public.ts'
import type { Comparison } from './comparison.ts'
import { assignByDocument, placeIn, recipientRows } from './from-reading.ts'
import { alignClauses, indicatorChanges, inForce, keptRows, newRows, wordings } from './rules/amended-rows.ts'
import type { AmendmentPlan } from './rules/amendment-plan.ts'
import { clauseRows } from './rules/programme-rows.ts'
import { endRows, insertWordings, recode, updateRows } from './store/amendment.ts'
import { insertRows } from './store.ts'
import { storedClauses } from './views/amendment.ts'
import { dutiesOf, qualitativeOf, tasksOf } from './views.ts'

type Edition = { readonly id: string; readonly programmeId: string; readonly documentId: string; readonly date: Day }

/** Closes, changes and adds rows; assigns what the document itself assigns; lets the indicators follow. */
export async function applyAmendment(ctx: Ctx, both: Comparison, work: AmendmentPlan, edition: Edition): Promise<void> {
  const { reading, plan } = both
  const place = await placeIn(ctx, plan.territoryId, edition.date, edition.documentId)
  const clauses = alignClauses(await storedClauses(ctx.tx, plan.id), clauseRows(reading, ctx.newId))
  const { recipients, participants } = recipientRows(reading.recipients, place.resolve, ctx.newId)
  const kept = keptRows(reading, work, recipients)
  const fresh = newRows(reading, work, recipients, ctx.newId)
  const before = new Map(
    [...(await tasksOf(ctx.tx, plan.id)), ...(await dutiesOf(ctx.tx, plan.id))].map((t) => [t.id, t] as const),
  )
  const ended = [...work.end.map((i) => i.id), ...clauses.end]
  await endRows(ctx, ended, { edition: edition.id, date: edition.date })
  await recode(
    ctx,
    work.left.flatMap(({ item, code }) => (code === item.code ? [] : [{ id: item.id, code }])),
  )
  await updateRows(ctx, { documentId: edition.documentId, ...kept, clauses: clauses.keep })
  await insertRows(ctx, { id: plan.id, documentId: edition.documentId, ...fresh, clauses: clauses.add, participants })
  await insertWordings(ctx, { id: edition.id, programmeId: plan.id }, wordings(work))
  await assign(ctx, both, { kept: kept.tasks, fresh: fresh.tasks, before, place, edition })
  const measured = indicatorChanges(inForce(reading, work), work)
  const qualitative = await qualitativeOf(ctx.tx, plan.id)
  await defineIndicators(ctx, { ...plan, qualitative }, measured, edition.date)
}

type Row = Readonly<Record<string, unknown>>
type Task = PlanReading['tasks'][number]

/**
 * New tasks take the lead the document names. A kept task keeps its assignment; only one that the document itself had made
 * follows the document when it names another lead or partner.
 */
async function assign(
  ctx: Ctx,
  { reading, plan }: Comparison,
  rows: {
    readonly kept: readonly Row[]
    readonly fresh: readonly Row[]
    readonly before: ReadonlyMap<string, Awaited<ReturnType<typeof tasksOf>>[number]>
    readonly place: Awaited<ReturnType<typeof placeIn>>
    readonly edition: Edition
  },
): Promise<void> {
  const taskOf = (row: Row): Task | undefined => reading.tasks.find((t) => t.clause === row.code)
  const subject = { programmeId: plan.id, batch: rows.edition.id }
  for (const row of rows.fresh) {
    const task = taskOf(row)
    if (task) await assignByDocument(ctx, { ...subject, subjectId: String(row.id), version: 1 }, task, rows.place)
  }
  for (const row of rows.kept) {
    const task = taskOf(row)
    const old = rows.before.get(String(row.id))
    if (task === undefined || old === undefined || (old.leadUnitId !== null && !old.byDocument)) continue
    const same = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n')
    if (same(old.leadNamed, task.lead) && same(old.coordinatorsNamed, task.coordinate)) continue
    // The row itself was given its new words above, which is one version on.
    await assignByDocument(ctx, { ...subject, subjectId: old.id, version: old.version + 1 }, task, rows.place)
  }
}
