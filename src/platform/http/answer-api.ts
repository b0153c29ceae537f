/**
 * Trả lời máy: lists with a cursor, single answers with an ETag, actions by POST. Everything that leaves passes the output
 * schema of its route, and every refusal is a problem (RFC 9457).
 */
import { createHash } from 'node:crypto'
import type { FastifyInstance, RouteShorthandOptions } from 'fastify'
import type { z } from 'zod'
import { refuse } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import { type ApiAct, type ApiList, type ApiOne, type ApiRoute, PAGE_SIZE, type Window } from './api-route.ts'
import type { Application } from './application.ts'
import { type Raw, readBody } from './body.ts'
import { cursorOf, keyOfCursor } from './cursor.ts'
import { onceUnderKey } from './idempotency.ts'
import { whole } from './input.ts'
import { methodOf } from './route.ts'
import { csv, formatFor, ndjson, type Row } from './row-formats.ts'
import { letGo } from './uploads.ts'
import {
  type Answer,
  attempt,
  check,
  mayNotSend,
  problem,
  rawOf,
  refused,
  serviceTokenOf,
  tooLarge,
  type Visit,
  visit,
} from './visit.ts'

type AnyList = ApiList<unknown, unknown, unknown>
type AnyOne = ApiOne<unknown, unknown>
type AnyAct = ApiAct<unknown, unknown>

/** Mounts one address for machines. */
export function mountApi(server: FastifyInstance, app: Application, route: ApiRoute): void {
  const rateLimit = { max: route.perMinute ?? app.config.apiPerMinute, timeWindow: 60_000, groupId: groupOf(route) }
  const large = route.shape === 'act' && (route.large ?? false)
  const writes: RouteShorthandOptions = {
    preValidation: async (request, reply) => {
      const refusal = large ? await mayNotSend(app, request, reply, route.right) : null
      if (refusal !== null) return refusal()
      request.body = await readBody(request, large)
    },
    // A browser sends its cookie by itself, a token it does not: only the first can be made to send what nobody meant.
    preHandler: (request, reply, go) =>
      serviceTokenOf(request) === null ? server.csrfProtection(request, reply, go) : go(),
  }
  server.route({
    method: methodOf(route),
    url: route.path,
    config: { rateLimit },
    ...(route.shape === 'act' ? writes : {}),
    handler: (request, reply) =>
      visit(app, request, reply, route, (v) => answer(v, route, rawOf(request))).finally(() => letGo(request)),
  })
}

/** One bucket for all addresses, another for an address with a bound of its own. */
const groupOf = (route: ApiRoute): string => (route.perMinute === undefined ? 'api' : route.path)

async function answer(v: Visit, route: ApiRoute, raw: Raw): Promise<Answer> {
  v.reply.header('cache-control', 'private, no-store')
  const allowed = demand(route.right, v.ctx.actor)
  if (!allowed.ok) return refused(v, allowed)
  if (route.shape === 'list') return answerList(v, route as unknown as AnyList, raw)
  if (route.shape === 'one') return answerOne(v, route as unknown as AnyOne, raw)
  return takeAct(v, route as unknown as AnyAct, raw)
}

const LIMIT = `Số dòng mỗi lần từ 1 đến ${PAGE_SIZE.most}`
const limitField = whole(LIMIT).refine((n) => n >= 1 && n <= PAGE_SIZE.most, LIMIT)

async function answerList(v: Visit, r: AnyList, raw: Raw): Promise<Answer> {
  const limit = raw.limit === undefined ? PAGE_SIZE.usual : limitField.safeParse(raw.limit).data
  if (limit === undefined) return refused(v, refuse('invalid', 'input', LIMIT, { fields: { limit: LIMIT } }))
  const after = keyOfCursor(r.key, raw.after)
  if (!after.ok) return refused(v, after)
  const input = check(r.input, raw)
  if (!input.ok) return refused(v, input)
  const window: Window<unknown> = { limit: limit + 1, after: after.value }
  const found = await r.view(v.ctx, input.value, window)
  if (!found.ok) return refused(v, found)
  const { rows, ...about } = found.value
  const here = rows.slice(0, limit)
  const next = rows.length > limit ? cursorOf(r.keyOf(here.at(-1))) : null
  const items = here.map((row) => leaving(r.row, row) as Row)
  return { keep: true, send: () => sendRows(v, r, items, next, about) }
}

function sendRows(v: Visit, r: AnyList, items: readonly Row[], next: string | null, about: object) {
  const { reply, request } = v
  if (next !== null) reply.header('link', `<${pageAfter(request.url, next)}>; rel="next"`)
  reply.header('vary', 'accept')
  const format = formatFor(String(request.headers.accept ?? ''))
  if (format === 'application/x-ndjson') return reply.type(format).send(ndjson(items))
  if (format === 'text/csv')
    return reply.type('text/csv; charset=utf-8; header=present').send(csv(Object.keys(r.row.shape), items))
  return reply.send({ items, next, ...about })
}

function pageAfter(address: string, next: string): string {
  const url = new URL(address, 'http://localhost')
  url.searchParams.set('after', next)
  return `${url.pathname}${url.search}`
}

async function answerOne(v: Visit, r: AnyOne, raw: Raw): Promise<Answer> {
  const input = check(r.input, raw)
  if (!input.ok) return refused(v, input)
  const found = await r.view(v.ctx, input.value)
  if (!found.ok) return refused(v, found)
  const body = JSON.stringify(leaving(r.output, found.value))
  const etag = `"${r.version?.(found.value) ?? createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const known = String(v.request.headers['if-none-match'] ?? '').includes(etag)
  v.reply.header('etag', etag)
  return {
    keep: true,
    send: () => (known ? v.reply.code(304).send() : v.reply.type('application/json; charset=utf-8').send(body)),
  }
}

const UNGUARDED = refuse(
  'conflict',
  'if-match.missing',
  'Thiếu If-Match, chưa ghi gì. Đọc lại bản ghi rồi gửi giá trị ETag của nó trong If-Match.',
)

async function takeAct(v: Visit, r: AnyAct, raw: Raw): Promise<Answer> {
  if (v.ctx.actor.kind === 'machine' && v.ctx.actor.mayWrite !== true) return refused(v, READ_ONLY)
  if (r.guarded && raw.version === undefined) return problem(v, UNGUARDED, 428)
  return onceUnderKey(v, raw, async () => {
    const decided = tooLarge(raw, r.large) ?? (await attempt(v, r.action, r.raw ? r.raw(raw) : raw))
    if (!decided.ok) return { refused: await refused(v, decided) }
    const headers: Record<string, string> = r.location ? { location: r.location(decided.value) } : {}
    return { status: r.status ?? 200, headers, body: leaving(r.output, decided.value) }
  })
}

const READ_ONLY = refuse(
  'forbidden',
  'token.read-only',
  'Khóa truy cập này chỉ được đọc. Liên hệ: quản trị hệ thống để cấp khóa được ghi.',
)

/** What leaves: the fields of the schema and no others. An answer that does not fit is a bug, not an answer. */
function leaving(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const paths = parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.code}`)
  throw new Error(`answer does not fit its schema at ${paths.join(', ')}`)
}
