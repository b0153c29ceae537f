/**
 * Hình quạt dự báo: the mean of a forecast as a dashed line with its bands of 50, 80 and 95 %, joined to the last figure. Past
 * `scenarioFrom` it is called «kịch bản»: what would be if nothing changed, not what is foreseen. Bands differ by shade, by hatch
 * and by edge, so that a grey print is read the same.
 */
import { type Day, daysBetween, showDay } from '../kernel/day.ts'
import { showAmount } from '../kernel/number.ts'
import { type Html, html } from './html.ts'
import { BLUE, GREY, INK, key, round } from './plot.ts'

/** Một điểm dự báo: the mean and the bounds of its three bands on a day. */
export type FanPoint = {
  readonly on: Day
  readonly mean: number
  readonly lo50: number
  readonly hi50: number
  readonly lo80: number
  readonly hi80: number
  readonly lo95: number
  readonly hi95: number
}

/** Hình quạt. */
export type Fan = {
  /** Days after the last figure, in order. */
  readonly points: readonly FanPoint[]
  /** «Khả năng đạt: 62%», or why none is told. */
  readonly words: string
  /** After this day it is called «kịch bản», not «dự báo». */
  readonly scenarioFrom: Day | null
}

/** Where the fan is drawn. */
export type FanPlace = {
  readonly x: (on: Day) => number
  readonly y: (value: number) => number
  /** Lowest and highest value of the axis: bands are cut there. */
  readonly low: number
  readonly high: number
  /** Top and foot of the plot. */
  readonly top: number
  readonly bottom: number
  /** Values of the lines that words must not stand on. */
  readonly lines?: readonly number[]
}

/** A value at a place across. */
type At = readonly [x: number, value: number]

/** The last figure as the point all bands start from. */
export const joint = (on: Day, low: number, high: number): FanPoint => ({
  ...{ on, mean: (low + high) / 2, lo50: low, hi50: high },
  ...{ lo80: low, hi80: high, lo95: low, hi95: high },
})

const spanOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)

/**
 * The values an axis must hold beside those `given`: always the 80 % band, the 95 % band too unless what is given (figures, path,
 * target) would then be left with less than a third of the height.
 */
export function fanReach(points: readonly FanPoint[], given: readonly number[]): number[] {
  const core = points.flatMap((p) => [p.mean, p.lo80, p.hi80])
  const whole = [...core, ...points.flatMap((p) => [p.lo95, p.hi95])]
  const squashed = spanOf(given) < spanOf([...given, ...whole]) / 3
  return squashed && spanOf([...given, ...core]) < spanOf([...given, ...whole]) * 0.9 ? core : whole
}

/** Whether the 95 % band leaves the axis. */
export const isCut = (points: readonly FanPoint[], low: number, high: number): boolean =>
  points.some((p) => p.lo95 < low || p.hi95 > high)

/** A line held between two values: bent exactly where it crosses them. */
export function clipped(line: readonly At[], low: number, high: number): At[] {
  const held = (v: number): number => Math.min(high, Math.max(low, v))
  return line.flatMap(([x, v], i): At[] => {
    const before = line[i - 1]
    if (before === undefined) return [[x, held(v)]]
    const crossings = [low, high]
      .filter((bound) => (before[1] - bound) * (v - bound) < 0)
      .map((bound): At => [before[0] + ((bound - before[1]) / (v - before[1])) * (x - before[0]), bound])
      .sort((a, b) => a[0] - b[0])
    return [...crossings, [x, held(v)]]
  })
}

/** The value of a line at a place across. */
function valueAt(line: readonly At[], x: number): number {
  const next = line.findIndex((p) => p[0] >= x)
  const [a, b] = [line[Math.max(0, next - 1)], line[next]]
  if (a === undefined || b === undefined) return 0
  return b[0] === a[0] ? b[1] : a[1] + ((x - a[0]) / (b[0] - a[0])) * (b[1] - a[1])
}

type Edges = { readonly low: readonly At[]; readonly high: readonly At[] }

const edgesOf = (points: readonly FanPoint[], at: FanPlace, low: keyof FanPoint, high: keyof FanPoint): Edges => {
  const edge = (side: keyof FanPoint): At[] =>
    clipped(
      points.map((p): At => [at.x(p.on), Number(p[side])]),
      at.low,
      at.high,
    )
  return { low: edge(low), high: edge(high) }
}

