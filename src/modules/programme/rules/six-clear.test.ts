import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SixFacts, sixClear } from './six-clear.ts'

const all: SixFacts = {
  person: true,
  work: 'Xây dựng cơ sở dữ liệu',
  hasDue: true,
  responsibility: true,
  product: 'Cơ sở dữ liệu',
  authority: true,
}

test.each<[string, Partial<SixFacts>, string]>([
  ['đủ cả', {}, '6 rõ: 6/6'],
  ['thiếu sản phẩm', { product: ' ' }, '6 rõ: 5/6 (thiếu sản phẩm)'],
  [
    'chưa giao',
    { person: false, hasDue: false, responsibility: false, product: '', authority: false },
    '6 rõ: 1/6 (thiếu người, thời gian, trách nhiệm, sản phẩm, thẩm quyền)',
  ],
])('%s', (_, less, words) => expect(sixClear({ ...all, ...less }).words).toBe(words))

test('số rõ và số thiếu luôn cộng thành sáu', () =>
  fc.assert(
    fc.property(
      fc.record({
        person: fc.boolean(),
        work: fc.string(),
        hasDue: fc.boolean(),
        responsibility: fc.boolean(),
        product: fc.string(),
        authority: fc.boolean(),
      }),
      (f) => {
        const { met, missing } = sixClear(f)
        expect(met + missing.length).toBe(6)
      },
    ),
  ))
