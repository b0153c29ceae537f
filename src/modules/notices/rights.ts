/** Quyền: one sentence per right. */
import { hasRole } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** Xem việc và hộp thư của mình. */
export const canSeeOwnDuties = right({
  name: 'notices.see-own',
  sentence: 'Người có tài khoản được xem việc và thông báo của mình.',
  ask: 'quản trị hệ thống của cơ quan',
  allows: (a) => a.kind !== 'anonymous',
})

/** Chọn cách nhận nhắc việc của chính mình. */
export const canChooseReminding = right({
  name: 'notices.choose-reminding',
  sentence: 'Mỗi người đã đăng nhập tự chọn nhận nhắc việc qua thư và lịch của mình.',
  ask: 'quản trị hệ thống của cơ quan',
  allows: (a) => a.kind === 'account',
})

/** Đôn đốc (KH, mục V.2). */
export const canUrge = right({
  name: 'notices.urge',
  sentence: 'Cán bộ Sở Nội vụ được soạn công văn đôn đốc và gửi nhắc hạn.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu'),
})

/** Every right of the module. */
export const RIGHTS = [canSeeOwnDuties, canChooseReminding, canUrge]
