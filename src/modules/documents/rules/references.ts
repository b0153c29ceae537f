/**
 * Văn bản dẫn chiếu: kind, number, day and issuer of every document that the text cites by number; one entry per
 * document, the mention with the most said wins. State acts put the number before the kind (`1459/KH-UBND`), party acts
 * too but with a hyphen (`45-NQ/TW`), laws after the year (`45/2019/QH14`).
 */
import type { PlanReference } from '../words.ts'
import { isoDay } from './deadlines.ts'
import { type Passage, spanIn } from './passage.ts'
import type { Shape } from './phrase.ts'

/** Tên loại văn bản as it stands before "số". */
export const REFERENCE_KINDS: readonly string[] = [
  'Nghị quyết liên tịch',
  'Nghị quyết',
  'Nghị định',
  'Quyết định',
  'Kế hoạch',
  'Chỉ thị',
  'Thông tư liên tịch',
  'Thông tư',
  'Kết luận',
  'Công văn',
  'Công điện',
  'Thông báo',
  'Tờ trình',
  'Báo cáo',
  'Chương trình hành động',
  'Chương trình',
  'Hướng dẫn',
  'Quy định',
  'Quy chế',
  'Đề án',
  'Bộ luật',
  'Luật',
  'Pháp lệnh',
  'Văn bản',
]

/** Ký hiệu -> tên loại, for a number that stands without its kind (NĐ 30/2020/NĐ-CP, Phụ lục III). */
export const KIND_OF_SYMBOL: Readonly<Record<string, string>> = {
  NQ: 'Nghị quyết',
  NĐ: 'Nghị định',
  QĐ: 'Quyết định',
  KH: 'Kế hoạch',
  CT: 'Chỉ thị',
  TT: 'Thông tư',
  TTLT: 'Thông tư liên tịch',
  KL: 'Kết luận',
  CĐ: 'Công điện',
  TB: 'Thông báo',
  TTr: 'Tờ trình',
  BC: 'Báo cáo',
  CTr: 'Chương trình',
  CTHĐ: 'Chương trình hành động',
  HD: 'Hướng dẫn',
  QyĐ: 'Quy định',
  QC: 'Quy chế',
  ĐA: 'Đề án',
  QH: 'Luật',
}

const KIND = `(?:${REFERENCE_KINDS.map((k) => k.replaceAll(' ', '\\s+')).join('|')})`
const GAP = '\\s*[-/]\\s*'
const SYMBOL = '[A-ZĐ][A-Za-zĐđƯưÂÊÔ]{0,6}\\d{0,2}'

/** Forms of numbers. The whole match is the number, blanks around "-" and "/" are folded away. */
export const NUMBER_SHAPES: readonly Shape[] = [
  {
    id: 'F6',
    pattern: new RegExp(`\\d{1,5}\\s*/\\s*(?:19|20)\\d{2}\\s*/\\s*${SYMBOL}(?:${GAP}${SYMBOL}){0,4}`, 'u'),
    example: '09/2019/NĐ-CP',
  },
  {
    id: 'F4',
    pattern: new RegExp(`\\d{1,5}\\s*-\\s*${SYMBOL}\\s*/\\s*${SYMBOL}(?:-${SYMBOL})?`, 'u'),
    example: '45-NQ/TW',
  },
  {
    id: 'F1',
    pattern: new RegExp(`\\d{1,5}\\s*/\\s*${SYMBOL}(?:${GAP}${SYMBOL}(?:&${SYMBOL})?){0,4}`, 'u'),
    example: '1850/QĐ-TTg',
  },
]

const NUMBER = NUMBER_SHAPES.map((s) => s.pattern.source).join('|')
const DAY =
  '(?:\\s*,)?\\s*(?:ngày\\s+)?(\\d{1,2})(?:\\s*[/.-]\\s*|\\s+tháng\\s+)(\\d{1,2})(?:\\s*[/.-]\\s*|\\s+năm\\s+)(\\d{4})'

