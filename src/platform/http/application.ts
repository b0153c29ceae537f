/** Ứng dụng: everything the pages are served from, put together by `src/serve.ts`. */
import type { Actor } from '../../kernel/actor.ts'
import type { Assets } from '../../ui/assets.ts'
import type { Ctx } from '../action.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/pool.ts'
import type { Tx } from '../database/sql.ts'
import type { Badge, Module } from '../module.ts'

/** What the frame says about the system: territory and plan, year. */
export type Surroundings = {
  readonly place: string
  readonly period: { label: string; href: string } | null
  readonly demo: boolean
}

/** Everything the application is made of. */
export type Application = {
  readonly config: Config
  readonly db: Database
  readonly clock: Clock
  /** Milliseconds the event loop may stall before requests are turned away for a while (503); 5.000 when left out. */
  readonly stallMs?: number
  readonly modules: readonly Module[]
  readonly assets: Assets
  /** Who holds this session token, or null. */
  readonly authenticate: (tx: Tx, token: string, now: Temporal.Instant) => Promise<Actor | null>
  /** The machine that holds this service token, or null: asked for addresses of `/api/v1` only. */
  readonly authenticateMachine: (tx: Tx, token: string, now: Temporal.Instant) => Promise<Actor | null>
  /** First page after sign-in. */
  readonly homeOf: (actor: Actor) => string
  readonly roleLabel: (actor: Actor) => string
  readonly surroundings: (ctx: Ctx) => Promise<Surroundings>
  readonly badges: (ctx: Ctx) => Promise<readonly Badge[]>
  /** Hashes of the migrations the database must have run. */
  readonly migrations: readonly string[]
}

/** Name of the session cookie. */
export const SESSION_COOKIE = 'phien'
