/** Số liệu người cho máy: how many people share the values of up to four dimensions on a day, within the reader's rights. */
import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'
import { accept, type Decision } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/action.ts'
import { type ApiRoute, apiList } from '../../../platform/http/api-route.ts'
import { windowOf } from '../../../platform/http/cursor.ts'
import { list } from '../../../platform/http/input.ts'
import { unitsByIds } from '../../organisations/public.ts'
import { askedOf } from '../asking.ts'
import { canSeePeople } from '../rights.ts'
import { conditionsOf, type MachineQuery } from '../rules/machine-conditions.ts'
import { aggregatePeople, DIMENSION_NAMES, type Dimension } from '../views/facets.ts'
import { conditions } from './conditions.ts'

const MOST_DIMENSIONS = 4

const by = list(z.enum(DIMENSION_NAMES), 'Chọn ít nhất một chiều đếm')
  .refine((d) => d.length <= MOST_DIMENSIONS, `Đếm theo nhiều nhất ${MOST_DIMENSIONS} chiều một lần`)
  .meta({ description: 'Chiều đếm, gửi nhiều lần để đếm theo nhiều chiều' })

const value = z.string().nullable().optional()
const figureRow = z.object({
  ...(Object.fromEntries(DIMENSION_NAMES.map((d) => [d, value])) as Record<Dimension, typeof value>),
  count: z.int(),
})

type Group = { readonly [d in Dimension]?: string | null } & { readonly count: number; readonly key: string }

/** Every combination that occurs; bodies and places by code, null = not known. */
async function groupsOf(
  ctx: Ctx,
  q: MachineQuery & { by: Dimension[] },
): Promise<Decision<{ rows: Group[]; day: Day }>> {
  const read = conditionsOf(q)
  if (!read.ok) return read
  const dimensions = [...new Set(q.by)]
  const asked = await askedOf(ctx, read.value)
  const groups = await aggregatePeople(ctx.tx, asked, dimensions)
  const isUnit = (i: number): boolean => dimensions[i] === 'unit' || dimensions[i] === 'place'
  const ids = groups.flatMap((g) => g.values.flatMap((v, i) => (v !== null && isUnit(i) ? [v] : [])))
  const codes = new Map((await unitsByIds(ctx.tx, ids)).map((u) => [u.id, u.code]))
  const rows = groups.map(({ values, count }): Group => {
    const shown = values.map((v, i) => (v !== null && isUnit(i) ? (codes.get(v) ?? null) : v))
    return { ...Object.fromEntries(dimensions.map((d, i) => [d, shown[i]])), count, key: JSON.stringify(values) }
  })
  return accept({ rows, day: asked.day })
}

/** Figures. */
export const figuresApi: readonly ApiRoute[] = [
  apiList({
    path: '/api/v1/people/aggregate',
    title: 'Số trí thức của một ngày theo nhiều chiều',
    right: canSeePeople,
    input: conditions.extend({ by }),
    row: figureRow,
    key: z.tuple([z.string()]),
    keyOf: (g: Group): [string] => [g.key],
    view: async (ctx, q, window) => {
      const read = await groupsOf(ctx, q)
      if (!read.ok) return read
      const { rows, day } = read.value
      return accept({ rows: windowOf(rows, (g) => g.key, window), total: rows.length, asOf: day })
    },
  }),
]
