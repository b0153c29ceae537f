import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { anEdge, anEvent, aUnit, inventedProvince } from '../fixtures.ts'
import { checkRegister } from './check-register.ts'
import { checkEvents, type KnownUnits } from './event-check.ts'
import type { EventFact } from './register-facts.ts'

const from = day('2024-01-01')
const register: KnownUnits = new Map([
  ['Y01', { kind: 'province', parent: null, from, to: null }],
  ['Y01.A', { kind: 'body', parent: 'Y01', from, to: null }],
  ['Y01.B', { kind: 'body', parent: 'Y01', from, to: null }],
  ['Y01.A1', { kind: 'body', parent: 'Y01.A', from, to: null }],
  ['Y01.Z', { kind: 'body', parent: 'Y01', from, to: day('2024-06-01') }],
])

const found = (more: Partial<EventFact>) =>
  checkEvents([anEvent('2025-02-20', more)], register).map((i) => `${i.level} ${i.code} ${i.unit}`)

const move = { unit: 'Y01.A1', parent: 'Y01.B' }
const good: Partial<EventFact> = {
  ends: ['Y01.A'],
  moves: [move],
  edges: [anEdge('Y01.A', 'Y01.B'), anEdge('Y01.B', 'Y01.B')],
}

describe('kiểm tra sự kiện tổ chức', () => {
  test('sự kiện đủ thì không có vấn đề nào', () => expect(found(good)).toEqual([]))

  test.each<[string, Partial<EventFact>, string[]]>([
    [
      'đơn vị không có trong sổ bộ',
      { ...good, ends: ['Y01.A', 'Y01.K'] },
      ['error unit.unknown Y01.K', 'error end.no-successor Y01.K'],
    ],
    [
      'đơn vị đã kết thúc từ trước',
      { ends: ['Y01.Z'], edges: [anEdge('Y01.Z', 'Y01.B')] },
      ['error unit.not-valid Y01.Z', 'error unit.not-valid Y01.Z'],
    ],
    ['kết thúc mà không nêu nơi kế thừa', { ends: ['Y01.B'] }, ['error end.no-successor Y01.B']],
    [
      'nơi kế thừa chưa xác định: sự kiện mới không được ghi như vậy',
      { ends: ['Y01.B'], edges: [anEdge('Y01.B', null)] },
      ['error end.successor-unknown Y01.B'],
    ],
    [
      'kết thúc hẳn, nói rõ không có nơi kế thừa, chỉ là lưu ý',
      { kind: 'dissolve', ends: ['Y01.B'], edges: [anEdge('Y01.B', null, { note: 'theo văn bản' })] },
      ['warning end.successor-unknown Y01.B'],
    ],
    ['không thay đổi gì', {}, ['error event.empty ']],
    [
      'chuyển chức năng mà không nêu chức năng',
      { kind: 'transfer', edges: [anEdge('Y01.A', 'Y01.A'), anEdge('Y01.A', 'Y01.B', { part: 'part' })] },
      ['error edge.function Y01.A'],
    ],
    ['đổi cấp mà không nêu tên, loại mới', { kind: 'level', moves: [move] }, ['error level.nothing ']],
    [
      'chưa có nơi kế thừa mà ghi chắc chắn',
      { ends: ['Y01.B'], edges: [anEdge('Y01.B', null, { basis: 'seen' })] },
      ['error edge.basis Y01.B', 'error end.successor-unknown Y01.B'],
    ],
    ['cấp dưới mồ côi', { ends: ['Y01.A'], edges: [anEdge('Y01.A', 'Y01.B')] }, ['error unit.orphan Y01.A1']],
    [
      'đơn vị mới trùng mã đang dùng',
      { ...good, units: [aUnit('Y01.B', { parent: 'Y01' })] },
      ['error unit.overlaps Y01.B', 'error unit.not-valid Y01.B'],
    ],
    [
      'vừa kết thúc vừa đổi tên',
      { ...good, renames: [{ unit: 'Y01.A', name: 'Sở Mới', officeName: 'Sở Mới', type: null }] },
      ['error unit.overlaps Y01.A'],
    ],
    [
      'đơn vị còn hoạt động chuyển chức năng mà không ghi phần giữ lại',
      { edges: [anEdge('Y01.A', 'Y01.B', { part: 'part' })] },
      ['error unit.stays Y01.A'],
    ],
    [
      'liên kết ghi hai lần',
      { ...good, edges: [...(good.edges ?? []), anEdge('Y01.A', 'Y01.B')] },
      ['error edge.twice Y01.A'],
    ],
    [
      'chuyển về dưới chính cấp dưới của mình',
      { moves: [{ unit: 'Y01.A', parent: 'Y01.A1' }] },
      ['error unit.loop Y01.A'],
    ],
    ['đơn vị mới không kế thừa ai', { ...good, units: [aUnit('Y01.C')] }, ['warning unit.from-nothing Y01.C']],
    [
      'trọng số vượt 1',
      {
        ...good,
        edges: [
          anEdge('Y01.A', 'Y01.B', { weights: [{ measure: 'people', weight: 0.7 }] }),
          anEdge('Y01.A', 'Y01', { part: 'part', weights: [{ measure: 'people', weight: 0.6 }] }),
          anEdge('Y01.B', 'Y01.B'),
        ],
      },
      ['error weight.over Y01.A'],
    ],
    [
      'trọng số chưa đủ',
      {
        ...good,
        edges: [anEdge('Y01.A', 'Y01.B', { weights: [{ measure: 'land', weight: 0.4 }] }), anEdge('Y01.B', 'Y01.B')],
      },
      ['error weight.under Y01.A'],
    ],
    [
      'trọng số chưa biết không bị chia đều',
      {
        ...good,
        edges: [anEdge('Y01.A', 'Y01.B', { weights: [{ measure: 'land', weight: null }] }), anEdge('Y01.B', 'Y01.B')],
      },
      [],
    ],
  ])('%s', (_name, more, issues) => expect(found(more)).toEqual(issues))

  test('lịch sử nạp vào được giữ điều chưa xác định', () => {
    const event = anEvent('2025-02-20', { ends: ['Y01.B'], edges: [anEdge('Y01.B', null)] })
    const issues = checkEvents([event], register, { history: true, recorded: [] })
    expect(issues.map((i) => `${i.level} ${i.code}`)).toEqual(['warning end.successor-unknown'])
  })

  test('hai sự kiện cùng ngày cùng thay đổi một đơn vị: chồng nhau', () => {
    const rename = { renames: [{ unit: 'Y01.A', name: 'Sở Mới', officeName: 'Sở Mới', type: null }] }
    const two = [anEvent('2025-02-20', rename), anEvent('2025-02-20', { ...rename, key: 'su-kien-2' })]
    expect(checkEvents(two, register).map((i) => `${i.code} ${i.event} ${i.unit}`)).toEqual([
      'event.overlaps su-kien-2 Y01.A',
    ])
  })

  test.each([
    ['cùng ngày', '2025-02-20', ['event.overlaps Y01.A']],
    ['trước ngày đã ghi', '2025-02-19', ['event.overlaps Y01.A']],
    ['sau ngày đã ghi', '2025-02-21', []],
  ])('đơn vị đã có sự kiện trong sổ bộ: %s', (_name, on, expected) => {
    const recorded = [{ unit: 'Y01.A', on: day('2025-02-20'), title: 'Đổi tên' }]
    const issues = checkEvents([anEvent(on, good)], register, { history: false, recorded })
    expect(issues.map((i) => `${i.code} ${i.unit}`)).toEqual(expected)
  })

  test('hai sự kiện cùng ngày bổ sung cho nhau: cấp dưới chuyển đi bằng sự kiện khác', () => {
    const two = [
      anEvent('2025-02-20', { ...good, moves: [] }),
      anEvent('2025-02-20', { key: 'su-kien-2', kind: 'move', moves: [move] }),
    ]
    expect(checkEvents(two, register)).toEqual([])
  })

  test('tỉnh bịa không có lỗi; mã ghi hai lần và cấp trên không có đều bị nêu', () => {
    const facts = inventedProvince()
    expect(checkRegister(facts).filter((i) => i.level === 'error')).toEqual([])
    const bad = { ...facts, units: [...facts.units, aUnit('Y01.SYT'), aUnit('Y01.X', { parent: 'Y77' })] }
    expect(checkRegister(bad).map((i) => `${i.code} ${i.unit}`)).toEqual(['unit.twice Y01.SYT', 'unit.parent Y01.X'])
  })
})
