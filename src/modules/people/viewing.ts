/** Ghi lần xem: whoever reads a dossier leaves his name, body, purpose and what was read; the person sees it. */
import { homeBody } from '../../kernel/actor.ts'
import type { Ctx } from '../../platform/action.ts'
import { ROLES } from '../accounts/public.ts'
import { numberOf } from './rules/members.ts'
import { defaultPurpose, PURPOSES, type Purpose } from './rules/purpose.ts'
import { type NotedViewing, saveViewingOfMany, saveViewings } from './store/viewings.ts'
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

/** Nobody but people and machines is noted: the system reads for itself. */
const isNoted = ({ actor }: Ctx): boolean => actor.kind !== 'system' && actor.kind !== 'anonymous'

function noted(ctx: Ctx, groups: readonly GroupCode[], purpose: Purpose | undefined): NotedViewing {
  const body = homeBody(ctx.actor)
  return {
    body: body?.bodyName ?? '',
    role: body === null ? ctx.actor.post : ROLES[body.role].label,
    purpose: PURPOSES[purpose ?? defaultPurpose(ctx.actor)].label,
    groups,
  }
}

/** Notes that the actor read dossiers of others. */
export async function noteViewing(ctx: Ctx, read: Read): Promise<void> {
  if (!isNoted(ctx) || read.people.length === 0) return
  const { actor, now, tx } = ctx
  const said = noted(ctx, read.groups, read.purpose)
  const [only] = read.people
  if (read.people.length === 1 && only !== undefined && read.sensitive !== true) {
    const since = now.subtract({ minutes: SAME_READING })
    const again = { personId: only, actorId: actor.id, purpose: said.purpose, groups: read.groups, since }
    if (await viewedSince(tx, again)) return
  }
  await saveViewings(ctx, { ...said, people: read.people, sensitive: read.sensitive ?? false })
}

/** Readings of more dossiers than this leave one row in all. */
const MANY = 200

/** Ai nằm trong tệp xuất: gathered while rows go by, in little room however many they are. */
export type Gathered = {
  readonly first: string[]
  readonly others: string[]
  readonly numbers: number[]
  count: number
}

/** Nobody yet. */
export const gatheredNone = (): Gathered => ({ first: [], others: [], numbers: [], count: 0 })

/** One more; `others` are those whose codes have no number. */
export function gather(g: Gathered, id: string, code: string): void {
  g.count++
  if (g.first.length < MANY) g.first.push(id)
  const number = numberOf(code)
  if (number === null) g.others.push(id)
  else g.numbers.push(number)
}

/** Notes that the actor took the dossiers of a list away with him (docs/decisions/0016). */
export async function noteExport(
  ctx: Ctx,
  read: { readonly people: Gathered; readonly groups: readonly GroupCode[]; readonly purpose: Purpose },
): Promise<void> {
  const { people, groups, purpose } = read
  if (people.count <= MANY) {
    await noteViewing(ctx, { people: people.first, groups, purpose })
    return
  }
  if (!isNoted(ctx)) return
  const said = noted(ctx, groups, purpose)
  await saveViewingOfMany(ctx, { ...said, numbers: people.numbers })
  if (people.others.length > 0) await saveViewings(ctx, { ...said, people: people.others, sensitive: false })
}
