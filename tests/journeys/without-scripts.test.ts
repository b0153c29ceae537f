/** Không có kịch bản: đọc, lưu, trình, duyệt vẫn làm được. */
import { expect } from 'vitest'
import { journey } from './journey.ts'
import { headOf, LAN, officerOf } from './people.ts'

const LATE = Temporal.Instant.from('2026-12-06T17:00:00+07:00')

journey(
  'A2',
  'không phát sinh, không kịch bản',
  { budget: 3, who: officerOf('Sở Tư pháp'), scripts: false },
  async (j) => {
    await j.step('Mở «Báo cáo năm 2026»', () => j.press('link', /^Báo cáo năm 2026/))
    await j.step('Bấm «Không phát sinh trong kỳ»', () => j.press('button', 'Không phát sinh trong kỳ'))
    await j.step('Trình thủ trưởng ký', () => j.press('button', 'Trình thủ trưởng ký'))
    await j.see('Chờ ký')
  },
)

journey('S1', 'ai chậm, không kịch bản', { budget: 2, who: LAN, at: LATE, scripts: false }, async (j) => {
  await j.step('Mở «Tổng hợp báo cáo»', () => j.menu('Tổng hợp báo cáo'))
  const late = await j.count('Quá hạn')
  await j.step(`Chọn «Quá hạn (${late})»`, () => j.press('link', /^Quá hạn/))
  expect(await j.rows(/^Báo cáo năm 2026/)).toBe(late)
})

journey(
  'H1',
  'duyệt và nộp, không kịch bản',
  { budget: 3, who: headOf('Sở Khoa học và Công nghệ'), phone: true, scripts: false },
  async (j) => {
    await j.step('Mở việc chờ duyệt', () => j.press('link', /^Báo cáo năm 2026/))
    await j.step('Duyệt và nộp', () => j.press('button', 'Duyệt và nộp'))
    expect(await j.heading()).toMatch(/^Đã nộp lúc/)
  },
)

journey('A1', 'lưu một mục, không kịch bản', { who: officerOf('Sở Tư pháp'), scripts: false }, async (j) => {
  await j.step('Mở mục 1', () => j.open('/bao-cao/kh1459/2026/H24.STP/1'))
  await j.step('Nhập và «Lưu và sang mục sau»', async () => {
    await j.type(/^Công tác chỉ đạo/, 'Đã ban hành kế hoạch của Sở.')
    await j.press('button', 'Lưu và sang mục sau')
  })
  await j.see(/^Đã lưu mục 1 lúc/)
  await j.step('Mở lại mục 1', () => j.open('/bao-cao/kh1459/2026/H24.STP/1'))
  expect(await j.page.getByRole('textbox', { name: /^Công tác chỉ đạo/ }).inputValue()).toBe(
    'Đã ban hành kế hoạch của Sở.',
  )
})
