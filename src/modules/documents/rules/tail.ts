/**
 * Nơi nhận và người ký (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7 and II.9), read piece by piece. The two columns of a tail
 * reach us below each other, side by side, or in one line; the pieces are cut at tabs, wide blanks and the marks of a
 * signature, then told apart by what they say.
 */
import type { Recipient, Signer, Span } from '../words.ts'
import type { Line } from './lines.ts'
import { anyMarks, plain } from './marks.ts'
import type { Shape } from './phrase.ts'

const SIGNED_FOR = '(?:TM|T\\s?\\/\\s?M)'
const IN_PLACE = '(?:KT|K\\s?\\/\\s?T|TL|T\\s?\\/\\s?L|TUQ|Q)'
/** Chức vụ in capitals, known without their marks. */
const POSTS = `(?:${[
  'CHỦ TỊCH',
  'GIÁM ĐỐC',
  'TỔNG GIÁM ĐỐC',
  'BÍ THƯ',
  'CHÁNH VĂN PHÒNG',
  'TRƯỞNG BAN',
  'TRƯỞNG PHÒNG',
  'CỤC TRƯỞNG',
  'CHI CỤC TRƯỞNG',
  'BỘ TRƯỞNG',
  'THỨ TRƯỞNG',
  'THỦ TƯỚNG',
  'HIỆU TRƯỞNG',
  'VIỆN TRƯỞNG',
  'CHÁNH ÁN',
  'CHÁNH THANH TRA',
  'CHỦ NHIỆM',
  'TỔ TRƯỞNG',
  'CHỈ HUY TRƯỞNG',
  'CHÍNH ỦY',
  'TỔNG BIÊN TẬP',
  'TRƯỞNG ĐOÀN',
]
  .map(anyMarks)
  .join('|')})`
const DEPUTY = `${anyMarks('PHÓ')}\\s+`

/** Dòng chữ ký and what each says. */
export const SIGNATURE_SHAPES: readonly (Shape & { readonly part: 'authority' | 'capacity' | 'post' })[] = [
  {
    id: 'G1',
    part: 'authority',
    pattern: new RegExp(`^${SIGNED_FOR}\\s?[.,]?\\s*\\p{Lu}{2}`, 'u'),
    example: 'TM. ỦY BAN NHÂN DÂN',
  },
  {
    id: 'G2',
    part: 'capacity',
    pattern: new RegExp(`^${IN_PLACE}\\s?(?:[.,]\\s*|\\s+)(?=\\p{Lu}{2})`, 'u'),
    example: 'KT. CHỦ TỊCH',
  },
  {
    id: 'G3',
    part: 'post',
    pattern: new RegExp(`^(?:QUYỀN\\s+)?(?:${DEPUTY})?${POSTS}(?:[\\s,–-]+\\p{Lu}+){0,14}$`, 'u'),
    example: 'PHÓ CHỦ TỊCH',
  },
  {
    id: 'G3-small',
    part: 'post',
    pattern:
      /^(?:Quyền\s+)?(?:(?:Phó\s+)?(?:Chủ tịch|Giám đốc|Bí thư|Trưởng ban|Trưởng phòng|Hiệu trưởng|Chánh Văn phòng)(?:\s+(?:Thường trực|UBND|tỉnh|xã|Sở))*)$/u,
    example: 'Phó Chủ tịch',
  },
]

const TITLE =
  '(?:GS|PGS|TSKH|TS|ThS|Th\\.S|Ths|BS|Bs|BSCK|BSCKI|BSCKII|CKI|CKII|DS|DSCKI|DSCKII|KS|KTS|CN|LS|NGND|NGƯT|NSND|NSƯT|TTND|TTƯT|AHLĐ|Ông|Bà|Đồng chí|(?:Đại|Thượng|Trung|Thiếu)\\s+(?:tướng|tá|úy))'
