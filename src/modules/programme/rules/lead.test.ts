import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { chooseLead, leadApart, leadByDocument, leading, type Resolved } from './lead.ts'

const resolve = (name: string): Resolved =>
  name === 'Sở Y tế'
    ? { unitIds: ['syt'], kind: 'single' }
    : name.startsWith('Các')
      ? { unitIds: ['a', 'b'], kind: 'group' }
      : { unitIds: [], kind: 'unknown' }

describe('chủ trì do văn bản nêu', () => {
  test.each<[string, 'named' | 'group' | 'none', string[], string | null]>([
    ['một cơ quan, tìm thấy', 'named', ['Sở Y tế'], 'syt'],
    ['một tên, không có trong danh mục', 'named', ['Sở Vũ trụ'], null],
    ['hai cơ quan', 'named', ['Sở Y tế', 'Sở Nội vụ'], null],
    ['một nhóm', 'group', ['Các sở, ban, ngành'], null],
    ['tên một nhóm ghi như một cơ quan', 'named', ['Các sở'], null],
    ['không nêu', 'none', [], null],
  ])('%s', (_, leadKind, lead, wanted) => expect(leadByDocument({ leadKind, lead }, resolve)).toBe(wanted))
})

describe('cơ quan chủ trì hôm nay', () => {
  const living = { id: 'syt', name: 'Sở Y tế', ended: null }
  const gone = { id: 'tttt', name: 'Sở Thông tin và Truyền thông', ended: day('2025-02-20') }
  const one = [{ id: 'khcn', name: 'Sở Khoa học và Công nghệ' }]
  const two = [...one, { id: 'vh', name: 'Sở Văn hóa' }]

  test('còn hoạt động thì không nêu kế thừa', () =>
    expect(
      leading(
        'syt',
        () => living,
        () => one,
      ),
    ).toMatchObject({ leadName: 'Sở Y tế', leadEnded: null, successors: [] }))
  test('đã kết thúc thì nêu mọi cơ quan kế thừa, chủ trì vẫn là cơ quan cũ', () =>
    expect(
      leading(
        'tttt',
        () => gone,
        () => two,
      ),
    ).toMatchObject({ leadUnitId: 'tttt', leadEnded: '2025-02-20', successors: two }))
  test('chưa giao', () =>
    expect(
      leading(
        null,
        () => undefined,
        () => [],
      ),
    ).toMatchObject({ leadUnitId: null, successors: [] }))

  test('giao cho cơ quan đang hoạt động', () =>
    expect(chooseLead(living, () => [])).toEqual({ ok: true, value: { id: 'syt', name: 'Sở Y tế', followed: null } }))
  test('giao cho cơ quan đã kết thúc có một cơ quan kế thừa: theo kế thừa và nói rõ', () =>
    expect(chooseLead(gone, () => one)).toMatchObject({
      value: { id: 'khcn', followed: 'Sở Thông tin và Truyền thông' },
    }))
  test('nhiều cơ quan kế thừa: phải chọn, nêu tên từng cơ quan', () =>
    expect(chooseLead(gone, () => two)).toMatchObject({
      ok: false,
      kind: 'conflict',
      fields: { lead: expect.stringContaining('Sở Văn hóa') },
    }))
  test('không có cơ quan kế thừa, không có cơ quan', () => {
    expect(chooseLead(gone, () => [])).toMatchObject({ ok: false, kind: 'conflict' })
    expect(chooseLead(undefined, () => [])).toMatchObject({ ok: false, kind: 'invalid' })
  })
  test('chủ trì không kiêm phối hợp', () => {
    expect(leadApart('a', ['b']).ok).toBe(true)
    expect(leadApart('a', ['a', 'b']).ok).toBe(false)
  })
})
