/** Quyền: one sentence per right. */
import { hasRole, inScope } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

const OWN_UNIT = 'quản trị hệ thống của cơ quan'

/** Xem nhiệm vụ. */
export const canSeeTasks = right({
  name: 'tasks.see',
  sentence: 'Người có tài khoản trong các cơ quan thực hiện kế hoạch được xem nhiệm vụ.',
  ask: OWN_UNIT,
  allows: (a) => hasRole(a, 'so-noi-vu', 'co-quan', 'thu-truong', 'lanh-dao', 'quan-tri'),
})

/** Giao nhiệm vụ (KH, mục V.2: Sở Nội vụ chủ trì theo dõi, đôn đốc). */
export const canAssign = right({
  name: 'tasks.assign',
  sentence: 'Cán bộ Sở Nội vụ được giao chủ trì, phối hợp, sản phẩm và thời hạn của nhiệm vụ.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu'),
})

/** Báo tiến độ. */
export const canReportProgress = right({
  name: 'tasks.report-progress',
  sentence: 'Cán bộ và thủ trưởng cơ quan được báo tiến độ nhiệm vụ của cơ quan mình.',
  ask: OWN_UNIT,
  allows: (a, unit) => hasRole(a, 'co-quan', 'thu-truong', 'so-noi-vu') && (unit === undefined || ownUnit(a, unit)),
})

/** Xác nhận hoàn thành. */
export const canAcceptCompletion = right({
  name: 'tasks.accept-completion',
  sentence: 'Cán bộ Sở Nội vụ được xác nhận nhiệm vụ hoàn thành.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu'),
})

/** Lập kế hoạch của cơ quan (KH, mục V.1.1). */
export const canMakePlan = right({
  name: 'tasks.make-plan',
  sentence: 'Cán bộ cơ quan được lập kế hoạch của cơ quan mình.',
  ask: OWN_UNIT,
  allows: (a, unit) => hasRole(a, 'co-quan', 'thu-truong') && (unit === undefined || ownUnit(a, unit)),
})

/** Duyệt kế hoạch của cơ quan. */
export const canApprovePlan = right({
  name: 'tasks.approve-plan',
  sentence: 'Thủ trưởng cơ quan được duyệt hoặc trả lại kế hoạch của cơ quan mình.',
  ask: 'thủ trưởng cơ quan',
  allows: (a, unit) => hasRole(a, 'thu-truong') && (unit === undefined || ownUnit(a, unit)),
})

/** Xem kế hoạch của mọi cơ quan (KH, mục V.2). */
export const canSeeCoverage = right({
  name: 'tasks.see-coverage',
  sentence: 'Cán bộ Sở Nội vụ, lãnh đạo tỉnh được xem kế hoạch của mọi cơ quan.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'quan-tri'),
})

/** A provincial role sees every unit but acts only for the body it was given on. */
const ownUnit = (a: Parameters<typeof inScope>[0], unit: string): boolean =>
  a.kind === 'system' || a.grants.some((g) => g.body === unit) || (a.scope !== 'all' && inScope(a, unit))

/** Every right of the module. */
export const RIGHTS = [
  canSeeTasks,
  canAssign,
  canReportProgress,
  canAcceptCompletion,
  canMakePlan,
  canApprovePlan,
  canSeeCoverage,
]