const drawn = (line: readonly At[], at: FanPlace): string => line.map(([x, v]) => `${round(x)} ${at.y(v)}`).join('L')

const outline = (e: Edges, at: FanPlace): string => `M${drawn([...e.high, ...[...e.low].reverse()], at)}Z`

/** The ring between two bands, so that shades do not add up. */
const ring = (outer: Edges, inner: Edges | null, share: number, at: FanPlace): Html =>
  html`<path d="${outline(outer, at)}${inner === null ? '' : outline(inner, at)}" fill="${BLUE}" fill-opacity="${share}" fill-rule="evenodd"/>`

/** Upright strokes over a band. */
function hatch(e: Edges, at: FanPlace, every: number): Html {
  const [from, to] = [e.low[0]?.[0] ?? 0, e.low.at(-1)?.[0] ?? 0]
  const count = Math.max(0, Math.floor((to - from) / every))
  const strokes = Array.from({ length: count }, (_, i) => {
    const x = round(from + (i + 1) * every)
    return `M${x} ${at.y(valueAt(e.high, x))}V${at.y(valueAt(e.low, x))}`
  })
  return html`<path class="hatch" d="${strokes.join('')}" fill="none" stroke="${BLUE}"/>`
}

const edgeLines = (e: Edges, at: FanPlace, dash: string): Html =>
  html`<path d="M${drawn(e.high, at)}M${drawn(e.low, at)}" fill="none" stroke="${BLUE}" stroke-width="0.800" stroke-dasharray="${dash}"/>`

/** A toothed line where a band leaves the axis. */
function cutMarks(points: readonly FanPoint[], at: FanPlace): Html[] {
  const mark = (out: readonly FanPoint[], y: number): Html | null => {
    const [first, last] = [out[0], out.at(-1)]
    if (first === undefined || last === undefined) return null
    const x = round((at.x(first.on) + at.x(last.on)) / 2)
    return html`<path class="cut" d="M${x - 12} ${y}l4-4 4 8 4-8 4 8 4-8 4 4" fill="none" stroke="${INK}" stroke-width="1.500"/>`
  }
  const over = mark(
    points.filter((p) => p.hi95 > at.high),
    at.top,
  )
  const under = mark(
    points.filter((p) => p.lo95 < at.low),
    at.bottom,
  )
  return [over, under].filter((m): m is Html => m !== null)
}

/** A dashed line on a white one, so that it is seen on every shade. */
function dashed(points: readonly FanPoint[], at: FanPlace, dash: string): Html {
  if (points.length < 2) return html``
  const through = clipped(
    points.map((p): At => [at.x(p.on), p.mean]),
    at.low,
    at.high,
  )
  const d = `M${drawn(through, at)}`
  return html`<path d="${d}" fill="none" stroke="#fff" stroke-width="4" stroke-opacity="0.700"/><path d="${d}" fill="none" stroke="${BLUE}" stroke-width="2.500" stroke-dasharray="${dash}"/>`
}

const FORESEEN = '5 3'
const SUPPOSED = '2 4'

/** Points up to the day the scenario begins, and from there on. */
function parted(points: readonly FanPoint[], from: Day | null): readonly [FanPoint[], FanPoint[]] {
  if (from === null) return [[...points], []]
  const first = points.findIndex((p) => p.on > from)
  return first < 0 ? [[...points], []] : [points.slice(0, first), points.slice(Math.max(0, first - 1))]
}

/** The line a zone begins at, and its name above the plot where there is room. */
function zone(name: string, from: number, to: number, at: FanPlace): Html {
  const words =
    to - from < 50
      ? ''
      : html`<text x="${round((from + to) / 2)}" y="${at.top - 24}" text-anchor="middle">${name}</text>`
  return html`<line x1="${from}" x2="${from}" y1="${at.top - 22}" y2="${at.bottom}" stroke="${GREY}" stroke-width="0.800" stroke-dasharray="2 2"/>${words}`
}

function zones(points: readonly FanPoint[], f: Fan, at: FanPlace): Html {
  const [foreseen, supposed] = parted(points, f.scenarioFrom)
  const draw = (name: string, list: readonly FanPoint[]): Html | '' => {
    const [a, b] = [list[0], list.at(-1)]
    return a === undefined || b === undefined || list.length < 2 ? '' : zone(name, at.x(a.on), at.x(b.on), at)
  }
  return html`${draw('dự báo', foreseen)}${draw('kịch bản', supposed)}`
}

