/** Sửa đổi kế hoạch: the programme follows an amending document, in one transaction; assignments, progress and plans of agencies stay. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, optionalText, whole } from '../../../platform/http/input.ts'
import { closeDocument } from '../../documents/public.ts'
import { applyAmendment } from '../amendment.ts'
import { compareWithPlan } from '../comparison.ts'
import { canAdopt } from '../rights.ts'
import { numberAndDate, statedByAmendment } from '../rules/adoption.ts'
import { countChanges } from '../rules/amendment.ts'
import { amendmentPlan, differencesSeen, toLookAt } from '../rules/amendment-plan.ts'
import { insertEdition } from '../store/amendment.ts'

const AmendInput = z.object({
  document: id(),
  number: optionalText(60),
  date: optionalText(40),
  /** Version of the programme that was compared. */
  version: whole('Tải lại trang để so lại với kế hoạch đang thực hiện'),
  /** The officer has looked at the differences nobody decided and at the unsure items. */
  seen: z.preprocess((v) => v === true || v === '1' || v === 'on', z.boolean()),
})

/** What came of it. */
export type Amended = {
  readonly number: string
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
}

/**
 * Puts the programme in force on the amending document. Refuses: blank, wrong or contradicting number and date, a day before the
 * plan's own, differences or unsure items nobody looked at, no difference at all, a programme amended meanwhile, a document already used.
 */
export const amendPlan = action<z.infer<typeof AmendInput>, Amended>({
  name: 'programme.amend',
  right: canAdopt,
  input: AmendInput,
  run: async (ctx, input) => {
    const both = await compareWithPlan(ctx, input.document)
    if (!both.ok) return both
    const { document, plan, decided, unsure, reading } = both.value
    const named = numberAndDate(statedByAmendment(document.reading, plan), input, dayOf(ctx.now))
    if (!named.ok) return named
    if (named.value.date < plan.date)
      return refuseFields('programme.amend-before', {
        date: 'Văn bản sửa đổi không thể ban hành trước kế hoạch. Kiểm tra lại ngày',
      })
    const undecided = toLookAt(decided).filter((d) => d.decidedBy === null).length
    const looked = differencesSeen(undecided, unsure, input.seen)
    if (!looked.ok) return looked
    const work = amendmentPlan(decided)
    const counts = countChanges(decided.filter((d) => d.choice === 'take'))
    if (counts.added + counts.changed + counts.removed + counts.moved === 0) {
      return refuse(
        'conflict',
        'programme.no-difference',
        'Không có khác biệt nào được lấy theo văn bản mới, kế hoạch giữ nguyên.',
      )
    }
    const edition = {
      id: ctx.newId(),
      programmeId: plan.id,
      documentId: document.id,
      ...named.value,
      title: reading.title ?? '',
      added: counts.added,
      changed: counts.changed + counts.moved,
      removed: counts.removed,
      unchanged: counts.unchanged + work.left.length,
    }
    if (!(await insertEdition(ctx, { ...edition, seen: input.version }))) {
      return refuse(
        'stale',
        'programme.amended-meanwhile',
        'Kế hoạch vừa được sửa đổi theo một văn bản khác. Chưa ghi gì; so lại với kế hoạch hiện nay rồi xác nhận.',
      )
    }
    if (!(await closeDocument(ctx, document.id)))
      return refuse(
        'conflict',
        'programme.document-closed',
        'Văn bản này vừa được đưa vào hệ thống. Mở trang Kế hoạch để xem.',
      )
    await applyAmendment(ctx, both.value, work, edition)
    const { number, added, changed, removed, unchanged } = edition
    const value: Amended = { number, added, changed, removed, unchanged }
    return done(value, {
      kind: 'programme.amended',
      subject: `programme:${plan.id}`,
      data: { ...value, plan: plan.number, date: edition.date },
    })
  },
})
