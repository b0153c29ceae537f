/**
 * Lát cắt theo ngày: the spans of days on which nothing that lists and statistics ask for changes. Pure; derived from the facts,
 * so that "as of a day" is one row a person. Contested facts count for nothing.
 */
import { addDays, type Day } from '../../../kernel/day.ts'
import { isId } from '../../../kernel/ids.ts'
import { firstDayOf, lastDayOf, type PartialDay } from '../../../kernel/partial-day.ts'
import type { Fact, Person } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'
import { degreeRank } from './degree.ts'
import { professionOfPost, professionOfRank } from './profession.ts'
import { sectorOfRank } from './sector.ts'
import {
  type Fit,
  fitNumber,
  fitOf,
  type Holder,
  hasPostStandard,
  type Met,
  standardDays,
  trainingMet,
} from './standards.ts'
import { livesAndWorks } from './working.ts'

/** Lát cắt, half-open `[from, to)`. */
export type Slice = {
  readonly from: Day
  readonly to: Day
  readonly workUnit: string | null
  readonly placeUnit: string | null
  readonly category: string | null
  readonly sector: string | null
  readonly area: string | null
  /** Đang sinh sống và làm việc trên địa bàn (`working.ts`). */
  readonly working: boolean
  /** Ngành đào tạo of the highest degree, else the main research field. */
  readonly field: string | null
  readonly degree: number
  readonly title: string | null
  readonly leadership: string | null
  /** Code of the list `nghe`. */
  readonly profession: string | null
  /** Chuẩn trình độ đào tạo of teachers and lecturers; null = has none. */
  readonly training: Met | null
  /** Mức phù hợp vị trí (`fitNumber`); null = holds no post of the State. */
  readonly fit: number | null
  /** Đủ khả năng ngoại ngữ để làm việc trong môi trường quốc tế. */
  readonly international: boolean
}

/** The day before every day: facts without a start hold from it, people whose birth nobody knows are there from it. */
export const FIRST_DAY = '1900-01-01' as Day
/** The day after every day. */
export const NO_END = '9999-12-31' as Day

/**
 * Raised whenever these rules give other slices for the same facts: the register is then made anew at the next start.
 * 2: nghề, chuẩn, ngoại ngữ.
 */
export const SLICE_RULES = 2

const COUNTED: ReadonlySet<GroupCode> = new Set([
  'post',
  'contact',
  'category',
  'education',
  'academic-title',
  'rank',
  'research-field',
  'language',
  'state-training',
  'political-theory',
])

/** A fact with the days it holds; of a post also the profession its words tell of. */
type Dated = { readonly fact: Fact; readonly from: Day; readonly to: Day; readonly profession: string | null }

/** The slices of a dossier, oldest first, without gaps; none before birth, none after death: `people.holds_on` of the database says the same. */
export function slicesOf(person: Pick<Person, 'birth' | 'died'>, facts: readonly Fact[]): Slice[] {
  const counted = countedOf(facts)
  const end = person.died === null ? NO_END : firstDayOf(person.died)
  const begin = beginOf(person.birth, end)
  const days = new Set<Day>([begin])
  for (const f of counted) {
    if (f.from > begin && f.from < end) days.add(f.from)
    if (f.to > begin && f.to < end) days.add(f.to)
  }
  const starts = [...days].sort()
  const slices: Slice[] = []
  for (const [i, from] of starts.entries())
    for (const slice of slicesWithin(heldOn(counted, from), from, starts[i + 1] ?? end)) {
      const last = slices.at(-1)
      if (last !== undefined && alike(last, slice)) slices[slices.length - 1] = { ...last, to: slice.to }
      else slices.push(slice)
    }
  return slices
}

/** The span on which these facts hold, cut where a standard that the person must meet changes. */
function slicesWithin(dated: readonly Dated[], from: Day, to: Day): Slice[] {
  const { holder, said } = saidOn(dated)
  const cuts = [from, ...standardDays(holder).filter((d) => d > from && d < to)].sort()
  return cuts.map((at, i) => ({
    ...said,
    from: at,
    to: cuts[i + 1] ?? to,
    training: trainingMet(holder.profession, holder.degree, at),
    fit: fitNumber(fitOf(holder, at)),
  }))
}

/** What slices are made of: nothing contested, of languages only what suffices, of courses only what a post of the State asks for. */
function countedOf(facts: readonly Fact[]): Dated[] {
  const state = facts.some((f) => f.group === 'category' && f.level >= 0 && hasPostStandard(textOf(f, 'category')))
  return facts.flatMap((fact) => {
    if (fact.level < 0 || !COUNTED.has(fact.group)) return []
    if (fact.group === 'language' && !isInternational(fact)) return []
    if (!state && (fact.group === 'state-training' || fact.group === 'political-theory')) return []
    const [from, to] = spanOf(fact)
    return [{ fact, from, to, profession: professionIn(fact) }]
  })
}

