/** Hành trình hai chế độ báo cáo: a second regime made from a copy, opened, answered by one body, accepted; the first one is untouched. */
import { expect } from 'vitest'
import { journey } from './journey.ts'
import { headOf, LAN, officerOf } from './people.ts'

const BODY = 'Sở Tư pháp'
const TITLE = 'Báo cáo về vị trí việc làm, năm 2026'
const LINK = /^Báo cáo về vị trí việc làm, năm 2026/

journey('S13', 'chế độ báo cáo thứ hai, từ bản sao đến duyệt', { budget: 14, who: LAN }, async (j) => {
  await j.step('Tổng hợp của Kế hoạch', () => j.menu('Tổng hợp báo cáo'))
  const before = await j.count('Đã duyệt')
  await j.step('Chế độ báo cáo', () => j.menu('Chế độ báo cáo'))
  await j.step('Soạn chế độ khác', () => j.press('link', 'Soạn chế độ khác'))
  await j.type('Tên báo cáo', 'Báo cáo về vị trí việc làm')
  await j.type('Mã', 'VTVL')
  await j.type('Địa chỉ', 'vtvl')
  await j.step('Bắt đầu soạn từ bản sao', () => j.press('button', 'Bắt đầu soạn'))
  await j.step('Sang ban hành', () => j.press('link', 'Ban hành'))
  await j.type('Số, ngày, trích yếu của văn bản', 'Quyết định số 20/QĐ-SNV ngày 16/11/2026')
  await j.type('Áp dụng từ ngày', '01/01/2026')
  await j.step('Ban hành', () => j.press('button', 'Ban hành bản 1'))
  await j.step('Sang mở kỳ', () => j.press('link', 'Mở kỳ 2026'))
  await j.see(/^Danh sách \(\d+\)$/)
  const names = await j.rows(/^Cơ quan phải nộp/)
  await j.step('Mở kỳ', () => j.press('button', `Mở kỳ 2026 cho ${names} cơ quan`))
  await j.see(`Đã mở kỳ báo cáo 2026 cho ${names} cơ quan.`)
  expect(await j.count('Chưa nộp')).toBe(names)
  const address = new URL(j.page.url()).pathname
  expect(address).toBe('/tong-hop/vtvl/2026')

  const officer = await j.colleague(officerOf(BODY))
  await officer.open('/viec')
  await officer.see(/^Báo cáo năm 2026/)
  await officer.press('link', LINK)
  await officer.press('button', 'Không phát sinh trong kỳ')
  await officer.press('button', 'Trình thủ trưởng ký')
  await officer.see('Chờ ký')
  const head = await j.colleague(headOf(BODY))
  await head.open('/viec')
  await head.press('link', LINK)
  await head.press('button', 'Duyệt và nộp')
  expect(await head.heading()).toMatch(/^Đã nộp lúc/)
  await officer.open('/viec')
  await officer.see(/^Báo cáo năm 2026/)

  await j.step('Xem lại chế độ thứ hai', () => j.open(address))
  expect([await j.count('Đã nộp, chờ duyệt'), await j.count('Chưa nộp')]).toEqual([1, names - 1])
  await j.step(`Mở báo cáo của ${BODY}`, () => j.press('link', BODY))
  await j.see(new RegExp(TITLE.replace('Báo', 'báo')))
  await j.step('Duyệt', () => j.press('button', 'Duyệt báo cáo'))
  await j.step('Xem mọi trạng thái', () => j.press('link', /^Tất cả|^Phải nộp/))
  expect(await j.count('Đã duyệt')).toBe(1)
  await j.step('Sang chế độ của Kế hoạch', () => j.press('link', 'Báo cáo năm 2026', { in: 'Chế độ báo cáo' }))
  expect(await j.count('Đã duyệt')).toBe(before)
})
