/** Đời công tác của người mẫu: what is true of an invented person; entries for the register and rows of staff lists are written from it. */
import type { Day } from '../../kernel/day.ts'
import type { PartialDay } from '../../kernel/partial-day.ts'
import type { Stay } from './land.ts'
import type { Major } from './majors.ts'
import type { Sex } from './names.ts'
import type { Trade } from './trades.ts'

/** Nhân thân. */
export type Core = {
  readonly family: string
  readonly middle: string
  readonly given: string
  readonly name: string
  readonly sex: Sex
  /** The true day; `birthKnown` is what papers say. */
  readonly birth: Day
  readonly birthKnown: PartialDay
  readonly ethnicity: string
  readonly nationality: string
  readonly cccd: string
  readonly birthPlace: string
  readonly homePlace: string
}

/** Bằng cấp. `level` = code of the list `trinh-do`. */
export type Degree = {
  readonly level: string
  readonly degree: string | null
  readonly major: Major
  readonly school: string
  readonly country: string | null
  readonly form: string
  readonly started: number
  readonly graduated: number
  readonly grade: string
}

/** Vị trí công tác. `body` = code in the register, or null with the words for a place that is not in it. */
export type Post = {
  readonly body: string | null
  readonly bodyText: string | null
  readonly department: string
  readonly position: string
  readonly leadership: string | null
  readonly from: PartialDay
  readonly to: Day | null
  readonly reason: string | null
}

/** Ngạch, chức danh nghề nghiệp from a day. */
export type RankHeld = { readonly code: string; readonly step: number; readonly from: Day }

/** Công trình, nhiệm vụ, sáng kiến của người làm khoa học. */
export type Work = {
  readonly group: 'publication' | 'project' | 'invention' | 'advisory'
  readonly data: Readonly<Record<string, string | number | boolean>>
  readonly on: Day
}

/** Khen thưởng. */
export type Award = { readonly class: string; readonly award: string; readonly authority: string; readonly on: Day }

/** Người mẫu. */
export type Life = {
  /** From 0; the same number is the same person in every world of that size. */
  readonly number: number
  readonly trade: Trade
  /** What somebody retired did before. */
  readonly formerTrade: Trade | null
  readonly core: Core
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly residence: readonly Stay[]
  readonly abroad: string | null
  readonly degrees: readonly Degree[]
  readonly title: { readonly title: 'GS' | 'PGS'; readonly year: number } | null
  readonly posts: readonly Post[]
  readonly ranks: readonly RankHeld[]
  /** Day of retirement, or null. */
  readonly retired: Day | null
  readonly theory: { readonly level: string; readonly on: Day } | null
  readonly stateTraining: { readonly programme: string; readonly on: Day } | null
  readonly language: {
    readonly language: string
    readonly level: string
    readonly certificate: string
    readonly score: string
  } | null
  readonly digital: string | null
  readonly schooling: string
  readonly appraisals: readonly { readonly year: number; readonly result: string }[]
  readonly awards: readonly Award[]
  readonly works: readonly Work[]
  readonly researchShare: number | null
  readonly association: { readonly name: string; readonly post: string | null; readonly from: Day } | null
  readonly party: Day | null
  readonly religion: string
  readonly talent: { readonly basis: string; readonly recruited: Day } | null
  readonly availability: { readonly topics: string; readonly hours: number; readonly unpaid: boolean } | null
  /** Who keeps the dossier where no body of a post does, day by day: the first of these that names a unit (`keeper.ts`). */
  readonly keptBy: readonly (readonly Stay[])[]
}
