/**
 * Bảng nhiệt: a real table of sectors by places or years whose cells carry the number and the word of their class; colour and border
 * only repeat the word. It is its own text alternative, and scrolls inside itself with the first column kept in sight.
 */
import { showAmount } from '../kernel/number.ts'
import { type Fragment, type Html, html, isEmpty } from './html.ts'

/** Mức cân đối: from far too few to too many. */
export type Balance = 'far-short' | 'short' | 'even' | 'over'

/** Chữ của từng mức. */
export const BALANCE_WORDS: Readonly<Record<Balance, string>> = {
  'far-short': 'thiếu nhiều',
  short: 'thiếu',
  even: 'cân bằng',
  over: 'thừa',
}

/** Một ô. */
export type HeatCell = { readonly value: number; readonly balance: Balance; readonly href?: string }

/** Bảng nhiệt. */
export type Heat = {
  /** The finding in one sentence. */
  readonly title: string
  /** Unit, scope, period, and what parts the classes. */
  readonly subtitle: string
  readonly unit: string
  /** What the rows are: "Ngành". */
  readonly corner: string
  readonly columns: readonly string[]
  /** One cell per column; null = no figure. */
  readonly rows: readonly {
    readonly name: string
    readonly href?: string
    readonly cells: readonly (HeatCell | null)[]
  }[]
  /** Source and as-of line. */
  readonly source: Fragment
}

function cell(c: HeatCell | null, unit: string): Html {
  if (c === null) return html`<td class="heat-none"><span class="none">chưa có số liệu</span></td>`
  const words = html`<b>${showAmount(c.value, unit)}</b><small>${BALANCE_WORDS[c.balance]}</small>`
  return html`<td class="heat-${c.balance}">${c.href === undefined ? words : html`<a href="${c.href}">${words}</a>`}</td>`
}

/** How many cells each class has. */
function legend(h: Heat): Html {
  const all = h.rows.flatMap((r) => r.cells)
  const count = (b: Balance): number => all.filter((c) => c?.balance === b).length
  const classes: readonly Balance[] = ['far-short', 'short', 'even', 'over']
  return html`<ul class="keys">${classes.map((b) => html`<li><span class="heat-key heat-${b}" aria-hidden="true"></span>${BALANCE_WORDS[b]}: ${count(b)} ô</li>`)}</ul>`
}

/** A table whose cells are shaded by class. */
export const heatTable = (h: Heat): Html =>
  html`<figure class="chart heat"><figcaption><p class="chart-title">${h.title}</p><p class="chart-sub">${h.subtitle}</p></figcaption>
<div class="scroll" role="region" aria-label="${h.title}" tabindex="0"><table class="grid"><caption class="hidden">${h.title}. ${h.subtitle}</caption><thead><tr><th scope="col">${h.corner}</th>${h.columns.map((c) => html`<th scope="col" class="c-number">${c}</th>`)}</tr></thead><tbody>${h.rows.map((r) => html`<tr><th scope="row" class="c-name">${r.href === undefined ? r.name : html`<a href="${r.href}">${r.name}</a>`}</th>${r.cells.map((c) => cell(c, h.unit))}</tr>`)}</tbody></table></div>
${legend(h)}${isEmpty(h.source) ? '' : html`<p class="chart-source">${h.source}</p>`}</figure>`
