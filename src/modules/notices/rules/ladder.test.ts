import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../../kernel/day.ts'
import { dayOfStep, STEP_ORDER, stepToSend } from './ladder.ts'

const due = day('2026-12-05')

describe('bậc nhắc hạn của báo cáo phải gửi trước ngày 05/12', () => {
  test.each([
    ['T-30', '2026-11-04'],
    ['T-7', '2026-11-27'],
    ['T-1', '2026-12-03'],
    ['T+1', '2026-12-05'],
    ['T+3', '2026-12-07'],
    ['T+7', '2026-12-11'],
  ] as const)('%s rơi vào ngày %s', (step, expected) => {
    expect(dayOfStep(step, due)).toBe(expected)
  })
  test('trước T-30 không nhắc', () => expect(stepToSend(due, day('2026-11-03'), [])).toBeNull())
  test('nhắc đúng bậc trong ngày', () => expect(stepToSend(due, day('2026-11-04'), [])).toBe('T-30'))
  test('đã nhắc bậc đó thì thôi', () => expect(stepToSend(due, day('2026-11-10'), ['T-30'])).toBeNull())
  test('lỡ nhiều bậc chỉ gửi bậc mới nhất', () => expect(stepToSend(due, day('2026-12-08'), ['T-30'])).toBe('T+3'))

  test('chạy mỗi ngày: mỗi bậc đúng một lần, theo thứ tự', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 20 }), (start) => {
        const sent: (typeof STEP_ORDER)[number][] = []
        for (let n = start; n <= 30; n++) {
          const step = stepToSend(due, addDays(due, n), sent)
          if (step) sent.push(step)
        }
        const places = sent.map((s) => STEP_ORDER.indexOf(s))
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
        expect(sent.at(-1)).toBe('T+7')
      }),
    )
  })
})
