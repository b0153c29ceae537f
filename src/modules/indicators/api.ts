/** Chỉ tiêu cho máy: the goals with their values, and one value as asked. Small counts never leave. */
import { z } from 'zod'
import { type Day, dayOf, parseDay } from '../../kernel/day.ts'
import { accept, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { type ApiRoute, apiList, apiOne, dayOut } from '../../platform/http/api-route.ts'
import { windowOf } from '../../platform/http/cursor.ts'
import { optionalDay, optionalText, text } from '../../platform/http/input.ts'
import { type Measure, SPLITS, type Split } from '../../platform/measure.ts'
import { readAll, readValue } from './reading.ts'
import { canSeeIndicators } from './rights.ts'
import { READING_STATES, ROW_BASES } from './rules/reading.ts'
import { listOut, valueOut } from './rules/told.ts'
import { FORMULA_SOURCES, TIMES } from './words.ts'

const asOf = optionalDay().meta({ description: 'Ngày của giá trị; bỏ trống là hôm nay' })
const known = optionalDay().meta({ description: 'Theo những gì đã biết đến hết ngày này; bỏ trống là đến bây giờ' })
const state = z.enum(Object.keys(READING_STATES))
const source = z.enum(Object.keys(FORMULA_SOURCES))
const number = z.number().nullable()

const row = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  target: z.number(),
  targetHigh: number,
  comparator: z.string(),
  targetWords: z.string(),
  byYear: z.int().nullable(),
  direction: z.enum(['up', 'down']),
  formula: z.string(),
  meaning: z.string(),
  source,
  time: z.enum(Object.keys(TIMES)),
  custodian: z.string().nullable(),
  state,
  value: number.meta({
    description: 'null khi chưa có nguồn, chưa xác định, không còn đối tượng, hoặc chỉ biết khoảng',
  }),
  low: number,
  high: number,
  asOf: dayOut(),
  dataOf: dayOut().nullable(),
  why: z.string(),
})

const part = z
  .object({
    label: z.string(),
    low: z.number(),
    high: z.number(),
    unit: z.string(),
    source: z.string(),
    dataOf: dayOut(),
  })
  .nullable()

const valueRow = z.object({
  key: z.string().nullable(),
  label: z.string(),
  state,
  value: number,
  low: number,
  high: number,
  basis: z.enum(Object.keys(ROW_BASES)),
  hidden: z.boolean().meta({ description: 'true: số nhỏ hơn 5 hoặc phải giấu cùng' }),
})

const value = row
  .pick({
    code: true,
    name: true,
    unit: true,
    state: true,
    value: true,
    low: true,
    high: true,
    asOf: true,
    dataOf: true,
  })
  .extend({
    hierarchy: z.string(),
    known: dayOut().nullable(),
    numerator: part,
    denominator: part,
    sources: z.array(z.string()),
    notes: z.array(z.string()),
    why: z.string(),
    formula: z.string(),
    source,
    custodian: z.string().nullable(),
    rivals: z.array(z.object({ value: z.number(), asOf: dayOut(), source: z.string(), status: z.string() })),
    rows: z.array(valueRow),
  })

const asOutsider = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, kind: 'machine', grants: [] } })
const dayAsked = (ctx: Ctx, day: Day | null): Day => day ?? dayOf(ctx.now)

/** Addresses for machines. `measuresOf` = what all modules count. */
export const apiWith = (measuresOf: () => readonly Measure[]): readonly ApiRoute[] => [
  apiList({
    path: '/api/v1/indicators',
    title: 'Chỉ tiêu của kế hoạch',
    right: canSeeIndicators,
    elevated: true,
    input: z.object({ asOf, known }),
    row,
    key: z.tuple([z.string()]),
    keyOf: (r: { code: string }): [string] => [r.code],
    view: async (ctx, q, window) => {
      const day = dayAsked(ctx, q.asOf)
      const all = (await readAll(asOutsider(ctx), measuresOf(), { asOf: day, known: q.known })).map(listOut)
      return accept({ rows: windowOf(all, (r) => r.code, window), total: all.length, asOf: day })
    },
  }),
  apiOne({
    path: '/api/v1/indicators/:code/value',
    title: 'Giá trị của một chỉ tiêu',
    right: canSeeIndicators,
    elevated: true,
    input: z.object({
      code: text(40, 'Thiếu mã chỉ tiêu'),
      asOf,
      known,
      hierarchy: optionalText(20).meta({ description: 'Ngày của đơn vị hành chính, hoặc reported: như đã ghi' }),
      by: optionalText(20).meta({ description: `Chia theo: ${Object.keys(SPLITS).join(', ')}` }),
    }),
    output: value,
    view: async (ctx, q) => {
      const hierarchy = q.hierarchy === 'reported' ? 'reported' : parseDay(q.hierarchy)
      if (q.hierarchy !== '' && hierarchy === null)
        return refuse('invalid', 'indicator.hierarchy', 'hierarchy cần một ngày có thật (2025-07-01) hoặc reported.')
      if (q.by !== '' && !Object.hasOwn(SPLITS, q.by))
        return refuse('invalid', 'indicator.by', `by nhận một trong: ${Object.keys(SPLITS).join(', ')}.`)
      const by = q.by === '' ? null : (q.by as Split)
      const day = dayAsked(ctx, q.asOf)
      const read = await readValue(asOutsider(ctx), measuresOf(), {
        code: q.code,
        asOf: day,
        hierarchy,
        known: q.known,
        by,
      })
      return read.ok ? accept(valueOut(read.value)) : read
    },
  }),
]