/** Nghề that a rank or a post tells of. */
function professionIn(f: Fact): string | null {
  if (f.group === 'rank') return professionOfRank(textOf(f, 'code') ?? '')
  if (f.slot !== 'post:main') return null
  return professionOfPost(textOf(f, 'position') ?? '', textOf(f, 'department') ?? '', textOf(f, 'leadership'))
}

/** Bậc 4 is the lowest with which somebody works abroad; a judgement counts when it says how it was reached. */
const ENOUGH_LANGUAGE = 4

function isInternational(f: Fact): boolean {
  if (Number(textOf(f, 'level') ?? 0) >= ENOUGH_LANGUAGE) return true
  return f.data.international === true && (textOf(f, 'assessedBy') ?? '').trim() !== ''
}

/**
 * Nobody is of the register before the first day on which they may have been born: 1972 alone counts from 01/01/1972. A birth that
 * is not before the death says nothing: the dossier stays to be found and mended.
 */
function beginOf(birth: Person['birth'], end: Day): Day {
  const born = birth === null ? FIRST_DAY : firstDayOf(birth)
  return born > FIRST_DAY && born < end ? born : FIRST_DAY
}

/**
 * A degree is held from the beginning of the year it was given in, when no day is known; a certificate of language until the day
 * it expires, that day included.
 */
function spanOf(f: Fact): [Day, Day] {
  const year = f.data.graduated ?? f.data.appointed ?? f.data.recognised
  const from = f.from !== null ? firstDayOf(f.from) : year === undefined ? FIRST_DAY : (`${year}-01-01` as Day)
  const to = f.to === null ? NO_END : firstDayOf(f.to)
  const expires = f.group === 'language' ? textOf(f, 'expires') : null
  if (expires === null) return [from, to]
  const ended = addDays(lastDayOf(expires as PartialDay), 1)
  return [from, ended < to ? ended : to]
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

const heldOn = (facts: readonly Dated[], day: Day): Dated[] => facts.filter((f) => f.from <= day && day < f.to)

const firstOf = (on: readonly Fact[], group: GroupCode, best: (f: Fact) => boolean): Fact | undefined => {
  const mine = on.filter((f) => f.group === group)
  return mine.find(best) ?? mine[0]
}
const codesOf = (on: readonly Fact[], group: GroupCode, field: string): string[] =>
  on.flatMap((f) => (f.group === group ? (textOf(f, field) ?? []) : []))

/** Người này so với chuẩn của nhà giáo và của vị trí vào một ngày: with what lacks and what the dossier does not say. */
export function standingOn(facts: readonly Fact[], day: Day): { fit: Fit | null; training: Met | null } {
  const { holder } = saidOn(heldOn(countedOf(facts), day))
  return { fit: fitOf(holder, day), training: trainingMet(holder.profession, holder.degree, day) }
}

/** What the facts of a day say, and of it what standards look at. */
function saidOn(dated: readonly Dated[]): {
  holder: Holder
  said: Omit<Slice, 'from' | 'to' | 'training' | 'fit'>
} {
  const on = dated.map((f) => f.fact)
  const told = (group: GroupCode) => dated.find((f) => f.fact.group === group && f.profession !== null)?.profession
  const post = on.find((f) => f.slot === 'post:main')
  const kind = firstOf(on, 'category', (f) => f.slot !== null)
  const education = highest(on.filter((f) => f.group === 'education'))
  const rank = textOf(
    on.find((f) => f.group === 'rank'),
    'code',
  )
  const [category, area] = [textOf(kind, 'category'), textOf(kind, 'area')]
  const titles = codesOf(on, 'academic-title', 'title')
  const shared = {
    category,
    leadership: textOf(post, 'leadership'),
    profession: told('rank') ?? told('post') ?? null,
    degree: degreeRank(textOf(education, 'level')),
  }
  const courses = codesOf(on, 'state-training', 'programme')
  return {
    holder: { ...shared, rank, courses, theory: codesOf(on, 'political-theory', 'level') },
    said: {
      ...shared,
      workUnit: unitOf(post, 'body'),
      placeUnit: unitOf(
        on.find((f) => f.group === 'contact'),
        'residence',
      ),
      sector: textOf(kind, 'sector') ?? sectorOfRank(rank),
      area,
      working: livesAndWorks(category, area),
      field:
        textOf(education, 'field') ??
        textOf(
          firstOf(on, 'research-field', (f) => f.data.main === true),
          'field',
        ),
      title: TITLES.find((t) => titles.includes(t)) ?? null,
      international: on.some((f) => f.group === 'language'),
    },
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
  a.leadership === b.leadership &&
  a.profession === b.profession &&
  a.training === b.training &&
  a.fit === b.fit &&
  a.international === b.international
