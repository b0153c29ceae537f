import { describe, expect, it } from 'vitest'
import type { MappedColumn } from './columns.ts'
import { withSafeExamples } from './examples.ts'

const column = (target: string | null, ...examples: string[]): MappedColumn => ({
  column: 0,
  label: 'Cột',
  target,
  certainty: 'chac',
  reason: '',
  examples,
})
const shown = (target: string | null, ...examples: string[]) => withSafeExamples(column(target, ...examples)).examples

describe('Ví dụ của một cột', () => {
  it.each([
    'ethnicity.ethnicity',
    'ethnicity.religion',
    'party.joined',
    'discipline.kind',
  ])('%s: không có ví dụ', (t) => {
    expect(shown(t, 'Kinh', 'Không')).toEqual([])
  })

  it('số định danh, điện thoại chỉ còn ba số cuối, dù cột ghép vào đâu', () => {
    expect(shown('identity.cccd', '030072001234', '030 072 001 235')).toEqual(['…234', '…235'])
    expect(shown(null, '0912.345.678')).toEqual(['…678'])
  })

  it('ngày, năm, điểm, lớp giữ nguyên', () => {
    const kept = ['02/09/1972', '1972', '12/12', '6.5', 'Đại học']
    expect(shown('birth.birth', ...kept)).toEqual(kept)
  })
})
