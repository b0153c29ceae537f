/** Công thức nào đếm người. */
import { expect, it } from 'vitest'
import type { Expr } from './formula.ts'
import { headsOf } from './heads.ts'

const doctors: Expr = { op: 'measure', code: 'nguoi.dem', where: { nghe: ['bac-si'] } }
const population: Expr = { op: 'figure', quantity: 'population' }

it('số người, và số người trên dân số', () => {
  expect(headsOf(doctors)).toEqual({ code: 'nguoi.dem', where: { nghe: ['bac-si'] }, per: null })
  expect(headsOf({ op: 'ratio', of: [doctors, population], per: 10_000 })?.per).toBe(10_000)
})
it('tỷ lệ giữa hai nhóm người thì không', () => {
  expect(headsOf({ op: 'ratio', of: [doctors, doctors], per: 100 })).toBeNull()
  expect(headsOf({ op: 'ratio', of: [doctors, { op: 'figure', quantity: 'labour' }], per: 100 })).toBeNull()
  expect(headsOf({ op: 'reported' })).toBeNull()
})
