/**
 * Biểu đồ nhiều đường theo năm: supply, need and gap, or scenarios beside each other. Up to four series share one plot, each with a
 * dash, a marker and its name at its end; more become small plots on one scale. A year without a figure is a gap.
 */
import { showAmount } from '../kernel/number.ts'
import { attributes, type Fragment, type Html, html } from './html.ts'
import {
  broken,
  chartFigure,
  footOf,
  GREY,
  GRID,
  INK,
  key,
  LINE,
  roomFor,
  round,
  textLines,
  ticks,
  twinTable,
  WIDTH,
} from './plot.ts'

/** Một đường. */
export type Line = {
  readonly name: string
  /** Name at the end of the line, where the whole one is long. */
  readonly short?: string
  /** One value per year; null = no figure. */
  readonly values: readonly (number | null)[]
  /** Lowest and highest per year, drawn as a pale band. */
  readonly band?: readonly (readonly [low: number, high: number] | null)[]
}

/** Biểu đồ nhiều đường. */
export type Lines = {
  /** The finding in one sentence. */
  readonly title: string
  /** Unit, scope, period. */
  readonly subtitle: string
  readonly unit: string
  /** Ascending. */
  readonly years: readonly number[]
  readonly series: readonly Line[]
  /** What a band holds: «Khoảng 80%». */
  readonly bandName?: string
  /** Years after `from` are shaded and named: «dự báo», «kịch bản». */
  readonly zone?: { readonly from: number; readonly label: string }
  /** Source and as-of line. */
  readonly source: Fragment
}

/** Series that still can be told apart in one plot. */
const MOST = 4

type Style = { readonly colour: string; readonly dash: string | null; readonly mark: (x: number, y: number) => string }

const STYLES: readonly Style[] = [
  { colour: '#0B4F8A', dash: null, mark: (x, y) => `M${x - 3.5} ${y}a3.500 3.500 0 1 0 7 0a3.500 3.500 0 1 0-7 0z` },
  { colour: '#E2571A', dash: '7 4', mark: (x, y) => `M${x - 3.2} ${y - 3.2}h6.400v6.400h-6.400z` },
  { colour: '#12A08F', dash: '2 3', mark: (x, y) => `M${x} ${y - 4.2}l4.200 7.400h-8.400z` },
  { colour: '#5E2409', dash: '9 3 2 3', mark: (x, y) => `M${x} ${y - 4.5}l4.500 4.500-4.500 4.500-4.500-4.500z` },
]

const FIRST: Style = { colour: '#0B4F8A', dash: null, mark: () => '' }
const styleOf = (i: number): Style => STYLES[i] ?? FIRST

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
type Place = {
  readonly x: (year: number) => number
  readonly y: (value: number) => number
  readonly steps: readonly number[]
}

const known = (list: readonly (number | null | undefined)[]): number[] =>
  list.filter((v): v is number => v !== null && v !== undefined)

/** The steps of one scale for all series and bands. */
function stepsOf(l: Lines): number[] {
  const all = l.series.flatMap((s) => [...known(s.values), ...(s.band ?? []).flatMap((b) => b ?? [])])
  if (all.length === 0) return [0, 1]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  return ticks(footOf(low, high), Math.max(high, low + 1e-9))
}

function placeOf(l: Lines, steps: readonly number[], box: Box): Place {
  const [first, last] = [l.years[0] ?? 0, l.years.at(-1) ?? 0]
  const [low, high] = [steps[0] ?? 0, steps.at(-1) ?? 1]
  return {
    steps,
    x: (year) => round(box.left + ((year - first) / Math.max(1, last - first)) * (box.right - box.left)),
    y: (value) => round(box.bottom - ((value - low) / (high - low)) * (box.bottom - box.top)),
  }
}

type Point = { readonly year: number; readonly value: number }

/** Runs of neighbouring years with a figure. */
function runs(l: Lines, s: Line): Point[][] {
  const out: Point[][] = [[]]
  l.years.forEach((year, i) => {
    const value = s.values[i] ?? null
    if (value === null) out.push([])
    else out.at(-1)?.push({ year, value })
  })
  return out.filter((r) => r.length > 0)
}

function bandOf(l: Lines, s: Line, style: Style, at: Place): Html | '' {
  const edges = l.years.flatMap((year, i) => {
    const b = s.band?.[i] ?? null
    return b === null ? [] : [{ x: at.x(year), low: at.y(b[0]), high: at.y(b[1]) }]
  })
  if (edges.length < 2) return ''
  const over = edges.map((e) => `${e.x} ${e.high}`).join('L')
  const under = edges.map((e) => `${e.x} ${e.low}`)
  return html`<path d="M${over}L${[...under].reverse().join('L')}Z" fill="${style.colour}" fill-opacity="0.120"/><path d="M${over}M${under.join('L')}" fill="none" stroke="${style.colour}" stroke-width="0.800" stroke-dasharray="1 2"/>`
}

