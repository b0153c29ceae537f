/** Văn bản thành HTML: the blocks of an official paper as they will be printed; every figure is a link to its source. */
import {
  type Annex,
  annexReference,
  type Block,
  type Content,
  dateInDocument,
  numberLine,
  type OfficialPaper,
  type Piece,
  piecesOf,
  type Table,
} from '../../../platform/word/official-paper.ts'
import { attributes, classes, type Html, html } from '../../../ui/html.ts'
import { paper } from '../../../ui/paper.ts'

/** How a figure is drawn: where its link leads, and what it showed when the words were written, if that changed. */
export type FigureLook = {
  readonly href: (source: string) => string
  readonly current: string | null
  readonly changed: (source: string) => string | null
}

/** The sheet(s) of a paper. */
export const paperPreview = (p: OfficialPaper, look: FigureLook): Html =>
  paper({
    ...(p.issuer.superior === null ? {} : { parent: p.issuer.superior.toUpperCase() }),
    issuer: p.issuer.body.toUpperCase(),
    number: numberLine(p.number)
      .replace(/^Số:\s*/, '')
      .replace(/^\//, '…/'),
    place: p.issuer.place,
    day: p.date === null ? null : dateInDocument(p.date, p.year),
    ...(p.kind === 'cong-van' ? {} : { kind: p.kind.name.toUpperCase() }),
    subject: p.abstract,
    to: p.addressees,
    body: html`${p.body.map((b) => blockHtml(b, look))}`,
    signerPost: [...p.signature.authority, p.signature.post].map((l) => l.toUpperCase()),
    signerName: p.signature.name ?? '',
    recipients: [...p.recipients, `Lưu: VT${p.filing === '' ? '' : `, ${p.filing}`}`],
    annexes: p.annexes.map((a, i) => annexHtml(p, a, i, look)),
  })

const ROMANS = ['I', 'II', 'III', 'IV', 'V']

const annexHtml = (p: OfficialPaper, a: Annex, i: number, look: FigureLook): Html =>
  html`<div class="paper-name"><p class="strong">Phụ lục ${ROMANS[i] ?? String(i + 1)}</p><p class="strong">${a.title}</p><p><i>${annexReference(p)}</i></p></div><div class="paper-body">${a.blocks.map((b) => blockHtml(b, look))}</div>`

function blockHtml(b: Block, look: FigureLook): Html {
  switch (b.kind) {
    case 'heading': {
      const text = `${b.number}${b.level === 3 ? ')' : '.'} ${b.level === 1 ? b.title.toUpperCase() : b.title}`
      return b.level === 1 ? html`<h2 class="paper-heading">${text}</h2>` : html`<h3 class="paper-heading">${text}</h3>`
    }
    case 'paragraph':
      return html`<p>${contentHtml(b.text, look)}</p>`
    case 'item':
      return html`<p>- ${contentHtml(b.text, look)}</p>`
    case 'attributed':
      return html`<p>${contentHtml(b.text, look)} <i>(${b.by})</i></p>`
    case 'table':
      return tableHtml(b, look)
  }
}

function tableHtml(t: Table, look: FigureLook): Html {
  return html`${t.caption === undefined ? '' : html`<p class="paper-caption strong">${t.caption}</p>`}${t.unit === undefined ? '' : html`<p class="paper-unit"><i>${t.unit}</i></p>`}<div class="scroll" role="region" tabindex="0" aria-label="${t.caption ?? t.unit ?? 'Bảng'}"><table class="paper-table"><thead><tr>${t.columns.map((c) => html`<th scope="col">${c.group === undefined ? '' : `${c.group}: `}${c.label.replaceAll('\n', ' ')}</th>`)}</tr></thead><tbody>${t.rows.map(
    (r) =>
      r.kind === 'group'
        ? html`<tr><th scope="rowgroup" colspan="${t.columns.length}">${contentHtml(r.text, look)}</th></tr>`
        : html`<tr>${r.cells.map((c, i) => html`<td${attributes({ class: classes(t.columns[i]?.align === 'right' && 'right', t.columns[i]?.align === 'center' && 'center') || null })}>${contentHtml(c, look)}</td>`)}</tr>`,
  )}</tbody></table></div>${t.note === undefined ? '' : html`<p><i>${t.note}</i></p>`}`
}

/** A content with its figures as links. */
export const contentHtml = (c: Content, look: FigureLook): Html => html`${piecesOf(c).map((p) => pieceHtml(p, look))}`

function pieceHtml(p: Piece, look: FigureLook): Html {
  if (typeof p === 'string') return html`${p}`
  if ('figure' in p) {
    const after = look.changed(p.source)
    const own = attributes({
      class: classes('live', after !== null && after !== p.figure && 'changed'),
      href: look.href(p.source),
      'aria-current': look.current === p.source ? 'true' : null,
      'data-source': p.source,
    })
    const note =
      after === null || after === p.figure
        ? ''
        : html`<small class="stale-note"> «số đã đổi: ${p.figure} → ${after}»</small>`
    return html`<a${own}>${p.figure}</a>${note}`
  }
  return p.bold ? html`<b>${p.text}</b>` : p.italic ? html`<i>${p.text}</i>` : html`${p.text}`
}
