/**
 * Phần chuyên môn của hồ sơ: what of a dossier is read by somebody without the right to basic personal data: the groups of tier A, and
 * of their entries the fields of tier A. An evidence names papers by number and is left out with them. Pure.
 */
import type { PartialDay } from '../../../kernel/partial-day.ts'
import type { Fact } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'
import { groupOf, tierOf } from '../words/groups.ts'
import type { Tab } from './dossier-view.ts'

/** Whether a group belongs to the professional part. */
export const isProfessional = (group: GroupCode): boolean => groupOf(group).tier === 'A'

/** The entries of the professional part, without what is of a higher tier in them. */
export const professionalFacts = <T extends Fact>(facts: readonly T[]): T[] =>
  facts.filter((f) => isProfessional(f.group)).map((f) => ({ ...f, data: openData(f), evidence: '' }))

function openData({ group, data }: Fact): Fact['data'] {
  const whole = groupOf(group)
  const open = whole.fields.filter((f) => tierOf(whole, f) === 'A').flatMap((f) => [f.name, `${f.name}Text`])
  return Object.fromEntries(Object.entries(data).filter(([name]) => open.includes(name)))
}

/** Of a day of birth the year: enough to tell two people of one name apart. */
export const yearOnly = (day: PartialDay | null): PartialDay | null =>
  day === null ? null : (day.slice(0, 4) as PartialDay)

/** Who looked and what was done belong to those who keep the dossier. */
export const professionalTab = (tab: Tab): Tab => (tab === 'da-xem' || tab === 'lich-su' ? 'tong-quan' : tab)
