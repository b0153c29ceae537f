import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Progress } from '../words.ts'
import { daysLate, dueOn, dueSoon, taskState } from './state.ts'

const progress = (more: Partial<Progress>): Progress => ({
  id: 'p',
  taskId: 't',
  unitId: 'u',
  unitName: 'Sở Y tế',
  percent: 50,
  state: 'dang-thuc-hien',
  result: '',
  reportedAt: Temporal.Instant.from('2026-06-01T03:00:00Z'),
  reporterName: 'Lan',
  acceptedAt: null,
  evidence: [],
  ...more,
})
const at = Temporal.Instant.from('2026-07-01T03:00:00Z')
const june = { kind: 'day' as const, day: day('2026-06-30') }
const assigned = { clear: true, due: june }

describe('trạng thái nhiệm vụ', () => {
  test.each([
    ['chưa có chủ trì', { clear: false, due: june }, null, '2026-07-05', 'chua-giao'],
    ['đã giao, chưa báo gì, còn hạn', assigned, null, '2026-06-30', 'da-giao'],
    ['đúng ngày hạn vẫn còn hạn, hôm sau là quá hạn', assigned, null, '2026-07-01', 'qua-han'],
    ['đang làm, còn hạn', assigned, progress({}), '2026-06-30', 'dang-thuc-hien'],
    ['đang làm nhưng quá hạn', assigned, progress({}), '2026-07-01', 'qua-han'],
    ['báo hoàn thành, chưa được xác nhận', assigned, progress({ state: 'hoan-thanh' }), '2026-07-05', 'cho-xac-nhan'],
    ['hoàn thành đúng hạn', assigned, progress({ state: 'hoan-thanh', acceptedAt: at }), '2026-07-05', 'hoan-thanh'],
    [
      'hoàn thành quá hạn',
      assigned,
      progress({ state: 'hoan-thanh', acceptedAt: at, reportedAt: at }),
      '2026-07-05',
      'hoan-thanh-muon',
    ],
    ['tạm dừng không tính quá hạn', assigned, progress({ state: 'tam-dung' }), '2026-07-05', 'tam-dung'],
    [
      'thường xuyên không bao giờ quá hạn',
      { clear: true, due: { kind: 'continuous' as const, day: null } },
      null,
      '2030-01-01',
      'da-giao',
    ],
  ])('%s', (_name, task, latest, today, expected) => {
    expect(taskState(task, latest, day(today))).toBe(expected)
  })

  test('hạn hằng năm tính theo năm đang xét', () => {
    expect(dueOn({ kind: 'yearly', day: day('2024-12-04') }, day('2026-11-23'))).toBe('2026-12-04')
  })

  test('số ngày quá hạn và sắp đến hạn', () => {
    expect(daysLate(day('2026-06-30'), day('2026-07-02'))).toBe(2)
    expect(daysLate(day('2026-06-30'), day('2026-06-30'))).toBe(0)
    expect(dueSoon(day('2026-06-30'), day('2026-06-23'))).toBe(true)
    expect(dueSoon(day('2026-06-30'), day('2026-06-22'))).toBe(false)
    expect(dueSoon(day('2026-06-30'), day('2026-07-01'))).toBe(false)
  })
})
