/** Ai đang dùng: from a session token or a username to the actor the rules read. */
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { type Day, dayOf } from '../../kernel/day.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { keyedHash } from './credentials.ts'
import { actorOf, machineOf } from './rules/effect.ts'
import { sessionLimits } from './rules/session.ts'
import { type HolderRow, holderOf, holderOfSession, holderOfToken } from './views.ts'

const asActor = (h: HolderRow): Actor =>
  actorOf(
    {
      id: h.id,
      name: h.name,
      post: h.post,
      sample: h.sample,
      mustChange: h.must_change,
      secondStep: h.second_step,
    },
    h.grants,
  )

/**
 * The holder of a session token; null when the session has ended or the account is closed. A session that waits for its
 * second step answers with nobody, and with its id. One statement; expects the scope of the system.
 */
export async function actorOfSession(
  tx: Tx,
  token: string,
  now: Temporal.Instant,
): Promise<{ actor: Actor; sessionId: string } | null> {
  const hash = keyedHash(tx.vault, 'session', token)
  const found = await holderOfSession(tx, hash, { now, today: dayOf(now), ...sessionLimits(now) })
  if (!found?.session_id) return null
  return { actor: found.stage === 'open' ? asActor(found) : ANONYMOUS, sessionId: found.session_id }
}

/** Who holds this session token, or null. */
export const authenticate = async (tx: Tx, token: string, now: Temporal.Instant): Promise<Actor | null> =>
  (await actorOfSession(tx, token, now))?.actor ?? null

/** Hệ thống khác: the holder of a service token that has not ended nor been revoked, or null. Notes its use. One statement. */
export async function authenticateMachine(tx: Tx, token: string, now: Temporal.Instant): Promise<Actor | null> {
  const hash = keyedHash(tx.vault, 'service', token)
  const found = await holderOfToken(tx, hash, { now, today: dayOf(now), noteBefore: sessionLimits(now).noteBefore })
  return found === null ? null : machineOf(found)
}

/** The actor of a username as of a day, for `--as`; null when there is no such account in use. */
export async function actorOfUsername(tx: Tx, username: string, today: Day): Promise<Actor | null> {
  const found = await holderOf(tx, today, { username: username.toLowerCase() })
  return found === null ? null : asActor(found)
}

/** The actor of an account id as of a day. */
export async function actorOfAccount(tx: Tx, accountId: string, today: Day): Promise<Actor | null> {
  const found = await holderOf(tx, today, { id: accountId })
  return found === null ? null : asActor(found)
}
