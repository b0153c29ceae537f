/** Giá trị của chỉ tiêu, đọc từ cơ sở dữ liệu: as of a day, by the units of a day, as known on a day; never 0 for want of a source. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import { type Action, type Ctx, newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import type { Measure } from '../../platform/measure.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { findUnitByCode, loadRegister, unitsOn } from '../organisations/public.ts'
import { chooseFigure } from './actions/choose-figure.ts'
import { importFigures } from './actions/import-figures.ts'
import { issueFormula } from './actions/issue-formula.ts'
import { judgeGoal } from './actions/judge-goal.ts'
import { loadFacts } from './actions/load-facts.ts'
import { recordValue } from './actions/record-value.ts'
import { sendFigures } from './actions/send-figures.ts'
import { keepCustody } from './custody.ts'
import { defineIndicators } from './define.ts'
import { readDraft } from './drafting.ts'
import { givenMeasure, noneOn } from './fixtures.ts'
import { handCustodyOver } from './handing-over.ts'
import { readAll, readValue } from './reading.ts'
import type { ValueAsked } from './rules/reading.ts'
import { formulaOn } from './rules/versions.ts'
import { readSent } from './screens.ts'
import type { NewDefinition } from './store.ts'
import { definitions, formulas, judgedGoals, recordedFigures } from './views.ts'
import type { FormulaVersion } from './words.ts'

const ADOPTED = '2024-05-03T03:00:00Z'
const LATER = '2026-11-23T03:00:00Z'

let t: TestDatabase
const actor = systemActor()
const at = <T>(work: (ctx: Ctx) => Promise<T>, now = LATER): Promise<T> =>
  transact(t.db, actor, (tx) => work({ tx, actor, now: Temporal.Instant.from(now), newId }))
async function must<I, O>(what: Action<I, O>, input: unknown, now: string): Promise<O> {
  const d = await perform(t.db, { actor, now: Temporal.Instant.from(now) }, what, input)
  if (!d.ok) throw new Error(`${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}

const goal = (code: string, more: Partial<NewDefinition> = {}): NewDefinition => ({
  code,
  name: `mục tiêu ${code}`,
  unit: '%',
  direction: 'up',
  goalText: '',
  comparator: '>=',
  strict: false,
  target: 20,
  targetHigh: null,
  byYear: 2030,
  ...more,
})

const GOALS = [
  goal('II.1.1a', { unit: 'người', target: 85000 }),
  goal('II.1.1b', { comparator: '~', target: 3 }),
  goal('II.1.2', { unit: 'bác sỹ/10.000 dân', target: 19 }),
  goal('II.1.5', { target: 43 }),
  goal('II.1.7b'),
  goal('II.1.8a', { target: 100 }),
  goal('II.1.10'),
]

const asked = (code: string, asOf: string, more: Partial<ValueAsked> = {}): ValueAsked => ({
  code,
  asOf: day(asOf),
  hierarchy: null,
  known: null,
  by: null,
  ...more,
})

async function value(measures: readonly Measure[], question: ValueAsked, now = LATER) {
  const read = await at((ctx) => readValue(ctx, measures, question), now)
  if (!read.ok) throw new Error(read.message)
  return read.value
}

beforeAll(async () => {
  t = await testDatabase()
  await must(loadRegister, readRegisterFacts(), ADOPTED)
  const territory = await at((ctx) => findUnitByCode(ctx.tx, 'H23'))
  await at(
    (ctx) =>
      defineIndicators(
        ctx,
        {
          id: newId(),
          number: '1459/KH-UBND',
          territoryId: territory?.id ?? '',
          qualitative: [{ id: newId(), code: 'II.1.4', text: 'Trí thức trong lực lượng vũ trang', byYear: 2030 }],
        },
        GOALS.map((to, i) => ({ from: null, to, position: i + 1 })),
        day('2024-04-22'),
      ),
    ADOPTED,
  )
  await must(loadFacts, {}, ADOPTED)
})
afterAll(() => t.drop())

/** Ten people, two of whom may be of either age band. */
const betweenBands: Measure = {
  ...givenMeasure({ code: 'phu.tu-dai-hoc', label: 'Số người có trình độ từ đại học' }, []),
  read: (_ctx, { by, asOf }) =>
    Promise.resolve({
      state: 'counted',
      rows:
        by.length === 0
          ? [{ keys: [], low: 10, high: 10 }]
          : ['30-39', '40-49'].map((band) => ({ keys: [band], low: 4, high: 6 })),
      dataOf: asOf,
      source: 'Số mẫu',
      notes: [],
    }),
}

