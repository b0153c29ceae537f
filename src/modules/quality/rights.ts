/** Quyền: one sentence per right. */
import { hasRole, inScope } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** Xem bảng chất lượng. */
export const canSeeQuality = right({
  name: 'quality.see',
  sentence:
    'Sở Nội vụ, lãnh đạo tỉnh xem chất lượng hồ sơ của mọi cơ quan; cơ quan, đơn vị xem của mình và đơn vị trực thuộc.',
  ask: 'Phòng Công chức, viên chức, Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'co-quan', 'thu-truong'),
})

/** Mở, đóng đợt xác nhận. */
export const canRunCampaigns = right({
  name: 'quality.campaign',
  sentence: 'Sở Nội vụ được mở và đóng đợt xác nhận hồ sơ.',
  ask: 'Phòng Công chức, viên chức, Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu'),
})

/** Xác nhận hồ sơ trong đợt. */
export const canConfirmDossiers = right({
  name: 'quality.confirm',
  sentence: 'Cán bộ, thủ trưởng cơ quan quản lý hồ sơ và Sở Nội vụ được xác nhận hồ sơ còn đúng.',
  ask: 'cán bộ tổ chức của cơ quan quản lý hồ sơ',
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'co-quan', 'thu-truong') && (unit === undefined || inScope(a, unit)),
})

/** Các quyền của mô-đun. */
export const RIGHTS = [canSeeQuality, canRunCampaigns, canConfirmDossiers]
