import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type Overlap, SMALL, type Source } from '../words.ts'
import { coverageOf, type RegisterCount, type SourceCounts } from './coverage.ts'
import { goalOfGraduates, toldCoverage } from './told-coverage.ts'

const today = day('2026-11-23')
const SECTORS = ['y-te', 'giao-duc', 'kinh-te', 'cong-thuong']

const source = (code: string, population: Source['population'] = 'doanh-nghiep'): Source => ({
  id: code,
  code,
  unitId: 'u',
  population,
  title: code,
})
const counts = (code: string, list: SourceCounts['counts'], asOf = '2026-06-30'): SourceCounts => ({
  source: source(code, list.some((c) => c.area === 'llvt') ? 'llvt' : 'doanh-nghiep'),
  asOf: day(asOf),
  counts: list,
})
const person = (count: number, more: Partial<RegisterCount> = {}): RegisterCount => ({
  sector: 'y-te',
  area: 'nha-nuoc',
  category: 'vien-chuc',
  unitId: 'a',
  count,
  ...more,
})
const overlap = (sourceId: string, low: number, high: number, more: Partial<Overlap> = {}): Overlap => ({
  id: sourceId + low,
  sourceId,
  against: null,
  from: day('2026-06-30'),
  low,
  high,
  basis: 'chon-mau',
  evidence: 'mẫu',
  recordedAt: Temporal.Instant.from('2026-07-01T00:00:00Z'),
  recordedBy: 'x',
  supersededAt: null,
  ...more,
})
const cover = (register: RegisterCount[], sources: SourceCounts[], overlaps: Overlap[] = []) =>
  coverageOf({ day: today, register, sources, overlaps, sectors: SECTORS })

describe('độ phủ', () => {
  test('hồ sơ cộng số liệu thống kê, chỉ từ đại học trở lên', () => {
    const c = cover(
      [person(500)],
      [
        counts('A', [
          { area: 'fdi', sector: 'cong-thuong', degree: '6', count: 300 },
          { area: 'fdi', sector: 'cong-thuong', degree: '5', count: 900 },
          { area: 'fdi', sector: 'y-te', degree: 'CKII', count: 7 },
        ]),
      ],
    )
    expect(c).toMatchObject({
      register: 500,
      cells: 307,
      overlap: { low: 0, high: 0 },
      counted: { low: 807, high: 807 },
    })
    expect(c.emptySectors).toEqual(['giao-duc', 'kinh-te'])
  })

  test('đã nghỉ hưu, ở nước ngoài, đang học: có trong hồ sơ mà không tính', () => {
    const c = cover(
      [
        person(10),
        person(4, { category: 'huu-tri' }),
        person(3, { area: 'ngoai-nuoc' }),
        person(2, { category: 'tao-nguon' }),
      ],
      [],
    )
    expect(c).toMatchObject({ register: 10, leftOut: { retired: 4, abroad: 3, students: 2 } })
  })

  test('chưa khai mức trùng: khoảng từ không ai đến nhiều nhất có thể trong cùng khu vực', () => {
    const fdi = counts('A', [{ area: 'fdi', sector: 'cong-thuong', degree: '6', count: 300 }])
    expect(cover([person(1000), person(40, { area: 'fdi' })], [fdi])).toMatchObject({
      overlap: { low: 0, high: 40 },
      counted: { low: 1300, high: 1340 },
    })
    expect(cover([person(1000, { area: null })], [fdi]).overlap).toEqual({ low: 0, high: 300 })
  })

  test('lực lượng vũ trang không có hồ sơ: không trùng ai trừ khi khai', () => {
    const forces = counts('Q', [{ area: 'llvt', sector: 'kinh-te', degree: '6', count: 800 }])
    expect(cover([person(1000, { area: null })], [forces]).counted).toEqual({ low: 1800, high: 1800 })
  })

  test('mức trùng đã khai được trừ; khai sau thay khai trước; không quá số người của nguồn', () => {
    const fdi = counts('A', [{ area: 'fdi', sector: 'cong-thuong', degree: '6', count: 300 }])
    expect(cover([person(1000)], [fdi], [overlap('A', 50, 80)]).counted).toEqual({ low: 1220, high: 1250 })
    const later = overlap('A', 60, 60, { from: day('2026-09-30') })
    expect(cover([person(1000)], [fdi], [overlap('A', 50, 80), later]).counted).toEqual({ low: 1240, high: 1240 })
    expect(cover([person(1000)], [fdi], [overlap('A', 900, 900)]).counted).toEqual({ low: 1000, high: 1000 })
  })

  test('hai nguồn cùng khu vực có thể đếm cùng một người', () => {
    const zone = counts('A', [{ area: 'fdi', sector: 'cong-thuong', degree: '6', count: 300 }])
    const survey = counts('B', [
      { area: 'fdi', sector: 'cong-thuong', degree: '6', count: 200 },
      { area: 'tu-nhan', sector: 'kinh-te', degree: '6', count: 500 },
    ])
    expect(cover([], [zone, survey]).overlap).toEqual({ low: 0, high: 200 })
    expect(cover([], [zone, survey], [overlap('B', 200, 200, { against: 'A' })]).counted).toEqual({
      low: 800,
      high: 800,
    })
  })

  test('số liệu cũ hơn 400 ngày được báo', () => {
    const cells = [{ area: 'fdi', sector: 'y-te', degree: '6', count: 9 }]
    expect(cover([], [counts('A', cells, '2025-06-30'), counts('B', cells)]).sources.map((s) => s.old)).toEqual([
      true,
      false,
    ])
  })

  test('khoảng luôn đúng thứ tự, không dưới số có hồ sơ, không quá tổng', () => {
    const cell = fc.record({
      area: fc.constantFrom('fdi', 'tu-nhan'),
      sector: fc.constantFrom(...SECTORS),
      degree: fc.constantFrom('5', '6', '7'),
      count: fc.integer({ min: 1, max: 200 }),
    })
    fc.assert(
      fc.property(fc.array(cell), fc.array(cell), fc.nat(500), fc.nat(300), fc.nat(300), (a, b, n, low, more) => {
        const c = cover([person(n, { area: 'fdi' })], [counts('A', a), counts('B', b)], [overlap('A', low, low + more)])
        expect(c.counted.low).toBeLessThanOrEqual(c.counted.high)
        expect(c.counted.low).toBeGreaterThanOrEqual(c.register)
        expect(c.counted.high).toBeLessThanOrEqual(c.register + c.cells)
      }),
    )
  })
})