/** Line and markers; many years carry a marker only where the axis names them. */
function lineOf(l: Lines, s: Line, style: Style, at: Place, every: number): Html {
  const path = (r: readonly Point[]): string => `M${r.map((p) => `${at.x(p.year)} ${at.y(p.value)}`).join('L')}`
  const last = l.years.length - 1
  const marks = l.years.flatMap((year, i) => {
    const value = s.values[i] ?? null
    return value !== null && (last - i) % every === 0 ? [style.mark(at.x(year), at.y(value))] : []
  })
  const own = attributes({
    d: runs(l, s).map(path).join(''),
    fill: 'none',
    stroke: style.colour,
    'stroke-width': 2.5,
    'stroke-dasharray': style.dash,
    'stroke-linejoin': 'round',
  })
  return html`<path${own}/><path d="${marks.join('')}" fill="${style.colour}" stroke="#fff"/>`
}

function axes(l: Lines, at: Place, box: Box, every: number): Html {
  const last = l.years.length - 1
  const across = at.steps.map(
    (v) =>
      html`<line x1="${box.left}" x2="${box.right}" y1="${at.y(v)}" y2="${at.y(v)}" stroke="${v === 0 ? GREY : GRID}"/><text x="${box.left - 5}" y="${at.y(v) + 4}" text-anchor="end">${showAmount(v, l.unit)}</text>`,
  )
  const years = l.years.map((y, i) =>
    (last - i) % every === 0
      ? html`<line x1="${at.x(y)}" x2="${at.x(y)}" y1="${box.bottom}" y2="${box.bottom + 4}" stroke="${GREY}"/><text x="${at.x(y)}" y="${box.bottom + 18}" text-anchor="middle">${y}</text>`
      : '',
  )
  return html`${across}<line x1="${box.left}" x2="${box.right}" y1="${box.bottom}" y2="${box.bottom}" stroke="${GREY}"/>${years}`
}

function zoneOf(l: Lines, at: Place, box: Box): Html | '' {
  const z = l.zone
  const last = l.years.at(-1)
  if (z === undefined || last === undefined || z.from >= last) return ''
  const from = Math.max(box.left, at.x(z.from))
  return html`<rect x="${from}" y="${box.top}" width="${round(box.right - from)}" height="${box.bottom - box.top}" fill="#F4F6F9"/><line x1="${from}" x2="${from}" y1="${box.top}" y2="${box.bottom}" stroke="${GREY}" stroke-width="0.800" stroke-dasharray="2 2"/><text x="${round((from + box.right) / 2)}" y="${box.top - 8}" text-anchor="middle">${z.label}</text>`
}

type Label = { readonly lines: readonly string[]; readonly value: string; readonly wish: number; readonly style: Style }

const heightOf = (label: Label): number => (label.lines.length + 1) * LINE
/** Letters of a line of a name at the end of a line. */
const LETTERS = 13

/** Names that would stand on each other are pushed apart, none out of the plot. */
export function apart(list: readonly { readonly wish: number; readonly height: number }[], box: Box): number[] {
  const order = list.map((_, i) => i).sort((a, b) => (list[a]?.wish ?? 0) - (list[b]?.wish ?? 0))
  const tops = list.map(() => 0)
  let free = box.top
  for (const i of order) {
    const { wish, height } = list[i] ?? { wish: 0, height: 0 }
    tops[i] = Math.max(free, wish - height / 2)
    free = (tops[i] ?? 0) + height
  }
  let foot = box.bottom
  for (const i of [...order].reverse()) {
    tops[i] = Math.min(tops[i] ?? 0, foot - (list[i]?.height ?? 0))
    foot = tops[i] ?? 0
  }
  return tops
}

const namedShort = (s: Line): string[] => {
  const lines = broken(s.short ?? s.name, LETTERS)
  return lines.length <= 2 ? lines : [lines[0] ?? '', `${lines[1] ?? ''}…`]
}

function labels(l: Lines, at: Place, box: Box): Html[] {
  const list = l.series.flatMap((s, i): (Label & { x: number })[] => {
    const last = runs(l, s).at(-1)?.at(-1)
    if (last === undefined) return []
    const value = showAmount(last.value, l.unit)
    return [{ lines: namedShort(s), value, wish: at.y(last.value), style: styleOf(i), x: at.x(last.year) }]
  })
  const tops = apart(
    list.map((n) => ({ wish: n.wish, height: heightOf(n) })),
    { ...box, top: box.top - 12, bottom: box.bottom + 8 },
  )
  return list.map((n, i) => {
    const top = round(tops[i] ?? 0)
    const middle = top + 8
    return html`<path d="M${n.x + 4} ${n.wish}L${box.right + 7} ${middle}" fill="none" stroke="${n.style.colour}" stroke-width="0.800"/><path d="${n.style.mark(box.right + 12, middle)}" fill="${n.style.colour}"/>${textLines(n.lines, box.right + 20, top + 12)}<text x="${box.right + 20}" y="${top + 12 + n.lines.length * LINE}" class="value">${n.value}</text>`
  })
}

