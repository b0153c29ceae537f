/** Cơ quan có danh sách: chọn bằng tên, không phải nhớ mã. */
import { describe, expect, it } from 'vitest'
import { bodyMeant, nameOffered, namesOffered } from './body-named.ts'

const body = (code: string, officeName: string, name = officeName) => ({ code, officeName, name })
const BODIES = [
  body('H24.SYT', 'Sở Y tế'),
  body('H24.10501', 'UBND xã Hồng Phong', 'Hồng Phong'),
  body('H24.10777', 'UBND xã Hồng Phong', 'Hồng Phong'),
  body('H24.10600', 'UBND phường Lê Thanh Nghị', 'Lê Thanh Nghị'),
]

describe('cơ quan được nêu tên', () => {
  it.each([
    ['tên trong sổ bộ', 'Sở Y tế', ['H24.SYT']],
    ['không dấu, thừa khoảng trắng', '  so  y te ', ['H24.SYT']],
    ['mã', 'h24.syt', ['H24.SYT']],
    ['tên địa bàn', 'Lê Thanh Nghị', ['H24.10600']],
    ['hai cơ quan cùng tên', 'UBND xã Hồng Phong', ['H24.10501', 'H24.10777']],
    ['cùng tên, kèm mã', 'UBND xã Hồng Phong (H24.10777)', ['H24.10777']],
    ['không có', 'Sở Vô danh', []],
  ])('%s', (_, typed, codes) => expect(bodyMeant(BODIES, typed).map((b) => b.code)).toEqual(codes))

  it('mỗi tên gợi ý chỉ đúng một cơ quan', () => {
    for (const [i, name] of namesOffered(BODIES).entries())
      expect(bodyMeant(BODIES, name).map((b) => b.code)).toEqual([BODIES[i]?.code])
    expect(nameOffered(BODIES, 'H24.SYT')).toBe('Sở Y tế')
    expect(nameOffered(BODIES, 'X')).toBe('')
  })
})
