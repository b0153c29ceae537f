/** Dòng xuất: the people of a list part by part, in the order of names, with what the list knows of them. */
import type { Day } from '../../../kernel/day.ts'
import type { Precision } from '../../../kernel/partial-day.ts'
import { rows, sql, type Tx, texts } from '../../../platform/database/sql.ts'
import { type Asked, foundSource } from './found.ts'

/** Một người của danh sách xuất. */
export type ExportedPerson = {
  readonly id: string
  readonly sort: string
  readonly code: string
  readonly name: string
  readonly sex: string | null
  readonly birth: Day | null
  readonly birthPrecision: Precision | null
  readonly birthPlace: string | null
  readonly homePlace: string | null
  readonly nationality: string | null
  readonly died: Day | null
  readonly diedPrecision: Precision | null
  readonly place: string | null
  readonly category: string | null
  readonly sector: string | null
  readonly area: string | null
  readonly degree: number
  readonly field: string | null
  readonly title: string | null
  readonly work: string | null
  readonly leadership: string | null
}

/** The next people of a list after the last one given, of the codes only when there are any. */
export async function exportedPeople(
  tx: Tx,
  a: Asked,
  codes: readonly string[],
  after: Pick<ExportedPerson, 'id' | 'sort'> | null,
  limit: number,
): Promise<ExportedPerson[]> {
  const { from } = foundSource(tx, a)
  const rest = after === null ? sql`` : sql`and (s.name_sort, s.person_id) > (${after.sort}, ${after.id}::uuid)`
  const picked =
    codes.length === 0
      ? sql``
      : sql`and s.person_id in (select c.id from people.person c where c.code = any(${texts(codes)}))`
  return rows(
    tx,
    sql`select p.id, l.sort, p.code, p.name, p.sex, p.birth, p.birth_precision as "birthPrecision", p.birth_place as "birthPlace",
          p.home_place as "homePlace", p.nationality, p.died, p.died_precision as "diedPrecision", l.place, l.category, l.sector, l.area,
          l.degree, l.field, l.title, l.work, l.leadership
        from (select s.person_id, s.name_sort as sort, s.place_unit as place, s.category, s.sector, s.area, s.degree, s.field, s.title,
                s.work_unit as work, s.leadership
              from ${from} ${rest} ${picked} order by s.name_sort, s.person_id limit ${sql.raw(String(limit))}) l
        join people.person p on p.id = l.person_id order by l.sort, l.person_id`,
  )
}
