/**
 * Chữ Việt: one form on the way in, one key for comparing, one key for sorting.
 */

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

const UNTIDY = /[\u200B-\u200D\u2060\uFEFF\u00AD\u00A0\u202F]|(?![\t\n\r])\p{Cc}/u
const LOOSE = /^\s|\s$|\s\s|[^\S ]/

/** `clean`, trimmed, inner white space folded to one space. */
export function squeeze(text: string): string {
  const tidy = clean(text)
  return LOOSE.test(tidy) ? tidy.replace(/\s+/g, ' ').trim() : tidy
}

/** Khóa không dấu: lower case, no marks, đ = d, one space. "Nguyễn Văn Ân" -> "nguyen van an". */
export function fold(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const found = squeeze(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
  if (text.length > LONG_WORDS) return found
  if (folded.size >= MOST_WORDS) folded.clear()
  folded.set(text, found)
  return found
}

// Checks and searches compare the same few words with one another again and again.
const folded = new Map<string, string>()
const LONG_WORDS = 300
const MOST_WORDS = 2000

/**
 * Khóa so sánh còn dấu: equal for spellings that Vietnamese offices use side by side
 * (Hoà/Hòa, Thuỷ/Thủy, Uỷ/Ủy, bác sỹ/bác sĩ stays apart), any case and white space.
 */
export function sameSpelling(text: string): string {
  return squeeze(text)
    .toLowerCase()
    .replace(/\p{L}+/gu, (word) => moveTone(word))
}

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
export function sortKey(text: string): string {
  const known = sorted.get(text)
  if (known !== undefined) return known
  const found = keyOf(squeeze(text).toLowerCase())
  if (text.length > LONG_WORDS) return found
  if (sorted.size >= MOST_SORTED) sorted.clear()
  sorted.set(text, found)
  return found
}

// Names are made of the same few thousand words, and a list of a hundred thousand people asks for them again and again.
const sorted = new Map<string, string>()
const MOST_SORTED = 10_000

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