describe('độ phủ được xem', () => {
  const cell = fc.record({
    area: fc.constant('fdi'),
    sector: fc.constantFrom(...SECTORS),
    degree: fc.constantFrom('5', '6', '7', '8'),
    count: fc.integer({ min: 1, max: 40 }),
  })

  test('người ngoài Sở Nội vụ không được cho biết con số nhỏ nào', () => {
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 12 }),
        fc.array(cell, { maxLength: 12 }),
        fc.array(fc.nat(30), { maxLength: 4 }),
        (a, b, register) => {
          const sources = [counts('A', a), counts('B', b)]
          const people = register.map((n, i) => person(n, { sector: SECTORS[i] ?? null, unitId: `u${i % 2}` }))
          const told = toldCoverage(cover(people, sources), sources, SECTORS, false)
          const figures = [
            told.register,
            told.cells,
            ...told.sectors.flatMap((s) => [s.register, s.cells]),
            ...told.units.map((u) => u.count),
            ...Object.values(told.graduates),
          ]
          for (const n of figures) expect(n === null || n === 0 || n >= SMALL).toBe(true)
          if (!told.exact) for (const n of [told.counted.low, told.counted.high]) expect(n % 100).toBe(0)
        },
      ),
    )
  })

  test('Sở Nội vụ được cho biết mọi con số', () => {
    const sources = [counts('A', [{ area: 'fdi', sector: 'y-te', degree: '8', count: 2 }])]
    const told = toldCoverage(cover([person(3)], sources), sources, SECTORS, true)
    expect(told).toMatchObject({ exact: true, register: 3, cells: 2, counted: { low: 2 + 3, high: 5 } })
  })
})

test('mục tiêu để so: chỉ tiêu đếm người từ đại học trở lên', () => {
  const goal = (name: string, unit: string) => ({
    code: 'x',
    name,
    goalText: '',
    unit,
    target: 1,
    strict: false,
    byYear: null,
  })
  const wanted = goal('số người có trình độ từ đại học trở lên', 'người')
  expect(goalOfGraduates([goal('tỷ lệ từ đại học trở lên', '%'), goal('bác sĩ', 'người'), wanted])).toBe(wanted)
  expect(goalOfGraduates([])).toBeNull()
})
