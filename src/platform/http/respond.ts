/**
 * Trả lời: one way for every route. Page: view -> HTML or JSON. Submit: action -> redirect, or the form again with what was
 * typed. Download: bytes. A refusal is an answer; only bugs become the error page.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type Actor, ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import { type Decision, HTTP_STATUS, type Refusal, refuse } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import { type Action, type Ctx, newId, performIn, refuseInput, scopeFor } from '../action.ts'
import { remember } from '../database/once.ts'
import { enter, enterToRead, transact } from '../database/pool.ts'
import { type Application, SESSION_COOKIE } from './application.ts'
import { type Raw, readBody, TOO_LARGE, typedValues } from './body.ts'
import { drawPage, drawRefusal } from './draw.ts'
import { problemOf } from './problem.ts'
import type { DownloadRoute, Next, PageRoute, Route, SubmitRoute } from './route.ts'

type AnyPage = PageRoute<unknown, unknown>
type AnySubmit = SubmitRoute<unknown, unknown>
type AnyDownload = DownloadRoute<unknown>

/** One request being answered. */
export type Visit = {
  readonly app: Application
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly ctx: Ctx
  readonly wantsJson: boolean
}

const SAID_COOKIE = 'loi_nhan'

/** Mounts every route of every module, and the answers for what is not there. */
export function mountRoutes(server: FastifyInstance, app: Application): void {
  const routes = app.modules.flatMap((m) => m.routes)
  for (const route of routes) mount(server, app, route, routes)
  server.setNotFoundHandler((request, reply) =>
    visit(app, request, reply, false, async (v) => {
      const allow = methodsOf(routes, request.url)
      if (allow.length > 0 && !allow.includes(request.method)) return otherMethod(v, allow)
      return refused(
        v,
        refuse('absent', 'page.absent', 'Không tìm thấy trang này. Có thể hồ sơ đã gộp vào hồ sơ khác.'),
      )
    }),
  )
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) =>
    failed(app, error, request, reply),
  )
}

function mount(server: FastifyInstance, app: Application, route: Route, routes: readonly Route[]): void {
  if (route.kind === 'page') {
    const r = route as unknown as AnyPage
    server.get(r.path, (request, reply) =>
      visit(app, request, reply, r.elevated ?? false, (v) => showPage(v, r, rawOf(request), 200)),
    )
    return
  }
  if (route.kind === 'download') {
    const r = route as unknown as AnyDownload
    server.get(r.path, (request, reply) => visit(app, request, reply, false, (v) => sendFile(v, r, rawOf(request))))
    return
  }
  const r = route as unknown as AnySubmit
  const config = r.perMinute ? { rateLimit: { max: r.perMinute, timeWindow: 60_000 } } : {}
  server.post(
    r.path,
    {
      config,
      preValidation: async (request) => {
        request.body = await readBody(request)
      },
      preHandler: server.csrfProtection,
    },
    (request, reply) => visit(app, request, reply, r.action.elevated ?? false, (v) => takeSubmission(v, r, routes)),
  )
}

/** What may be sent to an address: nothing is ever deleted or overwritten by an HTTP verb alone. */
function methodsOf(routes: readonly Route[], url: string): string[] {
  const path = url.split('?')[0] ?? url
  const found = routes
    .filter((r) => matchPath(r.path, path) !== null)
    .map((r) => (r.kind === 'submit' ? 'POST' : 'GET'))
  return [...new Set(found)]
}

function otherMethod(v: Visit, allow: readonly string[]): Answer {
  const refusal = refuse('conflict', 'method', `Địa chỉ này chỉ nhận ${allow.join(', ')}.`)
  const problem = { ...problemOf(refusal, v.request.id), status: 405 }
  const reply = v.reply.code(405).header('allow', allow.join(', ')).type('application/problem+json')
  return { keep: false, send: () => reply.send(problem) }
}

const rawOf = (request: FastifyRequest): Raw => ({
  ...(request.query as Raw),
  ...((request.body as Raw | null) ?? {}),
  ...(request.params as Raw),
})

/** Opens the transaction, finds out who is there, narrows to their rights, and answers. Refused work is rolled back. */
async function visit(
  app: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  elevated: boolean,
  answer: (v: Visit) => Promise<Answer>,
): Promise<FastifyReply> {
  const now = app.clock()
  const wantsJson = String(request.headers.accept ?? '').includes('application/json')
  const sent = await transact(
    app.db,
    systemActor(),
    async (tx) => {
      const actor = await whoIs(app, request, tx, now)
      const come = request.method === 'GET' ? enterToRead : enter
      await come(app.db, tx, scopeFor(actor, elevated))
      const { send, keep } = await answer({ app, request, reply, wantsJson, ctx: { tx, actor, now, newId } })
      return { send, keep, statements: tx.statements }
    },
    (a) => a.keep,
  )
  reply.header('server-timing', `sql;desc="${sent.statements}", total;dur=${reply.elapsedTime.toFixed(1)}`)
  return sent.send()
}

