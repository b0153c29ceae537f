import { expect, test } from 'vitest'
import { seenUnit } from '../fixtures.ts'
import { compareDays } from './compare-days.ts'

const told = (before: Parameters<typeof compareDays>[0], after: Parameters<typeof compareDays>[0]) =>
  compareDays(before, after).map((c) => `${c.kind} ${c.before?.name ?? '—'} → ${c.after?.name ?? '—'}`)

test('không đổi gì thì không nêu gì', () => {
  const units = [seenUnit('A'), seenUnit('B', { parentId: 'A' })]
  expect(told(units, units)).toEqual([])
})

test('kết thúc, bắt đầu, đổi tên, chuyển cấp trên; một đơn vị có thể vừa đổi tên vừa chuyển', () => {
  const before = [seenUnit('A'), seenUnit('B'), seenUnit('C', { parentId: 'A' })]
  const after = [
    seenUnit('B', { name: 'B mới' }),
    seenUnit('C', { parentId: 'B', officeName: 'UBND C' }),
    seenUnit('D'),
  ]
  expect(told(before, after)).toEqual([
    'ended A → —',
    'begun — → D',
    'renamed B → B mới',
    'renamed C → C',
    'moved C → C',
  ])
})
