/** Đi khắp các địa chỉ đọc được: every GET of the description, asked for JSON by every sample person of the sample world. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MODULES } from '../../src/modules.ts'
import type { ApiRoute } from '../../src/platform/http/api-route.ts'
import { operationsOf } from '../../src/platform/http/openapi.ts'
import type { JsonSchema } from '../../src/platform/http/openapi-schema.ts'
import { methodOf } from '../../src/platform/http/route.ts'
import {
  addressOf,
  startWalk,
  type Visited,
  type Visitor,
  visitPage,
  type Walk,
  walkAll,
} from '../architecture/walk.ts'

const JSON_TYPES = /^application\/(problem\+)?json/
const READ = MODULES.flatMap((m) => m.routes).filter((r): r is ApiRoute => r.kind === 'api' && methodOf(r) === 'GET')
const LISTS = READ.filter((r) => r.shape === 'list' && !r.path.includes(':'))

let walk: Walk
let met: Visited[]
let officer: Visitor
beforeAll(async () => {
  walk = await startWalk()
  met = await walkAll(walk)
  const found = walk.visitors.find((v) => v.role === 'so-noi-vu')
  if (!found) throw new Error('không có cán bộ Sở Nội vụ')
  officer = found
}, 300_000)
afterAll(() => walk?.stop())

const ask = (url: string, headers: Record<string, string> = {}, who = officer) => visitPage(walk, who, url, headers)

/** What a list must be asked besides its paging: the first value of each choice it cannot do without. */
function queryOf(route: ApiRoute): string {
  const found = operationsOf(MODULES).find((o) => o.route === route)
  const properties: Readonly<Record<string, JsonSchema>> = found?.fields.properties ?? {}
  const first = (s: JsonSchema | undefined): unknown => ((s?.items as JsonSchema | undefined)?.enum as unknown[])?.[0]
  return (found?.fields.required ?? []).map((name) => `${name}=${first(properties[name])}&`).join('')
}

/** Every row of a list, page after page. */
async function allOf(route: ApiRoute, limit: number): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  for (let next: string | null = ''; next !== null; ) {
    const body: { items: Record<string, unknown>[]; next: string | null } = (
      await ask(`${route.path}?${queryOf(route)}limit=${limit}${next === '' ? '' : `&after=${next}`}`)
    ).json()
    rows.push(...body.items)
    next = body.next
  }
  return rows
}

describe('Mọi thao tác đọc', () => {
  it('trang trả JSON khi được hỏi như vậy, từ chối bằng problem+json', async () => {
    const wrong: string[] = []
    for (const m of MODULES)
      for (const route of m.routes) {
        if (route.kind !== 'page') continue
        for (const who of walk.visitors) {
          const url = addressOf(route, met)
          const answer = await ask(url, { accept: 'application/json' }, who)
          const type = String(answer.headers['content-type'])
          if (answer.statusCode >= 500 || !JSON_TYPES.test(type))
            wrong.push(`${who.role} ${url}: ${answer.statusCode} ${type}`)
        }
      }
    expect(wrong).toEqual([])
  }, 120_000)

  it('địa chỉ cho máy trả JSON với mọi người, kể cả khi tham số lạ', async () => {
    const wrong: string[] = []
    for (const route of READ)
      for (const who of walk.visitors)
        for (const hole of ['x', '%00', "'%22%3E", '00000000-0000-7000-8000-000000000000']) {
          const url = `${route.path.replaceAll(/:\w+/g, hole)}?asOf=${hole}`
          const answer = await ask(url, {}, who)
          const right = JSON_TYPES.test(String(answer.headers['content-type'])) || answer.statusCode === 304
          if (answer.statusCode >= 500 || !right) wrong.push(`${who.role} ${url}: ${answer.statusCode}`)
        }
    expect(wrong).toEqual([])
  }, 120_000)

  it('khách bị từ chối ở mọi địa chỉ cho máy', async () => {
    const [guest] = walk.visitors
    for (const route of READ) {
      const answer = await ask(route.path.replaceAll(/:\w+/g, 'x'), {}, guest)
      expect([route.path, answer.statusCode]).toEqual([route.path, 401])
    }
  })
})

describe('Danh sách', () => {
  it('đọc từng trang nhỏ được đúng những dòng của một trang lớn, không sót, không lặp', async () => {
    for (const route of LISTS) {
      const small = await allOf(route, 7)
      const large = await allOf(route, 200)
      expect(small, route.path).toEqual(large)
      const lines = large.map((r) => JSON.stringify(r))
      expect(new Set(lines).size, route.path).toBe(lines.length)
    }
  }, 120_000)

  it('JSON, từng dòng và bảng có cùng số dòng', async () => {
    for (const route of LISTS) {
      const url = `${route.path}?${queryOf(route)}limit=20`
      const { items } = (await ask(url)).json()
      const lines = (await ask(url, { accept: 'application/x-ndjson' })).body
      expect(lines.trim() === '' ? 0 : lines.trim().split('\n').length, url).toBe(items.length)
      const table = (await ask(url, { accept: 'text/csv' })).body
      expect(table.split('\r\n')[0]?.length, url).toBeGreaterThan(0)
    }
  }, 60_000)
})

describe('Một bản ghi', () => {
  it('mỗi địa chỉ có chỗ trống trả lời cho dòng đầu của danh sách đứng trên nó', async () => {
    const asked: string[] = []
    for (const route of READ) {
      const hole = /^([^:]+)\/:(\w+)$/.exec(route.path)
      const above = LISTS.find((l) => l.path === hole?.[1])
      if (!hole || !above) continue
      const [first] = (await ask(`${above.path}?limit=1`)).json().items
      if (first === undefined) continue
      const name = first[String(hole[2])] ?? first.list
      const answer = await ask(`${above.path}/${name}`)
      expect([route.path, answer.statusCode]).toEqual([route.path, 200])
      if (route.shape === 'one') expect(answer.headers.etag).toMatch(/^"[^"]+"$/)
      asked.push(route.path)
    }
    expect(asked).toContain('/api/v1/organisations/:code')
  })
})

describe('Bản mô tả', () => {
  it('ai cũng đọc được, cho máy và cho người', async () => {
    const [guest] = walk.visitors
    const document = await ask('/api/openapi.json', {}, guest)
    expect(document.json()).toMatchObject({ openapi: '3.1.0' })
    const page = await ask('/api', {}, guest)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('/api/v1/organisations')
  })
})
