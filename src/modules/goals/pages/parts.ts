/** Phần dùng chung của các trang mục tiêu. */

import { showDay } from '../../../kernel/day.ts'
import { showRange } from '../../../kernel/number.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import type { Course } from '../courses.ts'
import { PROGRESS } from '../words.ts'

/** The class of a goal: shape, colour and word. */
export const progressState = (c: Pick<Course, 'progress'>): Html =>
  state(PROGRESS[c.progress].tone, PROGRESS[c.progress].label, { plain: c.progress === 'chua-co-nguon' })

/** Today's figure, or the sentence where there is none. */
export function figureOf(c: Course): Html {
  const { reading: r } = c
  if (r.low === null || r.high === null)
    return html`<span class="none">${r.why === '' ? 'Chưa có nguồn số liệu' : r.why}</span>`
  return html`<b>${showRange(r.low, r.high, r.unit)}</b>`
}

/** "đến 31/12/2025". */
export const asOfWords = (c: Course): string => (c.reading.dataOf === null ? '' : `đến ${showDay(c.reading.dataOf)}`)
