/** Lọc danh sách nhân tài: conditions of the address, and whom they let through. Pure. */
import { type Day, parseDay } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/text.ts'
import { CLASSES, STANDINGS, type Standing, type TalentClass } from '../words.ts'
import type { NextMilestone, Warning } from './watching.ts'

/** Dòng của danh sách. */
export type TalentLine = {
  readonly code: string
  readonly name: string | null
  readonly personCode: string | null
  readonly sex: 'nam' | 'nu' | null
  readonly unitId: string
  readonly unitName: string
  readonly talentClass: TalentClass
  /** Code of `linh-vuc`, and its label. */
  readonly sector: string
  readonly sectorLabel: string
  readonly since: Day
  /** Whole years since the first decision. */
  readonly years: number
  readonly standing: Standing
  readonly leftOn: Day | null
  /** Why the person left, in words; '' when there is nothing to say. */
  readonly leftWhy: string
  /** Whether a decision still holds. */
  readonly recognised: boolean
  readonly reached: boolean
  readonly stayed: boolean
  readonly next: NextMilestone | null
  readonly warnings: readonly Warning[]
}

/** Điều kiện. Empty = no condition. */
export type ListConditions = {
  readonly q: string
  readonly standing: string
  readonly unitIds: readonly string[] | null
  readonly sector: string
  readonly sex: string
  readonly cohort: string
  readonly talentClass: string
  readonly warned: boolean
  readonly reached: boolean
  readonly stayed: boolean
}

/** Whether a line is asked for. */
export const isAsked = (l: TalentLine, c: ListConditions): boolean =>
  (c.q === '' || fold(`${l.name ?? ''} ${l.code} ${l.personCode ?? ''}`).includes(fold(c.q))) &&
  (c.standing === '' || l.standing === c.standing) &&
  (c.unitIds === null || c.unitIds.includes(l.unitId)) &&
  (c.sector === '' || l.sector === c.sector) &&
  (c.sex === '' || l.sex === c.sex) &&
  (c.cohort === '' || l.since.startsWith(`${c.cohort}-`)) &&
  (c.talentClass === '' || l.talentClass === c.talentClass) &&
  (!c.warned || l.warnings.length > 0) &&
  (!c.reached || l.reached) &&
  (!c.stayed || l.stayed)

/** The day an address asks for: never after today. */
export const dayAsked = (typed: string, today: Day): Day => {
  const asked = parseDay(typed)
  return asked === null || asked > today ? today : asked
}

/** What is on, in words for a paper; "" = everybody. */
export function filterWords(c: ListConditions): string {
  const standing = Object.hasOwn(STANDINGS, c.standing) ? STANDINGS[c.standing as Standing].label.toLowerCase() : ''
  const group = Object.hasOwn(CLASSES, c.talentClass) ? CLASSES[c.talentClass as TalentClass].label.toLowerCase() : ''
  return [
    standing,
    group,
    c.cohort === '' ? '' : `công nhận năm ${c.cohort}`,
    c.warned ? 'người cần xem' : '',
    c.reached ? 'đã đủ 5 năm' : '',
    c.unitIds === null ? '' : 'một cơ quan',
    c.sector === '' ? '' : 'một lĩnh vực',
    c.q === '' ? '' : `tìm «${c.q}»`,
  ]
    .filter((w) => w !== '')
    .join(', ')
}
