import { describe, expect, it } from 'vitest'
import type { PartialDay } from '../../../kernel/partial-day.ts'
import type { Fact } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'
import { gapsOf, type Held, NEEDS, shareOf } from './completeness.ts'
import { levelOf } from './verification.ts'

const fact = (group: GroupCode, data: Fact['data'], more: Partial<Fact> = {}): Fact => ({
  id: '',
  personId: '',
  group,
  slot: null,
  from: null,
  to: null,
  data,
  level: 1,
  evidence: '',
  source: '',
  batchId: null,
  ...more,
})
const EMPTY: Held = { person: { birth: null, sex: null, homePlace: null }, facts: [], identifiers: [] }

describe('độ đầy đủ', () => {
  it('không có gì thì thiếu mọi điều áp dụng được; đủ thì trọn', () => {
    expect(gapsOf(EMPTY)).toEqual(NEEDS.map((n) => n.code).filter((c) => c !== 'rank' && c !== 'theory'))
    expect(shareOf([])).toBe(100)
    expect(shareOf(NEEDS.map((n) => n.code))).toBe(0)
  })

  it('trọng số cộng lại là một trăm, mã không trùng', () => {
    expect(NEEDS.reduce((sum, n) => sum + n.weight, 0)).toBe(100)
    expect(new Set(NEEDS.map((n) => n.code)).size).toBe(NEEDS.length)
  })

  it.each<[string, Held, string, boolean]>([
    ['chỉ có năm sinh', { ...EMPTY, person: { ...EMPTY.person, birth: '1972' as PartialDay } }, 'birth', true],
    ['đủ ngày sinh', { ...EMPTY, person: { ...EMPTY.person, birth: '1972-09-02' as PartialDay } }, 'birth', false],
    ['công chức chưa có ngạch', { ...EMPTY, facts: [fact('category', { category: 'cong-chuc' })] }, 'rank', true],
    [
      'người làm doanh nghiệp không cần ngạch',
      { ...EMPTY, facts: [fact('category', { category: 'dn-tu-nhan' })] },
      'rank',
      false,
    ],
    [
      'người nghỉ hưu không cần vị trí',
      { ...EMPTY, facts: [fact('category', { category: 'huu-tri' })] },
      'post',
      false,
    ],
    [
      'nơi ở ghi bằng chữ cũng là có',
      { ...EMPTY, facts: [fact('contact', { residenceText: 'xã Cẩm Giàng' })] },
      'residence',
      false,
    ],
    ['hộ chiếu thay số định danh', { ...EMPTY, identifiers: [{ scheme: 'passport' }] }, 'number', false],
  ])('%s', (_, held, code, missing) => {
    expect(gapsOf(held).includes(code)).toBe(missing)
  })
})

describe('mức xác minh của cả hồ sơ', () => {
  it.each<[string, Fact[], number, number]>([
    ['theo mục yếu nhất trong số để đếm', [fact('education', {}, { level: 0 }), fact('post', {}, { level: 2 })], 3, 0],
    ['mục không để đếm không hạ mức', [fact('language', {}, { level: 0 })], 2, 2],
    ['một mục mâu thuẫn thì cả hồ sơ mâu thuẫn', [fact('award', {}, { level: -1 })], 3, -1],
  ])('%s', (_, facts, core, level) => {
    expect(levelOf({ coreLevel: core as 0 }, facts)).toBe(level)
  })
})
