/** Từ bản đọc vào kế hoạch: what adopting and amending share: the register of the document's day, recipients, named leads. */
import { type Day, dayOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { PlanReading } from '../documents/public.ts'
import { nameResolver, unitsOn } from '../organisations/public.ts'
import { territoryOf } from './rules/adoption.ts'
import { dueOfReading } from './rules/due.ts'
import { leadByDocument } from './rules/lead.ts'
import { bodiesOf, namedOneByOne } from './rules/named-bodies.ts'
import { participantsOf } from './rules/participants.ts'
import { saveAssignment } from './store.ts'
import type { Resolution } from './words.ts'

/** Nơi ban hành: the territory of a document, and what its names mean there on its day. */
export type Place = { readonly territoryId: string; readonly resolve: (name: string) => Resolution }

/** Kinds of names that are kept as written until somebody tells who is meant. */
export const UNRESOLVED: ReadonlySet<string> = new Set(['ambiguous', 'unknown', 'ended'])

/** Where a document was issued. Refuses a province that the register does not know on that day. */
export async function placeOf(ctx: Ctx, reading: PlanReading, date: Day, documentId: string): Promise<Decision<Place>> {
  const provinces = (await unitsOn(ctx.tx, date)).filter((u) => u.kind === 'province')
  const territory = territoryOf(reading.issuer, provinces)
  if (!territory.ok) return territory
  return accept(await placeIn(ctx, territory.value, date, documentId))
}

/** What names mean in a territory on the day of a document. */
export async function placeIn(ctx: Ctx, territoryId: string, date: Day, documentId: string): Promise<Place> {
  const asked = { territoryId, day: date, today: dayOf(ctx.now), documentId }
  return { territoryId, resolve: await nameResolver(ctx.tx, asked) }
}

type Row = Readonly<Record<string, unknown>>

/** The recipient lines and the bodies they name. */
export function recipientRows(
  recipients: PlanReading['recipients'],
  resolve: Place['resolve'],
  newId: () => string,
): { recipients: Row[]; participants: Row[] } {
  const named = recipients.map((line) => ({ line, found: resolve(line.name) }))
  const groups = new Map(named.flatMap(({ found }) => found.units.map((u) => [u.id, u.group])))
  const lines = named.map(({ line, found }) => ({ line, resolved: bodiesOf(found) }))
  return {
    recipients: named.map(({ line, found }, i) => ({
      id: newId(),
      position: i + 1,
      name: line.name,
      archive: line.archive,
      resolved: found.kind,
      span_from: line.span[0],
      span_to: line.span[1],
    })),
    participants: participantsOf(lines, (id) => groups.get(id) ?? '').map((p) => ({
      id: newId(),
      unit_id: p.unitId,
      role: p.role,
      line: p.line,
    })),
  }
}

/** Việc được giao trong văn bản. */
export type Subject = {
  readonly programmeId: string
  readonly batch: string
  readonly subjectId: string | undefined
  readonly version: number
}

/** What the document itself says: one named lead that is one body, and the partners it names one by one. Nothing where it does not. */
export async function assignByDocument(
  ctx: Ctx,
  subject: Subject,
  t: PlanReading['tasks'][number],
  { resolve }: Place,
): Promise<void> {
  const leadId = leadByDocument(t, (name) => bodiesOf(resolve(name)))
  if (leadId === null || subject.subjectId === undefined) return
  const partners = t.coordinate.flatMap((name) => namedOneByOne(resolve(name)))
  await saveAssignment(ctx, {
    programmeId: subject.programmeId,
    kind: 'task',
    subjectId: subject.subjectId,
    version: subject.version,
    batch: subject.batch,
    leadId,
    coordinators: [...new Set(partners)].filter((u) => u !== leadId),
    product: t.product ?? '',
    due: dueOfReading(t.due, t.dueRaw),
    byDocument: true,
  })
}
