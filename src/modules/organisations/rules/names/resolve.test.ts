/** Đối chiếu tên cơ quan: what names of plans are on the day of their document; the register itself as a property. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, day } from '../../../../kernel/day.ts'
import { readRegisterFacts } from '../../facts.ts'
import { anEdge, anEvent, aUnit, inventedProvince } from '../../fixtures.ts'
import { bookOf } from './book.ts'
import { registerOf, resolverOf } from './fixtures.ts'
import type { Alias, Resolution } from './resolution.ts'
import { resolver } from './resolve.ts'

const facts = readRegisterFacts()
const THEN = '2024-04-22'
const LATER = '2026-03-01'
const TODAY = '2026-11-23'
const resolvers = new Map([THEN, LATER].map((d) => [d, resolverOf(facts, d, TODAY)]))
const at = (d: string, name: string): Resolution => {
  const resolve = resolvers.get(d)
  if (resolve === undefined) throw new Error(`no register of ${d}`)
  return resolve(name)
}
const ids = (r: Resolution): string[] => r.units.map((u) => u.id)

describe('một cơ quan', () => {
  test.each<[string, string, string]>([
    ['Sở Nội vụ', THEN, 'H23.SNV'],
    ['Sở Nội vụ', LATER, 'H24.SNV'],
    ['SỞ LĐTBXH', THEN, 'H23.SLDTBXH'],
    ['Sở LĐ-TB&XH', THEN, 'H23.SLDTBXH'],
    ['Sở Lao động, Thương binh và Xã hội', THEN, 'H23.SLDTBXH'],
    ['Sở TT&TT', THEN, 'H23.STTTT'],
    ['Sở GDĐT', THEN, 'H23.SGDDT'],
    ['Sở KH và ĐT', THEN, 'H23.SKHDT'],
    ['Sở Y tế tỉnh Hải Dương', THEN, 'H23.SYT'],
    ['Sở Y tế Hải Dương', THEN, 'H23.SYT'],
    ['Sở Nội vụ (cơ quan thường trực)', THEN, 'H23.SNV'],
    ['Ngân hàng Nhà nước tỉnh', THEN, 'H23.NHNN'],
    ['BQL các KCN tỉnh', THEN, 'H23.BQLKCN'],
    ['Uỷ ban MTTQ tỉnh', THEN, 'H23.MTTQ'],
    ['VP UBND tỉnh', THEN, 'H23.VP'],
    ['BHXH tỉnh', THEN, 'H23.BHXH'],
    ['LĐLĐ tỉnh', THEN, 'H23.LDLD'],
    ['Tỉnh đoàn', THEN, 'H23.TDOAN'],
    ['Đoàn TNCS Hồ Chí Minh tỉnh', THEN, 'H23.TDOAN'],
    ['BCH Quân sự tỉnh', THEN, 'H23.BCHQS'],
    ['Trung tâm CNTT tỉnh', THEN, 'H23.TTCNTT'],
    ['UBND TP. Chí Linh', THEN, 'H23.290'],
    ['TX Kinh Môn', THEN, 'H23.292'],
    ['UBND huyện Thanh Hà, tỉnh Hải Dương', THEN, 'H23.294'],
    ['UBND tỉnh', THEN, 'H23'],
    ['UBND thành phố', LATER, 'H24'],
    ['UBND thành phố Hải Dương', THEN, 'H23.288'],
    ['Ban Quản lý KKT Hải Phòng', LATER, 'H24.BQLKKT'],
    ['UBND xã Cẩm Giang', LATER, 'H24.10888'],
    ['UBND xã Cẩm Giàng', LATER, 'H24.10903'],
  ])('%s (%s)', (name, d, id) => {
    expect(at(d, name)).toMatchObject({ kind: 'single', leaders: false })
    expect(ids(at(d, name))).toEqual([id])
  })

  test.each<[string, string, string]>([
    ['Giám đốc Sở Y tế', THEN, 'H23.SYT'],
    ['Chủ tịch, các PCT UBND tỉnh', THEN, 'H23'],
    ['Lãnh đạo VP UBND tỉnh', THEN, 'H23.VP'],
    ['TTUB: CT, các PCT', LATER, 'H24'],
    ['VPUB: CPV, các PCVP', LATER, 'H24.VP'],
  ])('%s: qua người đứng đầu', (name, d, id) => {
    expect(at(d, name)).toMatchObject({ kind: 'single', leaders: true })
    expect(ids(at(d, name))).toEqual([id])
  })
})

describe('nhóm, theo tổ chức của ngày văn bản', () => {
  test.each<[string, string, number, string]>([
    ['UBND các huyện, thị xã, thành phố', THEN, 12, '2 thành phố, 9 huyện, 1 thị xã'],
    ['Chủ tịch UBND các huyện', THEN, 9, '9 huyện'],
    ['UBND cấp huyện', THEN, 12, '2 thành phố, 9 huyện, 1 thị xã'],
    ['UBND các xã, phường, thị trấn', THEN, 235, '47 phường, 178 xã, 10 thị trấn'],
    ['UBND các xã, phường', LATER, 114, '45 phường, 67 xã, 2 đặc khu'],
    ['Ủy ban nhân dân xã, phường, đặc khu', LATER, 114, '45 phường, 67 xã, 2 đặc khu'],
    ['Các phường', LATER, 45, '45 phường'],
    ['các địa phương', LATER, 114, '45 phường, 67 xã, 2 đặc khu'],
    ['các sở, ban, ngành', THEN, 17, '17 cơ quan chuyên môn thuộc UBND'],
    ['Thủ trưởng các sở, ban, ngành', THEN, 17, '17 cơ quan chuyên môn thuộc UBND'],
    ['các sở, ngành', LATER, 14, '14 cơ quan chuyên môn thuộc UBND'],
    ['Sở, ban, ngành thuộc Ủy ban nhân dân Thành phố', LATER, 14, '14 cơ quan chuyên môn thuộc UBND'],
    ['Các đơn vị sự nghiệp công lập thuộc UBND tỉnh', THEN, 20, '20 đơn vị sự nghiệp'],
    ['Các tổ chức chính trị - xã hội tỉnh', THEN, 6, '6 tổ chức chính trị - xã hội'],
    ['Các hội', THEN, 13, '13 hội'],
    ['Các trường đại học, cao đẳng', THEN, 6, '4 trường đại học, 2 trường cao đẳng'],
    ['Các ban, cơ quan thuộc Tỉnh ủy', THEN, 7, '7 cơ quan Đảng'],
  ])('%s (%s): %i', (name, d, count, words) => {
    expect(at(d, name)).toMatchObject({ kind: 'group', words, units: { length: count } })
  })

  it('các cơ quan, đơn vị, địa phương: sở, đơn vị sự nghiệp và địa bàn ngay dưới tỉnh', () => {
    expect(at(THEN, 'Các cơ quan, đơn vị, địa phương').units).toHaveLength(17 + 20 + 12)
  })

  test.each([
    'các cơ quan, đơn vị có liên quan',
    'cơ quan, đơn vị có liên quan',
    'người đứng đầu các cơ quan, đơn vị có liên quan',
    'các sở, ngành, cơ quan liên quan',
    'Các cơ quan được phân công chủ trì',
    'cơ quan thông tấn báo chí',
    'các doanh nghiệp',
    'Phòng Nội vụ các huyện, thị xã, thành phố',
    'Trung tâm y tế cấp huyện',
    'các hợp tác xã trồng lúa',
  ])('%s: không có thành viên cố định', (name) => {
    expect(at(THEN, name)).toMatchObject(
      name.startsWith('cơ quan thông tấn') ? { units: [] } : { kind: 'open', units: [] },
    )
  })

  it('cấp đã kết thúc trước ngày văn bản: nêu ngày và văn bản', () => {
    const gone = at(LATER, 'UBND các huyện, thị xã, thành phố')
    expect(gone).toMatchObject({ kind: 'ended', units: [], ended: { on: '2025-07-01' } })
    expect(gone.ended?.act).toContain('202/2025/QH15')
    expect(at(LATER, 'UBND các huyện, xã')).toMatchObject({
      kind: 'group',
      words: '67 xã',
      ended: { on: '2025-07-01' },
    })
  })
})

describe('danh sách trong một tên', () => {
  test.each<[string, string[]]>([
    ['Các Sở: Y tế, Nội vụ, Tài chính', ['H23.SYT', 'H23.SNV', 'H23.STC']],
    [
      'Các Sở: Văn hóa, Thể thao và Du lịch, Y tế và Lao động, Thương binh và Xã hội',
      ['H23.SVHTTDL', 'H23.SYT', 'H23.SLDTBXH'],
    ],
    ['UBND các huyện Thanh Hà, Tứ Kỳ và thành phố Chí Linh', ['H23.294', 'H23.298', 'H23.290']],
    ['Giám đốc các Sở: Nội vụ, Y tế', ['H23.SNV', 'H23.SYT']],
    ['Sở Tài Chính/Sở KHĐT', ['H23.STC', 'H23.SKHDT']],
    ['Hội LHPN tỉnh, Hội Nông dân tỉnh, Tỉnh đoàn', ['H23.HLHPN', 'H23.HND', 'H23.TDOAN']],
    ['Sở Nội vụ và các đơn vị liên quan', ['H23.SNV']],
  ])('%s', (name, expected) => {
    expect(at(THEN, name)).toMatchObject({ kind: 'group', by: 'list' })
    expect(ids(at(THEN, name))).toEqual(expected)
  })

  it('nhóm đứng cạnh nhóm và nhóm không cố định', () => {
    const r = at(THEN, 'Các sở, ban, ngành, UBND các huyện, thị xã, thành phố và các đơn vị liên quan')
    expect([r.kind, r.units.length, r.open]).toEqual(['group', 29, true])
    expect(at(THEN, 'Ủy ban MTTQ tỉnh, các đoàn thể tỉnh').units).toHaveLength(6)
  })

  it('một tên chưa rõ thì cả danh sách chưa rõ, phần rõ vẫn nêu', () => {
    const r = at(THEN, 'Các Sở: Y tế, Vũ trụ')
    expect([r.kind, ids(r), r.parts.map((p) => p.kind)]).toEqual(['unknown', ['H23.SYT'], ['single', 'unknown']])
  })
})

describe('đã kết thúc', () => {
  it('sau ngày văn bản: vẫn là cơ quan ấy, kèm ngày, văn bản, nơi kế thừa theo chức năng', () => {
    expect(at(THEN, 'Sở Thông tin và Truyền thông')).toMatchObject({
      kind: 'single',
      units: [{ id: 'H23.STTTT' }],
      ended: {
        on: '2025-02-20',
        heirs: [
          { id: 'H24.SVHTTDL', function: 'báo chí, xuất bản, tuyên truyền' },
          { id: 'H24.SKHCN', function: 'công nghệ thông tin, chuyển đổi số, viễn thông' },
        ],
      },
    })
    expect(at(THEN, 'Sở Nội vụ').ended?.heirs[0]?.name).toBe('Sở Nội vụ (Thành phố Hải Phòng)')
  })

  it('trước ngày văn bản: không thay lặng lẽ', () => {
    expect(at(LATER, 'Sở LĐTBXH')).toMatchObject({
      kind: 'ended',
      units: [{ id: 'H23.SLDTBXH' }],
      ended: { on: '2025-02-20', heirs: [{ id: 'H24.SNV' }] },
    })
    expect(at(LATER, 'UBND huyện Thanh Hà').ended?.heirs).toHaveLength(8)
    expect(at(LATER, 'Công an tỉnh')).toMatchObject({ kind: 'ended', ended: { heirs: [] } })
    expect(at(LATER, 'UBND tỉnh Hải Dương')).toMatchObject({ kind: 'ended', ended: { heirs: [{ id: 'H24' }] } })
  })

  it('đổi tên: nêu tên mới của chính đơn vị ấy', () => {
    const r = resolverOf(facts, '2025-01-15', TODAY)('UBND xã Đồng Tâm')
    expect(r).toMatchObject({ kind: 'ended', units: [{ id: 'H23.11203' }], ended: { on: '2024-12-01', renamed: true } })
    expect(r.ended?.heirs[0]).toMatchObject({ id: 'H23.11203', name: 'UBND thị trấn Ninh Giang' })
  })
})

describe('cùng tên, gần giống, ngoài sổ bộ', () => {
  it('13 tên trùng không bao giờ tự chọn; nêu huyện thì rõ', () => {
    expect(at(THEN, 'UBND xã Hồng Phong')).toMatchObject({ kind: 'ambiguous', units: [] })
    expect(at(THEN, 'UBND xã Hồng Phong').candidates.map((c) => c.reason)).toEqual([
      'cùng tên, thuộc huyện Nam Sách',
      'cùng tên, thuộc huyện Ninh Giang',
      'cùng tên, thuộc huyện Thanh Miện',
    ])
    for (const name of ['UBND xã Hồng Phong (huyện Ninh Giang)', 'UBND xã Hồng Phong, huyện Ninh Giang'])
      expect(at(THEN, name)).toMatchObject({ kind: 'single' })
    expect(at(LATER, 'UBND xã Hồng Phong')).toMatchObject({ kind: 'ambiguous', candidates: { length: 3 } })
    expect(at(LATER, 'UBND xã Hồng Phong (huyện Ninh Giang)')).toMatchObject({ kind: 'ended' })
  })

  it('thành phố không nêu tên, khi tỉnh có hai thành phố', () => {
    expect(at(THEN, 'UBND thành phố')).toMatchObject({ kind: 'ambiguous', candidates: { length: 2 } })
  })

  test.each<[string, string]>([
    ['Sở Nội Vu', 'chỉ khác dấu'],
    ['UBND huyện Thanh Hòa', 'khác một tiếng: «hòa» và «hà»'],
    ['Sở Lao động', 'thiếu «thương binh và xã hội»'],
    ['Bệnh viện Nhi Hải Dương', 'thừa «hải dương»'],
  ])('%s: chỉ gợi ý, không tự nhận', (name, reason) => {
    const r = at(THEN, name)
    expect([r.kind, r.units.length, r.candidates[0]?.reason]).toEqual(['unknown', 0, reason])
  })

  test.each([
    ['Bộ Nội vụ', THEN],
    ['Chính phủ', THEN],
    ['Cục Phổ biến, giáo dục pháp luật', THEN],
    ['UBND tỉnh Hưng Yên', THEN],
    ['UBND thành phố Hải Phòng', THEN],
    ['Thường trực Tỉnh ủy', THEN],
    ['Thường trực HĐND tỉnh', THEN],
    ['Thường trực Thành ủy', LATER],
    ['Phòng: TH, VX, NCPC', LATER],
    ['Ban Tổ chức Trung ương', THEN],
    ['Lưu: VT, NC (08b)', THEN],
    ['TT Thành ủy, TT HĐND TP', LATER],
    ['Các huyện, thị, thành ủy', THEN],
    ['các Huyện ủy, Thị ủy, Thành ủy', THEN],
    ['Đảng ủy Công an tỉnh', THEN],
    ['Bộ Giáo dục và Đào tạo', THEN],
  ])('%s: ngoài sổ bộ, không phải lỗi', (name, d) => {
    expect(at(d, name)).toMatchObject({ kind: 'outside', units: [] })
    expect(at(d, name).words).not.toBe('')
  })

  it('«Công an thành phố» không phải «Công an tỉnh» của tỉnh cũ', () => {
    expect(at(LATER, 'Công an thành phố').kind).toBe('unknown')
    expect(at(LATER, 'Công an tỉnh Hải Dương')).toMatchObject({ kind: 'ended', units: [{ id: 'H23.CA' }] })
    expect(at(LATER, 'Sở TT&TT tỉnh Hải Dương')).toMatchObject({ kind: 'ended', units: [{ id: 'H23.STTTT' }] })
  })

  it('cơ quan trung ương đứng cùng cơ quan của tỉnh trong một tên', () => {
    const r = at(THEN, 'Bộ Giáo dục và Đào tạo, Sở Giáo dục và Đào tạo')
    expect([r.kind, ids(r), r.parts.map((p) => p.kind)]).toEqual(['group', ['H23.SGDDT'], ['outside', 'single']])
  })

  test.each(['', '  ', '-', 'Trung tâm Dịch vụ việc làm Thành phố (Sở Nội vụ)', 'Xyz'])('«%s»: chưa rõ', (name) => {
    expect(at(LATER, name)).toMatchObject({ kind: 'unknown', units: [] })
  })
})

describe('quyết định của cán bộ', () => {
  const alias = (written: string, more: Partial<Alias>): Alias => ({
    id: `a:${written}`,
    written,
    means: 'body',
    unitId: null,
    unitName: null,
    phrase: null,
    documentId: null,
    decidedBy: 'Lê Thị Lan',
    valid: { from: day('2024-01-01'), to: null },
    ...more,
  })
  const withAliases = (aliases: Alias[], on = THEN, documentId: string | null = 'V1') =>
    resolver(bookOf(registerOf(facts, on, TODAY, { aliases })), documentId)

  it('tên gọi khác dùng đúng những ngày của nó, bất kể cách viết', () => {
    const list = [
      alias('Sở Lao động', { unitId: 'H23.SLDTBXH', valid: { from: day('2024-01-01'), to: day('2024-06-01') } }),
    ]
    expect(withAliases(list)('SỞ LAO ĐỘNG;')).toMatchObject({
      kind: 'single',
      by: 'alias',
      units: [{ id: 'H23.SLDTBXH' }],
    })
    expect(withAliases(list, '2024-06-01')('Sở Lao động').kind).toBe('unknown')
  })

  it('quyết định cho một văn bản không dùng cho văn bản khác', () => {
    const list = [alias('UBND xã Hồng Phong', { unitId: 'H23.10642', documentId: 'V1' })]
    const own = withAliases(list)('UBND xã Hồng Phong')
    expect(own.by).toBe('alias')
    expect(withAliases(list, THEN, 'V2')('UBND xã Hồng Phong').kind).toBe('ambiguous')
  })

  it('tên một cơ quan mang đúng từng chữ thì không bị tên gọi khác che', () => {
    const list = [alias('Sở Y tế', { unitId: 'H23.SNV' })]
    expect(withAliases(list)('Sở Y tế')).toMatchObject({ by: 'exact', units: [{ id: 'H23.SYT' }] })
  })

  it('nhóm, nhóm không cố định, ngoài sổ bộ, để nguyên', () => {
    const list = [
      alias('Khối chính quyền', { means: 'group', phrase: 'Các sở, ban, ngành' }),
      alias('Nhà trường', { means: 'open' }),
      alias('Báo Nhân Dân', { means: 'outside' }),
      alias('Tổ giúp việc', { means: 'left' }),
    ]
    const resolve = withAliases(list)
    expect(resolve('Khối chính quyền')).toMatchObject({ kind: 'group', by: 'alias', units: { length: 17 } })
    expect(resolve('Nhà trường')).toMatchObject({ kind: 'open', by: 'alias' })
    expect(resolve('Báo Nhân Dân')).toMatchObject({ kind: 'outside', by: 'alias' })
    expect(resolve('Tổ giúp việc')).toMatchObject({ kind: 'unknown', by: 'alias' })
  })

  it('quyết định cho cơ quan đã kết thúc vẫn nêu kết thúc', () => {
    const list = [alias('Sở Lao động', { unitId: 'H23.SLDTBXH' })]
    expect(withAliases(list, LATER)('Sở Lao động')).toMatchObject({
      kind: 'ended',
      by: 'alias',
      ended: { on: '2025-02-20' },
    })
  })
})

describe('sổ bộ tự nhận ra mình', () => {
  const spellings: ((name: string) => string)[] = [
    (n) => n,
    (n) => n.normalize('NFD'),
    (n) => n.toUpperCase(),
    (n) => `  ${n.replaceAll(' ', '  ')} `,
    (n) => n.replaceAll('Ủy', 'Uỷ').replaceAll('ủy', 'uỷ'),
    (n) => `- ${n};`,
  ]

  test.each([
    '2024-01-01',
    THEN,
    '2024-11-30',
    '2024-12-01',
    '2025-02-19',
    '2025-02-20',
    '2025-06-30',
    '2025-07-01',
    TODAY,
  ])('ngày %s: mọi tên cơ quan là chính nó, hoặc cùng tên với đơn vị khác', (on) => {
    const register = registerOf(facts, on, TODAY)
    const resolve = resolver(bookOf(register))
    for (const u of register.units) {
      const same = register.units.filter((o) => o.officeName === u.officeName)
      for (const spell of spellings) {
        const r = resolve(spell(u.officeName))
        if (same.length === 1) expect([r.kind, ids(r)], spell(u.officeName)).toEqual(['single', [u.id]])
        else expect([r.kind, r.candidates.length], u.officeName).toEqual(['ambiguous', same.length])
      }
    }
  })

  it('mỗi tên từng mang, ngày đầu và ngày cuối của nó', () => {
    for (const b of registerOf(facts, THEN).borne) {
      for (const on of [b.valid.from, b.valid.to === null ? day(TODAY) : addDays(b.valid.to, -1)]) {
        const r = known(on)(b.officeName)
        const found = [...r.units, ...r.candidates].map((u) => u.id)
        expect(found, `${b.officeName} ${on}`).toContain(b.unitId)
        expect(['single', 'ambiguous']).toContain(r.kind)
      }
    }
  })

  const made = new Map<string, ReturnType<typeof resolver>>()
  const known = (on: string) => {
    const found = made.get(on) ?? resolverOf(facts, on)
    made.set(on, found)
    return found
  }

  it('chữ nào cũng trả lời, «một cơ quan» luôn là đúng một', () => {
    const words = fc.constantFrom(
      'UBND',
      'Sở',
      'các',
      'xã',
      'Hồng Phong',
      ',',
      'và',
      'Nội vụ',
      'huyện',
      'tỉnh',
      '(',
      ')',
      'Tỉnh ủy',
      'Chủ tịch',
      'liên quan',
      ':',
      'TT&TT',
      'khác',
      'thành phố',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words, { maxLength: 12 }).map((w) => w.join(' ')),
        ),
        (text) => {
          const r = at(THEN, text)
          if (r.kind === 'single' || (r.kind === 'ended' && r.by === 'spelling')) expect(r.units).toHaveLength(1)
          if (['open', 'outside'].includes(r.kind)) expect(r.units).toEqual([])
          expect(new Set(ids(r)).size).toBe(r.units.length)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('tỉnh khác', () => {
  const base = inventedProvince()
  const invented = {
    ...base,
    units: [
      ...base.units,
      aUnit('Y01.MTTQ', {
        name: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
        officeName: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
        group: 'mat-tran-doan-the',
      }),
    ],
    events: [
      ...base.events,
      anEvent('2025-03-01', {
        act: 'Nghị quyết số 09/NQ-HĐND',
        ends: ['Y01.SYT'],
        edges: [anEdge('Y01.SYT', 'Y01.SNV', { function: 'y tế dự phòng', part: 'part' })],
      }),
    ],
  }
  const resolve = (name: string, on = '2024-05-01') => resolverOf(invented, on, '2026-01-01')(name)

  test.each<[string, string, string[]]>([
    ['UBND tỉnh', 'single', ['Y01']],
    ['UBND tỉnh An Bình', 'single', ['Y01']],
    ['Sở Nội vụ tỉnh An Bình', 'single', ['Y01.SNV']],
    ['BVĐK tỉnh', 'single', ['Y01.BVDK']],
    ['MTTQ tỉnh', 'single', ['Y01.MTTQ']],
    ['UBND các huyện', 'group', ['Y01.901', 'Y01.902']],
    ['UBND xã Đông', 'ambiguous', []],
    ['UBND xã Đông (huyện Hạ)', 'single', ['Y01.90201']],
    ['Thị trấn Hoà Lạc', 'single', ['Y01.90202']],
    ['UBND tỉnh Khác', 'outside', []],
  ])('%s: %s', (name, kind, expected) => {
    expect([resolve(name).kind, ids(resolve(name))]).toEqual([kind, expected])
  })

  it('kết thúc trước và sau ngày văn bản, theo chức năng', () => {
    const heirs = [{ id: 'Y01.SNV', name: 'Sở Nội vụ', function: 'y tế dự phòng' }]
    expect(resolve('Sở Y tế')).toMatchObject({
      kind: 'single',
      ended: { on: '2025-03-01', act: 'Nghị quyết số 09/NQ-HĐND', heirs },
    })
    expect(resolve('Sở Y tế', '2025-03-01')).toMatchObject({ kind: 'ended', ended: { heirs } })
    expect(resolve('UBND huyện Hạ', '2024-09-01')).toMatchObject({
      kind: 'ended',
      ended: { heirs: [{ id: 'Y01.901' }] },
    })
  })
})
