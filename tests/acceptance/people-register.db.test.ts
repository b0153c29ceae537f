/** Sổ hồ sơ trí thức: điều người dùng thấy khi tìm, sửa, xác nhận, mở, chuyển và xuất hồ sơ, trên cơ sở dữ liệu thật. */
import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/kernel/actor.ts'
import { day } from '../../src/kernel/day.ts'
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
import { readEntryForm } from '../../src/modules/people/edit-screen.ts'
import type { EntryFormView } from '../../src/modules/people/pages/entry-form.ts'
import type { ProfileView } from '../../src/modules/people/pages/profile.ts'
import { type ProfileAsked, readProfile } from '../../src/modules/people/profile-screen.ts'
import { personByCode } from '../../src/modules/people/views/dossiers.ts'
import { lastViewings } from '../../src/modules/people/views/profile.ts'
import { savedViews } from '../../src/modules/people/views/saved.ts'
import type { GroupCode } from '../../src/modules/people/words/group.ts'
import { newId } from '../../src/platform/action.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { row, sql } from '../../src/platform/database/sql.ts'
import { asOwner } from '../../src/platform/database/test-database.ts'
import { BODY, NOW } from './import-world.ts'
import { type PeopleWorld, peopleWorld, typed } from './people-world.ts'

let w: PeopleWorld

beforeAll(async () => {
  w = await peopleWorld()
}, 60_000)
afterAll(() => w?.close())

const province = () => w.province()
const officer = () => w.officer()
const act: PeopleWorld['act'] = (what, input, who) => w.act(what, input, who)
const must: PeopleWorld['must'] = (what, input, who) => w.must(what, input, who)
const added: PeopleWorld['added'] = (name, more) => w.added(name, more)
const dossierOf = (code: string) => w.dossierOf(code)
const says: PeopleWorld['says'] = (code, entries) => w.says(code, entries)
const listed: PeopleWorld['listed'] = (query, who) => w.listed(query, who)

const formOf = async (code: string, group: GroupCode, fact: string | null = null): Promise<EntryFormView> => {
  const form = await w.reading(province(), (ctx) => readEntryForm(ctx, { code, group, fact }))
  if (!form.ok) throw new Error(form.message)
  return form.value
}
const entriesOf = (v: ProfileView, group: GroupCode): string[] =>
  v.sections.filter((s) => s.group === group).flatMap((s) => s.entries.map((e) => e.title))

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
  it.each([
    'duc',
    'đức',
    'DUC',
    'ĐỨC',
    'nguyen duc',
    'Đức Nguyễn',
    'duc nguyen van',
    'Đức'.normalize('NFD'),
  ])('"%s" thấy Nguyễn Văn Đức', async (q) => {
    if ((await listed({ q: 'Nguyễn Văn Đức' })).total === 0) await added('Nguyễn Văn Đức')
    expect((await listed({ q })).rows.map((r) => r.name)).toContain('Nguyễn Văn Đức')
  })
  it('gõ "Đức": mọi người tên Đức đứng trước mọi người tên Dục; gõ "Dục" thì ngược lại', async () => {
    for (const name of ['Đỗ Thị Dục', 'Vũ Hồng Đức', 'An Văn Dục']) await added(name)
    const order = async (q: string) => (await listed({ q })).rows.map((r) => r.name.split(' ').at(-1) === q)
    for (const q of ['Đức', 'Dục']) {
      const found = await order(q)
      expect(found).toEqual([...found].sort((a, b) => Number(b) - Number(a)))
      expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(2)
      expect(found).toContain(false)
    }
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
    expect((await listed({}, w.actor('co-quan', w.school, 'H24.SGDDT', [w.school]))).total).toBe(0)
  })
})