test('chia theo độ tuổi: người có thể thuộc hai nhóm không làm tổng số rộng ra', async () => {
  const found = await value([betweenBands], asked('II.1.1a', '2026-11-23', { by: 'age' }))
  expect([found.low, found.high]).toEqual([10, 10])
  expect(found.rows.map((r) => [r.key, r.low, r.high])).toEqual([
    ['30-39', 4, 6],
    ['40-49', 4, 6],
  ])
})

const graduates = givenMeasure({ code: 'phu.tu-dai-hoc', label: 'Số người có trình độ từ đại học' }, [
  { low: 70_000, high: 72_000 },
])
const people = givenMeasure({ code: 'nguoi.dem' }, [
  { low: 90, is: { 'doi-tuong': 'cong-chuc', 'cap-co-quan': 'xa', 'trinh-do': '6' } },
  { low: 10, is: { 'doi-tuong': 'cong-chuc', 'cap-co-quan': 'xa', 'trinh-do': '5' } },
  { low: 3_000, is: { nghe: 'bac-si' } },
])

describe('cách tính kèm theo phần mềm', () => {
  test('mỗi chỉ tiêu có cách tính; nạp lần nữa không thêm gì', async () => {
    const list = await at((ctx) => formulas(ctx.tx))
    expect(list).toHaveLength(GOALS.length + 1)
    expect(await must(loadFacts, {}, LATER)).toMatchObject({ formulas: 0 })
    expect(await at((ctx) => formulas(ctx.tx))).toHaveLength(GOALS.length + 1)
  })
})

describe('giá trị tại một ngày', () => {
  test('chưa có đại lượng: chưa có nguồn, nêu cơ quan phải cung cấp, không số 0', async () => {
    const r = await value([], asked('II.1.2', '2026-01-01'))
    expect(r).toMatchObject({ state: 'no-source', low: null, high: null })
    expect(r.why).toContain('Chưa có nguồn số liệu. Cơ quan phải cung cấp: Sở Y tế.')
  })

  test('tỷ lệ trên dân số có ngày và nguồn của từng phần', async () => {
    const r = await value([people], asked('II.1.2', '2024-12-31'))
    expect(r.state).toBe('value')
    expect(r.parts.map((p) => p.label)).toEqual(['Số bác sĩ đang làm việc trên địa bàn', 'Dân số'])
    const [doctors, population] = r.parts
    expect(r.low).toBeCloseTo((3_000 * 10_000) / (population?.low ?? 0))
    expect(doctors).toMatchObject({ low: 3_000, source: 'Số mẫu', dataOf: '2024-12-31' })
    expect(population?.dataOf).toMatch(/^202[34]/)
  })

  test('chỉ tiêu dùng chỉ tiêu khác: khoảng của tử số đi vào tỷ lệ; số công bố khác đứng bên cạnh', async () => {
    const whole = await value([graduates], asked('II.1.1a', '2024-12-31'))
    expect(whole).toMatchObject({ state: 'range', low: 70_000, high: 72_000 })
    expect(whole.rivals.length).toBeGreaterThan(0)
    const share = await value([graduates], asked('II.1.1b', '2024-12-31'))
    const population = share.parts[1]?.low ?? 0
    expect(share.low).toBeCloseTo((70_000 * 100) / population)
    expect(share.high).toBeCloseTo((72_000 * 100) / population)
  })

  test('kỳ không tuyển ai thì không có tỷ lệ, khác với 0', async () => {
    const none = (code: string) => noneOn(code, day('2026-06-30'), { time: 'flow' })
    const r = await value([none('nhan-tai.tuyen-moi'), none('nhan-tai.tuyen-dung')], asked('II.1.10', '2026-06-30'))
    expect(r).toMatchObject({ state: 'undefined', low: null })
    expect(r.why).toBe('Không có ai thuộc mẫu số («Tổng số tuyển dụng mới trong kỳ») trong kỳ, nên không có tỷ lệ.')
  })

  test('đại lượng của một kỳ đếm từ đầu năm', async () => {
    const questions: Parameters<Measure['read']>[1][] = []
    const taken = givenMeasure({ code: 'nhan-tai.tuyen-dung', time: 'flow' }, [{ low: 10 }], questions)
    await value(
      [taken, givenMeasure({ code: 'nhan-tai.tuyen-moi', time: 'flow' }, [{ low: 3 }])],
      asked('II.1.10', '2026-06-30'),
    )
    expect(questions[0]).toMatchObject({ from: '2026-01-01', asOf: '2026-06-30' })
  })

  test('cấp huyện không còn đối tượng từ 01/07/2025, trước đó thì có', async () => {
    const posts = givenMeasure({ code: 'nguoi.dem' }, [
      { low: 30, is: { 'chuc-vu': 'cap-huyen', 'duoi-tuoi': '40' } },
      { low: 90, is: { 'chuc-vu': 'cap-huyen', 'duoi-tuoi': '' } },
    ])
    expect(await value([posts], asked('II.1.7b', '2025-06-30'))).toMatchObject({ state: 'value', low: 25 })
    const after = await value([posts], asked('II.1.7b', '2025-07-01'))
    expect(after).toMatchObject({ state: 'no-subject', low: null })
    expect(after.why).toContain('203/2025/QH15')
  })

  test('mã không có và chiều chia không có bị từ chối', async () => {
    expect(await at((ctx) => readValue(ctx, [], asked('II.9', '2026-01-01')))).toMatchObject({ kind: 'absent' })
    expect(await at((ctx) => readValue(ctx, [], asked('II.1.5', '2026-01-01', { by: 'place' })))).toMatchObject({
      kind: 'invalid',
    })
  })

  test('đọc cả kế hoạch: mỗi chỉ tiêu một dòng theo thứ tự, mỗi đại lượng hỏi một lần', async () => {
    const questions: Parameters<Measure['read']>[1][] = []
    const counted = givenMeasure({ code: 'phu.tu-dai-hoc' }, [{ low: 70_000 }], questions)
    const all = await at((ctx) => readAll(ctx, [counted, people], { asOf: day('2026-11-23'), known: null }))
    expect(all.map((r) => r.definition.code)).toEqual(GOALS.map((g) => g.code))
    expect(questions).toHaveLength(1)
  })
})

