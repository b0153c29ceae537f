/** Chỉ tiêu: definitions and recorded official figures. Nothing is computed here; a figure that was not recorded is absent, never 0. */
import type { Day } from '../../kernel/day.ts'

/** Thể thức so sánh. */
export type TargetComparator = '>=' | '<=' | '=' | 'range' | '~'

/** Đích của chỉ tiêu. */
export type Target = {
  readonly comparator: TargetComparator
  /** "trên", "dưới": the bound itself does not meet the goal. */
  readonly strict: boolean
  readonly target: number
  readonly targetHigh: number | null
  /** `%`, `người`, `bác sỹ/10.000 dân`. */
  readonly unit: string
  readonly byYear: number | null
}

/** Định nghĩa chỉ tiêu. Code = clause number of the goal: `II.1.1a`. */
export type IndicatorDefinition = Target & {
  readonly id: string
  readonly planId: string
  readonly planNumber: string
  readonly code: string
  readonly name: string
  readonly direction: 'up' | 'down'
  readonly goalText: string
  readonly custodianUnitId: string | null
  readonly custodianName: string | null
  readonly version: number
}

/** Độ tin của nguồn: đã thấy trong nguồn nêu tên, hoặc chưa kiểm chứng. */
export type ValueStatus = 'seen' | 'unverified'

/** Nhãn độ tin của nguồn. Nguồn: Luật Thống kê 2015 (nguồn số liệu phải nêu được). */
export const VALUE_STATUS_LABEL: Readonly<Record<ValueStatus, string>> = {
  seen: 'Có trong nguồn nêu tên',
  unverified: 'Chưa kiểm chứng',
}

/** Giá trị đã ghi. */
export type IndicatorValue = {
  readonly id: string
  readonly code: string
  /** Year of `asOf`. */
  readonly year: number
  readonly asOf: Day
  readonly value: number
  readonly estimate: boolean
  readonly source: string
  readonly status: ValueStatus
  readonly note: string
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  readonly supersededAt: Temporal.Instant | null
}

/** Đại lượng of the dated series: what an official figure measures. Nguồn: tên chỉ tiêu thống kê quốc gia (Luật Thống kê 2015, Phụ lục). */
export const QUANTITIES = {
  population: { label: 'Dân số', unit: 'người' },
  'labour-force': { label: 'Lực lượng lao động', unit: 'người' },
  employed: { label: 'Lao động có việc làm', unit: 'người' },
  'doctors-per-10000': { label: 'Số bác sỹ trên 10.000 dân', unit: 'bác sỹ/10.000 dân' },
  'public-health-staff': { label: 'Nhân lực y tế công lập', unit: 'người' },
  intellectuals: { label: 'Trí thức', unit: 'người' },
  'university-graduates': { label: 'Người có trình độ đại học', unit: 'người' },
  masters: { label: 'Thạc sĩ', unit: 'người' },
  doctorates: { label: 'Tiến sĩ', unit: 'người' },
  area: { label: 'Diện tích tự nhiên', unit: 'km²' },
  districts: { label: 'Đơn vị hành chính cấp huyện', unit: 'đơn vị' },
  communes: { label: 'Đơn vị hành chính cấp xã', unit: 'đơn vị' },
} as const

/** Đại lượng. */
export type Quantity = keyof typeof QUANTITIES

/** Số liệu chính thức theo ngày: one figure of one territory from one source; figures that contradict it stand beside it. */
export type OfficialFigure = {
  readonly quantity: Quantity
  /** "Tỉnh …", "Thành phố …", as the source names it. */
  readonly territory: string
  /** The day it speaks of; an average of a year counts from the last day of that year. */
  readonly asOf: Day
  /** "bình quân năm 2023", "ngày 01/04/2024". */
  readonly period: string
  /** In the unit of its quantity. */
  readonly value: number
  /** Rounded, or "khoảng" in the source. */
  readonly estimate: boolean
  readonly status: ValueStatus
  readonly source: string
  readonly note: string
}
