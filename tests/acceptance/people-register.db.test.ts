/** Sổ hồ sơ trí thức: điều người dùng thấy khi tìm, sửa, xác nhận, mở, chuyển và xuất hồ sơ, trên cơ sở dữ liệu thật. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/kernel/actor.ts'
import { addPerson } from '../../src/modules/people/actions/add-person.ts'
import { confirmEntries } from '../../src/modules/people/actions/confirm-entries.ts'
import { endEntry } from '../../src/modules/people/actions/end-entry.ts'
import { exportPeople } from '../../src/modules/people/actions/export-people.ts'
import { keepView } from '../../src/modules/people/actions/keep-view.ts'
import { openNumberValues } from '../../src/modules/people/actions/open-number-values.ts'
import { openSensitive } from '../../src/modules/people/actions/open-sensitive.ts'
import { recordEntry } from '../../src/modules/people/actions/record-entry.ts'
import { removeView } from '../../src/modules/people/actions/remove-view.ts'
import { returnEntry } from '../../src/modules/people/actions/return-entry.ts'
import { settleContest } from '../../src/modules/people/actions/settle-contest.ts'
import { transferPerson } from '../../src/modules/people/actions/transfer-person.ts'
import { withdrawEntry } from '../../src/modules/people/actions/withdraw-entry.ts'
import { readPeopleList } from '../../src/modules/people/list-screen.ts'
import { type ProfileAsked, readProfile } from '../../src/modules/people/profile-screen.ts'
import { changeAt, writePeople } from '../../src/modules/people/register.ts'
import { changeDossier } from '../../src/modules/people/rules/change.ts'
import { readConditions } from '../../src/modules/people/rules/conditions.ts'
import { dossiersOf, personByCode } from '../../src/modules/people/views/dossiers.ts'
import { lastViewings } from '../../src/modules/people/views/profile.ts'
import { savedViews } from '../../src/modules/people/views/saved.ts'
import type { Dossier, Entry } from '../../src/modules/people/words/dossier.ts'
import { type Action, newId, perform } from '../../src/platform/action.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { row, sql } from '../../src/platform/database/sql.ts'
import type { TestDatabase } from '../../src/platform/database/test-database.ts'
import { testDatabase } from '../database.ts'
import { BODY, importWorld, NOW } from './import-world.ts'

let t: TestDatabase
let health: string
let school: string

const actor = (role: Actor['grants'][number]['role'], body: string, code: string, scope: Actor['scope']): Actor => ({
  kind: 'account',
  id: `00000000-0000-7000-8000-0000000000${role.length}${code.length}`,
  name: `Cán bộ ${code}`,
  post: '',
  grants: [{ role, body, bodyCode: code, bodyName: code }],
  scope,
})
const province = () => actor('so-noi-vu', health, 'H24.SNV', 'all')
const officer = () => actor('co-quan', health, BODY, [health])

beforeAll(async () => {
  t = await testDatabase()
  await importWorld(t.db).prepare()
  const idOf = (code: string) =>
    transact(t.db, province0, (tx) =>
      row<{ id: string }>(
        tx,
        sql`select unit_id as id from organisations.unit_identifier where value = ${code} limit 1`,
      ),
    )
  health = (await idOf(BODY)).id
  school = (await idOf('H24.SGDDT')).id
}, 60_000)
afterAll(() => t.drop())
const province0: Actor = { kind: 'system', id: 'system', name: 'Hệ thống', post: '', grants: [], scope: 'all' }

const act = <I, O>(what: Action<I, O>, input: unknown, who: Actor = province()) =>
  perform(t.db, { actor: who, now: NOW }, what, input)
async function must<I, O>(what: Action<I, O>, input: unknown, who: Actor = province()): Promise<O> {
  const done = await act(what, input, who)
  if (!done.ok) throw new Error(`${done.code}: ${done.message} ${JSON.stringify(done.fields)}`)
  return done.value
}
let count = 0
async function added(name: string, more: Record<string, string> = {}): Promise<string> {
  count++
  return (
    await must(addPerson, {
      name,
      birth: `${String((count % 27) + 1).padStart(2, '0')}/03/1980`,
      sex: 'nam',
      body: BODY,
      seen: 'co',
      ...more,
    })
  ).code
}
const dossierOf = (code: string): Promise<Dossier> =>
  transact(t.db, province(), async (tx) => {
    const p = await personByCode(tx, code)
    const d = p === null ? undefined : (await dossiersOf(tx, [p.id])).get(p.id)
    if (d === undefined) throw new Error('no dossier')
    return d
  })
const says = (code: string, entries: readonly Entry[]) =>
  transact(t.db, province(), async (tx) => {
    const ctx = { tx, actor: province(), now: NOW, newId }
    const p = await personByCode(tx, code)
    const d = p === null ? null : ((await dossiersOf(tx, [p.id])).get(p.id) ?? null)
    await writePeople(ctx, [changeDossier(d, entries, changeAt(ctx, health, null))], null)
  })
const listed = (query: Record<string, unknown>, who: Actor = province()) =>
  transact(t.db, who, (tx) => readPeopleList({ tx, actor: who, now: NOW, newId }, readConditions(query)))
const typed = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([k, v]) => [`m-${k}`, v]))

describe('Họ tên', () => {
  it.each(['Ý', 'Y Moan Ênuôl', 'Hồ-Thị Kan', 'Tôn Nữ Thị Ninh', "H'Hen Niê"])('nhận "%s"', async (name) => {
    expect((await dossierOf(await added(name))).person.name).toBe(name)
  })
  it.each(['Nguyễn Văn 2', '<b>An</b>'])('không nhận "%s"', async (name) => {
    const done = await act(addPerson, { name, birth: '1980', sex: 'nam', body: BODY, seen: '' })
    expect(done.ok).toBe(false)
  })
})

describe('Tìm', () => {
  it('không dấu thì thấy cả Ân, có dấu thì đúng dấu đứng trước, Dục sau Đức', async () => {
    for (const name of ['Nguyễn Văn Ân', 'Nguyễn Văn An', 'Trần Văn Dục', 'Lê Minh Đức']) await added(name)
    const names = async (q: string) => (await listed({ q })).rows.map((r) => r.name)
    expect(await names('nguyen van an')).toEqual(expect.arrayContaining(['Nguyễn Văn Ân', 'Nguyễn Văn An']))
    expect((await names('Nguyễn Văn Ân'))[0]).toBe('Nguyễn Văn Ân')
    expect((await names('Đức')).slice(0, 2)).toEqual(['Lê Minh Đức', 'Trần Văn Dục'])
    expect(await names('Đức Lê')).toEqual(['Lê Minh Đức'])
    expect(await names('DUC')).toEqual(expect.arrayContaining(['Lê Minh Đức', 'Trần Văn Dục']))
  })
  it('theo mã hồ sơ và theo đủ 12 chữ số', async () => {
    const code = await added('Phạm Thị Mã', { cccd: '030080001234' })
    expect((await listed({ q: code.toLowerCase() })).rows.map((r) => r.code)).toEqual([code])
    expect((await listed({ q: '030080001234' })).rows.map((r) => r.code)).toEqual([code])
  })
  it('không thấy thì gợi ý cách viết và đếm khi bỏ từng điều kiện', async () => {
    expect((await listed({ q: 'duk' })).suggestions.word?.near.toLowerCase()).toMatch(/đức|dục/)
    const none = await listed({ q: 'Lê Minh Đức', gioi: 'nu' })
    expect(none.total).toBe(0)
    expect(none.suggestions.dropped.map((d) => d.count)).toContain(1)
  })
  it('cộng các trang bằng tổng; đơn vị chỉ thấy hồ sơ của mình', async () => {
    const all = await listed({})
    expect(all.rows.length).toBe(all.total)
    expect((await listed({}, actor('co-quan', school, 'H24.SGDDT', [school]))).total).toBe(0)
  })
})

describe('Quá trình', () => {
  it('hai vị trí chính chồng nhau bị chặn, kiêm nhiệm được; thăng chức lùi ngày chia dòng cũ', async () => {
    const code = await added('Nguyễn Thị Quá Trình')
    const post = (values: Record<string, string>) =>
      act(recordEntry, { code, group: 'post', typed: typed({ body: 'Sở Y tế', ...values }) })
    expect((await post({ position: 'Bác sĩ', kind: 'Vị trí chính', from: '2010' })).ok).toBe(true)
    expect((await post({ position: 'Giảng viên', kind: 'Kiêm nhiệm', from: '2012' })).ok).toBe(true)
    expect((await post({ position: 'Trưởng khoa', kind: 'Vị trí chính', from: '01/07/2020' })).ok).toBe(true)
    const main = (await dossierOf(code)).facts
      .filter((f) => f.slot === 'post:main')
      .map((f) => [f.data.position, f.from, f.to])
    expect(main).toEqual(
      expect.arrayContaining([
        ['Bác sĩ', '2010', '2020-07-01'],
        ['Trưởng khoa', '2020-07-01', null],
      ]),
    )
    await expect(
      transact(t.db, province0, (tx) =>
        row(
          tx,
          sql`insert into people.fact (id, person_id, grp, slot, valid, data, recorded_at)
          select ${newId()}, person_id, grp, slot, valid, data, now() from people.fact where slot = 'post:main' and superseded_at is null limit 1 returning id`,
        ),
      ),
    ).rejects.toThrow(/main post/)
  })
  it('ghi ngày kết thúc và rút mục ghi nhầm; lịch sử vẫn còn', async () => {
    const code = await added('Nguyễn Thị Hội Viên')
    await must(recordEntry, { code, group: 'membership', typed: typed({ association: 'Hội Y học', from: '2015' }) })
    const [fact] = (await dossierOf(code)).facts
    expect((await act(endEntry, { code, fact: fact?.id, to: '2014' })).ok).toBe(false)
    await must(endEntry, { code, fact: fact?.id, to: '01/2020' })
    const [ended] = (await dossierOf(code)).facts
    expect(ended?.to).toBe('2020-01')
    await must(withdrawEntry, { code, fact: ended?.id, reason: 'Ghi nhầm người' })
    expect((await dossierOf(code)).facts).toEqual([])
  })
})

describe('Danh mục có ngày', () => {
  it('"Hoàn thành nhiệm vụ" của năm 2021 nhận, của năm 2018 không', async () => {
    const code = await added('Trần Văn Xếp Loại')
    const rate = (year: string) =>
      act(recordEntry, { code, group: 'appraisal', typed: typed({ year, result: 'Hoàn thành nhiệm vụ' }) })
    expect((await rate('2021')).ok).toBe(true)
    const old = await rate('2018')
    expect(old.ok ? null : old.fields?.['m-result']).toContain('2018')
  })
  it('"Bằng khen" không ghi được là danh hiệu thi đua', async () => {
    const code = await added('Trần Văn Khen')
    const done = await act(recordEntry, {
      code,
      group: 'award',
      typed: typed({ class: 'Danh hiệu thi đua', award: 'Bằng khen' }),
    })
    expect(done.ok ? null : done.fields?.['m-class']).toContain('hình thức khen thưởng')
  })
})

describe('Xác nhận', () => {
  const declared = (code: string) =>
    says(code, [
      { group: 'membership', data: { association: 'Hội Nhà văn' }, level: 0, source: 'khai' },
      { group: 'schooling', data: { level: '12/12' }, level: 0, source: 'khai' },
    ])
  it('mức 0 lên 1; trả lại cần lý do', async () => {
    const code = await added('Lý Thị Khai')
    await declared(code)
    const waiting = (await dossierOf(code)).facts.filter((f) => f.level === 0)
    expect(waiting).toHaveLength(2)
    await must(confirmEntries, { facts: [waiting[0]?.id] }, officer())
    expect((await act(returnEntry, { code, fact: waiting[1]?.id, reason: '' }, officer())).ok).toBe(false)
    await must(returnEntry, { code, fact: waiting[1]?.id, reason: 'Thiếu bản sao' }, officer())
    expect((await dossierOf(code)).facts.map((f) => f.level)).toEqual([1])
  })
  it('giá trị yếu hơn không ghi đè giá trị có văn bản; quyết định xong còn một', async () => {
    const code = await added('Lý Thị Mâu Thuẫn')
    const degree = {
      group: 'education' as const,
      data: { level: '8', major: 'Y khoa', school: 'A' },
      source: 'co-quan:X',
    }
    await says(code, [{ ...degree, level: 2, evidence: 'Bằng số 1' }])
    await says(code, [{ ...degree, data: { ...degree.data, school: 'B' }, level: 0, source: 'khai' }])
    const contested = (await dossierOf(code)).facts.find((f) => f.level === -1)
    expect(contested?.data.school).toBe('B')
    await must(settleContest, { code, fact: contested?.id, keep: 'contested' })
    expect((await dossierOf(code)).facts.map((f) => [f.data.school, f.level])).toEqual([['B', 2]])
  })
})

describe('Dữ liệu nhạy cảm', () => {
  it('chỉ mở khi có quyền và mục đích; không có trong trang, danh sách, tệp xuất, sổ nhật ký', async () => {
    const code = await added('Vũ Thị Kín', { cccd: '030180009999' })
    await says(code, [
      { group: 'ethnicity', data: { ethnicity: 'muong-bi-mat', religion: 'ton-giao-bi-mat' }, level: 1, source: 'x' },
    ])
    expect((await act(openSensitive, { code, purpose: 'quan-ly' }, officer())).ok).toBe(false)
    expect((await act(openSensitive, { code, purpose: '' })).ok).toBe(false)
    expect(JSON.stringify((await must(openSensitive, { code, purpose: 'quan-ly' })).opened)).toContain('muong-bi-mat')
    expect((await must(openNumberValues, { code, purpose: 'quan-ly' })).opened[0]?.value).toBe('030180009999')
    const asked: ProfileAsked = { code, tab: 'lich-su', day: null, knownOn: null, list: null, place: null }
    const page = await transact(t.db, officer(), (tx) => readProfile({ tx, actor: officer(), now: NOW, newId }, asked))
    const csv = await must(exportPeople, {
      format: 'csv',
      columns: 'day-du',
      purpose: 'tong-hop',
      codes: [code],
      query: {},
    })
    const file = new TextDecoder().decode(csv.bytes)
    const ledger = await transact(t.db, province0, (tx) =>
      row<{ all: string }>(tx, sql`select json_agg(data)::text as all from platform.ledger`),
    )
    for (const text of [JSON.stringify(page), JSON.stringify(await listed({ q: 'Vũ Thị Kín' })), file, ledger.all]) {
      expect(text).not.toContain('bi-mat')
      expect(text).not.toContain('030180009999')
    }
    const seen = await transact(t.db, province(), async (tx) =>
      lastViewings(tx, (await personByCode(tx, code))?.id ?? '', 20),
    )
    expect(seen.filter((v) => v.sensitive).map((v) => v.purpose)).toEqual(['Quản lý hồ sơ', 'Quản lý hồ sơ'])
    expect(seen.map((v) => v.purpose)).toContain('Tổng hợp, báo cáo')
  })
})

describe('Xuất, chuyển, cách xem', () => {
  it('tệp có đúng số dòng của danh sách; người xem cấp tỉnh không lấy ngày sinh', async () => {
    const total = (await listed({})).total
    const csv = async (who: Actor) =>
      new TextDecoder().decode(
        (
          await must(
            exportPeople,
            { format: 'csv', columns: 'danh-sach', purpose: 'tong-hop', codes: [], query: {} },
            who,
          )
        ).bytes,
      )
    expect((await csv(province())).trim().split('\r\n')).toHaveLength(total + 1)
    expect(await csv(actor('lanh-dao', health, 'H24', 'all'))).not.toContain('Ngày sinh')
    expect(
      (await act(exportPeople, { format: 'xlsx', columns: 'danh-sach', purpose: '', codes: [], query: {} })).ok,
    ).toBe(false)
    const book = await must(exportPeople, {
      format: 'xlsx',
      columns: 'danh-sach',
      purpose: 'tong-hop',
      codes: [],
      query: {},
    })
    expect(book.bytes.length).toBeGreaterThan(1000)
  })
  it('chuyển hồ sơ: cơ quan cũ không còn thấy', async () => {
    const code = await added('Đỗ Văn Chuyển')
    expect((await act(transferPerson, { code, body: 'Cơ quan không có', reason: 'QĐ 1' })).ok).toBe(false)
    await must(transferPerson, { code, body: 'Sở Giáo dục và Đào tạo', reason: 'QĐ 12 ngày 01/11/2026' })
    expect((await listed({ q: code }, officer())).total).toBe(0)
    expect((await listed({ q: code }, actor('co-quan', school, 'H24.SGDDT', [school]))).total).toBe(1)
  })
  it('cách xem lưu được, dùng lại được, chỉ chủ xóa được', async () => {
    await must(keepView, { name: 'Tiến sĩ', conditions: 'trinh-do=8&trang=4', shared: '' })
    const views = await transact(t.db, province(), (tx) => savedViews({ tx, actor: province(), now: NOW, newId }))
    expect(views.map((v) => v.conditions)).toEqual(['trinh-do=8'])
    expect((await act(removeView, { id: views[0]?.id }, officer())).ok).toBe(false)
    await must(removeView, { id: views[0]?.id })
  })
})
