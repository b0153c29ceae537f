/** Hành trình đầu tiên: hệ thống trống, quản trị đầu tiên, đọc Kế hoạch đến khi ban hành. */
import { generateSync } from 'otplib'
import { expect } from 'vitest'
import { journey } from './journey.ts'
import { NOW } from './world.ts'

const PASSWORD = 'mùa gặt tháng mười'

journey('Đọc kế hoạch', 'trên hệ thống trống', { world: 'empty' }, async (j) => {
  await j.step('Mở hệ thống chưa ai dùng: trang thiết lập', () => j.open('/'))
  expect(await j.heading()).toBe('Thiết lập hệ thống lần đầu')
  await j.step('Gửi khi còn trống: chỉ ra ô phải sửa', () => j.press('button', 'Tạo tài khoản quản trị'))
  expect(await j.page.title()).toMatch(/^Lỗi: /)
  await j.step('Tạo tài khoản quản trị', async () => {
    await j.type(/^Họ và tên/, 'Đỗ Thị Ước')
    await j.type(/^Tên đăng nhập/, 'uoc.quantri')
    await j.type(/^Mật khẩu/, PASSWORD)
    await j.type(/^Nhập lại mật khẩu/, PASSWORD)
    await j.press('button', 'Tạo tài khoản quản trị')
  })
  await j.step('Mở xác thực hai bước', () => j.open('/toi/xac-thuc'))
  await j.step('Tạo khóa xác thực', () => j.press('button', 'Tạo khóa xác thực'))
  const secret = await j.page.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]+$/).innerText()
  await j.step('Bật xác thực hai bước', async () => {
    await j.type(
      /^Mã 6 chữ số/,
      generateSync({ secret: secret.replaceAll(' ', ''), epoch: NOW.epochMilliseconds / 1000 }),
    )
    await j.press('button', 'Bật xác thực hai bước')
  })
  await j.step('Mở «Đọc kế hoạch»', () => j.open('/ke-hoach/doc'))
  await j.step('Đọc văn bản từ tệp', async () => {
    await j.give('Tệp văn bản (không bắt buộc)', 'examples/ke-hoach-1459.txt')
    await j.press('button', 'Đọc văn bản')
  })
  expect(await j.heading()).toMatch(/^Đọc được 22 mục tiêu, 26 nhiệm vụ và trách nhiệm, 12 nơi nhận/)
  await j.see('Văn bản gốc')
  await j.see('Điều đọc được')
  await j.step('Ban hành khi chưa nhập số, ngày', () => j.press('button', 'Ban hành vào hệ thống'))
  expect(await j.page.title()).toMatch(/^Lỗi: /)
  await j.step('Nhập số, ngày, ban hành', async () => {
    await j.type(/^Số, ký hiệu/, '1459/KH-UBND')
    await j.type(/^Ngày ban hành/, '22/04/2024')
    const seen = j.page.getByRole('checkbox', { name: /^Đã xem \d+ mục đọc chưa chắc/ })
    if ((await seen.count()) > 0) await seen.check()
    await j.press('button', 'Ban hành vào hệ thống')
  })
  await j.see(/^Sổ bộ tổ chức của ngày ban hành còn trống.*Nạp sổ bộ/)
  expect(await j.page.getByRole('textbox', { name: /^Số, ký hiệu/ }).inputValue()).toBe('1459/KH-UBND')
  const reading = j.page.url()
  await j.step('Nạp sổ bộ tổ chức kèm theo', async () => {
    await j.open('/quan-tri/to-chuc')
    await j.press('button', 'Nạp sổ bộ kèm theo')
  })
  await j.see(/^Đã nạp \d+ đơn vị/)
  await j.step('Ban hành lại', async () => {
    await j.open(new URL(reading).pathname.replace(/\/ban-hanh$/, ''))
    await j.type(/^Số, ký hiệu/, '1459/KH-UBND')
    await j.type(/^Ngày ban hành/, '22/04/2024')
    const seen = j.page.getByRole('checkbox', { name: /^Đã xem \d+ mục đọc chưa chắc/ })
    if ((await seen.count()) > 0) await seen.check()
    await j.press('button', 'Ban hành vào hệ thống')
  })
  await j.see(/^Đã ban hành Kế hoạch 1459\/KH-UBND vào hệ thống/)
})