describe('cách tính mới', () => {
  const counted = givenMeasure({ code: 'nguoi.dem', label: 'Số người' }, [
    { low: 4, is: { nghe: 'bac-si' } },
    { low: 10, is: { nghe: 'khac' } },
  ])
  const issue = (more: object, now = '2026-03-01T03:00:00Z') =>
    perform(
      t.db,
      { actor, now: Temporal.Instant.from(now) },
      issueFormula(() => [counted]),
      {
        code: 'II.1.5',
        from: '2026-01-01',
        meaning: 'Bác sĩ trên tổng số người.',
        ground: 'Công văn',
        reason: 'Đã có hồ sơ',
        expr: {
          op: 'ratio',
          of: [
            { op: 'measure', code: 'nguoi.dem', where: { nghe: ['bac-si'] } },
            { op: 'measure', code: 'nguoi.dem' },
          ],
          per: 100,
        },
        ...more,
      },
    )

  test('công thức sai bị từ chối với lý do, chưa ghi gì', async () => {
    const wrong = await issue({ expr: { op: 'measure', code: 'nguoi.dem' } })
    expect(wrong).toMatchObject({
      ok: false,
      fields: { tu: expect.stringContaining('Công thức cho kết quả bằng người') },
    })
  })

  test('áp dụng từ ngày nêu; ngày trước giữ cách cũ; hỏi theo lúc chưa ban hành thì như chưa có', async () => {
    expect(await issue({})).toMatchObject({ ok: true, value: { no: 2 } })
    const now = await value([counted], asked('II.1.5', '2026-02-01'))
    expect(now.low).toBeCloseTo((4 * 100) / 14)
    expect(now.formula).toMatchObject({ no: 2, numerator: 'Số người (nghe: bac-si)', source: 'register' })
    expect((await value([counted], asked('II.1.5', '2025-12-31'))).formula).toMatchObject({
      no: 1,
      valid: { to: '2026-01-01' },
    })
    const before = await value([counted], asked('II.1.5', '2026-02-01', { known: day('2026-02-28') }))
    expect(before.formula).toMatchObject({ no: 1, valid: { to: null } })
    expect(await issue({})).toMatchObject({ ok: false, code: 'formula.same' })
  })

  test('soạn: thấy giá trị trước khi ban hành', async () => {
    const tried = await at((ctx) =>
      readDraft(ctx, [counted], 'II.1.5', {
        tu: 'm:nguoi.dem',
        'dk.tu.nghe': 'bac-si',
        mau: 'm:nguoi.dem',
        per: '100',
      }),
    )
    expect(tried).toMatchObject({ ok: true, value: { drafted: { ok: true, reading: { state: 'value' } } } })
    const wrong = await at((ctx) => readDraft(ctx, [counted], 'II.1.5', { tu: 'm:nguoi.dem' }))
    expect(wrong).toMatchObject({ ok: true, value: { drafted: { ok: false } } })
  })
})

