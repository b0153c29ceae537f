/** Danh sách cán bộ mẫu thành tệp Excel: cells in the fonts they were typed in, days as numbers, merged heads, as offices send it. */
import { handMade, sheetOf, stylesOf } from '../../platform/excel/fixtures.ts'
import type { Font, StaffCell, StaffList } from './staff-list.ts'

const FONTS: readonly Font[] = ['Times New Roman', '.VnTime', 'VNI-Times']
const AS_DAY = FONTS.length
const WIDTHS = [5, 26, 12, 12, 16, 46, 22, 14, 24, 38, 10, 14, 18, 18, 14, 16, 20]
const FIRST_DAY = Date.UTC(1899, 11, 30)

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const letter = (column: number): string => String.fromCharCode(65 + column)

function cellXml(cell: StaffCell, address: string): string {
  if (cell === null) return ''
  if ('number' in cell) return `<c r="${address}" s="0"><v>${cell.number}</v></c>`
  if ('day' in cell) {
    const [year = 0, month = 1, date = 1] = cell.day.split('-').map(Number)
    return `<c r="${address}" s="${AS_DAY}"><v>${(Date.UTC(year, month - 1, date) - FIRST_DAY) / 86_400_000}</v></c>`
  }
  const style = FONTS.indexOf(cell.font ?? 'Times New Roman')
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`
}

/** The file. */
export function staffWorkbook(list: StaffList): Uint8Array {
  const rows = list.rows.map(
    (cells, i) => `<row r="${i + 1}">${cells.map((c, n) => cellXml(c, `${letter(n)}${i + 1}`)).join('')}</row>`,
  )
  const widths = WIDTHS.map((w, i) => `<col min="${i + 1}" max="${i + 1}" width="${w}" customWidth="1"/>`)
  const merged = list.merged.map((m) => `<mergeCell ref="${m}"/>`)
  return handMade({
    styles: stylesOf([
      ...FONTS.map((font) => ({ font, format: 'General' })),
      { font: 'Times New Roman', format: 'dd/mm/yyyy' },
    ]),
    sheets: [
      sheetOf(
        rows.join(''),
        `<cols>${widths.join('')}</cols>`,
        `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`,
      ),
    ],
  })
}
