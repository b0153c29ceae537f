/** Sổ kiến nghị bằng Excel: the rows of the list as filtered, one sheet. */
import type { Day } from '../../../kernel/day.ts'
import type { Row, Workbook } from '../../../platform/excel/workbook.ts'
import type { ProposalLine } from '../rules/listing.ts'
import { STATES } from '../words.ts'

const HEADINGS: readonly (readonly [label: string, width: number])[] = [
  ['STT', 6],
  ['Mã', 11],
  ['Nội dung kiến nghị', 60],
  ['Kiến nghị với', 22],
  ['Cơ quan kiến nghị', 40],
  ['Cơ quan trả lời', 26],
  ['Hạn trả lời', 13],
  ['Trạng thái', 20],
  ['Quá hạn (ngày)', 10],
  ['Trả lời', 50],
  ['Văn bản', 22],
  ['Ngày văn bản', 13],
]

const day = (d: Day | null) => (d === null ? null : { day: d })

const rowOf = (p: ProposalLine, i: number): Row => ({
  look: 'wrap',
  cells: [
    { plain: i + 1 },
    p.code,
    p.text,
    p.addressee,
    p.askers.length === p.asking
      ? p.askers.join('; ')
      : `${p.askers.join('; ')} và ${p.asking - p.askers.length} cơ quan khác`,
    p.ownerName ?? '',
    day(p.due),
    STATES[p.state].label,
    p.daysLate === 0 ? null : p.daysLate,
    p.answer,
    p.document,
    day(p.settledOn),
  ],
})

/** The workbook; `made` = the day it is taken on. */
export const proposalsBook = (v: { year: number; made: Day; lines: readonly ProposalLine[] }): Workbook => ({
  title: `Kiến nghị năm ${v.year}`,
  creator: 'Sở Nội vụ',
  made: v.made,
  sheets: [
    {
      name: `Kiến nghị ${v.year}`,
      columns: HEADINGS.map(([, width]) => ({ width })),
      rows: [{ look: 'header', cells: HEADINGS.map(([label]) => label) }, ...v.lines.map(rowOf)],
      frozen: 1,
      repeated: [1, 1],
      filter: 1,
      landscape: true,
    },
  ],
})
