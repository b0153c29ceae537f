/**
 * Các phần của văn bản: header, opening and body, recipients and signature, what is attached after them.
 * The cut is made on lines, because header and signature are read line by line and the body paragraph by paragraph.
 */
import { ANNEX, type Attached, attachedOf, startsAttached } from './attached.ts'
import { findKind } from './kinds.ts'
import { abstractOf, isNews, letterAt } from './letters.ts'
import type { Line } from './lines.ts'
import { anyMarks, plain } from './marks.ts'
import type { Shape } from './phrase.ts'

/** Các phần, each a run of lines in order. */
export type Zones = {
  /** Everything above the kind of document. */
  readonly header: readonly Line[]
  /** The kind of document as the text names it; `CÔNG VĂN` and `TIN` are known by their form. */
  readonly kind: { readonly name: string; readonly line: Line } | null
  /** Trích yếu of a letter, headline of a news item; null where the title stands under the kind. */
  readonly abstract: string | null
  /** Title, opening, sections. */
  readonly body: readonly Line[]
  /** Recipients and signature. */
  readonly tail: readonly Line[]
  /** Annexes and attached documents in order. */
  readonly attached: readonly Attached[]
  /** Footnotes, wherever they stand. */
  readonly notes: readonly Line[]
}

const SIGNED_FOR = '(?:TM|T\\s?/\\s?M|KT|K\\s?/\\s?T|TL|T\\s?/\\s?L|TUQ)'
const SIGNERS = '(?:UBND|HĐND|[UỦÚ][YỶỴ]\\s+BAN|H[OỘ]I|BAN|CHỦ|GIÁM|T[IỈ]NH|THÀNH|ĐẢNG|HUYỆN|BỘ|THỦ|BÍ|TRƯỞNG|CHÁNH)'

/** How the end of the body shows. */
export const TAIL_STARTS: readonly Shape[] = [
  {
    id: 'N1',
    pattern: new RegExp(`^\\**\\s*${anyMarks('N')}${anyMarks('ơi nhận')}\\s*(?:[:;.*]|$|\\s{2}|\\s*T)`, 'iu'),
    example: 'Nơi nhận:',
  },
  {
    id: 'G1',
    pattern: new RegExp(`^\\**\\s*(?:${SIGNED_FOR}|Q)\\s?[.,]\\s*\\p{Lu}{2}`, 'u'),
    example: 'TM. ỦY BAN NHÂN DÂN',
  },
  {
    id: 'G1b',
    pattern: new RegExp(`^\\**\\s*${SIGNED_FOR}\\.?\\s+${SIGNERS}(?!\\p{L})`, 'u'),
    example: 'T/M BAN THƯỜNG VỤ',
  },
  {
    id: 'G1t',
    pattern: new RegExp(`\\t\\s*\\**${SIGNED_FOR}\\s?\\.\\s*\\p{Lu}{2}`, 'u'),
    example: 'Nơi nhận:\tTM. ỦY BAN NHÂN DÂN',
  },
]

/** A post alone in capitals, the signature of a body that signs for itself. */
export const POST_LINE: Shape = {
  id: 'post-line',
  pattern:
    /^\**\s*(?:Q\.\s*)?(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BÍ THƯ|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHÁNH THANH TRA|CHỦ NHIỆM|TỔ TRƯỞNG)(?:[\s,–-]+\p{Lu}+){0,12}\**$/u,
  example: 'GIÁM ĐỐC',
}

/** How a footnote begins. */
export const FOOTNOTE: Shape = { id: 'S6', pattern: /^\[\d{1,3}\]\s*\S/u, example: '[1] Quyết định số 749/QĐ-TTg' }

const startsTail = (text: string): boolean => TAIL_STARTS.some((s) => s.pattern.test(text))
const isRecipients = (text: string): boolean => TAIL_STARTS[0]?.pattern.test(text) ?? false
const SIGNATURE_REACH = 9

/** `startsAttached`, asked once for every line. */
function attachedStarts(lines: readonly Line[]): (i: number) => boolean {
  const known: (boolean | undefined)[] = []
  return (i) => {
    const answer = known[i] ?? startsAttached(lines, i)
    known[i] = answer
    return answer
  }
}

