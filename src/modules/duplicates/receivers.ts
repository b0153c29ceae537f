/** Người nhận: accounts that may decide about both dossiers of a pair. */
import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { accountsOf } from '../accounts/public.ts'

/** Tài khoản nhận. */
export type Decider = { readonly accountId: string; readonly name: string; readonly post: string }

/** Officers of the provincial department, and of the body when one body keeps both dossiers; each once. */
export async function deciders(tx: Tx, units: readonly string[], today: Day): Promise<Decider[]> {
  const one = new Set(units).size === 1 ? [...new Set(units)] : []
  const all = [
    ...(await accountsOf(tx, { role: 'so-noi-vu' }, today)),
    ...(one.length === 0 ? [] : await accountsOf(tx, { role: 'co-quan', unitIds: one }, today)),
  ]
  return [...new Map(all.map(({ accountId, name, post }) => [accountId, { accountId, name, post }])).values()]
}
