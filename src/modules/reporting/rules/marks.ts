/**
 * Ô bị trả lại: each must be changed, or get a note, before the report is sent again.
 */
import type { ReportContent, TaskGroup } from '../words.ts'
import { FIELD } from './answers.ts'
import type { Finding } from './checks.ts'
import { type Regime, rowsOf, sectionWith, tableOf } from './regime.ts'
import { shownCells } from './versions.ts'

/** Where a cell stands: its section, the field to write in, and its name. */
export type CellPlace = { readonly section: number; readonly field: string; readonly label: string }

/** The place of `bieu-2.tien-si`, `doan.chi-dao`, `nhom.III.1`. */
export function placeOf(regime: Regime, cell: string): CellPlace {
  const row = rowsOf(regime).find((r) => r.key === cell)
  if (row)
    return {
      section: sectionWith(regime, row.table.id),
      field: FIELD.toDate(cell),
      label: `${row.table.title.split('.')[0]}: ${row.row.label}`,
    }
  if (cell.startsWith('nhom.')) {
    const no = cell.slice('nhom.'.length)
    return { section: sectionWith(regime, 'groups'), field: FIELD.group(no), label: `Nhóm ${no}` }
  }
  const id = cell.replace(/^doan\./, '')
  const part = regime.sections.flatMap((s) => s.parts).find((p) => p.kind === 'paragraph' && p.id === id)
  return { section: sectionWith(regime, id), field: cell, label: part?.kind === 'paragraph' ? part.label : cell }
}

/** The place of a cell in the reading order of the report. */
export function cellOrder(regime: Regime, groups: readonly TaskGroup[]): (cell: string) => number {
  const order = regime.sections.flatMap((s) =>
    s.parts.flatMap((p) => {
      if (p.kind === 'table') return tableOf(regime, p.table).rows.map((r) => `${p.table}.${r.id}`)
      return p.kind === 'groups' ? groups.map((g) => `nhom.${g.no}`) : [`doan.${p.id}`]
    }),
  )
  return (cell) => order.indexOf(cell)
}

/** The shown texts that belong to a cell: the figures, note and evidence of a row or group, or one paragraph. */
const shownOf = (cells: ReadonlyMap<string, string>, cell: string): string =>
  [...cells]
    .filter(([k]) => k === cell || k.startsWith(`${cell}.`))
    .map(([k, v]) => `${k}=${v}`)
    .join('\n')

/** Marked cells that are still as they were returned. */
export function untouched(
  regime: Regime,
  marks: readonly { readonly cell: string; readonly text: string }[],
  returned: ReportContent | null,
  now: ReportContent,
): readonly Finding[] {
  if (returned === null) return []
  const before = shownCells(returned)
  const after = shownCells(now)
  return marks.flatMap(({ cell }): Finding[] => {
    if (shownOf(before, cell) !== shownOf(after, cell)) return []
    const { section, field, label } = placeOf(regime, cell)
    const message = `${label}: ô bị trả lại chưa sửa; nếu giữ nguyên, ghi lý do vào ghi chú`
    return [{ id: `mark:${cell}`, severity: 'block', section, field, cell, message, explanation: null }]
  })
}
