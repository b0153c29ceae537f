/** Tổng bằng các phần: sums to 1e-9, whole persons exactly, nothing negative. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../kernel/result.ts'
import { reconcile, type SumRule, wholePersons } from './hierarchy.ts'

function decided<T>(d: Decision<T>): T {
  if (!d.ok) throw new Error(d.message)
  return d.value
}

/** Tỉnh = huyện = lĩnh vực; huyện 1 = hai xã. */
const RULES: readonly SumRule[] = [
  { total: 'tinh', parts: ['h1', 'h2', 'h3'] },
  { total: 'tinh', parts: ['y-te', 'giao-duc'] },
  { total: 'h1', parts: ['x1', 'x2'] },
]
const NAMES = ['tinh', 'h1', 'h2', 'h3', 'y-te', 'giao-duc', 'x1', 'x2'] as const

const numbers = fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: 8, maxLength: 8 })
const variances = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 8, maxLength: 8 })
const partsOf = (values: readonly number[], vs: readonly number[]) =>
  NAMES.map((id, i) => ({ id, value: values[i] ?? 0, variance: vs[i] ?? 0 }))

const offBy = (m: ReadonlyMap<string, number>, r: SumRule): number =>
  Math.abs((m.get(r.total) ?? 0) - r.parts.reduce((s, p) => s + (m.get(p) ?? 0), 0))

describe('Khớp tổng', () => {
  it('mọi cách chia đều cộng đúng tổng tới 1e-9, không số nào âm', () => {
    fc.assert(
      fc.property(numbers, variances, (values, vs) => {
        const m = decided(reconcile(partsOf(values, vs), RULES))
        const size = Math.max(1, ...m.values())
        for (const r of RULES) expect(offBy(m, r)).toBeLessThanOrEqual(1e-9 * size)
        for (const v of m.values()) expect(v).toBeGreaterThanOrEqual(-1e-9 * size)
      }),
      { numRuns: 500, seed: 3 },
    )
  })

  it('số đã khớp thì giữ nguyên', () => {
    const m = decided(reconcile(partsOf([10, 4, 3, 3, 6, 4, 1, 3], [1, 2, 3, 4, 5, 6, 7, 8]), RULES))
    expect([...m.values()].map((v) => Number(v.toFixed(9)))).toEqual([10, 4, 3, 3, 6, 4, 1, 3])
  })

  it('phần lệch chia theo độ không chắc: tổng 100 ± 1, hai phần 40 và 50 với phương sai 3 và 6', () => {
    const m = decided(
      reconcile(
        [
          { id: 'a', value: 100, variance: 1 },
          { id: 'b', value: 40, variance: 3 },
          { id: 'c', value: 50, variance: 6 },
        ],
        [{ total: 'a', parts: ['b', 'c'] }],
      ),
    )
    expect([m.get('a'), m.get('b'), m.get('c')].map((v) => Number(v?.toFixed(9)))).toEqual([99, 43, 56])
  })

  it('phần chưa có dự báo bị từ chối đúng tên', () => {
    expect(reconcile([{ id: 'a', value: 1, variance: 1 }], [{ total: 'a', parts: ['b'] }])).toMatchObject({
      ok: false,
      code: 'forecasting.unknown-part',
    })
  })
})

describe('Làm tròn thành người', () => {
  it('mọi tổng đúng từng người, không số nào lệch tới một người', () => {
    fc.assert(
      fc.property(numbers, variances, (values, vs) => {
        const exact = decided(reconcile(partsOf(values, vs), RULES))
        const whole = decided(wholePersons(exact, RULES))
        for (const r of RULES) expect(offBy(whole, r)).toBe(0)
        for (const [id, n] of whole) {
          expect(Number.isInteger(n) && n >= 0).toBe(true)
          expect(Math.abs(n - (exact.get(id) ?? 0))).toBeLessThan(1.0000001)
        }
      }),
      { numRuns: 500, seed: 4 },
    )
  })

  it('phần dư lớn nhất được người: 10 chia 3,4 – 3,3 – 3,3', () => {
    const exact = new Map([
      ['t', 10],
      ['a', 3.4],
      ['b', 3.3],
      ['c', 3.3],
    ])
    const whole = decided(wholePersons(exact, [{ total: 't', parts: ['a', 'b', 'c'] }]))
    expect([...whole.entries()]).toEqual([
      ['t', 10],
      ['a', 4],
      ['b', 3],
      ['c', 3],
    ])
  })

  it('ô của bảng chéo bị từ chối', () => {
    const rules = [
      { total: 't', parts: ['a', 'b'] },
      { total: 'u', parts: ['a'] },
    ]
    expect(wholePersons(new Map(), rules)).toMatchObject({ ok: false, code: 'forecasting.part-twice' })
  })
})
