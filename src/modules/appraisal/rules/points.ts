/** Tính điểm: from what was counted to points, and from three points to the one that stands. All in hundredths, so that sums are exact. */
import type { Counted, Item } from '../words.ts'
import type { Criterion, Rule } from './profile.ts'

/** Half a hundredth goes up; sums of rounded points are rounded again so that no binary remainder stays. */
export const rounded = (points: number): number => Math.round((points + Number.EPSILON) * 100) / 100

/** Sum of points, exact to the hundredth. */
export const sumOf = (list: readonly number[]): number => list.reduce((n, p) => n + Math.round(p * 100), 0) / 100

/** Điểm theo số đếm: `applies` false = there was nothing to measure. Nothing sent gives no points. Never below 0, never above `max`. */
export function computePoints(rule: Rule, max: number, counted: Counted): { applies: boolean; points: number } {
  if (counted === null) return { applies: true, points: 0 }
  const { n, of } = counted
  if (rule.kind === 'ty-le') {
    if (of === null || of === 0) return { applies: false, points: 0 }
    return { applies: true, points: bounded((max * n) / of, max) }
  }
  if (rule.kind === 'tru') return { applies: true, points: bounded(max - rule.each * n, max) }
  return { applies: true, points: bounded(rule.steps.find((s) => n <= s.upTo)?.points ?? 0, max) }
}

const bounded = (points: number, max: number): number => rounded(Math.min(max, Math.max(0, points)))

/** A fresh item of a criterion: computed where it is counted, empty where people score. */
export function countItem(
  c: Criterion,
  counted: Counted,
): Pick<Item, 'criterion' | 'applies' | 'computed' | 'counted'> {
  if (c.scored.by === 'nguoi') return { criterion: c.code, applies: true, computed: null, counted: null }
  const { applies, points } = computePoints(c.scored.rule, c.max, counted)
  return { criterion: c.code, applies, computed: applies ? points : null, counted }
}

/** Điểm đứng: what the appraiser gave, else what was computed, else none. Points a body gives itself stand only when appraised. */
export const finalOf = (i: Pick<Item, 'applies' | 'computed' | 'appraised'>): number =>
  i.applies ? (i.appraised ?? i.computed ?? 0) : 0

/** Điểm cơ quan tự nhận: its own, else the computed points it agrees to. */
export const selfOf = (i: Pick<Item, 'applies' | 'computed' | 'self'>): number =>
  i.applies ? (i.self ?? i.computed ?? 0) : 0

/** Chênh lệch: what stands less what the body scored itself. */
export const differenceOf = (i: Pick<Item, 'applies' | 'computed' | 'self' | 'appraised'>): number =>
  rounded(finalOf(i) - selfOf(i))
