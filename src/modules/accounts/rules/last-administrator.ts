/** Quản trị cuối cùng: there is always somebody left who can give rights. */
import { accept, type Decision, refuse } from '../../../kernel/result.ts'

/** Refuses to take the right, or the account, of the only administrator left. `others` = other administrators in use today. */
export function leavesAnAdministrator(isAdministrator: boolean, others: number): Decision<null> {
  if (!isAdministrator || others > 0) return accept(null)
  return refuse(
    'conflict',
    'accounts.last-administrator',
    'Đây là quản trị hệ thống cuối cùng đang dùng. Cấp quyền quản trị cho một tài khoản khác trước.',
  )
}
