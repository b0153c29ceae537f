/** Ghi sự kiện vào sổ bộ: what ends, begins, is renamed or moves on its day; and how all of it is taken back. */
import type { Day } from '../../../kernel/day.ts'
import type { Ctx } from '../../../platform/action.ts'
import { ids, json, row, run, sql, type Tx } from '../../../platform/database/sql.ts'
import type { EventFact } from '../rules/register-facts.ts'
import type { LeftOver } from '../rules/settle.ts'
import { saveEvents, saveUnits } from '../store.ts'

type IdOf = (code: string) => string

/** Holds every other change of the register back until this transaction ends. */
export const lockRegister = (tx: Tx): Promise<number> =>
  run(tx, sql`select pg_advisory_xact_lock(hashtext('organisations.register'))`)

/** The rows of the units as they stand, for taking the event back. */
async function rowsOf(tx: Tx, unitIds: readonly string[]): Promise<unknown> {
  const found = await row<{ before: unknown }>(
    tx,
    sql`select jsonb_build_object(
          'unit', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'valid', valid)), '[]') from organisations.unit where id = any(${ids(unitIds)})),
          'name', (select coalesce(jsonb_agg(to_jsonb(n) - 'province'), '[]') from organisations.unit_name n where unit_id = any(${ids(unitIds)})),
          'parent', (select coalesce(jsonb_agg(to_jsonb(p) - 'province'), '[]') from organisations.unit_parent p where unit_id = any(${ids(unitIds)})),
          'identifier', (select coalesce(jsonb_agg(to_jsonb(i) - 'province'), '[]') from organisations.unit_identifier i where unit_id = any(${ids(unitIds)}))
        ) as before`,
  )
  return found.before
}

/** Records an event and changes the register by it, from its day on. The checks have passed. */
export async function recordEvent(ctx: Ctx, event: EventFact & { id: string }, idOf: IdOf): Promise<void> {
  const { tx } = ctx
  const old = [...event.ends, ...event.renames.map((r) => r.unit), ...event.moves.map((m) => m.unit)]
  const before = await rowsOf(tx, [...new Set(old)].filter((c) => !event.units.some((u) => u.code === c)).map(idOf))
  const from = { from: event.on, to: null }
  await saveUnits(
    tx,
    event.units.map((fact) => ({
      fact,
      valid: from,
      names: [{ name: fact.name, officeName: fact.officeName, type: fact.type, valid: from }],
      parents: fact.parent === null ? [] : [{ parent: fact.parent, valid: from }],
    })),
    idOf,
  )
  await rename(tx, event, idOf)
  await move(tx, event, idOf)
  await end(tx, event.ends.map(idOf), event.on)
  await saveEvents(tx, [event], idOf)
  await run(
    tx,
    sql`update organisations.event set recorded_at = ${ctx.now}, recorded_by = ${ctx.actor.id}, recorded_by_name = ${ctx.actor.name},
          content = ${json(event)}, before = ${json(before)},
          ordinal = (select coalesce(max(o.ordinal), 0) + 1 from organisations.event o where o.id <> ${event.id})
        where id = ${event.id}`,
  )
}

async function rename(tx: Tx, event: EventFact, idOf: IdOf): Promise<void> {
  if (event.renames.length === 0) return
  const list = json(event.renames.map((r) => ({ ...r, unit_id: idOf(r.unit), office_name: r.officeName })))
  await run(
    tx,
    sql`update organisations.unit_name n set valid = daterange(lower(n.valid), ${event.on}::date)
        from jsonb_to_recordset(${list}) as x(unit_id uuid) where n.unit_id = x.unit_id and n.valid @> ${event.on}::date`,
  )
  await run(
    tx,
    sql`insert into organisations.unit_name (unit_id, name, office_name, unit_type, valid)
        select x.unit_id, x.name, x.office_name, x.type, daterange(${event.on}::date, upper(u.valid))
        from jsonb_to_recordset(${list}) as x(unit_id uuid, name text, office_name text, type text)
        join organisations.unit u on u.id = x.unit_id`,
  )
}

async function move(tx: Tx, event: EventFact, idOf: IdOf): Promise<void> {
  if (event.moves.length === 0) return
  const list = json(event.moves.map((m) => ({ unit_id: idOf(m.unit), parent_id: idOf(m.parent) })))
  await run(
    tx,
    sql`update organisations.unit_parent p set valid = daterange(lower(p.valid), ${event.on}::date)
        from jsonb_to_recordset(${list}) as x(unit_id uuid) where p.unit_id = x.unit_id and p.valid @> ${event.on}::date`,
  )
  await run(
    tx,
    sql`insert into organisations.unit_parent (unit_id, parent_id, valid)
        select x.unit_id, x.parent_id, daterange(${event.on}::date, upper(u.valid))
        from jsonb_to_recordset(${list}) as x(unit_id uuid, parent_id uuid) join organisations.unit u on u.id = x.unit_id`,
  )
}

