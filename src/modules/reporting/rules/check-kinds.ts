/**
 * Phép kiểm tra theo cấu hình: relations between forms, years, bodies and sources, as data of the regime. Each says its severity, what
 * it does with a missing value, and the cases it was tried on.
 */
import { z } from 'zod'

const severity = z.enum(['block', 'explain', 'note'])
/** Ô trống: not compared, or counted as 0. */
const missing = z.enum(['skip', 'zero'])

const value = z.number().nullable()

/** Schema of a case: figures of cells (both columns alike), of years before, of the register, of bodies below, and whether the check speaks. */
export const CaseSchema = z.object({
  name: z.string(),
  cells: z.record(z.string(), value).default({}),
  past: z.record(z.string(), z.array(z.number())).default({}),
  counted: z.record(z.string(), z.tuple([z.number(), z.number()])).default({}),
  below: z.record(z.string(), z.number()).default({}),
  /** Words of this year and of last year, for copies. */
  texts: z.tuple([z.string(), z.string()]).optional(),
  speaks: z.boolean(),
})

/** Trường hợp thử của một phép kiểm tra. */
export type CheckCase = z.infer<typeof CaseSchema>

const cases = z.array(CaseSchema).default([])
const row = z.object({ row: z.string(), column: z.enum(['toDate', 'wholeYear']).default('wholeYear') })

/** Schemas of the kinds that look beyond one form. */
export const CROSS_KINDS = [
  /** Giữa các biểu: the left cell is at most, or exactly, the right one. */
  z.object({
    kind: z.literal('compare'),
    left: row,
    relation: z.enum(['at-most', 'equal']),
    right: row,
    severity,
    missing,
    cases,
  }),
  /** Giữa các năm: far from the years before, by the robust z of the median; fewer years than `points` are not judged. */
  z.object({
    kind: z.literal('series'),
    rows: z.array(z.string()),
    points: z.number().int().min(4),
    limit: z.number().positive(),
    severity,
    cases,
  }),
  /** Giữa các cơ quan: bodies below that report themselves do not add up to more than the body above. */
  z.object({ kind: z.literal('bodies'), rows: z.array(z.string()), severity, missing, cases }),
  /** Giữa biểu và nguồn: what was typed against what the register or the indicator says. */
  z.object({ kind: z.literal('counted'), severity, cases }),
  /** Chép báo cáo năm trước: share of last year's words, dates and numbers aside; shorter texts are not judged. */
  z.object({ kind: z.literal('copied'), least: z.number().min(0).max(1), words: z.number().int(), severity, cases }),
] as const
