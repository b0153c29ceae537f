/** Hành trình Q4: đổi biểu mẫu: soạn bản mới, xem trước, thử với số liệu năm trước; bản đang dùng không đổi. */
import { expect } from 'vitest'
import { journey } from './journey.ts'
import { ADMINISTRATOR } from './people.ts'

journey('Q4', 'soạn bản mới của biểu mẫu, thử với số liệu năm trước', { budget: 7, who: ADMINISTRATOR }, async (j) => {
  await j.step('Chế độ báo cáo', () => j.menu('Chế độ báo cáo'))
  await j.step('Mở chế độ', () => j.press('link', /^Báo cáo năm tình hình/))
  await j.step('Soạn bản 2', () => j.press('button', 'Soạn bản 2'))
  await j.see(/^Bản 2 (đủ điều kiện ban hành|còn \d+ chỗ phải sửa)/)
  await j.picture('soan-che-do')
  const draft = new URL(j.page.url()).pathname
  await j.step('Xem trước biểu mẫu', () => j.press('link', 'Xem trước biểu mẫu'))
  await j.see('Tổng số cán bộ, công chức, viên chức, người lao động')
  await j.aside(async () => void (await j.open(draft)))
  await j.step('Thử với số liệu năm trước', () => j.press('link', 'Thử với số liệu năm trước'))
  expect(await j.heading()).toMatch(/2025/)
  await j.aside(async () => {
    await j.step('Báo cáo đang mở vẫn theo bản 1', () => j.open('/quan-tri/che-do/kh1459/ky/2026'))
    expect(await j.heading()).toBe('Kỳ 2026 đang dùng bản 1')
  })
})
