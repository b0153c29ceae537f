/** Xem trước giấy tờ cá nhân: the model that becomes the Word file, drawn as an A4 sheet. */
import {
  type Block,
  type Content,
  dateInDocument,
  piecesOf,
  type Table,
} from '../../../platform/word/official-paper.ts'
import type { PersonalPaper, Signer } from '../../../platform/word/personal-paper.ts'
import { type Html, html } from '../../../ui/html.ts'

const contentOf = (c: Content): Html =>
  html`${piecesOf(c).map((p) => {
    if (typeof p === 'string') return html`${p}`
    const text = 'figure' in p ? p.figure : p.text
    const inner = 'italic' in p && p.italic === true ? html`<i>${text}</i>` : html`${text}`
    return p.bold === true ? html`<b>${inner}</b>` : inner
  })}`

const tableOf = (t: Table): Html =>
  html`<table class="paper-table"><thead><tr>${t.columns.map((c) => html`<th scope="col">${c.label}</th>`)}</tr></thead><tbody>${t.rows.map((r) => (r.kind === 'group' ? html`<tr><td colspan="${t.columns.length}"><b>${contentOf(r.text)}</b></td></tr>` : html`<tr>${r.cells.map((c) => html`<td>${contentOf(c)}</td>`)}</tr>`))}</tbody></table>`

function blockOf(b: Block): Html {
  if (b.kind === 'table') return tableOf(b)
  if (b.kind === 'heading')
    return html`<p class="paper-heading"><b>${b.number}. ${b.level === 1 ? b.title.toLocaleUpperCase('vi') : b.title}</b></p>`
  if (b.kind === 'item') return html`<p>- ${contentOf(b.text)}</p>`
  return html`<p>${contentOf(b.text)}</p>`
}

const signerOf = (s: Signer | undefined): Html =>
  s === undefined
    ? html`<div></div>`
    : html`<div class="paper-sign"><p class="strong">${s.title.toLocaleUpperCase('vi')}</p>${s.note === undefined ? '' : html`<p><i>${s.note}</i></p>`}<p class="strong paper-signer">${s.name ?? ''}</p></div>`

const nation = html`<div class="paper-name"><p class="strong">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="strong paper-motto rule">Độc lập - Tự do - Hạnh phúc</p></div>`

/** The sheet. */
export const personalSheet = (p: PersonalPaper): Html => {
  const [first, second] = p.signers.length === 1 ? [undefined, p.signers[0]] : p.signers
  const end =
    p.place === null || p.signers.length === 0
      ? ''
      : html`<p class="paper-day">${p.place}, ${dateInDocument(p.date, p.year)}</p><div class="paper-end">${signerOf(first)}${signerOf(second)}</div>`
  return html`<div class="paper-desk" tabindex="0" role="region" aria-label="Xem trước văn bản"><article class="paper" lang="vi">${p.issuer === 'none' ? '' : nation}<div class="paper-name"><p class="strong">${p.title.toLocaleUpperCase('vi')}</p>${p.subtitle === undefined ? '' : html`${p.subtitle.split('\n').map((l) => html`<p><i>${l}</i></p>`)}`}</div><div class="paper-body">${p.blocks.map(blockOf)}</div>${end}${p.note === undefined ? '' : html`<p class="paper-note"><i>${p.note}</i></p>`}</article></div>`
}
