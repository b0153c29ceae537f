/**
 * Khung chung của các biểu đồ lớn: the same title, subtitle, legend, source line and table twin around every drawing, and the few
 * measures they share. Series differ by dash and marker as well as by colour, so that a grey print is read the same.
 */
import { type Fragment, type Html, html, isEmpty } from './html.ts'

export const INK = '#1B2430'
export const BLUE = '#0B4F8A'
export const GREY = '#5B6773'
export const PALE = '#9AA5B1'
/** Lines of the grid. */
export const GRID = '#DDE3EA'

/** Width of every drawing in its own units; the page stretches it. */
export const WIDTH = 400

/** One decimal: what a drawing of 400 units can show. */
export const round = (n: number): number => Math.round(n * 10) / 10

/** Round steps of an axis: 1, 2 or 5 times a power of ten, about four of them. */
export function ticks(low: number, high: number): number[] {
  const rough = Math.max(high - low, 1e-9) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough) ?? rough
  const first = Math.floor(low / step + 1e-9) * step
  const count = Math.ceil((high - first) / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, i) => Number((first + i * step).toPrecision(12)))
}

/** A line may leave zero out only when it says little: near zero it stays, and where all figures lie close, so that nothing looks steeper than it is. */
export const footOf = (low: number, high: number): number =>
  low < high * 0.4 || high - low < high * 0.05 ? Math.min(0, low) : low

/** Room for figures of an axis, in units of the drawing. */
export const roomFor = (words: readonly string[]): number => Math.max(0, ...words.map((w) => [...w].length)) * 7 + 8

/** Words broken into lines of at most `most` letters, at spaces. */
export function broken(words: string, most: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && [...last, ' ', ...word].length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** From one line of text to the next. */
export const LINE = 15

/** Lines of text in a drawing, the first at `y`. */
export const textLines = (lines: readonly string[], x: number, y: number, more: Fragment = ''): Html =>
  html`<text x="${x}" y="${y}"${more}>${lines.map((l, i) => html`<tspan x="${x}" dy="${i === 0 ? 0 : LINE}">${l}</tspan>`)}</text>`

/** One entry of a legend: a mark drawn in a box of 26 × 10, and its words. */
export const key = (mark: Html, words: string): Html =>
  html`<li><svg viewBox="0 0 26 10" width="26" height="10" aria-hidden="true">${mark}</svg>${words}</li>`

/** Phần chữ của một biểu đồ. */
export type Captions = {
  /** The finding in one sentence. */
  readonly title: string
  /** Unit, scope, period. */
  readonly subtitle: string
  /** Source and as-of line. */
  readonly source: Fragment
}

/** A drawing between its captions; `under` = legend, notes and table twin. */
export const chartFigure = (c: Captions, drawing: Fragment, under: { keys: Fragment; twin: Fragment }): Html =>
  html`<figure class="chart wide"><figcaption><p class="chart-title">${c.title}</p><p class="chart-sub">${c.subtitle}</p></figcaption>
${drawing}
${under.keys}${isEmpty(c.source) ? '' : html`<p class="chart-source">${c.source}</p>`}${under.twin}</figure>`

/** Cột của bảng số liệu; numbers stand at the right. */
export type TwinColumn = { readonly label: string; readonly number?: boolean }

/** Letters above which the headings of rows may break. */
const LONG_NAME = 24

/** The numbers of a drawing as a table: its text alternative. The first cell of a row is its heading. */
export function twinTable(
  title: string,
  columns: readonly TwinColumn[],
  rows: readonly (readonly Fragment[])[],
  id = '',
): Html {
  const side = (i: number): Fragment => (columns[i]?.number === true ? html` class="c-number"` : '')
  const long = rows.some((r) => String(r[0]).length > LONG_NAME)
  const cells = (row: readonly Fragment[]): Html[] =>
    row.map((words, i) =>
      i === 0
        ? html`<th scope="row"${long ? html` class="long"` : ''}>${words}</th>`
        : html`<td${side(i)}>${words}</td>`,
    )
  return html`<details class="twin"${id === '' ? '' : html` id="${id}"`}><summary>Bảng số liệu</summary><div class="twin-room" role="region" aria-label="${`Bảng số liệu: ${title}`}" tabindex="0"><table class="small"><caption class="hidden">${title}</caption><thead><tr>${columns.map((c, i) => html`<th scope="col"${side(i)}>${c.label}</th>`)}</tr></thead><tbody>${rows.map((r) => html`<tr>${cells(r)}</tr>`)}</tbody></table></div></details>`
}
