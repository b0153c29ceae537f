/**
 * Idempotency-Key: a machine that does not know whether its request arrived sends it again under the same key, and what was
 * done is not done twice. The key holds for a day and for whoever sent it. A refusal did nothing, so it is not kept: sent
 * again, the request is decided anew.
 */
import { createHash } from 'node:crypto'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { claimAnswer, keepAnswer } from '../database/answers.ts'
import type { Raw } from './body.ts'
import type { Answer, Visit } from './visit.ts'
import { problem } from './visit.ts'

/** Header that tells that an answer is given again. */
export const AGAIN = 'idempotency-replayed'

const LONGEST = 200
const UNFIT = `Idempotency-Key phải có từ 1 đến ${LONGEST} ký tự ASCII, không có khoảng trắng. Chưa ghi gì.`
const OTHER = refuse(
  'invalid',
  'idempotency.other-request',
  'Idempotency-Key này đã dùng cho một yêu cầu khác trong 24 giờ qua. Chưa ghi gì; dùng khóa mới cho yêu cầu mới.',
)

/** The key of a request, or null when it has none. Quotes around it (as structured fields write texts) are no part of it. */
export function keyOf(given: unknown): Decision<string | null> {
  if (given === undefined) return accept(null)
  const key = typeof given === 'string' ? given.replace(/^"(.*)"$/, '$1') : ''
  return key.length <= LONGEST && /^[!-~]+$/.test(key)
    ? accept(key)
    : refuse('invalid', 'idempotency.key', UNFIT, { fields: { 'Idempotency-Key': UNFIT } })
}

/** What a request asks, as a hash: address, fields, and files by their own hashes. */
export function fingerprintOf(url: string, raw: Raw): Buffer {
  const { _csrf: _, ...asked } = raw
  return createHash('sha256')
    .update(url)
    .update('\n')
    .update(JSON.stringify(told(asked)))
    .digest()
}

function told(value: unknown): unknown {
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex')
  if (Array.isArray(value)) return value.map(told)
  if (typeof value !== 'object' || value === null) return value
  // A large file lies on the disk under a key of its own each time: it is told by its hash.
  const fields = Object.entries(value).filter(([name, v]) => name !== 'lies' && typeof v !== 'function')
  return fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, v]) => [name, told(v)])
}

/** What is sent when the request was accepted. */
export type Outcome = { readonly status: number; readonly headers: Record<string, string>; readonly body: unknown }

/** Does what was asked at most once under the key of the request, if it bears one. */
export async function onceUnderKey(
  v: Visit,
  raw: Raw,
  act: () => Promise<{ readonly refused: Answer } | Outcome>,
): Promise<Answer> {
  const key = keyOf(v.request.headers['idempotency-key'])
  if (!key.ok) return problem(v, key)
  if (key.value !== null) {
    const claim = await claimAnswer(v.ctx, key.value, fingerprintOf(v.request.url, raw))
    if (claim.state === 'other') return problem(v, OTHER)
    if (claim.state === 'answered') return sent(v, { ...claim.answer, again: true })
  }
  const outcome = await act()
  if ('refused' in outcome) return outcome.refused
  const answer = { ...outcome, body: JSON.stringify(outcome.body) }
  if (key.value !== null) await keepAnswer(v.ctx, key.value, answer)
  return sent(v, answer)
}

type Ready = { status: number; headers: Readonly<Record<string, string>>; body: string; again?: boolean }

const sent = ({ reply }: Visit, { status, headers, body, again }: Ready): Answer => ({
  keep: true,
  send: () => {
    for (const [name, value] of Object.entries(headers)) reply.header(name, value)
    if (again) reply.header(AGAIN, 'true')
    return reply.code(status).type('application/json; charset=utf-8').send(body)
  },
})
