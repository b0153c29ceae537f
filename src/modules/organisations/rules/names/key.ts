/**
 * Khóa so tên: the one form in which names of bodies are compared. Marks stay (Cẩm Giang is not Cẩm Giàng); case, tone
 * placement, punctuation and short forms go.
 */
import { remembered } from '../../../../kernel/remembered.ts'
import { sameSpelling, squeeze } from '../../../../kernel/text.ts'
import { SHORT_FORMS } from './short-forms.ts'

/** Cấp tỉnh của văn bản: what "tỉnh" or "thành phố" behind a name stands for. Both lower case. */
export type Seat = { readonly type: string; readonly name: string }

/** A name as a document writes it, without the marks around it: bullets, closing points, "(để b/c)". */
export function bareName(written: string): string {
  return squeeze(written)
    .replace(/^[-+•*–]\s*/u, '')
    .replace(/\s*\((?:để |thay )?(?:b\/c|báo cáo|t\/h|thực hiện|p\/h|phối hợp|biết|để biết)[^)]*\)/giu, '')
    .replace(/\s*[(–-]\s*(?:là )?(?:cơ quan|đơn vị) (?:thường trực|chủ trì|đầu mối|phối hợp)[^)]*\)?$/iu, '')
    .replace(/[\s;.,:]+$/u, '')
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

// The register is the same from one document to the next: its names are written out once.
const MOST_WRITTEN = 10_000
const spelled = remembered(MOST_WRITTEN, (text: string): string => {
  let key = text
  for (const { short, full } of SHORT_FORMS) key = key.replace(short, full)
  return tidy(key)
})

/** The key of a name: no punctuation, short forms written out. */
export const nameKey = (name: string): string =>
  spelled(
    tidy(
      sameSpelling(name)
        .replace(/[&+]/g, ' và ')
        .replace(/[^\p{L}\p{N} ]/gu, ' '),
    ),
  )

/** The key of a phrase that may list several names: commas stay, as ` , `. */
export const phraseKey = (phrase: string): string =>
  spelled(
    tidy(
      sameSpelling(phrase)
        .replace(/[&+]/g, ' và ')
        .replace(/[,;]|\.\s/g, ' , ')
        .replace(/[^\p{L}\p{N}, ]/gu, ' '),
    ),
  )

/** Names that would mean nothing without their place. */
const BOUND = /^(?:ủy ban nhân dân|tỉnh ủy|thành ủy|hội đồng nhân dân|)$/u

/** `key` without the province it says it belongs to ("… tỉnh", "… của thành phố X"); as it is when nothing would be left. */
export function placeless(key: string, seats: readonly Seat[]): string {
  for (const s of seats) {
    const tail = [` ${s.type} ${s.name}`, ` ${s.type}`].find((t) => key.endsWith(t))
    if (tail === undefined) continue
    const bare = key.slice(0, -tail.length).replace(/ (?:của|thuộc)$/u, '')
    if (!BOUND.test(bare)) return bare
  }
  return key
}
