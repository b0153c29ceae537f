/** Ghi: the only SQL that writes the schema `reporting`. Updates check the version the decision was made on. */
import { createHash } from 'node:crypto'
import type { Day } from '../../kernel/day.ts'
import type { Validity } from '../../kernel/validity.ts'
import type { Ctx } from '../../platform/action.ts'
import { ids, json, range, row, run, sql, type Tx } from '../../platform/database/sql.ts'
import { canonicalJson } from './rules/canonical.ts'
import type { Finding } from './rules/checks.ts'
import type { Counting } from './rules/prefill.ts'
import type { ProvincialEdits, ProvincialFigures } from './rules/provincial.ts'
import type { Regime } from './rules/regime.ts'
import type {
  Answers,
  ExtensionRequest,
  ReportContent,
  ReportState,
  ReportVerb,
  RequestState,
  SignedFile,
  SigningAuthority,
} from './words.ts'

/** Records a regime version. */
export const saveRegime = (ctx: Ctx, id: string, regime: Regime, act: string, valid: Validity): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into reporting.regime (id, code, version, config, act, valid, issued_at, issued_by)
        values (${id}, ${regime.code}, ${regime.version}, ${json(regime)}, ${act}, ${range(valid)}, ${ctx.now}, ${ctx.actor.id})`,
  )

/** Begins a draft of a regime version. */
export const saveRegimeDraft = (ctx: Ctx, id: string, regime: Regime, basedOn: string | null): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into reporting.regime_draft (id, code, slug, based_on, config, started_at, started_by_name, saved_at, saved_by_name)
        values (${id}, ${regime.code}, ${regime.slug}, ${basedOn}, ${json(regime)}, ${ctx.now}, ${ctx.actor.name}, ${ctx.now}, ${ctx.actor.name})`,
  )

/** Changes a draft over the version the form was opened with; false when somebody else did meanwhile. */
export async function changeRegimeDraft(ctx: Ctx, at: { id: string; seen: number }, regime: Regime): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update reporting.regime_draft set config = ${json(regime)}, version = version + 1, saved_at = ${ctx.now}, saved_by_name = ${ctx.actor.name}
        where id = ${at.id} and version = ${at.seen}`,
  )
  return touched === 1
}

/** Takes a draft away: it was issued, or dropped. False when somebody changed it meanwhile. */
export const dropRegimeDraft = async (ctx: Ctx, at: { id: string; seen: number }): Promise<boolean> =>
  (await run(ctx.tx, sql`delete from reporting.regime_draft where id = ${at.id} and version = ${at.seen}`)) === 1

/** Records that a period goes on with another version of its regime. */
export const savePeriodForm = (ctx: Ctx, periodId: string, regimeId: string, act: string): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into reporting.period_form (id, period_id, regime_id, act, since, by_id, by_name)
        values (${ctx.newId()}, ${periodId}, ${regimeId}, ${act}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )

/** Puts the typed fields of a draft into the sections of another form; who saved them last, and when, stays. */
export async function arrangeSections(
  ctx: Ctx,
  of: { obligationId: string; unitId: string },
  sections: ReadonlyMap<number, Answers>,
): Promise<void> {
  for (const [section, answers] of sections) {
    await run(
      ctx.tx,
      sql`insert into reporting.draft as d (obligation_id, unit_id, section, answers, version, saved_at, saved_by, saved_by_name)
          values (${of.obligationId}, ${of.unitId}, ${section}, ${json(answers)}, 1, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})
          on conflict (obligation_id, section) do update set answers = excluded.answers, version = d.version + 1`,
    )
  }
  await run(
    ctx.tx,
    sql`delete from reporting.draft where obligation_id = ${of.obligationId} and not (section = any(${[...sections.keys()]}::int[]))`,
  )
}

/** Kỳ mới. */
export type NewPeriod = {
  readonly id: string
  readonly regimeId: string
  readonly regimeCode: string
  readonly programmeId: string
  readonly year: number
  readonly dueBefore: Day
  readonly cutOff: Day
}

/** Records an opened period. */
export const savePeriod = (ctx: Ctx, p: NewPeriod): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into reporting.period (id, regime_id, regime_code, programme_id, year, due_before, cut_off, opened_at, opened_by)
        values (${p.id}, ${p.regimeId}, ${p.regimeCode}, ${p.programmeId}, ${p.year}, ${p.dueBefore}, ${p.cutOff}, ${ctx.now}, ${ctx.actor.id})`,
  )

