/**
 * Lượt hỏi: one request = one transaction under the rights of whoever asks: a person by the session cookie, or a machine by
 * a service token, which opens addresses for machines only. What every kind of route shares while it answers.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type Actor, ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import { type Decision, HTTP_STATUS, type Refusal, refuse } from '../../kernel/result.ts'
import { demand, type Right } from '../../kernel/right.ts'
import { type Action, type Ctx, newId, performIn, refuseInput, scopeFor } from '../action.ts'
import { enter, enterToRead, transact } from '../database/pool.ts'
import { API_PREFIX, isForMachines } from './api-route.ts'
import { type Application, SESSION_COOKIE } from './application.ts'
import type { Raw } from './body.ts'
import { drawRefusal } from './draw.ts'
import { problemOf } from './problem.ts'
import { mostOf, TOO_LARGE, TOO_MANY } from './uploads.ts'

/** One request being answered. */
export type Visit = {
  readonly app: Application
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly ctx: Ctx
  readonly wantsJson: boolean
  /** Whether the transaction now sees all rows though the actor does not; changed by `narrow` alone. */
  elevated: boolean
}

/** How an answer leaves, and whether what it did is kept. Sent only after commit: nothing is acknowledged that could be lost. */
export type Answer = { readonly keep: boolean; readonly send: () => FastifyReply }

/** Params + query + body of a request. */
export const rawOf = (request: FastifyRequest): Raw => ({
  ...(request.query as Raw),
  ...((request.body as Raw | null) ?? {}),
  ...(request.params as Raw),
})

/** Whether the answer is for a program: it asks for JSON, or the address is one for machines. */
export const wantsJsonOf = (request: FastifyRequest): boolean =>
  isForMachines(request.url) || String(request.headers.accept ?? '').includes('application/json')

/** The service token of a request to an address for machines, or null. Elsewhere tokens mean nothing. */
export function serviceTokenOf(request: FastifyRequest): string | null {
  if (!request.url.startsWith(`${API_PREFIX}/`)) return null
  return /^Bearer +(\S+)$/i.exec(String(request.headers.authorization ?? ''))?.[1] ?? null
}

/** Who asks: the holder of the service token, else of the session. A token that opens nothing is nobody, not the session beside it. */
export async function whoIs(
  app: Application,
  request: FastifyRequest,
  tx: Ctx['tx'],
  now: Temporal.Instant,
): Promise<Actor> {
  const machine = serviceTokenOf(request)
  if (machine !== null) return (await app.authenticateMachine(tx, machine, now)) ?? ANONYMOUS
  const token = request.cookies[SESSION_COOKIE]
  return (token ? await app.authenticate(tx, token, now) : null) ?? ANONYMOUS
}

/** What a route says of its requests: whose rows they see, and whether they begin as readers of what the process keeps. */
export type Coming = { readonly elevated?: boolean | undefined; readonly readsKept?: boolean | undefined }

/** Opens the transaction, finds out who is there, narrows to their rights, and answers. Refused work is rolled back. */
export async function visit(
  app: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  coming: Coming,
  answer: (v: Visit) => Promise<Answer>,
): Promise<FastifyReply> {
  const now = app.clock()
  const sent = await transact(
    app.db,
    systemActor(),
    async (tx) => {
      const v = await arrive(app, request, reply, { ...coming, tx, now })
      const unknown = v.ctx.actor.kind === 'anonymous' && serviceTokenOf(request) !== null
      const { send, keep } = unknown ? await refused(v, UNKNOWN_TOKEN) : await answer(v)
      return { send, keep, statements: tx.statements }
    },
    (a) => a.keep,
  )
  reply.header('server-timing', `sql;desc="${sent.statements}", total;dur=${reply.elapsedTime.toFixed(1)}`)
  return sent.send()
}

