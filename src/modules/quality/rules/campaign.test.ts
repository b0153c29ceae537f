import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Campaign } from '../words.ts'
import { opening, stillOpen } from './campaign.ts'

const TODAY = day('2026-11-23')
const CAMPAIGN: Campaign = {
  id: 'c',
  title: 'Xác nhận hồ sơ trước 05/12',
  message: '',
  dueBefore: day('2026-12-05'),
  openedOn: TODAY,
  openedBy: 'Trần Thị Lan',
  condition: 'all',
  closedOn: null,
  version: 1,
}

describe('mở đợt xác nhận', () => {
  it.each<[string, { dueBefore: string; people: number }, string | null]>([
    ['hạn ở trước mặt, có người', { dueBefore: '2026-12-05', people: 3 }, null],
    ['hạn là hôm nay', { dueBefore: '2026-11-23', people: 3 }, 'campaign.due'],
    ['không ai đúng điều kiện', { dueBefore: '2026-12-05', people: 0 }, 'campaign.nobody'],
  ])('%s', (_, given, code) => {
    const d = opening({ dueBefore: day(given.dueBefore), today: TODAY, people: given.people })
    expect(d.ok ? null : d.code).toBe(code)
  })

  it('đợt đã đóng thì không xác nhận, không đóng lần nữa', () => {
    expect(stillOpen(CAMPAIGN).ok).toBe(true)
    expect(stillOpen({ ...CAMPAIGN, closedOn: TODAY })).toMatchObject({ ok: false, code: 'campaign.closed' })
  })
})
