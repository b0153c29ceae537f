/**
 * Dữ liệu dùng chung: what is the same for everybody (the register of organisations, the plan, the state of its tasks) is kept
 * in the process between requests, and read again as soon as a committed change left its mark (`platform.change`).
 *
 * The marks are read with the statement that narrows a reading transaction to its actor, so nothing older than that statement is
 * ever served, whichever process wrote. Only transactions that begin by reading (pages, actions that say `readsKept`) take from
 * the shelf and add to it; one that writes or locks leaves it at once, since what it reads from then on may never be committed.
 * What is kept is frozen to its depth. No rows that differ with the reader are kept, except under `sharedWithAll`.
 */
import { once } from './once.ts'
import type { Tx } from './sql.ts'

/** What a process keeps of one database, by key; oldest use first. */
export type Shelf = Map<string, { readonly state: string; readonly value: unknown }>

/** A reading transaction's view on the shelf. */
export type Shelved = {
  readonly shelf: Shelf
  /** State of every set of data when the transaction began to read. */
  readonly marks: Readonly<Record<string, number>>
  /** Whether the reader sees the rows of all units. */
  readonly seesAll: boolean
}

/** Values kept at most; the one not used for longest goes first. */
const MOST = 120

const stateOf = (s: Shelved, sets: readonly string[]): string => sets.map((name) => s.marks[name] ?? 0).join()

/**
 * What `read` gives, taken from the process while none of the `sets` of data changed. For rows that are the same whoever asks;
 * everything `read` depends on must be in one of the sets or in `key`, which starts with the module's name.
 */
export function shared<T>(tx: Tx, sets: readonly string[], key: string, read: () => Promise<T>): Promise<T> {
  return once(tx, key, async () => {
    const at = tx.shelved
    if (at === null) return read()
    const state = stateOf(at, sets)
    const known = at.shelf.get(key)
    if (known?.state === state) {
      at.shelf.delete(key)
      at.shelf.set(key, known)
      return known.value as T
    }
    const value = frozen(await read())
    if (tx.shelved === at) keep(at.shelf, key, state, value)
    return value
  })
}

/** The same for rows that row level security narrows by unit: kept only for, and given only to, readers who see all of them. */
export const sharedWithAll = <T>(tx: Tx, sets: readonly string[], key: string, read: () => Promise<T>): Promise<T> =>
  tx.shelved?.seesAll === true ? shared(tx, sets, `${key} (all)`, read) : once(tx, key, read)

function keep(shelf: Shelf, key: string, state: string, value: unknown): void {
  shelf.delete(key)
  shelf.set(key, { state, value })
  for (const oldest of shelf.keys()) {
    if (shelf.size <= MOST) return
    shelf.delete(oldest)
  }
}

/** Freezes lists and plain objects all the way down; instants and functions cannot change anyway. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (value instanceof Map) for (const inner of value.values()) frozen(inner)
  else if (Array.isArray(value)) for (const inner of Object.freeze(value)) frozen(inner)
  else if (Object.getPrototypeOf(value) === Object.prototype)
    for (const inner of Object.values(Object.freeze(value))) frozen(inner)
  return value
}
