/** Lệnh: one verb of the command line, calling the same actions as the pages (DESIGN.md §5). */
import type { Actor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import type { Action, Ctx } from '../action.ts'
import type { Database } from '../database/pool.ts'

/** What a verb is given. */
export type CommandIo = {
  /** Words after the verb. */
  readonly args: readonly string[]
  /** `--name value` or `--flag`. */
  readonly flags: Readonly<Record<string, string | true>>
  readonly now: Temporal.Instant
  /** Prints one JSON document with `--json`, otherwise the text. */
  readonly print: (text: string, data: unknown) => void
}

/** What a verb on the database is given besides. */
export type DatabaseIo = CommandIo & {
  readonly db: Database
  /** `quản trị tại máy`, or the account of `--as`. */
  readonly actor: Actor
  /** Reads under the actor's rights. */
  readonly read: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** Performs one action. */
  readonly act: <I, O>(what: Action<I, O>, input: unknown) => Promise<Decision<O>>
}

type Described = {
  readonly noun: string
  /** Absent for one-word commands (`backup FILE`). */
  readonly verb?: string
  /** Arguments as shown in help: `FILE [--json]`. */
  readonly usage: string
  readonly help: string
}

/** Lệnh: `run` answers with a decision; a refusal becomes its exit code and one sentence on stderr. */
export type Command =
  | (Described & { readonly needs: 'nothing'; readonly run: (io: CommandIo) => Promise<Decision<unknown>> })
  | (Described & { readonly needs: 'database'; readonly run: (io: DatabaseIo) => Promise<Decision<unknown>> })