/** Học hàm, học vị, quân hàm before a name (NĐ 30/2020/NĐ-CP keeps them out of the signature). */
export const TITLES: Shape = {
  id: 'titles',
  pattern: new RegExp(`^(?:${TITLE}(?:[.,:-]\\s*|\\s+)){1,5}(?=\\p{Lu})`, 'u'),
  example: 'PGS.TS. Nguyễn Văn An',
}
const WORD = "\\p{Lu}['’]?(?:\\p{Lu}?\\p{Ll}+|)(?:-\\p{Lu}\\p{Ll}+)?"
/** Họ và tên, two to six words, or the same in capitals. */
export const PERSON: Shape = {
  id: 'person',
  pattern: new RegExp(`^(?:${WORD}(?:\\s+${WORD}){1,5}|\\p{Lu}{2,8}(?:\\s+\\p{Lu}{1,8}){1,4})$`, 'u'),
  example: 'Nguyễn Thị Thu Hà',
}
/** "(Đã ký)", with or without the name after it. */
export const SIGNED: Shape = {
  id: 'signed',
  pattern: new RegExp(
    `^[([]?\\s*(?:${anyMarks('đã ký')}|ký(?=\\)|\\s*:|$))(?:\\s+và\\s+đóng\\s+dấu)?\\s*[)\\]]?\\s*[:.]?\\s*`,
    'iu',
  ),
  example: '(Đã ký)',
}
/** "b/c", "để báo cáo" in brackets after a recipient. */
export const NOTE: Shape = {
  id: 'N3',
  pattern:
    /\s*\(\s*((?:để\s+)?(?:b\/c|bc|b\/cáo|báo\s+cáo|t\/h|th\/h|thực\s+hiện|p\/h|phối\s+hợp|theo\s+dõi|chỉ\s+đạo|t\/d|biết|chuyển)(?!\p{L})[^)]{0,60})\)/iu,
  example: 'Thường trực Tỉnh ủy (để b/c)',
}
/** The archive line, last of the list. */
export const ARCHIVE: Shape = {
  id: 'N4',
  pattern: new RegExp(
    `^[-–+•*\\s]*${anyMarks('Lưu')}(?:\\s+trữ)?\\s*(?:[:;,.]|(?=\\s+(?:VT|VP|HS|Văn\\s+(?:thư|phòng)|hồ\\s+sơ)))`,
    'iu',
  ),
  example: 'Lưu: VT, TH.',
}
const RECIPIENTS = new RegExp(`^[*\\s]*${anyMarks('N')}${anyMarks('ơi nhận')}(?!\\p{L})[\\s*]*[:;.]?[\\s*]*`, 'iu')
/** Digital signatures leave lines of their own. */
const STAMPED = /^(?:Người ký|Ký bởi|Email|Cơ quan|Tổ chức|Thời gian ký|Ngày ký|Chức vụ|Signature)\s*:/iu

/** Where one piece of a line ends and the next begins. */
const CUTS = new RegExp(
  [
    ';[;\\s]{0,40}(?=[-–+•]\\s?[\\p{L}])',
    `(?<=\\S)\\s{1,40}(?=\\**(?:TM|T\\/M|KT|K\\/T|TL|T\\/L|TUQ|Q)\\s?\\.\\s?\\p{Lu}{2})`,
    `(?<=\\p{Lu})\\s+(?=${DEPUTY}${POSTS})`,
    '\\s{3,40}',
    '(?<=\\.)\\s+(?=[-–]\\s?Lưu)',
  ].join('|'),
  'gu',
)

type Piece = { readonly text: string; readonly start: number }

