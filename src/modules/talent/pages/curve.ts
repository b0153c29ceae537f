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
const BOX = { left: 34, right: 372, top: 18, bottom: 150 }

const x = (years: number): number => Math.round((BOX.left + (years / YEARS) * (BOX.right - BOX.left)) * 10) / 10
const y = (share: number): number => Math.round((BOX.bottom - share * (BOX.bottom - BOX.top)) * 10) / 10

/** The share just after a time. */
const heightAt = (c: Curve, years: number): number => c.steps.filter((s) => s.years <= years).at(-1)?.share ?? 1

/** The stairs: flat, then down where somebody left, as far as the cohort is followed. */
function stairs(c: Curve): string {
  let path = `M${x(0)} ${y(1)}`
  for (const s of c.steps) path += `H${x(s.years)}V${y(s.share)}`
  return `${path}H${x(c.until)}`
}

const mark = (c: Curve, m: Mark): Html => {
  const [px, py] = [x(m.years), y(heightAt(c, m.years))]
  return m.why === 'chua-du'
    ? raw(`<line x1="${px}" x2="${px}" y1="${py - 6}" y2="${py + 6}" stroke="${INK}" stroke-width="1.500"/>`)
    : raw(`<circle cx="${px}" cy="${py}" r="4" fill="#fff" stroke="${INK}" stroke-width="1.500"/>`)
}

const grid = (): Html =>
  html`${[0, 0.5, 1].map((s) => raw(`<line x1="${BOX.left}" x2="${BOX.right}" y1="${y(s)}" y2="${y(s)}" stroke="${s === 0 ? '#7A8694' : '#dde3ea'}"/><text x="${BOX.left - 5}" y="${y(s) + 4}" text-anchor="end">${s * 100}%</text>`))}${[0, 1, 2, 3, 4, 5].map((n) => raw(`<text x="${x(n)}" y="${BOX.bottom + 17}" text-anchor="${n === YEARS ? 'end' : 'middle'}">${n === YEARS ? '5 năm' : n}</text>`))}`

/** Spoken: what the drawing shows. */
function spoken(c: Curve, title: string): string {
  const steps = c.steps.map((s) => `sau ${showNumber(s.years)} năm còn ${showPercent(s.share)}`).join('; ')
  return `${title}: ${c.recognised} người${steps === '' ? ', chưa ai rời đi' : `; ${steps}`}; theo dõi đến ${showNumber(c.until)} năm`
}

/** One curve. `title` names it for a screen reader. */
export function curveDrawing(c: Curve, title: string): Html {
  const end = { x: x(c.until), y: y(c.share) }
  const right = end.x > BOX.right - 40
  return html`<svg${attributes({ class: 'trend', viewBox: '0 0 400 176', role: 'img', 'aria-label': spoken(c, title) })}>${grid()}${raw(
    `<line x1="${BOX.left}" x2="${BOX.right}" y1="${y(1)}" y2="${y(1)}" stroke="${INK}" stroke-width="1.500" stroke-dasharray="6 4"/><path d="${stairs(c)}" fill="none" stroke="${BLUE}" stroke-width="2.500" stroke-linejoin="round"/>`,
  )}${c.marks.map((m) => mark(c, m))}<text class="value" x="${right ? end.x : end.x + 7}" y="${end.y + 17}" text-anchor="${right ? 'end' : 'start'}">${showPercent(c.share)}</text></svg>`
}

/** What the signs mean, in words beside a sample of each. */
export const curveLegend = (): Html =>
  html`<ul class="curve-signs"><li><svg viewBox="0 0 26 12" width="26" height="12" aria-hidden="true"><path d="M1 3H12V9H25" fill="none" stroke="${BLUE}" stroke-width="2.500"/></svg>còn làm việc</li><li><svg viewBox="0 0 26 12" width="26" height="12" aria-hidden="true"><line x1="1" x2="25" y1="6" y2="6" stroke="${INK}" stroke-width="1.500" stroke-dasharray="6 4"/></svg>mục tiêu 100%</li><li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><line x1="6" x2="6" y1="0" y2="12" stroke="${INK}" stroke-width="1.500"/></svg>có người chưa đủ 5 năm, mới theo dõi đến đây</li><li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="4" fill="#fff" stroke="${INK}" stroke-width="1.500"/></svg>có người nghỉ hưu hoặc từ trần, thôi theo dõi</li></ul>`
