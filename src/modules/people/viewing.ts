/** Ghi lần xem: whoever reads a dossier leaves his name, body, purpose and what was read; the person sees it. */
import { homeBody } from '../../kernel/actor.ts'
import type { Ctx } from '../../platform/action.ts'
import { ROLES } from '../accounts/public.ts'
import { defaultPurpose, PURPOSES, type Purpose } from './rules/purpose.ts'
import { saveViewings } from './store/viewings.ts'
import { viewedSince } from './views/profile.ts'
import type { GroupCode } from './words/group.ts'

/** What was read, of whom, for what. */
export type Read = {
  readonly people: readonly string[]
  readonly groups: readonly GroupCode[]
  readonly purpose?: Purpose
  readonly sensitive?: boolean
}

/** Minutes within which opening the same parts again is the same reading. */
const SAME_READING = 30

/** Notes that the actor read dossiers of others. The system reads for itself and is not noted. */
export async function noteViewing(ctx: Ctx, read: Read): Promise<void> {
  const { actor, now, tx } = ctx
  if (actor.kind === 'system' || actor.kind === 'anonymous' || read.people.length === 0) return
  const purpose = PURPOSES[read.purpose ?? defaultPurpose(actor)].label
  const [only] = read.people
  if (read.people.length === 1 && only !== undefined && read.sensitive !== true) {
    const since = now.subtract({ minutes: SAME_READING })
    if (await viewedSince(tx, { personId: only, actorId: actor.id, purpose, groups: read.groups, since })) return
  }
  const body = homeBody(actor)
  await saveViewings(ctx, {
    people: read.people,
    body: body?.bodyName ?? '',
    role: body === null ? actor.post : ROLES[body.role].label,
    purpose,
    groups: read.groups,
    sensitive: read.sensitive ?? false,
  })
}
