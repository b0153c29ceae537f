/** Hành trình dự báo: a scenario in three presses, the outlook of a goal, the scenario saved and approved. */
import { expect } from 'vitest'
import { journey } from './journey.ts'
import { LAN, LEADER } from './people.ts'

journey('L7', 'kịch bản tuyển dụng thêm 10%', { budget: 3, who: LEADER }, async (j) => {
  await j.step('Mở «Dự báo»', () => j.menu('Dự báo'))
  await j.step('Soạn kịch bản', async () => {
    await j.open('/du-bao/kich-ban/soan')
  })
  await j.type('Tuyển dụng', '10')
  await j.step('Tính', () => j.press('button', 'Tính'))
  await j.see(/thêm [\d.]+ so với như hiện nay/)
  await j.see(/Giả định đang dùng \(\d+\)/)
})

journey('L7', 'kịch bản tuyển dụng thêm 10%, không kịch bản', { budget: 3, who: LEADER, scripts: false }, async (j) => {
  await j.step('Soạn kịch bản', async () => {
    await j.open('/du-bao/kich-ban/soan')
  })
  await j.type('Tuyển dụng', '10')
  await j.step('Tính', () => j.press('button', 'Tính'))
  await j.see(/thêm [\d.]+ so với như hiện nay/)
})

journey('S', 'lưu kịch bản, ghi được duyệt', { budget: 6, who: LAN }, async (j) => {
  await j.step('Mở các kịch bản', () => j.open('/du-bao/kich-ban'))
  await j.step('Soạn kịch bản', () => j.press('link', 'Soạn kịch bản'))
  await j.type('Tuyển dụng', '20')
  await j.step('Tính', () => j.press('button', 'Tính'))
  await j.step('Lưu kịch bản này', () => j.press('link', 'Lưu kịch bản này'))
  await j.step('Quên đặt tên', () => j.press('button', 'Lưu kịch bản'))
  await j.see(/Đặt tên cho kịch bản/)
  await j.type('Tên kịch bản', 'Tuyển thêm 20% từ năm 2027')
  await j.step('Lưu', () => j.press('button', 'Lưu kịch bản'))
  await j.see(/Đã lưu kịch bản/)
  await j.type('Văn bản duyệt', 'Quyết định số 12/QĐ-UBND ngày 20/11/2026')
  await j.step('Ghi được duyệt', () => j.press('button', 'Ghi được duyệt'))
  await j.see(/Quyết định số 12\/QĐ-UBND/)
  expect(await j.heading()).toMatch(/Tuyển thêm 20% từ năm 2027/)
})

journey('L', 'cung cầu, nghỉ hưu, giả định của dự báo', { budget: 5, who: LEADER }, async (j) => {
  await j.step('Mở «Dự báo»', () => j.menu('Dự báo'))
  await j.step('Cung và cầu', () => j.press('link', 'Cung và cầu'))
  await j.step('Giả định', () => j.press('link', 'Giả định'))
  await j.see(/giả định chưa có căn cứ của tỉnh/)
  await j.step('Đối chiếu', () => j.press('link', 'Đối chiếu'))
  await j.see(/Chưa có dự báo nào/)
})
