/**
 * Từ của số liệu thống kê: counts of people without names, where no dossiers are kept. Enterprises and serving forces are
 * counted, not listed; every count has a supplier, a document and the day it holds on.
 */
import type { Day } from '../../kernel/day.ts'

/** Nhóm được đếm. */
export type Population = 'doanh-nghiep' | 'llvt'

/** Nhóm được đếm: label, where it comes from, and the codes of `khu-vuc` its counts may bear. */
export const POPULATIONS: Readonly<
  Record<Population, { label: string; source: string; areas: readonly [string, ...string[]] }>
> = {
  'doanh-nghiep': {
    label: 'Doanh nghiệp, hợp tác xã, cơ sở ngoài nhà nước',
    source: 'Nghị quyết 45-NQ/TW; Luật Thống kê',
    areas: ['tu-nhan', 'fdi', 'dn-nha-nuoc', 'hop-tac-xa', 'ngoai-cong-lap', 'hoi', 'tu-do'],
  },
  llvt: {
    label: 'Lực lượng vũ trang',
    source: 'Nghị quyết 45-NQ/TW; người đang phục vụ chỉ có số liệu tổng hợp, không có hồ sơ cá nhân',
    areas: ['llvt'],
  },
}

/** Nhóm tuổi; bounds in whole years, the upper one not included. Nguồn: độ tuổi dưới 40 của kế hoạch và nhóm tuổi mười năm của thống kê. */
export const AGE_BANDS = {
  'duoi-30': { label: 'Dưới 30', from: 0, to: 30 },
  '30-39': { label: '30 đến 39', from: 30, to: 40 },
  '40-49': { label: '40 đến 49', from: 40, to: 50 },
  '50-59': { label: '50 đến 59', from: 50, to: 60 },
  'tu-60': { label: 'Từ 60', from: 60, to: 200 },
} as const

/** Nhóm tuổi. */
export type AgeBand = keyof typeof AGE_BANDS

/** Ô số liệu: how many people share these marks; null = the source does not say. Serving forces have no place and no body. */
export type Cell = {
  /** Code of `khu-vuc`. */
  readonly area: string
  /** Code of `linh-vuc`. */
  readonly sector: string
  /** Code of `nganh-dao-tao`. */
  readonly field: string | null
  /** Code of `trinh-do`. */
  readonly degree: string
  readonly ageBand: AgeBand | null
  readonly sex: 'nam' | 'nu' | null
  /** Commune, as a unit. */
  readonly placeId: string | null
  /** Name of the enterprise or establishment, when the source counts by it. */
  readonly body: string | null
  readonly count: number
}

/** Nguồn số liệu: a series of counts one body supplies. */
export type Source = {
  readonly id: string
  /** `SL-0001`. */
  readonly code: string
  /** Supplier. */
  readonly unitId: string
  readonly population: Population
  readonly title: string
}

/** Trạng thái của một bản số liệu. */
export type ReleaseState = 'khai' | 'dinh-chinh' | 'rut'

/** Trạng thái của một bản số liệu. Nguồn: thiết kế hệ thống. */
export const RELEASE_STATES: Readonly<Record<ReleaseState, { label: string }>> = {
  khai: { label: 'Khai lần đầu' },
  'dinh-chinh': { label: 'Đính chính' },
  rut: { label: 'Rút' },
}

/** Bản số liệu: one version of the counts of a source as of a day. The one without `supersededAt` is in force. */
export type Release = {
  readonly id: string
  readonly sourceId: string
  readonly asOf: Day
  readonly version: number
  readonly state: ReleaseState
  /** Number and day of the paper the counts come from. */
  readonly document: string
  readonly reason: string
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  readonly supersededAt: Temporal.Instant | null
  /** Sum of all counts, and of those from university up. */
  readonly total: number
  readonly graduates: number
}

/** Căn cứ của mức trùng. */
export type OverlapBasis = 'doi-chieu' | 'chon-mau' | 'tach-biet' | 'uoc-luong'

/** Căn cứ của mức trùng. Nguồn: thiết kế hệ thống. */
export const OVERLAP_BASES: Readonly<Record<OverlapBasis, { label: string; hint: string }>> = {
  'doi-chieu': {
    label: 'Đối chiếu danh sách',
    hint: 'Đơn vị cung cấp đã đối chiếu danh sách với hồ sơ, biết đúng số người',
  },
  'chon-mau': { label: 'Suy từ mẫu đối chiếu', hint: 'Chỉ biết khoảng: ghi số thấp nhất và cao nhất' },
  'tach-biet': { label: 'Hai bên không thể có cùng một người', hint: 'Nêu vì sao; số trùng là 0' },
  'uoc-luong': { label: 'Ước lượng của đơn vị cung cấp', hint: 'Ghi khoảng và cách ước lượng' },
}

/** Mức trùng: how many graduates a source counts who are also counted in the register (`against` null) or by another source. */
export type Overlap = {
  readonly id: string
  readonly sourceId: string
  readonly against: string | null
  readonly from: Day
  readonly low: number
  readonly high: number
  readonly basis: OverlapBasis
  readonly evidence: string
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  readonly supersededAt: Temporal.Instant | null
}

/** Ô nhỏ: counts below it are shown to Sở Nội vụ alone. */
export const SMALL = 5

/** Trình độ ghi gộp của bảng công bố: columns, each with the ranks of `trinh-do` it takes in. Nguồn: Kế hoạch, mục tiêu về số người từ đại học trở lên. */
export const LEVELS = {
  'duoi-dai-hoc': { label: 'Dưới đại học', codes: ['0', 'SC', '1', '2', '3', '4', '5'] },
  'dai-hoc': { label: 'Đại học', codes: ['6'] },
  'thac-si': { label: 'Thạc sĩ, CKI, nội trú', codes: ['7', 'CKI', 'BSNT'] },
  'tien-si': { label: 'Tiến\u00A0sĩ, CKII', codes: ['8', 'CKII'] },
} as const

/** Trình độ ghi gộp. */
export type Level = keyof typeof LEVELS

/** The column of a degree; a code the list does not have counts for none. */
export const levelOf = (degree: string): Level | null =>
  (Object.keys(LEVELS) as Level[]).find((l) => (LEVELS[l].codes as readonly string[]).includes(degree)) ?? null

/** Từ đại học trở lên: what the Plan counts. */
export const isGraduate = (degree: string): boolean => {
  const level = levelOf(degree)
  return level !== null && level !== 'duoi-dai-hoc'
}

/** Rank of the lowest degree of a graduate, as the register ranks degrees. */
export const GRADUATE_RANK = 6
