import { describe, expect, test } from 'vitest'
import { currentItem, type Frame, page } from './page.ts'

const frame: Frame = {
  asset: (name) => `/giao-dien/${name}`,
  system: 'Nguyên Khí',
  place: 'Tỉnh Mẫu',
  path: '/tong-hop/2026?loc=cham',
  csrf: 'm',
  menu: [
    {
      items: [
        { label: 'Việc', href: '/viec', icon: 'work', count: 2, countLabel: 'việc' },
        { label: 'Tổng hợp', href: '/tong-hop', icon: 'collect' },
      ],
    },
  ],
  user: { name: 'Lê Thị <Lan>', body: 'Sở Nội vụ', letter: 'L' },
  displayAction: '/hien-thi',
  signOutAction: '/dang-xuat',
  noticesHref: '/thong-bao',
  unread: 3,
  demo: true,
  fixedClock: '10:42 23/11/2026',
  asOf: '10:42 23/11/2026',
}

describe('trang', () => {
  const text = String(
    page(frame, { title: 'Tổng hợp', body: 'x', crumbs: [{ label: 'Việc', href: '/viec' }, { label: 'Năm 2026' }] }),
  )
  test('không có kiểu dáng hay lệnh viết trong trang (CSP chặt)', () => {
    expect(text).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)/)
  })
  test('có đường tắt, các vùng chính, ngôn ngữ', () => {
    for (const part of [
      '<html lang="vi"',
      'href="#noi-dung"',
      '<main id="noi-dung"',
      '<header',
      '<footer',
      'aria-label="Chính"',
    ])
      expect(text).toContain(part)
  })
  test('dải dữ liệu mẫu, đồng hồ cố định, thời điểm số liệu', () => {
    for (const part of ['Dữ liệu mẫu', 'Đồng hồ đang đặt cố định lúc', 'Số liệu đến 10:42 23/11/2026'])
      expect(text).toContain(part)
  })
  test('tên người dùng được thoát ký tự, thông báo đọc được số', () => {
    expect(text).toContain('Lê Thị &lt;Lan&gt;')
    expect(text).toContain('Thông báo, 3 chưa đọc')
  })
  test('mục đang mở là mục có địa chỉ dài nhất khớp', () => {
    expect(currentItem(frame.menu, '/tong-hop/2026?x=1')).toBe('/tong-hop')
    expect(currentItem(frame.menu, '/tong-hop-khac')).toBeNull()
  })
  test('biểu mẫu lỗi: tiêu đề bắt đầu bằng "Lỗi: "', () => {
    expect(String(page(frame, { title: 'Trả lại', body: '', failed: true }))).toContain(
      '<title>Lỗi: Trả lại · Nguyên Khí</title>',
    )
  })
  test('trang đăng nhập không có thanh bên', () => {
    expect(String(page({ ...frame, user: null }, { title: 'Đăng nhập', body: '', layout: 'plain' }))).not.toContain(
      'id="menu"',
    )
  })
})
