/** Hành trình A5, A6, A10, H6, L8: officers and leaders at the register of people, each ends at what the register then holds. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, inject } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { findUnitByCode } from '../../src/modules/organisations/public.ts'
import { changeAt, changeDossier, type Entry, writePeople } from '../../src/modules/people/public.ts'
import { newId } from '../../src/platform/action.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { rows, sql } from '../../src/platform/database/sql.ts'
import { readWorkbook } from '../../src/platform/excel/read-workbook.ts'
import { journey, type Traveller } from './journey.ts'
import { headOf, LAN, LEADER, officerOf } from './people.ts'
import { NOW } from './world.ts'

const BODY = 'Sở Y tế'
const OFFICER = officerOf(BODY)

type Known = {
  readonly name: string
  readonly source?: string
  readonly thin?: boolean
  readonly born?: string
  readonly cccd?: string
}

/** Puts people into the register as a list of their body left them; `source` 'khai' = as they declared themselves. */
async function given(j: Traveller, people: readonly Known[]): Promise<void> {
  const actor = systemActor()
  await transact(j.world.db, actor, async (tx) => {
    const ctx = { tx, actor, now: NOW.subtract({ hours: 30 }), newId }
    const unit = (await findUnitByCode(tx, 'H24.SYT'))?.id ?? ''
    for (const k of people) {
      const says = (group: Entry['group'], data: Entry['data']): Entry => ({
        group,
        data,
        level: 0,
        source: k.source ?? 'nhap:H24.SNV:1',
      })
      const entries = [
        { ...says('names', { fullName: k.name }), level: 1 as const },
        ...(k.cccd === undefined ? [] : [says('identity', { cccd: k.cccd })]),
        ...(k.thin === true
          ? []
          : [
              says('birth', { birth: k.born ?? '1972-09-02', sex: 'nam', homePlace: 'Nam Sách' }),
              says('category', { category: 'vien-chuc', sector: 'y-te' }),
              says('post', { body: unit, position: 'Bác sĩ', kind: 'chinh' }),
              says('education', { level: '6', major: 'Y khoa', graduated: 1996 }),
              says('contact', { phone: '0904111222', residenceText: 'Nam Sách' }),
            ]),
      ]
      await writePeople(ctx, [changeDossier(null, entries, changeAt(ctx, unit, null))], null)
    }
  })
}

const asked = <T extends object>(j: Traveller, query: Parameters<typeof rows<T>>[1]): Promise<T[]> =>
  transact(j.world.db, systemActor(), (tx) => rows<T>(tx, query))

/** Degrees of a person that hold, lowest first. */
const degrees = (j: Traveller, name: string) =>
  asked<{ code: string; field: string; level: number; evidence: string; source: string }>(
    j,
    sql`select f.data->>'level' as code, coalesce(f.data->>'major', '') as field, f.level, f.evidence, f.source
        from people.fact f join people.person p on p.id = f.person_id
        where p.name = ${name} and f.grp = 'education' and f.superseded_at is null order by 1`,
  )

/** How far the entries of somebody are proven: how many stand at each level. */
async function levels(j: Traveller, name: string): Promise<Record<string, number>> {
  const found = await asked<{ level: number; n: number }>(
    j,
    sql`select f.level, count(*) as n from people.fact f join people.person p on p.id = f.person_id
        where p.name = ${name} and f.superseded_at is null group by 1`,
  )
  return Object.fromEntries(found.map((f) => [String(f.level), f.n]))
}

const ledger = (j: Traveller, kind: string) =>
  asked<{ actor: string; data: Record<string, unknown> }>(
    j,
    sql`select actor_name as actor, data from platform.ledger where kind = ${kind} order by seq`,
  )

/** The command palette: typed, waited for, and the name chosen with Enter; answers with the words of its line. */
async function find(j: Traveller, typed: string, name: string): Promise<string> {
  await j.page.keyboard.press('Control+k')
  await j.page.getByRole('combobox', { name: /^Tìm trang, việc, người, mã/ }).fill(typed)
  const hit = j.page.getByRole('option', { name: new RegExp(`^${name}`) })
  await hit.waitFor()
  while ((await hit.first().getAttribute('aria-selected')) !== 'true') await j.page.keyboard.press('ArrowDown')
  const words = await hit.first().innerText()
  await j.page.keyboard.press('Enter')
  await j.page.waitForURL(/\/tri-thuc\/TT-/)
  return words
}

