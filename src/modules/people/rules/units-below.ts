/** Đơn vị của điều kiện: units that codes name, with all below them, and of which level each is, on the day of the list. Pure. */
import type { Unit } from '../../organisations/public.ts'

type Placed = Pick<Unit, 'id' | 'code' | 'kind' | 'parentId'>

/** Ids of the units named by code or by id, with all below them. */
export function unitsBelow(units: readonly Placed[], named: readonly string[]): string[] {
  const children = Map.groupBy(units, (u) => u.parentId ?? '')
  const names = new Set(named)
  const found = new Set<string>()
  const walk = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const child of children.get(id) ?? []) walk(child.id)
  }
  for (const u of units) if (names.has(u.code) || names.has(u.id)) walk(u.id)
  return [...found]
}

const LEVEL_OF: Readonly<Partial<Record<Unit['kind'], string>>> = { province: 'tinh', district: 'huyen', commune: 'xa' }

/** Cấp (code of `cap-co-quan`) of each unit by id: that of the nearest place at or above it. */
export function levelsOf(units: readonly Placed[]): ReadonlyMap<string, string> {
  const byId = new Map(units.map((u) => [u.id, u]))
  const found = new Map<string, string>()
  for (const u of units) {
    let at: Placed | undefined = u
    for (let step = 0; at !== undefined && at.kind === 'body' && step < units.length; step++)
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    const level = at === undefined ? undefined : LEVEL_OF[at.kind]
    if (level !== undefined) found.set(u.id, level)
  }
  return found
}

/** Bodies of these levels, and of these units with all below them; null = neither is asked for. */
export function bodiesOf(
  units: readonly Placed[],
  levels: readonly string[] | undefined,
  named: readonly string[] | undefined,
): string[] | null {
  if (levels === undefined && named === undefined) return null
  const chosen = named === undefined ? units.map((u) => u.id) : unitsBelow(units, named)
  if (levels === undefined) return chosen
  const levelOf = levelsOf(units)
  return chosen.filter((id) => levels.includes(levelOf.get(id) ?? ''))
}
