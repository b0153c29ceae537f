/**
 * Ranh giới do quản trị đưa vào: a GeoJSON of places, checked and made small enough to be drawn by the server. Illustrative, never
 * legal boundaries; where there is none the tile map of the project is drawn. Pure.
 */
import { z } from 'zod'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'

/** Ranh giới của một đơn vị: closed rings of longitude and latitude. */
export type Outline = { readonly code: string; readonly rings: readonly (readonly (readonly [number, number])[])[] }

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number())
const ring = z.array(position).min(4)
const GeoJson = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        properties: z.record(z.string(), z.unknown()).nullable(),
        geometry: z.union([
          z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
          z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
        ]),
      }),
    )
    .min(1)
    .max(2000),
})

/** Points of all outlines together: what a page can carry. */
export const MOST_POINTS = 40_000
/** Names a file may give the code of a place under. */
const CODE_NAMES = ['code', 'ma', 'Ma', 'MA', 'gso', 'maxa']

function codeOf(properties: Readonly<Record<string, unknown>> | null): string | null {
  for (const name of CODE_NAMES) {
    const value = properties?.[name]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    if (typeof value === 'number') return String(value)
  }
  return null
}

/** About eleven metres: finer than any screen shows, and repeated points fall away. */
const rounded = (n: number): number => Math.round(n * 1e4) / 1e4

function slim(points: readonly (readonly number[])[]): [number, number][] {
  const out: [number, number][] = []
  for (const [x = 0, y = 0] of points) {
    const p: [number, number] = [rounded(x), rounded(y)]
    const last = out.at(-1)
    if (last === undefined || last[0] !== p[0] || last[1] !== p[1]) out.push(p)
  }
  return out
}

/** Reads a file; `known` tells the code of the register for a code of the file, or null. */
export function readOutlines(text: string, known: (code: string) => string | null): Decision<Outline[]> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuse(
      'invalid',
      'outlines.not-json',
      'Tệp không phải GeoJSON đọc được. Xuất lại từ phần mềm bản đồ ở dạng GeoJSON.',
    )
  }
  const parsed = GeoJson.safeParse(json)
  if (!parsed.success)
    return refuse(
      'invalid',
      'outlines.shape',
      'Tệp phải là FeatureCollection gồm các vùng Polygon hoặc MultiPolygon, tọa độ kinh độ trước, vĩ độ sau (WGS 84).',
    )
  const outlines: Outline[] = []
  const strange: string[] = []
  for (const f of parsed.data.features) {
    const code = codeOf(f.properties)
    const own = code === null ? null : known(code)
    if (own === null) {
      strange.push(code ?? 'không có mã')
      continue
    }
    const polygons = f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates
    outlines.push({ code: own, rings: polygons.flatMap((p) => p.map(slim)).filter((r) => r.length >= 4) })
  }
  if (strange.length > 0)
    return refuse(
      'invalid',
      'outlines.unknown-place',
      `${strange.length} vùng không khớp địa bàn nào của ngày đã chọn: ${strange.slice(0, 5).join(', ')}. Mỗi vùng cần thuộc tính code là mã đơn vị hành chính.`,
    )
  const twice = outlines.find((o, i) => outlines.findIndex((x) => x.code === o.code) < i)
  if (twice !== undefined)
    return refuse(
      'invalid',
      'outlines.twice',
      `Địa bàn ${twice.code} có hai vùng trong tệp. Gộp thành một MultiPolygon.`,
    )
  const points = outlines.reduce((n, o) => n + o.rings.reduce((m, r) => m + r.length, 0), 0)
  return points > MOST_POINTS
    ? refuse(
        'invalid',
        'outlines.too-fine',
        `Ranh giới có ${points} điểm, nhiều nhất ${MOST_POINTS}. Rút gọn đường biên rồi gửi lại.`,
      )
    : accept(outlines)
}

/** Đường vẽ: one path a place in a box of a width; its height follows from the shape of the territory. */
export type Drawing = { readonly height: number; readonly paths: ReadonlyMap<string, string> }

/** Draws outlines at the true proportions of their latitude. */
export function drawOutlines(outlines: readonly Outline[], width: number): Drawing {
  const all = outlines.flatMap((o) => o.rings.flat())
  if (all.length === 0) return { height: 0, paths: new Map() }
  const [west, east] = extent(all.map((p) => p[0]))
  const [south, north] = extent(all.map((p) => p[1]))
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = width / Math.max(1e-9, (east - west) * narrow)
  const at = ([x, y]: readonly [number, number]): string =>
    `${Math.round((x - west) * narrow * scale * 10) / 10} ${Math.round((north - y) * scale * 10) / 10}`
  return {
    height: Math.max(1, Math.round((north - south) * scale)),
    paths: new Map(outlines.map((o) => [o.code, o.rings.map((r) => `M${r.map(at).join('L')}Z`).join('')])),
  }
}

function extent(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const v of values) {
    if (v < low) low = v
    if (v > high) high = v
  }
  return [low, high]
}
