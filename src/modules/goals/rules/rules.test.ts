import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../../kernel/day.ts'
import type { Path } from '../words.ts'
import { checkedCascade } from './cascade.ts'
import { figureWords, findingOf } from './finding.ts'
import { checkedPath, endOf, plannedOn, yearlyMilestones } from './path.ts'
import { expectedYear, neededPace, progressOf, shareWalked } from './progress.ts'

const path = (more: Partial<Path> = {}): Path => ({
  kind: 'tuyen-tinh',
  base: { on: day('2020-12-31'), value: 65_000 },
  milestones: [],
  target: 85_000,
  byYear: 2030,
  ...more,
})
const reaches = (target: number) => (value: number) => value >= target

describe('lộ trình', () => {
  test('tuyến tính: mỗi năm một lượng bằng nhau', () => {
    expect(yearlyMilestones(path()).map((m) => Math.round(m.value))).toEqual([
      66_999, 68_998, 70_997, 73_001, 75_000, 76_999, 78_998, 81_002, 83_001, 85_000,
    ])
  })
  test('tăng trưởng kép: mỗi năm một tỷ lệ bằng nhau', () => {
    const years = yearlyMilestones(path({ kind: 'luy-ke' }))
    const growth = years.slice(1).map((m, i) => m.value / (years[i]?.value ?? 1))
    for (const g of growth) expect(g).toBeCloseTo(1.0272, 3)
  })
  test('mốc đã thống nhất: đi qua đúng từng mốc', () => {
    const p = path({
      kind: 'thoa-thuan',
      milestones: [
        { year: 2025, value: 70_000 },
        { year: 2028, value: 80_000 },
      ],
    })
    expect(plannedOn(p, endOf(2025))).toBe(70_000)
    expect(plannedOn(p, endOf(2028))).toBe(80_000)
    expect(plannedOn(p, endOf(2035))).toBe(85_000)
    expect(plannedOn(p, day('2019-01-01'))).toBe(65_000)
  })
  test.each([
    ['số liệu gốc sau năm đích', path({ byYear: 2020 }), 'goals.no-way'],
    [
      'tăng trưởng kép từ số 0',
      path({ kind: 'luy-ke', base: { on: day('2020-12-31'), value: 0 } }),
      'goals.compound-from-nothing',
    ],
    [
      'mốc ngoài lộ trình',
      path({ kind: 'thoa-thuan', milestones: [{ year: 2031, value: 1 }] }),
      'goals.milestone-year',
    ],
    [
      'hai mốc một năm',
      path({
        kind: 'thoa-thuan',
        milestones: [
          { year: 2025, value: 1 },
          { year: 2025, value: 2 },
        ],
      }),
      'goals.milestone-year',
    ],
    ['số liệu gốc của thời khác', path({ base: { on: day('0202-12-31'), value: 1 } }), 'goals.base-too-old'],
    ['thỏa thuận mà không mốc nào', path({ kind: 'thoa-thuan' }), 'goals.no-milestones'],
  ])('từ chối: %s', (_name, p, code) => expect(checkedPath(p)).toMatchObject({ ok: false, code }))

  const anyPath = fc
    .record({
      kind: fc.constantFrom('tuyen-tinh' as const, 'luy-ke' as const),
      base: fc.double({ min: 1, max: 1e6, noNaN: true }),
      target: fc.double({ min: 1, max: 1e6, noNaN: true }),
      year: fc.integer({ min: 2010, max: 2028 }),
    })
    .map(({ kind, base, target, year }): Path => path({ kind, base: { on: endOf(year), value: base }, target }))

  test('mốc nào cũng nằm giữa số liệu gốc và đích, và đi một chiều', () => {
    fc.assert(
      fc.property(anyPath, (p) => {
        const values = [p.base.value, ...yearlyMilestones(p).map((m) => m.value)]
        const up = p.target >= p.base.value
        for (const [i, v] of values.entries()) {
          if (i > 0) expect(up ? v >= (values[i - 1] ?? v) - 1e-6 : v <= (values[i - 1] ?? v) + 1e-6).toBe(true)
        }
        expect(values.at(-1)).toBeCloseTo(p.target, 6)
      }),
    )
  })
  test('đi đúng lộ trình thì đi được đúng 100%, và dự kiến đạt đúng năm đích', () => {
    fc.assert(
      fc.property(anyPath, fc.integer({ min: 200, max: 700 }), (p, days) => {
        fc.pre(Math.abs(p.target / p.base.value - 1) > 0.01)
        const on = addDays(p.base.on, days)
        fc.pre(on < endOf(p.byYear))
        const value = plannedOn(p, on)
        expect(shareWalked(p, { on, value })).toBeCloseTo(1, 4)
        const met = p.target > p.base.value ? (v: number) => v >= p.target : (v: number) => v <= p.target
        expect(progressOf(p, { on, low: value, high: value }, met)).toBe('dung-huong')
        const expected = expectedYear(p, { on, value }, met)
        expect(expected.kind === 'year' && Math.abs(expected.year - p.byYear) <= 1).toBe(true)
      }),
    )
  })
})

