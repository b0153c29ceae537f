import { expect, it } from 'vitest'
import { ANONYMOUS } from '../../../kernel/actor.ts'
import { day } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { type WaitingRow, type WaitingWords, waitingPage } from './waiting.ts'

const words = (title: string): WaitingWords => ({ title, details: [] })
const row = (before: WaitingWords | null): WaitingRow => ({
  id: 'm-1',
  code: 'TT-0000001',
  name: 'Nguyễn Thị Loan',
  group: 'Đào tạo',
  after: words('Đại học, Giáo dục tiểu học'),
  before,
  completeness: 98,
  on: day('2026-11-20'),
})
const seen: Seen = {
  actor: ANONYMOUS,
  now: Temporal.Instant.from('2026-11-23T03:42:00Z'),
  url: '/',
  csrf: 'x',
  refusal: null,
  typed: {},
  opens: () => true,
}
const text = (d: Drawn): string => String(typeof d === 'object' && 'body' in d ? d.body : d)
const drawn = (before: WaitingWords | null): string =>
  text(waitingPage({ rows: [row(before)], more: false, total: 1, person: null, page: 1, done: null }, seen))

it('mục chờ nêu điều nó thay; cùng nội dung thì nói là cùng nội dung, không in hai lần', () => {
  expect(drawn(null)).toContain('mục mới')
  expect(drawn(words('Cao đẳng, Mầm non'))).toContain('Cao đẳng, Mầm non')
  const same = drawn(words('Đại học, Giáo dục tiểu học'))
  expect(same).toContain('cùng nội dung')
  expect(same.split('<b>Đại học, Giáo dục tiểu học</b>')).toHaveLength(2)
})
