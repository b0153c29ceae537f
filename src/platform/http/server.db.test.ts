/** Máy chủ trang: what every answer carries, whoever asks: headers, tokens, cookies, refusals, faults, sign-in. */
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { anyone, right, signedIn } from '../../kernel/right.ts'
import { givenAccount, must, PASSWORD, START, settle } from '../../modules/accounts/fixtures.ts'
import { authenticate, authenticateMachine, homeOf, rolesInWords } from '../../modules/accounts/public.ts'
import { inventedProvince } from '../../modules/organisations/fixtures.ts'
import { loadRegister } from '../../modules/organisations/public.ts'
import { badgesOf, MODULES, migrationFolders } from '../../modules.ts'
import { buildAssets } from '../../ui/assets.ts'
import { html } from '../../ui/html.ts'
import { action, type Ctx, done, perform } from '../action.ts'
import { readConfig } from '../config.ts'
import { PLATFORM_MIGRATIONS, readMigrations } from '../database/migrate.ts'
import { row, sql } from '../database/sql.ts'
import type { TestDatabase } from '../database/test-database.ts'
import type { Module } from '../module.ts'
import { SESSION_COOKIE } from './application.ts'
import { text } from './input.ts'
import { download, page, submit } from './route.ts'
import { createServer } from './server.ts'

const FORM = 'application/x-www-form-urlencoded'
const nobody = right({ name: 'thu.nobody', sentence: 'Chưa ai được làm.', ask: 'Sở Nội vụ', allows: () => false })

const write = action({
  name: 'thu.write',
  right: anyone,
  input: z.object({ body: text(20, 'Nhập nội dung') }),
  run: async (_ctx, input) => {
    if (input.body === 'cũ') return refuse('stale', 'thu.stale', 'Người khác vừa sửa.', { theirs: { body: 'mới' } })
    if (input.body === 'hỏng') throw new Error('chi tiết bí mật của máy')
    return done({ body: input.body }, { kind: 'thu.written', subject: 'thu:1' })
  },
})
const written = { title: 'Ghi', right: anyone, action: write, back: () => '/thu' }

/** Always refused, with and without the rows of all units. */
const refusing = (elevated: boolean) =>
  action({
    name: `thu.refuse-${elevated}`,
    right: anyone,
    elevated,
    input: z.object({}),
    run: async () => refuse('conflict', 'thu.refused', 'Không nhận.'),
  })

/** A page that tells whether the transaction sees the rows of all units while it is read. */
const seeing = (elevated: boolean) =>
  page({
    path: elevated ? '/thu/thay-het' : '/thu/thay-phan',
    title: 'Thấy gì',
    right: anyone,
    elevated,
    input: z.object({}),
    view: async (ctx) => accept(await seesAllRows(ctx)),
    html: (all) => html`<h1>Thấy gì</h1><p>trang thấy ${all ? 'hết' : 'phần mình'}</p>`,
  })

const seesAllRows = async ({ tx }: Ctx): Promise<boolean> =>
  (await row(tx, sql<{ all: string }>`select current_setting('nk.all') as "all"`)).all === 'on'