/** Forms of a mention: kind and number, number alone after "số", number alone. Groups: kind, number, then day, month, year. */
export const MENTION: Shape = {
  id: 'F1-F7',
  pattern: new RegExp(
    `(?:(${KIND})(?:\\s*:)?\\s+)?(?:số\\s*:?\\s*)?(?<![\\p{L}\\p{N}/.,-])(${NUMBER})(?![\\p{L}\\p{N}])(?:${DAY}(?!\\d))?`,
    'gu',
  ),
  example: 'Nghị quyết số 45-NQ/TW ngày 24/11/2023',
}

const ISSUER =
  /^\s*(?:\([^)]*\)\s*)?,?\s*của\s+((?:(?!\s(?:về|ban hành|phê duyệt|quy định|và|ngày|số|đã|tại|trên|trong)\s)[^,;.():"“])+)/u

type Mention = PlanReference & { readonly given: boolean }

const tidyNumber = (raw: string): string => raw.replace(/\s+/gu, '')

function symbolKind(number: string): string | null {
  const symbol = /^\d+(?:\/\d{4})?[-/]([A-ZĐ][A-Za-zĐđƯư]*)/u.exec(number)?.[1]
  return symbol ? (KIND_OF_SYMBOL[symbol] ?? null) : null
}

function mentionsIn(p: Passage, basis: boolean): Mention[] {
  const out: Mention[] = []
  let lastKind: { kind: string; end: number } | null = null
  for (const m of p.text.matchAll(MENTION.pattern)) {
    const number = tidyNumber(m[2] ?? '')
    const end = m.index + m[0].length
    const written: string | null = m[1] ? m[1].replace(/\s+/gu, ' ') : null
    // "tại các Quyết định: số A …; số B …": the kind holds for the numbers that follow without their own.
    const near: boolean = lastKind !== null && m.index - lastKind.end < 250 && /số\s*$|^số/u.test(m[0].slice(0, 4))
    const kind: string | null = written ?? symbolKind(number) ?? (near && lastKind ? lastKind.kind : null)
    if (!kind) continue
    lastKind = { kind, end }
    const issuer = ISSUER.exec(p.text.slice(end, end + 300))?.[1]?.trim() ?? null
    const start = m.index + (m[0].length - m[0].trimStart().length)
    out.push({
      kind,
      number,
      date: m[3] ? isoDay(m[3], m[4], m[5]) : null,
      issuer,
      alias: null,
      normalised: null,
      basis,
      span: spanIn(p, start, end),
      confidence: written ? 0.98 : 0.85,
      given: written !== null,
    })
  }
  return out
}

/** Whether two mentions speak of one document: one number, and no two different days. */
const sameDocument = (a: Mention, b: Mention): boolean =>
  a.number.toLowerCase() === b.number.toLowerCase() && (a.date === null || b.date === null || a.date === b.date)

const merge = (a: Mention, b: Mention): Mention => ({
  ...a,
  kind: a.given || !b.given ? a.kind : b.kind,
  given: a.given || b.given,
  date: a.date ?? b.date,
  issuer: a.issuer ?? b.issuer,
  basis: a.basis || b.basis,
})

/** The documents cited, in the order of their first mention; `own` (the number of the document itself) is left out. */
export function referencesOf(
  opening: readonly Passage[],
  body: readonly Passage[],
  own: string | null,
): PlanReference[] {
  const found: Mention[] = []
  const mentions = [...opening.flatMap((p) => mentionsIn(p, true)), ...body.flatMap((p) => mentionsIn(p, false))]
  for (const mention of mentions) {
    if (own !== null && mention.number === own) continue
    const at = found.findIndex((f) => sameDocument(f, mention))
    const known = found[at]
    if (known) found[at] = merge(known, mention)
    else found.push(mention)
  }
  return found.map(({ given: _, ...reference }) => reference)
}
