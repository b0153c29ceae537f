/**
 * Từ của sổ bộ tổ chức: kinds, groups, events and links of units, each with its label and legal source.
 */
import type { Day } from '../../kernel/day.ts'
import type { Validity } from '../../kernel/validity.ts'

/** Loại đơn vị: a place with its committee (tỉnh, huyện, xã) or a body. */
export type UnitKind = 'province' | 'district' | 'commune' | 'body'

/** Nhóm cơ quan, as plans and reporting regimes address them. */
export type UnitGroup =
  | 'uy-ban'
  | 'co-quan-chuyen-mon'
  | 'don-vi-su-nghiep'
  | 'cap-huyen'
  | 'cap-xa'
  | 'dang'
  | 'mat-tran-doan-the'
  | 'nganh-doc'

/** A word with its label and where it comes from. */
export type Word = { readonly label: string; readonly source: string }

/** Nhóm cơ quan in the order of lists and trees. */
export const UNIT_GROUPS: Readonly<Record<UnitGroup, Word>> = {
  'uy-ban': { label: 'Ủy ban nhân dân cấp tỉnh', source: 'Luật Tổ chức chính quyền địa phương' },
  'co-quan-chuyen-mon': {
    label: 'Cơ quan chuyên môn thuộc UBND',
    source: 'Nghị định về tổ chức cơ quan chuyên môn thuộc UBND cấp tỉnh',
  },
  'don-vi-su-nghiep': { label: 'Đơn vị sự nghiệp, trường, bệnh viện', source: 'Luật Viên chức' },
  'cap-huyen': { label: 'UBND cấp huyện', source: 'Luật Tổ chức chính quyền địa phương' },
  'cap-xa': { label: 'UBND cấp xã', source: 'Luật Tổ chức chính quyền địa phương' },
  dang: { label: 'Cơ quan Đảng', source: 'Điều lệ Đảng Cộng sản Việt Nam' },
  'mat-tran-doan-the': { label: 'Mặt trận, đoàn thể, hội', source: 'Hiến pháp 2013, Điều 9' },
  'nganh-doc': { label: 'Ngành dọc, lực lượng vũ trang', source: 'Quy định của bộ, ngành chủ quản' },
}

/** Thứ tự nhóm. */
export const GROUP_ORDER = Object.keys(UNIT_GROUPS) as UnitGroup[]

/** Loại đơn vị, in words of the screen. */
export const KINDS: Readonly<Record<UnitKind, Word>> = {
  province: { label: 'Đơn vị hành chính cấp tỉnh', source: 'Hiến pháp 2013, Điều 110' },
  district: { label: 'Đơn vị hành chính cấp huyện', source: 'Hiến pháp 2013, Điều 110 (đến hết 30/06/2025)' },
  commune: { label: 'Đơn vị hành chính cấp xã', source: 'Hiến pháp 2013, Điều 110' },
  body: { label: 'Cơ quan, đơn vị', source: 'QĐ 20/2020/QĐ-TTg' },
}

/** Loại sự kiện tổ chức. */
export type EventKind = 'establish' | 'rename' | 'merge' | 'split' | 'part' | 'transfer' | 'move' | 'level' | 'dissolve'

/** Loại sự kiện tổ chức, in words of the screen. */
export const EVENT_KINDS: Readonly<Record<EventKind, Word>> = {
  establish: { label: 'Thành lập', source: 'Luật Tổ chức chính quyền địa phương' },
  rename: { label: 'Đổi tên', source: 'Luật Tổ chức chính quyền địa phương' },
  merge: { label: 'Sáp nhập, hợp nhất', source: 'Luật Tổ chức chính quyền địa phương' },
  split: { label: 'Chia, tách', source: 'Luật Tổ chức chính quyền địa phương' },
  part: { label: 'Điều chỉnh một phần', source: 'Luật Tổ chức chính quyền địa phương' },
  transfer: { label: 'Chuyển chức năng', source: 'Văn bản quy định chức năng, nhiệm vụ' },
  move: { label: 'Chuyển cơ quan quản lý', source: 'Văn bản quy định chức năng, nhiệm vụ' },
  level: { label: 'Đổi loại, đổi cấp', source: 'Luật Tổ chức chính quyền địa phương' },
  dissolve: { label: 'Kết thúc hoạt động', source: 'Luật Tổ chức chính quyền địa phương' },
}

/** Độ chắc của một liên kết: seen in a source, derived from one, unverified knowledge, or unknown. */
export type Basis = 'seen' | 'derived' | 'unverified' | 'unknown'

/** Độ chắc của một liên kết, in words of the screen. */
export const BASES: Readonly<Record<Basis, Word>> = {
  seen: { label: 'Có nguồn', source: 'Nguồn nêu tại sự kiện' },
  derived: { label: 'Suy ra từ nguồn', source: 'Nguồn nêu tại sự kiện' },
  unverified: { label: 'Chưa kiểm chứng', source: 'Hiểu biết chung, cần đối chiếu văn bản' },
  unknown: { label: 'Chưa xác định', source: 'Chưa có nguồn' },
}

/** Thước đo phân bổ của một liên kết. */
export type Measure = 'people' | 'staff' | 'land' | 'task-group'

