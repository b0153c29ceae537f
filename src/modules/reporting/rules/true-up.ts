/**
 * Số chính thức của năm trước: a year ago the body sent an estimate of the whole year; this year it may say what the year
 * came to. The difference is shown in the form and carried into the report of the province.
 */
import { showNumber } from '../../../kernel/number.ts'
import type { ReportContent } from '../words.ts'
import type { AcceptedReport, SourceCell } from './consolidate.ts'
import { type Regime, rowsOf } from './regime.ts'

type LastYear = Readonly<Record<string, number | null>>

/** Figures of last year to compare with: the official one where the body gave it, else the estimate it sent. */
export function officialLastYear(content: ReportContent, estimates: LastYear): LastYear {
  const official = Object.entries(content.cells).flatMap(([key, c]) =>
    typeof c.lastYear === 'number' ? [[key, c.lastYear] as const] : [],
  )
  return official.length === 0 ? estimates : { ...estimates, ...Object.fromEntries(official) }
}

/** Một dòng hiệu chỉnh: what bodies had estimated and what they say now, only of those that said both. */
export type TrueUp = {
  readonly key: string
  readonly label: string
  readonly unit: string
  readonly estimate: number
  readonly official: number
  readonly cells: readonly SourceCell[]
}

/**
 * The rows whose official figures of last year are known, added up over the bodies that gave one and had sent an estimate.
 * Computed rows are left out: they follow from the others.
 */
export function trueUps(
  regime: Regime,
  reports: readonly AcceptedReport[],
  estimates: ReadonlyMap<string, LastYear>,
): readonly TrueUp[] {
  if (regime.trueUp !== true) return []
  return rowsOf(regime).flatMap(({ key, table, row }) => {
    if (row.compute !== undefined) return []
    const said = reports.flatMap((r) => {
      const official = r.content.cells[key]?.lastYear ?? null
      const estimate = estimates.get(r.unitId)?.[key] ?? null
      return official === null || estimate === null ? [] : [{ r, official, estimate }]
    })
    if (said.length === 0) return []
    return [
      {
        key,
        label: row.label,
        unit: row.unit ?? table.unit,
        estimate: said.reduce((s, x) => s + x.estimate, 0),
        official: said.reduce((s, x) => s + x.official, 0),
        cells: said.map(({ r, official }) => ({
          unitCode: r.unitCode,
          unitName: r.unitName,
          report: r.code,
          number: r.number,
          value: official,
        })),
      },
    ]
  })
}

/** "giảm 20 so với số ước"; empty where one of the two is not known. */
export function trueUpWords(estimate: number | null | undefined, official: number | null | undefined): string {
  if (estimate === null || estimate === undefined || official === null || official === undefined) return ''
  if (estimate === official) return 'đúng số ước'
  return `${official > estimate ? 'tăng' : 'giảm'} ${showNumber(Math.abs(official - estimate), 2)} so với số ước`
}
