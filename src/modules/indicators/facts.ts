/** Số liệu kèm theo phần mềm: `facts/indicator-values.json` and `facts/official-series.json`, read when they are asked for. */
import fs from 'node:fs'
import { z } from 'zod'
import { dayField } from '../../platform/http/input.ts'
import { type OfficialFigure, QUANTITIES, type Quantity } from './words.ts'

const Facts = z.object({
  plan: z.string(),
  custodians: z.array(
    z.object({ indicator: z.string(), body: z.string().nullable(), name: z.string(), basis: z.string() }),
  ),
  values: z.array(
    z.object({
      indicator: z.string(),
      asOf: dayField('ngày'),
      value: z.number(),
      estimate: z.boolean(),
      status: z.enum(['seen', 'unverified']),
      source: z.string().min(1),
      note: z.string(),
    }),
  ),
})

/** Cơ quan được đề xuất and official figures for one plan, each with its source. */
export type ShippedFacts = z.infer<typeof Facts>

const FILE = new URL('../../../facts/indicator-values.json', import.meta.url)

/** The shipped figures. Throws when the file does not have its form. */
export const shippedFacts = (): ShippedFacts => Facts.parse(JSON.parse(fs.readFileSync(FILE, 'utf8')))

const Series = z.object({
  figures: z.array(
    z.object({
      quantity: z.custom<Quantity>((v) => typeof v === 'string' && Object.hasOwn(QUANTITIES, v), 'đại lượng'),
      territory: z.string().min(1),
      asOf: dayField('ngày'),
      period: z.string().min(1),
      value: z.number().min(0),
      estimate: z.boolean(),
      status: z.enum(['seen', 'unverified']),
      source: z.string().min(1),
      note: z.string(),
    }),
  ),
})

const SERIES = new URL('../../../facts/official-series.json', import.meta.url)

/** The shipped dated series. Throws when the file does not have its form. */
export const shippedFigures = (): OfficialFigure[] => Series.parse(JSON.parse(fs.readFileSync(SERIES, 'utf8'))).figures
