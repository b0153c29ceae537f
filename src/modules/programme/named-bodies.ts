/** Đối chiếu tên của bản đọc: reads the register of the document's day and tells what every name of a reading is. */
import { type Day, dayOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { applyDecisions, documentsList, findDocument, type SourceDocument } from '../documents/public.ts'
import { nameResolver, unitsOn } from '../organisations/public.ts'
import { territoryOf } from './rules/adoption.ts'
import { dayOfReading, isOpenName, type NamedBody, namedBodies } from './rules/named-bodies.ts'
import { programmeOfDocument } from './views.ts'
import type { Resolution } from './words.ts'

/** Sổ bộ của một văn bản: tells names as of `day`; `whole` = the document (or its adoption) gives that day itself. */
export type NamesOf = {
  readonly day: Day
  readonly whole: boolean
  readonly resolve: (name: string) => Resolution
}

/** The register a document is told by. `adopted` = the day it was adopted under. */
export async function namesOf(
  ctx: Ctx,
  document: Omit<SourceDocument, 'decisions'>,
  adopted: Day | null,
): Promise<NamesOf> {
  const { reading } = document
  const day = adopted ?? dayOfReading(reading, dayOf(document.uploadedAt))
  const provinces = (await unitsOn(ctx.tx, day)).filter((u) => u.kind === 'province')
  const territory = territoryOf(reading.issuer, provinces)
  const resolve = await nameResolver(ctx.tx, {
    territoryId: territory.ok ? territory.value : null,
    day,
    today: dayOf(ctx.now),
    documentId: document.id,
  })
  return { day, whole: adopted !== null || reading.date !== null, resolve }
}

/** Văn bản trong hàng chờ, with the names somebody must tell and those already decided. */
export type QueuedDocument = {
  readonly id: string
  /** "Kế hoạch 1459/KH-UBND", or the name of the file while it is not adopted. */
  readonly title: string
  readonly adopted: boolean
  readonly day: Day
  readonly whole: boolean
  readonly open: readonly NamedBody[]
  readonly decided: readonly NamedBody[]
}

const MOST_DOCUMENTS = 20

/** The newest documents (at most 20) and their names: derived from the readings each time, nothing is stored twice. */
export async function queuedNames(ctx: Ctx): Promise<QueuedDocument[]> {
  const found: QueuedDocument[] = []
  for (const { id } of await documentsList(ctx.tx, MOST_DOCUMENTS)) {
    const document = await findDocument(ctx.tx, id)
    if (document === null) continue
    const plan = document.closedAt === null ? null : await programmeOfDocument(ctx.tx, id)
    const names = await namesOf(ctx, document, plan?.date ?? null)
    const bodies = namedBodies(applyDecisions(document.reading, document.decisions), names.resolve)
    found.push({
      id,
      title: plan === null ? document.name : `Kế hoạch ${plan.number}`,
      adopted: plan !== null,
      day: names.day,
      whole: names.whole,
      open: bodies.filter(isOpenName),
      decided: bodies.filter((b) => b.found.by === 'alias'),
    })
  }
  return found
}
