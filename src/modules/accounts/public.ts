/** Cửa của mô-đun tài khoản: what other modules may import. */
import type { Actor, Role } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { type Contact, contactsOf } from './views.ts'
import { ROLES } from './words.ts'

export { createAccount } from './actions/create-account.ts'
export { grantRole } from './actions/grant-role.ts'
export { actorOfAccount, actorOfSession, actorOfUsername, authenticate, authenticateMachine } from './actor.ts'
export { letIn } from './entry.ts'
export { homeOf } from './rules/home.ts'
export type { Contact } from './views.ts'
export { ROLES } from './words.ts'
export { accountsOf, peopleInCharge, rolesInWords }

/** "Cán bộ Sở Nội vụ, Quản trị hệ thống": the roles in effect. */
const rolesInWords = (actor: Actor): string => [...new Set(actor.grants.map((g) => ROLES[g.role].label))].join(', ')

/**
 * Accounts in use that hold a role over one of the units (only those of `accountIds`, when given), within the reader's rights; first given first. `today` left out =
 * by the clock of the database.
 */
const accountsOf = (
  tx: Tx,
  of: { role?: Role; unitIds?: readonly string[]; accountIds?: readonly string[] } = {},
  today: Day | null = null,
): Promise<Contact[]> => contactsOf(tx, today, of)

/** Người phụ trách: for each unit the first account that holds the role over it. */
async function peopleInCharge(
  tx: Tx,
  unitIds: readonly string[],
  role: Role,
  today: Day | null = null,
): Promise<Map<string, Contact>> {
  const found = new Map<string, Contact>()
  for (const c of await contactsOf(tx, today, { role, unitIds })) {
    if (!found.has(c.unitId)) found.set(c.unitId, c)
  }
  return found
}
