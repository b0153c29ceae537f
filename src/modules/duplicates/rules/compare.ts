/** So hai bản ghi: what agrees, what does not, what cannot be told, and how many bits each is worth. Symmetric. */
import { compareBirth } from './compare-birth.ts'
import type { NameFrequencies } from './frequencies.ts'
import { compareNames, type NameLikeness } from './name-likeness.ts'
import type { PersonName } from './names.ts'
import type { Outcome, OutcomeCode } from './outcome.ts'
import { type Prepared, prepare } from './prepare.ts'
import type { MatchRecord } from './record.ts'
import type { Likeness } from './syllables.ts'
import { CONTACT_BITS, DUPLICATE_SHARE, ID_BITS, LEAST_SIZE, PLACE_BITS, SCHOOL_BITS, SEX_BITS } from './weights.ts'

/** Cơ sở dữ liệu mà bản ghi đứng trong đó: everything a comparison must know about the others. */
export type MatchContext = {
  /** People in the register. */
  readonly size: number
  readonly names: NameFrequencies
  /** People who use a telephone number or an address (as `matchKeys` writes it), where it is more than one. */
  readonly sharedContacts: ReadonlyMap<string, number>
}

/** Kết quả so. */
export type Comparison = {
  readonly outcomes: readonly Outcome[]
  readonly name: NameLikeness
  /** Any two of their names are equal without marks, in order. */
  readonly sameKey: boolean
  /** Sum of evidence; the odds before any evidence are not in it. */
  readonly bits: number
  /** Xác suất là một người, 0 to 1. */
  readonly posterior: number
}

/** Compares two records of one register. */
export function compareRecords(one: MatchRecord, other: MatchRecord, context: MatchContext): Comparison {
  const a = prepare(one)
  const b = prepare(other)
  const name = bestName(a, b, context)
  const outcomes: Outcome[] = [{ code: codeOfName(name), bits: name.bits }]
  const birth = compareBirth(a, b)
  if (birth !== null) outcomes.push(birth)
  compareSex(a, b, outcomes)
  compareIds(a, b, outcomes)
  compareContacts(a, b, context, outcomes)
  compareSchools(a, b, outcomes)
  comparePlaces(a, b, outcomes)
  let bits = 0
  for (const o of outcomes) bits += o.bits
  return {
    outcomes,
    name,
    sameKey: name.sameKey || haveSameKey(a, b),
    bits,
    posterior: posteriorOf(bits, context.size),
  }
}

/** Chance that the two are one person, the evidence added to the odds before it. */
export function posteriorOf(bits: number, size: number): number {
  const odds = (2 ** bits * DUPLICATE_SHARE) / Math.max(size, LEAST_SIZE)
  return odds / (1 + odds)
}

function bestName(a: Prepared, b: Prepared, context: MatchContext): NameLikeness {
  const [first] = a.names
  const [second] = b.names
  if (first !== undefined && second !== undefined && a.names.length === 1 && b.names.length === 1)
    return compareNames(first, second, context.names)
  let best: NameLikeness | null = null
  for (const x of a.names)
    for (const y of b.names) {
      const found = compareNames(x, y, context.names)
      if (best === null || found.bits > best.bits) best = found
    }
  return best ?? compareNames(EMPTY, EMPTY, context.names)
}

function haveSameKey(a: Prepared, b: Prepared): boolean {
  if (a.names.length === 1 && b.names.length === 1) return false
  return a.names.some((n) => n.key !== '' && b.names.some((o) => o.key === n.key))
}

const EMPTY: PersonName = {
  original: '',
  text: '',
  titles: [],
  aliases: [],
  syllables: [],
  unmarked: true,
  key: '',
  joined: '',
}

function codeOfName(n: NameLikeness): OutcomeCode {
  if (n.family === 'different') return n.given === 'different' ? 'name.different' : 'name.family-differs'
  if (n.given === 'different') return 'name.given-differs'
  if (n.form !== 'whole') return CODE_OF_FORM[n.form]
  const has = (likeness: Likeness) => n.family === likeness || n.middle === likeness || n.given === likeness
  if (has('sound')) return 'name.sound'
  if (has('marks')) return 'name.marks-differ'
  if (has('slip')) return 'name.spelling'
  return has('unmarked') ? 'name.unmarked' : 'name.same'
}

const CODE_OF_FORM = {
  'middle-dropped': 'name.middle-dropped',
  'middle-swapped': 'name.middle-swapped',
  'middle-differs': 'name.middle-differs',
  reordered: 'name.reordered',
} as const

function compareSex(a: Prepared, b: Prepared, outcomes: Outcome[]): void {
  const { sex } = a.record
  if (sex === null || b.record.sex === null) return
  const byName = a.sexByName !== null && a.sexByName === b.sexByName
  if (sex === b.record.sex) outcomes.push(byName ? SAME_SEX_BY_NAME : SAME_SEX)
  else outcomes.push(byName ? DIFFERENT_SEX_BY_NAME : DIFFERENT_SEX)
}

const SAME_SEX: Outcome = { code: 'sex.same', bits: SEX_BITS.same }
const SAME_SEX_BY_NAME: Outcome = { code: 'sex.same', bits: SEX_BITS.sameByName }
const DIFFERENT_SEX: Outcome = { code: 'sex.different', bits: SEX_BITS.different }
const DIFFERENT_SEX_BY_NAME: Outcome = { code: 'sex.different', bits: SEX_BITS.differentByName }

