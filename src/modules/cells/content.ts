/** Nội dung khai: the cells of a submitted grid or file, read with the lists and places of the day of the counts. */
import type { Day } from '../../kernel/day.ts'
import { parseNumber } from '../../kernel/number.ts'
import { accept, type Decision, refuse, refuseFields } from '../../kernel/result.ts'
import { fold } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { openTable } from '../../platform/excel/open-table.ts'
import { MAX_FILE, type Upload } from '../../platform/files/upload.ts'
import { codeBook } from '../code-lists/public.ts'
import { unitsOn } from '../organisations/public.ts'
import { type Lookups, readRows, type TypedRow } from './rules/cell-rows.ts'
import { gridCells } from './rules/grid.ts'
import { type Cell, POPULATIONS, type Population } from './words.ts'

/** What a form sends: a file of rows, or boxes of the grid with the area they are for. */
export type Content = {
  readonly area: string
  readonly boxes: Readonly<Record<string, string>>
  readonly file: Upload | null
}

/** Rows read of a file at most; a table of counts is short. */
const MOST_ROWS = 5000
/** Sentences shown at once. */
const MOST_PROBLEMS = 12

/** The cells, or what to mend, line by line. A file wins over the grid. */
export async function readContent(
  ctx: Ctx,
  given: Content,
  about: { population: Population; asOf: Day },
): Promise<Decision<Cell[]>> {
  const look = await lookupsOn(ctx, about.asOf)
  return given.file === null ? fromGrid(given, about.population, look) : fromFile(given.file, about.population, look)
}

/** Lists and communes as of a day. */
async function lookupsOn(ctx: Ctx, day: Day): Promise<Lookups> {
  const book = await codeBook(ctx.tx, day)
  const places = new Map<string, string | null>()
  const name = (key: string, id: string) => places.set(key, places.has(key) && places.get(key) !== id ? null : id)
  for (const u of await unitsOn(ctx.tx, day)) {
    if (u.kind !== 'commune') continue
    name(fold(u.name), u.id)
    if (u.type !== null) name(fold(`${u.type} ${u.name}`), u.id)
    name(fold(u.code), u.id)
  }
  return { book, placeOf: (text) => places.get(fold(text)) ?? null }
}

function fromGrid(given: Content, population: Population, look: Lookups): Decision<Cell[]> {
  const wrong: Record<string, string> = {}
  const areas: readonly string[] = POPULATIONS[population].areas
  if (!areas.includes(given.area)) wrong.area = 'Chọn khu vực của các con số trong lưới'
  const boxes = new Map<string, number>()
  for (const [name, typed] of Object.entries(given.boxes)) {
    const n = parseNumber(typed)
    if (n === null || !Number.isInteger(n) || n < 0 || n > 10_000_000) wrong[name] = `«${typed}» phải là số nguyên từ 0`
    else boxes.set(name, n)
  }
  if (Object.keys(wrong).length > 0) return refuseFields('cells.grid', wrong)
  const cells = gridCells(
    given.area,
    boxes,
    look.book.list('linh-vuc').entries.map((e) => e.code),
  )
  if (cells.length === 0)
    return refuseFields('cells.empty', { file: 'Nhập ít nhất một con số trong lưới, hoặc chọn tệp số liệu' })
  return accept(cells)
}

async function fromFile(file: Upload, population: Population, look: Lookups): Promise<Decision<Cell[]>> {
  if (file.bytes.length > MAX_FILE)
    return refuseFields('cells.file', { file: 'Tệp lớn hơn 20 MB; bảng số liệu chỉ cần vài chục dòng' })
  const opened = await openTable(file.bytes)
  if (!opened.ok) return refuseFields(opened.code, { file: opened.message })
  const sheet = opened.value.sheets.find((s) => !s.hidden)
  if (sheet === undefined) return refuseFields('cells.file', { file: 'Tệp không có trang tính nào đang hiện' })
  const typed: TypedRow[] = []
  for await (const row of sheet.rows()) {
    if (typed.length >= MOST_ROWS)
      return refuseFields('cells.file', {
        file: `Bảng có hơn ${MOST_ROWS} dòng. Đây là bảng đếm; danh sách từng người thì nhập ở trang Nhập dữ liệu.`,
      })
    const texts: string[] = []
    for (const cell of row.cells) texts[cell.column] = cell.error === null ? cell.text : cell.error
    typed.push({ line: row.number, texts: Array.from(texts, (t) => t ?? '') })
  }
  const read = readRows(typed, population, look)
  if (read.problems.length === 0) return accept([...read.cells])
  const rest = read.problems.length - MOST_PROBLEMS
  const fields = Object.fromEntries(read.problems.slice(0, MOST_PROBLEMS).map((p, i) => [`row${i}`, p.sentence]))
  return refuse(
    'invalid',
    'cells.rows',
    `Tệp còn ${read.problems.length} chỗ phải sửa. Chưa ghi gì; sửa trong tệp rồi gửi lại.${rest > 0 ? ` Dưới đây là ${MOST_PROBLEMS} chỗ đầu.` : ''}`,
    { fields },
  )
}
