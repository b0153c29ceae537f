/** Bảng tải về: what leaves the system hides small counts whoever asks for it. Pure. */
import { type Day, showDay } from '../../../kernel/day.ts'
import type { Cell, Workbook } from '../../../platform/excel/workbook.ts'
import { PUBLISHED_LEVELS } from '../rules/publishing.ts'
import type { Shown } from '../rules/suppress.ts'
import type { CoverageView, SourceView } from '../screens.ts'
import { LEVELS, SMALL } from '../words.ts'

const value = (n: Shown | undefined): Cell => (n === null || n === undefined ? 'ẩn' : n)
const NOTE = `«ẩn»: con số từ 1 đến ${SMALL - 1} và những con số đủ để suy ra chúng.`

/** The counts of a source. */
export function sourceWorkbook(v: SourceView, made: Day): Workbook {
  const { table: t } = v.published
  const said =
    v.release === null ? '' : `${v.unitName} cung cấp, số liệu ngày ${showDay(v.release.asOf)}. ${v.release.document}`
  return {
    title: v.source.title,
    creator: 'Sở Nội vụ',
    made,
    sheets: [
      {
        name: 'Số liệu',
        columns: [{ width: 38 }, ...PUBLISHED_LEVELS.map(() => ({ width: 16 })), { width: 14 }],
        rows: [
          {
            cells: [
              { value: `${v.source.code} · ${v.source.title}`, look: 'title', span: PUBLISHED_LEVELS.length + 2 },
            ],
          },
          { cells: [{ value: said, look: 'note', span: PUBLISHED_LEVELS.length + 2 }] },
          { cells: [{ value: NOTE, look: 'note', span: PUBLISHED_LEVELS.length + 2 }] },
          { cells: ['Lĩnh vực', ...PUBLISHED_LEVELS.map((l) => LEVELS[l].label), 'Cộng'], look: 'header' },
          ...v.sectors.map((s, r) => [s.label, ...(t.cells[r] ?? []).map(value), value(t.rowTotals[r])]),
          { cells: ['Cộng', ...t.columnTotals.map(value), value(t.total)], look: 'total' },
        ],
        frozen: 4,
      },
    ],
  }
}

/** The coverage by sector and by body. */
export function coverageWorkbook(v: CoverageView, made: Day): Workbook {
  const { told } = v
  const counted =
    told.counted.low === told.counted.high ? String(told.counted.low) : `${told.counted.low} đến ${told.counted.high}`
  const sector = (code: string | null): string =>
    code === null ? 'Hồ sơ chưa ghi lĩnh vực' : (v.sectorLabels[code] ?? code)
  return {
    title: `Độ phủ số liệu trí thức ngày ${showDay(v.day)}`,
    creator: 'Sở Nội vụ',
    made,
    sheets: [
      {
        name: 'Theo lĩnh vực',
        columns: [{ width: 40 }, { width: 16 }, { width: 16 }],
        rows: [
          { cells: [{ value: `Độ phủ số liệu trí thức ngày ${showDay(v.day)}`, look: 'title', span: 3 }] },
          {
            cells: [
              {
                value: `Đã đếm được ${told.exact ? '' : 'khoảng '}${counted} người từ đại học trở lên. ${NOTE}`,
                look: 'note',
                span: 3,
              },
            ],
          },
          { cells: ['Lĩnh vực', 'Hồ sơ', 'Thống kê'], look: 'header' },
          ...told.sectors.map((s) => [sector(s.sector), value(s.register), value(s.cells)]),
          { cells: ['Cộng, chưa trừ phần trùng', value(told.register), value(told.cells)], look: 'total' },
        ],
        frozen: 3,
      },
      {
        name: 'Theo cơ quan',
        columns: [{ width: 50 }, { width: 16 }],
        rows: [
          { cells: ['Cơ quan quản lý hồ sơ', 'Số người'], look: 'header' },
          ...told.units.map((u) => [v.unitNames[u.unitId] ?? '', value(u.count)]),
        ],
        frozen: 1,
      },
    ],
  }
}
