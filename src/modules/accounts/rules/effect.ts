/**
 * Quyền đang có hiệu lực: from the grants of a day to what the actor may see. Roles that need the second step sleep
 * until it is on; a one-time password opens nothing but the page where it is changed.
 */
import type { Actor, Grant, Role } from '../../../kernel/actor.ts'
import { ROLES } from '../words.ts'

/** Tài khoản, as far as its rights are concerned. */
export type Holder = {
  readonly id: string
  readonly name: string
  readonly post: string
  readonly sample: boolean
  readonly mustChange: boolean
  readonly secondStep: boolean
}

/** Phân quyền trong ngày, with the units below its body as of that day. */
export type HeldGrant = Grant & { readonly units: readonly string[] }

/** Why a grant gives nothing for now. */
export type Sleeping = 'must-change' | 'second-step'

/** Whether the role gives nothing yet, and why. */
export function sleeps(holder: Holder, role: Role): Sleeping | null {
  if (holder.mustChange) return 'must-change'
  if (ROLES[role].secondStep && !holder.secondStep && !holder.sample) return 'second-step'
  return null
}

/** Khóa truy cập, with the units below its body as of the day. */
export type HeldToken = HeldGrant & { readonly id: string; readonly name: string; readonly mayWrite: boolean }

/** The actor of a service token: the one role it was issued for, over its body or over all where the role reaches so far. */
export const machineOf = ({ id, name, mayWrite, units, ...grant }: HeldToken): Actor => ({
  kind: 'machine',
  id,
  name,
  post: '',
  grants: [grant],
  scope: ROLES[grant.role].reach === 'all' ? 'all' : [...new Set([grant.body, ...units])],
  mayWrite,
})

/** The actor of an account: grants in effect first given first, scope = whole province or the union of the subtrees; a role over oneself opens no body. */
export function actorOf(holder: Holder, held: readonly HeldGrant[]): Actor {
  const awake = held.filter((g) => sleeps(holder, g.role) === null)
  const all = awake.some((g) => ROLES[g.role].reach === 'all')
  return {
    kind: 'account',
    id: holder.id,
    name: holder.name,
    post: holder.post,
    grants: awake.map(({ role, body, bodyCode, bodyName }) => ({ role, body, bodyCode, bodyName })),
    scope: all
      ? 'all'
      : [...new Set(awake.filter((g) => ROLES[g.role].reach === 'unit').flatMap((g) => [g.body, ...g.units]))],
  }
}
