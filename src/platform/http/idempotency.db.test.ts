/** Idempotency-Key trên cơ sở dữ liệu thật: sent twice, at once, by another, changed, refused, a day later. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { refuse } from '../../kernel/result.ts'
import { signedIn } from '../../kernel/right.ts'
import { issueToken } from '../../modules/accounts/actions/issue-token.ts'
import { must, START, unitId } from '../../modules/accounts/fixtures.ts'
import { authenticate, authenticateMachine, homeOf, rolesInWords } from '../../modules/accounts/public.ts'
import { inventedProvince } from '../../modules/organisations/fixtures.ts'
import { loadRegister } from '../../modules/organisations/public.ts'
import { badgesOf, MODULES } from '../../modules.ts'
import { buildAssets } from '../../ui/assets.ts'
import { action, done, perform } from '../action.ts'
import { readConfig } from '../config.ts'
import { forgetAnswers } from '../database/answers.ts'
import { transact } from '../database/pool.ts'
import { asOwner, type TestDatabase } from '../database/test-database.ts'
import type { Module } from '../module.ts'
import { apiAct } from './api-route.ts'
import { text } from './input.ts'
import { createServer } from './server.ts'

const write = action({
  name: 'hai-lan.write',
  right: signedIn,
  input: z.object({ body: text(20, 'Nhập nội dung') }),
  run: async (ctx, input) => {
    await new Promise((resolve) => setTimeout(resolve, 60))
    if (input.body === 'sai') return refuse('conflict', 'hai-lan.no', 'Chưa ghi được.')
    return done({ id: ctx.newId(), by: ctx.actor.name }, { kind: 'hai-lan.written', subject: `hai-lan:${input.body}` })
  },
})
const twice: Module = {
  name: 'hai-lan',
  title: 'Gửi hai lần',
  rights: [],
  facts: { 'hai-lan.written': () => 'ghi thử' },
  routes: ['a', 'b'].map((part) =>
    apiAct({
      path: `/api/v1/hai-lan/${part}`,
      title: 'Ghi',
      right: signedIn,
      action: write,
      output: z.object({ id: z.string(), by: z.string() }),
      status: 201,
      location: (o: { id: string }) => `/api/v1/hai-lan/${o.id}`,
    }),
  ),
}

let t: TestDatabase
let server: FastifyInstance
let clock = START
const token: Record<string, string> = {}

beforeAll(async () => {
  t = await testDatabase()
  const at = { actor: systemActor(), now: START }
  must(await perform(t.db, at, loadRegister, inventedProvince()))
  for (const name of ['một', 'hai']) {
    const asked = { name, unitId: await unitId(t.db, 'Y01.SYT'), role: 'co-quan', until: '31/12/2026', write: 'co' }
    token[name] = must(await perform(t.db, at, issueToken, asked)).token
  }
  server = await createServer({
    config: readConfig({}),
    db: t.db,
    clock: () => clock,
    modules: [...MODULES, twice],
    assets: await buildAssets(),
    authenticate,
    authenticateMachine,
    homeOf,
    roleLabel: rolesInWords,
    surroundings: async () => ({ place: 'Tỉnh An Bình', period: null, demo: false }),
    badges: badgesOf,
    migrations: [],
  })
}, 60_000)
afterAll(async () => {
  await server?.close()
  await t?.drop()
})

const send = (body: string, key: string | null, { by = 'một', to = 'a' } = {}) =>
  server.inject({
    method: 'POST',
    url: `/api/v1/hai-lan/${to}`,
    headers: { authorization: `Bearer ${token[by]}`, ...(key === null ? {} : { 'idempotency-key': key }) },
    payload: { body },
  })
const timesWritten = async (body: string): Promise<number> =>
  (await asOwner(t.db, 'select 1 from platform.ledger where subject = $1', [`hai-lan:${body}`])).length

it('gửi lại cùng khóa: cùng câu trả lời, chỉ ghi một lần', async () => {
  const first = await send('lại', 'k1')
  const again = await send('lại', '"k1"')
  expect([first.statusCode, again.statusCode]).toEqual([201, 201])
  expect(again.json()).toEqual(first.json())
  expect(again.headers.location).toBe(first.headers.location)
  expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([undefined, 'true'])
  expect(await timesWritten('lại')).toBe(1)
})

it('năm yêu cầu cùng lúc với một khóa: một lần ghi, năm câu trả lời như nhau', async () => {
  const all = await Promise.all([1, 2, 3, 4, 5].map(() => send('cùng lúc', 'k2')))
  expect(new Set(all.map((a) => a.body)).size).toBe(1)
  expect(all.filter((a) => a.headers['idempotency-replayed'] === 'true')).toHaveLength(4)
  expect(await timesWritten('cùng lúc')).toBe(1)
})

it('cùng khóa mà khác nội dung hoặc khác địa chỉ: 422, không ghi gì', async () => {
  expect((await send('gốc', 'k3')).statusCode).toBe(201)
  for (const answer of [await send('khác', 'k3'), await send('gốc', 'k3', { to: 'b' })])
    expect(answer.json()).toMatchObject({ status: 422, type: 'urn:nguyen-khi:idempotency.other-request' })
  expect([await timesWritten('gốc'), await timesWritten('khác')]).toEqual([1, 0])
})

it('khóa của bên này không trả lời cho bên kia; không có khóa thì mỗi lần gửi là một lần ghi', async () => {
  await send('hai bên', 'k4')
  await send('hai bên', 'k4', { by: 'hai' })
  expect(await timesWritten('hai bên')).toBe(2)
  await send('không khóa', null)
  await send('không khóa', null)
  expect(await timesWritten('không khóa')).toBe(2)
})

it('lần bị từ chối không chiếm khóa: sửa rồi gửi lại thì ghi', async () => {
  expect((await send('sai', 'k5')).statusCode).toBe(409)
  expect((await send('đúng', 'k5')).statusCode).toBe(201)
  expect((await send('x', 'có dấu cách')).statusCode).toBe(422)
})

it('quá 24 giờ thì khóa dùng lại được; việc nền bỏ câu trả lời cũ của mọi bên', async () => {
  clock = START.add({ hours: 24 })
  expect((await send('gốc', 'k3')).headers['idempotency-replayed']).toBeUndefined()
  expect(await timesWritten('gốc')).toBe(2)
  const gone = await transact(t.db, systemActor(), (tx) => forgetAnswers({ tx, now: clock }))
  expect(gone).toBeGreaterThanOrEqual(5)
  expect((await send('gốc', 'k3')).headers['idempotency-replayed']).toBe('true')
  clock = START
})

it('câu trả lời giữ ở dạng niêm phong', async () => {
  await send('kín', 'k6')
  const rows = await asOwner(t.db, 'select body from platform.answer')
  for (const r of rows) expect(String(r.body)).not.toContain('Người')
  expect(rows.length).toBeGreaterThan(0)
})