/** Thước đo phân bổ, in words of the screen. */
export const MEASURES: Readonly<Record<Measure, Word>> = {
  people: { label: 'Dân số', source: 'Đề án sắp xếp đơn vị hành chính' },
  staff: { label: 'Biên chế', source: 'Đề án sắp xếp tổ chức' },
  land: { label: 'Diện tích', source: 'Đề án sắp xếp đơn vị hành chính' },
  'task-group': { label: 'Nhóm nhiệm vụ', source: 'Văn bản quy định chức năng, nhiệm vụ' },
}

/** Loại mã: our own code, the statistical code, or the official identifier (QĐ 20/2020/QĐ-TTg). */
export type IdentifierScheme = 'he-thong' | 'tctk' | 'qd-20-2020'

/** Loại mã, in words of the screen. */
export const SCHEMES: Readonly<Record<IdentifierScheme, Word>> = {
  'he-thong': { label: 'Mã trong hệ thống', source: 'Đặt theo mẫu QĐ 20/2020/QĐ-TTg, chưa phải mã chính thức' },
  tctk: { label: 'Mã đơn vị hành chính', source: 'Danh mục của cơ quan thống kê' },
  'qd-20-2020': { label: 'Mã định danh điện tử', source: 'QĐ 20/2020/QĐ-TTg' },
}

/** Đơn vị, as it stands on one day (or as last known). A place is at once its committee. */
export type Unit = {
  readonly id: string
  readonly code: string
  readonly kind: UnitKind
  /** Xã, Phường, Thị trấn, Đặc khu, Huyện, Thị xã, Thành phố, Tỉnh; null for bodies. */
  readonly type: string | null
  readonly group: UnitGroup
  /** Name of the place or body. */
  readonly name: string
  /** Name as it signs and receives papers. */
  readonly officeName: string
  readonly parentId: string | null
  readonly valid: Validity
}

/** Tên trong văn bản là gì, against the register of the document's day. */
export type NameKind = 'single' | 'group' | 'open' | 'ended' | 'outside' | 'ambiguous' | 'unknown'

/** Tên trong văn bản là gì, in words of the screen. */
export const NAME_KINDS: Readonly<Record<NameKind, Word>> = {
  single: { label: 'Một cơ quan', source: 'Sổ bộ tổ chức của ngày văn bản' },
  group: { label: 'Nhóm cơ quan', source: 'Cách gọi chung trong nơi nhận, phân công của văn bản hành chính' },
  open: { label: 'Nhóm không cố định', source: 'Cách gọi chung trong nơi nhận, phân công của văn bản hành chính' },
  ended: { label: 'Đã kết thúc', source: 'Sự kiện tổ chức trong sổ bộ' },
  outside: { label: 'Ngoài sổ bộ', source: 'Cơ quan trung ương, cấp ủy, cơ quan dân cử, địa phương khác' },
  ambiguous: { label: 'Nhiều nơi cùng tên', source: 'Sổ bộ tổ chức của ngày văn bản' },
  unknown: { label: 'Chưa rõ', source: 'Sổ bộ tổ chức không có tên này' },
}

/** Quyết định về một tên trong văn bản: what it means. */
export type AliasMeaning = 'body' | 'group' | 'open' | 'outside' | 'left'

/** Quyết định về một tên trong văn bản, in words of the screen. */
export const ALIAS_MEANINGS: Readonly<Record<AliasMeaning, Word>> = {
  body: { label: 'là một cơ quan', source: 'Quyết định của cán bộ, có hiệu lực theo ngày' },
  group: { label: 'là một nhóm cơ quan', source: 'Quyết định của cán bộ, có hiệu lực theo ngày' },
  open: { label: 'là nhóm không cố định', source: 'Quyết định của cán bộ, có hiệu lực theo ngày' },
  outside: { label: 'là cơ quan ngoài sổ bộ', source: 'Quyết định của cán bộ, có hiệu lực theo ngày' },
  left: { label: 'để nguyên, chưa xác định', source: 'Quyết định của cán bộ, có hiệu lực theo ngày' },
}

/** Trọng số phân bổ: the share of one measure that goes along a link; null = chưa biết. */
export type Weight = { readonly measure: Measure; readonly weight: number | null }

/** Liên kết kế thừa. `from` null = from outside the register; `to` null = no known successor; to itself = goes on. */
export type Edge = {
  readonly from: string | null
  readonly to: string | null
  readonly part: 'full' | 'part'
  /** Chức năng that goes along this link, when not all do. */
  readonly function: string | null
  readonly basis: Basis
  readonly note: string
  readonly weights: readonly Weight[]
}

/** Sự kiện tổ chức, with the legal act and its links (unit ids). */
export type OrgEvent = {
  readonly id: string
  readonly key: string
  readonly kind: EventKind
  readonly on: Day
  readonly title: string
  readonly act: string
  readonly source: string
  readonly note: string
  readonly edges: readonly Edge[]
}

/** Nút của cây tổ chức, as the command line prints it. `to` is the first day it no longer holds, or null. */
export type TreeNode = {
  readonly code: string
  readonly name: string
  readonly kind: UnitKind
  readonly type: string | null
  readonly from: Day
  readonly to: Day | null
  readonly children: readonly TreeNode[]
}
