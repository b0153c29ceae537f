import { describe, expect, it, test } from 'vitest'
import { checkPlan } from './check-plan.ts'
import { bySeverity, findingsJson, findingsText, placeWords, quote } from './findings-text.ts'
import { figure, goal, inputOf } from './fixtures.ts'

describe('phát hiện bằng chữ', () => {
  test.each([
    ['II.1.1b', 'Mục II.1.1b'],
    ['1', 'Mục 1'],
    ['III.1, III.2', 'Mục III.1, III.2'],
    ['các mục tiêu', 'Các mục tiêu'],
    ['phần căn cứ', 'Phần căn cứ'],
    ['viện dẫn', 'Viện dẫn'],
  ])('%s', (clause, words) => expect(placeWords(clause)).toBe(words))

  it('câu dài cắt ở khoảng trắng, trên một dòng', () => {
    expect(quote('một\nhai  ba')).toBe('một hai ba')
    expect(quote('một hai ba bốn', 8)).toBe('một hai…')
  })

  const doctors = goal('19 bác sỹ/10.000 dân', { value: 19, unit: 'bác sỹ/10.000 dân', clause: 'II.2' })
  const input = inputOf(
    { goals: [doctors] },
    { figures: [figure('2024-04-01', 1_000_000), figure('2023-04-01', 990_000)] },
  )
  const found = checkPlan(input)

  it('nêu mức độ, câu gốc, phép tính, con số dùng và không dùng, đề xuất', () => {
    const text = findingsText(found, input)
    for (const words of [
      'Lưu ý: 1',
      'Mục II.2. Tỷ lệ trên dân số và số tuyệt đối [rate-check]',
      '"19 bác sỹ/10.000 dân"',
      '1.900 bác sỹ',
      'Dùng: Dân số, Tỉnh Mẫu, ngày 01/04/2024: 1.000.000 người',
      'Không dùng: Dân số, Tỉnh Mẫu, ngày 01/04/2023: 990.000 người',
      'Đề xuất: ',
    ])
      expect(text).toContain(words)
    expect(findingsText([], input)).toContain('Không phát hiện nội dung cần xem xét.')
  })

  it('bản cho chương trình chỉ có sáu khóa', () => {
    const [first] = findingsJson(found).findings
    expect(Object.keys(first ?? {})).toEqual(['kind', 'clause', 'severity', 'evidence', 'arithmetic', 'sources'])
    expect(bySeverity(found).map((g) => g.severity)).toEqual(['note'])
  })
})
