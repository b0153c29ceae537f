/** Khóa ghép: which records meet. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { record } from '../fixtures.ts'
import { matchKeys } from './keys.ts'
import type { MatchRecord } from './record.ts'

const born = (text: string) => ({ day: day(text), precision: 'day' as const })
const duc = { name: 'Nguyễn Văn Đức', birth: born('1972-09-02'), unitId: 'u1' }
const shared = (a: MatchRecord, b: MatchRecord): string[] => {
  const keys = new Set(matchKeys(a).map((k) => `${k.kind} ${k.value}`))
  return matchKeys(b).flatMap((k) => (keys.has(`${k.kind} ${k.value}`) ? [k.kind] : []))
}

describe('Khóa ghép', () => {
  it.each([
    ['không dấu', { name: 'NGUYEN VAN DUC', birth: duc.birth }, ['K2', 'K8', 'K3']],
    ['TCVN3', { name: 'NguyÔn V¨n §øc', birth: duc.birth }, ['K2', 'K8', 'K3']],
    ['năm sinh gõ nhầm', { ...duc, birth: born('1973-09-02') }, ['K2', 'K9']],
    ['ngày tháng đảo', { ...duc, birth: born('1972-02-09') }, ['K2', 'K8', 'K5', 'K3', 'K9']],
    ['chỉ năm sinh', { name: duc.name, birth: { day: day('1972-01-01'), precision: 'year' as const } }, ['K3']],
    ['thiếu đệm', { ...duc, name: 'Nguyễn Đức', unitId: null }, ['K8']],
    ['khác họ, cùng đơn vị', { ...duc, name: 'Trần Văn Đức' }, ['K5']],
    ['tên trước', { ...duc, name: 'Duc Van Nguyen', unitId: null }, ['K2', 'K3']],
    ['người khác', { name: 'Trần Thị Hoa', birth: born('1980-01-01'), unitId: 'u1' }, []],
  ])('%s', (_, other, kinds) => {
    expect(shared(record(duc), record(other))).toEqual(kinds)
  })

  it('số giấy tờ, điện thoại, thư điện tử, ORCID thành khóa sau khi viết về một dạng', () => {
    const a = record({
      name: 'A',
      cccd: '030072001234',
      cmnd: '141',
      orcid: 'https://orcid.org/0000-0002-1825-009x',
      phones: ['+84 912 345 678'],
      emails: ['A@Thu.Example '],
    })
    const b = record({
      name: 'B',
      cccd: '030072001234',
      cmnd: '141',
      orcid: '0000-0002-1825-009X',
      phones: ['0912.345.678'],
      emails: ['a@thu.example'],
    })
    expect(shared(a, b)).toEqual(['K1', 'K4', 'K4', 'K6', 'K7'])
  })

  it('bản ghi không biết gì không có khóa', () => {
    expect(matchKeys(record({ name: '' }))).toEqual([])
  })
})
