/**
 * Bản đồ ô: every place is one tile of the same size near its true position, so that a small ward is seen as well as a large commune.
 * Darker = more; the figure stands in the tile, so that neither colour nor a pointer is needed. A place without a figure is dashed.
 */
import { type Fragment, type Html, html, isEmpty } from './html.ts'

/** Một địa bàn trên bản đồ ô. */
export type Tile = {
  readonly x: number
  readonly y: number
  /** Whole name, spoken and shown on hover: "Phường Chí Linh". */
  readonly name: string
  /** Short name in the tile. */
  readonly label: string
  /** Figure as shown; null = none. */
  readonly words: string | null
  readonly value: number | null
  readonly href?: string
}

/** Bản đồ ô. */
export type TileMap = {
  /** The finding in one sentence. */
  readonly title: string
  readonly subtitle: string
  readonly unit: string
  readonly tiles: readonly Tile[]
  /** Bounds of the shades, ascending: one more shade than bounds. */
  readonly bounds: readonly number[]
  /** Bounds as shown. */
  readonly boundWords: readonly string[]
  readonly source: Fragment
}

const SIZE = 44
const GAP = 3
/** Light to dark: read the same in a grey print (lightness falls by about 15 each). */
export const SHADES = ['#EAF1F8', '#BCD5EA', '#7FAFD6', '#3F7FB5', '#0B4F8A'] as const
const MOST = SHADES.length - 1
/** Letters that fit a tile at full size. */
const LONG = 7

/** Bounds that put about as many places in each shade; equal values share one. */
export function shadeBounds(values: readonly number[], shades: number = SHADES.length): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const bounds = Array.from(
    { length: shades - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / shades)] ?? 0,
  )
  return [...new Set(bounds)].filter((b) => b > (sorted[0] ?? 0))
}

/** Shade of a value: how many bounds it has reached, spread over the shades there are. */
export function shadeOf(value: number, bounds: readonly number[]): number {
  const reached = bounds.filter((b) => value >= b).length
  return bounds.length === 0 ? 1 : Math.round((reached / bounds.length) * MOST)
}

function tile(t: Tile, bounds: readonly number[]): Html {
  const [x, y] = [t.x * (SIZE + GAP), t.y * (SIZE + GAP)]
  const shade = t.value === null ? null : shadeOf(t.value, bounds)
  const box =
    shade === null
      ? html`<rect x="${x}" y="${y}" width="${SIZE}" height="${SIZE}" rx="3" fill="#fff" stroke="#9AA5B1" stroke-dasharray="3 3"/>`
      : html`<rect x="${x}" y="${y}" width="${SIZE}" height="${SIZE}" rx="3" fill="${SHADES[shade] ?? SHADES[0]}" stroke="#5B6773" stroke-width="0.500"/>`
  const ink = shade !== null && shade >= 3 ? '#fff' : '#1B2430'
  const inside = html`<title>${t.name}: ${t.words ?? 'chưa có số liệu'}</title>${box}<text x="${x + SIZE / 2}" y="${y + 16}" text-anchor="middle" font-size="${t.label.length > LONG ? 7.5 : 8.5}" fill="${ink}">${t.label}</text><text x="${x + SIZE / 2}" y="${y + 32}" text-anchor="middle" font-size="11" font-weight="600" fill="${ink}">${t.words ?? '–'}</text>`
  return t.href === undefined ? html`<g>${inside}</g>` : html`<a href="${t.href}">${inside}</a>`
}

/** "Phường Chí Linh" → "Chí Linh": the kind of unit is said once, above the map. Long names are cut at a word. */
export function shortName(name: string): string {
  const bare = name.replace(/^(Phường|Xã|Thị trấn|Đặc khu|Huyện|Thị xã|Thành phố|Tỉnh) /, '')
  if (bare.length <= 9) return bare
  const words = bare.split(' ')
  return words.map((w, i) => (i === words.length - 1 ? w : `${w.slice(0, 1)}.`)).join('')
}

/** What each shade means. */
export const shadeLegend = (m: Pick<TileMap, 'bounds' | 'boundWords'>): Html => {
  const steps = [`dưới ${m.boundWords[0] ?? ''}`, ...m.boundWords.map((w) => `từ ${w}`)]
  return m.bounds.length === 0
    ? html``
    : html`<ul class="keys">${steps.map((words, i) => html`<li><svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><rect width="14" height="14" rx="2" fill="${SHADES[Math.round((i / m.bounds.length) * MOST)] ?? SHADES[0]}" stroke="#5B6773" stroke-width="0.500"/></svg>${words}</li>`)}<li><svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><rect x=".5" y=".5" width="13" height="13" rx="2" fill="#fff" stroke="#9AA5B1" stroke-dasharray="3 3"/></svg>chưa có số liệu</li></ul>`
}

/** A map of equal tiles. The table of the same figures stands on the page beside it. */
export function tileMap(m: TileMap): Html {
  const width = Math.max(1, ...m.tiles.map((t) => t.x + 1)) * (SIZE + GAP)
  const height = Math.max(1, ...m.tiles.map((t) => t.y + 1)) * (SIZE + GAP)
  return html`<figure class="chart"><figcaption><p class="chart-title">${m.title}</p><p class="chart-sub">${m.subtitle}</p></figcaption>
<div class="tiles"><svg viewBox="0 0 ${width} ${height}" width="${width}" role="group" aria-label="${`${m.title}. ${m.tiles.length} địa bàn, ${m.unit}`}">${m.tiles.map((t) => tile(t, m.bounds))}</svg></div>
${shadeLegend(m)}${isEmpty(m.source) ? '' : html`<p class="chart-source">${m.source}</p>`}</figure>`
}
