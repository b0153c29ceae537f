/**
 * Biểu đồ lộ trình: figures on their days against a planned path and a target, drawn on the server. Series differ by shape and dash as
 * well as by colour, so that a grey print is read the same; the numbers stand in a table twin.
 */
import { type Day, daysBetween, showDay, yearOf } from '../kernel/day.ts'
import { showNumber } from '../kernel/number.ts'
import { type Fragment, type Html, html, isEmpty } from './html.ts'

const INK = '#1B2430'
const BLUE = '#0B4F8A'
const GREY = '#5B6773'
const PALE = '#9AA5B1'

type Dated = { readonly on: Day; readonly value: number }

/** Biểu đồ lộ trình. */
export type CourseChart = {
  /** The finding in one sentence. */
  readonly title: string
  /** Unit, scope, period. */
  readonly subtitle: string
  readonly unit: string
  /** Figures of one source, in order of days; `high` where only bounds are known. */
  readonly points: readonly (Dated & { readonly high?: number })[]
  /** Figures others published: told beside, never joined to the line. */
  readonly others: readonly (Dated & { readonly label: string })[]
  /** The planned path, base first. */
  readonly path: readonly Dated[]
  readonly target: { readonly value: number; readonly high: number | null; readonly label: string }
  readonly from: Day
  readonly to: Day
  /** Source and as-of line. */
  readonly source: Fragment
}

const BOX = { left: 44, right: 392, top: 26, bottom: 196 } as const
const WIDTH = 400
const HEIGHT = 216

const round = (n: number): number => Math.round(n * 10) / 10

/** Round steps of an axis: 1, 2 or 5 times a power of ten, about four of them. */
export function ticks(low: number, high: number): number[] {
  const rough = Math.max(high - low, 1e-9) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough) ?? rough
  const first = Math.floor(low / step + 1e-9) * step
  const count = Math.ceil((high - first) / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, i) => Number((first + i * step).toPrecision(12)))
}

type Place = {
  readonly x: (on: Day) => number
  readonly y: (value: number) => number
  readonly steps: readonly number[]
}

/** A line may leave zero out only when it says little: near zero it stays, and where all figures lie close, so that nothing looks steeper than it is. */
const foot = (low: number, high: number): number =>
  low < high * 0.4 || high - low < high * 0.05 ? Math.min(0, low) : low

function placeOf(c: CourseChart): Place {
  const all = [
    ...c.points.flatMap((p) => [p.value, p.high ?? p.value]),
    ...c.others.map((p) => p.value),
    ...c.path.map((p) => p.value),
    c.target.value,
    ...(c.target.high === null ? [] : [c.target.high]),
  ]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const steps = ticks(foot(low, high), high)
  const [bottom, top] = [steps[0] ?? low, steps.at(-1) ?? high]
  const days = Math.max(1, daysBetween(c.from, c.to))
  return {
    steps,
    x: (on) => round(BOX.left + (daysBetween(c.from, on) / days) * (BOX.right - BOX.left)),
    y: (value) => round(BOX.bottom - ((value - bottom) / Math.max(1e-9, top - bottom)) * (BOX.bottom - BOX.top)),
  }
}

/** Years named under the axis: all of few, some of many. */
function years(c: CourseChart, at: Place): Html[] {
  const [first, last] = [yearOf(c.from), yearOf(c.to)]
  const every = Math.max(1, Math.ceil((last - first) / 7))
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .filter((y) => (last - y) % every === 0 && `${y}-12-31` >= c.from)
    .map((y) => {
      const x = at.x(`${y}-12-31` as Day)
      return html`<line x1="${x}" x2="${x}" y1="${BOX.bottom}" y2="${BOX.bottom + 4}" stroke="${GREY}"/><text x="${x}" y="${BOX.bottom + 16}" text-anchor="${y === last ? 'end' : 'middle'}">${y}</text>`
    })
}

const grid = (at: Place): Html[] =>
  at.steps.map(
    (v) =>
      html`<line x1="${BOX.left}" x2="${BOX.right}" y1="${at.y(v)}" y2="${at.y(v)}" stroke="#DDE3EA"/><text x="${BOX.left - 5}" y="${at.y(v) + 4}" text-anchor="end">${showNumber(v, 2)}</text>`,
  )

function goal(c: CourseChart, at: Place): Html {
  const line = (v: number): Html =>
    html`<line x1="${BOX.left}" x2="${BOX.right}" y1="${at.y(v)}" y2="${at.y(v)}" stroke="${INK}" stroke-width="2" stroke-dasharray="6 4"/>`
  const { value, high } = c.target
  const band =
    high === null
      ? ''
      : html`<rect x="${BOX.left}" width="${BOX.right - BOX.left}" y="${at.y(high)}" height="${round(at.y(value) - at.y(high))}" fill="${PALE}" fill-opacity="0.25"/>${line(high)}`
  return html`${band}${line(value)}<text x="${BOX.left + 4}" y="${at.y(high ?? value) - 6}" class="target">${c.target.label}</text>`
}

