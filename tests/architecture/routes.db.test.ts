/** Đi khắp các đường dẫn: what holds for every page and every form, whoever comes and whatever is sent. */
import { gzipSync } from 'node:zlib'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BANNED_WORDS } from './language.ts'
import { addressOf, isHtml, ROUTES, sendForm, startWalk, type Visited, visitPage, type Walk, walkAll } from './walk.ts'

const MAX_STATEMENTS = 40
/** The same goals read twice, then and now: what was known on a past day is kept by nobody before the first who asks. */
const MAX_STATEMENTS_OF_TWO_DAYS = 60
const TWO_DAYS = '/dieu-hanh/thay-doi'
/** The ledger shows ids: they are the evidence. */
const LEDGER = '/quan-tri/nhat-ky/'

const MAX_PAGE_BYTES = 40 * 1024

let walk: Walk
let met: Visited[]
beforeAll(async () => {
  walk = await startWalk()
  met = await walkAll(walk)
}, 300_000)
afterAll(() => walk?.stop())

const shown = (v: Visited): string => `${v.who.role} ${v.url}`
const pages = (): Visited[] => met.filter((v) => isHtml(v.answer))

/** What people read: no tags, no scripts, no attributes. */
const textOf = (html: string): string =>
  html
    .replace(/<(script|style|title)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const statementsOf = (a: LightMyRequestResponse): number =>
  Number(/sql;desc="(\d+)"/.exec(String(a.headers['server-timing']))?.[1] ?? 0)

describe('Mọi trang', () => {
  it('mỗi liên kết dẫn tới nơi có thật; không trang nào hỏng', () => {
    expect(met.filter((v) => v.answer.statusCode >= 500).map(shown)).toEqual([])
    expect(met.filter((v) => v.linked && v.answer.statusCode === 404).map(shown)).toEqual([])
    expect(met.length).toBeGreaterThan(ROUTES.length)
  })

  it('nêu ngôn ngữ, tiêu đề, và đúng một tiêu đề lớn', () => {
    const wrong = pages().filter(({ answer: { body } }) => {
      const title = /<title>([^<]+)<\/title>/.exec(body)?.[1]?.trim() ?? ''
      return !/<html[^>]*\blang="vi"/.test(body) || title === '' || body.split(/<h1[\s>]/).length !== 2
    })
    expect(wrong.map(shown)).toEqual([])
  })

  it('không lộ ngày kiểu máy, giá trị rỗng của máy, mã định danh', () => {
    const machine =
      /\b\d{4}-\d{2}-\d{2}\b|\b(undefined|null|NaN)\b|\[object|Invalid|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/
    const read = pages().filter((v) => !v.url.startsWith(LEDGER))
    const found = read.flatMap((v) => {
      const hit =
        machine.exec(textOf(v.answer.body)) ??
        /(?:href|action|value|id)="(?:[^"]*[^\w-])?(undefined|\[object|NaN)(?:[^\w-][^"]*)?"/.exec(v.answer.body)
      return hit ? [`${shown(v)}: ${hit[0]}`] : []
    })
    expect(found).toEqual([])
  })

  it('không dùng lời bị tránh, không dấu chấm than', () => {
    const found = pages().flatMap((v) => {
      const text = textOf(v.answer.body)
      const hit = BANNED_WORDS.exec(text) ?? /\p{L}!(\s|$)/u.exec(text)
      return hit ? [`${shown(v)}: ${text.slice(Math.max(0, hit.index - 30), hit.index + 30)}`] : []
    })
    expect(found).toEqual([])
  })

  it(`hỏi cơ sở dữ liệu không quá ${MAX_STATEMENTS} câu lệnh, nặng không quá 40 KB khi nén`, () => {
    const boundOf = (url: string): number => (url.startsWith(TWO_DAYS) ? MAX_STATEMENTS_OF_TWO_DAYS : MAX_STATEMENTS)
    const many = met.filter((v) => statementsOf(v.answer) > boundOf(v.url))
    expect(many.map((v) => `${shown(v)}: ${statementsOf(v.answer)}`)).toEqual([])
    const heavy = pages().map((v) => ({ v, size: gzipSync(v.answer.body).length }))
    expect(heavy.filter((h) => h.size > MAX_PAGE_BYTES).map((h) => `${shown(h.v)}: ${h.size}`)).toEqual([])
  })

  it('không có mã lệnh hay kiểu viết thẳng trong trang', () => {
    const found = pages().filter(({ answer: { body } }) =>
      /\sstyle="|\son[a-z]+="|<script(?![^>]*\b(src|type="application\/json")=?)/.test(body),
    )
    expect(found.map(shown)).toEqual([])
  })

  it('cùng địa chỉ trả lời bằng JSON khi được hỏi như vậy', async () => {
    const asked = met.filter((v) => v.route?.kind === 'page' && v.answer.statusCode === 200)
    const wrong: string[] = []
    for (const v of asked) {
      const answer = await visitPage(walk, v.who, v.url, { accept: 'application/json' })
      const json = String(answer.headers['content-type']).startsWith('application/json')
      if (answer.statusCode !== 200 || !json) wrong.push(`${shown(v)}: ${answer.statusCode}`)
    }
    expect(wrong).toEqual([])
  }, 120_000)
})

describe('Quyền', () => {
  it('người chưa đăng nhập được mời đăng nhập, trừ trang ai cũng xem được', async () => {
    const [guest] = walk.visitors
    if (!guest) throw new Error('không có khách')
    const wrong: string[] = []
    for (const route of ROUTES.filter((r) => !r.right.allows(guest.actor))) {
      const url = addressOf(route, met)
      const post = route.kind === 'submit'
      const answer = post ? await sendForm(walk, guest, url, {}) : await visitPage(walk, guest, url)
      const invited = answer.statusCode === 303 && String(answer.headers.location).startsWith('/dang-nhap')
      const refused = [401, 403, 404].includes(answer.statusCode)
      if (!(post ? refused || invited : invited)) wrong.push(`${route.kind} ${url}: ${answer.statusCode}`)
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('người thiếu quyền bị từ chối, kèm nơi liên hệ', async () => {
    const wrong: string[] = []
    for (const who of walk.visitors.filter((v) => v.token !== null))
      for (const route of ROUTES.filter((r) => !r.right.allows(who.actor))) {
        const url = addressOf(route, met)
        const answer = route.kind === 'submit' ? await sendForm(walk, who, url, {}) : await visitPage(walk, who, url)
        const told = answer.statusCode === 404 || (answer.statusCode === 403 && answer.body.includes('Liên hệ: '))
        if (!told) wrong.push(`${who.role} ${route.kind} ${url}: ${answer.statusCode}`)
      }
    expect(wrong).toEqual([])
  }, 300_000)
})

const SCRIPT = `'"><script>alert(1)</script>`

/** What a careless or hostile sender puts in an address. */
const BAD_PARTS: readonly string[] = ['x', '\u0000', SCRIPT, '00000000-0000-7000-8000-000000000000']

/** … and in a field. */
const BAD_FIELDS: readonly string[] = [...BAD_PARTS, '', '31/02/2026', `${'9'.repeat(30)}${'a'.repeat(30_000)}`]

describe('Dữ liệu gửi sai', () => {
  it('tham số lạ trên đường dẫn cho 200 hoặc 4xx, không bao giờ hỏng', async () => {
    const wrong: string[] = []
    for (const route of ROUTES.filter((r) => r.kind !== 'submit')) {
      const who = walk.visitors.find((v) => route.right.allows(v.actor))
      if (!who) continue
      for (const bad of BAD_PARTS) {
        const url = `${route.path.replaceAll(/:\w+/g, encodeURIComponent(bad))}?loc=${encodeURIComponent(bad)}&trang=${encodeURIComponent(bad)}`
        const answer = await visitPage(walk, who, url)
        if (answer.statusCode >= 500) wrong.push(`${who.role} ${url}`)
        if (isHtml(answer) && answer.body.includes('<script>alert(1)')) wrong.push(`${url}: không thoát ký tự`)
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)

  it('biểu mẫu thiếu hoặc sai cho 4xx có câu giải thích, không bao giờ hỏng', async () => {
    const wrong: string[] = []
    for (const route of ROUTES) {
      if (route.kind !== 'submit') continue
      const who = walk.visitors.find((v) => route.right.allows(v.actor))
      if (!who) continue
      const { shape } = route.action.input as unknown as { shape?: Record<string, unknown> }
      const fields = Object.keys(shape ?? {})
      for (const bad of BAD_FIELDS) {
        const body = Object.fromEntries(fields.map((f) => [f, bad]))
        const answer = await sendForm(walk, who, addressOf(route, met), body)
        if (answer.statusCode >= 500)
          wrong.push(`${who.role} POST ${route.path} (${bad.slice(0, 12)}): ${answer.statusCode}`)
        if (answer.body.includes('<script>alert(1)')) wrong.push(`POST ${route.path}: không thoát ký tự`)
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)

  it('gửi mà thiếu dấu của trang thì không ghi gì và nói cách làm lại', async () => {
    const wrong: string[] = []
    for (const route of ROUTES.filter((r) => r.kind === 'submit')) {
      const answer = await walk.server.inject({ method: 'POST', url: addressOf(route, met), payload: {} })
      if (![403, 409].includes(answer.statusCode)) wrong.push(`${route.path}: ${answer.statusCode}`)
    }
    expect(wrong).toEqual([])
  })
})
