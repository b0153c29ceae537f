import { describe, expect, it } from 'vitest'
import { groupOf } from '../words/groups.ts'
import { readTyped } from './typed-entry.ts'

const known = (_: string, code: string): boolean => code !== 'la'
const education = groupOf('education')

describe('mục nhập trên biểu mẫu', () => {
  it('đọc đủ kiểu trường, bỏ ô trống', () => {
    expect(
      readTyped(education, { level: '8', major: '  Y   khoa ', graduated: '2008', school: '', from: '2008' }, known),
    ).toEqual({
      ok: true,
      value: { data: { level: '8', major: 'Y khoa', graduated: 2008 }, from: '2008', to: null },
    })
  })

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['thiếu trường phải có', {}, { level: 'Nhập trình độ' }],
    ['mã không có trong danh mục', { level: 'la' }, { level: 'Chọn một mục trong danh mục' }],
    ['năm không phải năm', { level: '6', graduated: '208' }, { graduated: 'Nhập năm, ví dụ 2008' }],
    [
      'ngày kết thúc trước ngày bắt đầu',
      { level: '6', from: '2008', to: '2007' },
      { to: 'Ngày kết thúc phải sau ngày bắt đầu' },
    ],
    [
      'ngày không có thật',
      { level: '6', from: '31/02/2008' },
      { from: 'Ngày phải là ngày có thật, ví dụ 02/09/1972, 09/1972 hoặc 1972' },
    ],
  ])('%s', (_, typed, fields) => {
    expect(readTyped(education, typed, known)).toMatchObject({ ok: false, fields })
  })
})
