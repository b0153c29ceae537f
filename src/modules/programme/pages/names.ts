/** Trang «Tên cơ quan cần đối chiếu»: names of readings that the register does not settle, and the officer's decision. */
import { showDay } from '../../../kernel/day.ts'
import { sameSpelling } from '../../../kernel/text.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import type { QueuedDocument } from '../named-bodies.ts'
import type { NamedBody, NamePlace } from '../rules/named-bodies.ts'
import { bodyChip, namesHref } from './body-chip.ts'
import { decideForm, type UnitChoice } from './decide-name.ts'

/** What the page shows. */
export type NamesView = {
  readonly documents: readonly QueuedDocument[]
  /** The name that is being decided, in one document. */
  readonly deciding: {
    readonly document: QueuedDocument
    readonly body: NamedBody
    readonly choices: readonly UnitChoice[]
  } | null
  readonly mayDecide: boolean
}

const ROLE: Readonly<Record<NamePlace['role'], string>> = {
  lead: 'chủ trì',
  coordinate: 'phối hợp',
  recipient: 'nơi nhận',
}

const MOST_PLACES = 4

/** "chủ trì III.1.2, III.2.1; phối hợp V.1". */
export function placesOf(b: NamedBody): string {
  const byRole = Map.groupBy(b.places, (p) => p.role)
  return [...byRole]
    .map(([role, list]) => {
      const codes = [...new Set(list.map((p) => p.clause.replace(/^Nơi nhận /, 'dòng ')))]
      const more = codes.length > MOST_PLACES ? ` và ${codes.length - MOST_PLACES} mục khác` : ''
      return `${ROLE[role]} ${codes.slice(0, MOST_PLACES).join(', ')}${more}`
    })
    .join('; ')
}

type Row = { readonly document: QueuedDocument; readonly body: NamedBody }

const candidates = ({ body }: Row): Fragment => {
  const list = body.found.candidates.slice(0, 3)
  const more = body.found.candidates.length - list.length
  return list.length === 0
    ? ''
    : html`<div>${list.map((c) => html`<div>${c.name} <small>(${c.reason})</small></div>`)}${more > 0 ? html`<small>và ${more} nơi khác</small>` : ''}</div>`
}

const told = ({ body }: Row): Fragment => html`${bodyChip(body.found)}`

function openTable(v: NamesView, rows: readonly Row[]): Html {
  return card({
    fit: 'flush',
    body: table<Row>({
      caption: 'Tên cần đối chiếu',
      rows,
      empty: 'Mọi tên cơ quan trong các văn bản đã đọc đều rõ.',
      group: (r) => documentWords(r.document),
      tone: (r) =>
        v.deciding !== null && r.document.id === v.deciding.document.id && r.body.name === v.deciding.body.name
          ? 'picked'
          : null,
      columns: [
        {
          label: 'Tên trong văn bản',
          kind: 'name',
          cell: (r) => html`${r.body.name}<br><small>${placesOf(r.body)}</small>`,
        },
        { label: 'Trong sổ bộ', phone: 'whole', cell: told },
        { label: 'Có thể là', phone: 'whole', cell: candidates },
        ...(v.mayDecide
          ? [
              {
                label: 'Thao tác',
                quiet: true,
                kind: 'action' as const,
                cell: (r: Row) =>
                  html`<a href="${`${namesHref(r.document.id, r.body.name)}#quyet-dinh`}">Quyết định<span class="hidden"> tên ${r.body.name}</span></a>`,
              },
            ]
          : []),
      ],
    }),
  })
}

const documentWords = (d: QueuedDocument): string =>
  `${d.title} · sổ bộ ngày ${showDay(d.day)}${d.whole ? '' : ' (văn bản không ghi đủ ngày)'}${d.adopted ? ' · đã ban hành vào hệ thống' : ''}`

function decidedTable(rows: readonly Row[]): Html | '' {
  if (rows.length === 0) return ''
  return card({
    title: `Đã quyết định (${rows.length})`,
    fit: 'flush',
    body: table<Row>({
      caption: 'Tên đã quyết định',
      rows,
      empty: '',
      columns: [
        {
          label: 'Tên trong văn bản',
          kind: 'name',
          cell: (r) => html`${r.body.name}<br><small>${r.document.title}: ${placesOf(r.body)}</small>`,
        },
        { label: 'Là', cell: told },
        { label: 'Người quyết định', cell: (r) => r.body.found.alias?.decidedBy ?? '' },
      ],
    }),
    foot: html`<a href="/quan-tri/to-chuc/ten-goi">Xem và hoàn tác các quyết định</a>`,
  })
}

function title(open: readonly Row[]): string {
  const ended = open.filter((r) => r.body.found.kind === 'ended').length
  const unclear = open.length - ended
  if (open.length === 0) return 'Không còn tên cơ quan nào cần đối chiếu'
  const parts = [
    ...(unclear > 0 ? [`${unclear} tên chưa rõ là cơ quan nào`] : []),
    ...(ended > 0 ? [`${ended} tên của cơ quan đã kết thúc trước ngày văn bản`] : []),
  ]
  return parts.join(', ')
}

/** The rows of the documents, one for each name. */
const rowsOf = (v: NamesView, part: 'open' | 'decided'): Row[] =>
  v.documents.flatMap((document) => document[part].map((body) => ({ document, body })))

/** Draws the queue, the form of one name and what was decided. */
export function namesPage(v: NamesView, seen: Seen): Drawn {
  const open = rowsOf(v, 'open')
  const { deciding } = v
  const stays = deciding?.document.adopted === true
  return {
    crumbs: [{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: 'Tên cơ quan cần đối chiếu' }],
    body: stack(
      head({
        over: 'Đối chiếu với sổ bộ tổ chức của ngày văn bản',
        title: title(open),
        lead: 'Tên gần giống chỉ được gợi ý. Quyết định ở đây có hiệu lực theo ngày, dùng cho các bản đọc và lần ban hành sau, hoàn tác được.',
        actions: seen.opens('/ke-hoach/doc') ? linkButton({ label: 'Xem văn bản đã đọc', href: '/ke-hoach/doc' }) : '',
      }),
      deciding === null || !v.mayDecide
        ? ''
        : card({
            title: `«${deciding.body.name}» là cơ quan nào?`,
            id: 'quyet-dinh',
            fit: 'narrow',
            body: html`<p>${documentWords(deciding.document)}: ${placesOf(deciding.body)}.</p>${
              stays
                ? message({
                    kind: 'info',
                    title: 'Văn bản này đã ban hành: chủ trì và thành phần giữ nguyên, đổi tại trang Kế hoạch.',
                    announce: false,
                  })
                : ''
            }${decideForm(deciding, namesHref(deciding.document.id, deciding.body.name), seen)}`,
          }),
      openTable(v, open),
      decidedTable(rowsOf(v, 'decided')),
    ),
  }
}

/** The name asked for in one document, by spelling. */
export const findName = (documents: readonly QueuedDocument[], id: string, name: string) => {
  const document = documents.find((d) => d.id === id)
  const body = document?.open.find((b) => sameSpelling(b.name) === sameSpelling(name))
  return document === undefined || body === undefined ? null : { document, body }
}
