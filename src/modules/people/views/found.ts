/** Tìm người: ids and totals of a list as of a day. Order is total, so pages sum to the total. */
import type { Actor } from '../../../kernel/actor.ts'
import { shared } from '../../../platform/database/kept.ts'
import { ids, type RawBuilder, row, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import type { SortBy } from '../rules/conditions.ts'
import { readSought, type Sought } from '../rules/name-query.ts'
import { type Asked, foundSource, keyOf, scopeKey } from './asked-for.ts'

type Sql = RawBuilder<unknown>
type Name = Sought & { kind: 'name' }

const ORDERS: Readonly<Record<SortBy, Record<'asc' | 'desc', Sql>>> = {
  ten: { asc: sql`s.name_sort, s.person_id`, desc: sql`s.name_sort desc, s.person_id desc` },
  'nam-sinh': {
    asc: sql`s.birth nulls last, s.name_sort, s.person_id`,
    desc: sql`s.birth desc nulls last, s.name_sort, s.person_id`,
  },
  'cap-nhat': {
    asc: sql`(select p.changed_at from people.person p where p.id = s.person_id) desc, s.name_sort, s.person_id`,
    desc: sql`(select p.changed_at from people.person p where p.id = s.person_id), s.name_sort, s.person_id`,
  },
  khop: { asc: sql`s.place, s.name_sort, s.person_id`, desc: sql`s.place desc, s.name_sort desc, s.person_id desc` },
}

/** How a list is ordered and which part of it is shown. */
export type Part = {
  readonly sort: SortBy
  readonly direction: 'asc' | 'desc'
  readonly limit: number
  readonly offset: number
}

/** Ids of one page of a list, in order. */
export async function foundIds(tx: Tx, a: Asked, part: Part): Promise<string[]> {
  const name = nameAlone(a, part)
  if (name !== null) return (await namedPage(tx, a, name, part)).ids
  const { from, order } = orderedSource(tx, a, part)
  const found = await rows<{ id: string }>(
    tx,
    sql`select s.person_id as id from ${from} order by ${order} limit ${sql.raw(String(part.limit))} offset ${part.offset}`,
  )
  return found.map((r) => r.id)
}

function orderedSource(tx: Tx, a: Asked, part: Part): { from: Sql; order: Sql } {
  const { from, sought } = foundSource(tx, a)
  const sort = part.sort === 'khop' && sought.kind !== 'name' ? 'ten' : part.sort
  return { from, order: ORDERS[sort][part.direction] }
}

/** The name looked for, when nothing else is asked and the best fit comes first: such a page needs no slices. */
function nameAlone(a: Asked, part: Part): Name | null {
  if (part.sort !== 'khop' || part.direction !== 'asc' || hasConditions(a)) return null
  const sought = readSought(a.q)
  return sought.kind === 'name' ? sought : null
}

const hasConditions = (a: Asked): boolean =>
  Object.keys(a.chosen).length > 0 ||
  [a.units, a.places, a.leaderships, a.professions, a.bodies].some((named) => named !== null)

async function namedPage(tx: Tx, a: Asked, name: Name, part: Part): Promise<{ ids: string[]; total: number }> {
  const found = await rows<{ id: string | null; total: number }>(
    tx,
    sql`select person_id as id, total from people.named_page(${name.whole}::tsquery, ${name.begun}::tsquery, ${name.marked}, ${name.plain},
          ${a.day}::date, ${a.scope === 'all' ? null : ids(a.scope)}::uuid[], ${part.offset}::int, ${part.limit}::int)`,
  )
  return { ids: found.flatMap((r) => r.id ?? []), total: found[0]?.total ?? 0 }
}

/** One page and how many there are in all. The total is kept as `foundCount` keeps it; where it is not yet, one reading gives both. */
export async function foundPage(tx: Tx, a: Asked, part: Part): Promise<{ ids: string[]; total: number }> {
  let ids: string[] | null = null
  const total = await keptCount(tx, a, async () => {
    if (!isNarrow(a)) return countOf(tx, a)
    const name = nameAlone(a, part)
    const page = await (name === null ? pageWithTotal(tx, a, part) : namedPage(tx, a, name, part))
    ids = page.ids
    return page.total
  })
  return { ids: ids ?? (await foundIds(tx, a, part)), total }
}

/** Conditions that leave a part that is soon read whole; a long list comes in order from its index, and is counted apart. */
const isNarrow = (a: Asked): boolean =>
  a.q !== '' || a.units !== null || a.places !== null || Object.keys(a.chosen).length > 1

async function pageWithTotal(tx: Tx, a: Asked, part: Part): Promise<{ ids: string[]; total: number }> {
  const { from, order } = orderedSource(tx, a, part)
  const found = await rows<{ id: string | null; total: number }>(
    tx,
    sql`with hit as materialized (select s.person_id, row_number() over (order by ${order}) as place from ${from})
        select h.person_id as id, t.total from (select count(*) as total from hit) t
          left join hit h on h.place > ${part.offset} and h.place <= ${part.offset + part.limit} order by h.place`,
  )
  return { ids: found.flatMap((r) => r.id ?? []), total: found[0]?.total ?? 0 }
}

/** Ids of the list by name, with the key of their order, after a key: how a machine reads all of it, however long it is. */
export async function foundAfter(
  tx: Tx,
  a: Asked,
  after: readonly [sort: string, id: string] | null,
  limit: number,
): Promise<{ id: string; sort: string }[]> {
  const { from } = foundSource(tx, a)
  const rest = after === null ? sql`` : sql`and (s.name_sort, s.person_id) > (${after[0]}, ${after[1]}::uuid)`
  return rows(
    tx,
    sql`select s.person_id as id, s.name_sort as sort from ${from} ${rest} order by s.name_sort, s.person_id limit ${sql.raw(String(limit))}`,
  )
}

/** How many the list holds. Kept by the process until somebody changes. */
export const foundCount = (tx: Tx, a: Asked): Promise<number> => keptCount(tx, a, () => countOf(tx, a))

const keptCount = (tx: Tx, a: Asked, count: () => Promise<number>): Promise<number> =>
  shared(tx, ['people', 'organisations'], `people.count:${keyOf(tx, a)}`, count)

async function countOf(tx: Tx, a: Asked): Promise<number> {
  const { from } = foundSource(tx, a)
  return (await row<{ n: number }>(tx, sql`select count(*) as n from ${from}`)).n
}

/** Words of names within the reader's rights, with marks, and how many bear them. */
export const nameWordsInUse = (tx: Tx, scope: Actor['scope']): Promise<readonly { word: string; count: number }[]> =>
  shared(tx, ['people'], `people.words:${scopeKey(tx, scope)}`, () =>
    rows(
      tx,
      sql`select w as word, count(*) as count from people.person p, unnest(string_to_array(p.name_marked, ' ')) w
          where p.merged_into is null and p.removed_at is null and w <> '|'
            and (${scope === 'all'} or p.unit_id = any(${ids(scope === 'all' ? [] : scope)}))
          group by 1`,
    ),
  )
