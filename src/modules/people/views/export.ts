/** Dòng xuất: the people of a list in the order of names, sent while they are read. */
import type { Day } from '../../../kernel/day.ts'
import type { Precision } from '../../../kernel/partial-day.ts'
import { type CopiedRow, copied } from '../../../platform/database/copy-out.ts'
import { rows, sql, type Tx, texts } from '../../../platform/database/sql.ts'
import type { ListedCells } from '../rules/sheet-cells.ts'
import { type Asked, foundSource } from './asked-for.ts'

/** Một người của danh sách xuất. */
export type ExportedPerson = ListedCells & { readonly id: string }

/** In the order of `exportedPeople`. */
const COLUMNS = sql`p.id, p.code, p.name, p.sex, p.birth, p.birth_precision, p.birth_place, p.home_place, p.nationality, p.died,
  p.died_precision, s.place_unit, s.category, s.sector, s.area, s.degree, s.field, s.title, s.work_unit, s.leadership`

const pickedOf = (codes: readonly string[]) =>
  codes.length === 0
    ? sql``
    : sql`and s.person_id in (select c.id from people.person c where c.code = any(${texts(codes)}))`

/** The people of a list, of the codes only when there are any: some hundreds at a time, however many they are. */
export async function* exportedPeople(
  tx: Tx,
  a: Asked,
  codes: readonly string[],
): AsyncGenerator<readonly ExportedPerson[]> {
  const { from } = foundSource(tx, a)
  const query = sql`select ${COLUMNS} from (select s.* from ${from} ${pickedOf(codes)}) s
    join people.person p on p.id = s.person_id order by s.name_sort, s.person_id`
  for await (const part of copied(tx, query)) yield part.map(personOf)
}

function personOf(row: CopiedRow): ExportedPerson {
  const at = (i: number): string | null => row[i] ?? null
  return {
    id: at(0) ?? '',
    code: at(1) ?? '',
    name: at(2) ?? '',
    sex: at(3),
    birth: at(4) as Day | null,
    birthPrecision: at(5) as Precision | null,
    birthPlace: at(6),
    homePlace: at(7),
    nationality: at(8),
    died: at(9) as Day | null,
    diedPrecision: at(10) as Precision | null,
    place: at(11),
    category: at(12),
    sector: at(13),
    area: at(14),
    degree: Number(at(15) ?? 0),
    field: at(16),
    title: at(17),
    work: at(18),
    leadership: at(19),
  }
}

/** Ai của danh sách xuất: the next people by name after the last one given, for whom the whole dossier is read. */
export function exportedIds(
  tx: Tx,
  a: Asked,
  codes: readonly string[],
  after: { readonly id: string; readonly sort: string } | null,
  limit: number,
): Promise<{ id: string; sort: string }[]> {
  const { from } = foundSource(tx, a)
  const rest = after === null ? sql`` : sql`and (s.name_sort, s.person_id) > (${after.sort}, ${after.id}::uuid)`
  return rows(
    tx,
    sql`select s.person_id as id, s.name_sort as sort from ${from} ${rest} ${pickedOf(codes)}
        order by s.name_sort, s.person_id limit ${sql.raw(String(limit))}`,
  )
}
