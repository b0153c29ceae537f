/** Dữ liệu mẫu: the same seed gives the same world, and its reports pass the checks of the regime they are written for. */
import { describe, expect, it, test } from 'vitest'
import { GROUPS } from '../modules/reporting/fixtures.ts'
import { answersOf } from '../modules/reporting/rules/answers.ts'
import { blocking, findings } from '../modules/reporting/rules/checks.ts'
import { FIRST_REGIME } from '../modules/reporting/rules/regime.ts'
import { sampleContent } from './content.ts'
import { sampleName, sampleUsername } from './names.ts'
import { randomFrom } from './random.ts'

const draws = (seed: string): number[] => {
  const random = randomFrom(seed)
  return Array.from({ length: 50 }, () => random.between(0, 1_000_000))
}

describe('Số ngẫu nhiên lặp lại được', () => {
  it('cùng hạt giống cho cùng dãy, hạt giống khác cho dãy khác', () => {
    expect(draws('người')).toEqual(draws('người'))
    expect(draws('người')).not.toEqual(draws('nguoi'))
  })

  it('trong khoảng, đủ cả hai đầu; chọn từ danh sách; danh sách rỗng là lỗi lập trình', () => {
    const random = randomFrom('a')
    const drawn = new Set(Array.from({ length: 400 }, () => random.between(2, 5)))
    expect([...drawn].sort()).toEqual([2, 3, 4, 5])
    expect(['x', 'y']).toContain(random.pick(['x', 'y']))
    expect(() => random.pick([])).toThrow()
    expect(Array.from({ length: 100 }, () => random.chance(0))).not.toContain(true)
  })
})

describe('Họ tên', () => {
  it('lặp lại được, có họ và tên, tên đăng nhập đúng dạng', () => {
    for (let i = 0; i < 200; i++) {
      const { name } = sampleName(randomFrom(`${i}`))
      expect(sampleName(randomFrom(`${i}`)).name).toBe(name)
      expect(name.split(' ').length).toBeGreaterThanOrEqual(2)
      expect(sampleUsername(name, 'H24.SNV')).toMatch(/^[a-z]+\.snv$/)
    }
  })
  test.each([
    ['Phạm Thị Hoa', 'H24.SYT', 'hoa.syt'],
    ['Nguyễn Đình Ân', 'H23.TU.BTC', 'an.tu-btc'],
    ['Vũ Ánh Tuyết', 'H24', 'tuyet.h24'],
  ])('%s ở %s: %s', (name, code, username) => expect(sampleUsername(name, code)).toBe(username))
})

const BODIES = [
  { code: 'H24.SYT', name: 'Sở Y tế', group: 'co-quan-chuyen-mon' },
  { code: 'H24.STC', name: 'Sở Tài chính', group: 'co-quan-chuyen-mon' },
  { code: 'H23.BVDK', name: 'Bệnh viện Đa khoa tỉnh', group: 'don-vi-su-nghiep' },
  { code: 'H23.DHHD', name: 'Trường Đại học', group: 'don-vi-su-nghiep' },
  { code: 'H24.10507', name: 'Xã Nam Sách', group: 'cap-xa' },
  { code: 'H23.288', name: 'Thành phố', group: 'cap-huyen' },
  { code: 'X.1', name: 'Cơ quan ngoài nhóm', group: 'dang' },
]

describe('Nội dung báo cáo', () => {
  it('cùng cơ quan, cùng năm cho cùng báo cáo', () => {
    const [body] = BODIES
    if (!body) throw new Error('no body')
    expect(sampleContent(body, 2026, GROUPS)).toEqual(sampleContent(body, 2026, GROUPS))
    expect(sampleContent(body, 2026, GROUPS)).not.toEqual(sampleContent(body, 2025, GROUPS))
  })

  test.each(BODIES)('$name: qua mọi kiểm tra của chế độ báo cáo, cả so với năm trước', (body) => {
    for (const year of [2024, 2025, 2026, 2027, 2028]) {
      const before = sampleContent(body, year - 1, GROUPS)
      const lastYear = Object.fromEntries(Object.entries(before.cells).map(([key, c]) => [key, c.wholeYear]))
      const answers = answersOf(sampleContent(body, year, GROUPS))
      const found = findings(FIRST_REGIME, GROUPS, answers, lastYear, year)
      expect(blocking(found).filter((f) => f.severity === 'block')).toEqual([])
    }
  })
})
