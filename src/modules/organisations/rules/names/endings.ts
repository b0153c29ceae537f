/** Kết thúc và kế thừa: when a body, or a name, ended, by which act, and who holds its duties now, by function. */
import type { Day } from '../../../../kernel/day.ts'
import type { BorneName, Ending, EndingEdge, Heir } from './resolution.ts'

/** The last known name of each unit, with the unit above it where that helps to tell two of one name apart. */
export type LastName = { readonly name: string; readonly above: string | null }

/** The last known names. */
export const lastNames = (borne: readonly BorneName[]): Map<string, LastName> => {
  const last = new Map<string, BorneName>()
  for (const b of borne) {
    const known = last.get(b.unitId)
    if (known === undefined || known.valid.from < b.valid.from) last.set(b.unitId, b)
  }
  return new Map([...last].map(([id, b]) => [id, { name: b.officeName, above: b.above }]))
}

/** Who holds, on `asOf`, what `unitId` held: links are followed event by event; the function named last stays. */
export function heirsOf(
  unitId: string,
  edges: readonly EndingEdge[],
  asOf: Day,
  names: ReadonlyMap<string, LastName>,
): Heir[] {
  const found = new Map<string, Heir>()
  const follow = (id: string, since: Day | null, func: string | null, seen: ReadonlySet<string>): void => {
    const next = edges.filter((e) => e.from === id && e.on <= asOf && (since === null || e.on > since))
    const on = next.map((e) => e.on).sort()[0]
    const now = next.filter((e) => e.on === on)
    if (now.length === 0) {
      if (id !== unitId && !found.has(id)) found.set(id, { id, name: told(id, unitId, names), function: func })
      return
    }
    for (const e of now) {
      if (e.to === null || (e.to !== id && seen.has(e.to))) continue
      follow(e.to, e.on, e.to === id ? func : (e.function ?? func), new Set([...seen, e.to]))
    }
  }
  follow(unitId, null, null, new Set([unitId]))
  return [...found.values()]
}

/** An heir that bears the very name of the body it follows is told with the unit above it. */
function told(id: string, before: string, names: ReadonlyMap<string, LastName>): string {
  const heir = names.get(id)
  if (heir === undefined) return id
  const same = heir.name === names.get(before)?.name && heir.above !== null
  return same ? `${heir.name} (${heir.above})` : heir.name
}

/** How a unit ended by `asOf`, or null while it stands. */
export function endingOf(
  unit: Pick<BorneName, 'unitId' | 'unitValid'>,
  edges: readonly EndingEdge[],
  asOf: Day,
  names: ReadonlyMap<string, LastName>,
): Ending | null {
  const on = unit.unitValid.to
  if (on === null || on > asOf) return null
  const act = edges.find((e) => e.from === unit.unitId && e.on === on)?.act ?? ''
  return { on, act, heirs: heirsOf(unit.unitId, edges, asOf, names), renamed: false }
}

/** How a name ended while its unit goes on under another, by `asOf`; null when it still bears it. */
export function renamingOf(
  borne: BorneName,
  edges: readonly EndingEdge[],
  asOf: Day,
  names: ReadonlyMap<string, LastName>,
): Ending | null {
  const on = borne.valid.to
  if (on === null || on > asOf || (borne.unitValid.to !== null && borne.unitValid.to <= on)) return null
  const act = edges.find((e) => (e.from === borne.unitId || e.to === borne.unitId) && e.on === on)?.act ?? ''
  const heir: Heir = { id: borne.unitId, name: names.get(borne.unitId)?.name ?? borne.officeName, function: null }
  return { on, act, heirs: [heir], renamed: true }
}
