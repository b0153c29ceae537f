/**
 * Văn bản hành chính: the typed model of an official paper before it becomes a Word file.
 * The parts and their order: Nghị định 30/2020/NĐ-CP, Điều 8. Pure: builders in the modules fill it, `write-paper.ts`
 * lays it out, and neither invents words.
 */
import { type Day, showDayInDocument } from '../../kernel/day.ts'

/** Loại tệp của một văn bản Word (.docx). */
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Chữ: a stretch of plain text, with emphasis where wanted. */
export type Run = { readonly text: string; readonly bold?: boolean; readonly italic?: boolean }

/**
 * Số liệu sống: a figure as printed, and the id of what it was computed from. The id travels in the file as a content
 * control tagged `nguon:<id>`, at most 58 characters, so that the figure can be compared with the database again.
 */
export type Figure = { readonly figure: string; readonly source: string; readonly bold?: boolean }

/** One piece of a line. A bare string is plain text. */
export type Piece = string | Run | Figure

/** Nội dung của một đoạn hoặc một ô. */
export type Content = string | readonly Piece[]

/** Đề mục: level 1 `I.` capitals and bold, level 2 `1.` bold, level 3 `a)` plain. `number` comes without its mark. */
export type Heading = {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly number: string
  readonly title: string
}

/** Đoạn văn. */
export type Paragraph = { readonly kind: 'paragraph'; readonly text: Content }

/** Gạch đầu dòng: "- …". */
export type DashItem = { readonly kind: 'item'; readonly text: Content }

/** Đoạn có dẫn nguồn: words taken from a body's report; printed with "(<by>)" in italics behind them. */
export type Attributed = { readonly kind: 'attributed'; readonly text: Content; readonly by: string }

/** Cột của bảng. `width` is a weight among the columns; neighbours with the same `group` stand under one heading. */
export type Column = {
  readonly label: string
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
  readonly group?: string
}

/** Dòng của bảng. `group`: one cell over the whole width, bold; `total`: bold throughout. */
export type Row =
  | { readonly kind: 'row' | 'total'; readonly cells: readonly Content[] }
  | { readonly kind: 'group'; readonly text: Content }

/** Bảng: header rows repeat on every page, no row breaks over two pages. `numbered` prints (1), (2)… under the labels. */
export type Table = {
  readonly kind: 'table'
  /** "Biểu 1. …", bold, centred above the table. */
  readonly caption?: string
  /** "Đơn vị tính: người", italic, right above the table. */
  readonly unit?: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly numbered?: boolean
  /** "Ghi chú: …", italic, below the table. */
  readonly note?: string
}

/** A part of the body, in reading order. */
export type Block = Heading | Paragraph | DashItem | Attributed | Table

/** Cơ quan ban hành. Names as data, in normal case; a line break in a name is kept. */
export type Issuer = {
  /** Cơ quan chủ quản trực tiếp; null for a body that names none (UBND tỉnh, thành phố). */
  readonly superior: string | null
  readonly body: string
  /** Địa danh. */
  readonly place: string
}

/** Số, ký hiệu. `number` null = not given yet: the space is left for it. `symbol`: "BC-SNV", "SNV-CCVC". */
export type PaperNumber = { readonly number: string | null; readonly symbol: string }

/** Ký tên. `authority`: lines above the post, e.g. ["TM. Ủy ban nhân dân", "KT. Chủ tịch"]. `name` null = not yet known. */
export type Signature = {
  readonly authority: readonly string[]
  readonly post: string
  readonly name: string | null
  /** Armed forces, education, health and science bodies may print the academic title (NĐ 30/2020, Phụ lục I, II.7c). */
  readonly keepsTitle?: boolean
}

/** Phụ lục. */
export type Annex = { readonly title: string; readonly landscape?: boolean; readonly blocks: readonly Block[] }

