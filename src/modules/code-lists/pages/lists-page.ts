/** Trang «Danh mục»: every shared list with its version of the day, how far it was checked, and what replaces it. */
import { addDays, type Day, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { button } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { dateField, form } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { ListLine } from '../views.ts'
import { type ListVersion, type SourceStatus, STATUSES } from '../words.ts'

/** Address of the page. */
export const LISTS = '/quan-tri/danh-muc'

/** Address of one list, as of a day. */
export const listHref = (name: string, day: Day): string =>
  `${LISTS}/${encodeURIComponent(name)}?ngay=${encodeURIComponent(showDay(day))}`

/** What the page shows. */
export type ListsView = { readonly day: Day; readonly wrongDay: string | null; readonly lists: readonly ListLine[] }

/** Which day the lists are seen on: a form that works without scripts. */
export const dayForm = (action: string, day: Day, wrongDay: string | null): Html =>
  form({
    method: 'get',
    action,
    label: 'Chọn ngày',
    wide: true,
    body: html`<div class="row-fields">${dateField({ name: 'ngay', label: 'Xem tại ngày', value: wrongDay ?? showDay(day), error: wrongDay === null ? undefined : 'Ngày phải là ngày có thật, ví dụ 01/07/2025' })}${button({ label: 'Xem danh mục', kind: 'plain' })}</div>`,
  })

/** How far the source was checked. */
export const statusOf = (status: SourceStatus): Html =>
  state(status === 'seen' ? 'done' : 'soon', STATUSES[status].label, { plain: true })

/** "Từ 22/07/2022", and that the day was not checked when it was not. */
export const fromTo = (v: ListVersion): string => {
  const from = v.fromKnown ? `Từ ${showDay(v.valid.from)}` : 'Chưa đối chiếu ngày bắt đầu'
  return v.valid.to === null ? from : `${from}, đến hết ${showDay(addDays(v.valid.to, -1))}`
}

/** The page. */
export function listsPage(v: ListsView): Html {
  const doubtful = v.lists.filter((l) => l.status === 'unverified').length
  const ended = v.lists.filter((l) => !l.holds).length
  const title = `${showNumber(v.lists.length)} danh mục${ended > 0 ? `, ${showNumber(ended)} chưa có phiên bản hiệu lực ngày này` : ''}`
  return html`${head({ over: `Danh mục dùng chung · ngày ${showDay(v.day)}`, title, lead: `${showNumber(doubtful)} danh mục có phần chưa kiểm chứng với văn bản gốc. Phiên bản đã ban hành không sửa; thay đổi là phiên bản mới.` })}
${stack(card({ body: dayForm(LISTS, v.day, v.wrongDay) }), card({ fit: 'flush', body: listTable(v) }))}`
}

const listTable = (v: ListsView): Html =>
  table({
    caption: 'Danh mục dùng chung',
    rows: v.lists,
    href: (l) => listHref(l.list, v.day),
    empty: html`Chưa có danh mục nào. Quản trị tại máy nạp bằng lệnh <code>code-list load</code>.`,
    columns: [
      { label: 'Danh mục', kind: 'name', cell: (l) => l.title },
      { label: 'Phiên bản', cell: (l) => l.version },
      { label: 'Số mục', kind: 'number', cell: (l) => showNumber(l.entries) },
      {
        label: 'Hiệu lực',
        cell: (l) =>
          html`${fromTo(l)}${l.holds ? '' : html`<br><small>${l.replacedBy === '' ? 'Ngoài thời gian hiệu lực' : `Thay bằng ${l.replacedBy}`}</small>`}`,
      },
      { label: 'Đối chiếu nguồn', kind: 'state', cell: (l) => statusOf(l.status) },
      { label: 'Căn cứ', cell: (l) => l.source, phone: 'whole', spare: true },
    ],
  })
