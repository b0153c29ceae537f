/**
 * Đọc họ tên: titles apart, the name in syllables. The name as written is kept; nothing is corrected for display.
 */
import { CODE_PAGES, decodeFrom } from '../../../kernel/before-unicode.ts'
import { isSyllable } from '../../../kernel/syllable.ts'
import { fold, squeeze } from '../../../kernel/text.ts'
import { FAMILY_SHARES, GIVEN_SHARES, MIDDLE_SHARES } from './name-table.ts'
import { type Syllable, syllableOf } from './syllables.ts'

/** Họ tên đã đọc. */
export type PersonName = {
  /** As written, white space folded. */
  readonly original: string
  /** Without titles and names in brackets. */
  readonly text: string
  /** Titles found before or after the name, as written: candidates for a degree, never facts. */
  readonly titles: readonly string[]
  /** Names in brackets: "(tức Hoàng Lan)". */
  readonly aliases: readonly string[]
  readonly syllables: readonly Syllable[]
  /** No syllable has a mark: typed without them, or a name that has none. */
  readonly unmarked: boolean
  /** Khóa họ tên: syllables without marks, in order. */
  readonly key: string
  /** The same without spaces: "Y Moan Ê nuôl" is "Y Moan Ênuôl". */
  readonly joined: string
}

/** Abbreviations no name has, and words that stand before names. Longer ones first. */
const TITLES = [
  'nhà giáo nhân dân|nhà giáo ưu tú|thầy thuốc nhân dân|thầy thuốc ưu tú|nghệ sĩ nhân dân|nghệ sĩ ưu tú|nghệ nhân nhân dân|nghệ nhân ưu tú',
  'phó giáo sư|giáo sư|tiến sĩ khoa học|tiến sỹ khoa học|tiến sĩ|tiến sỹ|thạc sĩ|thạc sỹ|bác sĩ chuyên khoa i{1,2}|bác sĩ|bác sỹ',
  'dược sĩ|dược sỹ|kỹ sư|kĩ sư|cử nhân|luật sư|kiến trúc sư|giảng viên chính|giảng viên cao cấp|viện sĩ|đồng chí',
  'p\\.?gs|gs|tskh|ts|th\\.?s|nsnd|ns[ưu]t|ngnd|ng[ưu]t|ttnd|tt[ưu]t|nnnd|nn[ưu]t|ahlđ',
  'bs\\.?\\s?ck\\.?\\s?(?:i{1,2}|1|2)|bs\\.?\\s?nt|bs|ds\\.?\\s?ck\\.?\\s?(?:i{1,2}|1|2)|ck\\s?(?:i{1,2}|1|2)|ds|kts|ks|cn|ls|gvcc|gvc|ncs|đ\\/c|mr|mrs|ms|dr|prof',
].join('|')
const LEADING = new RegExp(`^(${TITLES})(?:[.,:\\s]+|$)`, 'iu')
const TRAILING = new RegExp(`[,;\\-–]\\s*((?:(?:${TITLES})[.,\\s]*)+)$`, 'iu')
/** Words that may also begin a name ("Ông Ích Khiêm"): titles only before a family name. */
const ADDRESS = /^(ông|bà|anh|chị|cô|thầy)[.:\s]+(?=(\S+)\s)/iu
const BRACKETS = /\s*[([]([^)\]]*)[)\]]\s*/gu
const CALLED = /^(?:tức|bí danh|tên khác|tên gọi khác|còn gọi là)[:\s]+/iu

function stripTitles(given: string): { text: string; titles: string[] } {
  const titles: string[] = []
  let text = given
  for (;;) {
    const title = LEADING.exec(text)?.[0] ?? addressOf(text)
    if (title === null || title.length >= text.length) break
    titles.push(title.replace(/[.,:\s]+$/u, ''))
    text = text.slice(title.length)
  }
  const after = TRAILING.exec(text)
  if (after === null || after.index === 0) return { text, titles }
  return { text: text.slice(0, after.index), titles: [...titles, (after[1] ?? '').replace(/[.,\s]+$/u, '')] }
}

