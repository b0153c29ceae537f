/**
 * Thành phần thực hiện: recipient lines become bodies. Departments, public units, districts and communes are obligated;
 * Party, Front, associations, vertical bodies and the committee itself are informed (DESIGN.md §3). An officer may change it.
 */
import type { Day } from '../../../kernel/day.ts'
import { yearPeriod } from '../../../kernel/validity.ts'
import type { Obligated, Participant, ParticipantRole, RecipientLine } from '../words.ts'
import type { Resolved } from './lead.ts'

/** Groups the issuer may give work to and have report from. */
const OBLIGATED_GROUPS = new Set(['co-quan-chuyen-mon', 'don-vi-su-nghiep', 'cap-huyen', 'cap-xa'])

/** The role of a group of bodies. */
export const roleOfGroup = (group: string): ParticipantRole => (OBLIGATED_GROUPS.has(group) ? 'obligated' : 'informed')

/** A recipient line and the bodies it names. */
export type NamedLine = { readonly line: Pick<RecipientLine, 'name' | 'archive'>; readonly resolved: Resolved }

/**
 * The bodies of the recipient lines, each once, under the first group line that names it.
 * A line that names leaders of a body ("Lãnh đạo …") informs them; the body's own duty comes from its group line.
 */
export function participantsOf(
  lines: readonly NamedLine[],
  groupOf: (unitId: string) => string,
): { unitId: string; role: ParticipantRole; line: string }[] {
  const found = new Map<string, { unitId: string; role: ParticipantRole; line: string }>()
  const inOrder = [
    ...lines.filter((l) => l.resolved.kind === 'group'),
    ...lines.filter((l) => l.resolved.kind === 'single'),
  ]
  for (const { line, resolved } of inOrder) {
    if (line.archive) continue
    for (const unitId of resolved.unitIds) {
      if (found.has(unitId)) continue
      const role = namesLeaders(line.name) ? 'informed' : roleOfGroup(groupOf(unitId))
      found.set(unitId, { unitId, role, line: line.name })
    }
  }
  return [...found.values()]
}

const namesLeaders = (line: string): boolean => /^(Lãnh đạo|Thường trực|Chủ tịch|Thủ trưởng|Giám đốc)/u.test(line)

type Succeed = (
  start: readonly { unitId: string; from: Day }[],
  span: { from: Day; to: Day | null },
) => readonly Obligated[]

/**
 * Cơ quan phải thực hiện trong năm: every body that held the duty on any day of `year`, by succession from those
 * obligated on the day of the plan. A role decided for a body holds for that body itself.
 */
export function obligatedOf(
  list: readonly Pick<Participant, 'unitId' | 'role' | 'byDecision'>[],
  planDate: Day,
  year: number,
  succeed: Succeed,
): Obligated[] {
  const start = list.filter((p) => p.role === 'obligated').map((p) => ({ unitId: p.unitId, from: planDate }))
  const freed = new Set(list.filter((p) => p.byDecision && p.role === 'informed').map((p) => p.unitId))
  return succeed(start, yearPeriod(year)).filter((h) => !freed.has(h.unitId))
}
