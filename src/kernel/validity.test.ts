/** Hiệu lực: half-open periods, as the law counts days. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, type Day, day } from './day.ts'
import { heldAt, holdsOn, intersect, overlaps, showValidity, type Validity, yearPeriod } from './validity.ts'

const anyDay = fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2024-06-01'), n))
const anyPeriod: fc.Arbitrary<Validity> = fc
  .tuple(anyDay, fc.option(fc.integer({ min: 1, max: 300 })))
  .map(([from, length]) => ({ from, to: length === null ? null : addDays(from, length) }))
const period = (from: string, to: string | null): Validity => ({ from: day(from), to: to === null ? null : day(to) })

describe('Khoảng hiệu lực', () => {
  const old = period('2024-01-01', '2025-07-01')
  test.each([
    ['ngày đầu', '2024-01-01', true],
    ['ngày cuối', '2025-06-30', true],
    ['ngày thay thế', '2025-07-01', false],
    ['trước ngày đầu', '2023-12-31', false],
  ])('%s', (_, d, expected) => expect(holdsOn(old, day(d))).toBe(expected))

  it('khoảng sau bắt đầu đúng ngày khoảng trước hết thì không chồng nhau', () => {
    expect(overlaps(old, period('2025-07-01', null))).toBe(false)
    expect(overlaps(old, period('2025-06-30', null))).toBe(true)
    expect(intersect(old, period('2025-07-01', null))).toBeNull()
  })

  it('một ngày thuộc phần chung khi và chỉ khi thuộc cả hai', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyDay, (a, b, d) => {
        const shared = intersect(a, b)
        expect(shared !== null && holdsOn(shared, d)).toBe(holdsOn(a, d) && holdsOn(b, d))
        expect(intersect(b, a)).toEqual(shared)
        expect(overlaps(a, b)).toBe(shared !== null)
        expect(intersect(a, a)).toEqual(a)
      }),
    )
  })

  it('năm dương lịch; câu hiện ra nêu ngày cuối còn hiệu lực', () => {
    expect(yearPeriod(2026)).toEqual({ from: '2026-01-01' as Day, to: '2027-01-01' as Day })
    expect(showValidity(old)).toBe('từ 01/01/2024 đến hết 30/06/2025')
    expect(showValidity(period('2025-07-01', null))).toBe('từ 01/07/2025')
  })
})

describe('Điều đã ghi, như đã biết ở một thời điểm', () => {
  const at = (hour: number) => Temporal.Instant.from('2026-11-20T00:00:00Z').add({ hours: hour })
  const kept = { recordedAt: at(1), supersededAt: at(5) }
  test.each([
    ['trước khi ghi', 0, false],
    ['đúng lúc ghi: chưa', 1, false],
    ['sau khi ghi', 2, true],
    ['đúng lúc thay: vẫn còn', 5, true],
    ['sau khi thay', 6, false],
  ])('%s', (_, hour, held) => expect(heldAt(kept, at(hour))).toBe(held))

  it('nay: chỉ điều chưa bị thay', () => {
    expect(heldAt(kept, null)).toBe(false)
    expect(heldAt({ ...kept, supersededAt: null }, null)).toBe(true)
  })

  it('mỗi lúc chỉ một bản trong một chuỗi bản nối nhau được giữ', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 8 }), fc.nat(210), (hours, asked) => {
        const order = hours.toSorted((a, b) => a - b)
        const chain = order.map((h, i) => ({
          recordedAt: at(h),
          supersededAt: i + 1 < order.length ? at(order[i + 1] ?? 0) : null,
        }))
        expect(chain.filter((v) => heldAt(v, at(asked))).length).toBe(asked > (order[0] ?? 0) ? 1 : 0)
        expect(chain.filter((v) => heldAt(v, null)).length).toBe(1)
      }),
    )
  })
})
