/**
 * Nơi nhận và người ký (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7 and II.9), read line by line. Columns that were flattened
 * side by side come apart at the tab.
 */
import type { Recipient, Signer, Span } from '../words.ts'
import type { Line } from './lines.ts'
import type { Shape } from './phrase.ts'

/** Dòng chữ ký and what each says. */
export const SIGNATURE_SHAPES: readonly (Shape & { readonly part: 'authority' | 'capacity' | 'post' })[] = [
  { id: 'G1', part: 'authority', pattern: /^(?:TM|T\/M)\s?\.?\s*\p{Lu}{2}/u, example: 'TM. ỦY BAN NHÂN DÂN' },
  { id: 'G2', part: 'capacity', pattern: /^(?:KT|TL|TUQ|Q)\s?\.\s*\p{Lu}{2}/u, example: 'KT. CHỦ TỊCH' },
  {
    id: 'G3',
    part: 'post',
    pattern:
      /^(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|CỤC TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG|HIỆU TRƯỞNG|TỔNG GIÁM ĐỐC|VIỆN TRƯỞNG)(?:\s+\p{Lu}+)*$/u,
    example: 'PHÓ CHỦ TỊCH',
  },
]

/** Học hàm, học vị before a name (NĐ 30/2020/NĐ-CP keeps them out of the signature). */
const TITLES = /^(?:(?:GS|PGS|TSKH|TS|ThS|BS|BSCKI|BSCKII|DS|KS)\.?\s*)+(?=\p{Lu})/u
const PERSON = /^(?:(?:ThS|TS|PGS|GS|BS)\.?\s*)*\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,5}$/u
const NOTE = /\s*\(\s*((?:để\s+)?(?:b\/c|b\/cáo|báo\s+cáo|t\/h|thực\s+hiện|p\/h|phối\s+hợp)[^)]*)\)/iu

type Cell = { readonly text: string; readonly start: number }

/** The cells of the lines in order, empty ones left out. */
function cellsOf(lines: readonly Line[]): Cell[] {
  return lines.flatMap((line) =>
    (line.cells ?? [[line.start, line.end] as const]).flatMap(([from, to]) => {
      const raw = line.text.slice(Math.max(0, from - line.start), Math.max(0, to - line.start))
      const text = raw.trim()
      return text === '' ? [] : [{ text, start: Math.max(from, line.start) + (raw.length - raw.trimStart().length) }]
    }),
  )
}

const signatureOf = (text: string) => SIGNATURE_SHAPES.find((s) => s.pattern.test(text.replace(/\*/gu, '')))

/** The signature: authority, capacity and post in this order, then the first line that is a name. */
export function signerOf(lines: readonly Line[]): Signer | null {
  const found: { authority: string | null; capacity: string | null; post: string | null; name: string | null } = {
    authority: null,
    capacity: null,
    post: null,
    name: null,
  }
  let span: Span | null = null
  for (const cell of cellsOf(lines)) {
    const text = cell.text.replace(/\*/gu, '').trim()
    const part = signatureOf(text)?.part
    const isName =
      !part &&
      found.name === null &&
      (found.post !== null || found.capacity !== null || found.authority !== null) &&
      PERSON.test(text)
    if (!part && !isName) continue
    if (part) found[part] ??= text
    else found.name = text.replace(TITLES, '')
    span = [span?.[0] ?? cell.start, cell.start + cell.text.length]
  }
  return span ? { ...found, span } : null
}

/** The lines under "Nơi nhận:", the archive line last. */
export function recipientsOf(lines: readonly Line[]): Recipient[] {
  const cells = cellsOf(lines)
  const at = cells.findIndex((c) => /^\**\s*Nơi nhận\s*:?/iu.test(c.text))
  if (at < 0) return []
  const rows: { text: string; start: number; end: number }[] = []
  for (const [i, cell] of cells.slice(at).entries()) {
    const text = i === 0 ? cell.text.replace(/^\**\s*Nơi nhận\s*:?\**\s*/iu, '') : cell.text
    if (text === '' || signatureOf(text) || /^\(?(?:đã ký|ký)/iu.test(text)) continue
    const last = rows.at(-1)
    if (
      last &&
      /^[-–+•]?\s*Lưu\s*:/iu.test(last.text) &&
      !/^[-–+•]/u.test(text) &&
      (/[.]$/u.test(last.text) || PERSON.test(text))
    )
      break
    const start = cell.start + (cell.text.length - text.length)
    const continues = last && !/^[-–+•]/u.test(text) && !/[;.]$/u.test(last.text) && !PERSON.test(text)
    if (continues) rows[rows.length - 1] = { text: `${last.text} ${text}`, start: last.start, end: start + text.length }
    else if (/^[-–+•]/u.test(text) || rows.length > 0 || i === 0 || /;$/u.test(text)) {
      if (PERSON.test(text) && !/^[-–+•]/u.test(text)) continue
      rows.push({ text, start, end: start + text.length })
    }
  }
  return rows.flatMap((r) => recipient(r))
}

function recipient(row: { text: string; start: number; end: number }): Recipient[] {
  const bare = row.text.replace(/^[-–+•]\s*/u, '').replace(/[\s;.,]+$/u, '')
  const note = NOTE.exec(bare)?.[1] ?? null
  const name = bare.replace(NOTE, '').replace(/\s+/gu, ' ').trim()
  if (name === '') return []
  return [{ name, note, archive: /^Lưu\s*:/iu.test(name), span: [row.start, row.end] }]
}
