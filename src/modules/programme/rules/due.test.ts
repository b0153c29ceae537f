import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, showDay } from '../../../kernel/day.ts'
import { dueOfForm, dueOfReading, dueWords } from './due.ts'

const PLAN = day('2024-04-22')

describe('thời hạn văn bản nêu', () => {
  test.each<[string | null, string | null, string, string | null]>([
    [null, null, 'none', null],
    ['continuous', 'thường xuyên', 'continuous', null],
    ['yearly', 'hằng năm', 'yearly', null],
    ['yearly:12-05', 'Định kỳ trước ngày 05 tháng 12 hằng năm', 'yearly', '2024-12-04'],
    ['yearly:12-05', 'ngày 05 tháng 12 hằng năm', 'yearly', '2024-12-05'],
    ['2025-03-01', 'trước ngày 01/3/2025', 'day', '2025-02-28'],
    ['2025-03-01', 'đến ngày 01/3/2025', 'day', '2025-03-01'],
    ['2025-Q4', null, 'day', '2025-12-31'],
    ['2024-02', null, 'day', '2024-02-29'],
    ['2026', null, 'day', '2026-12-31'],
    ['2025/2030', null, 'day', '2030-12-31'],
    ['from:2025', null, 'none', null],
    ['event', null, 'none', null],
  ])('%s (%s) → %s %s', (read, raw, kind, on) => expect(dueOfReading(read, raw)).toEqual({ kind, day: on }))
})

describe('thời hạn khi giao', () => {
  test.each<[string, string, string, string | null]>([
    ['', '30/06/2026', 'day', '2026-06-30'],
    ['', 'Thường xuyên', 'continuous', null],
    ['', 'hằng năm', 'yearly', null],
    ['yearly', '04/12/2026', 'yearly', '2026-12-04'],
    ['yearly', '', 'yearly', null],
    ['continuous', '30/06/2026', 'continuous', null],
  ])('%s "%s" → %s', (kind, due, wanted, on) =>
    expect(dueOfForm({ kind: kind as '' | 'yearly', due }, PLAN)).toEqual({
      ok: true,
      value: { kind: wanted, day: on },
    }))

  test.each(['', '31/02/2026', 'mai', '21/04/2024'])('"%s" bị từ chối ở ô thời hạn', (due) =>
    expect(dueOfForm({ kind: 'day', due }, PLAN)).toMatchObject({ ok: false, fields: { due: expect.any(String) } }))

  test('ngày nào từ ngày kế hoạch cũng nhận và đọc lại được như đã viết', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
        const on = addDays(PLAN, n)
        const decided = dueOfForm({ kind: undefined, due: showDay(on) }, PLAN)
        expect(decided).toEqual({ ok: true, value: { kind: 'day', day: on } })
        expect(decided.ok && dueWords(decided.value)).toBe(showDay(on))
      }),
    ))
})
