/** Nhiệm vụ tỉnh giao chưa có trong kế hoạch của cơ quan: the list, and the button that takes them over. */
import type { Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { hidden } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { shortText } from './list.ts'

type Missing = {
  readonly unit: { readonly id: string; readonly code: string }
  readonly year: number
  readonly missing: readonly { readonly code: string; readonly text: string }[]
  readonly mayEdit: boolean
}

/** The card; a single sentence when nothing is missing. */
export function missingCard(v: Missing, seen: Seen): Html {
  if (v.missing.length === 0)
    return message({
      kind: 'info',
      title: 'Mọi nhiệm vụ tỉnh giao cơ quan chủ trì đã có trong kế hoạch của cơ quan.',
      announce: false,
    })
  return card({
    title: `Nhiệm vụ tỉnh giao chưa có trong kế hoạch của cơ quan (${v.missing.length})`,
    id: 'chua-co',
    fit: 'flush',
    actions: v.mayEdit ? button({ label: 'Đưa cả vào kế hoạch', form: 'dua-ca-vao' }) : '',
    body: html`${v.mayEdit ? html`<form id="dua-ca-vao" method="post" action="/ke-hoach-co-quan/them">${hidden('_csrf', seen.csrf)}${hidden('unit', v.unit.id)}${hidden('year', String(v.year))}${hidden('code', v.unit.code)}${v.missing.map((t) => hidden('codes', t.code))}</form>` : ''}
${table({
  caption: 'Nhiệm vụ tỉnh giao chưa có trong kế hoạch của cơ quan',
  rows: v.missing,
  href: (t) => `/ke-hoach/${t.code}`,
  columns: [
    { label: 'Mã', cell: (t) => t.code, room: 'tight' },
    { label: 'Nhiệm vụ của tỉnh', kind: 'name', room: 'wide', cell: (t) => shortText(t.text, 200) },
  ],
  empty: '',
})}`,
  })
}
