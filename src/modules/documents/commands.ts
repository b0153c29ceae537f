/** Lệnh `plan read`, `plan check`: read a document without a database. */
import fs from 'node:fs'
import path from 'node:path'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Command, CommandIo } from '../../platform/command/command.ts'
import { MAX_FILE } from '../../platform/files/keep.ts'
import { readUpload } from '../../platform/word/read-text.ts'
import { toPlanJson } from './rules/plan-json.ts'
import { readPlan } from './rules/read-plan.ts'
import { DEFECT_LABELS, type PlanReading } from './words.ts'

/** The bytes of a file named on the command line; refuses what is missing, a folder, or over 20 MB. */
export function fileArgument(args: readonly string[]): Decision<{ name: string; bytes: Uint8Array }> {
  const file = args[0]
  if (file === undefined) return refuse('invalid', 'file.missing', 'Thiếu tên tệp. Cách dùng: plan read TỆP [--json].')
  const found = fs.statSync(file, { throwIfNoEntry: false })
  if (found === undefined) return refuse('absent', 'file.absent', `Không tìm thấy tệp "${file}". Kiểm tra đường dẫn.`)
  if (!found.isFile())
    return refuse('invalid', 'file.not-file', `"${file}" không phải là tệp. Chọn một tệp .txt hoặc .docx.`)
  if (found.size > MAX_FILE)
    return refuse('invalid', 'file.too-large', `Tệp "${file}" lớn hơn 20 MB nên chưa được đọc.`)
  return accept({ name: path.basename(file), bytes: fs.readFileSync(file) })
}

function readingOf(io: CommandIo): Decision<PlanReading> {
  const file = fileArgument(io.args)
  if (!file.ok) return file
  const read = readUpload(file.value.bytes, file.value.name)
  return read.ok ? accept(readPlan(read.value.text)) : read
}

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

const defectLines = (r: PlanReading): string =>
  r.defects.length === 0
    ? 'Không thấy chỗ nào cần xem lại trong văn bản.'
    : r.defects.map((d) => `${DEFECT_LABELS[d.kind]} · ${d.where}: ${d.what}`).join('\n')

/** The verbs. */
export const documentCommands: readonly Command[] = [
  {
    noun: 'plan',
    verb: 'read',
    usage: 'TỆP [--json]',
    help: 'Đọc một kế hoạch (.txt, .docx): mục tiêu, nhiệm vụ, nơi nhận, chỗ cần xem lại',
    needs: 'nothing',
    run: async (io) => {
      const reading = readingOf(io)
      if (reading.ok) io.print(summary(reading.value), toPlanJson(reading.value))
      return reading
    },
  },
  {
    noun: 'plan',
    verb: 'check',
    usage: 'TỆP [--json]',
    help: 'Liệt kê chỗ cần xem lại của chính văn bản kế hoạch',
    needs: 'nothing',
    run: async (io) => {
      const reading = readingOf(io)
      if (reading.ok) io.print(defectLines(reading.value), { defects: reading.value.defects })
      return reading
    },
  },
]
