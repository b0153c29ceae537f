/** Dấu nguồn của ô số liệu: where a figure came from, what was counted beside a typed one, and the press that takes the counts. */
import { showDay } from '../../../kernel/day.ts'
import { showNumber, showRange } from '../../../kernel/number.ts'
import { button } from '../../../ui/button.ts'
import { type Fragment, html } from '../../../ui/html.ts'
import type { Counting, Vouched } from '../rules/prefill.ts'
import { originOf, sourcedRows, thinRegister, vouchedOf } from '../rules/prefill.ts'
import type { RegimeTable } from '../rules/regime.ts'
import { ORIGINS } from '../rules/source.ts'
import type { ReportFile } from '../views/report.ts'
import type { Answers } from '../words.ts'
import { hrefOf } from './report-frame.ts'
import { momentOf } from './standing.ts'

/** Số đếm theo tên ô, for a page that shows many cells; empty while nothing was counted. */
export function countedBeside(
  of: Pick<ReportFile, 'period' | 'lastYear'>,
  {
    counting,
    answers,
    opens,
  }: {
    readonly counting: Counting | null
    readonly answers: Answers
    /** Lists behind the numbers the reader may open. */
    readonly opens: (href: string) => boolean
  },
): ReadonlyMap<string, Vouched> {
  if (counting === null) return new Map()
  const linked = (v: Vouched): Vouched =>
    v.counted.href === null || opens(v.counted.href) ? v : { ...v, counted: { ...v.counted, href: null } }
  return new Map(vouchedOf(of.period.regime, counting, answers, of.lastYear).map((v) => [v.field, linked(v)]))
}

const SOURCE_WORD = { dem: 'Hồ sơ', 'chi-tieu': 'Chỉ tiêu', 'nam-truoc': '' } as const

/** Link to the people behind a count, of the day it is of. */
const people = (v: Vouched, words: string): Fragment =>
  v.counted.href === null || v.counted.high === 0
    ? words
    : html`<a href="${v.counted.href}" title="${`Mở danh sách phía sau con số, đến ${showDay(v.counted.asOf)}`}">${words}</a>`

/** Under a cell of the form: the mark of its figure, or what was counted beside it. */
export function originLine(v: Vouched | undefined, typed: string): Fragment {
  const origin = originOf(typed, v)
  if (v === undefined) return ''
  if (origin !== null && origin !== 'go-tay')
    return html`<span class="origin taken">${people(v, ORIGINS[origin].label)}</span>`
  const { low, high } = v.counted
  // Last year's figure has a column of its own; that an incomplete register holds nobody says nothing.
  const silent = v.counted.origin === 'nam-truoc' || (v.value === null && high === 0)
  if (low === null || high === null || silent) return ''
  const word = `${SOURCE_WORD[v.counted.origin]}: ${low === high ? showNumber(low) : `${showNumber(low)}–${showNumber(high)}`}`
  if (v.value === null) return html`<span class="origin unsure" title="${v.caution}">${people(v, word)}</span>`
  return html`<span class="origin">${people(v, word)}${origin === 'go-tay' ? ', gõ khác' : ''}</span>`
}

/** Under a figure that is only read. */
export const originMark = (v: Vouched | undefined, shown: number | null): Fragment =>
  v === undefined || shown === null ? '' : originLine(v, showNumber(shown, 3))

/** Above a table of the form: what was counted when, what cannot be believed and why, and the buttons. */
export function countingBar(file: ReportFile, table: RegimeTable, section: number): Fragment {
  const { regime, cutOff } = file.period
  if (!sourcedRows(regime).some((key) => key.startsWith(`${table.id}.`))) return ''
  const { counting } = file.beside
  const action = hrefOf(file, `${section}/lay-so`)
  if (counting === null)
    return html`<div class="counting"><p>Số có thể đếm từ hồ sơ trí thức của cơ quan, tính đến ngày ${showDay(cutOff)}; chỉ điền vào ô trống.</p><div class="buttons">${button({ label: 'Lấy số từ hồ sơ', icon: 'people', action })}</div></div>`
  const list = vouchedOf(regime, counting, file.answers, file.lastYear).filter((v) =>
    v.field.startsWith(`${table.id}.`),
  )
  const differing = list.filter(
    (v) => v.value !== null && originOf(file.answers[v.field], v) === 'go-tay' && v.counted.origin !== 'nam-truoc',
  )
  const thin = thinRegister(regime, counting, file.answers, file.lastYear, 'toDate')
  const ranges = list.filter((v) => v.counted.low !== v.counted.high)
  return html`<div class="counting"><p>Đếm lúc ${momentOf(counting.at)}, ${counting.by}. ${thin === null ? '' : html`<b>${thin}</b> Số đếm được ghi dưới ô để tham khảo, không tự điền.`}${ranges.length === 0 ? '' : html` ${ranges.length} ô mới biết khoảng, chưa điền: ${rangeWords(ranges)}`}</p><div class="buttons">${button({ label: 'Đếm lại', icon: 'people', action })}${differing.length === 0 ? '' : button({ label: `Thay ${differing.length} số gõ khác bằng số đếm`, action, name: 'thay', value: '1' })}</div></div>`
}

/** Why figures are ranges, each reason once. */
const rangeWords = (list: readonly Vouched[]): string =>
  [...new Set(list.flatMap((v) => v.counted.notes))].join(' ') ||
  list.map((v) => showRange(v.counted.low ?? 0, v.counted.high ?? 0, 'người')).join('; ')

/** Đối chiếu với hồ sơ: when the figures of a report were counted, by whom. */
export function countingSentence(file: ReportFile): string {
  const { counting } = file.beside
  return counting === null
    ? 'Chưa đối chiếu với hồ sơ trí thức của cơ quan.'
    : `Đã đếm lúc ${momentOf(counting.at)}, ${counting.by}.`
}
