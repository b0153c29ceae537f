/** Trang «Gói báo cáo»: what leaves for another system, what came from one. */
import { showInstant } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, columns, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, checkboxField, fileField, form, radioField, selectField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { PROFILE } from '../rules/profile.ts'
import { type KeptMessage, MODES } from '../words.ts'
import { AT, exchangeTabs } from './frame.ts'

/** What the page shows. */
export type PacketsView = {
  readonly messages: readonly KeptMessage[]
  /** Years with an open period, newest first. */
  readonly years: readonly number[]
  readonly tabs: readonly (keyof typeof AT)[]
}

function exportForm(v: PacketsView): Html {
  const kinds = checkboxField({
    name: 'loai',
    label: 'Loại gói',
    hint: 'Không chọn là tất cả',
    options: PROFILE.kinds.map((k) => ({ value: k.id, label: `${k.no}. ${k.name}` })),
  })
  return form({
    action: `${AT.packets}/xuat`,
    method: 'get',
    label: 'Xuất gói báo cáo',
    body: html`${selectField({ name: 'nam', label: 'Năm báo cáo', options: v.years.map((y) => ({ value: String(y), label: String(y) })) })}
${radioField({
  name: 'dang',
  label: 'Dạng tệp',
  value: 'xml',
  options: [
    { value: 'xml', label: 'XML' },
    { value: 'json', label: 'JSON' },
  ],
})}
${disclosure('Chọn loại gói', kinds)}
${buttons({ label: 'Tải gói báo cáo', kind: 'main', icon: 'download' })}`,
  })
}

function importForm(seen: Seen): Html {
  const e = seen.refusal?.fields ?? {}
  return form({
    action: AT.packets,
    csrf: seen.csrf,
    files: true,
    label: 'Nhận gói báo cáo',
    body: html`${fileField({ name: 'file', label: 'Tệp gói báo cáo', hint: 'JSON hoặc XML, chữ UTF-8, đến 20 MB', accept: '.json,.xml', error: e.file })}
${radioField({
  name: 'mode',
  label: 'Làm gì với gói',
  value: seen.typed.mode ?? 'nhap',
  options: Object.entries(MODES).map(([value, label]) => ({ value, label })),
})}
${buttons({ label: 'Nhận gói báo cáo', kind: 'main', icon: 'upload' })}`,
  })
}

const waitingCell = (m: KeptMessage): Html =>
  m.waiting.length === 0
    ? state('ok', 'đủ phần', { plain: true })
    : state('soon', `${m.waiting.length} báo cáo còn chờ phần khác`)

const messageTable = (v: PacketsView): Html =>
  table<KeptMessage>({
    caption: 'Gói đã nhận',
    rows: v.messages,
    empty: 'Chưa nhận gói nào.',
    href: (m) => `${AT.packets}/goi/${m.id}`,
    columns: [
      {
        label: 'Nơi gửi',
        kind: 'name',
        room: 'wide',
        cell: (m) => html`${m.senderName || m.senderCode}<br><small>${m.messageId}</small>`,
      },
      { label: 'Bản ghi', kind: 'number', cell: (m) => showNumber(m.records) },
      { label: 'Mới', kind: 'number', cell: (m) => showNumber(m.added) },
      { label: 'Đổi', kind: 'number', spare: true, cell: (m) => showNumber(m.changed) },
      { label: 'Bản vào kỳ', kind: 'number', cell: (m) => showNumber(m.reports) },
      { label: 'Tình trạng', kind: 'state', cell: waitingCell },
      { label: 'Nhận lúc', kind: 'day', cell: (m) => showInstant(m.receivedAt) },
      { label: 'Người nhận', spare: true, cell: (m) => m.receivedBy },
    ],
  })

