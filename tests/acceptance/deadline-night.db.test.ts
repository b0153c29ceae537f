/**
 * Đêm hạn chót, bản nhỏ: thirty bodies, two servers on one database, every press sent to both at once and then again. Nothing is
 * lost, nothing is sent twice, and nobody writes into a report that was handed over meanwhile.
 */
import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { dayOf } from '../../src/kernel/day.ts'
import { must } from '../../src/modules/accounts/fixtures.ts'
import {
  actorOfUsername,
  authenticateMachine,
  createAccount,
  homeOf,
  rolesInWords,
} from '../../src/modules/accounts/public.ts'
import { uploadDocument } from '../../src/modules/documents/public.ts'
import { readRegisterFacts } from '../../src/modules/organisations/facts.ts'
import { loadRegister } from '../../src/modules/organisations/public.ts'
import { adoptPlan, surroundings, taskGroups } from '../../src/modules/programme/public.ts'
import { approveAndSubmit } from '../../src/modules/reporting/actions/approve-and-submit.ts'
import { draftSections, wholeReport } from '../../src/modules/reporting/fixtures.ts'
import {
  HREF,
  type Obligation,
  obligationsOf,
  openPeriod,
  saveDraftSection,
  submitFile,
  submitToHead,
} from '../../src/modules/reporting/public.ts'
import { badgesOf, MODULES } from '../../src/modules.ts'
import { type Action, perform } from '../../src/platform/action.ts'
import { readConfig } from '../../src/platform/config.ts'
import { explainConstraints } from '../../src/platform/database/constraint.ts'
import { connect, type Database, transact } from '../../src/platform/database/pool.ts'
import { row, rows, sql } from '../../src/platform/database/sql.ts'
import type { TestDatabase } from '../../src/platform/database/test-database.ts'
import { SESSION_COOKIE } from '../../src/platform/http/application.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { firstBrokenFact } from '../../src/platform/ledger/record.ts'
import { buildAssets } from '../../src/ui/assets.ts'
import { testDatabase } from '../database.ts'

const YEAR = 2026
const BODIES = 30
/** The last hour of the last day. */
const NOW = Temporal.Instant.from('2026-12-04T23:20:00+07:00')
const machine = systemActor('Người thử')

/** One of the two: its own connections, nothing shared with the other but the database. */
type Node = { readonly db: Database; readonly server: FastifyInstance }

let t: TestDatabase
let nodes: readonly Node[] = []
let owed: readonly Obligation[] = []
let sections: ReturnType<typeof draftSections> = new Map()

const act = async <I, O>(what: Action<I, O>, input: unknown, now = NOW): Promise<O> =>
  must(await perform(t.db, { actor: machine, now }, what, input))

async function startNode(): Promise<Node> {
  const db = connect(t.address, t.db.vault, { poolSize: 6 })
  const server = await createServer({
    config: readConfig({}),
    db,
    clock: () => NOW,
    stallMs: 60_000,
    modules: MODULES,
    assets: await buildAssets(),
    authenticate: (tx, token) => actorOfUsername(tx, token, dayOf(NOW)),
    authenticateMachine,
    homeOf,
    roleLabel: rolesInWords,
    surroundings,
    badges: badgesOf,
    migrations: [],
  })
  await server.ready()
  return { db, server }
}

const officerOf = (o: Obligation): string => `canbo.${o.code.slice(-4)}`
const headOf = (o: Obligation): string => `thutruong.${o.code.slice(-4)}`

