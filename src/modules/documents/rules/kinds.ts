/**
 * Tên loại văn bản on the line that names it. Alone on its line and in capitals it is known without its marks too
 * ("KÉ HOACH"): scans lose them there first.
 */
import type { Line } from './lines.ts'
import { markerOf } from './markers.ts'
import { plain } from './marks.ts'

/** Tên loại văn bản (NĐ 30/2020/NĐ-CP, Điều 7; party kinds by Hướng dẫn 36-HD/VPTW), longest first. */
export const DOCUMENT_KINDS: readonly string[] = [
  'CHƯƠNG TRÌNH HÀNH ĐỘNG',
  'CHƯƠNG TRÌNH',
  'KẾ HOẠCH',
  'QUYẾT ĐỊNH',
  'NGHỊ QUYẾT',
  'NGHỊ ĐỊNH',
  'HƯỚNG DẪN',
  'THÔNG BÁO',
  'THÔNG TƯ',
  'CÔNG ĐIỆN',
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

const FORMS = DOCUMENT_KINDS.map((name) => ({
  name,
  exact: new RegExp(`^${name.replaceAll(' ', '\\s+')}(?=[\\s*.:]*$|\\s)`, 'u'),
  letters: plain(name).replaceAll(' ', ''),
}))

/** Whether two words differ by one letter at most: read wrong, lost, or doubled by a scan. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const [x, y] = [a.slice(i), b.slice(i)]
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)
}

const upper = (text: string): boolean => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase()

/** Letters of a line in capitals, blanks and marks taken off; null where it says more than a kind can. */
function lettersOf(text: string): string | null {
  if (text.length > 60 || !(upper(text) || /^(?:\p{Lu}\s+){4,}\p{Lu}$/u.test(text))) return null
  return plain(text).replace(/[^A-Z]/gu, '')
}

/** A kind in a line: its name, and where the rest of the line begins. */
export type KindFound = { readonly name: string; readonly rest: number }

/** The kind of document that a line names at its start. */
export function kindIn(text: string): KindFound | null {
  const lead = text.length - text.replace(/^[\s*#"'.,]+/u, '').length
  const bare = text.slice(lead)
  for (const { name, exact } of FORMS) {
    const m = exact.exec(bare)
    if (m) return { name, rest: lead + m[0].length }
  }
  const letters = lettersOf(bare.trim())
  const scanned =
    letters === null
      ? undefined
      : (FORMS.find((f) => f.letters === letters) ??
        FORMS.find((f) => f.letters.length > 5 && isNear(f.letters, letters)))
  if (scanned) return { name: scanned.name, rest: text.length }
  const titled = /^(Kế hoạch|Quyết định|Chỉ thị|Báo cáo|Chương trình hành động|Nghị quyết)\s*$/u.exec(bare)?.[1]
  return titled ? { name: titled.toUpperCase(), rest: text.length } : null
}

/** Whether the line names a kind and nothing else. */
export const isKindAlone = (text: string): boolean => {
  const found = kindIn(text)
  return found !== null && /^[\s*.]*$/u.test(text.slice(found.rest))
}

/** What only the head of a document says: its motto, its number, its place and day. */
const HEADED = /CHỦ\s+NGHĨA\s+VIỆT\s+NAM|CỘNG\s+SẢN\s+VIỆT\s+NAM|(?<!\p{L})ngày\s[^.;]{0,24}\snăm\s+\d{4}/gu

type Inside = KindFound & { readonly from: number }

/** A header flattened into one line names the kind after its number and day. */
function kindInside(text: string): Inside | null {
  let after = -1
  for (const m of text.matchAll(HEADED)) after = m.index + m[0].length
  if (after < 0) return null
  for (const m of text.slice(after, after + 300).matchAll(/(?<=[\s|])\p{Lu}/gu)) {
    const found = kindIn(text.slice(after + m.index))
    if (found) return { name: found.name, from: after + m.index, rest: after + m.index + found.rest }
  }
  return null
}

/** Where the kind of the document stands: line, and in it where the kind begins and ends. */
export type KindPlace = Inside & { readonly index: number }

const HEADER_REACH = 60
const MOTTO =
  /C\S{0,2}NG\s+H\S{1,3}\s+X\S\s+H\S{1,2}I\s+CH\S\s+NGH\S{1,2}A|\S{1,2}NG\s+C\S{1,2}NG\s+S\S{1,2}N\s+VI\S{1,2}T\s+NAM/u

/** The kind alone on its line wins over one that opens a line, and that over one inside a line; not past the first heading. */
function findFrom(lines: readonly Line[], from: number): KindPlace | null {
  let loose: KindPlace | null = null
  for (let index = from; index < Math.min(lines.length, from + HEADER_REACH); index++) {
    const text = lines[index]?.text ?? ''
    const found = kindIn(text)
    if (!found) {
      const kind = loose ? markerOf(text)?.kind : undefined
      if (kind === 'roman' || kind === 'article' || kind === 'part') break
      const inside: Inside | null = loose ? null : kindInside(text)
      if (inside) loose = { index, ...inside }
      continue
    }
    const rest = text.slice(found.rest)
    // "QUYẾT ĐỊNH:" opens the articles of a decision whose kind stands above.
    if (/^[\s*.]*$/u.test(rest) || (!loose && /^[\s*.:]*$/u.test(rest))) return { index, from: 0, ...found }
    if (!loose || loose.from > 0) loose = { index, from: 0, ...found }
  }
  return loose
}

/** Where the document names its kind: after the motto where there is one, since pages of a site name kinds above it. */
export function findKind(lines: readonly Line[]): KindPlace | null {
  const motto = lines.slice(0, HEADER_REACH).findIndex((l) => MOTTO.test(l.text.toUpperCase()))
  return (motto > 0 ? findFrom(lines, motto) : null) ?? findFrom(lines, 0)
}
