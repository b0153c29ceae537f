/** Phép thử chấp nhận 1–5 của sổ trí thức: nhập danh sách như cơ quan gửi, nhận ra người, không nhập hai lần, hoàn tác. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { scanDuplicates } from '../../src/modules/duplicates/public.ts'
import { decideRow } from '../../src/modules/imports/actions/decide-row.ts'
import { undoBatch } from '../../src/modules/imports/actions/undo-batch.ts'
import { writeBatch } from '../../src/modules/imports/actions/write-batch.ts'
import { outcomeRows } from '../../src/modules/imports/views.ts'
import { transact } from '../../src/platform/database/pool.ts'
import type { TestDatabase } from '../../src/platform/database/test-database.ts'
import { handMade, sheetOf, stylesOf } from '../../src/platform/excel/fixtures.ts'
import type { Cell, Row } from '../../src/platform/excel/workbook.ts'
import { testDatabase } from '../database.ts'
import { importWorld, workbookOf } from './import-world.ts'

let t: TestDatabase
let w: ReturnType<typeof importWorld>

beforeAll(async () => {
  t = await testDatabase()
  w = importWorld(t.db)
  await w.prepare()
}, 120_000)
afterAll(() => t.drop())

const HEAD: Row = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Trình độ chuyên môn', 'Chuyên ngành']
const line = (name: string, born: string, sex: string, cccd: string, level = 'Đại học', major = 'Y khoa'): Row => [
  { plain: 1 },
  name,
  born,
  sex,
  cccd,
  level,
  major,
]
const outcomes = (id: string, ...of: ('new' | 'changed' | 'duplicate' | 'error')[]) =>
  transact(t.db, systemActor(), (tx) => outcomeRows(tx, id, of, { limit: 50, offset: 0 }))

describe('1. một người, mọi cách gõ', () => {
  const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const cellOf = (address: string, style: number, text: string) =>
    `<c r="${address}" s="${style}" t="inlineStr"><is><t>${xml(text)}</t></is></c>`
  /** One person in a sheet whose name cell is in `font`. */
  const typed = (name: string, font: string) => ({
    name: `${font}.xlsx`,
    bytes: handMade({
      styles: stylesOf([
        { font: 'Times New Roman', format: 'General' },
        { font, format: 'General' },
      ]),
      sheets: [
        sheetOf(
          `<row r="1">${['Họ và tên', 'Ngày sinh', 'Số CCCD'].map((h, i) => cellOf(`${'ABC'[i]}1`, 0, h)).join('')}</row><row r="2">${cellOf('A2', 1, name)}${cellOf('B2', 0, '17/09/1965')}${cellOf('C2', 0, '030065004321')}</row>`,
        ),
      ],
    }),
  })

  it('.VnTime, VNI-Times, NFD, không dấu cùng ngày sinh: một hồ sơ, hiện "Nguyễn Văn Đức"', async () => {
    const first = await w.write(typed('NguyÔn V¨n §øc', '.VnTime'))
    expect(first.counts).toMatchObject({ new: 1 })
    for (const again of [
      typed('Nguyeãn Vaên Ñöùc', 'VNI-Times'),
      typed('Nguyễn Văn Đức'.normalize('NFD'), 'Times New Roman'),
      typed('NGUYỄN VĂN ĐỨC', 'Times New Roman'),
      typed('NguyÔn V¨n §øc', '.VnTimeH'),
    ])
      expect((await w.write(again)).counts).toMatchObject({ new: 0, changed: 0, same: 1 })
    const plain = await w.write(typed('Nguyen Van Duc', 'Times New Roman'))
    expect(plain.counts).toMatchObject({ new: 0, duplicate: 0, error: 0 })
    expect(await w.people()).toEqual(['Nguyễn Văn Đức'])
  })

  it('không số định danh, không dấu, cùng ngày sinh: không thành hồ sơ mới lặng lẽ', async () => {
    const asked = await w.check(await workbookOf([HEAD, line('Nguyen Van Duc', '17/09/1965', 'Nam', '')]))
    expect(asked.counts).toMatchObject({ new: 0, duplicate: 1 })
    expect(asked.findings.join()).toContain('Nguyễn Văn Đức')
  })
})

describe('2. tên nào là tên', () => {
  it.each([
    'Ý',
    'Y Moan Ênuôl',
    'Hồ-Thị Kan',
    'Tôn Nữ Thị Ninh',
    "H'Hen Niê",
  ])('"%s" được nhận nguyên vẹn', async (name) => {
    const told = await w.write(await workbookOf([HEAD, line(name, '01/05/1970', 'Nữ', '')]))
    expect(told.counts).toMatchObject({ new: 1, error: 0 })
    expect(await w.people()).toContain(name)
  })

  it.each(['Nguyễn Văn 12', '<b>Nguyễn Văn A</b>', 'Lê &lt;script&gt;'])('"%s" bị từ chối, nêu tên ô', async (name) => {
    const told = await w.check(await workbookOf([HEAD, line(name, '01/05/1970', 'Nữ', '')]))
    expect(told.counts).toMatchObject({ new: 0, error: 1 })
    expect(told.findings[0]).toMatch(/^Trang 'DS', ô B2: /)
  })
})

