/** Phần chuyên môn: lãnh đạo đọc gì của một hồ sơ khi chưa nêu mục đích. */
import { describe, expect, it } from 'vitest'
import type { PartialDay } from '../../../kernel/partial-day.ts'
import type { Fact } from '../words/dossier.ts'
import { GROUPS } from '../words/groups.ts'
import { isProfessional, professionalFacts, professionalTab, yearOnly } from './professional.ts'

const fact = (group: Fact['group'], data: Fact['data']): Fact => ({
  id: group,
  personId: 'p',
  group,
  slot: null,
  from: null,
  to: null,
  data,
  level: 2,
  evidence: 'Bằng số 0012 [tệp 00000000-0000-4000-8000-000000000000]',
  source: 'co-quan:H24.SYT',
  batchId: null,
})

describe('phần chuyên môn của hồ sơ', () => {
  it.each([
    ['vị trí công tác', 'post', true],
    ['bằng cấp', 'education', true],
    ['học hàm', 'academic-title', true],
    ['công trình', 'publication', true],
    ['khen thưởng', 'award', true],
    ['liên hệ', 'contact', false],
    ['nhân thân', 'birth', false],
    ['định danh', 'identity', false],
    ['đánh giá, xếp loại', 'appraisal', false],
    ['ngạch, hệ số lương', 'rank', false],
  ] as const)('%s: có %s → %s', (_, group, shown) => {
    expect(isProfessional(group)).toBe(shown)
    expect(professionalFacts([fact(group, {})]).length).toBe(shown ? 1 : 0)
  })

  it('mục mức A bỏ ô mức B của nó và bằng chứng', () => {
    const [degree] = professionalFacts([
      fact('education', { level: '7', major: 'Y khoa', diploma: 'VB 0012', recognition: 'CV 5', graduated: 2006 }),
    ])
    expect(degree?.data).toEqual({ level: '7', major: 'Y khoa', graduated: 2006 })
    expect(degree?.evidence).toBe('')
  })

  it('không nhóm nào mức C lọt qua', () => {
    expect(GROUPS.filter((g) => g.tier === 'C' && isProfessional(g.code))).toEqual([])
  })

  it('ngày sinh chỉ còn năm; ai đã xem và lịch sử thuộc cơ quan quản lý hồ sơ', () => {
    expect(yearOnly('1972-09-02' as PartialDay)).toBe('1972')
    expect(yearOnly(null)).toBeNull()
    expect(['da-xem', 'lich-su', 'cong-trinh'].map((t) => professionalTab(t as never))).toEqual([
      'tong-quan',
      'tong-quan',
      'cong-trinh',
    ])
  })
})