journey('A5', 'thêm bằng cấp kèm bản quét', { budget: 5, who: OFFICER }, async (j) => {
  await given(j, [{ name: 'Khúc Thừa Thêm' }])
  const scan = path.join(inject('scratch'), 'bang-thac-si.pdf')
  fs.writeFileSync(scan, '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
  await j.step('Ctrl K, tên không dấu', () => find(j, 'khuc thua them', 'Khúc Thừa Thêm'))
  await j.step('Thêm bằng cấp', () => j.press('link', 'Thêm bằng cấp'))
  await j.step('Nhập, chọn tệp, lưu', async () => {
    await j.choose('Trình độ', 'Thạc sĩ')
    await j.type(/^Chuyên ngành/, 'Quản lý bệnh viện')
    await j.type(/^Cơ sở đào tạo/, 'Trường Đại học Y Hà Nội')
    await j.type(/^Văn bản chứng minh/, 'Bằng thạc sĩ số 0012, ngày 12/03/2015')
    await j.give('Tệp văn bản (không bắt buộc)', scan)
    await j.press('button', 'Lưu')
  })
  await j.see('Đã lưu mục vào hồ sơ.')
  await j.see(/^Thạc sĩ, Quản lý bệnh viện/)
  await j.see(/^nguồn: Sở Y tế/)
  await j.see('Có văn bản')
  const [bachelor, master, ...others] = await degrees(j, 'Khúc Thừa Thêm')
  expect(others).toEqual([])
  expect(bachelor).toMatchObject({ field: 'Y khoa', level: 0, source: 'nhap:H24.SNV:1' })
  expect(master).toMatchObject({ field: 'Quản lý bệnh viện', level: 2 })
  await j.aside(async () => {
    const [response] = await Promise.all([
      j.page.waitForEvent('download'),
      j.page.getByRole('link', { name: 'tệp kèm' }).first().click(),
    ])
    expect(response.suggestedFilename()).toBe('bang-thac-si.pdf')
    await j.step('Lịch sử', () => j.press('link', 'Lịch sử'))
    await j.see(/thêm mục trình độ chuyên môn/)
  })
})

journey('A5', 'không gõ gì: lỗi nêu đúng ô, chữ đã gõ còn nguyên', { who: OFFICER }, async (j) => {
  await given(j, [{ name: 'Khúc Thừa Thêm' }])
  const [one] = await asked<{ code: string }>(j, sql`select code from people.person where name = 'Khúc Thừa Thêm'`)
  await j.open(`/tri-thuc/${one?.code}/them/education`)
  await j.type(/^Chuyên ngành/, 'Quản lý bệnh viện')
  await j.step('Lưu khi chưa chọn trình độ', () => j.press('button', 'Lưu'))
  expect(await j.page.title()).toMatch(/^Lỗi: /)
  expect(await j.page.getByRole('textbox', { name: /^Chuyên ngành/ }).inputValue()).toBe('Quản lý bệnh viện')
  expect(await degrees(j, 'Khúc Thừa Thêm')).toHaveLength(1)
})

journey('A6', 'xác nhận từng mục bằng phím, rồi hoàn tác', { budget: 3, who: OFFICER }, async (j) => {
  await given(j, [{ name: 'Khúc Thừa Khai', source: 'khai' }])
  const before = await levels(j, 'Khúc Thừa Khai')
  const [one] = await asked<{ code: string }>(j, sql`select code from people.person where name = 'Khúc Thừa Khai'`)
  await j.open(`/tri-thuc/${one?.code}`)
  await j.step('Xem và xác nhận', () => j.press('link', 'Xem và xác nhận'))
  expect(await j.rows('Mục chờ xác nhận')).toBe(before[0])
  await j.step('J đến mục đầu, A xác nhận', async () => {
    await j.page.keyboard.press('j')
    await j.page.keyboard.press('a')
  })
  await j.see('Đã xác nhận 1 mục của 1 hồ sơ.')
  expect(await levels(j, 'Khúc Thừa Khai')).toEqual({ 0: (before[0] ?? 0) - 1, 1: 1 })
  await j.step('Hoàn tác', () => j.press('button', 'Hoàn tác'))
  await j.see(/^Đã hoàn tác: 1 hồ sơ/)
  expect(await levels(j, 'Khúc Thừa Khai')).toEqual(before)
})

journey('A6', 'mười hai mục trong ba lần bấm; mục trả lại về chủ hồ sơ', { budget: 3, who: OFFICER }, async (j) => {
  const names = ['Khúc Thừa Một', 'Khúc Thừa Hai', 'Khúc Thừa Ba']
  await given(
    j,
    names.map((name) => ({ name, source: 'khai' })),
  )
  await j.aside(async () => {
    // What the sample world left waiting is confirmed beforehand, so that the count is of these three.
    await asked<{ id: string }>(
      j,
      sql`update people.fact f set source = 'co-quan:H24.SYT' from people.person p
      where p.id = f.person_id and f.level = 0 and f.source = 'khai' and p.name not like 'Khúc Thừa%' returning f.id`,
    )
    await j.page.reload()
  })
  await j.step('Chờ xác nhận', () => j.menu('Chờ xác nhận'))
  expect(await j.heading()).toBe('12 mục của 3 người chờ xác nhận')
  await j.aside(async () => {
    await j.page
      .getByRole('row', { name: /Trình độ chuyên môn/ })
      .first()
      .getByRole('button', { name: 'Trả lại' })
      .click()
    const box = j.page.getByRole('dialog', { name: /^Trả lại trình độ chuyên môn/ })
    await j.step('Trả lại, thiếu lý do', () => box.getByRole('button', { name: 'Trả lại mục này' }).click())
    await j.see(/^Nhập lý do trả lại/)
    await j.open('/tri-thuc/cho-xac-nhan')
    expect(await j.heading()).toBe('12 mục của 3 người chờ xác nhận')
  })
  await j.step('Chọn tất cả, xác nhận', async () => {
    await j.press('checkbox', 'Chọn tất cả các dòng đang hiện')
    await j.press('button', 'Xác nhận 12 mục')
  })
  await j.see('Đã xác nhận 12 mục của 3 hồ sơ.')
  expect(await j.heading()).toBe('Không còn mục nào chờ xác nhận')
  for (const name of names) expect(await levels(j, name)).toEqual({ 1: 4 })
  expect((await ledger(j, 'person.entries-confirmed')).map((l) => l.data.entries)).toEqual([12])
})

journey('A10', 'mang danh sách đang lọc ra Excel', { budget: 3, who: OFFICER }, async (j) => {
  await given(j, [{ name: 'Khúc Thừa Xuất Một' }, { name: 'Khúc Thừa Xuất Hai' }])
  await j.aside(() => j.open('/tri-thuc?q=khuc+thua+xuat'))
  expect(await j.heading()).toBe('2 người khớp "khuc thua xuat"')
  await j.step('Xuất', () => j.press('button', 'Xuất'))
  expect(await j.heading()).toBe('Xuất 2 hồ sơ')
  await j.see(/không gồm dữ liệu nhạy cảm/)
  const file = await j.take('button', 'Tải Excel (.xlsx)')
  const read = await readWorkbook(file.bytes)
  if (!read.ok) throw new Error('không đọc lại được tệp')
  const lines: string[][] = []
  for (const sheet of read.value) for await (const line of sheet.rows()) lines.push(line.cells.map((c) => c.text))
  expect(lines.slice(1).map((l) => l.find((t) => t.startsWith('Khúc Thừa Xuất')))).toEqual([
    'Khúc Thừa Xuất Hai',
    'Khúc Thừa Xuất Một',
  ])
  expect(lines[0]?.join(' ')).not.toMatch(/Dân tộc|Tôn giáo|Đảng|Kỷ luật|Số định danh/)
  expect((await ledger(j, 'people.exported')).map((l) => l.data)).toEqual([
    expect.objectContaining({ count: 2, format: 'xlsx', purpose: 'quan-ly' }),
  ])
  const seen = await asked<{ name: string; purpose: string }>(
    j,
    sql`select p.name, v.purpose from people.viewing v join people.person p on p.id = v.person_id
        where p.name like 'Khúc Thừa Xuất%' order by 1`,
  )
  expect(seen.map((s) => s.purpose)).toEqual(['Quản lý hồ sơ', 'Quản lý hồ sơ'])
})

journey('H6', 'xác nhận mọi hồ sơ một bộ lọc tìm thấy, rồi hoàn tác', { budget: 4, who: headOf(BODY) }, async (j) => {
  await given(j, [
    { name: 'Khúc Thừa Đủ' },
    { name: 'Khúc Thừa Tròn' },
    { name: 'Khúc Thừa Khuyết', thin: true },
    { name: 'Khúc Thừa Khai', source: 'khai' },
  ])
  const before = await levels(j, 'Khúc Thừa Đủ')
  await j.aside(() => j.open('/tri-thuc?q=khuc+thua'))
  await j.step('Chọn tất cả người tìm thấy, xác nhận', async () => {
    await j.press('checkbox', 'Tất cả 4 người tìm thấy')
    await j.press('button', 'Xác nhận 4 hồ sơ')
  })
  expect(await j.heading()).toBe('Xác nhận 3 trong 4 hồ sơ')
  await j.see('1 hồ sơ chưa đủ 50%')
  await j.see('4 mục do chủ hồ sơ tự khai')
  expect(await levels(j, 'Khúc Thừa Đủ')).toEqual(before)
  await j.step('Xác nhận 3 hồ sơ', () => j.press('button', 'Xác nhận 3 hồ sơ'))
  expect(await j.heading()).toBe('Đã xác nhận 3 hồ sơ')
  expect(await levels(j, 'Khúc Thừa Đủ')).toEqual({ 1: 4 })
  expect(await levels(j, 'Khúc Thừa Tròn')).toEqual({ 1: 4 })
  expect(await levels(j, 'Khúc Thừa Khai')).toEqual({ 0: 4 })
  expect((await ledger(j, 'people.confirmed')).map((l) => l.data)).toEqual([
    expect.objectContaining({ people: 3, entries: 8, thin: 1, waiting: 4 }),
  ])
  await j.step('Hoàn tác', () => j.press('button', 'Hoàn tác lần xác nhận'))
  expect(await j.heading()).toBe('Đã hoàn tác lần xác nhận 3 hồ sơ')
  expect(await levels(j, 'Khúc Thừa Đủ')).toEqual(before)
  expect(await j.page.getByRole('button', { name: 'Hoàn tác lần xác nhận' }).count()).toBe(0)
})

journey('H6', 'chọn bằng phím J, X, A; điện thoại và máy tính cùng trang', { who: OFFICER }, async (j) => {
  await given(j, [{ name: 'Khúc Thừa Phím Một' }, { name: 'Khúc Thừa Phím Hai' }, { name: 'Khúc Thừa Phím Ba' }])
  await j.open('/tri-thuc?q=khuc+thua+phim')
  await j.page.locator('html[data-islands="started"]').waitFor({ state: 'attached' })
  await j.step('J X J X, A', async () => {
    for (const key of ['j', 'x', 'j', 'x']) await j.page.keyboard.press(key)
    await j.page.getByRole('button', { name: 'Xác nhận 2 hồ sơ' }).waitFor()
    await j.page.keyboard.press('a')
  })
  expect(await j.heading()).toBe('Xác nhận 2 hồ sơ')
  await j.step('Xác nhận', () => j.press('button', 'Xác nhận 2 hồ sơ'))
  expect(await j.rows('Hồ sơ của lần xác nhận')).toBe(2)
  expect(await levels(j, 'Khúc Thừa Phím Một')).toEqual({ 0: 4 })
})

journey('H6', 'xác nhận nhiều hồ sơ, không kịch bản', { who: OFFICER, scripts: false, phone: true }, async (j) => {
  await given(j, [{ name: 'Khúc Thừa Mộc Một' }, { name: 'Khúc Thừa Mộc Hai' }])
  await j.open('/tri-thuc?q=khuc+thua+moc')
  await j.step('Chưa chọn ai', () => j.press('button', 'Xác nhận'))
  expect(await j.heading()).toBe('Chưa chọn hồ sơ nào')
  await j.step('Về danh sách', () => j.press('link', 'Về danh sách'))
  expect(await j.heading()).toBe('2 người khớp "khuc thua moc"')
  await j.step('Đánh dấu một người', async () => {
    await j.press('checkbox', 'Chọn Khúc Thừa Mộc Hai')
    await j.press('button', 'Xác nhận')
  })
  await j.step('Xác nhận', () => j.press('button', 'Xác nhận 1 hồ sơ'))
  await j.see('Đã xác nhận 1 hồ sơ, 4 mục.')
  expect(await levels(j, 'Khúc Thừa Mộc Hai')).toEqual({ 1: 4 })
  expect(await levels(j, 'Khúc Thừa Mộc Một')).toEqual({ 0: 4 })
})

journey('A5', 'tìm theo số định danh: số không đứng trong địa chỉ', { budget: 5, who: OFFICER }, async (j) => {
  await given(j, [{ name: 'Khúc Thừa Số', cccd: '030072004321' }])
  const addresses: string[] = []
  j.page.on('request', (r) => addresses.push(r.url()))
  await j.step('Hồ sơ trí thức', () => j.menu('Hồ sơ trí thức'))
  await j.page.getByText('Tìm theo số định danh', { exact: true }).first().click()
  await j.type('Số định danh cá nhân', '03007200432')
  await j.step('Thiếu một chữ số', () => j.press('button', 'Tìm hồ sơ theo số'))
  await j.see('Số định danh cá nhân phải có 12 chữ số, hiện có 11')
  await j.type('Số định danh cá nhân', '030072004321')
  await j.step('Đủ số', () => j.press('button', 'Tìm hồ sơ theo số'))
  await j.see('Khúc Thừa Số')
  expect(addresses.filter((a) => a.includes('0300720043'))).toEqual([])
  expect((await ledger(j, 'person.found-by-number')).map((l) => l.data)).toEqual([
    { code: expect.stringMatching(/^TT-\d{7}$/) },
  ])
  await j.aside(async () => {
    await j.step('Số gõ vào ô họ tên', () => j.open('/tri-thuc?q=030072004321'))
    await j.see('Số định danh không tìm ở ô họ tên')
    expect(await ledger(j, 'person.found-by-number')).toHaveLength(1)
  })
})

journey('L8', 'tìm một người; lần xem được ghi kèm mục đích', { budget: 2, who: LEADER }, async (j) => {
  await given(j, [{ name: 'Khúc Thừa Tìm' }])
  await j.step('Ctrl K, tên', async () => {
    const card = await find(j, 'khúc thừa tìm', 'Khúc Thừa Tìm')
    expect(card).toMatch(/1972 · Đại học · Sở Y tế$/)
  })
  expect(await j.heading()).toBe('Khúc Thừa Tìm')
  const words = await j.page.locator('main').innerText()
  expect(words).not.toMatch(/Dữ liệu nhạy cảm|Xem đầy đủ|Sửa|Thêm bằng cấp/)
  expect(words).toMatch(/Đại học, Y khoa/)
  expect(words).not.toMatch(/0904|Nam Sách|02\/09\/1972|Ai đã xem|Lịch sử/)
  const seen = await asked<{ actor: string; role: string; purpose: string }>(
    j,
    sql`select v.actor_name as actor, v.role, v.purpose from people.viewing v join people.person p on p.id = v.person_id
        where p.name = 'Khúc Thừa Tìm'`,
  )
  expect(seen).toEqual([{ actor: expect.any(String), role: 'Lãnh đạo tỉnh', purpose: 'Chỉ đạo, điều hành' }])
  await j.aside(async () => {
    const other = await j.colleague(LAN)
    await other.open('/tri-thuc?q=khuc+thua+tim')
    await other.press('link', 'Khúc Thừa Tìm')
    await other.press('link', 'Ai đã xem')
    await other.see('Chỉ đạo, điều hành')
    await j.page.getByText('Xem thông tin liên hệ').click()
    await j.choose('Mục đích', 'Mời chuyên gia, lập hội đồng')
    await j.press('button', 'Xem liên hệ')
    await j.see('0904111222')
    await other.open(`${new URL(other.page.url()).pathname}?muc=da-xem`)
    await other.see('Mời chuyên gia, lập hội đồng')
    await other.page.context().close()
  })
})

journey(
  'A',
  'ghi đồng ý bằng văn bản kèm bản quét; in lý lịch nêu mục đích',
  { budget: 7, who: OFFICER },
  async (j) => {
    await given(j, [{ name: 'Khúc Thừa Giấy' }])
    const scan = path.join(inject('scratch'), 'phieu-dong-y.pdf')
    fs.writeFileSync(scan, '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
    const [one] = await asked<{ code: string }>(j, sql`select code from people.person where name = 'Khúc Thừa Giấy'`)
    await j.open(`/tri-thuc/${one?.code}`)
    await j.step('Đồng ý', () => j.press('link', 'Đồng ý'))
    await j.see('Chưa đồng ý mục nào')
    await j.step('Ghi đồng ý bằng văn bản', () => j.press('link', 'Ghi đồng ý bằng văn bản'))
    await j.aside(async () => {
      await j.type('Ngày chủ hồ sơ ký', '24/11/2026')
      await j.step('Ghi khi thiếu hết', () => j.press('button', 'Ghi vào sổ đồng ý'))
      expect(await j.page.title()).toMatch(/^Lỗi: /)
      expect(await j.page.getByRole('textbox', { name: 'Ngày chủ hồ sơ ký' }).inputValue()).toBe('24/11/2026')
    })
    await j.step('Chọn mục, tệp, ghi', async () => {
      await j.press('radio', 'Đồng ý các mục dưới đây')
      await j.press('checkbox', 'Có tên trong danh bạ công khai')
      await j.press('checkbox', 'Quá trình đào tạo')
      await j.type('Tên, số hoặc ký hiệu văn bản', 'Phiếu đồng ý số 12')
      await j.type('Ngày chủ hồ sơ ký', '20/11/2026')
      await j.give('Bản quét của văn bản', scan)
      await j.press('button', 'Ghi vào sổ đồng ý')
    })
    await j.see('Đã ghi đồng ý 2 mục vào sổ.')
    await j.see('Đang đồng ý 2 trong 7 mục')
    await j.see(/Phiếu đồng ý số 12, ký ngày 20\/11\/2026/)
    const noted = await asked<{ item: string; state: string; channel: string; scanned: boolean }>(
      j,
      sql`select c.item, c.state, c.channel, c.file_id is not null as scanned from own_record.consent c
        join people.person p on p.id = c.person_id where p.name = 'Khúc Thừa Giấy' order by 1`,
    )
    expect(noted).toEqual(
      ['danh-ba', 'dao-tao'].map((item) => ({ item, state: 'dong-y', channel: 'giay', scanned: true })),
    )
    await j.aside(async () => {
      const file = await j.take('link', 'bản quét')
      expect(file.bytes.toString()).toMatch(/^%PDF/)
      const shown = (await j.page.getByRole('link', { name: 'trang công khai' }).getAttribute('href')) ?? ''
      await j.step('Trang công khai', () => j.open(shown))
      await j.see('Khúc Thừa Giấy')
      await j.open(`/tri-thuc/${one?.code}`)
      await j.step('In', () => j.press('link', 'In'))
      await j.step('Xem khi chưa nêu mục đích', () => j.press('button', 'Xem bản in'))
      await j.open(`/tri-thuc/${one?.code}/giay-to`)
      await j.choose('Mục đích', 'Tuyển dụng, bố trí, đào tạo')
      await j.step('Xem bản in', () => j.press('button', 'Xem bản in'))
      await j.see('LÝ LỊCH KHOA HỌC')
      const paper = await j.take('link', 'Tải Word (.docx)')
      expect(paper.name).toBe(`ly-lich-khoa-hoc-${one?.code}.docx`)
    })
    const seen = await asked<{ purpose: string }>(
      j,
      sql`select distinct v.purpose from people.viewing v join people.person p on p.id = v.person_id
        where p.name = 'Khúc Thừa Giấy' order by 1`,
    )
    expect(seen.map((s) => s.purpose)).toEqual(['Quản lý hồ sơ', 'Tuyển dụng, bố trí, đào tạo'])
  },
)
