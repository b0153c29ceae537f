/** Sổ tên của một ngày: the register of one day, indexed by the keys its units answer to. Built once for a document. */
import type { Day } from '../../../../kernel/day.ts'
import { sameSpelling } from '../../../../kernel/text.ts'
import { holdsOn } from '../../../../kernel/validity.ts'
import type { Unit, UnitGroup } from '../../words.ts'
import { type LastName, lastNames } from './endings.ts'
import { nameKey, placeless, type Seat } from './key.ts'
import type { Alias, BorneName, NamedUnit, NameRegister } from './resolution.ts'

/** The index. */
export type Book = {
  readonly register: NameRegister
  /** The province of the document; several when the register holds several on that day. */
  readonly seats: readonly Seat[]
  /** Provinces of any day. */
  readonly everySeat: readonly Seat[]
  readonly exact: ReadonlyMap<string, readonly Unit[]>
  readonly byKey: ReadonlyMap<string, readonly Unit[]>
  /** Names that are not borne on the day, by key. */
  readonly elsewhen: ReadonlyMap<string, readonly BorneName[]>
  readonly parentName: (u: Unit) => string
  readonly lastName: ReadonlyMap<string, LastName>
  /** What a name that nobody bears is compared with. */
  readonly comparable: readonly Comparable[]
}

/** A unit with the keys of its names; `until` = the day a name of the past ended. */
export type Comparable = { readonly unit: NamedUnit; readonly keys: readonly string[]; readonly until: Day | null }

/** "Tỉnh An Bình" -> { type: "tỉnh", name: "an bình" }. */
function seatOf(u: { name: string; type: string | null }): Seat {
  const key = nameKey(u.name)
  const type = key.startsWith('thành phố ') ? 'thành phố' : 'tỉnh'
  return { type, name: key.startsWith(`${type} `) ? key.slice(type.length + 1) : key }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

/** Every key a unit answers to; places also with the place above them ("xã Đông, huyện Thượng"). */
function keysOf(
  u: { kind: string; name: string; officeName: string },
  parent: string,
  seats: readonly Seat[],
): string[] {
  const keys = [nameKey(u.officeName), nameKey(u.name)]
  if (u.kind === 'commune' && parent !== '')
    for (const link of [' ', ' thuộc ', ' của '])
      keys.push(...keys.slice(0, 2).map((k) => `${k}${link}${nameKey(parent)}`))
  const bare = u.kind === 'body' ? keys.map((k) => placeless(k, seats)) : []
  const seat = u.kind === 'province' ? seats.map((s) => `ủy ban nhân dân ${s.type}`) : []
  return [...new Set([...keys, ...bare, ...seat])]
}

/**
 * Keys of a name of another day. "Công an tỉnh" may be written with the name of its province, but "Công an thành phố" is
 * another body: the level of a name is never taken off here.
 */
function pastKeys(b: BorneName, seats: readonly Seat[]): string[] {
  const keys = keysOf(b, b.kind === 'commune' ? (b.above ?? '') : '', [])
  const told = seats.flatMap((s) =>
    keys.flatMap((k) => {
      if (k.endsWith(` ${s.type}`)) return [`${k} ${s.name}`]
      return k.endsWith(` ${s.type} ${s.name}`) ? [k.slice(0, -s.name.length - 1)] : []
    }),
  )
  return b.kind === 'province' ? keys : [...keys, ...told]
}

/** Builds the index of one register. */
export function bookOf(register: NameRegister): Book {
  const provinces = register.units.filter((u) => u.kind === 'province')
  const seats = provinces.map(seatOf)
  const everySeat = [
    ...new Map(register.borne.filter((b) => b.kind === 'province').map((b) => [b.name, seatOf(b)])).values(),
  ]
  const names = new Map(register.units.map((u) => [u.id, u]))
  const parentOf = (u: Unit) => (u.parentId === null ? undefined : names.get(u.parentId))
  const exact = new Map<string, Unit[]>()
  const byKey = new Map<string, Unit[]>()
  for (const u of register.units) {
    put(exact, sameSpelling(u.officeName), u)
    const own = u.kind === 'province' && provinces.length > 1 ? [] : seats
    const above = parentOf(u)
    for (const key of keysOf(u, above?.kind === 'district' ? above.name : '', own)) put(byKey, key, u)
  }
  const comparable: Comparable[] = register.units.map((u) => comparison(u.id, u, null))
  const elsewhen = new Map<string, BorneName[]>()
  for (const b of register.borne) {
    if (holdsOn(b.valid, register.day) && names.has(b.unitId)) continue
    for (const key of pastKeys(b, everySeat)) if (key !== '') put(elsewhen, key, b)
    if (b.valid.to !== null && b.valid.to <= register.day) comparable.push(comparison(b.unitId, b, b.valid.to))
  }
  return {
    register,
    seats,
    everySeat,
    exact,
    byKey,
    elsewhen,
    parentName: (u) => parentOf(u)?.name ?? '',
    lastName: lastNames(register.borne),
    comparable,
  }
}

const comparison = (
  id: string,
  u: { name: string; officeName: string; group: UnitGroup },
  until: Day | null,
): Comparable => ({
  unit: { id, name: u.officeName, group: u.group },
  keys: [...new Set([nameKey(u.officeName), nameKey(u.name)])],
  until,
})

/** The decisions that hold on the day, by key; one for the document itself goes before one for all. */
export function aliasIndex(register: NameRegister, documentId: string | null): Map<string, Alias> {
  const found = new Map<string, Alias>()
  const holding = register.aliases.filter((a) => holdsOn(a.valid, register.day))
  for (const a of holding.filter((x) => x.documentId === null)) found.set(nameKey(a.written), a)
  for (const a of holding) if (a.documentId !== null && a.documentId === documentId) found.set(nameKey(a.written), a)
  return found
}
