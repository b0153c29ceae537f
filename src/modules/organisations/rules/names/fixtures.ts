/** Sổ bộ thử: the register of facts as the resolver needs it, without a database. Ids are codes (tests only). */
import { type Day, day } from '../../../../kernel/day.ts'
import { holdsOn, type Validity } from '../../../../kernel/validity.ts'
import type { Unit } from '../../words.ts'
import { historyOfUnits, inTime } from '../register.ts'
import type { RegisterFacts } from '../register-facts.ts'
import { subtree } from '../tree.ts'
import { bookOf } from './book.ts'
import type { Alias, NameRegister } from './resolution.ts'
import { type Resolver, resolver } from './resolve.ts'

const at = <T extends { valid: Validity }>(list: readonly T[], d: Day): T | undefined =>
  list.find((x) => holdsOn(x.valid, d))

/** The register of the facts on a day, seen today; the territory is the province that holds on it (or the one of `code`). */
export function registerOf(
  facts: RegisterFacts,
  on: string,
  today = on,
  more: { aliases?: Alias[]; code?: string } = {},
): NameRegister {
  const d = day(on)
  const histories = historyOfUnits(facts)
  const all = histories.flatMap((h): Unit[] => {
    const name = at(h.names, d)
    if (!holdsOn(h.valid, d) || name === undefined) return []
    return [
      {
        id: h.fact.code,
        code: h.fact.code,
        kind: h.fact.kind,
        type: name.type,
        group: h.fact.group,
        name: name.name,
        officeName: name.officeName,
        parentId: at(h.parents, d)?.parent ?? null,
        valid: h.valid,
      },
    ]
  })
  const nameOf = (code: string | undefined) => histories.find((h) => h.fact.code === code)?.names.at(-1)?.name ?? null
  const root = all.find((u) => u.kind === 'province' && (more.code === undefined || u.code === more.code))
  const inside = new Set(root === undefined ? [] : subtree(all, [root.id]))
  return {
    day: d,
    today: day(today),
    units: all.filter((u) => inside.has(u.id)),
    borne: histories.flatMap((h) =>
      h.names.map((n) => ({
        unitId: h.fact.code,
        kind: h.fact.kind,
        group: h.fact.group,
        type: n.type,
        name: n.name,
        officeName: n.officeName,
        above: nameOf(h.parents.at(-1)?.parent),
        valid: n.valid,
        unitValid: h.valid,
      })),
    ),
    edges: inTime(facts.events).flatMap((e) =>
      e.edges.flatMap((x) =>
        x.from === null ? [] : [{ on: e.on, act: e.act, from: x.from, to: x.to, function: x.function }],
      ),
    ),
    aliases: more.aliases ?? [],
  }
}

/** A resolver over the facts. */
export const resolverOf = (...given: Parameters<typeof registerOf>): Resolver => resolver(bookOf(registerOf(...given)))
