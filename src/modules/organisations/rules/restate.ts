/**
 * Quy đổi số liệu theo địa bàn, cơ quan của một ngày khác: values reported by the units of one day, told by the units of another.
 *
 * Values stay where they were reported; this is a way of reading them. Every link carries a share of what its unit held. A share
 * that is not known is never guessed: each possible heir gets the bounds that all completions of the unknown shares allow, as
 * tight as the known ones make them. What has no known heir stays in `unallocated`.
 */
import type { Day } from '../../../kernel/day.ts'
import type { Edge, Measure } from '../words.ts'

/** A figure, or the bounds it lies in. Counts and amounts: never negative. */
export type Bounds = { readonly low: number; readonly high: number }

/** Liên kết có ngày, with the shares of every measure that are recorded (null = chưa biết). */
export type DatedLink = Pick<Edge, 'from' | 'to' | 'part' | 'weights'> & { readonly on: Day }

/** Số liệu theo đơn vị của ngày xem. `unit` '' = không có nơi kế thừa (hoặc nơi đi) đã biết. */
export type Share = Bounds & {
  readonly unit: string
  readonly basis: 'reported' | 'restated' | 'range' | 'unallocated'
}

/** Nơi chưa phân bổ: what has no known heir, or no known origin. */
export const UNALLOCATED = ''

type Way = { readonly to: string; readonly weight: number | null }
type Turn = { readonly on: Day; readonly ways: ReadonlyMap<string, readonly Way[]> }
type Reach = ReadonlyMap<string, Bounds>

/**
 * Values by unit as of `from`, told by the units of `to`, later or earlier; units in the order of their ids, `''` last.
 * `links` are complete (`completeLinks`). Links of one day act at the same time. The total is conserved: exactly where shares are
 * known, within the bounds where they are not. Of a measure without any recorded share a unit's only link carries everything.
 */
export function restate(
  values: ReadonlyMap<string, Bounds>,
  links: readonly DatedLink[],
  from: Day,
  to: Day,
  measure: Measure,
): Share[] {
  const reach = reachOf(turnsBetween(links, from, to, measure))
  const found = new Map<string, { low: number; high: number; moved: boolean; open: boolean }>()
  for (const [unit, value] of values) {
    const heirs = unit === UNALLOCATED ? still(unit) : reach(unit)
    for (const [heir, share] of heirs) {
      const sum = found.get(heir) ?? { low: 0, high: 0, moved: false, open: false }
      sum.low += value.low * share.low
      sum.high += value.high * share.high
      sum.moved ||= heir !== unit || heirs.size > 1
      sum.open ||= share.low !== share.high && value.high > 0
      found.set(heir, sum)
    }
  }
  return [...found]
    .map(([unit, s]): Share => ({ unit, low: s.low, high: s.high, basis: basisOf(unit, s) }))
    .sort((a, b) =>
      a.unit === b.unit ? 0 : a.unit === UNALLOCATED || (b.unit !== UNALLOCATED && a.unit > b.unit) ? 1 : -1,
    )
}

const basisOf = (unit: string, s: { moved: boolean; open: boolean }): Share['basis'] =>
  unit === UNALLOCATED ? 'unallocated' : s.open ? 'range' : s.moved ? 'restated' : 'reported'

/** Where a unit's figure can go on each day something happened, in the order the days are passed. */
function turnsBetween(links: readonly DatedLink[], from: Day, to: Day, measure: Measure): Turn[] {
  const forward = from <= to
  const [after, until] = forward ? [from, to] : [to, from]
  const days = Map.groupBy(
    links.filter((x) => x.on > after && x.on <= until),
    (x) => x.on,
  )
  const turns = [...days].map(([on, list]) => ({ on, ways: forward ? waysOn(list, measure) : waysBack(list, measure) }))
  return turns.sort((a, b) => (a.on < b.on === forward ? -1 : 1))
}

const shareOf = (x: DatedLink, measure: Measure): number | null =>
  x.weights.find((w) => w.measure === measure)?.weight ?? null

/** Forwards: the heirs of each unit that something leaves, with the shares; what is not handed on is unallocated. */
function waysOn(links: readonly DatedLink[], measure: Measure): Map<string, Way[]> {
  const leaving = Map.groupBy(
    links.filter((x) => x.from !== null),
    (x) => x.from ?? UNALLOCATED,
  )
  return new Map([...leaving].map(([unit, list]) => [unit, settled(list, measure)]))
}

function settled(list: readonly DatedLink[], measure: Measure): Way[] {
  const ways = list.map((x) => ({ to: x.to ?? UNALLOCATED, weight: shareOf(x, measure) }))
  const open = ways.filter((w) => w.weight === null)
  const rest = Math.max(0, 1 - ways.reduce((sum, w) => sum + (w.weight ?? 0), 0))
  const alone = open.length === 1 ? open[0] : undefined
  // One link that says it carries a part only: the other parts go where nobody knows.
  if (list.length === 1 && alone && list[0]?.part === 'part' && alone.to !== UNALLOCATED)
    return [alone, { to: UNALLOCATED, weight: null }]
  if (alone) return ways.map((w) => (w === alone ? { ...w, weight: rest } : w)).filter((w) => w.weight !== 0)
  const known = ways.filter((w) => w.weight !== 0)
  return open.length > 0 || rest < 1e-9 ? known : [...known, { to: UNALLOCATED, weight: rest }]
}

