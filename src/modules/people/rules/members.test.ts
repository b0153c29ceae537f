import fc from 'fast-check'
import { expect, it } from 'vitest'
import { membersOf, numberOf } from './members.ts'

const has = (bits: Uint8Array, n: number): boolean => (((bits[n >> 3] ?? 0) >> (n & 7)) & 1) === 1

it('số của mã hồ sơ; mã dạng khác thì không có số', () => {
  expect([
    numberOf('TT-0000123'),
    numberOf('TT-8000000'),
    numberOf('TT-8000001'),
    numberOf('XX-1'),
    numberOf('TT-'),
  ]).toEqual([123, 8_000_000, null, null, null])
})

it('tập giữ đúng những số đã cho, không thêm không bớt', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(2000), { minLength: 1 }), (numbers) => {
      const bits = membersOf(numbers)
      const kept = Array.from({ length: 2100 }, (_, n) => n).filter((n) => has(bits, n))
      expect(kept).toEqual([...numbers].sort((a, b) => a - b))
    }),
  )
})
