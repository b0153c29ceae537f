/** Ghi lát cắt theo ngày. */

import { nameSortKey } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/action.ts'
import { type BulkColumn, type BulkValue, stage } from '../../../platform/database/bulk.ts'
import { ids, run, sql } from '../../../platform/database/sql.ts'
import { type Slice, slicesOf } from '../rules/slices.ts'
import type { Person } from '../words/dossier.ts'
import { day, type SavedChange } from './saved-change.ts'

const SLICE: readonly BulkColumn[] = [
  ['person_id', 'uuid'],
  ['unit_id', 'uuid'],
  ['from_day', 'date'],
  ['to_day', 'date'],
  ['work_unit', 'uuid'],
  ['place_unit', 'uuid'],
  ['category', 'text'],
  ['sector', 'text'],
  ['area', 'text'],
  ['field', 'text'],
  ['degree', 'smallint'],
  ['title', 'text'],
  ['leadership', 'text'],
  ['sex', 'text'],
  ['birth', 'date'],
  ['name_sort', 'text'],
  ['level', 'smallint'],
  ['completeness', 'smallint'],
]

const sliceRow = (p: Person, nameSort: string, s: Slice): BulkValue[] => [
  p.id,
  p.unitId,
  s.from,
  s.to,
  s.workUnit,
  s.placeUnit,
  s.category,
  s.sector,
  s.area,
  s.field,
  s.degree,
  s.title,
  s.leadership,
  p.sex,
  day(p.birth),
  nameSort,
  p.level,
  p.completeness,
]

function* sliceRows(changes: readonly SavedChange[]): Iterable<BulkValue[]> {
  for (const { person, facts } of changes) {
    const nameSort = nameSortKey(person.name)
    for (const s of slicesOf(person, facts)) yield sliceRow(person, nameSort, s)
  }
}

/** Slices are derived: those of the people concerned are made anew. Whoever is merged away or removed has none. */
export async function saveSlices(ctx: Ctx, changes: readonly SavedChange[]): Promise<void> {
  const old = changes.filter((c) => c.outcome === 'changed').map((c) => c.person.id)
  if (old.length > 0) await run(ctx.tx, sql`delete from people.slice where person_id = any(${ids(old)})`)
  const present = changes.filter((c) => c.person.mergedInto === null && !c.person.removed)
  if (present.length === 0) return
  const table = await stage(ctx.tx, 'staged_slice', SLICE, sliceRows(present))
  const columns = sql.raw(SLICE.map(([c]) => c).join(', '))
  await run(ctx.tx, sql`insert into people.slice (${columns}) select ${columns} from ${table}`)
}