/** Nghĩa vụ mới. */
export type NewObligation = {
  readonly id: string
  readonly unitId: string
  readonly code: string
  readonly part: Validity
  readonly closing: boolean
  readonly cameFrom: readonly string[]
}

/** Records the obligations of a period, all at once. */
export const saveObligations = (
  ctx: Ctx,
  periodId: string,
  dueBefore: Day,
  list: readonly NewObligation[],
): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into reporting.obligation (id, period_id, unit_id, code, part, closing, came_from, state_since, due_before)
        select x.id, ${periodId}::uuid, x.unit_id, x.code, daterange(x.from_day, x.to_day), x.closing, x.came_from, ${ctx.now}::timestamptz, ${dueBefore}::date
        from jsonb_to_recordset(${json(
          list.map((o) => ({
            id: o.id,
            unit_id: o.unitId,
            code: o.code,
            from_day: o.part.from,
            to_day: o.part.to,
            closing: o.closing,
            came_from: o.cameFrom,
          })),
        )}) as x(id uuid, unit_id uuid, code text, from_day date, to_day date, closing boolean, came_from uuid[])`,
  )

/** What a step changes beside the state. `undefined` leaves as it is. */
export type Move = {
  readonly verb: ReportVerb
  readonly state: ReportState
  readonly dueBefore?: Day
  readonly returnedUntil?: Day | null
  readonly inheritedBy?: string | null
  readonly submissionNumber?: number | null
  readonly reason?: string
  readonly act?: string
}

/** The obligation a step is made on. */
export type Moved = {
  readonly id: string
  readonly unitId: string
  readonly state: ReportState
  readonly version: number
}

/** Moves an obligation one step and records the step; false when it was changed meanwhile. */
export async function moveObligation(ctx: Ctx, o: Moved, m: Move): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update reporting.obligation set state = ${m.state}, version = version + 1,
          state_since = case when state = ${m.state} then state_since else ${ctx.now}::timestamptz end,
          due_before = coalesce(${m.dueBefore ?? null}::date, due_before),
          returned_until = case when ${m.returnedUntil !== undefined} then ${m.returnedUntil ?? null}::date else returned_until end,
          inherited_by = case when ${m.inheritedBy !== undefined} then ${m.inheritedBy ?? null}::uuid else inherited_by end
        where id = ${o.id} and version = ${o.version}`,
  )
  if (touched === 0) return false
  await run(
    ctx.tx,
    sql`insert into reporting.step (id, obligation_id, unit_id, verb, before, after, submission_number, reason, act, until, other_unit, at, by_id, by_name)
        values (${ctx.newId()}, ${o.id}, ${o.unitId}, ${m.verb}, ${o.state}, ${m.state}, ${m.submissionNumber ?? null}, ${m.reason ?? ''}, ${m.act ?? ''},
          ${m.dueBefore ?? m.returnedUntil ?? null}, ${m.inheritedBy ?? null}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
  return true
}

/** The first saving of a draft moves the state without a step: nothing was decided yet. */
export const beginDraft = (ctx: Ctx, obligationId: string, state: ReportState): Promise<number> =>
  run(
    ctx.tx,
    sql`update reporting.obligation set state = ${state}, state_since = ${ctx.now}::timestamptz, version = version + 1
        where id = ${obligationId} and state <> ${state}`,
  )

/** Saves a section of a draft over version `seen` (0 = none yet); false when somebody saved meanwhile. */
export async function saveSection(
  ctx: Ctx,
  at: { obligationId: string; unitId: string; section: number; seen: number },
  answers: Answers,
): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`insert into reporting.draft as d (obligation_id, unit_id, section, answers, version, saved_at, saved_by, saved_by_name)
        values (${at.obligationId}, ${at.unitId}, ${at.section}, ${json(answers)}, ${at.seen + 1}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})
        on conflict (obligation_id, section) do update set answers = excluded.answers, version = d.version + 1,
          saved_at = excluded.saved_at, saved_by = excluded.saved_by, saved_by_name = excluded.saved_by_name
        where d.version = ${at.seen}`,
  )
  return touched === 1
}

/** Records what was counted for a report. */
export const saveCounting = (
  ctx: Ctx,
  of: { id: string; unitId: string },
  counted: Pick<Counting, 'figures' | 'register'>,
): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into reporting.counting (id, obligation_id, unit_id, figures, register, at, by_id, by_name)
        values (${ctx.newId()}, ${of.id}, ${of.unitId}, ${json(counted.figures)}, ${json(counted.register)}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )

/** Takes a whole draft away, whatever was saved in it up to now; what is kept apart stays. */
export const dropDraft = (ctx: Ctx, obligationId: string): Promise<number> =>
  run(ctx.tx, sql`delete from reporting.draft where obligation_id = ${obligationId} and section >= 0`)

/** Takes sections of a draft away: the statement of nothing and the sections exclude each other. */
export const dropSections = (ctx: Ctx, obligationId: string, sections: readonly number[]): Promise<number> =>
  run(
    ctx.tx,
    sql`delete from reporting.draft where obligation_id = ${obligationId} and section = any(${[...sections]}::int[])`,
  )

/** Bản nộp mới. */
export type NewSubmission = {
  readonly obligationId: string
  readonly unitId: string
  readonly number: number
  readonly content: ReportContent
  readonly findings: readonly Finding[]
  readonly preparedBy: string
  /** `signedFor`: "KT. Giám đốc" of whoever signs in place of the head; left out = the head. */
  readonly signer: { readonly id: string; readonly name: string; readonly post: string; readonly signedFor?: string }
  readonly sentAt: Temporal.Instant
  readonly late: boolean
  readonly daysLate: number
  readonly fileId: string | null
  readonly sha256: string
}

/** Records one immutable version. */
export const saveSubmission = (ctx: Ctx, s: NewSubmission): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into reporting.submission (id, obligation_id, unit_id, number, content, findings, prepared_by, signed_by, signed_by_name, signed_by_post,
          sent_at, late, days_late, file_id, sha256, content_sha256, signed_for)
        values (${ctx.newId()}, ${s.obligationId}, ${s.unitId}, ${s.number}, ${json(s.content)}, ${json(s.findings)}, ${s.preparedBy}, ${s.signer.id},
          ${s.signer.name}, ${s.signer.post}, ${s.sentAt}, ${s.late}, ${s.daysLate}, ${s.fileId}, ${s.sha256}, ${contentHash(s.content)}, ${s.signer.signedFor ?? ''})`,
  )

