/**
 * Chuẩn của nhà giáo và của vị trí công tác, by day (facts/post-standards.json). Nobody fails for want of an entry: what the dossier
 * does not say is «chưa đủ thông tin», what it says and is too little is «chưa đạt». Pure.
 */
import table from '../../../../facts/post-standards.json' with { type: 'json' }
import type { Day } from '../../../kernel/day.ts'
import { degreeRank } from './degree.ts'

/** Tình trạng đạt chuẩn: code of the list `dat-chuan`. */
export type Met = 'dat' | 'chua' | 'chua-du'

/** Điều tiêu chuẩn đòi. */
export type Asks = 'degree' | 'course' | 'theory'

/** Điều tiêu chuẩn đòi, in words of the screen. */
export const ASKS: Readonly<Record<Asks, { readonly label: string; readonly source: string }>> = {
  degree: { label: 'Trình độ đào tạo', source: table.source },
  course: { label: 'Bồi dưỡng quản lý nhà nước', source: table.source },
  theory: { label: 'Lý luận chính trị', source: table.source },
}

/** Người trước tiêu chuẩn: what of a person on a day is looked at. */
export type Holder = {
  readonly category: string | null
  readonly leadership: string | null
  /** Code of the rank or professional title. */
  readonly rank: string | null
  readonly profession: string | null
  /** Rank of the highest degree, 0 = not known. */
  readonly degree: number
  /** Codes of programmes of state management and of political theory, all that were finished by the day. */
  readonly courses: readonly string[]
  readonly theory: readonly string[]
}

/** Tiêu chuẩn của một vị trí. */
export type PostStandard = {
  readonly code: string
  readonly label: string
  readonly source: string
  readonly from: string
  readonly to: string | null
  readonly leaderships?: readonly string[]
  readonly categories?: readonly string[]
  /** First parts of codes of rank. */
  readonly ranks?: readonly string[]
  readonly professions?: readonly string[]
  /** Lowest rank of degree. */
  readonly degree: number
  /** One of these programmes. */
  readonly course?: readonly string[]
  readonly theory?: readonly string[]
}

/** Kết quả so với tiêu chuẩn của vị trí. */
export type Fit = {
  /** Null: no standard of the table is for this post. */
  readonly standard: PostStandard | null
  readonly met: Met
  /** What is known to be too little. */
  readonly lacks: readonly Asks[]
  /** What the dossier does not say. */
  readonly unknown: readonly Asks[]
}

type TrainingStandard = {
  readonly profession: string
  readonly degree: number
  readonly from: string | null
  readonly to: string | null
}
const TRAINING: readonly TrainingStandard[] = table.training
const POSTS: readonly PostStandard[] = table.posts

const holds = (s: { readonly from: string | null; readonly to: string | null }, day: Day): boolean =>
  (s.from === null || s.from <= day) && (s.to === null || day < s.to)

const daysOf = (list: readonly { readonly from: string | null; readonly to: string | null }[]): Day[] =>
  [...new Set(list.flatMap((s) => [s.from, s.to]).filter((d) => d !== null))].sort() as Day[]

const TRAINING_OF: ReadonlyMap<string, readonly TrainingStandard[]> = Map.groupBy(TRAINING, (s) => s.profession)
const TRAINING_DAYS: readonly Day[] = daysOf(TRAINING)

/** Chuẩn trình độ đào tạo of a teacher or a lecturer; null for everybody else. */
export function trainingMet(profession: string | null, degree: number, day: Day): Met | null {
  if (profession === null) return null
  const standard = TRAINING_OF.get(profession)?.find((s) => holds(s, day))
  if (standard === undefined) return profession === 'giao-vien' ? 'chua-du' : null
  if (degree === 0) return 'chua-du'
  return degree >= standard.degree ? 'dat' : 'chua'
}

const STATE: ReadonlySet<string> = new Set(['can-bo', 'cong-chuc', 'vien-chuc'])

/** Whether somebody holds a post of the State, which has a standard. */
export const hasPostStandard = (category: string | null): boolean => category !== null && STATE.has(category)

/** Standards that may be those of a post, in their order, and the days on which one of them begins or ends. */
type Candidates = { readonly list: readonly PostStandard[]; readonly days: readonly Day[] }

/** Posts are of few kinds: what standards each may have is worked out once. */
const candidates = new Map<string, Candidates>()
const MOST_KINDS = 5000

function candidatesFor(h: Holder): Candidates {
  const key = `${h.category}|${h.leadership}|${h.rank}|${h.profession}`
  const known = candidates.get(key)
  if (known !== undefined) return known
  const among = (list: readonly string[] | undefined, value: string | null): boolean =>
    list === undefined || (value !== null && list.includes(value))
  const list = POSTS.filter(
    (s) =>
      among(s.leaderships, h.leadership) &&
      among(s.categories, h.category) &&
      among(s.professions, h.profession) &&
      (s.ranks === undefined || (h.rank !== null && s.ranks.some((r) => h.rank?.startsWith(r)))),
  )
  const found = { list, days: daysOf(list) }
  if (candidates.size < MOST_KINDS) candidates.set(key, found)
  return found
}

const standardFor = (h: Holder, day: Day): PostStandard | null =>
  candidatesFor(h).list.find((s) => holds(s, day)) ?? null

/** Days on which a standard changes that this person must meet. */
export function standardDays(h: Holder): readonly Day[] {
  const teaches = h.profession !== null && TRAINING_OF.has(h.profession)
  const posts = hasPostStandard(h.category) ? candidatesFor(h).days : []
  return teaches ? [...new Set([...TRAINING_DAYS, ...posts])] : posts
}

/** Mức phù hợp với vị trí việc làm of somebody of the State on a day; null for everybody else. */
export function fitOf(h: Holder, day: Day): Fit | null {
  if (!hasPostStandard(h.category)) return null
  const standard = standardFor(h, day)
  if (standard === null) return { standard, met: 'chua-du', lacks: [], unknown: [] }
  const has = (wanted: readonly string[] | undefined, held: readonly string[]): boolean =>
    wanted === undefined || wanted.some((w) => held.includes(w))
  const failed: readonly (readonly [Asks, boolean])[] = [
    ...(h.degree < standard.degree ? [['degree', h.degree > 0] as const] : []),
    ...(has(standard.course, h.courses) ? [] : [['course', h.courses.length > 0] as const]),
    ...(has(standard.theory, h.theory) ? [] : [['theory', h.theory.length > 0] as const]),
  ]
  const lacks = failed.flatMap(([what, said]) => (said ? what : []))
  const unknown = failed.flatMap(([what, said]) => (said ? [] : what))
  return { standard, met: lacks.length > 0 ? 'chua' : unknown.length > 0 ? 'chua-du' : 'dat', lacks, unknown }
}

const BIT: Readonly<Record<Asks, number>> = { degree: 1, course: 2, theory: 4 }
const UNKNOWN = 8
const NO_STANDARD = 64

/** As one number: 0 = đạt; 1, 2, 4 = what lacks; the same by 8 = what is not known; 64 = no standard for the post. */
export function fitNumber(fit: Fit | null): number | null {
  if (fit === null) return null
  if (fit.standard === null) return NO_STANDARD
  const bits = (list: readonly Asks[]): number => list.reduce((n, what) => n + BIT[what], 0)
  return bits(fit.lacks) + UNKNOWN * bits(fit.unknown)
}

/** Rank of the lowest degree named. */
export const lowestDegree = (codes: readonly string[]): number =>
  Math.min(...codes.map((c) => degreeRank(c.replace(/^tu-/, ''))))
