/**
 * Bảng trong văn bản: lines cut into cells, their columns told by the words of the head. Two kinds say something of the
 * programme: tables of work (who does what by when) and tables of indicators (how much by which year).
 */
import type { Line } from './lines.ts'
import { join, type Passage, passage } from './passage.ts'
import { phrase, type Shape } from './phrase.ts'

/** Cột của bảng. */
export type Column =
  | 'no'
  | 'task'
  | 'lead'
  | 'coordinate'
  | 'carry-out'
  | 'due'
  | 'product'
  | 'indicator'
  | 'unit'
  | 'base'
  | 'value'
  | 'other'

/** How the head of a column reads, tried in this order. */
export const COLUMNS: readonly (Shape & { readonly column: Column })[] = [
  { id: 'no', column: 'no', pattern: /^(?:TT|STT|Số TT|Stt|Số thứ tự|#)\.?$/u, example: 'STT' },
  { id: 'L14', column: 'coordinate', pattern: phrase('phối hợp'), example: 'Cơ quan phối hợp' },
  { id: 'L13', column: 'lead', pattern: phrase('chủ trì|đầu mối|tham mưu'), example: 'Cơ quan, đơn vị chủ trì' },
  {
    id: 'person',
    column: 'other',
    pattern: phrase('người (?:chỉ đạo|phụ trách|theo dõi)|lãnh đạo|chỉ đạo|kinh phí|nguồn vốn|ghi chú|căn cứ'),
    example: 'Người chỉ đạo',
  },
  {
    id: 'due',
    column: 'due',
    pattern: phrase('thời gian|thời hạn|tiến độ|hoàn thành|lộ trình|thời điểm|hạn'),
    example: 'Thời gian hoàn thành',
  },
  {
    id: 'carry',
    column: 'carry-out',
    pattern: phrase('(?:cơ quan|đơn vị)(?:, đơn vị|, cơ quan)?(?: tổ chức)?(?: thực hiện)?|thực hiện'),
    example: 'Đơn vị thực hiện',
  },
  {
    id: 'product',
    column: 'product',
    pattern: phrase('sản phẩm|kết quả|đầu ra'),
    example: 'Sản phẩm dự kiến',
  },
  {
    id: 'indicator',
    column: 'indicator',
    pattern: phrase('^(?:tên |các |nội dung )?(?:chỉ tiêu|mục tiêu|chỉ số|tiêu chí)(?! (?:năm|đến|\\d))'),
    example: 'Chỉ tiêu',
  },
  {
    id: 'task',
    column: 'task',
    pattern: phrase('nhiệm vụ|nội dung|công việc|tên đề án|hoạt động|giải pháp|tên văn bản|danh mục|đề án'),
    example: 'Nội dung nhiệm vụ',
  },
  { id: 'unit', column: 'unit', pattern: /^(?:ĐVT|Đơn vị(?:\s+tính|\s+đo)|Đvt|ĐV tính)$/iu, example: 'Đơn vị tính' },
]

/** Columns of figures: the present or past, and what is to be reached. Looked for where a year or these words stand. */
export const FIGURE_COLUMNS: readonly (Shape & { readonly column: 'base' | 'value' })[] = [
  {
    id: 'base',
    column: 'base',
    pattern: phrase('thực hiện|hiện trạng|hiện nay|kết quả|ước|đạt được|năm gốc|cơ sở|đã đạt|số liệu'),
    example: 'Thực hiện năm 2024',
  },
  {
    id: 'value',
    column: 'value',
    pattern: phrase('kế hoạch|mục tiêu|chỉ tiêu|phấn đấu|đến năm|giao|năm \\d{4}|20\\d\\d|giá trị'),
    example: 'Mục tiêu đến năm 2030',
  },
]

/** Một cột: what it holds, and the year its head names. */
export type HeadCell = { readonly column: Column | null; readonly year: number | null }

/** Bảng đã nhận ra: its columns and the rows under them, each cell in its column. */
export type Grid = {
  readonly kind: 'work' | 'indicators'
  readonly head: readonly HeadCell[]
  readonly rows: readonly (readonly Passage[])[]
  readonly lines: ReadonlySet<Line>
}

const LONGEST_HEAD = 70
const LONGEST_BREAK = 3

const yearOf = (text: string): number | null =>
  Number([...text.matchAll(/(?<!\d)20\d\d(?!\d)/gu)].at(-1)?.[0] ?? 0) || null

/** What the head of one column says; null for words that name no known column. */
export function columnOf(text: string): HeadCell {
  const year = yearOf(text)
  if (text.length > LONGEST_HEAD) return { column: null, year: null }
  const unit = COLUMNS.find((c) => c.column === 'unit' && c.pattern.test(text))
  if (unit) return { column: 'unit', year: null }
  if (year !== null && !/(?:thời|tiến|chủ trì|phối hợp|nhiệm vụ|nội dung)/iu.test(text)) {
    const figure = FIGURE_COLUMNS.find((c) => c.pattern.test(text))
    if (figure) return { column: figure.column, year }
  }
  const named = COLUMNS.find((c) => c.pattern.test(text))
  if (named) return { column: named.column, year: named.column === 'due' ? year : null }
  const figure = FIGURE_COLUMNS.find((c) => c.pattern.test(text))
  return { column: figure?.column ?? null, year }
}

/** Whether these columns make a table of work or of indicators, or neither. */
export function kindOf(head: readonly HeadCell[]): Grid['kind'] | null {
  const has = (column: Column): boolean => head.some((c) => c.column === column)
  if (has('task') && (has('lead') || has('carry-out') || (has('due') && has('coordinate')))) return 'work'
  const indicator = has('indicator') || has('task')
  if (indicator && has('value') && !has('lead')) return 'indicators'
  if (has('indicator') && (has('lead') || has('carry-out'))) return 'work'
  return null
}

/** "Đơn vị" alone beside the names of indicators or figures of years is the unit, not who does the work. */
function unitBeside(head: readonly HeadCell[], cells: readonly Passage[]): readonly HeadCell[] {
  const figures = head.filter((c) => c.column === 'value' || c.column === 'base')
  const measured = head.some((c) => c.column === 'indicator') && figures.length > 0
  const known = head.some((c) => c.column === 'unit')
  if (known || !(measured || figures.some((c) => c.year !== null))) return head
  return head.map((c, i) => (/^đơn\s+vị$/iu.test(cells[i]?.text ?? '') ? { column: 'unit', year: null } : c))
}

/** "Chỉ tiêu" beside a column of bodies, and nothing else to do, is what is to be done. */
const asWork = (head: readonly HeadCell[]): readonly HeadCell[] =>
  head.some((c) => c.column === 'task')
    ? head
    : head.map((c) => (c.column === 'indicator' ? { column: 'task', year: null } : c))

const passagesOf = (source: string, line: Line): Passage[] =>
  (line.cells ?? [[line.start, line.end] as const]).map(([from, to]) => passage(source, from, to))

type Open = { kind: Grid['kind']; head: readonly HeadCell[]; rows: Passage[][]; lines: Set<Line> }

/** A second row of the head names the years under "Mục tiêu": "", "", "2025", "2030". */
function secondHead(cells: readonly Passage[], head: readonly HeadCell[]): readonly HeadCell[] | null {
  const written = cells.filter((c) => c.text !== '')
  const years = written.length > 0 && written.every((c) => /^(?:(?:đến\s+)?năm\s+)?20\d\d$/iu.test(c.text))
  if (!years) return null
  if (cells.length === head.length) {
    return head.map((c, i) => {
      const year = yearOf(cells[i]?.text ?? '')
      return year === null ? c : { column: c.column === 'base' ? 'base' : 'value', year }
    })
  }
  const at = head.findIndex((c) => c.column === 'value' || c.column === 'base')
  if (at < 0) return null
  const over = head[at]?.column ?? 'value'
  const spread = written.map((c): HeadCell => ({ column: over, year: yearOf(c.text) }))
  return [...head.slice(0, at), ...spread, ...head.slice(at + 1)]
}

/** Whether a line goes on with the row above: it begins in the middle of a sentence, or fills cells still missing. */
function goesOn(cells: readonly Passage[], above: readonly Passage[] | undefined, width: number): boolean {
  if (!above) return false
  const first = cells[0]?.text ?? ''
  if (cells.length === width) return first === '' && cells.filter((c) => /^\p{Ll}/u.test(c.text)).length > 0
  const starts = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]?$/u.test(first)
  return !starts && above.length < width && above.length + cells.length - 1 <= width
}

/** A row of data may hold words of columns too ("Tham mưu …"); a head has no number in front and names most columns. */
function isHead(cells: readonly Passage[], head: readonly HeadCell[]): boolean {
  const written = cells.filter((c) => c.text !== '').length
  const known = head.filter((c) => c.column !== null).length
  const data = cells.some((c) => /^(?:\d{1,3}|[IVX]{1,5})[.)]?$/u.test(c.text) || /^(?:Sở|UBND)\s/u.test(c.text))
  return !data && known >= Math.min(3, written) && known >= written * 0.6
}