/** Backwards: where the figure of a unit can have come from. A share of the giver is no share of the heir: only a sole origin is known. */
function waysBack(links: readonly DatedLink[], measure: Measure): Map<string, Way[]> {
  const coming = Map.groupBy(
    links.filter((x) => x.to !== null),
    (x) => x.to ?? UNALLOCATED,
  )
  return new Map(
    [...coming].map(([unit, list]) => {
      const givers = list.filter((x) => shareOf(x, measure) !== 0)
      const origins = givers.length === 0 ? [UNALLOCATED] : [...new Set(givers.map((x) => x.from ?? UNALLOCATED))]
      return [unit, origins.map((to) => ({ to, weight: origins.length === 1 ? 1 : null }))]
    }),
  )
}

const still = (unit: string): Reach => new Map([[unit, { low: 1, high: 1 }]])

/**
 * For a unit at the start: every unit it can end in, with the least and the greatest share. At each turn the unknown shares are
 * free but for their sum, so the bounds of a turn are those of its ways weighed, the rest all to the worst or all to the best.
 */
function reachOf(turns: readonly Turn[]): (unit: string) => Reach {
  const kept = turns.map(() => new Map<string, Reach>())
  const from = (unit: string, at: number): Reach => {
    const next = unit === UNALLOCATED ? -1 : turns.findIndex((t, i) => i >= at && t.ways.has(unit))
    if (next < 0) return still(unit)
    const known = kept[next]?.get(unit)
    if (known) return known
    const ways = (turns[next]?.ways.get(unit) ?? []).map((w) => ({ ...w, reach: from(w.to, next + 1) }))
    const reach = weighed(ways)
    kept[next]?.set(unit, reach)
    return reach
  }
  return (unit) => from(unit, 0)
}

const NONE: Bounds = { low: 0, high: 0 }

function weighed(ways: readonly (Way & { reach: Reach })[]): Reach {
  const sole = ways[0]
  if (ways.length === 1 && sole?.weight === 1) return sole.reach
  const open = ways.filter((w) => w.weight === null)
  const rest = open.length === 0 ? 0 : Math.max(0, 1 - ways.reduce((sum, w) => sum + (w.weight ?? 0), 0))
  const ends = new Set(ways.flatMap((w) => [...w.reach.keys()]))
  return new Map(
    [...ends].map((end) => {
      const certain = (side: 'low' | 'high') =>
        ways.reduce((sum, w) => sum + (w.weight ?? 0) * (w.reach.get(end) ?? NONE)[side], 0)
      const free = open.map((w) => w.reach.get(end) ?? NONE)
      const low = certain('low') + (rest === 0 ? 0 : rest * Math.min(...free.map((b) => b.low)))
      const high = certain('high') + (rest === 0 ? 0 : rest * Math.max(...free.map((b) => b.high)))
      return [end, high - low < 1e-12 ? { low, high: low } : { low, high }]
    }),
  )
}

/** From when to when a unit holds, to tell what its links leave unsaid. */
export type Life = { readonly unit: string; readonly from: Day; readonly to: Day | null }

/**
 * Liên kết đầy đủ: adds what events leave unsaid. A unit that was there before and receives keeps its own; one that begins after
 * `start` and receives nothing comes from outside; one that ends and hands nothing on has no known heir.
 */
export function completeLinks(links: readonly DatedLink[], lives: readonly Life[], start: Day): DatedLink[] {
  const leaves = new Set(links.map((x) => `${x.on} ${x.from}`))
  const comes = new Set(links.map((x) => `${x.on} ${x.to}`))
  const lifeOf = new Map(lives.map((l) => [l.unit, l]))
  const link = (on: Day, from: string | null, to: string | null): DatedLink => ({
    on,
    from,
    to,
    part: 'full',
    weights: [],
  })
  const receivers = new Map(links.flatMap((x) => (x.to === null ? [] : [[`${x.on} ${x.to}`, x] as const])))
  const staying = [...receivers.values()].flatMap(({ on, to }) => {
    const life = to === null ? undefined : lifeOf.get(to)
    const held = life !== undefined && life.from < on && (life.to === null || life.to > on)
    return held && !leaves.has(`${on} ${to}`) ? [link(on, to, to)] : []
  })
  const begun = lives.flatMap((l) =>
    l.from > start && !comes.has(`${l.from} ${l.unit}`) ? [link(l.from, null, l.unit)] : [],
  )
  const ended = lives.flatMap((l) =>
    l.to !== null && !leaves.has(`${l.to} ${l.unit}`) ? [link(l.to, l.unit, null)] : [],
  )
  return [...links, ...staying, ...begun, ...ended]
}

/** No register has more levels. */
const DEEPEST = 20

/** Cộng dồn lên cấp trên: what each unit and everything below it holds; `parents` = the unit above each, on the day asked for. */
export function rollUp(shares: readonly Share[], parents: ReadonlyMap<string, string | null>): Map<string, Bounds> {
  const sums = new Map<string, { low: number; high: number }>()
  for (const s of shares) {
    let at: string | null = s.unit
    for (let depth = 0; at !== null && depth < DEEPEST; depth++) {
      const sum = sums.get(at) ?? { low: 0, high: 0 }
      sum.low += s.low
      sum.high += s.high
      sums.set(at, sum)
      at = parents.get(at) ?? null
    }
  }
  return sums
}
