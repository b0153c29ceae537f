/** Đóng gói văn bản điện tử: an urging letter or the report of the province, once it bears a number and a signature. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { findFile, keepFile } from '../../../platform/files/keep.ts'
import type { Upload } from '../../../platform/files/upload.ts'
import { dayField, optionalFile, optionalText, text } from '../../../platform/http/input.ts'
import { writeXml } from '../../../platform/xml/write-xml.ts'
import { findLetter } from '../../notices/public.ts'
import { unitsByIds } from '../../organisations/public.ts'
import { reportPackets } from '../../reporting/public.ts'
import { senderNow } from '../gather.ts'
import { canExchange } from '../rights.ts'
import { type Attachment, type Organ, packageOf } from '../rules/edxml.ts'
import { saveDocument } from '../store.ts'
import { findSameDocument } from '../views.ts'
import type { AttachmentRow } from '../words.ts'

type Source = {
  readonly typeName: string
  readonly subject: string
  readonly to: readonly Organ[]
  readonly file: Upload
}

/** Đóng gói. The same number of the same day is packed once. */
export const packDocument = action({
  name: 'exchange.pack-document',
  right: canExchange,
  input: z.object({
    source: text(60, 'Chọn văn bản cần đóng gói'),
    number: text(20, 'Nhập số văn bản, ví dụ 215'),
    notation: text(60, 'Nhập ký hiệu, ví dụ SNV-CCVC'),
    day: dayField('Nhập ngày ban hành, ví dụ 08/12/2026'),
    signer: text(100, 'Nhập họ tên người ký'),
    position: text(100, 'Nhập chức vụ người ký'),
    competence: optionalText(100).default(''),
    signed: optionalFile(),
  }),
  run: async (ctx, input) => {
    const source = await sourceOf(ctx, input.source)
    if (!source.ok) return source
    const from = await senderNow(ctx)
    const documentId = `${from.code}/${input.day}/${input.number}/${input.notation}`
    if (await findSameDocument(ctx.tx, { way: 'di', fromCode: from.code, documentId }))
      return refuse(
        'conflict',
        'edxml.packed',
        `Văn bản số ${input.number}/${input.notation} ngày này đã đóng gói. Chưa ghi gì.`,
        {
          fields: { number: 'Số này đã đóng gói trong cùng ngày, kiểm tra lại số văn bản' },
        },
      )
    const id = ctx.newId()
    const { typeName, subject, to, file } = source.value
    const files = [file, ...(input.signed === null ? [] : [input.signed])]
    const signer = { competence: input.competence, position: input.position, name: input.signer }
    const { number, notation, day } = input
    const about = { documentId, to, number, notation, place: from.place, day, typeName, subject, signer }
    const attachments = files.map(attachmentOf)
    const packed = writeXml(packageOf({ ...about, from, sentAt: ctx.now.toString(), attachments }))
    const whole = {
      name: `van-ban-${number}-${notation}.edxml`,
      mediaType: 'application/xml',
      bytes: Buffer.from(packed),
    }
    const kept = await keepFile(ctx, whole, { of: { table: 'exchange.document', id } })
    await saveDocument(ctx, {
      id,
      way: 'di',
      documentId,
      fromCode: from.code,
      fromName: from.name,
      toNames: to.map((t) => t.name),
      number,
      notation,
      promulgated: day,
      typeName,
      subject,
      source: input.source,
      attachments: await keptRows(ctx, id, files),
      fileId: kept.id,
      sha256: kept.sha256,
    })
    return done(
      { id, number, notation, to: to.length },
      {
        kind: 'exchange.document-packed',
        subject: `document:${id}`,
        data: { number: `${number}/${notation}`, to: to.length },
      },
    )
  },
})

const attachmentOf = (f: Upload, i: number): Attachment => ({
  id: `tep-${i + 1}`,
  name: f.name,
  mediaType: f.mediaType,
  description: i === 0 ? 'Văn bản' : 'Bản đã ký',
  sha256: createHash('sha256').update(f.bytes).digest('hex'),
  base64: Buffer.from(f.bytes).toString('base64'),
})

async function keptRows(ctx: Ctx, id: string, files: readonly Upload[]): Promise<AttachmentRow[]> {
  const rows: AttachmentRow[] = []
  for (const f of files) {
    const kept = await keepFile(ctx, f, { of: { table: 'exchange.document', id } })
    rows.push({ name: f.name, mediaType: f.mediaType, size: f.bytes.length, sha256: kept.sha256, fileId: kept.id })
  }
  return rows
}

const ABSENT = refuse('absent', 'edxml.source', 'Không tìm thấy văn bản này. Chọn lại trong danh sách.')

/** `cong-van:ID` or `bao-cao:YEAR`. */
async function sourceOf(ctx: Ctx, source: string): Promise<Decision<Source>> {
  const [, kind, key = ''] = /^([a-z-]+):(.+)$/.exec(source) ?? []
  if (kind === 'cong-van' && /^[0-9a-f-]{36}$/.test(key)) return letterSource(ctx, key)
  const named = /^(?:([a-z0-9-]+):)?(\d{4})$/.exec(key)
  return kind === 'bao-cao' && named ? reportSource(ctx, { regime: named[1], year: Number(named[2]) }) : ABSENT
}

async function letterSource(ctx: Ctx, id: string): Promise<Decision<Source>> {
  const letter = await findLetter(ctx.tx, id)
  const file = letter && (await findFile(ctx.tx, letter.fileId))
  if (!letter || !file) return ABSENT
  const units = await unitsByIds(ctx.tx, letter.unitIds)
  return accept({
    typeName: 'Công văn',
    subject: letter.paper.abstract,
    to: units.map((u) => ({ code: u.code, name: u.officeName })),
    file: { name: file.name, mediaType: file.media_type, bytes: file.body },
  })
}

async function reportSource(ctx: Ctx, of: { regime: string | undefined; year: number }): Promise<Decision<Source>> {
  const report = await reportPackets.findProvincial(ctx.tx, of)
  const file = report?.fileId ? await findFile(ctx.tx, report.fileId) : null
  if (!report || !file) return ABSENT
  const sender = await senderNow(ctx)
  return accept({
    typeName: 'Báo cáo',
    subject:
      report.figures.input.other?.title ?? `Báo cáo kết quả thực hiện ${report.figures.input.plan} năm ${of.year}`,
    to: [{ code: sender.code.split('.')[0] ?? '', name: sender.over }],
    file: { name: file.name, mediaType: file.media_type, bytes: file.body },
  })
}