beforeAll(async () => {
  for (const m of MODULES) explainConstraints(m.constraints ?? {})
  t = await testDatabase()
  await act(loadRegister, readRegisterFacts())
  const text = fs.readFileSync(new URL('../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')
  const document = await act(uploadDocument, { text })
  await act(adoptPlan, { document: document.id, number: '1459/KH-UBND', date: '22/04/2024', seen: '1' })
  await act(openPeriod, { year: YEAR }, Temporal.Instant.from('2026-11-01T08:00:00+07:00'))
  const [all, groups] = await transact(t.db, machine, async (tx) => {
    const plan = await row<{ id: string }>(tx, sql`select id from programme.programme`)
    return [await obligationsOf(tx, { year: YEAR }, NOW), await taskGroups(tx, plan.id)] as const
  })
  owed = all.slice(0, BODIES)
  sections = draftSections(wholeReport(), groups)
  for (const o of all.slice(0, BODIES + 1))
    for (const [username, role] of [
      [officerOf(o), 'co-quan'],
      [headOf(o), 'thu-truong'],
    ] as const)
      await act(createAccount, { username, name: username, unitId: o.unitId, role, from: '2026-01-01', sample: true })
  nodes = await Promise.all([startNode(), startNode()])
}, 120_000)

afterAll(async () => {
  for (const n of nodes) {
    await n.server.close()
    await n.db.close()
  }
  await t.drop()
})

type Tokens = { readonly csrf: string; readonly secret: string }

const cookies = (who: string, of?: Tokens) => ({ [SESSION_COOKIE]: who, ...(of ? { csrf: of.secret } : {}) })

/** A browser of `who` has the secret of its forms from whichever server it came to first; the other knows it by the cookie. */
const known = new Map<string, Promise<Tokens>>()
const tokensOf = (who: string): Promise<Tokens> => {
  const tokens = known.get(who) ?? askTokens(who)
  known.set(who, tokens)
  return tokens
}

async function askTokens(who: string): Promise<Tokens> {
  const answer = await nodes[0]?.server.inject({ url: '/trang-khong-co', cookies: cookies(who) })
  return {
    csrf: /name="_csrf"[^>]*value="([^"]+)"/.exec(answer?.body ?? '')?.[1] ?? '',
    secret: answer?.cookies.find((c) => c.name === 'csrf')?.value ?? '',
  }
}

/** Sends one press to both servers at the same time, as often as asked. */
async function press(who: string, url: string, fields: Readonly<Record<string, string>>, times = 1): Promise<number[]> {
  const tokens = await tokensOf(who)
  const send = (n: Node): Promise<LightMyRequestResponse> =>
    n.server.inject({
      method: 'POST',
      url,
      cookies: cookies(who, tokens),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...fields, _csrf: tokens.csrf }).toString(),
    })
  const answers = await Promise.all(Array.from({ length: times }, () => nodes.map(send)).flat())
  return answers.map((a) => a.statusCode)
}

/** What no answer may ever be: a fault, or a press taken for somebody else's. */
const broken = (statuses: readonly number[]): number[] =>
  statuses.filter((s) => s >= 500 || s === 401 || s === 403 || s === 404)

const cellOf = (o: Obligation): string => `Nguồn tuyển dụng còn hạn chế (${o.code}).`

/** The sections of a body, with a sentence of its own. */
const ownSections = (o: Obligation): (readonly [number, Readonly<Record<string, string>>])[] =>
  [...sections].map(([no, fields]) => [
    no,
    Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, /kho-khan/.test(k) ? cellOf(o) : v])),
  ])

const href = (o: Obligation, sub = ''): string => HREF.report(o, sub)

test('ba mươi cơ quan, hai máy chủ, mỗi lần bấm tới cả hai: không mất, không nộp hai lần', async () => {
  const wrong: string[] = []
  const note = (o: Obligation, what: string, statuses: readonly number[]): void => {
    if (broken(statuses).length > 0) wrong.push(`${o.code} ${what}: ${statuses.join()}`)
  }
  await Promise.all(
    owed.map(async (o) => {
      for (const [no, fields] of ownSections(o))
        note(o, `mục ${no}`, await press(officerOf(o), href(o, String(no)), { ...fields, version: '0' }))
      // The head sends at the very moment a forgotten tab of the officer saves itself.
      const [no, fields] = ownSections(o)[0] ?? [1, {}]
      const late = { ...fields, version: '1' }
      note(o, 'trình', await press(officerOf(o), href(o, 'trinh'), {}, 2))
      const [saved, sent] = await Promise.all([
        press(officerOf(o), href(o, `${no}/luu-nhap`), late),
        press(headOf(o), href(o, 'ky'), {}, 2),
      ])
      note(o, 'lưu muộn', saved)
      note(o, 'nộp', sent)
    }),
  )
  expect(wrong).toEqual([])
  const found = await reports(owed)
  expect(found).toHaveLength(BODIES)
  for (const r of found) {
    const o = owed.find((x) => x.id === r.id)
    expect(r).toMatchObject({ state: 'da-nop', versions: 1, steps: 1, facts: 1, late: false, files: 1 })
    expect(r.said).toBe(o && cellOf(o))
    expect(r.drafted).toBe(r.said)
  }
  expect(await transact(t.db, machine, firstBrokenFact)).toBeNull()
}, 180_000)

