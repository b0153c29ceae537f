import { describe, expect, it } from 'vitest'
import { effectOf, problemsOf } from './effect.ts'

const KNOWN = [
  { code: 'education', label: 'Trình độ', goals: ['II.1.1a', 'II.1.1b'] },
  { code: 'birth', label: 'Ngày sinh', goals: ['II.1.7a'] },
  { code: 'reach', label: 'Điện thoại', goals: [] },
  { code: 'sex', label: 'Giới tính', goals: [] },
]

describe('ảnh hưởng tới mục tiêu', () => {
  it.each<[string, number, string[], string[] | null, number]>([
    ['mỗi hồ sơ, mỗi mục tiêu một điểm', 100, ['a', 'b'], null, 200],
    ['mục tiêu không còn trong kế hoạch không tính', 100, ['a', 'b'], ['a'], 100],
    ['không mục tiêu nào cần: một phần mười', 100, [], null, 10],
  ])('%s', (_, people, goals, standing, effect) => {
    expect(effectOf(people, goals, standing === null ? null : new Set(standing))).toBe(effect)
  })

  it('việc làm trước là việc nhiều mục tiêu nhất chờ, không phải việc nhiều hồ sơ nhất; không có thì không kể', () => {
    const counts = new Map([
      ['education', 60],
      ['birth', 100],
      ['reach', 900],
    ])
    expect(problemsOf(counts, KNOWN, null).map((p) => [p.code, p.effect])).toEqual([
      ['education', 120],
      ['birth', 100],
      ['reach', 90],
    ])
  })
})
