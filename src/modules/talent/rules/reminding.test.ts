import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../../kernel/day.ts'
import { decided, reviewed, someone, talent, worked } from '../fixtures.ts'
import { remindersOn } from './reminding.ts'

const titles = (...given: Parameters<typeof remindersOn>) => remindersOn(...given).map((r) => r.title)

describe('nhắc mốc theo dõi', () => {
  const one = someone('1', '2024-03-15')
  test('trước mốc không nhắc', () => expect(titles(one, day('2025-03-14'), null)).toEqual([]))
  test('từ ngày mốc, nêu hạn ghi đánh giá', () =>
    expect(remindersOn(one, day('2025-03-15'), null)).toEqual([
      {
        key: 'talent:1:danh-gia-1',
        code: 'NT-1',
        unitId: 'u',
        title: 'Nhân tài NT-1: đến mốc 1 năm',
        body: 'Mốc ngày 15/03/2025. Ghi đánh giá chậm nhất ngày 14/05/2025.',
      },
    ]))
  test('quá hạn thì nhắc một bậc nữa', () => {
    expect(titles(one, day('2025-05-14'), null)).toEqual(['Nhân tài NT-1: đến mốc 1 năm'])
    expect(titles(one, day('2025-05-15'), null)).toEqual(['Nhân tài NT-1: chưa đánh giá mốc 1 năm'])
  })
  test('đã đánh giá thì thôi', () =>
    expect(titles({ ...one, reviews: [reviewed(1, '2025-03-20')] }, day('2025-05-15'), null)).toEqual([]))
  test('đã rời đi, hồ sơ ghi đã mất thì không nhắc', () => {
    expect(titles(someone('1', '2024-03-15', ['2025-01-01', 'roi']), day('2025-04-01'), null)).toEqual([])
    expect(titles(one, day('2025-04-01'), '2025-03-01')).toEqual([])
  })
  test('cam kết: từ 90 ngày trước khi hết, đến ngày hết', () => {
    const bound = talent(
      '1',
      [decided('2025-09-01', { committedUntil: day('2026-06-30') })],
      [worked('2025-09-01', 'u')],
    )
    expect(titles(bound, day('2026-03-31'), null)).toEqual([])
    expect(titles(bound, day('2026-04-01'), null)).toEqual(['Nhân tài NT-1: cam kết hết ngày 30/06/2026'])
    expect(titles(bound, day('2026-06-30'), null)).toHaveLength(1)
    expect(titles(bound, day('2026-07-01'), null)).toEqual([])
  })

  test('chạy mỗi ngày: mỗi mốc không đánh giá chỉ có hai bậc', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (days) => {
        const keys = new Set(
          Array.from({ length: days }, (_, n) => remindersOn(one, addDays(day('2024-03-15'), n), null)).flatMap((l) =>
            l.map((r) => r.key),
          ),
        )
        expect(keys.size).toBeLessThanOrEqual(2)
      }),
      { numRuns: 10 },
    )
  })
})
