/**
 * Cặp có nhãn theo công thức: one person in two lists, or two people whom lists make look alike. Composed before any weight was
 * set.
 */
import { type Day, day } from '../../src/kernel/day.ts'
import type { MatchRecord } from '../../src/modules/duplicates/rules/record.ts'
import { type Dice, diceOf } from './dice.ts'
import { type ListKind, writeDown } from './lists.ts'
import { type Human, makeHuman } from './population.ts'

/** Cặp có nhãn. */
export type LabelledPair = {
  readonly tag: string
  readonly same: boolean
  readonly a: MatchRecord
  readonly b: MatchRecord
}

/**
 * Seeds for setting weights and mending faults (the second was looked at once, after the weights had been set: 0,984 found), and
 * one that only measures.
 */
export const SEEDS = { setting: [1459, 2045], measuring: 2711 } as const

const POSITIVES = 800
const NEGATIVES_OF_A_KIND = 100
const KINDS: readonly ListKind[] = ['personnel', 'personnel', 'association', 'before-unicode', 'science', 'self']

/** About 1.500 pairs, half of them of one person. */
export function composePairs(seed: number): LabelledPair[] {
  const dice = diceOf(seed)
  const pairs: LabelledPair[] = []
  for (let n = 0; pairs.length < POSITIVES; n++) {
    const human = makeHuman(dice, n)
    const first = dice.pick(KINDS)
    const second = dice.pick(KINDS.filter((k) => k !== first || k === 'personnel'))
    const a = writeDown(human, first, dice, `a${n}`)
    const b = writeDown(human, second, dice, `b${n}`)
    if (isAnswerable(a, b)) pairs.push({ tag: `${first} / ${second}`, same: true, a, b })
  }
  for (const [tag, make] of Object.entries(ALIKE))
    for (let n = 0; n < NEGATIVES_OF_A_KIND; n++) {
      const one = makeHuman(dice, 10_000 + 2 * n)
      const other = make(one, makeHuman(dice, 10_001 + 2 * n), dice)
      const a = writeDown(one, dice.pick(KINDS), dice, `a-${tag}-${n}`)
      const b = writeDown(other, dice.pick(KINDS), dice, `b-${tag}-${n}`)
      pairs.push({ tag, same: false, a, b: tag === 'số định danh của dòng bên' ? withCccd(b, one.cccd) : b })
    }
  return pairs
}

/**
 * A pair counts only when its two rows hold enough for an official to suspect: full birth dates on both sides, or a year and
 * one thing more in common. With a common name and a year alone no one could.
 */
export function isAnswerable(a: MatchRecord, b: MatchRecord): boolean {
  if (a.birth?.precision === 'day' && b.birth?.precision === 'day') return true
  const tie = (x: unknown, y: unknown) => x !== null && x === y
  return (
    tie(a.unitId, b.unitId) ||
    tie(a.communeId, b.communeId) ||
    tie(a.cccd, b.cccd) ||
    tie(a.orcid, b.orcid) ||
    (a.phones.length > 0 && b.phones.length > 0) ||
    a.emails.some((e) => b.emails.includes(e))
  )
}

const withCccd = (r: MatchRecord, cccd: string): MatchRecord => ({ ...r, cccd, last3: cccd.slice(-3) })

const sameName = (a: Human) => ({ family: a.family, middle: a.middle, given: a.given, sex: a.sex })

/** Who looks like `a`: made of another person `b`. */
const ALIKE: Readonly<Record<string, (a: Human, b: Human, dice: Dice) => Human>> = {
  'sinh đôi': (a, b, dice) => ({
    ...b,
    family: a.family,
    middle: dice.chance(0.75) && a.sex === b.sex ? a.middle : b.middle,
    given: a.given === b.given ? `${b.given}h` : b.given,
    birth: a.birth,
    home: a.home,
    commune: a.commune,
    phone: dice.chance(0.3) ? a.phone : b.phone,
    cccd: `${a.cccd.slice(0, 3)}${b.cccd.slice(3, 4)}${a.cccd.slice(4, 9)}${b.cccd.slice(9)}`,
  }),
  'trùng họ tên và ngày sinh': (a, b) => ({ ...b, ...sameName(a), birth: a.birth }),
  'cùng trường, trùng họ tên, năm sinh': (a, b, dice) => ({
    ...b,
    ...sameName(a),
    birth: otherDay(a.birth, dice),
    unit: a.unit,
  }),
  'cùng cơ quan, cùng ngày sinh': (a, b) => ({ ...b, birth: a.birth, unit: a.unit }),
  'cùng điện thoại gia đình': (a, b) => ({ ...b, phone: a.phone, commune: a.commune, home: a.home, family: a.family }),
  'số định danh của dòng bên': (a, b) => ({ ...b, unit: a.unit }),
  'trùng họ tên, cùng năm sinh, cùng huyện': (a, b, dice) => ({
    ...b,
    ...sameName(a),
    birth: otherDay(a.birth, dice),
    home: [b.home[0], a.home[1]],
  }),
}

const otherDay = (birth: Day, dice: Dice): Day =>
  day(
    `${birth.slice(0, 4)}-${String(dice.whole(1, 12)).padStart(2, '0')}-${String(dice.whole(1, 28)).padStart(2, '0')}`,
  )
