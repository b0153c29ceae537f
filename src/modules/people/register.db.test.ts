/** Sổ hồ sơ trên cơ sở dữ liệu thật: write, undo, merge, and what the database refuses whoever writes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import type { PartialDay } from '../../kernel/partial-day.ts'
import { type Ctx, newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { maybeRow, row, rows, run, sql, type Tx } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { factsAfter } from '../../platform/ledger/record.ts'
import { findByNumber } from './actions/find-by-number.ts'
import { changeAt, mergePeople, undoPeople, writePeople } from './register.ts'
import { changeDossier } from './rules/change.ts'
import { StalePeople } from './store/person.ts'
import { changedSinceBatch, dossiersOf, openSealed, personByCode } from './views/dossiers.ts'
import type { Dossier, Entry } from './words/dossier.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const LATER = Temporal.Instant.from('2026-11-24T03:42:00Z')
const HEALTH = newId()
const SCHOOL = newId()

let t: TestDatabase

beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.drop())

const ctxOf = (tx: Tx, now = NOW, actor: Actor = systemActor()): Ctx => ({ tx, actor, now, newId })
const inTx = <T>(work: (ctx: Ctx) => Promise<T>, now = NOW): Promise<T> =>
  transact(t.db, systemActor(), (tx) => work(ctxOf(tx, now)))

const says = (group: Entry['group'], data: Entry['data'], more: Partial<Entry> = {}): Entry => ({
  group,
  data,
  level: 1,
  source: 'nhap:H23.SYT:1',
  ...more,
})
const p = (text: string): PartialDay => text as PartialDay

const staff = (name: string, more: readonly Entry[] = []): Entry[] => [
  says('names', { fullName: name }),
  says('birth', { birth: '1972-09', sex: 'nam' }),
  says('post', { body: HEALTH, position: 'Bác sĩ', kind: 'chinh' }, { from: p('2010') }),
  says('education', { level: '6', major: 'Y khoa', graduated: 1996 }),
  ...more,
]

/** Writes a person and gives the dossier back. */
async function made(entries: readonly Entry[], unit = HEALTH, batch: string | null = null): Promise<Dossier> {
  const id = await inTx(async (ctx) => {
    const change = changeDossier(null, entries, changeAt(ctx, unit, batch))
    await writePeople(ctx, [change], batch)
    return change.person.id
  })
  return read(id)
}

const read = async (id: string): Promise<Dossier> => {
  const found = await inTx((ctx) => dossiersOf(ctx.tx, [id]))
  const dossier = found.get(id)
  if (dossier === undefined) throw new Error('no dossier')
  return dossier
}

const changed = (before: Dossier, entries: readonly Entry[], batch: string | null = null, now = LATER) =>
  inTx(async (ctx) => {
    const change = changeDossier(before, entries, changeAt(ctx, before.person.unitId, batch))
    await writePeople(ctx, [change], batch)
    return change
  }, now)

const plain = (d: Dossier) => ({
  person: { ...d.person, version: 0 },
  facts: d.facts.map(({ id, batchId, ...f }) => f).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  numbers: d.identifiers.map((i) => [i.scheme, i.last3, i.state]),
  sealed: d.sealed.map((s) => [s.group, s.digest]),
})

