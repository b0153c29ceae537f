/** Đọc một tệp ở dòng lệnh: the file named on the command line, read without a database. */
import { tellConversion } from '../../kernel/mend-encoding.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import { fileArgument } from '../../platform/command/file-argument.ts'
import { readUpload, type UploadedText } from '../../platform/word/read-text.ts'
import { readPlan } from './rules/read-plan.ts'
import type { PlanReading } from './words.ts'

/** Văn bản đọc từ tệp: its reading, what was turned into Unicode on the way in, pages that hold pictures only. */
export type PlanFile = { readonly reading: PlanReading } & Pick<UploadedText, 'conversions' | 'imagePages'>

/** Reads the file named on the command line; tells on stderr how its text came in, so that stdout stays the reading. */
export async function openPlanFile(args: readonly string[], usage: string): Promise<Decision<PlanFile>> {
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
export async function readPlanFile(args: readonly string[], usage: string): Promise<Decision<PlanReading>> {
  const file = await openPlanFile(args, usage)
  return file.ok ? accept(file.value.reading) : file
}
