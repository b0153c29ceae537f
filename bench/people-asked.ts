/** Điều được hỏi khi đo: names that real people of the world bear, filters that find some hundred, readers with more and less rights. */
import { type Actor, systemActor } from '../src/kernel/actor.ts'
import type { Day } from '../src/kernel/day.ts'
import { fold } from '../src/kernel/text.ts'
import { unitsOn } from '../src/modules/organisations/public.ts'
import type { Asked } from '../src/modules/people/views/asked-for.ts'
import { type Database, transact } from '../src/platform/database/pool.ts'
import { rows, sql } from '../src/platform/database/sql.ts'

/** Điều kiện của một danh sách: field and degree, half of them also places; in two orders. */
export type Filter = {
  readonly sector: string
  readonly degree: number
  readonly places: readonly string[] | null
  readonly sort: 'ten' | 'nam-sinh'
}

/** Một hồ sơ của thế giới, as the check reads it. */
export type Known = { readonly id: string; readonly code: string; readonly name: string; readonly unit: string }

/** What the bench asks for. */
export type Questions = {
  readonly everybody: readonly Known[]
  readonly names: readonly string[]
  readonly filters: readonly Filter[]
  readonly whole: Actor
  /** Somebody who sees a quarter of the register. */
  readonly part: Actor
  readonly codeOf: ReadonlyMap<string, string>
}

const NAMES = 60

/** A reader who may see and export: of the whole province, or of some units. */
const readerOf = (scope: Actor['scope'], body: string): Actor => ({
  ...systemActor('Người đo'),
  kind: 'account',
  id: `do-${scope === 'all' ? 'tinh' : 'cay'}`,
  grants: [{ role: 'so-noi-vu', body, bodyCode: 'DO', bodyName: 'Người đo' }],
  scope,
})

/** Reads the world once and chooses. */
export async function questionsOf(db: Database, today: Day): Promise<Questions> {
  return transact(db, systemActor(), async (tx) => {
    const everybody = await rows<Known>(
      tx,
      sql`select p.id, p.code, p.name, p.unit_id as unit from people.person p join people.slice s on s.person_id = p.id
          where s.from_day <= ${today}::date and s.to_day > ${today}::date order by p.code`,
    )
    const sizes = [...Map.groupBy(everybody, (p) => p.unit)].sort((a, b) => b[1].length - a[1].length)
    const some = sizes.filter((_, i) => i % 4 === 1).map(([unit]) => unit)
    const step = Math.max(1, Math.floor(everybody.length / NAMES))
    const sectors = await rows<{ sector: string; places: string[] }>(
      tx,
      sql`select s.sector, (array_agg(distinct s.place_unit) filter (where s.place_unit is not null))[1:60]::text[] as places
          from people.slice s where s.from_day <= ${today}::date and s.to_day > ${today}::date and s.sector is not null group by 1 order by count(*) desc limit 6`,
    )
    const filters = sectors.flatMap(({ sector, places }): Filter[] =>
      [0, 8, 16, 24, 32].map((from, i) => ({
        sector,
        degree: 6 + (i % 3),
        places: i % 2 === 0 ? places.slice(from, from + 12) : null,
        sort: i % 2 === 0 ? 'ten' : 'nam-sinh',
      })),
    )
    return {
      everybody,
      names: everybody.filter((_, i) => i % step === 0).map((p) => p.name),
      filters: filters.filter((f) => f.places !== null || f.degree > 6),
      whole: readerOf('all', some[0] ?? ''),
      part: readerOf(some, some[0] ?? ''),
      codeOf: new Map((await Promise.all([unitsOn(tx, today)])).flat().map((u) => [u.id, u.code])),
    }
  })
}

/** A list on a day within the rights of a reader. */
export const askedBy = (reader: Actor, day: Day, more: Partial<Asked> = {}): Asked => ({
  day,
  scope: reader.scope,
  q: '',
  chosen: {},
  units: null,
  places: null,
  leaderships: null,
  professions: null,
  bodies: null,
  outside: [],
  ...more,
})

/** A filter as the product asks for it. */
export const filterBy = (reader: Actor, day: Day, f: Filter): Asked =>
  askedBy(reader, day, {
    chosen: {
      'linh-vuc': [f.sector],
      'trinh-do': [`tu-${f.degree}`],
      ...(f.places === null ? {} : { 'dia-ban': ['x'] }),
    },
    places: f.places,
  })

/** Whether somebody bears all the words typed, marks aside. */
export function bears(name: string, typed: string): boolean {
  const words = fold(name).split(' ')
  return fold(typed)
    .split(' ')
    .every((w) => words.includes(w))
}
