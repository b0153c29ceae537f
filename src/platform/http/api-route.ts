/**
 * Đường dẫn cho máy: other pages of the same rows, under `/api/v1`. A module declares them beside its pages in `api.ts`;
 * input and output are zod schemas, so that the description (`openapi.ts`), the check of what is sent and the check of what
 * leaves are one text. A field the output schema does not name never leaves (docs/decisions/0013).
 */
import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/result.ts'
import type { Right } from '../../kernel/right.ts'
import type { Action, Ctx } from '../action.ts'

/** Every address for machines begins with it; service tokens open nothing else. */
export const API_PREFIX = '/api/v1'

/** Rows a page of a list holds when nothing is asked, and at most. */
export const PAGE_SIZE = { usual: 50, most: 200 } as const

/** The part of a list asked for: read `limit` rows in the order of the key, after the row whose key is `after`. */
export type Window<K> = {
  /** One more than asked, so that the server knows whether there is a next page. */
  readonly limit: number
  readonly after: K | null
}

type Shared = {
  readonly path: string
  /** One short sentence part, Vietnamese: what is read or done. */
  readonly title: string
  readonly right: Right
  /** Requests a minute from one address; the setting NGUYEN_KHI_API_PER_MINUTE when absent. */
  readonly perMinute?: number
  /** Reads with the scope of the whole system: figures of the territory, which are nobody's in particular. */
  readonly elevated?: boolean
}

/** Danh sách: rows in a total order, a page at a time, as JSON, NDJSON or CSV. */
export type ApiList<Q, R, K> = Shared & {
  readonly kind: 'api'
  readonly shape: 'list'
  /** Filters of the query: an object schema with camelCase English names; `limit` and `after` are added by the server. */
  readonly input: z.ZodType<Q>
  /** One row as it leaves; its keys are the columns of the CSV. */
  readonly row: z.ZodObject
  /** The values the order is made of, the last one unique: a tuple schema, and how to take them from a row. */
  readonly key: z.ZodType<K>
  readonly keyOf: (row: R) => K
  readonly view: (
    ctx: Ctx,
    input: Q,
    window: Window<K>,
  ) => Promise<Decision<{ readonly rows: readonly R[]; readonly total?: number; readonly asOf?: Day }>>
}

/** Một bản ghi, or one answer: JSON with an ETag. */
export type ApiOne<Q, V> = Shared & {
  readonly kind: 'api'
  readonly shape: 'one'
  readonly input: z.ZodType<Q>
  readonly output: z.ZodType
  readonly view: (ctx: Ctx, input: Q) => Promise<Decision<V>>
  /** Version of the record: becomes its ETag, and what `If-Match` must name. A hash of the answer when absent. */
  readonly version?: (view: V) => number
}

/** Thao tác: one action, by POST. */
export type ApiAct<I, O> = Shared & {
  readonly kind: 'api'
  readonly shape: 'act'
  readonly action: Action<I, O>
  readonly output: z.ZodType
  /** From params + query + body to the raw input of the action; identity when absent. */
  readonly raw?: (raw: Record<string, unknown>) => unknown
  /** What may be sent, for the description, when `raw` renames; the input of the action when absent. */
  readonly body?: z.ZodType
  /** The action changes a record that has a version: `If-Match` must name it. */
  readonly guarded?: boolean
  /** Its file may be of 100 MB; it goes to the disk while it comes. */
  readonly large?: boolean
  /** 200 when absent; 202 = a job was started, `location` tells where it is. */
  readonly status?: 200 | 201 | 202
  readonly location?: (output: O) => string
}

/** Any address for machines, as the table holds it. */
export type ApiRoute = ApiList<never, never, never> | ApiOne<never, never> | ApiAct<never, never>

/** Declares a list. */
export const apiList = <Q, R, K>(r: Omit<ApiList<Q, R, K>, 'kind' | 'shape'>): ApiRoute =>
  ({ kind: 'api', shape: 'list', ...r }) as unknown as ApiRoute

/** Declares a record or another single answer. */
export const apiOne = <Q, V>(r: Omit<ApiOne<Q, V>, 'kind' | 'shape'>): ApiRoute =>
  ({ kind: 'api', shape: 'one', ...r }) as unknown as ApiRoute

/** Declares an action. */
export const apiAct = <I, O>(r: Omit<ApiAct<I, O>, 'kind' | 'shape'>): ApiRoute =>
  ({ kind: 'api', shape: 'act', ...r }) as unknown as ApiRoute

/** Whether an address is one for machines: problems instead of pages, service tokens instead of the sign-in page. */
export const isForMachines = (url: string): boolean => /^\/api(?=[/?]|$)/.test(url) && !/^\/api\/?(\?|$)/.test(url)

/** Ngày of an answer: legal dates are `YYYY-MM-DD`, Asia/Ho_Chi_Minh. */
export const dayOut = () => z.string().meta({ format: 'date' })

/** Thời điểm of an answer, UTC. */
export const instantOut = () =>
  z.preprocess((v) => (v instanceof Temporal.Instant ? v.toString() : v), z.string().meta({ format: 'date-time' }))

/** Khoảng hiệu lực of an answer: the days on which it holds, `to` excluded; null = chưa kết thúc. */
export const validityOut = () => z.object({ from: dayOut(), to: dayOut().nullable() })
