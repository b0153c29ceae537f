/** Lấy số từ hồ sơ: counts what the regime says can be counted, keeps the count, and fills the cells it vouches for. */
import { z } from 'zod'
import { type Decision, refuse } from '../../../kernel/result.ts'
import { type Action, action, type Ctx, done, performIn } from '../../../platform/action.ts'
import { text, whole, year } from '../../../platform/http/input.ts'
import type { Measure } from '../../../platform/measure.ts'
import { countFor } from '../counting.ts'
import { holdReport } from '../held-report.ts'
import { canDraft } from '../rights.ts'
import { fieldsOf } from '../rules/answers.ts'
import { type Counting, takenOf, vouchedOf } from '../rules/prefill.ts'
import { transition } from '../rules/transitions.ts'
import { beginDraft, saveCounting, saveSection } from '../store.ts'
import { type ReportFile, reportUnder } from '../views/report.ts'
import type { Answers } from '../words.ts'
import { saveDraftSection } from './save-draft-section.ts'

const PrefillInput = z.object({
  regime: z.string().optional(),
  year: year(),
  unitCode: text(40, 'Thiếu mã cơ quan'),
  /** The section that is open, with what was typed in it: it is saved first, so that nothing typed is lost. */
  open: z
    .object({
      section: whole('Thiếu số mục'),
      version: whole('Thiếu phiên bản đang sửa'),
      fields: z.record(z.string(), z.unknown()),
    })
    .optional(),
  /** Whether typed figures that differ are replaced. */
  replace: z.boolean().default(false),
})

/** What is sent. */
export type Prefill = z.infer<typeof PrefillInput>

/** Kết quả: cells filled, and cells counted but not vouched for. */
export type Prefilled = {
  readonly year: number
  readonly unitCode: string
  readonly filled: number
  readonly open: number
}

/** Đếm và điền. Typed figures stay unless `replace`; what the register cannot vouch for is kept beside, never filled in. */
export const prefillReport = (measuresOf: () => readonly Measure[]): Action<Prefill, Prefilled> =>
  action({
    name: 'reporting.prefill',
    right: canDraft,
    input: PrefillInput as unknown as z.ZodType<Prefill>,
    run: async (ctx, input) => {
      const held = await holdReport(ctx, canDraft, input)
      if (!held.ok) return held
      const next = transition(held.value.obligation.state, 'luu')
      if (!next.ok) return next
      // Counted before the open section is saved: from the fact of a saving on, all other writers wait for the end of this one.
      const counted = await countFor(ctx, measuresOf(), held.value)
      const saved = await saveOpen(ctx, input)
      if (!saved.ok) return saved
      const file = await reportUnder(ctx, canDraft, input)
      if (!file.ok) return file
      const { obligation, period, unit, answers, lastYear } = file.value
      const counting: Counting = { ...counted, at: ctx.now, by: ctx.actor.name }
      await saveCounting(ctx, obligation, counted)
      const vouched = vouchedOf(period.regime, counting, answers, lastYear)
      // A statement that nothing arose stands until a section is saved by hand.
      const taken = file.value.sections.has(0) ? {} : takenOf(vouched, answers, input.replace)
      const filled = await fillIn(ctx, file.value, taken)
      if (!filled.ok) return filled
      if (filled.value > 0) await beginDraft(ctx, obligation.id, next.value)
      const out: Prefilled = {
        year: input.year,
        unitCode: unit.code,
        filled: filled.value,
        open: vouched.filter((v) => v.value === null).length,
      }
      return done(out, {
        kind: 'reporting.prefilled',
        subject: `report:${obligation.id}`,
        unit: unit.id,
        data: { code: obligation.code, filled: out.filled },
      })
    },
  })

async function saveOpen(ctx: Ctx, input: Prefill): Promise<Decision<unknown>> {
  const { open, regime, year: of, unitCode } = input
  if (open === undefined) return { ok: true, value: null }
  return performIn(ctx, saveDraftSection, { regime, year: of, unitCode, ...open })
}

/** Writes the figures into the sections they stand in; how many. */
async function fillIn(ctx: Ctx, file: ReportFile, taken: Answers): Promise<Decision<number>> {
  const { period, groups, obligation, unit, sections } = file
  for (const section of period.regime.sections) {
    const own = new Set(fieldsOf(period.regime, section, groups))
    const mine = Object.entries(taken).filter(([field]) => own.has(field))
    if (mine.length === 0) continue
    const saved = sections.get(section.no)
    const at = { obligationId: obligation.id, unitId: unit.id, section: section.no, seen: saved?.version ?? 0 }
    if (!(await saveSection(ctx, at, { ...saved?.answers, ...Object.fromEntries(mine) })))
      return refuse(
        'stale',
        'report.stale',
        `Mục ${section.no} vừa được người khác lưu. Chưa điền số nào, tải lại trang rồi bấm lại.`,
      )
  }
  return { ok: true, value: Object.keys(taken).length }
}
