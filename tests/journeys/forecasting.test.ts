/** Hành trình dự báo: a scenario in three presses, the outlook of a goal, scenarios saved, compared and approved. */
import { expect } from 'vitest'
import { journey, type Traveller } from './journey.ts'
import { LAN, LEADER, officerOf } from './people.ts'

/** "Đến năm 2030: 1.533 người, thêm 63 người so với giữ như hiện nay" */
const MORE = /thêm [\d.]+ người so với giữ như hiện nay/

/** In working hours a job has the outlooks ready; a system that has just begun computes them for whoever asks first. */
const outlooksReady = async (j: Traveller): Promise<void> => {
  const answer = await j.page.request.get(new URL('/du-bao', j.page.url()).href, { timeout: 120_000 })
  expect(answer.status()).toBe(200)
}

journey('L7', 'kịch bản tuyển dụng thêm 10%', { budget: 3, who: LEADER }, async (j) => {
  await outlooksReady(j)
  await j.step('Mở «Dự báo»', () => j.menu('Dự báo'))
  await j.step('Soạn kịch bản', () => j.press('link', 'Soạn kịch bản'))
  await j.type('Tuyển dụng', '10')
  await j.step('Tính', () => j.press('button', 'Tính'))
  await j.see(MORE)
  expect(await j.heading()).toMatch(MORE)
  await j.see(/Giả định đang dùng \(\d+\)/)
})

journey('L7', 'kịch bản tuyển dụng thêm 10%, không kịch bản', { budget: 3, who: LEADER, scripts: false }, async (j) => {
  await outlooksReady(j)
  await j.step('Mở «Dự báo»', () => j.menu('Dự báo'))
  await j.step('Soạn kịch bản', () => j.press('link', 'Soạn kịch bản'))
  await j.type('Tuyển dụng', '10')
  await j.step('Tính', () => j.press('button', 'Tính'))
  await j.see(MORE)
})

journey('L7', 'kéo mức trên điện thoại, câu trả lời đổi theo', { who: LEADER, phone: true }, async (j) => {
  await j.step('Mở bàn soạn', () => j.open('/du-bao/kich-ban/soan'))
  expect(await j.heading()).toMatch(/như hiện nay$/)
  await j.step('Kéo «Tuyển dụng»', () => j.page.getByRole('slider', { name: 'Kéo mức: Tuyển dụng' }).fill('50'))
  await j.see(MORE)
  expect(new URL(j.page.url()).searchParams.get('tuyen')).toBe('50')
  expect(await j.page.getByRole('textbox', { name: 'Tuyển dụng' }).inputValue()).toBe('50')
})

journey('S', 'lưu kịch bản; lãnh đạo so sánh rồi duyệt vào kế hoạch', { budget: 9, who: LAN }, async (j) => {
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
  await j.step('Soạn tiếp từ đây', () => j.press('link', 'Soạn tiếp từ đây'))
  await j.type('Thôi việc, chuyển đi', '-30')
  await j.step('Tính', () => j.press('button', 'Tính'))
  await j.step('Lưu kịch bản này', () => j.press('link', 'Lưu kịch bản này'))
  await j.type('Tên kịch bản', 'Thêm giữ chân tốt hơn 30%')
  await j.step('Lưu', () => j.press('button', 'Lưu kịch bản'))
  expect(await j.heading()).toMatch(/^Thêm giữ chân tốt hơn 30%: [\d.]+ người đến năm 2030$/)

  const leader = await j.colleague(LEADER)
  await leader.step('Mở các kịch bản', () => leader.open('/du-bao/kich-ban'))
  await leader.press('checkbox', 'Chọn Tuyển thêm 20% từ năm 2027')
  await leader.press('checkbox', 'Chọn Thêm giữ chân tốt hơn 30%')
  await leader.step('So sánh', () => leader.press('button', 'So sánh kịch bản đã chọn'))
  expect(await leader.heading()).toMatch(
    /^Đến năm 2030 «Thêm giữ chân tốt hơn 30%» có nhiều người nhất: [\d.]+, hơn «Tuyển thêm 20% từ năm 2027» [\d.]+ người$/,
  )
  await leader.step('Về danh sách', () => leader.press('link', 'Kịch bản'))
  await leader.step('Mở kịch bản', () => leader.press('link', 'Thêm giữ chân tốt hơn 30%'))
  await leader.step('Chưa ghi văn bản', () => leader.press('button', 'Ghi được duyệt'))
  await leader.see(/Nhập số, ký hiệu và ngày của văn bản duyệt/)
  await leader.type('Văn bản duyệt', 'Quyết định số 12/QĐ-UBND ngày 20/11/2026')
  await leader.step('Ghi được duyệt', () => leader.press('button', 'Ghi được duyệt'))
  await leader.see('Quyết định số 12/QĐ-UBND ngày 20/11/2026')
  expect(await leader.page.getByRole('button', { name: 'Ghi được duyệt' }).count()).toBe(0)
  const word = await leader.take('link', 'Tải Word')
  expect([word.name, word.bytes.subarray(0, 2).toString()]).toEqual(['kich-ban.docx', 'PK'])
})

