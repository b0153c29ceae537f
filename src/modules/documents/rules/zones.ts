/**
 * Các phần của văn bản: header, opening and body, recipients and signature, what is attached after them.
 * The cut is made on lines, because header and signature are read line by line and the body paragraph by paragraph.
 */
import type { Line } from './lines.ts'
import type { Shape } from './phrase.ts'

/** Các phần, each a run of lines in order. */
export type Zones = {
  /** Everything above the kind of document. */
  readonly header: readonly Line[]
  /** The line that names the kind ("KẾ HOẠCH"), and the kind. */
  readonly kind: { readonly name: string; readonly line: Line } | null
  /** Title, opening, sections. */
  readonly body: readonly Line[]
  /** Recipients and signature. */
  readonly tail: readonly Line[]
  /** Annexes and attached documents, each without recipients and signature of its own. */
  readonly attached: readonly Line[]
  /** Footnotes, wherever they stand. */
  readonly notes: readonly Line[]
}

/** Tên loại văn bản (NĐ 30/2020/NĐ-CP, Điều 7; party kinds by Hướng dẫn 36-HD/VPTW), longest first. */
export const DOCUMENT_KINDS: readonly string[] = [
  'CHƯƠNG TRÌNH HÀNH ĐỘNG',
  'CHƯƠNG TRÌNH',
  'KẾ HOẠCH',
  'QUYẾT ĐỊNH',
  'NGHỊ QUYẾT',
  'HƯỚNG DẪN',
  'THÔNG BÁO',
  'PHƯƠNG ÁN',
  'BÁO CÁO',
  'TỜ TRÌNH',
  'KẾT LUẬN',
  'QUY CHẾ',
  'QUY ĐỊNH',
  'CHỈ THỊ',
  'ĐỀ ÁN',
  'DỰ ÁN',
]

/** How the end of the body shows. */
export const TAIL_STARTS: readonly Shape[] = [
  { id: 'N1', pattern: /^\**\s*Nơi nhận\s*:?/iu, example: 'Nơi nhận:' },
  { id: 'G1', pattern: /^(?:TM|T\/M|KT|TL|TUQ|Q)\s?\.\s*\p{Lu}{2}/u, example: 'TM. ỦY BAN NHÂN DÂN' },
  { id: 'G1t', pattern: /\t\s*(?:TM|T\/M|KT|TL|TUQ)\s?\.\s*\p{Lu}{2}/u, example: 'Nơi nhận:\tTM. ỦY BAN NHÂN DÂN' },
]

/** How an annex begins. */
export const ANNEX: Shape = {
  id: 'S7',
  pattern:
    /^(?:(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s*|SỐ\s*)?(?:[IVX]+|\d+))?|(?:BIỂU|Biểu|MẪU|Mẫu)\s+(?:số|SỐ)\s*[\dIVX]+)\s*[.:]?(?:\s|$)/u,
  example: 'PHỤ LỤC I',
}

/** How a footnote begins. */
export const FOOTNOTE: Shape = { id: 'S6', pattern: /^\[\d{1,3}\]\s*\S/u, example: '[1] Quyết định số 749/QĐ-TTg' }

const HEADER_REACH = 60

