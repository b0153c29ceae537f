/** Nhãn cơ quan trên trang xác nhận: what a name is, in one line. */
import { describe, expect, it, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { aResolution } from '../../organisations/fixtures.ts'
import type { Resolution } from '../words.ts'
import { bodyChip, bodyLines } from './body-chip.ts'

const found = (more: Partial<Resolution>): Resolution => aResolution('', 'single', { by: 'short', ...more })
const unit = (name: string) => ({ id: name, name, group: 'co-quan-chuyen-mon' as const })
const heir = (name: string, does: string | null = null) => ({ id: name, name, function: does })
const ended = (heirs: ReturnType<typeof heir>[], renamed = false) => ({
  on: day('2025-03-01'),
  act: 'NQ',
  heirs,
  renamed,
})
const words = (r: Partial<Resolution>): string => `${bodyChip(found(r))}`.replace(/<[^>]*>/g, '')

describe('nhãn cơ quan', () => {
  test.each<[string, Partial<Resolution>, string]>([
    ['một cơ quan', { units: [unit('Sở Nội vụ')] }, 'Sở Nội vụ'],
    [
      'kết thúc sau ngày văn bản, kế thừa theo chức năng',
      { units: [unit('Sở X')], ended: ended([heir('Sở A', 'báo chí'), heir('Sở B')]) },
      'Sở X · kết thúc từ 01/03/2025, kế thừa: Sở A (báo chí); Sở B',
    ],
    [
      'kết thúc trước ngày văn bản, chưa biết nơi kế thừa',
      { kind: 'ended', units: [unit('Công an tỉnh')], ended: ended([]) },
      'Công an tỉnh · kết thúc từ 01/03/2025 (trước ngày văn bản), kế thừa: chưa xác định',
    ],
    [
      'nhiều nơi kế thừa',
      { units: [unit('UBND huyện Hạ')], ended: ended(['1', '2', '3', '4', '5'].map((n) => heir(`UBND xã ${n}`))) },
      'UBND huyện Hạ · kết thúc từ 01/03/2025, kế thừa: UBND xã 1; UBND xã 2; UBND xã 3 và 2 cơ quan khác',
    ],
    [
      'đổi tên',
      { kind: 'ended', units: [unit('UBND xã Cũ')], ended: ended([heir('UBND xã Mới')], true) },
      'UBND xã Cũ · đổi tên từ 01/03/2025, nay là UBND xã Mới',
    ],
    ['nhóm', { kind: 'group', words: '9 huyện', units: [unit('a')], leaders: true }, '9 huyện · qua người đứng đầu'],
    ['cấp đã kết thúc', { kind: 'ended', ended: ended([]) }, 'Nhóm cơ quan này · có phần kết thúc từ 01/03/2025'],
    [
      'danh sách',
      { kind: 'group', by: 'list', units: [unit('Sở A'), unit('Sở B')], open: true },
      'Sở A, Sở B · và các cơ quan khác không cố định',
    ],
    ['nhóm không cố định', { kind: 'open', words: 'không có thành viên cố định' }, 'Nhóm không cố định'],
    ['ngoài sổ bộ', { kind: 'outside', words: 'Cơ quan trung ương' }, 'Ngoài sổ bộ: cơ quan trung ương'],
    [
      'nhiều nơi cùng tên',
      { kind: 'ambiguous', candidates: [1, 2].map((n) => ({ ...unit(`${n}`), reason: '' })) },
      '2 nơi cùng tên',
    ],
    ['chưa rõ', { kind: 'unknown' }, 'Chưa rõ cơ quan'],
    ['để nguyên', { kind: 'unknown', by: 'alias' }, 'Để nguyên, chưa xác định'],
  ])('%s', (_, r, expected) => expect(words(r)).toBe(expected))

  it('tên đúng từng chữ của cơ quan đang hoạt động không cần nói thêm', () => {
    const exact = { name: 'Sở Nội vụ', found: found({ by: 'exact', units: [unit('Sở Nội vụ')] }) }
    expect(bodyLines([exact], null)).toBe('')
    const both = bodyLines([exact, { name: 'Sở NV', found: found({ units: [unit('Sở Nội vụ')] }) }], null)
    expect(`${both}`.match(/<li>/g)).toHaveLength(1)
    expect(`${both}`).not.toContain('href')
  })

  it('tên chưa rõ dẫn tới chỗ quyết định', () => {
    const lines = bodyLines([{ name: 'Sở Lạ', found: found({ kind: 'unknown', by: 'none' }) }], 'V1')
    expect(`${lines}`).toContain('href="/ke-hoach/ten-co-quan?vb=V1&amp;ten=S%E1%BB%9F+L%E1%BA%A1#quyet-dinh"')
  })
})
