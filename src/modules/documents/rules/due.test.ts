import { describe, expect, test } from 'vitest'
import { readDue, showDue } from './due.ts'

describe('thời hạn viết và đọc', () => {
  test.each([
    ['yearly', 'hằng năm'],
    ['yearly:12-05', 'trước 05/12 hằng năm'],
    ['continuous', 'thường xuyên'],
    ['2026-06-30', '30/06/2026'],
    ['2026-Q4', 'quý 4/2026'],
    ['2026-03', 'tháng 3/2026'],
    ['2026', 'năm 2026'],
    ['event', 'khi phát sinh'],
    ['per-plan', 'theo kế hoạch'],
  ])('%s ↔ %s', (normal, words) => {
    expect(showDue(normal)).toBe(words)
    expect(readDue(words)).toBe(normal)
  })
  test('khoảng thời gian', () => {
    expect(showDue('2025/2030')).toBe('năm 2025 đến năm 2030')
    expect(readDue('năm 2025 đến năm 2030')).toBe('2025/2030')
    expect(readDue('từ 2025 đến 2030')).toBe('2025/2030')
    expect(showDue('from:2025')).toBe('từ năm 2025')
    expect(readDue('từ năm 2025')).toBe('from:2025')
    expect(showDue(null)).toBe('')
  })
  test.each([
    'sớm',
    'từ nay đến khi xong',
    'đến',
    '31/02/2026',
    'quý 5/2026',
    'tháng 13/2026',
  ])('"%s" không phải thời hạn', (t) => expect(readDue(t)).toBe(false))
  test('để trống là không nêu', () => expect(readDue(' ')).toBeNull())
})
