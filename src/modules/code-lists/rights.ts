/** Quyền trên danh mục. */
import { hasRole } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** Xem danh mục. */
export const canReadLists = right({
  name: 'code-lists.read',
  sentence: 'Người đã đăng nhập được xem danh mục dùng chung.',
  ask: 'quản trị hệ thống của cơ quan',
  allows: (actor) => actor.kind !== 'anonymous',
})

/** Giữ danh sách ngày nghỉ. */
export const canKeepDaysOff = right({
  name: 'code-lists.keep-days-off',
  sentence: 'Quản trị hệ thống được ghi, bỏ ngày nghỉ và ngày làm bù của từng năm, kèm văn bản.',
  ask: 'quản trị hệ thống, Sở Nội vụ',
  allows: (actor) => hasRole(actor, 'quan-tri'),
})

/** Ban hành phiên bản danh mục. */
export const canPublishLists = right({
  name: 'code-lists.publish',
  sentence: 'Quản trị hệ thống được ban hành phiên bản danh mục.',
  ask: 'quản trị hệ thống, Sở Nội vụ',
  allows: (actor) => hasRole(actor, 'quan-tri'),
})
