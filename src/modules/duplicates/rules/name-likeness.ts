/**
 * So họ tên: syllable against syllable, family with family, given name with given name, đệm in between. What a name loses on its
 * way through lists is known: marks, one đệm, the order; letters are not counted.
 */
import { bareRarityOf, type NameFrequencies, type Role, rarityOf } from './frequencies.ts'
import type { PersonName } from './names.ts'
import { type Likeness, likenessOf, type Syllable } from './syllables.ts'
import { NAME_BITS, SYLLABLE_ERROR } from './weights.ts'

/** Cách hai họ tên khớp nhau. */
export type NameForm = 'whole' | 'middle-dropped' | 'middle-swapped' | 'middle-differs' | 'reordered'

/** Kết quả so họ tên. */
export type NameLikeness = {
  readonly form: NameForm
  /** The furthest apart of the syllables that were set side by side, family and given name apart. */
  readonly family: Likeness
  readonly given: Likeness
  readonly middle: Likeness
  /** Equal without marks, in order. */
  readonly sameKey: boolean
  readonly bits: number
}

const ORDER: readonly Likeness[] = ['same', 'unmarked', 'slip', 'marks', 'sound', 'different']
const further = (a: Likeness, b: Likeness): Likeness => (ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b)

/** Bits of two syllables that are alike in the given way; the rarer they are the more. */
function bitsOf(f: NameFrequencies, role: Role, a: Syllable, b: Syllable, likeness: Likeness): number {
  if (likeness === 'same') return rarityOf(f, role, a)
  if (likeness === 'unmarked') return bareRarityOf(f, role, a)
  if (likeness === 'different') return differentBits(role)
  // Either was meant: the chance of the error against the chance that somebody bears the other one.
  const error = SYLLABLE_ERROR[likeness]
  const one = 2 ** -rarityOf(f, role, a)
  const other = 2 ** -rarityOf(f, role, b)
  const bits = Math.log2((error / 2) * (1 / Math.max(one, error * other) + 1 / Math.max(other, error * one)))
  return Math.max(bits, differentBits(role))
}

const differentBits = (role: Role): number =>
  role === 'family'
    ? NAME_BITS.differentFamily
    : role === 'given'
      ? NAME_BITS.differentGiven
      : NAME_BITS.differentMiddle

/** Compares two names; the better of the written order and a Western order. */
export function compareNames(a: PersonName, b: PersonName, f: NameFrequencies): NameLikeness {
  const straight = inOrder(a, b, f)
  if (straight.family !== 'different' && straight.given !== 'different') return straight
  return reordered(a, b, f) ?? straight
}

function inOrder(a: PersonName, b: PersonName, f: NameFrequencies): NameLikeness {
  const x = a.syllables
  const y = b.syllables
  const lastX = x.at(-1)
  const lastY = y.at(-1)
  const sameKey = a.key === b.key
  if (lastX === undefined || lastY === undefined) return NOTHING
  const unmarked = a.unmarked || b.unmarked
  const given = likenessOf(lastX, lastY, unmarked)
  let bits = bitsOf(f, 'given', lastX, lastY, given)
  const [firstX] = x
  const [firstY] = y
  // A name of one syllable has no family to compare.
  if (x.length === 1 || y.length === 1 || firstX === undefined || firstY === undefined)
    return {
      form: x.length === y.length ? 'whole' : 'middle-dropped',
      family: 'same',
      given,
      middle: 'same',
      sameKey,
      bits: x.length === y.length ? bits : bits + 2 * NAME_BITS.droppedMiddle,
    }
  const family = likenessOf(firstX, firstY, unmarked)
  bits += bitsOf(f, 'family', firstX, firstY, family)
  const inner = compareMiddles(x, y, unmarked, f)
  return { form: inner.form, family, given, middle: inner.likeness, sameKey, bits: bits + inner.bits }
}

const NOTHING: NameLikeness = {
  form: 'whole',
  family: 'different',
  given: 'different',
  middle: 'different',
  sameKey: false,
  bits: NAME_BITS.differentFamily + NAME_BITS.differentGiven,
}

type Inner = { form: NameForm; likeness: Likeness; bits: number }

function compareMiddles(x: readonly Syllable[], y: readonly Syllable[], unmarked: boolean, f: NameFrequencies): Inner {
  return x.length === y.length ? middlesOfOneLength(x, y, unmarked, f) : droppedMiddles(x, y, unmarked, f)
}

function middlesOfOneLength(
  x: readonly Syllable[],
  y: readonly Syllable[],
  unmarked: boolean,
  f: NameFrequencies,
): Inner {
  let likeness: Likeness = 'same'
  let bits = 0
  for (let i = 1; i < x.length - 1; i++) {
    const a = x[i]
    const b = y[i]
    if (a === undefined || b === undefined) continue
    const l = likenessOf(a, b, unmarked)
    likeness = further(likeness, l)
    bits += bitsOf(f, 'middle', a, b, l)
  }
  if (likeness !== 'different') return { form: 'whole', likeness, bits }
  const turned = x.length > 3 ? swapped(x, y, f) : null
  return turned !== null && turned.bits > bits ? turned : { form: 'middle-differs', likeness, bits }
}