describe('Xem tại ngày', () => {
  it('chưa ai có trong danh sách trước ngày sinh; chỉ biết năm thì từ ngày đầu năm', async () => {
    const whole = await added('Phan Thị Ngày Sinh', { birth: '20/05/1995' })
    const yearOnly = await added('Phan Văn Năm Sinh', { birth: '1995' })
    const on = async (day: string) => (await listed({ q: 'Phan Sinh', 'tai-ngay': day })).rows.map((r) => r.code).sort()
    expect(await on('1994-12-31')).toEqual([])
    expect(await on('1995-01-01')).toEqual([yearOnly])
    expect(await on('1995-05-19')).toEqual([yearOnly])
    expect(await on('1995-05-20')).toEqual([whole, yearOnly].sort())
    expect((await listed({ 'tai-ngay': '1850-01-01' })).total).toBe(0)
  })
  it('sửa ngày sinh thì ngày đầu tiên có trong sổ đổi theo', async () => {
    const code = await added('Phan Thị Sửa Ngày', { birth: '01/06/1990' })
    const there = async (day: string) => (await listed({ q: code, 'tai-ngay': day })).total
    expect([await there('1985-06-01'), await there('1990-06-01')]).toEqual([0, 1])
    await must(recordEntry, { code, group: 'birth', evidence: 'Giấy khai sinh', typed: typed({ birth: '01/06/1985' }) })
    expect([await there('1985-05-31'), await there('1985-06-01')]).toEqual([0, 1])
  })
  it('hồ sơ ghi trước khi có quy tắc này được nâng cấp đúng như ghi lại', async () => {
    const code = await added('Phan Văn Nâng Cấp', { birth: '09/1970' })
    await must(recordEntry, {
      code,
      group: 'post',
      typed: typed({ body: 'Sở Y tế', position: 'Kỹ sư', kind: 'Vị trí chính', from: '01/05/1995' }),
    })
    const spans = () =>
      asOwner(
        w.db,
        'select from_day::text, to_day::text from people.slice s join people.person p on p.id = s.person_id where p.code = $1 order by 1',
        [code],
      )
    const now = await spans()
    expect(now[0]).toMatchObject({ from_day: '1970-09-01' })
    await asOwner(
      w.db,
      `insert into people.slice (person_id, province, unit_id, from_day, to_day, degree, sex, birth, name_sort, level, completeness, working, international, known_from)
       select s.person_id, s.province, s.unit_id, '1900-01-01', '1960-01-01', 0, s.sex, s.birth, s.name_sort, s.level, s.completeness, s.working, s.international, s.known_from
       from people.slice s join people.person p on p.id = s.person_id
       where p.code = $1 and s.to_day = '9999-12-31'`,
      [code],
    )
    await asOwner(
      w.db,
      `update people.slice s set from_day = '1960-01-01' from people.person p where p.id = s.person_id and p.code = $1 and s.from_day = '1970-09-01'`,
      [code],
    )
    const upgrade = new URL('../../src/modules/people/migrations/0006_slice_from_birth.sql', import.meta.url)
    for (const statement of fs.readFileSync(upgrade, 'utf8').split(/;\s*\n/))
      if (statement.trim() !== '') await asOwner(w.db, statement)
    expect(await spans()).toEqual(now)
  })
  it('ngày sinh chưa tới bị từ chối, khi thêm và khi sửa', async () => {
    const none = await act(addPerson, { name: 'Phan Văn Mai', birth: '24/11/2026', sex: 'nam', body: BODY, seen: '' })
    expect(none.ok ? null : none.fields?.birth).toContain('chưa tới')
    const code = await added('Phan Văn Nay')
    const late = await act(recordEntry, { code, group: 'birth', typed: typed({ birth: '2087' }) })
    expect(late.ok ? null : late.fields?.['m-birth']).toContain('chưa tới')
  })
})