/** The page. */
export function packetsPage(v: PacketsView, seen: Seen): Drawn {
  return {
    asOf: null,
    body: html`${head({
      over: 'Quản trị · Trao đổi dữ liệu',
      title: v.messages.length === 0 ? 'Chưa nhận gói báo cáo nào' : `${v.messages.length} gói báo cáo đã nhận`,
      lead: 'Số liệu, lời văn, trạng thái và danh mục của báo cáo, đi và đến dưới dạng JSON hoặc XML. Trường mà hệ thống này không biết được giữ nguyên và trả lại khi xuất.',
      actions: linkButton({ label: 'Tải hồ sơ trao đổi', href: `${AT.packets}/ho-so`, icon: 'download' }),
    })}
${exchangeTabs('packets', v.tabs)}
${stack(
  columns('two', [
    card({
      title: 'Xuất gói của một năm',
      body: v.years.length === 0 ? html`<p>Chưa mở kỳ báo cáo nào nên chưa có gói để xuất.</p>` : exportForm(v),
    }),
    card({ title: 'Nhận gói từ hệ thống khác', body: importForm(seen) }),
  ]),
  card({
    title: 'Gói đã nhận',
    fit: 'flush',
    body: messageTable(v),
    foot: `${PROFILE.basis}. Tên trường do hệ thống đặt, ghi trong hồ sơ trao đổi; chưa được cơ quan nào đánh giá hợp quy.`,
  }),
)}`,
  }
}

/** Số bản ghi của một loại, and the fields in them nobody here knows. */
export type KindCount = { readonly name: string; readonly records: number; readonly strange: readonly string[] }

/** What the page of one message shows. */
export type MessageView = { readonly message: KeptMessage; readonly kinds: readonly KindCount[] }

/** The page of one message. */
export function messagePage(v: MessageView): Drawn {
  const m = v.message
  const strange = v.kinds.filter((k) => k.strange.length > 0)
  return {
    asOf: null,
    crumbs: [{ label: 'Trao đổi dữ liệu', href: AT.packets }, { label: 'Gói đã nhận' }],
    body: stack(
      head({
        over: `Nhận lúc ${showInstant(m.receivedAt)}, ${m.receivedBy}`,
        title: `${showNumber(m.records)} bản ghi từ ${m.senderName || m.senderCode}`,
        lead: `Mã thông điệp ${m.messageId}. ${MODES[m.mode]}: ${showNumber(m.reports)} bản báo cáo đã vào kỳ.`,
        actions: html`${linkButton({ label: 'Tải JSON', href: `${AT.packets}/goi/${m.id}/tep?dang=json`, icon: 'download' })}${linkButton({ label: 'Tải XML', href: `${AT.packets}/goi/${m.id}/tep?dang=xml`, icon: 'download' })}`,
      }),
      card({
        title: 'Trong gói',
        fit: 'flush',
        body: table<KindCount>({
          caption: 'Loại gói',
          rows: v.kinds,
          empty: 'Gói không có bản ghi nào.',
          columns: [
            { label: 'Loại gói', kind: 'name', room: 'wide', cell: (k) => k.name },
            { label: 'Bản ghi', kind: 'number', cell: (k) => showNumber(k.records) },
            {
              label: 'Trường ngoài hồ sơ trao đổi',
              room: 'wide',
              cell: (k) => (k.strange.length === 0 ? html`<span class="none">không có</span>` : k.strange.join(', ')),
            },
          ],
        }),
        ...(strange.length > 0
          ? { foot: 'Trường ngoài hồ sơ được giữ nguyên và trả lại cùng bản ghi khi xuất gói.' }
          : {}),
      }),
      m.waiting.length === 0
        ? ''
        : card({
            title: 'Báo cáo còn chờ phần khác',
            fit: 'flush',
            body: table({
              caption: 'Báo cáo còn chờ',
              rows: m.waiting,
              empty: '',
              columns: [
                { label: 'Cơ quan', kind: 'name', cell: (w) => w.body },
                { label: 'Kỳ', kind: 'number', cell: (w) => String(w.period) },
                { label: 'Còn thiếu', room: 'wide', cell: (w) => w.lacks.join('; ') },
              ],
            }),
            foot: 'Phần còn lại đến trong một gói khác của cùng nơi gửi thì báo cáo được ghép và nhập.',
          }),
    ),
  }
}
