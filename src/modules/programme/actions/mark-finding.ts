/** Ghi ý kiến về một phát hiện của việc rà soát. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, optionalText, text, whole } from '../../../platform/http/input.ts'
import { checkDocument } from '../check-document.ts'
import { canMarkFindings } from '../rights.ts'
import { KINDS } from '../rules/check/kinds.ts'
import { saveFindingMark } from '../store.ts'
import type { FindingVerdict } from '../words.ts'

const MarkInput = z.object({
  document: id('Chọn văn bản'),
  finding: text(200, 'Chọn nội dung rà soát'),
  verdict: oneOf(['known', 'propose', 'ignored'], 'Chọn cách xử lý'),
  note: optionalText(1000),
  /** Version of the opinion seen; 0 = none yet. */
  version: whole('Tải lại trang rồi ghi ý kiến lần nữa'),
})

/**
 * Keeps what the officer holds of a finding. Refuses: no such document or finding, leaving one out without a reason, an
 * opinion written meanwhile (stale, with theirs).
 */
export const markFinding = action<
  z.infer<typeof MarkInput>,
  { finding: string; clause: string; verdict: FindingVerdict }
>({
  name: 'programme.mark-finding',
  right: canMarkFindings,
  input: MarkInput,
  run: async (ctx, input) => {
    if (input.verdict === 'ignored' && input.note === '')
      return refuseFields('finding.reason', { note: 'Nhập lý do bỏ qua, tối đa 1.000 ký tự' })
    const checked = await checkDocument(ctx, input.document)
    if (!checked.ok) return checked
    const finding = checked.value.findings.find((f) => f.key === input.finding)
    if (finding === undefined)
      return refuse(
        'absent',
        'finding.absent',
        'Nội dung này không còn trong kết quả rà soát. Tải lại trang để xem kết quả hiện tại.',
      )
    const saved = await saveFindingMark(ctx, input)
    if (!saved) {
      const theirs = finding.mark
      return refuse(
        'stale',
        'finding.stale',
        `${theirs?.markedBy ?? 'Người khác'} vừa ghi ý kiến về nội dung này. Chưa ghi gì; xem lại rồi chọn.`,
        { theirs },
      )
    }
    return done(
      { finding: finding.key, clause: finding.clause, verdict: input.verdict },
      {
        kind: 'programme.finding-marked',
        subject: `document:${input.document}`,
        reason: input.note,
        data: {
          finding: finding.kind,
          label: KINDS[finding.kind].label,
          clause: finding.clause,
          verdict: input.verdict,
        },
      },
    )
  },
})
