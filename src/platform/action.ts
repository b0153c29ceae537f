/**
 * Thao tác: one verb, one transaction, one fact. The wrapper owns the transaction, the right, the input and the ledger;
 * what an action writes in between is load -> decide -> save.
 */
import type { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import type { NewId } from '../kernel/ids.ts'
import { accept, type Decision, refuse, refuseFields } from '../kernel/result.ts'
import { demand, type Right } from '../kernel/right.ts'
import { refusalOfConstraint } from './database/constraint.ts'
import { type Database, enterToRead, transact } from './database/pool.ts'
import type { Tx } from './database/sql.ts'
import { type Fact, recordFact } from './ledger/record.ts'
import { drawHex } from './random-bytes.ts'

/** Bối cảnh: the whole dependency injection. The day is `dayOf(now)`. */
export type Ctx = {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Temporal.Instant
  readonly newId: NewId
}

/** What an action did: its answer, and the one fact for the ledger. */
export type Done<O> = { readonly value: O; readonly fact: Fact }

/** Thao tác đã khai báo. */
export type Action<I, O> = {
  /** `module.verb`. */
  readonly name: string
  /** The right asked for before anything is loaded; the action asks again for the unit it finds. */
  readonly right: Right
  readonly input: z.ZodType<I>
  /** Runs with the scope of the whole system although the actor has less: sign-in, when nobody is known yet. */
  readonly elevated?: boolean
  /**
   * Until it first writes or locks, it takes what the process keeps of shared data, as a page does. For verbs that are done all day long;
   * what is decided upon is held or guarded by its version before it is written.
   */
  readonly readsKept?: boolean
  readonly run: (ctx: Ctx, input: I) => Promise<Decision<Done<O>>>
}

/** Declares an action. */
export const action = <I, O>(a: Action<I, O>): Action<I, O> => a

/** Accepts with an answer and its fact. */
export const done = <O>(value: O, fact: Fact): Decision<Done<O>> => accept({ value, fact })

/** The millisecond of the last id, and which of that millisecond it was. */
const lastId = { ms: 0, start: '', nth: 0 }
const MOST_IDS = 0xfff

/**
 * Time-ordered id (UUID version 7). Those of one process follow each other strictly, also within a millisecond: rows that are written
 * together then lie together in every index, which halves the cost of writing a long list.
 */
export const newId: NewId = () => {
  const now = Date.now()
  if (now > lastId.ms || lastId.nth === MOST_IDS) startMillisecond(Math.max(now, lastId.ms + 1))
  else lastId.nth++
  return `${lastId.start}${(0x7000 | lastId.nth).toString(16)}-8${drawHex(3)}-${drawHex(12)}`
}

const startMillisecond = (ms: number): void => {
  const hex = ms.toString(16).padStart(12, '0')
  Object.assign(lastId, { ms, start: `${hex.slice(0, 8)}-${hex.slice(8)}-`, nth: 0 })
}

/** Runs an action inside a transaction that is already open under the rights of `ctx.actor`. */
export async function performIn<I, O>(ctx: Ctx, what: Action<I, O>, raw: unknown, request = ''): Promise<Decision<O>> {
  const allowed = demand(what.right, ctx.actor)
  if (!allowed.ok) return allowed
  const parsed = what.input.safeParse(raw)
  if (!parsed.success) return refuseInput(parsed.error)
  try {
    const decided = await what.run(ctx, parsed.data)
    if (!decided.ok) return decided
    await recordFact(ctx.tx, { actor: ctx.actor, now: ctx.now, id: ctx.newId(), request }, decided.value.fact)
    return accept(decided.value.value)
  } catch (error) {
    const refusal = refusalOfConstraint(error)
    if (refusal) return refusal
    throw error
  }
}

/** The actor whose scope the transaction takes: the actor itself, or all of it when the verb is elevated. */
export const scopeFor = (actor: Actor, elevated = false): Actor => (elevated ? { ...actor, scope: 'all' } : actor)

/** Runs an action in a transaction of its own; nothing is kept when it refuses. */
export function perform<I, O>(
  db: Database,
  at: { actor: Actor; now: Temporal.Instant; newId?: NewId; request?: string },
  what: Action<I, O>,
  raw: unknown,
): Promise<Decision<O>> {
  return transact(
    db,
    scopeFor(at.actor, what.elevated),
    async (tx) => {
      if (what.readsKept) await enterToRead(db, tx, scopeFor(at.actor, what.elevated))
      return performIn({ tx, actor: at.actor, now: at.now, newId: at.newId ?? newId }, what, raw, at.request)
    },
    (decision) => decision.ok,
  )
}

/** Input that does not fit its schema: one sentence per field. Schemas carry the Vietnamese sentences. */
export function refuseInput(error: z.ZodError): Decision<never> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join('.') || 'form'] ??= issue.message
  if (Object.keys(fields).length === 0) return refuse('invalid', 'input', 'Dữ liệu gửi lên thiếu hoặc sai dạng.')
  return refuseFields('input', fields)
}