/** What is read out: first and last figure of each series. */
function spokenOf(l: Lines): string {
  const told = l.series.map((s) => {
    const all = runs(l, s).flat()
    const [first, last] = [all[0], all.at(-1)]
    if (first === undefined || last === undefined) return `${s.name}: chưa có số liệu`
    return `${s.name}: năm ${first.year} ${showAmount(first.value, l.unit)}, năm ${last.year} ${showAmount(last.value, l.unit)}`
  })
  return `${l.title}. ${told.join('; ')}.${l.zone === undefined ? '' : ` Sau năm ${l.zone.from}: ${l.zone.label}.`}`
}

/** Years named under the axis: about six. */
const everyOf = (count: number): number => Math.max(1, Math.ceil((count - 1) / 5))

function onePlot(l: Lines): Html {
  const steps = stepsOf(l)
  const letters = Math.max(0, ...l.series.flatMap((s) => namedShort(s).map((w) => [...w].length)))
  const box: Box = {
    left: Math.max(40, roomFor(steps.map((v) => showAmount(v, l.unit)))),
    right: WIDTH - 26 - Math.max(7, letters) * 7,
    top: 26,
    bottom: 206,
  }
  const at = placeOf(l, steps, box)
  const every = everyOf(l.years.length)
  const drawn = l.series.map((s, i) => lineOf(l, s, styleOf(i), at, every))
  return html`<svg class="trend" viewBox="0 0 ${WIDTH} ${box.bottom + 26}" role="img" aria-label="${spokenOf(l)}">${zoneOf(l, at, box)}${axes(l, at, box, every)}${l.series.map((s, i) => bandOf(l, s, styleOf(i), at))}${drawn}${labels(l, at, box)}</svg>`
}

/** One small plot per series, all on the same scale. */
function smallPlots(l: Lines): Html {
  const all = stepsOf(l)
  // The ends of the scale, and zero where a figure may fall below it.
  const steps = all.filter((v, i) => i === 0 || i === all.length - 1 || v === 0)
  const box: Box = { left: roomFor(steps.map((v) => showAmount(v, l.unit))), right: 190, top: 16, bottom: 78 }
  const at = placeOf(l, steps, box)
  const every = Math.max(1, l.years.length - 1)
  return html`<div class="multiples">${l.series.map((s) => {
    const last = runs(l, s).at(-1)?.at(-1)
    const value =
      last === undefined
        ? html`<text x="100" y="50" text-anchor="middle" class="halo">chưa có số liệu</text>`
        : html`<text x="${box.right}" y="${Math.max(11, at.y(last.value) - 8)}" text-anchor="end" class="value halo">${showAmount(last.value, l.unit)}</text>`
    return html`<figure><figcaption>${s.name}</figcaption><svg class="trend" viewBox="0 0 206 100" role="img" aria-label="${spokenOf({ ...l, title: l.unit, series: [s] })}">${zoneOf({ ...l, ...(l.zone === undefined ? {} : { zone: { ...l.zone, label: '' } }) }, at, box)}${axes(l, at, box, every)}${bandOf(l, s, FIRST, at)}${lineOf(l, s, styleOf(0), at, every)}${value}</svg></figure>`
  })}</div>${l.zone === undefined ? '' : html`<p class="chart-sub">Phần nền xám, sau năm ${l.zone.from}: ${l.zone.label}. Mọi ô vẽ theo cùng một thang.</p>`}`
}

const keysOf = (l: Lines): Html =>
  html`<ul class="keys">${l.series.map((s, i) => {
    const style = styleOf(i)
    return key(
      html`<path${attributes({ d: 'M1 5h24', fill: 'none', stroke: style.colour, 'stroke-width': 2.5, 'stroke-dasharray': style.dash })}/><path d="${style.mark(13, 5)}" fill="${style.colour}" stroke="#fff"/>`,
      s.name,
    )
  })}${l.series.some((s) => s.band !== undefined) ? key(html`<rect x="0.500" y="0.500" width="25" height="9" fill="${INK}" fill-opacity="0.120" stroke="${INK}" stroke-width="0.800" stroke-dasharray="1 2"/>`, l.bandName ?? 'Khoảng của từng đường') : ''}</ul>`

const cellOf = (l: Lines, s: Line, i: number): Fragment => {
  const value = s.values[i] ?? null
  const b = s.band?.[i] ?? null
  if (value === null) return html`<span class="none">chưa có số liệu</span>`
  return `${showAmount(value, l.unit)}${b === null ? '' : ` (${showAmount(b[0], l.unit)}–${showAmount(b[1], l.unit)})`}`
}

/** A few series over the years. */
export const linesChart = (l: Lines): Html =>
  chartFigure(l, l.series.length > MOST ? smallPlots(l) : onePlot(l), {
    keys: l.series.length > MOST ? '' : keysOf(l),
    twin: twinTable(
      l.title,
      [{ label: 'Năm' }, ...l.series.map((s) => ({ label: `${s.name} (${l.unit})`, number: true }))],
      l.years.map((year, i) => [year, ...l.series.map((s) => cellOf(l, s, i))]),
    ),
  })
