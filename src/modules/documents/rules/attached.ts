/**
 * Văn bản và phụ lục kèm theo: what stands after the signature, each piece by itself: its own title and caption, its own
 * headings. A title is not work and a caption is not text of the plan.
 */
import { isKindAlone, kindIn } from './kinds.ts'
import type { Line } from './lines.ts'
import { markerOf } from './markers.ts'
import type { Shape } from './phrase.ts'

/** Một phần kèm theo. */
export type Attached = {
  /** Number of the annex as written ("I", "02"); "" when it has none. */
  readonly no: string
  /** A document with its own kind (the plan that a decision issues), or an annex. */
  readonly kind: 'document' | 'annex' | 'form'
  /** Its mark, title and caption. */
  readonly head: readonly Line[]
  /** What follows them. */
  readonly lines: readonly Line[]
}

/** How an annex begins. Group 1 or 2: its number. */
export const ANNEX: Shape = {
  id: 'S7',
  pattern:
    /^\**\s*(?:(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu)(?:\s+(?:số\s*:?\s*|SỐ\s*:?\s*)?([IVX]{1,6}|\d{1,2}[a-zA-Z]?)(?![\p{L}\d]))?|(?:BIỂU|Biểu|MẪU|Mẫu|BẢNG|Bảng)\s+(?:số|SỐ)\s*:?\s*([\dIVX]{1,5}[a-z]?)|(?:BIỂU|MẪU)\s+(\d{1,2}[a-z]?)(?=\s*[.:]?\s*$))\s*[.:]?(?:\s|\*|$)/u,
  example: 'PHỤ LỤC I',
}

/** An annex that names itself by its title alone, in capitals on its own line. */
export const TITLED_ANNEX: Shape = {
  id: 'S7-title',
  pattern:
    /^\**\s*(?:DANH MỤC|BIỂU TỔNG HỢP|BẢNG TỔNG HỢP|BẢNG PHÂN CÔNG|PHÂN CÔNG NHIỆM VỤ|BIỂU MẪU|ĐỀ CƯƠNG|HỆ THỐNG CHỈ TIÊU|CÁC CHỈ TIÊU)(?!\p{L})\P{Ll}*$/u,
  example: 'DANH MỤC NHIỆM VỤ THỰC HIỆN KẾ HOẠCH',
}

/** How the caption under the title begins. */
export const CAPTION: Shape = {
  id: 'S8',
  pattern:
    /^\**\s*[([]?\s*(?:Ban hành\s+)?[Kk]èm\s+theo\s+(?:Kế hoạch|Quyết định|Công văn|Chương trình|Chỉ thị|Nghị quyết|Văn bản|Báo cáo|Tờ trình|Thông báo|Hướng dẫn|Đề án)/u,
  example: '(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2023 của UBND tỉnh)',
}

/** Titles of what is to be filled in or looked up, and gives no work. */
export const FORM: Shape = {
  id: 'form',
  pattern:
    /^\**\s*(?:MẪU|Mẫu|BIỂU MẪU|Biểu mẫu|ĐỀ CƯƠNG|Đề cương|PHIẾU|Phiếu|THANG ĐIỂM|BẢNG GIÁ|BẢNG ĐIỂM|BÁO CÁO|Báo cáo)(?!\p{L})/u,
  example: 'ĐỀ CƯƠNG BÁO CÁO KẾT QUẢ THỰC HIỆN',
}

const upper = (text: string): boolean => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase()

/** Whether an attached piece begins at line `i`: its mark, its kind alone, or a title in capitals over a caption. */
export function startsAttached(lines: readonly Line[], i: number): boolean {
  const text = lines[i]?.text ?? ''
  // "Kế hoạch" small is a product in a cell; a document names itself in capitals.
  if (ANNEX.pattern.test(text) || (upper(text) && isKindAlone(text))) return true
  const titled = TITLED_ANNEX.pattern.test(text) || (upper(text) && kindIn(text) !== null)
  return titled && lines.slice(i + 1, i + 6).some((l) => CAPTION.pattern.test(l.text))
}

const TABLE = /^(?:TT|STT|SỐ TT)\.?$/u
const LONGEST_HEAD = 12
const LONGEST_TITLE = 400

/** How many lines of `lines` are mark, title and caption. */
function headLength(lines: readonly Line[]): number {
  const caption = lines.slice(0, LONGEST_HEAD).findIndex((l) => CAPTION.pattern.test(l.text))
  const stops = lines.slice(1).findIndex((l) => l.cells !== null || markerOf(l.text) !== null || TABLE.test(l.text)) + 1
  if (caption > 0 && (stops === 0 || caption < stops)) return captionEnd(lines, caption)
  let n = 1
  while (n < Math.min(lines.length, LONGEST_HEAD)) {
    const { text, cells } = lines[n] ?? { text: '', cells: null }
    const title = n === 1 && text.length < LONGEST_TITLE && !/[.;:]$/u.test(text) && !/^\d/u.test(text)
    if (cells || TABLE.test(text) || markerOf(text) || !(upper(text) || title)) break
    n++
  }
  return n
}

/** A caption goes on to its closing bracket, over three lines at most. */
function captionEnd(lines: readonly Line[], at: number): number {
  for (let i = at; i < Math.min(lines.length, at + 3); i++) if (/[)\]]\**\.?$/u.test(lines[i]?.text ?? '')) return i + 1
  return at + 1
}

function kindOf(head: readonly Line[]): Attached['kind'] {
  if (head.some((l) => FORM.pattern.test(l.text))) return 'form'
  return isKindAlone(head[0]?.text ?? '') || (!ANNEX.pattern.test(head[0]?.text ?? '') && kindIn(head[0]?.text ?? ''))
    ? 'document'
    : 'annex'
}

/** Cuts what follows the signature into its pieces; each ends where its own recipients or signature begin. */
export function attachedOf(lines: readonly Line[], startsTail: (text: string) => boolean): Attached[] {
  const pieces: Line[][] = []
  let headEnds = 0
  let closed = false
  for (const [i, line] of lines.entries()) {
    if (i >= headEnds && startsAttached(lines, i)) {
      pieces.push([])
      headEnds = i + headLength(lines.slice(i, i + LONGEST_HEAD + 3))
      closed = false
    } else if (i >= headEnds && startsTail(line.text)) closed = true
    if (!closed) pieces.at(-1)?.push(line)
  }
  return pieces.map((piece) => {
    const n = headLength(piece.slice(0, LONGEST_HEAD + 3))
    const head = piece.slice(0, n)
    const m = ANNEX.pattern.exec(head[0]?.text ?? '')
    return { no: m?.[1] ?? m?.[2] ?? m?.[3] ?? '', kind: kindOf(head), head, lines: piece.slice(n) }
  })
}
