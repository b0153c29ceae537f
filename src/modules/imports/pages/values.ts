/** Cách ghi chưa nhận ra: each with the entries of its list; every list stands on the page once. */
import { showNumber } from '../../../kernel/number.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { buttons, form } from '../../../ui/form.ts'
import { attributes, type Fragment, html, idFrom } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import { LEAVE_VALUE_OUT } from '../rules/entry-names.ts'
import { goalOf } from '../rules/register.ts'
import type { WaitingValue } from '../views.ts'

/** Hàng chờ ghép: ways of writing, and the names of the entries of each list they may mean. */
export type WaitingView = {
  readonly values: readonly WaitingValue[]
  /** How many there are in all. */
  readonly total: number
  readonly lists: Readonly<Record<string, readonly string[]>>
}

const listId = (list: string): string => `dm-${list}`

const listsOf = (v: WaitingView): Fragment =>
  html`${Object.entries(v.lists).map(([list, names]) => html`<datalist id="${listId(list)}"><option value="${LEAVE_VALUE_OUT}"></option>${names.map((n) => html`<option value="${n}"></option>`)}</datalist>`)}`

function choice(w: WaitingValue, seen: Seen): Fragment {
  const name = `ma.${w.target}|${w.words}`
  const error = seen.refusal?.fields?.[name]
  const own = {
    id: idFrom(name),
    name,
    list: listId(w.list),
    value: seen.typed[name] ?? '',
    placeholder: 'Gõ để chọn',
    'aria-label': `Ghép ${w.shown}`,
    'aria-invalid': error === undefined ? undefined : 'true',
  }
  return html`<input class="input" autocomplete="off"${attributes(own)}>${error === undefined ? '' : html`<p class="field-error">${error}</p>`}`
}

/** The card of the queue; nothing when nothing waits. */
export function valuesCard(v: WaitingView, action: string, seen: Seen): Fragment {
  if (v.values.length === 0) return ''
  const rows = table<WaitingValue>({
    caption: 'Cách ghi chưa nhận ra',
    rows: v.values,
    empty: '',
    columns: [
      { label: 'Cách ghi', kind: 'name', cell: (w) => w.shown },
      { label: 'Trường', cell: (w) => goalOf(w.target)?.field.label ?? w.target },
      { label: 'Số ô', kind: 'number', cell: (w) => showNumber(w.cells) },
      { label: 'Ghép với', room: 'wide', phone: 'whole', cell: (w) => choice(w, seen) },
    ],
  })
  const more = v.total > v.values.length ? ` Đang hiện ${v.values.length} cách ghi gặp nhiều nhất.` : ''
  return card({
    title: `${showNumber(v.total)} cách ghi chưa nhận ra`,
    body: form({
      action,
      csrf: seen.csrf,
      wide: true,
      body: html`<p>Ghép mỗi cách ghi với một mục của danh mục; lần sau hệ thống nhớ. Không ghép thì giữ nguyên chữ, chưa có mã.${more}</p>${listsOf(v)}${rows}${buttons({ label: 'Ghép cách ghi', kind: 'plain' })}`,
    }),
  })
}
