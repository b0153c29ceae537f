/** Dự báo trên cơ sở dữ liệu thật: lứa và biến động của sổ bộ, giả định, kịch bản, dự báo được giữ lại. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import type { PartialDay } from '../../kernel/partial-day.ts'
import type { Decision } from '../../kernel/result.ts'
import { measuresOf } from '../../modules.ts'
import { type Action, type Ctx, newId, perform } from '../../platform/action.ts'
import { explainConstraints } from '../../platform/database/constraint.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import type { Measure, Moves } from '../../platform/measure.ts'
import { readCodeLists } from '../code-lists/facts.ts'
import { publishList } from '../code-lists/public.ts'
import { readCourses } from '../goals/public.ts'
import { recordValue } from '../indicators/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { findUnitByCode, loadRegister } from '../organisations/public.ts'
import { changeAt, changeDossier, type Entry, writePeople } from '../people/public.ts'
import { adoptText, officer, planText } from '../programme/fixtures.ts'
import { approveScenario } from './actions/approve-scenario.ts'
import { dropAssumption } from './actions/drop-assumption.ts'
import { issueForecasts } from './actions/issue-forecasts.ts'
import { saveScenario } from './actions/save-scenario.ts'
import { setAssumption } from './actions/set-assumption.ts'
import { setScenarioAside } from './actions/set-scenario-aside.ts'
import { GRADUATES, readGround } from './base-reading.ts'
import { jobs } from './jobs.ts'
import { forecastingModule } from './module.ts'
import { readOutlook } from './outlook.ts'
import { readAssumptions, readChecked, readRetiring, readScenarios, readSupply, readWorkspace } from './screens.ts'

const NOW = Temporal.Instant.from('2026-11-20T02:00:00Z')
const machine = systemActor()
const MEASURES: readonly Measure[] = measuresOf()
const countedPeople = MEASURES.find((m) => m.code === 'nguoi.dem') as Measure
const measures = (): readonly Measure[] => MEASURES

let t: TestDatabase
let health = ''
let home = ''

const read = <T>(work: (ctx: Ctx) => Promise<T>, actor: Actor = machine): Promise<T> =>
  transact(t.db, actor, (tx) => work({ tx, actor, now: NOW, newId }))
const act = <I, O>(what: Action<I, O>, input: unknown, actor: Actor = machine, now = NOW): Promise<Decision<O>> =>
  perform(t.db, { actor, now }, what, input)

const says = (group: Entry['group'], data: Entry['data'], from?: string, to?: string): Entry => ({
  group,
  data,
  level: 1,
  source: 'nhap:thu:1',
  ...(from === undefined ? {} : { from: from as PartialDay }),
  ...(to === undefined ? {} : { to: to as PartialDay }),
})

type Given = {
  sector?: string
  born: string
  sex?: string
  from: string
  to?: string
  reason?: string
  degree?: string
}
const person = (name: string, g: Given): Entry[] => [
  says('names', { fullName: name }),
  says('birth', { birth: g.born, sex: g.sex ?? 'nu' }),
  says('category', { category: 'vien-chuc', sector: g.sector ?? 'y-te', area: 'nha-nuoc', main: true }),
  says('post', { body: health, kind: 'chinh', ...(g.reason === undefined ? {} : { reason: g.reason }) }, g.from, g.to),
  says('education', { level: g.degree ?? '6', graduated: 2010 }),
]

/** Thirty who stay, six recruited in each of 2024 and 2025, two who left in 2025, one who retires soon. */
const PEOPLE = (): Entry[][] => [
  ...Array.from({ length: 30 }, (_, i) =>
    person(`Người Ở Lại ${i}`, { born: `${1980 + (i % 15)}-03-01`, from: '2010-01-01' }),
  ),
  ...Array.from({ length: 6 }, (_, i) => person(`Người Vào ${i}`, { born: '1999-05-01', from: '2024-09-01' })),
  ...Array.from({ length: 6 }, (_, i) =>
    person(`Giáo Viên Vào ${i}`, { born: '2000-05-01', from: '2025-09-01', sector: 'giao-duc' }),
  ),
  person('Người Đi Một', { born: '1990-01-01', from: '2012-01-01', to: '2025-06-01', reason: 'thoi-viec' }),
  person('Người Đi Hai', { born: '1991-01-01', from: '2012-01-01', to: '2025-06-01', reason: 'thoi-viec' }),
  [
    ...person('Người Chuyển Đến', { born: '1985-01-01', from: '2025-03-01' }),
    says('post', { body: home, kind: 'chinh' }, '2010-01-01', '2025-03-01'),
  ],
  person('Người Sắp Nghỉ', { born: '1970-02-01', from: '1995-01-01', degree: '8' }),
]

