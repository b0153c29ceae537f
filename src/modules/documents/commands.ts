/** Lệnh `plan read`: read a document without a database. */
import type { Command } from '../../platform/command/command.ts'
import { openPlanFile } from './plan-file.ts'
import { toPlanJson } from './rules/plan-json.ts'
import type { PlanReading } from './words.ts'

const USAGE = 'TỆP [--json]'

const short = (text: string): string => (text.length > 96 ? `${text.slice(0, 95)}…` : text)

function summary(r: PlanReading): string {
  const tasks = r.tasks.filter((t) => !t.duty)
  return [
    `${r.docType ?? 'Văn bản'}: ${short(r.title ?? 'chưa đọc được tên')}`,
    `Số: ${r.docNumber ?? 'để trống'} · Ngày: ${r.date ?? r.dateKnown ?? 'để trống'} · Cơ quan ban hành: ${r.issuer ?? 'chưa rõ'}`,
    `${r.goals.length} mục tiêu (${r.goals.filter((g) => !g.qualitative).length} có số), ${tasks.length} nhiệm vụ, ${r.tasks.length - tasks.length} trách nhiệm tổ chức thực hiện, ${r.recipients.length} nơi nhận, ${r.references.length} văn bản dẫn chiếu`,
    ...r.goals.map((g) => `  ${g.clause}  ${short(g.text)}`),
    ...r.tasks.map((t) => `  ${t.clause}  [${t.lead.join('; ') || 'chưa nêu chủ trì'}] ${short(t.text)}`),
    `${r.defects.length} chỗ cần xem lại trong văn bản (xem bằng lệnh plan check).`,
  ].join('\n')
}

/** The verbs. */
export const documentCommands: readonly Command[] = [
  {
    noun: 'plan',
    verb: 'read',
    usage: USAGE,
    help: 'Đọc một kế hoạch (.docx, .pdf, .txt): mục tiêu, nhiệm vụ, nơi nhận, chỗ cần xem lại',
    needs: 'nothing',
    run: async (io) => {
      const file = await openPlanFile(io.args, `plan read ${USAGE}`)
      if (!file.ok) return file
      const { reading, ...intake } = file.value
      // The text comes along: the places of the items count in it, not in the bytes of a .docx or .pdf.
      io.print(summary(reading), { ...toPlanJson(reading), ...intake, text: reading.text })
      return file
    },
  },
]
