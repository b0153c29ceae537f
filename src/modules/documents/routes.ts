/** Đường dẫn của mô-đun Văn bản. The pages of a reading stand with the programme that is adopted from it. */
import { z } from 'zod'
import { accept, refuse } from '../../kernel/result.ts'
import { findFile } from '../../platform/files/keep.ts'
import { id } from '../../platform/http/input.ts'
import { download, submit } from '../../platform/http/route.ts'
import { idFrom } from '../../ui/html.ts'
import { acceptSureItems } from './actions/accept-sure-items.ts'
import { addReadingItem } from './actions/add-reading-item.ts'
import { editReadingItem } from './actions/edit-reading-item.ts'
import { mergeReadingItems } from './actions/merge-reading-items.ts'
import { rereadDocument } from './actions/reread-document.ts'
import { undoDecision } from './actions/undo-decision.ts'
import { canReadIn, canSeeDocuments } from './rights.ts'
import { EDITABLE } from './rules/item-values.ts'
import { findDocument } from './views.ts'

type Raw = Record<string, unknown>
const string = (v: unknown): string => (typeof v === 'string' ? v : '')

/** The page of the reading as it was shown: same filter, same words looked for. */
function readingUrl(raw: Raw, more: Readonly<Record<string, string>> = {}, at = ''): string {
  const query = new URLSearchParams({
    ...(string(raw.loc) === '' ? {} : { loc: string(raw.loc) }),
    ...(string(raw.tim) === '' ? {} : { tim: string(raw.tim) }),
    ...more,
  })
  const shown = query.size === 0 ? '' : `?${query}`
  return `/ke-hoach/doc/${string(raw.id)}${shown}${at === '' ? '' : `#muc-${idFrom(at)}`}`
}

/** Where the eye goes after a decision: the item the page named, else the one decided. */
const afterwards = (raw: Raw, item: string): string => readingUrl(raw, {}, string(raw.sau) || item)

/** "accepted 0 goal:II.1.2" of a button. */
function pressed(raw: Raw): { verdict: unknown; version: unknown; item: unknown } {
  const [, verdict, version, item] = /^(\w+) (\d+) (.+)$/.exec(string(raw.decide)) ?? []
  return verdict === undefined
    ? { verdict: raw.verdict, version: raw.version, item: raw.item }
    : { verdict, version, item }
}

/** A button's answer, or the fields of the edit form; a box that is not ticked is sent as nothing, the form says it is there. */
function answerOf(raw: Raw): Raw {
  const answer = pressed(raw)
  const names = EDITABLE.filter((name) => typeof raw[name] === 'string' || string(raw.boxes).split(' ').includes(name))
  const edits = answer.verdict === 'edited' ? Object.fromEntries(names.map((n) => [n, string(raw[n])])) : {}
  return { document: raw.id, ...answer, edits }
}

const itemOf = (raw: Raw): string => string(pressed(raw).item)

/** The URL table. */
export const routes = [
  submit({
    path: '/ke-hoach/doc/:id/muc',
    title: 'Quyết định một mục đọc được',
    right: canReadIn,
    action: editReadingItem,
    input: answerOf,
    next: (d, raw) => ({ to: afterwards(raw, d.item) }),
    back: (raw) => readingUrl(raw, itemOf(raw) === '' ? {} : { sua: itemOf(raw) }),
  }),
  submit({
    path: '/ke-hoach/doc/:id/them',
    title: 'Thêm mục vào bản đọc',
    right: canReadIn,
    action: addReadingItem,
    input: (raw) => ({ ...raw, document: raw.id }),
    next: (a, raw) => ({
      to: readingUrl({ ...raw, loc: 'tat-ca', tim: '' }, { sua: a.item }, a.item),
      said: `Đã thêm mục ${a.clause}. Kiểm tra các ô đọc được từ câu này.`,
    }),
    back: (raw) => readingUrl(raw, { them: string(raw.kind) === 'task' ? 'task' : 'goal' }),
  }),
  submit({
    path: '/ke-hoach/doc/:id/gop',
    title: 'Gộp hai mục của bản đọc',
    right: canReadIn,
    action: mergeReadingItems,
    input: (raw) => ({ ...raw, document: raw.id }),
    next: (m, raw) => ({ to: readingUrl(raw, {}, m.into) }),
    back: (raw) => readingUrl(raw, { gop: string(raw.item) }),
  }),
  submit({
    path: '/ke-hoach/doc/:id/chap-nhan',
    title: 'Chấp nhận cùng lúc các mục chắc chắn',
    right: canReadIn,
    action: acceptSureItems,
    input: (raw) => ({
      document: raw.id,
      items: string(raw.group)
        .split('|')
        .filter((k) => k !== ''),
    }),
    next: (a, raw) => ({
      to: readingUrl(raw),
      said: `Đã chấp nhận ${a.count} mục. Hoàn tác được ở đầu cột «Điều đọc được».`,
    }),
    back: (raw) => readingUrl(raw),
  }),
  submit({
    path: '/ke-hoach/doc/:id/hoan-tac',
    title: 'Hoàn tác quyết định về bản đọc',
    right: canReadIn,
    action: undoDecision,
    input: (raw) => ({ document: raw.id, batch: raw.batch, ...pressed(raw) }),
    next: (u, raw) => ({ to: readingUrl(raw, {}, u.items.length === 1 ? u.items[0] : itemOf(raw)) }),
    back: (raw) => readingUrl(raw),
  }),
  submit({
    path: '/ke-hoach/doc/:id/doc-lai',
    title: 'Đọc lại văn bản',
    right: canReadIn,
    action: rereadDocument,
    input: (raw) => ({ document: raw.id }),
    next: (r, raw) => ({
      to: readingUrl(raw),
      said: `Đã đọc lại: ${r.goals} mục tiêu, ${r.tasks} nhiệm vụ và trách nhiệm; giữ ${r.kept} quyết định${r.dropped === 0 ? '' : `, ${r.dropped} mục đã quyết định không còn trong bản đọc mới`}.`,
    }),
    back: (raw) => readingUrl(raw),
  }),
  download({
    path: '/ke-hoach/doc/:id/tep',
    title: 'Tệp gốc của văn bản',
    right: canSeeDocuments,
    input: z.object({ id: id() }),
    file: async (ctx, input) => {
      const document = await findDocument(ctx.tx, input.id)
      const absent = refuse('absent', 'document.absent', 'Không tìm thấy tệp gốc của văn bản này.')
      if (document === null) return absent
      if (document.fileId === null) {
        const bytes = new TextEncoder().encode(document.reading.text)
        return accept({ name: 'noi-dung-dan.txt', mediaType: 'text/plain; charset=utf-8', bytes })
      }
      const file = await findFile(ctx.tx, document.fileId)
      return file === null ? absent : accept({ name: file.name, mediaType: file.media_type, bytes: file.body })
    },
  }),
]
