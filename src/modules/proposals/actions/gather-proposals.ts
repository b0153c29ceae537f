/** Tập hợp kiến nghị: one press takes section 5 of every accepted report that was not taken yet. Pressed twice it takes nothing twice. */
import { z } from 'zod'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { year } from '../../../platform/http/input.ts'
import { readPlan } from '../gathering.ts'
import { canKeepProposals } from '../rights.ts'
import { countChanges, type LineChange, type SectionPlan } from '../rules/gathering.ts'
import { addresseeOf } from '../rules/lines.ts'
import {
  attribute,
  insertProposals,
  insertReadings,
  insertSources,
  insertSteps,
  lockGathering,
  type NewProposal,
  type NewSource,
  type NewStep,
} from '../store.ts'
import { attributionsOf } from '../views.ts'

type Batch = {
  readonly proposals: NewProposal[]
  readonly sources: NewSource[]
  readonly attributions: { proposalId: string; sourceId: string }[]
  readonly steps: NewStep[]
}

/** New lines become proposals; lines said before stay with their proposals, whose text an officer may have edited. */
export const gatherProposals = action({
  name: 'proposals.gather',
  right: canKeepProposals,
  input: z.object({ year: year() }),
  run: async (ctx, input) => {
    await lockGathering(ctx)
    const { plans } = await readPlan(ctx, input.year)
    const belongs = await belonging(ctx, plans)
    const batch: Batch = { proposals: [], sources: [], attributions: [], steps: [] }
    for (const plan of plans) for (const change of plan.changes) take(ctx, input.year, plan, change, belongs, batch)
    await insertProposals(ctx, batch.proposals)
    await insertSources(ctx, batch.sources)
    await attribute(ctx, batch.attributions)
    await insertSteps(ctx, batch.steps)
    await insertReadings(
      ctx,
      plans.map(({ section, changes }) => ({
        obligationId: section.obligationId,
        number: section.number,
        unitId: section.unitId,
        year: input.year,
        lines: changes.filter((c) => c.kind !== 'gone').length,
      })),
    )
    const counts = countChanges(plans)
    const data = {
      year: input.year,
      reports: plans.length,
      added: counts.new,
      changed: counts.changed,
      gone: counts.gone,
    }
    return done(data, { kind: 'proposals.gathered', subject: `proposals:${input.year}`, data })
  },
})

/** Line gathered before -> the proposals it belongs to. */
async function belonging(ctx: Ctx, plans: readonly SectionPlan[]): Promise<Map<string, string[]>> {
  const lines = plans.flatMap((p) => p.changes.flatMap((c) => (c.kind === 'new' ? [] : [c.was.id])))
  const found = lines.length === 0 ? [] : await attributionsOf(ctx.tx, lines)
  return new Map([...Map.groupBy(found, (a) => a.sourceId)].map(([id, list]) => [id, list.map((a) => a.proposalId)]))
}

function take(
  ctx: Ctx,
  year: number,
  { section }: SectionPlan,
  change: LineChange,
  belongs: ReadonlyMap<string, readonly string[]>,
  batch: Batch,
): void {
  const { obligationId, unitId, unitName, report, title, number } = section
  const where = { unit: unitName, report, number: String(number) }
  const known = change.kind === 'new' ? [] : (belongs.get(change.was.id) ?? [])
  if (change.kind === 'gone') {
    for (const proposalId of known)
      batch.steps.push({ proposalId, verb: 'thoi-neu', details: { ...where, before: change.was.text } })
    return
  }
  const { line, text } = change
  const sourceId = ctx.newId()
  const continues = change.kind === 'new' ? null : change.was.id
  batch.sources.push({ id: sourceId, obligationId, unitId, report, title, year, number, line, text, continues })
  if (change.kind === 'new') {
    const proposalId = ctx.newId()
    batch.proposals.push({ id: proposalId, year, text, addressee: addresseeOf(text), askerIds: [unitId] })
    batch.attributions.push({ proposalId, sourceId })
    batch.steps.push({ proposalId, verb: 'tap-hop', details: { ...where, line: String(line) } })
  } else
    for (const proposalId of known) {
      batch.attributions.push({ proposalId, sourceId })
      if (change.kind === 'changed')
        batch.steps.push({ proposalId, verb: 'doi-loi', details: { ...where, before: change.was.text, after: text } })
    }
}
