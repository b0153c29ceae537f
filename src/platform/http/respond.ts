/**
 * Trả lời: one way for every route. Page: view -> HTML or JSON. Submit: action -> redirect, or the form again with what was
 * typed. Download: bytes. Addresses for machines: `answer-api.ts`. A refusal is an answer; only bugs become the error page.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { systemActor } from '../../kernel/actor.ts'
import { HTTP_STATUS, type Refusal, refuse } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import { newId } from '../action.ts'
import { remember } from '../database/once.ts'
import { enter, transact } from '../database/pool.ts'
import { mountApi } from './answer-api.ts'
import { type Application, SESSION_COOKIE } from './application.ts'
import { type Raw, readBody, typedValues } from './body.ts'
import { drawPage, drawRefusal } from './draw.ts'
import { matchPath } from './match-path.ts'
import { narrow } from './narrow.ts'
import { describeApi } from './openapi-routes.ts'
import { problemOf } from './problem.ts'
import { type DownloadRoute, methodOf, type Next, type PageRoute, type Route, type SubmitRoute } from './route.ts'
import { letGo } from './uploads.ts'
import {
  type Answer,
  attempt,
  check,
  mayNotSend,
  rawOf,
  refused,
  tooLarge,
  type Visit,
  visit,
  wantsJsonOf,
  whoIs,
} from './visit.ts'

type AnyPage = PageRoute<unknown, unknown>
type AnySubmit = SubmitRoute<unknown, unknown>
type AnyDownload = DownloadRoute<unknown>

const SAID_COOKIE = 'loi_nhan'

/** Mounts every route of every module, and the answers for what is not there. */
export function mountRoutes(server: FastifyInstance, app: Application): void {
  const routes = [...app.modules.flatMap((m) => m.routes), ...describeApi(app.modules)]
  for (const route of routes) mount(server, app, route, routes)
  server.setNotFoundHandler((request, reply) =>
    visit(app, request, reply, {}, async (v) => {
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
    server.get(r.path, (request, reply) => visit(app, request, reply, r, (v) => showPage(v, r, rawOf(request), 200)))
    return
  }
  if (route.kind === 'download') {
    const r = route as unknown as AnyDownload
    server.get(r.path, (request, reply) => visit(app, request, reply, r, (v) => sendFile(v, r, rawOf(request))))
    return
  }
  if (route.kind === 'api') {
    mountApi(server, app, route)
    return
  }
  const r = route as unknown as AnySubmit
  const config = r.perMinute ? { rateLimit: { max: r.perMinute, timeWindow: 60_000 } } : {}
  server.post(
    r.path,
    {
      config,
      preValidation: async (request, reply) => {
        const refusal = r.large ? await mayNotSend(app, request, reply, r.right) : null
        if (refusal !== null) return refusal()
        request.body = await readBody(request, r.large)
      },
      preHandler: server.csrfProtection,
    },
    (request, reply) =>
      visit(app, request, reply, r.action, (v) => takeSubmission(v, r, routes)).finally(() => letGo(request)),
  )
}

/** What may be sent to an address: nothing is ever deleted or overwritten by an HTTP verb alone. */
function methodsOf(routes: readonly Route[], url: string): string[] {
  const path = url.split('?')[0] ?? url
  const found = routes.filter((r) => matchPath(r.path, path) !== null).map(methodOf)
  return [...new Set(found)]
}

function otherMethod(v: Visit, allow: readonly string[]): Answer {
  const refusal = refuse('conflict', 'method', `Địa chỉ này chỉ nhận ${allow.join(', ')}.`)
  const problem = { ...problemOf(refusal, v.request.id), status: 405 }
  const reply = v.reply.code(405).header('allow', allow.join(', ')).type('application/problem+json')
  return { keep: false, send: () => reply.send(problem) }
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
  // Kept as for the page: who read whose record is noted whichever form the answer takes.
  if (v.wantsJson) return { keep: again === undefined, send: () => v.reply.code(status).send(view.value) }
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
  const file = await r.file(v.ctx, input.value, v.app.config.address)
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
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  }
}

async function takeSubmission(v: Visit, r: AnySubmit, routes: readonly Route[]): Promise<Answer> {
  const raw = rawOf(v.request)
  const allowed = demand(r.right, v.ctx.actor)
  if (!allowed.ok) return refused(v, allowed)
  const decided = tooLarge(raw, r.large) ?? (await attempt(v, r.action, inputFor(v, r, raw)))
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
  const url = new URL(r.back(raw), 'http://localhost')
  for (const route of routes) {
    if (route.kind !== 'page') continue
    const params = matchPath(route.path, url.pathname)
    if (params === null) continue
    const input = { ...Object.fromEntries(url.searchParams), ...params }
    const page = route as unknown as AnyPage
    await narrow(v, page.elevated ?? false)
    remember(v.ctx.tx)
    return showPage(v, page, input, HTTP_STATUS[refusal.kind], {
      refusal,
      typed: typedValues(raw),
    })
  }
  return refused(v, refusal)
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
  // Whoever asked went away in the middle of sending: nothing is wrong here, and nobody is there to be told.
  if (request.raw.destroyed && !request.raw.complete) return reply.hijack()
  if (refusal === null) request.log.error({ err: error, requestId: request.id }, 'lỗi chưa lường trước')
  if (reply.sent) return reply
  const shown = refusal ?? refuse('later', 'fault', 'Hệ thống gặp lỗi. Số liệu không bị ảnh hưởng.')
  if (wantsJsonOf(request)) {
    return reply
      .code(status)
      .type('application/problem+json')
      .header('content-language', 'vi')
      .send({ ...problemOf(shown, request.id), status })
  }
  return transact(
    app.db,
    systemActor(),
    async (tx) => {
      const actor = await whoIs(app, request, tx, app.clock())
      await enter(app.db, tx, actor)
      const ctx = { tx, actor, now: app.clock(), newId }
      return drawRefusal({ app, request, reply, wantsJson: false, ctx, elevated: false }, shown)
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
