/** Người thử: accounts on the invented province, and how tests get in as one of them. */
import { type Actor, ANONYMOUS, type Role, systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, newId, perform, performIn, scopeFor } from '../../platform/action.ts'
import { type Database, enter, transact } from '../../platform/database/pool.ts'
import { ids, row, rows, sql } from '../../platform/database/sql.ts'
import { createAccount } from './actions/create-account.ts'
import { actorOfSession } from './actor.ts'
import type { Entry } from './entry.ts'

/** The moment tests begin at. */
export const START = Temporal.Instant.from('2026-11-23T03:42:00Z')

/** A password that passes the rules. */
export const PASSWORD = 'mùa gặt tháng mười'

/** The value of a decision that must be one. */
export function must<T>(d: Decision<T>): T {
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}

/** Id of a unit by its code. */
export const unitId = async (db: Database, code: string): Promise<string> =>
  (
    await transact(db, systemActor(), (tx) =>
      row<{ id: string }>(tx, sql`select unit_id as id from organisations.unit_identifier where value = ${code}`),
    )
  ).id

/** Makes an account with a role over the body of a code; password `PASSWORD`, to be changed at the first sign-in. */
export async function givenAccount(
  db: Database,
  username: string,
  role: Role | null,
  code: string | null,
  more: { sample?: boolean; name?: string; from?: string } = {},
): Promise<string> {
  const body = code === null ? '' : await unitId(db, code)
  const input = {
    username,
    name: more.name ?? `Người ${username}`,
    unitId: body,
    role: role ?? '',
    from: more.from ?? '',
    password: PASSWORD,
    sample: more.sample ?? false,
  }
  const made = await perform(db, { actor: systemActor(), now: START }, createAccount, input)
  return must(made).id
}

/** Lets the password of an account count as its own. */
export const settle = (db: Database, accountId: string): Promise<unknown> =>
  transact(db, systemActor(), (tx) =>
    rows(tx, sql`update accounts.account set must_change = false where id = any (${ids([accountId])})`),
  )

/** Who holds a token at `now`. */
export const whoHas = (db: Database, token: string, now: Temporal.Instant): Promise<Actor | null> =>
  transact(db, systemActor(), async (tx) => (await actorOfSession(tx, token, now))?.actor ?? null)

/** The token of an entry that let somebody in, or on to the code. */
export function tokenOf(d: Decision<Entry>): string {
  const entry = must(d)
  if (entry.outcome === 'refused') throw new Error(entry.refusal.message)
  return entry.token
}

/** Performs an action as a request would: the session is found first, then the rights are those of its holder. */
export async function asRequest<I, O>(
  db: Database,
  token: string | null,
  now: Temporal.Instant,
  what: Action<I, O>,
  input: unknown,
): Promise<Decision<O>> {
  return transact(
    db,
    systemActor(),
    async (tx) => {
      const actor = token === null ? ANONYMOUS : ((await actorOfSession(tx, token, now))?.actor ?? ANONYMOUS)
      await enter(db, tx, scopeFor(actor, what.elevated))
      return performIn({ tx, actor, now, newId }, what, input, 'THU-0001')
    },
    (d) => d.ok,
  )
}
