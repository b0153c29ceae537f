/**
 * Số liệu thống kê cho máy: sources, published tables, coverage, declaring. What is read here is what a reader without the right to
 * small counts sees, whoever asks: a figure that has left cannot be called back.
 */
import { z } from 'zod'
import { type Day, dayOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { type ApiRoute, apiAct, apiList, apiOne, dayOut } from '../../platform/http/api-route.ts'
import { windowOf } from '../../platform/http/cursor.ts'
import { optionalDay, text } from '../../platform/http/input.ts'
import { declareCells } from './actions/declare-cells.ts'
import { canEnterCells, canSeeCells, canSeeCoverage } from './rights.ts'
import { PUBLISHED_LEVELS } from './rules/publishing.ts'
import { type GoalsOf, readCoverage, readList, readSource, type SourceLine } from './screens.ts'
import { OVERLAP_BASES, POPULATIONS, RELEASE_STATES } from './words.ts'

const asOf = optionalDay().meta({ description: 'Ngày xem; bỏ trống là hôm nay' })
const figure = z.int().nullable().meta({ description: 'null: con số nhỏ hơn 5 hoặc phải giấu cùng' })
const source = z.object({
  code: z.string(),
  population: z.enum(Object.keys(POPULATIONS)),
  title: z.string(),
})

const asOutsider = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, kind: 'machine', grants: [] } })
const dayAsked = (ctx: Ctx, day: Day | null): Day => day ?? dayOf(ctx.now)

const sourceOut = source.extend({
  unitName: z.string(),
  asOf: dayOut().nullable(),
  total: figure,
  graduates: figure,
  overlapDeclared: z.boolean(),
})

const tableOut = source.extend({
  unitName: z.string(),
  day: dayOut(),
  asOf: dayOut().nullable(),
  state: z.enum(Object.keys(RELEASE_STATES)).nullable(),
  document: z.string().nullable(),
  version: z.int().nullable(),
  total: figure,
  graduates: figure,
  rows: z.array(
    z.object({
      sector: z.string(),
      sectorLabel: z.string(),
      total: figure,
      levels: z.array(z.object({ level: z.enum(PUBLISHED_LEVELS), count: figure })),
    }),
  ),
})

async function oneTable(ctx: Ctx, q: { code: string; asOf: Day | null }): Promise<Decision<unknown>> {
  const read = await readSource(asOutsider(ctx), q.code, dayAsked(ctx, q.asOf))
  if (!read.ok) return read
  const { source: s, published, release, sectors, unitName, day } = read.value
  const labels = new Map(sectors.map((x) => [x.code, x.label]))
  return accept({
    ...s,
    unitName,
    day,
    asOf: release?.asOf ?? null,
    state: release?.state ?? null,
    document: release?.document ?? null,
    version: release?.version ?? null,
    total: published.table.total,
    graduates: published.graduates,
    rows: published.sectors.map((sector, r) => ({
      sector,
      sectorLabel: labels.get(sector) ?? sector,
      total: published.table.rowTotals[r] ?? null,
      levels: PUBLISHED_LEVELS.map((level, c) => ({ level, count: published.table.cells[r]?.[c] ?? null })),
    })),
  })
}

const range = z.object({ low: z.int(), high: z.int() })
const coverageOut = z.object({
  day: dayOut(),
  goal: z
    .object({ code: z.string(), name: z.string(), target: z.number(), strict: z.boolean(), byYear: z.int().nullable() })
    .nullable(),
  exact: z.boolean().meta({ description: 'false: tổng làm tròn đến hàng trăm' }),
  register: figure,
  cells: figure,
  overlap: range,
  counted: range,
  sectors: z.array(z.object({ sector: z.string().nullable(), register: figure, cells: figure })),
  sources: z.array(z.object({ code: z.string(), asOf: dayOut(), old: z.boolean(), graduates: figure })),
  overlaps: z.array(
    z.object({
      sourceCode: z.string(),
      against: z.string().nullable(),
      low: figure,
      high: figure,
      basis: z.enum(Object.keys(OVERLAP_BASES)).nullable(),
    }),
  ),
  emptySectors: z.array(z.string()),
})

/** Addresses for machines. `goalsOf` = the goals of the plan in force. */
export const apiWith = (goalsOf: GoalsOf): readonly ApiRoute[] => [
  apiList({
    path: '/api/v1/cells',
    title: 'Nguồn số liệu thống kê',
    right: canSeeCells,
    input: z.object({ asOf }),
    row: sourceOut,
    key: z.tuple([z.string()]),
    keyOf: (l: SourceLine & { code: string }): [string] => [l.code],
    view: async (ctx, q, window) => {
      const { lines, day } = await readList(asOutsider(ctx), dayAsked(ctx, q.asOf))
      const rows = lines.map((l) => ({ ...l, ...l.source }))
      return accept({ rows: windowOf(rows, (l) => l.code, window), total: rows.length, asOf: day })
    },
  }),
  apiOne({
    path: '/api/v1/cells/:code',
    title: 'Bảng số liệu của một nguồn',
    right: canSeeCells,
    input: z.object({ code: text(20, 'Thiếu mã nguồn số liệu'), asOf }),
    output: tableOut,
    view: oneTable,
  }),
  apiAct({
    path: '/api/v1/cells',
    title: 'Khai số liệu thống kê',
    right: canEnterCells,
    action: declareCells,
    output: z.object({ code: z.string(), asOf: dayOut() }),
    status: 201,
    location: (o) => `/api/v1/cells/${o.code}?asOf=${o.asOf}`,
  }),
  apiOne({
    path: '/api/v1/coverage',
    title: 'Độ phủ số liệu trí thức',
    right: canSeeCoverage,
    input: z.object({ asOf }),
    output: coverageOut,
    view: async (ctx, q) => {
      const { told, goal, day, sources, overlaps, emptySectors } = await readCoverage(
        asOutsider(ctx),
        dayAsked(ctx, q.asOf),
        goalsOf,
      )
      return accept({
        ...told,
        goal,
        day,
        emptySectors,
        sources: sources.map((s) => ({ ...s, code: s.source.code })),
        overlaps: overlaps.map((o) => ({ ...o, basis: o.declared?.basis ?? null })),
      })
    },
  }),
]
