/** Họ tên của người mẫu: drawn with the shares of families, and with middle and given names of the sex and the years of birth. */
import { type Random, weightedPick } from '../random.ts'
import { type Era, FAMILIES, FOREIGNERS, MEN, MINORITY, WOMEN } from './name-tables.ts'

/** Giới tính. */
export type Sex = 'nam' | 'nu'

/** Họ tên và dân tộc của một người. */
export type DrawnName = {
  readonly family: string
  readonly middle: string
  readonly given: string
  readonly ethnicity: string
}

const KINH = '01'
/** Share of people who are not Kinh: 0,6 % in the census of 2019. */
const NOT_KINH = 0.006
/** Share of people with no middle name, and with a name of one word. */
const NO_MIDDLE = 0.006
const ONE_WORD = 0.00025

const families = weightedPick(FAMILIES)
const eraPickers = (eras: readonly Era[]) =>
  eras.map((e) => ({ until: e.until, middle: weightedPick(e.middles), given: weightedPick(e.givens) }))
const ERAS = { nu: eraPickers(WOMEN), nam: eraPickers(MEN) } as const
const minority = MINORITY.map((m) => ({ code: m.ethnicity, nu: weightedPick(m.women), nam: weightedPick(m.men) }))

/** The parts as one name. */
export const fullName = (n: Pick<DrawnName, 'family' | 'middle' | 'given'>): string =>
  [n.family, n.middle, n.given].filter((part) => part !== '').join(' ')

/** A name for somebody of the sex, born in the year. */
export function drawName(random: Random, sex: Sex, year: number): DrawnName {
  const rare = random.roll()
  if (rare < ONE_WORD) return { family: '', middle: '', given: random.pick(['Ý', 'Lù', 'Hoa', 'Dền']), ethnicity: '11' }
  if (rare < NOT_KINH) {
    const people = random.pick(minority)
    const words = people[sex](random).split(' ')
    return {
      family: words[0] ?? '',
      middle: words.slice(1, -1).join(' '),
      given: words.at(-1) ?? '',
      ethnicity: people.code,
    }
  }
  const drawn = { family: families(random), ...drawGiven(random, sex, year), ethnicity: KINH }
  return random.chance(NO_MIDDLE) ? { ...drawn, middle: '' } : drawn
}

/** Đệm và tên; never a middle name that repeats the given one. */
export function drawGiven(random: Random, sex: Sex, year: number): { middle: string; given: string } {
  const era = ERAS[sex].find((e) => year <= e.until)
  if (era === undefined) throw new Error(`no names for ${year}`)
  const given = era.given(random)
  const middle = era.middle(random)
  return { middle: middle.endsWith(given) ? (sex === 'nu' ? 'Thị' : 'Văn') : middle, given }
}

/** Người nước ngoài. */
export const drawForeigner = (random: Random) => random.pick(FOREIGNERS)