describe('Quá trình', () => {
  it('hai vị trí chính chồng nhau bị chặn, cả khi thêm hay sửa thẳng vào cơ sở dữ liệu; kiêm nhiệm được; thăng chức lùi ngày chia dòng cũ', async () => {
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
      transact(w.db, w.system, (tx) =>
        row(
          tx,
          sql`insert into people.fact (id, person_id, grp, slot, valid, data, recorded_at)
          select ${newId()}, person_id, grp, slot, valid, data, now() from people.fact where slot = 'post:main' and superseded_at is null limit 1 returning id`,
        ),
      ),
    ).rejects.toThrow(/main post/)
    await expect(
      asOwner(
        w.db,
        `update people.fact f set slot = 'post:main' from people.person p
         where p.id = f.person_id and p.code = $1 and f.grp = 'post' and f.slot is null and f.superseded_at is null`,
        [code],
      ),
    ).rejects.toMatchObject({ code: '23P01', constraint: 'one_main_post_on_a_day' })
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
  it('biểu mẫu xếp loại nêu cả mức của năm 2018; mức ấy nhận cho năm 2018, không cho năm 2021', async () => {
    const code = await added('Trần Thị Mức Cũ')
    const old = 'Hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực'
    const form = await formOf(code, 'appraisal')
    expect(form.lists['xep-loai-chat-luong']).toEqual(expect.arrayContaining([old, 'Hoàn thành nhiệm vụ']))
    const rate = (year: string) => act(recordEntry, { code, group: 'appraisal', typed: typed({ year, result: old }) })
    expect((await rate('2021')).ok).toBe(false)
    expect((await rate('2018')).ok).toBe(true)
    const shown = await w.profile(code, { tab: 'qua-trinh' })
    expect(entriesOf(shown, 'appraisal')).toEqual([`2018, ${old}`])
  })
  it('mã lĩnh vực nghiên cứu của QĐ 12/2008 mở được, hiện tên cũ, nêu mã đối ứng của năm 2025', async () => {
    const code = await added('Trần Văn Mã Cũ')
    await must(recordEntry, { code, group: 'research-field', typed: typed({ field: '10101', main: 'co' }) })
    await must(recordEntry, { code, group: 'research-field', typed: typed({ field: 'Khoa học máy tính' }) })
    expect((await dossierOf(code)).facts.map((f) => f.data.field).sort()).toEqual(['10101', '10201'])
    const oldName = 'Toán học cơ bản (mã 10101 của danh mục 2008, nay là Toán học và thống kê)'
    expect(entriesOf(await w.profile(code, { tab: 'cong-trinh' }), 'research-field')).toContain(oldName)
    const before = await w.profile(code, { tab: 'cong-trinh', day: day('2025-12-14') })
    expect(entriesOf(before, 'research-field')).toContain('Toán học cơ bản')
  })
  it('sửa mục mang mã cũ: biểu mẫu hiện tên cũ, lưu lại không đổi mã', async () => {
    const code = await added('Trần Văn Sửa Mã')
    await must(recordEntry, { code, group: 'research-field', typed: typed({ field: '30203', keywords: 'trẻ em' }) })
    const [fact] = (await dossierOf(code)).facts
    const form = await formOf(code, 'research-field', fact?.id ?? '')
    expect(form.values.field).toBe('Nhi khoa')
    expect(form.lists['linh-vuc-nghien-cuu']).toContain('Nhi khoa')
    const mended = typed({ field: form.values.field ?? '', keywords: 'trẻ sinh non' })
    await must(recordEntry, { code, group: 'research-field', fact: fact?.id, typed: mended })
    expect((await dossierOf(code)).facts.map((f) => f.data)).toEqual([{ field: '30203', keywords: 'trẻ sinh non' }])
  })
  it('mã cấp dưới mà hệ thống chưa có tên thì nêu thuộc lĩnh vực nào, không hiện mã trần', async () => {
    const code = await added('Trần Văn Mã Sâu')
    await says(code, [{ group: 'research-field', data: { field: '1030405' }, level: 1, source: 'co-quan:X' }])
    const shown = entriesOf(await w.profile(code, { tab: 'cong-trinh' }), 'research-field')
    expect(shown).toEqual(['1030405 (thuộc Vật lý)'])
  })
  it('ngành chỉ có đến năm 2017 chọn được cho bằng năm 2010; bằng năm 2020 thì giữ nguyên chữ, không gán mã', async () => {
    const code = await added('Trần Thị Y Đa Khoa')
    expect((await formOf(code, 'education')).lists['nganh-dao-tao']).toContain('Y đa khoa')
    const degree = (level: string, graduated: string) =>
      must(recordEntry, { code, group: 'education', typed: typed({ level, field: 'Y đa khoa', graduated }) })
    await degree('Đại học', '2010')
    await degree('Thạc sĩ', '2020')
    const said = (await dossierOf(code)).facts.map((f) => [f.data.graduated, f.data.field, f.data.fieldText])
    expect(said.sort()).toEqual([
      [2010, '720101', undefined],
      [2020, undefined, 'Y đa khoa'],
    ])
    const shown = await w.profile(code, { tab: 'dao-tao' })
    expect(JSON.stringify(shown.sections)).toContain('Y đa khoa (mã 720101 của danh mục 2010, nay là Y học)')
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
    const page = await transact(w.db, officer(), (tx) => readProfile({ tx, actor: officer(), now: NOW, newId }, asked))
    const csv = await must(exportPeople, {
      format: 'csv',
      columns: 'day-du',
      purpose: 'tong-hop',
      codes: [code],
      query: {},
    })
    const file = new TextDecoder().decode(csv.bytes)
    const ledger = await transact(w.db, w.system, (tx) =>
      row<{ all: string }>(tx, sql`select json_agg(data)::text as all from platform.ledger`),
    )
    for (const text of [JSON.stringify(page), JSON.stringify(await listed({ q: 'Vũ Thị Kín' })), file, ledger.all]) {
      expect(text).not.toContain('bi-mat')
      expect(text).not.toContain('030180009999')
    }
    const seen = await transact(w.db, province(), async (tx) =>
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
    expect(await csv(w.actor('lanh-dao', w.health, 'H24', 'all'))).not.toContain('Ngày sinh')
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
    expect((await listed({ q: code }, w.actor('co-quan', w.school, 'H24.SGDDT', [w.school]))).total).toBe(1)
  })
  it('cách xem lưu được, dùng lại được, chỉ chủ xóa được', async () => {
    await must(keepView, { name: 'Tiến sĩ', conditions: 'trinh-do=8&trang=4', shared: '' })
    const views = await transact(w.db, province(), (tx) => savedViews({ tx, actor: province(), now: NOW, newId }))
    expect(views.map((v) => v.conditions)).toEqual(['trinh-do=8'])
    expect((await act(removeView, { id: views[0]?.id }, officer())).ok).toBe(false)
    await must(removeView, { id: views[0]?.id })
  })
})
