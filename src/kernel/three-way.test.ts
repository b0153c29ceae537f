/** Ghép ba bản: không mất chữ của ai. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type MergedChunk, mergedText, mergeLines } from './three-way.ts'

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 })
const conflicts = (c: readonly MergedChunk[]): number => c.filter((x) => x.kind === 'conflict').length

describe('ghép ba bản', () => {
  test.each([
    ['chỉ mình sửa', ['một', 'hai'], ['một', 'hai sửa'], ['một', 'hai'], 'một\nhai sửa', 0],
    ['chỉ bên kia sửa', ['một', 'hai'], ['một', 'hai'], ['một mới', 'hai'], 'một mới\nhai', 0],
    [
      'hai bên sửa hai dòng',
      ['một', 'hai', 'ba'],
      ['một sửa', 'hai', 'ba'],
      ['một', 'hai', 'ba mới'],
      'một sửa\nhai\nba mới',
      0,
    ],
    ['hai bên sửa như nhau', ['một'], ['mới'], ['mới'], 'mới', 0],
    ['cùng một dòng sửa khác nhau', ['một'], ['của tôi'], ['của kia'], 'của tôi\ncủa kia', 1],
    ['mình bỏ, bên kia giữ', ['một', 'hai'], ['hai'], ['một', 'hai'], 'hai', 0],
    ['mình bỏ, bên kia sửa', ['một', 'hai'], ['hai'], ['một mới', 'hai'], 'một mới\nhai', 1],
    ['bên kia thêm dòng', ['một'], ['một'], ['một', 'hai'], 'một\nhai', 0],
  ] as const)('%s', (_, base, mine, theirs, text, clashes) => {
    const merged = mergeLines(base, mine, theirs)
    expect(mergedText(merged)).toBe(text)
    expect(conflicts(merged)).toBe(clashes)
  })

  it('một bên không sửa thì được đúng bản bên kia', () =>
    fc.assert(
      fc.property(lines, lines, (base, other) => {
        expect(mergedText(mergeLines(base, other, base))).toBe(other.join('\n'))
        expect(mergedText(mergeLines(base, base, other))).toBe(other.join('\n'))
        expect(conflicts(mergeLines(base, other, other))).toBe(0)
      }),
    ))
  it('dòng chỉ một bên viết thêm không bao giờ mất', () =>
    fc.assert(
      fc.property(lines, lines, lines, (base, mine, theirs) => {
        const text = mergedText(mergeLines(base, [...mine, 'chỉ tôi'], [...theirs, 'chỉ kia'])).split('\n')
        expect(text).toContain('chỉ tôi')
        expect(text).toContain('chỉ kia')
      }),
    ))
})
