/** Ai cung cấp số liệu của một mục tiêu: a body, or nobody, because there is no subject any more. */
import type { Day } from '../../kernel/day.ts'
import { showDay } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { endJudgedGoal, insertFormula, makeRoom, nameCustodian } from './store.ts'
import { definitions, formulas } from './views.ts'
import type { IndicatorDefinition } from './words.ts'

/** A goal of a plan by its code. */
type GoalOf = { readonly planId: string; readonly code: string }

/** A body known only by its name has no unit; `goneFrom` = không còn đối tượng from the day on, by the act. */
type Custody =
  | { readonly unitId: string | null; readonly name: string | null }
  | { readonly goneFrom: Day; readonly act: string }

/** Names who must supply the figures of a goal, or records that it has no subject any more: its custodian then stays as history. */
export async function keepCustody(ctx: Ctx, { planId, code }: GoalOf, custody: Custody): Promise<void> {
  if ('unitId' in custody) return nameCustodian(ctx, planId, code, custody)
  const { goneFrom, act } = custody
  await endJudgedGoal(ctx, planId, code, { from: goneFrom, act })
  const definition = (await definitions(ctx.tx)).find((d) => d.planId === planId && d.code === code)
  if (definition !== undefined) await endSubject(ctx, definition, goneFrom, act)
}

/** A version without a formula begins on the day; what was measured before, and how, stays. */
async function endSubject(ctx: Ctx, d: IndicatorDefinition, from: Day, act: string): Promise<void> {
  const all = (await formulas(ctx.tx)).filter((f) => f.definitionId === d.id)
  const held = all.filter((f) => f.supersededAt === null)
  const current = held.find((f) => f.valid.from <= from && (f.valid.to === null || from < f.valid.to))
  if (current?.expr === null) return
  await makeRoom(ctx, held, from)
  await insertFormula(ctx, {
    definitionId: d.id,
    no: Math.max(0, ...all.map((f) => f.no)) + 1,
    valid: { from, to: null },
    meaning: current?.meaning ?? d.name,
    source: current?.source ?? 'reported',
    time: current?.time ?? 'stock',
    expr: null,
    ended: `Không còn đối tượng từ ngày ${showDay(from)}: ${act}.`,
    unit: d.unit,
    numerator: '',
    denominator: '',
    base: '',
    splits: [],
    beside: current?.beside ?? [],
    custodian: current?.custodian ?? null,
    ground: act,
    reason: 'Ghi «không còn đối tượng» khi thực hiện biến động tổ chức',
  })
}
