/**
 * Văn bản dẫn chiếu: one entry for every document that the text cites by number; the mentions of one document are put
 * together, the one with the most said wins. What does not agree between them is doubted, never mended.
 */
import type { Defect, PlanReference } from '../words.ts'
import { defect } from './defect.ts'
import type { Passage } from './passage.ts'
import { type Mention, mentionsIn } from './reference-mentions.ts'
import { properNumber, yearOfNumber } from './reference-numbers.ts'

/** The mentions of the opening and of everything after it, in their order. */
export const mentionsOf = (opening: readonly Passage[], rest: readonly Passage[]): Mention[] => [
  ...opening.flatMap((p) => mentionsIn(p, true)),
  ...rest.flatMap((p) => mentionsIn(p, false)),
]

/** Số và ngày of the document itself. */
export type Own = { readonly number: string | null; readonly date: string | null }

const keyOf = (m: Mention): string => (m.normalised ?? m.number).toLowerCase()
const yearOf = (date: string | null): string | null => date?.slice(0, 4) ?? null

/** A mention of the document itself: its number, unless the day given is of another year. */
function isOwn(m: Mention, own: Own): boolean {
  if (own.number === null) return false
  const same = keyOf(m) === (properNumber(own.number) ?? own.number).toLowerCase()
  return same && (m.date === null || own.date === null || yearOf(m.date) === yearOf(own.date))
}

/** One number is one document in a year: numbers begin again every 1 January (NĐ 30/2020/NĐ-CP, Điều 15). */
const sameDocument = (a: Mention, b: Mention): boolean =>
  keyOf(a) === keyOf(b) &&
  (a.date === null || b.date === null || yearOf(a.date) === yearOf(b.date) || yearOfNumber(a.number) !== null)

const merge = (a: Mention, b: Mention): Mention => ({
  ...a,
  kind: a.given || !b.given ? a.kind : b.kind,
  given: a.given || b.given,
  date: a.date ?? b.date,
  issuer: a.issuer ?? b.issuer,
  alias: a.alias ?? b.alias,
  basis: a.basis || b.basis,
  // Written well once, written well: the sign of the well-written mention stands.
  ...(a.normalised !== null && b.normalised === null ? { number: b.number, normalised: null } : {}),
})

/** The documents that `mentions` name, in the order of their first mention; the document itself is left out. */
export function referencesOf(mentions: readonly Mention[], own: Own): PlanReference[] {
  const found: Mention[] = []
  for (const mention of mentions) {
    if (isOwn(mention, own)) continue
    const at = found.findLastIndex((f) => sameDocument(f, mention))
    const known = found[at]
    if (known) found[at] = merge(known, mention)
    else found.push(mention)
  }
  return found.map(({ given, ...reference }) => ({ ...reference, confidence: given ? 0.98 : 0.85 }))
}

const show = (day: string): string => day.split('-').reverse().join('/')
const named = (m: Mention): string => `${m.kind} số ${m.number}`
const at = (m: Mention) => ({ span: m.span })
const WHERE = 'văn bản dẫn chiếu'

const digitsOf = (number: string): string => /^[\d.]+/u.exec(number)?.[0] ?? ''
const symbolOf = (number: string): string => number.slice(digitsOf(number).length)
const swapped = (a: string, b: string): boolean =>
  a !== b &&
  digitsOf(a).length > 1 &&
  symbolOf(a) === symbolOf(b) &&
  [...digitsOf(a)].sort().join('') === [...digitsOf(b)].sort().join('')

/** What one mention alone shows to be wrong. */
function ownDoubts(m: Mention, own: Own): Defect[] {
  const out: Defect[] = []
  if (m.normalised !== null) {
    out.push(
      defect('reference', WHERE, `Ký hiệu “${m.number}” nghi là “${m.normalised}”.`, {
        ...at(m),
        suggestion: m.normalised,
      }),
    )
  }
  const year = yearOfNumber(m.number)
  if (year !== null && m.date !== null && Math.abs(Number(yearOf(m.date)) - year) > 0) {
    out.push(defect('reference', WHERE, `${named(m)} mang năm ${year} nhưng ghi ngày ${show(m.date)}.`, at(m)))
  }
  if (own.date !== null && m.date !== null && m.date > own.date) {
    out.push(
      defect(
        'reference',
        WHERE,
        `${named(m)} ghi ngày ${show(m.date)}, sau ngày ban hành văn bản này (${show(own.date)}).`,
        at(m),
      ),
    )
  }
  return out
}

/** What two mentions show against each other. */
function pairDoubts(a: Mention, b: Mention): Defect[] {
  const dated = a.date !== null && b.date !== null
  if (keyOf(a) === keyOf(b) && dated && a.date !== b.date) {
    const one = sameDocument(a, b)
    const days = `${show(a.date ?? '')} và ${show(b.date ?? '')}`
    const what = one
      ? `${named(a)} được ghi hai ngày khác nhau: ${days}.`
      : `Số ${a.number} đứng với hai năm: ngày ${days}; hai văn bản hay một.`
    return [defect('reference', WHERE, what, at(b))]
  }
  if (dated && a.date === b.date && swapped(a.number, b.number)) {
    const what = `Số ${a.number} và ${b.number} cùng ký hiệu, cùng ngày ${show(a.date ?? '')}, chữ số đảo nhau: nghi một trong hai ghi sai.`
    return [defect('reference', WHERE, what, at(b))]
  }
  return []
}

/** Dẫn chiếu cần đối chiếu, by what the document itself shows: signs, days, years, digits that changed places. */
export function referenceDoubts(mentions: readonly Mention[], own: Own): Defect[] {
  const out: Defect[] = []
  const firsts: Mention[] = []
  for (const m of mentions) {
    if (isOwn(m, own)) continue
    const known = firsts.find((f) => f.number === m.number && f.date === m.date)
    if (known) continue
    const bare = firsts.some((f) => f.number === m.number && m.date === null)
    if (!bare) out.push(...ownDoubts(m, own))
    const against = firsts.map((f) => pairDoubts(f, m)).find((d) => d.length > 0)
    if (against) out.push(...against)
    firsts.push(m)
    if (firsts.length > 400) break
  }
  return out
}
