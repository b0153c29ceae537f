/**
 * Phần đầu: issuer, number, place and day, kind, title (NĐ 30/2020/NĐ-CP, Phụ lục I). A header made of two columns
 * reaches us flattened in many ways; so the known phrases are taken out first and what is left is the issuer.
 */

import { isoDay } from './deadlines.ts'
import type { Block, Line } from './lines.ts'
import type { Shape } from './phrase.ts'
import type { Zones } from './zones.ts'

/** Phần đầu as read. Blank number and blank day stay null. */
export type Header = {
  readonly docType: string | null
  readonly docNumber: string | null
  readonly docNumberRaw: string | null
  readonly issuer: string | null
  readonly issuerWritten: boolean
  readonly motto: boolean
  readonly placeDate: string | null
  readonly date: string | null
  readonly dateKnown: string | null
}

/** Forms of the header's lines. */
export const HEADER_SHAPES = {
  motto: {
    id: 'motto',
    pattern: /C[OỘ]NG\s+H(?:ÒA|OÀ|OA)\s+X[AÃ]\s+H[OỘ]I\s+CH[UỦ]\s+NGH[IĨ]A\s+VI[EỆ]T\s+NAM/gu,
    example: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  },
  mottoLine: {
    id: 'motto-2',
    pattern: /Đ[oộ]c\s+l[aậ]p\s*[-–]\s*T[uự]\s+do\s*[-–]\s*H[aạ]nh\s+ph[uú]c/giu,
    example: 'Độc lập - Tự do - Hạnh phúc',
  },
  party: { id: 'party', pattern: /ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM/gu, example: 'ĐẢNG CỘNG SẢN VIỆT NAM' },
  number: {
    id: 'H1',
    pattern:
      /(?<!\p{L})Số\s*:?[ \t]*([\d.…_]*[a-z]?)[ \t]*((?:\/[ \t]*\d{4}[ \t]*)?[-/][ \t]*[A-ZĐ](?:[A-ZĐ\d&.]|[gry](?![a-z]))[\p{L}&.]*(?:[ \t]?[-/][ \t]?[A-ZĐ](?:[A-ZĐ\d&.]|[gry](?![a-z]))[\p{L}&.]*)*)/gu,
    example: 'Số: 172/KH-UBND',
  },
  placeDate: {
    id: 'H3',
    pattern:
      /(?<![\p{L}])((?:\p{Lu}\p{Ll}*\.?|tỉnh|thành|phố)(?:(?:[ \t]{1,3}|[ \t]*\n[ \t]*)(?:\p{Lu}\p{Ll}*|phố|tỉnh)(?![\p{L}])){0,6}),\s*ngày[ \t]*([\d.…_]{0,6})\s*tháng[ \t]*([\d.…_]{0,6})\s*năm[ \t]*(\d{4})?/u,
    example: 'Lâm Sơn, ngày 22 tháng 4 năm 2024',
  },
} as const satisfies Record<string, Shape>

const LEVELS: readonly [RegExp, string][] = [
  [/^[UỦ][YỶ]\s+BAN\s+NHÂN\s+DÂN\s*/u, 'UBND'],
  [/^UBND\s*/u, 'UBND'],
  [/^H(?:ỘI\s+ĐỒNG\s+NHÂN\s+DÂN|ĐND)\s*/u, 'HĐND'],
]
const LOWER_WORDS: ReadonlySet<string> = new Set([
  'tỉnh',
  'ủy',
  'uỷ',
  'thường',
  'vụ',
  'huyện',
  'xã',
  'phường',
  'thị',
  'và',
  'quận',
  'đặc',
  'khu',
])

/** "TỈNH LÂM SƠN" -> "tỉnh Lâm Sơn", "THÀNH PHỐ HỒ CHÍ MINH" -> "Thành phố Hồ Chí Minh". */
export function titleCase(upper: string): string {
  const words = upper.toLowerCase().split(/\s+/u)
  const text = words.map((w, i) =>
    LOWER_WORDS.has(w) || (w === 'phố' && words[i - 1] === 'thành') ? w : w.charAt(0).toUpperCase() + w.slice(1),
  )
  return text.join(' ')
}