function figures(c: CourseChart, at: Place): Html {
  const joined = c.points.map((p) => `${at.x(p.on)},${at.y(((p.high ?? p.value) + p.value) / 2)}`).join(' ')
  const last = c.points.at(-1)
  return html`${c.path.length > 1 ? html`<polyline points="${c.path.map((p) => `${at.x(p.on)},${at.y(p.value)}`).join(' ')}" fill="none" stroke="${PALE}" stroke-width="2" stroke-dasharray="1 4" stroke-linecap="round"/>` : ''}
${c.points.length > 1 ? html`<polyline points="${joined}" fill="none" stroke="${BLUE}" stroke-width="2.500" stroke-linejoin="round"/>` : ''}
${c.points.map((p) =>
  p.high === undefined || p.high === p.value
    ? html`<circle cx="${at.x(p.on)}" cy="${at.y(p.value)}" r="3.500" fill="${BLUE}"/>`
    : html`<line x1="${at.x(p.on)}" x2="${at.x(p.on)}" y1="${at.y(p.value)}" y2="${at.y(p.high)}" stroke="${BLUE}" stroke-width="5" stroke-linecap="round"/>`,
)}
${c.others.map((p) => html`<path d="${`M${at.x(p.on)} ${at.y(p.value) - 4.5}l4.500 4.500-4.500 4.500-4.500-4.500z`}" fill="#fff" stroke="${GREY}" stroke-width="1.500"/>`)}
${last === undefined ? '' : html`<text x="${Math.min(at.x(last.on), BOX.right - 4)}" y="${at.y(last.high ?? last.value) - 9}" text-anchor="${at.x(last.on) > BOX.right - 40 ? 'end' : 'middle'}" class="value">${valueWords(last)}</text>`}`
}

const valueWords = (p: Dated & { readonly high?: number }): string =>
  p.high === undefined || p.high === p.value
    ? showNumber(p.value, 2)
    : `${showNumber(p.value, 2)}–${showNumber(p.high, 2)}`

const legend = (c: CourseChart): Html => {
  const key = (mark: Html, words: string): Html =>
    html`<li><svg viewBox="0 0 26 10" width="26" height="10" aria-hidden="true">${mark}</svg>${words}</li>`
  return html`<ul class="keys">${key(html`<line x1="1" x2="25" y1="5" y2="5" stroke="${BLUE}" stroke-width="2.500"/><circle cx="13" cy="5" r="3.500" fill="${BLUE}"/>`, 'Số liệu')}${c.path.length > 1 ? key(html`<line x1="2" x2="25" y1="5" y2="5" stroke="${PALE}" stroke-width="2" stroke-dasharray="1 4" stroke-linecap="round"/>`, 'Lộ trình') : ''}${key(html`<line x1="1" x2="25" y1="5" y2="5" stroke="${INK}" stroke-width="2" stroke-dasharray="6 4"/>`, 'Mục tiêu')}${c.others.length > 0 ? key(html`<path d="M13 .5l4.500 4.500-4.500 4.500-4.500-4.500z" fill="#fff" stroke="${GREY}" stroke-width="1.500"/>`, 'Nguồn khác công bố') : ''}</ul>`
}

function twin(c: CourseChart): Html {
  const rows = [
    ...c.points.map((p) => ({ on: p.on, words: valueWords(p), what: 'Số liệu' })),
    ...c.others.map((p) => ({ on: p.on, words: showNumber(p.value, 2), what: p.label })),
    ...c.path.slice(1).map((p) => ({ on: p.on, words: showNumber(p.value, 2), what: 'Mốc của lộ trình' })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return html`<details class="twin" id="bang"><summary>Bảng số liệu</summary><table class="small"><caption class="hidden">${c.title}</caption><thead><tr><th scope="col">Ngày</th><th scope="col" class="c-number">${c.unit}</th><th scope="col">Là</th></tr></thead><tbody>${rows.map((r) => html`<tr><th scope="row">${showDay(r.on)}</th><td class="c-number">${r.words}</td><td>${r.what}</td></tr>`)}</tbody></table></details>`
}

/** Figures, path and target over the years. */
export function courseChart(c: CourseChart): Html {
  const at = placeOf(c)
  const spoken = `${c.title}. ${c.points.map((p) => `${showDay(p.on)}: ${valueWords(p)}`).join('; ')}. ${c.target.label}`
  return html`<figure class="chart wide"><figcaption><p class="chart-title">${c.title}</p><p class="chart-sub">${c.subtitle}</p></figcaption>
<svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${spoken}">${grid(at)}<line x1="${BOX.left}" x2="${BOX.right}" y1="${BOX.bottom}" y2="${BOX.bottom}" stroke="${GREY}"/>${years(c, at)}${goal(c, at)}${figures(c, at)}</svg>
${legend(c)}${isEmpty(c.source) ? '' : html`<p class="chart-source">${c.source}</p>`}${twin(c)}</figure>`
}
