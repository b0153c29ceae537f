/** Địa bàn đã kết thúc: which units of a day came from a territory that is no more. */
import type { Day } from '../../../kernel/day.ts'
import type { Unit } from '../words.ts'
import type { DatedLink } from './restate.ts'
import { subtree } from './tree.ts'

/** What is known of the territory: its units on its last day, and the units that hold on the day asked for. */
export type Ended = {
  readonly before: readonly string[]
  readonly ended: Day
  readonly links: readonly DatedLink[]
  readonly units: readonly Pick<Unit, 'id' | 'kind' | 'parentId'>[]
  readonly day: Day
}

/**
 * Units of the day that are, or came from, units of the territory, and what stands under those. A unit that lost everything it had
 * to others is followed to them. Provinces are left out: the heir of the whole is not a place of it.
 */
export function placesOf({ before, ended, links, units, day }: Ended): Set<string> {
  const days = Map.groupBy(
    links.filter((x) => x.on >= ended && x.on <= day && x.from !== null),
    (x) => x.on,
  )
  let inside = new Set(before)
  for (const [, list] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const leaving = list.filter((x) => x.from !== null && inside.has(x.from))
    const gone = new Set(leaving.map((x) => x.from))
    const heirs = leaving.flatMap((x) => (x.to === null ? [] : [x.to]))
    inside = new Set([...[...inside].filter((u) => !gone.has(u)), ...heirs])
  }
  const held = units.filter((u) => inside.has(u.id) && u.kind !== 'province').map((u) => u.id)
  return new Set(subtree(units, held))
}

/** The territory itself and, from the days it passed on, the units that it became. */
export function heirsOfWhole(territory: string, links: readonly DatedLink[], day: Day): Set<string> {
  const found = new Set([territory])
  for (const x of links.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)))
    if (x.on <= day && x.from !== null && x.to !== null && found.has(x.from)) found.add(x.to)
  return found
}
