/** Chuỗi năm, và khi nào hồ sơ còn thiếu quá nhiều người. */
import { expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { beyondDossiers, yearlyFigures } from './yearly.ts'

const at = (on: string, value: number, high = value) => ({ on: day(on), value, high })

it('mỗi năm lấy số sau cùng; năm không có số để trống', () => {
  expect(yearlyFigures([at('2023-06-30', 5), at('2023-12-31', 6), at('2025-12-31', 8)], [], 'người')).toEqual({
    kind: 'positive',
    start: 2023,
    values: [6, null, 8],
  })
  expect(yearlyFigures([], [], '%')).toBeNull()
})

it('hồ sơ dưới bốn phần năm số chính thức thì phần thiếu tính theo tổng số, và nói ra', () => {
  const official = [at('2025-12-31', 100), at('2024-12-31', 500)]
  expect(beyondDossiers([at('2026-11-24', 79)], official, 'người')).toMatchObject({
    value: 100,
    year: 2025,
    words: expect.stringMatching(/^Hồ sơ mới cho 79, .*năm 2025 là 100: phần chưa có hồ sơ/),
  })
  expect(beyondDossiers([at('2026-11-24', 80)], official, 'người')).toBeNull()
  expect(beyondDossiers([at('2026-11-24', 60, 90)], official, 'người')).toBeNull()
  expect(beyondDossiers([at('2026-11-24', 1)], [], 'người')).toBeNull()
  expect(beyondDossiers([], official, 'người')).toBeNull()
})