describe('mục tiêu định tính', () => {
  const judge = (more: object) =>
    perform(t.db, { actor, now: Temporal.Instant.from(LATER) }, judgeGoal, {
      code: 'II.1.4',
      asOf: '2026-06-30',
      verdict: 'co-chuyen-bien',
      text: 'Đã bổ sung.',
      source: 'Báo cáo',
      ...more,
    })
  test('nhận định có nguồn; sửa thì bản trước còn; ngày chưa tới bị từ chối', async () => {
    expect(await judge({})).toMatchObject({ ok: true })
    expect(await judge({ verdict: 'dat' })).toMatchObject({ ok: true })
    expect(await judge({ verdict: 'dat' })).toMatchObject({ code: 'judgement.same' })
    expect(await judge({ asOf: '2027-01-01' })).toMatchObject({ fields: { asOf: expect.any(String) } })
    const [goal] = await at((ctx) => judgedGoals(ctx.tx))
    expect(goal).toMatchObject({ code: 'II.1.4', custodian: expect.stringContaining('Quân sự') })
    expect(goal?.judgements.map((j) => [j.verdict, j.supersededAt === null])).toEqual([
      ['dat', true],
      ['co-chuyen-bien', false],
    ])
  })
})

describe('số liệu chính thức từ tệp', () => {
  const file = (text: string) => ({ name: 'a.csv', mediaType: 'text/csv', bytes: Buffer.from(text) })
  const HEAD = 'Đại lượng,Địa bàn,Kỳ,Giá trị,Đơn vị tính,Nguồn\n'
  const take = (text: string) =>
    perform(t.db, { actor, now: Temporal.Instant.from(LATER) }, importFigures, {
      file: file(HEAD + text),
    })
  const doing = <I, O>(what: Action<I, O>, input: unknown) =>
    perform(t.db, { actor, now: Temporal.Instant.from(LATER) }, what, input)

  test('xem trước không ghi gì, giữ tệp; ghi từ tệp đã gửi, không gửi lại; lần nữa là đã có', async () => {
    const text = 'Dân số,Tỉnh Hải Dương (cũ),2025,1.980.000,người,Niên giám thử 2025\n'
    const before = (await at((ctx) => recordedFigures(ctx.tx))).length
    expect(await doing(sendFigures, { file: file('không phải bảng') })).toMatchObject({ ok: false })
    const sent = await must(sendFigures, { file: file(HEAD + text) }, LATER)
    const looked = await at((ctx) => readSent(ctx, sent.id))
    expect(looked.ok && looked.value).toMatchObject({ name: 'a.csv', lines: [{ state: 'new' }] })
    expect((await at((ctx) => recordedFigures(ctx.tx))).length).toBe(before)
    expect(await doing(importFigures, { tep: sent.id })).toMatchObject({ ok: true, value: { added: 1 } })
    expect(await doing(importFigures, { tep: sent.id })).toMatchObject({ ok: false, code: 'series.same' })
    expect(await doing(importFigures, { tep: newId() })).toMatchObject({ ok: false, code: 'series.no-file' })
    expect(await doing(importFigures, {})).toMatchObject({ ok: false, code: 'series.no-file' })
    expect(await take(text)).toMatchObject({ ok: false, code: 'series.same' })
  })

  test('đơn vị đã kết thúc vào ngày ấy bị từ chối, cả tệp chưa ghi', async () => {
    const found = await take('Dân số,Huyện Nam Sách,31/12/2025,100.000,người,Nguồn\n')
    expect(found).toMatchObject({ ok: false, message: expect.stringContaining('đã kết thúc ngày 01/07/2025') })
  })

  test('hai nguồn khác nhau giữ cạnh nhau; cán bộ chọn số được dùng, nêu lý do', async () => {
    expect(await take('Dân số,Tỉnh Hải Dương (cũ),2025,2.200.000,người,Nguồn khác\n')).toMatchObject({
      ok: true,
      value: { conflicts: 1 },
    })
    const all = (await at((ctx) => recordedFigures(ctx.tx))).filter(
      (f) => f.asOf === '2025-12-31' && f.quantity === 'population',
    )
    expect(all).toHaveLength(2)
    const other = all.find((f) => f.source === 'Nguồn khác')
    const chosen = await perform(t.db, { actor, now: Temporal.Instant.from(LATER) }, chooseFigure, {
      figure: other?.kept?.id,
      reason: 'theo điều tra mới',
    })
    expect(chosen).toMatchObject({ ok: true })
    const share = await value([graduates], asked('II.1.1b', '2026-06-30'))
    expect(share.parts[1]).toMatchObject({ low: 2_200_000, source: 'Nguồn khác' })
    expect(share.notes.join(' ')).toContain('được chọn: theo điều tra mới')
    expect(share.notes.join(' ')).toContain('1.980.000')
  })

  test('nguồn tự sửa: số cũ còn khi hỏi theo lúc trước', async () => {
    expect(await take('Dân số,Tỉnh Hải Dương (cũ),2025,2.210.000,người,Nguồn khác\n')).toMatchObject({
      ok: true,
      value: { corrected: 1 },
    })
    expect(
      (await value([graduates], asked('II.1.1b', '2026-06-30', { known: day('2026-11-22') }))).parts[1]?.low,
    ).not.toBe(2_210_000)
  })
})

