/** Hạn nộp: mỗi dòng là một câu của Kế hoạch hoặc của quyết định gia hạn, miễn, trả lại. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, type Day, day, daysBetween, startOf } from '../../../kernel/day.ts'
import { at } from '../fixtures.ts'
import { type DeadlineFacts, extend, isLate, returnDue, standing } from './deadline.ts'

const facts = (change: Partial<DeadlineFacts> = {}): DeadlineFacts => ({
  openedAt: at('2026-11-01 08:00'),
  dueBefore: day('2026-12-05'),
  extensions: [],
  released: false,
  submissions: [],
  returnedUntil: null,
  accepted: false,
  ...change,
})

test.each([
  ['cuối ngày 04/12 còn đúng hạn', '2026-12-04 23:59:59.999', false],
  ['đúng 00:00:00 ngày 05/12 là muộn', '2026-12-05 00:00:00', true],
  ['một mili giây sau 00:00 ngày 05/12 là muộn', '2026-12-05 00:00:00.001', true],
  ['trưa ngày 04/12 còn đúng hạn', '2026-12-04 12:00', false],
])('%s', (_, instant, late) => {
  expect(isLate(at(instant), day('2026-12-05'))).toBe(late)
  expect(standing(facts({ submissions: [at(instant)] }), at('2026-12-20 08:00')).late).toBe(late)
})

test('giờ quốc tế không làm lệch hạn: 04/12 17:00 giờ UTC là 00:00 ngày 05/12 giờ Việt Nam', () => {
  expect(isLate(Temporal.Instant.from('2026-12-04T16:59:59.999Z'), day('2026-12-05'))).toBe(false)
  expect(isLate(Temporal.Instant.from('2026-12-04T17:00:00Z'), day('2026-12-05'))).toBe(true)
})

const sent = at('2026-12-04 16:10')
test.each<[string, Partial<DeadlineFacts>, string, Partial<ReturnType<typeof standing>>]>([
  ['kỳ chưa mở thì chưa nộp được', { openedAt: null }, '2026-10-10 08:00', { window: 'locked', daysLeft: null }],
  ['trước giờ mở kỳ thì chưa nộp được', {}, '2026-10-31 08:00', { window: 'locked' }],
  ['còn 11 ngày', {}, '2026-11-23 10:42', { window: 'open', daysLeft: 11, daysOverdue: 0 }],
  ['ngày cuối còn 0 ngày', {}, '2026-12-04 23:59', { window: 'open', daysLeft: 0 }],
  ['ngày 05/12 quá hạn 1 ngày', {}, '2026-12-05 00:00', { window: 'late', daysLeft: null, daysOverdue: 1 }],
  ['ngày 06/12 quá hạn 2 ngày', {}, '2026-12-06 09:00', { window: 'late', daysOverdue: 2 }],
  [
    'gia hạn đến trước 12/12',
    { extensions: [{ dueBefore: day('2026-12-12') }] },
    '2026-12-06 09:00',
    { window: 'open', daysLeft: 5 },
  ],
  ['được miễn thì không nợ gì', { released: true }, '2026-12-20 09:00', { window: 'locked', daysOverdue: 0 }],
  ['đã nộp thì khóa', { submissions: [sent] }, '2026-12-06 09:00', { window: 'locked', late: false, daysOverdue: 0 }],
  ['nộp muộn ba ngày', { submissions: [at('2026-12-07 08:00')] }, '2026-12-08 09:00', { late: true, daysLate: 3 }],
  [
    'bị trả lại, còn hạn nộp lại',
    { submissions: [sent], returnedUntil: day('2026-12-12') },
    '2026-12-10 09:00',
    { window: 'open', daysLeft: 1, late: false },
  ],
  [
    'bị trả lại, quá hạn nộp lại',
    { submissions: [sent], returnedUntil: day('2026-12-12') },
    '2026-12-13 09:00',
    { window: 'late', daysOverdue: 2, late: false },
  ],
  [
    'đã duyệt thì hết việc',
    { submissions: [sent], accepted: true },
    '2027-01-10 09:00',
    { window: 'locked', daysOverdue: 0, late: false },
  ],
])('%s', (_, change, now, expected) => {
  expect(standing(facts(change), at(now))).toMatchObject(expected)
})

describe('tính chất quanh mọi mốc', () => {
  const aDay = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(day('2024-01-01'), n))
  const offset = fc.integer({ min: -400_000_000, max: 400_000_000 })
  const near = (d: Day, ms: number) => startOf(d).add({ milliseconds: ms })

  it('muộn khi và chỉ khi không sớm hơn 00:00 của ngày hạn', () => {
    fc.assert(fc.property(aDay, offset, (due, ms) => isLate(near(due, ms), due) === ms >= 0))
  })
  it('không bao giờ vừa còn hạn vừa quá hạn; còn nợ thì có đúng một trong hai', () => {
    fc.assert(
      fc.property(aDay, offset, fc.option(aDay), (due, ms, extra) => {
        const s = standing(
          facts({
            openedAt: startOf(day('2000-01-01')),
            dueBefore: due,
            extensions: extra ? [{ dueBefore: extra }] : [],
          }),
          near(due, ms),
        )
        return s.window === 'open'
          ? s.daysLeft !== null && s.daysLeft >= 0 && s.daysOverdue === 0
          : s.daysLeft === null && s.daysOverdue >= 1
      }),
    )
  })
  it('gia hạn không bao giờ rút ngắn hạn', () => {
    fc.assert(
      fc.property(aDay, fc.array(aDay), (due, days) => {
        const s = standing(
          facts({ dueBefore: due, extensions: days.map((d) => ({ dueBefore: d })) }),
          at('2026-11-23 10:00'),
        )
        return s.dueBefore >= due && days.every((d) => s.dueBefore >= d)
      }),
    )
  })
  it('số ngày còn lại giảm một mỗi ngày cho đến hết hạn', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 300 }), (due, n) => {
        const now = startOf(addDays(due, -1 - n)).add({ hours: 13 })
        const s = standing(facts({ openedAt: startOf(day('2000-01-01')), dueBefore: due }), now)
        return s.daysLeft === n && daysBetween(s.lastDay, due) === 1
      }),
    )
  })
  it('miễn, kế thừa, đã duyệt: không bao giờ quá hạn', () => {
    fc.assert(
      fc.property(aDay, offset, fc.boolean(), (due, ms, released) => {
        const s = standing(facts({ dueBefore: due, released, accepted: !released }), near(due, ms))
        return s.window === 'locked' && s.daysOverdue === 0
      }),
    )
  })
})

test('hạn nộp lại: bỏ trống thì ít nhất năm ngày trọn sau hôm nay', () => {
  expect(returnDue(null, day('2026-12-05'), 5, day('2026-11-10'))).toEqual({ ok: true, value: '2026-12-05' })
  expect(returnDue(null, day('2026-12-05'), 5, day('2026-12-06'))).toEqual({ ok: true, value: '2026-12-12' })
  expect(returnDue(day('2026-12-06'), day('2026-12-05'), 5, day('2026-12-06')).ok).toBe(false)
  expect(returnDue(day('2026-12-10'), day('2026-12-05'), 5, day('2026-12-06'))).toEqual({
    ok: true,
    value: '2026-12-10',
  })
})

test('gia hạn phải sau hạn đang áp dụng', () => {
  expect(extend(day('2026-12-05'), day('2026-12-05')).ok).toBe(false)
  expect(extend(day('2026-12-05'), day('2026-12-04')).ok).toBe(false)
  expect(extend(day('2026-12-05'), day('2026-12-15'))).toEqual({ ok: true, value: '2026-12-15' })
})
