import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf, type SourcePart } from './coverage-parts.ts'

const part = (key: string | null, count: number) => ({ keys: [key], count })
const cell = (source: string, key: string | null, count: number): SourcePart => ({ ...part(key, count), source })

describe('độ phủ theo phần', () => {
  it('mức trùng khai cho cả nguồn: phần nào cũng là một khoảng, không chia đều', () => {
    const found = partsOf(
      [part('y-te', 100), part(null, 7)],
      [cell('A', 'y-te', 40), cell('A', 'luat', 60), cell('B', 'y-te', 5)],
      [
        { sourceCode: 'A', low: 50, high: 70 },
        { sourceCode: 'B', low: 0, high: 0 },
      ],
    )
    expect(found).toEqual([
      // Every one of the 40 may be of the overlap, or none: the other 60 can hold all of it.
      { keys: ['y-te'], low: 105, high: 145 },
      { keys: [null], low: 7, high: 7 },
      { keys: ['luat'], low: 0, high: 50 },
    ])
  })

  it('cách chia nào của phần trùng cũng nằm trong khoảng', () => {
    const counts = fc.array(fc.nat(30), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(counts, fc.infiniteStream(fc.nat(30)), (list, stream) => {
        const cells = list.map((n, i) => cell('A', `k${i}`, n))
        const doubled = list.map((n) => Math.min(n, stream.next().value ?? 0))
        const overlap = doubled.reduce((a, b) => a + b, 0)
        const found = partsOf([], cells, [{ sourceCode: 'A', low: overlap, high: overlap }])
        for (const [i, r] of found.entries()) {
          const truly = (list[i] ?? 0) - (doubled[i] ?? 0)
          expect(truly).toBeGreaterThanOrEqual(r.low)
          expect(truly).toBeLessThanOrEqual(r.high)
        }
      }),
    )
  })
})
