/** Tổng điểm, chỉ số và xếp hạng. */
import type { Item, Ranked } from '../words.ts'
import { finalOf, rounded, sumOf } from './points.ts'
import type { Profile } from './profile.ts'

/** A body and its items, before it has a rank. */
export type Scored = {
  readonly unitCode: string
  readonly unitName: string
  readonly group: string
  readonly items: readonly Item[]
}

/** Tổng điểm: of each group of criteria and of all; `index` = total over what applies, as a percentage; nothing applies = 0. */
export function totalOf(
  p: Profile,
  items: readonly Item[],
): Pick<Ranked, 'parts' | 'total' | 'most' | 'index' | 'band'> {
  const byCode = new Map(items.map((i) => [i.criterion, i]))
  const parts = Object.fromEntries(
    p.groups.map((g) => [
      g.no,
      sumOf(g.criteria.flatMap((c) => (byCode.has(c.code) ? [finalOf(byCode.get(c.code) ?? NONE)] : []))),
    ]),
  )
  const total = sumOf(Object.values(parts))
  const most = sumOf(
    p.groups.flatMap((g) => g.criteria.filter((c) => byCode.get(c.code)?.applies === true).map((c) => c.max)),
  )
  const index = most === 0 ? 0 : rounded((total / most) * 100)
  return { parts, total, most, index, band: bandOf(p, index) }
}

const NONE = { applies: false, computed: null, appraised: null }

/** Xếp loại of an index. */
export const bandOf = (p: Profile, index: number): string => p.bands.find((b) => index >= b.from)?.label ?? ''

/** Xếp hạng: within each group of bodies, by index; equal indexes share a rank (1, 2, 2, 4), and stand in the order of their codes. */
export function rank(p: Profile, bodies: readonly Scored[], groups: readonly string[]): Ranked[] {
  const totals = bodies.map(({ items, ...b }) => ({ ...b, ...totalOf(p, items) }))
  const place = (g: string): number => (groups.includes(g) ? groups.indexOf(g) : groups.length)
  return totals
    .map((b) => ({ ...b, rank: 1 + totals.filter((o) => o.group === b.group && o.index > b.index).length }))
    .sort((a, b) => place(a.group) - place(b.group) || b.index - a.index || (a.unitCode < b.unitCode ? -1 : 1))
}
