/** Ghi trên một kiến nghị: found, still as it was seen, written with its step. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { type Change, standing } from './rules/moves.ts'
import { insertSteps, type NewStep, saveChange } from './store.ts'
import { findProposal } from './views.ts'
import type { Proposal } from './words.ts'

/** The proposal under a code, whatever its version. */
export async function proposalUnder(ctx: Ctx, code: string): Promise<Decision<Proposal>> {
  const found = await findProposal(ctx.tx, code)
  return found === null
    ? refuse('absent', 'proposals.absent', `Không có kiến nghị ${code} trong phạm vi được xem.`)
    : accept(found)
}

/** Somebody else wrote since the page was opened. */
export const changedMeanwhile = (p: Proposal): Decision<never> =>
  refuse(
    'stale',
    'proposals.stale',
    `Kiến nghị ${p.code} vừa được người khác cập nhật. Chưa ghi gì; xem bản mới rồi làm lại.`,
    { theirs: { state: p.state, text: p.text, version: p.version } },
  )

/** The proposal as the writer saw it, that was not merged. */
export async function proposalForWriting(ctx: Ctx, code: string, version: number): Promise<Decision<Proposal>> {
  const found = await proposalUnder(ctx, code)
  if (!found.ok) return found
  if (found.value.version !== version) return changedMeanwhile(found.value)
  const free = standing(found.value)
  return free.ok ? found : free
}

/** Writes a change with its step in the history. */
export async function writeChange(
  ctx: Ctx,
  p: Proposal,
  change: Change,
  step: Omit<NewStep, 'proposalId'>,
): Promise<Decision<null>> {
  if (!(await saveChange(ctx, p, change))) return changedMeanwhile(p)
  await insertSteps(ctx, [{ proposalId: p.id, ...step }])
  return accept(null)
}
