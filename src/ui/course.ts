/**
 * Biểu đồ lộ trình: figures on their days against a planned path and a target, drawn on the server. Series differ by shape and dash as
 * well as by colour, so that a grey print is read the same; the numbers stand in a table twin.
 */
import { type Day, daysBetween, showDay, yearOf } from '../kernel/day.ts'
import { showAmount, showNumber } from '../kernel/number.ts'
import {
  between,
  CUT_WORDS,
  type Fan,
  type FanPoint,
  fanDrawing,
  fanKeys,
  fanName,
  fanReach,
  fanSentence,
  isCut,
  joint,
} from './fan.ts'
import { type Fragment, type Html, html } from './html.ts'
import {
  BLUE,
  chartFigure,
  footOf,
  GREY,
  GRID,
  INK,
  key,
  PALE,
  roomFor,
  round,
  ticks,
  twinTable,
  WIDTH,
} from './plot.ts'

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
  /** What is foreseen after the last figure. */
  readonly fan?: Fan
  readonly from: Day
  readonly to: Day
  /** Source and as-of line. */
  readonly source: Fragment
}

/** With a fan there is a line of names above the plot. */
type Place = {
  readonly x: (on: Day) => number
  readonly y: (value: number) => number
  readonly steps: readonly number[]
  readonly low: number
  readonly high: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const givenValues = (c: CourseChart): number[] => [
  ...c.points.flatMap((p) => [p.value, p.high ?? p.value]),
  ...c.others.map((p) => p.value),
  ...c.path.map((p) => p.value),
  c.target.value,
  ...(c.target.high === null ? [] : [c.target.high]),
]

function placeOf(c: CourseChart): Place {
  const given = givenValues(c)
  const all = c.fan === undefined ? given : [...given, ...fanReach(c.fan.points, given)]
  const [lowest, highest] = [Math.min(...all), Math.max(...all)]
  const steps = ticks(footOf(lowest, highest), highest)
  const [low, high] = [steps[0] ?? lowest, steps.at(-1) ?? highest]
  const [left, right] = [Math.max(44, roomFor(steps.map((v) => showNumber(v, 2)))), 392]
  const top = c.fan === undefined ? 26 : 42
  const bottom = top + 170
  const days = Math.max(1, daysBetween(c.from, c.to))
  return {
    ...{ steps, low, high, left, right, top, bottom },
    x: (on) => round(left + (daysBetween(c.from, on) / days) * (right - left)),
    y: (value) => round(bottom - ((value - low) / Math.max(1e-9, high - low)) * (bottom - top)),
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
      return html`<line x1="${x}" x2="${x}" y1="${at.bottom}" y2="${at.bottom + 4}" stroke="${GREY}"/><text x="${x}" y="${at.bottom + 16}" text-anchor="${y === last ? 'end' : 'middle'}">${y}</text>`
    })
}

const grid = (at: Place): Html[] =>
  at.steps.map(
    (v) =>
      html`<line x1="${at.left}" x2="${at.right}" y1="${at.y(v)}" y2="${at.y(v)}" stroke="${GRID}"/><text x="${at.left - 5}" y="${at.y(v) + 4}" text-anchor="end">${showNumber(v, 2)}</text>`,
  )

