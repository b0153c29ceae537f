/** Ghi dòng của người: new ones, and changed ones with what they said before. */
import { fold, nameSortKey, sameSpelling } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/action.ts'
import { type BulkColumn, type BulkValue, linesOf, stage } from '../../../platform/database/bulk.ts'
import { type RawBuilder, run, sql } from '../../../platform/database/sql.ts'
import type { Fact, Person } from '../words/dossier.ts'
import { day, precision, type SavedChange, type Saving } from './saved-change.ts'

const PERSON: readonly BulkColumn[] = [
  ['id', 'uuid'],
  ['unit_id', 'uuid'],
  ['name', 'text'],
  ['sex', 'text'],
  ['birth', 'date'],
  ['birth_precision', 'text'],
  ['birth_place', 'text'],
  ['home_place', 'text'],
  ['nationality', 'text'],
  ['died', 'date'],
  ['died_precision', 'text'],
  ['name_plain', 'text'],
  ['name_marked', 'text'],
  ['name_sort', 'text'],
  ['version', 'int'],
  ['completeness', 'smallint'],
  ['gaps', 'text[]'],
  ['core_level', 'smallint'],
  ['core_source', 'text'],
  ['level', 'smallint'],
  ['confirmed_on', 'date'],
  ['merged_into', 'uuid'],
  ['removed', 'boolean'],
]

/** Every name of a person, for finding: without marks, and with marks in one spelling. */
function namesOf(person: Person, facts: readonly Fact[]): string[] {
  const others = facts.flatMap((f) => (f.group === 'names' && f.level >= 0 ? [String(f.data.otherName ?? '')] : []))
  return [person.name, ...others.filter((n) => n !== '')]
}

function personRow({ person: p, facts }: SavedChange): BulkValue[] {
  const names = namesOf(p, facts)
  return [
    p.id,
    p.unitId,
    p.name,
    p.sex,
    day(p.birth),
    precision(p.birth),
    p.birthPlace,
    p.homePlace,
    p.nationality,
    day(p.died),
    precision(p.died),
    names.map(fold).join(' | '),
    names.map(sameSpelling).join(' | '),
    nameSortKey(p.name),
    p.version,
    p.completeness,
    `{${p.gaps.join(',')}}`,
    p.coreLevel,
    p.coreSource,
    p.level,
    p.confirmedOn,
    p.mergedInto,
    p.removed,
  ]
}

const PERSON_LIST = sql.raw(
  PERSON.slice(0, 22)
    .map(([c]) => c)
    .join(', '),
)

function* personRows(changes: readonly SavedChange[]): Generator<BulkValue[]> {
  for (const change of changes) yield personRow(change)
}

/** Inserts people the register did not have. */
export async function peopleToInsert(
  ctx: Ctx,
  changes: readonly SavedChange[],
  batchId: string | null,
): Promise<Saving> {
  const lines = await linesOf(personRows(changes))
  return async () => {
    const table = await stage(ctx.tx, 'staged_person', PERSON, lines)
    await run(
      ctx.tx,
      sql`insert into people.person (${PERSON_LIST}, recorded_at, changed_at, batch_id)
          select ${PERSON_LIST}, ${ctx.now}, ${ctx.now}, ${batchId} from ${table}`,
    )
  }
}

/** Người khác đã sửa: the row is no longer the one that was read. */
export class StalePeople extends Error {}

/** Updates people that are still at the version that was read; keeps their former row. Throws `StalePeople` otherwise. */
export async function peopleToUpdate(
  ctx: Ctx,
  changes: readonly SavedChange[],
  batchId: string | null,
): Promise<Saving> {
  const { length } = changes
  const lines = await linesOf(personRows(changes))
  return async () => {
    const table = await stage(ctx.tx, 'staged_person', PERSON, lines)
    if ((await updateFrom(ctx, table, batchId)) !== length) throw new StalePeople()
  }
}

/** Keeps the former rows and writes the new ones; answers with how many. */
async function updateFrom(ctx: Ctx, table: RawBuilder<unknown>, batchId: string | null): Promise<number> {
  await run(
    ctx.tx,
    sql`insert into people.person_past (person_id, version, row, replaced_at, batch_id)
        select p.id, p.version, to_jsonb(p) - 'name_plain' - 'name_marked' - 'name_sort', ${ctx.now}, ${batchId}
        from ${table} s join people.person p on p.id = s.id and p.version = s.version - 1`,
  )
  return run(
    ctx.tx,
    sql`update people.person p set unit_id = s.unit_id, name = s.name, sex = s.sex, birth = s.birth, birth_precision = s.birth_precision,
          birth_place = s.birth_place, home_place = s.home_place, nationality = s.nationality, died = s.died, died_precision = s.died_precision,
          name_plain = s.name_plain, name_marked = s.name_marked, name_sort = s.name_sort, version = s.version, completeness = s.completeness,
          gaps = s.gaps, core_level = s.core_level, core_source = s.core_source, level = s.level, confirmed_on = s.confirmed_on,
          merged_into = s.merged_into, removed_at = case when s.removed then coalesce(p.removed_at, ${ctx.now}) end, changed_at = ${ctx.now}
        from ${table} s where p.id = s.id and p.version = s.version - 1`,
  )
}
