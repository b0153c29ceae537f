/** Đọc văn bản vào hệ thống: a Word, PDF or text file, or pasted text, becomes a reading to be confirmed. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import { MAX_FILE, type Upload } from '../../../platform/files/upload.ts'
import { optionalFile } from '../../../platform/http/input.ts'
import { MAX_CHARACTERS, readPasted, readUpload, type UploadedText } from '../../../platform/word/read-text.ts'
import { canReadIn } from '../rights.ts'
import { readPlan } from '../rules/read-plan.ts'
import { insertSource, type SourceFormat } from '../store.ts'
import { openReadingOf } from '../views.ts'

const UploadInput = z.object({
  file: optionalFile(),
  text: z.preprocess(
    (v) => (typeof v === 'string' ? v : ''),
    z.string().max(MAX_CHARACTERS, 'Nội dung dán dài quá 500.000 ký tự. Tách phần kế hoạch rồi dán riêng'),
  ),
})

type Given = Omit<UploadedText, 'format'> & {
  readonly format: SourceFormat
  readonly name: string
  readonly file: Upload | null
}

/**
 * Reads a document and keeps it with its reading. The same text uploaded twice while its reading is open gives the first
 * one. Refuses what `readUpload` refuses (damaged, locked, empty, pictures only, not a document), files over 20 MB, and nothing
 * given.
 */
export const uploadDocument = action<
  z.infer<typeof UploadInput>,
  { id: string; known: boolean; goals: number; tasks: number }
>({
  name: 'documents.upload',
  right: canReadIn,
  input: UploadInput,
  run: async (ctx, input) => {
    const given = await givenText(input)
    if (!given.ok) return given
    const { text, format, name, file, conversions, imagePages } = given.value
    const reading = readPlan(text)
    const sha256 = createHash('sha256').update(reading.text).digest('hex')
    const counts = { goals: reading.goals.length, tasks: reading.tasks.length }
    const known = await openReadingOf(ctx.tx, sha256)
    if (known !== null) {
      return done(
        { id: known, known: true, ...counts },
        { kind: 'document.found-again', subject: `document:${known}`, data: { name } },
      )
    }
    const kept = file === null ? null : await keepFile(ctx, file, { of: 'everyone' })
    const id = ctx.newId()
    await insertSource(ctx, { id, fileId: kept?.id ?? null, name, format, sha256, reading, conversions, imagePages })
    return done(
      { id, known: false, ...counts },
      { kind: 'document.uploaded', subject: `document:${id}`, data: { name, ...counts } },
    )
  },
})

async function givenText(input: z.infer<typeof UploadInput>): Promise<Decision<Given>> {
  const { file, text } = input
  if (file === null) {
    if (text.trim() === '')
      return refuseFields('document.nothing-given', {
        file: 'Chọn tệp Word, PDF hoặc tệp chữ, hoặc dán nội dung văn bản',
      })
    return accept({ ...readPasted(text), format: 'typed', name: 'Nội dung dán', file: null })
  }
  if (file.bytes.length > MAX_FILE)
    return refuseFields('file.too-large', { file: 'Tệp lớn hơn 20 MB. Chọn tệp không quá 20 MB' })
  const read = await readUpload(file.bytes, file.name)
  if (!read.ok) return { ...read, fields: read.fields ?? { file: read.message } }
  return accept({ ...read.value, name: file.name, file })
}
