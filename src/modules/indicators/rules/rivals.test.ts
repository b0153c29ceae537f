import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { IndicatorValue, OfficialFigure } from '../words.ts'
import type { Reading } from './reading.ts'
import { rivalsOf } from './rivals.ts'

const told = { value: 45_000, asOf: day('2022-12-28'), source: 'báo điện tử', status: 'seen' as const }
const reading = {
  definition: { code: 'II.1.1a' },
  formula: { beside: ['intellectuals'] },
  low: 25_000,
  high: 26_000,
  dataOf: day('2026-11-23'),
  sources: ['Hồ sơ trí thức'],
} as unknown as Reading

test('con số có ở cả số báo cáo và số chính thức chỉ đứng bên cạnh một lần', () => {
  const value = {
    ...told,
    code: 'II.1.1a',
    supersededAt: null,
    recordedAt: Temporal.Instant.from('2024-01-01T00:00:00Z'),
  }
  const figure = { ...told, quantity: 'intellectuals', territory: 'Tỉnh Mẫu', period: '', estimate: false, note: '' }
  const found = rivalsOf(reading, {
    values: [value as unknown as IndicatorValue],
    figures: [figure as unknown as OfficialFigure],
    territory: 'Tỉnh Mẫu',
    asOf: day('2026-11-23'),
    knownAt: null,
  })
  expect(found).toEqual([told])
})
