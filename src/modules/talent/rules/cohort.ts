/**
 * Lứa công nhận: who is counted for «tiếp tục làm việc sau 5 năm» (Kế hoạch, mục II.2.3), since when, until when and how it ended.
 * Followed from the day of the first decision; docs/decisions/0020. Pure.
 */
import { type Day, yearOf } from '../../../kernel/day.ts'
import { EXITS, type Standing, type Talent, YEARS } from '../words.ts'

/** Kết cục đã biết: how following somebody ended; `working` = it has not. */
export type Outcome = 'working' | 'left' | 'allowed'

/** Một người được theo dõi. */
export type Followed = {
  readonly personId: string
  readonly talentId: string
  /** Day of the first decision: the cohort is its year. */
  readonly since: Day
  /** The day on which five years are over: whoever worked up to the day before it has stayed. */
  readonly fiveYears: Day
  readonly outcome: Outcome
  /** The day of leaving or of an allowed exit; null while working. */
  readonly on: Day | null
  /** Where the person works, or worked last, as of the day. */
  readonly unitId: string
  readonly sector: string
}

/**
 * The day `years` after `from`. Where that month has no such day the last day of the month (Bộ luật Dân sự 2015, Điều 148: a period
 * in years ends on the day of the last month that corresponds).
 */
export const yearsAfter = (from: Day, years: number): Day =>
  Temporal.PlainDate.from(from).add({ years }).toString() as Day

/** Whole years from `from` to `to`. */
export const wholeYears = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'years' }).years

/** Decisions that count: not withdrawn, and made by the day. Oldest first. */
const decisionsBy = (t: Talent, asOf: Day) =>
  t.recognitions
    .filter((r) => !r.withdrawn && r.decidedOn <= asOf)
    .sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : 0))

/** The day of the first decision that counts, or null. */
export const firstRecognition = (t: Talent, asOf: Day): Day | null => decisionsBy(t, asOf)[0]?.decidedOn ?? null

/** Whether a decision holds on the day: made by then and not ended. */
export const isRecognisedOn = (t: Talent, asOf: Day): boolean =>
  decisionsBy(t, asOf).some((r) => r.endedOn === null || r.endedOn > asOf)

/** Stretches of work that began by the day, oldest first. */
export const episodesBy = (t: Talent, asOf: Day) =>
  t.episodes.filter((e) => e.from <= asOf).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

/** What `standingOn` answers. */
export type Stand = { readonly standing: Standing; readonly on: Day | null; readonly unitId: string }

/** Tình trạng làm việc on a day: the first exit that is no move ends it, whatever comes after. */
export function standingOn(t: Talent, asOf: Day): Stand {
  let unitId = t.unitId
  for (const e of episodesBy(t, asOf)) {
    unitId = e.unitId
    if (e.leftOn === null || e.leftOn > asOf || e.exit === null) continue
    if (e.exit === 'chuyen-trong-tinh') continue
    return { standing: e.exit, on: e.leftOn, unitId }
  }
  return { standing: 'lam-viec', on: null, unitId }
}

const OUTCOMES: Readonly<Record<Standing, Outcome>> = {
  'lam-viec': 'working',
  'nghi-huu': EXITS['nghi-huu'].means === 'allowed' ? 'allowed' : 'left',
  'tu-tran': EXITS['tu-tran'].means === 'allowed' ? 'allowed' : 'left',
  roi: 'left',
}

/** One row for one person: two dossiers that turned out to be one are one talent with the decisions and the work of both. */
export function onePerPerson(talents: readonly Talent[]): Talent[] {
  return [...Map.groupBy(talents, (t) => t.personId).values()].flatMap((same) => {
    const [first, ...others] = same
    if (first === undefined || others.length === 0) return first ?? []
    const all = <T>(of: (t: Talent) => readonly T[]): T[] => same.flatMap((t) => [...of(t)])
    const episodes = all((t) => t.episodes)
    return {
      ...first,
      recognitions: all((t) => t.recognitions),
      // The same exit recorded on both dossiers is one; a stretch still open on one says the person works.
      episodes: episodes.filter((e) => e.leftOn === null || e.exit === 'chuyen-trong-tinh' || stands(e, episodes)),
      reviews: all((t) => t.reviews),
    }
  })
}

/** Whether an exit ends the work of a merged person: no other stretch that began before it goes beyond it. */
const stands = (exit: Talent['episodes'][number], all: Talent['episodes']): boolean =>
  !all.some(
    (e) =>
      e.key !== exit.key &&
      e.talentId !== exit.talentId &&
      exit.leftOn !== null &&
      e.from < exit.leftOn &&
      (e.leftOn === null || e.leftOn > exit.leftOn),
  )

/** Everybody followed as of a day, each once. Whoever was recognised after the day, or by mistake, is not there. */
export function followedOn(talents: readonly Talent[], asOf: Day): Followed[] {
  return onePerPerson(talents).flatMap((t) => {
    const decisions = decisionsBy(t, asOf)
    const [first] = decisions
    if (first === undefined) return []
    const { standing, on, unitId } = standingOn(t, asOf)
    // Somebody who had left before being recognised was never followed.
    if (on !== null && on <= first.decidedOn) return []
    return {
      personId: t.personId,
      talentId: t.id,
      since: first.decidedOn,
      fiveYears: yearsAfter(first.decidedOn, YEARS),
      outcome: OUTCOMES[standing],
      on,
      unitId,
      sector: decisions.at(-1)?.sector ?? first.sector,
    }
  })
}

/** Đã đủ 5 năm by the day and countable: an allowed exit before five years are over leaves nothing to ask. */
export const isReached = (f: Followed, asOf: Day): boolean =>
  f.fiveYears <= asOf && !(f.outcome === 'allowed' && f.on !== null && f.on < f.fiveYears)

/** Còn làm việc khi đủ 5 năm: did not leave before that day. What happens later does not change it. */
export const hasStayed = (f: Followed): boolean => !(f.outcome === 'left' && f.on !== null && f.on < f.fiveYears)

/** Ngày lứa đầu tiên đo được: the earliest day on which somebody will have been recognised for five years; null = nobody is followed. */
export function firstMeasurable(followed: readonly Followed[]): Day | null {
  const days = followed
    .filter((f) => f.outcome !== 'allowed' || (f.on ?? f.fiveYears) >= f.fiveYears)
    .map((f) => f.fiveYears)
  return days.sort()[0] ?? null
}

/** Lứa: the year of the first decision. */
export const cohortOf = (f: Followed): number => yearOf(f.since)
