/** Bản sửa đổi và kế hoạch đang thực hiện: both sides, their differences, and what was chosen so far. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import {
  applyDecisions,
  findDocument,
  type PlanReading,
  reviewItems,
  type SourceDocument,
} from '../documents/public.ts'
import { type Difference, differences, itemsOfReading } from './rules/amendment.ts'
import { type Decided, decide, type StoredChoice } from './rules/amendment-plan.ts'
import { choicesOn, storedItems, versionOf } from './views/amendment.ts'
import { currentProgramme } from './views.ts'
import type { Programme } from './words.ts'

/** Hai bản đem so. */
export type Comparison = {
  readonly document: SourceDocument
  /** The new document as confirmed. */
  readonly reading: PlanReading
  readonly plan: Programme
  /** Version of the programme: what an amendment is checked against. */
  readonly version: number
  readonly list: readonly Difference[]
  readonly choices: readonly StoredChoice[]
  readonly decided: readonly Decided[]
  /** Items of the new reading that the reader was unsure of and nobody looked at. */
  readonly unsure: number
}

/** Compares an open document with the programme in force. Refuses a document that is absent or closed, and when there is no programme. */
export async function compareWithPlan(ctx: Ctx, documentId: string): Promise<Decision<Comparison>> {
  const document = await findDocument(ctx.tx, documentId)
  if (document === null) return refuse('absent', 'document.absent', 'Không tìm thấy văn bản này.')
  const plan = await currentProgramme(ctx.tx)
  if (plan === null)
    return refuse('conflict', 'programme.none', 'Chưa có kế hoạch nào để so. Ban hành văn bản này vào hệ thống trước.')
  if (document.closedAt !== null) {
    return refuse(
      'conflict',
      'programme.document-closed',
      'Văn bản này đã được đưa vào hệ thống. Mở trang Kế hoạch để xem các phiên bản.',
    )
  }
  const reading = applyDecisions(document.reading, document.decisions)
  const list = differences(await storedItems(ctx.tx, plan.id), itemsOfReading(reading))
  const choices = await choicesOn(ctx.tx, document.id)
  return accept({
    document,
    reading,
    plan,
    version: await versionOf(ctx.tx, plan.id),
    list,
    choices,
    decided: decide(list, choices),
    unsure: reviewItems(document.reading, document.decisions).filter((i) => i.unsure).length,
  })
}
