import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plannedAt, standingOf } from './standing.ts'

const course = (values: [number, number][], more: object = {}) => ({
  values: values.map(([year, value]) => ({ year, value })),
  target: 19,
  targetYear: 2030,
  conflict: false,
  direction: 'up' as const,
  met: false,
  ...more,
})

describe('mục tiêu so với lộ trình', () => {
  test.each([
    ['không có số liệu nào', course([]), 'chua-co-nguon'],
    ['một số liệu chưa thành lộ trình', course([[2022, 9]]), 'chua-du-so-lieu'],
    [
      'trên lộ trình',
      course([
        [2020, 9],
        [2025, 14],
      ]),
      'dung-lo-trinh',
    ],
    [
      'dưới lộ trình',
      course([
        [2020, 9],
        [2025, 12],
      ]),
      'cham-lo-trinh',
    ],
    [
      'đã đạt',
      course(
        [
          [2020, 9],
          [2025, 19],
        ],
        { met: true },
      ),
      'dat',
    ],
    [
      'mục tiêu giảm: cao hơn lộ trình là chậm',
      course(
        [
          [2020, 40],
          [2025, 35],
        ],
        { target: 20, direction: 'down' },
      ),
      'cham-lo-trinh',
    ],
    [
      'không có năm đích',
      course(
        [
          [2020, 9],
          [2025, 12],
        ],
        { targetYear: null },
      ),
      'chua-du-so-lieu',
    ],
  ] as const)('%s', (_name, c, expected) => expect(standingOf(c)).toBe(expected))

  test('lộ trình bắt đầu ở số liệu đầu và kết thúc ở đích', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2024 }), fc.float({ min: 0, max: 100, noNaN: true }), (year, value) => {
        expect(plannedAt({ year, value }, 50, 2030, year)).toBeCloseTo(value, 6)
        expect(plannedAt({ year, value }, 50, 2030, 2030)).toBeCloseTo(50, 6)
        expect(plannedAt({ year, value }, 50, 2030, 2045)).toBeCloseTo(50, 6)
      }),
    )
  })
})
