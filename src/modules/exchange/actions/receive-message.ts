/** Nhận gói báo cáo: the records are kept as they came; reports of which every part is there go into their period. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { action, type Ctx, done, performIn } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import { MAX_FILE } from '../../../platform/files/upload.ts'
import { oneOf, optionalFile } from '../../../platform/http/input.ts'
import { reportPackets } from '../../reporting/public.ts'
import { MEDIA, readMessage, textOf, writeMessage } from '../formats.ts'
import { canExchange } from '../rights.ts'
import { isStrange } from '../rules/give-back.ts'
import { type KindRecord, recordsOf, senderOf } from '../rules/message.ts'
import type { Part } from '../rules/part.ts'
import { kindOf, PROFILE } from '../rules/profile.ts'
import { assemble } from '../rules/reports.ts'
import { saveMessage, saveRecords } from '../store.ts'
import { findSameMessage, recordsFrom } from '../views.ts'
import type { Mode, Waiting } from '../words.ts'

/** Kết quả nhận: `again` = the same message was here before, nothing changed. */
export type ReceivedMessage = {
  readonly id: string
  readonly sender: string
  readonly again: boolean
  readonly records: number
  readonly added: number
  readonly changed: number
  readonly reports: number
  readonly waiting: readonly Waiting[]
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Nhận thông điệp, JSON or XML. */
export const receiveMessage = action({
  name: 'exchange.receive-message',
  right: canExchange,
  input: z
    .object({
      file: optionalFile(),
      text: z.string().max(MAX_FILE).optional(),
      mode: oneOf(['nhap', 'luu'], 'Chọn cách nhận gói').default('nhap'),
    })
    .refine((i) => i.file !== null || i.text !== undefined, { path: ['file'], error: 'Chọn tệp gói báo cáo' }),
  run: async (ctx, input) => {
    const text = input.file === null ? accept(input.text ?? '') : textOf(input.file.bytes)
    if (!text.ok) return text
    const read = readMessage(PROFILE, text.value)
    if (!read.ok) return read
    const sender = senderOf(read.value)
    const sha256 = sha(writeMessage(PROFILE, read.value, 'json'))
    const known = await findSameMessage(ctx.tx, sender.code, sender.id)
    if (known && known.sha256 !== sha256) return refuse('conflict', 'exchange.other-content', OTHER_CONTENT(sender.id))
    const received: Decision<ReceivedMessage> = known
      ? accept({
          ...known,
          sender: known.senderName || known.senderCode,
          again: true,
          added: 0,
          changed: 0,
          reports: 0,
        })
      : await keep(ctx, { message: read.value, text: text.value, sha256, mode: input.mode })
    if (!received.ok) return received
    return done(received.value, {
      kind: 'exchange.message-received',
      subject: `message:${received.value.id}`,
      data: { ...received.value, waiting: received.value.waiting.length },
    })
  },
})

const OTHER_CONTENT = (id: string): string =>
  `Thông điệp ${id} của nơi gửi này đã nhận với nội dung khác. Chưa ghi gì; nơi gửi cần đặt mã mới cho nội dung mới.`

type Coming = { readonly message: Part; readonly text: string; readonly sha256: string; readonly mode: Mode }

async function keep(ctx: Ctx, m: Coming): Promise<Decision<ReceivedMessage>> {
  const sender = senderOf(m.message)
  const records = recordsOf(PROFILE, m.message)
  const id = ctx.newId()
  const here = m.mode === 'nhap' ? await putIn(ctx, sender.code, records) : accept({ reports: 0, waiting: [] })
  if (!here.ok) return here
  const file = await keepFile(ctx, fileOf(sender.id, m.text), { of: { table: 'exchange.message', id } })
  const about = { id, senderCode: sender.code, senderName: sender.name, messageId: sender.id, sha256: m.sha256 }
  // The message must stand before its records name it; what was new in it is known only after.
  const fresh = records.map(({ kind, key, record }) => {
    const data = JSON.stringify(record)
    return { kind: kind.id, key, data, sha256: sha(data), strange: isStrange(record) }
  })
  const before = await recordsFrom(ctx.tx, sender.code, [...new Set(fresh.map((f) => f.kind))])
  const knownAs = new Map(before.map((r) => [`${r.kind} ${r.key}`, r.data]))
  const added = fresh.filter((f) => !knownAs.has(`${f.kind} ${f.key}`)).length
  const changed = fresh.filter((f) => (knownAs.get(`${f.kind} ${f.key}`) ?? f.data) !== f.data).length
  const counts = { records: records.length, added, changed, ...here.value }
  await saveMessage(ctx, { ...about, mode: m.mode, ...counts, fileId: file.id })
  await saveRecords(ctx.tx, { sender: sender.code, messageId: id }, fresh)
  return accept({ ...counts, id, sender: sender.name || sender.code, again: false })
}

const fileOf = (id: string, text: string) => {
  const format = text.trimStart().startsWith('<') ? ('xml' as const) : ('json' as const)
  return { name: `goi-${id}.${format}`.slice(-180), mediaType: MEDIA[format], bytes: Buffer.from(text, 'utf8') }
}

/** Puts reports together from what this message and earlier ones of the sender brought, and hands them to reporting. */
async function putIn(
  ctx: Ctx,
  sender: string,
  records: readonly KindRecord[],
): Promise<Decision<{ reports: number; waiting: readonly Waiting[] }>> {
  const named = new Set(records.flatMap((r) => bodyOf(r) ?? []))
  if (named.size === 0) return accept({ reports: 0, waiting: [] })
  const earlier = (await recordsFrom(ctx.tx, sender, ['trang-thai', 'de-cuong-da-gui', 'du-lieu-mau'])).flatMap((r) => {
    const kind = kindOf(PROFILE, r.kind)
    return kind ? [{ kind, key: r.key, record: JSON.parse(r.data) as Part }] : []
  })
  const latest = new Map([...earlier, ...records].map((r) => [`${r.kind.id} ${r.key}`, r]))
  const { years, waiting } = assemble([...latest.values()].filter((r) => named.has(bodyOf(r) ?? '')))
  let reports = 0
  for (const { regime, year, reports: whole } of years) {
    const packet = { kind: 'nguyen-khi/goi-bao-cao', regime, year, exportedAt: ctx.now.toString(), reports: whole }
    const put = await performIn(ctx, reportPackets.importPacket, { packet })
    if (!put.ok) return put
    reports += put.value.added
  }
  return accept({ reports, waiting })
}

/** The report a record is a part of: year and body. Those of no report are none. */
function bodyOf({ record }: KindRecord): string | null {
  const { body, period } = record.values
  return body === undefined ? null : JSON.stringify([period, (body as Part).values.code])
}
