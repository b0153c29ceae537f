/** Nhân tài trên cơ sở dữ liệu thật: recognise, leave, review, recruit; what each reader sees, on any day, as known at any instant. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PeopleWorld, peopleWorld } from '../../../tests/acceptance/people-world.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { type Day, day } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, type Ctx, perform } from '../../platform/action.ts'
import type { MeasureAnswer, Split } from '../../platform/measure.ts'
import { dossiersOf, mergePeople, personByCode } from '../people/public.ts'
import { correctRecognition } from './actions/correct-recognition.ts'
import { correctRecruitment } from './actions/correct-recruitment.ts'
import { endRecognition } from './actions/end-recognition.ts'
import { recogniseTalent } from './actions/recognise-talent.ts'
import { recordLeaving } from './actions/record-leaving.ts'
import { recordRecruitment } from './actions/record-recruitment.ts'
import { recordReview } from './actions/record-review.ts'
import { withdrawLeaving } from './actions/withdraw-leaving.ts'
import { withdrawRecognition } from './actions/withdraw-recognition.ts'
import { withdrawRecruitment } from './actions/withdraw-recruitment.ts'
import { handTalentsOver, talentsHeld } from './handing-over.ts'
import { measures } from './measures.ts'
import { readLines, readRecruitment, readRetention } from './screens.ts'
import { findTalent, recruitmentsOf } from './views.ts'

let w: PeopleWorld
let health: Actor
let school: Actor
let leader: Actor
beforeAll(async () => {
  w = await peopleWorld()
  health = w.officer()
  school = w.actor('co-quan', w.school, 'H24.SGDDT', [w.school])
  leader = w.actor('lanh-dao', w.health, 'UBND', 'all')
})
afterAll(() => w.close())

const at = (d: string): Temporal.Instant => Temporal.Instant.from(`${d}T10:00:00+07:00`)
const LATER = '2026-11-20'

/** Performs at an instant. */
const act = <I, O>(what: Action<I, O>, input: unknown, who: Actor = health, on = LATER): Promise<Decision<O>> =>
  perform(w.db, { actor: who, now: at(on) }, what, input)
