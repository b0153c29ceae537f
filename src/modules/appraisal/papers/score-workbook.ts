/** Bảng điểm ra Excel: the ranking, and for who may see the sheets every criterion with its three points. */
import { type Day, showDay } from '../../../kernel/day.ts'
import type { Row, Sheet, Workbook } from '../../../platform/excel/workbook.ts'
import { differenceOf, finalOf, selfOf } from '../rules/points.ts'
import { criterionOf, type Profile } from '../rules/profile.ts'
import { type Item, type Ranked, ROUND_STATES, type Round } from '../words.ts'

/** What the workbook is made of. `asOf` = the day the result is of: that of closing once it is closed. */
export type ScoreBook = {
  readonly round: Round
  readonly rows: readonly Ranked[]
  readonly groups: Readonly<Record<string, string>>
  readonly sheets: readonly { readonly unitName: string; readonly items: readonly Item[] }[]
  readonly asOf: Day
}

/** Rows above the first row of data. */
const HEAD_ROWS = 3

/** The workbook: one model, the same bytes. */
export const scoreWorkbook = (b: ScoreBook): Workbook => ({
  title: `Bảng điểm năm ${b.round.year}`,
  creator: '',
  made: b.asOf,
  sheets: [rankingSheet(b), ...(b.sheets.length === 0 ? [] : [itemsSheet(b)])],
})

const page = (
  b: ScoreBook,
  name: string,
  title: string,
  labels: readonly string[],
  widths: readonly number[],
  rows: Row[],
): Sheet => ({
  name,
  columns: widths.map((width) => ({ width, look: 'wrap' as const })),
  landscape: true,
  frozen: HEAD_ROWS,
  repeated: [HEAD_ROWS, HEAD_ROWS],
  filter: HEAD_ROWS,
  rows: [
    { cells: [{ value: title, look: 'title', span: labels.length }], height: 26 },
    {
      cells: [
        {
          value: `${ROUND_STATES[b.round.state].label}. Bộ tiêu chí bản ${b.round.profile.version}. Tính đến ngày ${showDay(b.asOf)}${b.round.sha256 === null ? '' : `. Mã băm ${b.round.sha256}`}`,
          look: 'note',
          span: labels.length,
        },
      ],
      height: 20,
    },
    { cells: labels, look: 'header', height: 32 },
    ...rows,
  ],
})

function rankingSheet(b: ScoreBook): Sheet {
  const { groups } = b.round.profile
  return page(
    b,
    'Xếp hạng',
    `Bảng xếp hạng năm ${b.round.year}`,
    [
      'Cơ quan',
      'Nhóm',
      'Hạng',
      'Chỉ số',
      'Xếp loại',
      ...groups.map((g) => g.title),
      'Tổng điểm',
      'Điểm tối đa áp dụng',
    ],
    [42, 30, 8, 10, 14, ...groups.map(() => 14), 12, 14],
    b.rows.map((r) => [
      r.unitName,
      b.groups[r.group] ?? r.group,
      { plain: r.rank },
      r.index,
      r.band,
      ...groups.map((g) => r.parts[g.no] ?? null),
      r.total,
      r.most,
    ]),
  )
}

const itemsSheet = (b: ScoreBook): Sheet =>
  page(
    b,
    'Từng tiêu chí',
    `Điểm từng tiêu chí năm ${b.round.year}`,
    [
      'Cơ quan',
      'Tiêu chí',
      'Tên tiêu chí',
      'Tối đa',
      'Máy tính',
      'Tự chấm',
      'Thẩm định',
      'Chênh lệch',
      'Văn bản',
      'Lý do của cơ quan',
      'Lý do thẩm định',
    ],
    [42, 9, 40, 9, 10, 10, 10, 11, 26, 40, 40],
    b.sheets.flatMap((s) => s.items.map((i) => itemRow(b.round.profile, s.unitName, i))),
  )

const itemRow = (p: Profile, unitName: string, i: Item): Row => {
  const c = criterionOf(p, i.criterion)
  const when = (points: number): number | null => (i.applies ? points : null)
  return [
    unitName,
    i.criterion,
    c?.title ?? '',
    c?.max ?? null,
    i.computed,
    when(selfOf(i)),
    when(finalOf(i)),
    when(differenceOf(i)),
    i.evidence.number === '' ? '' : `${i.evidence.number} ngày ${showDay(i.evidence.day)}`,
    i.selfReason,
    i.applies ? i.appraisedReason : 'Không áp dụng',
  ]
}
