/** Hành trình A9: kế hoạch của cơ quan, từ nhiệm vụ của tỉnh và từ văn bản cơ quan đã ban hành. */
import { expect } from 'vitest'
import { readWorkbook } from '../../src/platform/excel/read-workbook.ts'
import { journey } from './journey.ts'
import { headOf, LAN, officerOf } from './people.ts'

const BODY = 'Sở Văn hóa, Thể thao và Du lịch'

journey('A9', 'kế hoạch của cơ quan từ kế hoạch của tỉnh', { budget: 8, who: officerOf(BODY) }, async (j) => {
  await j.step('Mở «Kế hoạch của cơ quan»', () => j.menu('Kế hoạch của cơ quan'))
  await j.see('Tạo từ kế hoạch 1459/KH-UBND')
  expect(await j.page.getByRole('checkbox', { name: 'Chọn nhiệm vụ III.1.2' }).isChecked()).toBe(true)
  await j.step('Chọn thêm một nhiệm vụ, đưa vào kế hoạch', async () => {
    await j.press('checkbox', 'Chọn nhiệm vụ III.2.5')
    await j.press('button', /^Đưa vào kế hoạch/)
  })
  expect(await j.page.getByRole('link', { name: 'Câu gốc trong kế hoạch của tỉnh' }).count()).toBe(2)
  const fill = async (row: string, cells: { product: string; due?: string; person?: string }) => {
    const group = j.page.getByRole('group', { name: new RegExp(`^${row} `) })
    await group.getByRole('textbox', { name: 'Sản phẩm' }).fill(cells.product)
    if (cells.due) await group.getByRole('textbox', { name: /^Thời hạn/ }).fill(cells.due)
    if (cells.person) await group.getByRole('textbox', { name: 'Người phụ trách' }).fill(cells.person)
  }
  await j.step('Nhập sản phẩm, hạn, người; quên người ở một dòng; kiểm tra', async () => {
    await fill('III\\.1\\.2', { product: 'Báo cáo tuyên truyền', person: 'Đỗ Thị Hằng' })
    await fill('III\\.2\\.5', { product: 'Hội nghị gặp mặt', due: '30/09/2026' })
    await j.press('button', 'Kiểm tra 6 rõ')
  })
  await j.see('1 nhiệm vụ chưa đủ 6 rõ')
  await j.see('6 rõ: 5/6 (thiếu người)')
  await j.step('Mở đúng dòng còn thiếu, nhập người, kiểm tra lại', async () => {
    await j.press('link', 'III.2.5')
    await fill('III\\.2\\.5', { product: 'Hội nghị gặp mặt', person: 'Nguyễn Văn An' })
    await j.press('button', 'Kiểm tra 6 rõ')
  })
  await j.see('Cả 2 nhiệm vụ đều rõ người, rõ thời hạn, rõ sản phẩm.')
  await j.step('Trình duyệt', () => j.press('button', 'Trình duyệt'))
  await j.see('Chờ duyệt')
  await j.aside(async () => {
    const head = await j.colleague(headOf(BODY))
    await head.open('/ke-hoach-co-quan/2026/toi')
    await head.press('button', 'Duyệt kế hoạch')
    await head.see('Đã duyệt kế hoạch.')
    await head.page.context().close()
  })
})

journey(
  'A9',
  'đọc kế hoạch cơ quan đã ban hành và liên kết với nhiệm vụ của tỉnh',
  { budget: 8, who: officerOf(BODY) },
  async (j) => {
    await j.step('Mở «Kế hoạch của cơ quan»', () => j.menu('Kế hoạch của cơ quan'))
    await j.step('Chọn đọc từ tệp', () => j.press('link', 'Đọc kế hoạch của cơ quan từ tệp'))
    await j.step('Gửi tệp', async () => {
      await j.give('Tệp kế hoạch của cơ quan', 'examples/ke-hoach-cua-so.txt')
      await j.press('button', 'Đọc kế hoạch của cơ quan')
    })
    expect(await j.heading()).toMatch(/^4 nhiệm vụ trong kế hoạch .* chưa xét liên kết$/)
    await j.see('Văn bản dẫn kế hoạch 1459/KH-UBND của tỉnh.')
    await j.see(/Cùng nói về «.*Cơ quan chủ trì nhiệm vụ này/)
    await j.see('Nhiệm vụ tỉnh giao chưa có trong kế hoạch của cơ quan (1)')
    await j.step('Xác nhận các liên kết rõ', () => j.press('button', 'Xác nhận 3 liên kết rõ'))
    await j.see('Mọi nhiệm vụ tỉnh giao cơ quan chủ trì đã có trong kế hoạch của cơ quan.')
    await j.step('Việc còn lại là việc riêng', () => j.press('button', 'Nhiệm vụ riêng của cơ quan'))
    expect(await j.heading()).toMatch(/^Mọi nhiệm vụ .* đã xét liên kết$/)
    await j.page.reload()
    await j.see(/3 đã liên kết với nhiệm vụ của tỉnh, 1 nhiệm vụ riêng, 0 chưa xét/)
    await j.step('Về kế hoạch, xem từng dòng', () => j.press('link', 'Về kế hoạch của cơ quan'))
    expect(await j.page.getByRole('link', { name: 'Câu gốc trong kế hoạch của cơ quan' }).count()).toBe(4)
    await j.aside(async () => {
      const lan = await j.colleague(LAN)
      await lan.step('Sở Nội vụ xem kế hoạch của mọi cơ quan', () => lan.open('/ke-hoach-co-quan'))
      expect(await lan.heading()).toMatch(/^4 trong \d+ cơ quan đã lập kế hoạch năm 2026$/)
      await lan.step('Mở kế hoạch của cơ quan ấy', () => lan.press('link', BODY))
      await lan.step('Xem liên kết, không sửa thay', () => lan.press('link', 'Xem liên kết'))
      expect(await lan.page.getByRole('button', { name: /^Bỏ liên kết/ }).count()).toBe(0)
      expect(lan.faults).toEqual([])
      await lan.page.context().close()
    })
  },
)

journey('S', 'xuất danh sách nhiệm vụ đang lọc và toàn bộ kế hoạch', { who: LAN }, async (j) => {
  await j.step('Mở «Nhiệm vụ», lọc', async () => {
    await j.menu('Nhiệm vụ')
    await j.press('link', /^Chưa rõ chủ trì/)
  })
  await j.step('Mở thực đơn xuất', () => j.press('button', 'Xuất 21 nhiệm vụ'))
  const list = await j.take('link', 'Danh mục nhiệm vụ (.xlsx)')
  expect(list.name).toBe('ke-hoach-1459-kh-ubnd-nhiem-vu.xlsx')
  const opened = await readWorkbook(list.bytes)
  const rows = opened.ok && opened.value[0] ? await Array.fromAsync(opened.value[0].rows()) : []
  expect(rows.filter((r) => typeof r.cells[0]?.value === 'number')).toHaveLength(21)
  await j.step('Mở trang Kế hoạch', () => j.menu('Kế hoạch$'))
  await j.step('Mở thực đơn xuất', () => j.press('button', 'Xuất'))
  const data = await j.take('link', 'Toàn bộ dữ liệu kế hoạch (.json)')
  expect(JSON.parse(data.bytes.toString('utf8'))).toMatchObject({ format: 'nguyen-khi.ke-hoach', stage: 'adopted' })
})
