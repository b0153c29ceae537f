import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { obligatedOf, participantsOf, roleOfGroup } from './participants.ts'

describe('vai trò theo nhóm cơ quan', () => {
  test.each([
    ['co-quan-chuyen-mon', 'obligated'],
    ['don-vi-su-nghiep', 'obligated'],
    ['cap-huyen', 'obligated'],
    ['cap-xa', 'obligated'],
    ['dang', 'informed'],
    ['mat-tran-doan-the', 'informed'],
    ['nganh-doc', 'informed'],
    ['uy-ban', 'informed'],
  ])('%s: %s', (group, role) => expect(roleOfGroup(group)).toBe(role))
})

describe('từ nơi nhận đến cơ quan', () => {
  const groups: Record<string, string> = {
    snv: 'co-quan-chuyen-mon',
    vp: 'co-quan-chuyen-mon',
    btc: 'dang',
    ubnd: 'uy-ban',
  }
  const line = (name: string, kind: 'group' | 'single' | 'unknown', unitIds: string[], archive = false) => ({
    line: { name, archive },
    resolved: { kind, unitIds },
  })
  const found = participantsOf(
    [
      line('Lãnh đạo VP UBND tỉnh', 'single', ['vp']),
      line('Chủ tịch, các PCT UBND tỉnh', 'single', ['ubnd']),
      line('Các ban, cơ quan thuộc Tỉnh ủy', 'group', ['btc']),
      line('Các sở, ban, ngành', 'group', ['snv', 'vp']),
      line('Thường trực HĐND tỉnh', 'unknown', []),
      line('Lưu: VT', 'single', ['snv'], true),
    ],
    (id) => groups[id] ?? '',
  )

  test('mỗi cơ quan một lần, dòng của nhóm đứng trước dòng nêu lãnh đạo', () =>
    expect(found).toEqual([
      { unitId: 'btc', role: 'informed', line: 'Các ban, cơ quan thuộc Tỉnh ủy' },
      { unitId: 'snv', role: 'obligated', line: 'Các sở, ban, ngành' },
      { unitId: 'vp', role: 'obligated', line: 'Các sở, ban, ngành' },
      { unitId: 'ubnd', role: 'informed', line: 'Chủ tịch, các PCT UBND tỉnh' },
    ]))
})

describe('cơ quan phải thực hiện trong năm', () => {
  const valid = { from: day('2026-01-01'), to: null }
  const list = [
    { unitId: 'a', role: 'obligated' as const, byDecision: false },
    { unitId: 'b', role: 'informed' as const, byDecision: false },
    { unitId: 'c', role: 'informed' as const, byDecision: true },
  ]
  test('kế thừa từ các cơ quan phải thực hiện; cơ quan được thôi theo quyết định không tính', () => {
    const asked: unknown[] = []
    const holders = obligatedOf(list, day('2024-04-22'), 2026, (start, span) => {
      asked.push(start, span)
      return ['a2', 'b', 'c'].map((unitId) => ({ unitId, valid, cameFrom: ['a'] }))
    })
    expect(asked).toEqual([[{ unitId: 'a', from: '2024-04-22' }], { from: '2026-01-01', to: '2027-01-01' }])
    expect(holders.map((h) => h.unitId)).toEqual(['a2', 'b'])
  })
})