function addressOf(text: string): string | null {
  const m = ADDRESS.exec(text)
  return m !== null && FAMILIES.has(fold(m[2] ?? '')) ? m[0] : null
}
const FAMILIES = new Set([...FAMILY_SHARES.keys()].map(fold))

/** Letters of which bytes of the code pages became; the soft hyphen is one of them. */
const WESTERN = /[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]/u
/** Vietnamese letters that no page from before Unicode shows as such: whoever typed one typed Unicode. */
const UNICODE_ONLY = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]/u
const wordsOf = (text: string): string[] => text.split(/[\s'’.,()-]+/u).filter((w) => w !== '')

/**
 * A name typed before Unicode ("NguyÔn V¨n §øc"): the reading that makes every word Vietnamese. Short words read well in
 * several code pages; then the one with the family and given names people bear, then the page most used in offices.
 */
function mendName(text: string): string {
  if (!WESTERN.test(text) || UNICODE_ONLY.test(text) || wordsOf(text.normalize('NFC')).every(isSyllable)) return text
  // Signs inside words ("£nu«l") leave no doubt, even where the name is not of Vietnamese syllables.
  const certain = SIGN_IN_WORD.test(text)
  let best = text
  let most = -1
  for (const page of CODE_PAGES) {
    const reading = decodeFrom(page, text)
    const words = wordsOf(reading)
    if (!words.every(isSyllable) && !(certain && words.every(isLetters))) continue
    const known = knownShare(words) + words.filter(isSyllable).length
    if (known > most) {
      best = reading
      most = known
    }
  }
  return best
}

const SIGN_IN_WORD = /\p{L}[¡-¿×÷]|[¡-¿×÷]\p{L}/u
const isLetters = (word: string): boolean => /^[\p{L}\p{M}]+$/u.test(word)

/** How many of the words are names that people bear. */
function knownShare(words: readonly string[]): number {
  const plain = words.map((w) => w.toLowerCase())
  const [family = ''] = plain
  const given = plain.at(-1) ?? ''
  const middles = plain.slice(1, -1).filter((w) => MIDDLE_SHARES.has(w)).length
  return (FAMILY_SHARES.has(family) ? 2 : 0) + (GIVEN_SHARES.has(given) ? 2 : 0) + middles
}

/** Syllables as written: hyphens part, apostrophes join ("H'Hen"), a lone consonant belongs to the next ("H Hen"). */
const piecesOf = (text: string): string[] =>
  text
    .replace(/['’‘ʼ`´]\s*/gu, '')
    .replace(/[^\p{L}\p{M}\s]+/gu, ' ')
    .replace(/(^|\s)([hk])\s+(?=\p{L})/giu, '$1$2')
    .split(/\s+/u)
    .filter((w) => w !== '')

/** Reads a full name. Never refuses: a text without letters gives a name without syllables. */
export function readName(given: string): PersonName {
  // Some keyboards wrote the Icelandic letter that looks like Đ.
  const mended = mendName(given).replaceAll('Ð', 'Đ').replaceAll('ð', 'đ')
  const original = squeeze(given)
  const aliases: string[] = []
  const outside = squeeze(mended).replace(BRACKETS, (_, inner: string) => {
    aliases.push(inner.replace(CALLED, ''))
    return ' '
  })
  const { text: stripped, titles } = stripTitles(squeeze(outside))
  const text = squeeze(stripped)
  const syllables = piecesOf(text).map(syllableOf)
  return {
    original,
    text,
    titles,
    aliases: aliases.filter((a) => fold(a) !== ''),
    syllables,
    unmarked: syllables.every((s) => !s.hasMarks),
    key: syllables.map((s) => s.bare).join(' '),
    joined: syllables.map((s) => s.bare).join(''),
  }
}
