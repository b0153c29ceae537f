/** Tệp mẫu để khai số liệu: the columns that are read, with the values of their lists to choose from. Pure. */
import type { Day } from '../../../kernel/day.ts'
import type { Choice, NamedRange, Sheet, Workbook } from '../../../platform/excel/workbook.ts'
import { COLUMNS, type ColumnName, columnsFor } from '../rules/cell-rows.ts'
import { AGE_BANDS, POPULATIONS, type Population } from '../words.ts'

/** What may stand in each column; a column without a list takes anything. */
export type Lists = Partial<Readonly<Record<ColumnName, readonly string[]>>>

/** Rows that carry drop-down lists. */
const LISTED_ROWS = 500
const HEADING = 3

/** The template of a population. */
export function templateWorkbook(population: Population, lists: Lists, made: Day): Workbook {
  const columns = columnsFor(population)
  const full: Lists = { ...lists, ageBand: Object.values(AGE_BANDS).map((b) => b.label), sex: ['Nam', 'Nữ'] }
  const listed = COLUMNS.filter((c) => columns.includes(c) && (full[c.name]?.length ?? 0) > 0)
  const nameOf = (column: ColumnName): string => `Danh_muc_${column}`
  const choices = columns.flatMap((c, column): Choice[] =>
    listed.includes(c)
      ? [
          {
            column,
            from: HEADING + 1,
            to: HEADING + LISTED_ROWS,
            of: { name: nameOf(c.name) },
            refuse: `Chọn ${c.label.toLowerCase()} trong danh sách.`,
          },
        ]
      : [],
  )
  const form: Sheet = {
    name: 'Số liệu',
    columns: columns.map((c) => ({
      width: c.name === 'count' ? 12 : c.name === 'sector' || c.name === 'field' ? 34 : 20,
    })),
    rows: [
      { cells: [{ value: `Số liệu thống kê: ${POPULATIONS[population].label}`, look: 'title', span: columns.length }] },
      {
        cells: [
          {
            value:
              'Mỗi dòng là một nhóm người; cột không biết thì để trống. Không ghi tên người. Trình độ ghi đủ các mức có trong báo cáo.',
            look: 'note',
            span: columns.length,
          },
        ],
      },
      { cells: columns.map((c) => c.label), look: 'header' },
    ],
    frozen: HEADING,
    choices,
  }
  const longest = Math.max(0, ...listed.map((c) => full[c.name]?.length ?? 0))
  const book: Sheet = {
    name: 'Danh mục',
    columns: listed.map(() => ({ width: 34 })),
    rows: [
      { cells: listed.map((c) => c.label), look: 'header' },
      ...Array.from({ length: longest }, (_, i) => listed.map((c) => full[c.name]?.[i] ?? null)),
    ],
    frozen: 1,
  }
  const names = listed.map(
    (c, column): NamedRange => ({
      name: nameOf(c.name),
      sheet: book.name,
      column,
      from: 2,
      to: 1 + (full[c.name]?.length ?? 0),
    }),
  )
  return { title: 'Mẫu khai số liệu thống kê', creator: 'Sở Nội vụ', made, sheets: [form, book], names }
}
