/** Trang «Văn bản điện tử»: letters and reports packed for other systems, packages that came from them. */
import { parseDay, showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { card, columns, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, dateField, fileField, form, selectField, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { EDXML } from '../rules/edxml.ts'
import type { DocumentRow } from '../words.ts'
import { AT, exchangeTabs } from './frame.ts'

/** Văn bản đóng gói được. */
export type SourceChoice = { readonly value: string; readonly label: string }

/** What the page shows. */
export type DocumentsView = {
  readonly documents: readonly DocumentRow[]
  readonly sources: readonly SourceChoice[]
  readonly signer: { readonly name: string; readonly post: string } | null
  readonly tabs: readonly (keyof typeof AT)[]
}

function packForm(v: DocumentsView, seen: Seen): Html {
  const e = seen.refusal?.fields ?? {}
  const t = seen.typed
  return form({
    action: `${AT.documents}/dong-goi`,
    csrf: seen.csrf,
    files: true,
    label: 'Đóng gói văn bản',
    body: html`${selectField({ name: 'source', label: 'Văn bản', value: t.source ?? null, blank: 'Chọn văn bản', options: v.sources, error: e.source })}
${textField({ name: 'number', label: 'Số', size: 'short', value: t.number ?? '', error: e.number })}
${textField({ name: 'notation', label: 'Ký hiệu', size: 'medium', value: t.notation ?? '', hint: 'Như văn thư đã ghi, ví dụ SNV-CCVC', error: e.notation })}
${dateField({ name: 'day', label: 'Ngày ban hành', value: t.day ?? '', error: e.day })}
${textField({ name: 'signer', label: 'Người ký', value: t.signer ?? v.signer?.name ?? '', error: e.signer })}
${textField({ name: 'position', label: 'Chức vụ người ký', size: 'medium', value: t.position ?? v.signer?.post ?? '', error: e.position })}
${textField({ name: 'competence', label: 'Quyền hạn', size: 'medium', optional: true, value: t.competence ?? '', hint: 'Khi ký thay: KT. GIÁM ĐỐC, TL. GIÁM ĐỐC', error: e.competence })}
${fileField({ name: 'signed', label: 'Bản đã ký', optional: true, hint: 'Tệp đã ký số; đi cùng bản Word trong gói', error: e.signed })}
${buttons({ label: 'Đóng gói văn bản', kind: 'main' })}`,
  })
}

const receiveForm = (seen: Seen): Html =>
  form({
    action: `${AT.documents}/nhan`,
    csrf: seen.csrf,
    files: true,
    label: 'Nhận văn bản',
    body: html`${fileField({ name: 'file', label: 'Gói văn bản điện tử', hint: 'Tệp .edxml, đến 20 MB', accept: '.edxml,.xml', error: seen.refusal?.fields?.file })}
${buttons({ label: 'Nhận văn bản', kind: 'main', icon: 'upload' })}`,
  })

const attachmentLinks = (d: DocumentRow): Fragment =>
  d.attachments.map(
    (a, i) => html`${i > 0 ? html`<br>` : ''}<a href="${`${AT.documents}/${d.id}/tep/${i + 1}`}">${a.name}</a>`,
  )

const documentTable = (v: DocumentsView): Html =>
  table<DocumentRow>({
    caption: 'Văn bản đi, đến',
    rows: v.documents,
    empty: 'Chưa có văn bản nào.',
    columns: [
      {
        label: 'Văn bản',
        kind: 'name',
        room: 'wide',
        cell: (d) =>
          html`${d.subject}<br><small>${d.typeName} số ${d.number}/${d.notation}, ngày ${showDay(parseDay(d.promulgated ?? '')) || 'không rõ'}</small>`,
      },
      { label: 'Chiều', cell: (d) => (d.way === 'di' ? 'đi' : 'đến') },
      {
        label: 'Nơi gửi, nơi nhận',
        room: 'wide',
        cell: (d) => (d.way === 'den' ? d.fromName || d.fromCode : receivers(d)),
      },
      { label: 'Tệp', room: 'wide', cell: attachmentLinks },
      { label: 'Gói', cell: (d) => html`<a href="${`${AT.documents}/${d.id}/goi`}">Tải gói</a>` },
      { label: 'Lúc', kind: 'day', cell: (d) => showInstant(d.at) },
    ],
  })

const receivers = (d: DocumentRow): string =>
  d.toNames.length > 2 ? `${d.toNames.slice(0, 2).join(', ')} và ${d.toNames.length - 2} cơ quan` : d.toNames.join(', ')

/** The page. */
export function documentsPage(v: DocumentsView, seen: Seen): Drawn {
  const out = v.documents.filter((d) => d.way === 'di').length
  const packs = seen.refusal !== null && !('file' in (seen.refusal.fields ?? {}))
  return {
    asOf: null,
    body: html`${head({
      over: 'Quản trị · Trao đổi dữ liệu',
      title:
        v.documents.length === 0
          ? 'Chưa có văn bản điện tử nào'
          : `${out} văn bản đã đóng gói, ${v.documents.length - out} văn bản đã nhận`,
      lead: 'Công văn đôn đốc và báo cáo của tỉnh, sau khi văn thư cấp số và người có thẩm quyền ký, thành một gói để gửi qua trục văn bản; gói của hệ thống khác được mở và kiểm mã băm tại đây.',
    })}
${exchangeTabs('documents', v.tabs)}
${stack(
  columns('two', [
    card({
      title: 'Đóng gói văn bản đã phát hành',
      body:
        v.sources.length === 0
          ? emptyState('Chưa có công văn đôn đốc hay báo cáo của tỉnh nào để đóng gói.')
          : disclosure('Đóng gói một văn bản', packForm(v, seen), { open: packs }),
    }),
    card({ title: 'Nhận văn bản từ hệ thống khác', body: receiveForm(seen) }),
  ]),
  card({
    title: 'Văn bản đi, đến',
    fit: 'flush',
    body: documentTable(v),
    foot: `${EDXML.basis}; chưa được cơ quan nào đánh giá hợp quy.`,
  }),
)}`,
  }
}
