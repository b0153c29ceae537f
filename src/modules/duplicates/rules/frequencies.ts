/** Tần suất họ, đệm, tên: how many people of the register bear a syllable; agreeing on a rare one says more. */

import { FAMILY_SHARES, GIVEN_SHARES, MIDDLE_SHARES } from './name-table.ts'
import { readName } from './names.ts'
import { type Syllable, syllableOf } from './syllables.ts'

/** Chỗ của tiếng trong họ tên. */
export type Role = 'family' | 'middle' | 'given'

/** Bits of agreeing on a syllable, with its marks and without: minus log2 of the share of people who have it. */
type Shares = { readonly marked: Map<string, number>; readonly bare: Map<string, number> }

/** Tần suất, ready to be asked. */
export type NameFrequencies = Readonly<Record<Role, Shares>>

/** A syllable nobody is known to have. */
const RAREST = 0.00005
const MOST_BITS = -Math.log2(RAREST)
/** Weight of the built-in table against counted people. */
const TABLE_WEIGHT = 300

const TABLES = { family: FAMILY_SHARES, middle: MIDDLE_SHARES, given: GIVEN_SHARES } as const

const add = (map: Map<string, number>, key: string, n: number) => map.set(key, (map.get(key) ?? 0) + n)

/** Frequencies of a register: each name once for each person; names typed without marks count for their bare form only. */
export function nameFrequencies(names: Iterable<string>): NameFrequencies {
  const found: NameFrequencies = { family: empty(), middle: empty(), given: empty() }
  let marked = 0
  let all = 0
  for (const text of names) {
    const name = readName(text)
    const last = name.syllables.length - 1
    if (last < 0) continue
    all++
    if (!name.unmarked) marked++
    name.syllables.forEach((s, i) => {
      const shares = found[i === last ? 'given' : i === 0 ? 'family' : 'middle']
      add(shares.bare, s.bare, 1)
      if (!name.unmarked) add(shares.marked, s.marked, 1)
    })
  }
  for (const role of ['family', 'middle', 'given'] as const) blend(found[role], TABLES[role], marked, all)
  return found
}

const empty = (): Shares => ({ marked: new Map(), bare: new Map() })

function blend(counted: Shares, table: ReadonlyMap<string, number>, marked: number, all: number): void {
  for (const [text, share] of table) {
    const s = syllableOf(text)
    add(counted.marked, s.marked, share * TABLE_WEIGHT)
    add(counted.bare, s.bare, share * TABLE_WEIGHT)
  }
  toBits(counted.marked, marked + TABLE_WEIGHT)
  toBits(counted.bare, all + TABLE_WEIGHT)
}

function toBits(counts: Map<string, number>, of: number): void {
  for (const [key, n] of counts) counts.set(key, -Math.log2(Math.max(n / of, RAREST)))
}

/** Bits of agreeing on this syllable in this place: the rarer it is the more. */
export const rarityOf = (f: NameFrequencies, role: Role, s: Syllable): number =>
  f[role].marked.get(s.marked) ?? MOST_BITS

/** The same without regard to marks. */
export const bareRarityOf = (f: NameFrequencies, role: Role, s: Syllable): number =>
  f[role].bare.get(s.bare) ?? MOST_BITS

/** Only the built-in table, for a register without people. */
export const TABLE_FREQUENCIES: NameFrequencies = nameFrequencies([])
