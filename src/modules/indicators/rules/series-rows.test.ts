/** Dòng của tệp số liệu chính thức: what is new, the same, contradicting, corrected, and what is refused and why. */
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { OfficialFigure } from '../words.ts'
import { figureFor } from './official-figures.ts'
import { type Against, type NamedPlace, periodOf, readHeader, readLine, type SeriesColumn } from './series-rows.ts'

const population = (value: number, source: string, more: Partial<OfficialFigure> = {}): OfficialFigure => ({
  quantity: 'population',
  territory: 'Tỉnh An Bình',
  asOf: day('2024-12-31'),
  period: 'năm 2024',
  value,
  estimate: false,
  status: 'seen',
  source,
  note: '',
  ...more,
})
const placeOf = (name: string): NamedPlace =>
  name === 'Xã Cũ'
    ? { kind: 'not-then', name, from: day('2020-01-01'), to: day('2024-12-01') }
    : name === 'Xã Trùng'
      ? { kind: 'many', codes: ['Y1', 'Y2'] }
      : name === 'Tỉnh An Bình'
        ? { kind: 'unit', unitId: 'u', name }
        : { kind: 'outside' }
const against: Against = { today: day('2026-11-23'), known: [population(1_000_000, 'Niên giám 2024')], placeOf }
const CELLS = {
  quantity: 'Dân số',
  territory: 'Tỉnh An Bình',
  period: '2024',
  value: '1.000.000',
  unit: 'người',
  source: 'Niên giám 2024',
}
const line = (more: Partial<Record<SeriesColumn, string>> = {}) =>
  readLine({ row: 2, cells: { ...CELLS, ...more } }, against)

describe('kỳ của số liệu', () => {
  test.each([
    ['31/12/2024', '2024-12-31', 'ngày 31/12/2024'],
    ['2024', '2024-12-31', 'năm 2024'],
    ['bình quân năm 2023', '2023-12-31', 'bình quân năm 2023'],
    ['quý 3/2025', '2025-09-30', 'quý 3/2025'],
    ['Quý II năm 2025', '2025-06-30', 'quý 2/2025'],
    ['6 tháng đầu năm 2025', '2025-06-30', '6 tháng năm 2025'],
  ])('%s', (words, asOf, period) => expect(periodOf(words)).toEqual({ asOf, period }))
  test('không đọc được', () => expect(periodOf('hôm nọ')).toBeNull())
})

describe('từng dòng', () => {
  test('đã có, nguồn sửa lại, khác nguồn khác, mới', () => {
    expect(line()).toMatchObject({ state: 'same' })
    expect(line({ value: '1.010.000' })).toMatchObject({ state: 'correction' })
    expect(line({ value: '1.200.000', source: 'Báo cáo' })).toMatchObject({
      state: 'conflict',
      against: [{ value: 1_000_000 }],
    })
    expect(line({ value: '1.005.000', source: 'Báo cáo' })).toMatchObject({ state: 'new' })
    expect(line({ period: '2025', value: 'khoảng 1.020', unit: 'nghìn người' })).toMatchObject({
      state: 'new',
      figure: { value: 1_020_000, estimate: true, asOf: '2025-12-31', unitId: 'u' },
    })
  })
  test.each<[Partial<Record<SeriesColumn, string>>, string]>([
    [{ quantity: 'Số voi' }, 'Chưa biết đại lượng «Số voi»'],
    [{ unit: 'đồng' }, 'Đơn vị tính của dân số là người, dòng này ghi «đồng»'],
    [{ value: 'nhiều' }, 'không phải một số'],
    [{ period: '2030' }, 'chưa tới'],
    [{ source: '' }, 'chưa có nguồn'],
    [{ territory: 'Xã Cũ' }, 'Ngày 31/12/2024 không có «Xã Cũ»: đơn vị này đã kết thúc ngày 01/12/2024.'],
    [{ territory: 'Xã Trùng' }, 'Ghi mã thay cho tên: Y1, Y2.'],
    [{ published: '31/02/2025' }, 'không phải ngày có thật'],
  ])('%o bị từ chối', (more, why) => {
    const found = line(more)
    expect(found.state).toBe('refused')
    expect(found.why).toContain(why)
  })
  test('dòng đầu thiếu cột thì nêu cột thiếu', () => {
    expect(readHeader(['Đại lượng', 'Địa bàn', 'Kỳ', 'Giá trị'])).toMatchObject({
      ok: false,
      message: expect.stringContaining('thiếu cột: đơn vị tính, nguồn'),
    })
  })
})

describe('số được dùng', () => {
  const kept = (chosen: string | null) => ({
    id: 'f',
    unitId: null,
    published: null,
    recordedAt: Temporal.Instant.from('2025-01-01T00:00:00Z'),
    recordedBy: '',
    supersededAt: null,
    chosen,
  })
  test('số được chọn đứng trước số gần ngày hơn cùng năm, không đứng trước năm sau', () => {
    const early = population(1, 'a', { asOf: day('2024-04-01'), kept: kept('theo điều tra') })
    const late = population(2, 'b')
    const next = population(3, 'c', { asOf: day('2025-12-31') })
    const used = (on: string) =>
      figureFor([early, late, next], { quantity: 'population', territory: 'Tỉnh An Bình', day: day(on) })?.used.value
    expect([used('2024-12-31'), used('2025-06-01'), used('2026-01-01')]).toEqual([1, 1, 3])
  })
})
