/** Con số trên trang: a hidden count says that it is hidden, an empty one is a dash. */

import type { Day } from '../../../kernel/day.ts'
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Shown } from '../rules/suppress.ts'
import { SMALL } from '../words.ts'

/** Address of the list. */
export const CELLS = '/so-lieu-thong-ke'

/** Address of the coverage. */
export const COVERAGE = `${CELLS}/do-phu`

/** Address of a source, as of a day. */
export const sourceHref = (code: string, day?: Day): string =>
  `${CELLS}/${encodeURIComponent(code)}${day === undefined ? '' : `?ngay=${encodeURIComponent(showDay(day))}`}`

/** A figure, «ẩn» when it is hidden, a dash when nobody is counted. */
export const shown = (n: Shown): Html | string =>
  n === null ? html`<span class="none">ẩn</span>` : n === 0 ? '–' : showNumber(n)

/** The same as plain words. */
export const shownText = (n: Shown): string => (n === null ? 'ẩn' : showNumber(n))

/** "Từ 61.200 đến 63.400", or one number when both ends are the same. */
export const rangeText = (r: { readonly low: number; readonly high: number }): string =>
  r.low === r.high ? showNumber(r.low) : `${showNumber(r.low)} đến ${showNumber(r.high)}`

const SMALL_WORDS = `Con số từ 1 đến ${SMALL - 1}, và những con số đủ để suy ra chúng`

/** Why some figures are hidden. */
export const HIDDEN_NOTE = `${SMALL_WORDS}, được ẩn; chỉ Sở Nội vụ xem đầy đủ.`

/** Who sees the small figures of a source, said to whoever looks at it: all of it, what it supplied itself, or nothing. */
export function smallNote(v: { readonly small: boolean; readonly mayEnter: boolean }): string {
  if (v.small) return `${SMALL_WORDS}, chỉ Sở Nội vụ thấy ở đây; người khác và tệp của họ thấy «ẩn».`
  return v.mayEnter
    ? `${SMALL_WORDS}, được ẩn ở trang này và trong tệp tải về. Số do cơ quan đã khai xem lại ở «Đính chính».`
    : HIDDEN_NOTE
}
