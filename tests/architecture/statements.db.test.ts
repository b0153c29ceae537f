/** Số câu lệnh: how often each main page asks the database, page by page. A new question belongs in this table on purpose. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../src/kernel/actor.ts'
import { startWalk, visitPage, type Walk } from './walk.ts'

/** Page, who opens it, and how many statements it may send, sign-in and counters of the menu included. */
const BOUNDS: readonly (readonly [page: string, role: Role | 'khach', most: number])[] = [
  ['/', 'khach', 4],
  ['/dang-nhap', 'khach', 4],
  ['/viec', 'co-quan', 13],
  ['/viec', 'thu-truong', 13],
  ['/viec', 'so-noi-vu', 14],
  ['/thong-bao', 'co-quan', 13],
  ['/thong-bao', 'so-noi-vu', 12],
  ['/bao-cao/kh1459/2026/{cơ quan}', 'co-quan', 20],
  ['/bao-cao/kh1459/2026/{cơ quan}/2', 'co-quan', 20],
  ['/tong-quan', 'so-noi-vu', 16],
  ['/tong-hop/2026', 'so-noi-vu', 15],
  ['/tong-hop/2025', 'so-noi-vu', 15],
  ['/bao-cao-tinh/2025', 'so-noi-vu', 24],
  ['/nhiem-vu', 'so-noi-vu', 14],
  ['/nhiem-vu', 'co-quan', 16],
  ['/ke-hoach', 'so-noi-vu', 20],
  ['/chi-tieu', 'so-noi-vu', 12],
  ['/quan-tri/to-chuc', 'so-noi-vu', 15],
  ['/quan-tri/nguoi-dung', 'quan-tri', 15],
  ['/dieu-hanh', 'lanh-dao', 19],
]

let walk: Walk
beforeAll(async () => {
  walk = await startWalk()
  // The frame's words about the system are read by whoever comes first.
  await visit('/', 'khach')
}, 180_000)
afterAll(() => walk?.stop())

/** The page as `role` sees it, with its report in place of `{cơ quan}`. */
async function visit(page: string, role: Role | 'khach') {
  const who = walk.visitors.find((v) => v.role === role)
  if (!who) throw new Error(`không có vai trò ${role}`)
  const body = who.actor.grants.find((g) => g.role === role)?.bodyCode ?? ''
  const answer = await visitPage(walk, who, page.replace('{cơ quan}', body))
  const statements = Number(/sql;desc="(\d+)"/.exec(String(answer.headers['server-timing']))?.[1] ?? Number.NaN)
  return { status: answer.statusCode, statements }
}

describe('Câu lệnh tới cơ sở dữ liệu', () => {
  it.each(BOUNDS)('%s (%s) không quá %i', async (page, role, most) => {
    const { status, statements } = await visit(page, role)
    expect(status).toBe(200)
    expect(statements).toBeLessThanOrEqual(most)
  })

  it('đọc lần nữa không hỏi nhiều hơn', async () => {
    const first = await visit('/tong-quan', 'so-noi-vu')
    expect((await visit('/tong-quan', 'so-noi-vu')).statements).toBe(first.statements)
  })
})