describe('ô nhỏ', () => {
  test('người không có quyền không thấy dòng dưới 5 người, và không tính ra được', async () => {
    const units = await at((ctx) => unitsOn(ctx.tx, day('2026-01-01')))
    const [a, b, c] = units.filter((u) => u.kind === 'commune').map((u) => u.id)
    const one = (place: string | undefined, low: number) => ({
      low,
      keys: { place: place ?? '' },
      is: { 'doi-tuong': 'cong-chuc', 'cap-co-quan': 'xa', 'trinh-do': '6' },
    })
    const small = givenMeasure({ code: 'nguoi.dem' }, [one(a, 3), one(b, 20), one(c, 50)])
    const question = asked('II.1.8a', '2026-01-01', { by: 'place' })
    const leader = { ...systemActor(), kind: 'account' as const, scope: [] as string[] }
    const read = await at((ctx) => readValue({ ...ctx, actor: leader }, [small], question))
    expect(read.ok && read.value.rows.map((r) => [r.hidden, r.parts.length])).toEqual(
      expect.arrayContaining([
        [true, 0],
        [true, 0],
        [false, 2],
      ]),
    )
    expect((await value([small], question)).rows.every((r) => !r.hidden)).toBe(true)
  })
})

describe('theo những gì đã biết', () => {
  test('số ghi sau không đổi câu trả lời của ngày trước', async () => {
    const figure = (v: number) => ({
      code: 'II.1.5',
      asOf: '2024-12-31',
      value: v,
      source: 'Báo cáo',
      estimate: false,
      status: 'seen',
      note: '',
    })
    await must(recordValue, figure(33), '2025-01-10T03:00:00Z')
    await must(recordValue, figure(35), '2025-03-10T03:00:00Z')
    expect(await value([], asked('II.1.5', '2025-02-01'))).toMatchObject({ state: 'value', low: 35 })
    expect(await value([], asked('II.1.5', '2025-02-01', { known: day('2025-02-01') }))).toMatchObject({ low: 33 })
    expect(await value([], asked('II.1.5', '2025-02-01', { known: day('2025-01-09') }))).toMatchObject({
      state: 'no-source',
    })
  })
})

