/** Mô hình gốc, cần gạt, nhu cầu. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CohortRow } from '../../../platform/measure.ts'
import { taskFrom } from '../engine/lay-out.ts'
import { shippedAssumptions } from '../facts.ts'
import type { AssumptionBook } from './assumed.ts'
import { type BaseInput, baseModel, REST } from './base.ts'
import { type YearMoves, yearMoves } from './history.ts'
import { asUntilNow, underLevers, wrongLevers } from './levers.ts'
import { balanceClass, sectorNeeds } from './need.ts'
import type { Uncertain } from './plan-file.ts'

const meanOf = (u: Uncertain): number => (typeof u === 'number' ? u : u.mean)
const cohort = (c: Partial<CohortRow>): CohortRow => ({
  sector: 'y-te',
  degree: '6',
  sex: 'nam',
  born: 1985,
  key: null,
  count: 1,
  ...c,
})
const came = (year: number, sector: string, count: number): YearMoves =>
  yearMoves(
    year,
    [
      {
        was: false,
        is: true,
        fromSector: null,
        fromDegree: null,
        toSector: sector,
        toDegree: '6',
        sex: 'nu',
        born: year - 24,
        count,
      },
    ],
    () => false,
  )
const book: AssumptionBook = { recorded: [], shipped: shippedAssumptions(), followed: [] }
const input = (more: Partial<BaseInput>): BaseInput => ({
  start: 2026,
  years: 4,
  cohorts: [cohort({ count: 100 })],
  rest: 0,
  recent: [],
  book,
  seed: 1,
  draws: 100,
  ...more,
})

describe('mô hình gốc', () => {
  it('không mất và không thêm người nào', () => {
    const row = fc.record({
      sector: fc.constantFrom('y-te', 'giao-duc', null),
      degree: fc.constantFrom('6', '7', '8', null),
      sex: fc.constantFrom('nam', 'nu', null),
      born: fc.option(fc.integer({ min: 1950, max: 2004 })),
      key: fc.constant(null),
      count: fc.integer({ min: 1, max: 500 }),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 0, max: 10_000 }), (cohorts, rest) => {
        const { model } = baseModel(input({ cohorts, rest }))
        const all = model.cells.reduce((n, c) => n + meanOf(c.stock), 0)
        return all === cohorts.reduce((n, c) => n + c.count, 0) + rest
      }),
    )
  })
  it('sổ bộ ra sao thì mô hình cũng chạy được; người chỉ có số liệu thống kê giữ nguyên tổng', () => {
    const row: fc.Arbitrary<CohortRow> = fc.record({
      sector: fc.constantFrom('y-te', 'giao-duc', null),
      degree: fc.constantFrom('6', '7', '8', null),
      sex: fc.constantFrom('nam', 'nu', null),
      born: fc.option(fc.integer({ min: 1940, max: 2005 })),
      key: fc.constant(null),
      count: fc.integer({ min: 1, max: 500 }),
    })
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 90_000 }),
        (cohorts, rest) => {
          const { model } = baseModel(input({ cohorts, rest }))
          const run = taskFrom(model)
          if (!run.ok) throw new Error(run.message)
          return true
        },
      ),
      { numRuns: 30 },
    )
  })
  it('tuổi tính đến cuối năm gốc; người chưa rõ năm sinh, giới tính được nói rõ', () => {
    const b = baseModel(input({ cohorts: [cohort({ born: 1985 }), cohort({ born: null, sex: null, count: 3 })] }))
    expect(b.model.cells.map((c) => [c.sex, c.age, c.stock])).toEqual([
      ['nam', 41, 1],
      ['nu', 38, 3],
    ])
    expect(b.notes.join(' ')).toMatch(/3 người chưa rõ năm sinh.*3 người chưa rõ giới tính/)
  })
  it('người vào mỗi năm là bình quân các năm gần đây của từng lĩnh vực', () => {
    const recent = [came(2023, 'y-te', 30), came(2024, 'y-te', 60), came(2025, 'giao-duc', 9)]
    const { inflow } = baseModel(input({ recent })).model
    const sum = (sector: string): number =>
      inflow.filter((f) => f.sector === sector).reduce((n, f) => n + meanOf(f.perYear), 0)
    expect([sum('y-te'), sum('giao-duc')]).toEqual([30, 3])
    expect(inflow.every((f) => f.from === 2027 && f.to === 2030)).toBe(true)
  })
  it('giả định tuyển mới đã ghi thay bình quân', () => {
    const recorded = [
      {
        kind: 'tuyen-moi' as const,
        sector: 'y-te',
        value: 100,
        sd: 10,
        evidence: 'x',
        recordedAt: null,
        recordedBy: 'x',
      },
    ]
    const { inflow } = baseModel(input({ recent: [came(2025, 'y-te', 30)], book: { ...book, recorded } })).model
    expect(inflow.reduce((n, f) => n + meanOf(f.perYear), 0)).toBeCloseTo(100, 9)
  })
  it('chưa có người vào thì nói là không tuyển ai', () => {
    expect(baseModel(input({})).notes.join(' ')).toMatch(/không tuyển ai/)
  })
})

describe('cần gạt', () => {
  const base = baseModel(input({ rest: 50, recent: [came(2025, 'y-te', 30)] })).model
  it('không gạt gì thì như mô hình gốc', () => {
    expect(underLevers(base, asUntilNow(2030), REST)).toEqual(base)
  })
  it('tuyển thêm một phần mười', () => {
    const m = underLevers(base, { ...asUntilNow(2030), recruit: 10 }, REST)
    expect(m.inflow.reduce((n, f) => n + meanOf(f.perYear), 0)).toBeCloseTo(33, 9)
  })
  it('tuyển thêm vào một lĩnh vực chia đều nam, nữ', () => {
    const extra = [{ sector: 'y-te', degree: '7', perYear: 20, from: 2027, to: 2040 }]
    const m = underLevers(base, { ...asUntilNow(2030), extra }, REST)
    expect(m.inflow.slice(base.inflow.length)).toMatchObject([
      { sex: 'nam', perYear: 10, to: 2030 },
      { sex: 'nu', perYear: 10, to: 2030 },
    ])
  })
  it('điều không thể được chỉ đúng ô', () => {
    const wrong = wrongLevers(
      {
        ...asUntilNow(2060),
        recruit: -120,
        stayOn: 130,
        extra: [{ sector: 'khong-co', degree: '6', perYear: -5, from: 2030, to: 2028 }],
      },
      2026,
      ['y-te'],
    )
    expect(Object.keys(wrong).sort()).toEqual([
      'den-nam',
      'keo-dai',
      'them.0.den',
      'them.0.linh-vuc',
      'them.0.so',
      'tuyen',
    ])
  })
})

describe('nhu cầu', () => {
  const norm = {
    kind: 'dinh-muc' as const,
    sector: 'y-te',
    value: 19,
    sd: 0,
    evidence: 'Kế hoạch, II.1.2',
    recordedAt: null,
    recordedBy: 'x',
  }
  it('theo định mức trên dân số khi có dân số, không thì giữ mức hiện có', () => {
    const stock = new Map([
      ['y-te', 3000],
      ['luat', 80],
    ])
    const population = new Map([
      [2026, 2_000_000],
      [2027, 2_020_000],
    ])
    const [health, law] = sectorNeeds(stock, 2026, 1, { ...book, recorded: [norm] }, population)
    expect([...(health?.byYear.values() ?? [])]).toEqual([3800, 3838])
    expect([...(law?.byYear.values() ?? [])]).toEqual([80, 80])
    expect(sectorNeeds(stock, 2026, 1, { ...book, recorded: [norm] }, null)[0]?.byYear.get(2027)).toBe(3000)
  })
  it.each([
    [80, 100, 'thieu-nhieu'],
    [90, 100, 'thieu'],
    [98, 100, 'can-bang'],
    [110, 100, 'can-bang'],
    [111, 100, 'thua'],
    [0, 0, 'can-bang'],
  ])('%d trên %d là %s', (supply, need, what) => {
    expect(balanceClass(supply, need)).toBe(what)
  })
})
