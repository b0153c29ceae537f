/** Trang So sánh: the same figure in every place: on a tile map, in small drawings on one scale, and in a table. */

import { type Day, showDay } from '../../../kernel/day.ts'
import { showAmount, showRange } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { card, columns, stack } from '../../../ui/card.ts'
import { sparkline } from '../../../ui/chart.ts'
import { buttons, dateField, form, selectField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html, isEmpty } from '../../../ui/html.ts'
import { outlineMap } from '../../../ui/outline-map.ts'
import { table } from '../../../ui/table.ts'
import { shadeBounds, shortName, tileMap } from '../../../ui/tile-map.ts'
import { type IndicatorView, type Reading, targetWords } from '../../indicators/public.ts'
import { drawOutlines } from '../rules/outlines.ts'
import type { KeptOutlines } from '../views.ts'
import { compareHref, GOALS, goalHref } from './address.ts'
import { WITHHELD } from './parts.ts'

/** Một địa bàn. */
export type Place = {
  readonly code: string
  readonly name: string
  readonly low: number | null
  readonly high: number | null
  /** Withheld from this reader, or made of figures that are. */
  readonly hidden: boolean
  readonly at: readonly [number, number] | null
  readonly past: readonly { readonly year: number; readonly value: number | null }[]
}

/** What the page shows. */
export type CompareView = {
  readonly indicator: IndicatorView
  readonly whole: Reading
  readonly asOf: Day
  readonly hierarchy: Day
  readonly level: 'district' | 'commune'
  readonly hasDistricts: boolean
  readonly gridTitle: string | null
  /** Outlines somebody brought in for the level and the day; null = tiles. */
  readonly outlines: KeptOutlines | null
  readonly places: readonly Place[]
  readonly year: number
  /** Days typed of which nothing can be read, by field. */
  readonly wrong: { readonly ngay?: string; readonly diaGioi?: string }
}

/** Small drawings on one page; the rest is in the table. */
const MOST = 24

const middle = (p: Place): number | null => (p.low === null || p.high === null ? null : (p.low + p.high) / 2)
const figure = (p: Place, unit: string): string =>
  p.low === null || p.high === null ? '' : showRange(p.low, p.high, unit)

