import { describe, expect, test } from 'vitest'
import { isUnsure, willMiss, worstFirst } from './outlook.ts'

const late = { kind: 'year', year: 2035, inTime: false } as const
const inTime = { kind: 'year', year: 2029, inTime: true } as const
const unknown = { kind: 'unknown' } as const

describe('mục tiêu nào đáng lo', () => {
  test.each([
    ['chậm so với lộ trình', { progress: 'cham', expected: inTime }, true, false],
    ['đúng hướng mà dự kiến trễ', { progress: 'dung-huong', expected: late }, true, false],
    ['đúng hướng và kịp', { progress: 'dung-huong', expected: inTime }, false, false],
    ['theo đà này không bao giờ đạt', { progress: 'rat-cham', expected: { kind: 'never' } }, true, false],
    ['đã đạt thì thôi, dù đà đang giảm', { progress: 'dat', expected: { kind: 'never' } }, false, false],
    [
      'không còn đối tượng: không đạt, không hỏng',
      { progress: 'het-doi-tuong', expected: { kind: 'never' } },
      false,
      false,
    ],
    ['chưa có nguồn số liệu', { progress: 'chua-co-nguon', expected: unknown }, false, true],
    ['chưa xác định', { progress: 'chua-xac-dinh', expected: unknown }, false, true],
  ] as const)('%s', (_name, outlook, misses, unsure) => {
    expect(willMiss(outlook)).toBe(misses)
    expect(isUnsure(outlook)).toBe(unsure)
  })
  test('xấu nhất đứng trước, ngang nhau giữ thứ tự của kế hoạch', () => {
    const list = (['dat', 'cham', 'chua-co-nguon', 'di-lui', 'cham'] as const).map((progress, i) => ({
      progress,
      expected: unknown,
      i,
    }))
    expect(worstFirst(list).map((c) => c.i)).toEqual([3, 1, 4, 0, 2])
  })
})
