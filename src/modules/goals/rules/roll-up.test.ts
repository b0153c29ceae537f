import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Part, ReadingRow } from '../../indicators/public.ts'
import { rateOf, rollUp } from './roll-up.ts'

const part = (n: number): Part => ({
  label: '',
  low: n,
  high: n,
  unit: 'người',
  source: '',
  dataOf: day('2026-01-01'),
  href: null,
})
const row = (key: string, top: number, bottom: number | null): ReadingRow => {
  const value = bottom === null ? top : bottom === 0 ? null : (top / bottom) * 100
  return {
    key,
    code: key,
    label: key,
    state: value === null ? 'undefined' : 'value',
    low: value,
    high: value,
    parts: bottom === null ? [part(top)] : [part(top), part(bottom)],
    basis: 'reported',
    hidden: false,
  }
}
const above = (key: string): string => key.slice(0, 1)

describe('cộng dồn địa bàn', () => {
  test('số người thì cộng', () =>
    expect(rollUp([row('a1', 3, null), row('a2', 4, null), row('b1', 5, null)], above, null)).toEqual([
      { key: 'a', low: 7, high: 7, hidden: false },
      { key: 'b', low: 5, high: 5, hidden: false },
    ]))
  test('tỷ lệ thì tính lại từ tử số và mẫu số, không lấy bình quân', () =>
    expect(rollUp([row('a1', 1, 1), row('a2', 0, 99)], above, { per: 100 })).toEqual([
      { key: 'a', low: 1, high: 1, hidden: false },
    ]))
  test('nơi không có ai ở mẫu số không làm hỏng tỷ lệ của nơi khác', () =>
    expect(rollUp([row('a1', 1, 2), row('a2', 0, 0)], above, { per: 100 })).toEqual([
      { key: 'a', low: 50, high: 50, hidden: false },
    ]))

  describe('một địa bàn chưa biết hoặc bị ẩn thì cả nơi trên không có số, không cộng thiếu', () => {
    const hidden = (key: string): ReadingRow => ({
      ...row(key, 0, null),
      low: null,
      high: null,
      parts: [],
      hidden: true,
    })
    test.each([
      ['số người', row('a1', 40, null), null],
      ['tỷ lệ', row('a1', 40, 50), { per: 100 }],
    ] as const)('%s', (_, shown, rate) => {
      expect(rollUp([shown, hidden('a2')], above, rate)).toEqual([{ key: 'a', low: null, high: null, hidden: true }])
      const unknown = { ...hidden('a2'), hidden: false }
      expect(rollUp([shown, unknown], above, rate)).toEqual([{ key: 'a', low: null, high: null, hidden: false }])
    })
  })

  test('tổng của mọi địa bàn trên bằng tổng của mọi địa bàn dưới; tỷ lệ chung không đổi', () => {
    const places = fc.array(
      fc.record({ key: fc.stringMatching(/^[abc][0-9]{1,3}$/), top: fc.nat(500), more: fc.nat(500) }),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(places, (list) => {
        const total = list.reduce((n, p) => n + p.top, 0)
        const amounts = rollUp(
          list.map((p) => row(p.key, p.top, null)),
          above,
          null,
        )
        expect(amounts.reduce((n, p) => n + (p.low ?? 0), 0)).toBe(total)
        const whole = list.reduce((n, p) => n + p.top + p.more, 0)
        const one = rollUp(
          list.map((p) => row(p.key, p.top, p.top + p.more)),
          () => 'x',
          { per: 100 },
        )
        expect(one[0]?.low ?? 0).toBeCloseTo(whole === 0 ? 0 : (total / whole) * 100, 6)
      }),
    )
  })
  test.each([
    [12, [part(3), part(25)], { per: 100 }],
    [19, [part(3800), part(2_000_000)], { per: 10_000 }],
    [7, [part(7)], null],
    [null, [part(0), part(5)], null],
  ] as const)('hệ số của tỷ lệ %s', (value, parts, expected) => expect(rateOf(value, parts)).toEqual(expected))
})
