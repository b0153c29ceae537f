/** Lưới nhập nhanh: sectors by degrees for one area of work; the same cells a file gives. Pure. */
import type { Cell } from '../words.ts'

/** Trình độ của lưới: the degrees the Plan counts. */
export const GRID_DEGREES = ['6', '7', '8'] as const

/** Name of the box of a sector and a degree. */
export const boxOf = (sector: string, degree: string): string => `so.${sector}.${degree}`

/** Boxes of a submitted form: name -> what was typed, for names `boxOf` made. */
export const boxesOf = (raw: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      name.startsWith('so.') && typeof value === 'string' && value.trim() !== '' ? [[name, value]] : [],
    ),
  )

/** The cells of a filled grid; empty boxes and noughts count nothing. */
export function gridCells(area: string, boxes: ReadonlyMap<string, number>, sectors: readonly string[]): Cell[] {
  return sectors.flatMap((sector) =>
    GRID_DEGREES.flatMap((degree): Cell[] => {
      const count = boxes.get(boxOf(sector, degree)) ?? 0
      return count === 0
        ? []
        : [{ area, sector, field: null, degree, ageBand: null, sex: null, placeId: null, body: null, count }]
    }),
  )
}

/** The boxes that show these cells, and their area; null when the grid cannot hold them. */
export function boxesFor(cells: readonly Cell[]): { area: string; boxes: Record<string, string> } | null {
  const area = cells[0]?.area
  const simple = (c: Cell) =>
    c.area === area &&
    (GRID_DEGREES as readonly string[]).includes(c.degree) &&
    [c.field, c.ageBand, c.sex, c.placeId, c.body].every((v) => v === null)
  if (area === undefined || !cells.every(simple)) return null
  return { area, boxes: Object.fromEntries(cells.map((c) => [boxOf(c.sector, c.degree), String(c.count)])) }
}
