/** Xác nhận nhiều hồ sơ từ danh sách: chosen ones or all of a filter, one transaction, one fact, taken back as one. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { row, rows, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { confirmEntries } from './actions/confirm-entries.ts'
import { confirmPeople } from './actions/confirm-people.ts'
import { undoConfirmation } from './actions/undo-confirmation.ts'
import { readConfirm } from './confirm-screen.ts'
import { readProfile } from './profile-screen.ts'
import { changeAt, writePeople } from './register.ts'
import { changeDossier } from './rules/change.ts'
import { dossiersOf } from './views/dossiers.ts'
import type { Dossier, Entry } from './words/dossier.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const LATER = Temporal.Instant.from('2026-11-24T03:42:00Z')
const HEALTH = newId()
const SCHOOL = newId()

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.drop())

const actorOf = (unit: string, role: Actor['grants'][number]['role'] = 'co-quan'): Actor => ({
  ...systemActor(),
  kind: 'account',
  id: newId(),
  name: 'Phạm Thị Hoa',
  scope: [unit],
  grants: [{ role, body: unit, bodyCode: 'H24.SYT', bodyName: 'Sở Y tế' } as Actor['grants'][number]],
})
const OFFICER = actorOf(HEALTH)

type Known = { name: string; source?: string; thin?: boolean; contested?: boolean; unit?: string }

/** A dossier as a list of a body or its person left it: entries of level 0. */
async function made(k: Known): Promise<Dossier> {
  const unit = k.unit ?? HEALTH
  const says = (group: Entry['group'], data: Entry['data'], level: Entry['level'] = 0): Entry => ({
    group,
    data,
    level,
    source: k.source ?? 'nhap:H24.SNV:1',
  })
  const entries = [
    says('names', { fullName: k.name }),
    ...(k.thin === true
      ? []
      : [
          says('birth', { birth: '1972-09-02', sex: 'nam', homePlace: 'Nam Sách' }),
          says('category', { category: 'vien-chuc', sector: '07' }),
          says('post', { body: unit, position: 'Bác sĩ', kind: 'chinh' }),
          says('education', { level: '6', major: 'Y khoa', graduated: 1996 }, k.contested === true ? 2 : 0),
          says('political-theory', { level: 'so-cap' }),
          says('contact', { phone: '0904111222', residenceText: 'Nam Sách' }),
        ]),
  ]
  const id = await transact(t.db, systemActor(), async (tx) => {
    const ctx = { tx, actor: systemActor(), now: NOW, newId }
    const change = changeDossier(null, entries, changeAt(ctx, unit, null))
    await writePeople(ctx, [change], null)
    return change.person.id
  })
  if (k.contested === true) await change(id, [says('education', { level: '6', major: 'Y khoa', graduated: 1999 })])
  return read(id)
}

const read = (id: string): Promise<Dossier> =>
  transact(t.db, systemActor(), async (tx) => (await dossiersOf(tx, [id])).get(id) as Dossier)

const change = (id: string, entries: Entry[], now = LATER) =>
  transact(t.db, systemActor(), async (tx) => {
    const ctx = { tx, actor: systemActor(), now, newId }
    const d = (await dossiersOf(tx, [id])).get(id) as Dossier
    await writePeople(ctx, [changeDossier(d, entries, changeAt(ctx, d.person.unitId, null))], null)
  })

const codesOf = (all: readonly Dossier[]) => all.map((d) => d.person.code)
type Asked = { codes?: readonly string[]; q?: string; seen: number; declared?: 'with' | 'without' }
const confirm = (a: Asked, actor = OFFICER) =>
  perform(t.db, { actor, now: LATER }, confirmPeople, {
    codes: a.codes ?? [],
    whole: a.codes === undefined,
    query: a.q === undefined ? {} : { q: a.q },
    seen: a.seen,
    declared: a.declared ?? 'without',
  })
const undo = (batch: string, actor = OFFICER) =>
  perform(t.db, { actor, now: LATER.add({ minutes: 5 }) }, undoConfirmation, { batch })

