/** Lưới ô địa bàn kèm theo phần mềm: `facts/tile-grids.json`. */
import fs from 'node:fs'
import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'

const Grids = z.object({
  grids: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(['district', 'commune']),
      title: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      tiles: z.record(z.string(), z.tuple([z.number(), z.number()])),
    }),
  ),
})

/** Lưới ô: where each place stands, by code; and when its places were those of the territory. */
export type TileGrid = z.infer<typeof Grids>['grids'][number]

const FILE = new URL('../../../facts/tile-grids.json', import.meta.url)

const grids = (): readonly TileGrid[] => Grids.parse(JSON.parse(fs.readFileSync(FILE, 'utf8'))).grids

/** The grid that holds on `day` for most of the places asked for; null when none of them stands in one. */
export function gridFor(codes: readonly string[], day: Day): TileGrid | null {
  const ranked = grids()
    .filter((g) => (g.from === null || g.from <= day) && (g.to === null || day < g.to))
    .map((grid) => ({ grid, found: codes.filter((c) => c in grid.tiles).length }))
    .filter((r) => r.found > 0)
    // Of grids that hold as many of the places, the one with fewest others.
    .sort((a, b) => b.found - a.found || Object.keys(a.grid.tiles).length - Object.keys(b.grid.tiles).length)
  return ranked[0]?.grid ?? null
}
