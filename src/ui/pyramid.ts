/**
 * Tháp tuổi: men at the left, women at the right, the youngest at the foot. The present is filled, a later year is an outline on top of
 * it; the age of retirement of each sex is a dashed line, so that the part about to leave is seen.
 */
import { showNumber } from '../kernel/number.ts'
import { type Fragment, type Html, html } from './html.ts'
import { chartFigure, GREY, GRID, INK, key, round, ticks, twinTable, WIDTH } from './plot.ts'

/** Số người của một nhóm tuổi. */
export type AgeBand = {
  /** First age of the band, in years. */
  readonly from: number
  /** First age of the next band; null = open. */
  readonly to: number | null
  /** "25–29", "60 trở lên" */
  readonly label: string
  readonly men: number
  readonly women: number
  /** Of the later year. */
  readonly menLater?: number
  readonly womenLater?: number
}

/** Tuổi nghỉ hưu: years with a part of a year, and how it is said ("61 tuổi 3 tháng"). */
export type RetirementLine = { readonly age: number; readonly words: string }

/** Tháp tuổi. */
export type Pyramid = {
  /** The finding in one sentence. */
  readonly title: string
  /** Unit, scope. */
  readonly subtitle: string
  /** Youngest first, each beginning where the one before ends. */
  readonly bands: readonly AgeBand[]
  /** What is filled: "Năm 2026". */
  readonly now: string
  /** What is outlined: "Năm 2030"; null = nothing. */
  readonly later: string | null
  readonly retirement: { readonly men: RetirementLine | null; readonly women: RetirementLine | null }
  /** Source and as-of line. */
  readonly source: Fragment
}

const MEN = '#7FAFD6'
const WOMEN = '#F0B08A'
const TOP = 30
/** Edges of the two sides; ages are named between them. */
const SIDES = { men: { foot: 168, end: 6 }, women: { foot: 232, end: 394 } } as const

type Side = keyof typeof SIDES
type Place = {
  readonly x: (side: Side, count: number) => number
  readonly row: number
  readonly bottom: number
  readonly steps: readonly number[]
}

function placeOf(p: Pyramid): Place {
  const most = Math.max(1, ...p.bands.flatMap((b) => [b.men, b.women, b.menLater ?? 0, b.womenLater ?? 0]))
  const steps = ticks(0, most).filter((s) => Number.isInteger(s))
  const top = Math.max(most, steps.at(-1) ?? most)
  const row = Math.max(13, Math.min(20, 190 / Math.max(1, p.bands.length)))
  return {
    steps,
    row,
    bottom: round(TOP + row * p.bands.length),
    x: (side, count) => round(SIDES[side].foot + (count / top) * (SIDES[side].end - SIDES[side].foot)),
  }
}

const countOf = (b: AgeBand, side: Side, later: boolean): number =>
  side === 'men' ? (later ? (b.menLater ?? 0) : b.men) : later ? (b.womenLater ?? 0) : b.women

/** Height of an age: bands are of one height, ages lie between their edges. */
export function heightOfAge(bands: readonly AgeBand[], age: number): number | null {
  const i = bands.findIndex((b) => age >= b.from && (b.to === null || age < b.to))
  const b = bands[i]
  if (b === undefined) return null
  const before = bands[i - 1]
  const width = b.to === null ? (before === undefined ? 1 : b.from - before.from) : b.to - b.from
  return i + Math.min(1, (age - b.from) / width)
}

function bars(p: Pyramid, side: Side, at: Place): Html {
  const foot = SIDES[side].foot
  const fill = side === 'men' ? MEN : WOMEN
  return html`${p.bands.map((b, i) => {
    const end = at.x(side, countOf(b, side, false))
    return html`<rect x="${Math.min(foot, end)}" y="${round(at.bottom - (i + 1) * at.row + 1)}" width="${round(Math.abs(end - foot))}" height="${round(at.row - 2)}" fill="${fill}"/>`
  })}`
}

/** The steps of the later year, from the foot to the top. */
function outline(p: Pyramid, side: Side, at: Place): Html | '' {
  if (p.later === null) return ''
  const foot = SIDES[side].foot
  const steps = p.bands.map(
    (b, i) =>
      `L${at.x(side, countOf(b, side, true))} ${round(at.bottom - i * at.row)}V${round(at.bottom - (i + 1) * at.row)}`,
  )
  return html`<path d="M${foot} ${at.bottom}${steps.join('')}L${foot} ${TOP}" fill="none" stroke="${INK}" stroke-width="1.600"/>`
}

