/** Hành trình kiến nghị: gathered by one press, given to a body, answered by it; who asked sees the answer. */
import { expect } from 'vitest'
import { journey } from './journey.ts'
import { LAN, officerOf } from './people.ts'

const OWNER = 'Sở Xây dựng'

journey('S', 'tập hợp kiến nghị, giao, trả lời', { budget: 7, who: LAN }, async (j) => {
  await j.step('Kiến nghị', () => j.menu('Kiến nghị'))
  expect(await j.heading()).toBe('Năm 2026 chưa có kiến nghị nào')
  await j.step('Xem trước', () => j.press('link', 'Tập hợp kiến nghị'))
  expect(await j.heading()).toMatch(/^4 kiến nghị mới từ 4 báo cáo/)
  await j.step('Tập hợp', () => j.press('button', 'Tập hợp từ 4 báo cáo'))
  await j.see(/^Đã tập hợp 4 báo cáo: 4 kiến nghị mới/)
  expect(await j.rows('Kiến nghị năm 2026')).toBe(4)
  await j.step('Kiến nghị đầu tiên', () => j.press('link', /^Đề nghị/))
  await j.aside(async () => {
    await j.type('Trả lời chậm nhất ngày', '20/12/2026')
    await j.step('Giao, quên chọn cơ quan', () => j.press('button', 'Giao cơ quan trả lời'))
    expect(await j.page.title()).toMatch(/^Lỗi: /)
    expect(await j.page.getByRole('textbox', { name: 'Trả lời chậm nhất ngày' }).inputValue()).toBe('20/12/2026')
  })
  await j.choose('Cơ quan trả lời', OWNER)
  await j.step('Giao', () => j.press('button', 'Giao cơ quan trả lời'))
  expect(await j.heading()).toBe(`Chờ ${OWNER} trả lời, chậm nhất 20/12/2026`)
  const address = new URL(j.page.url()).pathname
  const code = address.split('/').at(-1) ?? ''

  const officer = await j.colleague(officerOf(OWNER))
  await officer.step('Việc của tôi', () => officer.open('/viec'))
  await officer.step('Kiến nghị phải trả lời', () => officer.press('link', new RegExp(`Trả lời kiến nghị ${code}`)))
  await officer.type('Nội dung trả lời', 'Đã đưa vào chương trình công tác năm 2027.')
  await officer.type('Số, ký hiệu văn bản trả lời', '77/SXD-VP')
  await officer.type('Ngày văn bản', '23/11/2026')
  await officer.step('Ghi trả lời', () => officer.press('button', 'Ghi trả lời'))
  expect(await officer.heading()).toBe('Đã trả lời bằng văn bản 77/SXD-VP')

  await j.step('Xem trả lời', () => j.open(address))
  await j.see('Đã đưa vào chương trình công tác năm 2027.')
  await j.aside(async () => {
    await j.step('Năm trước, quá hạn đứng đầu', () => j.open('/kien-nghi?nam=2025'))
    expect(await j.heading()).toMatch(/, 1 quá hạn trả lời$/)
    await j.see(/^Quá hạn 296 ngày$/)
    await j.picture('kien-nghi')
    await j.step('Gợi ý gộp', () => j.open('/kien-nghi/gop?nam=2025'))
    await j.step('Gộp', () => j.press('button', /^Gộp vào KN-/))
    await j.see(/^Đã gộp \d+ kiến nghị vào KN-/)
  })
})
