/** Số câu lệnh: how often each main page asks the database, page by page. A new question belongs in this table on purpose. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../src/kernel/actor.ts'
import { startWalk, visitPage, type Walk } from './walk.ts'

/**
 * Page, who opens it, and how many statements it may send, sign-in and counters of the menu included: the first time after a
 * start, and every time after that, when what everybody shares is kept in the process.
 */
const BOUNDS: readonly (readonly [page: string, role: Role | 'khach', first: number, again: number])[] = [
  ['/', 'khach', 4, 4],
  ['/dang-nhap', 'khach', 4, 4],
  ['/viec', 'co-quan', 17, 8],
  ['/viec', 'thu-truong', 17, 9],
  ['/viec', 'so-noi-vu', 16, 4],
  ['/thong-bao', 'co-quan', 14, 9],
  ['/thong-bao', 'so-noi-vu', 12, 4],
  ['/bao-cao/kh1459/2026/{cơ quan}', 'co-quan', 27, 18],
  ['/bao-cao/kh1459/2026/{cơ quan}/2', 'co-quan', 26, 17],
  ['/tong-quan', 'so-noi-vu', 16, 3],
  ['/tong-hop/kh1459/2026', 'so-noi-vu', 17, 4],
  ['/tong-hop/kh1459/2025', 'so-noi-vu', 17, 4],
  ['/bao-cao-tinh/kh1459/2025', 'so-noi-vu', 58, 3],
  ['/nhiem-vu', 'so-noi-vu', 14, 4],
  ['/nhiem-vu', 'co-quan', 16, 8],
  ['/ke-hoach', 'so-noi-vu', 22, 9],
  ['/chi-tieu', 'so-noi-vu', 45, 20],
  ['/quan-tri/to-chuc', 'so-noi-vu', 16, 4],
  ['/quan-tri/nguoi-dung', 'quan-tri', 15, 5],
  ['/dieu-hanh', 'lanh-dao', 46, 22],
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
  it.each(BOUNDS)('%s (%s) không quá %i lần đầu, %i các lần sau', async (page, role, most, again) => {
    walk.forget()
    const first = await visit(page, role)
    const second = await visit(page, role)
    expect([first.status, second.status]).toEqual([200, 200])
    expect(first.statements).toBeLessThanOrEqual(most)
    expect(second.statements).toBeLessThanOrEqual(again)
  })
})
