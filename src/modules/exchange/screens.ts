/** Đọc cho các trang: what each page of the exchange shows. */
import { dayOf, showDay } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { midSentence } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { findFile } from '../../platform/files/keep.ts'
import { peopleInCharge } from '../accounts/public.ts'
import { lettersOf } from '../notices/public.ts'
import { findUnitByCode } from '../organisations/public.ts'
import { openPeriods, PLAN_REGIME, reportPackets } from '../reporting/public.ts'
import { type Format, MEDIA, readMessage, textOf, writeMessage } from './formats.ts'
import { senderNow, yearMessage } from './gather.ts'
import type { DocumentsView, SourceChoice } from './pages/documents.ts'
import type { AT } from './pages/frame.ts'
import type { MessageView, PacketsView } from './pages/packets.ts'
import type { ReceiversView } from './pages/receivers.ts'
import { canExchange, canSubscribe } from './rights.ts'
import { strangeNames } from './rules/give-back.ts'
import { recordsOf } from './rules/message.ts'
import { PROFILE } from './rules/profile.ts'
import { deliveries, documents, findDocument, findMessage, messages, subscriptions } from './views.ts'

const SHOWN = 100

const tabsFor = (ctx: Ctx): (keyof typeof AT)[] => [
  ...(canExchange.allows(ctx.actor) ? (['packets', 'documents'] as const) : []),
  ...(canSubscribe.allows(ctx.actor) ? (['receivers'] as const) : []),
]

const yearsOf = async (ctx: Ctx): Promise<number[]> =>
  [...new Set((await openPeriods(ctx.tx)).map((p) => p.year))].sort((a, b) => b - a)

/** Gói báo cáo. */
export const readPackets = async (ctx: Ctx): Promise<Decision<PacketsView>> =>
  accept({ messages: await messages(ctx.tx, SHOWN), years: await yearsOf(ctx), tabs: tabsFor(ctx) })

/** Tệp tải về. */
export type OutFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** The packets of a year as a file. */
export async function readYearFile(
  ctx: Ctx,
  q: { readonly year: number; readonly kinds: readonly string[]; readonly format: Format },
): Promise<Decision<OutFile>> {
  const made = await yearMessage(ctx, q.year, q.kinds)
  if (!made.ok) return made
  const bytes = Buffer.from(writeMessage(PROFILE, made.value, q.format))
  return accept({ name: `goi-bao-cao-${q.year}.${q.format}`, mediaType: MEDIA[q.format], bytes })
}

/** The profile as a file, for whoever is to send or receive by it. */
export const readProfile = async (): Promise<Decision<OutFile>> =>
  accept({ name: 'ho-so-trao-doi.json', mediaType: MEDIA.json, bytes: Buffer.from(JSON.stringify(PROFILE, null, 1)) })

const NO_MESSAGE = refuse('absent', 'exchange.absent', 'Không tìm thấy gói này.')

async function keptMessage(ctx: Ctx, id: string) {
  const kept = await findMessage(ctx.tx, id)
  const file = kept && (await findFile(ctx.tx, kept.fileId))
  if (!kept || !file) return NO_MESSAGE
  const text = textOf(file.body)
  const read = text.ok ? readMessage(PROFILE, text.value) : text
  return read.ok ? accept({ kept, message: read.value }) : read
}

/** One message that came, kind by kind. */
export async function readMessageView(ctx: Ctx, id: string): Promise<Decision<MessageView>> {
  const found = await keptMessage(ctx, id)
  if (!found.ok) return found
  const records = recordsOf(PROFILE, found.value.message)
  const kinds = PROFILE.kinds.flatMap((kind) => {
    const own = records.filter((r) => r.kind.id === kind.id)
    const strange = [...new Set(own.flatMap((r) => strangeNames(kind.fields, r.record)))]
    return own.length === 0 ? [] : [{ name: kind.name, records: own.length, strange }]
  })
  return accept({ message: found.value.kept, kinds })
}

/** A message that came, in either form. */
export async function readMessageFile(ctx: Ctx, q: { id: string; format: Format }): Promise<Decision<OutFile>> {
  const found = await keptMessage(ctx, q.id)
  if (!found.ok) return found
  const bytes = Buffer.from(writeMessage(PROFILE, found.value.message, q.format))
  return accept({ name: `goi-${found.value.kept.messageId}.${q.format}`, mediaType: MEDIA[q.format], bytes })
}

/** Văn bản điện tử. */
export async function readDocuments(ctx: Ctx): Promise<Decision<DocumentsView>> {
  const sources: SourceChoice[] = []
  for (const { slug: regime, year, title } of await openPeriods(ctx.tx)) {
    const plans = regime === PLAN_REGIME
    const report = await reportPackets.findProvincial(ctx.tx, { regime, year })
    if (report?.fileId)
      sources.push({
        value: plans ? `bao-cao:${year}` : `bao-cao:${regime}:${year}`,
        label: `${plans ? `Báo cáo của tỉnh năm ${year}` : `Báo cáo của tỉnh (${midSentence(title)})`}, bản ${report.number}`,
      })
    for (const l of await lettersOf(ctx.tx, { regime, year }))
      sources.push({
        value: `cong-van:${l.id}`,
        label: `Công văn đôn đốc ngày ${showDay(l.madeOn)}, ${l.unitIds.length} cơ quan${plans ? '' : `, ${midSentence(title)}`}`,
      })
  }
  const unit = await findUnitByCode(ctx.tx, (await senderNow(ctx)).code)
  const heads = unit ? await peopleInCharge(ctx.tx, [unit.id], 'thu-truong', dayOf(ctx.now)) : new Map()
  const found = unit ? heads.get(unit.id) : undefined
  const signer = found ? { name: found.name, post: found.post } : null
  return accept({ documents: await documents(ctx.tx, SHOWN), sources, signer, tabs: tabsFor(ctx) })
}

const NO_DOCUMENT = refuse('absent', 'edxml.absent', 'Không tìm thấy văn bản này.')

/** The package of a document, or one of its attachments (`place` from 1). */
export async function readDocumentFile(ctx: Ctx, q: { id: string; place: number | null }): Promise<Decision<OutFile>> {
  const found = await findDocument(ctx.tx, q.id)
  const fileId = q.place === null ? found?.fileId : found?.attachments[q.place - 1]?.fileId
  const file = fileId === undefined ? null : await findFile(ctx.tx, fileId)
  return file ? accept({ name: file.name, mediaType: file.media_type, bytes: file.body }) : NO_DOCUMENT
}

/** Nơi nhận tin. */
export const readReceivers = async (ctx: Ctx): Promise<Decision<ReceiversView>> =>
  accept({
    subscriptions: await subscriptions(ctx.tx),
    deliveries: await deliveries(ctx.tx, SHOWN),
    tabs: tabsFor(ctx),
  })