/** Everything dated of the units ends the day before. */
async function end(tx: Tx, unitIds: readonly string[], on: Day): Promise<void> {
  if (unitIds.length === 0) return
  const of = ids(unitIds)
  await run(
    tx,
    sql`update organisations.unit_name set valid = daterange(lower(valid), ${on}::date) where unit_id = any(${of}) and valid @> ${on}::date`,
  )
  await run(
    tx,
    sql`update organisations.unit_parent set valid = daterange(lower(valid), ${on}::date) where unit_id = any(${of}) and valid @> ${on}::date`,
  )
  await run(
    tx,
    sql`update organisations.unit_identifier set valid = daterange(lower(valid), ${on}::date) where unit_id = any(${of}) and valid @> ${on}::date`,
  )
  await run(
    tx,
    sql`update organisations.unit set valid = daterange(lower(valid), ${on}::date) where id = any(${of}) and valid @> ${on}::date`,
  )
}

/** Marks that what the ended units held has changed hands, with what nobody took over. */
export const markCarriedOut = (ctx: Ctx, eventId: string, leftOver: readonly LeftOver[]): Promise<number> =>
  run(
    ctx.tx,
    sql`update organisations.event set carried_out_at = ${ctx.now}, left_over = ${json(leftOver)}, failed_at = null, failure = ''
        where id = ${eventId} and carried_out_at is null`,
  )

/** Marks that an event could not be carried out, and why. */
export const markFailed = (ctx: Ctx, eventId: string, why: string): Promise<number> =>
  run(
    ctx.tx,
    sql`update organisations.event set failed_at = ${ctx.now}, failure = ${why} where id = ${eventId} and carried_out_at is null`,
  )

/**
 * Takes an event back before its day: its links and the units it began go, the units it touched stand as they stood. The event
 * itself stays with its whole content, marked; the draft and the decisions stay too.
 */
export async function takeBackEvent(
  ctx: Ctx,
  eventId: string,
  begun: readonly string[],
  reason: string,
): Promise<void> {
  const { tx } = ctx
  await run(tx, sql`delete from organisations.edge_weight where event_id = ${eventId}`)
  await run(tx, sql`delete from organisations.event_edge where event_id = ${eventId}`)
  const before = sql`(select e.before from organisations.event e where e.id = ${eventId})`
  const touched = sql`(select (x ->> 'id')::uuid from jsonb_array_elements(${before} -> 'unit') x)`
  const gone = sql`(unit_id in ${touched} or unit_id = any(${ids(begun)}))`
  await run(tx, sql`delete from organisations.unit_name where ${gone}`)
  await run(tx, sql`delete from organisations.unit_parent where ${gone}`)
  await run(tx, sql`delete from organisations.unit_identifier where ${gone}`)
  await run(tx, sql`delete from organisations.unit where id = any(${ids(begun)})`)
  await run(
    tx,
    sql`update organisations.unit u set valid = x.valid from jsonb_to_recordset(${before} -> 'unit') as x(id uuid, valid daterange) where u.id = x.id`,
  )
  await run(
    tx,
    sql`insert into organisations.unit_name (unit_id, name, office_name, unit_type, valid)
        select unit_id, name, office_name, unit_type, valid from jsonb_to_recordset(${before} -> 'name')
        as x(unit_id uuid, name text, office_name text, unit_type text, valid daterange)`,
  )
  await run(
    tx,
    sql`insert into organisations.unit_parent (unit_id, parent_id, valid)
        select unit_id, parent_id, valid from jsonb_to_recordset(${before} -> 'parent') as x(unit_id uuid, parent_id uuid, valid daterange)`,
  )
  await run(
    tx,
    sql`insert into organisations.unit_identifier (unit_id, scheme, value, valid)
        select unit_id, scheme, value, valid from jsonb_to_recordset(${before} -> 'identifier')
        as x(unit_id uuid, scheme text, value text, valid daterange)`,
  )
  await run(
    tx,
    sql`update organisations.event set reversed_at = ${ctx.now}, reversed_by_name = ${ctx.actor.name}, reversal_reason = ${reason}
        where id = ${eventId}`,
  )
}
