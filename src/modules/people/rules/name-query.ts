/**
 * Điều đang tìm: what somebody typed into the search box of the register: a code of a dossier, a citizen number, or words of a
 * name in any order, with or without marks. Pure.
 */
import { fold, sameSpelling, squeeze } from '../../../kernel/text.ts'

/** What is looked for. */
export type Sought =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'number'; readonly value: string }
  | {
      readonly kind: 'name'
      /** Query of whole words, and the one whose last word may go on. */
      readonly whole: string
      readonly begun: string
      readonly marked: string
      readonly plain: string
    }

const CODE = /^tt[\s-]?(\d{1,9})$/

/** Reads what was typed. */
export function readSought(typed: string): Sought {
  const text = squeeze(typed)
  const plain = fold(text)
  const code = CODE.exec(plain)
  if (code !== null) return { kind: 'code', code: `TT-${(code[1] ?? '').padStart(7, '0')}` }
  const digits = plain.replace(/[\s.]/g, '')
  if (/^\d{12}$/.test(digits)) return { kind: 'number', value: digits }
  const words = nameWords(plain)
  if (words.length === 0) return { kind: 'nothing' }
  const whole = words.map(lexeme)
  return {
    kind: 'name',
    whole: whole.join(' & '),
    begun: whole.map((w, i) => (i === whole.length - 1 ? `${w}:*` : w)).join(' & '),
    marked: sameSpelling(text),
    plain,
  }
}

/** Words by which a name is found: as `people.name_words` of the database makes them. */
export const nameWords = (plain: string): string[] =>
  plain
    .replace(/(^| |[bcdghklmnpqrstvx]|qu)y(?= |$)/g, '$1i')
    .split(' ')
    .filter((w) => w !== '' && w !== '|')

const lexeme = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** "Không thấy 'duk'. Có phải 'đức'?": the known word nearest to the one that found nothing; null when none is near. */
export function nearestWord(word: string, known: readonly { word: string; count: number }[]): string | null {
  const plain = fold(word)
  let best: { word: string; score: number } | null = null
  for (const k of known) {
    const steps = distance(plain, fold(k.word), 2)
    if (steps > (plain.length < 4 ? 1 : 2)) continue
    const score = steps * 1_000_000 - k.count
    if (best === null || score < best.score) best = { word: k.word, score }
  }
  return best?.word ?? null
}

/** Letters to change, add or leave out, up to `most` + 1. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] ?? most + 1
}
