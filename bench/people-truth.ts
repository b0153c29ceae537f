/**
 * Điều đúng của thế giới mẫu: the invented people, and how many of them share sector, degree, age band and place on a day, counted
 * one by one in memory from what they said. Knows nothing of the database, of slices and of how the product counts.
 */
import { saidOf } from '../src/demo/register/entries.ts'
import { keeperOn } from '../src/demo/register/keeper.ts'
import type { Life } from '../src/demo/register/life.ts'
import { knownUntil } from '../src/demo/register/load-people.ts'
import { drawPeople } from '../src/demo/register/population.ts'
import { shippedLand } from '../src/demo/register/world-land.ts'
import type { Day } from '../src/kernel/day.ts'
import { firstDayOf, type PartialDay } from '../src/kernel/partial-day.ts'
import { degreeRank } from '../src/modules/people/rules/degree.ts'
import { sectorOfRank } from '../src/modules/people/rules/sector.ts'

/** Người như phải được đếm trong một ngày; units by code. */
export type Counted = {
  readonly name: string
  readonly keeper: string
  readonly sector: string | null
  readonly degree: number
  readonly band: string | null
  readonly place: string | null
}

/** What one of the second dossiers of the sample world says (`demo/doubles.ts`), and the code of the body that keeps it. */
export type Double = {
  readonly name: string
  readonly keeper: string
  readonly birth: string
  readonly level: string | null
}

/** A second dossier as it must be counted: it says neither a sector nor where somebody lives. */
export const countedDouble = (d: Double, on: Day): Counted => ({
  name: d.name,
  keeper: d.keeper,
  sector: null,
  degree: Math.max(0, degreeRank(d.level)),
  band: bandOn(firstDayOf(d.birth as PartialDay), on),
  place: null,
})

type Said = ReturnType<typeof saidOf>[number]

/** Everybody who is in the register on `on`, as it was loaded on `today`. */
export function* countedPeople(count: number, today: Day, on: Day): Generator<Counted> {
  for (const life of drawPeople(count, shippedLand(today), today)) {
    const counted = countedOn(life, knownUntil(life, count, today), on)
    if (counted !== null) yield counted
  }
}

function countedOn(life: Life, known: Day, on: Day): Counted | null {
  const all = saidOf(life, known)
  const said = all.filter((s) => !all.some((other) => beats(other, s)))
  const birth = firstDayOf(life.core.birthKnown)
  if (on < birth) return null
  const now = (group: string): Said[] => said.filter((s) => s.group === group && holds(s, on))
  const text = (s: Said | undefined, field: string): string | null =>
    s?.data[field] === undefined ? null : String(s.data[field])
  return {
    name: life.core.name,
    keeper: keeperOn(life, known),
    sector: text(now('category')[0], 'sector') ?? sectorOfRank(text(now('rank')[0], 'code')),
    degree: Math.max(0, ...now('education').map((s) => degreeRank(text(s, 'level')))),
    band: bandOn(birth, on),
    place: text(now('contact')[0], 'residence'),
  }
}

/** The same degree of another year, better proven: what contradicts it counts for nothing. */
function beats(other: Said, s: Said): boolean {
  const degree = ({ data: { graduated, ...rest } }: Said): string => JSON.stringify(rest)
  return (
    s.group === 'education' &&
    other.group === 'education' &&
    other.level > s.level &&
    other.data.graduated !== s.data.graduated &&
    degree(other) === degree(s)
  )
}

function holds(s: Said, on: Day): boolean {
  const year = s.data.graduated ?? s.data.appointed ?? s.data.recognised
  const from = s.from ? firstDayOf(s.from) : year === undefined ? '1900-01-01' : `${year}-01-01`
  return from <= on && (!s.to || on < firstDayOf(s.to))
}

/** By full years of age, as the calendar counts them. */
function bandOn(birth: Day, on: Day): string {
  const age = Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) >= birth.slice(5) ? 0 : 1)
  const tens = Math.floor(age / 10) * 10
  return age < 30 ? 'duoi-30' : age >= 60 ? 'tu-60' : `${tens}-${tens + 9}`
}

/** People by cell; the key is that of `cellKey`. */
export function cellsOf(people: Iterable<Counted>): Map<string, number> {
  const cells = new Map<string, number>()
  for (const p of people) {
    const key = cellKey([p.sector, String(p.degree), p.band, p.place])
    cells.set(key, (cells.get(key) ?? 0) + 1)
  }
  return cells
}

/** Sector, degree, age band, code of the place. */
export const cellKey = (values: readonly (string | null)[]): string => values.map((v) => v ?? '?').join('|')
