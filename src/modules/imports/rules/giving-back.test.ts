/** Trả lại gì trong tệp lỗi: cột nào được trả lại cho người không được mở dữ liệu nhạy cảm. */
import { describe, expect, it, test } from 'vitest'
import { givenBack, plainColumns } from './giving-back.ts'
import type { Plan, SheetPlan } from './plan.ts'

const sheet = (targets: readonly (string | null)[], taken = true): SheetPlan =>
  ({
    sheet: 'DS',
    taken,
    columns: targets.map((target, column) => ({ column, target, label: `Cột ${column}` })),
  }) as unknown as SheetPlan
const plan = (...sheets: SheetPlan[]): Plan => ({ sheets })

test.each([
  ['họ tên', 'names.fullName', true],
  ['số thứ tự', 'order', true],
  ['số định danh', 'identity.cccd', true],
  ['dân tộc', 'ethnicity.ethnicity', false],
  ['ngày vào Đảng', 'party.joined', false],
  ['ngày bắt đầu của một mục nhạy cảm', 'party.from', false],
  ['bỏ qua', null, false],
  ['không nhập cột này', 'skip', false],
  ['không được thu thập', 'never', false],
])('cột %s', (_, target, comesBack) => {
  expect(plainColumns(sheet([target])).has(0)).toBe(comesBack)
})

describe('cả tệp hay danh sách', () => {
  it('mọi cột đều đã rõ là không nhạy cảm, mọi trang đều đọc: cả tệp', () =>
    expect(givenBack(plan(sheet(['names.fullName', 'birth.birth'])), false)).toBe('whole'))
  it('có cột nhạy cảm, hoặc có trang không đọc: danh sách', () => {
    expect(givenBack(plan(sheet(['names.fullName', 'party.joined'])), false)).toBe('list')
    expect(givenBack(plan(sheet(['names.fullName']), sheet([], false)), false)).toBe('list')
  })
  it('được mở dữ liệu nhạy cảm: cả tệp', () =>
    expect(givenBack(plan(sheet(['names.fullName', 'party.joined'])), true)).toBe('whole'))
})
