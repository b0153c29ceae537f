/** Trả lời máy: pages of a list, formats, versions, tokens, what never leaves. */
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { anyone, right, signedIn } from '../../kernel/right.ts'
import { issueToken } from '../../modules/accounts/actions/issue-token.ts'
import { revokeToken } from '../../modules/accounts/actions/revoke-token.ts'
import { givenAccount, must, PASSWORD, START, settle, unitId } from '../../modules/accounts/fixtures.ts'
import { authenticate, authenticateMachine, homeOf, rolesInWords } from '../../modules/accounts/public.ts'
import { inventedProvince } from '../../modules/organisations/fixtures.ts'
import { loadRegister } from '../../modules/organisations/public.ts'
import { badgesOf, MODULES } from '../../modules.ts'
import { buildAssets } from '../../ui/assets.ts'
import { action, done, perform } from '../action.ts'
import { readConfig } from '../config.ts'
import { transact } from '../database/pool.ts'
import { asOwner, type TestDatabase } from '../database/test-database.ts'
import type { Module } from '../module.ts'
import { apiAct, apiList, apiOne, instantOut } from './api-route.ts'
import { windowOf } from './cursor.ts'
import { text, whole } from './input.ts'
import { createServer } from './server.ts'

type Item = { code: string; note: string; secret: string }
const ITEMS: readonly Item[] = ['b', 'a', 'd', 'c'].map((code) => ({ code, note: `=${code},"1"`, secret: 'kín' }))

const write = action({
  name: 'may.write',
  right: signedIn,
  input: z.object({ body: text(20, 'Nhập nội dung'), version: whole() }),
  run: async (ctx, input) =>
    input.version === 3
      ? done({ by: ctx.actor.name, secret: 'kín' }, { kind: 'may.written', subject: 'may:1' })
      : refuse('stale', 'may.stale', 'Người khác vừa sửa.', { theirs: { version: 3 } }),
})
const chief = right({ name: 'may.chief', sentence: 'Chưa ai được xem.', ask: 'Sở Nội vụ', allows: () => false })
const record = { path: '/api/v1/may/mot', title: 'Một', right: signedIn, input: z.object({}) }

/** A module of this test, beside the real ones. */
const may: Module = {
  name: 'may',
  title: 'Máy',
  rights: [chief],
  facts: { 'may.written': () => 'ghi thử' },
  routes: [
    apiList({
      path: '/api/v1/may',
      title: 'Danh sách thử',
      right: anyone,
      input: z.object({}),
      row: z.object({ code: z.string(), note: z.string() }),
      key: z.tuple([z.string()]),
      keyOf: (i: Item): [string] => [i.code],
      view: async (_ctx, _q, window) => accept({ rows: windowOf(ITEMS, (i) => i.code, window), total: 4 }),
    }),
    apiOne({
      ...record,
      output: z.object({ at: instantOut(), who: z.string() }),
      view: async (ctx) => accept({ at: ctx.now, who: ctx.actor.name, secret: 'kín' }),
      version: () => 3,
    }),
    apiOne({
      ...record,
      path: '/api/v1/may/sai',
      output: z.object({ n: z.number() }),
      view: async () => accept({ n: 'kín' }),
    }),
    apiOne({ ...record, path: '/api/v1/may/cam', right: chief, output: z.object({}), view: async () => accept({}) }),
    apiOne({ ...record, path: '/api/v1/may/it', perMinute: 2, output: z.object({}), view: async () => accept({}) }),
    apiAct({
      path: '/api/v1/may/mot/sua',
      title: 'Sửa',
      right: signedIn,
      action: write,
      guarded: true,
      output: z.object({ by: z.string() }),
      status: 202,
      location: () => '/api/v1/may/mot',
    }),
  ],
}

let t: TestDatabase
let server: FastifyInstance
let clock = START
let reader = ''
let writer = ''
let writerId = ''

const issue = async (more: Record<string, unknown>) =>
  must(
    await perform(t.db, { actor: systemActor(), now: START }, issueToken, {
      name: 'Trục liên thông',
      unitId: await unitId(t.db, 'Y01.SYT'),
      role: 'co-quan',
      until: '31/12/2026',
      ...more,
    }),
  )