const innerKeys = (s: readonly Syllable[]): string =>
  s
    .slice(1, -1)
    .map((t) => t.bare)
    .sort()
    .join(' ')

function swapped(x: readonly Syllable[], y: readonly Syllable[], f: NameFrequencies): Inner | null {
  if (innerKeys(x) !== innerKeys(y)) return null
  let bits: number = NAME_BITS.swappedMiddle
  for (const s of x.slice(1, -1)) bits += bareRarityOf(f, 'middle', s)
  return { form: 'middle-swapped', likeness: 'same', bits }
}

/** The shorter name's đệm must stand in the longer one's, in order; every other đệm of the longer was dropped. */
function droppedMiddles(x: readonly Syllable[], y: readonly Syllable[], unmarked: boolean, f: NameFrequencies): Inner {
  const [long, short] = x.length > y.length ? [x, y] : [y, x]
  let at = 1
  let likeness: Likeness = 'same'
  let bits = (long.length - short.length) * NAME_BITS.droppedMiddle
  for (let i = 1; i < short.length - 1; i++) {
    const wanted = short[i]
    if (wanted === undefined) continue
    const l = nextAlike(long, at, wanted, unmarked)
    if (l === null) return { form: 'middle-differs', likeness: 'different', bits: NAME_BITS.differentMiddle }
    at = l.at + 1
    likeness = further(likeness, l.likeness)
    bits += bitsOf(f, 'middle', wanted, l.found, l.likeness)
  }
  return { form: 'middle-dropped', likeness, bits }
}

function nextAlike(
  long: readonly Syllable[],
  from: number,
  wanted: Syllable,
  unmarked: boolean,
): { at: number; found: Syllable; likeness: Likeness } | null {
  for (let at = from; at < long.length - 1; at++) {
    const found = long[at]
    if (found === undefined) continue
    const likeness = likenessOf(wanted, found, unmarked)
    if (likeness !== 'different') return { at, found, likeness }
  }
  return null
}

/** "Ha Nguyen Thu", "Thu Ha Nguyen", "Ha Thu Nguyen" beside "Nguyễn Thu Hà": orders in which others write Vietnamese names. */
function reordered(a: PersonName, b: PersonName, f: NameFrequencies): NameLikeness | null {
  const x = a.syllables
  const y = b.syllables
  if (a.joined === b.joined && x.length !== y.length) return respaced(a, b, f)
  if (x.length !== y.length || x.length < 2) return null
  const turns = [turnGivenFirst, turnFamilyLast, turnBoth]
  const hit = turns.some((turn) => sameBare(turn(x), y) || sameBare(x, turn(y)))
  if (!hit) return null
  const unmarked = a.unmarked || b.unmarked
  // Of two orders the marked one is Vietnamese; without marks the first of the two is as good.
  const own = a.unmarked && !b.unmarked ? y : x
  const bits = (unmarked ? NAME_BITS.reorderedUnmarked : NAME_BITS.reordered) + raritiesOf(own, f)
  const likeness = unmarked ? 'unmarked' : 'same'
  return { form: 'reordered', family: likeness, given: likeness, middle: likeness, sameKey: false, bits }
}

/** "Y Moan Ê nuôl": the same letters, a space more. */
function respaced(a: PersonName, b: PersonName, f: NameFrequencies): NameLikeness {
  const own = a.syllables.length < b.syllables.length ? a.syllables : b.syllables
  return { ...SAME_LETTERS, bits: NAME_BITS.respaced + raritiesOf(own, f) }
}

const SAME_LETTERS = {
  form: 'whole',
  family: 'unmarked',
  given: 'unmarked',
  middle: 'unmarked',
  sameKey: false,
} as const

function raritiesOf(own: readonly Syllable[], f: NameFrequencies): number {
  let bits = 0
  own.forEach((s, i) => {
    bits += bareRarityOf(f, i === own.length - 1 ? 'given' : i === 0 ? 'family' : 'middle', s)
  })
  return bits
}

const sameBare = (x: readonly Syllable[], y: readonly Syllable[]): boolean => x.every((s, i) => s.bare === y[i]?.bare)
const turnGivenFirst = (x: readonly Syllable[]): readonly Syllable[] => [...x.slice(-1), ...x.slice(0, -1)]
const turnFamilyLast = (x: readonly Syllable[]): readonly Syllable[] => [...x.slice(1), ...x.slice(0, 1)]
const turnBoth = (x: readonly Syllable[]): readonly Syllable[] => [...x.slice(-1), ...x.slice(1, -1), ...x.slice(0, 1)]
