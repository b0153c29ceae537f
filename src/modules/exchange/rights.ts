/** Quyền của trao đổi dữ liệu: one sentence per right. */
import { hasRole } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** Xuất, nhập gói báo cáo. */
export const canExchange = right({
  name: 'exchange.packets',
  sentence: 'Sở Nội vụ và quản trị hệ thống được xuất, nhập gói báo cáo và văn bản điện tử.',
  ask: 'Phòng Công chức, viên chức, Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu', 'quan-tri') && a.scope === 'all',
})

/** Đăng ký nơi nhận tin. */
export const canSubscribe = right({
  name: 'exchange.subscribe',
  sentence: 'Quản trị hệ thống được đăng ký nơi nhận tin và xem nhật ký gửi.',
  ask: 'quản trị hệ thống',
  allows: (a) => hasRole(a, 'quan-tri'),
})

/** Every right of the module. */
export const RIGHTS = [canExchange, canSubscribe]
