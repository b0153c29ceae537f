/** Quyền: one sentence per right. */
import { hasRole } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** Xem bảng điều hành. */
export const canSeeBoard = right({
  name: 'board.see',
  sentence: 'Lãnh đạo tỉnh, Sở Nội vụ và quản trị hệ thống được xem bảng điều hành.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'lanh-dao', 'so-noi-vu', 'quan-tri'),
})

/** Every right of the module. */
export const RIGHTS = [canSeeBoard]
