/**
 * Phần đầu: issuer, number, place and day, kind, title (NĐ 30/2020/NĐ-CP, Phụ lục I). A header made of two columns
 * reaches us flattened in many ways; so the known phrases are taken out first and what is left is the issuer.
 */

import { isoDay } from './deadlines.ts'
import { issuerFromOpening, issuerIn, withMarksOf } from './issuers.ts'
import type { Block, Line } from './lines.ts'
import { anyMarks } from './marks.ts'
import type { Shape } from './phrase.ts'
import { KIND_OF_SYMBOL, tidyNumber } from './reference-numbers.ts'
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

const GROUP = '[A-ZĐÐ](?:[A-ZĐÐ\\d&.]|[gry](?![a-z]))[\\p{L}&.]*'
const NUMBER_START = '[\\d.…_]*[a-zđ]?'
const DAY = `${anyMarks('ngày')}[ \\t]*([\\d.…_]{0,6})\\s*${anyMarks('tháng')}[ \\t]*([\\d.…_]{0,6})\\s*${anyMarks('năm')}[ \\t]*(\\d{4})?`
const NAME =
  '(?:\\p{Lu}\\p{Ll}*\\.?|tỉnh|thành|phố|xã|phường|huyện)(?:(?:[ \\t]{1,3}|[ \\t]*\\n[ \\t]*|[ \\t]?-[ \\t]?|\\.)(?:\\p{Lu}\\p{Ll}*|phố|tỉnh)(?![\\p{L}])){0,6}'

/** Forms of the header's lines. Its fixed words are known without their marks, which scans lose. */
export const HEADER_SHAPES = {
  motto: {
    id: 'motto',
    pattern: new RegExp(anyMarks('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), 'giu'),
    example: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  },
  mottoLine: {
    id: 'motto-2',
    pattern: new RegExp(
      `${anyMarks('Độc lập')}\\s*[-–—.,]?\\s*${anyMarks('Tự do')}\\s*[-–—.,]?\\s*${anyMarks('Hạnh phúc')}`,
      'giu',
    ),
    example: 'Độc lập - Tự do - Hạnh phúc',
  },
  party: {
    id: 'party',
    pattern: new RegExp(anyMarks('ĐẢNG CỘNG SẢN VIỆT NAM'), 'gu'),
    example: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  },
  number: {
    id: 'H1',
    pattern: new RegExp(
      `(?<!\\p{L})${anyMarks('Số')}\\s*[:;.]?[ \\t]*(${NUMBER_START})[ \\t]*((?:\\/[ \\t]*\\d{4}[ \\t]*)?[-–/][ \\t]*${GROUP}(?:[ \\t]?[-–/][ \\t]?${GROUP})*)`,
      'gu',
    ),
    example: 'Số: 172/KH-UBND',
  },
  bareNumber: {
    id: 'H1-bare',
    pattern: new RegExp(
      `^[ \\t]*(\\d{1,5}[a-zđ]?)[ \\t]*([-/][ \\t]?${GROUP}(?:[ \\t]?[-/][ \\t]?${GROUP})+)(?=[ \\t]*$|[ \\t]{2})`,
      'gmu',
    ),
    example: '172/KH-UBND',
  },
  placeDate: {
    id: 'H3',
    pattern: new RegExp(`(?<![\\p{L}])(${NAME})\\s*[,.;]?\\s*${DAY}`, 'u'),
    example: 'Lâm Sơn, ngày 22 tháng 4 năm 2024',
  },
  shortDate: {
    id: 'H3-short',
    pattern: new RegExp(
      `(?<![\\p{L}])(${NAME})\\s*,\\s*${anyMarks('ngày')}[ \\t]*([\\d.…_]{0,6})\\s*/\\s*([\\d.…_]{0,6})\\s*/\\s*(\\d{4})`,
      'u',
    ),
    example: 'Lâm Sơn, ngày 22/4/2024',
  },
  bareDate: {
    id: 'H3-bare',
    pattern: new RegExp(`^()[ \\t]*${DAY}(?=[ \\t]*$)`, 'imu'),
    example: 'ngày 22 tháng 4 năm 2024',
  },
} as const satisfies Record<string, Shape>

const DATES: readonly Shape[] = [HEADER_SHAPES.placeDate, HEADER_SHAPES.shortDate, HEADER_SHAPES.bareDate]

const blank = (text: string, pattern: RegExp): string => text.replace(pattern, (m) => m.replace(/[^\n\t]/gu, ' '))

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

type Number = Pick<Header, 'docNumber' | 'docNumberRaw'>

/** Số, ký hiệu: the first one that is filled in; a blank one is kept as written. */
function numberIn(raw: string): Number {
  const written = [...raw.matchAll(HEADER_SHAPES.number.pattern)]
  const numbers = written.length > 0 ? written : [...raw.matchAll(HEADER_SHAPES.bareNumber.pattern)]
  const number = numbers.find((m) => /\d/u.test(m[1] ?? '')) ?? numbers[0]
  if (!number) return { docNumber: null, docNumberRaw: null }
  const digits = number[1]?.replace(/[.…_]/gu, '') ?? ''
  return {
    docNumber: /\d/u.test(digits) ? `${digits}${tidyNumber(number[2] ?? '')}` : null,
    docNumberRaw: number[0].replace(/\s+/gu, ' ').trim(),
  }
}

/** Địa danh, ngày tháng năm, in the head or, where the head has none, over the signature. */
function placeDateIn(texts: readonly string[]): RegExpExecArray | null {
  for (const text of texts) {
    for (const { pattern } of DATES) {
      const m = pattern.exec(text)
      if (m) return m
    }
  }
  return null
}

/** The kind by the symbol of the number, where the line of the kind cannot be read: "KH" -> "KẾ HOẠCH". */
function kindOfNumber(number: Number): string | null {
  const symbol = /[-/]([A-ZĐ][A-Za-zĐđ]*)[-/]/u.exec(number.docNumberRaw ?? '')?.[1] ?? ''
  return Object.hasOwn(KIND_OF_SYMBOL, symbol) ? (KIND_OF_SYMBOL[symbol]?.toUpperCase() ?? null) : null
}

/** Reads the header of a document. */
export function headerOf(source: string, zones: Zones, opening: readonly Block[]): Header {
  const raw = rejoin(source, zones.header)
  const motto = [HEADER_SHAPES.motto, HEADER_SHAPES.party].some((s) => new RegExp(s.pattern.source, 'u').test(raw))
  const news = zones.kind?.name === 'TIN'
  const number = numberIn(raw)
  let rest = raw
  for (const s of [HEADER_SHAPES.motto, HEADER_SHAPES.mottoLine, HEADER_SHAPES.party, HEADER_SHAPES.number])
    rest = blank(rest, s.pattern)
  const place = news ? null : placeDateIn([rest, rejoin(source, zones.tail)])
  const written = issuerIn(place ? rest.replace(place[0], (m) => m.replace(/[^\n\t]/gu, ' ')) : rest)
  const name = place?.[1]?.replace(/\s+/gu, ' ').trim() || null
  return {
    docType: zones.kind?.name ?? kindOfNumber(number),
    ...number,
    issuer: news ? null : (withMarksOf(written, name) ?? issuerFromOpening(opening, name)),
    issuerWritten: written !== null,
    motto,
    placeDate: place ? place[0].replace(/\s+/gu, ' ').trim() : null,
    ...dateOf(place?.[2], place?.[3], place?.[4]),
  }
}
