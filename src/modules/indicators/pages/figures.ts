/** Phần dùng chung của hai trang chỉ tiêu: a figure with its source, the sentence where there is none, the small line. */

import { showDay, yearOf } from '../../../kernel/day.ts'
import { showNumber, withUnit } from '../../../kernel/number.ts'
import { sparkline } from '../../../ui/chart.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { noSource } from '../../../ui/strings.ts'
import { contradictions } from '../rules/figures.ts'
import type { IndicatorView } from '../views.ts'
import { type IndicatorValue, VALUE_STATUS_LABEL } from '../words.ts'

/** The figures that hold, newest first. */
export const currentValues = (d: IndicatorView): IndicatorValue[] => d.values.filter((v) => v.supersededAt === null)

/** "khoảng 65.000 người". */
export const shownValue = (v: IndicatorValue, unit: string): string =>
  `${v.estimate ? 'khoảng ' : ''}${withUnit(v.value, unit)}`

/** Who must supply the figure. */
export const custodianOf = (d: IndicatorView): string => d.custodianName ?? 'chưa giao'

/** «Chưa có nguồn số liệu. Cơ quan phải cung cấp: Sở Y tế.» */
export const missing = (d: IndicatorView): Html => html`<span class="none">${noSource(custodianOf(d))}</span>`

/** Marks of a figure: contradicted by another source, not verified. */
export function marksOf(d: IndicatorView, v: IndicatorValue): Html {
  const against = contradictions(d.values, v)
  const words = against.map((a) => `${showNumber(a.value, 2)} (${showDay(a.asOf)})`).join(', ')
  return html`${against.length === 0 ? '' : html` ${state('soon', `Mâu thuẫn với ${words}`, { plain: true })}`}${v.status === 'unverified' ? html` ${state('idle', VALUE_STATUS_LABEL.unverified, { plain: true })}` : ''}`
}

/** A line over the years with the target; nothing while there is a single year. */
export function lineOf(d: IndicatorView): Html | '' {
  const list = currentValues(d)
  const years = list.map((v) => yearOf(v.asOf))
  const first = Math.min(...years)
  const last = Math.max(...years)
  if (list.length === 0 || first === last) return ''
  const values = Array.from(
    { length: last - first + 1 },
    (_, i) => list.find((v) => yearOf(v.asOf) === first + i)?.value ?? null,
  )
  const from = values[0] ?? 0
  const to = values.at(-1) ?? 0
  const label = `Từ ${showNumber(from, 2)} năm ${first} đến ${showNumber(to, 2)} năm ${last}, mục tiêu ${showNumber(d.target, 2)}`
  const steps = d.byYear === null ? {} : { steps: Math.max(values.length, d.byYear - first + 1) }
  return sparkline({ label, values, target: d.target, ...steps })
}