const facts = (subject: string) =>
  transact(t.db, systemActor(), (tx) =>
    rows<{ kind: string; data: Record<string, unknown> }>(
      tx,
      sql`select kind, data from platform.ledger where subject = ${subject} order by seq`,
    ),
  )
const levels = (d: Dossier) => d.facts.map((f) => f.level).sort()
const value = <T>(d: Decision<T>): T => {
  if (!d.ok) throw new Error(`${d.code}: ${d.message}`)
  return d.value
}
const codeOf = (d: Decision<unknown>): string => (d.ok ? 'ok' : d.code)
const core = ({ person, facts: all }: Dossier) => ({
  person: { ...person, version: 0 },
  facts: all.map(({ id, batchId, ...f }) => JSON.stringify(f)).sort(),
})

it('người được đánh dấu lên mức đơn vị xác nhận; mâu thuẫn và quá thiếu để lại; một sự kiện; hoàn tác trả lại nguyên vẹn', async () => {
  const [good, other, thin, torn] = [
    await made({ name: 'Mạc Văn Chọn' }),
    await made({ name: 'Mạc Thị Chọn' }),
    await made({ name: 'Mạc Văn Thiếu', thin: true }),
    await made({ name: 'Mạc Văn Ngờ', contested: true }),
  ]
  const out = value(await confirm({ codes: codesOf([good, other, thin, torn]), seen: 4 }))
  expect(out).toMatchObject({ people: 2, contested: 1, thin: 1, waiting: 0 })
  const after = await read(good.person.id)
  expect(new Set(levels(after))).toEqual(new Set([1]))
  expect(after.person).toMatchObject({ level: 1, confirmedOn: '2026-11-24' })
  expect((await read(thin.person.id)).person.confirmedOn).toBeNull()
  expect(core(await read(torn.person.id))).toEqual(core(torn))
  expect((await facts(`people:${out.batch}`)).map((f) => [f.kind, f.data.people])).toEqual([['people.confirmed', 2]])

  expect(value(await undo(out.batch))).toEqual({ people: 2 })
  expect(core(await read(good.person.id))).toEqual(core(good))
  expect(core(await read(other.person.id))).toEqual(core(other))
  expect(codeOf(await undo(out.batch))).toBe('confirmation.undone')
})

it('cả danh sách của một điều kiện, không chỉ trang đang hiện; danh sách đổi giữa chừng thì chưa ghi gì', async () => {
  const all = [
    await made({ name: 'Khúc Hạo Cả' }),
    await made({ name: 'Khúc Hạo Danh' }),
    await made({ name: 'Khúc Hạo Sách' }),
  ]
  expect(codeOf(await confirm({ q: 'khúc hạo', seen: 2 }))).toBe('confirm.other-list')
  expect((await read(all[0]?.person.id ?? '')).person.level).toBe(0)
  expect(value(await confirm({ q: 'khúc hạo', seen: 3 }))).toMatchObject({ people: 3 })
  for (const d of all) expect((await read(d.person.id)).person.level).toBe(1)
})

it('mục chủ hồ sơ tự khai chỉ được xác nhận cùng khi người xác nhận chọn thế', async () => {
  const d = await made({ name: 'Lê Tự Khai', source: 'khai' })
  const first = value(await confirm({ codes: codesOf([d]), seen: 1 }))
  expect(first).toMatchObject({ people: 1, entries: 0 })
  expect(first.waiting).toBeGreaterThan(3)
  expect(new Set(levels(await read(d.person.id)))).toEqual(new Set([0]))
  const second = value(await confirm({ codes: codesOf([d]), seen: 1, declared: 'with' }))
  expect(second).toMatchObject({ entries: first.waiting, waiting: 0 })
  expect(new Set(levels(await read(d.person.id)))).toEqual(new Set([1]))
})

