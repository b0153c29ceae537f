/** Cách ghi của các cơ quan thành mã; cách ghi không nhận ra không bao giờ thành mã mới. */
import { expect, it } from 'vitest'
import { codebookOf, codeOf, readLevel } from './codes.ts'

const LEVELS = codebookOf('trinh-do', [
  { code: '4', label: 'Trung cấp', aliases: [] },
  { code: '5', label: 'Cao đẳng', aliases: [] },
  { code: '6', label: 'Đại học', aliases: [] },
  { code: '7', label: 'Thạc sĩ', aliases: [] },
  { code: '8', label: 'Tiến sĩ', aliases: [] },
  { code: 'CKII', label: 'Chuyên khoa cấp II', aliases: [] },
])
const THEORY = codebookOf('ly-luan-chinh-tri', [
  { code: 'SC', label: 'Sơ cấp', aliases: [] },
  { code: 'TC', label: 'Trung cấp', aliases: [] },
  { code: 'CC', label: 'Cao cấp', aliases: [] },
])

it.each([
  ['Đại học', '6'],
  ['ĐH', '6'],
  ['đh.', '6'],
  ['dai hoc', '6'],
  ['Cử nhân', '6'],
  ['Thạc sỹ', '7'],
  ['Th.S', '7'],
  ['TS', '8'],
  ['Tiến sỹ', '8'],
  ['CĐSP', '5'],
  ['Trung cấp chuyên nghiệp', '4'],
  ['BSCKII', 'CKII'],
  ['BS CK2', 'CKII'],
  ['6', '6'],
])('trình độ "%s"', (text, code) => expect(codeOf(LEVELS, text)).toBe(code))

it.each(['Đại hoc ngoại', 'Trên đại học', 'abc', '', 'Sở'])('"%s" chờ ghép tay', (text) =>
  expect(codeOf(LEVELS, text)).toBeNull())

it.each([
  ['Thạc sĩ Luật', { code: '7', major: 'Luật', degree: 'ThS' }],
  ['ĐH Sư phạm Toán', { code: '6', major: 'Sư phạm Toán' }],
  ['CN Luật', { code: '6', major: 'Luật', degree: 'CN' }],
  ['Kỹ sư xây dựng', { code: '6', major: 'xây dựng', degree: 'KS' }],
  ['Đại học chính quy', { code: '6', major: null, form: 'Chính quy' }],
  ['Đại học (Kế toán)', { code: '6', major: 'Kế toán' }],
  ['Thạc sĩ, ngành Quản lý giáo dục', { code: '7', major: 'Quản lý giáo dục' }],
  ['ĐH Luật - Vừa làm vừa học', { code: '6', major: 'Luật', form: 'Vừa làm vừa học' }],
])('trình độ kèm chuyên ngành "%s"', (text, wanted) => expect(readLevel(LEVELS, text)).toMatchObject(wanted))

it('cùng chữ, danh mục khác, nghĩa khác', () => {
  expect(codeOf(THEORY, 'TC')).toBe('TC')
  expect(codeOf(LEVELS, 'TC')).toBe('4')
  expect(codeOf(THEORY, 'Cao cấp LLCT')).toBe('CC')
})
