/**
 * Thế giới của đêm hạn chót, in a process of its own (`node bench/reporting-world.ts 1000 FILE`): the real plan and register, bodies of
 * services beside them until a thousand owe the yearly report, an officer and a head of each, last year's accepted reports, and
 * this year's period with what was done before the last hour. Writes who is there and with which session to FILE.
 */
import fs from 'node:fs'
import { sampleContent } from '../src/demo/content.ts'
import { systemActor } from '../src/kernel/actor.ts'
import { day } from '../src/kernel/day.ts'
import { keyedHash } from '../src/modules/accounts/credentials.ts'
import { readCodeLists } from '../src/modules/code-lists/facts.ts'
import { loadDaysOff, publishList } from '../src/modules/code-lists/public.ts'
import { uploadDocument } from '../src/modules/documents/public.ts'
import { loadFacts } from '../src/modules/indicators/public.ts'
import { readRegisterFacts } from '../src/modules/organisations/facts.ts'
import { issuerOn, loadRegister, unitsByIds } from '../src/modules/organisations/public.ts'
import { adoptPlan, currentProgramme, taskGroups } from '../src/modules/programme/public.ts'
import { acceptReports } from '../src/modules/reporting/actions/accept-reports.ts'
import { expectedFor, openPeriod } from '../src/modules/reporting/actions/open-period.ts'
import { draftSections } from '../src/modules/reporting/fixtures.ts'
import { FIRST_REGIME, type ReporterLine } from '../src/modules/reporting/rules/regime.ts'
import { moveObligation, saveRegime, saveSection, saveSubmission } from '../src/modules/reporting/store.ts'
import { obligationsOf } from '../src/modules/reporting/views/obligations.ts'
import type { Obligation } from '../src/modules/reporting/words.ts'
import { migrationFolders } from '../src/modules.ts'
import { type Action, type Ctx, newId, perform } from '../src/platform/action.ts'
import { readConfig } from '../src/platform/config.ts'
import { transact } from '../src/platform/database/pool.ts'
import { json, run, sql, texts } from '../src/platform/database/sql.ts'
import { openSystem } from '../src/platform/open.ts'

/** Năm báo cáo. */
export const YEAR = 2026
/** The last evening: an hour and a half before the deadline. */
export const NIGHT = '2026-12-04T22:30:00+07:00'
/** What the bodies are doing when the night begins. */
export const PARTS = { editing: 20, toSend: 200, sent: 600 }

/** Somebody who may enter with a session that is already open. */
export type Person = { readonly accountId: string; readonly token: string }
/** A body, its two people, and what it does in the night. */
export type Body = {
  readonly code: string
  readonly unitId: string
  readonly obligationId: string
  readonly officer: Person
  readonly head: Person
  readonly part: 'editing' | 'toSend' | 'sent' | 'idle'
  /** The sections as they were typed, for bodies that edit. */
  readonly sections: readonly (readonly [number, Readonly<Record<string, string>>])[]
}
/** Who is there. */
export type Night = {
  readonly bodies: readonly Body[]
  readonly department: readonly Person[]
  readonly leader: Person
}

const machine = systemActor('Người dựng')
const at = (local: string): Temporal.Instant => Temporal.Instant.from(`${local}+07:00`)
const PLANNED = at('2024-04-15T08:00:00')

