/** Trang nhập số liệu chính thức: a file, what it would change line by line, and then the figures. */
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { buttons, fileField, form } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { type StateKind, state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { COLUMN_LABELS, LINE_STATES, type SeriesLine } from '../rules/series-rows.ts'
import type { SentFigures } from '../screens.ts'
import { QUANTITIES } from '../words.ts'

const KIND: Readonly<Record<SeriesLine['state'], StateKind>> = {
  new: 'done',
  same: 'idle',
  conflict: 'soon',
  correction: 'back',
  refused: 'late',
}

const lines = (list: readonly SeriesLine[]): Html =>
  table<SeriesLine>({
    caption: 'Từng dòng của tệp',
    rows: list,
    empty: 'Tệp không có dòng số liệu nào.',
    columns: [
      { label: 'Dòng', kind: 'number', cell: (l) => String(l.row) },
      {
        label: 'Số liệu',
        room: 'wide',
        cell: ({ figure: f }) =>
          f === null
            ? ''
            : html`${QUANTITIES[f.quantity].label}, ${f.territory}<br><small>${f.period} · ${f.source}</small>`,
      },
      { label: 'Con số', kind: 'number', cell: ({ figure: f }) => (f === null ? '' : showNumber(f.value, 2)) },
      { label: 'Tính đến', kind: 'day', cell: ({ figure: f }) => showDay(f?.asOf) },
      { label: 'Kết quả', kind: 'state', cell: (l) => state(KIND[l.state], LINE_STATES[l.state], { plain: true }) },
      { label: 'Ghi chú', room: 'wide', phone: 'whole', cell: (l) => l.why },
    ],
  })

const CRUMBS = [
  { label: 'Chỉ tiêu', href: '/chi-tieu' },
  { label: 'Số liệu chính thức', href: '/chi-tieu/so-lieu' },
]
const SEND = '/chi-tieu/so-lieu/nhap'

/** Draws the form that sends a file. */
export const importFiguresPage = (_view: unknown, seen: Seen): Drawn => ({
  crumbs: [...CRUMBS, { label: 'Nhập từ tệp' }],
  body: stack(
    head({
      title: 'Nhập số liệu chính thức từ tệp',
      lead: 'Gửi tệp để xem từng dòng trước; chưa ghi số nào. Số của nguồn khác nhau được giữ cạnh nhau.',
    }),
    card({
      fit: 'narrow',
      body: form({
        action: SEND,
        csrf: seen.csrf,
        files: true,
        label: 'Gửi tệp số liệu',
        body: [
          fileField({
            name: 'file',
            label: 'Tệp số liệu',
            hint: `Tệp .xlsx, .xls hoặc .csv, dòng đầu nêu các cột: ${Object.values(COLUMN_LABELS).join(', ')}`,
            accept: '.xlsx,.xls,.csv',
            error: seen.refusal?.fields?.file,
          }),
          buttons({ label: 'Xem trước', kind: 'main' }),
        ],
      }),
    }),
  ),
})

const count = (list: readonly SeriesLine[], kind: SeriesLine['state']): number =>
  list.filter((l) => l.state === kind).length

const TOLD: readonly (readonly [SeriesLine['state'], string])[] = [
  ['new', 'số mới'],
  ['conflict', 'số khác nguồn khác'],
  ['correction', 'số nguồn sửa lại'],
  ['same', 'số đã có'],
]

/** "2 số mới, 1 số đã có": only what there is. */
const finding = (list: readonly SeriesLine[]): string => {
  const wrong = count(list, 'refused')
  if (wrong > 0) return `${wrong} trong ${list.length} dòng chưa nhận được`
  const parts = TOLD.flatMap(([kind, words]) => (count(list, kind) > 0 ? [`${count(list, kind)} ${words}`] : []))
  return parts.length === 0 ? 'Tệp không có dòng số liệu nào' : parts.join(', ')
}

/** Lines that must be looked at come first. */
const ORDER: readonly SeriesLine['state'][] = ['refused', 'conflict', 'correction', 'new', 'same']

const lookedAt = (list: readonly SeriesLine[]): SeriesLine[] =>
  list.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.row - b.row)

const otherFile = linkButton({ label: 'Gửi tệp khác', href: SEND, icon: 'upload' })

/** What a file that was sent would change, line by line, and the button that takes it; the file is not asked for again. */
export const sentFiguresPage = (v: SentFigures, seen: Seen): Drawn => ({
  crumbs: [...CRUMBS, { label: 'Nhập từ tệp', href: SEND }, { label: v.name }],
  body: stack(
    head({ over: v.name, title: finding(v.lines), lead: 'Chưa ghi số nào.', actions: confirm(v, seen) }),
    card({ title: 'Từng dòng của tệp', fit: 'flush', body: lines(lookedAt(v.lines)) }),
  ),
})

/** Only a file of which every line can be taken, and that says anything new. */
function confirm(v: SentFigures, seen: Seen): Html {
  const taken = v.lines.length - count(v.lines, 'same')
  if (count(v.lines, 'refused') > 0 || taken === 0) return otherFile
  return html`${otherFile}${form({
    action: `${SEND}/${v.id}`,
    csrf: seen.csrf,
    label: 'Ghi số liệu',
    body: button({ label: `Ghi ${taken} số liệu`, kind: 'main' }),
  })}`
}
