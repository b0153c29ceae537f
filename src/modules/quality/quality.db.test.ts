/** Chất lượng hồ sơ trên cơ sở dữ liệu thật: what is counted, whose dossiers a campaign means, what confirming changes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { run, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { changeAt, changeDossier, dossiersOf, type Entry, writePeople } from '../people/public.ts'
import { closeCampaign } from './actions/close-campaign.ts'
import { confirmDossiers } from './actions/confirm-dossiers.ts'
import { openCampaign } from './actions/open-campaign.ts'
import { readBoard, readCampaign, readOpening } from './screens.ts'
import { campaignsWaiting } from './views.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const LONG_AGO = Temporal.Instant.from('2025-06-01T03:00:00Z')
const HEALTH = newId()
const SCHOOL = newId()

let t: TestDatabase

const department: Actor = {
  kind: 'account',
  id: newId(),
  name: 'Trần Thị Lan',
  post: '',
  scope: 'all',
  grants: [{ role: 'so-noi-vu', body: newId(), bodyCode: 'H23.SNV', bodyName: 'Sở Nội vụ' }],
}
const officer: Actor = {
  ...department,
  name: 'Phạm Thị Hoa',
  scope: [HEALTH],
  grants: [{ role: 'co-quan', body: HEALTH, bodyCode: 'H23.SYT', bodyName: 'Sở Y tế' }],
}

const says = (group: Entry['group'], data: Entry['data'], level: 0 | 1 | 2 = 0): Entry => ({
  group,
  data,
  level,
  source: 'khai',
})

const full = (name: string): Entry[] => [
  says('names', { fullName: name }),
  says('birth', { birth: '1980-05-06', sex: 'nu' }),
  says('education', { level: '6', major: 'Y khoa', graduated: 2003 }),
  says('category', { category: 'vien-chuc', sector: 'y-te', main: true }),
  says('post', { body: HEALTH, kind: 'chinh' }),
]

async function person(entries: readonly Entry[], unit: string, now = NOW): Promise<string> {
  return transact(t.db, systemActor(), async (tx) => {
    const ctx = { tx, actor: systemActor(), now, newId }
    const change = changeDossier(null, entries, changeAt(ctx, unit, null))
    await writePeople(ctx, [change], null)
    return change.person.id
  })
}

const seen = <T>(
  actor: Actor,
  work: (ctx: { tx: never; actor: Actor; now: Temporal.Instant; newId: typeof newId }) => Promise<T>,
): Promise<T> => transact(t.db, actor, (tx) => work({ tx: tx as never, actor, now: NOW, newId }))
const act = <I, O>(actor: Actor, what: Parameters<typeof perform<I, O>>[2], input: unknown) =>
  perform(t.db, { actor, now: NOW }, what, input)

const people: Record<string, string> = {}

beforeAll(async () => {
  t = await testDatabase()
  people.full = await person(full('Nguyễn Thị Đủ'), HEALTH)
  people.bare = await person([says('names', { fullName: 'Lê Văn Thiếu' })], HEALTH)
  people.old = await person(full('Trần Văn Cũ'), SCHOOL, LONG_AGO)
  people.torn = await person([...full('Vũ Thị Hai Lời'), says('rank', { code: 'V.08.01.03' }, 2)], HEALTH)
  await transact(t.db, systemActor(), async (tx) => {
    const ctx = { tx, actor: systemActor(), now: NOW, newId }
    const before = (await dossiersOf(tx, [people.torn ?? ''])).get(people.torn ?? '')
    if (before === undefined) throw new Error('no dossier')
    await writePeople(
      ctx,
      [changeDossier(before, [says('rank', { code: 'V.08.01.01' })], changeAt(ctx, HEALTH, null))],
      null,
    )
  })
})
afterAll(() => t.drop())

describe('bảng chất lượng', () => {
  it('đếm hồ sơ thiếu, cũ, mâu thuẫn, chưa xác nhận; việc đứng đầu ảnh hưởng nhiều mục tiêu nhất', async () => {
    const board = await seen(department, readBoard)
    expect(board.totals).toMatchObject({ people: 4, contested: 1, unverified: 3, verified: 0, stale: 1 })
    expect(board.problems[0]).toMatchObject({ code: 'unverified', people: 3 })
    expect(board.problems.find((p) => p.code === 'education')).toMatchObject({ people: 1 })
    expect(board.bodies.map((b) => [b.unitId, b.people])).toEqual([
      [HEALTH, 3],
      [SCHOOL, 1],
    ])
  })

  it('cơ quan chỉ thấy hồ sơ của mình', async () => {
    const board = await seen(officer, readBoard)
    expect(board.totals).toMatchObject({ people: 3, stale: 0 })
    expect(board.bodies.map((b) => b.unitId)).toEqual([HEALTH])
    expect(board.mayOpen).toBe(false)
  })

  it('trang mở đợt nói mỗi điều kiện có bao nhiêu hồ sơ, hạn là trước báo cáo năm', async () => {
    const v = await seen(department, readOpening)
    expect(v.suggestedDue).toBe('2026-12-05')
    expect(v.conditions.find((c) => c.code === 'stale')).toMatchObject({ people: 1 })
  })
})

describe('đợt xác nhận', () => {
  const input = { ten: 'Xác nhận hồ sơ trước 05/12/2026', hanTruoc: '05/12/2026', dieuKien: 'all', loiNhan: '' }
  let id = ''

  it('cơ quan không mở được; Sở Nội vụ mở thì hồ sơ thuộc đợt được chốt', async () => {
    expect(await act(officer, openCampaign, input)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(department, openCampaign, { ...input, hanTruoc: '23/11/2026' })).toMatchObject({
      ok: false,
      code: 'campaign.due',
    })
    const opened = await act(department, openCampaign, input)
    if (!opened.ok) throw new Error(opened.message)
    id = opened.value.id
    expect(opened.value.people).toBe(4)
    await person(full('Người Đến Sau'), HEALTH)
    const v = await seen(department, (ctx) => readCampaign(ctx, id, 1))
    expect(v).toMatchObject({ ok: true, value: { campaign: { people: 4, confirmed: 0 } } })
  })

  it('xác nhận nâng điều tự khai lên mức 1, ghi ngày; hồ sơ mâu thuẫn và quá thiếu được kể ra, không đổi', async () => {
    const done = await act(officer, confirmDossiers, { dot: id, hoSo: [people.full, people.bare, people.torn] })
    expect(done).toMatchObject({ ok: true, value: { confirmed: 1, contested: 1, thin: 1 } })
    const dossiers = await seen(department, (ctx) => dossiersOf(ctx.tx, Object.values(people)))
    expect(dossiers.get(people.full ?? '')?.person).toMatchObject({ level: 1, confirmedOn: '2026-11-23' })
    expect(dossiers.get(people.full ?? '')?.facts.every((f) => f.level === 1)).toBe(true)
    expect(dossiers.get(people.bare ?? '')?.person).toMatchObject({ level: 0, confirmedOn: null })
    expect(dossiers.get(people.torn ?? '')?.person.level).toBe(-1)
  })

  it('đợt đang mở là việc của cơ quan còn hồ sơ chưa xác nhận, không là việc của cơ quan không có hồ sơ', async () => {
    const waiting = await seen(officer, (ctx) => campaignsWaiting(ctx.tx, [HEALTH]))
    expect(waiting).toMatchObject([{ id, people: 3, confirmed: 1 }])
    expect(await seen(officer, (ctx) => campaignsWaiting(ctx.tx, [newId()]))).toEqual([])
  })

  it('cơ quan không xác nhận được hồ sơ của đơn vị khác', async () => {
    expect(await act(officer, confirmDossiers, { dot: id, hoSo: [people.old] })).toMatchObject({
      ok: false,
      code: 'campaign.none',
    })
    const v = await seen(officer, (ctx) => readCampaign(ctx, id, 1))
    expect(v).toMatchObject({ ok: true, value: { campaign: { people: 3, confirmed: 1 } } })
  })

  it('đợt đã đóng thì không xác nhận thêm, điều đã xác nhận còn', async () => {
    expect(await act(department, closeCampaign, { id, lyDo: '' })).toMatchObject({
      ok: false,
      fields: { lyDo: expect.any(String) },
    })
    expect(await act(department, closeCampaign, { id, lyDo: 'Đã đủ cho báo cáo năm' })).toMatchObject({ ok: true })
    expect(await act(department, confirmDossiers, { dot: id, hoSo: [people.old] })).toMatchObject({
      ok: false,
      code: 'campaign.closed',
    })
    const v = await seen(department, (ctx) => readCampaign(ctx, id, 1))
    expect(v).toMatchObject({ ok: true, value: { open: false, campaign: { confirmed: 1 } } })
  })

  it('người ghi thẳng vào bảng với quyền của cơ quan không thêm được hồ sơ đơn vị khác vào đợt', async () => {
    const write = transact(t.db, officer, (tx) =>
      run(
        tx,
        sql`insert into quality.campaign_person (campaign_id, person_id, unit_id) values (${id}, ${newId()}, ${SCHOOL})`,
      ),
    )
    await expect(write).rejects.toMatchObject({ code: '42501' })
  })
})