/** Mã băm nội dung: the same content gives the same hash, whatever the order of its keys. */
export const contentHash = (content: ReportContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')

/** Records remarks on cells of a version. */
export async function saveRemarks(
  ctx: Ctx,
  at: { obligationId: string; unitId: string; number: number },
  list: readonly { readonly cell: string; readonly text: string }[],
): Promise<void> {
  for (const r of list) {
    await run(
      ctx.tx,
      sql`insert into reporting.remark (id, obligation_id, unit_id, submission_number, cell, text, at, by_id, by_name)
          values (${ctx.newId()}, ${at.obligationId}, ${at.unitId}, ${at.number}, ${r.cell}, ${r.text}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
    )
  }
}

/** Bản báo cáo tỉnh. */
export type NewProvincial = {
  readonly periodId: string
  readonly unitId: string
  readonly number: number
  readonly figures: ProvincialFigures
  readonly edits: ProvincialEdits
  readonly fileId: string
  readonly sha256: string
}

/** Records a version of the provincial report. */
export const saveProvincial = (ctx: Ctx, p: NewProvincial): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into reporting.provincial_report (id, period_id, unit_id, number, figures, edits, built_at, built_by_name, file_id, sha256)
        values (${ctx.newId()}, ${p.periodId}, ${p.unitId}, ${p.number}, ${json(p.figures)}, ${json(p.edits)}, ${ctx.now}, ${ctx.actor.name}, ${p.fileId}, ${p.sha256})`,
  )

/** Changes the hand-written words of a version; false when somebody else did meanwhile. */
export async function saveEdits(
  ctx: Ctx,
  at: { id: string; seen: number },
  to: { edits: ProvincialEdits; fileId: string; sha256: string },
): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update reporting.provincial_report set edits = ${json(to.edits)}, file_id = ${to.fileId}, sha256 = ${to.sha256}, version = version + 1
        where id = ${at.id} and version = ${at.seen}`,
  )
  return touched === 1
}

/** Holds the obligation of a report that is written in: whoever else writes waits until the end. Its version now. */
export const holdObligation = async (tx: Tx, obligationId: string): Promise<number> =>
  (
    await row<{ version: number }>(
      tx,
      sql`select version from reporting.obligation where id = ${obligationId} for no key update`,
    )
  ).version

/** Locks the period's obligations that are worked on together, in one order, so that two bulk actions never deadlock. */
export const lockObligations = (tx: Tx, list: readonly string[]): Promise<number> =>
  run(tx, sql`select id from reporting.obligation where id = any(${ids(list)}) order by id for update`)

/** Đề nghị gia hạn mới. */
export type NewRequest = Pick<ExtensionRequest, 'obligationId' | 'until' | 'reason' | 'document'> & {
  readonly unitId: string
}

/** Records a request for a later day; its id. */
export async function saveRequest(ctx: Ctx, r: NewRequest): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into reporting.extension_request (id, obligation_id, unit_id, until, reason, document, asked_at, asked_by, asked_by_name)
        values (${id}, ${r.obligationId}, ${r.unitId}, ${r.until}, ${r.reason}, ${r.document}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
  return id
}

/** Settles a request that waits; false when somebody settled it meanwhile. */
export async function saveAnswer(
  ctx: Ctx,
  id: string,
  to: { readonly state: RequestState; readonly answer: string; readonly grantedUntil: Day | null },
): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update reporting.extension_request set state = ${to.state}, answer = ${to.answer}, granted_until = ${to.grantedUntil}::date,
          answered_at = ${ctx.now}, answered_by_name = ${ctx.actor.name} where id = ${id} and state = 'cho'`,
  )
  return touched === 1
}

/** Records who signs in place of a head; its id. */
export async function saveAuthority(ctx: Ctx, a: Omit<SigningAuthority, 'id'>): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into reporting.signing_authority (id, unit_id, account_id, person_name, kind, head_post, post, act, valid, recorded_at, recorded_by_name)
        values (${id}, ${a.unitId}, ${a.accountId}, ${a.name}, ${a.kind}, ${a.headPost}, ${a.post}, ${a.act}, ${range(a.valid)}, ${ctx.now}, ${ctx.actor.name})`,
  )
  return id
}

/** Ends an authority with `last` as its last day; false when it does not run past that day. */
export async function endAuthority(ctx: Ctx, id: string, last: Day): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update reporting.signing_authority set valid = daterange(lower(valid), ${last}::date + 1)
        where id = ${id} and lower(valid) <= ${last}::date and (upper(valid) is null or upper(valid) > ${last}::date + 1)`,
  )
  return touched === 1
}

/** Records the signed file of a version. */
export const saveSignedFile = (
  ctx: Ctx,
  f: Omit<SignedFile, 'id' | 'receivedAt' | 'receivedBy'> & { readonly obligationId: string; readonly unitId: string },
): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into reporting.signed_file (id, obligation_id, unit_id, submission_number, of_sha256, file_id, name, sha256, mark, received_at, received_by, received_by_name)
        values (${ctx.newId()}, ${f.obligationId}, ${f.unitId}, ${f.number}, ${f.ofSha256}, ${f.fileId}, ${f.name}, ${f.sha256}, ${f.mark}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