/** How an answer leaves, and whether what it did is kept. Sent only after commit: nothing is acknowledged that could be lost. */
export type Answer = { readonly keep: boolean; readonly send: () => FastifyReply }

async function whoIs(app: Application, request: FastifyRequest, tx: Ctx['tx'], now: Temporal.Instant): Promise<Actor> {
  const token = request.cookies[SESSION_COOKIE]
  return (token ? await app.authenticate(tx, token, now) : null) ?? ANONYMOUS
}

function check<I>(schema: z.ZodType<I>, raw: Raw): Decision<I> {
  const parsed = schema.safeParse(raw)
  return parsed.success ? { ok: true, value: parsed.data } : refuseInput(parsed.error)
}

async function showPage(
  v: Visit,
  r: AnyPage,
  raw: Raw,
  status: number,
  again?: { refusal: Refusal; typed: Record<string, string> },
): Promise<Answer> {
  const allowed = demand(r.right, v.ctx.actor)
  if (!allowed.ok) return refused(v, allowed)
  const input = check(r.input, raw)
  if (!input.ok) return refused(v, { ...input, kind: 'absent' })
  const view = await r.view(v.ctx, input.value)
  if (!view.ok) return refused(v, view)
  if (v.wantsJson) return { keep: false, send: () => v.reply.code(status).send(view.value) }
  const elsewhere = again ? null : (r.elsewhere?.(view.value, v.ctx.actor) ?? null)
  if (elsewhere !== null) return { keep: true, send: () => v.reply.redirect(elsewhere, 303) }
  const said = again ? null : takeSaid(v)
  const html = await drawPage(v, r, view.value, again ?? null, said)
  return {
    keep: again === undefined,
    send: () => v.reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html),
  }
}

async function sendFile(v: Visit, r: AnyDownload, raw: Raw): Promise<Answer> {
  const allowed = demand(r.right, v.ctx.actor)
  if (!allowed.ok) return refused(v, allowed)
  const input = check(r.input, raw)
  if (!input.ok) return refused(v, { ...input, kind: 'absent' })
  const file = await r.file(v.ctx, input.value)
  if (!file.ok) return refused(v, file)
  const { name, mediaType, bytes, inline } = file.value
  const disposition = `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`
  return {
    keep: true,
    send: () =>
      v.reply
        .type(mediaType)
        .header('content-disposition', disposition)
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(bytes)),
  }
}

async function takeSubmission(v: Visit, r: AnySubmit, routes: readonly Route[]): Promise<Answer> {
  const raw = rawOf(v.request)
  const allowed = demand(r.right, v.ctx.actor)
  if (!allowed.ok) return refused(v, allowed)
  const decided =
    raw[TOO_LARGE] === undefined ? await attempt(v, r.action, inputFor(v, r, raw)) : tooLarge(String(raw[TOO_LARGE]))
  if (!decided.ok) return v.wantsJson ? refused(v, decided) : formAgain(v, r, raw, decided, routes)
  const next = r.next(decided.value, raw)
  if (next.refused === undefined) return goOn(v, next, decided.value)
  const again = v.wantsJson ? await refused(v, next.refused) : await formAgain(v, r, raw, next.refused, routes)
  return { ...again, keep: true }
}

const inputFor = (v: Visit, r: AnySubmit, raw: Raw): unknown =>
  r.input
    ? r.input(raw, { actor: v.ctx.actor, address: v.request.ip, agent: String(v.request.headers['user-agent'] ?? '') })
    : raw

const tooLarge = (field: string): Refusal =>
  refuse('invalid', 'file.too-large', 'Tệp lớn hơn 20 MB nên chưa được nhận.', {
    fields: { [field]: 'Chọn tệp không quá 20 MB' },
  })

/** A savepoint around the action: after a refusal the page can still be read in the same transaction. */
async function attempt(v: Visit, what: Action<unknown, unknown>, raw: unknown): Promise<Decision<unknown>> {
  const { client } = v.ctx.tx
  await client.query('savepoint submission')
  const decided = await performIn(v.ctx, what, raw, v.request.id)
  if (!decided.ok) await client.query('rollback to savepoint submission')
  return decided
}

function goOn(v: Visit, next: Next, value: unknown): Answer {
  const { reply, app } = v
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: app.config.behindProxy }
  return {
    keep: true,
    send: () => {
      if (next.session === null) reply.clearCookie(SESSION_COOKIE, { path: '/' })
      else if (next.session !== undefined) reply.setCookie(SESSION_COOKIE, next.session, cookie)
      if (v.wantsJson)
        return reply
          .code(200)
          .header('location', next.to)
          .send(value ?? {})
      if (next.said)
        reply.setCookie(SAID_COOKIE, Buffer.from(next.said).toString('base64url'), { ...cookie, maxAge: 60 })
      return reply.redirect(next.to, 303)
    },
  }
}

