/** Dòng nào được nhận cùng một lần bấm. */
import { expect, test } from 'vitest'
import { surelyOnes } from './likely.ts'

const row = (name: string, candidates: { id: string; likely?: boolean }[], decided: string | null = null) => ({
  name,
  decided,
  candidates,
})

test.each([
  ['một người rất có thể', [row('a', [{ id: '1', likely: true }, { id: '2' }])], ['a 1']],
  ['chỉ có thể', [row('a', [{ id: '1', likely: false }])], []],
  [
    'hai người đều rất có thể',
    [
      row('a', [
        { id: '1', likely: true },
        { id: '2', likely: true },
      ]),
    ],
    [],
  ],
  ['đã quyết định', [row('a', [{ id: '1', likely: true }], 'new')], []],
  ['hai dòng cùng một người', [row('a', [{ id: '1', likely: true }]), row('b', [{ id: '1', likely: true }])], []],
])('%s', (_, rows, expected) => {
  expect(surelyOnes(rows).map(([r, person]) => `${r.name} ${person}`)).toEqual(expected)
})
