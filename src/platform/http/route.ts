/**
 * Đường dẫn: the URL table of a module. Every route names its right, its input schema and its Vietnamese title;
 * the server, the generic walk of the tests and the API description read the same table.
 */
import type { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Decision, Refusal } from '../../kernel/result.ts'
import type { Right } from '../../kernel/right.ts'
import type { Html } from '../../ui/html.ts'
import type { Page } from '../../ui/page.ts'
import type { Action, Ctx } from '../action.ts'
import type { ApiRoute } from './api-route.ts'

/** What a page knows besides its rows. Plain values: pages stay pure. */
export type Seen = {
  readonly actor: Actor
  readonly now: Temporal.Instant
  /** Path and query of this page. */
  readonly url: string
  /** Token every form carries in `_csrf`. */
  readonly csrf: string
  /** Why the last submission of a form on this page was refused. */
  readonly refusal: Refusal | null
  /** What was typed in it, field by field: nothing typed is ever lost. */
  readonly typed: Readonly<Record<string, string>>
  /** Whether the reader may open the page at an address: a link that would refuse is not drawn. */
  readonly opens: (href: string) => boolean
}

/** What `html` of a page gives: the body, or the body with crumbs, layout and messages of its own. */
export type Drawn = Html | (Partial<Page> & Pick<Page, 'body'>)

/** Trang: `view` reads (IO), `html` draws (pure). The same `view` answers `Accept: application/json`. */
export type PageRoute<Q = never, V = never> = {
  readonly kind: 'page'
  readonly path: string
  readonly title: string | ((view: V) => string)
  readonly right: Right
  readonly input: z.ZodType<Q>
  readonly view: (ctx: Ctx, input: Q) => Promise<Decision<V>>
  readonly html: (view: V, seen: Seen) => Drawn
  /** Another address for this reader: the first page of somebody signed in is the home of his role. */
  readonly elsewhere?: (view: V, actor: Actor) => string | null
  /** Reads with the scope of the whole system (the sign-in page lists sample people before anyone is known). */
  readonly elevated?: boolean
}

/** Where a submission goes next, and what is said there. */
export type Next = {
  readonly to: string
  /** Sentence shown once on the next page. */
  readonly said?: string
  /** New session token, or null to end the session. */
  readonly session?: string | null
  /** What the action did is kept (a counted wrong sign-in), and the form is shown again with this refusal. */
  readonly refused?: Refusal
}

/** Gửi: a form or an API call that performs one action. */
export type SubmitRoute<I = never, O = never> = {
  readonly kind: 'submit'
  readonly path: string
  readonly title: string
  readonly right: Right
  readonly action: Action<I, O>
  /** From params + query + body (strings, lists, uploads) to the action's raw input; identity when absent. */
  readonly input?: (raw: Record<string, unknown>, seen: { actor: Actor; address: string; agent: string }) => unknown
  readonly next: (output: O, raw: Record<string, unknown>) => Next
  /** The page that shows the form again when it is refused. */
  readonly back: (raw: Record<string, unknown>) => string
  /** Requests a minute from one address, for sign-in and the like. */
  readonly perMinute?: number
  /** Its file may be of 100 MB; it goes to the disk while it comes, and is not read before the right is asked for. */
  readonly large?: boolean
}

/** Tải về: bytes. */
export type DownloadRoute<Q = never> = {
  readonly kind: 'download'
  readonly path: string
  readonly title: string
  readonly right: Right
  readonly input: z.ZodType<Q>
  /** Reads with the scope of the whole system: a person's own record lies outside every body he may see. */
  readonly elevated?: boolean
  /** `address` = the public address of the site (`Config.address`), for links that are followed from elsewhere. */
  readonly file: (
    ctx: Ctx,
    input: Q,
    address: string,
  ) => Promise<Decision<{ name: string; mediaType: string; bytes: Uint8Array; inline?: boolean }>>
}

/** Any route, as the table holds it. */
export type Route = PageRoute<never, never> | SubmitRoute<never, never> | DownloadRoute<never> | ApiRoute

/** The HTTP method of a route: reading is GET, everything that writes is POST; nothing is overwritten by a method alone. */
export const methodOf = (r: Route): 'GET' | 'POST' =>
  r.kind === 'submit' || (r.kind === 'api' && r.shape === 'act') ? 'POST' : 'GET'

/** Declares a page. */
export const page = <Q, V>(r: Omit<PageRoute<Q, V>, 'kind'>): Route => ({ kind: 'page', ...r }) as unknown as Route

/** Declares a submission. */
export const submit = <I, O>(r: Omit<SubmitRoute<I, O>, 'kind'>): Route =>
  ({ kind: 'submit', ...r }) as unknown as Route

/** Declares a download. */
export const download = <Q>(r: Omit<DownloadRoute<Q>, 'kind'>): Route =>
  ({ kind: 'download', ...r }) as unknown as Route
