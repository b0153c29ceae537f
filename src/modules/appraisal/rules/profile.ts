/** Bộ tiêu chí: data of one version; a round keeps the version it was opened with. */
import { z } from 'zod'
import shipped from '../../../../facts/appraisal/ke-hoach-nam.json' with { type: 'json' }
import { FACT_NAMES, type FactName } from '../words.ts'

const points = z.number().positive().multipleOf(0.01)

/** Cách tính điểm từ số đếm được: theo tỷ lệ, theo bậc, trừ mỗi lần. */
const RuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ty-le') }),
  z.object({
    kind: z.literal('bac'),
    steps: z.array(z.object({ upTo: z.number().int().nonnegative(), points: z.number().nonnegative() })).min(1),
  }),
  z.object({ kind: z.literal('tru'), each: points }),
])

const CriterionSchema = z.object({
  code: z.string(),
  title: z.string(),
  max: points,
  scored: z.discriminatedUnion('by', [
    z.object({
      by: z.literal('so-lieu'),
      fact: z.enum(Object.keys(FACT_NAMES) as [FactName, ...FactName[]]),
      rule: RuleSchema,
    }),
    z.object({ by: z.literal('nguoi') }),
  ]),
  evidence: z.string(),
})

/** Schema of a version: steps fall while the count grows and none is above the greatest points; codes are used once. */
export const ProfileSchema = z
  .object({
    code: z.string(),
    version: z.number().int().positive(),
    title: z.string(),
    source: z.string(),
    /** Code or address of the regime whose reports are counted; left out = that of the Plan. */
    regime: z.string().optional(),
    appeal: z.object({ workingDays: z.number().int().positive(), source: z.string() }),
    bands: z.array(z.object({ from: z.number().min(0).max(100), label: z.string() })).min(1),
    groups: z.array(z.object({ no: z.string(), title: z.string(), criteria: z.array(CriterionSchema).min(1) })).min(1),
  })
  .refine((p) => {
    const all = p.groups.flatMap((g) => g.criteria.map((c) => c.code))
    return new Set(all).size === all.length
  }, 'Mã tiêu chí bị trùng')
  .refine((p) => p.groups.flatMap((g) => g.criteria).every(stepsFall), 'Bậc điểm phải giảm dần, không quá điểm tối đa')
  .refine(
    (p) => p.bands.every((b, i) => b.from < (p.bands[i - 1]?.from ?? 101)) && p.bands.at(-1)?.from === 0,
    'Mức xếp loại phải giảm dần và kết thúc ở 0',
  )

function stepsFall(c: z.infer<typeof CriterionSchema>): boolean {
  if (c.scored.by === 'nguoi' || c.scored.rule.kind !== 'bac') return true
  const { steps } = c.scored.rule
  return steps.every((s, i) => {
    const before = steps[i - 1]
    return s.points <= (before?.points ?? c.max) && (before === undefined || s.upTo > before.upTo)
  })
}

/** Bộ tiêu chí. */
export type Profile = z.infer<typeof ProfileSchema>
/** Tiêu chí. */
export type Criterion = z.infer<typeof CriterionSchema>
/** Cách tính của một tiêu chí đếm được. */
export type Rule = z.infer<typeof RuleSchema>

/** Bộ tiêu chí đi kèm. */
export const SHIPPED: Profile = ProfileSchema.parse(shipped)

/** Every criterion, in order. */
export const criteriaOf = (p: Profile): readonly Criterion[] => p.groups.flatMap((g) => g.criteria)

/** The criterion of a code, or null. */
export const criterionOf = (p: Profile, code: string): Criterion | null =>
  criteriaOf(p).find((c) => c.code === code) ?? null