/** A module of this test, beside the real ones. */
const thu: Module = {
  name: 'thu',
  title: 'Thử',
  rights: [nobody],
  facts: { 'thu.written': () => 'ghi thử' },
  routes: [
    page({
      path: '/thu',
      title: 'Trang thử',
      right: anyone,
      input: z.object({}),
      view: async () => accept({ n: 1 }),
      html: (_view, seen) =>
        html`<h1>Trang thử</h1><p id="typed">${seen.typed.body ?? ''}</p><p id="wrong">${seen.refusal?.fields?.body ?? ''}</p><p>${'x'.repeat(2000)}</p>`,
    }),
    page({
      path: '/thu/cam',
      title: 'Cấm',
      right: nobody,
      input: z.object({}),
      view: async () => accept(1),
      html: () => html`<h1>Cấm</h1>`,
    }),
    page({
      path: '/thu/rieng',
      title: 'Riêng',
      right: signedIn,
      input: z.object({}),
      view: async () => accept(1),
      html: () => html`<h1>Riêng</h1>`,
    }),
    page({
      path: '/thu/hong',
      title: 'Hỏng',
      right: anyone,
      input: z.object({}),
      view: async () => {
        throw new Error('chi tiết bí mật của máy')
      },
      html: () => html`<h1>Hỏng</h1>`,
    }),
    seeing(true),
    seeing(false),
    ...[true, false].flatMap((acts) =>
      ['het', 'phan'].map((back) =>
        submit({
          path: `/thu/tu-choi/${acts ? 'het' : 'phan'}/${back}`,
          title: 'Bị từ chối',
          right: anyone,
          action: refusing(acts),
          back: () => `/thu/thay-${back}`,
          next: () => ({ to: '/thu' }),
        }),
      ),
    ),
    submit({ ...written, path: '/thu', next: () => ({ to: '/thu', said: 'Đã ghi nội dung.' }) }),
    submit({ ...written, path: '/thu/vao', next: () => ({ to: '/thu', session: 'token-moi' }) }),
    submit({ ...written, path: '/thu/ra', next: () => ({ to: '/thu', session: null }) }),
    submit({ ...written, path: '/thu/it', perMinute: 2, next: () => ({ to: '/thu' }) }),
    submit({
      ...written,
      path: '/thu/:ma/sua',
      back: (raw) => `/thu/khong-co/${raw.ma}`,
      next: () => ({ to: '/thu' }),
    }),
    download({
      path: '/thu/dia-chi',
      title: 'Địa chỉ',
      right: anyone,
      input: z.object({}),
      file: async (_ctx, _q, address) =>
        accept({ name: 'dia-chi.txt', mediaType: 'text/plain', bytes: Buffer.from(address) }),
    }),
    download({
      path: '/thu/tep',
      title: 'Tệp',
      right: anyone,
      input: z.object({}),
      file: async () => accept({ name: 'Công văn "1".txt', mediaType: 'text/plain', bytes: Buffer.from('a') }),
    }),
  ],
}

let t: TestDatabase
let server: FastifyInstance
let proxied: FastifyInstance

const build = async (env: Record<string, string> = {}, migrations?: string[]) =>
  createServer({
    config: readConfig(env),
    db: t.db,
    clock: () => START,
    modules: [...MODULES, thu],
    assets: await buildAssets(),
    authenticate,
    authenticateMachine,
    homeOf,
    roleLabel: rolesInWords,
    surroundings: async () => ({ place: 'Tỉnh An Bình', period: null, demo: false }),
    badges: async (ctx) =>
      (await seesAllRows(ctx)) ? [{ path: 'bell', count: 77, label: 'của mọi đơn vị', tone: 'late' }] : badgesOf(ctx),
    migrations: migrations ?? readMigrations([PLATFORM_MIGRATIONS, ...migrationFolders()]).map((m) => m.hash),
  })

beforeAll(async () => {
  t = await testDatabase()
  must(await perform(t.db, { actor: systemActor(), now: START }, loadRegister, inventedProvince()))
  await settle(t.db, await givenAccount(t.db, 'hoa.syt', 'co-quan', 'Y01.SYT'))
  server = await build()
  proxied = await build({ NGUYEN_KHI_PROXY: '1', NGUYEN_KHI_ADDRESS: 'https://trithuc.example.vn' })
})
afterAll(async () => {
  await server.close()
  await proxied.close()
  await t.drop()
})

const get = (url: string, more: InjectOptions = {}, on = server) => on.inject({ method: 'GET', url, ...more })
const json = { headers: { accept: 'application/json' } }
const cookieOf = (a: LightMyRequestResponse, name: string) => a.cookies.find((c) => c.name === name)

/** The token of a page and its secret. */
async function token(on = server, url = '/dang-nhap'): Promise<{ _csrf: string; cookies: Record<string, string> }> {
  const seen = await get(url, {}, on)
  const _csrf = /name="_csrf"[^>]*value="([^"]+)"/.exec(seen.body)?.[1] ?? ''
  return { _csrf, cookies: { csrf: cookieOf(seen, 'csrf')?.value ?? '' } }
}

async function send(url: string, fields: Record<string, string>, more: InjectOptions = {}, on = server) {
  const { _csrf, cookies } = await token(on)
  return on.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams({ _csrf, ...fields }).toString(),
    ...more,
    cookies: { ...cookies, ...(more.cookies ?? {}) },
    headers: { 'content-type': FORM, ...(more.headers ?? {}) },
  })
}
const FACTS = "select count(*) as n from platform.ledger where kind = 'thu.written'"
const facts = async (): Promise<number> => (await t.db.pool.query(FACTS)).rows[0].n

