import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, day } from '../../../kernel/day.ts'
import type { OfficialFigure } from '../words.ts'
import { againstFigure, figureFor, sameTerritory } from './official-figures.ts'

const figure = (asOf: string, value: number, more: Partial<OfficialFigure> = {}): OfficialFigure => ({
  quantity: 'population',
  territory: 'Tỉnh Mẫu',
  asOf: day(asOf),
  period: '',
  value,
  estimate: false,
  status: 'seen',
  source: `nguồn ${asOf}`,
  note: '',
  ...more,
})

const LIST = [
  figure('2022-12-31', 900_000),
  figure('2023-12-31', 910_000, { status: 'unverified' }),
  figure('2024-04-01', 920_000),
  figure('2024-12-31', 1_000_000, { estimate: true }),
  figure('2024-04-01', 800_000, { territory: 'Tỉnh Khác' }),
]

const used = (on: string, list = LIST) =>
  figureFor(list, { quantity: 'population', territory: 'UBND tỉnh Mẫu', day: day(on) })?.used.value ?? null

describe('của nhiều con số, dùng con số gần nhất trước ngày văn bản', () => {
  test.each([
    ['ngay ngày của con số', '2024-04-01', 920_000],
    ['một ngày trước đó', '2024-03-31', 910_000],
    ['con số sau ngày văn bản không được dùng', '2024-12-30', 920_000],
    ['trước mọi con số', '2020-01-01', null],
  ])('%s', (_, on, value) => expect(used(on)).toBe(value))

  it('cùng một ngày: con số có trong nguồn nêu tên trước con số chưa kiểm chứng, con số chính xác trước con số làm tròn', () => {
    const sameDay = [
      figure('2024-04-01', 1, { status: 'unverified' }),
      figure('2024-04-01', 2, { estimate: true, source: 'b' }),
      figure('2024-04-01', 3, { source: 'c' }),
    ]
    expect(used('2024-05-01', sameDay)).toBe(3)
  })

  it('các con số không dùng được nêu bên cạnh, không có con số của địa bàn khác', () => {
    const found = figureFor(LIST, { quantity: 'population', territory: 'Tỉnh Mẫu', day: day('2024-04-22') })
    expect(found?.others.map((o) => o.value)).toEqual([910_000, 1_000_000, 900_000])
  })

  it('con số được dùng không bao giờ sau ngày văn bản, và không con số nào khác gần hơn', () => {
    const days = fc.integer({ min: 0, max: 2000 }).map((n) => addDays(day('2020-01-01'), n))
    fc.assert(
      fc.property(fc.array(days), days, (asOf, on) => {
        const list = asOf.map((d, i) => figure(d, i))
        const found = figureFor(list, { quantity: 'population', territory: 'Tỉnh Mẫu', day: on })
        const before = asOf.filter((d) => d <= on).sort()
        expect(found?.used.asOf ?? null).toBe(before.at(-1) ?? null)
      }),
    )
  })
})

describe('mâu thuẫn giữa các nguồn', () => {
  const a = figure('2022-11-24', 65_000, { quantity: 'university-graduates', source: 'a' })
  const b = figure('2022-12-28', 45_000, { quantity: 'university-graduates', source: 'b' })
  it('hai nguồn, gần cùng thời điểm, khác nhau rõ', () => expect(againstFigure([a, b], a)).toEqual([b]))
  it('hai năm khác nhau là thay đổi, không phải mâu thuẫn', () => {
    const merged = [
      figure('2023-12-31', 235, { quantity: 'communes' }),
      figure('2024-12-01', 207, { quantity: 'communes' }),
    ]
    for (const f of merged) expect(againstFigure(merged, f)).toEqual([])
  })
  it('cùng năm, khác nhau trong mức làm tròn thì không phải mâu thuẫn', () => {
    const near = [figure('2024-04-01', 920_000), figure('2024-12-31', 925_000, { source: 'b' })]
    expect(againstFigure(near, near[0] as OfficialFigure)).toEqual([])
  })
  it('cùng địa bàn viết nhiều cách', () => {
    expect(sameTerritory('UBND tỉnh Mẫu', 'TỈNH MẪU')).toBe(true)
    expect(sameTerritory('Ủy ban nhân dân tỉnh Mẫu', 'Tỉnh Mẫu')).toBe(true)
    expect(sameTerritory('Thành phố Mẫu', 'Tỉnh Mẫu')).toBe(false)
  })
})
