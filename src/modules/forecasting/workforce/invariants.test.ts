/** Điều luôn đúng của mô hình: on plans made at random, not only on those thought of. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { taskFrom } from '../engine/lay-out.ts'
import { outcomeOf } from '../engine/outcome.ts'
import { outcomeOnThreads } from '../engine/threads.ts'
import { simulate } from './simulate.ts'

const share = (max: number) => fc.double({ min: 0, max, noNaN: true })
const SECTORS = ['y-te', 'giao-duc']
const DEGREES = ['dai-hoc', 'thac-si', 'tien-si']

/** Plans with everything in them. */
const plans = fc
  .record({
    stock: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 12, maxLength: 12 }),
    leave: share(0.3),
    death: share(0.05),
    retire: share(0.2),
    promote: share(0.2),
    transfer: share(0.1),
    perYear: fc.integer({ min: 0, max: 60 }),
    yield: share(1),
    timing: fc.constantFrom('start', 'mid', 'end'),
    seed: fc.integer({ min: 0, max: 1e6 }),
    noise: share(0.4),
    moves: fc.boolean(),
    ageless: fc.integer({ min: 0, max: 50 }),
  })
  .map((p) => ({
    seed: p.seed,
    draws: 12,
    start: 2025,
    years: 6,
    timing: p.timing,
    sectors: SECTORS,
    degrees: DEGREES,
    cells: [
      ...SECTORS.flatMap((sector, s) =>
        DEGREES.flatMap((degree, d) =>
          [35, 57].map((age, a) => ({
            sector,
            degree,
            sex: a === 0 ? 'nam' : 'nu',
            age,
            stock: p.stock[(s * 3 + d) * 2 + a] ?? 0,
          })),
        ),
      ),
      // Nobody knows the age of these.
      ...(p.ageless > 0 ? [{ sector: 'giao-duc', degree: 'dai-hoc', stock: p.ageless }] : []),
    ],
    rates: {
      leave: p.leave,
      death: p.death,
      retire: [{ age: [55, 70], value: p.retire }],
      promote: p.promote,
      ...(p.moves ? { transfer: [{ sector: 'y-te', to: 'giao-duc', value: p.transfer }] } : {}),
    },
    retirement: 'vn-month-schedule',
    inflow: [{ sector: 'y-te', degree: 'dai-hoc', sex: 'nam', age: 25, perYear: p.perYear, yield: p.yield }],
    shocks:
      p.noise > 0 ? { leave: { sd: p.noise, persistence: 0.5, common: 0.4 }, promote: p.noise, inflow: p.noise } : {},
  }))

type Json = { readonly [key: string]: unknown }

function taskOf(json: Json) {
  const laid = taskFrom(json)
  if (!laid.ok) throw new Error(laid.message)
  return laid.value
}

const bytesOf = (table: Float64Array) => Buffer.from(table.buffer, table.byteOffset, table.byteLength)

