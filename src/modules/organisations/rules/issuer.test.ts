import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { seenUnit } from '../fixtures.ts'
import { firstProvinces, heirOn, issuerOf, placeName } from './issuer.ts'

const link = (from: string | null, to: string | null, part: 'full' | 'part' = 'full') => ({
  from,
  to,
  part,
  function: null,
})
const merged = [{ on: day('2025-07-01'), edges: [link('A', 'C'), link('B', 'C'), link('X', 'Y', 'part')] }]

describe('ai ban hành vào một ngày', () => {
  test('trước ngày sáp nhập là chính nó, từ ngày sáp nhập là đơn vị kế thừa', () => {
    expect(heirOn('A', merged, day('2025-06-30'))).toBe('A')
    expect(heirOn('A', merged, day('2025-07-01'))).toBe('C')
  })

  test('kế thừa nhiều lần; kế thừa một phần thì không đi theo', () => {
    const twice = [...merged, { on: day('2030-01-01'), edges: [link('C', 'D')] }]
    expect(heirOn('B', twice, day('2030-01-01'))).toBe('D')
    expect(heirOn('X', merged, day('2026-01-01'))).toBe('X')
  })

  test('tỉnh đầu tiên là tỉnh không kế thừa tỉnh nào', () => {
    const provinces = ['A', 'B', 'C'].map((id) => seenUnit(id, { kind: 'province' }))
    expect(firstProvinces(provinces, merged).map((p) => p.id)).toEqual(['A', 'B'])
  })

  test('nơi ghi trước ngày tháng là tên địa bàn bỏ loại', () => {
    expect(placeName({ name: 'Thành phố Đông Đô', type: 'Thành phố' })).toBe('Đông Đô')
    expect(placeName({ name: 'Sở Y tế', type: null })).toBe('Sở Y tế')
  })

  test('thiếu Sở Nội vụ thì không có cơ quan ban hành', () => {
    const province = seenUnit('A', { kind: 'province', type: 'Tỉnh', name: 'Tỉnh An Bình' })
    expect(issuerOf([province], 'A')).toBeNull()
    const home = seenUnit('N', { name: 'Sở Nội vụ', parentId: 'A' })
    expect(issuerOf([province, home], 'A')).toEqual({ committee: province, homeAffairs: home, place: 'An Bình' })
  })
})
