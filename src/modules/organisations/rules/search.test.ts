import { expect, test } from 'vitest'
import { seenUnit } from '../fixtures.ts'
import { findByText } from './search.ts'

const units = [
  seenUnit('Y01.1', { code: 'Y01.1', name: 'Xã Hòa Bình', officeName: 'UBND xã Hòa Bình' }),
  seenUnit('Y01.2', { code: 'Y01.2', name: 'Xã Hoa Binh', officeName: 'UBND xã Hoa Binh' }),
  seenUnit('Y01.SYT', { code: 'Y01.SYT', name: 'Sở Y tế', officeName: 'Sở Y tế' }),
]

test.each<[string, string[]]>([
  ['hoa binh', ['Y01.1', 'Y01.2']],
  ['Hoà Bình', ['Y01.1']],
  ['hòa', ['Y01.1']],
  ['SỞ Y TẾ', ['Y01.SYT']],
  ['syt', ['Y01.SYT']],
  ['Y01', ['Y01.1', 'Y01.2', 'Y01.SYT']],
  ['  ', []],
  ['không có', []],
])('tìm «%s»', (typed, codes) => expect(findByText(units, typed).map((u) => u.code)).toEqual(codes))
