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

/** Ban hành phiên bản danh mục. */
export const canPublishLists = right({
  name: 'code-lists.publish',
  sentence: 'Quản trị hệ thống được ban hành phiên bản danh mục.',
  ask: 'quản trị hệ thống, Sở Nội vụ',
  allows: (actor) => hasRole(actor, 'quan-tri'),
})
