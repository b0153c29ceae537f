/** Ban hành kế hoạch vào hệ thống: a confirmed reading becomes the programme, in one transaction. */
import { z } from 'zod'
import { type Day, dayOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { id, optionalText } from '../../../platform/http/input.ts'
import { applyDecisions, closeDocument, findDocument, type PlanReading, reviewItems } from '../../documents/public.ts'
import { defineIndicators } from '../../indicators/public.ts'
import { nameResolver, type Resolution, unitsOn } from '../../organisations/public.ts'
import { canAdopt } from '../rights.ts'
import { numberAndDate, territoryOf, unsureSeen } from '../rules/adoption.ts'
import { dueOfReading } from '../rules/due.ts'
import { leadByDocument } from '../rules/lead.ts'
import { bodiesOf, namedOneByOne } from '../rules/named-bodies.ts'
import { participantsOf } from '../rules/participants.ts'
import { clauseRows, goalRows, indicatorRows, taskRows } from '../rules/programme-rows.ts'
import { insertProgramme, type NewProgramme, saveAssignment } from '../store.ts'

const AdoptInput = z.object({
  document: id(),
  number: optionalText(60),
  date: optionalText(40),
  /** The officer has looked at the items the reader was unsure of. */
  seen: z.preprocess((v) => v === true || v === '1' || v === 'on', z.boolean()),
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
 * Adopts a reading under its number and date. Refuses: blank, wrong or contradicting number and date, unsure items not
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
    const plan = draft(ctx, reading, place.value, { documentId: document.id, ...named.value })
    await insertProgramme(ctx, plan)
    await assignByDocument(ctx, plan, reading, place.value.resolve)
    await defineIndicators(ctx, { id: plan.id, number: plan.number }, indicatorRows(reading))
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
      },
    })
  },
})

/** Kinds of names that are kept as written until somebody tells who is meant. */
const UNRESOLVED: ReadonlySet<string> = new Set(['ambiguous', 'unknown', 'ended'])

type Place = { readonly territoryId: string; readonly resolve: (name: string) => Resolution }

async function placeOf(ctx: Ctx, reading: PlanReading, date: Day, documentId: string): Promise<Decision<Place>> {
  const provinces = (await unitsOn(ctx.tx, date)).filter((u) => u.kind === 'province')
  const territory = territoryOf(reading.issuer, provinces)
  if (!territory.ok) return territory
  const asked = { territoryId: territory.value, day: date, today: dayOf(ctx.now), documentId }
  return accept({ territoryId: territory.value, resolve: await nameResolver(ctx.tx, asked) })
}

function draft(
  ctx: Ctx,
  reading: PlanReading,
  place: Place,
  given: { documentId: string; number: string; date: Day },
): NewProgramme {
  const named = reading.recipients.map((line) => ({ line, found: place.resolve(line.name) }))
  const groups = new Map(named.flatMap(({ found }) => found.units.map((u) => [u.id, u.group])))
  const lines = named.map(({ line, found }) => ({ line, resolved: bodiesOf(found) }))
  return {
    ...given,
    id: ctx.newId(),
    title: reading.title ?? '',
    kind: reading.docType ?? 'Kế hoạch',
    issuer: reading.issuer ?? '',
    territoryId: place.territoryId,
    clauses: clauseRows(reading, ctx.newId),
    goals: goalRows(reading, ctx.newId),
    tasks: taskRows(reading, ctx.newId),
    recipients: named.map(({ line, found }, i) => ({
      id: ctx.newId(),
      position: i + 1,
      name: line.name,
      archive: line.archive,
      resolved: found.kind,
      span_from: line.span[0],
      span_to: line.span[1],
    })),
    participants: participantsOf(lines, (id) => groups.get(id) ?? '').map((p) => ({
      id: ctx.newId(),
      unit_id: p.unitId,
      role: p.role,
      line: p.line,
    })),
  }
}

/** What the document itself says: one named lead that is one body, and the partners it names one by one. */
async function assignByDocument(
  ctx: Ctx,
  plan: NewProgramme,
  reading: PlanReading,
  resolve: Place['resolve'],
): Promise<void> {
  for (const [i, t] of reading.tasks.entries()) {
    const leadId = leadByDocument(t, (name) => bodiesOf(resolve(name)))
    const subject = plan.tasks[i]
    if (leadId === null || subject === undefined) continue
    const partners = t.coordinate.flatMap((name) => namedOneByOne(resolve(name)))
    await saveAssignment(ctx, {
      programmeId: plan.id,
      kind: 'task',
      subjectId: String(subject.id),
      version: 1,
      batch: plan.id,
      leadId,
      coordinators: [...new Set(partners)].filter((u) => u !== leadId),
      product: '',
      due: dueOfReading(t.due, t.dueRaw),
      byDocument: true,
    })
  }
}
