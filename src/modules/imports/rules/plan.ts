/** Kế hoạch đọc của một lô: which sheets, where their headings are, what each column holds, and what was decided for columns. */
import type { CodePage } from '../../../kernel/before-unicode.ts'
import { CHOSEN_BY } from '../words.ts'
import type { MappedColumn } from './columns.ts'
import type { Century, DayOrder, DayReading } from './dates.ts'
import { withSafeExamples } from './examples.ts'
import type { Layout } from './header.ts'
import type { Target } from './headings.ts'

/** Cột ngày: how it is read, and what the officer chose. */
export type DayColumn = DayReading & { readonly column: number }

/** Một trang tính của lô. */
export type SheetPlan = {
  readonly sheet: string
  readonly hidden: boolean
  readonly layout: Layout
  readonly fingerprint: string
  readonly columns: readonly MappedColumn[]
  readonly days: readonly DayColumn[]
  /** Code page of cells whose font says nothing. */
  readonly page: CodePage | null
  readonly pageSure: boolean
  readonly pageReason: string
  /** Rows that look like people, as far as was looked. */
  readonly rows: number
  /** Rows of the sheet as it says of itself; absent where it says nothing. */
  readonly rowsAbout?: number
  /** The sheet is read. */
  readonly taken: boolean
}

/** Kế hoạch đọc của lô. */
export type Plan = { readonly sheets: readonly SheetPlan[] }

/** What an officer chose for a sheet on the page of columns. */
export type SheetChoice = {
  readonly targets: ReadonlyMap<number, Target | null>
  readonly orders: ReadonlyMap<number, DayOrder>
  readonly centuries: ReadonlyMap<number, Century>
  readonly turned: ReadonlyMap<number, boolean>
  readonly page: CodePage | null | undefined
  readonly taken: boolean
}

/** The plan with the officer's choices; a chosen target is sure. */
export function applyChoice(sheet: SheetPlan, choice: SheetChoice): SheetPlan {
  const columns = sheet.columns.map((c): MappedColumn => {
    const target = choice.targets.get(c.column)
    if (target === undefined || target === c.target)
      return target === undefined ? c : { ...c, certainty: target === null ? c.certainty : 'chac' }
    return withSafeExamples({
      ...c,
      target,
      certainty: target === null ? 'khong-ro' : 'chac',
      reason: CHOSEN_BY.officer,
    })
  })
  const days = sheet.days.map((d): DayColumn => {
    const order = choice.orders.get(d.column)
    const century = choice.centuries.get(d.column)
    const turned = choice.turned.get(d.column)
    if (order === undefined && century === undefined && turned === undefined) return d
    return {
      ...d,
      order: order ?? d.order,
      century: century ?? d.century,
      turned: turned ?? d.turned,
      sure: true,
      reason: CHOSEN_BY.officer,
    }
  })
  const page = choice.page === undefined ? {} : { page: choice.page, pageSure: true, pageReason: CHOSEN_BY.officer }
  return { ...sheet, ...page, columns, days, taken: choice.taken }
}

/** Targets chosen by column, to be remembered for the same headings. */
export const targetsOf = (sheet: SheetPlan): [number, Target][] =>
  sheet.columns.flatMap((c): [number, Target][] => (c.target === null ? [] : [[c.column, c.target]]))
