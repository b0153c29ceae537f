/** Quyền đối với kế hoạch. */
import { hasRole } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

const ASK = 'Phòng Công chức, viên chức, Sở Nội vụ'

/** Ban hành kế hoạch vào hệ thống. */
export const canAdopt = right({
  name: 'programme.adopt',
  sentence: 'Việc ban hành kế hoạch vào hệ thống dành cho cán bộ Sở Nội vụ.',
  ask: ASK,
  allows: (a) => hasRole(a, 'so-noi-vu', 'quan-tri'),
})

/** Giao chủ trì, phối hợp, sản phẩm, thời hạn. */
export const canAssign = right({
  name: 'programme.assign',
  sentence: 'Việc giao chủ trì nhiệm vụ, mục tiêu dành cho cán bộ Sở Nội vụ và lãnh đạo tỉnh.',
  ask: ASK,
  allows: (a) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'quan-tri'),
})

/** Thay đổi thành phần thực hiện. */
export const canSetParticipant = right({
  name: 'programme.set-participant',
  sentence: 'Việc thay đổi thành phần thực hiện kế hoạch dành cho cán bộ Sở Nội vụ.',
  ask: ASK,
  allows: (a) => hasRole(a, 'so-noi-vu', 'quan-tri'),
})

/** Ghi ý kiến về kết quả rà soát. */
export const canMarkFindings = right({
  name: 'programme.mark-finding',
  sentence: 'Việc ghi ý kiến về kết quả rà soát kế hoạch dành cho cán bộ Sở Nội vụ.',
  ask: ASK,
  allows: (a) => hasRole(a, 'so-noi-vu', 'quan-tri'),
})

/** Xem kế hoạch. */
export const canSeeProgramme = right({
  name: 'programme.see',
  sentence: 'Trang Kế hoạch dành cho người đã đăng nhập.',
  ask: 'quản trị hệ thống của cơ quan',
  allows: (a) => a.kind !== 'anonymous',
})
