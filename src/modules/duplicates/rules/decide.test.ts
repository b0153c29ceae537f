/** Quyết định về một cặp: one line a rule. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { record } from '../fixtures.ts'
import { compareRecords, type MatchContext } from './compare.ts'
import { decide, type MatchVerdict } from './decide.ts'
import { TABLE_FREQUENCIES } from './frequencies.ts'
import type { MatchRecord } from './record.ts'

const context: MatchContext = { size: 100_000, names: TABLE_FREQUENCIES, sharedContacts: new Map() }
const born = (text: string) => ({ day: day(text), precision: 'day' as const })
const id = (cccd: string) => ({ cccd, last3: cccd.slice(-3) })

const ha = record({
  name: 'Nguyễn Thị Thu Hà',
  sex: 'nu',
  birth: born('1979-03-15'),
  ...id('030179150379'),
  unitId: 'so-y-te',
  phones: ['0912150379'],
})
const without = { cccd: null, last3: null } as const

type Row = [rule: string, other: Partial<MatchRecord>, verdict: MatchVerdict, own?: Partial<MatchRecord>]
const rows: Row[] = [
  ['cùng số định danh, cùng họ tên, cùng ngày sinh', {}, 'auto'],
  ['cùng số định danh, cùng họ tên, ngày sinh khác', { birth: born('1989-03-15') }, 'auto'],
  ['cùng số định danh, thiếu đệm, cùng ngày sinh', { name: 'Nguyễn Thu Hà' }, 'auto'],
  ['cùng số định danh, họ tên không dấu', { name: 'NGUYEN THI THU HA', birth: null }, 'auto'],
  [
    'cùng số định danh, họ tên và ngày sinh đều khác',
    { name: 'Trần Văn Cường', sex: 'nam', birth: born('1968-01-02') },
    'conflict',
  ],
  ['cùng số định danh, cùng ngày sinh, khác tên: có thể sinh đôi', { name: 'Nguyễn Thị Thu Hằng' }, 'conflict'],
  ['cùng ORCID, cùng họ tên', { ...without, orcid: '0000-0002-1111-2222' }, 'auto', { orcid: '0000-0002-1111-2222' }],
  [
    'cùng ORCID, họ tên khác',
    { ...without, name: 'Lê Văn Tám', orcid: '0000-0002-1111-2222' },
    'conflict',
    { orcid: '0000-0002-1111-2222' },
  ],
  ['thiếu số một bên, cùng họ tên, ngày sinh, giới tính, đơn vị', { ...without, phones: [] }, 'likely'],
  ['thiếu số một bên, cùng họ tên, ngày sinh, giới tính, điện thoại', { ...without, unitId: 'hoi-y-hoc' }, 'likely'],
  ['thiếu số một bên, chỉ họ tên và ngày sinh', { ...without, unitId: null, phones: [] }, 'possible'],
  ['thiếu số một bên, thiếu đệm, cùng đơn vị', { ...without, name: 'Nguyễn Thu Hà' }, 'possible'],
  ['khác ngày sinh, khác mọi thứ', { ...without, birth: born('1985-12-01'), unitId: 'x', phones: [] }, 'different'],
  ['hai số định danh khác nhau, cùng họ tên, ngày sinh, đơn vị: có số nhập nhầm', id('030179150888'), 'conflict'],
  [
    'hai số định danh khác nhau, cùng họ tên, ngày sinh, không gì nữa',
    { ...id('034179000888'), unitId: 'x', phones: [] },
    'different',
  ],
  ['sinh đôi thiếu số', { ...without, name: 'Nguyễn Thị Thu Hằng' }, 'different'],
]

describe('Quyết định về một cặp', () => {
  it.each(rows)('%s: %s', (_, other, verdict, own = {}) => {
    const a = { ...ha, ...own }
    const b = { ...ha, ...other, id: 'b' }
    expect(decide(compareRecords(a, b, context)).verdict).toBe(verdict)
    expect(decide(compareRecords(b, a, context)).verdict).toBe(verdict)
  })

  it('nêu điều giữ hai người khác nhau khỏi bị gộp', () => {
    const twin = { ...ha, id: 'b', name: 'Nguyễn Thị Thu Hằng', ...id('030179150380') }
    expect(decide(compareRecords(ha, twin, context)).guards).toEqual(['two-cccd', 'twins'])
  })

  it('điện thoại cơ quan nhiều người dùng nói ít hơn', () => {
    const b = { ...ha, ...without, id: 'b', unitId: null }
    const shared: MatchContext = { ...context, sharedContacts: new Map([['0912150379', 64]]) }
    const own = compareRecords(ha, b, context).bits
    expect(own - compareRecords(ha, b, shared).bits).toBeCloseTo(6, 9)
  })
})