/** Văn bản hành chính. */
export type OfficialPaper = {
  readonly issuer: Issuer
  readonly number: PaperNumber
  /** Null = not signed yet: "ngày ... tháng ... năm <year>". */
  readonly date: Day | null
  readonly year: number
  /** Công văn has no name of kind; its abstract stands under the number after "V/v". */
  readonly kind: 'cong-van' | { readonly name: string }
  /** Trích yếu, without "V/v". */
  readonly abstract: string
  /** Kính gửi. Empty when the paper addresses nobody. */
  readonly addressees: readonly string[]
  /** Căn cứ, without end marks. */
  readonly legalBases: readonly string[]
  readonly body: readonly Block[]
  readonly signature: Signature
  /** Nơi nhận, without dashes and end marks. */
  readonly recipients: readonly string[]
  /** Lưu: what follows "VT, " on the last line, e.g. "CCVC"; empty = "Lưu: VT." */
  readonly filing: string
  readonly annexes: readonly Annex[]
}

/** A figure with the id of its source. */
export const figure = (text: string, source: string): Figure => ({ figure: text, source })

/** A heading; `number` without its mark. */
export const heading = (level: 1 | 2 | 3, number: string, title: string): Heading => ({
  kind: 'heading',
  level,
  number,
  title,
})

/** A paragraph. */
export const paragraph = (...text: Piece[]): Paragraph => ({ kind: 'paragraph', text })

/** A dash item. */
export const item = (...text: Piece[]): DashItem => ({ kind: 'item', text })

/** A row of cells. */
export const row = (...cells: Content[]): Row => ({ kind: 'row', cells })

/** The pieces of a content. */
export const piecesOf = (content: Content): readonly Piece[] => (typeof content === 'string' ? [content] : content)

/** The bare text of a content. */
export const plainText = (content: Content): string =>
  piecesOf(content)
    .map((p) => (typeof p === 'string' ? p : 'figure' in p ? p.figure : p.text))
    .join('')

/** "Số: 05/SNV-CCVC"; a number under 10 gets its zero, a missing one leaves its space blank (NĐ 30/2020, Phụ lục I, II.3). */
export const numberLine = (n: PaperNumber): string => `Số: ${shownNumber(n)}`

const shownNumber = (n: PaperNumber): string =>
  `${n.number === null ? '     ' : /^\d$/.test(n.number) ? `0${n.number}` : n.number}/${n.symbol}`

/** "ngày 06 tháng 12 năm 2026", or with dots where the day is not known yet. */
export const dateInDocument = (date: Day | null, year: number): string =>
  date === null ? `ngày ... tháng ... năm ${year}` : showDayInDocument(date)

/** "<địa danh>, ngày … tháng … năm …". */
export const placeAndDate = (p: OfficialPaper): string => `${p.issuer.place}, ${dateInDocument(p.date, p.year)}`

/** "(Kèm theo Công văn số …/… ngày … của …)": the line under the title of an annex. */
export function annexReference(p: OfficialPaper): string {
  const kind = p.kind === 'cong-van' ? 'Công văn' : p.kind.name
  const body = p.issuer.body.replaceAll('\n', ' ')
  return `(Kèm theo ${kind} số ${shownNumber(p.number)} ${dateInDocument(p.date, p.year)} của ${body})`
}

const TITLE =
  /^(?:(?:GS|PGS|TSKH|TS|ThS|CN|KS|BS|DS|KTS|BSCKI{1,2}|CKI{1,2}|NGND|NGƯT|TTND|TTƯT|LS)\.?[\s,.-]*)+(?=\p{Lu}\p{Ll})/u

/** The signer's name as printed: without academic titles, unless the body's field keeps them. */
export const signerName = (s: Signature): string =>
  s.name === null ? '' : s.keepsTitle === true ? s.name : s.name.replace(TITLE, '')

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** Roman number, 1 to 39. */
export function roman(n: number): string {
  let rest = n
  let out = ''
  for (const [value, letters] of ROMAN)
    while (rest >= value) {
      out += letters
      rest -= value
    }
  return out
}
