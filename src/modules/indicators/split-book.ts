/** Sổ của một chiều chia: names of its keys, their order, and figures told by the units of another day. */
import { addDays, type Day } from '../../kernel/day.ts'
import { sortKey } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Split } from '../../platform/measure.ts'
import { codeBook } from '../code-lists/public.ts'
import { restate, restatementLinks, type Unit, unitsByIds, unitsOn } from '../organisations/public.ts'
import { figureLeaf } from './leaves.ts'
import { ageBandLabel } from './rules/age-band.ts'
import type { LeafAnswer } from './rules/evaluate.ts'
import type { ValueAsked } from './rules/reading.ts'
import { type KeyedRow, type KeyedRows, merged, UNKNOWN_KEY } from './rules/rows.ts'
import type { Quantity } from './words.ts'
import type { World } from './world.ts'

/** Sổ của một chiều chia. */
export type SplitBook = {
  readonly labelOf: (key: string) => string
  readonly codeOf: (key: string) => string | null
  readonly labelOfCode: (list: string, code: string) => string
  readonly inOrder: (keys: readonly string[]) => string[]
  readonly retell: (rows: KeyedRows, split: Split, unit: string) => Promise<KeyedRows>
  /** Gives the official figures of the places that stand in the table. */
  readonly withFigures: (w: World, leaves: ReadonlyMap<string, LeafAnswer>) => ReadonlyMap<string, LeafAnswer>
}

const LIST_OF: Readonly<Partial<Record<Split, string>>> = { sector: 'linh-vuc', degree: 'trinh-do', sex: 'gioi-tinh' }

/** The book for what is asked: units of the hierarchy day for places and bodies, code lists for the others. */
export async function splitBook(ctx: Ctx, { by, asOf, hierarchy }: ValueAsked): Promise<SplitBook> {
  const book = await codeBook(ctx.tx, asOf)
  const labelOfCode = (list: string, code: string): string =>
    list === '' ? code : (book.list(list).labelOf(code) ?? code)
  const ofUnits = by === 'place' || by === 'unit'
  const day = hierarchy === null || hierarchy === 'reported' ? asOf : hierarchy
  const units = new Map<string, Unit>(ofUnits ? (await unitsOn(ctx.tx, day)).map((u) => [u.id, u] as const) : [])
  const list = by === null ? undefined : LIST_OF[by]
  const codes = list === undefined ? [] : book.list(list).entries.map((e) => e.code)
  const labelOf = (key: string): string => {
    if (key === '') return 'Chưa đủ căn cứ phân bổ'
    if (key === UNKNOWN_KEY) return 'Chưa ghi'
    const unit = units.get(key)
    if (ofUnits) return unit === undefined ? key : nameOf(unit, by)
    return list === undefined ? ageBandLabel(key) : labelOfCode(list, key)
  }
  return {
    labelOf,
    codeOf: (key) => (key === '' || key === UNKNOWN_KEY ? null : (units.get(key)?.code ?? key)),
    labelOfCode,
    inOrder: (keys) => ordered(keys, codes, labelOf),
    retell: async (rows, split) => {
      if (split !== 'place' && split !== 'unit') return rows
      const told = hierarchy === 'reported' ? rows : await retold(ctx, rows, { split, asOf, to: hierarchy ?? asOf })
      const missing = [...told.keys()].filter((k) => k !== '' && k !== UNKNOWN_KEY && !units.has(k))
      for (const u of await unitsByIds(ctx.tx, missing)) units.set(u.id, u)
      return told
    },
    withFigures: (w, leaves) => (by === 'place' ? filled(w, leaves, labelOf) : leaves),
  }
}

const nameOf = (u: Unit, by: Split | null): string => (by === 'unit' ? u.officeName : u.name)

/** Codes in the order of their list, other keys by name; what is not known last. */
function ordered(keys: readonly string[], codes: readonly string[], labelOf: (key: string) => string): string[] {
  const rank = (key: string): number => {
    if (key === '') return codes.length + 1
    if (key === UNKNOWN_KEY) return codes.length + 2
    const at = codes.indexOf(key)
    return at < 0 ? codes.length : at
  }
  const name = new Map(keys.map((k) => [k, sortKey(labelOf(k))]))
  return keys.toSorted((a, b) => rank(a) - rank(b) || (name.get(a) ?? '').localeCompare(name.get(b) ?? ''))
}

type Retelling = { readonly split: Split; readonly asOf: Day; readonly to: Day }

/**
 * Rows by the units of `to`. A figure that still stands under a unit that ended before the day of the value is carried on from the
 * last day of that unit.
 */
async function retold(ctx: Ctx, rows: KeyedRows, { split, asOf, to }: Retelling): Promise<KeyedRows> {
  const ids = [...rows.keys()].filter((k) => k !== '' && k !== UNKNOWN_KEY)
  const units = new Map((await unitsByIds(ctx.tx, ids)).map((u) => [u.id, u]))
  const links = await restatementLinks(ctx.tx)
  const from = (key: string): Day => {
    const ended = units.get(key)?.valid.to ?? null
    return ended !== null && ended <= asOf ? addDays(ended, -1) : asOf
  }
  const kept = [...rows].filter(([key]) => key === '' || key === UNKNOWN_KEY)
  const moved = [...Map.groupBy(ids, from)].flatMap(([day, keys]) => {
    const values = new Map(keys.map((k) => [k, rows.get(k) ?? { low: 0, high: 0 }]))
    const shares = restate(values, links, day, to, split === 'unit' ? 'staff' : 'people')
    return shares.map((s): readonly [string, KeyedRow] => [s.unit, { low: s.low, high: s.high, basis: s.basis }])
  })
  return merged([...kept, ...moved])
}

/** Series by place: the figure of each place that stands in the table. */
function filled(
  w: World,
  leaves: ReadonlyMap<string, LeafAnswer>,
  labelOf: (key: string) => string,
): ReadonlyMap<string, LeafAnswer> {
  const keys = new Set([...leaves.values()].flatMap((l) => (l.state === 'counted' ? [...(l.rows?.keys() ?? [])] : [])))
  return new Map(
    [...leaves].map(([name, leaf]) => {
      if (leaf.state !== 'counted' || !name.startsWith('figure ')) return [name, leaf]
      const rows = [...keys].flatMap((key): (readonly [string, KeyedRow])[] => {
        const found = figureLeaf(w, name.slice('figure '.length) as Quantity, { name: labelOf(key), id: key })
        return found.state === 'counted' ? [[key, { ...found.total, basis: 'reported' }]] : []
      })
      return [name, { ...leaf, rows: new Map(rows) }]
    }),
  )
}