describe('3. sinh đôi', () => {
  const TWINS = [
    HEAD,
    line('Trần Thị Ngọc Ánh', '12/12/1988', 'Nữ', '030188000111'),
    line('Trần Thị Ngọc Liên', '12/12/1988', 'Nữ', '030188000112'),
  ]

  it('cùng họ, đệm, ngày sinh, số khác nhau ở cuối: hai hồ sơ, lần nhập sau không hỏi lại, quét không gộp', async () => {
    const first = await w.write(await workbookOf(TWINS))
    expect(first.counts).toMatchObject({ new: 2, duplicate: 0 })
    await w.act(scanDuplicates, {})
    const again = await w.write(await workbookOf(TWINS))
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 2, duplicate: 0 })
    await w.act(scanDuplicates, {})
    expect((await w.people()).filter((n) => n.startsWith('Trần Thị Ngọc'))).toHaveLength(2)
    expect(await w.count('duplicates.pair', `state in ('open', 'unsure', 'merged')`)).toBe(0)
  })

  it('hai người cùng tên, cùng ngày sinh, không số: hỏi một lần, quyết định được nhớ', async () => {
    const file = await workbookOf([
      HEAD,
      line('Vũ Thị Mai', '03/03/1983', 'Nữ', ''),
      line('Vũ Thị Mai', '03/03/1983', 'Nữ', ''),
    ])
    const asked = await w.check(file)
    expect(asked.counts).toMatchObject({ new: 1, duplicate: 1 })
    const [second] = await outcomes(asked.id, 'duplicate')
    await w.act(decideRow, { id: asked.id, trang: 'DS', dong: second?.row, la: 'moi' })
    expect((await w.act(writeBatch, { id: asked.id })).counts).toMatchObject({ new: 2, duplicate: 0 })
    expect((await w.write(file)).counts).toMatchObject({ new: 0, changed: 0, same: 2, duplicate: 0 })
  })
})

describe('4. số định danh', () => {
  const one = async (cccd: Cell, sex = 'Nam', born = '02/09/1972') =>
    w.check(await workbookOf([HEAD, [{ plain: 1 }, 'Đỗ Văn Chín', born, sex, cccd, 'Đại học', 'Luật']]))

  it('030072001234, nam, 1972: đạt; giới tính nữ, năm 1973: chỉ cảnh báo', async () => {
    expect((await one('030072001234')).findings).toEqual([])
    for (const told of [await one('030072001234', 'Nữ'), await one('030072001234', 'Nam', '02/09/1973')]) {
      expect(told.counts.error).toBe(0)
      expect(told.findings[0]).toMatch(/^Trang 'DS', ô E2: .*số định danh.*kiểm tra lại\.$/)
    }
  })
  it('30072001234 (11 chữ số): đề xuất thêm số 0', async () => {
    const told = await one({ plain: 30072001234 })
    expect(told.counts.error).toBe(0)
    expect(told.findings).toEqual([
      "Trang 'DS', ô E2: '…234' mất số 0 đầu, đã thêm cho đủ 12 chữ số (nơi đăng ký, giới tính và năm sinh đều khớp).",
    ])
  })
  it('3.0072E+10: dòng bị từ chối, nêu tên ô', async () => {
    const told = await one('3.0072E+10')
    expect(told.counts).toMatchObject({ new: 0, error: 1 })
    expect(told.findings[0]).toMatch(/^Trang 'DS', ô E2: ghi dạng rút gọn \(E\+\), đã mất các chữ số cuối/)
  })
  it.each([
    '030072000000',
    '030072999999',
    '030072123456',
  ])('%s: sáu số cuối nào cũng được, không có số kiểm tra', async (cccd) =>
    expect((await one(cccd)).counts).toMatchObject({ error: 0 }))
})

