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
  /** Annexes and attached documents. */
  readonly attached: readonly Line[]
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
  pattern: /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:[IVX]+|\d+))?\s*[.:]?(?:\s|$)/u,
  example: 'PHỤ LỤC I',
}

const HEADER_REACH = 60

/** The kind of document that a line names, and where the rest of the line begins. */
export function kindIn(text: string): { name: string; rest: number } | null {
  const bare = text.replace(/^[\s*]+/u, '')
  const lead = text.length - bare.length
  for (const name of DOCUMENT_KINDS) {
    if (!bare.normalize('NFC').startsWith(name)) continue
    const after = bare.slice(name.length)
    if (/^[\s*.:]*$/u.test(after) || /^\s+\S/u.test(after)) return { name, rest: lead + name.length }
  }
  return null
}

function findKind(lines: readonly Line[]): { index: number; name: string; rest: number } | null {
  let loose: { index: number; name: string; rest: number } | null = null
  for (const [index, line] of lines.slice(0, HEADER_REACH).entries()) {
    const found = kindIn(line.text)
    if (!found) continue
    const alone = /^[\s*.:]*$/u.test(line.text.slice(found.rest))
    if (alone) return { index, ...found }
    loose ??= { index, ...found }
  }
  return loose
}

const firstIndex = (lines: readonly Line[], from: number, test: (text: string) => boolean): number => {
  for (let i = from; i < lines.length; i++) if (test(lines[i]?.text ?? '')) return i
  return -1
}

/** Without a "Nơi nhận" the recipients are missing; the tail then begins at the signature, or there is none. */
function findTail(lines: readonly Line[], from: number): number {
  return firstIndex(lines, from, (t) => TAIL_STARTS.some((s) => s.pattern.test(t)))
}

/** Cuts the lines of a document into its parts. */
export function zonesOf(lines: readonly Line[]): Zones {
  const kind = findKind(lines)
  const first = kind ? kind.index : 0
  const kindLine = kind ? lines[kind.index] : undefined
  const rest = kindLine && kind ? kindLine.text.slice(kind.rest).trim() : ''
  const restLine: Line[] =
    kindLine && /[\p{L}]/u.test(rest) ? [{ ...kindLine, text: rest, start: kindLine.end - rest.length }] : []
  const bodyStart = kind ? first + 1 : 0
  const tailAt = findTail(lines, bodyStart)
  const bodyEnd = tailAt < 0 ? lines.length : tailAt
  const annexInBody =
    tailAt < 0 ? firstIndex(lines, bodyStart + 5, (t) => ANNEX.pattern.test(t) && t === t.toUpperCase()) : -1
  const end = annexInBody >= 0 ? annexInBody : bodyEnd
  const attachedAt =
    tailAt < 0 ? end : firstIndex(lines, tailAt + 1, (t) => ANNEX.pattern.test(t) || kindIn(t) !== null)
  const tailEnd = attachedAt < 0 ? lines.length : attachedAt
  return {
    header: lines.slice(0, first),
    kind: kind && kindLine ? { name: kind.name, line: kindLine } : null,
    body: [...restLine, ...lines.slice(bodyStart, end)],
    tail: tailAt < 0 ? [] : lines.slice(tailAt, tailEnd),
    attached: attachedAt < 0 ? [] : lines.slice(tailEnd),
  }
}
