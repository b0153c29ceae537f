/** Chỉ tiêu: definitions and recorded official figures. Nothing is computed here; a figure that was not recorded is absent, never 0. */
import type { Day } from '../../kernel/day.ts'
import type { Validity } from '../../kernel/validity.ts'
import type { MeasureTime, Split } from '../../platform/measure.ts'
import type { Expr } from './rules/formula.ts'

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
  /** The territory of the plan, also after it was joined to another; null = the plan names none. */
  readonly territoryId: string | null
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
  'trained-labour': { label: 'Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ', unit: '%' },
  doctors: { label: 'Số bác sỹ', unit: 'người' },
  teachers: { label: 'Số giáo viên', unit: 'người' },
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
  /** What is known besides of a figure that was recorded here. */
  readonly kept?: KeptFigure
}

/** Số liệu chính thức đã ghi: when, by whom, and whether an officer said that it is the one to use. */
export type KeptFigure = {
  readonly id: string
  /** The unit of the register it speaks of; null = a territory the register does not hold. */
  readonly unitId: string | null
  readonly published: Day | null
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  readonly supersededAt: Temporal.Instant | null
  /** Why it is used and not the others; null = nobody chose. */
  readonly chosen: string | null
}

/** Nguồn của một chỉ tiêu: counted from the register, from cells or from both, reported by a body, taken from official statistics. */
export type FormulaSource = 'register' | 'cells' | 'both' | 'reported' | 'official'

/** Nguồn của một chỉ tiêu, in words of the screen. Nguồn: Luật Thống kê 2015, Điều 3 và Chương IV. */
export const FORMULA_SOURCES: Readonly<Record<FormulaSource, string>> = {
  register: 'Đếm từ hồ sơ',
  cells: 'Cộng từ số liệu thống kê',
  both: 'Đếm từ hồ sơ và số liệu thống kê, trừ người trùng',
  reported: 'Cơ quan phải cung cấp báo cáo',
  official: 'Số liệu thống kê chính thức',
}

/** Thời gian của một chỉ tiêu, in words of the screen. Nguồn: Luật Thống kê 2015 (chỉ tiêu thời điểm, thời kỳ). */
export const TIMES: Readonly<Record<MeasureTime, string>> = {
  stock: 'Tại một ngày',
  flow: 'Phát sinh trong năm, từ 01/01 đến ngày tính',
  cohort: 'Theo lứa: những người đã đủ 05 năm',
}

/** Cách tính của một chỉ tiêu trong một khoảng ngày. A version never changes; another one takes its place. */
export type FormulaVersion = {
  readonly id: string
  readonly definitionId: string
  readonly no: number
  readonly valid: Validity
  readonly meaning: string
  readonly source: FormulaSource
  readonly time: MeasureTime
  /** Null when `ended` says why there is nothing to measure from `valid.from` on. */
  readonly expr: Expr | null
  readonly ended: string
  readonly unit: string
  /** What stands above and below the line, in words; `base` is what one unit of the denominator is: "10.000 dân". */
  readonly numerator: string
  readonly denominator: string
  readonly base: string
  readonly splits: readonly Split[]
  /** Quantities of the official series that measure the same thing: shown beside the value, never mixed into it. */
  readonly beside: readonly Quantity[]
  /** Who must give what the formula needs; null = the custodian of the indicator. */
  readonly custodian: string | null
  readonly ground: string
  readonly reason: string
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  readonly supersededAt: Temporal.Instant | null
}

/** Nhận định về một mục tiêu định tính. */
export type Verdict = 'dat' | 'co-chuyen-bien' | 'cham' | 'chua-thuc-hien'

/** Nhận định, in words of the screen. Nguồn: cách đánh giá trong báo cáo kết quả thực hiện kế hoạch (Kế hoạch, mục V). */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  dat: 'Đạt',
  'co-chuyen-bien': 'Có chuyển biến',
  cham: 'Chậm',
  'chua-thuc-hien': 'Chưa thực hiện',
}

/** Nhận định tại một ngày, with the facts it rests on. */
export type Judgement = {
  readonly id: string
  readonly goalId: string
  readonly asOf: Day
  readonly verdict: Verdict
  readonly text: string
  readonly source: string
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  readonly supersededAt: Temporal.Instant | null
}

/** Mục tiêu định tính của kế hoạch: how it is looked at, who says so, and what was said, newest first. */
export type JudgedGoal = {
  readonly id: string
  readonly code: string
  readonly text: string
  readonly byYear: number | null
  readonly meaning: string
  readonly custodian: string | null
  readonly ground: string
  /** Không còn đối tượng from a day on, by an act; null = there still is. */
  readonly gone: { readonly from: Day; readonly act: string } | null
  readonly judgements: readonly Judgement[]
}