describe('5. một tệp hai lần, tệp sửa, hoàn tác', () => {
  const LIST = [
    line('Phùng Văn Năm', '05/05/1975', 'Nam', '030075000501', 'ThS', 'Quản lý giáo dục'),
    line('Lưu Thị Sáu', '06/06/1976', 'Nữ', '', 'CĐSP', 'Mầm non'),
    line('Tô Văn Bảy', '1977', 'Nam', '', 'Trên đại học lạ', ''),
  ]
  const STATE = [
    'people.person where removed_at is null',
    'people.fact where superseded_at is null',
    'people.identifier where superseded_at is null',
    'people.slice',
    'code_lists.entry',
    'code_lists.version',
  ]
  const state = async () =>
    Promise.all(STATE.map((s) => w.count(s.split(' where ')[0] ?? '', s.split(' where ')[1] ?? 'true')))

  it('lần hai 0 mới, 0 sửa; tệp sửa chỉ hiện ô đã đổi; hoàn tác trả lại số đếm và danh mục', async () => {
    const first = await w.write(await workbookOf([HEAD, ...LIST]))
    expect(first.counts).toMatchObject({ new: 3, error: 0 })
    expect(first.waiting).toMatchObject([{ target: 'education.level', shown: 'Trên đại học lạ' }])
    const written = await state()
    expect((await w.write(await workbookOf([HEAD, ...LIST]))).counts).toMatchObject({ new: 0, changed: 0, same: 3 })
    expect(await state()).toEqual(written)
    const mended = await w.write(
      await workbookOf([
        HEAD,
        LIST[0] as Row,
        line('Lưu Thị Sáu', '06/06/1976', 'Nữ', '', 'CĐSP', 'Tiểu học'),
        LIST[2] as Row,
      ]),
    )
    expect(mended.counts).toMatchObject({ new: 0, changed: 1, same: 2 })
    expect((await outcomes(mended.id, 'changed')).map((r) => [r.name, r.fields])).toEqual([
      ['Lưu Thị Sáu', [{ group: 'education', field: 'major', before: 'Mầm non', after: 'Tiểu học' }]],
    ])
    await w.act(undoBatch, { id: mended.id })
    expect(await state()).toEqual(written)
    const other = await w.write(
      await workbookOf([
        HEAD,
        line('Đinh Thị Tám', '08/08/1978', 'Nữ', '030178000802'),
        line('Bùi Văn Chín', '1979', 'Nam', ''),
      ]),
    )
    expect(other.counts).toMatchObject({ new: 2 })
    await w.act(undoBatch, { id: other.id })
    expect(await state()).toEqual(written)
  })
})

describe('8. xếp loại theo danh mục của năm', () => {
  const rated = async (name: string, year: string, words: string) => {
    const head: Row = ['STT', 'Họ và tên', 'Ngày sinh', `Xếp loại chất lượng năm ${year}`]
    return w.write(await workbookOf([head, [{ plain: 1 }, name, '01/02/1975', words]]))
  }
  const kept = (year: string, code: string) =>
    w.count('people.fact', `grp = 'appraisal' and data->>'year' = '${year}' and data->>'result' = '${code}'`)

  it('"Hoàn thành nhiệm vụ" của năm 2021 được ghi, của năm 2018 thì nêu tên ô và không ghi', async () => {
    expect((await rated('Đinh Văn Mốt', '2021', 'Hoàn thành nhiệm vụ')).findings).toEqual([])
    expect(await kept('2021', 'HT')).toBe(1)
    const old = await rated('Đinh Văn Hai', '2018', 'Hoàn thành nhiệm vụ')
    expect(old.findings.join()).toMatch(/ô D2.*2018/)
    expect(await kept('2018', 'HT')).toBe(0)
  })
  it('mức chỉ có trước năm 2020 đọc được cho năm 2018, không cho năm 2021', async () => {
    const words = 'Hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực'
    expect((await rated('Đinh Văn Ba', '2018', words)).findings).toEqual([])
    expect(await kept('2018', 'HTHC')).toBe(1)
    await rated('Đinh Văn Bốn', '2021', words)
    expect(await kept('2021', 'HTHC')).toBe(0)
  })
})

describe('9. mã của danh mục cũ trong tệp', () => {
  it('mã và tên lĩnh vực nghiên cứu của QĐ 12/2008 nhận ngay, không vào hàng chờ', async () => {
    const head: Row = ['STT', 'Họ và tên', 'Ngày sinh', 'Trình độ chuyên môn', 'Chuyên ngành', 'Lĩnh vực nghiên cứu']
    const told = await w.write(
      await workbookOf([
        head,
        [{ plain: 1 }, 'Khúc Thừa Mã', '12/03/1970', 'Đại học', 'Toán học', '10101'],
        [{ plain: 2 }, 'Khúc Thị Tên', '13/03/1970', 'Đại học', 'Nông học', 'Bảo vệ thực vật'],
      ]),
    )
    expect(told).toMatchObject({ counts: { new: 2, error: 0 }, waiting: [] })
    expect(await w.count('people.fact', "grp = 'research-field' and data->>'field' in ('10101', '40106')")).toBe(2)
  })
})
