/** Ghi ngày nghỉ: một đợt có cả cuối tuần chỉ ghi những ngày đổi khác. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { daysMeant } from './days-off.ts'

const meant = (from: string, to: string, kind: 'nghi' | 'lam-bu') => {
  const found = daysMeant(day(from), day(to), kind)
  return found.ok ? found.value : (Object.values(found.fields ?? {})[0] ?? '')
}

describe('đợt nghỉ', () => {
  it('Tết 2026 nghỉ 14 đến 22/02: chỉ 16 và 20/02 là thêm so với luật', () => {
    expect(meant('2026-02-14', '2026-02-22', 'nghi')).toEqual(['2026-02-16', '2026-02-20'])
  })
  it('thứ Bảy làm bù', () => expect(meant('2026-08-22', '2026-08-22', 'lam-bu')).toEqual(['2026-08-22']))
  it.each([
    ['ngược', '2026-02-22', '2026-02-14', 'nghi', 'Ngày cuối không được trước ngày đầu'],
    ['quá dài', '2026-02-01', '2026-03-14', 'nghi', 'Một đợt nhiều nhất 15 ngày'],
    [
      'vốn nghỉ',
      '2026-02-14',
      '2026-02-15',
      'nghi',
      'Những ngày này vốn là cuối tuần hoặc ngày lễ theo luật, không cần ghi',
    ],
    [
      'vốn làm',
      '2026-08-24',
      '2026-08-24',
      'lam-bu',
      'Ngày làm bù phải là thứ Bảy, Chủ nhật hoặc ngày lễ; ngày này vốn là ngày làm việc',
    ],
  ] as const)('%s: nêu lý do', (_, from, to, kind, said) => expect(meant(from, to, kind)).toBe(said))
})
