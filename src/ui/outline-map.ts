/** Bản đồ ranh giới: outlines shaded like the tiles; names and figures stand in the titles and in the table beside. */
import { type Fragment, type Html, html, isEmpty } from './html.ts'
import { SHADES, shadeLegend, shadeOf } from './tile-map.ts'

/** Một vùng. */
export type Region = {
  readonly name: string
  readonly path: string
  readonly words: string | null
  readonly value: number | null
}

/** Bản đồ ranh giới. */
export type OutlineMap = {
  readonly title: string
  readonly subtitle: string
  readonly unit: string
  readonly width: number
  readonly height: number
  readonly regions: readonly Region[]
  readonly bounds: readonly number[]
  readonly boundWords: readonly string[]
  readonly source: Fragment
}

const region = (r: Region, bounds: readonly number[]): Html =>
  r.value === null
    ? html`<path d="${r.path}" fill="#fff" stroke="#9AA5B1" stroke-dasharray="3 3"><title>${r.name}: chưa có số liệu</title></path>`
    : html`<path d="${r.path}" fill="${SHADES[shadeOf(r.value, bounds)] ?? SHADES[0]}" fill-rule="evenodd" stroke="#5B6773" stroke-width="0.600"><title>${r.name}: ${r.words}</title></path>`

/** A map of outlines with its legend. */
export const outlineMap = (m: OutlineMap): Html =>
  html`<figure class="chart"><figcaption><p class="chart-title">${m.title}</p><p class="chart-sub">${m.subtitle}</p></figcaption>
<div class="tiles"><svg viewBox="0 0 ${m.width} ${m.height}" width="${m.width}" role="group" aria-label="${`${m.title}. ${m.regions.length} địa bàn, ${m.unit}`}">${m.regions.map((r) => region(r, m.bounds))}</svg></div>
${shadeLegend(m)}${isEmpty(m.source) ? '' : html`<p class="chart-source">${m.source}</p>`}</figure>`
