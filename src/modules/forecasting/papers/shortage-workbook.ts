/** Ngành thiếu người ra Excel: one row per sector and degree, so that it can be counted and sorted. */
import type { Day } from '../../../kernel/day.ts'
import type { Row, Workbook } from '../../../platform/excel/workbook.ts'
import { type ShortageView, shortageFinding } from '../pages/shortage.ts'

const LABELS = ['Lĩnh vực', 'Thiếu năm cuối', 'Đáp ứng (%)', 'Trình độ', 'Thêm mỗi năm'] as const

/** The workbook. Figures are people. */
export function shortageWorkbook(v: ShortageView, made: Day): Workbook {
  const rows = v.lines.flatMap((s) =>
    s.degrees.map(
      (d): Row => [s.sector, Math.round(s.missing), Math.round(s.covered * 1000) / 10, d.degree, d.perYear],
    ),
  )
  return {
    title: `Ngành thiếu người đến năm ${v.until}`,
    creator: '',
    made,
    sheets: [
      {
        name: 'Ngành thiếu người',
        columns: [38, 16, 14, 28, 16].map((width) => ({ width })),
        landscape: true,
        frozen: 2,
        repeated: [2, 2],
        filter: 2,
        rows: [
          [{ value: shortageFinding(v), look: 'title', span: LABELS.length }],
          { cells: LABELS.map((value) => ({ value, look: 'header' as const })) },
          ...rows,
        ],
      },
    ],
  }
}