async function arrive(
  app: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  { tx, now, elevated = false, readsKept }: Coming & { tx: Ctx['tx']; now: Temporal.Instant },
): Promise<Visit> {
  const actor = await whoIs(app, request, tx, now)
  const come = request.method === 'GET' || readsKept ? enterToRead : enter
  await come(app.db, tx, scopeFor(actor, elevated))
  return { app, request, reply, wantsJson: wantsJsonOf(request), ctx: { tx, actor, now, newId }, elevated }
}

/** Asked before a large upload is read: the refusal of whoever may not send it, ready to leave; null = go on. */
export async function mayNotSend(
  app: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  right: Right,
): Promise<Answer['send'] | null> {
  const answer = await transact(app.db, systemActor(), async (tx) => {
    const v = await arrive(app, request, reply, { tx, now: app.clock() })
    const allowed = demand(right, v.ctx.actor)
    return allowed.ok ? null : refused(v, allowed)
  })
  return answer?.send ?? null
}

const UNKNOWN_TOKEN = refuse(
  'forbidden',
  'token.unknown',
  'Khóa truy cập của hệ thống khác đã hết hạn, đã thu hồi hoặc không có. Liên hệ: quản trị hệ thống.',
)

/** What was sent, read by its schema. */
export function check<I>(schema: z.ZodType<I>, raw: unknown): Decision<I> {
  const parsed = schema.safeParse(raw)
  return parsed.success ? { ok: true, value: parsed.data } : refuseInput(parsed.error)
}

/** A savepoint around the action: after a refusal the page can still be read in the same transaction. */
export async function attempt(v: Visit, what: Action<unknown, unknown>, raw: unknown): Promise<Decision<unknown>> {
  const { client } = v.ctx.tx
  await client.query('savepoint submission')
  const decided = await performIn(v.ctx, what, raw, v.request.id)
  if (!decided.ok) await client.query('rollback to savepoint submission')
  return decided
}

/** The refusal of uploads over the limit, or null. */
export function tooLarge(raw: Raw, large = false): Refusal | null {
  const size = `${mostOf(large) / 2 ** 20} MB`
  if (raw[TOO_LARGE] !== undefined)
    return refuse('invalid', 'file.too-large', `Tệp lớn hơn ${size} nên chưa được nhận.`, {
      fields: {
        [String(raw[TOO_LARGE])]: `Chọn tệp không quá ${size}${large ? ', hoặc tách danh sách thành nhiều tệp' : ''}`,
      },
    })
  if (raw[TOO_MANY] === undefined) return null
  return refuse('invalid', 'file.too-many', 'Các tệp gửi cùng lúc lớn hơn 60 MB nên chưa được nhận.', {
    fields: { [String(raw[TOO_MANY])]: 'Gửi tệp này trong lần sau' },
  })
}

/** A refusal as an answer: sign-in first, a problem for machines, a page for people. Nothing is kept. */
export async function refused(v: Visit, refusal: Refusal, status?: number): Promise<Answer> {
  const { request, reply, ctx } = v
  const anonymous = ctx.actor.kind === 'anonymous'
  if (v.wantsJson) return problem(v, refusal, status ?? (refusal.kind === 'forbidden' && anonymous ? 401 : undefined))
  if (refusal.kind === 'forbidden' && anonymous && request.method === 'GET') {
    return { keep: false, send: () => reply.redirect(`/dang-nhap?tiep=${encodeURIComponent(request.url)}`, 303) }
  }
  const html = await drawRefusal(v, refusal)
  return { keep: false, send: () => reply.code(HTTP_STATUS[refusal.kind]).type('text/html; charset=utf-8').send(html) }
}

/** A refusal as RFC 9457 writes it. */
export function problem(v: Visit, refusal: Refusal, status: number = HTTP_STATUS[refusal.kind]): Answer {
  const { request, reply } = v
  return {
    keep: false,
    send: () => {
      if (status === 401) reply.header('www-authenticate', 'Bearer')
      return reply
        .code(status)
        .type('application/problem+json')
        .header('content-language', 'vi')
        .send({ ...problemOf(refusal, request.id), status })
    },
  }
}
