/**
 * Đọc một lần: several parts of one page ask for the same rows (the page itself, the counters of the menu, the duties);
 * within one reading transaction they are read once.
 *
 * Valid only inside one transaction that reads for a page, or for an action that says `readsKept` until it first writes or locks:
 * opened with `remember`. Anywhere else (other actions, jobs, the command line) nothing is remembered and `once` simply reads.
 * Any statement that could change something, and any change of scope, forgets everything, and leaves what the process keeps.
 * What is remembered is shared: lists come back frozen, nobody may sort or extend them in place.
 */
import type { Shelved } from './kept.ts'
import type { Tx } from './sql.ts'

/** From here on this transaction remembers what `once` reads; with `shelved`, it also takes what the process keeps (`kept.ts`). */
export function remember(tx: Tx, shelved: Shelved | null = null): void {
  tx.memo = new Map()
  tx.shelved = shelved
}

/** What `read` gives, read at most once per `key` and reading transaction. The key starts with the module's name. */
export function once<T>(tx: Tx, key: string, read: () => Promise<T>): Promise<T> {
  if (tx.memo === null) return read()
  const known = tx.memo.get(key)
  if (known !== undefined) return known as Promise<T>
  const found = read().then((value) => (Array.isArray(value) ? (Object.freeze(value) as T) : value))
  tx.memo.set(key, found)
  return found
}

const READS = /^\s*(?:select|with)\b/i
const CHANGES = /\b(?:insert|update|delete|set_config|record_fact)\b/i

/** Forgets everything when a statement may change what was remembered. */
export function forgetIfChanged(tx: Tx, statement: string): void {
  if (tx.memo === null || (READS.test(statement) && !CHANGES.test(statement))) return
  tx.memo.clear()
  tx.shelved = null
}
