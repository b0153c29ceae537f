import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seenUnit } from '../fixtures.ts'
import { countKinds, inOrder, subtree, treeOn } from './tree.ts'

describe('cây tổ chức', () => {
  const units = [
    seenUnit('P', { kind: 'province', group: 'uy-ban' }),
    seenUnit('H', { kind: 'district', group: 'cap-huyen', parentId: 'P' }),
    seenUnit('X', { kind: 'commune', group: 'cap-xa', type: 'Xã', parentId: 'H' }),
    seenUnit('S', { parentId: 'P' }),
  ]

  test('đơn vị đứng dưới cấp trên của ngày ấy, cơ quan trước, địa bàn sau', () => {
    const tree = treeOn(units, 'P')
    expect(tree?.children.map((c) => c.code)).toEqual(['S', 'H'])
    expect(tree?.children[1]?.children[0]).toMatchObject({ code: 'X', type: 'Xã', kind: 'commune', children: [] })
  })

  test('gốc không hoạt động ngày ấy thì không có cây', () => expect(treeOn(units, 'Z')).toBeNull())

  test('cây con gồm chính nó và mọi đơn vị bên dưới', () => {
    expect(subtree(units, ['H']).sort()).toEqual(['H', 'X'])
    expect(subtree(units, ['Z'])).toEqual([])
  })

  test('đếm theo loại', () => expect(countKinds(units)).toEqual({ province: 1, district: 1, commune: 1, body: 1 }))
})

describe('tính chất của cây', () => {
  /** Each unit hangs under an earlier one or under nothing. */
  const forest = fc
    .array(fc.nat(), { minLength: 1, maxLength: 60 })
    .map((picks) =>
      picks.map((pick, i) => seenUnit(`u${i}`, { parentId: i === 0 || pick % 7 === 0 ? null : `u${pick % i}` })),
    )

  test('các cây gốc chia hết đơn vị: không sót, không trùng', () => {
    fc.assert(
      fc.property(forest, (units) => {
        const roots = units.filter((u) => u.parentId === null)
        const all = roots.flatMap((r) => subtree(units, [r.id]))
        expect([...all].sort()).toEqual(units.map((u) => u.id).sort())
      }),
    )
  })

  test('cây con của nhiều gốc là hợp của các cây con, mỗi đơn vị một lần', () => {
    fc.assert(
      fc.property(forest, fc.array(fc.nat(), { maxLength: 5 }), (units, picks) => {
        const roots = picks.map((p) => `u${p % units.length}`)
        const together = subtree(units, roots)
        expect(new Set(together)).toEqual(new Set(roots.flatMap((r) => subtree(units, [r]))))
        expect(new Set(together).size).toBe(together.length)
      }),
    )
  })

  test('thứ tự danh sách không phụ thuộc thứ tự đọc', () => {
    fc.assert(
      fc.property(forest, (units) => {
        const codes = (list: typeof units) => inOrder(list).map((u) => u.code)
        expect(codes([...units].reverse())).toEqual(codes(units))
        expect(treeOn([...units].reverse(), 'u0')).toEqual(treeOn(units, 'u0'))
      }),
    )
  })
})