beforeAll(async () => {
  t = await testDatabase()
  must(await perform(t.db, { actor: systemActor(), now: START }, loadRegister, inventedProvince()))
  reader = (await issue({})).token
  const made = await issue({ name: 'Phần mềm nhân sự', write: 'co' })
  writer = made.token
  writerId = made.id
  server = await createServer({
    config: readConfig({}),
    db: t.db,
    clock: () => clock,
    modules: [...MODULES, may],
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

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ method: 'GET', url, headers })
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const post = (url: string, payload: InjectOptions['payload'], headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url, headers, ...(payload === undefined ? {} : { payload }) })

describe('Danh sách', () => {
  it('trả từng trang theo thứ tự cố định; trang cuối không có next; trường ngoài lược đồ không ra ngoài', async () => {
    const first = (await get('/api/v1/may?limit=3')).json()
    expect(first).toMatchObject({ total: 4, items: [{ code: 'a' }, { code: 'b' }, { code: 'c' }] })
    const second = await get(`/api/v1/may?limit=3&after=${first.next}`)
    expect(second.json()).toEqual({ items: [{ code: 'd', note: '=d,"1"' }], next: null, total: 4 })
    expect(JSON.stringify(first)).not.toContain('kín')
  })

  it('nêu địa chỉ trang sau trong Link, giữ nguyên điều kiện', async () => {
    const { headers } = await get('/api/v1/may?limit=1&x=1')
    expect(String(headers.link)).toMatch(/^<\/api\/v1\/may\?limit=1&x=1&after=[\w-]+>; rel="next"$/)
    expect(headers['cache-control']).toBe('private, no-store')
  })

  it('trả từng dòng JSON, hoặc bảng không có công thức, khi được hỏi như vậy', async () => {
    const lines = await get('/api/v1/may?limit=2', { accept: 'application/x-ndjson' })
    expect(lines.body.split('\n').map((l) => l && JSON.parse(l).code)).toEqual(['a', 'b', ''])
    const table = await get('/api/v1/may?limit=1', { accept: 'text/csv' })
    expect(table.headers['content-type']).toContain('text/csv')
    expect(table.body).toBe('code,note\r\na,"\'=a,""1"""\r\n')
  })

  it.each(['limit=0', 'limit=201', 'limit=x', 'after=x', 'after=WzEyXQ'])('%s bị từ chối ở đúng chỗ', async (query) => {
    const answer = await get(`/api/v1/may?${query}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().errors).toMatchObject([{ pointer: `/${query.split('=')[0]}` }])
  })
})

describe('Một bản ghi', () => {
  it('có ETag là phiên bản; đọc lại khi chưa đổi thì không gửi nội dung', async () => {
    const answer = await get('/api/v1/may/mot', bearer(reader))
    expect(answer.json()).toEqual({ at: START.toString(), who: 'Trục liên thông' })
    expect(answer.headers.etag).toBe('"3"')
    const again = await get('/api/v1/may/mot', { ...bearer(reader), 'if-none-match': '"3"' })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it('nội dung không đúng lược đồ là lỗi của hệ thống, không ra ngoài', async () => {
    const answer = await get('/api/v1/may/sai', bearer(reader))
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('kín')
  })

  it('thiếu quyền thì nêu quyền; không có địa chỉ thì nói không có, luôn bằng problem+json', async () => {
    const denied = await get('/api/v1/may/cam', bearer(reader))
    expect(denied.json()).toMatchObject({ status: 403, ground: 'may.chief' })
    const absent = await get('/api/v1/khong-co', bearer(reader))
    expect(absent.json()).toMatchObject({ status: 404 })
    expect((await post('/api/v1/may', {})).json()).toMatchObject({ status: 405 })
  })

  it('hỏi quá nhiều trong một phút thì nói chờ', async () => {
    const answers = [1, 2, 3].map(() => get('/api/v1/may/it', bearer(reader)))
    const last = (await Promise.all(answers)).find((a) => a.statusCode === 429)
    expect(last?.json()).toMatchObject({ status: 429 })
    expect(last?.headers['retry-after']).toBeDefined()
  })
})

describe('Thao tác', () => {
  const url = '/api/v1/may/mot/sua'

  it('khóa được ghi không cần mã của trang; câu trả lời nêu nơi xem', async () => {
    const answer = await post(url, { body: 'mới' }, { ...bearer(writer), 'if-match': '"3"' })
    expect([answer.statusCode, answer.json(), answer.headers.location]).toEqual([
      202,
      { by: 'Phần mềm nhân sự' },
      '/api/v1/may/mot',
    ])
    const rows = await asOwner(t.db, "select actor_kind, actor_id from platform.ledger where kind = 'may.written'")
    expect(rows).toEqual([{ actor_kind: 'machine', actor_id: writerId }])
  })

  it('thiếu If-Match 428, bản cũ 412 kèm bản đang lưu, thiếu nội dung 422', async () => {
    expect((await post(url, { body: 'mới' }, bearer(writer))).json()).toMatchObject({ status: 428 })
    const stale = await post(url, { body: 'mới' }, { ...bearer(writer), 'if-match': '"2"' })
    expect(stale.json()).toMatchObject({ status: 412, theirs: { version: 3 } })
    const empty = await post(url, {}, { ...bearer(writer), 'if-match': '"3"' })
    expect(empty.json()).toMatchObject({ status: 422, errors: [{ pointer: '/body', message: 'Nhập nội dung' }] })
  })

  it('khóa chỉ đọc không ghi được', async () => {
    const answer = await post(url, { body: 'mới' }, { ...bearer(reader), 'if-match': '"3"' })
    expect(answer.json()).toMatchObject({ status: 403, type: 'urn:nguyen-khi:token.read-only' })
  })

  it('phiên đăng nhập mà thiếu mã của trang thì không ghi gì', async () => {
    const id = await givenAccount(t.db, 'lan.syt', 'co-quan', 'Y01.SYT')
    await settle(t.db, id)
    const entered = await server.inject({ method: 'GET', url: '/dang-nhap' })
    const csrf = /name="_csrf"[^>]*value="([^"]+)"/.exec(entered.body)?.[1] ?? ''
    const secret = entered.cookies.find((c) => c.name === 'csrf')?.value ?? ''
    const signed = await server.inject({
      method: 'POST',
      url: '/dang-nhap',
      cookies: { csrf: secret },
      payload: { username: 'lan.syt', password: PASSWORD, _csrf: csrf },
    })
    const phien = signed.cookies.find((c) => c.name === 'phien')?.value ?? ''
    const send = (headers: Record<string, string>) =>
      server.inject({
        method: 'POST',
        url,
        cookies: { phien, csrf: secret },
        headers: { 'if-match': '"3"', ...headers },
        payload: { body: 'mới' },
      })
    expect((await send({})).statusCode).toBe(403)
    const sent = await send({ 'x-csrf-token': csrf })
    expect([sent.statusCode, sent.json()]).toEqual([202, { by: 'Người lan.syt' }])
  })
})

describe('Khóa truy cập', () => {
  it('khóa lạ bị từ chối dù địa chỉ ai cũng xem được', async () => {
    const answer = await get('/api/v1/may', bearer('nk_khong-co'))
    expect(answer.json()).toMatchObject({ status: 401, type: 'urn:nguyen-khi:token.unknown' })
    expect(answer.headers['www-authenticate']).toBe('Bearer')
  })

  it('không có khóa, không có phiên thì 401', async () => {
    expect((await get('/api/v1/may/mot')).statusCode).toBe(401)
  })

  it('khóa không mở trang nào ngoài /api/v1', async () => {
    const answer = await get('/quan-tri/to-chuc', { ...bearer(writer), accept: 'application/json' })
    expect(answer.statusCode).toBe(401)
  })

  it('phạm vi là cây đơn vị của cơ quan giữ khóa', async () => {
    const actor = await transact(t.db, systemActor(), (tx) => authenticateMachine(tx, reader, START))
    expect(actor).toMatchObject({ kind: 'machine', grants: [{ role: 'co-quan', bodyCode: 'Y01.SYT' }] })
    expect(actor?.scope).toEqual([await unitId(t.db, 'Y01.SYT')])
  })

  it('ghi lần dùng gần nhất; hết hạn hay thu hồi thì lần sau bị từ chối', async () => {
    const rows = await asOwner(t.db, 'select last_used_at from accounts.service_token where id = $1', [writerId])
    expect(rows[0]?.last_used_at).not.toBeNull()
    const revoked = await perform(t.db, { actor: systemActor(), now: START }, revokeToken, { token: writerId })
    expect(revoked).toMatchObject({ ok: true, value: { name: 'Phần mềm nhân sự' } })
    expect((await get('/api/v1/may/mot', bearer(writer))).statusCode).toBe(401)
    clock = Temporal.Instant.from('2026-12-31T17:00:00Z')
    expect((await get('/api/v1/may/mot', bearer(reader))).statusCode).toBe(401)
    clock = START
    const again = await perform(t.db, { actor: systemActor(), now: START }, revokeToken, { token: writerId })
    expect(again).toMatchObject({ ok: false, kind: 'absent' })
  })

  it('không giữ khóa ở đâu: bảng chỉ có mã băm và bốn ký tự cuối, sổ cái không có gì', async () => {
    const rows = await asOwner(
      t.db,
      `select (select string_agg(t::text, ' ') from accounts.service_token t) as kept, (select string_agg(l::text, ' ') from platform.ledger l) as told`,
    )
    for (const token of [reader, writer]) {
      expect(rows[0]?.kept).not.toContain(token)
      expect(rows[0]?.told).not.toContain(token.slice(-4))
    }
  })
})
