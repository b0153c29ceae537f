/** Nộp báo cáo từ tệp: the draft, the head's decision and the version in one transaction. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { text, year } from '../../../platform/http/input.ts'
import { holdReport } from '../held-report.ts'
import { canApprove } from '../rights.ts'
import { answersOf, bySection } from '../rules/answers.ts'
import { ContentSchema, fitContent } from '../rules/packet.ts'
import { submitReport, submitToHead } from '../rules/submit-report.ts'
import { transition } from '../rules/transitions.ts'
import { beginDraft, contentHash, dropDraft, moveObligation, saveSection } from '../store.ts'
import { reportUnder } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'
import { type SubmittedReport, sendVersion } from './approve-and-submit.ts'

/** Nộp từ tệp. The same content as the version that stands is not submitted twice. */
export const submitFile = action({
  name: 'reporting.submit-file',
  right: canApprove,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    content: ContentSchema,
  }),
  run: async (ctx, input) => {
    const file = await holdReport(ctx, canApprove, input)
    if (!file.ok) return file
    const { obligation, period, groups, unit } = file.value
    const content = fitContent(period.regime, groups, input.content)
    if (!content.ok) return content
    const stands = file.value.submissions[0]
    const settled =
      obligation.state === 'da-nop' || obligation.state === 'da-tiep-nhan' || obligation.state === 'da-duyet'
    if (stands && settled && stands.contentSha256 === contentHash(content.value)) {
      return refuse(
        'conflict',
        'report.same',
        `Báo cáo ${obligation.code} đã nộp với đúng nội dung này (bản ${stands.number}). Không thêm bản mới.`,
      )
    }
    const drafting = transition(obligation.state, 'luu')
    if (!drafting.ok) return drafting
    await dropDraft(ctx, obligation.id)
    for (const [section, answers] of bySection(period.regime, groups, answersOf(content.value))) {
      await saveSection(ctx, { obligationId: obligation.id, unitId: unit.id, section, seen: 0 }, answers)
    }
    await beginDraft(ctx, obligation.id, drafting.value)
    const drafted = await reportUnder(ctx, canApprove, input)
    if (!drafted.ok) return drafted
    const ready = {
      state: drafted.value.obligation.state,
      dueBefore: drafted.value.obligation.dueBefore,
      found: drafted.value.found,
    }
    const toHead = submitToHead(ready)
    if (!toHead.ok) return toHead
    const before = drafted.value.obligation
    await moveObligation(ctx, before, { verb: 'trinh', state: toHead.value })
    const decided = submitReport({ ...ready, state: toHead.value }, ctx.now)
    if (!decided.ok) return decided
    // What the step above made of it: nothing else has changed since it was read.
    const waiting = { ...before, state: toHead.value, version: before.version + 1 }
    const sent = await sendVersion(ctx, { ...drafted.value, obligation: waiting }, decided.value, {
      preparedBy: ctx.actor.name,
    })
    if (!sent.ok) return sent
    const value: SubmittedReport = sent.value
    return done(value, {
      kind: 'reporting.submitted',
      subject: `report:${obligation.id}`,
      unit: unit.id,
      data: { ...aboutPeriod(period), ...value, daysLate: decided.value.daysLate, fromFile: true },
    })
  },
})
