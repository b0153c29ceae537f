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
import { findUnitByCode, loadRegister } from '../organisations/public.ts'
import { loadFacts } from './actions/load-facts.ts'
import { recordValue } from './actions/record-value.ts'
import { defineIndicators } from './define.ts'
import { givenMeasure, noneOn } from './fixtures.ts'
import { readAll, readValue } from './reading.ts'
import type { ValueAsked } from './rules/reading.ts'
import type { NewDefinition } from './store.ts'
import { formulas } from './views.ts'

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
