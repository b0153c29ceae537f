/** Giá trị của một chỉ tiêu: what is asked, and what is answered with everything needed to believe it. */
import type { Day } from '../../../kernel/day.ts'
import type { Split } from '../../../platform/measure.ts'
import type { FormulaVersion, IndicatorDefinition, ValueStatus } from '../words.ts'

/** Điều được hỏi. */
export type ValueAsked = {
  readonly code: string
  readonly asOf: Day
  /** The day whose units tell a split by place or body; `reported` = the units as they were recorded; null = those of `asOf`. */
  readonly hierarchy: Day | 'reported' | null
  /** As was known at the end of this day; null = as known now. */
  readonly known: Day | null
  readonly by: Split | null
  /** Conditions besides those of the formula. */
  readonly where?: Readonly<Record<string, readonly string[]>>
}

/** Một phần của giá trị: numerator or denominator. */
export type Part = {
  readonly label: string
  readonly low: number
  readonly high: number
  readonly unit: string
  readonly source: string
  readonly dataOf: Day
  /** The people or cells behind it, for a reader with the right. */
  readonly href: string | null
}

/** Có giá trị hay không, và vì sao. */
export type ReadingState = 'value' | 'range' | 'no-source' | 'undefined' | 'no-subject'

/** Có giá trị hay không, in words of the screen. Nguồn: Kế hoạch, mục II; Luật Thống kê 2015. */
export const READING_STATES: Readonly<Record<ReadingState, string>> = {
  value: 'Có số liệu',
  range: 'Có số liệu, là một khoảng',
  'no-source': 'Chưa có nguồn số liệu',
  undefined: 'Chưa xác định được',
  'no-subject': 'Không còn đối tượng',
}

/** Số của một đơn vị là số đã báo cáo, hay được tính lại theo đơn vị của ngày khác. */
export type RowBasis = 'reported' | 'restated' | 'range' | 'unallocated'

/** Số của một đơn vị, in words of the screen. Nguồn: nghị quyết sắp xếp đơn vị hành chính. */
export const ROW_BASES: Readonly<Record<RowBasis, string>> = {
  reported: 'như đã ghi',
  restated: 'tính lại theo đơn vị của ngày chọn',
  range: 'chưa đủ căn cứ phân bổ, chỉ biết khoảng',
  unallocated: 'chưa đủ căn cứ phân bổ',
}

/** Một dòng của bảng chia. */
export type ReadingRow = {
  readonly key: string | null
  /** Code of the unit, or the key itself: what programs know it by. */
  readonly code: string | null
  readonly label: string
  readonly state: ReadingState
  readonly low: number | null
  readonly high: number | null
  readonly parts: readonly Part[]
  readonly basis: RowBasis
  /** Withheld from this reader: it counts few people, or would tell a row that does. */
  readonly hidden?: boolean
}

/** Số liệu khác cùng nói về điều này. */
export type Rival = {
  readonly value: number
  readonly asOf: Day
  readonly source: string
  readonly status: ValueStatus
}

/** Giá trị của một chỉ tiêu. `low` = `high` when the state is `value`. */
export type Reading = {
  readonly definition: IndicatorDefinition
  readonly formula: FormulaVersion | null
  readonly state: ReadingState
  readonly low: number | null
  readonly high: number | null
  readonly unit: string
  readonly asOf: Day
  readonly dataOf: Day | null
  readonly hierarchy: Day | 'reported'
  readonly known: Day | null
  readonly parts: readonly Part[]
  readonly why: string
  readonly sources: readonly string[]
  readonly notes: readonly string[]
  readonly rivals: readonly Rival[]
  readonly rows: readonly ReadingRow[]
}
