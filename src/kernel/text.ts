/**
 * Chữ Việt: one form on the way in, one key for comparing, one key for sorting.
 */
import { remembered } from './remembered.ts'

/** NFC, no zero-width or control characters (the database refuses some), no-break spaces as spaces: what every entry point does to text. */
export function clean(text: string): string {
  // Most texts of a long list hold nothing to mend.
  if (!UNTIDY.test(text)) return text.normalize('NFC')
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replace(/[\u00A0\u202F]/g, ' ')
    .normalize('NFC')
}

/** Whole letters of the Vietnamese alphabet, figures and signs, one space between words: most cells of a list, told by one look. */
const TIDY = /^[!-~\u00C0-\u024F\u1EA0-\u1EF9]+(?: [!-~\u00C0-\u024F\u1EA0-\u1EF9]+)*$/
const UNTIDY = /[\u200B-\u200D\u2060\uFEFF\u00AD\u00A0\u202F]|(?![\t\n\r])\p{Cc}/u
const LOOSE = /^\s|\s$|\s\s|[^\S ]/

/** `clean`, trimmed, inner white space folded to one space. */
export function squeeze(text: string): string {
  if (TIDY.test(text)) return text
  const tidy = clean(text)
  return LOOSE.test(tidy) ? tidy.replace(/\s+/g, ' ').trim() : tidy
}

/** Khóa không dấu: lower case, no marks, đ = d, one space. "Nguyễn Văn Ân" -> "nguyen van an". */
export const fold = (text: string): string => byWord(squeeze(text), foldWord)

const MOST_WORDS = 10_000
const foldWord = remembered(MOST_WORDS, (word: string) =>
  word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd'),
)

/** Every word through `change`; `tidy` has one space between words. */
function byWord(tidy: string, change: (word: string) => string): string {
  return tidy.includes(' ') ? tidy.split(' ').map(change).join(' ') : change(tidy)
}

/**
 * Khóa so sánh còn dấu: equal for spellings that Vietnamese offices use side by side
 * (Hoà/Hòa, Thuỷ/Thủy, Uỷ/Ủy, bác sỹ/bác sĩ stays apart), any case and white space.
 */
export const sameSpelling = (text: string): string => byWord(squeeze(text), oneSpelling)

const oneSpelling = remembered(MOST_WORDS, (word: string) =>
  word.toLowerCase().replace(/\p{L}+/gu, (letters) => moveTone(letters)),
)

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/

/** Moves the tone mark of "oà", "oè", "uỷ" style endings to the first vowel: one spelling for both habits. */
function moveTone(word: string): string {
  const d = word.normalize('NFD')
  const m = /^(.*?)(?<!q)(o|u)(a|e|y)([\u0300\u0301\u0303\u0309\u0323])$/u.exec(d)
  if (!m || TONE.test(m[1] ?? '')) return word
  return `${m[1]}${m[2]}${m[4]}${m[3]}`.normalize('NFC')
}

const ALPHABET = 'aăâbcdđeêghiklmnoôơpqrstuưvxyzfjw'
const RANK = new Map([...ALPHABET].map((c, i) => [c, String(i).padStart(2, '0')]))
const TONES: Record<string, string> = { '\u0300': '1', '\u0309': '2', '\u0303': '3', '\u0301': '4', '\u0323': '5' }

/**
 * Khóa sắp xếp in Vietnamese order (a ă â … đ …; ngang huyền hỏi ngã sắc nặng): letters, then tones. The space between them
 * sorts before everything else, so that the shorter of two words comes first.
 */
export const sortKey = remembered(MOST_WORDS, (text: string) => keyOf(squeeze(text).toLowerCase()))

function keyOf(text: string): string {
  let letters = ''
  let tones = ''
  for (const c of text) {
    const parts = c.normalize('NFD')
    let base = parts[0] ?? ''
    let tone = '0'
    for (const mark of parts.slice(1)) {
      if (TONES[mark]) tone = TONES[mark]
      else base = (base + mark).normalize('NFC')
    }
    letters += RANK.get(base) ?? (c === ' ' ? '!!' : `~${c}`)
    tones += tone
  }
  return `${letters} ${tones}`
}

/** Khóa sắp xếp họ tên: by tên, then đệm, then họ (TCVN office habit). */
export function nameSortKey(fullName: string): string {
  const words = squeeze(fullName).split(' ')
  const given = words.pop() ?? ''
  const family = words.shift() ?? ''
  return [given, words.join(' '), family].map(sortKey).join('/')
}

/** Tên gọi: the last word of a full name, used for "ông Đức" and the avatar letter. */
export const givenName = (fullName: string): string => squeeze(fullName).split(' ').at(-1) ?? ''

/** A title inside a sentence: "Báo cáo năm 2026" -> "báo cáo năm 2026"; what begins with capitals ("UBND …") stays. */
export const midSentence = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title
