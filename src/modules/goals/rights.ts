/** Quyền: one sentence per right. */
import { hasRole, inScope } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** Xem mục tiêu: figures of goals are public; who answers for them is for those who signed in. */
export const canSeeGoals = right({
  name: 'goals.see',
  sentence: 'Trang mục tiêu dành cho người đã đăng nhập.',
  ask: 'quản trị hệ thống của cơ quan',
  allows: (a) => a.kind !== 'anonymous',
})

/** Đặt lộ trình, giao chỉ tiêu cho cơ quan. */
export const canSetPaths = right({
  name: 'goals.set-path',
  sentence: 'Việc đặt lộ trình và giao chỉ tiêu cho cơ quan dành cho cán bộ Sở Nội vụ.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu'),
})

/** Giải trình việc chưa đạt mốc; `unitId` = the body that explains. */
export const canExplain = right({
  name: 'goals.explain',
  sentence: 'Cơ quan chủ trì hoặc được giao chỉ tiêu và Sở Nội vụ được giải trình việc chưa đạt mốc.',
  ask: 'Sở Nội vụ',
  allows: (a, unitId) =>
    hasRole(a, 'so-noi-vu') || (hasRole(a, 'co-quan', 'thu-truong') && (unitId === undefined || inScope(a, unitId))),
})

/** Đưa bản đồ ranh giới vào, bỏ ra. */
export const canKeepMaps = right({
  name: 'goals.keep-maps',
  sentence: 'Việc đưa bản đồ ranh giới vào dành cho quản trị hệ thống và cán bộ Sở Nội vụ.',
  ask: 'quản trị hệ thống của Sở Nội vụ',
  allows: (a) => hasRole(a, 'quan-tri', 'so-noi-vu'),
})

/** Các quyền của mô-đun. */
export const RIGHTS = [canSeeGoals, canSetPaths, canExplain, canKeepMaps]
