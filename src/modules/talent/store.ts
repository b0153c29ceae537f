/** Ghi nhân tài: the only SQL that writes the schema `talent`. A new version supersedes the one before; nothing else is changed. */
import type { Ctx } from '../../platform/action.ts'
import { row, run, sql, texts } from '../../platform/database/sql.ts'
import type { Episode, Recognition, Recorded, Recruitment, Review } from './words.ts'

/** What the writer says of a version; who and when is added here. */
type Said<T extends Recorded> = Omit<T, 'recordedAt' | 'recordedBy' | 'supersededAt' | 'version'> & {
  readonly version: number
}

/** Keeps a new talent; its code is the next free one. */
export const insertTalent = (ctx: Ctx, personId: string, unitId: string): Promise<{ id: string; code: string }> =>
  row(
    ctx.tx,
    sql`insert into talent.talent (id, person_id, unit_id, recorded_at) values (${ctx.newId()}, people.kept_as(${personId}::uuid), ${unitId}, ${ctx.now})
        returning id, code`,
  )

/** Takes the version the writer saw; false when somebody else has written since. `unitId` = where the person works from now on. */
export const takeVersion = async (ctx: Ctx, talentId: string, seen: number, unitId: string): Promise<boolean> =>
  (await run(
    ctx.tx,
    sql`update talent.talent set version = version + 1, unit_id = ${unitId} where id = ${talentId} and version = ${seen}`,
  )) === 1

/** Keeps a version of a decision in the place of the one in force. */
export async function saveRecognition(ctx: Ctx, r: Said<Recognition>): Promise<void> {
  await run(
    ctx.tx,
    sql`update talent.recognition set superseded_at = ${ctx.now} where key = ${r.key} and superseded_at is null`,
  )
  await run(
    ctx.tx,
    sql`insert into talent.recognition (id, talent_id, key, version, number, decided_on, authority, basis, class, sector, committed_until,
          note, ended_on, end_reason, end_document, withdrawn, recorded_at, recorded_by, recorded_by_name)
        values (${ctx.newId()}, ${r.talentId}, ${r.key}, ${r.version}, ${r.number}, ${r.decidedOn}, ${r.authority}, ${r.basis},
          ${r.talentClass}, ${r.sector}, ${r.committedUntil}, ${r.note}, ${r.endedOn}, ${r.endReason}, ${r.endDocument}, ${r.withdrawn},
          ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
}

/** Takes a stretch of work out of force without another in its place. */
export const dropEpisode = async (ctx: Ctx, key: string): Promise<void> => {
  await run(
    ctx.tx,
    sql`update talent.episode set superseded_at = ${ctx.now} where key = ${key} and superseded_at is null`,
  )
}

/** Keeps a version of a stretch of work in the place of the one in force. */
export async function saveEpisode(ctx: Ctx, e: Said<Episode>): Promise<void> {
  await dropEpisode(ctx, e.key)
  await run(
    ctx.tx,
    sql`insert into talent.episode (id, talent_id, key, version, unit_id, from_day, left_on, exit, reason, document, recorded_at,
          recorded_by, recorded_by_name)
        values (${ctx.newId()}, ${e.talentId}, ${e.key}, ${e.version}, ${e.unitId}, ${e.from}, ${e.leftOn}, ${e.exit}, ${e.reason},
          ${e.document}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
}

/** Keeps a version of the review of a milestone in the place of the one in force. */
export async function saveReview(ctx: Ctx, r: Said<Review>): Promise<void> {
  await run(
    ctx.tx,
    sql`update talent.review set superseded_at = ${ctx.now}
        where talent_id = ${r.talentId} and milestone = ${r.milestone} and superseded_at is null`,
  )
  await run(
    ctx.tx,
    sql`insert into talent.review (id, talent_id, milestone, version, on_day, rating, benefits, remark, document, recorded_at, recorded_by,
          recorded_by_name)
        values (${ctx.newId()}, ${r.talentId}, ${r.milestone}, ${r.version}, ${r.on}, ${r.rating}, ${texts(r.benefits)}, ${r.remark},
          ${r.document}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
}

/** Takes the version in force of a recruitment result out of it; false when somebody else has meanwhile. */
export const supersedeRecruitment = async (ctx: Ctx, key: string, seen: number): Promise<boolean> =>
  (await run(
    ctx.tx,
    sql`update talent.recruitment set superseded_at = ${ctx.now} where key = ${key} and version = ${seen} and superseded_at is null`,
  )) === 1

/** Keeps a version of a recruitment result. */
export const insertRecruitment = async (ctx: Ctx, r: Said<Recruitment>): Promise<void> => {
  await run(
    ctx.tx,
    sql`insert into talent.recruitment (id, key, version, unit_id, from_day, to_day, state, recruited, talents, named, evidence, document,
          reason, recorded_at, recorded_by, recorded_by_name)
        values (${ctx.newId()}, ${r.key}, ${r.version}, ${r.unitId}, ${r.from}, ${r.to}, ${r.state}, ${r.recruited}, ${r.talents},
          ${texts(r.named)}, ${r.evidence}, ${r.document}, ${r.reason}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
}