/** Where recipients and signature begin; a post alone counts only where the document ends or recipients follow. */
function tailStart(lines: readonly Line[], from: number, attached: (i: number) => boolean): number {
  for (let i = from; i < lines.length; i++) {
    const text = lines[i]?.text ?? ''
    if (startsTail(text)) return i
    if (!POST_LINE.pattern.test(text)) continue
    const after = lines.slice(i + 1, i + 1 + SIGNATURE_REACH)
    const stops = after.findIndex((l, k) => isRecipients(l.text) || attached(i + 1 + k))
    const near = stops >= 0 ? after.slice(0, stops) : after
    const ends = stops >= 0 || lines.length - i - 1 < SIGNATURE_REACH
    if (ends && near.length > 0 && near.every((l) => l.text.length < 60 && !/[;:]$|^\d|^Căn cứ/u.test(l.text))) return i
  }
  return -1
}

/** Footnotes apart from the running text; one goes on until a blank line or the next mark. */
function apart(lines: readonly Line[]): { text: Line[]; notes: Line[] } {
  const text: Line[] = []
  const notes: Line[] = []
  let inside = false
  for (const [i, line] of lines.entries()) {
    inside = FOOTNOTE.pattern.test(line.text) || (inside && !line.blankBefore && !startsAttached(lines, i))
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

type Head = Pick<Zones, 'header' | 'kind' | 'abstract'> & {
  readonly first: readonly Line[]
  readonly bodyStart: number
}

const HEAD_LINE =
  /CONG\s+HOA\s+XA|CONG\s+SAN\s+VIET|DOC\s+LAP\s*[-–—]|^SO\s*:?[\s\d.…_]*[-/]|NGAY\s[\s\d.…]{0,8}THANG\s[\s\d.…]{0,8}NAM\s+\d{4}\W*$/u

/** A head without its kind: everything down to its last line that only a head has. */
function headWithoutKind(lines: readonly Line[]): Head {
  const last = lines.slice(0, 15).findLastIndex((l) => HEAD_LINE.test(plain(l.text)) && l.text.length < 200)
  return { header: lines.slice(0, last + 1), kind: null, abstract: null, first: [], bodyStart: last + 1 }
}

/** Header and kind. */
function headOf(lines: readonly Line[]): Head {
  const letter = letterAt(lines)
  const kind = findKind(letter < 0 ? lines : lines.slice(0, letter))
  const line = kind ? lines[kind.index] : undefined
  if (kind && line) {
    const header = [...lines.slice(0, kind.index), ...(kind.from > 0 ? part(line, 0, kind.from) : [])]
    return {
      header,
      kind: { name: kind.name, line },
      abstract: null,
      first: part(line, kind.rest),
      bodyStart: kind.index + 1,
    }
  }
  const to = lines[letter]
  if (to) {
    const header = lines.slice(0, letter)
    return { header, kind: { name: 'CÔNG VĂN', line: to }, abstract: abstractOf(header), first: [], bodyStart: letter }
  }
  const headline = lines[0]
  if (headline && isNews(lines)) {
    const name = { name: 'TIN', line: headline }
    return { header: [], kind: name, abstract: headline.text.replace(/\s+/gu, ' '), first: [], bodyStart: 1 }
  }
  return headWithoutKind(lines)
}

/** Cuts the lines of a document into its parts. */
export function zonesOf(given: readonly Line[]): Zones {
  const { text: lines, notes } = apart(given)
  const { header, kind, abstract, first, bodyStart } = headOf(lines)
  const isStart = attachedStarts(lines)
  const tailAt = tailStart(lines, bodyStart, isStart)
  const annexes = (from: number): number => lines.findIndex((_, i) => i >= from && isStart(i))
  const bare = (l: Line, i: number): boolean =>
    i >= bodyStart + 5 && ANNEX.pattern.test(l.text) && l.text === l.text.toUpperCase()
  const attachedAt = tailAt < 0 ? lines.findIndex(bare) : annexes(tailAt + 1)
  const end = tailAt >= 0 ? tailAt : attachedAt >= 0 ? attachedAt : lines.length
  return {
    header,
    kind,
    abstract,
    body: [...first, ...lines.slice(bodyStart, end)],
    tail: tailAt < 0 ? [] : lines.slice(tailAt, attachedAt < 0 ? lines.length : attachedAt),
    attached: attachedAt < 0 ? [] : attachedOf(lines.slice(attachedAt), startsTail),
    notes,
  }
}
