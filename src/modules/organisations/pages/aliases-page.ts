/** Trang «Tên gọi khác đã quyết định»: what officers decided names of documents mean; each can be undone. */
import { showInstant } from '../../../kernel/day.ts'
import { showValidity } from '../../../kernel/validity.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import type { Alias } from '../rules/names/resolution.ts'
import { ALIAS_MEANINGS } from '../words.ts'
import { ALIASES, TREE } from './address.ts'

/** What the page shows. */
export type AliasesView = {
  readonly aliases: readonly (Alias & { readonly note: string; readonly decidedAt: Temporal.Instant })[]
  readonly mayDecide: boolean
}

type Row = AliasesView['aliases'][number]

const meaning = (a: Row): Fragment =>
  html`<div>${ALIAS_MEANINGS[a.means].label}${a.unitName === null ? '' : html`: <b>${a.unitName}</b>`}${a.phrase === null ? '' : html`: <b>${a.phrase}</b>`}${a.note === '' ? '' : html`<br><small>${a.note}</small>`}</div>`

const undo = (a: Row, seen: Seen): Fragment =>
  form({
    action: `${ALIASES}/hoan-tac`,
    csrf: seen.csrf,
    body: [hidden('alias', a.id), hidden('ve', ALIASES), button({ label: 'Hoàn tác', kind: 'quiet' })],
  })

/** Draws the list. */
export function aliasesPage(v: AliasesView, seen: Seen): Drawn {
  const title =
    v.aliases.length === 0 ? 'Chưa có tên gọi khác nào' : `${v.aliases.length} tên gọi khác đang có hiệu lực`
  return {
    crumbs: [{ label: 'Tổ chức', href: TREE }, { label: 'Tên gọi khác' }],
    body: stack(
      head({
        over: 'Tổ chức và địa bàn',
        title,
        lead: 'Tên văn bản viết khác sổ bộ, do cán bộ quyết định là cơ quan nào. Bản đọc và lần ban hành sau dùng quyết định này; điều đã ban hành giữ nguyên.',
        actions: linkButton({ label: 'Tên cần đối chiếu', href: '/ke-hoach/ten-co-quan' }),
      }),
      card({
        fit: 'flush',
        body: table<Row>({
          caption: title,
          rows: v.aliases,
          empty: 'Quyết định tại trang Tên cơ quan cần đối chiếu.',
          columns: [
            { label: 'Tên trong văn bản', kind: 'name', room: 'wide', cell: (a) => a.written },
            { label: 'Quyết định', cell: meaning },
            {
              label: 'Hiệu lực',
              cell: (a) =>
                html`${showValidity(a.valid)}<br><small>${a.documentId === null ? 'mọi văn bản' : 'trong một văn bản'}</small>`,
            },
            {
              label: 'Người quyết định',
              cell: (a) => html`${a.decidedBy}<br><small>${showInstant(a.decidedAt)}</small>`,
            },
            ...(v.mayDecide
              ? [{ label: 'Thao tác', quiet: true, kind: 'action' as const, cell: (a: Row) => undo(a, seen) }]
              : []),
          ],
        }),
      }),
    ),
  }
}
