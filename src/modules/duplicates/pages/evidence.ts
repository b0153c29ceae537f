/** Vì sao nghi: evidence as bars, before any score; to the right speaks for one person, to the left against. */
import { type Html, html, raw } from '../../../ui/html.ts'
import type { KeptReason } from '../words.ts'

const WIDTH = 72
const HALF = WIDTH / 2
/** Bits that fill half of the bar. */
const FULL = 16

const length = (bits: number): number => Math.round((Math.min(Math.abs(bits), FULL) / FULL) * HALF)

/** One bar. The drawing repeats what the words say, so it is hidden from readers of the screen. */
function bar(bits: number): Html {
  const long = Math.max(length(bits), bits === 0 ? 0 : 2)
  const x = bits < 0 ? HALF - long : HALF
  const tone = bits < 0 ? 'evidence-against' : 'evidence-for'
  return html`${raw(
    `<svg class="evidence-bar" width="${WIDTH}" height="12" viewBox="0 0 ${WIDTH} 12" aria-hidden="true"><line x1="${HALF}" y1="0" x2="${HALF}" y2="12" stroke="currentColor" stroke-opacity=".35"/><rect class="${tone}" x="${x}" y="2" width="${long}" height="8"/></svg>`,
  )}`
}

const strength = (bits: number): string => {
  if (bits === 0) return 'không nói được gì'
  const size = Math.abs(bits) >= 10 ? 'mạnh' : Math.abs(bits) >= 4 ? 'khá' : 'yếu'
  return bits > 0 ? `ủng hộ, ${size}` : `trái ngược, ${size}`
}

/** All reasons, the heaviest first. */
export const evidence = (reasons: readonly KeptReason[]): Html =>
  html`<ul class="evidence">${reasons.map((r) => html`<li>${bar(r.bits)}<span>${r.phrase} <span class="hint">${strength(r.bits)}</span></span></li>`)}</ul>`

/** The heaviest three in one line, for a row of the list. */
export const inShort = (reasons: readonly KeptReason[]): string =>
  reasons
    .slice(0, 3)
    .map((r) => r.phrase)
    .join('; ')