describe('ghi và đọc lại', () => {
  it('ngày chưa đủ, số định danh, mục nhạy cảm đọc lại đúng; lần hai không có gì để ghi', async () => {
    const entries = staff('Nguyễn Văn Đức', [
      says('identity', { cccd: '030072001234', orcid: '0000-0002-1825-0097' }),
      says('ethnicity', { ethnicity: '01', religion: 'khong' }),
      says('party', { member: true, joined: '2001-02-03' }),
    ])
    const d = await made(entries)
    expect(d.person).toMatchObject({ name: 'Nguyễn Văn Đức', birth: '1972-09', level: 1, version: 1 })
    expect(d.person.code).toMatch(/^TT-\d{7}$/)
    expect(d.identifiers.map((i) => [i.scheme, i.last3]).sort()).toEqual([
      ['cccd', '234'],
      ['orcid', '097'],
    ])
    expect(d.sealed.map((s) => s.group).sort()).toEqual(['ethnicity', 'party'])
    const opened = await inTx((ctx) => openSealed(ctx.tx, d.person.id))
    expect(opened.map((f) => f.data)).toEqual(
      expect.arrayContaining([
        { ethnicity: '01', religion: 'khong' },
        { member: true, joined: '2001-02-03' },
      ]),
    )
    const again = await changed(d, entries)
    expect(again.outcome).toBe('same')
    expect(await inTx((ctx) => personByCode(ctx.tx, d.person.code.toLowerCase()))).toMatchObject({ id: d.person.id })
  })

  it('số định danh và mục nhạy cảm không nằm trong cơ sở dữ liệu ở dạng đọc được', async () => {
    const d = await made(
      staff('Trần Thị Kín', [says('identity', { cccd: '030172005678' }), says('ethnicity', { ethnicity: '08' })]),
    )
    const dump = await inTx((ctx) =>
      rows<{ all: string }>(
        ctx.tx,
        sql`select encode(sealed, 'escape') || last3 || encode(digest, 'escape') as all from people.identifier where person_id = ${d.person.id}`,
      ),
    )
    expect(dump.map((r) => r.all).join()).not.toContain('030172005678')
  })

  it('tìm theo số định danh: trong phạm vi được xem, ghi sự kiện không mang số; thiếu chữ số thì nêu', async () => {
    const d = await made(staff('Trần Thị Số', [says('identity', { cccd: '030172009999' })]))
    const find = (actor: Actor, number: string) => perform(t.db, { actor, now: NOW }, findByNumber, { number })
    expect(await find(systemActor(), '030 172 009 999')).toMatchObject({ ok: true, value: { code: d.person.code } })
    expect(await find(systemActor(), '03017200999')).toMatchObject({
      fields: { number: 'Số định danh cá nhân phải có 12 chữ số, hiện có 11' },
    })
    const body = newId()
    const grant = { role: 'co-quan' as const, body, bodyCode: 'X', bodyName: 'Cơ quan khác' }
    const elsewhere: Actor = { ...systemActor(), kind: 'account', grants: [grant], scope: [body] }
    expect(await find(elsewhere, '030172009999')).toMatchObject({
      fields: { number: 'Không có hồ sơ nào mang số này trong phạm vi được xem' },
    })
    const said = await inTx((ctx) => factsAfter(ctx.tx, 0, 10_000))
    expect(JSON.stringify(said)).not.toContain('030172009999')
  })

  it('người khác đã sửa trước thì không ghi gì', async () => {
    const d = await made(staff('Lê Văn Sửa'))
    await changed(d, [says('education', { level: '7', major: 'Quản lý' }, { source: 'khai' })])
    await expect(changed(d, [says('contact', { phone: '0912345678' })])).rejects.toThrow(StalePeople)
    expect((await read(d.person.id)).facts.filter((f) => f.group === 'contact')).toEqual([])
  })

  it('lát cắt theo ngày: mỗi ngày một dòng, từ mục có ngày', async () => {
    const d = await made(
      staff('Phạm Văn Lát', [
        says('post', { body: SCHOOL, position: 'Giảng viên', kind: 'chinh' }, { from: p('2020-07-01') }),
      ]),
    )
    const on = (text: string) =>
      inTx((ctx) =>
        row<{ work: string | null; degree: number }>(
          ctx.tx,
          sql`select work_unit as work, degree from people.slice where person_id = ${d.person.id} and from_day <= ${day(text)} and ${day(text)} < to_day`,
        ),
      )
    expect([
      await on('1995-01-01'),
      await on('2015-01-01'),
      await on('2020-06-30'),
      await on('2020-07-01'),
      await on('2045-01-01'),
    ]).toEqual([
      { work: null, degree: 0 },
      { work: HEALTH, degree: 6 },
      { work: HEALTH, degree: 6 },
      { work: SCHOOL, degree: 6 },
      { work: SCHOOL, degree: 6 },
    ])
  })
})

