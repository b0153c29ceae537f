/** Duyệt và nộp: the head's decision makes an immutable version, its Word file and the hash of that file. */

import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { type Decision, refuse } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import { text, year } from '../../../platform/http/input.ts'
import { WORD } from '../../../platform/word/official-paper.ts'
import { writePaper } from '../../../platform/word/write-paper.ts'
import { issuerOn } from '../../organisations/public.ts'
import { currentProgramme } from '../../programme/public.ts'
import { agencyPaperInput } from '../papers/agency-input.ts'
import { agencyReport } from '../papers/agency-report.ts'
import { canSign } from '../rights.ts'
import { contentOf } from '../rules/answers.ts'
import { signedFor } from '../rules/signing.ts'
import { type Submitted, submitReport } from '../rules/submit-report.ts'
import { signerFor } from '../signing.ts'
import { moveObligation, saveSubmission } from '../store.ts'
import { type ReportFile, reportUnder } from '../views/report.ts'
import type { SigningAuthority } from '../words.ts'
import { aboutPeriod } from '../words.ts'

/** Kết quả nộp. */
export type SubmittedReport = {
  readonly year: number
  readonly unitCode: string
  readonly code: string
  readonly number: number
  readonly late: boolean
  readonly sha256: string
}

/** Duyệt và nộp. A second press finds the report already sent and makes no second version. */
export const approveAndSubmit = action({
  name: 'reporting.approve-and-submit',
  right: canSign,
  readsKept: true,
  input: z.object({ regime: z.string().optional(), year: year(), unitCode: text(40, 'Thiếu mã cơ quan') }),
  run: async (ctx, input) => {
    const file = await reportUnder(ctx, canSign, input)
    if (!file.ok) return file
    const by = await signerFor(ctx, file.value.unit.id)
    if (!by.ok) return by
    const { obligation, found } = file.value
    const decided = submitReport({ state: obligation.state, dueBefore: obligation.dueBefore, found }, ctx.now)
    if (!decided.ok) return decided
    const sent = await sendVersion(ctx, file.value, decided.value, { by: by.value })
    if (!sent.ok) return sent
    return done(sent.value, {
      kind: 'reporting.submitted',
      subject: `report:${obligation.id}`,
      unit: obligation.unitId,
      data: { ...aboutPeriod(file.value.period), ...sent.value, daysLate: decided.value.daysLate },
    })
  },
})

/**
 * Writes the paper, keeps it, records the version and moves the obligation. `preparedBy`: who laid it before the head; `by`: the
 * authority of whoever signs in place of the head.
 */
export async function sendVersion(
  ctx: Ctx,
  file: ReportFile,
  decided: Submitted,
  { preparedBy, by = null }: { readonly preparedBy?: string; readonly by?: SigningAuthority | null } = {},
): Promise<Decision<SubmittedReport>> {
  const { obligation, unit, period } = file
  const number = (file.submissions[0]?.number ?? 0) + 1
  const moved = await moveObligation(ctx, obligation, {
    verb: 'duyet-va-nop',
    state: decided.state,
    returnedUntil: null,
    submissionNumber: number,
  })
  if (!moved)
    return refuse('stale', 'report.stale', 'Báo cáo vừa đổi trạng thái. Chưa nộp thêm bản nào, tải lại trang để xem.')
  const content = contentOf(file)
  const bytes = await paperOf(ctx, file, number, by)
  const name = `${obligation.code}-ban-${number}.docx`
  const kept = await keepFile(ctx, { name, mediaType: WORD, bytes }, { of: { unit: unit.id } })
  await saveSubmission(ctx, {
    obligationId: obligation.id,
    unitId: unit.id,
    number,
    content,
    findings: file.found,
    preparedBy: preparedBy ?? file.steps.find((s) => s.verb === 'trinh')?.by ?? ctx.actor.name,
    signer: { id: ctx.actor.id, name: ctx.actor.name, post: by?.post ?? ctx.actor.post, signedFor: signedFor(by) },
    sentAt: decided.at,
    late: decided.late,
    daysLate: decided.daysLate,
    fileId: kept.id,
    sha256: kept.sha256,
  })
  return {
    ok: true,
    value: {
      year: period.year,
      unitCode: unit.code,
      code: obligation.code,
      number,
      late: decided.late,
      sha256: kept.sha256,
    },
  }
}

/** The Word file of the content as it stands: same content, same day, same bytes. */
export async function paperOf(
  ctx: Ctx,
  file: ReportFile,
  number: number,
  by: SigningAuthority | null = null,
): Promise<Uint8Array> {
  const { unit, period, obligation } = file
  const date = dayOf(ctx.now)
  const programme = await currentProgramme(ctx.tx)
  if (!programme) throw new Error('a period without a programme')
  const issuer = await issuerOn(ctx.tx, programme.territoryId, date)
  const input = agencyPaperInput({
    regime: period.regime,
    issuedBy: period.issuedBy,
    groups: file.groups,
    content: contentOf(file),
    found: file.found,
    lastYear: file.lastYear,
    year: period.year,
    date,
    cutOff: period.cutOff,
    unit: { code: unit.code, officeName: unit.officeName, name: unit.name, isCommittee: unit.kind !== 'body' },
    committee: issuer.committee.officeName,
    place: issuer.place,
    plan: programme,
    signer: { name: ctx.actor.kind === 'system' ? null : ctx.actor.name, post: ctx.actor.post, by },
    code: obligation.code,
    number,
  })
  return writePaper(agencyReport(input))
}
