/** Hồ sơ trí thức cho máy: lists and figures that agree, one dossier as of a day and as known on a day, readings noted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import type { PartialDay } from '../../src/kernel/partial-day.ts'
import { changeAt, changeDossier, dossiersOf, mergePeople, writePeople } from '../../src/modules/people/public.ts'
import { newId } from '../../src/platform/action.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { asOwner } from '../../src/platform/database/test-database.ts'
import { NOW } from '../architecture/walk.ts'
import { startWorld, type World } from '../rights/world.ts'

const LATER = NOW.add({ hours: 24 * 40 })

let world: World
beforeAll(async () => {
  world = await startWorld()
}, 180_000)
afterAll(() => world?.walk.stop())

const ask = (url: string, headers: Record<string, string> = {}) =>
  world.walk.server.inject({
    method: 'GET',
    url: `/api/v1/${url}`,
    headers: { authorization: `Bearer ${world.machine}`, ...headers },
  })
const json = async (url: string) => (await ask(url)).json()
const codes = (body: { items: { code: string }[] }): string[] => body.items.map((i) => i.code)
const count = (body: { items: { count: number }[] }): number => body.items.reduce((n, i) => n + i.count, 0)

describe('Danh sách', () => {
  it('chỉ có người trong phạm vi của khóa, có tổng và ngày', async () => {
    const body = await json('people?limit=200&q=qorvax')
    expect(codes(body)).toContain(world.people.own.code)
    expect(codes(body)).not.toContain(world.people.elsewhere.code)
    expect(body).toMatchObject({ total: body.items.length, asOf: '2026-11-30', next: null })
    expect(body.items[0].birth).toEqual({ value: '1981-03', precision: 'month' })
  })

  it('đọc từng người một được đúng danh sách', async () => {
    const whole = codes(await json('people?limit=200'))
    const read: string[] = []
    for (let next = ''; ; ) {
      const body = await json(`people?limit=1${next === '' ? '' : `&after=${next}`}`)
      read.push(...codes(body))
      if (body.next === null) break
      next = body.next
    }
    expect(read).toEqual(whole)
  })

  it('trình độ là trình độ của ngày xem', async () => {
    const degreeOn = async (day: string) => (await json(`people?asOf=${day}&q=qorvaxa`)).items[0]?.degree
    expect(await degreeOn('2005-12-31')).toBeNull()
    expect(await degreeOn('2026-11-30')).toBe('7')
  })

  it('điều kiện không hiểu được thì từ chối, không bỏ qua', async () => {
    const answer = await ask('people?sex=khac')
    expect(answer.json()).toMatchObject({ status: 422, errors: [{ pointer: '/sex' }] })
  })

  it('tìm không dấu thấy, tổng đúng; số định danh không đứng trong địa chỉ, gửi bằng POST thì thấy trong phạm vi', async () => {
    expect(await json('people/find?q=dang%20qorvaxa')).toMatchObject({
      total: 1,
      people: [{ code: world.people.own.code }],
    })
    expect(await json(`people/find?q=${world.people.own.cccd}`)).toMatchObject({
      status: 422,
      errors: [{ pointer: '/q' }],
    })
    const byNumber = (number: string) =>
      world.walk.server.inject({
        method: 'POST',
        url: '/api/v1/people/find-by-number',
        headers: { authorization: `Bearer ${world.machine}`, 'idempotency-key': `tim-${number}` },
        payload: { number },
      })
    expect((await byNumber(world.people.own.cccd)).json()).toEqual({ code: world.people.own.code })
    expect((await byNumber(world.people.elsewhere.cccd)).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/number' }],
    })
  })
})

describe('Số liệu', () => {
  it('cộng mọi tổ hợp bằng tổng của danh sách, cũng khi lọc', async () => {
    for (const where of ['', 'sex=nu&', 'degree=tu-7&']) {
      const { total } = await json(`people?${where}limit=1`)
      const cube = await json(`people/aggregate?${where}by=sector&by=degree&by=ageBand&by=unit&limit=200`)
      expect([where, count(cube)]).toEqual([where, total])
    }
  })

  it('không đếm theo dân tộc, tôn giáo, đảng viên: không có chiều ấy', async () => {
    for (const by of ['ethnicity', 'religion', 'party', 'name_sort'])
      expect((await ask(`people/aggregate?by=${by}`)).statusCode).toBe(422)
    expect((await ask('people/aggregate')).statusCode).toBe(422)
  })
})

describe('Một hồ sơ', () => {
  it('có phiên bản, số định danh chỉ có ba số cuối, không có mức C', async () => {
    const answer = await ask(`people/${world.people.own.code}`)
    expect(answer.headers.etag).toBe('"1"')
    expect(answer.json()).toMatchObject({ code: world.people.own.code, version: 1 })
    expect(answer.json().numbers).toContainEqual({ scheme: 'cccd', last3: '301', state: 'valid' })
    const facts = await json(`people/${world.people.own.code}/facts?limit=200`)
    const groups: string[] = facts.items.map((f: { group: string }) => f.group)
    expect(groups).toEqual(expect.arrayContaining(['contact', 'education', 'post']))
    expect(groups.filter((g) => ['ethnicity', 'party', 'discipline'].includes(g))).toEqual([])
  })

  it('người ngoài phạm vi và mã không có: cùng một câu trả lời', async () => {
    const [there, nowhere] = [await ask(`people/${world.people.elsewhere.code}`), await ask('people/TT-9999999')]
    const bare = ({ instance, ...body }: Record<string, unknown>) => body
    expect(bare(there.json())).toEqual(bare(nowhere.json()))
    expect(there.statusCode).toBe(404)
  })

  it('mỗi lần đọc được ghi tên máy và mục đích, chủ hồ sơ thấy', async () => {
    const rows = await asOwner(
      world.walk.db,
      'select actor_name, purpose, groups from people.viewing where person_id = $1 order by at',
      [world.people.own.id],
    )
    expect(rows[0]).toMatchObject({ actor_name: 'Máy của cơ quan', purpose: 'Quản lý hồ sơ' })
  })

  it('mục đổi sau: theo điều đã biết trước thì như cũ, lịch sử có cả hai', async () => {
    const { id, code } = world.people.below
    await transact(world.walk.db, systemActor(), async (tx) => {
      const ctx = { tx, actor: systemActor(), now: LATER, newId }
      const before = (await dossiersOf(tx, [id])).get(id)
      if (before === undefined) throw new Error('không có hồ sơ')
      const entry = { group: 'contact' as const, data: { address: 'Số 1 phố Mới' }, level: 1 as const, source: 'thu:1' }
      const asked = { ...entry, from: '2026-12' as PartialDay }
      await writePeople(ctx, [changeDossier(before, [asked], changeAt(ctx, before.person.unitId, null))], null)
    })
    const addresses = (body: { items: { data: { address?: string } }[] }) => body.items.map((i) => i.data.address)
    const url = `people/${code}`
    expect(addresses(await json(`${url}/facts?group=contact`))).toContain('Số 1 phố Mới')
    expect(addresses(await json(`${url}/facts?group=contact&knownAt=2026-12-05`))).not.toContain('Số 1 phố Mới')
    const history = await json(`${url}/history?group=contact`)
    expect(history.total).toBeGreaterThan(1)
    expect((await ask(url)).headers.etag).toBe('"2"')
  })

  it('hồ sơ đã gộp: mã cũ trả lời hồ sơ còn lại', async () => {
    const { own, below } = world.people
    await transact(world.walk.db, systemActor(), async (tx) => {
      const ctx = { tx, actor: systemActor(), now: LATER, newId }
      const both = await dossiersOf(tx, [own.id, below.id])
      const [survivor, other] = [both.get(own.id), both.get(below.id)]
      if (survivor === undefined || other === undefined) throw new Error('không có hồ sơ')
      await mergePeople(ctx, { survivor, other, choices: { fields: [], slots: [] }, mergeId: newId() })
    })
    expect(await json(`people/${below.code}`)).toMatchObject({ code: own.code })
  })
})
