/**
 * Biểu đồ nhỏ: inline SVG with a spoken sentence; the numbers always stand beside it as text or in a table twin.
 * Line order and colours of ux.md §3.4; the target is a dark dashed line.
 */

import { showNumber, showPercent } from '../kernel/number.ts'
import { attributes, type Fragment, type Html, html, isEmpty, raw } from './html.ts'

const INK = '#1B2430'
const BLUE = '#0B4F8A'

/** Diễn biến trong một dòng của bảng. Values by year; null = no figure (a gap, never 0). */
export type Spark = {
  /** Spoken: "Từ 68.100 năm 2022 lên 78.412 năm 2026, mục tiêu 85.000". */
  readonly label: string
  readonly values: readonly (number | null)[]
  readonly target?: number
  /** Where the target year lies when the line stops earlier: total count of steps on the axis. */
  readonly steps?: number
  /** Planned path from the base to the target, drawn grey. */
  readonly path?: readonly (number | null)[]
  /** Lowest and highest value of the scale, where several drawings stand side by side. */
  readonly range?: readonly [number, number]
  readonly width?: number
  readonly height?: number
}

type Point = { readonly x: number; readonly y: number }

const round = (n: number): number => Math.round(n * 10) / 10

/** Runs of neighbouring points, so that a missing year is a gap. */
function runs(values: readonly (number | null)[], at: (i: number, v: number) => Point): Point[][] {
  const out: Point[][] = [[]]
  values.forEach((v, i) => {
    if (v === null) out.push([])
    else out.at(-1)?.push(at(i, v))
  })
  return out.filter((r) => r.length > 0)
}

const line = (points: readonly Point[], stroke: string, more = ''): Html =>
  raw(`<polyline points="${points.map((p) => `${p.x},${p.y}`).join(' ')}" fill="none" stroke="${stroke}" ${more}/>`)

type Scale = { readonly at: (i: number, v: number) => Point; readonly y: (v: number) => number }

function scaleOf(
  count: number,
  values: readonly number[],
  box: { left: number; right: number; top: number; bottom: number },
  zero: boolean,
): Scale {
  const low = zero ? Math.min(0, ...values) : Math.min(...values)
  const high = Math.max(...values, low + 1e-9)
  const y = (v: number): number => round(box.bottom - ((v - low) / (high - low)) * (box.bottom - box.top))
  const x = (i: number): number => round(box.left + (i / Math.max(1, count - 1)) * (box.right - box.left))
  return { y, at: (i, v) => ({ x: x(i), y: y(v) }) }
}

const known = (list: readonly (number | null | undefined)[]): number[] =>
  list.filter((v): v is number => v !== null && v !== undefined)

/** A small line for a table row. */
export function sparkline(s: Spark): Html {
  const width = s.width ?? 132
  const height = s.height ?? 28
  const all = known([...s.values, s.target, ...(s.path ?? []), ...(s.range ?? [])])
  if (known(s.values).length === 0) return html`<span class="none">chưa có số liệu</span>`
  const scale = scaleOf(
    s.steps ?? s.values.length,
    all,
    { left: 4, right: width - 4, top: 4, bottom: height - 4 },
    false,
  )
  const lines = runs(s.values, scale.at)
  const last = lines.at(-1)?.at(-1)
  const target =
    s.target === undefined
      ? ''
      : raw(
          `<line x1="3" x2="${width - 3}" y1="${scale.y(s.target)}" y2="${scale.y(s.target)}" stroke="${INK}" stroke-width="1.500" stroke-dasharray="4 3"/>`,
        )
  return html`<svg class="spark"${attributes({ viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': s.label })}>${target}${runs(s.path ?? [], scale.at).map((r) => line(r, '#9AA5B1', 'stroke-width="1.500" stroke-dasharray="1 2.500" stroke-linecap="round"'))}${lines.map((r) => line(r, BLUE, 'stroke-width="2" stroke-linejoin="round"'))}${last ? raw(`<circle cx="${last.x}" cy="${last.y}" r="3" fill="${BLUE}"/>`) : ''}</svg>`
}

/** Mức hoàn thành: `share` from 0 to 1; words stand beside the bar. */
export function progress(share: number, label: string, options: { width?: number; showWords?: boolean } = {}): Html {
  const width = options.width ?? 120
  const filled = round(Math.max(0, Math.min(1, share)) * width)
  return html`<span class="progress"><svg${attributes({ viewBox: `0 0 ${width} 8`, width, height: 8, role: 'img', 'aria-label': `${label}: ${showPercent(share, 0)}` })}><rect width="${width}" height="8" rx="4" class="bar-back"/><rect width="${filled}" height="8" rx="${Math.min(4, filled / 2)}" class="bar-fill"/></svg>${options.showWords === false ? '' : html`<span aria-hidden="true">${showPercent(share, 0)}</span>`}</span>`
}

/** Một phần của tổng. Tones repeat the states; the legend says them in words. */
export type Share = {
  readonly label: string
  readonly value: number
  readonly tone: 'ok' | 'wait' | 'soon' | 'back' | 'late' | 'idle' | 'exempt'
  readonly href?: string
}

