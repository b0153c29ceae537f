/**
 * Chỗ dẫn văn bản: one place where the text names a document by its number, with the kind, the day, the issuer and the
 * short name that stand around it.
 */
import type { Span } from '../words.ts'
import { isoDay } from './deadlines.ts'
import { type Passage, spanIn } from './passage.ts'
import type { Shape } from './phrase.ts'
import { NUMBER_SHAPES, properNumber, REFERENCE_KINDS, symbolKind, tidyNumber } from './reference-numbers.ts'

/** Một chỗ dẫn. */
export type Mention = {
  readonly kind: string
  /** True when the kind stands beside the number, not only in its symbol. */
  readonly given: boolean
  readonly number: string
  readonly normalised: string | null
  readonly date: string | null
  readonly issuer: string | null
  readonly alias: string | null
  readonly basis: boolean
  readonly span: Span
}

/** A kind as it is written in a sentence ("các nghị định"), and in a title in capitals. */
const spellings = (kind: string): string => {
  const [first = '', ...rest] = kind
  return `[${first}${first.toLowerCase()}]${rest.join('')}|${kind.toUpperCase()}`.replaceAll(' ', '\\s+')
}
const KIND = `(?:${REFERENCE_KINDS.map(spellings).join('|')})`
const NUMBER = NUMBER_SHAPES.map((s) => s.pattern.source).join('|')
/** Dấu chú thích between a number and its day: "[1]", "[[1]](#_ftn1)", "¹". */
const MARK = '(?:\\s?(?:\\[{1,2}\\d{1,3}\\]{1,2}(?:\\(#[^)\\s]{1,20}\\))?|[¹²³⁴-⁹]{1,2}))?'
const SEPARATOR = '\\s*[/.–-]\\s*'
const DAY = `(\\d{1,2})(?:${SEPARATOR}|\\s+(?:th[áả]ng|THÁNG)\\s+)(\\d{1,2})(?:${SEPARATOR}|\\s+(?:n[ăã]m|NĂM)\\s+)(\\d{4})(?!\\d)`

/** Forms of a mention: kind and number, number alone after "số", number alone. Groups: kind, number, then day, month, year. */
export const MENTION: Shape = {
  id: 'F1-F7',
  pattern: new RegExp(
    `(?:(?<!\\p{L})(${KIND})(?:\\s*:)?\\s+)?(?:(?:[Ss]ố|SỐ)\\s*:?\\s*)?(?<![\\p{L}\\p{N}/.,-])(${NUMBER})(?![\\p{L}\\p{N}])` +
      `${MARK}(?:\\s*,?\\s*\\(?(?:(?:ban\\s+hành\\s+|ký\\s+)?(?:ng[àa]y|NGÀY)\\s+)?${DAY})?`,
    'gu',
  ),
  example: 'Nghị quyết số 45-NQ/TW ngày 24/11/2023',
}

const STOPS = `(?:về|ban\\s+hành|phê\\s+duyệt|quy\\s+định|ngày|số|đã|tại|trên|trong|được|hoàn\\s+thành|trước|và\\s*$|thông\\s+qua|và\\s+(?:${KIND}|các|[a-zđ]))`

/** Who issued it: "của Thủ tướng Chính phủ". */
export const ISSUER: Shape = {
  id: 'issuer',
  pattern: new RegExp(
    `^${MARK}\\s*(?:\\([^)]{0,80}\\)\\s*)?,?\\s*của\\s+((?:(?!\\s${STOPS}(?!\\p{L}))[^,;.():"“[]){2,160})`,
    'u',
  ),
  example: ' của Ban Chấp hành Trung ương Đảng về xây dựng đội ngũ trí thức',
}

/** The day after the issuer: "của Chính phủ ngày 24/11/2023", "được Quốc hội thông qua ngày 28 tháng 11 năm 2024". */
export const LATE_DAYS: readonly Shape[] = [
  {
    id: 'issued',
    pattern: new RegExp(
      `^${MARK}\\s*,?\\s*(?:được|do|của)\\s+(?:(?!\\s(?:về|trước|đến|từ|hoàn\\s+thành|phê\\s+duyệt|quy\\s+định)\\s)[^;:.\\d]){2,140}?[\\s,]+(?:ký\\s+)?(?:vào\\s+)?ngày\\s+${DAY}`,
      'u',
    ),
    example: ' được Quốc hội thông qua ngày 28 tháng 11 năm 2024',
  },
  {
    id: 'passed',
    pattern: new RegExp(`^${MARK}\\s*,?\\s*(?:thông\\s+qua|ban\\s+hành|ký(?:\\s+ban\\s+hành)?)\\s+ngày\\s+${DAY}`, 'u'),
    example: ' ban hành ngày 24/11/2023',
  },
]

