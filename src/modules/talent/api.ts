/** Nhân tài cho máy: who is recognised, within the scope of the key, and recruitment of a year. */
import { z } from 'zod'
import { dayOf, yearOf } from '../../kernel/day.ts'
import { accept } from '../../kernel/result.ts'
import { type ApiRoute, apiList, apiOne, dayOut } from '../../platform/http/api-route.ts'
import { windowOf } from '../../platform/http/cursor.ts'
import { optionalDay, year } from '../../platform/http/input.ts'
import { canSeeTalents } from './rights.ts'
import type { TalentLine } from './rules/listing.ts'
import { type RecruitLine, readLines, readRecruitment } from './screens.ts'
import { CLASSES, STANDINGS } from './words.ts'

const talentOut = z.object({
  code: z.string(),
  personCode: z.string().nullable().meta({ description: 'null: hồ sơ do cơ quan khác quản lý' }),
  name: z.string().nullable(),
  unitName: z.string(),
  talentClass: z.enum(Object.keys(CLASSES)),
  sector: z.string(),
  since: dayOut(),
  years: z.int(),
  standing: z.enum(Object.keys(STANDINGS)),
  leftOn: dayOut().nullable(),
  recognised: z.boolean(),
  reached: z.boolean().meta({ description: 'Đã đủ 5 năm kể từ ngày công nhận và còn tính được' }),
  stayed: z.boolean(),
  nextMilestone: z.int().nullable(),
  nextMilestoneDay: dayOut().nullable(),
})

const recruitsOut = z.object({
  year: z.int(),
  recruited: z.int(),
  talents: z.int(),
  state: z.enum(['value', 'undefined', 'no-source']),
  share: z.number().nullable().meta({ description: 'null: không tuyển ai, hoặc chưa có báo cáo' }),
  why: z.string(),
  dataOf: dayOut().nullable(),
  silent: z.int().meta({ description: 'Số cơ quan chưa báo cáo' }),
  rows: z.array(
    z.object({
      unitName: z.string(),
      reported: z.boolean(),
      recruited: z.int().nullable(),
      talents: z.int().nullable(),
      share: z.number().nullable(),
    }),
  ),
})

const recruitRow = (l: RecruitLine) => {
  const reported = l.reports.length > 0
  return {
    unitName: l.unitName,
    reported,
    recruited: reported ? l.recruited : null,
    talents: reported ? l.talents : null,
    share: l.share.state === 'value' ? l.share.share : null,
  }
}

/** Addresses for machines. */
export const api: readonly ApiRoute[] = [
  apiList({
    path: '/api/v1/talents',
    title: 'Người được công nhận là nhân tài',
    right: canSeeTalents,
    input: z.object({ asOf: optionalDay().meta({ description: 'Ngày xem; bỏ trống là hôm nay' }) }),
    row: talentOut,
    key: z.tuple([z.string()]),
    keyOf: (l: TalentLine): [string] => [l.code],
    view: async (ctx, q, window) => {
      const day = q.asOf ?? dayOf(ctx.now)
      const lines = (await readLines(ctx, day)).map((l) => ({
        ...l,
        nextMilestone: l.next?.milestone ?? null,
        nextMilestoneDay: l.next?.day ?? null,
      }))
      return accept({ rows: windowOf(lines, (l) => l.code, window), total: lines.length, asOf: day })
    },
  }),
  apiOne({
    path: '/api/v1/talents/recruitment',
    title: 'Nhân tài trong số tuyển dụng mới của một năm',
    right: canSeeTalents,
    input: z.object({ year: year().optional() }),
    output: recruitsOut,
    view: async (ctx, q) => {
      const v = await readRecruitment(ctx, q.year ?? yearOf(dayOf(ctx.now)), '')
      const { share, recruited, talents } = v.total
      return accept({
        year: v.year,
        recruited,
        talents,
        state: share.state,
        share: share.state === 'value' ? share.share : null,
        why: share.state === 'value' ? '' : share.why,
        dataOf: v.dataOf,
        silent: v.silent,
        rows: v.lines.map(recruitRow),
      })
    },
  }),
]
