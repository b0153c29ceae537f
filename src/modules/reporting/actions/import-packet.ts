/** Nhập gói báo cáo: puts back the versions an export wrote, each once, with the instants they were sent at. */
import { z } from 'zod'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { holdReport } from '../held-report.ts'
import { canMovePackets } from '../rights.ts'
import { answersOf, bySection } from '../rules/answers.ts'
import type { Finding } from '../rules/checks.ts'
import { fitContent, type Packet, PacketSchema } from '../rules/packet.ts'
import { moveObligation, saveSection, saveSubmission } from '../store.ts'
import { REPORT_STATES, type ReportState } from '../words.ts'

/** Kết quả nhập. */
export type ImportedPacket = {
  /** Code of the regime. */
  readonly regime: string
  readonly year: number
  readonly added: number
  readonly known: number
  readonly reports: number
}

/** Nhập gói. A second import of the same packet adds nothing. */
export const importPacket = action({
  name: 'reporting.import-packet',
  right: canMovePackets,
  input: z.object({ packet: PacketSchema }),
  run: async (ctx, { packet }) => {
    let added = 0
    let known = 0
    for (const report of packet.reports) {
      const put = await putBack(ctx, packet, report)
      if (!put.ok) return put
      added += put.value.added
      known += put.value.known
    }
    const imported: ImportedPacket = {
      regime: packet.regime,
      year: packet.year,
      added,
      known,
      reports: packet.reports.length,
    }
    return done(imported, {
      kind: 'reporting.packet-imported',
      subject: `period:${packet.regime}:${packet.year}`,
      data: { ...imported },
    })
  },
})

async function putBack(
  ctx: Ctx,
  { regime, year }: Packet,
  report: Packet['reports'][number],
): Promise<Decision<{ added: number; known: number }>> {
  const file = await holdReport(ctx, canMovePackets, { regime, year, unitCode: report.body })
  if (!file.ok) return { ...file, message: `${report.name} (${report.body}): ${file.message} Chưa nhập gì.` }
  const { obligation, unit, period, groups, submissions } = file.value
  const state = REPORT_STATES.find((s): s is ReportState => s === report.state && s !== 'chua-mo' && s !== 'ke-thua')
  if (!state)
    return refuse(
      'invalid',
      'packet.state',
      `${report.name}: trạng thái '${report.state}' không nhập được. Chưa nhập gì.`,
    )
  const numbers = new Set(submissions.map((s) => s.number))
  const fresh = report.versions.filter((v) => !numbers.has(v.number)).sort((a, b) => a.number - b.number)
  for (const v of fresh) {
    const content = fitContent(period.regime, groups, v.content)
    if (!content.ok) return { ...content, message: `${report.name}, bản ${v.number}: ${content.message}` }
    await saveSubmission(ctx, {
      obligationId: obligation.id,
      unitId: unit.id,
      number: v.number,
      content: content.value,
      findings: v.findings as unknown as readonly Finding[],
      preparedBy: v.preparedBy,
      signer: { id: 'packet', name: v.signedBy, post: v.signedByPost, signedFor: v.signedFor },
      sentAt: Temporal.Instant.from(v.sentAt),
      late: v.late,
      daysLate: v.daysLate,
      fileId: null,
      sha256: v.sha256,
    })
    if (v !== fresh.at(-1) || submissions.length > 0) continue
    for (const [section, answers] of bySection(period.regime, groups, answersOf(content.value))) {
      const seen = file.value.sections.get(section)?.version ?? 0
      await saveSection(ctx, { obligationId: obligation.id, unitId: unit.id, section, seen }, answers)
    }
  }
  if (fresh.length > 0 && obligation.state !== state) {
    const last = fresh.at(-1)?.number ?? null
    await moveObligation(ctx, obligation, {
      verb: 'duyet-va-nop',
      state,
      submissionNumber: last,
      reason: 'Nhập từ gói báo cáo',
    })
  }
  return accept({ added: fresh.length, known: report.versions.length - fresh.length })
}