/** The kind of document that a line names, and where the rest of the line begins. */
export function kindIn(text: string): { name: string; rest: number } | null {
  const bare = text.replace(/^[\s*#]+/u, '')
  const lead = text.length - bare.length
  for (const name of DOCUMENT_KINDS) {
    if (!bare.startsWith(name)) continue
    const after = bare.slice(name.length)
    if (/^[\s*.:]*$/u.test(after) || /^\s+\S/u.test(after)) return { name, rest: lead + name.length }
  }
  return null
}

type FoundKind = { readonly index: number; readonly name: string; readonly from: number; readonly rest: number }

/** What only the head of a document says: its motto, its number, its place and day. */
const HEADED = /CHỦ\s+NGHĨA\s+VIỆT\s+NAM|CỘNG\s+SẢN\s+VIỆT\s+NAM|(?<!\p{L})ngày\s[^.;]{0,24}\snăm\s+\d{4}/gu

/** A header flattened into one line names the kind after its number and day. */
function kindInside(text: string): { name: string; from: number; rest: number } | null {
  let after = -1
  for (const m of text.matchAll(HEADED)) after = m.index + m[0].length
  if (after < 0) return null
  for (const m of text.slice(after).matchAll(/(?<=[\s|])\p{Lu}/gu)) {
    const found = kindIn(text.slice(after + m.index))
    if (found) return { name: found.name, from: after + m.index, rest: after + m.index + found.rest }
  }
  return null
}

/** The kind alone on its line wins over one that opens a line, and that over one inside a line. */
function findKind(lines: readonly Line[]): FoundKind | null {
  let loose: FoundKind | null = null
  for (const [index, line] of lines.slice(0, HEADER_REACH).entries()) {
    const found = kindIn(line.text)
    if (!found) {
      const inside: ReturnType<typeof kindInside> = loose ? null : kindInside(line.text)
      if (inside) loose = { index, ...inside }
      continue
    }
    const alone = /^[\s*.:]*$/u.test(line.text.slice(found.rest))
    if (alone) return { index, from: 0, ...found }
    if (!loose || loose.from > 0) loose = { index, from: 0, ...found }
  }
  return loose
}

const firstIndex = (lines: readonly Line[], from: number, test: (text: string) => boolean): number => {
  for (let i = from; i < lines.length; i++) if (test(lines[i]?.text ?? '')) return i
  return -1
}

const startsTail = (text: string): boolean => TAIL_STARTS.some((s) => s.pattern.test(text))
const startsAttached = (text: string): boolean => ANNEX.pattern.test(text) || kindIn(text) !== null

/** Attached documents in order, each cut where its own recipients or signature begin. */
function attachedLines(lines: readonly Line[]): Line[] {
  let closed = false
  return lines.filter((line) => {
    if (startsAttached(line.text)) closed = false
    else if (startsTail(line.text)) closed = true
    return !closed
  })
}

/** Footnotes apart from the running text; one goes on until a blank line or the next mark. */
function apart(lines: readonly Line[]): { text: Line[]; notes: Line[] } {
  const text: Line[] = []
  const notes: Line[] = []
  let inside = false
  for (const line of lines) {
    inside = FOOTNOTE.pattern.test(line.text) || (inside && !line.blankBefore && !startsAttached(line.text))
    ;(inside ? notes : text).push(line)
  }
  return { text, notes }
}

const part = (line: Line, from: number, to = line.text.length): Line[] => {
  const raw = line.text.slice(from, to)
  const text = raw.trim()
  if (!/\p{L}/u.test(text)) return []
  const start = line.start + from + (raw.length - raw.trimStart().length)
  return [{ ...line, text, start, end: start + text.length, cells: null }]
}

/** Cuts the lines of a document into its parts. */
export function zonesOf(given: readonly Line[]): Zones {
  const { text: lines, notes } = apart(given)
  const kind = findKind(lines)
  const kindLine = kind ? lines[kind.index] : undefined
  const first = kind ? kind.index : 0
  const before = kind && kindLine && kind.from > 0 ? part(kindLine, 0, kind.from) : []
  const after = kind && kindLine ? part(kindLine, kind.rest) : []
  const bodyStart = kind ? first + 1 : 0
  const tailAt = firstIndex(lines, bodyStart, startsTail)
  const annexInBody =
    tailAt < 0 ? firstIndex(lines, bodyStart + 5, (t) => ANNEX.pattern.test(t) && t === t.toUpperCase()) : -1
  const end = tailAt >= 0 ? tailAt : annexInBody >= 0 ? annexInBody : lines.length
  const attachedAt = tailAt < 0 ? annexInBody : firstIndex(lines, tailAt + 1, startsAttached)
  const tailEnd = attachedAt < 0 ? lines.length : attachedAt
  return {
    header: [...lines.slice(0, first), ...before],
    kind: kind && kindLine ? { name: kind.name, line: kindLine } : null,
    body: [...after, ...lines.slice(bodyStart, end)],
    tail: tailAt < 0 ? [] : lines.slice(tailAt, tailEnd),
    attached: attachedAt < 0 ? [] : attachedLines(lines.slice(attachedAt)),
    notes,
  }
}
