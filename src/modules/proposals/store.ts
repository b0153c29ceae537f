/** Ghi kiến nghị: the only SQL that writes the schema `proposals`. Lines of reports and steps are only ever added. */
import type { Ctx } from '../../platform/action.ts'
import { json, rows, run, sql } from '../../platform/database/sql.ts'
import type { Change } from './rules/moves.ts'
import type { Proposal, StepVerb } from './words.ts'

/** One at a time gathers: two presses at once would both find the same reports new. */
export const lockGathering = async (ctx: Ctx): Promise<void> => {
  await run(ctx.tx, sql`select pg_advisory_xact_lock(hashtext('proposals.gather'))`)
}

/** Kiến nghị mới. */
export type NewProposal = {
  readonly id: string
  readonly year: number
  readonly text: string
  readonly addressee: string
  readonly askerIds: readonly string[]
}

/** Dòng mới. */
export type NewSource = {
  readonly id: string
  readonly obligationId: string
  readonly unitId: string
  readonly report: string
  readonly title: string
  readonly year: number
  readonly number: number
  readonly line: number
  readonly text: string
  readonly continues: string | null
}

/** Bước mới. */
export type NewStep = {
  readonly proposalId: string
  readonly verb: StepVerb
  readonly reason?: string
  readonly details?: Readonly<Record<string, string>>
}

/** Adds proposals; the code each was given, in their order. */
export const insertProposals = (ctx: Ctx, list: readonly NewProposal[]): Promise<{ id: string; code: string }[]> =>
  rows(
    ctx.tx,
    sql`insert into proposals.proposal (id, year, text, addressee, asker_ids, made_at)
        select x.id, x.year, x.text, x.addressee, array(select jsonb_array_elements_text(x."askerIds"))::uuid[], ${ctx.now}
        from jsonb_to_recordset(${json(list)}) x(id uuid, year int, text text, addressee text, "askerIds" jsonb) order by x.id
        returning id, code`,
  )

/** Adds lines of reports. */
export const insertSources = async (ctx: Ctx, list: readonly NewSource[]): Promise<void> => {
  await run(
    ctx.tx,
    sql`insert into proposals.source (id, obligation_id, unit_id, report, title, year, number, line, text, continues, gathered_at, gathered_by_name)
        select x.id, x."obligationId", x."unitId", x.report, x.title, x.year, x.number, x.line, x.text, x.continues, ${ctx.now}, ${ctx.actor.name}
        from jsonb_to_recordset(${json(list)}) x(id uuid, "obligationId" uuid, "unitId" uuid, report text, title text, year int, number int, line int,
          text text, continues uuid)`,
  )
}

/** Says which proposals lines belong to; said twice is said once. */
export const attribute = async (
  ctx: Ctx,
  list: readonly { readonly proposalId: string; readonly sourceId: string }[],
): Promise<void> => {
  await run(
    ctx.tx,
    sql`insert into proposals.attribution (proposal_id, source_id)
        select x."proposalId", x."sourceId" from jsonb_to_recordset(${json(list)}) x("proposalId" uuid, "sourceId" uuid)
        on conflict on constraint one_attribution do nothing`,
  )
}

/** Marks versions of reports as gathered. */
export const insertReadings = async (
  ctx: Ctx,
  list: readonly {
    readonly obligationId: string
    readonly number: number
    readonly unitId: string
    readonly year: number
    readonly lines: number
  }[],
): Promise<void> => {
  await run(
    ctx.tx,
    sql`insert into proposals.reading (obligation_id, number, unit_id, year, lines, gathered_at, gathered_by_name)
        select x."obligationId", x.number, x."unitId", x.year, x.lines, ${ctx.now}, ${ctx.actor.name}
        from jsonb_to_recordset(${json(list)}) x("obligationId" uuid, number int, "unitId" uuid, year int, lines int)`,
  )
}

/** Adds to histories. */
export const insertSteps = async (ctx: Ctx, list: readonly NewStep[]): Promise<void> => {
  const whole = list.map((s) => ({ id: ctx.newId(), reason: '', details: {}, ...s }))
  await run(
    ctx.tx,
    sql`insert into proposals.step (id, proposal_id, verb, reason, details, at, by_id, by_name)
        select x.id, x."proposalId", x.verb, x.reason, x.details, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}
        from jsonb_to_recordset(${json(whole)}) x(id uuid, "proposalId" uuid, verb text, reason text, details jsonb)`,
  )
}

/** Writes a change on the version that was seen; false when somebody else wrote since. Whoever answers also reads what was merged. */
export async function saveChange(ctx: Ctx, seen: Proposal, change: Change): Promise<boolean> {
  const p = { ...seen, ...change }
  const written = await run(
    ctx.tx,
    sql`update proposals.proposal set text = ${p.text}, addressee = ${p.addressee}, owner_id = ${p.ownerId}, due = ${p.due}, state = ${p.state},
          answer = ${p.answer}, document = ${p.document}, settled_on = ${p.settledOn}, passed_to = ${p.passedTo},
          merged_into = ${p.mergedInto}, version = version + 1
        where id = ${p.id} and version = ${seen.version}`,
  )
  if (written === 1 && p.ownerId !== seen.ownerId)
    await run(ctx.tx, sql`update proposals.proposal set owner_id = ${p.ownerId} where merged_into = ${p.id}`)
  return written === 1
}

/** What was merged into `from` goes on with `to`, and with who answers it. */
export const passChildren = async (ctx: Ctx, from: string, to: Pick<Proposal, 'id' | 'ownerId'>): Promise<void> => {
  await run(
    ctx.tx,
    sql`update proposals.proposal set merged_into = ${to.id}, owner_id = ${to.ownerId} where merged_into = ${from}`,
  )
}

/** Who asks: the bodies of its own lines and of what is merged into it. */
export const refreshAskers = async (ctx: Ctx, id: string): Promise<void> => {
  await run(
    ctx.tx,
    sql`update proposals.proposal p set asker_ids = (
          select array_agg(distinct s.unit_id) from proposals.proposal o
          join proposals.attribution a on a.proposal_id = o.id join proposals.source s on s.id = a.source_id
          where o.id = p.id or o.merged_into = p.id)
        where p.id = ${id}`,
  )
}

/** Hands what a body still has to answer to another, with what was merged into it; which proposals. */
export const handOwed = (ctx: Ctx, from: string, to: string): Promise<{ id: string }[]> =>
  rows(
    ctx.tx,
    sql`with handed as (
          update proposals.proposal set owner_id = ${to}, version = version + 1
          where owner_id = ${from} and state = 'da-giao' and merged_into is null returning id
        ), merged as (
          update proposals.proposal c set owner_id = ${to} from proposals.proposal p
          where c.merged_into = p.id and p.owner_id = ${from} and p.state = 'da-giao' returning c.id
        )
        select id from handed`,
  )
