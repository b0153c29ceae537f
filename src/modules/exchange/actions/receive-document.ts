/** Nhận văn bản điện tử: the package is kept as it came, its attachments are taken out and checked by their hash. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import type { Upload } from '../../../platform/files/upload.ts'
import { optionalFile } from '../../../platform/http/input.ts'
import { readXml } from '../../../platform/xml/read-xml.ts'
import { textOf } from '../formats.ts'
import { canExchange } from '../rights.ts'
import { documentOf, type EdDocument } from '../rules/edxml.ts'
import { saveDocument } from '../store.ts'
import { findSameDocument } from '../views.ts'
import type { AttachmentRow } from '../words.ts'

/** Nhận gói. The same package twice is one document. */
export const receiveDocument = action({
  name: 'exchange.receive-document',
  right: canExchange,
  input: z.object({
    file: optionalFile().refine((f) => f !== null, 'Chọn tệp gói văn bản điện tử (.edxml)'),
  }),
  run: async (ctx, { file }) => {
    if (file === null) return refuse('invalid', 'edxml.file', 'Chọn tệp gói văn bản điện tử (.edxml)')
    const read = readPackage(file)
    if (!read.ok) return read
    const { document, attachments } = read.value
    const of = { way: 'den', fromCode: document.from.code, documentId: document.documentId }
    const known = await findSameDocument(ctx.tx, of)
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    if (known && known.sha256 !== sha256)
      return refuse(
        'conflict',
        'edxml.other',
        `Văn bản ${document.documentId} đã nhận với nội dung khác. Chưa ghi gì; hỏi lại nơi gửi.`,
      )
    const id = known?.id ?? ctx.newId()
    if (!known) await keep(ctx, { id, document, attachments, file })
    const name = `${document.number}/${document.notation}`
    return done(
      { id, name, from: document.from.name, again: known !== null, attachments: attachments.length },
      {
        kind: 'exchange.document-received',
        subject: `document:${id}`,
        data: { number: name, from: document.from.name, again: known !== null },
      },
    )
  },
})

type Read = { readonly document: EdDocument; readonly attachments: readonly Upload[] }

function readPackage(file: Upload): Decision<Read> {
  const text = textOf(file.bytes)
  const root = text.ok ? readXml(text.value) : text
  const document = root.ok ? documentOf(root.value) : root
  if (!document.ok) return { ...document, fields: { file: document.message } }
  const attachments: Upload[] = []
  for (const a of document.value.attachments) {
    const bytes = Buffer.from(a.base64, 'base64')
    if (a.sha256 !== null && createHash('sha256').update(bytes).digest('hex') !== a.sha256) {
      const says = `Tệp đính kèm «${a.name}» không đúng mã băm nơi gửi đã nêu, tệp có thể bị đổi trên đường. Chưa ghi gì.`
      return refuse('invalid', 'edxml.hash', says, { fields: { file: says } })
    }
    attachments.push({ name: a.name.slice(-180), mediaType: a.mediaType, bytes })
  }
  return accept({ document: document.value, attachments })
}

async function keep(
  ctx: Ctx,
  { id, document: d, attachments, file }: Read & { id: string; file: Upload },
): Promise<void> {
  const of = { table: 'exchange.document', id }
  const kept = await keepFile(ctx, file, { of })
  const rows: AttachmentRow[] = []
  for (const a of attachments) {
    const { id: fileId, sha256 } = await keepFile(ctx, a, { of })
    rows.push({ name: a.name, mediaType: a.mediaType, size: a.bytes.length, sha256, fileId })
  }
  await saveDocument(ctx, {
    id,
    way: 'den',
    documentId: d.documentId,
    fromCode: d.from.code,
    fromName: d.from.name,
    toNames: d.to.map((t) => t.name),
    number: d.number,
    notation: d.notation,
    promulgated: d.day,
    typeName: d.typeName,
    subject: d.subject,
    source: '',
    attachments: rows,
    fileId: kept.id,
    sha256: kept.sha256,
  })
}