describe('Mọi câu trả lời', () => {
  test.each([
    '/thu',
    '/khong-co',
    '/thu/hong',
    '/thu/cam',
    '/healthz',
    '/thu/tep',
  ])('%s có đủ tiêu đề bảo vệ', async (url) => {
    const { headers } = await get(url)
    const csp = String(headers['content-security-policy'])
    expect(csp).toContain("default-src 'none'")
    expect(csp).toContain("frame-ancestors 'none'")
    expect(csp).toContain("form-action 'self'")
    expect(csp).toContain("base-uri 'none'")
    expect(csp).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('chỉ sau máy chủ trung gian HTTPS mới nhắc trình duyệt dùng HTTPS', async () => {
    expect((await get('/thu')).headers['strict-transport-security']).toBeUndefined()
    expect((await get('/thu', {}, proxied)).headers['strict-transport-security']).toContain('max-age')
  })

  it('trang không được nhớ lại ở máy dùng chung; trang dài được nén', async () => {
    const answer = await get('/thu', { headers: { 'accept-encoding': 'gzip' } })
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it('tệp tải về có tên tiếng Việt và không mở trong trang', async () => {
    const { headers } = await get('/thu/tep')
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''C%C3%B4ng%20v%C4%83n%20%221%22.txt")
    expect(headers['cache-control']).toBe('private, no-store')
  })

  it('địa chỉ của liên kết lấy từ thiết đặt, không từ tên máy trong yêu cầu', async () => {
    const forged = { headers: { host: 'ke-gia.example', 'x-forwarded-host': 'ke-gia.example' } }
    expect((await get('/thu/dia-chi', forged)).body).toBe('http://127.0.0.1:8080')
    expect((await get('/thu/dia-chi', forged, proxied)).body).toBe('https://trithuc.example.vn')
  })

  it('cùng địa chỉ cho máy là JSON; dấu gạch cuối không đổi trang', async () => {
    expect((await get('/thu', json)).json()).toEqual({ n: 1 })
    expect((await get('/thu/')).statusCode).toBe(200)
  })
})

describe('Dấu chống giả mạo', () => {
  it('thiếu dấu, dấu sai, dấu của người khác: không ghi gì và nói cách làm lại', async () => {
    const before = await facts()
    const other = await token()
    const mine = await token()
    const tries: InjectOptions[] = [
      { payload: 'body=a' },
      { payload: 'body=a&_csrf=sai', cookies: mine.cookies },
      { payload: `body=a&_csrf=${other._csrf}`, cookies: mine.cookies },
      { payload: `body=a&_csrf=${mine._csrf}` },
    ]
    for (const attempt of tries) {
      const answer = await server.inject({ method: 'POST', url: '/thu', headers: { 'content-type': FORM }, ...attempt })
      expect(answer.statusCode).toBe(403)
      expect(answer.body).toContain('Trang đã mở quá lâu hoặc mở từ nơi khác, chưa ghi gì.')
    }
    expect(await facts()).toBe(before)
  })

  it('có dấu trong biểu mẫu hoặc trong tiêu đề thì được nhận', async () => {
    const before = await facts()
    expect((await send('/thu', { body: 'một' })).statusCode).toBe(303)
    const { _csrf, cookies } = await token()
    const answer = await server.inject({
      method: 'POST',
      url: '/thu',
      cookies,
      headers: { 'x-csrf-token': _csrf, accept: 'application/json' },
      payload: { body: 'hai' },
    })
    expect([answer.statusCode, answer.json(), answer.headers.location]).toEqual([200, { body: 'hai' }, '/thu'])
    expect(await facts()).toBe(before + 2)
  })

  it('khóa của dấu nằm trong cookie mà mã trong trang không đọc được', async () => {
    expect(cookieOf(await get('/thu'), 'csrf')).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    expect(cookieOf(await get('/thu', {}, proxied), 'csrf')).toMatchObject({ secure: true })
  })
})

describe('Phiên', () => {
  it('cookie phiên: mã trong trang không đọc được, không đi theo trang khác, hết khi đóng trình duyệt', async () => {
    const cookie = cookieOf(await send('/thu/vao', { body: 'a' }), SESSION_COOKIE)
    expect(cookie).toMatchObject({ value: 'token-moi', httpOnly: true, sameSite: 'Lax', path: '/' })
    expect([cookie?.secure, cookie?.maxAge, cookie?.expires]).toEqual([undefined, undefined, undefined])
    expect(cookieOf(await send('/thu/vao', { body: 'a' }, {}, proxied), SESSION_COOKIE)).toMatchObject({ secure: true })
  })

  it('ra khỏi hệ thống thì cookie bị xóa; token lạ là khách', async () => {
    expect(cookieOf(await send('/thu/ra', { body: 'a' }), SESSION_COOKIE)?.value).toBe('')
    const stranger = await get('/thu/rieng', { cookies: { [SESSION_COOKIE]: 'token-moi' } })
    expect(stranger.headers.location).toBe('/dang-nhap?tiep=%2Fthu%2Frieng')
  })

  it('địa chỉ sâu: mời đăng nhập, đăng nhập xong về đúng trang, kể cả tham số', async () => {
    const asked = await get('/nhiem-vu?loc=qua-han')
    expect([asked.statusCode, asked.headers.location]).toEqual([303, '/dang-nhap?tiep=%2Fnhiem-vu%3Floc%3Dqua-han'])
    const door = await get(String(asked.headers.location))
    expect(door.body).toContain('value="/nhiem-vu?loc=qua-han"')
    const wrong = await send('/dang-nhap', { username: 'hoa.syt', password: 'sai', tiep: '/nhiem-vu?loc=qua-han' })
    expect(wrong.statusCode).toBeGreaterThanOrEqual(400)
    expect(wrong.body).toContain('value="/nhiem-vu?loc=qua-han"')
    expect(wrong.body).toContain('value="hoa.syt"')
    expect(wrong.body).not.toContain('value="sai"')
    const inside = await send('/dang-nhap', { username: 'hoa.syt', password: PASSWORD, tiep: '/nhiem-vu?loc=qua-han' })
    expect([inside.statusCode, inside.headers.location]).toEqual([303, '/nhiem-vu?loc=qua-han'])
    const session = cookieOf(inside, SESSION_COOKIE)?.value ?? ''
    const there = await get(String(inside.headers.location), { cookies: { [SESSION_COOKIE]: session } })
    expect(there.statusCode).toBe(200)
    expect(there.body).toContain('Người hoa.syt')
  })

  test.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\tevil',
    'javascript:alert(1)',
  ])('đăng nhập không dẫn ra ngoài: %s', async (tiep) => {
    const inside = await send('/dang-nhap', { username: 'hoa.syt', password: PASSWORD, tiep })
    expect(inside.headers.location).toBe('/viec')
  })
})

describe('Từ chối', () => {
  it('không có trang: 404, có nơi đi tiếp; cho máy là problem+json', async () => {
    const page404 = await get('/khong-co')
    expect([page404.statusCode, page404.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(page404.body).toContain('Không tìm thấy trang này')
    const problem = await get('/khong-co', json)
    expect(problem.headers['content-type']).toContain('application/problem+json')
    expect(problem.headers['content-language']).toBe('vi')
    expect(problem.json()).toMatchObject({
      type: 'urn:nguyen-khi:page.absent',
      status: 404,
      instance: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/),
    })
  })

  it('khách: 401 cho máy, mời đăng nhập cho người', async () => {
    const problem = await get('/thu/rieng', json)
    expect([problem.statusCode, problem.json().status]).toEqual([401, 401])
    expect((await get('/thu/rieng')).statusCode).toBe(303)
  })

  it('đã đăng nhập mà thiếu quyền: 403, câu nêu ai được và liên hệ đâu', async () => {
    const inside = await send('/dang-nhap', { username: 'hoa.syt', password: PASSWORD })
    const cookies = { [SESSION_COOKIE]: cookieOf(inside, SESSION_COOKIE)?.value ?? '' }
    const answer = await get('/thu/cam', { cookies })
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('Chưa ai được làm. Liên hệ: Sở Nội vụ.')
    expect((await get('/thu/cam', { ...json, cookies })).json()).toMatchObject({
      status: 403,
      detail: 'Chưa ai được làm. Liên hệ: Sở Nội vụ.',
    })
  })

  it('phương thức khác: 405 kèm phương thức được nhận', async () => {
    const answer = await server.inject({ method: 'DELETE', url: '/thu', ...json })
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, POST'])
  })

  it('biểu mẫu sai: hiện lại trang với câu bên ô và mọi chữ đã gõ, được thoát ký tự', async () => {
    const before = await facts()
    const typed = `"><b>${'dài'.repeat(10)}`
    const answer = await send('/thu', { body: typed })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Nội dung dài quá 20 ký tự, rút ngắn lại')
    expect(answer.body).toContain('&lt;b&gt;dàidài')
    expect(answer.body).not.toContain('<b>dài')
    expect(answer.body).toMatch(/<title>Lỗi: /)
    expect(await facts()).toBe(before)
  })

  describe('trang hiện lại thấy đúng như khi mở, khung trang đếm theo quyền của người xem', () => {
    const cookiesOf = async () => {
      const inside = await send('/dang-nhap', { username: 'hoa.syt', password: PASSWORD })
      return { [SESSION_COOKIE]: cookieOf(inside, SESSION_COOKIE)?.value ?? '' }
    }
    test.each([
      ['het', 'hết'],
      ['phan', 'phần mình'],
    ])('trang %s', async (back, seen) => {
      const cookies = await cookiesOf()
      const opened = await get(`/thu/thay-${back}`, { cookies })
      expect(opened.body).toContain(`trang thấy ${seen}`)
      expect(opened.body).not.toContain('>77<')
      for (const acts of ['het', 'phan']) {
        const again = await send(`/thu/tu-choi/${acts}/${back}`, {}, { cookies })
        expect(again.statusCode).toBe(409)
        expect(again.body).toContain(`trang thấy ${seen}`)
        expect(again.body).toContain('Không nhận.')
        expect(again.body).not.toContain('>77<')
      }
    })
  })

  it('bản đã cũ: 412, máy nhận cả bản của người kia', async () => {
    expect((await send('/thu', { body: 'cũ' })).statusCode).toBe(412)
    const problem = await send('/thu', { body: 'cũ' }, json)
    expect([problem.statusCode, problem.json().theirs]).toEqual([412, { body: 'mới' }])
  })

  it('trang hiện lại không có thì vẫn là câu từ chối, kể cả khi địa chỉ mã hóa hỏng', async () => {
    const answer = await send('/thu/%25zz/sua', { body: '' })
    expect(answer.statusCode).toBe(422)
  })

  test.each([
    ['mã hóa hỏng trên đường dẫn', '/thu/%zz', {}, 400],
    [
      'JSON hỏng',
      '/thu',
      { method: 'POST' as const, headers: { 'content-type': 'application/json' }, payload: '{' },
      400,
    ],
    [
      'kiểu thân lạ',
      '/thu',
      { method: 'POST' as const, headers: { 'content-type': 'text/xml' }, payload: '<a/>' },
      415,
    ],
  ])('%s: 4xx, không phải lỗi hệ thống', async (_, url, more, status) => {
    const answer = await server.inject({ url, ...more })
    expect(answer.statusCode).toBe(status)
    expect(answer.body).not.toContain('Hệ thống gặp lỗi')
  })

  it('gửi quá nhiều lần trong một phút: 429, nói chờ bao lâu', async () => {
    const tries = { remoteAddress: '10.0.0.9' }
    for (let i = 0; i < 2; i++) expect((await send('/thu/it', { body: 'a' }, tries)).statusCode).toBe(303)
    const answer = await send('/thu/it', { body: 'a' }, tries)
    expect(answer.statusCode).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.body).toContain('Gửi quá nhiều lần trong một phút')
    expect((await send('/thu/it', { body: 'a' }, { remoteAddress: '10.0.0.10' })).statusCode).toBe(303)
  })
})

describe('Lỗi chưa lường trước', () => {
  it('trang nêu mã lỗi và số liệu còn nguyên, không lộ chi tiết của máy', async () => {
    const answer = await get('/thu/hong')
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([500, 'text/html; charset=utf-8'])
    expect(answer.body).toMatch(/Mã lỗi <b>[0-9A-F]{4}-[0-9A-F]{4}<\/b>/)
    expect(answer.body).toContain('Số liệu không bị ảnh hưởng.')
    expect(answer.body).not.toContain('bí mật')
  })

  it('máy nhận problem+json có cùng mã lỗi', async () => {
    const answer = await get('/thu/hong', json)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      500,
      expect.stringContaining('application/problem+json'),
    ])
    expect(answer.json()).toMatchObject({
      type: 'urn:nguyen-khi:fault',
      instance: expect.stringMatching(/^[0-9A-F]{4}-/),
    })
    expect(answer.body).not.toContain('bí mật')
  })

  it('thao tác hỏng giữa chừng: không ghi gì, kết nối được trả lại', async () => {
    const before = await facts()
    for (let i = 0; i < 12; i++) expect((await send('/thu', { body: 'hỏng' })).statusCode).toBe(500)
    expect(await facts()).toBe(before)
    expect(t.db.pool.waitingCount).toBe(0)
    expect((await get('/thu')).statusCode).toBe(200)
  })
})