describe('mức tiến độ', () => {
  const at2025 = (value: number) => ({ on: endOf(2025), low: value, high: value })
  test.each([
    ['đã tới đích', at2025(85_000), 'dat'],
    ['đúng lộ trình', at2025(75_000), 'dung-huong'],
    ['đi được 60%', at2025(71_000), 'cham'],
    ['đi được 20%', at2025(67_000), 'rat-cham'],
    ['đứng yên', at2025(65_000), 'rat-cham'],
    ['lùi quá 10%', at2025(63_000), 'di-lui'],
    ['chưa có số liệu', null, 'chua-co-nguon'],
    ['khoảng giá trị cho hai kết luận', { on: endOf(2025), low: 66_000, high: 76_000 }, 'chua-xac-dinh'],
    ['khoảng giá trị cho một kết luận', { on: endOf(2025), low: 75_000, high: 76_000 }, 'dung-huong'],
    ['số liệu quá gần số gốc', { on: day('2021-02-01'), low: 65_100, high: 65_100 }, 'chua-du'],
  ] as const)('%s', (_name, now, expected) => expect(progressOf(path(), now, reaches(85_000))).toBe(expected))

  test('mục tiêu giảm: xuống chậm là chậm', () => {
    const p = path({ base: { on: endOf(2020), value: 40 }, target: 20 })
    const met = (v: number) => v <= 20
    expect(progressOf(p, at2025(30), met)).toBe('dung-huong')
    expect(progressOf(p, at2025(36), met)).toBe('rat-cham')
    expect(progressOf(p, at2025(45), met)).toBe('di-lui')
  })
  test('mục tiêu giữ nguyên mức: đứng yên là đúng hướng, rời xa là đi lùi', () => {
    const hold = path({ base: { on: endOf(2020), value: 100 }, target: 100 })
    expect(progressOf(hold, at2025(98), reaches(100))).toBe('di-lui')
    expect(expectedYear(hold, { on: endOf(2025), value: 98 }, reaches(100))).toEqual({ kind: 'never' })
    const later = path({ kind: 'thoa-thuan', milestones: [{ year: 2027, value: 65_000 }] })
    expect(progressOf(later, at2025(65_000), reaches(85_000))).toBe('dung-huong')
    expect(progressOf(later, at2025(70_000), reaches(85_000))).toBe('dung-huong')
    expect(progressOf(later, at2025(64_000), reaches(85_000))).toBe('di-lui')
  })
  test('không có lộ trình thì chỉ biết đã đạt hay chưa đủ số liệu', () => {
    expect(progressOf(null, at2025(90_000), reaches(85_000))).toBe('dat')
    expect(progressOf(null, at2025(70_000), reaches(85_000))).toBe('chua-du')
  })
})