test('một lần lưu bị giữ lại giữa chừng trong khi báo cáo được trình và nộp: không kéo báo cáo đã nộp về nháp', async () => {
  const [a, b] = nodes
  const o = (await later(1))[0]
  if (!a || !b || !o) throw new Error('hai máy chủ chưa chạy')
  for (const [no, fields] of ownSections(o)) await press(officerOf(o), href(o, String(no)), { ...fields, version: '0' })
  const at = { year: YEAR, unitCode: o.unitCode }
  const [[no, fields] = [1, {}]] = ownSections(o).filter(([, f]) => Object.keys(f).some((k) => k.includes('kho-khan')))
  const typed = Object.fromEntries(
    Object.entries(fields).map(([k, v]) => [k, k.includes('kho-khan') ? 'Gõ sau cùng.' : v]),
  )
  const { saving, sending } = await transact(t.db, machine, async (tx) => {
    const { version } = await row<{ version: number }>(
      tx,
      sql`select version from reporting.draft where obligation_id = ${o.id} and section = ${no} for update`,
    )
    const saving = perform(a.db, { actor: machine, now: NOW }, saveDraftSection, {
      ...at,
      section: no,
      version,
      fields: typed,
    })
    await sleep(400)
    const sending = (async () => {
      await perform(b.db, { actor: machine, now: NOW }, submitToHead, at)
      return perform(b.db, { actor: machine, now: NOW }, approveAndSubmit, at)
    })()
    await Promise.race([sending, sleep(1500)])
    return { saving, sending }
  })
  const [saved, sent] = await Promise.all([saving, sending])
  expect(sent).toMatchObject({ ok: true })
  const [found] = await reports([o])
  expect(found).toMatchObject({ state: 'da-nop', versions: 1, steps: 1, facts: 1 })
  expect(found?.said).toBe(saved.ok ? 'Gõ sau cùng.' : cellOf(o))
  expect(found?.drafted).toBe(found?.said)
}, 60_000)

test('một tệp được gửi lại vì không biết lần trước đã tới chưa: một bản', async () => {
  const [a, b] = nodes
  if (!a || !b) throw new Error('hai máy chủ chưa chạy')
  const list = await later(12)
  for (const o of list) {
    const input = { year: YEAR, unitCode: o.unitCode, content: wholeReport() }
    const both = await Promise.all([a, b, a].map((n) => perform(n.db, { actor: machine, now: NOW }, submitFile, input)))
    expect(both.filter((d) => d.ok)).toHaveLength(1)
    expect(both.filter((d) => !d.ok)).toMatchObject([{ code: 'report.same' }, { code: 'report.same' }])
    const again = await perform(b.db, { actor: machine, now: NOW }, submitFile, input)
    expect(again).toMatchObject({ ok: false, code: 'report.same' })
  }
  for (const r of await reports(list)) expect(r).toMatchObject({ state: 'da-nop', versions: 1, steps: 1, facts: 1 })
}, 120_000)

/** Bodies that no test has had yet. */
async function later(count: number): Promise<readonly Obligation[]> {
  const all = await transact(t.db, machine, (tx) => obligationsOf(tx, { year: YEAR }, NOW))
  return all
    .slice(BODIES)
    .filter((o) => o.state === 'chua-nop')
    .slice(0, count)
}

/** What the database says of reports: nothing that the application remembers. */
const reports = (list: readonly Obligation[]) =>
  transact(t.db, machine, (tx) =>
    rows<{
      id: string
      state: string
      versions: number
      steps: number
      facts: number
      files: number
      late: boolean
      said: string
      drafted: string
    }>(
      tx,
      sql`select o.id, o.state, (select count(*) from reporting.submission s where s.obligation_id = o.id) as versions,
            (select count(*) from reporting.step s where s.obligation_id = o.id and s.verb = 'duyet-va-nop') as steps,
            (select count(*) from platform.ledger l where l.kind = 'reporting.submitted' and l.subject = 'report:' || o.id) as facts,
            (select count(*) from platform.file f join reporting.submission s on s.file_id = f.id where s.obligation_id = o.id) as files,
            (select bool_or(s.late) from reporting.submission s where s.obligation_id = o.id) as late,
            (select s.content -> 'paragraphs' ->> 'kho-khan' from reporting.submission s where s.obligation_id = o.id limit 1) as said,
            (select string_agg(v.value, '') from reporting.draft d, jsonb_each_text(d.answers) v where d.obligation_id = o.id and v.key like '%kho-khan%') as drafted
          from reporting.obligation o where o.id = any(${list.map((o) => o.id)}::uuid[]) order by o.code`,
    ),
  )
