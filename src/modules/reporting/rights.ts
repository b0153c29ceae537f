/**
 * Quyền của mô-đun báo cáo: one sentence per right. Drafts belong to the body: whoever sees the whole province sees
 * reports only once they were submitted.
 */
import { type Actor, hasRole, type Role } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

const ASK_BODY = 'quản trị hệ thống của cơ quan'
const ASK_PROVINCE = 'Phòng Công chức, viên chức, Sở Nội vụ'

/** One of `roles` over the unit: by a grant on it, or on a body above it. A scope over all bodies is no grant on a draft. */
function over(actor: Actor, unitId: string | undefined, ...roles: Role[]): boolean {
  if (!hasRole(actor, ...roles)) return false
  if (actor.kind === 'system' || unitId === undefined) return true
  if (actor.grants.some((g) => g.body === unitId && roles.includes(g.role))) return true
  return actor.scope !== 'all' && actor.scope.includes(unitId)
}

/** Soạn báo cáo. */
export const canDraft = right({
  name: 'reporting.draft',
  sentence: 'Cán bộ và thủ trưởng cơ quan được soạn và trình báo cáo của cơ quan mình.',
  ask: ASK_BODY,
  allows: (a, unitId) => over(a, unitId, 'co-quan', 'thu-truong'),
})

/** Duyệt và nộp. */
export const canApprove = right({
  name: 'reporting.approve',
  sentence: 'Thủ trưởng cơ quan được duyệt và nộp báo cáo của cơ quan mình.',
  ask: ASK_BODY,
  allows: (a, unitId) => over(a, unitId, 'thu-truong'),
})

/** Ký báo cáo: also in place of the head, by a recorded authority that the action looks up. */
export const canSign = right({
  name: 'reporting.sign',
  sentence: 'Thủ trưởng cơ quan, hoặc người được giao ký thay, được duyệt và nộp báo cáo của cơ quan mình.',
  ask: ASK_BODY,
  allows: (a, unitId) => over(a, unitId, 'co-quan', 'thu-truong'),
})

/** Giao ký thay. */
export const canGiveAuthority = right({
  name: 'reporting.give-authority',
  sentence: 'Thủ trưởng cơ quan được giao người ký thay báo cáo của cơ quan mình.',
  ask: ASK_BODY,
  allows: (a, unitId) => over(a, unitId, 'thu-truong'),
})

/** Xem báo cáo của cơ quan. */
export const canRead = right({
  name: 'reporting.read',
  sentence: 'Cơ quan xem báo cáo của mình; Sở Nội vụ và lãnh đạo tỉnh xem báo cáo đã nộp của mọi cơ quan.',
  ask: ASK_PROVINCE,
  allows: (a, unitId) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'quan-tri') || over(a, unitId, 'co-quan', 'thu-truong'),
})

/** Theo dõi tổng hợp. */
export const canFollow = right({
  name: 'reporting.follow',
  sentence: 'Sở Nội vụ, lãnh đạo tỉnh và quản trị hệ thống xem tình hình nộp báo cáo của mọi cơ quan.',
  ask: ASK_PROVINCE,
  allows: (a) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'quan-tri'),
})

/** Thẩm định: tiếp nhận, trả lại, duyệt, mở lại. */
export const canAppraise = right({
  name: 'reporting.appraise',
  sentence: 'Chức năng này dành cho cán bộ được giao thẩm định.',
  ask: ASK_PROVINCE,
  allows: (a) => hasRole(a, 'so-noi-vu'),
})

/** Mở kỳ, gia hạn, miễn, chuyển nghĩa vụ. */
export const canRunPeriod = right({
  name: 'reporting.run-period',
  sentence: 'Sở Nội vụ và quản trị hệ thống được mở kỳ, gia hạn, miễn và chuyển nghĩa vụ báo cáo.',
  ask: ASK_PROVINCE,
  allows: (a) => hasRole(a, 'so-noi-vu', 'quan-tri'),
})

/** Soạn, ban hành chế độ và biểu mẫu. */
export const canShapeRegimes = right({
  name: 'reporting.shape-regimes',
  sentence: 'Sở Nội vụ và quản trị hệ thống được soạn, ban hành chế độ báo cáo và chuyển kỳ sang bản mới.',
  ask: ASK_PROVINCE,
  allows: (a) => hasRole(a, 'so-noi-vu', 'quan-tri'),
})

/** Lập báo cáo của tỉnh. */
export const canConsolidate = right({
  name: 'reporting.consolidate',
  sentence: 'Cán bộ Sở Nội vụ được lập và sửa báo cáo tổng hợp của tỉnh.',
  ask: ASK_PROVINCE,
  allows: (a) => hasRole(a, 'so-noi-vu'),
})

/** Xem báo cáo của tỉnh. */
export const canReadProvincial = right({
  name: 'reporting.read-provincial',
  sentence: 'Sở Nội vụ và lãnh đạo tỉnh xem báo cáo tổng hợp của tỉnh.',
  ask: ASK_PROVINCE,
  allows: (a) => hasRole(a, 'so-noi-vu', 'lanh-dao'),
})

/** Nhập, xuất gói báo cáo. */
export const canMovePackets = right({
  name: 'reporting.move-packets',
  sentence: 'Sở Nội vụ và quản trị hệ thống được xuất và nhập gói báo cáo.',
  ask: ASK_PROVINCE,
  allows: (a) => hasRole(a, 'so-noi-vu', 'quan-tri'),
})

/** Mọi quyền của mô-đun. */
export const RIGHTS = [
  canDraft,
  canApprove,
  canSign,
  canGiveAuthority,
  canRead,
  canFollow,
  canAppraise,
  canRunPeriod,
  canShapeRegimes,
  canConsolidate,
  canReadProvincial,
  canMovePackets,
]