/** The tables among `lines`. */
export function gridsIn(source: string, lines: readonly Line[]): Grid[] {
  const grids: Open[] = []
  let quiet = LONGEST_BREAK
  for (const line of lines) {
    const open = quiet < LONGEST_BREAK ? grids.at(-1) : undefined
    if (!line.cells) {
      quiet++
      continue
    }
    const cells = passagesOf(source, line)
    const head =
      cells.length < 3
        ? []
        : unitBeside(
            cells.map((c) => columnOf(c.text)),
            cells,
          )
    const kind = kindOf(head)
    if (kind && isHead(cells, head)) {
      grids.push({ kind, head: kind === 'work' ? asWork(head) : head, rows: [], lines: new Set([line]) })
    } else if (open) {
      open.lines.add(line)
      const second: readonly HeadCell[] | null = open.rows.length === 0 ? secondHead(cells, open.head) : null
      const above = open.rows.at(-1)
      if (second) open.head = second
      else if (above && goesOn(cells, above, open.head.length)) {
        if (cells.length === open.head.length)
          open.rows[open.rows.length - 1] = above.map((c, i) => join(c, cells[i] ?? c))
        else {
          const last = above.length - 1
          open.rows[open.rows.length - 1] = [
            ...above.slice(0, last),
            join(above[last] ?? { text: '', at: [] }, cells[0] ?? { text: '', at: [] }),
            ...cells.slice(1),
          ]
        }
      } else open.rows.push(cells)
    } else continue
    quiet = 0
  }
  return grids.filter((t) => t.rows.length > 0)
}
