/** Lãnh đạo tỉnh: hồ sơ chỉ có phần chuyên môn; liên hệ mở khi nêu mục đích, có ghi lại cho chủ hồ sơ và vào sổ cái. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { row, rows, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { openContact } from './actions/open-contact.ts'
import { readContact } from './opened-screen.ts'
import { readEvidence, readProfile } from './profile-screen.ts'
import { changeAt, writePeople } from './register.ts'
import { changeDossier } from './rules/change.ts'
import type { Tab } from './rules/dossier-view.ts'
import type { Entry } from './words/dossier.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const HEALTH = newId()
const actorOf = (role: Actor['grants'][number]['role'], scope: Actor['scope']): Actor => ({
  ...systemActor('Hoàng Mạnh Cường'),
  kind: 'account',
  id: newId(),
  scope,
  grants: [{ role, body: HEALTH, bodyCode: 'H24', bodyName: 'UBND' }],
})
const LEADER = actorOf('lanh-dao', 'all')
const OFFICER = actorOf('co-quan', [HEALTH])

let t: TestDatabase
let code = ''
beforeAll(async () => {
  t = await testDatabase()
  const says = (group: Entry['group'], data: Entry['data']): Entry => ({
    group,
    data,
    level: 2,
    evidence: 'Bằng số 0012',
    source: 'nhap:H24.SYT:1',
  })
  code = await transact(t.db, systemActor(), async (tx) => {
    const ctx = { tx, actor: systemActor(), now: NOW, newId }
    const entries = [
      says('names', { fullName: 'Khúc Thừa Tìm' }),
      says('birth', { birth: '1972-09-02', sex: 'nam', homePlace: 'Nam Sách' }),
      says('education', { level: '6', major: 'Y khoa', diploma: 'VB-0012', graduated: 1996 }),
      says('contact', { phone: '0904111222', residenceText: 'Nam Sách' }),
    ]
    const change = changeDossier(null, entries, changeAt(ctx, HEALTH, null))
    await writePeople(ctx, [change], null)
    return (await row<{ code: string }>(tx, sql`select code from people.person where id = ${change.person.id}`)).code
  })
}, 60_000)
afterAll(() => t.drop())

const profile = async (actor: Actor, tab: Tab = 'tong-quan') => {
  const read = await transact(t.db, actor, (tx) =>
    readProfile({ tx, actor, now: NOW, newId }, { code, tab, day: null, knownOn: null, list: null, place: null }),
  )
  if (!read.ok) throw new Error(read.message)
  if (read.value.movedTo !== null) throw new Error(read.value.movedTo)
  return read.value
}
const viewings = () =>
  transact(t.db, systemActor(), (tx) =>
    rows<{ purpose: string; groups: string[] }>(tx, sql`select purpose, groups from people.viewing order by id`),
  )

it('lãnh đạo thấy bằng cấp, năm sinh; không thấy liên hệ, ngày sinh, quê quán, số hiệu bằng, bằng chứng, ai đã xem', async () => {
  const words = JSON.stringify(await profile(LEADER))
  expect(words).toContain('Y khoa')
  expect(words).toContain('"Năm sinh","1972"')
  for (const hidden of ['0904', 'Nam Sách', '02/09', 'VB-0012', 'Bằng số']) expect(words).not.toContain(hidden)
  const asked = await profile(LEADER, 'da-xem')
  expect([asked.tab, asked.viewings, asked.may.contact]).toEqual(['tong-quan', [], true])
  const officer = await profile(OFFICER)
  expect(JSON.stringify(officer)).toContain('0904111222')
  expect(officer.may.contact).toBe(false)
})

it('lần đọc của lãnh đạo chỉ ghi các nhóm đã đọc', async () => {
  const led = (await viewings()).filter((v) => v.purpose === 'Chỉ đạo, điều hành')
  expect(led.length).toBeGreaterThan(0)
  expect(led.flatMap((v) => v.groups)).not.toContain('contact')
})

it('mở liên hệ: thiếu mục đích thì hỏi, không mở; nêu mục đích thì mở, ghi lại, vào sổ cái không có số nào', async () => {
  const before = (await viewings()).length
  const ask = await transact(t.db, LEADER, (tx) =>
    readContact({ tx, actor: LEADER, now: NOW, newId }, { code, purpose: null }),
  )
  expect(ask).toMatchObject({ ok: true, value: { purpose: null, rows: [] } })
  expect((await viewings()).length).toBe(before)
  const opened = await perform(t.db, { actor: LEADER, now: NOW }, openContact, { code, purpose: 'chuyen-gia' })
  expect(opened).toMatchObject({ ok: true, value: { opened: [{ data: { phone: '0904111222' } }] } })
  expect(await viewings()).toContainEqual({ purpose: 'Mời chuyên gia, lập hội đồng', groups: ['contact'] })
  const line = await transact(t.db, systemActor(), (tx) =>
    row<{ data: unknown }>(tx, sql`select data from platform.ledger where kind = 'person.contact-opened'`),
  )
  expect(line.data).toEqual({ code, purpose: 'chuyen-gia' })
})

it('tệp bằng chứng không dành cho người chỉ đọc phần chuyên môn', async () => {
  const read = await transact(t.db, LEADER, (tx) => readEvidence({ tx, actor: LEADER, now: NOW, newId }, code, newId()))
  expect(read).toMatchObject({ ok: false, kind: 'forbidden' })
})
