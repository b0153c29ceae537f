/**
 * Tài khoản, vai trò, phân quyền, phiên đăng nhập: the words of the module, each with its label and its source.
 */
import type { Role } from '../../kernel/actor.ts'

/** Vai trò, with what its holder sees: the preview «sẽ thấy / không thấy» is read from here. */
export type RoleWords = {
  readonly label: string
  /** What the holder does, one short sentence. */
  readonly does: string
  readonly sees: readonly string[]
  readonly seesNot: readonly string[]
  /** Where the role comes from: the clause of the Plan or the regulation. */
  readonly source: string
  /** `all` = the whole province; `unit` = one body and everything below it as of today; `self` = nothing but the holder's own. */
  readonly reach: 'all' | 'unit' | 'self'
  /** Xác thực hai bước bắt buộc. */
  readonly secondStep: boolean
}

/** Các vai trò. */
export const ROLES: Readonly<Record<Role, RoleWords>> = {
  'so-noi-vu': {
    label: 'Cán bộ Sở Nội vụ',
    does: 'Theo dõi, đôn đốc, tiếp nhận và tổng hợp báo cáo của các cơ quan.',
    sees: [
      'Kế hoạch, mục tiêu, nhiệm vụ của mọi cơ quan',
      'Báo cáo đã nộp của mọi cơ quan và lịch sử từng lần nộp',
      'Cơ quan chậm, công văn đôn đốc, báo cáo tổng hợp của tỉnh',
    ],
    seesNot: ['Bản nháp báo cáo cơ quan chưa nộp', 'Danh sách tài khoản và thiết lập hệ thống'],
    source: 'Kế hoạch 1459, mục V.2',
    reach: 'all',
    secondStep: true,
  },
  'co-quan': {
    label: 'Cán bộ cơ quan, đơn vị',
    does: 'Soạn báo cáo, cập nhật tiến độ nhiệm vụ của cơ quan mình.',
    sees: [
      'Kế hoạch chung và nhiệm vụ giao cho cơ quan mình',
      'Báo cáo, kế hoạch, minh chứng của cơ quan mình và đơn vị trực thuộc',
    ],
    seesNot: ['Báo cáo của cơ quan khác', 'Danh sách tài khoản và thiết lập hệ thống'],
    source: 'Kế hoạch 1459, mục V.1',
    reach: 'unit',
    secondStep: false,
  },
  'thu-truong': {
    label: 'Thủ trưởng cơ quan, đơn vị',
    does: 'Duyệt và nộp báo cáo, duyệt kế hoạch của cơ quan mình.',
    sees: [
      'Báo cáo chờ duyệt, nhiệm vụ và kế hoạch của cơ quan mình',
      'Tình hình đúng hạn của cơ quan mình và đơn vị trực thuộc',
    ],
    seesNot: ['Báo cáo của cơ quan khác', 'Danh sách tài khoản và thiết lập hệ thống'],
    source: 'Kế hoạch 1459, mục V.1',
    reach: 'unit',
    secondStep: false,
  },
  'lanh-dao': {
    label: 'Lãnh đạo tỉnh',
    does: 'Xem tiến độ mục tiêu, cơ quan chậm và việc cần quyết định.',
    sees: [
      'Bảng điều hành: mục tiêu, cơ quan chậm, việc cần quyết',
      'Báo cáo tổng hợp và báo cáo đã nộp của mọi cơ quan',
    ],
    seesNot: ['Bản nháp báo cáo cơ quan chưa nộp', 'Danh sách tài khoản và thiết lập hệ thống'],
    source: 'Kế hoạch 1459, mục V.2',
    reach: 'all',
    secondStep: true,
  },
  'quan-tri': {
    label: 'Quản trị hệ thống',
    does: 'Cấp tài khoản, phân quyền, cấu hình chế độ báo cáo, theo dõi nhật ký.',
    sees: ['Tài khoản, phân quyền, tổ chức, chế độ báo cáo, danh mục', 'Nhật ký thao tác và sức khỏe hệ thống'],
    seesNot: ['Mật khẩu và mã xác thực của bất kỳ ai'],
    source: 'Nghị định 85/2016/NĐ-CP, Điều 20',
    reach: 'all',
    secondStep: true,
  },
  'tri-thuc': {
    label: 'Trí thức',
    does: 'Xem và bổ sung hồ sơ của chính mình.',
    sees: ['Hồ sơ của chính mình và những ai đã xem hồ sơ'],
    seesNot: ['Hồ sơ của người khác', 'Báo cáo của cơ quan'],
    source: 'Kế hoạch 1459, mục III.5',
    reach: 'self',
    secondStep: false,
  },
  hoi: {
    label: 'Cán bộ hội',
    does: 'Quản lý hội viên và hoạt động của hội.',
    sees: ['Hội viên, kỳ đại hội, hoạt động của hội mình'],
    seesNot: ['Hội khác', 'Báo cáo của cơ quan nhà nước'],
    source: 'Kế hoạch 1459, mục III.5.3',
    reach: 'unit',
    secondStep: false,
  },
}

/** Roles an administrator may give now, in the order of the story; the others wait for their modules. */
export const GIVEN_ROLES = [
  'so-noi-vu',
  'co-quan',
  'thu-truong',
  'lanh-dao',
  'quan-tri',
  'tri-thuc',
] as const satisfies readonly Role[]

/** Vai trò cấp được cho hệ thống khác: a machine prepares and reads, it never signs for a head and never administers. */
export const MACHINE_ROLES = ['so-noi-vu', 'co-quan', 'lanh-dao'] as const satisfies readonly Role[]

/** Tình trạng tài khoản. */
export type AccountStatus = 'dang-dung' | 'tam-khoa'

/** Nhãn tình trạng tài khoản. Nguồn: Nghị định 85/2016/NĐ-CP, Điều 20 (quản lý tài khoản truy cập). */
export const ACCOUNT_STATUS: Readonly<Record<AccountStatus, string>> = {
  'dang-dung': 'Đang dùng',
  'tam-khoa': 'Tạm khóa',
}

/** Bước của phiên: `second-step` = the password was right, the code is still to come. */
export type SessionStage = 'second-step' | 'open'

/** The one sentence of every refused sign-in; it does not tell which part was wrong. */
export const SIGN_IN_REFUSED =
  'Chưa đăng nhập được. Kiểm tra lại tên đăng nhập và mật khẩu. Sau 10 lần sai liên tiếp, tài khoản tạm khóa 15 phút.'

/** The sentence of every refused second step. */
export const CODE_REFUSED =
  'Mã xác thực không khớp hoặc đã dùng. Nhập mã đang hiện trên ứng dụng xác thực, hoặc một mã dự phòng chưa dùng.'

/** Name under which authenticator applications list the account. */
export const ISSUER = 'Nguyên Khí'
