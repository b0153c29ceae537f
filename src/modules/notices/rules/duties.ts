/** Việc của tôi: sorted by urgency, grouped, counted. Overdue stays on top until settled. */
import type { Duty, DutyGroup } from '../words.ts'

/** The group of a duty. */
export function groupOf(d: Duty): DutyGroup {
  if (d.waitsFor !== null) return 'cho'
  if (d.daysLate > 0) return 'qua-han'
  if (d.returned) return 'tra-lai'
  if (d.toDecide || (d.daysLeft !== null && d.daysLeft <= 7)) return '7-ngay'
  return 'sau'
}

const RANK: Readonly<Record<DutyGroup, number>> = { 'qua-han': 0, 'tra-lai': 1, '7-ngay': 2, sau: 3, cho: 4 }

/** Sorted: by group, most days late first, then nearest deadline, then title. */
export function sortDuties(list: readonly Duty[]): Duty[] {
  return [...list].sort(
    (a, b) =>
      RANK[groupOf(a)] - RANK[groupOf(b)] ||
      b.daysLate - a.daysLate ||
      (a.daysLeft ?? 9999) - (b.daysLeft ?? 9999) ||
      a.title.localeCompare(b.title, 'vi'),
  )
}

/** Bộ lọc của trang. */
export type DutyFilter = 'tat-ca' | 'qua-han' | '7-ngay' | 'tra-lai' | 'cho-toi-duyet' | 'cho'

/** Whether a duty passes a filter. A returned report that is also late is in both. */
export function passes(d: Duty, filter: DutyFilter): boolean {
  if (filter === 'tat-ca') return true
  if (filter === 'tra-lai') return d.returned && d.waitsFor === null
  if (filter === 'cho-toi-duyet') return d.toDecide
  return groupOf(d) === filter
}

/** How many pass each filter. */
export function countDuties(list: readonly Duty[]): Record<DutyFilter, number> {
  const of = (f: DutyFilter) => list.filter((d) => passes(d, f)).length
  return {
    'tat-ca': list.length,
    'qua-han': of('qua-han'),
    '7-ngay': of('7-ngay'),
    'tra-lai': of('tra-lai'),
    'cho-toi-duyet': of('cho-toi-duyet'),
    cho: of('cho'),
  }
}

/** Whether an obligation asks for a report now: nothing sent that stands, the period open, not released. */
export const owesReport = (o: { daysLeft: number | null; daysOverdue: number }): boolean =>
  o.daysLeft !== null || o.daysOverdue > 0