beforeAll(async () => {
  explainConstraints(forecastingModule(measures).constraints ?? {})
  t = await testDatabase()
  for (const list of readCodeLists()) await act(publishList, list)
  await act(loadRegister, readRegisterFacts(), machine, Temporal.Instant.from('2024-04-20T01:00:00Z'))
  await adoptText(t.db, '2024-05-03T03:00:00Z', planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
  for (const [year, value] of [
    [2018, 28],
    [2019, 30],
    [2020, 31],
    [2021, 33],
    [2022, 34],
    [2023, 36],
    [2024, 38],
    [2025, 39],
  ])
    await act(recordValue, {
      code: 'II.1.5',
      asOf: `${year}-12-31`,
      value,
      source: 'Niên giám',
      estimate: false,
      status: 'seen',
      note: '',
    })
  await read(async (ctx) => {
    health = (await findUnitByCode(ctx.tx, 'H24.SYT'))?.id ?? ''
    home = (await findUnitByCode(ctx.tx, 'H24.SNV'))?.id ?? ''
  })
  await transact(t.db, machine, async (tx) => {
    const ctx = { tx, actor: machine, now: NOW, newId }
    await writePeople(
      ctx,
      PEOPLE().map((entries) => changeDossier(null, entries, changeAt(ctx, health, null))),
      null,
    )
  })
})
afterAll(() => t.drop())

describe('lứa và biến động', () => {
  const none: Promise<Moves> = Promise.resolve({ rows: [], keptSince: null })
  const asked = (asOf: string, from: string) => ({
    asOf: day(asOf),
    from: day(from),
    known: null,
    by: [],
    outside: [],
    where: GRADUATES.where,
  })
  it('lứa đếm đúng mọi người đang làm việc, theo lĩnh vực, trình độ, giới, năm sinh', async () => {
    const rows = await read(
      (ctx) => countedPeople.cohorts?.(ctx, asked('2026-11-20', '2026-11-20')) ?? Promise.resolve([]),
    )
    expect(rows.reduce((n, r) => n + r.count, 0)).toBe(46)
    expect(rows.filter((r) => r.sector === 'giao-duc')).toEqual([
      { sector: 'giao-duc', degree: '6', sex: 'nu', born: 2000, key: null, count: 6 },
    ])
  })
  it('biến động một năm: ai vào, ai đi, ai ở lại', async () => {
    const moves = await read((ctx) => {
      if (countedPeople.moves === undefined) throw new Error('no moves')
      return countedPeople.moves(ctx, asked('2025-12-31', '2024-12-31'))
    })
    const sum = (was: boolean, is: boolean): number =>
      moves.rows.filter((r) => r.was === was && r.is === is).reduce((n, r) => n + r.count, 0)
    expect([sum(true, true), sum(true, false), sum(false, true)]).toEqual([38, 2, 6])
    expect(moves.keptSince).toBe('2026-11-20')
  })
  it('của một cơ quan: người chuyển từ cơ quan khác trong tỉnh không phải người vào, người chuyển đi không phải người rời', async () => {
    const of = async (unit: string) => {
      const a = asked('2025-12-31', '2024-12-31')
      const moves = await read(
        (ctx) => countedPeople.moves?.(ctx, { ...a, where: { ...a.where, 'co-quan': [unit] } }) ?? none,
      )
      const sum = (was: boolean, is: boolean): number =>
        moves.rows.filter((r) => r.was === was && r.is === is).reduce((n, r) => n + r.count, 0)
      return [sum(true, true), sum(true, false), sum(false, true)]
    }
    expect(await of(health)).toEqual([37, 2, 6])
    expect(await of(home)).toEqual([1, 0, 0])
  })
  it('năm chưa theo dõi trọn không dùng để ước tỷ lệ thôi việc', async () => {
    const ground = await read((ctx) => readGround(ctx, MEASURES, GRADUATES))
    expect(ground?.recent.map((y) => y.year)).toEqual([2023, 2024, 2025])
    expect(ground?.followed).toEqual([])
  })
})

describe('giả định', () => {
  const rate = { kind: 'thoi-viec', sector: 'y-te', value: '5', sd: '1', evidence: 'Báo cáo số 15/BC-SNV' }
  const inUse = async (sector: string | null) => {
    const v = await read((ctx) => readAssumptions(ctx, MEASURES))
    return v.ok ? v.value.lines.find((l) => l.kind === 'thoi-viec' && l.sector === sector) : undefined
  }
  it('ghi, thay, bỏ; điều đã ghi còn đọc được', async () => {
    expect(await inUse(null)).toMatchObject({ value: 2, ground: 'ban-dau' })
    expect(await act(setAssumption, rate)).toMatchObject({ ok: true })
    expect(await act(setAssumption, { ...rate, value: '6,5' }, machine, NOW.add({ hours: 1 }))).toMatchObject({
      ok: true,
    })
    expect(await inUse('y-te')).toMatchObject({ value: 6.5, ground: 'ghi' })
    expect(
      await act(dropAssumption, { kind: 'thoi-viec', sector: 'y-te' }, machine, NOW.add({ hours: 2 })),
    ).toMatchObject({ ok: true })
    expect(await inUse('y-te')).toBeUndefined()
    const v = await read((ctx) => readAssumptions(ctx, MEASURES))
    expect(v.ok && v.value.history.map((h) => h.value)).toEqual(['6,5% mỗi năm', '5% mỗi năm'])
  })
  it.each([
    ['ngoài khoảng', { value: '80' }, 'forecasting.wrong-assumption'],
    ['lĩnh vực lạ', { sector: 'khong-co' }, 'forecasting.no-sector'],
    ['không có căn cứ', { evidence: '' }, null],
  ])('từ chối giả định %s', async (_n, more, code) => {
    expect(await act(setAssumption, { ...rate, ...more })).toMatchObject(
      code === null ? { ok: false } : { ok: false, code },
    )
  })
  it('bỏ điều chưa ghi bị từ chối', async () => {
    expect(await act(dropAssumption, { kind: 'qua-doi', sector: '' })).toMatchObject({
      code: 'forecasting.no-assumption',
    })
  })
})

describe('cung và cầu, bàn làm kịch bản', () => {
  it('mô hình như hiện nay: bắt đầu đúng số người của hồ sơ, nhận người vào bình quân', async () => {
    const v = await read((ctx) => readSupply(ctx, MEASURES, 2030))
    if (!v.ok) throw new Error(v.message)
    expect(v.value.result.total[0]?.year).toBe(2026)
    expect(v.value.result.total[0]?.mean).toBeCloseTo(46, 9)
    expect(v.value.result.flows.filter((f) => f.year === 2027).reduce((n, f) => n + f.recruits, 0)).toBeCloseTo(4, 6)
    expect(v.value.notes.join(' ')).toMatch(/chưa theo dõi trọn một năm/)
  })
  it('tuyển thêm thì nhiều người hơn, và đúng tuyến tính', async () => {
    const at = async (percent: string) => {
      const v = await read((ctx) => readWorkspace(ctx, MEASURES, { tuyen: percent, 'den-nam': '2030' }))
      return v.ok ? (v.value.result?.total.at(-1)?.mean ?? 0) : 0
    }
    const [none, ten, twenty] = [await at(''), await at('10'), await at('20')]
    expect(ten).toBeGreaterThan(none)
    expect(twenty - none).toBeCloseTo(2 * (ten - none), 6)
  })
  it('mức không thể: nói ô nào, không tính', async () => {
    const v = await read((ctx) => readWorkspace(ctx, MEASURES, { tuyen: '-150' }))
    expect(v.ok && [v.value.result, Object.keys(v.value.wrong)]).toEqual([null, ['tuyen']])
  })
})

describe('kịch bản', () => {
  const levers = { tuyen: '10', 'den-nam': '2030', note: '' }
  const save = (title: string, more: object = {}) => act(saveScenario(measures), { ...levers, title, ...more })
  it('lưu, duyệt; kịch bản được duyệt không bỏ được; tên không trùng', async () => {
    const saved = await save('Tuyển thêm 10%')
    if (!saved.ok) throw new Error(saved.message)
    const { id } = saved.value
    expect(await save('tuyển thêm 10%')).toMatchObject({ ok: false })
    expect(await act(approveScenario, { id, act: '' })).toMatchObject({ ok: false })
    expect(await act(approveScenario, { id, act: 'QĐ 12/QĐ-UBND ngày 01/12/2026' })).toMatchObject({ ok: true })
    expect(await act(approveScenario, { id, act: 'QĐ 13' })).toMatchObject({ code: 'forecasting.not-approvable' })
    expect(await act(setScenarioAside, { id })).toMatchObject({ code: 'forecasting.not-droppable' })
    const { list } = await read((ctx) => readScenarios(ctx))
    expect(list.map((s) => [s.title, s.approvedAct])).toEqual([['Tuyển thêm 10%', 'QĐ 12/QĐ-UBND ngày 01/12/2026']])
  })
  it('cùng mức, cùng hồ sơ thì cùng mã băm; bỏ rồi thì không còn trong danh sách', async () => {
    const [a, b] = [await save('Một'), await save('Hai')]
    if (!a.ok || !b.ok) throw new Error('not saved')
    const { list } = await read((ctx) => readScenarios(ctx))
    const digests = list.filter((s) => s.approvedAt === null).map((s) => [s.modelDigest, s.resultDigest])
    expect(digests[0]).toEqual(digests[1])
    expect(await act(setScenarioAside, { id: a.value.id })).toMatchObject({ ok: true })
    expect((await read((ctx) => readScenarios(ctx))).list.map((s) => s.title)).not.toContain('Một')
  })
  it('mức sai thì không lưu gì', async () => {
    expect(await save('Sai', { tuyen: 'nhiều' })).toMatchObject({ code: 'forecasting.wrong-levers' })
  })
})

describe('triển vọng của mục tiêu, dự báo được giữ lại', () => {
  const outlook = (code: string) =>
    read(async (ctx) => {
      const course = (await readCourses(ctx, MEASURES)).find((c) => c.indicator.code === code)
      if (course === undefined) throw new Error(code)
      return readOutlook(ctx, MEASURES, course)
    })
  it('mục tiêu có chuỗi tám năm: dự báo theo chuỗi, khả năng là một số', async () => {
    const o = await outlook('II.1.5')
    expect(o.method).toBe('chuoi')
    expect(o.points[0]?.year).toBe(2026)
    expect(o.chance).toBeGreaterThanOrEqual(0)
    expect(o.chance).toBeLessThanOrEqual(1)
  })
  it('mục tiêu không còn đối tượng, hoặc chưa có số liệu: không có khả năng, nói vì sao', async () => {
    expect((await outlook('II.1.7b')).chance).toBeNull()
    expect((await outlook('II.1.9')).why).not.toBe('')
  })
  it('việc nền tính sẵn triển vọng: người mở trang sau đó không phải chờ', async () => {
    const job = jobs(measures).find((j) => j.name === 'forecasting.outlooks')
    t.db.shelf.clear()
    await job?.run({ db: t.db, now: NOW })
    const kept = [...t.db.shelf.keys()].filter((key) => key.startsWith('forecasting.outlook:'))
    expect(kept.some((key) => key.endsWith(':II.1.5'))).toBe(true)
  })
  it('giữ lại mỗi ngày một lần; chưa tới năm có số liệu thì chưa đối chiếu', async () => {
    expect(await act(issueForecasts(measures), {})).toMatchObject({ ok: true })
    expect(await act(issueForecasts(measures), {})).toMatchObject({ code: 'forecasting.issued-today' })
    const v = await read((ctx) => readChecked(ctx, MEASURES))
    expect(v.given).toMatchObject([{ day: '2026-11-20' }])
    expect(v.scored).toEqual([])
  })
})

it('nghỉ hưu: đếm theo năm và theo tháng trong phạm vi được xem', async () => {
  const v = await read((ctx) => readRetiring(ctx, MEASURES))
  // Nữ sinh 02/1970: 57 tuổi 4 tháng vào 06/2027.
  expect(v.years.map((y) => y.high)).toEqual([0, 1, 0, 0, 0])
  expect(v.months.find((m) => m.high > 0)?.label).toBe('Tháng 06/2027')
})

it('cán bộ cơ quan khác không ghi giả định, không lưu kịch bản', async () => {
  const stranger: Actor = {
    ...officer('Nguyễn Văn Cơ quan'),
    kind: 'account',
    grants: [{ role: 'co-quan', body: health, bodyCode: 'X', bodyName: 'X' }],
    scope: [health],
  }
  expect(await act(setAssumption, { kind: 'qua-doi', value: '1', evidence: 'x' }, stranger)).toMatchObject({
    kind: 'forbidden',
  })
  expect(await act(saveScenario(measures), { title: 'x' }, stranger)).toMatchObject({ kind: 'forbidden' })
})
