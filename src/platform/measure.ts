/**
 * Đại lượng: what a module can count. Indicators are formulas over the measures of all modules, gathered in `src/modules.ts`; a
 * module offers what it counts and knows nothing of the goals that use it.
 */
import type { Day } from '../kernel/day.ts'
import type { Ctx } from './action.ts'

/** Chiều chia: what a figure may be split by. Keys are unit ids for `place` and `unit`, codes of lists for the others. */
export type Split = 'place' | 'unit' | 'sector' | 'degree' | 'sex' | 'age'

/** Chiều chia, in words of the screen. Nguồn: Kế hoạch, mục III.3.3 (theo ngành, lĩnh vực, địa phương, cơ quan, đơn vị). */
export const SPLITS: Readonly<Record<Split, string>> = {
  place: 'Địa bàn',
  unit: 'Cơ quan, đơn vị',
  sector: 'Lĩnh vực',
  degree: 'Trình độ',
  sex: 'Giới tính',
  age: 'Độ tuổi',
}

/** Đơn vị tính of something that is counted. A rate has the unit of its formula instead. */
export type CountedUnit = 'người' | 'lượt' | 'đơn vị' | 'km²' | 'đồng'

/** Thời điểm, thời kỳ hay lứa: a stock holds on a day, a flow happens in a period, a cohort is followed from a year on. */
export type MeasureTime = 'stock' | 'flow' | 'cohort'

/** Nguồn của đại lượng. */
export type MeasureSource = 'register' | 'cells' | 'reported' | 'official'

/** What is asked of a measure. */
export type MeasureAsked = {
  /** The day the figure is of; a flow counts from `from` to the end of this day. */
  readonly asOf: Day
  readonly from: Day
  /** As was known at this instant; null = as known now. */
  readonly known: Temporal.Instant | null
  readonly by: readonly Split[]
  /** Ids of units that are no part of the territory counted: what is known to be of them is left out. Usually none. */
  readonly outside: readonly string[]
  /** Code of the territory that is counted, for the address of the list behind; absent = none is named. */
  readonly territory?: string | null
  /** Conditions the measure declares, by name; values are codes. None = no condition. */
  readonly where: Readonly<Record<string, readonly string[]>>
}

/** One part of a figure. `keys` in the order of `by`, null = not known. Low and high differ where the count is only known within bounds. */
export type MeasureRow = { readonly keys: readonly (string | null)[]; readonly low: number; readonly high: number }

/** Trả lời của một đại lượng. Nothing counted for want of a source is not 0. */
export type MeasureAnswer =
  | {
      readonly state: 'counted'
      readonly rows: readonly MeasureRow[]
      /** The day the data are of: of dated series the last at or before the day asked for. */
      readonly dataOf: Day
      /** Where it comes from, in words: "Hồ sơ trí thức", "Niên giám thống kê 2023". */
      readonly source: string
      readonly notes: readonly string[]
    }
  /** Nobody gave figures: who must. */
  | { readonly state: 'no-source'; readonly who: string; readonly why: string }
  /** What is counted does not exist on the day: "không còn cấp huyện từ 01/07/2025". */
  | { readonly state: 'no-subject'; readonly why: string }

/** Một lứa: people of one sector, degree, sex and year of birth on a day; null = not known. `key` = id of the unit of the split asked for. */
export type CohortRow = {
  readonly sector: string | null
  readonly degree: string | null
  readonly sex: string | null
  readonly born: number | null
  readonly key: string | null
  readonly count: number
}

/** Một chuyển biến between two days: counted on the earlier day (`was`), on the later one (`is`), or on both. */
export type MoveRow = {
  readonly was: boolean
  readonly is: boolean
  readonly fromSector: string | null
  readonly fromDegree: string | null
  readonly toSector: string | null
  readonly toDegree: string | null
  readonly sex: string | null
  readonly born: number | null
  readonly count: number
}

/** Chuyển biến between two days. Who left before `keptSince` may never have been written down: null = nobody is kept. */
export type Moves = { readonly rows: readonly MoveRow[]; readonly keptSince: Day | null }

/** Đại lượng. */
export type Measure = {
  /** `nguoi.tu-dai-hoc`: module's word, dot, what is counted. */
  readonly code: string
  readonly label: string
  /** Who or what is counted, in a sentence, with its legal source. */
  readonly meaning: string
  readonly unit: CountedUnit
  readonly time: MeasureTime
  readonly source: MeasureSource
  readonly splits: readonly Split[]
  /** Conditions it understands: name -> label and the list its codes are of. */
  readonly conditions: Readonly<Record<string, { readonly label: string; readonly list: string }>>
  readonly read: (ctx: Ctx, asked: MeasureAsked) => Promise<MeasureAnswer>
  /** Several questions at once, answered in their order as `read` would: where one look at the data answers them all. */
  readonly readMany?: (ctx: Ctx, asked: readonly MeasureAsked[]) => Promise<readonly MeasureAnswer[]>
  /** People of a stock by year of birth and more, where they are known one by one: what a forecast of heads starts from. */
  readonly cohorts?: (ctx: Ctx, asked: MeasureAsked) => Promise<readonly CohortRow[]>
  /** Of a measure that adds counts without names: the one whose people it counts one by one. */
  readonly heads?: { readonly code: string; readonly where: MeasureAsked['where'] }
  /** What became of them from the day `from` to the day `asOf`. */
  readonly moves?: (ctx: Ctx, asked: MeasureAsked) => Promise<Moves>
  /** Address of the list of people or cells behind a figure, for a reader with the right; null = there is no such page. */
  readonly behind?: (asked: MeasureAsked, keys: readonly (string | null)[]) => string | null
}