/** Cơ cấu: one bar of parts with a legend that carries the numbers (and is the table twin). */
export function shareBar(label: string, parts: readonly Share[]): Html {
  const total = parts.reduce((sum, p) => sum + p.value, 0)
  const gap = 3
  const seen = parts.filter((p) => p.value > 0)
  const room = 1000 - gap * Math.max(0, seen.length - 1)
  let x = 0
  const bars = seen.map((p) => {
    const width = round((p.value / Math.max(1, total)) * room)
    const made = html`<rect x="${round(x)}" width="${width}" height="12" class="${`share-${p.tone}`}"/>`
    x += width + gap
    return made
  })
  const spoken = `${label}: ${parts.map((p) => `${p.label} ${showNumber(p.value)}`).join(', ')}`
  const words = (p: Share): Html => html`${p.label} <b>${showNumber(p.value)}</b>`
  return html`<div class="shares"><svg viewBox="0 0 1000 12" preserveAspectRatio="none" height="12" role="img" aria-label="${spoken}">${bars}</svg>
<ul>${parts.map((p) => html`<li><svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true"><rect width="10" height="10" rx="2" class="${`share-${p.tone}`}"/></svg>${p.href === undefined ? words(p) : html`<a href="${p.href}">${words(p)}</a>`}</li>`)}</ul></div>`
}

/** Biểu đồ đường theo năm. */
export type Trend = {
  /** The finding in one sentence. */
  readonly title: string
  /** Unit, scope, period. */
  readonly subtitle: string
  readonly points: readonly { readonly label: string; readonly value: number | null }[]
  readonly unit?: string
  readonly digits?: number
  readonly target?: { readonly value: number; readonly label: string }
  /** Planned path, one value per point. */
  readonly path?: readonly (number | null)[]
  /** Source and as-of line. */
  readonly source: Fragment
  /** Zero base; default true. */
  readonly zero?: boolean
}

/** Labels that would stand on top of each other are thinned out. */
const thin = (count: number): number => (count <= 6 ? 1 : Math.ceil(count / 5))

function trendDrawing(t: Trend): Html {
  const box = { left: 12, right: 388, top: 30, bottom: 184 }
  const values = t.points.map((p) => p.value)
  const scale = scaleOf(values.length, known([...values, t.target?.value, ...(t.path ?? [])]), box, t.zero ?? true)
  const target = t.target
  const every = thin(t.points.length)
  const dots = values.map((v, i) => {
    if (v === null) return ''
    const p = scale.at(i, v)
    const edge = i === 0 ? 'start' : i === values.length - 1 ? 'end' : 'middle'
    const words =
      i === values.length - 1 || i % every === 0
        ? html`<text x="${p.x}" y="${p.y - 9}" text-anchor="${edge}" class="value">${showNumber(v, t.digits ?? 1)}</text>`
        : ''
    return html`<circle cx="${p.x}" cy="${p.y}" r="3.500" fill="${BLUE}"/>${words}`
  })
  const years = t.points.map((p, i) => {
    if (i % every !== 0 && i !== t.points.length - 1) return ''
    const edge = i === 0 ? 'start' : i === t.points.length - 1 ? 'end' : 'middle'
    return html`<text x="${scale.at(i, 0).x}" y="204" text-anchor="${edge}">${p.label}</text>`
  })
  const goal =
    target === undefined
      ? ''
      : html`<line x1="${box.left}" x2="${box.right}" y1="${scale.y(target.value)}" y2="${scale.y(target.value)}" stroke="${INK}" stroke-width="2" stroke-dasharray="6 4"/><text x="${box.left}" y="${scale.y(target.value) - 8}" class="target">${target.label}</text>`
  const spoken = `${t.title}. ${t.points
    .filter((p) => p.value !== null)
    .map((p) => `${p.label}: ${showNumber(p.value, t.digits ?? 1)}`)
    .join('; ')}${target ? `. ${target.label}` : ''}`
  return html`<svg class="trend" viewBox="0 0 400 212" role="img" aria-label="${spoken}"><line x1="${box.left}" x2="${box.right}" y1="${box.bottom}" y2="${box.bottom}" stroke="#7A8694"/>${goal}${runs(t.path ?? [], scale.at).map((r) => line(r, '#9AA5B1', 'stroke-width="2" stroke-dasharray="1 4" stroke-linecap="round"'))}${runs(values, scale.at).map((r) => line(r, BLUE, 'stroke-width="2.500" stroke-linejoin="round"'))}${dots}${years}</svg>`
}

/** The numbers of a trend as a table: the text alternative. */
const trendTable = (t: Trend): Html =>
  html`<details class="twin"><summary>Bảng số liệu</summary><table class="small"><caption class="hidden">${t.title}</caption><thead><tr><th scope="col">Kỳ</th><th scope="col" class="c-number">${t.unit ?? 'Giá trị'}</th></tr></thead><tbody>${t.points.map((p) => html`<tr><th scope="row">${p.label}</th><td class="c-number">${p.value === null ? 'chưa có số liệu' : showNumber(p.value, t.digits ?? 1)}</td></tr>`)}</tbody></table></details>`

/** A line over the years with its target, source and table twin. */
export const trend = (t: Trend): Html =>
  html`<figure class="chart"><figcaption><p class="chart-title">${t.title}</p><p class="chart-sub">${t.subtitle}</p></figcaption>${known(t.points.map((p) => p.value)).length === 0 ? html`<p class="none">Chưa có số liệu.</p>` : trendDrawing(t)}${isEmpty(t.source) ? '' : html`<p class="chart-source">${t.source}</p>`}${trendTable(t)}</figure>`
