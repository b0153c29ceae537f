/** Khung giá trị: the value with its parts, sources, what others say, and a split of it. */
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { type StateKind, state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import {
  type Part,
  READING_STATES,
  type Reading,
  type ReadingRow,
  type ReadingState,
  ROW_BASES,
} from '../rules/reading.ts'
import { valueWords } from '../rules/told.ts'
import { VALUE_STATUS_LABEL } from '../words.ts'

const KIND: Readonly<Record<ReadingState, StateKind>> = {
  value: 'done',
  range: 'soon',
  'no-source': 'idle',
  undefined: 'idle',
  'no-subject': 'exempt',
}

/** Có giá trị hay không, as a mark. */
export const stateOf = (s: ReadingState): Html => state(KIND[s], READING_STATES[s], { plain: true })

/** The value, or the sentence why there is none. */
export const shownReading = (r: Reading): Fragment =>
  r.low === null
    ? html`<span class="none">${r.why === '' ? READING_STATES[r.state] : r.why}</span>`
    : html`<b>${valueWords(r, r.unit)}</b>`

const partValue = (p: Part): string =>
  p.low === p.high
    ? `${showNumber(p.low, 2)} ${p.unit}`
    : `từ ${showNumber(p.low, 2)} đến ${showNumber(p.high, 2)} ${p.unit}`

/** Whether the reader may open a list behind a number. */
type Opens = (href: string) => boolean

const parts = (r: Reading, opens: Opens): Html =>
  table<Part & { readonly place: string }>({
    caption: 'Các phần của giá trị',
    rows: r.parts.map((p, i) => ({ ...p, place: r.parts.length === 1 ? '' : i === 0 ? 'Tử số' : 'Mẫu số' })),
    empty: 'Không có phần nào.',
    columns: [
      {
        label: 'Phần',
        kind: 'name',
        cell: (p) => html`${p.place === '' ? '' : html`<small>${p.place}</small> `}${p.label}`,
      },
      {
        label: 'Số',
        kind: 'number',
        cell: (p) => (p.href === null || !opens(p.href) ? partValue(p) : html`<a href="${p.href}">${partValue(p)}</a>`),
      },
      {
        label: 'Nguồn',
        room: 'wide',
        phone: 'whole',
        cell: (p) => html`${p.source}<br><small>số liệu ngày ${showDay(p.dataOf)}</small>`,
      },
    ],
  })

const rivals = (r: Reading): Html =>
  html`<h3>Số liệu khác cùng nói về điều này</h3><ul>${r.rivals.map(
    (x) =>
      html`<li>${valueWords({ low: x.value, high: x.value }, r.unit)} ngày ${showDay(x.asOf)}, ${x.source}${x.status === 'unverified' ? ` (${VALUE_STATUS_LABEL.unverified.toLowerCase()})` : ''}</li>`,
  )}</ul>`

/** The value of the day with all that explains it; `opens`: lists behind the numbers the reader may open. */
export const valueCard = (r: Reading, line: Fragment, opens: Opens): Html =>
  card({
    title: `Giá trị ngày ${showDay(r.asOf)}`,
    aside: stateOf(r.state),
    body: html`<p class="big">${shownReading(r)}</p>${line}${r.parts.length === 0 ? '' : parts(r, opens)}
${r.notes.length === 0 ? '' : html`<ul>${r.notes.map((n) => html`<li>${n}</li>`)}</ul>`}${r.rivals.length === 0 ? '' : rivals(r)}`,
    ...(r.sources.length === 0
      ? {}
      : {
          foot: `Nguồn: ${r.sources.join('; ')}${r.known === null ? '' : `. Theo những gì đã biết đến hết ngày ${showDay(r.known)}`}`,
        }),
  })

/** One way to split: its address, and whether it is shown now. */
export type SplitChoice = { readonly label: string; readonly href: string; readonly current: boolean }

const cellOf = (row: ReadingRow, r: Reading): Fragment =>
  row.hidden
    ? html`<span class="none">ẩn</span>`
    : row.low === null
      ? html`<span class="none">${READING_STATES[row.state].toLowerCase()}</span>`
      : valueWords(row, r.unit)

const partCell =
  (at: number, opens: Opens) =>
  (row: ReadingRow): Fragment => {
    const p = row.parts[at]
    if (p === undefined) return ''
    const words = p.low === p.high ? showNumber(p.low, 2) : `${showNumber(p.low, 1)}–${showNumber(p.high, 1)}`
    return p.href === null || !opens(p.href) ? words : html`<a href="${p.href}">${words}</a>`
  }

/** The split chosen, with the ways to choose another one and the file. */
export function splitCard(
  r: Reading,
  { choices, file, opens }: { readonly choices: readonly SplitChoice[]; readonly file: string; readonly opens: Opens },
): Html | '' {
  if (choices.length === 0) return ''
  const two = (r.formula?.expr?.op ?? '') === 'ratio'
  const moved = r.rows.some((x) => x.basis !== 'reported')
  const hidden = r.rows.some((x) => x.hidden)
  const body =
    r.rows.length === 0
      ? html`<p class="none">Chọn một chiều chia để xem bảng.</p>`
      : table<ReadingRow>({
          caption: 'Bảng chia',
          rows: r.rows,
          empty: 'Không có dòng nào.',
          columns: [
            { label: 'Mục', kind: 'name', cell: (x) => x.label, room: 'wide' },
            ...(two
              ? [
                  { label: 'Tử số', kind: 'number' as const, cell: partCell(0, opens) },
                  { label: 'Mẫu số', kind: 'number' as const, cell: partCell(1, opens) },
                ]
              : []),
            { label: 'Giá trị', kind: 'number', cell: (x) => cellOf(x, r) },
            ...(moved ? [{ label: 'Căn cứ', spare: true, cell: (x: ReadingRow) => ROW_BASES[x.basis] }] : []),
          ],
        })
  return card({
    title: 'Chia theo',
    id: 'chia',
    ...(r.rows.length === 0 ? {} : { fit: 'flush' as const }),
    actions: r.rows.length === 0 ? '' : linkButton({ label: 'Tải bảng', href: file, icon: 'download' }),
    body: html`${chips('Chia theo', choices)}${body}`,
    ...(hidden ? { foot: 'ẩn: dòng có dưới 5 người, và dòng phải giấu cùng để không tính ra được.' } : {}),
  })
}
