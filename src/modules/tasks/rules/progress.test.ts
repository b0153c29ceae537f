import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Progress } from '../words.ts'
import { acceptCompletion, reportProgress, takesPart } from './progress.ts'

const today = day('2026-11-23')
const paper = { number: '12/BC-SYT', issuedOn: day('2026-11-20'), title: '' }
const earlier = (more: Partial<Progress> = {}): Progress => ({
  id: 'p',
  taskId: 't',
  unitId: 'u',
  unitName: 'Sở Y tế',
  percent: 100,
  state: 'hoan-thanh',
  result: 'Đã ban hành',
  reportedAt: Temporal.Instant.from('2026-11-01T03:00:00Z'),
  reporterName: 'Lan',
  acceptedAt: null,
  evidence: [],
  ...more,
})

describe('báo tiến độ', () => {
  test('hoàn thành mà không có bằng chứng: nói rõ thiếu số và ngày văn bản', () => {
    const d = reportProgress({ state: 'hoan-thanh', percent: 100, result: 'Xong', evidence: null }, null, today)
    expect(d).toMatchObject({
      ok: false,
      fields: { number: expect.stringContaining('số văn bản'), issuedOn: expect.stringContaining('ngày văn bản') },
    })
  })
  test('bằng chứng đã báo lần trước vẫn tính', () => {
    const had = earlier({
      state: 'dang-thuc-hien',
      evidence: [{ id: 'e', number: '1', issuedOn: today, title: '', fileId: null, fileName: null }],
    })
    expect(reportProgress({ state: 'hoan-thanh', percent: 100, result: 'Xong', evidence: null }, had, today).ok).toBe(
      true,
    )
  })
  test('ngày văn bản sau hôm nay bị từ chối', () => {
    const d = reportProgress(
      { state: 'dang-thuc-hien', percent: 10, result: '', evidence: { ...paper, issuedOn: day('2026-11-24') } },
      null,
      today,
    )
    expect(d).toMatchObject({ ok: false, fields: { issuedOn: 'Ngày văn bản không thể sau hôm nay' } })
  })
  test('đã được xác nhận hoàn thành thì không báo thêm', () => {
    const d = reportProgress(
      { state: 'dang-thuc-hien', percent: 10, result: '', evidence: null },
      earlier({ acceptedAt: earlier().reportedAt }),
      today,
    )
    expect(d).toMatchObject({ ok: false, kind: 'conflict' })
  })
  test('xác nhận hoàn thành chỉ một lần, và chỉ khi đã báo hoàn thành', () => {
    expect(acceptCompletion(null).ok).toBe(false)
    expect(acceptCompletion(earlier({ state: 'dang-thuc-hien' })).ok).toBe(false)
    expect(acceptCompletion(earlier()).ok).toBe(true)
    expect(acceptCompletion(earlier({ acceptedAt: earlier().reportedAt })).ok).toBe(false)
  })
  test('chỉ cơ quan chủ trì hoặc phối hợp được báo', () => {
    expect(takesPart({ leadUnitId: 'a', coordinators: ['b'] }, 'a')).toBe(true)
    expect(takesPart({ leadUnitId: 'a', coordinators: ['b'] }, 'b')).toBe(true)
    expect(takesPart({ leadUnitId: 'a', coordinators: ['b'] }, 'c')).toBe(false)
  })
})
