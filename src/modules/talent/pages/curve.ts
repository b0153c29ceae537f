/**
 * Đường giữ chân vẽ ở máy chủ: the share still working by years since recognition. Told apart without colour: one panel a cohort,
 * ticks where somebody is not yet at five years, rings where somebody retired or died, a dashed line at the goal.
 */
import { showNumber, showPercent } from '../../../kernel/number.ts'
import { attributes, type Html, html, raw } from '../../../ui/html.ts'
import type { Curve, Mark } from '../rules/survival.ts'
import { YEARS } from '../words.ts'

const INK = '#1B2430'
const BLUE = '#0B4F8A'

/** Where the curve stands: `large` alone, `small` one of many beside each other, with the same letters. */
type Frame = {
  readonly box: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
const FRAMES: Readonly<Record<'large' | 'small', Frame>> = {
  large: { box: '0 0 400 176', left: 34, right: 372, top: 18, bottom: 150 },
  small: { box: '0 0 260 140', left: 36, right: 246, top: 12, bottom: 112 },
}

/** A curve being drawn: the frame and its scales. */
type Drawing = { readonly f: Frame; readonly x: (years: number) => number; readonly y: (share: number) => number }

const drawingIn = (f: Frame): Drawing => ({
  f,
  x: (years) => Math.round((f.left + (years / YEARS) * (f.right - f.left)) * 10) / 10,
  y: (share) => Math.round((f.bottom - share * (f.bottom - f.top)) * 10) / 10,
})

/** The share just after a time. */
const heightAt = (c: Curve, years: number): number => c.steps.filter((s) => s.years <= years).at(-1)?.share ?? 1

/** The stairs: flat, then down where somebody left, as far as the cohort is followed. */
function stairs({ x, y }: Drawing, c: Curve): string {
  let path = `M${x(0)} ${y(1)}`
  for (const s of c.steps) path += `H${x(s.years)}V${y(s.share)}`
  return `${path}H${x(c.until)}`
}

const mark = ({ x, y }: Drawing, c: Curve, m: Mark): Html => {
  const [px, py] = [x(m.years), y(heightAt(c, m.years))]
  return m.why === 'chua-du'
    ? raw(`<line x1="${px}" x2="${px}" y1="${py - 6}" y2="${py + 6}" stroke="${INK}" stroke-width="1.500"/>`)
    : raw(`<circle cx="${px}" cy="${py}" r="4" fill="#fff" stroke="${INK}" stroke-width="1.500"/>`)
}

const grid = ({ f, x, y }: Drawing): Html =>
  html`${[0, 0.5, 1].map((s) => raw(`<line x1="${f.left}" x2="${f.right}" y1="${y(s)}" y2="${y(s)}" stroke="${s === 0 ? '#7A8694' : '#dde3ea'}"/><text x="${f.left - 5}" y="${y(s) + 4}" text-anchor="end">${s * 100}%</text>`))}${[0, 1, 2, 3, 4, 5].map((n) => raw(`<text x="${x(n)}" y="${f.bottom + 17}" text-anchor="${n === YEARS ? 'end' : 'middle'}">${n === YEARS && f.right > 300 ? '5 năm' : n}</text>`))}`

/** Spoken: what the drawing shows. */
function spoken(c: Curve, title: string): string {
  const steps = c.steps.map((s) => `sau ${showNumber(s.years)} năm còn ${showPercent(s.share)}`).join('; ')
  return `${title}: ${c.recognised} người${steps === '' ? ', chưa ai rời đi' : `; ${steps}`}; theo dõi đến ${showNumber(c.until)} năm`
}

/** One curve. `title` names it for a screen reader. */
export function curveDrawing(c: Curve, title: string, size: keyof typeof FRAMES): Html {
  const d = drawingIn(FRAMES[size])
  const { f, x, y } = d
  const end = { x: x(c.until), y: y(c.share) }
  const right = end.x > f.right - 40
  return html`<svg${attributes({ class: 'trend', viewBox: f.box, role: 'img', 'aria-label': spoken(c, title) })}>${grid(d)}${raw(
    `<line x1="${f.left}" x2="${f.right}" y1="${y(1)}" y2="${y(1)}" stroke="${INK}" stroke-width="1.500" stroke-dasharray="6 4"/><path d="${stairs(d, c)}" fill="none" stroke="${BLUE}" stroke-width="2.500" stroke-linejoin="round"/>`,
  )}${c.marks.map((m) => mark(d, c, m))}<text class="value" x="${right ? end.x : end.x + 7}" y="${end.y + 17}" text-anchor="${right ? 'end' : 'start'}">${showPercent(c.share)}</text></svg>`
}

/** What the signs mean, in words beside a sample of each. */
export const curveLegend = (): Html =>
  html`<ul class="curve-signs"><li><svg viewBox="0 0 26 12" width="26" height="12" aria-hidden="true"><path d="M1 3H12V9H25" fill="none" stroke="${BLUE}" stroke-width="2.500"/></svg>còn làm việc</li><li><svg viewBox="0 0 26 12" width="26" height="12" aria-hidden="true"><line x1="1" x2="25" y1="6" y2="6" stroke="${INK}" stroke-width="1.500" stroke-dasharray="6 4"/></svg>mục tiêu 100%</li><li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><line x1="6" x2="6" y1="0" y2="12" stroke="${INK}" stroke-width="1.500"/></svg>có người chưa đủ 5 năm, mới theo dõi đến đây</li><li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="4" fill="#fff" stroke="${INK}" stroke-width="1.500"/></svg>có người nghỉ hưu hoặc từ trần, thôi theo dõi</li></ul>`
