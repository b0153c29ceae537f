/**
 * Biểu đồ độ nhạy: what changes in a result when one assumption is set low or high and all others stay. The assumption that matters
 * most stands on top. Low is pale with an edge, high is full, so that a grey print is read the same.
 */
import { showAmount } from '../kernel/number.ts'
import { type Fragment, type Html, html } from './html.ts'
import { BLUE, broken, chartFigure, INK, key, LINE, round, textLines, twinTable, WIDTH } from './plot.ts'

/** Một giả định. */
export type Swing = {
  /** "Tỷ lệ thôi việc" */
  readonly label: string
  /** Change of the result with the assumption set low, and set high. */
  readonly low: number
  readonly high: number
  /** The settings in words: "2%", "6%"; empty = the subtitle tells what low and high are of every bar. */
  readonly lowWords: string
  readonly highWords: string
}

/** Biểu đồ độ nhạy. */
export type Tornado = {
  /** The finding in one sentence. */
  readonly title: string
  /** Which result, its unit and year, and its value with nothing changed. */
  readonly subtitle: string
  readonly unit: string
  readonly swings: readonly Swing[]
  /** Source and as-of line. */
  readonly source: Fragment
}

const LOW_FILL = '#C9DDEE'
const LETTERS = 50
const BAR = 14
/** Room for a value at each end of a bar. */
const END = 62

const reachOf = (s: Swing): number => Math.max(s.low, s.high, 0) - Math.min(s.low, s.high, 0)

/** The one that matters most first; equal ones as given. */
export const bySwing = (list: readonly Swing[]): Swing[] => [...list].sort((a, b) => reachOf(b) - reachOf(a))

/** A change always carries its sign. */
const signed = (n: number, unit: string): string => {
  const words = showAmount(n, unit)
  return n > 0 && words !== '0' ? `+${words}` : words
}

/** Settings alike for all bars are told once, above them. */
const settings = (s: Swing): string => (s.lowWords === '' ? s.label : `${s.label} (${s.lowWords} đến ${s.highWords})`)

type Row = { readonly swing: Swing; readonly lines: readonly string[]; readonly top: number; readonly bar: number }

function rowsOf(t: Tornado): Row[] {
  let top = 4
  return bySwing(t.swings).map((swing) => {
    const lines = broken(settings(swing), LETTERS)
    const row = { swing, lines, top, bar: top + lines.length * LINE + 4 }
    top = row.bar + BAR + 9
    return row
  })
}

type Scale = (change: number) => number

function scaleOf(t: Tornado): Scale {
  const all = [0, ...t.swings.flatMap((s) => [s.low, s.high])]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  // A side without bars needs no room for their values.
  const [left, right] = [least < 0 ? END : 12, WIDTH - (most > 0 ? END : 12)]
  return (v) => round(left + ((v - least) / Math.max(1e-9, most - least)) * (right - left))
}

function bar(change: number, which: 'low' | 'high', y: number, at: Scale): Html {
  const [zero, end] = [at(0), at(change)]
  const look = which === 'low' ? html`fill="${LOW_FILL}" stroke="${BLUE}"` : html`fill="${BLUE}" stroke="${BLUE}"`
  return html`<rect x="${Math.min(zero, end)}" y="${y}" width="${round(Math.abs(end - zero))}" height="${BAR}" ${look}/>`
}

/** The outermost change at each side is written at its end; the other one of the same side stands in the table. */
function ends(s: Swing, y: number, at: Scale, unit: string): Html[] {
  const [least, most] = [Math.min(s.low, s.high), Math.max(s.low, s.high)]
  const word = (v: number, anchor: 'start' | 'end'): Html =>
    html`<text x="${round(at(v) + (anchor === 'end' ? -5 : 5))}" y="${y + BAR - 3}" text-anchor="${anchor}" class="value">${signed(v, unit)}</text>`
  return [...(least < 0 ? [word(least, 'end')] : []), ...(most > 0 ? [word(most, 'start')] : [])]
}

function drawRow(r: Row, at: Scale, unit: string): Html {
  const { low, high } = r.swing
  const both = [bar(low, 'low', r.bar, at), bar(high, 'high', r.bar, at)]
  const drawn = Math.abs(low) >= Math.abs(high) ? both : [...both].reverse()
  const zero = html`<line x1="${at(0)}" x2="${at(0)}" y1="${r.bar - 3}" y2="${r.bar + BAR + 3}" stroke="${INK}" stroke-width="2"/>`
  return html`${textLines(r.lines, 4, r.top + 12)}${drawn}${zero}${ends(r.swing, r.bar, at, unit)}`
}

function spokenOf(t: Tornado): string {
  const told = bySwing(t.swings).map(
    (s) =>
      `${s.label}: ${s.lowWords || 'mức thấp'} thì ${signed(s.low, t.unit)}, ${s.highWords || 'mức cao'} thì ${signed(s.high, t.unit)}`,
  )
  return `${t.title}. ${told.join('; ')}`
}

const keysOf = (): Html =>
  html`<ul class="keys">${key(html`<rect x="0.500" y="0.500" width="25" height="9" fill="${LOW_FILL}" stroke="${BLUE}"/>`, 'Đặt ở mức thấp')}${key(html`<rect x="0.500" y="0.500" width="25" height="9" fill="${BLUE}" stroke="${BLUE}"/>`, 'Đặt ở mức cao')}${key(html`<line x1="13" x2="13" y1="0" y2="10" stroke="${INK}" stroke-width="2"/>`, 'Không đổi')}</ul>`

/** Bars left and right of "nothing changes". */
export function tornadoChart(t: Tornado): Html {
  const [rows, at] = [rowsOf(t), scaleOf(t)]
  const named = t.swings.some((s) => s.lowWords !== '')
  const bottom = (rows.at(-1)?.bar ?? 0) + BAR + 6
  const drawing = html`<svg class="trend" viewBox="0 0 ${WIDTH} ${bottom}" role="img" aria-label="${spokenOf(t)}">${rows.map((r) => drawRow(r, at, t.unit))}</svg>`
  return chartFigure(t, t.swings.length === 0 ? html`<p class="none">Chưa có giả định nào được thử.</p>` : drawing, {
    keys: keysOf(),
    twin: twinTable(
      t.title,
      named
        ? [
            { label: 'Giả định' },
            { label: 'Mức thấp' },
            { label: `Thay đổi (${t.unit})`, number: true },
            { label: 'Mức cao' },
            { label: `Thay đổi (${t.unit})`, number: true },
          ]
        : [
            { label: 'Giả định' },
            { label: `Mức thấp (${t.unit})`, number: true },
            { label: `Mức cao (${t.unit})`, number: true },
          ],
      bySwing(t.swings).map((s) => {
        const [low, high] = [signed(s.low, t.unit), signed(s.high, t.unit)]
        return named ? [s.label, s.lowWords, low, s.highWords, high] : [s.label, low, high]
      }),
    ),
  })
}