describe('Mô hình nhân lực', () => {
  it('không mất người, không sinh người: tồn đầu + tuyển − ra = tồn cuối; không số nào âm', async () => {
    const { flowsOf } = await import('./flows.ts')
    fc.assert(
      fc.property(plans, (json) => {
        const task = taskOf({ ...json, shocks: {} })
        const out = simulate(task.plan, null, { kind: 'deterministic' }, 0, 1)
        expect(out.heads.every((h) => h >= 0)).toBe(true)
        const total = (t: number) => {
          let sum = 0
          for (let row = t; row < out.heads.length; row += task.plan.years + 1) sum += out.heads[row] ?? 0
          return sum
        }
        for (const [k, f] of flowsOf(task.plan)
          .flows.filter((r) => r.sector === null)
          .entries())
          expect(total(k) + f.recruits - f.leavers - f.deaths - f.retirements).toBeCloseTo(total(k + 1), 7)
      }),
      { numRuns: 60 },
    )
  })

  it('nhân WebAssembly, nhân thường và mô hình chung: hai nhân giống từng byte, mô hình chung đến 1e-9', () => {
    fc.assert(
      fc.property(plans, (json) => {
        const task = taskOf(json)
        const wasm = outcomeOf(task, 0, 12, true)
        const plain = outcomeOf(task, 0, 12, false)
        expect(bytesOf(wasm.heads).equals(bytesOf(plain.heads))).toBe(true)
        const general = simulate(task.plan, null, task.way, 0, 12)
        expect(Math.max(...wasm.heads.map((h, i) => Math.abs(h - (general.heads[i] ?? 0))))).toBeLessThan(1e-9)
        expect(wasm.heads.every((h) => h >= -1e-12)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('chia các lần rút thành đoạn nào cũng ra cùng từng byte', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 11 }), fc.boolean(), (json, cut, whole) => {
        const task = taskOf({ ...json, wholePersons: whole })
        const all = outcomeOf(task, 0, 12, true)
        const parts = [outcomeOf(task, 0, cut, true), outcomeOf(task, cut, 12, true)]
        const rows = all.heads.length / 12
        for (let row = 0; row < rows; row++) {
          const joined = parts.flatMap((p) => [...p.heads.subarray(row * (p.to - p.from), (row + 1) * (p.to - p.from))])
          expect(joined).toEqual([...all.heads.subarray(row * 12, row * 12 + 12)])
        }
      }),
      { numRuns: 20 },
    )
  })

  it('1, 2, 4 luồng ra cùng từng byte', async () => {
    const cells = Array.from({ length: 40 }, (_, i) => ({ sector: `n${i % 8}`, age: 25 + i, stock: 50 + i }))
    const json = {
      start: 2025,
      years: 20,
      draws: 6000,
      cells,
      rates: { leave: 0.04 },
      retirement: { age: 62 },
      shocks: { leave: 0.3 },
    }
    const task = taskOf(json)
    const [one, two, four] = await Promise.all([1, 2, 4].map((n) => outcomeOnThreads(json, task, n, true)))
    expect(one && two && bytesOf(one.heads).equals(bytesOf(two.heads))).toBe(true)
    expect(one && four && bytesOf(one.heads).equals(bytesOf(four.heads))).toBe(true)
  }, 60_000)

  it('không có biến động thì mọi lần rút đúng bằng kết quả tất định', () => {
    fc.assert(
      fc.property(plans, (json) => {
        const task = taskOf({ ...json, shocks: {} })
        const sure = simulate(task.plan, null, { kind: 'deterministic' }, 0, 1)
        const drawn = simulate(task.plan, null, { kind: 'draws', count: 3 }, 0, 3)
        expect([...drawn.heads.filter((_, i) => i % 3 === 1)]).toEqual([...sure.heads])
      }),
      { numRuns: 20 },
    )
  })

  it('không số nào là NaN hay âm, từng người thì là số nguyên; cả khi mọi thứ bằng 0', () => {
    fc.assert(
      fc.property(plans, fc.boolean(), fc.boolean(), (json, whole, empty) => {
        const cells = empty ? json.cells.map((c) => ({ ...c, stock: 0 })) : json.cells
        const out = outcomeOf(taskOf({ ...json, cells, wholePersons: whole }), 0, 12, true)
        expect(out.heads.every((h) => Number.isFinite(h) && h >= -1e-12)).toBe(true)
        if (whole) expect(out.heads.every((h) => Number.isInteger(h))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('nhân mọi số người với c thì mọi kết quả nhân đúng c, trong từng lần rút', () => {
    fc.assert(
      fc.property(plans, fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (json, c) => {
        const times = <T extends { stock: number }>(r: T) => ({ ...r, stock: r.stock * c })
        const inflow = json.inflow.map((r) => ({ ...r, perYear: r.perYear * c }))
        const plain = outcomeOf(taskOf(json), 0, 12, true).heads
        const scaled = outcomeOf(taskOf({ ...json, cells: json.cells.map(times), inflow }), 0, 12, true).heads
        const worst = plain.map((h, i) => Math.abs((scaled[i] ?? 0) - c * h) / (c * Math.max(1, h)))
        expect(Math.max(...worst)).toBeLessThan(1e-11)
      }),
      { numRuns: 20 },
    )
  })

  it('tuyển nhiều hơn thì không năm nào, lần rút nào, có ít người hơn', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 30 }), (json, more) => {
        const inflow = json.inflow.map((r) => ({ ...r, perYear: r.perYear + more }))
        const [few, many] = [json, { ...json, inflow }].map((j) => outcomeOf(taskOf(j), 0, 12, true).heads)
        expect(few?.every((h, i) => (many?.[i] ?? 0) >= h - 1e-9)).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  it('tuyến tính theo số tuyển: gấp đôi số tuyển thì phần thêm gấp đôi, trong từng lần rút', () => {
    fc.assert(
      fc.property(plans, (json) => {
        const withIntake = (times: number) => {
          const inflow = json.inflow.map((r) => ({ ...r, perYear: r.perYear * times }))
          return outcomeOf(taskOf({ ...json, inflow }), 0, 12, true).heads
        }
        const [none, one, two] = [withIntake(0), withIntake(1), withIntake(2)]
        const worst = none.map((h, i) => Math.abs((two[i] ?? 0) - 2 * (one[i] ?? 0) + h))
        expect(Math.max(...worst)).toBeLessThan(1e-9)
      }),
      { numRuns: 20 },
    )
  })
})