describe('theo đơn vị của một ngày', () => {
  test('bảng chia theo địa bàn: cộng lại bằng số chung ở mọi ngày, «như đã ghi» giữ nguyên', async () => {
    const old = await at((ctx) => findUnitByCode(ctx.tx, 'H23.10507', day('2024-06-01')))
    const measure = givenMeasure({ code: 'nguoi.dem' }, [
      {
        low: 8,
        keys: { place: old?.id ?? '' },
        is: { 'doi-tuong': 'cong-chuc', 'cap-co-quan': 'xa', 'trinh-do': '6' },
      },
      {
        low: 2,
        keys: { place: old?.id ?? '' },
        is: { 'doi-tuong': 'cong-chuc', 'cap-co-quan': 'xa', 'trinh-do': '5' },
      },
    ])
    const of = (hierarchy: ValueAsked['hierarchy']) =>
      value([measure], asked('II.1.8a', '2024-06-01', { by: 'place', hierarchy }))
    const before = await of('reported')
    expect(before.rows).toHaveLength(1)
    expect(before.rows[0]).toMatchObject({ label: old?.name, low: 80, high: 80, basis: 'reported' })
    const after = await of(day('2025-07-01'))
    expect(after.low).toBe(80)
    expect(after.rows.reduce((sum, r) => sum + (r.parts[1]?.high ?? 0), 0)).toBeGreaterThanOrEqual(10)
    expect(after.rows.every((r) => r.code !== old?.code)).toBe(true)
  })
})

describe('ghi «không còn đối tượng» khi thực hiện biến động tổ chức', () => {
  const act = 'Nghị quyết số 12/NQ-HĐND'
  const end = async (code: string) => {
    const d = (await at((ctx) => definitions(ctx.tx))).find((x) => x.code === code)
    const on = day('2026-11-23')
    const move = { item: `indicators.definition:${d?.id}`, from: newId(), to: null, on, since: day('2026-10-01'), act }
    await at((ctx) => handCustodyOver(ctx, [move]))
  }

  test('giá trị từ ngày của sự kiện không còn đối tượng, kèm văn bản; ngày trước vẫn có số', async () => {
    const before = await value([people], asked('II.1.2', '2026-09-30'))
    await end('II.1.2')
    const after = await value([people], asked('II.1.2', '2026-10-01'))
    expect(after).toMatchObject({ state: 'no-subject', low: null, high: null })
    expect(after.why).toBe(`Không còn đối tượng từ ngày 01/10/2026: ${act}.`)
    expect(await value([people], asked('II.1.2', '2026-09-30'))).toMatchObject({ state: 'value', low: before.low })
    const asKnown = asked('II.1.2', '2026-10-01', { known: day('2026-11-22') })
    expect(await value([people], asKnown)).toMatchObject({ state: 'value' })
    const [all] = (await at((ctx) => readAll(ctx, [people], { asOf: day('2026-11-23'), known: null }))).filter(
      (r) => r.definition.code === 'II.1.2',
    )
    expect(all?.state).toBe('no-subject')
  })

  test('ghi hai lần không thêm phiên bản; cơ quan cung cấp cũ còn trong lịch sử', async () => {
    const count = async () => (await at((ctx) => formulas(ctx.tx))).length
    const was = await count()
    await end('II.1.2')
    expect(await count()).toBe(was)
  })

  test('chỉ tiêu chưa có cách tính: ngày trước vẫn là chưa có nguồn, không thành không còn đối tượng', () => {
    const gone = { valid: { from: day('2026-10-01'), to: null }, expr: null, ended: 'hết', supersededAt: null }
    const version = { ...gone, recordedAt: Temporal.Instant.from(ADOPTED) } as unknown as FormulaVersion
    expect(formulaOn([version], day('2026-09-30'), null)).toEqual({ formula: null, early: false })
    expect(formulaOn([version], day('2026-10-01'), null).formula).toBe(version)
  })

  test('mục tiêu định tính: nêu ngày và văn bản, không nhận nhận định của ngày sau', async () => {
    const plan = (await at((ctx) => definitions(ctx.tx)))[0]?.planId ?? ''
    await at((ctx) => keepCustody(ctx, { planId: plan, code: 'II.1.4' }, { goneFrom: day('2026-10-01'), act }))
    const [goal] = await at((ctx) => judgedGoals(ctx.tx))
    expect(goal?.gone).toEqual({ from: '2026-10-01', act })
    const said = { code: 'II.1.4', asOf: '02/10/2026', verdict: 'dat', text: 'Có', source: 'Báo cáo' }
    const judged = await perform(t.db, { actor, now: Temporal.Instant.from(LATER) }, judgeGoal, said)
    expect(judged).toMatchObject({ ok: false, fields: { asOf: expect.stringContaining('không còn đối tượng') } })
  })
})