const must = async <O>(decision: Promise<Decision<O>>): Promise<O> => {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields)}`)
  return d.value
}
const see = <T>(work: (ctx: Ctx) => Promise<T>, who: Actor = w.province()): Promise<T> => w.reading(who, work)

const decision = (person: string, more: Record<string, unknown> = {}) => ({
  person,
  unitId: w.health,
  number: '1520/QĐ-UBND',
  decidedOn: '15/03/2021',
  authority: 'Ủy ban nhân dân tỉnh',
  basis: 'nq-hdnd',
  talentClass: 'dang-cong-tac',
  sector: 'y-te',
  committedUntil: '',
  note: '',
  ...more,
})

/** Somebody of the register who is recognised; answers the code of the talent. */
async function recognised(name: string, more: Record<string, unknown> = {}, on = LATER): Promise<string> {
  const person = await w.added(name)
  return (await must(act(recogniseTalent, decision(person, more), health, on))).code
}

const talentOf = async (code: string) => {
  const found = await see((ctx) => findTalent(ctx.tx, code))
  if (found === null) throw new Error(`no ${code}`)
  return found
}
const versionOf = async (code: string): Promise<number> => (await talentOf(code)).version
const keyOf = async (code: string): Promise<string> => (await talentOf(code)).recognitions[0]?.key ?? ''

const leavingOf = async (code: string, more: Record<string, unknown>) => ({
  code,
  version: await versionOf(code),
  leftOn: '01/06/2023',
  exit: 'roi',
  reason: 'thu-nhap',
  document: 'Quyết định 12/QĐ-SYT',
  ...more,
})

const measured = (
  code: string,
  asOf: string,
  more: { known?: Temporal.Instant; by?: readonly Split[]; from?: string; where?: Record<string, string[]> } = {},
): Promise<MeasureAnswer> => {
  const m = measures.find((x) => x.code === code)
  if (m === undefined) throw new Error(`no ${code}`)
  const asked = {
    asOf: day(asOf),
    from: day(more.from ?? `${asOf.slice(0, 4)}-01-01`),
    known: more.known ?? null,
    by: more.by ?? [],
    outside: [],
    where: more.where ?? {},
  }
  return see((ctx) => m.read(ctx, asked))
}
const countOf = (a: MeasureAnswer): number | string =>
  a.state === 'counted' ? a.rows.reduce((n, r) => n + r.low, 0) : a.state

describe('Công nhận', () => {
  it('chưa ghi ai thì nói chưa có nguồn và ai phải cung cấp, không phải 0', async () => {
    expect(await measured('nhan-tai.cong-nhan-lua', LATER)).toMatchObject({ state: 'no-source', who: 'Sở Nội vụ' })
  })

  it('cơ quan ghi cho người của mình; có mã, nơi làm việc, một sự kiện', async () => {
    const code = await recognised('Đinh Thị Giữ')
    expect(code).toBe('NT-0001')
    expect(await talentOf(code)).toMatchObject({
      unitId: w.health,
      recognitions: [{ number: '1520/QĐ-UBND', decidedOn: '2021-03-15', version: 1 }],
      episodes: [{ from: '2021-03-15', leftOn: null }],
      person: { name: 'Đinh Thị Giữ' },
    })
  })

  it('từ chối: quyết định ghi lại, hồ sơ lạ, lĩnh vực lạ, cơ quan khác, người không có quyền', async () => {
    const [first] = await see((ctx) => readLines(ctx, LATER as Day))
    expect(await act(recogniseTalent, decision(first?.personCode ?? ''))).toMatchObject({
      fields: { number: expect.stringContaining('đã ghi') },
    })
    expect(await act(recogniseTalent, decision('TT-9999999'))).toMatchObject({ fields: { person: expect.any(String) } })
    expect(await act(recogniseTalent, decision('Đinh thị giữ'))).toMatchObject({
      fields: { number: expect.any(String) },
    })
    await w.added('Đinh Trùng Tên')
    await w.added('Đinh Trùng Tên')
    expect(await act(recogniseTalent, decision('Đinh Trùng Tên'))).toMatchObject({
      fields: { person: expect.stringMatching(/^Có 2 người tên này: TT-/) },
    })
    const person = await w.added('Đinh Văn Lạ')
    expect(await act(recogniseTalent, decision(person, { sector: 'chi-co-o-day' }))).toMatchObject({
      fields: { sector: expect.any(String) },
    })
    expect(await act(recogniseTalent, decision(person, { unitId: w.school }))).toMatchObject({ kind: 'forbidden' })
    expect(await act(recogniseTalent, decision(person), leader)).toMatchObject({ kind: 'forbidden' })
  })

  it('đính chính là bản mới, bản cũ giữ nguyên; bản cũ trên tay thì bị từ chối', async () => {
    const code = await recognised('Đinh Thị Sửa')
    const [key, version] = [await keyOf(code), await versionOf(code)]
    const input = { ...decision(''), code, key, version, decidedOn: '20/03/2021', reason: 'Nhập nhầm ngày' }
    expect(await act(correctRecognition, { ...input, reason: '' })).toMatchObject({
      fields: { reason: expect.any(String) },
    })
    await must(act(correctRecognition, input))
    expect((await talentOf(code)).recognitions).toMatchObject([{ decidedOn: '2021-03-20', version: 2 }])
    expect(await act(correctRecognition, input)).toMatchObject({ kind: 'stale', theirs: { version: version + 1 } })
    expect(await act(correctRecognition, input, school)).toMatchObject({ kind: 'absent' })
  })

  it('kết thúc công nhận: người vẫn làm việc thì vẫn được theo dõi; rút ghi nhầm thì không còn trong lứa', async () => {
    const code = await recognised('Đinh Văn Thôi')
    const end = { code, key: await keyOf(code), endedOn: '01/02/2024', endReason: 'doi-linh-vuc', endDocument: 'QĐ 3' }
    await must(act(endRecognition, { ...end, version: await versionOf(code) }))
    expect(await act(endRecognition, { ...end, version: await versionOf(code) })).toMatchObject({
      code: 'talent.ended',
    })
    const lines = await see((ctx) => readLines(ctx, LATER as Day))
    expect(lines.find((l) => l.code === code)).toMatchObject({ recognised: false, standing: 'lam-viec', stayed: true })
    const withdraw = { code, key: await keyOf(code), version: await versionOf(code), reason: 'Ghi nhầm người' }
    await must(act(withdrawRecognition, withdraw))
    expect((await see((ctx) => readLines(ctx, LATER as Day))).some((l) => l.code === code)).toBe(false)
    expect(await act(withdrawRecognition, { ...withdraw, version: await versionOf(code) })).toMatchObject({
      code: 'talent.withdrawn',
    })
  })
})

describe('Thôi việc', () => {
  it('rời đi có lý do; rút lần ghi nhầm thì như chưa ghi', async () => {
    const code = await recognised('Đinh Văn Đi')
    expect(await act(recordLeaving, await leavingOf(code, { reason: '' }))).toMatchObject({
      fields: { reason: expect.any(String) },
    })
    await must(act(recordLeaving, await leavingOf(code, {})))
    expect((await see((ctx) => readLines(ctx, LATER as Day))).find((l) => l.code === code)).toMatchObject({
      standing: 'roi',
      leftOn: '2023-06-01',
      leftWhy: 'Thu nhập',
      reached: true,
      stayed: false,
    })
    expect((await see((ctx) => readLines(ctx, '2023-05-31' as Day))).find((l) => l.code === code)).toMatchObject({
      standing: 'lam-viec',
    })
    await must(act(withdrawLeaving, { code, version: await versionOf(code), why: 'Nhầm người' }))
    expect((await talentOf(code)).episodes).toMatchObject([{ leftOn: null, version: 3 }])
    expect(await act(withdrawLeaving, { code, version: await versionOf(code), why: 'x' })).toMatchObject({
      code: 'talent.nothing-ended',
    })
  })

  it('chuyển trong tỉnh: cơ quan mới thấy, cơ quan cũ thôi thấy; rút thì trở lại', async () => {
    const code = await recognised('Đinh Thị Chuyển')
    expect(await see((ctx) => findTalent(ctx.tx, code), school)).toBeNull()
    const move = await leavingOf(code, { exit: 'chuyen-trong-tinh', reason: '', toUnitId: w.school })
    expect(await act(recordLeaving, move, school)).toMatchObject({ kind: 'absent' })
    await must(act(recordLeaving, move))
    expect(await see((ctx) => findTalent(ctx.tx, code), health)).toBeNull()
    // The dossier is still kept by the first body: the second sees that there is somebody, not who.
    expect(await see((ctx) => findTalent(ctx.tx, code), school)).toMatchObject({ unitId: w.school, person: null })
    expect((await see((ctx) => readLines(ctx, LATER as Day))).find((l) => l.code === code)).toMatchObject({
      standing: 'lam-viec',
      stayed: true,
    })
    await must(act(withdrawLeaving, { code, version: await versionOf(code), why: 'Chưa có quyết định' }, school))
    expect(await see((ctx) => findTalent(ctx.tx, code), school)).toBeNull()
    expect((await talentOf(code)).episodes).toHaveLength(1)
  })
})

describe('Cơ quan kết thúc', () => {
  it('nhân tài đi theo cơ quan được giao, vẫn là ở lại', async () => {
    const code = await recognised('Đinh Thị Nhập')
    await see(async (ctx) => {
      const held = await talentsHeld(ctx, [w.health])
      expect(held).toMatchObject([{ unitId: w.health, passes: 'named' }])
      const on = day('2026-11-15')
      const move = { item: held[0]?.item ?? '', from: w.health, to: w.school, on, since: on, act: 'NQ 20' }
      expect(await handTalentsOver(ctx, [move])).toEqual({ ok: true, value: held[0]?.count })
      expect(await handTalentsOver(ctx, [{ ...move, from: w.school, to: null }])).toEqual({ ok: true, value: 0 })
      const found = await findTalent(ctx.tx, code)
      expect(found).toMatchObject({ unitId: w.school })
      expect(found?.episodes).toMatchObject([
        { unitId: w.health, leftOn: '2026-11-15', exit: 'chuyen-trong-tinh' },
        { unitId: w.school, from: '2026-11-15', leftOn: null },
      ])
      const line = (await readLines(ctx, LATER as Day)).find((l) => l.code === code)
      expect(line).toMatchObject({ standing: 'lam-viec', stayed: true })
      throw new Error('undo')
    }).catch((error: Error) => {
      if (error.message !== 'undo') throw error
    })
  })
})

describe('Đánh giá', () => {
  it('ghi mốc đã đủ năm; ghi lại là bản mới; mốc chưa tới và kết quả lạ bị từ chối', async () => {
    const code = await recognised('Đinh Thị Giỏi', { decidedOn: '15/03/2024' })
    const input = async (more: Record<string, unknown> = {}) => ({
      code,
      version: await versionOf(code),
      milestone: '1',
      on: '20/03/2025',
      rating: 'HTXS',
      benefits: ['phu-cap', 'dao-tao'],
      document: 'Phiếu đánh giá',
      ...more,
    })
    await must(act(recordReview, await input()))
    await must(act(recordReview, await input({ rating: 'HTT', benefits: 'phu-cap' })))
    expect((await talentOf(code)).reviews).toMatchObject([
      { milestone: 1, rating: 'HTT', version: 2, benefits: ['phu-cap'] },
    ])
    expect(await act(recordReview, await input({ milestone: '3' }))).toMatchObject({
      fields: { milestone: expect.any(String) },
    })
    expect(await act(recordReview, await input({ rating: 'X' }))).toMatchObject({
      fields: { rating: expect.any(String) },
    })
  })
})

describe('Lứa và đường giữ chân', () => {
  it('như đã biết ở một ngày: việc ghi sau không đổi số của ngày ấy', async () => {
    const before = await measured('nhan-tai.con-lam-viec', '2026-06-01', { known: at('2026-11-21') })
    const code = await recognised('Đinh Văn Khuất', {}, '2026-11-21')
    await must(act(recordLeaving, await leavingOf(code, {}), health, '2026-11-22'))
    const count = async (known?: string) =>
      Promise.all(
        ['nhan-tai.cong-nhan-lua', 'nhan-tai.con-lam-viec'].map(async (m) =>
          countOf(await measured(m, '2026-06-01', known === undefined ? {} : { known: at(known) })),
        ),
      )
    const [all = 0, stayed = 0] = await count('2026-11-20')
    expect(await count('2026-11-21')).toEqual([Number(all) + 1, Number(stayed) + 1])
    expect(await count('2026-11-22')).toEqual([Number(all) + 1, stayed])
    expect(await count()).toEqual([Number(all) + 1, stayed])
    expect(countOf(before)).toBe(stayed)
  })

  it('chia theo cơ quan, lĩnh vực, giới tính thì cộng lại bằng tổng', async () => {
    const total = countOf(await measured('nhan-tai.cong-nhan-lua', LATER))
    for (const by of ['unit', 'sector', 'sex', 'place'] as const) {
      const split = await measured('nhan-tai.cong-nhan-lua', LATER, { by: [by] })
      expect(countOf(split)).toBe(total)
    }
    expect(countOf(await measured('nhan-tai.cong-nhan-lua', LATER, { where: { 'linh-vuc': ['giao-duc'] } }))).toBe(
      'no-source',
    )
  })

  it('trước khi lứa đầu đủ 5 năm thì chưa có đối tượng, nêu ngày đo được', async () => {
    const answer = await measured('nhan-tai.cong-nhan-lua', '2024-01-01')
    expect(answer).toEqual({ state: 'no-subject', why: 'Đoàn lứa đầu tiên đo được từ ngày 15/03/2026' })
  })

  it('người ngoài quyền không thấy lứa dưới 5 người; Sở Nội vụ thấy', async () => {
    const elevated = { ...health, scope: 'all' as const }
    const outside = await see((ctx) => readRetention({ ...ctx, actor: health }, LATER as Day, null), elevated)
    const inside = await see((ctx) => readRetention(ctx, LATER as Day, null))
    expect(inside.curves.map((c) => c.cohort)).toEqual([2021, 2024])
    expect(inside.curves.every((c) => c.curve !== null)).toBe(true)
    expect(outside.curves.find((c) => c.cohort === 2024)?.curve).toBeNull()
  })

  it('hai hồ sơ gộp làm một thì đếm một người', async () => {
    const [a, b] = [await w.added('Đinh Gộp Một'), await w.added('Đinh Gộp Hai')]
    await must(act(recogniseTalent, decision(a, { number: '1/QĐ', decidedOn: '10/01/2020' })))
    await must(act(recogniseTalent, decision(b, { number: '2/QĐ', decidedOn: '10/01/2020' })))
    const before = Number(countOf(await measured('nhan-tai.cong-nhan-lua', LATER)))
    await see(async (ctx) => {
      const [pa, pb] = [await personByCode(ctx.tx, a), await personByCode(ctx.tx, b)]
      const both = await dossiersOf(ctx.tx, [pa?.id ?? '', pb?.id ?? ''])
      const [survivor, other] = [both.get(pa?.id ?? ''), both.get(pb?.id ?? '')]
      if (survivor === undefined || other === undefined) throw new Error('no dossiers')
      await mergePeople(ctx, { survivor, other, choices: { fields: [], slots: [] }, mergeId: ctx.newId() })
    })
    expect(countOf(await measured('nhan-tai.cong-nhan-lua', LATER))).toBe(before - 1)
  })
})

describe('Tuyển dụng', () => {
  const period = (more: Record<string, unknown> = {}) => ({
    unitId: w.health,
    from: '01/01/2026',
    to: '30/06/2026',
    recruited: '10',
    talents: '2',
    named: 'NT-0001',
    evidence: '',
    document: 'Báo cáo 45/BC-SYT',
    ...more,
  })

  it('chưa ai báo cáo là chưa có nguồn', async () => {
    expect(await measured('nhan-tai.tuyen-dung', LATER)).toMatchObject({ state: 'no-source' })
  })

  it('không tuyển ai: đếm được 0, tỷ lệ không xác định', async () => {
    const none = period({ unitId: w.school, recruited: '0', talents: '0', named: '' })
    await must(act(recordRecruitment, none, school))
    expect(await measured('nhan-tai.tuyen-dung', LATER)).toMatchObject({
      state: 'counted',
      dataOf: '2026-06-30',
      notes: expect.arrayContaining(['Không có ai được tuyển mới trong năm 2026']),
    })
    const v = await see((ctx) => readRecruitment(ctx, 2026, ''))
    expect(v.total.share).toEqual({ state: 'undefined', why: 'Không có ai được tuyển mới trong năm 2026' })
  })

  it('ghi, chồng kỳ bị từ chối, đính chính, rút; số từng cơ quan và tổng', async () => {
    const { key } = await must(act(recordRecruitment, period()))
    expect(await act(recordRecruitment, period({ from: '01/06/2026' }))).toMatchObject({
      fields: { from: expect.any(String) },
    })
    expect(await act(recordRecruitment, period({ unitId: w.school }))).toMatchObject({ kind: 'forbidden' })
    expect(countOf(await measured('nhan-tai.tuyen-moi', LATER))).toBe(2)
    const split = await measured('nhan-tai.tuyen-dung', LATER, { by: ['unit'] })
    expect(split.state === 'counted' && split.rows.map((r) => [r.keys[0], r.high]).sort()).toEqual(
      [
        [w.health, 10],
        [w.school, 0],
      ].sort(),
    )
    const { unitId: _, ...said } = period({ recruited: '12' })
    await must(act(correctRecruitment, { ...said, key, version: 1, reason: 'Đếm sót hai người' }))
    expect(await act(correctRecruitment, { ...said, key, version: 1, reason: 'x' })).toMatchObject({ kind: 'stale' })
    expect(await see((ctx) => recruitmentsOf(ctx.tx, w.health))).toMatchObject([{ recruited: 12, version: 2 }])
    await must(act(withdrawRecruitment, { key, version: 2, reason: 'Ghi nhầm cơ quan' }))
    expect(countOf(await measured('nhan-tai.tuyen-dung', LATER))).toBe(0)
    expect(await act(withdrawRecruitment, { key, version: 3, reason: 'x' })).toMatchObject({ kind: 'absent' })
    await must(act(recordRecruitment, period()))
  })

  it('cơ quan chỉ thấy kết quả của mình', async () => {
    expect((await see((ctx) => readRecruitment(ctx, 2026, ''), school)).lines.map((l) => l.unitId)).toEqual([w.school])
  })

  it('nửa kỳ trong khoảng được hỏi thì là một khoảng', async () => {
    const answer = await measured('nhan-tai.tuyen-dung', '2026-03-31')
    expect(answer).toMatchObject({ state: 'counted' })
    expect(answer.state === 'counted' && answer.rows[0]).toMatchObject({ low: 0, high: 10 })
  })
})

it('mỗi lần ghi là một sự kiện của mô-đun', async () => {
  const kinds = await see(
    (ctx) =>
      ctx.tx.client.query<{ kind: string }>(
        "select distinct kind from platform.ledger where kind like 'talent.%' order by 1",
      ),
    systemActor(),
  )
  expect(kinds.rows.map((r) => r.kind)).toHaveLength(10)
})

describe('Hai người cùng ghi', () => {
  it('hai người cùng ghi thêm quyết định cho một người: một được, một được báo là có bản mới', async () => {
    const person = await w.added('Nguyễn Văn Hai Tay')
    await must(act(recogniseTalent, decision(person)))
    const again = (number: string) => act(recogniseTalent, decision(person, { number, decidedOn: '15/04/2022' }))
    const both = await Promise.all([again('16/QĐ-UBND'), again('17/QĐ-UBND')])
    expect(both.map((d) => d.ok).sort()).toEqual([false, true])
    expect(both.find((d) => !d.ok)).toMatchObject({ kind: 'stale' })
  })
})
