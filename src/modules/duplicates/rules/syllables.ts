/**
 * So từng tiếng: how alike two syllables of names are. Letters are never counted: "Hà" and "Hạ" are one mark apart and two
 * names; "Lý" and "Lí" differ in a letter and are one.
 */
import { remembered } from '../../../kernel/remembered.ts'
import { fold, sameSpelling } from '../../../kernel/text.ts'

/** Một tiếng in the forms that are compared. */
export type Syllable = {
  /** Lower case with all marks, tones on the agreed vowel (hòa). */
  readonly marked: string
  /** `marked` with hỏi and ngã as one tone, i and y as one letter. */
  readonly slip: string
  /** Without marks, đ = d. */
  readonly bare: string
  /** `marked` with consonants that are confused in speech as one. */
  readonly sound: string
  /** `bare` likewise. */
  readonly bareSound: string
  readonly hasMarks: boolean
}

/**
 * Mức giống of two syllables, the closest first. `unmarked`: equal without marks, where one whole name was typed without any;
 * `slip`: i/y, hỏi/ngã; `marks`: other marks although both names have marks; `sound`: d/gi/r, s/x, ch/tr, l/n.
 */
export type Likeness = 'same' | 'unmarked' | 'slip' | 'marks' | 'sound' | 'different'

/** A "y" that is the whole vowel sounds as "i": Lý/Lí, Quý/Quí, Vỹ/Vĩ; in ay, uy, uyên it does not. */
const LONE_Y = /^(qu|[^aeiouy]*)y([\u0300-\u036f]*)$/u

const oneTone = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\u0303/gu, '\u0309')
    .replace(LONE_Y, '$1i$2')
    .normalize('NFC')

/** Consonants at the start that speech confuses: d, gi, r; s, x; ch, tr; l, n. */
const soundOf = (word: string): string =>
  oneTone(word)
    .replace(/^gi(?=[aăâeêoôơuưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệóòỏõọốồổỗộớờởỡợúùủũụứừửữự])/u, 'd')
    .replace(/^(gi|r)/u, 'd')
    .replace(/^s/u, 'x')
    .replace(/^tr/u, 'ch')
    .replace(/^l/u, 'n')

const MOST = 20_000

/** The forms of one syllable as written. */
export const syllableOf = remembered(MOST, (text: string): Syllable => {
  const marked = sameSpelling(text)
  const bare = fold(text)
  return {
    marked,
    slip: oneTone(marked),
    bare,
    sound: soundOf(marked),
    bareSound: soundOf(bare),
    hasMarks: marked !== bare,
  }
})

/** How alike `a` and `b` are; `unmarked` says that one of the names they stand in has no marks at all. */
export function likenessOf(a: Syllable, b: Syllable, unmarked: boolean): Likeness {
  if (unmarked) {
    if (a.bare === b.bare) return 'unmarked'
    return a.bareSound === b.bareSound ? 'sound' : 'different'
  }
  if (a.marked === b.marked) return 'same'
  if (a.slip === b.slip) return 'slip'
  if (a.bare === b.bare) return 'marks'
  return a.sound === b.sound ? 'sound' : 'different'
}
