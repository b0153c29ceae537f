/** Quyền đối với dự báo: one sentence per right. */
import { hasRole } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** Xem dự báo, kịch bản, giả định. */
export const canSeeForecasts = right({
  name: 'forecasting.see',
  sentence: 'Dự báo, kịch bản và giả định dành cho Sở Nội vụ, lãnh đạo tỉnh và cơ quan, đơn vị.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'co-quan', 'thu-truong', 'quan-tri'),
})

/** Ghi giả định, lưu kịch bản, đưa ra dự báo. */
export const canPlan = right({
  name: 'forecasting.plan',
  sentence: 'Việc ghi giả định và lưu kịch bản dành cho cán bộ Sở Nội vụ.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu'),
})

/** Duyệt kịch bản vào kế hoạch phát triển đội ngũ. */
export const canApproveScenario = right({
  name: 'forecasting.approve',
  sentence:
    'Việc ghi kịch bản được duyệt vào kế hoạch phát triển đội ngũ dành cho lãnh đạo tỉnh và Sở Nội vụ, kèm số văn bản duyệt.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu', 'lanh-dao'),
})

/** Xem số người sắp nghỉ hưu: within the bodies of the actor, narrowed by the database; names stand behind the rights of the dossiers. */
export const canSeeRetiring = right({
  name: 'forecasting.see-retiring',
  sentence:
    'Số người sắp nghỉ hưu dành cho lãnh đạo tỉnh, Sở Nội vụ và cơ quan quản lý hồ sơ, trong phạm vi hồ sơ được xem.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'co-quan', 'thu-truong'),
})

/** Every right of the module. */
export const RIGHTS = [canSeeForecasts, canPlan, canApproveScenario, canSeeRetiring]