/** Words stand above the end of the mean, below it where a line runs there. */
function endWords(end: FanPoint, at: FanPlace, unit: string): Html {
  const y = at.y(Math.min(at.high, Math.max(at.low, end.mean)))
  const crossed = (at.lines ?? []).some((value) => Math.abs(at.y(value) - (y - 11)) < 10)
  return html`<text x="${at.x(end.on) - 2}" y="${crossed && y + 20 < at.bottom ? y + 16 : y - 7}" text-anchor="end" class="value halo">${showAmount(end.mean, unit)}</text>`
}

/** Bands, mean and zones; `start` = the last figure, null where there is none. */
export function fanDrawing(f: Fan, start: FanPoint | null, at: FanPlace, unit: string): Html {
  const points = start === null ? f.points : [start, ...f.points]
  const [b95, b80, b50] = [
    edgesOf(points, at, 'lo95', 'hi95'),
    edgesOf(points, at, 'lo80', 'hi80'),
    edgesOf(points, at, 'lo50', 'hi50'),
  ]
  const [foreseen, supposed] = parted(points, f.scenarioFrom)
  const end = f.points.at(-1)
  return html`${zones(points, f, at)}${ring(b95, b80, 0.1, at)}${ring(b80, b50, 0.2, at)}${ring(b50, null, 0.35, at)}${hatch(b50, at, 3)}${hatch(b80, at, 6)}${edgeLines(b80, at, '4 2')}${edgeLines(b95, at, '1 2')}${cutMarks(f.points, at)}${dashed(foreseen, at, FORESEEN)}${dashed(supposed, at, SUPPOSED)}${end === undefined ? '' : endWords(end, at, unit)}`
}

const band = (share: number, strokes: number, dash: string | null): Html =>
  html`<rect x="0.500" y="0.500" width="25" height="9" fill="${BLUE}" fill-opacity="${share}"${dash === null ? '' : html` stroke="${BLUE}" stroke-width="0.800" stroke-dasharray="${dash}"`}/>${strokes === 0 ? '' : html`<path class="hatch" d="${Array.from({ length: Math.floor(25 / strokes) }, (_, i) => `M${(i + 1) * strokes} .5v9`).join('')}" fill="none" stroke="${BLUE}"/>`}`

const stretch = (dash: string): Html =>
  html`<line x1="1" x2="25" y1="5" y2="5" stroke="${BLUE}" stroke-width="2.500" stroke-dasharray="${dash}"/>`

/** Entries of the legend. */
export function fanKeys(f: Fan): Html {
  const [foreseen, supposed] = parted(f.points, f.scenarioFrom)
  return html`${foreseen.length > 0 ? key(stretch(FORESEEN), 'Dự báo (trung bình)') : ''}${supposed.length > 0 ? key(stretch(SUPPOSED), 'Kịch bản (trung bình)') : ''}${key(band(0.35, 3, null), 'Khoảng 50%')}${key(band(0.2, 6, '4 2'), 'Khoảng 80%')}${key(band(0.1, 0, '1 2'), 'Khoảng 95%')}`
}

/** «Dự báo» or «Kịch bản», by day. */
export const fanName = (f: Fan, on: Day): string =>
  f.scenarioFrom !== null && daysBetween(f.scenarioFrom, on) > 0 ? 'Kịch bản' : 'Dự báo'

/** "12,1–16,3" */
export const between = (low: number, high: number, unit: string): string =>
  `${showAmount(low, unit)}–${showAmount(high, unit)}`

/** What the end of the fan says: "Dự báo đến 31/12/2030: trung bình 14,2; khoảng 80% từ 12,1 đến 16,3; khoảng 95% từ 11 đến 17,4". */
export function fanSentence(f: Fan, unit: string): string {
  const end = f.points.at(-1)
  if (end === undefined) return ''
  const from = (share: number, low: number, high: number): string =>
    `khoảng ${share}% từ ${showAmount(low, unit)} đến ${showAmount(high, unit)}`
  return `${fanName(f, end.on)} đến ${showDay(end.on)}: trung bình ${showAmount(end.mean, unit)}; ${from(80, end.lo80, end.hi80)}; ${from(95, end.lo95, end.hi95)}`
}

/** Said under a drawing whose axis does not hold the whole 95 % band. */
export const CUT_WORDS = 'Khoảng 95% vượt khung vẽ, được cắt ở vạch răng cưa; số đầy đủ có trong bảng số liệu.'
