/**
 * Lát cắt theo ngày: the spans of days on which nothing that lists and statistics ask for changes. Pure; derived from the facts,
 * so that "as of a day" is one row a person. Contested facts count for nothing.
 */
import type { Day } from '../../../kernel/day.ts'
import { isId } from '../../../kernel/ids.ts'
import { firstDayOf } from '../../../kernel/partial-day.ts'
import type { Fact, Person } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'
import { degreeRank } from './degree.ts'
import { sectorOfRank } from './sector.ts'

/** Lát cắt, half-open `[from, to)`. */
export type Slice = {
  readonly from: Day
  readonly to: Day
  readonly workUnit: string | null
  readonly placeUnit: string | null
  readonly category: string | null
  readonly sector: string | null
  readonly area: string | null
  /** Ngành đào tạo of the highest degree, else the main research field. */
  readonly field: string | null
  readonly degree: number
  readonly title: string | null
  readonly leadership: string | null
}

/** The day before every day: facts without a start hold from it, people whose birth nobody knows are there from it. */
export const FIRST_DAY = '1900-01-01' as Day
/** The day after every day. */
export const NO_END = '9999-12-31' as Day

const COUNTED: ReadonlySet<GroupCode> = new Set([
  'post',
  'contact',
  'category',
  'education',
  'academic-title',
  'rank',
  'research-field',
])

/** The slices of a dossier, oldest first, without gaps; none before birth, none after death. */
export function slicesOf(person: Pick<Person, 'birth' | 'died'>, facts: readonly Fact[]): Slice[] {
  const counted = facts.filter((f) => f.level >= 0 && COUNTED.has(f.group))
  const end = person.died === null ? NO_END : firstDayOf(person.died)
  const begin = beginOf(person.birth, end)
  const days = new Set<Day>([begin])
  for (const f of counted) {
    const [from, to] = spanOf(f)
    if (from > begin && from < end) days.add(from)
    if (to < end && to > begin) days.add(to)
  }
  const starts = [...days].sort()
  const slices: Slice[] = []
  for (const [i, from] of starts.entries()) {
    const slice = sliceOn(counted, from, starts[i + 1] ?? end)
    const last = slices.at(-1)
    if (last !== undefined && alike(last, slice)) slices[slices.length - 1] = { ...last, to: slice.to }
    else slices.push(slice)
  }
  return slices
}

/**
 * Nobody is of the register before the first day on which they may have been born: 1972 alone counts from 01/01/1972. A birth that
 * is not before the death says nothing: the dossier stays to be found and mended.
 */
function beginOf(birth: Person['birth'], end: Day): Day {
  const born = birth === null ? FIRST_DAY : firstDayOf(birth)
  return born > FIRST_DAY && born < end ? born : FIRST_DAY
}

/** A degree is held from the end of its year on, when no day is known: the year it was given in. */
function spanOf(f: Fact): [Day, Day] {
  const year = f.data.graduated ?? f.data.appointed ?? f.data.recognised
  const from = f.from !== null ? firstDayOf(f.from) : year === undefined ? FIRST_DAY : (`${year}-01-01` as Day)
  return [from, f.to === null ? NO_END : firstDayOf(f.to)]
}

const holds = (f: Fact, day: Day): boolean => {
  const [from, to] = spanOf(f)
  return from <= day && day < to
}

const textOf = (f: Fact | undefined, field: string): string | null => {
  const value = f?.data[field]
  return value === undefined || value === '' ? null : String(value)
}

/** A body or a place of the register; one that stands in words only counts for none. */
const unitOf = (f: Fact | undefined, field: string): string | null => {
  const value = textOf(f, field)
  return value !== null && isId(value) ? value : null
}

const TITLES = ['GS', 'PGS']

function sliceOn(facts: readonly Fact[], from: Day, to: Day): Slice {
  const on = facts.filter((f) => holds(f, from))
  const first = (group: GroupCode, best: (f: Fact) => boolean): Fact | undefined => {
    const mine = on.filter((f) => f.group === group)
    return mine.find(best) ?? mine[0]
  }
  const post = on.find((f) => f.slot === 'post:main')
  const category = first('category', (f) => f.slot !== null)
  const education = highest(on.filter((f) => f.group === 'education'))
  const research = first('research-field', (f) => f.data.main === true)
  const titles = new Set(on.filter((f) => f.group === 'academic-title').map((f) => textOf(f, 'title')))
  const rank = on.find((f) => f.group === 'rank')
  return {
    from,
    to,
    workUnit: unitOf(post, 'body'),
    placeUnit: unitOf(
      first('contact', () => true),
      'residence',
    ),
    category: textOf(category, 'category'),
    sector: textOf(category, 'sector') ?? sectorOfRank(textOf(rank, 'code')),
    area: textOf(category, 'area'),
    field: textOf(education, 'field') ?? textOf(research, 'field'),
    degree: degreeRank(textOf(education, 'level')),
    title: TITLES.find((t) => titles.has(t)) ?? null,
    leadership: textOf(post, 'leadership'),
  }
}

function highest(degrees: readonly Fact[]): Fact | undefined {
  let best: Fact | undefined
  for (const d of degrees)
    if (best === undefined || degreeRank(textOf(d, 'level')) > degreeRank(textOf(best, 'level'))) best = d
  return best
}

const alike = (a: Slice, b: Slice): boolean =>
  a.workUnit === b.workUnit &&
  a.placeUnit === b.placeUnit &&
  a.category === b.category &&
  a.sector === b.sector &&
  a.area === b.area &&
  a.field === b.field &&
  a.degree === b.degree &&
  a.title === b.title &&
  a.leadership === b.leadership
