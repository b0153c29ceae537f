/** Khung của các trang mẫu: invented names and figures. */
import type { Frame } from '../../src/ui/page.ts'

/** The frame of a sample page; `asset` comes from `buildAssets`. */
export const sampleFrame = (asset: (name: string) => string, path: string, change: Partial<Frame> = {}): Frame => ({
  asset,
  system: 'Nguyên Khí',
  place: 'Tỉnh Hải Dương · Kế hoạch 1459',
  path,
  csrf: 'mau',
  demo: true,
  fixedClock: '10:42 23/11/2026',
  asOf: '10:42 23/11/2026',
  user: { name: 'Lê Thị Lan', body: 'Sở Nội vụ', letter: 'L', roles: 'Cán bộ Sở Nội vụ' },
  signOutAction: '/dang-xuat',
  userLinks: [{ label: 'Đổi mật khẩu', href: '/tai-khoan' }],
  displayAction: '/hien-thi',
  noticesHref: '/thong-bao',
  unread: 3,
  helpHref: '/tro-giup',
  feedbackHref: '/gop-y',
  search: { href: '/tim', json: '/tim.json' },
  period: { label: 'Năm 2026', href: '/ky' },
  owner: 'Cơ quan vận hành: Sở Nội vụ. Liên hệ: Phòng Công chức, viên chức.',
  menu: [
    {
      items: [
        {
          label: 'Việc của tôi',
          href: '/viec',
          icon: 'work',
          count: 14,
          countLabel: 'việc, có việc quá hạn',
          countKind: 'late',
        },
        { label: 'Tổng hợp báo cáo', href: '/tong-hop/2026', icon: 'collect' },
        { label: 'Báo cáo tỉnh', href: '/bao-cao-tinh/2026', icon: 'report' },
      ],
    },
    {
      title: 'Kế hoạch',
      items: [
        { label: 'Kế hoạch 1459', href: '/ke-hoach', icon: 'plan' },
        { label: 'Nhiệm vụ', href: '/nhiem-vu', icon: 'task', count: 21, countLabel: 'nhiệm vụ chưa rõ chủ trì' },
        { label: 'Chỉ tiêu', href: '/chi-tieu', icon: 'goal' },
      ],
    },
    {
      title: 'Điều hành',
      items: [
        { label: 'Bảng điều hành', href: '/dieu-hanh', icon: 'board' },
        { label: 'Cơ quan, đơn vị', href: '/to-chuc', icon: 'organisation' },
        { label: 'Nhật ký', href: '/nhat-ky', icon: 'audit' },
        { label: 'Quản trị', href: '/quan-tri', icon: 'settings' },
      ],
    },
  ],
  ...change,
})
