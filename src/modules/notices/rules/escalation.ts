/** Công văn tự soạn: seven days past the deadline the letter is drafted by itself, unless the body has been urged by letter already. */
import { type Day, dayOf } from '../../../kernel/day.ts'
import { owesReport } from './duties.ts'
import { dayOfStep } from './ladder.ts'

/** A letter there is: to whom, as of when. */
export type Urged = { readonly unitIds: readonly string[]; readonly asOf: Temporal.Instant }

/** The bodies to write to now. Asked again after the letter, it answers with nobody. */
export function bodiesToUrge(
  owing: readonly { unitId: string; dueBefore: Day; daysLeft: number | null; daysOverdue: number }[],
  letters: readonly Urged[],
  today: Day,
): string[] {
  const reached = owing.filter((o) => owesReport(o) && o.daysOverdue > 0 && dayOfStep('T+7', o.dueBefore) <= today)
  const urged = (o: { unitId: string; dueBefore: Day }): boolean =>
    letters.some((l) => dayOf(l.asOf) >= o.dueBefore && l.unitIds.includes(o.unitId))
  return [...new Set(reached.filter((o) => !urged(o)).map((o) => o.unitId))]
}