it('không hoàn tác được khi một hồ sơ đã đổi tiếp: nêu tên hồ sơ, không đổi gì', async () => {
  const [a, b] = [await made({ name: 'Vũ Đổi Tiếp' }), await made({ name: 'Vũ Giữ Nguyên' })]
  const { batch } = value(await confirm({ codes: codesOf([a, b]), seen: 2 }))
  await change(
    a.person.id,
    [{ group: 'award', data: { name: 'Bằng khen' }, level: 1, source: 'co-quan:H24.SYT' }],
    LATER.add({ minutes: 1 }),
  )
  const refused = await undo(batch)
  expect(codeOf(refused)).toBe('confirmation.went-on')
  expect(refused.ok ? '' : refused.message).toContain('Vũ Đổi Tiếp')
  expect((await read(b.person.id)).person.level).toBe(1)
})

it('chỉ trong cơ quan của mình: hồ sơ cơ quan khác không xác nhận, không đếm, không hoàn tác được', async () => {
  const [own, foreign] = [await made({ name: 'Quách Của Mình' }), await made({ name: 'Quách Nơi Khác', unit: SCHOOL })]
  expect(codeOf(await confirm({ codes: codesOf([own, foreign]), seen: 2 }))).toBe('confirm.other-list')
  expect(codeOf(await confirm({ codes: codesOf([foreign]), seen: 1 }))).toBe('confirm.other-list')
  const counts = await transact(t.db, OFFICER, (tx) =>
    readConfirm({ tx, actor: OFFICER, now: NOW, newId }, { raw: { q: 'quách' }, codes: [], whole: true }),
  )
  expect(counts.counts).toMatchObject({ people: 1, may: 1 })
  expect((await read(foreign.person.id)).person.level).toBe(0)
  const { batch } = value(await confirm({ codes: codesOf([own]), seen: 1 }))
  expect((await undo(batch, actorOf(SCHOOL))).ok).toBe(false)
  expect((await confirm({ codes: codesOf([own]), seen: 1 }, actorOf(HEALTH, 'lanh-dao'))).ok).toBe(false)
})

it('không chọn ai thì nói rõ; trang trước khi ghi nêu đúng những gì sẽ ghi', async () => {
  expect(codeOf(await confirm({ codes: [], seen: 0 }))).toBe('confirm.nobody')
  const [good, thin] = [await made({ name: 'Trần Sẽ Ghi' }), await made({ name: 'Trần Sẽ Để', thin: true })]
  const before = await transact(t.db, OFFICER, (tx) =>
    readConfirm({ tx, actor: OFFICER, now: NOW, newId }, { raw: {}, codes: codesOf([good, thin]), whole: false }),
  )
  const out = value(await confirm({ codes: codesOf([good, thin]), seen: 2 }))
  expect(before.counts).toEqual({
    people: 2,
    may: out.people,
    contested: out.contested,
    thin: out.thin,
    entries: out.entries,
    declared: out.waiting,
  })
})

it('xác nhận từng mục cũng hoàn tác được, và lịch sử của hồ sơ nêu người xác nhận', async () => {
  const d = await made({ name: 'Đào Từng Mục', source: 'khai' })
  const [one] = d.facts
  const out = value(await perform(t.db, { actor: OFFICER, now: LATER }, confirmEntries, { facts: [one?.id ?? ''] }))
  expect(levels(await read(d.person.id)).at(-1)).toBe(1)
  const kept = await transact(t.db, systemActor(), (tx) =>
    row<{ n: number }>(tx, sql`select count(*) as n from people.fact where batch_id = ${out.batch}`),
  )
  expect(kept.n).toBe(1)
  const profile = await transact(t.db, OFFICER, (tx) =>
    readProfile(
      { tx, actor: OFFICER, now: LATER, newId },
      { code: d.person.code, tab: 'lich-su', day: null, knownOn: null, list: null, place: null },
    ),
  )
  expect(value(profile)).toHaveProperty('history.0.who', 'Phạm Thị Hoa')
  expect(value(profile)).toHaveProperty('history.0.what', 'xác nhận 1 mục của 1 hồ sơ')
  value(await undo(out.batch))
  expect(core(await read(d.person.id))).toEqual(core(d))
})