function takeSaid(v: Visit): string | null {
  const said = v.request.cookies[SAID_COOKIE]
  if (!said) return null
  v.reply.clearCookie(SAID_COOKIE, { path: '/' })
  return Buffer.from(said, 'base64url').toString('utf8')
}

/** The form once more: the page it came from, with the sentences and everything typed. */
async function formAgain(
  v: Visit,
  r: AnySubmit,
  raw: Raw,
  refusal: Refusal,
  routes: readonly Route[],
): Promise<Answer> {
  remember(v.ctx.tx)
  const url = new URL(r.back(raw), 'http://localhost')
  for (const route of routes) {
    if (route.kind !== 'page') continue
    const params = matchPath(route.path, url.pathname)
    if (params === null) continue
    const input = { ...Object.fromEntries(url.searchParams), ...params }
    return showPage(v, route as unknown as AnyPage, input, HTTP_STATUS[refusal.kind], {
      refusal,
      typed: typedValues(raw),
    })
  }
  return refused(v, refusal)
}

/** Values of `:name` parts when `path` fits the pattern. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const want = pattern.split('/')
  const have = path.split('/')
  if (want.length !== have.length) return null
  const params: Record<string, string> = {}
  for (const [i, part] of want.entries()) {
    const given = have[i] ?? ''
    if (!part.startsWith(':')) {
      if (part !== given) return null
      continue
    }
    const value = decoded(given)
    if (value === null) return null
    params[part.slice(1)] = value
  }
  return params
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** A refusal as an answer: sign-in first, a problem for machines, a page for people. Nothing is kept. */
async function refused(v: Visit, refusal: Refusal): Promise<Answer> {
  const { request, reply, ctx } = v
  const anonymous = ctx.actor.kind === 'anonymous'
  if (v.wantsJson) {
    const status = refusal.kind === 'forbidden' && anonymous ? 401 : HTTP_STATUS[refusal.kind]
    const problem = { ...problemOf(refusal, request.id), status }
    return {
      keep: false,
      send: () => reply.code(status).type('application/problem+json').header('content-language', 'vi').send(problem),
    }
  }
  if (refusal.kind === 'forbidden' && anonymous && request.method === 'GET') {
    return { keep: false, send: () => reply.redirect(`/dang-nhap?tiep=${encodeURIComponent(request.url)}`, 303) }
  }
  const html = await drawRefusal(v, refusal)
  return { keep: false, send: () => reply.code(HTTP_STATUS[refusal.kind]).type('text/html; charset=utf-8').send(html) }
}

/** Bugs, broken IO and refusals of the plugins (csrf, rate limit, body too large). */
async function failed(
  app: Application,
  error: Error & { statusCode?: number; code?: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const status = error.statusCode ?? 500
  const refusal = status < 500 ? pluginRefusal(status) : null
  if (refusal === null) request.log.error({ err: error, requestId: request.id }, 'lỗi chưa lường trước')
  if (reply.sent) return reply
  const shown = refusal ?? refuse('later', 'fault', 'Hệ thống gặp lỗi. Số liệu không bị ảnh hưởng.')
  if (String(request.headers.accept ?? '').includes('application/json')) {
    return reply
      .code(status)
      .type('application/problem+json')
      .send({ ...problemOf(shown, request.id), status })
  }
  return transact(
    app.db,
    systemActor(),
    async (tx) => {
      const actor = await whoIs(app, request, tx, app.clock())
      await enter(app.db, tx, actor)
      return drawRefusal({ app, request, reply, wantsJson: false, ctx: { tx, actor, now: app.clock(), newId } }, shown)
    },
    () => false,
  ).then(
    (html) => reply.code(status).type('text/html; charset=utf-8').send(html),
    () => reply.code(status).type('text/plain; charset=utf-8').send(`${shown.message} Mã lỗi: ${request.id}`),
  )
}

function pluginRefusal(status: number): Refusal {
  if (status === 403) {
    return refuse(
      'conflict',
      'csrf',
      'Trang đã mở quá lâu hoặc mở từ nơi khác, chưa ghi gì. Quay lại trang trước, tải lại rồi gửi lần nữa.',
    )
  }
  if (status === 413) return refuse('invalid', 'body.too-large', 'Dữ liệu gửi lên lớn hơn giới hạn 20 MB, chưa ghi gì.')
  if (status === 429) return refuse('later', 'rate', 'Gửi quá nhiều lần trong một phút. Chờ một phút rồi thử lại.')
  return refuse('invalid', 'request', 'Yêu cầu gửi lên sai dạng, chưa ghi gì.')
}