describe('cơ sở dữ liệu giữ, ai ghi cũng vậy', () => {
  const insertPost = (person: string, from: string, slot: string | null) =>
    inTx((ctx) =>
      run(
        ctx.tx,
        sql`insert into people.fact (id, person_id, grp, slot, valid, data, recorded_at)
            values (${newId()}, ${person}, 'post', ${slot}, daterange(${day(from)}, null), '{}', ${NOW})`,
      ),
    )

  it('hai vị trí chính cùng ngày bị từ chối bằng tên ràng buộc; kiêm nhiệm thì được', async () => {
    const d = await made(staff('Vũ Văn Chính'))
    await expect(insertPost(d.person.id, '2015-01-01', 'post:main')).rejects.toMatchObject({
      code: '23P01',
      constraint: 'one_main_post_on_a_day',
    })
    await expect(insertPost(d.person.id, '2015-01-01', null)).resolves.toBe(1)
  })

  it('mục của người không có trong sổ bị từ chối; không ai xóa được người', async () => {
    await expect(insertPost(newId(), '2015-01-01', null)).rejects.toMatchObject({
      code: '23503',
      constraint: 'belongs_to_a_known_person',
    })
    await expect(inTx((ctx) => run(ctx.tx, sql`delete from people.person`))).rejects.toMatchObject({ code: '42501' })
  })

  it('hai giao dịch cùng lúc không lọt qua nhau', async () => {
    const d = await made([says('names', { fullName: 'Ngô Văn Song' })])
    const both = await Promise.allSettled([
      insertPost(d.person.id, '2015-01-01', 'post:main'),
      insertPost(d.person.id, '2016-01-01', 'post:main'),
    ])
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('một số định danh có hiệu lực chỉ của một người', async () => {
    await made(staff('Bùi Văn Một', [says('identity', { cccd: '030072007777' })]))
    await expect(made(staff('Bùi Văn Hai', [says('identity', { cccd: '030072007777' })]))).rejects.toMatchObject({
      constraint: 'one_person_of_a_number',
    })
  })

  it('mục nhạy cảm không đọc được khi giao dịch chưa nói là đọc, dù thấy mọi đơn vị', async () => {
    const d = await made(staff('Đặng Văn Tường', [says('ethnicity', { ethnicity: '02' })]))
    const seen = await inTx((ctx) =>
      rows(ctx.tx, sql`select 1 from people.sealed_fact where person_id = ${d.person.id}`),
    )
    expect(seen).toEqual([])
  })

  it('người của đơn vị khác không thấy hồ sơ, mục, lát cắt', async () => {
    const d = await made(staff('Hồ Văn Riêng'))
    const officer: Actor = { ...systemActor(), kind: 'account', scope: [SCHOOL] }
    const seen = await transact(t.db, officer, async (tx) => [
      await maybeRow(tx, sql`select 1 from people.person where id = ${d.person.id}`),
      await maybeRow(tx, sql`select 1 from people.fact where person_id = ${d.person.id}`),
      await maybeRow(tx, sql`select 1 from people.slice where person_id = ${d.person.id}`),
      await maybeRow(tx, sql`select 1 from people.identifier where person_id = ${d.person.id}`),
    ])
    expect(seen).toEqual([null, null, null, null])
  })
})

describe('hoàn tác một lô', () => {
  it('người do lô tạo không còn, người lô sửa trở lại như trước; nhập lại được', async () => {
    const kept = await made(staff('Mai Thị Giữ', [says('identity', { cccd: '030172000001' })]))
    const batch = newId()
    const fresh = await made(staff('Mai Thị Mới', [says('identity', { cccd: '030172000002' })]), HEALTH, batch)
    await changed(
      kept,
      [
        says('birth', { birth: '1972-09-15' }),
        says('post', { body: SCHOOL, position: 'Hiệu trưởng', kind: 'chinh' }, { from: p('2024-01-01') }),
        says('identity', { cccd: '030172000003' }),
        says('ethnicity', { ethnicity: '01' }),
      ],
      batch,
    )
    expect(await inTx((ctx) => undoPeople(ctx, batch), LATER)).toEqual({ removed: 1, restored: 1 })
    expect(plain(await read(kept.person.id))).toEqual(plain(kept))
    expect((await read(fresh.person.id)).person.removed).toBe(true)
    const slices = await inTx((ctx) =>
      rows(ctx.tx, sql`select 1 from people.slice where person_id = ${fresh.person.id}`),
    )
    expect(slices).toEqual([])
    await expect(made(staff('Mai Thị Mới', [says('identity', { cccd: '030172000002' })]))).resolves.toMatchObject({
      person: { removed: false },
    })
  })

  it('có thay đổi sau lô thì nói ra những ai', async () => {
    const batch = newId()
    const d = await made(staff('Tạ Văn Sau'), HEALTH, batch)
    expect(await inTx((ctx) => changedSinceBatch(ctx.tx, batch))).toEqual([])
    await changed(d, [says('contact', { phone: '0912000111' }, { source: 'khai' })])
    expect(await inTx((ctx) => changedSinceBatch(ctx.tx, batch))).toEqual([{ code: d.person.code, name: 'Tạ Văn Sau' }])
  })
})

describe('gộp hai hồ sơ', () => {
  it('mục của cả hai ở một hồ sơ, mã cũ còn dùng được, hoàn tác thì cả hai như trước', async () => {
    const a = await made(staff('Nguyễn Thị Thu Hà', [says('identity', { cccd: '030172001111' })]))
    const b = await made(
      [
        says('names', { fullName: 'Nguyễn Thu Hà' }),
        says('birth', { birth: '1972-09-20', homePlace: 'Xã Cẩm Giàng' }),
        says('post', { body: SCHOOL, position: 'Giảng viên', kind: 'chinh' }, { from: p('2012') }),
        says('award', { class: 'bang-khen', award: 'Bằng khen' }),
        says('identity', { orcid: '0000-0001-5109-3700' }),
        says('ethnicity', { ethnicity: '01' }),
      ],
      SCHOOL,
    )
    const mergeId = newId()
    await inTx(
      (ctx) =>
        mergePeople(ctx, { survivor: a, other: b, choices: { fields: ['birth'], slots: ['post:main'] }, mergeId }),
      LATER,
    )
    const one = await read(a.person.id)
    expect(one.person).toMatchObject({ name: 'Nguyễn Thị Thu Hà', birth: '1972-09-20', homePlace: 'Xã Cẩm Giàng' })
    expect(one.facts.filter((f) => f.slot === 'post:main').map((f) => f.data.position)).toEqual(['Giảng viên'])
    expect(one.facts.map((f) => f.group).sort()).toEqual(['award', 'education', 'names', 'post'])
    expect(one.identifiers.map((i) => i.scheme).sort()).toEqual(['cccd', 'orcid'])
    expect(one.sealed.map((s) => s.group)).toEqual(['ethnicity'])
    const gone = await read(b.person.id)
    expect(gone).toMatchObject({ person: { mergedInto: a.person.id }, facts: [], identifiers: [] })

    await inTx((ctx) => undoPeople(ctx, mergeId), LATER)
    expect(plain(await read(a.person.id))).toEqual(plain(a))
    expect(plain(await read(b.person.id))).toEqual(plain(b))
  })
})
