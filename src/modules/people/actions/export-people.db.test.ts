/** Xuất danh sách: the file holds exactly the people of the list, and each of them sees who took his record away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { type Actor, systemActor } from '../../../kernel/actor.ts'
import type { PartialDay } from '../../../kernel/partial-day.ts'
import { newId, perform } from '../../../platform/action.ts'
import { transact } from '../../../platform/database/pool.ts'
import { rows, sql } from '../../../platform/database/sql.ts'
import type { TestDatabase } from '../../../platform/database/test-database.ts'
import { openTable } from '../../../platform/excel/open-table.ts'
import { changeAt, writePeople } from '../register.ts'
import { changeDossier } from '../rules/change.ts'
import type { DossierChange } from '../rules/changing.ts'
import { lastViewings } from '../views/profile.ts'
import type { Entry } from '../words/dossier.ts'
import { exportPeople } from './export-people.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const [HEALTH, SCHOOL] = [newId(), newId()]
const PEOPLE = 260

const officerOf = (role: 'so-noi-vu' | 'co-quan', scope: Actor['scope']): Actor => ({
  kind: 'account',
  id: newId(),
  name: 'Trần Thị Lan',
  post: 'Chuyên viên',
  grants: [{ role, body: HEALTH, bodyCode: 'H23.SNV', bodyName: 'Sở Nội vụ' }],
  scope,
})
const department = officerOf('so-noi-vu', 'all')
const school = officerOf('co-quan', [SCHOOL])

const entriesOf = (i: number): Entry[] => {
  const says = (group: Entry['group'], data: Entry['data'], from?: string): Entry => ({
    group,
    data,
    level: 1,
    source: 'nhap:H23.SYT:1',
    ...(from === undefined ? {} : { from: from as PartialDay }),
  })
  return [
    says('names', { fullName: `Nguyễn Văn ${'ABCDEĐ'[i % 6]}${'abcdeghiklm'[i % 11]}` }),
    says('birth', {
      birth: i % 3 === 0 ? `19${50 + (i % 50)}` : `19${50 + (i % 50)}-03-1${i % 10}`,
      sex: i % 2 === 0 ? 'nam' : 'nu',
      ...(i % 4 === 0 ? { homePlace: '=HYPERLINK("x"), "Cẩm Giàng"' } : {}),
    }),
    says('category', { category: 'vien-chuc', main: true }),
    says('post', { body: newId(), position: 'Bác sĩ', kind: 'chinh' }, '2010'),
  ]
}

let t: TestDatabase
let made: readonly DossierChange[] = []

beforeAll(async () => {
  t = await testDatabase()
  made = await transact(t.db, systemActor(), async (tx) => {
    const ctx = { tx, actor: systemActor(), now: NOW, newId }
    const changes = Array.from({ length: PEOPLE }, (_, i) =>
      changeDossier(null, entriesOf(i), changeAt(ctx, i < 250 ? HEALTH : SCHOOL, null)),
    )
    await writePeople(ctx, changes, null)
    return changes
  })
})
afterAll(() => t.drop())

async function taken(
  actor: Actor,
  columns: string,
  format: string,
  codes: readonly string[] = [],
): Promise<string[][]> {
  const input = { format, columns, purpose: 'quan-ly', codes, query: {} }
  const done = await perform(t.db, { actor, now: NOW }, exportPeople, input)
  if (!done.ok) throw new Error(done.message)
  const table = await openTable(new Uint8Array(done.value.bytes))
  if (!table.ok) throw new Error(table.message)
  const found: string[][] = []
  const walk = table.value.sheets[0]?.batches()
  for (;;) {
    const next = await walk?.next()
    if (next === undefined || next.done === true) return found
    for (const row of next.value) {
      const cells: string[] = []
      for (const c of row.cells) cells[c.column] = c.text
      found.push(Array.from(cells, (c) => c ?? ''))
    }
  }
}

const codesOf = () =>
  transact(
    t.db,
    systemActor(),
    async (tx) =>
      new Map(
        (await rows<{ id: string; code: string }>(tx, sql`select id, code from people.person`)).map((r) => [
          r.id,
          r.code,
        ]),
      ),
  )
const viewings = (actor: Actor, personId: string) => transact(t.db, actor, (tx) => lastViewings(tx, personId, 10))

const column = (table: readonly string[][], heading: string): string[] => {
  const at = table[0]?.indexOf(heading) ?? -1
  if (at < 0) throw new Error(`no column ${heading}`)
  return table.slice(1).map((r) => r[at] ?? '')
}
const SHARED = ['Mã hồ sơ', 'Họ và tên khai sinh', 'Ngày sinh', 'Giới tính', 'Quê quán', 'Nhóm đối tượng']

describe('tệp xuất', () => {
  it('bảng danh sách, bảng đầy đủ, CSV và Excel nói cùng một điều về cùng những người, cùng thứ tự', async () => {
    const csv = await taken(department, 'danh-sach', 'csv')
    expect(csv.length).toBe(PEOPLE + 1)
    expect(column(csv, 'Mã hồ sơ').sort()).toEqual([...(await codesOf()).values()].sort())
    for (const [columns, format] of [
      ['danh-sach', 'xlsx'],
      ['day-du', 'csv'],
      ['day-du', 'xlsx'],
    ] as const) {
      const other = await taken(department, columns, format)
      for (const heading of SHARED) expect(column(other, heading)).toEqual(column(csv, heading))
    }
    expect(new Set(column(csv, 'Quê quán'))).toEqual(new Set(['', '=HYPERLINK("x"), "Cẩm Giàng"']))
  })

  it('chỉ người trong phạm vi; chỉ người đã đánh dấu', async () => {
    const codes = await codesOf()
    const own = made.slice(250).map((c) => codes.get(c.person.id) ?? '')
    expect(column(await taken(school, 'danh-sach', 'csv'), 'Mã hồ sơ').sort()).toEqual([...own].sort())
    const foreign = codes.get(made[0]?.person.id ?? '') ?? ''
    const ticked = await taken(school, 'danh-sach', 'csv', [own[3] ?? '', own[5] ?? '', foreign])
    expect(column(ticked, 'Mã hồ sơ').sort()).toEqual([own[3], own[5]].sort())
  })
})

describe('ai đã xem', () => {
  it('tệp của cả danh sách để lại một dòng; ai trong tệp cũng thấy lượt ấy, mỗi người một mã riêng', async () => {
    const before = await viewings(department, made[7]?.person.id ?? '')
    await taken(department, 'danh-sach', 'csv')
    const many = await transact(t.db, systemActor(), (tx) =>
      rows<{ people: number }>(tx, sql`select people from people.viewing_of_many order by at desc, id desc limit 1`),
    )
    expect(many).toEqual([{ people: PEOPLE }])
    for (const i of [0, 7, 259]) {
      const seen = await viewings(department, made[i]?.person.id ?? '')
      expect(seen[0]).toMatchObject({
        actorName: 'Trần Thị Lan',
        bodyName: 'Sở Nội vụ',
        purpose: expect.stringMatching(/./),
      })
      expect(seen[0]?.groups).toContain('names')
    }
    expect((await viewings(department, made[7]?.person.id ?? '')).length).toBe(before.length + 1)
    const lines = await transact(t.db, systemActor(), (tx) =>
      rows<{ id: string; person: string }>(tx, sql`select id, person_id as person from people.viewing_line`),
    )
    expect(new Set(lines.map((l) => l.id)).size).toBe(lines.length)
  })

  it('người ngoài phạm vi không biết được ai đã xem hồ sơ nào, kể cả hỏi thẳng cơ sở dữ liệu', async () => {
    const foreign = made[0]?.person.id ?? ''
    expect(await viewings(school, foreign)).toEqual([])
    const asked = await transact(t.db, school, async (tx) => ({
      direct: await rows(tx, sql`select * from people.viewings_of_many(${foreign}::uuid)`),
      sets: await rows(tx, sql`select * from people.viewing_of_many where actor_id <> ${school.id}`),
    }))
    expect(asked).toEqual({ direct: [], sets: [] })
    const own = made[255]?.person.id ?? ''
    expect((await viewings(school, own)).some((v) => v.bodyName === 'Sở Nội vụ')).toBe(true)
  })

  it('tệp ít người ghi từng người; người không có trong tệp không bị ghi', async () => {
    const codes = await codesOf()
    const [in1, out] = [made[20]?.person.id ?? '', made[21]?.person.id ?? '']
    const before = [(await viewings(department, in1)).length, (await viewings(department, out)).length]
    await taken(department, 'danh-sach', 'xlsx', [codes.get(in1) ?? ''])
    expect((await viewings(department, in1)).length).toBe((before[0] ?? 0) + 1)
    expect((await viewings(department, out)).length).toBe(before[1])
  })
})
