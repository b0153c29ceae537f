/** Trang nhập số liệu chính thức: a file, what it would change line by line, and then the figures. */
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { card, stack } from '../../../ui/card.ts'
import { buttons, fileField, form } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { type StateKind, state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { COLUMN_LABELS, LINE_STATES, type SeriesLine } from '../rules/series-rows.ts'
import { QUANTITIES } from '../words.ts'

const KIND: Readonly<Record<SeriesLine['state'], StateKind>> = {
  new: 'done',
  same: 'idle',
  conflict: 'soon',
  correction: 'back',
  refused: 'late',
}

const isLines = (v: unknown): v is readonly SeriesLine[] => Array.isArray(v)

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

/** Draws the form, and what the file that was just tried would change. */
export function importFiguresPage(_view: unknown, seen: Seen): Drawn {
  const tried = isLines(seen.refusal?.theirs) ? seen.refusal.theirs : null
  return {
    crumbs: [
      { label: 'Chỉ tiêu', href: '/chi-tieu' },
      { label: 'Số liệu chính thức', href: '/chi-tieu/so-lieu' },
      { label: 'Nhập từ tệp' },
    ],
    body: stack(
      head({
        title: 'Nhập số liệu chính thức từ tệp',
        lead: `Tệp .xlsx, .xls hoặc .csv có các cột: ${Object.values(COLUMN_LABELS).join(', ')}. Số của nguồn khác nhau được giữ cạnh nhau.`,
      }),
      card({
        fit: 'narrow',
        body: form({
          action: '/chi-tieu/so-lieu/nhap',
          csrf: seen.csrf,
          files: true,
          label: 'Nhập số liệu',
          body: [
            fileField({
              name: 'file',
              label: 'Tệp số liệu',
              accept: '.xlsx,.xls,.csv',
              error: seen.refusal?.fields?.file,
            }),
            buttons(
              { label: 'Xem thử', kind: 'plain', name: 'try', value: '1' },
              { label: 'Ghi số liệu', kind: 'main' },
            ),
          ],
        }),
      }),
      tried === null ? '' : card({ title: 'Từng dòng của tệp', fit: 'flush', body: lines(tried) }),
    ),
  }
}
