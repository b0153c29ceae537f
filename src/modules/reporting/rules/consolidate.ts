/**
 * Tổng hợp: totals of the accepted reports, each with the cells it was added up from.
 */
import type { ReportContent } from '../words.ts'
import { computedValue } from './compute.ts'
import { type Regime, rowsOf } from './regime.ts'

/** Báo cáo đã duyệt of one body. */
export type AcceptedReport = {
  readonly unitId: string
  readonly unitCode: string
  readonly unitName: string
  /** Mã báo cáo. */
  readonly code: string
  /** Which version was accepted. */
  readonly number: number
  readonly submittedAt: Temporal.Instant
  /** Báo cáo kết thúc: the body ended before the cut-off; its people are counted by its successors. */
  readonly closing: boolean
  readonly content: ReportContent
  /** Warnings of the accepted version with the words of the body. */
  readonly explained?: readonly { readonly message: string; readonly explanation: string }[]
}

/** Ô nguồn: the value of one body. */
export type SourceCell = {
  readonly unitCode: string
  readonly unitName: string
  readonly report: string
  readonly number: number
  readonly value: number
}

/** Số tổng hợp: value and source cells; null value = no body gave a figure. */
export type Total = {
  /** `bieu-2.tien-si.uoc`. */
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly value: number | null
  readonly cells: readonly SourceCell[]
  /** How a computed total comes about; absent where the cells add up to it. */
  readonly note?: string
}

const COLUMNS = [
  { id: 'den-chot', of: 'toDate', label: 'thực hiện đến ngày chốt' },
  { id: 'uoc', of: 'wholeYear', label: 'ước cả năm' },
] as const

/**
 * Totals of every row and column of the regime; a body without a figure adds no cell. What arose in the year (flow) adds
 * up over all bodies; what is there at the cut-off (stock) only over bodies that still exist, or it would count twice.
 */
export function totals(regime: Regime, reports: readonly AcceptedReport[]): readonly Total[] {
  return computedTotals(regime, addedUp(regime, reports))
}

/** A share of the whole province is worked out from its totals: shares of bodies do not add up. */
function computedTotals(regime: Regime, added: readonly Total[]): readonly Total[] {
  const shares = rowsOf(regime).flatMap(({ key, row }) =>
    row.compute?.kind === 'share' ? [[key, row.compute] as const] : [],
  )
  if (shares.length === 0) return added
  const values = new Map(added.map((t) => [t.id, t.value]))
  const computes = new Map(shares)
  return added.map((t) => {
    const column = COLUMNS.find((c) => t.id.endsWith(`.${c.id}`))?.id
    const key = t.id.slice(0, -`.${column}`.length)
    const compute = computes.get(key)
    if (compute === undefined) return t
    const value = computedValue(compute, (other) => values.get(`${other}.${column}`) ?? null)
    return { ...t, value, note: 'Tính từ các tổng của tỉnh; tỷ lệ của từng cơ quan không cộng lại được.' }
  })
}

function addedUp(regime: Regime, reports: readonly AcceptedReport[]): readonly Total[] {
  return rowsOf(regime).flatMap(({ key, table, row }) =>
    COLUMNS.map((column) => {
      const counted = row.kind === 'stock' ? reports.filter((r) => !r.closing) : reports
      const cells = counted.flatMap((r) => {
        const value = r.content.cells[key]?.[column.of] ?? null
        return value === null
          ? []
          : [{ unitCode: r.unitCode, unitName: r.unitName, report: r.code, number: r.number, value }]
      })
      return {
        id: `${key}.${column.id}`,
        label: `${row.label}, ${column.label}`,
        unit: row.unit ?? table.unit,
        value: cells.length === 0 ? null : cells.reduce((s, c) => s + c.value, 0),
        cells,
      }
    }),
  )
}

/** A body that ended and its successor may bear one name: the closing report says so. */
const nameOf = (r: AcceptedReport): string => (r.closing ? `${r.unitName} (báo cáo kết thúc)` : r.unitName)

/** Đoạn của các cơ quan cho một nhóm nhiệm vụ, in the order of the reports. */
export const contributions = (no: string, reports: readonly AcceptedReport[]) =>
  reports.flatMap((r) => {
    const text = r.content.groups[no]?.text ?? ''
    return text === '' ? [] : [{ unitCode: r.unitCode, unitName: nameOf(r), report: r.code, number: r.number, text }]
  })

/** Đoạn văn của các cơ quan theo tên phần, without empty ones and "không có". */
export const paragraphsOf = (id: string, reports: readonly AcceptedReport[]) =>
  reports.flatMap((r) => {
    const text = r.content.paragraphs[id] ?? ''
    return text === '' || /^không( có| phát sinh)?[.\s]*$/i.test(text)
      ? []
      : [{ unitCode: r.unitCode, unitName: nameOf(r), report: r.code, number: r.number, text }]
  })
