/** Số liệu kèm theo phần mềm: values, official series and formulas of `facts/`, read when they are asked for. */
import fs from 'node:fs'
import { z } from 'zod'
import { dayField } from '../../platform/http/input.ts'
import { SPLITS, type Split } from '../../platform/measure.ts'
import type { Expr } from './rules/formula.ts'
import { FORMULA_SOURCES, type FormulaSource, type OfficialFigure, QUANTITIES, type Quantity } from './words.ts'

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

const codes = z.array(z.string().min(1)).min(1)

/** Biểu thức as kept in files and sent by programs: its form only; whether it makes sense is `rules/check-formula.ts`. */
export const exprForm: z.ZodType<Expr> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({
      op: z.literal('measure'),
      code: z.string().min(1),
      where: z.record(z.string(), codes).optional(),
    }),
    z.strictObject({ op: z.literal('figure'), quantity: z.string().min(1) }),
    z.strictObject({ op: z.literal('reported') }),
    z.strictObject({ op: z.literal('indicator'), code: z.string().min(1) }),
    z.strictObject({ op: z.literal('number'), value: z.number(), unit: z.string() }),
    z.strictObject({ op: z.literal('sum'), of: z.array(exprForm).min(2) }),
    z.strictObject({ op: z.literal('difference'), of: z.tuple([exprForm, exprForm]) }),
    z.strictObject({ op: z.literal('between'), of: z.tuple([exprForm, exprForm]) }),
    z.strictObject({
      op: z.literal('ratio'),
      of: z.tuple([exprForm, exprForm]),
      per: z.union([z.literal(1), z.literal(100), z.literal(1000), z.literal(10000), z.literal(100000)]),
    }),
  ]),
) as z.ZodType<Expr>

const keyOf = <T extends string>(table: Readonly<Record<T, unknown>>, what: string) =>
  z.custom<T>((v) => typeof v === 'string' && Object.hasOwn(table, v), what)

const Shipped = z.strictObject({
  from: dayField('ngày bắt đầu'),
  to: dayField('ngày kết thúc').nullable(),
  meaning: z.string().min(1),
  source: keyOf<FormulaSource>(FORMULA_SOURCES, 'nguồn'),
  time: z.enum(['stock', 'flow', 'cohort']),
  expr: exprForm.nullable(),
  ended: z.string(),
  unit: z.string().min(1),
  numerator: z.string(),
  denominator: z.string(),
  base: z.string(),
  splits: z.array(keyOf<Split>(SPLITS, 'chiều chia')),
  beside: z.array(keyOf<Quantity>(QUANTITIES, 'đại lượng')),
  custodian: z.string().nullable(),
  ground: z.string().min(1),
})

/** Cách tính kèm theo phần mềm: one version. */
export type ShippedFormula = z.infer<typeof Shipped>

const Formulas = z.object({
  plan: z.string(),
  formulas: z.array(z.object({ indicator: z.string(), versions: z.array(Shipped).min(1) })),
  qualitative: z.array(
    z.object({ goal: z.string(), meaning: z.string().min(1), custodian: z.string().min(1), ground: z.string().min(1) }),
  ),
})

const FORMULAS = new URL('../../../facts/indicator-formulas.json', import.meta.url)

/** The shipped formulas of one plan. Throws when the file does not have its form. */
export const shippedFormulas = (): z.infer<typeof Formulas> =>
  Formulas.parse(JSON.parse(fs.readFileSync(FORMULAS, 'utf8')))