function shortIssuer(written: string): string {
  for (const [pattern, short] of LEVELS) {
    if (pattern.test(written)) return `${short} ${titleCase(written.replace(pattern, ''))}`.trim()
  }
  if (/^(?:SỞ|BAN|BỘ|CỤC|VĂN PHÒNG)\s/u.test(written)) return departmentCase(written)
  const text = titleCase(written)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "SỞ KHOA HỌC VÀ CÔNG NGHỆ" -> "Sở Khoa học và Công nghệ": capitals open the name and each of its parts. */
function departmentCase(upper: string): string {
  const words = upper.toLowerCase().split(' ')
  const head = upper.startsWith('VĂN PHÒNG') ? 2 : 1
  return words
    .map((w, i) =>
      i === 0 || i === head || words[i - 1] === 'và' || words[i - 1]?.endsWith(',')
        ? w.charAt(0).toUpperCase() + w.slice(1)
        : w,
    )
    .join(' ')
}

const blank = (text: string, pattern: RegExp): string => text.replace(pattern, (m) => m.replace(/[^\n\t]/gu, ' '))

const PROVINCE = /^(?:[UỦ][YỶ]\s+BAN\s+NHÂN\s+DÂN|UBND)\s+((?:TỈNH|THÀNH\s+PHỐ)\s+.+)$/u

/** Uppercase lines that name the issuer; the last body named is the issuer, the ones above it are its superiors. */
function issuerIn(header: string): string | null {
  const lines = header.split(/[\n\t|]| {3,}/u).map((l) =>
    l
      .replace(/[*_]/gu, '')
      .replace(/\s+/gu, ' ')
      .replace(/^[-–\s]+|[-–\s]+$/gu, ''),
  )
  const names: string[] = []
  for (const line of lines) {
    if (!/\p{Lu}{2}/u.test(line) || line !== line.toUpperCase() || /\d|[:/]/u.test(line)) continue
    const starts =
      /^(?:[UỦ][YỶ] BAN|UBND|H(?:ỘI ĐỒNG|ĐND)|SỞ|BAN|BỘ|CỤC|VĂN PHÒNG|TỈNH (?:ỦY|UỶ)|THÀNH (?:ỦY|UỶ)|CHÍNH PHỦ|THỦ TƯỚNG|CÔNG AN|TRƯỜNG|LIÊN)/u.test(
        line,
      )
    if (starts) names.push(line)
    else if (names.length > 0) names.push(`${names.pop()} ${line}`)
  }
  const last = names.at(-1)
  if (!last) return null
  // A department is named with its province: "Sở Xây dựng" under "UBND TỈNH X" is "Sở Xây dựng tỉnh X".
  const over = names.length > 1 && /^SỞ\s/u.test(last) ? PROVINCE.exec(names.at(-2) ?? '')?.[1] : undefined
  return over && !last.includes(over) ? `${shortIssuer(last)} ${titleCase(over)}` : shortIssuer(last)
}

/** The place that the opening itself names: "trên địa bàn tỉnh X", "Tỉnh ủy X". */
function placeIn(opening: readonly Block[], level: string): string | null {
  const named = new RegExp(`(?<!\\p{L})(?:${level}|Tỉnh\\s+[ủuỷ]y|Thành\\s+ủy)\\s+((?:\\p{Lu}\\p{Ll}*\\s?){1,4})`, 'u')
  for (const block of opening) {
    const name = named.exec(block.body.text)?.[1]?.trim()
    if (name) return name
  }
  return null
}

/** The issuer that the opening names and the place completes: "Ủy ban nhân dân tỉnh ban hành" with "X, ngày …". */
function issuerFromOpening(opening: readonly Block[], place: string | null): string | null {
  for (const block of opening) {
    const m =
      /(?:UBND|[UỦ][yỷ]\s+ban\s+nhân\s+dân)\s+(tỉnh|thành\s+phố|Thành\s+phố|huyện|thị\s+xã|xã|phường)(?:\s+((?:\p{Lu}[\p{Ll}]*\s+){1,4}))?\s*(?:ban\s+hành|xây\s+dựng|triển\s+khai)/u.exec(
        block.body.text,
      )
    if (!m) continue
    const level = (m[1] ?? '').replace(/\s+/gu, ' ')
    const name = m[2]?.trim() ?? place?.replace(/^(?:tỉnh|thành\s+phố)\s+/iu, '') ?? placeIn(opening, level)
    if (name) return `UBND ${level} ${name}`
  }
  return null
}

const filled = (part: string | undefined): string | null => (/^\d{1,2}$/u.test(part ?? '') ? (part ?? null) : null)

function dateOf(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): { date: string | null; dateKnown: string | null } {
  if (!year) return { date: null, dateKnown: null }
  const m = filled(month)
  const d = filled(day)
  const known = m && Number(m) >= 1 && Number(m) <= 12 ? `${year}-${m.padStart(2, '0')}` : year
  const date = d && m ? isoDay(d, m, year) : null
  return { date, dateKnown: date ?? known }
}

const rejoin = (source: string, lines: readonly Line[]): string =>
  lines.map((l) => source.slice(l.start, l.end)).join('\n')

/** Reads the header of a document. */
export function headerOf(source: string, zones: Zones, opening: readonly Block[]): Header {
  const raw = rejoin(source, zones.header)
  const motto =
    new RegExp(HEADER_SHAPES.motto.pattern.source, 'u').test(raw) ||
    new RegExp(HEADER_SHAPES.party.pattern.source, 'u').test(raw)
  const numbers = [...raw.matchAll(HEADER_SHAPES.number.pattern)]
  const number = numbers.find((m) => /\d/u.test(m[1] ?? '')) ?? numbers[0]
  const digits = number?.[1]?.replace(/[.…_]/gu, '') ?? ''
  const symbol = (number?.[2] ?? '').replace(/\s+/gu, '')
  let rest = blank(
    blank(blank(raw, HEADER_SHAPES.motto.pattern), HEADER_SHAPES.mottoLine.pattern),
    HEADER_SHAPES.party.pattern,
  )
  rest = blank(rest, HEADER_SHAPES.number.pattern)
  const place = HEADER_SHAPES.placeDate.pattern.exec(rest)
  const date = dateOf(place?.[2], place?.[3], place?.[4])
  const written = issuerIn(place ? blank(rest, HEADER_SHAPES.placeDate.pattern) : rest)
  return {
    docType: zones.kind?.name ?? null,
    docNumber: number && digits !== '' ? `${digits}${symbol}` : null,
    docNumberRaw: number ? number[0].replace(/\s+/gu, ' ').trim() : null,
    issuer: written ?? issuerFromOpening(opening, place?.[1]?.replace(/\s+/gu, ' ') ?? null),
    issuerWritten: written !== null,
    motto,
    placeDate: place ? place[0].replace(/\s+/gu, ' ').trim() : null,
    ...date,
  }
}
