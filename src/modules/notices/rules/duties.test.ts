import { describe, expect, test } from 'vitest'
import type { Duty } from '../words.ts'
import { countDuties, groupOf, passes, sortDuties } from './duties.ts'

const duty = (more: Partial<Duty>): Duty => ({
  key: 'k',
  title: 'Báo cáo năm 2026',
  detail: '',
  href: '/',
  due: null,
  daysLate: 0,
  daysLeft: null,
  state: { tone: 'idle', words: '' },
  returned: false,
  toDecide: false,
  waitsFor: null,
  ...more,
})

describe('việc của tôi', () => {
  test.each([
    ['quá hạn ở trên cùng', duty({ daysLate: 2 }), 'qua-han'],
    ['trả lại và quá hạn vẫn là quá hạn', duty({ daysLate: 2, returned: true }), 'qua-han'],
    ['trả lại còn hạn', duty({ returned: true, daysLeft: 30 }), 'tra-lai'],
    ['còn 7 ngày', duty({ daysLeft: 7 }), '7-ngay'],
    ['còn 8 ngày', duty({ daysLeft: 8 }), 'sau'],
    ['chờ chính mình duyệt thì không để sau', duty({ toDecide: true, daysLeft: 20 }), '7-ngay'],
    ['chờ người khác, dù quá hạn', duty({ waitsFor: 'thủ trưởng', daysLate: 3 }), 'cho'],
    ['không có hạn', duty({}), 'sau'],
  ] as const)('%s', (_name, d, expected) => expect(groupOf(d)).toBe(expected))

  test('sắp theo mức gấp', () => {
    const list = [
      duty({ key: 'xa', daysLeft: 20 }),
      duty({ key: 'muon-1', daysLate: 1 }),
      duty({ key: 'gan', daysLeft: 2 }),
      duty({ key: 'muon-5', daysLate: 5 }),
    ]
    expect(sortDuties(list).map((d) => d.key)).toEqual(['muon-5', 'muon-1', 'gan', 'xa'])
  })
  test('các số trên bộ lọc khớp danh sách', () => {
    const list = [
      duty({ daysLate: 1, returned: true }),
      duty({ daysLeft: 3 }),
      duty({ waitsFor: 'a' }),
      duty({ toDecide: true }),
    ]
    const counts = countDuties(list)
    for (const f of ['tat-ca', 'qua-han', '7-ngay', 'tra-lai', 'cho-toi-duyet', 'cho'] as const)
      expect(counts[f]).toBe(list.filter((d) => passes(d, f)).length)
    expect(counts['qua-han'] + counts['7-ngay'] + counts.cho).toBe(4)
  })
})
