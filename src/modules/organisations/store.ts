/** Ghi sổ bộ: the only SQL that writes the schema `organisations`. */
import type { Ctx } from '../../platform/action.ts'
import { json, maybeRow, range, row, run, sql, type Tx } from '../../platform/database/sql.ts'
import type { DecidedAlias } from './rules/names/alias.ts'
import type { UnitHistory } from './rules/register.ts'
import type { EventFact } from './rules/register-facts.ts'

/** Whether the register holds no unit yet; waits for another load that runs at the same time. */
export async function isEmptyRegister(tx: Tx): Promise<boolean> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtext('organisations.register'))`)
  return (await row<{ empty: boolean }>(tx, sql`select not exists (select from organisations.unit) as empty`)).empty
}

const span = (valid: { from: string; to: string | null }) => ({ from_day: valid.from, to_day: valid.to })

/** Saves units with their names, parents and identifiers; `idOf` gives the id of a code. */
export async function saveUnits(tx: Tx, units: readonly UnitHistory[], idOf: (code: string) => string): Promise<void> {
  const rows = units.map(({ fact, valid }) => ({
    id: idOf(fact.code),
    kind: fact.kind,
    unit_group: fact.group,
    basis: fact.basis,
    source: fact.source,
    note: fact.note,
    ...span(valid),
  }))
  await run(
    tx,
    sql`insert into organisations.unit (id, kind, unit_group, valid, basis, source, note)
        select id, kind, unit_group, daterange(from_day, to_day), basis, source, note from jsonb_to_recordset(${json(rows)})
        as x(id uuid, kind text, unit_group text, from_day date, to_day date, basis text, source text, note text)`,
  )
  await saveNames(tx, units, idOf)
  await saveParents(tx, units, idOf)
  await saveIdentifiers(tx, units, idOf)
}

async function saveNames(tx: Tx, units: readonly UnitHistory[], idOf: (code: string) => string): Promise<void> {
  const rows = units.flatMap((u) =>
    u.names.map((n) => ({
      unit_id: idOf(u.fact.code),
      name: n.name,
      office_name: n.officeName,
      unit_type: n.type,
      ...span(n.valid),
    })),
  )
  await run(
    tx,
    sql`insert into organisations.unit_name (unit_id, name, office_name, unit_type, valid)
        select unit_id, name, office_name, unit_type, daterange(from_day, to_day) from jsonb_to_recordset(${json(rows)})
        as x(unit_id uuid, name text, office_name text, unit_type text, from_day date, to_day date)`,
  )
}

async function saveParents(tx: Tx, units: readonly UnitHistory[], idOf: (code: string) => string): Promise<void> {
  const rows = units.flatMap((u) =>
    u.parents.map((p) => ({ unit_id: idOf(u.fact.code), parent_id: idOf(p.parent), ...span(p.valid) })),
  )
  await run(
    tx,
    sql`insert into organisations.unit_parent (unit_id, parent_id, valid)
        select unit_id, parent_id, daterange(from_day, to_day) from jsonb_to_recordset(${json(rows)})
        as x(unit_id uuid, parent_id uuid, from_day date, to_day date)`,
  )
}

async function saveIdentifiers(tx: Tx, units: readonly UnitHistory[], idOf: (code: string) => string): Promise<void> {
  const rows = units.flatMap(({ fact, valid }) => [
    { unit_id: idOf(fact.code), scheme: 'he-thong', value: fact.code, ...span(valid) },
    ...(fact.gso === null ? [] : [{ unit_id: idOf(fact.code), scheme: 'tctk', value: fact.gso, ...span(valid) }]),
  ])
  await run(
    tx,
    sql`insert into organisations.unit_identifier (unit_id, scheme, value, valid)
        select unit_id, scheme, value, daterange(from_day, to_day) from jsonb_to_recordset(${json(rows)})
        as x(unit_id uuid, scheme text, value text, from_day date, to_day date)`,
  )
}

/** Saves events, their links and weights, in the order given. */
export async function saveEvents(
  tx: Tx,
  events: readonly (EventFact & { id: string })[],
  idOf: (code: string) => string,
): Promise<void> {
  const heads = events.map((e, ordinal) => ({ ...e, ordinal, on_day: e.on, edges: [], units: [] }))
  await run(
    tx,
    sql`insert into organisations.event (id, key, ordinal, kind, on_day, title, act, source, note)
        select id, key, ordinal, kind, on_day, title, act, source, note from jsonb_to_recordset(${json(heads)})
        as x(id uuid, key text, ordinal int, kind text, on_day date, title text, act text, source text, note text)`,
  )
  const edges = events.flatMap((e) =>
    e.edges.map((x, ordinal) => ({
      event_id: e.id,
      ordinal,
      from_unit: x.from === null ? null : idOf(x.from),
      to_unit: x.to === null ? null : idOf(x.to),
      part: x.part,
      function: x.function,
      basis: x.basis,
      note: x.note,
    })),
  )
  await run(
    tx,
    sql`insert into organisations.event_edge (event_id, ordinal, from_unit, to_unit, part, function, basis, note)
        select event_id, ordinal, from_unit, to_unit, part, function, basis, note from jsonb_to_recordset(${json(edges)})
        as x(event_id uuid, ordinal int, from_unit uuid, to_unit uuid, part text, function text, basis text, note text)`,
  )
  await saveWeights(tx, events)
}

async function saveWeights(tx: Tx, events: readonly (EventFact & { id: string })[]): Promise<void> {
  const weights = events.flatMap((e) =>
    e.edges.flatMap((x, ordinal) => x.weights.map((w) => ({ event_id: e.id, ordinal, ...w }))),
  )
  if (weights.length === 0) return
  await run(
    tx,
    sql`insert into organisations.edge_weight (event_id, ordinal, measure, weight)
        select event_id, ordinal, measure, weight from jsonb_to_recordset(${json(weights)})
        as x(event_id uuid, ordinal int, measure text, weight numeric)`,
  )
}

/** Keeps a decision on a name. */
export async function saveAlias(
  ctx: Ctx,
  a: DecidedAlias & { id: string; documentId: string | null; note: string },
): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into organisations.alias (id, written, name_key, means, unit_id, phrase, document_id, valid, note, decided_at, decided_by, decided_by_name)
        values (${a.id}, ${a.written}, ${a.key}, ${a.means}, ${a.unitId}, ${a.phrase}, ${a.documentId}, ${range(a.valid)}, ${a.note},
          ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
}

/** Ends a decision that is in force; the name it was about, or null when there is none. */
export async function endAlias(ctx: Ctx, id: string): Promise<string | null> {
  const ended = await maybeRow<{ written: string }>(
    ctx.tx,
    sql`update organisations.alias set undone_at = ${ctx.now}, undone_by_name = ${ctx.actor.name}
        where id = ${id} and undone_at is null and province = platform.province() returning written`,
  )
  return ended?.written ?? null
}