describe('Lời nhắn sau khi ghi', () => {
  it('hiện đúng một lần ở trang sau', async () => {
    const answer = await send('/thu', { body: 'a' })
    const note = cookieOf(answer, 'loi_nhan')
    expect(note).toMatchObject({ httpOnly: true })
    const first = await get('/thu', { cookies: { loi_nhan: note?.value ?? '' } })
    expect(first.body).toContain('Đã ghi nội dung.')
    expect(cookieOf(first, 'loi_nhan')?.value).toBe('')
    expect((await get('/thu')).body).not.toContain('Đã ghi nội dung.')
  })

  it('lời nhắn giả mạo vẫn chỉ là chữ', async () => {
    const forged = Buffer.from('<script>alert(1)</script>').toString('base64url')
    expect((await get('/thu', { cookies: { loi_nhan: forged } })).body).not.toContain('<script>alert(1)')
  })
})

describe('Cách hiển thị', () => {
  it('được nhớ một năm trong cookie, trở lại đúng trang', async () => {
    const answer = await send('/hien-thi', { 'co-chu': 'large', back: '/nhiem-vu?loc=qua-han' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/nhiem-vu?loc=qua-han'])
    const cookie = cookieOf(answer, 'hien_thi')
    expect(cookie).toMatchObject({ value: 'large.medium.wide.on', maxAge: 365 * 86400 })
    expect((await get('/thu', { cookies: { hien_thi: cookie?.value ?? '' } })).body).toContain('text-large')
  })

  test.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '',
  ])('không dẫn ra ngoài: %j', async (back) => {
    const answer = await send('/hien-thi', { 'co-chu': 'large', back })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
  })

  it('ô gửi hai lần, thiếu dấu: không hỏng', async () => {
    const { _csrf, cookies } = await token()
    const headers = { 'content-type': FORM }
    const twice = `_csrf=${_csrf}&back=/a&back=/b&co-chu=large&co-chu=normal`
    const answer = await server.inject({ method: 'POST', url: '/hien-thi', cookies, headers, payload: twice })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
    expect((await server.inject({ method: 'POST', url: '/hien-thi', headers, payload: 'back=/' })).statusCode).toBe(403)
    expect((await server.inject({ method: 'POST', url: '/hien-thi' })).statusCode).toBe(403)
  })
})

