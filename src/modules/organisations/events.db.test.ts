import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import { type Day, day } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { type Action, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { asOwner } from '../../platform/database/test-database.ts'
import type { HandOver } from '../../platform/module.ts'
import { applyEvent } from './actions/apply-event.ts'
import { carryOutEvent } from './actions/carry-out-event.ts'
import { chooseEventUnits } from './actions/choose-event-units.ts'
import { dropEventDraft } from './actions/drop-event-draft.ts'
import { loadRegister } from './actions/load-register.ts'
import { noteEventFailure } from './actions/note-event-failure.ts'
import { openEventDraft } from './actions/open-event-draft.ts'
import { reverseEvent } from './actions/reverse-event.ts'
import { settleHeld } from './actions/settle-held.ts'
import { shareEventOut } from './actions/share-event-out.ts'
import type { Keepers } from './event-work.ts'
import { inventedProvince } from './fixtures.ts'
import { jobs } from './jobs.ts'
import { restate } from './rules/restate.ts'
import { heirField } from './rules/settle.ts'
import { dispositionsOf, findDraft, recordedEvent } from './views/drafts.ts'
import { restatementLinks } from './views/restatement.ts'
import { events, findUnitByCode, unitsOn } from './views.ts'

const actor = systemActor()
const today = Temporal.Instant.from('2026-11-23T03:00:00Z')
const onTheDay = Temporal.Instant.from('2027-01-01T03:00:00Z')

let t: TestDatabase
const handed: HandOver[] = []

/** Each unit keeps one account and one task. */
const keepers: Keepers = {
  heldBy: async (_ctx, unitIds) =>
    unitIds.flatMap((unitId) => {
      const one = { unitId, count: 1, href: null }
      return [
        { ...one, item: `accounts.account:${unitId}`, kind: 'Tài khoản', what: 'Cán bộ', passes: 'named' as const },
        { ...one, item: `programme.task:${unitId}`, kind: 'Nhiệm vụ', what: 'III.1.1', passes: 'links' as const },
      ]
    }),
  handOver: async (_ctx, moves) => {
    handed.push(...moves)
    return accept(moves.length)
  },
}

const act = <I, O>(what: Action<I, O>, input: unknown, now = today): Promise<Decision<O>> =>
  perform(t.db, { actor, now }, what, input)
const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transact(t.db, actor, work)

async function value<O>(decision: Promise<Decision<O>>): Promise<O> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields)}`)
  return d.value
}

const paper = { number: 'Nghị quyết số 12/NQ-HĐND', signedOn: '05/12/2026', on: '01/01/2027' }

/** A draft with its units chosen. */
async function draft(
  kind: string,
  units: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await value(act(openEventDraft, { kind, ...paper, ...more }))
  await value(act(chooseEventUnits, { draft: id, version: 1, ...units }))
  return id
}

async function days(tx: Tx) {
  const found: unknown[] = []
  for (const d of ['2024-06-01', '2026-11-23', '2026-12-31', '2027-01-01', '2030-01-01'])
    found.push(await unitsOn(tx, day(d)))
  return found
}

/** Everything the register answers, to be compared before and after. */
const answers = () =>
  read(async (tx) => ({
    days: await days(tx),
    events: (await events(tx)).map(({ id: _, ...e }) => e),
    links: await restatementLinks(tx),
  }))

const code = async (c: string, on?: Day) => (await read((tx) => findUnitByCode(tx, c, on)))?.id ?? ''

beforeAll(async () => {
  t = await testDatabase()
  await value(act(loadRegister, inventedProvince()))
})
afterAll(() => t.drop())

describe('sáp nhập hai cơ quan', () => {
  let id = ''
  const field = async (what: string) => heirField(`${what}:${await code('Y01.SYT')}`)

  test('chọn đơn vị: tên không có, tên trùng, thiếu đơn vị đều bị từ chối kèm cách sửa, không mất bản nháp', async () => {
    id = (await value(act(openEventDraft, { kind: 'merge', ...paper }))).id
    const none = await act(chooseEventUnits, { draft: id, version: 1, from: ['Sở Gì'], to: [] })
    expect(none).toMatchObject({ ok: false, fields: { 'tu-0': expect.stringContaining('Không có đơn vị «Sở Gì»') } })
    const twins = await act(chooseEventUnits, { draft: id, version: 1, from: ['Xã Đông'], to: 'Sở Nội vụ' })
    expect(twins).toMatchObject({ fields: { 'tu-0': expect.stringContaining('Y01.90101, Y01.90201') } })
    expect(await act(openEventDraft, { kind: 'merge', ...paper, on: '01/01/2024' })).toMatchObject({ ok: false })
  })

  test('nháp được giữ; hai người cùng sửa thì người sau được báo', async () => {
    const units = { from: ['Sở Y tế', 'Bệnh viện Đa khoa tỉnh · Y01.BVDK'], to: ['Sở Sức khỏe'], toKind: ['moi'] }
    await value(act(chooseEventUnits, { draft: id, version: 1, ...units }))
    expect(await act(chooseEventUnits, { draft: id, version: 1, ...units })).toMatchObject({ kind: 'stale' })
    const kept = await read((tx) => findDraft(tx, id))
    expect(kept?.content).toMatchObject({ from: ['Y01.SYT', 'Y01.BVDK'], to: ['Y01.SSK'] })
    expect(kept?.content.fresh[0]).toMatchObject({ name: 'Sở Sức khỏe', group: 'co-quan-chuyen-mon', parent: 'Y01' })
  })

  test('còn tài khoản chưa có nơi nhận thì không thực hiện; việc đi theo liên kết duy nhất', async () => {
    const blocked = await act(applyEvent(keepers), { draft: id, confirm: paper.number })
    expect(blocked).toMatchObject({ ok: false, kind: 'conflict', code: 'held.orphans' })
    expect(blocked.ok ? '' : blocked.message).toContain('2 mục chưa có nơi nhận: 2 tài khoản')
    expect(await code('Y01.SSK')).toBe('')
  })

  test('nơi nhận phải thuộc biến động; «không còn đối tượng» phải có văn bản', async () => {
    const name = await field('accounts.account')
    expect(await act(settleHeld(keepers), { draft: id, [name]: 'Y01.SNV' })).toMatchObject({ ok: false })
    expect(await act(settleHeld(keepers), { draft: id, [name]: 'khong-con' })).toMatchObject({
      fields: { act: expect.stringContaining('văn bản căn cứ') },
    })
    const hospital = heirField(`accounts.account:${await code('Y01.BVDK')}`)
    await value(act(settleHeld(keepers), { draft: id, [name]: 'Y01.SSK', [hospital]: 'khong-con', act: 'QĐ 5' }))
    const task = await field('programme.task')
    const again = { draft: id, [hospital]: 'khong-con', [task]: 'Y01.SSK', act: 'QĐ 6' }
    expect(await value(act(settleHeld(keepers), again))).toMatchObject({ settled: 0 })
    const kept = await read((tx) => dispositionsOf(tx, id))
    expect(kept.map((d) => [d.heir, d.act]).sort()).toEqual([
      [null, 'QĐ 5'],
      ['Y01.SSK', ''],
    ])
  })

  test('gõ sai số văn bản thì chưa thực hiện; đúng thì sổ bộ đổi từ ngày hiệu lực, chưa bàn giao', async () => {
    const before = await answers()
    expect(await act(applyEvent(keepers), { draft: id, version: 1, confirm: paper.number })).toMatchObject({
      kind: 'stale',
    })
    expect(await act(applyEvent(keepers), { draft: id, confirm: 'số khác' })).toMatchObject({
      fields: { confirm: expect.stringContaining('12/NQ-HĐND') },
    })
    expect(await answers()).toEqual(before)
    const applied = await value(act(applyEvent(keepers), { draft: id, confirm: 'nghị quyết số 12/nq-hđnd' }))
    expect(applied).toMatchObject({ now: false, moved: 0 })
    expect(handed).toEqual([])
    const names = async (on: string) => (await read((tx) => unitsOn(tx, day(on)))).map((u) => u.name)
    expect(await names('2026-12-31')).toContain('Sở Y tế')
    expect(await names('2027-01-01')).not.toContain('Sở Y tế')
    expect(await names('2027-01-01')).toContain('Sở Sức khỏe')
    expect(await act(applyEvent(keepers), { draft: id, confirm: paper.number })).toMatchObject({ kind: 'absent' })

    const undone = await act(reverseEvent, { key: applied.key, reason: 'Văn bản được thu hồi' })
    expect(undone).toMatchObject({ ok: true })
    expect(await answers()).toEqual(before)
    expect(await act(reverseEvent, { key: applied.key, reason: 'lần nữa' })).toMatchObject({ kind: 'absent' })
    const kept = await read((tx) => recordedEvent(tx, applied.key))
    expect(kept?.reversalReason).toBe('Văn bản được thu hồi')
    expect(kept?.content?.ends).toEqual(['Y01.SYT', 'Y01.BVDK'])
  })

  test('đúng ngày: bàn giao một lần cho nơi đã chọn; từ ngày ấy không hoàn tác, phải ghi biến động mới', async () => {
    const again = await draft('merge', { from: ['Sở Y tế', 'Y01.BVDK'], to: ['Sở Sức khỏe'], toKind: ['moi'] })
    const [own, hospital] = [await field('accounts.account'), heirField(`accounts.account:${await code('Y01.BVDK')}`)]
    await value(act(settleHeld(keepers), { draft: again, [own]: 'Y01.SSK', [hospital]: 'khong-con', act: 'QĐ 5' }))
    const { key } = await value(act(applyEvent(keepers), { draft: again, confirm: paper.number }))
    expect(await act(carryOutEvent(keepers), { key })).toMatchObject({ ok: false, code: 'event.not-due' })
    const [job] = jobs(keepers)
    await job?.run({ db: t.db, now: onTheDay })
    await job?.run({ db: t.db, now: onTheDay })
    const heir = await code('Y01.SSK')
    expect(handed.map((m) => [m.item, m.to, m.on])).toEqual([
      [`accounts.account:${await code('Y01.SYT')}`, heir, '2027-01-01'],
      [`accounts.account:${await code('Y01.BVDK')}`, null, '2027-01-01'],
    ])
    expect(await act(reverseEvent, { key, reason: 'muộn' }, onTheDay)).toMatchObject({
      code: 'event.in-force',
      message: expect.stringContaining('Ghi một biến động mới'),
    })
  })
})

describe('các loại biến động khác', () => {
  test('chia tách: tỷ lệ phải đủ 100%, phần chưa biết phải có lý do; số liệu quy đổi thành khoảng', async () => {
    const id = await draft('split', {
      from: ['Huyện Thượng'],
      to: ['Huyện Thượng', 'Huyện Trung'],
      toKind: ['co', 'moi'],
    })
    const wrong = await act(shareEventOut, {
      draft: id,
      version: 2,
      'ty-le-0-0-people': '60',
      'ty-le-0-1-people': '30',
    })
    expect(wrong).toMatchObject({
      fields: { 'ty-le-0-0-people': expect.stringContaining('90%'), 'ly-do-0': expect.stringContaining('chưa biết') },
    })
    const shares = { 'ty-le-0-0-people': '62,5', 'ty-le-0-1-people': '37,5', 'ly-do-0': 'Chưa có đề án diện tích' }
    await value(act(shareEventOut, { draft: id, version: 2, ...shares }))
    await value(act(applyEvent(keepers), { draft: id, confirm: paper.number }))
    const [from, fresh] = [await code('Y01.901'), await code('Y01.HT')]
    const told = async (measure: 'people' | 'land') =>
      read(async (tx) =>
        restate(
          new Map([[from, { low: 800, high: 800 }]]),
          await restatementLinks(tx),
          day('2026-12-31'),
          day('2027-01-01'),
          measure,
        ),
      )
    expect((await told('people')).map((s) => [s.unit === fresh, s.low, s.high])).toEqual(
      expect.arrayContaining([
        [false, 500, 500],
        [true, 300, 300],
      ]),
    )
    expect((await told('land')).map((s) => [s.low, s.high, s.basis])).toEqual([
      [0, 800, 'range'],
      [0, 800, 'range'],
    ])
  })

  test('chồng lên sự kiện đã ghi của cùng đơn vị: từ chối kèm cách sửa', async () => {
    const id = await draft('rename', { from: ['Huyện Thượng'], name: 'Huyện Thượng Sơn' })
    expect(await act(applyEvent(keepers), { draft: id, confirm: paper.number })).toMatchObject({
      code: 'event.overlaps',
      message: expect.stringContaining('Hoàn tác sự kiện ấy trước'),
    })
    await value(act(dropEventDraft, { draft: id }))
    expect(await act(dropEventDraft, { draft: id })).toMatchObject({ kind: 'absent' })
  })

  test('đổi tên, đổi loại, chuyển cấp trên, thành lập, kết thúc hẳn; hoàn tác theo thứ tự ngược trả lại mọi câu trả lời', async () => {
    const before = await answers()
    const at = { on: '01/03/2027' }
    const made: string[] = []
    const apply = async (id: string) =>
      made.push((await value(act(applyEvent(keepers), { draft: id, confirm: paper.number }))).key)
    await apply(await draft('level', { from: ['Thị trấn Hòa Lạc'], name: 'Phường Hòa Lạc' }, at))
    await apply(await draft('move', { from: ['Y01.90201'], to: ['Y01'] }, at))
    const like = { parent: 'Tỉnh An Bình', like: 'Sở Nội vụ' }
    await apply(await draft('establish', { ...like, to: ['Sở Ngoại vụ'], toKind: ['moi'] }, at))
    const end = await draft('dissolve', { from: ['Y01.90101'], to: [] }, { on: '01/04/2027' })
    const orphans = await act(applyEvent(keepers), { draft: end, confirm: paper.number })
    expect(orphans).toMatchObject({ code: 'held.orphans' })
    const unit = await code('Y01.90101')
    const gone = {
      [heirField(`accounts.account:${unit}`)]: 'khong-con',
      [heirField(`programme.task:${unit}`)]: 'khong-con',
    }
    await value(act(settleHeld(keepers), { draft: end, ...gone, act: 'Nghị quyết số 12' }))
    await apply(end)
    const after = (await read((tx) => unitsOn(tx, day('2027-04-01')))).map((u) => `${u.code} ${u.type} ${u.officeName}`)
    expect(after).toContain('Y01.90202 Phường UBND phường Hòa Lạc')
    expect(after).toContain('Y01.SNV2 null Sở Ngoại vụ')
    expect(after.some((u) => u.startsWith('Y01.90101'))).toBe(false)
    for (const key of made.reverse()) await value(act(reverseEvent, { key, reason: 'Thử hoàn tác' }))
    expect(await answers()).toEqual(before)
  })

  test('sự kiện ghi sau dựa vào sự kiện trước: phải hoàn tác cái sau trước', async () => {
    const first = await draft('establish', { parent: 'Y01', like: 'Y01.SNV', to: ['Sở Biển'], toKind: ['moi'] })
    const { key } = await value(act(applyEvent(keepers), { draft: first, confirm: paper.number }))
    const second = await draft('rename', { from: ['Sở Biển'], name: 'Sở Biển và Đảo' }, { on: '01/05/2027' })
    const later = await value(act(applyEvent(keepers), { draft: second, confirm: paper.number }))
    expect(await act(reverseEvent, { key, reason: 'x' })).toMatchObject({ code: 'event.built-on' })
    await value(act(reverseEvent, { key: later.key, reason: 'x' }))
    await value(act(reverseEvent, { key, reason: 'x' }))
  })

  test('người không có quyền không ghi được; cơ sở dữ liệu không cho xóa bản nháp', async () => {
    const refused = await perform(t.db, { actor: ANONYMOUS, now: today }, openEventDraft, { kind: 'merge', ...paper })
    expect(refused).toMatchObject({ ok: false, kind: 'forbidden' })
    await expect(read((tx) => tx.client.query('delete from organisations.event_draft'))).rejects.toThrow(
      /permission denied/,
    )
    const [drafts] = await asOwner<{ n: string }>(t.db, 'select count(*) as n from organisations.event_draft')
    expect(Number(drafts?.n)).toBeGreaterThan(0)
  })
})

describe('đến ngày mà bàn giao hỏng', () => {
  const failures = async () => {
    const kinds = await asOwner<{ n: string }>(
      t.db,
      "select count(*) as n from platform.ledger where kind = 'organisations.event-failed'",
    )
    return Number(kinds[0]?.n)
  }
  const kept = (key: string) => read((tx) => recordedEvent(tx, key))
  const carry = (by: Keepers, when: string) => jobs(by)[0]?.run({ db: t.db, now: Temporal.Instant.from(when) })

  /** A body that begins on 01/05/2027 and ends on 01/06/2027; what it holds has no subject any more. */
  async function ending(name: string, by = keepers): Promise<{ key: string; unit: string }> {
    const begun = { parent: 'Y01', like: 'Y01.SNV', to: [name], toKind: ['moi'] }
    const begin = await draft('establish', begun, { on: '01/05/2027' })
    await value(act(applyEvent(keepers), { draft: begin, confirm: paper.number }))
    const end = await draft('dissolve', { from: [name], to: [] }, { on: '01/06/2027' })
    const unitCode = (await read((tx) => findDraft(tx, end)))?.content.from[0] ?? ''
    const unit = await code(unitCode)
    const gone = Object.fromEntries(
      ['accounts.account', 'programme.task'].map((k) => [heirField(`${k}:${unit}`), 'khong-con']),
    )
    if (by === keepers) await value(act(settleHeld(by), { draft: end, ...gone, act: 'QĐ 5' }))
    return { key: (await value(act(applyEvent(by), { draft: end, confirm: paper.number }))).key, unit }
  }

  test('lỗi ghi vào sự kiện, báo mỗi ngày một lần; sự kiện khác vẫn bàn giao; sửa xong thì bàn giao được', async () => {
    const { key, unit } = await ending('Sở Rừng')
    const other = await ending('Sở Núi')
    const failing = (fail: () => Promise<Decision<number>>): Keepers => ({
      ...keepers,
      handOver: (ctx, moves) => (moves.some((m) => m.from === unit) ? fail() : keepers.handOver(ctx, moves)),
    })
    const why = 'Nhiệm vụ III.1.1 vừa được người khác sửa.'
    await carry(
      failing(async () => refuse('conflict', 'programme.stale', why)),
      '2027-06-01T03:00:00Z',
    )
    expect(await kept(key)).toMatchObject({ carriedOutAt: null, failure: why })
    expect((await kept(other.key))?.carriedOutAt).not.toBeNull()
    expect(await failures()).toBe(1)
    const thrown = failing(() => Promise.reject(new Error('mất kết nối')))
    await carry(thrown, '2027-06-01T05:00:00Z')
    expect(await failures()).toBe(1)
    await carry(thrown, '2027-06-02T03:00:00Z')
    expect(await failures()).toBe(2)
    expect((await kept(key))?.failure).toContain('Hệ thống gặp lỗi khi bàn giao')
    expect(await act(noteEventFailure, { key: other.key, why })).toMatchObject({ code: 'event.not-due' })
    await value(act(carryOutEvent(keepers), { key }, Temporal.Instant.from('2027-06-02T04:00:00Z')))
    expect(await kept(key)).toMatchObject({ failedAt: null, failure: '' })
  })

  test('mục phát sinh sau khi ghi, không ai nhận: sự kiện kể tên từng mục', async () => {
    const { key } = await ending('Sở Sông', { ...keepers, heldBy: async () => [] })
    const out = await value(act(carryOutEvent(keepers), { key }, Temporal.Instant.from('2027-07-01T03:00:00Z')))
    expect(out.left.map((x) => x.kind)).toEqual(['Tài khoản', 'Nhiệm vụ'])
    expect((await kept(key))?.leftOver).toEqual(out.left)
  })
})
