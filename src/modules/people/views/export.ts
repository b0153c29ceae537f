/** Dòng xuất: the people of a list part by part, in the order of names, with what the list knows of them. */
import type { Day } from '../../../kernel/day.ts'
import { type Precision, partialOf } from '../../../kernel/partial-day.ts'
import { rows, sql, type Tx, texts } from '../../../platform/database/sql.ts'
import type { Dossier, FactData } from '../words/dossier.ts'
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
  const { from } = await foundSource(tx, a)
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

const LEVEL_OF_DEGREE: Readonly<Record<number, string>> = {
  8: '8',
  7: '7',
  6: '6',
  5: '5',
  4: '4',
  3: '3',
  2: '2',
  1: '1',
}

/** What the list knows of a person, in the shape of a dossier, so that both kinds of export share one way of writing cells. */
export function asDossier(p: ExportedPerson): Dossier {
  const fact = (
    group: 'contact' | 'category' | 'education' | 'academic-title' | 'post',
    data: Record<string, string | null>,
  ) => {
    const said = Object.fromEntries(Object.entries(data).flatMap(([k, v]) => (v === null ? [] : [[k, v]]))) as FactData
    return {
      id: '',
      personId: p.id,
      group,
      slot: null,
      from: null,
      to: null,
      data: said,
      level: 1 as const,
      evidence: '',
      source: '',
      batchId: null,
    }
  }
  return {
    person: {
      id: p.id,
      code: p.code,
      unitId: '',
      name: p.name,
      sex: p.sex === 'nam' || p.sex === 'nu' ? p.sex : null,
      birth: p.birth === null || p.birthPrecision === null ? null : partialOf(p.birth, p.birthPrecision),
      birthPlace: p.birthPlace,
      homePlace: p.homePlace,
      nationality: p.nationality,
      died: p.died === null || p.diedPrecision === null ? null : partialOf(p.died, p.diedPrecision),
      mergedInto: null,
      removed: false,
      version: 0,
      completeness: 0,
      gaps: [],
      coreLevel: 0,
      coreSource: '',
      level: 0,
      confirmedOn: null,
      batchId: null,
    },
    identifiers: [],
    sealed: [],
    facts: [
      fact('contact', { residence: p.place }),
      fact('category', { category: p.category, sector: p.sector, area: p.area }),
      fact('education', { level: LEVEL_OF_DEGREE[p.degree] ?? null, field: p.field }),
      fact('academic-title', { title: p.title }),
      fact('post', { body: p.work, leadership: p.leadership }),
    ],
  }
}
