/** Xem trước văn bản: the model of an official paper drawn as A4 sheets; figures keep their source as `data-source`. */
import { showDayInDocument } from '../../../kernel/day.ts'
import type { Block, Content, OfficialPaper, Piece, Row, Table } from '../../../platform/word/official-paper.ts'
import { type Html, html } from '../../../ui/html.ts'
import { paper as sheet } from '../../../ui/paper.ts'

/** How a live figure is drawn: its text and the id of its source. */
export type DrawFigure = (text: string, source: string) => Html

const plainFigure: DrawFigure = (text, source) =>
  html`<data class="figure-live" data-source="${source}" value="${text}">${text}</data>`

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI']
const upper = (text: string): string => text.toLocaleUpperCase('vi').replaceAll('\n', ' ')

function pieceOf(p: Piece, figure: DrawFigure): Html {
  if (typeof p === 'string') return html`${p}`
  if ('figure' in p) return p.bold ? html`<b>${figure(p.figure, p.source)}</b>` : figure(p.figure, p.source)
  const inner = p.italic ? html`<i>${p.text}</i>` : html`${p.text}`
  return p.bold ? html`<b>${inner}</b>` : inner
}

const contentOf = (c: Content, figure: DrawFigure): Html =>
  typeof c === 'string' ? html`${c}` : html`${c.map((p) => pieceOf(p, figure))}`

const rowOf = (t: Table, r: Row, figure: DrawFigure): Html =>
  r.kind === 'group'
    ? html`<tr class="group"><th colspan="${t.columns.length}" scope="rowgroup">${contentOf(r.text, figure)}</th></tr>`
    : html`<tr class="${r.kind}">${r.cells.map((c, i) => html`<td class="${`to-${t.columns[i]?.align ?? 'left'}`}">${contentOf(c, figure)}</td>`)}</tr>`

const tableOf = (t: Table, figure: DrawFigure): Html =>
  html`${t.caption ? html`<p class="paper-caption">${t.caption}</p>` : ''}${t.unit ? html`<p class="paper-unit">${t.unit}</p>` : ''}<table class="paper-table"><thead><tr>${t.columns.map((c) => html`<th scope="col">${c.group ? `${c.group}: ` : ''}${c.label}</th>`)}</tr></thead><tbody>${t.rows.map((r) => rowOf(t, r, figure))}</tbody></table>${t.note ? html`<p class="paper-note">${t.note}</p>` : ''}`

function blockOf(b: Block, figure: DrawFigure): Html {
  if (b.kind === 'table') return tableOf(b, figure)
  if (b.kind === 'item') return html`<p>- ${contentOf(b.text, figure)}</p>`
  if (b.kind === 'attributed') return html`<p>${contentOf(b.text, figure)} <i>(${b.by})</i></p>`
  if (b.kind === 'paragraph') return html`<p>${contentOf(b.text, figure)}</p>`
  const title = b.level === 1 ? upper(b.title) : b.title
  return html`<p class="${`paper-heading level-${b.level}`}"><b>${b.number}${b.level === 3 ? ')' : '.'} ${title}</b></p>`
}

/** Body blocks alone, for pages that draw sections one by one. */
export const paperBlocks = (blocks: readonly Block[], figure: DrawFigure = plainFigure): Html =>
  html`${blocks.map((b) => blockOf(b, figure))}`

/** The whole paper. `figure` may draw live figures as links to their source; `body` replaces the drawn body (an editor). */
export function paperPreview(p: OfficialPaper, options: { figure?: DrawFigure; body?: Html } = {}): Html {
  const figure = options.figure ?? plainFigure
  const annexName = (i: number) => `Phụ lục${p.annexes.length > 1 ? ` ${ROMAN[i] ?? i + 1}` : ''}`
  return sheet({
    ...(p.issuer.superior ? { parent: upper(p.issuer.superior) } : {}),
    issuer: upper(p.issuer.body),
    number: `${p.number.number ?? '…'}/${p.number.symbol}`,
    place: p.issuer.place,
    day: p.date ? showDayInDocument(p.date) : null,
    ...(p.kind === 'cong-van' ? {} : { kind: upper(p.kind.name) }),
    subject: p.abstract,
    to: p.addressees,
    body: html`${p.legalBases.map((b) => html`<p><i>${b};</i></p>`)}${options.body ?? paperBlocks(p.body, figure)}`,
    signerPost: [...p.signature.authority, p.signature.post].map(upper),
    signerName: p.signature.name ?? '',
    recipients: [...p.recipients, `Lưu: VT${p.filing ? `, ${p.filing}` : ''}`],
    annexes: p.annexes.map(
      (a, i) =>
        html`<p class="paper-heading level-1"><b>${annexName(i)}</b></p><p class="paper-heading level-1"><b>${upper(a.title)}</b></p>${paperBlocks(a.blocks, figure)}`,
    ),
  })
}
