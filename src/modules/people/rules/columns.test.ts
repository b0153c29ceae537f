import { expect, it } from 'vitest'
import { GROUPS } from '../words/groups.ts'
import { COLUMNS, LIST_COLUMNS } from './columns.ts'

it('không cột nào mang dữ liệu nhạy cảm', () => {
  const sealed = GROUPS.filter((g) => g.tier === 'C').map((g) => g.code)
  expect(COLUMNS.filter((c) => c.tier === 'C' || (c.group !== null && sealed.includes(c.group)))).toEqual([])
})

it('khóa và tiêu đề của mỗi cột chỉ có một', () => {
  expect(new Set(COLUMNS.map((c) => c.key)).size).toBe(COLUMNS.length)
  expect(new Set(COLUMNS.map((c) => c.heading)).size).toBe(COLUMNS.length)
})

it('cột của danh sách là một phần của các cột', () => {
  expect(LIST_COLUMNS).toHaveLength(17)
  expect(LIST_COLUMNS.every((c) => COLUMNS.includes(c))).toBe(true)
})
