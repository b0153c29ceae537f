/** Đọc bảng số liệu: rows of a table become cells, or sentences that name the line and what to mend. Pure. */
import { parseNumber } from '../../../kernel/number.ts'
import { fold, squeeze } from '../../../kernel/text.ts'
import type { CodeBook } from '../../code-lists/public.ts'
import { AGE_BANDS, type AgeBand, type Cell, levelOf, POPULATIONS, type Population } from '../words.ts'

/** Cột của bảng nhập. */
export type ColumnName = 'area' | 'sector' | 'field' | 'degree' | 'ageBand' | 'sex' | 'place' | 'body' | 'count'

/** Cột của bảng nhập, in the order of the template; the first words of a heading are enough to know it. */
export const COLUMNS: readonly {
  readonly name: ColumnName
  readonly label: string
  readonly also: readonly string[]
}[] = [
  { name: 'area', label: 'Khu vực', also: ['loai hinh'] },
  { name: 'sector', label: 'Lĩnh vực', also: ['nganh, linh vuc'] },
  { name: 'field', label: 'Ngành đào tạo', also: ['chuyen nganh', 'nganh hoc'] },
  { name: 'degree', label: 'Trình độ', also: [] },
  { name: 'ageBand', label: 'Nhóm tuổi', also: ['do tuoi', 'tuoi'] },
  { name: 'sex', label: 'Giới tính', also: ['gioi'] },
  { name: 'place', label: 'Xã, phường', also: ['xa', 'phuong', 'dia ban'] },
  { name: 'body', label: 'Đơn vị', also: ['doanh nghiep', 'ten don vi'] },
  { name: 'count', label: 'Số người', also: ['so luong', 'tong so'] },
]

/** The columns a population is asked for: serving forces are counted for the whole province only. */
export const columnsFor = (population: Population) =>
  COLUMNS.filter((c) => population !== 'llvt' || (c.name !== 'place' && c.name !== 'body'))

/** Dòng gõ hoặc dán: its number in the file and the texts of its cells. */
export type TypedRow = { readonly line: number; readonly texts: readonly string[] }

/** What words of the file are looked up in. */
export type Lookups = {
  readonly book: CodeBook
  /** Commune named by a text; null when none or several. */
  readonly placeOf: (text: string) => string | null
}

/** Chỗ phải sửa. */
export type Problem = { readonly line: number; readonly sentence: string }

/** Kết quả đọc: cells when nothing is wrong. */
export type ReadRows = { readonly cells: readonly Cell[]; readonly problems: readonly Problem[] }

/** Reads a table: the heading is the first row that names the columns; empty rows and rows of totals are passed over. */
export function readRows(rows: readonly TypedRow[], population: Population, look: Lookups): ReadRows {
  const found = headingOf(rows)
  if (found === null) {
    return {
      cells: [],
      problems: [
        { line: 1, sentence: 'Bảng chưa có dòng tiêu đề với các cột Lĩnh vực, Trình độ và Số người. Dùng tệp mẫu.' },
      ],
    }
  }
  const { columns, index } = found
  const cells: Cell[] = []
  const problems: Problem[] = []
  const lineOf = new Map<string, number>()
  for (const row of rows.slice(index + 1)) {
    const text = (name: ColumnName) => squeeze(row.texts[columns.get(name) ?? -1] ?? '')
    if (row.texts.every((t) => squeeze(t) === '') || isTotal(row)) continue
    const read = cellOf(text, population, look)
    if (typeof read === 'string') {
      problems.push({ line: row.line, sentence: `Dòng ${row.line}: ${read}` })
      continue
    }
    if (read.count === 0) continue
    const key = JSON.stringify({ ...read, count: 0 })
    const before = lineOf.get(key)
    if (before !== undefined)
      problems.push({
        line: row.line,
        sentence: `Dòng ${row.line}: cùng khu vực, lĩnh vực, trình độ và các cột khác với dòng ${before}. Cộng hai dòng làm một.`,
      })
    lineOf.set(key, row.line)
    cells.push(read)
  }
  if (cells.length === 0 && problems.length === 0)
    problems.push({ line: 1, sentence: 'Bảng không có dòng số liệu nào.' })
  return { cells, problems }
}

