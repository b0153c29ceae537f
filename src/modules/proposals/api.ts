/** Kiến nghị cho máy: the rows of a year within the scope of the key. */
import { z } from 'zod'
import { dayOf, yearOf } from '../../kernel/day.ts'
import { accept } from '../../kernel/result.ts'
import { type ApiRoute, apiList, dayOut } from '../../platform/http/api-route.ts'
import { windowOf } from '../../platform/http/cursor.ts'
import { year } from '../../platform/http/input.ts'
import { canSeeProposals } from './rights.ts'
import type { ProposalLine } from './rules/listing.ts'
import { readLines } from './screens.ts'
import { PROPOSAL_STATES } from './words.ts'

const proposalOut = z.object({
  code: z.string(),
  year: z.int(),
  text: z.string(),
  addressee: z.string().meta({ description: 'Kiến nghị với ai, theo lời báo cáo; trống: không nêu' }),
  askers: z.array(z.string()).meta({ description: 'Cơ quan kiến nghị mà khóa được biết tên' }),
  asking: z.int().meta({ description: 'Số cơ quan cùng kiến nghị' }),
  ownerName: z.string().nullable().meta({ description: 'Cơ quan trả lời; null: chưa giao' }),
  due: dayOut().nullable(),
  state: z.enum(PROPOSAL_STATES),
  daysLate: z.int(),
  answer: z.string(),
  document: z.string(),
  settledOn: dayOut().nullable(),
  passedTo: z.string(),
})

/** Addresses for machines. */
export const api: readonly ApiRoute[] = [
  apiList({
    path: '/api/v1/proposals',
    title: 'Kiến nghị của một năm và trả lời',
    right: canSeeProposals,
    input: z.object({ year: year().optional() }),
    row: proposalOut,
    key: z.tuple([z.string()]),
    keyOf: (p: ProposalLine): [string] => [p.code],
    view: async (ctx, q, window) => {
      const lines = await readLines(ctx, q.year ?? yearOf(dayOf(ctx.now)))
      return accept({ rows: windowOf(lines, (p) => p.code, window), total: lines.length, asOf: dayOf(ctx.now) })
    },
  }),
]
