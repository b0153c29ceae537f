/** Số chính thức của năm trước vào báo cáo tỉnh: as a sentence of the direction, each figure with its source cells. */
import { expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { plainText } from '../../../platform/word/official-paper.ts'
import { at, GROUPS, REGIME, wholeReport } from '../fixtures.ts'
import { provincialInput } from '../papers/fixtures.ts'
import { freeze } from './freeze.ts'

const report = (unitId: string, official: number) => {
  const whole = wholeReport()
  const cells = { ...whole.cells, 'bieu-2.tien-si': { toDate: 44, wholeYear: 45, note: '', lastYear: official } }
  return {
    unitId,
    unitCode: unitId,
    unitName: unitId,
    code: `BC-${unitId}`,
    number: 1,
    submittedAt: at('2026-12-01 08:00'),
    closing: false,
    content: { ...whole, cells },
  }
}

const frozen = (official: number) =>
  freeze({
    year: 2026,
    now: at('2026-12-14 17:00'),
    cutOff: day('2026-11-15'),
    regime: REGIME,
    groups: GROUPS,
    obligations: [],
    reports: [report('A', official), report('B', 20)],
    lastYear: {},
    estimates: new Map([
      ['A', { 'bieu-2.tien-si': 41 }],
      ['B', { 'bieu-2.tien-si': 20 }],
    ]),
    goals: [],
    tasks: [],
    reminders: new Map(),
    frame: provincialInput(),
  })

it('khác số ước thì báo cáo tỉnh nêu cả hai số, mở được tới ô nguồn', () => {
  const { input, sources } = frozen(43)
  expect(input.direction.map(plainText)).toContain(
    'Số chính thức năm 2025 khác số ước đã báo cáo, tính trên các cơ quan có đủ hai số: tiến sĩ, chuyên khoa II 63 người (đã ước 61).',
  )
  const source = sources.find((s) => s.id === '2026.bieu-2.tien-si.chinh-thuc')
  expect(source?.cells.map((c) => [c.unitCode, c.value])).toEqual([
    ['A', 43],
    ['B', 20],
  ])
})

it('đúng số ước thì không thêm câu nào, nguồn vẫn có', () => {
  const { input, sources } = frozen(41)
  expect(input.direction.some((c) => plainText(c).startsWith('Số chính thức'))).toBe(false)
  expect(sources.find((s) => s.id === '2026.bieu-2.tien-si.chinh-thuc')?.shown).toBe('61')
})