describe('năm dự kiến đạt', () => {
  test.each([
    ['nửa đường trong năm năm', 75_000, { kind: 'year', year: 2030, inTime: true }],
    ['chậm hơn một nửa', 70_000, { kind: 'year', year: 2040, inTime: false }],
    ['nhanh gấp đôi thì đạt sớm', 84_000, { kind: 'year', year: 2026, inTime: true }],
    ['đứng yên thì không bao giờ', 65_000, { kind: 'never' }],
    ['đi lùi thì không bao giờ', 60_000, { kind: 'never' }],
    ['đã đạt', 86_000, { kind: 'reached' }],
  ] as const)('%s', (_name, value, expected) =>
    expect(expectedYear(path(), { on: endOf(2025), value }, reaches(85_000))).toEqual(expected))
  test('nhịp phải đạt mỗi năm từ nay', () => {
    expect(neededPace(path(), { on: endOf(2025), value: 70_000 })).toBeCloseTo(3000, -1)
    expect(neededPace(path(), { on: endOf(2030), value: 70_000 })).toBeNull()
  })
})

describe('giao chỉ tiêu cho cơ quan', () => {
  const a = '00000000-0000-7000-8000-00000000000a'
  const b = '00000000-0000-7000-8000-00000000000b'
  const cascade = (shares: [string, number][], more: object = {}) =>
    checkedCascade({
      unit: 'người',
      year: 2026,
      milestone: 100,
      reason: '',
      shares: shares.map(([unitId, value]) => ({ unitId, value })),
      ...more,
    })

  test('cộng đúng mốc thì nhận', () =>
    expect(
      cascade([
        [a, 60],
        [b, 40],
      ]),
    ).toMatchObject({ ok: true }))
  test('cộng sai mà nêu lý do thì nhận', () =>
    expect(cascade([[a, 60]], { reason: 'Phần còn lại thuộc doanh nghiệp' })).toMatchObject({ ok: true }))
  test.each([
    ['cộng sai không lý do', cascade([[a, 60]]), 'goals.sum'],
    [
      'mức âm',
      cascade([
        [a, -1],
        [b, 101],
      ]),
      'goals.negative-share',
    ],
    [
      'một cơ quan hai lần',
      cascade([
        [a, 50],
        [a, 50],
      ]),
      'goals.body-twice',
    ],
    ['tỷ lệ không chia phần', cascade([[a, 100]], { unit: '%' }), 'goals.rate-not-shared'],
  ])('từ chối: %s', (_name, found, code) => expect(found).toMatchObject({ ok: false, code }))

  test('cách chia nào cộng đúng mốc cũng được nhận, lệch một người thì không', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 30 }), (values) => {
        const shares = values.map((value, i) => ({ unitId: `unit-${i}`, value }))
        const sum = values.reduce((n, v) => n + v, 0)
        const given = { unit: 'người', year: 2026, shares, reason: '' }
        expect(checkedCascade({ ...given, milestone: sum }).ok).toBe(true)
        expect(checkedCascade({ ...given, milestone: sum + 1 }).ok).toBe(false)
      }),
    )
  })
})

describe('điều thấy được', () => {
  const none = { unit: '%', now: null, planned: null, expected: { kind: 'unknown' }, byYear: 2030 } as const
  test.each([
    ['không có nguồn', { progress: 'chua-co-nguon', why: 'Sở Y tế chưa cung cấp.' }, 'Chưa có nguồn số liệu'],
    ['mẫu số bằng 0', { progress: 'chua-du', why: 'Không tuyển ai trong năm 2026.' }, 'Không tuyển ai trong năm 2026'],
    ['không còn đối tượng', { progress: 'het-doi-tuong', why: 'Cấp huyện kết thúc.' }, 'Cấp huyện kết thúc'],
  ] as const)('không có con số vì %s', (_name, more, words) => expect(findingOf({ ...none, ...more })).toBe(words))

  test.each([
    ['value', 5, '5%'],
    ['undefined', null, 'Chưa xác định được'],
    ['no-source', null, 'Chưa có nguồn số liệu'],
    ['no-subject', null, 'Không còn đối tượng'],
  ] as const)('trạng thái %s đọc là', (state, value, words) =>
    expect(figureWords({ state, low: value, high: value, unit: '%' })).toBe(words))
})
