/** Ban hành kế hoạch vào hệ thống: a confirmed reading becomes the programme, in one transaction. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, optionalText } from '../../../platform/http/input.ts'
import { applyDecisions, closeDocument, findDocument, reviewItems } from '../../documents/public.ts'
import { defineIndicators } from '../../indicators/public.ts'
import { assignByDocument, placeOf, recipientRows, UNRESOLVED } from '../from-reading.ts'
import { canAdopt } from '../rights.ts'
import { numberAndDate, replacing, unsureSeen } from '../rules/adoption.ts'
import { clauseRows, goalRows, indicatorRows, taskRows } from '../rules/programme-rows.ts'
import { insertProgramme, type NewProgramme } from '../store.ts'
import { currentProgramme, qualitativeOf } from '../views.ts'

const ticked = () => z.preprocess((v) => v === true || v === '1' || v === 'on', z.boolean())

const AdoptInput = z.object({
  document: id(),
  number: optionalText(60),
  date: optionalText(40),
  /** The officer has looked at the items the reader was unsure of. */
  seen: ticked(),
  /** The officer knows that another plan is in force and that this one takes its place. */
  replaces: ticked(),
})

/** What came of it. `unresolved` = recipient lines that somebody must still tell. */
export type Adopted = {
  readonly id: string
  readonly number: string
  readonly goals: number
  readonly tasks: number
  readonly participants: number
  readonly unresolved: readonly string[]
}

/**
 * Adopts a reading under its number and date. Refuses: another plan in force that the officer did not agree to replace, blank, wrong or contradicting number and date, unsure items not
 * looked at, a document already adopted, a number already taken, a province the register does not know on that day.
 * An empty reading gives an empty programme.
 */
export const adoptPlan = action<z.infer<typeof AdoptInput>, Adopted>({
  name: 'programme.adopt',
  right: canAdopt,
  input: AdoptInput,
  run: async (ctx, input) => {
    const document = await findDocument(ctx.tx, input.document)
    if (document === null) return refuse('absent', 'document.absent', 'Không tìm thấy văn bản này.')
    const named = numberAndDate(document.reading, input, dayOf(ctx.now))
    if (!named.ok) return named
    const unsure = reviewItems(document.reading, document.decisions).filter((i) => i.unsure).length
    const looked = unsureSeen(unsure, input.seen)
    if (!looked.ok) return looked
    const replaced = replacing(await currentProgramme(ctx.tx), named.value.number, input.replaces)
    if (!replaced.ok) return replaced
    if (!(await closeDocument(ctx, document.id))) {
      return refuse(
        'conflict',
        'programme.document-closed',
        'Văn bản này đã được ban hành vào hệ thống. Mở trang Kế hoạch để xem.',
      )
    }
    const reading = applyDecisions(document.reading, document.decisions)
    const place = await placeOf(ctx, reading, named.value.date, document.id)
    if (!place.ok) return place
    const tasks = taskRows(reading, ctx.newId)
    const plan: NewProgramme = {
      id: ctx.newId(),
      documentId: document.id,
      ...named.value,
      title: reading.title ?? '',
      kind: reading.docType ?? 'Kế hoạch',
      issuer: reading.issuer ?? '',
      territoryId: place.value.territoryId,
      clauses: clauseRows(reading, ctx.newId),
      goals: goalRows(reading, ctx.newId),
      tasks,
      ...recipientRows(reading.recipients, place.value.resolve, ctx.newId),
    }
    await insertProgramme(ctx, plan)
    for (const [i, t] of reading.tasks.entries())
      await assignByDocument(
        ctx,
        { programmeId: plan.id, batch: plan.id, subjectId: tasks[i]?.id, version: 1 },
        t,
        place.value,
      )
    const measured = indicatorRows(reading).map((to, i) => ({ from: null, to, position: i + 1 }))
    const formulas = await defineIndicators(
      ctx,
      { ...plan, qualitative: await qualitativeOf(ctx.tx, plan.id) },
      measured,
      plan.date,
    )
    const adopted: Adopted = {
      id: plan.id,
      number: plan.number,
      goals: plan.goals.length,
      tasks: reading.tasks.filter((t) => !t.duty).length,
      participants: plan.participants.length,
      unresolved: plan.recipients
        .filter((r) => UNRESOLVED.has(String(r.resolved)) && r.archive !== true)
        .map((r) => String(r.name)),
    }
    return done(adopted, {
      kind: 'programme.adopted',
      subject: `programme:${plan.id}`,
      data: {
        number: plan.number,
        date: plan.date,
        goals: adopted.goals,
        tasks: adopted.tasks,
        participants: adopted.participants,
        formulas,
      },
    })
  },
})