function title(v: CompareView): string {
  const known = v.places.filter((p) => p.low !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return 'Chưa có số liệu theo địa bàn'
  if (first === last) return `${first.name}: ${figure(first, v.indicator.unit)}`
  const alike = known.filter((p) => figure(p, '') === figure(first, '')).length
  if (alike === known.length) return `${alike} địa bàn có số liệu đều là ${figure(first, v.indicator.unit)}`
  const top = alike === 1 ? first.name : `${alike} địa bàn`
  return `Cao nhất ${top} ${figure(first, v.indicator.unit)}, thấp nhất ${last.name} ${figure(last, v.indicator.unit)}`
}

/** Width of a map of outlines; what it is scaled to on a screen. */
const MAP_WIDTH = 520

function outlined(v: CompareView, kept: KeptOutlines, bounds: readonly number[]): Html {
  const drawing = drawOutlines(kept.shapes, MAP_WIDTH)
  const byCode = new Map(v.places.map((p) => [p.code, p]))
  return card({
    body: outlineMap({
      title: kept.title,
      subtitle: `${v.indicator.name}. Đơn vị: ${v.indicator.unit}. Địa giới ngày ${showDay(v.hierarchy)}`,
      unit: v.indicator.unit,
      width: MAP_WIDTH,
      height: drawing.height,
      bounds,
      boundWords: bounds.map((b) => showAmount(b, v.indicator.unit)),
      regions: [...drawing.paths].map(([code, path]) => {
        const p = byCode.get(code)
        const value = p === undefined ? null : middle(p)
        return {
          name: p?.name ?? code,
          path,
          value,
          words: value === null ? null : showAmount(value, v.indicator.unit),
        }
      }),
      source: html`Nguồn: ${v.whole.sources.join('; ') || 'chưa có'}. Ranh giới minh họa: ${kept.credit}.`,
    }),
  })
}

function map(v: CompareView): Html {
  const values = v.places.flatMap((p) => middle(p) ?? [])
  const bounds = shadeBounds(values)
  if (v.outlines !== null) return outlined(v, v.outlines, bounds)
  const placed = v.places.filter((p) => p.at !== null)
  if (placed.length === 0) return html``
  return card({
    body: tileMap({
      title: v.gridTitle ?? '',
      subtitle: `${v.indicator.name}. Đơn vị: ${v.indicator.unit}. Địa giới ngày ${showDay(v.hierarchy)}`,
      unit: v.indicator.unit,
      bounds,
      boundWords: bounds.map((b) => showAmount(b, v.indicator.unit)),
      tiles: placed.map((p) => ({
        x: p.at?.[0] ?? 0,
        y: p.at?.[1] ?? 0,
        name: p.name,
        label: shortName(p.name),
        value: middle(p),
        words: middle(p) === null ? null : showAmount(middle(p) ?? 0, v.indicator.unit),
      })),
      source: html`Nguồn: ${v.whole.sources.join('; ') || 'chưa có'}. Mỗi ô là một đơn vị, đặt gần đúng vị trí; không phải ranh giới pháp lý.`,
    }),
  })
}

/** Every drawing has the scale of the largest, so that heights may be compared. */
function multiples(v: CompareView): Html {
  const shown = v.places.filter((p) => p.low !== null && p.past.some((x) => x.value !== null)).slice(0, MOST)
  if (shown.length === 0) return html``
  const top = Math.max(...shown.flatMap((p) => [...p.past.map((x) => x.value ?? 0), middle(p) ?? 0]))
  const rate = v.whole.parts.length === 2
  return card({
    title: 'Diễn biến từng địa bàn, cùng một thang',
    body: html`<div class="multiples">${shown.map(
      (p) =>
        html`<figure><figcaption>${p.name} <b>${figure(p, v.indicator.unit)}</b></figcaption>${sparkline({
          label: `${p.name}: ${p.past.map((x) => `năm ${x.year} ${x.value === null ? 'chưa có' : showAmount(x.value, v.indicator.unit)}`).join(', ')}, nay ${figure(p, v.indicator.unit)}`,
          values: [...p.past.map((x) => x.value), middle(p)],
          range: [0, rate ? Math.max(top, v.indicator.target) : top],
          ...(rate ? { target: v.indicator.target } : {}),
          width: 200,
          height: 56,
        })}</figure>`,
    )}</div>`,
    foot: `${rate ? `Vạch đứt: mục tiêu ${targetWords(v.indicator)}. ` : ''}${v.places.length > shown.length ? 'Các địa bàn khác có trong bảng.' : ''}`,
  })
}

/** Years of the table: the latest two; the drawings show all of them. */
const pastYears = (v: CompareView): number[] => (v.places[0]?.past ?? []).map((x) => x.year).slice(-2)

const places = (v: CompareView): Html =>
  card({
    title: 'Bảng số liệu',
    fit: 'flush',
    ...(v.places.some((p) => p.hidden) ? { foot: WITHHELD } : {}),
    body: table<Place>({
      caption: `${v.indicator.name} theo địa bàn`,
      rows: v.places,
      empty: v.whole.why === '' ? 'Chưa có số liệu theo địa bàn.' : v.whole.why,
      columns: [
        { label: 'Địa bàn', kind: 'name', cell: (p) => p.name },
        ...pastYears(v).map((year) => ({
          label: String(year),
          kind: 'number' as const,
          phone: 'hide' as const,
          cell: (p: Place) => {
            const value = p.past.find((x) => x.year === year)?.value ?? null
            return value === null ? '' : showAmount(value, v.indicator.unit)
          },
        })),
        { label: showDay(v.asOf), kind: 'number', cell: (p) => (p.hidden && p.low === null ? 'ẩn' : figure(p, '')) },
      ],
    }),
  })

const dayOfForm = (name: string, label: string, shown: Day, wrong: string | undefined): Html =>
  dateField({
    name,
    label,
    value: wrong ?? showDay(shown),
    ...(wrong === undefined ? {} : { error: 'Chọn một ngày có thật, đến hôm nay là cùng, ví dụ 01/07/2025' }),
  })

/** Draws the page. */
export function comparePage(v: CompareView, _seen: Seen): Drawn {
  const { indicator: i } = v
  const drawn = map(v)
  return {
    crumbs: [
      { label: 'Mục tiêu', href: GOALS },
      { label: i.code, href: goalHref(i.code) },
      { label: 'So sánh địa bàn' },
    ],
    body: stack(
      head({
        over: `${i.code} · ${i.name} · ${showDay(v.asOf)}, địa giới ngày ${showDay(v.hierarchy)}`,
        title: title(v),
        lead:
          v.whole.low === null
            ? v.whole.why
            : `Toàn tỉnh: ${showRange(v.whole.low, v.whole.high ?? v.whole.low, i.unit)}.`,
      }),
      card({
        body: form({
          action: compareHref(i.code),
          method: 'get',
          csrf: '',
          label: 'Chọn ngày và địa giới',
          body: html`<div class="filter-row">${dayOfForm('ngay', 'Số liệu tại ngày', v.asOf, v.wrong.ngay)}${dayOfForm('diaGioi', 'Địa giới của ngày', v.hierarchy, v.wrong.diaGioi)}${
            v.hasDistricts
              ? selectField({
                  name: 'cap',
                  label: 'Theo',
                  value: v.level,
                  options: [
                    { value: 'district', label: 'cấp huyện' },
                    { value: 'commune', label: 'cấp xã' },
                  ],
                })
              : ''
          }${buttons({ label: 'Xem' })}</div>`,
        }),
      }),
      isEmpty(drawn) ? places(v) : columns('two', [drawn, places(v)]),
      multiples(v),
    ),
  }
}
