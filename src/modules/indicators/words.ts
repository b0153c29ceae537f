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
