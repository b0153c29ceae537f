import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawOutlines, MOST_POINTS, readOutlines } from './outlines.ts'

const square = (x: number, y: number) => [
  [x, y],
  [x + 0.1, y],
  [x + 0.1, y + 0.1],
  [x, y + 0.1],
  [x, y],
]
const file = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const place = (code: unknown, coordinates: unknown = [square(106, 20)]) => ({
  type: 'Feature',
  properties: { code },
  geometry: { type: 'Polygon', coordinates },
})
const known = (code: string): string | null => (/^105/.test(code) ? `H24.${code}` : null)

describe('ranh giới đưa vào', () => {
  test('nhận theo mã, nhiều vùng của một địa bàn, tọa độ làm tròn', () => {
    const found = readOutlines(
      file([
        place('10507'),
        {
          type: 'Feature',
          properties: { ma: 10510 },
          geometry: { type: 'MultiPolygon', coordinates: [[square(106.5, 20.00001)], [square(107, 21)]] },
        },
      ]),
      known,
    )
    expect(found).toMatchObject({ ok: true, value: [{ code: 'H24.10507' }, { code: 'H24.10510' }] })
    if (found.ok) expect(found.value[1]?.rings.length).toBe(2)
  })
  test.each([
    ['không phải JSON', 'abc', 'outlines.not-json'],
    ['không phải FeatureCollection', '{}', 'outlines.shape'],
    [
      'điểm thay cho vùng',
      file([{ type: 'Feature', properties: { code: '10507' }, geometry: { type: 'Point', coordinates: [1, 2] } }]),
      'outlines.shape',
    ],
    ['tọa độ ngoài trái đất', file([place('10507', [square(506, 20)])]), 'outlines.shape'],
    ['địa bàn lạ', file([place('99999')]), 'outlines.unknown-place'],
    ['vùng không có mã', file([place(null)]), 'outlines.unknown-place'],
    ['một địa bàn hai lần', file([place('10507'), place('10507')]), 'outlines.twice'],
    [
      'quá nhiều điểm',
      file([
        place('10507', [
          Array.from({ length: MOST_POINTS + 2 }, (_, i) => [
            106 + (i % 1000) / 1000,
            20 + Math.floor(i / 1000) / 1000,
          ]),
        ]),
      ]),
      'outlines.too-fine',
    ],
  ])('từ chối: %s', (_name, text, code) => expect(readOutlines(text, known)).toMatchObject({ ok: false, code }))

  test('hình vẽ nằm trọn trong khung', () => {
    const rings = fc.array(
      fc.tuple(fc.double({ min: 105, max: 108, noNaN: true }), fc.double({ min: 20, max: 22, noNaN: true })),
      { minLength: 4, maxLength: 30 },
    )
    fc.assert(
      fc.property(fc.array(rings, { minLength: 1, maxLength: 10 }), (list) => {
        const drawing = drawOutlines(
          list.map((r, i) => ({ code: String(i), rings: [r] })),
          400,
        )
        for (const path of drawing.paths.values())
          for (const [x = 0, y = 0] of [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map((m) => [
            Number(m[1]),
            Number(m[2]),
          ])) {
            expect(x).toBeGreaterThanOrEqual(-0.1)
            expect(x).toBeLessThanOrEqual(400.1)
            expect(y).toBeGreaterThanOrEqual(-0.1)
            expect(y).toBeLessThanOrEqual(drawing.height + 1)
          }
      }),
    )
  })
})
