/** Phần dùng chung của các trang mục tiêu. */

import { showDay } from '../../../kernel/day.ts'
import { showRange } from '../../../kernel/number.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import type { Course } from '../courses.ts'
import { figureWords } from '../rules/finding.ts'
import { type BodyFigure, PROGRESS } from '../words.ts'

/** The class of a goal: shape, colour and word. */
export const progressState = (c: Pick<Course, 'progress'>): Html =>
  state(PROGRESS[c.progress].tone, PROGRESS[c.progress].label, { plain: c.progress === 'chua-co-nguon' })

/** Today's figure, or the sentence where there is none. */
export function figureOf(c: Course): Html {
  const { reading: r } = c
  if (r.low === null || r.high === null)
    return html`<span class="none">${r.state === 'undefined' && r.why !== '' ? r.why : figureWords(r)}</span>`
  return html`<b>${figureWords(r)}</b>`
}

/** Why a figure of a body or a place is told as «ẩn». */
export const WITHHELD = 'ẩn: có dưới 5 người, hoặc phải giấu cùng để không tính ra được.'

/** What a body has now; nothing where nobody knows. */
export const bodyFigure = (f: BodyFigure | null): string =>
  f === null ? '' : f.hidden ? 'ẩn' : f.low === null || f.high === null ? 'chưa biết' : showRange(f.low, f.high, '')

/** "đến 31/12/2025". */
export const asOfWords = (c: Course): string => (c.reading.dataOf === null ? '' : `đến ${showDay(c.reading.dataOf)}`)