/** "PHÓ CHỦ TỊCH Nguyễn Văn A" in one piece: the post, then the name. */
function withName(piece: Piece): Piece[] {
  const m = /^(.{0,120}?\p{Lu}{2,}\**)\s+(?=(?:\(?[Đđ]ã\s+ký|\p{Lu}\p{Ll}|(?:ThS|TS|PGS|GS|BS)\.))/u.exec(piece.text)
  if (!m || !signatureOf(m[1] ?? '')) return [piece]
  return [
    { text: m[1] ?? '', start: piece.start },
    { text: piece.text.slice(m[0].length), start: piece.start + m[0].length },
  ]
}

/** In a cell of a signature every line break counts, in one of recipients those before a dash. */
const SIGNING = /^\s*\**\s*(?:TM|T\s?\/\s?M|KT|TL|TUQ|Q)\s?\./u
const SIGNATURE_CUTS = new RegExp(`${CUTS.source}|;[;\\s]{0,40}`, 'gu')

function cutUp(raw: string, at: number): Piece[] {
  const out: Piece[] = []
  let from = 0
  const push = (to: number) => {
    const part = raw.slice(from, to)
    const text = part.trim()
    if (text !== '') out.push(...withName({ text, start: at + from + (part.length - part.trimStart().length) }))
  }
  for (const m of raw.matchAll(SIGNING.test(raw) ? SIGNATURE_CUTS : CUTS)) {
    // The ";" stays with the recipient it ends.
    push(m.index + (m[0].startsWith(';') && !SIGNING.test(raw) ? 1 : 0))
    from = m.index + m[0].length
  }
  push(raw.length)
  return out
}

/** The pieces of the lines in order, empty ones left out. */
function piecesOf(lines: readonly Line[]): Piece[] {
  return lines.flatMap((line) =>
    (line.cells ?? [[line.start, line.end] as const]).flatMap(([from, to]) => {
      const raw = line.text.slice(Math.max(0, from - line.start), Math.max(0, to - line.start))
      return cutUp(raw, Math.max(from, line.start))
    }),
  )
}

const bareOf = (text: string): string => text.replace(/[*_]/gu, '').replace(/\s+/gu, ' ').trim()
const signatureOf = (text: string) => SIGNATURE_SHAPES.find((s) => s.pattern.test(bareOf(text)))
const BODIES =
  /^(?:UY BAN|UBND|HOI |SO |BAN |TINH|THANH PHO|HUYEN|VAN PHONG|DANG|CONG HOA|DOC LAP|PHU LUC|CONG TY|DANH MUC)/u

/** The name in a piece, titles and "(Đã ký)" taken off; null when it holds none. */
function nameIn(text: string): string | null {
  const name = bareOf(text)
    .replace(SIGNED.pattern, '')
    .replace(TITLES.pattern, '')
    .replace(/[.,;]$/u, '')
  return PERSON.pattern.test(name) && !(name === name.toUpperCase() && BODIES.test(plain(name))) ? name : null
}

/** The signature: authority, capacity and post in this order, then the first line that is a name. */
export function signerOf(lines: readonly Line[]): Signer | null {
  const found: { authority: string | null; capacity: string | null; post: string | null; name: string | null } = {
    authority: null,
    capacity: null,
    post: null,
    name: null,
  }
  let span: Span | null = null
  for (const piece of piecesOf(lines)) {
    const part = signatureOf(piece.text)?.part
    const opened = found.post !== null || found.capacity !== null || found.authority !== null
    const name = !part && opened && !STAMPED.test(piece.text) ? nameIn(piece.text) : null
    if (!part && name === null) continue
    // A second signature beside the name belongs to somebody else.
    if (found.name !== null) break
    if (part) found[part] ??= bareOf(piece.text)
    else found.name = name
    span = [span?.[0] ?? piece.start, piece.start + piece.text.length]
  }
  return span ? { ...found, span } : null
}

type Row = { text: string; start: number; end: number }

const dashed = (text: string): boolean => /^[-–—+•]/u.test(text)

/** "Nơi nhận: Như trên; Lưu: VT." in one line: each is a recipient. */
function inline(text: string, start: number): Row[] {
  let at = start
  return text.split(';').flatMap((part) => {
    const from = at + (part.length - part.trimStart().length)
    at += part.length + 1
    return part.trim() === '' ? [] : [{ text: part.trim(), start: from, end: from + part.trim().length }]
  })
}

const LONGEST_ROW = 500

/** The lines under "Nơi nhận:", the archive line last. */
export function recipientsOf(lines: readonly Line[]): Recipient[] {
  const pieces = piecesOf(lines)
  const at = pieces.findIndex((p) => RECIPIENTS.test(p.text))
  if (at < 0) return []
  const rows: Row[] = []
  let archived = false
  for (const [i, piece] of pieces.slice(at).entries()) {
    const text = i === 0 ? piece.text.replace(RECIPIENTS, '') : piece.text
    const start = piece.start + (piece.text.length - text.length)
    if (text === '' || signatureOf(text) || SIGNED.pattern.test(text) || STAMPED.test(text)) continue
    const last = rows.at(-1)
    const isName =
      nameIn(text) !== null && !dashed(text) && (!last || /[;.]$/u.test(last.text) || archived || rows.length > 0)
    if (isName && !(last && /,$/u.test(last.text))) continue
    if (archived && !dashed(text) && /\.$/u.test(last?.text ?? '')) break
    const row = { text, start, end: start + text.length }
    if (i === 0 && /;\s*\p{L}/u.test(text)) rows.push(...inline(text, start))
    else if (last && last.text.length < LONGEST_ROW && !dashed(text) && !/[;.]$/u.test(last.text)) {
      rows[rows.length - 1] = { text: `${last.text} ${text}`, start: last.start, end: row.end }
    } else rows.push(row)
    archived ||= ARCHIVE.pattern.test(rows.at(-1)?.text ?? '')
  }
  return rows.flatMap(recipient)
}

function recipient(row: Row): Recipient[] {
  const bare = row.text.replace(/^[-–—+•*\s]+/u, '').replace(/[\s;.,*/]+$/u, '')
  const note = NOTE.pattern.exec(bare)?.[1]?.replace(/\s+/gu, ' ') ?? null
  const name = bare.replace(NOTE.pattern, '').replace(/\s+/gu, ' ').trim()
  if (!/\p{L}/u.test(name)) return []
  return [{ name, note, archive: ARCHIVE.pattern.test(name), span: [row.start, row.end] }]
}
