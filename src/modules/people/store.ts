/** Ghi hồ sơ: the only SQL that writes the schema `people`. Every write of people goes through `savePeople`, one or a hundred thousand. */
import { firstDayOf, type PartialDay, precisionOf } from '../../kernel/partial-day.ts'
import { fold, nameSortKey, sameSpelling } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { type BulkColumn, type BulkValue, stage } from '../../platform/database/bulk.ts'
import { ids, run, sql, type Tx, texts } from '../../platform/database/sql.ts'
import type { DossierChange } from './rules/change.ts'
import { type Slice, slicesOf } from './rules/slices.ts'
import type { Fact, Person } from './words/dossier.ts'

/** A change to be saved; `same` ones are skipped. */
export type SavedChange = Pick<
  DossierChange,
  | 'outcome'
  | 'person'
  | 'facts'
  | 'added'
  | 'superseded'
  | 'identifiersAdded'
  | 'identifiersSuperseded'
  | 'sealedAdded'
  | 'sealedSuperseded'
>

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

const day = (p: PartialDay | null): string | null => (p === null ? null : firstDayOf(p))
const precision = (p: PartialDay | null): string | null => (p === null ? null : precisionOf(p))

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

/**
 * Saves what changed, in a handful of statements whatever the number of people. Throws `StalePeople` when somebody else changed
 * one of them since it was read: nothing of the batch is kept then, since the transaction fails.
 */
