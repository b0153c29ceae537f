/** Tiêu chuẩn vị trí của một người, in words: what lacks, what the dossier does not say, and where to write it. Pure. */
import type { Day } from '../../../kernel/day.ts'
import type { Fact } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'
import { standingOn } from './slices.ts'
import { ASKS, type Asks, type Met } from './standards.ts'

/** Điều còn thiếu, with the group it is written in. */
export type StandingGap = { readonly label: string; readonly group: GroupCode }

/** Người so với tiêu chuẩn. */
export type Standing = {
  /** Name of the group of posts; null = the table has no standard for the post. */
  readonly label: string | null
  readonly source: string
  readonly met: Met
  readonly lacks: readonly StandingGap[]
  readonly unknown: readonly StandingGap[]
  /** Chuẩn trình độ đào tạo of a teacher or lecturer. */
  readonly training: Met | null
}

/** Tình trạng đạt chuẩn, in words of the screen. */
export const MET_WORDS: Readonly<Record<Met, string>> = {
  dat: 'Đạt',
  chua: 'Chưa đạt',
  'chua-du': 'Chưa đủ thông tin',
}

const GROUP_OF: Readonly<Record<Asks, GroupCode>> = {
  degree: 'education',
  course: 'state-training',
  theory: 'political-theory',
}
const gapsOf = (list: readonly Asks[]): StandingGap[] =>
  list.map((what) => ({ label: ASKS[what].label, group: GROUP_OF[what] }))

/** How somebody stands on a day; null for who holds no post of the State. */
export function standingOf(facts: readonly Fact[], day: Day): Standing | null {
  const { fit, training } = standingOn(facts, day)
  if (fit === null) return null
  return {
    label: fit.standard?.label ?? null,
    source: fit.standard?.source ?? '',
    met: fit.met,
    lacks: gapsOf(fit.lacks),
    unknown: gapsOf(fit.unknown),
    training,
  }
}
