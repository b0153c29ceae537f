/**
 * Sổ bộ theo thời gian: folds units and events (by code) into rows with validity. What an event says is the only way
 * a unit ends, changes its name or moves.
 */
import type { Day } from '../../../kernel/day.ts'
import type { Validity } from '../../../kernel/validity.ts'
import type { EventFact, RegisterFacts, UnitFact } from './register-facts.ts'

/** Một giá trị có ngày hiệu lực. */
export type Dated<T> = T & { readonly valid: Validity }

/** Đơn vị with everything that is dated. */
export type UnitHistory = {
  readonly fact: UnitFact
  readonly valid: Validity
  readonly names: readonly Dated<{ name: string; officeName: string; type: string | null }>[]
  readonly parents: readonly Dated<{ parent: string }>[]
}

const byDay = (a: EventFact, b: EventFact): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)

/** Events in order of days, those of one day as they stand in the file. */
export const inTime = (events: readonly EventFact[]): EventFact[] => [...events].sort(byDay)

/** All units a register names, those that begin with an event included. */
export const allUnits = (facts: RegisterFacts): UnitFact[] => [
  ...facts.units,
  ...facts.events.flatMap((e) => e.units.map((u) => ({ ...u, from: e.on }))),
]

/** Folds the facts into the history of each unit. Facts that contradict each other are found by `checkEvents`. */
export function historyOfUnits(facts: RegisterFacts): UnitHistory[] {
  const events = inTime(facts.events)
  const ends = new Map(events.flatMap((e) => e.ends.map((c) => [c, e.on] as const)))
  const renames = groupBy(events.flatMap((e) => e.renames.map((r) => ({ ...r, on: e.on }))))
  const moves = groupBy(events.flatMap((e) => e.moves.map((m) => ({ ...m, on: e.on }))))
  return allUnits(facts).map((fact) => {
    const end = ends.get(fact.code) ?? null
    const first = { name: fact.name, officeName: fact.officeName, type: fact.type, on: fact.from }
    const homes = fact.parent === null ? [] : [{ parent: fact.parent, on: fact.from }]
    return {
      fact,
      valid: { from: fact.from, to: end },
      names: dated([first, ...(renames.get(fact.code) ?? [])], end).map(({ name, officeName, type, valid }) => ({
        name,
        officeName,
        type,
        valid,
      })),
      parents: dated([...homes, ...(moves.get(fact.code) ?? [])], end).map(({ parent, valid }) => ({ parent, valid })),
    }
  })
}

function groupBy<T extends { unit: string }>(list: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) groups.set(item.unit, [...(groups.get(item.unit) ?? []), item])
  return groups
}

function dated<T extends { on: Day }>(list: readonly T[], end: Day | null): (T & { valid: Validity })[] {
  return list.map((item, i) => ({ ...item, valid: { from: item.on, to: list[i + 1]?.on ?? end } }))
}
