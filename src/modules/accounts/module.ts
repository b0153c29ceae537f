/** Bản khai của mô-đun tài khoản. */
import { hasRole, type Role } from '../../kernel/actor.ts'
import { type Day, showDay } from '../../kernel/day.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'
import type { Module } from '../../platform/module.ts'
import { commands } from './commands.ts'
import { accountsHeld, handAccountsOver } from './handing-over.ts'
import { canKeepOwnAccount, canManageAccounts } from './rights.ts'
import { routes } from './routes.ts'
import { ROLES } from './words.ts'

const who = (l: LedgerLine): string => `${String(l.data.name ?? '')} (${String(l.data.username ?? '')})`

const role = (l: LedgerLine): string => ROLES[l.data.role as Role]?.label ?? String(l.data.role ?? '')

/** Tài khoản, vai trò, phiên đăng nhập. */
export const accounts: Module = {
  name: 'accounts',
  title: 'Tài khoản và phân quyền',
  routes,
  rights: [canManageAccounts, canKeepOwnAccount],
  menu: [
    {
      path: '/quan-tri/nguoi-dung',
      label: 'Người dùng',
      icon: 'users',
      group: 'Quản trị',
      order: 10,
      shows: (a) => hasRole(a, 'quan-tri'),
    },
    {
      path: '/quan-tri/khoa-truy-cap',
      label: 'Khóa truy cập',
      icon: 'link',
      group: 'Quản trị',
      order: 15,
      shows: (a) => hasRole(a, 'quan-tri'),
    },
  ],
  commands,
  heldBy: accountsHeld,
  handOver: handAccountsOver,
  facts: {
    'accounts.token-issued': (l) =>
      `cấp khóa truy cập cho ${String(l.data.name)}, vai trò ${role(l)}, ${l.data.mayWrite === true ? 'được ghi' : 'chỉ đọc'}, hết hạn ${showDay(l.data.until as Day)}`,
    'accounts.token-revoked': (l) => `thu hồi khóa truy cập của ${String(l.data.name)}`,
    'accounts.set-up': (l) => `tạo tài khoản quản trị đầu tiên ${who(l)}`,
    'accounts.created': (l) => `thêm tài khoản ${who(l)}${l.data.role ? `, vai trò ${role(l)}` : ''}`,
    'accounts.changed': (l) => `sửa thông tin tài khoản ${who(l)}`,
    'accounts.role-granted': (l) => `cấp vai trò ${role(l)} cho ${who(l)}`,
    'accounts.role-revoked': (l) => `thu hồi vai trò ${role(l)} của ${who(l)}`,
    'accounts.suspended': (l) => `tạm khóa tài khoản ${who(l)}`,
    'accounts.restored': (l) => `mở lại tài khoản ${who(l)}`,
    'accounts.access-reset': (l) =>
      `cấp lại mật khẩu cho ${who(l)}${l.data.secondStepOff === true ? ', gỡ xác thực hai bước' : ''}`,
    'accounts.password-taken': (l) => `nhập đúng mật khẩu của ${who(l)}, chờ mã xác thực`,
    'accounts.signed-in': (l) =>
      `đăng nhập vào tài khoản ${who(l)}${l.data.by === 'recovery' ? ' bằng mã dự phòng' : ''}`,
    'accounts.sample-entered': (l) => `vào vai người mẫu ${who(l)}`,
    'accounts.sign-in-refused': (l) =>
      l.subject === 'account:unknown'
        ? 'đăng nhập không thành công, không có tên đăng nhập này'
        : `đăng nhập không thành công vào tài khoản ${who(l)}${l.data.locked === true ? ', tài khoản tạm khóa 15 phút' : ''}`,
    'accounts.code-refused': (l) => `nhập sai mã xác thực của tài khoản ${who(l)}`,
    'accounts.signed-out': () => 'đăng xuất',
    'accounts.signed-out-everywhere': (l) => `đăng xuất mọi nơi, ${String(l.data.closed)} phiên`,
    'accounts.session-closed': (l) => `kết thúc một phiên của ${who(l)}`,
    'accounts.password-changed': () => 'đổi mật khẩu',
    'accounts.second-step-prepared': () => 'tạo khóa xác thực hai bước',
    'accounts.second-step-on': () => 'bật xác thực hai bước',
  },
  constraints: {
    one_account_per_username: 'Tên đăng nhập này đã có, chọn tên khác.',
    username_form: 'Tên đăng nhập gồm 3–40 chữ thường không dấu, chữ số, dấu chấm, gạch nối.',
    grant_not_twice: 'Người này đã giữ đúng vai trò đó ở cơ quan đó trong khoảng thời gian này.',
    only_administrator_without_body: 'Vai trò này cần một cơ quan.',
    one_holder_per_token: 'Khóa truy cập bị trùng, chưa cấp. Bấm cấp lần nữa.',
    token_ends_after_it_begins: 'Ngày hết hạn phải sau ngày cấp. Chưa cấp khóa.',
    one_session_per_token: 'Phiên đăng nhập bị trùng, đăng nhập lại.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