journey('L2', 'mục tiêu nói khả năng đạt và mức tuyển phải có', { budget: 2, who: LEADER }, async (j) => {
  await outlooksReady(j)
  await j.step('Mở «Dự báo»', () => j.menu('Dự báo'))
  await j.step('Mở mục tiêu', () => j.press('link', /^II\.1\.2\. /))
  await j.see(/^Khả năng đạt: (dưới 1|trên 99|\d+)%$/)
  await j.see(/tuyển [\d.]+ người mỗi năm/)
})

journey('L', 'cung cầu, phân bổ chỉ tiêu, ngành thiếu người, nghỉ hưu', { budget: 7, who: LEADER }, async (j) => {
  await outlooksReady(j)
  await j.step('Mở «Dự báo»', () => j.menu('Dự báo'))
  await j.step('Cung và cầu', () => j.press('link', 'Cung và cầu'))
  await j.type(/^Chỉ tiêu tuyển thêm/, '60')
  await j.step('Phân bổ', () => j.press('button', 'Phân bổ'))
  await j.see(/^60 chỉ tiêu nâng mức đáp ứng thấp nhất từ \d+% lên \d+%$/)
  await j.step('Ngành thiếu người', () => j.press('link', 'Ngành thiếu người'))
  expect(await j.heading()).toMatch(/lĩnh vực thiếu người, mỗi năm cần đào tạo, thu hút thêm [\d.]+ người$/)
  await j.step('Nghỉ hưu', () => j.press('link', 'Nghỉ hưu'))
  await j.step('Giả định', () => j.press('link', 'Giả định'))
  await j.see(/giả định chưa có căn cứ của tỉnh/)
  await j.step('Đối chiếu', () => j.press('link', 'Đối chiếu'))
  await j.see(/Chưa có dự báo nào/)
})

journey('S', 'ghi giả định rồi bỏ', { budget: 5, who: LAN }, async (j) => {
  await j.step('Mở giả định', () => j.open('/du-bao/gia-dinh'))
  await j.choose('Loại giả định', 'Thôi việc, chuyển đi nơi khác (% mỗi năm)')
  await j.type('Giá trị', '3,5')
  await j.step('Quên căn cứ', () => j.press('button', 'Ghi giả định'))
  expect(await j.page.getByRole('textbox', { name: 'Giá trị' }).inputValue()).toBe('3,5')
  await j.type('Căn cứ', 'Báo cáo số 15/BC-SNV ngày 10/11/2026')
  await j.step('Ghi', () => j.press('button', 'Ghi giả định'))
  await j.see(/Đã ghi giả định «Thôi việc, chuyển đi nơi khác»/)
  await j.step('Bỏ', () => j.press('button', 'Bỏ giả định'))
  await j.see(/Đã bỏ giả định/)
})

journey('A', 'cán bộ cơ quan xem dự báo, không ghi được gì', { who: officerOf('Sở Y tế') }, async (j) => {
  await outlooksReady(j)
  await j.step('Mở «Dự báo»', () => j.menu('Dự báo'))
  await j.step('Soạn kịch bản', () => j.press('link', 'Soạn kịch bản'))
  expect(await j.page.getByRole('link', { name: 'Lưu kịch bản này' }).count()).toBe(0)
  await j.step('Mở giả định', () => j.open('/du-bao/gia-dinh'))
  expect(await j.page.getByRole('button', { name: 'Ghi giả định' }).count()).toBe(0)
})