function headingOf(rows: readonly TypedRow[]): { columns: Map<ColumnName, number>; index: number } | null {
  for (const [index, row] of rows.slice(0, 20).entries()) {
    const columns = new Map<ColumnName, number>()
    row.texts.forEach((t, i) => {
      const words = fold(t)
      const column =
        words === '' ? undefined : COLUMNS.find((c) => [fold(c.label), ...c.also].some((w) => words.startsWith(w)))
      if (column !== undefined && !columns.has(column.name)) columns.set(column.name, i)
    })
    if (columns.has('sector') && columns.has('degree') && columns.has('count')) return { columns, index }
  }
  return null
}

const isTotal = (row: TypedRow): boolean => row.texts.some((t) => /^(tong|tong so|tong cong|cong)$/.test(fold(t)))

type TextOf = (name: ColumnName) => string

/** The cell of a row, or what is wrong with it. */
function cellOf(text: TextOf, population: Population, look: Lookups): Cell | string {
  const { areas } = POPULATIONS[population]
  const coded = (name: ColumnName, list: string, label: string): { code: string | null } | string => {
    const typed = text(name)
    if (typed === '') return { code: null }
    const code = look.book.list(list).codeOf(typed)
    return code === null ? `${label} «${typed}» chưa có trong danh mục. Chọn trong danh sách của tệp mẫu.` : { code }
  }
  const area = coded('area', 'khu-vuc', 'khu vực')
  if (typeof area === 'string') return area
  const areaCode = area.code ?? (areas.length === 1 ? areas[0] : null)
  if (areaCode === null) return 'thiếu khu vực (tư nhân, FDI, hợp tác xã…).'
  if (!areas.includes(areaCode)) return `khu vực «${text('area')}» không thuộc nhóm ${POPULATIONS[population].label}.`
  const sector = coded('sector', 'linh-vuc', 'lĩnh vực')
  if (typeof sector === 'string') return sector
  if (sector.code === null) return 'thiếu lĩnh vực.'
  const degree = coded('degree', 'trinh-do', 'trình độ')
  if (typeof degree === 'string') return degree
  if (degree.code === null || levelOf(degree.code) === null) return 'thiếu trình độ.'
  const field = coded('field', 'nganh-dao-tao', 'ngành đào tạo')
  if (typeof field === 'string') return field
  const sex = coded('sex', 'gioi-tinh', 'giới tính')
  if (typeof sex === 'string') return sex
  const age = ageOf(text('ageBand'))
  if (age === undefined)
    return `nhóm tuổi «${text('ageBand')}» không có trong danh sách (${Object.values(AGE_BANDS)
      .map((b) => b.label)
      .join('; ')}).`
  const placeId = text('place') === '' ? null : look.placeOf(text('place'))
  if (text('place') !== '' && placeId === null)
    return `không có đúng một xã, phường tên «${text('place')}» vào ngày của số liệu.`
  const body = text('body') === '' ? null : text('body')
  if (population === 'llvt' && (placeId !== null || body !== null))
    return 'số liệu lực lượng vũ trang chỉ ghi chung toàn tỉnh, bỏ cột xã, phường và đơn vị.'
  const count = countOf(text('count'))
  if (typeof count === 'string') return count
  const sexCode = sex.code === 'nam' || sex.code === 'nu' ? sex.code : null
  return {
    area: areaCode,
    sector: sector.code,
    field: field.code,
    degree: degree.code,
    ageBand: age,
    sex: sexCode,
    placeId,
    body,
    count,
  }
}

/** The band a text names; null when empty, undefined when none fits. */
function ageOf(text: string): AgeBand | null | undefined {
  if (text === '') return null
  const words = fold(text)
    .replace(/tuoi|tren|–|-|den|tu/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const bands = Object.entries(AGE_BANDS) as [AgeBand, (typeof AGE_BANDS)[AgeBand]][]
  const exact = bands.find(([code, b]) => fold(b.label) === fold(text) || code === fold(text))
  if (exact) return exact[0]
  const numbers = words.match(/\d+/g)?.map(Number) ?? []
  if (/duoi|</.test(fold(text)) && numbers[0] === 30) return 'duoi-30'
  const [from, to] = numbers
  if (to === undefined) return from === 60 ? 'tu-60' : undefined
  return bands.find(([, b]) => b.from === from && b.to - 1 === to)?.[0]
}

const MOST = 10_000_000

function countOf(text: string): number | string {
  if (text === '') return 'thiếu số người.'
  const n = parseNumber(text)
  if (n === null || !Number.isInteger(n) || n < 0) return `số người «${text}» phải là số nguyên từ 0, ví dụ 1.250.`
  return n > MOST ? `số người «${text}» quá lớn.` : n
}
