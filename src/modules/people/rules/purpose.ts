/** Mục đích xem: every reading of a dossier has one (Luật 91/2025/QH15, Điều 3: đúng mục đích đã nêu). */
import { type Actor, hasRole } from '../../../kernel/actor.ts'

/** Mục đích. */
export type Purpose =
  | 'quan-ly'
  | 'chi-dao'
  | 'tong-hop'
  | 'khen-thuong'
  | 'bo-tri'
  | 'chuyen-gia'
  | 'yeu-cau'
  | 'thanh-tra'

/** Mục đích, in words of the screen. */
export const PURPOSES: Readonly<Record<Purpose, { label: string; source: string }>> = {
  'quan-ly': { label: 'Quản lý hồ sơ', source: 'NĐ 27/2026/NĐ-CP' },
  'chi-dao': { label: 'Chỉ đạo, điều hành', source: 'Luật Tổ chức chính quyền địa phương' },
  'tong-hop': { label: 'Tổng hợp, báo cáo', source: 'Kế hoạch 1459, mục V.2' },
  'khen-thuong': { label: 'Xét khen thưởng, tôn vinh', source: 'Luật Thi đua, khen thưởng 06/2022/QH15' },
  'bo-tri': { label: 'Tuyển dụng, bố trí, đào tạo', source: 'Luật Cán bộ, công chức 80/2025/QH15' },
  'chuyen-gia': { label: 'Mời chuyên gia, lập hội đồng', source: 'Kế hoạch 1459, mục III.5' },
  'yeu-cau': { label: 'Giải quyết yêu cầu của chủ hồ sơ', source: 'Luật 91/2025/QH15' },
  'thanh-tra': { label: 'Thanh tra, kiểm tra, giải quyết khiếu nại', source: 'Luật Thanh tra' },
}

/** Every purpose, for a list of choices. */
export const PURPOSE_CODES = Object.keys(PURPOSES) as readonly Purpose[]

/** The purpose that goes with the role, when the reader names none. */
export const defaultPurpose = (a: Actor): Purpose =>
  hasRole(a, 'lanh-dao') && !hasRole(a, 'so-noi-vu', 'co-quan', 'thu-truong') ? 'chi-dao' : 'quan-ly'
