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
