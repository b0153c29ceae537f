/** Kết quả chấm điểm cho máy: bodies of a year with their points and rank, once published. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { type ApiRoute, apiList } from '../../platform/http/api-route.ts'
import { windowOf } from '../../platform/http/cursor.ts'
import { year } from '../../platform/http/input.ts'
import { type ResultRow, readResults } from './listing.ts'
import { canSeeRounds } from './rights.ts'
import { ROUND_STATES } from './words.ts'

const resultOut = z.object({
  year: z.int(),
  state: z.enum(Object.keys(ROUND_STATES)),
  unitCode: z.string(),
  unitName: z.string(),
  group: z.string(),
  rank: z.int().meta({ description: 'Hạng trong nhóm cơ quan; bằng chỉ số thì cùng hạng' }),
  index: z.number().meta({ description: 'Chỉ số: tổng điểm trên điểm tối đa áp dụng, nhân 100' }),
  band: z.string(),
  total: z.number(),
  most: z.number().meta({ description: 'Điểm tối đa của các tiêu chí áp dụng với cơ quan' }),
  parts: z.array(z.object({ no: z.string(), title: z.string(), points: z.number() })),
})

/** Addresses for machines. */
export const api: readonly ApiRoute[] = [
  apiList({
    path: '/api/v1/appraisals',
    title: 'Kết quả chấm điểm cơ quan của một năm',
    right: canSeeRounds,
    elevated: true,
    input: z.object({ year: year().optional().meta({ description: 'Bỏ trống là đợt mới nhất' }) }),
    row: resultOut,
    key: z.tuple([z.string()]),
    keyOf: (r: ResultRow): [string] => [r.unitCode],
    view: async (ctx, q, window) => {
      const found = await readResults(ctx, q.year)
      if (!found.ok) return found
      const { rows } = found.value
      return accept({ rows: windowOf(rows, (r) => r.unitCode, window), total: rows.length })
    },
  }),
]
