/** Trang tìm: people who come without scripts get the same rows as the palette. */

import type { Drawn } from '../../../platform/http/route.ts'
import type { SearchRow } from '../../../platform/module.ts'
import { button } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'

/** What the page shows; also what the palette receives. */
export type SearchView = { text: string; rows: readonly SearchRow[] }

/** The page. */
export function searchPage(v: SearchView): Drawn {
  return html`${head({ title: v.text === '' ? 'Tìm hoặc làm' : v.rows.length === 0 ? `Không thấy gì với "${v.text}"` : `${v.rows.length} kết quả với "${v.text}"` })}
${card({ fit: 'narrow', body: html`<form method="get" action="/tim" class="form" role="search">${textField({ name: 'q', label: 'Tìm cơ quan, nhiệm vụ, mục tiêu, trang', value: v.text, type: 'search', hint: 'Có dấu hoặc không dấu' })}<div class="actions">${button({ label: 'Tìm', kind: 'main' })}</div></form>` })}
${
  v.text === ''
    ? ''
    : card({
        fit: 'flush',
        body: table<SearchRow>({
          caption: 'Kết quả',
          rows: v.rows,
          keys: true,
          href: (r) => r.href,
          columns: [
            { label: 'Kết quả', kind: 'name', room: 'wide', cell: (r) => r.label },
            { label: 'Chi tiết', cell: (r) => r.detail },
            { label: 'Loại', cell: (r) => r.kind },
          ],
          empty: 'Thử từ ngắn hơn, hoặc viết không dấu.',
        }),
      })
}`
}
