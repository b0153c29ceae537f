/**
 * Bảng mã của chữ trong tệp: TCVN3 and VNI by the font of the cell first, then by what the words become. A code page is taken
 * only when the margin is clear; a Unicode text is left alone whatever its font says.
 */
import { CODE_PAGE_NAMES, type CodePage, codePageOfFont, decodeFrom } from '../../../kernel/before-unicode.ts'
import { isSyllable } from '../../../kernel/syllable.ts'

/** Letters that only Unicode Vietnamese has. */
const UNICODE_ONLY = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]|[\u0300-\u0323]/u
/** Letters a byte above 7F of an old code page may have become. */
const WESTERN = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\uf020-\uf0ff]/u

/** Kết luận về một phần chữ. `page` null = Unicode; `clear` false = two readings are about as good: the officer is asked. */
export type Encoding = {
  readonly page: CodePage | null
  readonly by: 'font' | 'letters' | 'none'
  readonly clear: boolean
  /** "TCVN3 (ABC): 96% số chữ đọc được, Unicode: 12%". */
  readonly reason: string
}

const UNICODE: Encoding = { page: null, by: 'none', clear: true, reason: 'Chữ Unicode' }

const words = (text: string): string[] =>
  text.split(/[\s.,;:()/\-"'’[\]{}]+/u).filter((w) => w !== '' && (WESTERN.test(w) || /\p{L}/u.test(w)))

/** Words that are Vietnamese syllables, of the words that hold a Western letter. */
function shareOf(texts: readonly string[], page: CodePage | null): { good: number; all: number } {
  let good = 0
  let all = 0
  for (const text of texts) {
    for (const word of text.split(/\s+/u)) {
      if (!WESTERN.test(word)) continue
      const read = page === null ? word : decodeFrom(page, word)
      for (const part of words(read)) {
        all++
        if (isSyllable(part) && !/\p{Ll}\p{Lu}/u.test(part)) good++
      }
    }
  }
  return { good, all }
}

const PAGES: readonly CodePage[] = ['TCVN3', 'VNI', 'VISCII']
const CLEAR_SHARE = 0.8
const CLEAR_MARGIN = 0.2
const percent = (part: number): string => `${Math.round(100 * part)}%`

/**
 * The code page of a column (or a file of text) by its words: the best page is taken when it makes at least four fifths of
 * the words Vietnamese and clearly more than every other reading, Unicode among them.
 */
export function encodingByWords(texts: readonly string[]): Encoding {
  const open = texts.filter((t) => WESTERN.test(t) && !UNICODE_ONLY.test(t))
  if (open.length === 0) return UNICODE
  const readings = [null, ...PAGES].map((page) => {
    const { good, all } = shareOf(open, page)
    return { page, share: all === 0 ? 0 : good / all }
  })
  const ranked = [...readings].sort((a, b) => b.share - a.share || (a.page === null ? -1 : 1))
  const [best, second] = ranked
  if (best === undefined || second === undefined) return UNICODE
  const told = ranked
    .slice(0, 2)
    .map((r) => `${r.page === null ? 'Unicode' : CODE_PAGE_NAMES[r.page]}: ${percent(r.share)} số chữ đọc được`)
    .join('; ')
  if (best.page === null) return { ...UNICODE, reason: told }
  const clear = best.share >= CLEAR_SHARE && best.share - second.share >= CLEAR_MARGIN
  return { page: best.page, by: 'letters', clear, reason: told }
}

/** A longer text is hardly ever met twice. */
const LONGEST_MEMO = 200

/** Decodes texts of one file; equal short texts are read once. `fallback` = the page of texts without a telling font. */
export class Decoder {
  readonly #fallback: CodePage | null
  readonly #known = new Map<string, string>()
  /** Cells whose letters were turned, by page. */
  readonly turned = new Map<CodePage, number>()

  constructor(fallback: CodePage | null) {
    this.#fallback = fallback
  }

  /** The text in Unicode. Letters of an "H" font become capitals; a soft hyphen is ư in TCVN3. */
  read(text: string, font: string | null): string {
    if (font === null ? !WESTERN.test(text) : !isOld(font) && !(this.#fallback !== null && WESTERN.test(text)))
      return text
    const key = `${font ?? ''}\n${text}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const read = this.#decode(text, font)
    if (text.length <= LONGEST_MEMO) {
      if (this.#known.size > 20_000) this.#known.clear()
      this.#known.set(key, read)
    }
    return read
  }

  #decode(text: string, font: string | null): string {
    const told = codePageOfFont(font)
    const page = told?.page ?? this.#fallback
    if (page === null || UNICODE_ONLY.test(text)) return text
    if (WESTERN.test(text)) {
      const as = shareOf([text], page)
      const was = shareOf([text], null)
      // Unicode typed under an old font: "là", "và" would be broken.
      if (was.good > as.good) return text
      this.turned.set(page, (this.turned.get(page) ?? 0) + 1)
    }
    const read = decodeFrom(page, text)
    return told?.capitals === true ? read.toUpperCase() : page === 'TCVN3' ? raised(text, read) : read
  }
}

/** Whether a font draws an old code page; asked for every cell, so by the beginning of its name only. */
const isOld = (font: string): boolean => /^(?:\.vn|vni)/iu.test(font)

/** TCVN3 has no capitals with tones: in "NGUYÔN V¡N §øC" the small toned letters stand for capitals. */
function raised(before: string, after: string): string {
  const shouting = (text: string): boolean => {
    const letters = text.match(/[A-Za-z]/gu) ?? []
    return letters.length >= 2 && letters.every((c) => c <= 'Z')
  }
  if (shouting(before) && (before.match(/[A-Z]/gu) ?? []).length >= 3) return after.toUpperCase()
  const old = before.split(' ')
  return after
    .split(' ')
    .map((w, i) => (shouting(old[i] ?? '') ? w.toUpperCase() : w))
    .join(' ')
}