async function make(count: number, file: string): Promise<void> {
  const system = await openSystem(readConfig(), migrationFolders())
  const { db } = system
  const act = async <I, O>(what: Action<I, O>, input: unknown, now: Temporal.Instant): Promise<O> => {
    const d = await perform(db, { actor: machine, now }, what, input)
    if (!d.ok) throw new Error(`${what.name}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
    return d.value
  }
  const write = <T>(now: Temporal.Instant, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    transact(db, machine, (tx) => work({ tx, actor: machine, now, newId }))
  await write(PLANNED, (ctx) =>
    run(
      ctx.tx,
      sql`insert into platform.setting (key, value) values ('demo', ${json(true)}) on conflict (key) do nothing`,
    ),
  )
  for (const list of readCodeLists()) await act(publishList, list, PLANNED)
  await act(loadDaysOff, {}, PLANNED)
  await act(loadRegister, readRegisterFacts(), PLANNED)
  const text = fs.readFileSync(new URL('../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')
  const document = await act(uploadDocument, { text }, PLANNED)
  await act(
    adoptPlan,
    { document: document.id, number: '1459/KH-UBND', date: '2024-04-22', seen: true },
    at('2024-04-23T08:00:00'),
  )
  await act(loadFacts, {}, at('2024-04-24T08:00:00'))
  const regime = { ...FIRST_REGIME, assignment: [reporters('plan', ''), reporters('group', 'don-vi-su-nghiep')] }
  await write(PLANNED, (ctx) =>
    saveRegime(ctx, newId(), regime, regime.source, { from: day(regime.effective.from), to: null }),
  )
  const known = await write(PLANNED, (ctx) => expectedFor(ctx, { year: YEAR, cutOff: day(`${YEAR}-11-15`) }, regime))
  if (!known.ok) throw new Error(known.message)
  await write(PLANNED, (ctx) => addBodies(ctx, count - known.value.bodies.length))
  await db.pool.query('analyze')
  await act(openPeriod, { year: YEAR - 1 }, at(`${YEAR - 1}-11-03T08:00:00`))
  await act(openPeriod, { year: YEAR }, at(`${YEAR}-11-02T08:00:00`))
  const night = Temporal.Instant.from(NIGHT)
  const listed = (year: number) => write(night, (ctx) => obligationsOf(ctx.tx, { year }, night))
  await sendAll(write, await listed(YEAR - 1), YEAR - 1)
  const before = await listed(YEAR - 1)
  await act(acceptReports, { year: YEAR - 1, units: before.map((o) => o.unitCode) }, at(`${YEAR - 1}-12-20T08:00:00`))
  const owed = await listed(YEAR)
  const people = await write(night, (ctx) => addPeople(ctx, owed))
  const bodies = await playYear(write, owed, people)
  await db.pool.query('vacuum analyze')
  fs.writeFileSync(file, JSON.stringify({ ...people.above, bodies } satisfies Night))
  await system.close()
}

const reporters = (kind: ReporterLine['kind'], ref: string): ReporterLine => ({
  kind,
  ref,
  from: '2024-01-01',
  to: null,
  act: 'Quyết định mẫu',
})

type Write = <T>(now: Temporal.Instant, work: (ctx: Ctx) => Promise<T>) => Promise<T>

/** Schools and hospitals of the city, written straight into the register. */
async function addBodies(ctx: Ctx, count: number): Promise<void> {
  const list = Array.from({ length: Math.max(0, count) }, (_, i) => ({
    id: newId(),
    code: `H24.DVSN${String(i + 1).padStart(4, '0')}`,
    name: i % 8 === 0 ? `Bệnh viện số ${i + 1}` : `Trường Trung học phổ thông số ${i + 1}`,
  }))
  const of = sql`jsonb_to_recordset(${json(list)}) as x(id uuid, code text, name text)`
  await run(
    ctx.tx,
    sql`insert into organisations.unit (id, kind, unit_group, valid, basis)
      select id, 'body', 'don-vi-su-nghiep', daterange('2020-01-01', null), 'seen' from ${of}`,
  )
  await run(
    ctx.tx,
    sql`insert into organisations.unit_name (unit_id, name, office_name, valid)
      select id, name, name, daterange('2020-01-01', null) from ${of}`,
  )
  await run(
    ctx.tx,
    sql`insert into organisations.unit_identifier (unit_id, scheme, value, valid)
      select id, 'he-thong', code, daterange('2020-01-01', null) from ${of}`,
  )
  await run(
    ctx.tx,
    sql`insert into organisations.unit_parent (unit_id, parent_id, valid)
      select x.id, p.unit_id, daterange('2020-01-01', null) from ${of} join organisations.unit_identifier p on p.value = 'H24'`,
  )
}

type Given = { readonly unitId: string; readonly role: string; readonly post: string; readonly person: Person }

/** An officer and a head of each body, two people of the department and a leader, each with an open session. */
async function addPeople(ctx: Ctx, owed: readonly Obligation[]) {
  const programme = await currentProgramme(ctx.tx)
  const issuer = await issuerOn(ctx.tx, programme?.territoryId ?? '', day('2026-12-04'))
  const person = (): Person => ({ accountId: newId(), token: newId().replaceAll('-', '') })
  const given: Given[] = owed.flatMap(({ unitId }) => [
    { unitId, role: 'co-quan', post: 'Chuyên viên', person: person() },
    { unitId, role: 'thu-truong', post: 'Thủ trưởng', person: person() },
  ])
  const department = [person(), person()]
  const leader = person()
  const above: Given[] = [
    ...department.map((p) => ({ unitId: issuer.homeAffairs.id, role: 'so-noi-vu', post: 'Chuyên viên', person: p })),
    { unitId: issuer.committee.id, role: 'lanh-dao', post: 'Phó Chủ tịch', person: leader },
  ]
  const all = [...given, ...above]
  const accounts = all.map((g, i) => ({
    id: g.person.accountId,
    username: `nguoi.${String(i + 1).padStart(4, '0')}`,
    name: `Nguyễn Thị ${i + 1}`,
    post: g.post,
    unit_id: g.unitId,
    role: g.role,
    grant_id: newId(),
    session_id: newId(),
  }))
  const of = sql`jsonb_to_recordset(${json(accounts)})
    as x(id uuid, username text, name text, post text, unit_id uuid, role text, grant_id uuid, session_id uuid)`
  await run(
    ctx.tx,
    sql`insert into accounts.account (id, username, name, post, email, unit_id, sample, created_at)
      select id, username, name, post, username || '@mau.example', unit_id, true, ${ctx.now}::timestamptz from ${of}`,
  )
  await run(
    ctx.tx,
    sql`insert into accounts.role_grant (id, account_id, role, unit_id, valid, granted_by, granted_at)
      select grant_id, id, role, unit_id, daterange('2025-01-01', null), 'bench', ${ctx.now}::timestamptz from ${of}`,
  )
  const hashes = all.map((g) => keyedHash(ctx.tx.vault, 'session', g.person.token).toString('hex'))
  await run(
    ctx.tx,
    sql`insert into accounts.session (id, account_id, token_hash, stage, opened_at, last_seen_at, ends_at)
      select session_id, x.id, decode(h.hash, 'hex'), 'open', ${ctx.now}::timestamptz, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz + interval '23 hours'
      from (select row_number() over () as place, y.* from jsonb_to_recordset(${json(accounts)}) as y(id uuid, session_id uuid)) x
      join unnest(${texts(hashes)}) with ordinality as h(hash, place) on h.place = x.place`,
  )
  const peopleOf = Map.groupBy(given, (g) => g.unitId)
  return { above: { department, leader }, of: (unitId: string) => (peopleOf.get(unitId) ?? []).map((g) => g.person) }
}

/** The whole report of a body for a year. */
async function contentsOf(ctx: Ctx, list: readonly Obligation[], year: number) {
  const programme = await currentProgramme(ctx.tx)
  const groups = await taskGroups(ctx.tx, programme?.id ?? '', day(`${year}-01-01`))
  const units = new Map(
    (
      await unitsByIds(
        ctx.tx,
        list.map((o) => o.unitId),
      )
    ).map((u) => [u.id, u]),
  )
  return list.flatMap((o) => {
    const unit = units.get(o.unitId)
    const content = unit
      ? sampleContent({ code: unit.code, name: unit.officeName, group: unit.group }, year, groups)
      : null
    return content ? [{ o, content, sections: [...draftSections(content, groups)] }] : []
  })
}

/** Reports that were sent before the night, through the store of the module: the same rows, without the Word file of each. */
function sendAll(write: Write, list: readonly Obligation[], year: number): Promise<void> {
  return write(at(`${year}-11-28T09:00:00`), async (ctx) => {
    for (const { o, content } of await contentsOf(ctx, list, year)) {
      await moveObligation(ctx, o, { verb: 'duyet-va-nop', state: 'da-nop', submissionNumber: 1 })
      await saveSubmission(ctx, {
        obligationId: o.id,
        unitId: o.unitId,
        number: 1,
        content,
        findings: [],
        preparedBy: 'Nguyễn Thị Mẫu',
        signer: { id: 'bench', name: 'Trần Văn Mẫu', post: 'Thủ trưởng' },
        sentAt: ctx.now,
        late: false,
        daysLate: 0,
        fileId: null,
        sha256: '0'.repeat(64),
      })
    }
  })
}

/** Some sent long ago, some are ready to be laid before the head, some are being written, the rest did not begin. */
async function playYear(
  write: Write,
  owed: readonly Obligation[],
  people: { readonly of: (unitId: string) => readonly Person[] },
): Promise<Body[]> {
  const { editing, toSend, sent } = PARTS
  const partOf = (i: number): Body['part'] =>
    i < editing ? 'editing' : i < editing + toSend ? 'toSend' : i < editing + toSend + sent ? 'sent' : 'idle'
  // Spread over the list, so that every part has bodies of every kind.
  const spreadOut = owed.map((o, i) => ({ o, place: (i * 7919) % owed.length })).sort((a, b) => a.place - b.place)
  const parts = new Map(spreadOut.map(({ o }, i) => [o.id, partOf(i)]))
  await sendAll(
    write,
    owed.filter((o) => parts.get(o.id) === 'sent'),
    YEAR,
  )
  return write(at(`${YEAR}-12-03T09:00:00`), async (ctx) => {
    const bodies: Body[] = []
    for (const { o, sections } of await contentsOf(ctx, owed, YEAR)) {
      const part = parts.get(o.id) ?? 'idle'
      const [officer, head] = people.of(o.unitId)
      if (!officer || !head) throw new Error('a body without people')
      if (part === 'toSend') {
        for (const [section, answers] of sections)
          await saveSection(ctx, { obligationId: o.id, unitId: o.unitId, section, seen: 0 }, answers)
        await moveObligation(ctx, o, { verb: 'luu', state: 'dang-soan' })
      }
      bodies.push({
        code: o.unitCode,
        unitId: o.unitId,
        obligationId: o.id,
        officer,
        head,
        part,
        sections: part === 'editing' ? sections : [],
      })
    }
    return bodies
  })
}

const [count, file] = process.argv.slice(2)
if (import.meta.main && count !== undefined && file !== undefined) await make(Number(count), file)
