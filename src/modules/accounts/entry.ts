/** Vào hệ thống: what the doors (password, code, sample person, set-up) have in common. */
import { z } from 'zod'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { actorOfAccount } from './actor.ts'
import { afterSignIn } from './rules/home.ts'
import { closeThisSession, openSession, type StoredAccount } from './store.ts'

/** What a door answers: inside, asked for a code, or refused (and counted). */
export type Entry =
  | { readonly outcome: 'in' | 'code'; readonly token: string; readonly to: string }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }

/** Where the request came from; filled in by the route, never typed. */
export const origin = {
  address: z.string().max(60).catch('').default(''),
  agent: z.string().catch('').default(''),
  tiep: z.string().optional().catch(undefined),
}

/** A refusal that is counted: the transaction is kept, the form is shown again. No field is named unless there is only one. */
export const refusedEntry = (code: string, sentence: string, field?: string): Entry => ({
  outcome: 'refused',
  refusal: refuse('invalid', code, sentence, field === undefined ? {} : { fields: { [field]: sentence } }),
})

/** Opens a session for an account and says where it leads. */
export async function letIn(
  ctx: Ctx,
  account: Pick<StoredAccount, 'id'>,
  from: { address: string; agent: string; tiep?: string | undefined },
): Promise<Entry> {
  await closeThisSession(ctx)
  const token = await openSession(ctx, account.id, 'open', from)
  const actor: Actor = (await actorOfAccount(ctx.tx, account.id, dayOf(ctx.now))) ?? ANONYMOUS
  return { outcome: 'in', token, to: afterSignIn(actor, from.tiep) }
}

/** Facts of an account: subject, and the tier A words histories need. The unit stays empty: colleagues do not follow sign-ins. */
export const accountFact = (
  kind: string,
  account: { id: string; username: string; name: string },
  data: Readonly<Record<string, unknown>> = {},
) => ({ kind, subject: `account:${account.id}`, data: { username: account.username, name: account.name, ...data } })
