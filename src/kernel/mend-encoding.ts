/**
 * Đổi chữ về Unicode: finds which parts of a text were typed before Unicode and turns them into Vietnamese, with the
 * evidence: a part is turned only when words that no Vietnamese could write become words that one could.
 */
import { CODE_PAGE_NAMES, CODE_PAGES, type CodePage, codePageOfFont, decodeFrom } from './before-unicode.ts'
import { showNumber } from './number.ts'
import { isSyllable } from './syllable.ts'

/** Một lần đổi: from which code page, known by what, how many letters, and one example. */
export type Conversion = {
  readonly from: CodePage
  /** `font`: the font of the text says so; `letters`: the words do. */
  readonly by: 'font' | 'letters'
  /** Name of the font where `by` is `font`. */
  readonly font: string | null
  /** Letters that were turned. */
  readonly characters: number
  readonly before: string
  readonly after: string
}

/** "1.204 chữ gõ bằng bảng mã TCVN3 (ABC), nhận ra theo phông .VnTime, đã đổi sang Unicode". */
export function tellConversion(c: Conversion): string {
  const evidence = c.by === 'font' ? `theo phông ${c.font?.replace(/^[A-Z]{6}\+/u, '')}` : 'theo mặt chữ'
  return `${showNumber(c.characters)} chữ gõ bằng bảng mã ${CODE_PAGE_NAMES[c.from]}, nhận ra ${evidence}, đã đổi sang Unicode`
}

const SAMPLE = 90
/** Fewer words than this are no evidence for a whole text. */
const ENOUGH = 3

const short = (text: string): string => {
  // A soft hyphen is a letter here (ư of TCVN3); on a page it would not be seen.
  const flat = text.replace(/\s+/gu, ' ').replaceAll('\u00ad', '-').trim()
  return flat.length > SAMPLE ? `${flat.slice(0, SAMPLE - 1)}…` : flat
}
/** Characters a byte above 7F may have become: of Latin-1, of Windows-1252, of the private area; and the low codes of VISCII. */
const WESTERN = new RegExp(
  `[\\u0080-\\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\\uf020-\\uf0ff${String.fromCharCode(2, 5, 6, 0x14, 0x19, 0x1e)}]`,
  'gu',
)
const hasWestern = (text: string): boolean => text.search(WESTERN) >= 0
const countWestern = (text: string): number => text.match(WESTERN)?.length ?? 0

/** Capitals of TCVN3 have no tones: "CéNG" was meant as "CỘNG". */
function raiseCase(before: string, after: string): string {
  const all = (text: string, least: number): boolean => {
    const ascii = text.match(/[A-Za-z]/gu) ?? []
    return ascii.length >= least && ascii.every((c) => c <= 'Z')
  }
  if (all(before, 4)) return after.toUpperCase()
  const words = before.split(' ')
  return after
    .split(' ')
    .map((w, i) => (all(words[i] ?? '', 2) ? w.toUpperCase() : w))
    .join(' ')
}

/** `text` read in `page`, with the capitals that TCVN3 has no letters for. */
export const decodeWhole = (page: CodePage, text: string): string => {
  const after = decodeFrom(page, text)
  return page === 'TCVN3' ? raiseCase(text, after) : after
}

/** Adds up conversions of one kind; the first long example stays. */
export function addConversion(list: readonly Conversion[], c: Conversion): Conversion[] {
  const at = list.findIndex((x) => x.from === c.from && x.by === c.by && x.font === c.font)
  const old = list[at]
  if (old === undefined) return [...list, { ...c, before: short(c.before), after: short(c.after) }]
  const better = old.before.length < 20 && c.before.length > old.before.length
  const shown = better ? { before: short(c.before), after: short(c.after) } : {}
  return list.with(at, { ...old, ...shown, characters: old.characters + c.characters })
}

/** Vietnamese letters that only Unicode has. */
const UNICODE_ONLY = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]|[\u0300-\u036f]/u

/** Text in the font `font`; null when the font says nothing or the text is Unicode in spite of it. */
export function mendByFont(text: string, font: string | null): { text: string; conversion: Conversion | null } | null {
  const known = codePageOfFont(font)
  if (known === null || UNICODE_ONLY.test(text)) return null
  const letters = countWestern(text)
  const tally = tallyOf(text, known.page)
  // Unicode text under such a font: "là", "và" would be broken.
  if (letters > 0 && tally.lost > tally.gained + tally.kept) return null
  const decoded = decodeWhole(known.page, text)
  const after = known.capitals ? decoded.toUpperCase() : decoded
  const changed = after === text ? 0 : Math.max(letters, known.capitals ? 1 : 0)
  const conversion: Conversion = { from: known.page, by: 'font', font, characters: changed, before: text, after }
  return { text: after, conversion: changed === 0 ? null : conversion }
}

/** Words of a part that hold Western letters: became Vietnamese, stopped being it, are it both ways, are it in neither. */
type Tally = { readonly gained: number; readonly lost: number; readonly kept: number; readonly none: number }

