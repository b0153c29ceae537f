import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toText } from './html.ts'
import { shadeBounds, shadeOf, shortName, tileMap } from './tile-map.ts'

describe('bản đồ ô', () => {
  test('mỗi địa bàn một ô, có tên, có số; thiếu số thì nét đứt và nói rõ', () => {
    const drawn = toText(
      tileMap({
        title: 'Ba xã dẫn đầu',
        subtitle: 'Người có trình độ từ đại học',
        unit: 'người',
        bounds: [10],
        boundWords: ['10'],
        tiles: [
          { x: 0, y: 0, name: 'Phường Chí Linh', label: 'Chí Linh', words: '12', value: 12 },
          { x: 1, y: 0, name: 'Xã Nam Sách', label: 'Nam Sách', words: null, value: null },
        ],
        source: 'Hồ sơ trí thức',
      }),
    )
    expect(drawn).toContain('Phường Chí Linh: 12')
    expect(drawn).toContain('Xã Nam Sách: chưa có số liệu')
    expect(drawn).not.toMatch(/NaN|undefined|<script/)
  })
  test.each([
    ['Phường Chí Linh', 'Chí Linh'],
    ['Thành phố Hải Dương', 'Hải Dương'],
    ['Phường Trần Hưng Đạo', 'T.H.Đạo'],
    ['Đặc khu Bạch Long Vĩ', 'B.L.Vĩ'],
  ])('%s trong ô ghi là %s', (name, short) => expect(shortName(name)).toBe(short))

  test('lớn hơn thì không nhạt hơn, và bậc nào cũng trong bảng màu', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 120 }),
        (values) => {
          const bounds = shadeBounds(values)
          const shades = [...values].sort((a, b) => a - b).map((v) => shadeOf(v, bounds))
          for (const [i, s] of shades.entries()) {
            expect(s).toBeGreaterThanOrEqual(shades[i - 1] ?? 0)
            expect(s).toBeLessThanOrEqual(4)
          }
        },
      ),
    )
  })
})
