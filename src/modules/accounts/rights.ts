/** Quyền trên tài khoản: one sentence each. */
import { hasRole } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

const ADMINISTRATOR = 'quản trị hệ thống'

/** Quản trị quản lý tài khoản. */
export const canManageAccounts = right({
  name: 'accounts.manage',
  sentence: 'Chức năng này dành cho quản trị hệ thống: thêm tài khoản, phân quyền, tạm khóa.',
  ask: ADMINISTRATOR,
  allows: (a) => hasRole(a, 'quan-tri'),
})

/** Mỗi người tự quản lý tài khoản của mình. */
export const canKeepOwnAccount = right({
  name: 'accounts.own',
  sentence: 'Mỗi người đã đăng nhập tự đổi mật khẩu, xác thực hai bước và phiên đăng nhập của mình.',
  ask: ADMINISTRATOR,
  allows: (a) => a.kind === 'account',
})