function goal(c: CourseChart, at: Place): Html {
  const line = (v: number): Html =>
    html`<line x1="${at.left}" x2="${at.right}" y1="${at.y(v)}" y2="${at.y(v)}" stroke="${INK}" stroke-width="2" stroke-dasharray="6 4"/>`
  const { value, high } = c.target
  const band =
    high === null
      ? ''
      : html`<rect x="${at.left}" width="${at.right - at.left}" y="${at.y(high)}" height="${round(at.y(value) - at.y(high))}" fill="${PALE}" fill-opacity="0.25"/>${line(high)}`
  return html`${band}${line(value)}<text x="${at.left + 4}" y="${at.y(high ?? value) - 6}" class="target halo">${c.target.label}</text>`
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
${last === undefined ? '' : html`<text x="${Math.min(at.x(last.on), at.right - 4)}" y="${at.y(last.high ?? last.value) - 9}" text-anchor="${at.x(last.on) > at.right - 40 ? 'end' : 'middle'}" class="value halo">${valueWords(last, c.unit)}</text>`}`
}

const valueWords = (p: Dated & { readonly high?: number }, unit: string): string =>
  p.high === undefined || p.high === p.value ? showAmount(p.value, unit) : between(p.value, p.high, unit)

const legend = (c: CourseChart): Html =>
  html`<ul class="keys">${key(html`<line x1="1" x2="25" y1="5" y2="5" stroke="${BLUE}" stroke-width="2.500"/><circle cx="13" cy="5" r="3.500" fill="${BLUE}"/>`, 'Số liệu')}${c.fan === undefined ? '' : fanKeys(c.fan)}${c.path.length > 1 ? key(html`<line x1="2" x2="25" y1="5" y2="5" stroke="${PALE}" stroke-width="2" stroke-dasharray="1 4" stroke-linecap="round"/>`, 'Lộ trình') : ''}${key(html`<line x1="1" x2="25" y1="5" y2="5" stroke="${INK}" stroke-width="2" stroke-dasharray="6 4"/>`, 'Mục tiêu')}${c.others.length > 0 ? key(html`<path d="M13 .5l4.500 4.500-4.500 4.500-4.500-4.500z" fill="#fff" stroke="${GREY}" stroke-width="1.500"/>`, 'Nguồn khác công bố') : ''}</ul>`

const foreseenRows = (fan: Fan, unit: string) =>
  fan.points.map((p) => ({
    on: p.on,
    cells: [
      showAmount(p.mean, unit),
      between(p.lo80, p.hi80, unit),
      between(p.lo95, p.hi95, unit),
      `${fanName(fan, p.on)}, trung bình`,
    ],
  }))

function twin(c: CourseChart): Html {
  const told = (p: Dated, what: string, words = showAmount(p.value, c.unit)) => ({
    on: p.on,
    cells: [words, '', '', what],
  })
  const rows = [
    ...c.points.map((p) => told(p, 'Số liệu', valueWords(p, c.unit))),
    ...c.others.map((p) => told(p, p.label)),
    ...c.path.slice(1).map((p) => told(p, 'Mốc của lộ trình')),
    ...(c.fan === undefined ? [] : foreseenRows(c.fan, c.unit)),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const bands = c.fan === undefined ? [] : ['Khoảng 80%', 'Khoảng 95%'].map((label) => ({ label, number: true }))
  return twinTable(
    c.title,
    [
      { label: 'Ngày' },
      { label: c.fan === undefined ? c.unit : `Giá trị (${c.unit})`, number: true },
      ...bands,
      { label: 'Là' },
    ],
    rows.map((r) => [showDay(r.on), ...(c.fan === undefined ? [r.cells[0], r.cells[3]] : r.cells)]),
    'bang',
  )
}

/** The last figure, from which the fan opens. */
const startOf = (c: CourseChart): FanPoint | null => {
  const last = c.points.at(-1)
  return last === undefined ? null : joint(last.on, last.value, last.high ?? last.value)
}

/** Only what lies after the last figure is foreseen; the axis reaches as far as the fan. */
function ready(c: CourseChart): CourseChart {
  if (c.fan === undefined) return c
  const last = c.points.at(-1)?.on
  const points = c.fan.points.filter((p) => last === undefined || p.on > last)
  const end = points.at(-1)?.on ?? c.to
  return { ...c, to: end > c.to ? end : c.to, fan: { ...c.fan, points } }
}

/** What stands under a fan: the chance, its end in words, and that it was cut. */
function fanWords(c: CourseChart, at: Place): readonly string[] {
  if (c.fan === undefined) return []
  const sentences = [c.fan.words.replace(/[.\s]+$/, ''), fanSentence(c.fan, c.unit)].filter((w) => w !== '')
  return [...sentences.map((w) => `${w}.`), ...(isCut(c.fan.points, at.low, at.high) ? [CUT_WORDS] : [])]
}

/** Figures, path, target and, where given, the forecast over the years. */
export function courseChart(given: CourseChart): Html {
  const c = ready(given)
  const at = placeOf(c)
  const [chance, ...more] = fanWords(c, at)
  const figuresSpoken = c.points.map((p) => `${showDay(p.on)}: ${valueWords(p, c.unit)}`).join('; ')
  const spoken = [`${c.title}. ${figuresSpoken}. ${c.target.label}`, ...fanWords(c, at)]
    .join('. ')
    .replaceAll('.. ', '. ')
  return chartFigure(
    c,
    html`<svg class="trend" viewBox="0 0 ${WIDTH} ${at.bottom + 20}" role="img" aria-label="${spoken}">${grid(at)}<line x1="${at.left}" x2="${at.right}" y1="${at.bottom}" y2="${at.bottom}" stroke="${GREY}"/>${years(c, at)}${c.fan === undefined ? '' : fanDrawing(c.fan, startOf(c), { ...at, lines: [c.target.value, c.target.high ?? c.target.value] }, c.unit)}${goal(c, at)}${figures(c, at)}</svg>${chance === undefined ? '' : html`<p class="chart-words"><b>${chance}</b> ${more.join(' ')}</p>`}`,
    { keys: legend(c), twin: twin(c) },
  )
}
