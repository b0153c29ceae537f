/**
 * Tỉnh mẫu trong cơ sở dữ liệu: leaders under forty on two days, a promotion of the past beside reports that stand, contested entries
 * with a queue, dossiers kept by the bodies of their time.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../src/demo/load.ts'
import { type Actor, systemActor } from '../../src/kernel/actor.ts'
import { day } from '../../src/kernel/day.ts'
import { recordEntry } from '../../src/modules/people/actions/record-entry.ts'
import { settleContest } from '../../src/modules/people/actions/settle-contest.ts'
import { readBoard } from '../../src/modules/quality/screens.ts'
import { findProvincial } from '../../src/modules/reporting/views/provincial.ts'
import { type Action, perform } from '../../src/platform/action.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { asOwner, type TestDatabase } from '../../src/platform/database/test-database.ts'
import { firstBrokenFact } from '../../src/platform/ledger/record.ts'
import { NOW } from '../architecture/walk.ts'
import { testDatabase } from '../database.ts'
import { screensOf, typed } from './people-world.ts'

let t: TestDatabase
let screens: ReturnType<typeof screensOf>
let officer: Actor

beforeAll(async () => {
  t = await testDatabase({ key: 'demo', fill: (db) => loadDemo(db, NOW) })
  screens = screensOf(t.db, NOW)
  const [unit] = await asOwner<{ id: string }>(
    t.db,
    "select unit_id as id from organisations.unit_identifier where value = 'H24.SNV' limit 1",
  )
  officer = {
    kind: 'account',
    id: '00000000-0000-7000-8000-000000000077',
    name: 'Trần Thị Lan',
    post: 'Chuyên viên',
    grants: [{ role: 'so-noi-vu', body: unit?.id ?? '', bodyCode: 'H24.SNV', bodyName: 'Sở Nội vụ' }],
    scope: 'all',
  }
}, 180_000)
afterAll(() => t?.drop())

const listed = (query: Record<string, unknown>) => screens.listed(query, officer)
const must = async <I, O>(what: Action<I, O>, input: unknown): Promise<void> => {
  const done = await perform(t.db, { actor: officer, now: NOW }, what, input)
  if (!done.ok) throw new Error(`${done.code}: ${done.message} ${JSON.stringify(done.fields)}`)
}

describe('7. lãnh đạo cấp tỉnh dưới 40 tuổi', () => {
  const leaders = async (on: string, ages: string) =>
    (await listed({ 'chuc-vu': 'cap-tinh', tuoi: ages, 'tai-ngay': on })).rows.map((r) => r.birth).sort()

  it('ngày 31/12/2024 có bốn người, ngày 31/12/2026 còn một, từ cùng dữ liệu', async () => {
    expect(await leaders('2024-12-31', 'duoi-40')).toHaveLength(4)
    expect(await leaders('2026-12-31', 'duoi-40')).toEqual(['1988-03-08'])
  })
  it('người đủ 40 tuổi đúng ngày ấy không còn là dưới 40; hôm trước thì còn', async () => {
    expect(await leaders('2026-12-30', 'duoi-40')).toContain('1986-12-31')
    expect(await leaders('2026-12-31', 'duoi-40')).not.toContain('1986-12-31')
    expect(await leaders('2026-12-31', 'tu-40')).toContain('1986-12-31')
  })
  it('chỉ biết tháng sinh thì tính từ ngày đầu tháng: không ai được tính trẻ hơn mức có thể', async () => {
    expect(await leaders('2026-10-31', 'duoi-40')).toContain('1986-11')
    expect(await leaders('2026-11-01', 'duoi-40')).not.toContain('1986-11')
  })
  it('cộng các nhóm tuổi bằng tổng số lãnh đạo, ngày nào cũng vậy', async () => {
    for (const on of ['2024-12-31', '2025-06-30', '2026-12-31']) {
      const all = (await listed({ 'chuc-vu': 'cap-tinh', 'tai-ngay': on })).total
      expect(all).toBe(10)
      const [young, old] = [await leaders(on, 'duoi-40'), await leaders(on, 'tu-40')]
      expect(young.length + old.length).toBe(all)
    }
  })
})

describe('6. thăng chức lùi về trước ngày đã báo cáo', () => {
  const reports = async () => ({
    provincial: await transact(t.db, systemActor(), (tx) => findProvincial(tx, { year: 2025 })),
    sent: await asOwner(t.db, 'select id, sha256, content_sha256 from reporting.submission order by id'),
    files: await asOwner(t.db, 'select id, sha256 from platform.file order by id'),
  })
  it('chia dòng vị trí, báo cáo năm 2025 còn nguyên từng byte, điều đã biết trước đó vẫn xem lại được', async () => {
    const [post] = await asOwner<{ code: string; body: string; was: string; from: string }>(
      t.db,
      `select p.code, n.office_name as body, f.data->>'position' as was, lower(f.valid)::text as from
       from people.fact f join people.person p on p.id = f.person_id
         join organisations.unit_name n on n.unit_id = (f.data->>'body')::uuid and n.valid @> '2026-11-30'::date
       where f.slot = 'post:main' and f.superseded_at is null and upper_inf(f.valid) and f.level = 1
         and not f.data ? 'leadership' and lower(f.valid) < '2025-02-01' order by p.code limit 1`,
    )
    if (post === undefined) throw new Error('nobody to promote')
    const before = await reports()
    expect(before.provincial?.figures.reports).toBeGreaterThan(50)
    const promotion = { body: post.body, position: 'Trưởng phòng', leadership: 'Trưởng phòng và tương đương' }
    await must(recordEntry, {
      code: post.code,
      group: 'post',
      evidence: 'Quyết định số 15/QĐ-SNV ngày 20/02/2025',
      typed: typed({ ...promotion, kind: 'Vị trí chính', from: '01/03/2025' }),
    })
    const rows = await asOwner<{ position: string; from: string; to: string | null }>(
      t.db,
      `select f.data->>'position' as position, lower(f.valid)::text as from, upper(f.valid)::text as to from people.fact f
       join people.person p on p.id = f.person_id where p.code = $1 and f.slot = 'post:main' and f.superseded_at is null
         and (upper_inf(f.valid) or upper(f.valid) > '2025-01-01') order by lower(f.valid)`,
      [post.code],
    )
    expect(rows).toEqual([
      { position: post.was, from: post.from, to: '2025-03-01' },
      { position: 'Trưởng phòng', from: '2025-03-01', to: null },
    ])
    const leading = async (on: string) => (await listed({ q: post.code, 'chuc-vu': 'cap-phong', 'tai-ngay': on })).total
    expect([await leading('2025-02-28'), await leading('2025-03-01')]).toEqual([0, 1])
    const asKnown = await screens.profile(post.code, { day: day('2026-01-01'), knownOn: day('2026-11-29') }, officer)
    expect(JSON.stringify(asKnown.sections)).not.toContain('Trưởng phòng và tương đương')
    expect(await reports()).toEqual(before)
    expect(await transact(t.db, systemActor(), (tx) => firstBrokenFact(tx))).toBeNull()
  })
})

describe('Mâu thuẫn của tỉnh mẫu', () => {
  const contested = () =>
    asOwner<{ id: string; code: string; unit: string }>(
      t.db,
      `select f.id, p.code, p.unit_id as unit from people.fact f join people.person p on p.id = f.person_id
       where f.level = -1 and f.superseded_at is null order by p.code, f.id`,
    )
  const board = () => screens.reading(officer, (ctx) => readBoard(ctx))

  it('bảng chất lượng nêu số hồ sơ mâu thuẫn; quyết định xong thì bớt một', async () => {
    const all = await contested()
    const people = new Set(all.map((f) => f.code))
    expect(people.size).toBeGreaterThanOrEqual(6)
    expect(people.size).toBeLessThanOrEqual(40)
    const told = async () => (await board()).problems.find((p) => /mâu thuẫn/i.test(p.label))?.people
    expect(await told()).toBe(people.size)
    const one = all.find((f) => all.filter((o) => o.code === f.code).length === 1)
    const shown = await screens.profile(one?.code ?? '', {}, officer)
    expect(shown.contested).toHaveLength(1)
    expect(shown.contested[0]?.proven).not.toBeNull()
    await must(settleContest, { code: one?.code, fact: one?.id, keep: 'proven' })
    expect(await told()).toBe(people.size - 1)
  })
})

describe('Hồ sơ thuộc cơ quan của thời ấy', () => {
  it('nay mọi hồ sơ thuộc một đơn vị còn tồn tại; nguồn năm 2024 là cơ quan của năm 2024', async () => {
    const homeless = await asOwner(
      t.db,
      `select p.code from people.person p join organisations.unit u on u.id = p.unit_id where not u.valid @> '2026-11-30'::date`,
    )
    expect(homeless).toEqual([])
    const sources = await asOwner<{ body: string; there: boolean }>(
      t.db,
      `select distinct split_part(f.source, ':', 2) as body,
         exists (select 1 from organisations.unit_identifier i join organisations.unit u on u.id = i.unit_id
           where i.value = split_part(f.source, ':', 2) and u.valid @> '2024-11-20'::date) as there
       from people.fact f where f.source like 'nhap:%' and f.recorded_at < '2024-12-31'`,
    )
    expect(sources.length).toBeGreaterThan(20)
    expect(sources.filter((s) => !s.there)).toEqual([])
  })
})

describe('một ngày làm việc như thật', () => {
  it('phần lớn mục đã được xác nhận, vài chục mục còn chờ', async () => {
    const [waiting] = await asOwner<{ n: number; all: number }>(
      t.db,
      `select count(*) filter (where level = 0 and source = 'khai') as n, count(*) as all from people.fact where superseded_at is null`,
    )
    expect(Number(waiting?.n)).toBeGreaterThan(12)
    expect(Number(waiting?.n)).toBeLessThan(100)
    expect(Number(waiting?.all)).toBeGreaterThan(10_000)
  })
  it('năm đến mười cặp nghi trùng chờ quyết định, có một cặp sinh đôi tên khác một dấu', async () => {
    const pairs = await asOwner<{ a: string; b: string }>(
      t.db,
      `select a.name as a, b.name as b from duplicates.pair d join people.person a on a.id = d.person_a join people.person b on b.id = d.person_b
       where d.state = 'open'`,
    )
    expect(pairs.length).toBeGreaterThanOrEqual(5)
    expect(pairs.length).toBeLessThanOrEqual(10)
    expect(pairs.map((p) => [p.a, p.b].sort())).toContainEqual(['Phạm Thị Ánh', 'Phạm Thị Ảnh'].sort())
  })
})
