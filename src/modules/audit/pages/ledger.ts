/** Nhật ký: the ledger as sentences, filtered, newest first. No control changes anything here. */
import { showInstant } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { buttons, dateField, form, selectField, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'

/** Dòng nhật ký. */
export type LineView = {
  seq: number
  at: Temporal.Instant
  who: string
  what: string
  unit: string | null
  reason: string
  address: string
}

/** Bộ lọc as typed. */
export type TypedFilter = { nguoi: string; 'doi-tuong': string; loai: string; tu: string; den: string }

/** Trang nhật ký. */
export type LedgerView = {
  lines: LineView[]
  filter: TypedFilter
  kinds: { value: string; label: string }[]
  /** Number below which the next page begins, null on the last page. */
  next: number | null
  first: boolean
  /** Sentences about days that could not be read. */
  errors: Record<string, string>
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const BASE = '/quan-tri/nhat-ky'

/** The address of a filter, and of the page that begins below a line. */
function address(f: TypedFilter, below: number | null): string {
  const q = new URLSearchParams(Object.entries(f).filter(([, v]) => v !== ''))
  if (below !== null) q.set('truoc', String(below))
  const text = q.toString()
  return text === '' ? BASE : `${BASE}?${text}`
}

const filterForm = (v: LedgerView): Html =>
  form({
    action: BASE,
    method: 'get',
    label: 'Lọc nhật ký',
    wide: true,
    body: html`<div class="row-fields">${textField({ name: 'nguoi', label: 'Người', value: v.filter.nguoi, size: 'short', type: 'search' })}
${textField({ name: 'doi-tuong', label: 'Đối tượng', value: v.filter['doi-tuong'], size: 'short', spellcheck: false })}
${selectField({ name: 'loai', label: 'Loại', value: v.filter.loai, blank: 'Mọi loại', options: v.kinds })}
${dateField({ name: 'tu', label: 'Từ ngày', value: v.filter.tu, hint: '', error: v.errors.tu })}
${dateField({ name: 'den', label: 'Đến ngày', value: v.filter.den, hint: '', error: v.errors.den })}
${buttons({ label: 'Lọc nhật ký' })}</div>`,
  })

/** The filter in words, for a list that came out empty. */
function inWords(v: LedgerView): string {
  const f = v.filter
  const kind = v.kinds.find((k) => k.value === f.loai)?.label
  const parts = [
    f.nguoi && `người «${f.nguoi}»`,
    f['doi-tuong'] && `đối tượng «${f['doi-tuong']}»`,
    kind && `loại «${kind}»`,
    f.tu && `từ ${f.tu}`,
    f.den && `đến ${f.den}`,
  ].filter((p) => p)
  return parts.length === 0 ? 'Chưa có dòng nhật ký nào.' : `Không có dòng nào khớp: ${parts.join(', ')}.`
}

const pages = (v: LedgerView): Html =>
  html`<nav class="paging" aria-label="Các trang"><span>${v.lines.length === 0 ? '0 dòng' : `Dòng ${v.lines.at(-1)?.seq} đến ${v.lines[0]?.seq}, mới nhất trước`}</span><span class="paging-links">${v.first ? '' : html`<a href="${address(v.filter, null)}">Về dòng mới nhất</a>`}${v.next === null ? '' : html`<a rel="next" href="${address(v.filter, v.next)}">Các dòng cũ hơn</a>`}</span></nav>`

/** Draws the page. */
export const ledgerPage = (v: LedgerView): Drawn => ({
  asOf: null,
  failed: Object.keys(v.errors).length > 0,
  body: html`${head({
    title: 'Nhật ký thao tác',
    over: 'Quản trị · Nhật ký',
    lead: 'Mỗi thao tác một dòng, chỉ ghi thêm, không sửa, không xóa. Bấm một dòng để xem thay đổi trước và sau.',
  })}${filterForm(v)}
${card({
  fit: 'flush',
  body: html`${table<LineView>({
    caption: 'Nhật ký thao tác',
    keys: true,
    columns: [
      {
        label: 'Việc đã làm',
        kind: 'name',
        cell: (l) =>
          html`${upperFirst(l.what)}${l.reason === '' ? '' : html`<small class="reason">${l.reason}</small>`}`,
        room: 'wide',
      },
      { label: 'Người', cell: (l) => l.who },
      { label: 'Cơ quan', cell: (l) => l.unit ?? '', phone: 'hide' },
      { label: 'Địa chỉ máy', cell: (l) => l.address, spare: true, phone: 'hide' },
      { label: 'Lúc', kind: 'day', cell: (l) => showInstant(l.at) },
      { label: 'Dòng', kind: 'number', cell: (l) => String(l.seq) },
    ],
    rows: v.lines,
    href: (l) => `${BASE}/${l.seq}`,
    empty: html`${inWords(v)} <a href="${BASE}">Xem toàn bộ nhật ký</a>`,
  })}${pages(v)}`,
})}`,
})