export async function savePeople(ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<void> {
  const fresh = changes.filter((c) => c.outcome === 'new')
  const changed = changes.filter((c) => c.outcome === 'changed')
  const all = [...fresh, ...changed]
  if (all.length === 0) return
  if (fresh.length > 0) await insertPeople(ctx, fresh, batchId)
  if (changed.length > 0) await updatePeople(ctx, changed, batchId)
  await saveFacts(ctx, all, batchId)
  await saveNumbers(ctx, all, batchId)
  await saveSealed(ctx, all, batchId)
  await saveSlices(ctx, all)
}

async function insertPeople(ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<void> {
  const table = await stage(ctx.tx, 'staged_person', PERSON, changes.map(personRow))
  await run(
    ctx.tx,
    sql`insert into people.person (${PERSON_LIST}, recorded_at, changed_at, batch_id)
        select ${PERSON_LIST}, ${ctx.now}, ${ctx.now}, ${batchId} from ${table}`,
  )
}

/** Người khác đã sửa: the row is no longer the one that was read. */
export class StalePeople extends Error {}

async function updatePeople(ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<void> {
  const table = await stage(ctx.tx, 'staged_person', PERSON, changes.map(personRow))
  await run(
    ctx.tx,
    sql`insert into people.person_past (person_id, version, row, replaced_at, batch_id)
        select p.id, p.version, to_jsonb(p) - 'name_plain' - 'name_marked' - 'name_sort', ${ctx.now}, ${batchId}
        from ${table} s join people.person p on p.id = s.id and p.version = s.version - 1`,
  )
  const touched = await run(
    ctx.tx,
    sql`update people.person p set unit_id = s.unit_id, name = s.name, sex = s.sex, birth = s.birth, birth_precision = s.birth_precision,
          birth_place = s.birth_place, home_place = s.home_place, nationality = s.nationality, died = s.died, died_precision = s.died_precision,
          name_plain = s.name_plain, name_marked = s.name_marked, name_sort = s.name_sort, version = s.version, completeness = s.completeness,
          gaps = s.gaps, core_level = s.core_level, core_source = s.core_source, level = s.level, confirmed_on = s.confirmed_on,
          merged_into = s.merged_into, removed_at = case when s.removed then coalesce(p.removed_at, ${ctx.now}) end, changed_at = ${ctx.now}
        from ${table} s where p.id = s.id and p.version = s.version - 1`,
  )
  if (touched !== changes.length) throw new StalePeople()
}

const FACT: readonly BulkColumn[] = [
  ['id', 'uuid'],
  ['person_id', 'uuid'],
  ['grp', 'text'],
  ['slot', 'text'],
  ['from_day', 'date'],
  ['to_day', 'date'],
  ['from_precision', 'text'],
  ['to_precision', 'text'],
  ['data', 'text'],
  ['level', 'smallint'],
  ['evidence', 'text'],
  ['source', 'text'],
]

const factRow = (f: Fact): BulkValue[] => [
  f.id,
  f.personId,
  f.group,
  f.slot,
  day(f.from),
  day(f.to),
  precision(f.from) ?? 'none',
  precision(f.to) ?? 'none',
  JSON.stringify(f.data),
  f.level,
  f.evidence,
  f.source,
]

async function saveFacts(ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<void> {
  await supersede(
    ctx,
    'people.fact',
    changes.flatMap((c) => c.superseded),
    batchId,
  )
  const added = changes.flatMap((c) => c.added)
  if (added.length === 0) return
  const table = await stage(ctx.tx, 'staged_fact', FACT, added.map(factRow))
  await run(
    ctx.tx,
    sql`insert into people.fact (id, person_id, grp, slot, valid, from_precision, to_precision, data, level, evidence, source, batch_id, recorded_at)
        select id, person_id, grp, slot, daterange(from_day, to_day), from_precision, to_precision, data::jsonb, level, evidence, source,
          ${batchId}::uuid, ${ctx.now}::timestamptz from ${table}`,
  )
}

/** What held until now is superseded, never changed or deleted. */
async function supersede(
  ctx: Ctx,
  table: 'people.fact' | 'people.identifier' | 'people.sealed_fact',
  gone: readonly string[],
  batchId: string | null,
) {
  if (gone.length === 0) return
  await run(
    ctx.tx,
    sql`update ${sql.raw(table)} set superseded_at = ${ctx.now}, superseded_batch = ${batchId}::uuid where id = any(${ids(gone)})`,
  )
}

const NUMBER: readonly BulkColumn[] = [
  ['id', 'uuid'],
  ['person_id', 'uuid'],
  ['scheme', 'text'],
  ['sealed', 'bytea'],
  ['digest', 'bytea'],
  ['last3', 'text'],
  ['state', 'text'],
  ['source', 'text'],
]

async function saveNumbers(ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<void> {
  await supersede(
    ctx,
    'people.identifier',
    changes.flatMap((c) => c.identifiersSuperseded),
    batchId,
  )
  const added = changes.flatMap((c) => c.identifiersAdded)
  if (added.length === 0) return
  const { vault } = ctx.tx
  const table = await stage(
    ctx.tx,
    'staged_number',
    NUMBER,
    added.map((n) => [
      n.id,
      n.personId,
      n.scheme,
      vault.seal(n.value),
      Buffer.from(n.digest, 'hex'),
      n.last3,
      n.state,
      n.source,
    ]),
  )
  await run(
    ctx.tx,
    sql`insert into people.identifier (id, person_id, scheme, sealed, digest, last3, state, source, batch_id, recorded_at)
        select id, person_id, scheme, sealed, digest, last3, state, source, ${batchId}::uuid, ${ctx.now}::timestamptz from ${table}`,
  )
}

const SEALED: readonly BulkColumn[] = [
  ['id', 'uuid'],
  ['person_id', 'uuid'],
  ['grp', 'text'],
  ['slot', 'text'],
  ['from_day', 'date'],
  ['to_day', 'date'],
  ['from_precision', 'text'],
  ['to_precision', 'text'],
  ['sealed', 'bytea'],
  ['digest', 'bytea'],
  ['level', 'smallint'],
  ['evidence', 'text'],
  ['source', 'text'],
]

/** Runs `work` in front of the second wall of tier C, and closes it again. */
export async function opened<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await run(tx, sql`select set_config('nk.sensitive', 'on', true)`)
  try {
    return await work()
  } finally {
    await run(tx, sql`select set_config('nk.sensitive', 'off', true)`)
  }
}

async function saveSealed(ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<void> {
  const gone = changes.flatMap((c) => c.sealedSuperseded)
  const added = changes.flatMap((c) => c.sealedAdded)
  if (gone.length + added.length === 0) return
  await opened(ctx.tx, async () => {
    await supersede(ctx, 'people.sealed_fact', gone, batchId)
    if (added.length === 0) return
    const table = await stage(
      ctx.tx,
      'staged_sealed',
      SEALED,
      added.map(({ entry: e, ...s }) => [
        s.id,
        s.personId,
        s.group,
        null,
        day(e.from ?? null),
        day(e.to ?? null),
        precision(e.from ?? null) ?? 'none',
        precision(e.to ?? null) ?? 'none',
        ctx.tx.vault.seal(JSON.stringify(s.data)),
        Buffer.from(s.digest, 'hex'),
        e.level,
        e.evidence ?? '',
        s.source,
      ]),
    )
    await run(
      ctx.tx,
      sql`insert into people.sealed_fact (id, person_id, grp, slot, valid, from_precision, to_precision, sealed, digest, level, evidence, source, batch_id, recorded_at)
          select id, person_id, grp, slot, daterange(from_day, to_day), from_precision, to_precision, sealed, digest, level, evidence, source,
            ${batchId}::uuid, ${ctx.now}::timestamptz from ${table}`,
    )
  })
}

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

const sliceRow = (p: Person, s: Slice): BulkValue[] => [
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
  nameSortKey(p.name),
  p.level,
  p.completeness,
]

/** Slices are derived: those of the people concerned are made anew. Whoever is merged away or removed has none. */
async function saveSlices(ctx: Ctx, changes: readonly SavedChange[]): Promise<void> {
  const old = changes.filter((c) => c.outcome === 'changed').map((c) => c.person.id)
  if (old.length > 0) await run(ctx.tx, sql`delete from people.slice where person_id = any(${ids(old)})`)
  const present = changes.filter((c) => c.person.mergedInto === null && !c.person.removed)
  const list = present.flatMap((c) => slicesOf(c.person, c.facts).map((s) => sliceRow(c.person, s)))
  if (list.length === 0) return
  const table = await stage(ctx.tx, 'staged_slice', SLICE, list)
  const columns = sql.raw(SLICE.map(([c]) => c).join(', '))
  await run(ctx.tx, sql`insert into people.slice (${columns}) select ${columns} from ${table}`)
}

/**
 * Hoàn tác một lô: what the batch added is superseded, what it superseded holds again (as copies: the past stays as it was).
 * The rows of the people and their slices are settled by the caller (`undoPeople`).
 */
export async function reverseBatch(ctx: Ctx, batchId: string): Promise<void> {
  await reverse(
    ctx,
    batchId,
    'people.fact',
    'person_id, grp, slot, valid, from_precision, to_precision, data, level, evidence, source',
  )
  await reverse(ctx, batchId, 'people.identifier', 'person_id, scheme, sealed, digest, last3, state, source')
  await opened(ctx.tx, () =>
    reverse(
      ctx,
      batchId,
      'people.sealed_fact',
      'person_id, grp, slot, valid, from_precision, to_precision, sealed, digest, level, evidence, source',
    ),
  )
}

async function reverse(ctx: Ctx, batchId: string, table: string, columns: string): Promise<void> {
  const [into, list] = [sql.raw(table), sql.raw(columns)]
  await run(
    ctx.tx,
    sql`update ${into} set superseded_at = ${ctx.now} where batch_id = ${batchId} and superseded_at is null`,
  )
  await run(
    ctx.tx,
    sql`insert into ${into} (id, ${list}, batch_id, recorded_at)
        select gen_random_uuid(), ${list}, batch_id, ${ctx.now} from ${into}
        where superseded_batch = ${batchId} and batch_id is distinct from ${batchId}`,
  )
}

/** Ghi một lần xem: of one or many dossiers, by somebody else, with the purpose said. */
export async function saveViewings(
  ctx: Ctx,
  v: {
    people: readonly string[]
    body: string
    role: string
    purpose: string
    groups: readonly string[]
    sensitive: boolean
  },
): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into people.viewing (id, person_id, at, actor_id, actor_name, body_name, role, purpose, groups, sensitive)
        select gen_random_uuid(), p, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}, ${v.body}, ${v.role}, ${v.purpose},
          ${texts(v.groups)}, ${v.sensitive} from unnest(${ids(v.people)}) p`,
  )
}

/** Chép mục nhạy cảm khi gộp: they change their person without being opened. */
export async function copySealed(ctx: Ctx, list: readonly string[], personId: string, batchId: string): Promise<void> {
  if (list.length === 0) return
  await opened(ctx.tx, () =>
    run(
      ctx.tx,
      sql`insert into people.sealed_fact (id, person_id, grp, slot, valid, from_precision, to_precision, sealed, digest, level, evidence, source, batch_id, recorded_at)
          select gen_random_uuid(), ${personId}, grp, slot, valid, from_precision, to_precision, sealed, digest, level, evidence, source, ${batchId}, ${ctx.now}
          from people.sealed_fact where id = any(${ids(list)})`,
    ),
  )
}
