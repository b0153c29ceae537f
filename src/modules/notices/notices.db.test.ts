/** Nhắc hạn, thông báo, đôn đốc, việc của tôi: who is told what, once; exactly the late bodies in the letter. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { rows, sql, type Tx } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { findFile } from '../../platform/files/keep.ts'
import { factsAfter } from '../../platform/ledger/record.ts'
import { textOfDocx } from '../../platform/word/read-paper.ts'
import { givenAccount } from '../accounts/fixtures.ts'
import { actorOfUsername } from '../accounts/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { loadRegister } from '../organisations/public.ts'
import { adoptText, officer, planText } from '../programme/fixtures.ts'
import { assignTasks } from '../programme/public.ts'
import { at, wholeReport } from '../reporting/fixtures.ts'
import {
  exemptBody,
  type Obligation,
  obligationsOf,
  openPeriod,
  returnReport,
  submitFile,
} from '../reporting/public.ts'
import { editPlan, findPlan, planItems, planTasks, reportProgress, submitPlan } from '../tasks/public.ts'
import { draftUrgingLetter } from './actions/draft-urging-letter.ts'
import { markRead } from './actions/mark-read.ts'
import { sendReminders } from './actions/send-reminders.ts'
import { dutiesOf } from './duties.ts'
import { followFacts } from './jobs.ts'
import { letterInput } from './letter.ts'
import { owesReport } from './rules/duties.ts'
import { saveLetter } from './store.ts'
import { findLetter, inbox, reminderCounts, unreadCount } from './views.ts'

const YEAR = 2026
const PEOPLE = [
  ['hoa.syt', 'co-quan', 'H24.SYT', 'Phạm Thị Hoa'],
  ['binh.syt', 'thu-truong', 'H24.SYT', 'Trần Văn Bình'],
  ['duc.stc', 'co-quan', 'H24.STC', 'Nguyễn Văn Đức'],
  ['lan.snv', 'so-noi-vu', 'H24.SNV', 'Trần Thị Lan'],
  ['an.snv', 'thu-truong', 'H24.SNV', 'Nguyễn Đình Ân'],
] as const
type Name = (typeof PEOPLE)[number][0]

let t: TestDatabase
const actors = new Map<string, Actor>()
const who = (name: Name): Actor => actors.get(name) ?? ANONYMOUS
const body = (name: Name): string => who(name).grants[0]?.body ?? ''

const read = <T>(work: (tx: Tx) => Promise<T>, actor = systemActor()): Promise<T> => transact(t.db, actor, work)
const act = <I, O>(actor: Actor, what: Action<I, O>, input: unknown, now: Temporal.Instant): Promise<Decision<O>> =>
  perform(t.db, { actor, now }, what, input)
async function must<T>(decision: Promise<Decision<T>>): Promise<T> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}
const letters = (name: Name) => read((tx) => inbox(tx, who(name).id), who(name))
const titles = async (name: Name) => (await letters(name)).map((n) => n.title)
const obligations = (now: Temporal.Instant, year = YEAR) => read((tx) => obligationsOf(tx, { year: year }, now))
const duties = (name: Name, now: Temporal.Instant) =>
  read((tx) => dutiesOf({ tx, actor: who(name), now, newId }), who(name))
const remind = (local: string, actor: Actor = systemActor()) =>
  must(act(actor, sendReminders, { year: YEAR }, at(local)))

beforeAll(async () => {
  t = await testDatabase()
  await must(act(systemActor(), loadRegister, readRegisterFacts(), at('2024-04-20 08:00')))
  await adoptText(t.db, '2024-05-03T03:00:00Z', planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
  for (const [username, role, code, name] of PEOPLE) {
    await givenAccount(t.db, username, role, code, { sample: true, name, from: '2026-01-01' })
    const actor = await read((tx) => actorOfUsername(tx, username, dayOf(at('2026-12-01 08:00'))))
    if (actor) actors.set(username, actor)
  }
  await must(act(systemActor(), openPeriod, { year: YEAR }, at('2026-11-01 08:00')))
  await followFacts({ db: t.db, now: at('2026-11-01 09:00') })
})
afterAll(() => t.drop())

describe('nhắc hạn', () => {
  it('trước bậc đầu không nhắc ai', async () => {
    expect(await remind('2026-11-03 07:30')).toEqual({ reminded: 0 })
  })

  it('T-30: mọi cơ quan còn nợ được nhắc, thư tới cán bộ, chưa tới thủ trưởng', async () => {
    const owing = (await obligations(at('2026-11-04 07:30'))).filter(owesReport)
    expect(await remind('2026-11-04 07:30')).toEqual({ reminded: owing.length })
    expect(await titles('hoa.syt')).toEqual([`Báo cáo năm ${YEAR}: còn 30 ngày`])
    expect(await titles('duc.stc')).toHaveLength(1)
    expect(await titles('binh.syt')).toEqual([])
    expect((await letters('hoa.syt'))[0]).toMatchObject({
      href: `/bao-cao/kh1459/${YEAR}/H24.SYT`,
      body: 'Sở Y tế gửi báo cáo trước ngày 05/12/2026, chậm nhất hết ngày 04/12/2026.',
    })
  })

  it('chạy lại trong ngày, chạy hai nơi cùng lúc: không gửi thêm', async () => {
    expect(await remind('2026-11-04 15:00')).toEqual({ reminded: 0 })
    const both = await Promise.all([remind('2026-11-19 07:30'), remind('2026-11-19 07:30')])
    expect(both.map((b) => b.reminded).sort((a, b) => a - b)[0]).toBe(0)
    expect(await titles('hoa.syt')).toHaveLength(2)
  })

  it('lỡ nhiều bậc: một thư của bậc mới nhất', async () => {
    expect((await remind('2026-12-02 07:30')).reminded).toBeGreaterThan(0)
    expect(await titles('hoa.syt')).toEqual(
      ['còn 2 ngày', 'còn 15 ngày', 'còn 30 ngày'].map((l) => expect.stringContaining(l)),
    )
  })

  it('cơ quan đã nộp, được miễn thì thôi nhắc', async () => {
    const now = at('2026-12-04 09:00')
    await must(act(systemActor(), submitFile, { year: YEAR, unitCode: 'H24.STC', content: wholeReport() }, now))
    const spare = (await obligations(now)).find((o) => !o.unitCode.startsWith('H24.S') && !o.closing)
    await must(
      act(
        who('lan.snv'),
        exemptBody,
        { year: YEAR, unitCode: spare?.unitCode, act: '13/QĐ-SNV', reason: 'Đang giải thể' },
        now,
      ),
    )
    await remind('2026-12-05 07:30')
    expect(await titles('duc.stc')).toHaveLength(3)
    expect((await titles('hoa.syt'))[0]).toContain('quá hạn 1 ngày')
    const owed = (await obligations(now)).map((o) => o.id)
    const counts = await read((tx) => reminderCounts(tx, owed))
    expect([counts.get(body('hoa.syt')), counts.get(body('duc.stc')), counts.get(spare?.unitId ?? '')]).toEqual([
      4, 3, 3,
    ])
  })

  it('T+3: thư tới cả thủ trưởng', async () => {
    await remind('2026-12-07 07:30', who('lan.snv'))
    expect(await titles('binh.syt')).toEqual([expect.stringContaining('quá hạn 3 ngày')])
  })

  it('chỉ Sở Nội vụ gửi nhắc; mỗi lượt đúng một sự kiện', async () => {
    const before = (await read((tx) => factsAfter(tx, 0, 10_000))).filter((l) => l.kind === 'reminders.sent').length
    expect(await act(who('hoa.syt'), sendReminders, { year: YEAR }, at('2026-12-07 08:00'))).toMatchObject({
      kind: 'forbidden',
    })
    expect(await act(systemActor(), sendReminders, { year: '' }, at('2026-12-07 08:00'))).toMatchObject({
      fields: { year: expect.any(String) },
    })
    await remind('2026-12-07 08:00')
    const after = (await read((tx) => factsAfter(tx, 0, 10_000))).filter((l) => l.kind === 'reminders.sent')
    expect(after.length - before).toBe(1)
    expect(after.at(-1)?.data).toMatchObject({ reminded: 0 })
  })
})

describe('công văn đôn đốc', () => {
  const NOW = at('2026-12-06 17:00')
  const late = async (now = NOW): Promise<Obligation[]> => (await obligations(now)).filter((o) => o.daysOverdue > 0)
  const linesOf = async (letterId: string): Promise<string[]> => {
    const letter = await read((tx) => findLetter(tx, letterId))
    const file = await read((tx) => findFile(tx, letter?.fileId ?? ''))
    expect(file?.sha256.toString('hex')).toBe(letter?.sha256)
    return textOfDocx(file?.body ?? Buffer.alloc(0)).split('\n')
  }
  let first = ''

  it('chưa ai quá hạn thì không soạn', async () => {
    expect(
      await act(who('lan.snv'), draftUrgingLetter, { year: YEAR, units: [] }, at('2026-12-04 23:59')),
    ).toMatchObject({
      kind: 'conflict',
      code: 'urging.nobody-late',
    })
  })

  it('cơ quan không soạn được; mã cơ quan sai bị nêu', async () => {
    expect(await act(who('hoa.syt'), draftUrgingLetter, { year: YEAR, units: [] }, NOW)).toMatchObject({
      kind: 'forbidden',
    })
    expect(await act(who('lan.snv'), draftUrgingLetter, { year: YEAR, units: ['x'] }, NOW)).toMatchObject({
      kind: 'invalid',
    })
  })

  it('tệp Word nêu đúng các cơ quan quá hạn, không thừa không thiếu', async () => {
    const owed = await late()
    const drafted = await must(act(who('lan.snv'), draftUrgingLetter, { year: YEAR, units: [] }, NOW))
    expect(drafted).toMatchObject({ bodies: owed.length, again: false })
    first = drafted.letterId
    const lines = new Set(await linesOf(first))
    const expected = owed.map((o) => o.unitName)
    const named = (await obligations(NOW)).map((o) => o.unitName).filter((name) => lines.has(name))
    expect(new Set(named)).toEqual(new Set(expected))
    expect(lines.has('Sở Tài chính')).toBe(false)
    expect([...lines].some((l) => l.includes('17 giờ 00 ngày 06/12/2026'))).toBe(true)
    expect(lines.has('Phạm Thị Hoa')).toBe(true)
  })

  it('bên ban hành là Sở Nội vụ của ngày soạn, người ký là giám đốc của ngày ấy', async () => {
    const text = (await linesOf(first)).join('\n')
    expect(text).toMatch(/Hải Phòng, ngày 06 tháng 12 năm 2026/)
    expect(text).toMatch(/thành phố Hải Phòng/i)
    expect(text).toContain('Nguyễn Đình Ân')
    expect(text).toContain('Hải Dương')
  })

  it('cùng ngày, cùng cơ quan: mở lại đúng công văn đã có', async () => {
    const again = await must(act(who('lan.snv'), draftUrgingLetter, { year: YEAR, units: [] }, NOW.add({ hours: 2 })))
    expect(again).toMatchObject({ letterId: first, again: true })
    const kept = await read((tx) => rows(tx, sql`select 1 from notices.urging_letter`))
    expect(kept).toHaveLength(1)
  })

  it('chọn riêng một cơ quan thì chỉ cơ quan ấy; cơ quan không quá hạn không bị nêu dù được chọn', async () => {
    const one = await must(
      act(who('lan.snv'), draftUrgingLetter, { year: YEAR, units: [body('hoa.syt'), body('duc.stc')] }, NOW),
    )
    expect(one.bodies).toBe(1)
    expect(await read((tx) => findLetter(tx, one.letterId))).toMatchObject({
      unitIds: [body('hoa.syt')],
      madeBy: 'Trần Thị Lan',
    })
    const none = await act(who('lan.snv'), draftUrgingLetter, { year: YEAR, units: body('duc.stc') }, NOW)
    expect(none).toMatchObject({ code: 'urging.nobody-late' })
  })

  it('danh sách một nghìn hai trăm cơ quan giữ được, và vẫn chỉ một lần trong ngày', async () => {
    const unitIds = Array.from({ length: 1200 }, () => newId())
    const keep = (list: readonly string[]) =>
      transact(t.db, systemActor(), async (tx) => {
        const letter = (await findLetter(tx, first)) ?? expect.fail('chưa có công văn')
        const { regime, year, madeOn, paper, fileId, sha256 } = letter
        const ctx = { tx, actor: systemActor(), now: NOW, newId }
        return saveLetter(ctx, { regime, year, madeOn, unitIds: list, paper, fileId, sha256 })
      })
    await keep(unitIds)
    await keep(unitIds.slice(1))
    await expect(keep(unitIds)).rejects.toMatchObject({ constraint: 'one_letter_per_list_and_day' })
  })

  it('ngày sau là công văn khác', async () => {
    const next = await must(act(who('lan.snv'), draftUrgingLetter, { year: YEAR, units: [] }, NOW.add({ hours: 24 })))
    expect(next.again).toBe(false)
    expect(next.letterId).not.toBe(first)
  })

  it('kỳ năm 2024: bên ban hành là cơ quan của năm ấy', async () => {
    await must(act(systemActor(), openPeriod, { year: 2024 }, at('2024-11-01 08:00')))
    const then = await must(act(officer(), draftUrgingLetter, { year: 2024, units: [] }, at('2024-12-06 10:00')))
    const text = (await linesOf(then.letterId)).join('\n')
    expect(text).toMatch(/Hải Dương, ngày 06 tháng 12 năm 2024/)
    expect(text).not.toContain('Hải Phòng')
  })
})

describe('theo sổ cái', () => {
  const NOW = at('2026-12-08 09:00')
  const follow = () => followFacts({ db: t.db, now: NOW })
  const fresh = async (name: Name, before: number) =>
    (await titles(name)).slice(0, (await titles(name)).length - before)

  it('nộp báo Sở Nội vụ, trả lại báo cán bộ và thủ trưởng đúng cơ quan, không báo người làm', async () => {
    await follow()
    const names: Name[] = ['hoa.syt', 'binh.syt', 'duc.stc', 'lan.snv', 'an.snv']
    const before = new Map<Name, number>()
    for (const name of names) before.set(name, (await titles(name)).length)
    await must(act(systemActor(), submitFile, { year: YEAR, unitCode: 'H24.SYT', content: wholeReport() }, NOW))
    await must(
      act(
        who('lan.snv'),
        returnReport,
        { year: YEAR, unitCode: 'H24.SYT', reason: 'Chưa khớp', marks: [{ cell: 'bieu-2.tien-si', text: 'Xem lại' }] },
        NOW,
      ),
    )
    await Promise.all([follow(), follow()])
    const got: Record<string, string[]> = {}
    for (const name of names) got[name] = await fresh(name, before.get(name) ?? 0)
    expect(got).toEqual({
      'hoa.syt': [`Sở Nội vụ trả lại báo cáo năm ${YEAR}`],
      'binh.syt': [`Sở Nội vụ trả lại báo cáo năm ${YEAR}`],
      'duc.stc': [],
      'lan.snv': [`Sở Y tế đã nộp báo cáo năm ${YEAR}`],
      'an.snv': [],
    })
    expect((await letters('hoa.syt'))[0]?.body).toMatch(/^Chưa khớp\. Hạn mới: trước ngày \d\d\/12\/2026\.$/)
  })

  it('đọc lại không gửi lại; đọc hết sổ cái', async () => {
    const before = await read((tx) => rows(tx, sql`select id from notices.notice`))
    await follow()
    expect(await read((tx) => rows(tx, sql`select id from notices.notice`))).toHaveLength(before.length)
    const [head] = await read((tx) =>
      rows<{ same: boolean }>(
        tx,
        sql`select f.seq = (select max(seq) from platform.ledger) as same from notices.follower f`,
      ),
    )
    expect(head?.same).toBe(true)
  })

  it('thủ trưởng tự trình kế hoạch thì không tự nhận thư', async () => {
    const before = (await titles('binh.syt')).length
    await must(act(systemActor(), assignTasks, { codes: ['III.2.1'], lead: 'H24.SYT', due: '01/12/2026' }, NOW))
    const unit = body('binh.syt')
    await must(act(who('binh.syt'), planTasks, { unit, year: YEAR, codes: ['III.2.1'] }, NOW))
    const plan = await read((tx) => findPlan(tx, unit, YEAR))
    const items = await read((tx) => planItems(tx, plan?.id ?? ''))
    const edited = items.map((i) => ({
      id: i.id,
      work: i.work,
      product: 'Báo cáo',
      due: '30/12/2026',
      person: 'Bà Hoa',
    }))
    await must(act(who('binh.syt'), editPlan, { plan: plan?.id, version: plan?.version, items: edited }, NOW))
    await must(act(who('binh.syt'), submitPlan, { plan: plan?.id }, NOW))
    await follow()
    expect(await fresh('binh.syt', before)).toEqual(['Cơ quan được giao chủ trì nhiệm vụ'])
  })

  it('hơn một nghìn sự kiện liền vẫn được đọc hết', async () => {
    await t.db.pool.query(
      "select platform.record_fact(gen_random_uuid(), now(), 'system', 'system', 'Hệ thống', 'thu.written', 'thu:1', null, '', '{}', '') from generate_series(1, 1200)",
    )
    await follow()
    const [head] = await read((tx) =>
      rows<{ same: boolean }>(
        tx,
        sql`select f.seq = (select max(seq) from platform.ledger) as same from notices.follower f`,
      ),
    )
    expect(head?.same).toBe(true)
  })
})

it('báo cáo bị trả lại mà quá hạn là chưa nhận: đã nhận cộng quá hạn bằng số phải nộp', async () => {
  const ready = await read((tx) =>
    letterInput({ tx, actor: who('lan.snv'), now: at('2026-12-30 09:00'), newId }, { year: YEAR }, []),
  )
  if (!ready.ok) throw new Error(ready.message)
  const { input } = ready.value
  expect(input.late.find((b) => b.name === 'Sở Y tế')).toMatchObject({ status: 'Trả lại', officer: 'Phạm Thị Hoa' })
  expect(input.received + input.late.length).toBe(input.obligated)
})

describe('hộp thư', () => {
  const NOW = at('2026-12-08 10:00')
  it('chỉ đánh dấu được thư của mình; đánh dấu một thư, rồi tất cả', async () => {
    const [theirs] = await letters('duc.stc')
    const [mine] = await letters('hoa.syt')
    const unread = () => read((tx) => unreadCount(tx, who('hoa.syt').id), who('hoa.syt'))
    const all = await unread()
    expect(await must(act(who('hoa.syt'), markRead, { ids: theirs?.id }, NOW))).toEqual({ count: 0 })
    expect(await must(act(who('hoa.syt'), markRead, { ids: [mine?.id] }, NOW))).toEqual({ count: 1 })
    expect(await unread()).toBe(all - 1)
    expect(await must(act(who('hoa.syt'), markRead, { ids: [mine?.id] }, NOW))).toEqual({ count: 0 })
    expect(await must(act(who('hoa.syt'), markRead, {}, NOW))).toEqual({ count: all - 1 })
    expect(await unread()).toBe(0)
    expect((await letters('duc.stc')).every((n) => n.readAt === null)).toBe(true)
  })

  it('không đọc được hộp thư của người khác; khách không có hộp thư', async () => {
    expect(await read((tx) => inbox(tx, who('duc.stc').id), who('hoa.syt'))).toEqual([])
    expect(await act(ANONYMOUS, markRead, {}, NOW)).toMatchObject({ kind: 'forbidden' })
  })
})

describe('việc của tôi', () => {
  const NOW = at('2026-12-08 10:00')
  it('cán bộ: báo cáo bị trả lại dẫn tới chỗ sửa, nhiệm vụ quá hạn, kế hoạch chờ thủ trưởng', async () => {
    const list = await duties('hoa.syt', NOW)
    expect(list.find((d) => d.key.startsWith('report:'))).toMatchObject({
      returned: true,
      toDecide: false,
      href: `/bao-cao/kh1459/${YEAR}/H24.SYT/sua`,
      detail: 'Sở Nội vụ trả lại: Chưa khớp',
    })
    expect(list.find((d) => d.key.startsWith('task:'))).toMatchObject({
      title: 'Nhiệm vụ III.2.1',
      daysLate: 7,
      toDecide: false,
    })
    expect(list.find((d) => d.key.startsWith('plan:'))).toMatchObject({
      toDecide: false,
      waitsFor: 'thủ trưởng cơ quan',
    })
  })

  it('thủ trưởng: kế hoạch chờ chính mình duyệt', async () => {
    const list = await duties('binh.syt', NOW)
    expect(list.find((d) => d.key.startsWith('plan:'))).toMatchObject({ toDecide: true, waitsFor: null })
  })

  it('cơ quan đã nộp: việc đang chờ Sở Nội vụ, không quá hạn', async () => {
    const list = await duties('duc.stc', NOW)
    expect(list).toMatchObject([{ title: `Báo cáo năm ${YEAR}`, daysLate: 0, waitsFor: 'Sở Nội vụ thẩm định' }])
  })

  it('Sở Nội vụ: báo cáo chờ thẩm định và nhiệm vụ chờ xác nhận, không có việc của cơ quan khác', async () => {
    const done = { state: 'hoan-thanh', percent: 100, result: 'Xong', number: '1/BC', issuedOn: '01/12/2026' }
    await must(act(who('hoa.syt'), reportProgress, { code: 'III.2.1', unit: body('hoa.syt'), ...done }, NOW))
    const list = await duties('lan.snv', NOW)
    expect(list.map((d) => d.title).sort()).toEqual(['Nhiệm vụ III.2.1', `Thẩm định báo cáo năm ${YEAR}: Sở Tài chính`])
    expect(list.every((d) => d.toDecide)).toBe(true)
  })

  test.each(['hoa.syt', 'binh.syt', 'lan.snv'] as const)('%s: gấp nhất đứng trên', async (name) => {
    const late = (await duties(name, NOW)).map((d) => (d.waitsFor === null ? d.daysLate : -1))
    expect(late).toEqual([...late].sort((a, b) => b - a))
  })
})