/** The short name that the document sets: group 1. */
export const ALIASES: readonly Shape[] = [
  {
    id: 'F8',
    pattern:
      /(?:sau\s+đây|dưới\s+đây|từ\s+đây|\()\s*(?:được\s+)?(?:(?:viết|gọi)\s+(?:tắt|chung)|viết|gọi)\s+là\s*:?\s*["“]?([^()"”;.]{2,80})["”]?\s*[);,.]/u,
    example: '(sau đây viết tắt là Nghị quyết 45)',
  },
  {
    id: 'F8-bare',
    pattern:
      /\(\s*["“]?((?:Nghị quyết|Nghị định|Quyết định|Kế hoạch|Chỉ thị|Thông tư|Kết luận|Chương trình|Đề án|Dự án|Chiến lược|Luật)\s+(?:số\s+)?[\p{L}\d][^()"”;.:]{0,30})["”]?\s*\)/u,
    example: '(Đề án 06)',
  },
]

const ALIAS_REACH = 400

/** The alias set between a mention and the next one; a bare bracket names only what carries its day. */
function aliasIn(after: string, dated: boolean): string | null {
  const sentence = after.slice(0, ALIAS_REACH).split(/;|\.\s/u, 1)[0] ?? ''
  const closed = `${sentence};`
  for (const { id, pattern } of ALIASES) {
    const name = id === 'F8-bare' && !dated ? null : pattern.exec(closed)?.[1]?.trim()
    if (name && !/\d\s*[/-]\s*\p{Lu}/u.test(name)) return name
  }
  return null
}

/** "Luật Du lịch số 09/2017/QH14": the kind stands before the name of the law. */
function lawBefore(text: string, end: number): { kind: string; at: number } | null {
  const from = Math.max(0, end - 200)
  const near = text.slice(from, end)
  const clause = near.slice(Math.max(near.lastIndexOf(';'), near.lastIndexOf('. ')) + 1)
  const shift = from + near.length - clause.length
  const found = [...clause.matchAll(/(?<!\p{L})(Bộ luật|Luật|Pháp lệnh)\s+\p{L}/gu)]
  const own = found.findLast((m, i) => i === 0 || !/\scủa\s*$/u.test(clause.slice(0, m.index)))
  if (!own || /\d\/\d{4}\//u.test(clause.slice(own.index))) return null
  return { kind: own[1] ?? 'Luật', at: shift + own.index }
}

const capital = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase()

type Raw = { readonly m: RegExpExecArray; readonly number: string; readonly start: number; readonly end: number }

const rawMentions = (text: string): Raw[] =>
  [...text.matchAll(MENTION.pattern)].map((m) => ({
    m,
    number: tidyNumber(m[2] ?? ''),
    start: m.index + (m[0].length - m[0].trimStart().length),
    end: m.index + m[0].length,
  }))

const ORGAN = /^\d+[a-zđ]?\/(?:UBND|HĐND|VP|BCĐ|S[A-ZĐ]{1,7}|B[A-ZĐ]{1,8}|TCT|CP|TTg|VPCP)(?:-|$)/u

function dayAfter(after: string): string | null {
  for (const { pattern } of LATE_DAYS) {
    const m = pattern.exec(after)
    if (m) return isoDay(m[1], m[2], m[3])
  }
  return null
}

type Named = { readonly kind: string; readonly given: boolean; readonly start: number }

/** The kind of a mention: written beside it, before the name of a law, in its symbol, or given to a list of numbers. */
function kindOf(text: string, { m, number, start }: Raw, listed: string | null): Named | null {
  if (m[1]) return { kind: capital(m[1].replace(/\s+/gu, ' ')), given: true, start }
  const law = /\/(?:QH\d|UBTVQH|PL-)/u.test(number) ? lawBefore(text, m.index) : null
  if (law) return { kind: law.kind, given: true, start: law.at }
  const numbered = /số/iu.test(m[0].slice(0, m[0].indexOf(m[2] ?? '')))
  const letter = ORGAN.test(number) && (numbered || m[3] !== undefined) ? 'Công văn' : null
  const kind = symbolKind(properNumber(number) ?? number) ?? (numbered ? listed : null) ?? letter
  // "5/TT" alone is a share of something: a number has its organ too, or its kind, or "số".
  return kind !== null && (numbered || /[-/].*[-/]/u.test(number)) ? { kind, given: false, start } : null
}

/** "số A và số B của Chính phủ": the issuer named after the last number of a list is that of all. */
const LISTED = /^[\s,;]{0,3}(?:(?:và|cùng)\s+)?$/u
const LIST_REACH = 250

function shareIssuers(
  text: string,
  found: readonly (Mention & { readonly from: number; readonly to: number })[],
): Mention[] {
  const out: Mention[] = []
  for (const [i, { from: _, to, ...mention }] of [...found.entries()].reverse()) {
    const next = found[i + 1]
    const listed = next && !next.given && LISTED.test(text.slice(to, next.from))
    out.unshift(listed && mention.issuer === null ? { ...mention, issuer: out[0]?.issuer ?? null } : mention)
  }
  return out
}

/** Every place of `p` where a document is named by its number. `basis` when `p` stands in the opening. */
export function mentionsIn(p: Passage, basis: boolean): Mention[] {
  const out: (Mention & { from: number; to: number })[] = []
  const raws = rawMentions(p.text)
  for (const [i, raw] of raws.entries()) {
    const { m, number, start, end } = raw
    const last = out.at(-1)
    const named = kindOf(p.text, raw, last && start - last.to < LIST_REACH ? last.kind : null)
    if (!named) continue
    const after = p.text.slice(end, Math.min(raws[i + 1]?.m.index ?? p.text.length, end + ALIAS_REACH))
    const date = m[3] ? isoDay(m[3], m[4], m[5]) : dayAfter(after)
    out.push({
      kind: named.kind,
      given: named.given,
      number,
      normalised: properNumber(number),
      date,
      issuer: ISSUER.pattern.exec(p.text.slice(end, end + 240))?.[1]?.trim() ?? null,
      alias: aliasIn(after, date !== null),
      basis,
      span: spanIn(p, named.start, end - (m[0].length - m[0].trimEnd().length)),
      from: start,
      to: end,
    })
  }
  return shareIssuers(p.text, out)
}
