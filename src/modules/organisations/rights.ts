/** Quyền trên sổ bộ tổ chức. */
import { hasRole } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** Xem tổ chức, địa bàn và sự kiện. */
export const canReadRegister = right({
  name: 'organisations.read',
  sentence: 'Người đã đăng nhập được xem tổ chức và địa bàn.',
  ask: 'quản trị hệ thống của cơ quan',
  allows: (actor) => actor.kind !== 'anonymous',
})

/** Nạp sổ bộ tổ chức. */
export const canLoadRegister = right({
  name: 'organisations.load',
  sentence: 'Quản trị hệ thống được nạp sổ bộ tổ chức.',
  ask: 'quản trị hệ thống, Sở Nội vụ',
  allows: (actor) => hasRole(actor, 'quan-tri'),
})

/** Ghi biến động tổ chức. */
export const canRecordEvents = right({
  name: 'organisations.record-events',
  sentence: 'Cán bộ Sở Nội vụ và quản trị hệ thống được ghi biến động tổ chức.',
  ask: 'Phòng Tổ chức, biên chế, Sở Nội vụ',
  allows: (actor) => hasRole(actor, 'so-noi-vu', 'quan-tri'),
})

/** Quyết định tên trong văn bản là cơ quan nào. */
export const canNameUnits = right({
  name: 'organisations.name',
  sentence: 'Cán bộ Sở Nội vụ được quyết định tên nêu trong văn bản là cơ quan nào.',
  ask: 'Phòng Công chức, viên chức, Sở Nội vụ',
  allows: (actor) => hasRole(actor, 'so-noi-vu', 'quan-tri'),
})
