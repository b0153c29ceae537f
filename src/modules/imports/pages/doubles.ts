/** Dòng có thể đã có trong hệ thống: who it may be and why, decided one by one, or all the likely ones with one press. */
import { showNumber } from '../../../kernel/number.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { form, hidden } from '../../../ui/form.ts'
import { type Fragment, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { surelyOne } from '../rules/likely.ts'
import type { OutcomeRow } from '../views.ts'

/** What the card shows. */
export type DoublesView = {
  readonly rows: readonly OutcomeRow[]
  readonly total: number
  /** Rows that wait and have exactly one likely candidate. */
  readonly likely: number
}

const forms = (r: OutcomeRow, at: string, seen: Seen): Fragment =>
  form({
    action: `${at}/dong`,
    csrf: seen.csrf,
    label: `Quyết định dòng ${r.row}`,
    body: html`${hidden('trang', r.sheet)}${hidden('dong', String(r.row))}${r.candidates.slice(0, 1).map((c) => button({ label: 'Là người này', name: 'la', value: c.id }))}${button({ label: 'Người mới', name: 'la', value: 'moi', kind: 'quiet' })}`,
  })

/** The card; nothing when no row is in question. */
export function doublesCard(v: DoublesView, { at, open }: { at: string; open: boolean }, seen: Seen): Fragment {
  if (v.rows.length === 0) return ''
  const all =
    open && v.likely > 0
      ? form({
          action: `${at}/dong-chac`,
          csrf: seen.csrf,
          body: button({ label: `Nhận ${showNumber(v.likely)} dòng rất có thể là người đã có`, kind: 'plain' }),
        })
      : ''
  return card({
    title: `${showNumber(v.total)} dòng có thể đã có trong hệ thống`,
    fit: 'flush',
    actions: all,
    body: table<OutcomeRow>({
      caption: 'Dòng có thể trùng',
      rows: v.rows,
      columns: [
        { label: 'Dòng', kind: 'name', cell: (r) => html`${r.name}<br><small>${r.sheet}, dòng ${r.row}</small>` },
        {
          label: 'Có thể là',
          room: 'wide',
          cell: (r) =>
            html`${r.candidates.slice(0, 3).map((c) => html`<div>${c.name} <small>${c.reasons.slice(0, 3).join('; ')}</small></div>`)}${surelyOne(r) === null ? '' : state('soon', 'Rất có thể')}`,
        },
        {
          label: 'Quyết định',
          cell: (r) => {
            if (r.decided !== null) return state('ok', r.decided === 'new' ? 'Người mới' : 'Người đã có')
            return open ? forms(r, at, seen) : ''
          },
        },
      ],
      empty: '',
    }),
  })
}