function compareIds(a: Prepared, b: Prepared, outcomes: Outcome[]): void {
  const x = a.record
  const y = b.record
  if (x.cccd !== null && y.cccd !== null) {
    if (x.cccd === y.cccd) outcomes.push({ code: 'cccd.same', bits: ID_BITS.sameCccd })
    else if (x.last3 !== null && x.last3 === y.last3)
      outcomes.push({ code: 'cccd.different-same-end', bits: ID_BITS.differentCccdSameEnd })
    else outcomes.push({ code: 'cccd.different', bits: ID_BITS.differentCccd })
  }
  if (x.cmnd !== null && y.cmnd !== null) {
    const same = x.cmnd === y.cmnd
    outcomes.push({
      code: same ? 'cmnd.same' : 'cmnd.different',
      bits: same ? ID_BITS.sameCmnd : ID_BITS.differentCmnd,
    })
  }
  if (a.orcid !== null && b.orcid !== null) {
    const same = a.orcid === b.orcid
    outcomes.push({
      code: same ? 'orcid.same' : 'orcid.different',
      bits: same ? ID_BITS.sameOrcid : ID_BITS.differentOrcid,
    })
  }
}

function compareContacts(a: Prepared, b: Prepared, context: MatchContext, outcomes: Outcome[]): void {
  const holders = (value: string) => Math.log2(context.sharedContacts.get(value) ?? 1)
  const phone = firstShared(a.phones, b.phones)
  if (phone !== undefined)
    outcomes.push({ code: 'phone.same', bits: Math.max(CONTACT_BITS.samePhone - holders(phone), 0) })
  else if (a.phones.length > 0 && b.phones.length > 0)
    outcomes.push({ code: 'phone.different', bits: CONTACT_BITS.differentPhone })
  const email = firstShared(a.emails, b.emails)
  if (email !== undefined)
    outcomes.push({ code: 'email.same', bits: Math.max(CONTACT_BITS.sameEmail - holders(email), 0) })
  else if (a.emails.length > 0 && b.emails.length > 0)
    outcomes.push({ code: 'email.different', bits: CONTACT_BITS.differentEmail })
}

function firstShared(x: readonly string[], y: readonly string[]): string | undefined {
  if (x.length === 0 || y.length === 0) return undefined
  return x.find((value) => y.includes(value))
}

function compareSchools(a: Prepared, b: Prepared, outcomes: Outcome[]): void {
  if (a.school === null || b.school === null) return
  if (a.school !== b.school) outcomes.push({ code: 'school.different', bits: SCHOOL_BITS.different })
  else if (a.record.graduated !== null && a.record.graduated === b.record.graduated)
    outcomes.push({ code: 'school.same-year', bits: SCHOOL_BITS.sameBoth })
  else outcomes.push({ code: 'school.same', bits: SCHOOL_BITS.sameSchool })
}

/** Unit, commune and home place say much the same: the strongest counts wholly, the next by half, the third by a quarter. */
function comparePlaces(a: Prepared, b: Prepared, outcomes: Outcome[]): void {
  const found: Outcome[] = []
  const x = a.record
  const y = b.record
  if (x.unitId !== null && y.unitId !== null) found.push(x.unitId === y.unitId ? SAME_UNIT : DIFFERENT_UNIT)
  if (x.communeId !== null && y.communeId !== null)
    found.push(x.communeId === y.communeId ? SAME_COMMUNE : DIFFERENT_COMMUNE)
  const home = compareHomes(a.home, b.home)
  if (home !== null) found.push(home)
  for (const o of found) {
    if (o.bits <= 0) outcomes.push(o)
    else {
      const stronger = found.filter((other) => other.bits > o.bits).length
      outcomes.push(stronger === 0 ? o : { code: o.code, bits: o.bits / 2 ** stronger })
    }
  }
}

const SAME_UNIT: Outcome = { code: 'unit.same', bits: PLACE_BITS.sameUnit }
const DIFFERENT_UNIT: Outcome = { code: 'unit.different', bits: PLACE_BITS.differentUnit }
const SAME_COMMUNE: Outcome = { code: 'commune.same', bits: PLACE_BITS.sameCommune }
const DIFFERENT_COMMUNE: Outcome = { code: 'commune.different', bits: PLACE_BITS.differentCommune }

/** Written places name a commune, a district, a province, or only some of them. */
function compareHomes(x: readonly string[], y: readonly string[]): Outcome | null {
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  if (short.length === 0) return null
  const shared = short.filter((part) => long.includes(part))
  const widest = short.length === 1 && short[0] === long.at(-1)
  if (shared.length === short.length) {
    if (shared.length >= 2 && short[0] === long[0]) return { code: 'home.same', bits: PLACE_BITS.sameHomeCommune }
    return { code: 'home.part', bits: widest ? PLACE_BITS.sameHomeProvince : PLACE_BITS.sameHomePart }
  }
  return shared.length === 0 || short[0] !== long[0]
    ? { code: 'home.different', bits: PLACE_BITS.differentHome }
    : { code: 'home.part', bits: PLACE_BITS.sameHomePart }
}
