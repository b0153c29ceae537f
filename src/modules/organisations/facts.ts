/**
 * Dữ kiện đi kèm sản phẩm: reads `facts/organisations-*.json` and hands them over as one value. Used by commands and the
 * sample world only; rules never read files.
 */
import fs from 'node:fs'
import type { Day } from '../../kernel/day.ts'
import { type RegisterFacts, registerFacts } from './rules/register-facts.ts'
import type { Basis, UnitGroup } from './words.ts'

const FACTS = new URL('../../../facts/', import.meta.url)

const readJson = <T>(file: string, folder: URL): T => JSON.parse(fs.readFileSync(new URL(file, folder), 'utf8')) as T

type Place = { code: string; gso: string; type: string; name: string; parent?: string }
type Bodies = {
  source: string
  provinces: (Place & { officeName: string; from: Day; basis: Basis; note?: string })[]
  groups: {
    group: UnitGroup
    parent: string
    from: Day
    source: string
    bodies: { code: string; name: string; basis: Basis; note?: string }[]
  }[]
}
type Districts = { source: string; parent: string; from: Day; basis: Basis; districts: Place[] }
type Communes = {
  source: string
  old: { from: Day; basis: Basis }
  new: { from: Day; basis: Basis; parent: string }
  communes: Place[]
  newCommunes: Place[]
}

/** "Xã A" -> "UBND xã A": a place is at once its committee. */
const committeeOf = (name: string): string => `UBND ${name.charAt(0).toLowerCase()}${name.slice(1)}`

const place = (p: Place) => ({ code: p.code, gso: p.gso, type: p.type, name: p.name, officeName: committeeOf(p.name) })

function bodyUnits(file: Bodies): unknown[] {
  const first = new Map<string, unknown>()
  for (const g of file.groups)
    for (const b of g.bodies)
      if (!first.has(b.code))
        first.set(b.code, {
          ...b,
          officeName: b.name,
          kind: 'body',
          group: g.group,
          parent: g.parent,
          from: g.from,
          source: g.source,
        })
  const provinces = file.provinces.map((p) => ({
    ...p,
    kind: 'province',
    group: 'uy-ban',
    parent: null,
    source: file.source,
  }))
  return [...provinces, ...first.values()]
}

function placeUnits(d: Districts, c: Communes): unknown[] {
  const commune = { kind: 'commune', group: 'cap-xa', source: c.source }
  return [
    ...d.districts.map((x) => ({
      ...place(x),
      kind: 'district',
      group: 'cap-huyen',
      parent: d.parent,
      from: d.from,
      basis: d.basis,
      source: d.source,
    })),
    ...c.communes.map((x) => ({ ...place(x), ...commune, parent: x.parent, from: c.old.from, basis: c.old.basis })),
    ...c.newCommunes.map((x) => ({
      ...place(x),
      ...commune,
      parent: c.new.parent,
      from: c.new.from,
      basis: c.new.basis,
    })),
  ]
}

/** The shipped register: units at their beginning and the events since. Throws when a file is damaged. */
export function readRegisterFacts(folder: URL = FACTS): RegisterFacts {
  const bodies = readJson<Bodies>('organisations-bodies.json', folder)
  const districts = readJson<Districts>('organisations-districts.json', folder)
  const communes = readJson<Communes>('organisations-communes.json', folder)
  const events = readJson<{ events: unknown[] }>('organisations-events.json', folder)
  return registerFacts.parse({
    units: [...bodyUnits(bodies), ...placeUnits(districts, communes)],
    events: events.events,
  })
}