describe('Vận hành', () => {
  it('/healthz sống là đủ, /readyz cần đủ tệp nâng cấp', async () => {
    expect((await get('/healthz')).body).toBe('ok')
    expect((await get('/readyz')).json()).toEqual({ ready: true, reason: 'sẵn sàng' })
    const newer = await build({}, ['tệp-chưa-chạy'])
    const answer = await get('/readyz', {}, newer)
    expect([answer.statusCode, answer.json().reason]).toEqual([503, 'còn 1 tệp nâng cấp chưa chạy'])
    await newer.close()
  })

  it('/metrics chỉ cho chính máy này, kể cả khi tiêu đề nói khác', async () => {
    const mine = await get('/metrics', { remoteAddress: '127.0.0.1' })
    expect([mine.statusCode, mine.body.includes('http_request_seconds')]).toEqual([200, true])
    const away = { remoteAddress: '10.1.2.3', headers: { 'x-forwarded-for': '127.0.0.1' } }
    expect((await get('/metrics', away)).statusCode).toBe(404)
    const behind = { remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': '203.0.113.7' } }
    expect((await get('/metrics', behind, proxied)).statusCode).toBe(404)
  })

  it('phép đo không nêu địa chỉ cụ thể, chỉ nêu mẫu đường dẫn', async () => {
    await get('/nhiem-vu/III.1.1')
    const { body } = await get('/metrics')
    expect(body).toContain('route="/nhiem-vu/:code"')
    expect(body).not.toContain('III.1.1')
  })
})
