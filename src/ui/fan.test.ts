import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { courseChart } from './course.ts'
import { CUT_WORDS, clipped, type FanPoint, fanReach, isCut } from './fan.ts'
import { toText } from './html.ts'

const foreseen = (year: number, mean: number, half: number): FanPoint => ({
  on: day(`${year}-12-31`),
  mean,
  lo50: mean - half / 3,
  hi50: mean + half / 3,
  lo80: mean - half * 0.65,
  hi80: mean + half * 0.65,
  lo95: mean - half,
  hi95: mean + half,
})

const FAN = {
  points: [foreseen(2026, 12.6, 0.6), foreseen(2027, 13.1, 1), foreseen(2028, 13.6, 1.4), foreseen(2030, 14.6, 2)],
  words: 'Khả năng đạt: 2%',
  scenarioFrom: day('2028-12-31'),
}

const chart = (more: object = {}) =>
  toText(
    courseChart({
      title: 'Với đà hiện nay, năm 2030 còn thiếu 4,4 bác sĩ trên 10.000 dân',
      subtitle: 'Bác sĩ trên 10.000 dân, toàn tỉnh, 2020–2030',
      unit: 'bác sĩ/10.000 dân',
      points: [
        { on: day('2020-12-31'), value: 9.2 },
        { on: day('2025-12-31'), value: 12.1 },
      ],
      others: [],
      path: [],
      target: { value: 19, high: null, label: 'Mục tiêu 2030: 19' },
      from: day('2020-12-31'),
      to: day('2030-12-31'),
      source: 'Sở Y tế, đến 31/12/2025',
      fan: FAN,
      ...more,
    }),
  )

const label = (made: string): string => /aria-label="([^"]+)"/.exec(made)?.[1] ?? ''

describe('hình quạt dự báo', () => {
  test('nói khả năng đạt, trung bình và khoảng 80%, 95% bằng chữ, cả trong lời đọc', () => {
    const made = chart()
    for (const where of [made, label(made)]) {
      expect(where).toContain('Khả năng đạt: 2%')
      expect(where).toContain('trung bình 14,6; khoảng 80% từ 13,3 đến 15,9; khoảng 95% từ 12,6 đến 16,6')
    }
    expect(made).not.toMatch(/NaN|undefined|<script/)
  })
  test('sau mốc xa được gọi là kịch bản, không gọi là dự báo', () => {
    const made = chart()
    expect(made).toContain('Kịch bản (trung bình)')
    expect(made).toMatch(/31\/12\/2028<\/th>.{0,160}<td>Dự báo, trung bình<\/td>/s)
    expect(made).toMatch(/31\/12\/2030<\/th>.{0,160}<td>Kịch bản, trung bình<\/td>/s)
    expect(chart({ fan: { ...FAN, scenarioFrom: null } })).not.toContain('ịch bản')
  })
  test('người không có nửa người', () => {
    const made = chart({ unit: 'người', fan: { ...FAN, points: [foreseen(2030, 1204.4, 60.2)] } })
    expect(made).toContain('trung bình 1.204; khoảng 80% từ 1.165 đến 1.244')
  })
  test('bảng số liệu có trung bình, khoảng 80% và khoảng 95%', () => {
    expect(chart()).toContain('<td class="c-number">12,6</td><td class="c-number">12,21–12,99</td>')
  })
  test('ba dải có độ đậm 35, 20 và 10%, nối từ số liệu cuối cùng', () => {
    const made = chart()
    for (const share of ['0.35', '0.2', '0.1']) expect(made).toContain(`fill-opacity="${share}"`)
    const last = /<circle cx="([\d.]+)" cy="([\d.]+)"[^>]*\/?>(?!.*<circle cx="\d)/s.exec(made.split('</svg>')[0] ?? '')
    expect(made).toContain(`d="M${last?.[1]} ${last?.[2]}L`)
  })
  test('điểm dự báo trùng ngày đã có số liệu thì bỏ', () => {
    const early = { ...FAN, points: [foreseen(2025, 99, 1), ...FAN.points] }
    expect(chart({ fan: early })).not.toContain('number">99')
  })
  test('chưa có số liệu nào, hoặc chưa có điểm dự báo nào, vẫn vẽ được', () => {
    expect(chart({ points: [] })).not.toMatch(/NaN|undefined/)
    expect(chart({ fan: { points: [], words: 'Chưa đủ số liệu để dự báo.', scenarioFrom: null } })).toContain(
      'Chưa đủ số liệu để dự báo.',
    )
  })
  test('khoảng 95% quá rộng được cắt, có dấu cắt và nói rõ', () => {
    const wild = { ...FAN, points: FAN.points.map((p) => ({ ...p, lo95: p.mean - 60, hi95: p.mean + 90 })) }
    const made = chart({ fan: wild })
    expect(made).toContain(CUT_WORDS)
    expect(label(made)).toContain(CUT_WORDS)
    expect(made.match(/class="cut"/g)).toHaveLength(2)
    expect(chart()).not.toContain('class="cut"')
  })
  test('trục luôn chứa khoảng 80%', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e4, noNaN: true }),
        fc.array(fc.double({ noNaN: true, min: -50, max: 50 }), { minLength: 1 }),
        (half, given) => {
          const points = [foreseen(2030, 10, half)]
          const reach = fanReach(points, given)
          expect(
            isCut(
              points.map((p) => ({ ...p, lo95: p.lo80, hi95: p.hi80 })),
              Math.min(...reach),
              Math.max(...reach),
            ),
          ).toBe(false)
        },
      ),
    )
  })
  test('đường bị cắt gãy đúng chỗ gặp mép', () => {
    expect(
      clipped(
        [
          [0, 0],
          [10, 20],
        ],
        0,
        10,
      ),
    ).toEqual([
      [0, 0],
      [5, 10],
      [10, 10],
    ])
    expect(
      clipped(
        [
          [0, -10],
          [10, 30],
        ],
        0,
        20,
      ),
    ).toEqual([
      [0, 0],
      [2.5, 0],
      [7.5, 20],
      [10, 20],
    ])
  })
})
