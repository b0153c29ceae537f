/** Đọc: everything that was submitted for a year, as a packet. */
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/action.ts'
import type { Packet } from '../rules/packet.ts'
import type { PeriodName } from '../words.ts'
import { obligationsOf } from './obligations.ts'
import { findPeriod } from './periods.ts'
import { submissionsOf } from './report.ts'

/** The packet of a period; bodies that sent nothing stand in it without versions. */
export async function packetOf(ctx: Ctx, of: PeriodName): Promise<Decision<Packet>> {
  const period = await findPeriod(ctx.tx, of)
  if (!period) return refuse('absent', 'period.absent', `Kỳ báo cáo ${of.year} chưa mở.`)
  const reports: Packet['reports'] = []
  for (const o of await obligationsOf(ctx.tx, of, ctx.now)) {
    const versions = await submissionsOf(ctx.tx, o.id)
    if (versions.length === 0) continue
    reports.push({
      body: o.unitCode,
      name: o.unitName,
      code: o.code,
      state: o.state,
      dueBefore: o.dueBefore,
      versions: versions.reverse().map((v) => ({
        number: v.number,
        content: withoutFiles(v.content),
        findings: [...v.findings],
        preparedBy: v.preparedBy,
        signedBy: v.signedBy,
        signedByPost: v.signedByPost,
        signedFor: v.signedFor,
        sentAt: v.sentAt.toString(),
        late: v.late,
        daysLate: v.daysLate,
        sha256: v.sha256,
      })),
    })
  }
  return accept({
    kind: 'nguyen-khi/goi-bao-cao',
    regime: period.regime.code,
    year: period.year,
    exportedAt: ctx.now.toString(),
    reports,
  })
}

type Content = Packet['reports'][number]['versions'][number]['content']

/** The bytes of attached files stay here; their names travel. */
function withoutFiles(c: Awaited<ReturnType<typeof submissionsOf>>[number]['content']): Content {
  const groups = Object.entries(c.groups).map(([no, g]) => [
    no,
    { ...g, evidence: g.evidence.map((e) => ({ number: e.number, day: e.day, fileId: null, fileName: e.fileName })) },
  ])
  return {
    ...c,
    paragraphs: { ...c.paragraphs },
    cells: { ...c.cells },
    explanations: { ...c.explanations },
    groups: Object.fromEntries(groups),
  }
}