function retirement(p: Pyramid, side: Side, at: Place): Html | '' {
  const line = p.retirement[side]
  const height = line === null ? null : heightOfAge(p.bands, line.age)
  if (line === null || height === null) return ''
  const y = round(at.bottom - height * at.row)
  const { foot, end } = SIDES[side]
  return html`<line x1="${end}" x2="${foot}" y1="${y}" y2="${y}" stroke="${INK}" stroke-width="2" stroke-dasharray="6 4"/><text x="${end}" y="${y - 5}" text-anchor="${side === 'men' ? 'start' : 'end'}" class="target halo">${line.words}</text>`
}

function axis(side: Side, at: Place): Html[] {
  const last = at.steps.length - 1
  return at.steps.map((s, i) => {
    const x = at.x(side, s)
    const anchor = i < last ? 'middle' : side === 'men' ? 'start' : 'end'
    const named = i === 0 || i === last || i * 2 === last
    return html`<line x1="${x}" x2="${x}" y1="${TOP}" y2="${at.bottom + 3}" stroke="${i === 0 ? GREY : GRID}"/>${named ? html`<text x="${x}" y="${at.bottom + 16}" text-anchor="${anchor}">${showNumber(s, 0)}</text>` : ''}`
  })
}

const total = (p: Pyramid, side: Side, later: boolean): number =>
  p.bands.reduce((sum, b) => sum + countOf(b, side, later), 0)

const NAMES: Readonly<Record<Side, string>> = { men: 'Nam', women: 'Nữ' }

/** "Nam: 1.204 người", "Nữ: 1.530, năm 2030: 1.622 người" */
function summary(p: Pyramid, side: Side): string {
  const later = p.later === null ? '' : `, ${p.later.toLowerCase()}: ${showNumber(total(p, side, true), 0)}`
  return `${NAMES[side]}, ${p.now.toLowerCase()}: ${showNumber(total(p, side, false), 0)}${later} người`
}

function spokenOf(p: Pyramid): string {
  const lines = (['men', 'women'] as const).flatMap((side) => {
    const line = p.retirement[side]
    return line === null ? [] : [`tuổi nghỉ hưu của ${NAMES[side].toLowerCase()} ${line.words}`]
  })
  return [p.title, summary(p, 'men'), summary(p, 'women'), ...lines].join('. ')
}

const keysOf = (p: Pyramid): Html =>
  html`<ul class="keys">${key(html`<rect x="0" y="0" width="13" height="10" fill="${MEN}"/><rect x="13" y="0" width="13" height="10" fill="${WOMEN}"/>`, p.now)}${p.later === null ? '' : key(html`<path d="M2 9V2h12v4h10v3z" fill="none" stroke="${INK}" stroke-width="1.600"/>`, `${p.later} (đường viền)`)}${p.retirement.men === null && p.retirement.women === null ? '' : key(html`<line x1="1" x2="25" y1="5" y2="5" stroke="${INK}" stroke-width="2" stroke-dasharray="6 4"/>`, 'Tuổi nghỉ hưu')}</ul>`

function twin(p: Pyramid): Html {
  const column = (words: string) => ({ label: words, number: true })
  const numbers = (b: AgeBand, later: boolean): string[] => [
    showNumber(countOf(b, 'men', later), 0),
    showNumber(countOf(b, 'women', later), 0),
  ]
  const columns = [p.now, ...(p.later === null ? [] : [p.later])].flatMap((when) => [
    column(`Nam, ${when.toLowerCase()}`),
    column(`Nữ, ${when.toLowerCase()}`),
  ])
  const rows = [...p.bands]
    .reverse()
    .map((b) => [b.label, ...numbers(b, false), ...(p.later === null ? [] : numbers(b, true))])
  return twinTable(p.title, [{ label: 'Tuổi' }, ...columns], rows)
}

/** People by age and sex. */
export function pyramidChart(p: Pyramid): Html {
  const at = placeOf(p)
  const sides = ['men', 'women'] as const
  const middle = (side: Side): number => (SIDES[side].foot + SIDES[side].end) / 2
  const heads = sides.map(
    (side) =>
      html`<text x="${middle(side)}" y="14" text-anchor="middle" class="value">${NAMES[side]}: ${showNumber(total(p, side, false), 0)}</text>`,
  )
  const ages = p.bands.map(
    (b, i) =>
      html`<text x="${WIDTH / 2}" y="${round(at.bottom - (i + 0.5) * at.row + 4)}" text-anchor="middle">${b.label}</text>`,
  )
  return chartFigure(
    p,
    html`<svg class="trend" viewBox="0 0 ${WIDTH} ${at.bottom + 22}" role="img" aria-label="${spokenOf(p)}">${heads}${sides.map((s) => axis(s, at))}${sides.map((s) => bars(p, s, at))}${sides.map((s) => outline(p, s, at))}${ages}${sides.map((s) => retirement(p, s, at))}</svg>`,
    { keys: keysOf(p), twin: twin(p) },
  )
}
