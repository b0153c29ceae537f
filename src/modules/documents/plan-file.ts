/** Đọc một tệp ở dòng lệnh: the file named on the command line, read without a database. */
import fs from 'node:fs'
import path from 'node:path'
import { tellConversion } from '../../kernel/mend-encoding.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { MAX_FILE } from '../../platform/files/keep.ts'
import { readUpload, type UploadedText } from '../../platform/word/read-text.ts'
import { readPlan } from './rules/read-plan.ts'
import type { PlanReading } from './words.ts'

/** The bytes of a file named on the command line; refuses what is missing, a folder, or over 20 MB. `usage` = how the verb is called. */
export function fileArgument(
  args: readonly string[],
  usage = 'plan read TỆP [--json]',
): Decision<{ name: string; bytes: Uint8Array }> {
  const file = args[0]
  if (file === undefined) return refuse('invalid', 'file.missing', `Thiếu tên tệp. Cách dùng: ${usage}.`)
  const found = fs.statSync(file, { throwIfNoEntry: false })
  if (found === undefined) return refuse('absent', 'file.absent', `Không tìm thấy tệp "${file}". Kiểm tra đường dẫn.`)
  if (!found.isFile())
    return refuse('invalid', 'file.not-file', `"${file}" không phải là tệp. Chọn một tệp .docx, .pdf hoặc .txt.`)
  if (found.size > MAX_FILE)
    return refuse('invalid', 'file.too-large', `Tệp "${file}" lớn hơn 20 MB nên chưa được đọc.`)
  return accept({ name: path.basename(file), bytes: fs.readFileSync(file) })
}

/** Văn bản đọc từ tệp: its reading, what was turned into Unicode on the way in, pages that hold pictures only. */
export type PlanFile = { readonly reading: PlanReading } & Pick<UploadedText, 'conversions' | 'imagePages'>

/** Reads the file named on the command line; tells on stderr how its text came in, so that stdout stays the reading. */
export async function openPlanFile(args: readonly string[], usage?: string): Promise<Decision<PlanFile>> {
  const file = fileArgument(args, usage)
  if (!file.ok) return file
  const read = await readUpload(file.value.bytes, file.value.name)
  if (!read.ok) return read
  const { text, conversions, imagePages } = read.value
  for (const c of conversions) process.stderr.write(`${tellConversion(c)}: “${c.before}” thành “${c.after}”.\n`)
  if (imagePages.length > 0)
    process.stderr.write(`Trang ${imagePages.join(', ')} của tệp PDF chỉ có hình ảnh nên chưa được đọc.\n`)
  return accept({ reading: readPlan(text), conversions, imagePages })
}

/** The reading of the file named on the command line. */
export async function readPlanFile(args: readonly string[], usage?: string): Promise<Decision<PlanReading>> {
  const file = await openPlanFile(args, usage)
  return file.ok ? accept(file.value.reading) : file
}