const isWord = (text: string): boolean => {
  const words = text
    .split(/[^\p{L}\p{M}¹·¸µ®§©ª«»¬\u00ad²³°±´¶º¼½¾¡¢£¤¥¦¨¯]+/u)
    .filter((w) => /\p{L}|[\u0080-\u00bf]/u.test(w))
  return words.length > 0 && words.every(isSyllable)
}

/** Dashes, quotes and dots alone are no words, whatever letters they stand for in a code page. */
const LETTERED = /[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/u
/** No one writes a capital with a mark after a small letter; a code page that gives one is the wrong one. */
const UNNATURAL = /\p{Ll}(?![A-Z])\p{Lu}/u

function tallyOf(text: string, page: CodePage): Tally {
  const tally = { gained: 0, lost: 0, kept: 0, none: 0 }
  for (const token of text.split(/[ \t\n]+/u)) {
    if (!hasWestern(token) || !LETTERED.test(token)) continue
    const after = decodeFrom(page, token)
    if (after === token) continue
    const was = isWord(token)
    const is = isWord(after) && !UNNATURAL.test(after)
    if (is) was ? tally.kept++ : tally.gained++
    else was ? tally.lost++ : tally.none++
  }
  return tally
}

const scoreOf = (t: Tally): number => t.gained - t.lost - t.none / 2

/** A run of words of one line without letters of Unicode Vietnamese. */
type Part = { readonly text: string; readonly open: boolean; page: CodePage | null; tally: Tally }
const NOTHING: Tally = { gained: 0, lost: 0, kept: 0, none: 0 }

/** Cuts a line at words that are Unicode Vietnamese beyond doubt. */
function partsOf(line: string): Part[] {
  const parts: { text: string; open: boolean }[] = []
  for (const token of line.split(/(?<=[ \t])(?=[^ \t])/u)) {
    const open = !UNICODE_ONLY.test(token)
    const last = parts.at(-1)
    if (last && last.open === open) last.text += token
    else parts.push({ text: token, open })
  }
  return parts.map((p) => ({ ...p, page: null, tally: NOTHING }))
}

/** Finds the code page that makes most words Vietnamese; of equal ones the first of `pages`. */
function judge(part: Part, pages: readonly CodePage[]): void {
  part.page = null
  if (!part.open || !hasWestern(part.text)) return
  let best = 0
  for (const page of pages) {
    const tally = tallyOf(part.text, page)
    const score = scoreOf(tally)
    if (tally.gained > 0 && score > best) {
      best = score
      part.page = page
      part.tally = tally
    }
  }
}

/** The code pages for which the whole text gives evidence, the strongest first. */
function provenIn(parts: readonly Part[]): CodePage[] {
  const proven = CODE_PAGES.flatMap((page) => {
    const own = parts.filter((p) => p.page === page).map((p) => p.tally)
    const sum = (pick: (t: Tally) => number): number => own.reduce((n, t) => n + pick(t), 0)
    const gained = sum((t) => t.gained)
    const against = sum((t) => t.lost + t.none)
    const enough = gained >= ENOUGH || (gained === 2 && against === 0)
    return enough && gained > 3 * against ? [{ page, gained }] : []
  })
  return proven.sort((a, b) => b.gained - a.gained).map((p) => p.page)
}

/** A part whose words are Vietnamese both ways goes with its neighbours when these agree. */
function follow(parts: readonly Part[]): void {
  const decided = parts.map((p) => (p.open ? p.page : 'Unicode'))
  for (const [i, part] of parts.entries()) {
    if (!part.open || part.page !== null || !hasWestern(part.text)) continue
    const before = decided.slice(0, i).findLast((d) => d !== null)
    const after = decided.slice(i + 1).find((d) => d !== null)
    const page = before ?? after
    if (page === undefined || page === 'Unicode' || (after ?? page) !== page) continue
    const tally = tallyOf(part.text, page)
    if (tally.lost === 0 && tally.none === 0 && tally.kept > 0) part.page = page
  }
}

/** Turns what was typed before Unicode into Vietnamese; other languages and Unicode Vietnamese are left alone. */
export function mendByLetters(given: string): { text: string; conversions: Conversion[] } {
  // Marks written apart would make half words of whole ones.
  const text = given.normalize('NFC')
  if (!hasWestern(text)) return { text, conversions: [] }
  const lines = text.split('\n').map(partsOf)
  const parts = lines.flat()
  for (const part of parts) judge(part, CODE_PAGES)
  const proven = provenIn(parts)
  if (proven.length === 0) return { text, conversions: [] }
  // A short line reads well in two code pages: the one the rest of the text is in is meant.
  for (const part of parts) judge(part, proven)
  follow(parts)
  let conversions: Conversion[] = []
  const turn = (part: Part): string => {
    if (part.page === null) return part.text
    const after = decodeWhole(part.page, part.text)
    const characters = countWestern(part.text)
    const what = { from: part.page, by: 'letters', font: null, characters, before: part.text, after } as const
    conversions = addConversion(conversions, what)
    return after
  }
  return { text: lines.map((line) => line.map(turn).join('')).join('\n'), conversions }
}
