/**
 * Quyền: one sentence per right. Whoever keeps accounts and lists has no business with dossiers: the administrator sees none.
 * A person reads the own record in the module `own-record`, not here.
 */
import { type Actor, hasRole, inScope } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

const OWN_UNIT = 'cán bộ tổ chức của cơ quan quản lý hồ sơ'

/** In a province role everywhere, otherwise only in the subtree of the own body. */
const within = (a: Actor, unit: string | undefined): boolean => unit === undefined || inScope(a, unit)

/** Xem hồ sơ. */
export const canSeePeople = right({
  name: 'people.see',
  sentence:
    'Sở Nội vụ được xem hồ sơ trí thức của mọi cơ quan, lãnh đạo tỉnh xem phần chuyên môn; cơ quan, đơn vị xem hồ sơ mình và đơn vị trực thuộc quản lý.',
  ask: OWN_UNIT,
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'co-quan', 'thu-truong') && within(a, unit),
})

/** Xem dữ liệu cá nhân cơ bản (mức B): what goes with keeping the dossier, not with leading. */
export const canSeeBasic = right({
  name: 'people.see-basic',
  sentence:
    'Cán bộ, thủ trưởng cơ quan quản lý hồ sơ và Sở Nội vụ được xem dữ liệu cá nhân cơ bản; lãnh đạo tỉnh xem phần chuyên môn của hồ sơ.',
  ask: OWN_UNIT,
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'co-quan', 'thu-truong') && within(a, unit),
})

/** Xem thông tin liên hệ: the one part of tier B that a leader may open, for a purpose. */
export const canOpenContact = right({
  name: 'people.open-contact',
  sentence:
    'Lãnh đạo tỉnh, Sở Nội vụ và cơ quan quản lý hồ sơ được xem thông tin liên hệ khi nêu mục đích; chủ hồ sơ xem được lần xem.',
  ask: OWN_UNIT,
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'co-quan', 'thu-truong') && within(a, unit),
})

/** Sửa hồ sơ. */
export const canEditPeople = right({
  name: 'people.edit',
  sentence: 'Cán bộ, thủ trưởng cơ quan được sửa hồ sơ do cơ quan mình quản lý; Sở Nội vụ được sửa mọi hồ sơ.',
  ask: OWN_UNIT,
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'co-quan', 'thu-truong') && within(a, unit),
})

/** Xác nhận mục tự khai (mức 0 lên mức 1). */
export const canConfirmFacts = right({
  name: 'people.confirm',
  sentence: 'Cán bộ, thủ trưởng cơ quan quản lý hồ sơ và Sở Nội vụ được xác nhận hoặc trả lại mục tự khai.',
  ask: OWN_UNIT,
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'co-quan', 'thu-truong') && within(a, unit),
})

/** Xuất danh sách; only fields of tier A. */
export const canExportPeople = right({
  name: 'people.export',
  sentence: 'Người được xem hồ sơ được xuất danh sách trong phạm vi của mình, có nêu mục đích.',
  ask: OWN_UNIT,
  allows: (a) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'co-quan', 'thu-truong'),
})

/** Xuất kèm dữ liệu cá nhân cơ bản (mức B). */
export const canExportBasic = right({
  name: 'people.export-basic',
  sentence:
    'Cán bộ, thủ trưởng cơ quan quản lý hồ sơ và Sở Nội vụ được xuất danh sách kèm dữ liệu cá nhân cơ bản, có nêu mục đích.',
  ask: OWN_UNIT,
  allows: (a) => hasRole(a, 'so-noi-vu', 'co-quan', 'thu-truong'),
})

/** Mở số định danh đầy đủ. */
export const canOpenNumbers = right({
  name: 'people.open-numbers',
  sentence:
    'Cán bộ Sở Nội vụ và thủ trưởng cơ quan quản lý hồ sơ được xem đầy đủ số định danh; mỗi lần xem được ghi lại.',
  ask: 'thủ trưởng cơ quan quản lý hồ sơ hoặc Sở Nội vụ',
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'thu-truong') && within(a, unit),
})

/** Mở dữ liệu nhạy cảm (mức C; NĐ 356/2025/NĐ-CP, Điều 4). */
export const canSeeSensitive = right({
  name: 'people.see-sensitive',
  sentence:
    'Cán bộ Sở Nội vụ và thủ trưởng cơ quan quản lý hồ sơ được mở dữ liệu nhạy cảm khi nêu mục đích; chủ hồ sơ xem được lần mở.',
  ask: 'thủ trưởng cơ quan quản lý hồ sơ hoặc Sở Nội vụ',
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'thu-truong') && within(a, unit),
})

/** Chuyển hồ sơ sang cơ quan khác quản lý. */
export const canTransferPeople = right({
  name: 'people.transfer',
  sentence: 'Cơ quan đang quản lý hồ sơ và Sở Nội vụ được chuyển hồ sơ sang cơ quan khác quản lý.',
  ask: OWN_UNIT,
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'co-quan', 'thu-truong') && within(a, unit),
})

/** Every right of the module. */
export const RIGHTS = [
  canSeePeople,
  canSeeBasic,
  canOpenContact,
  canEditPeople,
  canConfirmFacts,
  canExportPeople,
  canExportBasic,
  canOpenNumbers,
  canSeeSensitive,
  canTransferPeople,
]
