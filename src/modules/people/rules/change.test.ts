import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PartialDay } from '../../../kernel/partial-day.ts'
import type { Dossier, Entry, Fact } from '../words/dossier.ts'
import { changeDossier } from './change.ts'
import type { ChangeAt, DossierChange } from './changing.ts'

let n = 0
const AT: ChangeAt = {
  newId: () => `id-${++n}`,
  digest: (text) => `#${text}`,
  unitId: 'so-y-te',
  batchId: null,
}

beforeEach(() => {
  n = 0
})

const p = (text: string): PartialDay => text as PartialDay
const says = (group: Entry['group'], data: Entry['data'], more: Partial<Entry> = {}): Entry => ({
  group,
  data,
  level: 1,
  source: 'nhap:H23.SYT:1',
  ...more,
})

const DUC: readonly Entry[] = [
  says('names', { fullName: 'Nguyễn Văn Đức' }),
  says('birth', { birth: '1972-09-02', sex: 'nam' }),
  says('identity', { cccd: '030072001234' }),
  says('ethnicity', { ethnicity: '01' }),
  says('post', { body: 'bv-tinh', position: 'Bác sĩ', kind: 'chinh' }, { from: p('2010') }),
  says('education', { level: '6', major: 'Y khoa', graduated: 1996 }),
]

/** The dossier after a change, as the register would give it back. */
const dossierOf = (c: DossierChange): Dossier => ({
  person: c.person,
  facts: c.facts,
  identifiers: c.identifiers,
  sealed: c.sealedAdded.map(({ entry, data, ...mark }) => mark),
})

const known = (entries: readonly Entry[] = DUC): Dossier => dossierOf(changeDossier(null, entries, AT))
const posts = (c: DossierChange): unknown[] =>
  c.facts
    .filter((f) => f.group === 'post')
    .map((f) => [f.data.position, f.from, f.to, f.slot])
    .sort()

describe('hai bằng cùng trình độ không ghi ngành', () => {
  const degrees = (c: DossierChange) => c.facts.filter((f) => f.group === 'education').map((f) => f.data)
  const bachelor = (no: number, data: Entry['data']) =>
    says('education', { level: '6', ...data }, { source: `nhap:H23.SYT:education.${no}` })

  it.each([
    ['khác năm', { graduated: 1996 }, { graduated: 2004 }, 2],
    ['khác trường', { school: 'Đại học Y Hà Nội' }, { school: 'Đại học Luật Hà Nội' }, 2],
    ['cùng năm, khác trường', { graduated: 1996, school: 'ĐH A' }, { graduated: 1996, school: 'ĐH B' }, 2],
    ['một bằng có ngành', { major: 'Y khoa', school: 'ĐH A' }, { school: 'ĐH B' }, 2],
    ['chỉ cách ghi trường khác', { school: 'ĐH Y Hà Nội' }, { school: 'Trường Đại học Y Hà Nội', graduated: 1996 }, 1],
    ['bằng sau nói thêm năm', { school: 'ĐH A' }, { school: 'ĐH A', graduated: 1996 }, 1],
  ])('%s', (_, one, two, kept) => {
    const list = [says('names', { fullName: 'Lê Hà' }), bachelor(1, one), bachelor(2, two)]
    const first = changeDossier(null, list, AT)
    expect(degrees(first)).toHaveLength(kept)
    const again = changeDossier(dossierOf(first), list, AT)
    expect(again.outcome).toBe('same')
    expect(degrees(again)).toEqual(degrees(first))
  })

  it('danh sách sau ghi hai bằng theo thứ tự ngược lại: không đổi gì', () => {
    const [a, b] = [{ school: 'ĐH A' }, { school: 'ĐH B' }]
    const first = changeDossier(null, [says('names', { fullName: 'Lê Hà' }), bachelor(1, a), bachelor(2, b)], AT)
    expect(changeDossier(dossierOf(first), [bachelor(1, b), bachelor(2, a)], AT).outcome).toBe('same')
  })

  it('cùng ngành mà khác trường là sửa cách ghi, không phải bằng thứ hai', () => {
    const list = [bachelor(1, { major: 'Y khoa', school: 'ĐH A' }), bachelor(2, { major: 'Y khoa', school: 'ĐH B' })]
    expect(degrees(changeDossier(null, [says('names', { fullName: 'Lê Hà' }), ...list], AT))).toHaveLength(1)
  })
})

describe('hồ sơ mới', () => {
  it('giữ họ tên, nhân thân, số định danh, mục có ngày; mục nhạy cảm để riêng', () => {
    const c = changeDossier(null, DUC, AT)
    expect(c.outcome).toBe('new')
    expect(c.person).toMatchObject({
      name: 'Nguyễn Văn Đức',
      birth: '1972-09-02',
      sex: 'nam',
      unitId: 'so-y-te',
      version: 1,
      level: 1,
    })
    expect(c.added.map((f) => f.group)).toEqual(['post', 'education'])
    expect(c.identifiersAdded).toMatchObject([
      { scheme: 'cccd', value: '030072001234', last3: '234', digest: '#cccd|030072001234' },
    ])
    expect(c.sealedAdded).toMatchObject([{ group: 'ethnicity', data: { ethnicity: '01' } }])
    expect(c.person.gaps).toEqual(expect.arrayContaining(['residence', 'category']))
  })

  it('cùng lời khai lần hai không đổi gì', () => {
    const again = changeDossier(known(), DUC, AT)
    expect(again).toMatchObject({
      outcome: 'same',
      added: [],
      superseded: [],
      fields: [],
      sealedAdded: [],
      identifiersAdded: [],
    })
    expect(again.person.version).toBe(1)
  })
})

describe('lời khai ít hơn điều đã biết không đổi gì', () => {
  it.each<[string, Entry]>([
    ['chỉ có năm sinh', says('birth', { birth: '1972' })],
    ['họ tên viết cách khác của cùng chính tả', says('names', { fullName: 'NGUYỄN VĂN ĐỨC' })],
    ['bằng đại học, không nói ngành', says('education', { level: '6' }, { source: 'khai' })],
    ['vị trí chính, không nói từ ngày nào', says('post', { body: 'bv-tinh', kind: 'chinh' })],
  ])('%s', (_, entry) => {
    expect(changeDossier(known(), [entry], AT).outcome).toBe('same')
  })
})

describe('vị trí chính: mỗi ngày một', () => {
  it('bổ nhiệm có ngày sau thì mục trước hết đúng ngày ấy', () => {
    const c = changeDossier(
      known(),
      [says('post', { body: 'bv-tinh', position: 'Trưởng khoa', kind: 'chinh' }, { from: p('2020-03-01') })],
      AT,
    )
    expect(posts(c)).toEqual([
      ['Bác sĩ', '2010', '2020-03-01', 'post:main'],
      ['Trưởng khoa', '2020-03-01', null, 'post:main'],
    ])
  })

  it('quyết định lùi ngày chen vào giữa mục đã biết', () => {
    const later = dossierOf(
      changeDossier(
        known(),
        [says('post', { body: 'bv-tinh', position: 'Giám đốc', kind: 'chinh' }, { from: p('2022-01-01') })],
        AT,
      ),
    )
    const c = changeDossier(
      later,
      [says('post', { body: 'bv-tinh', position: 'Trưởng khoa', kind: 'chinh' }, { from: p('2016-05') })],
      AT,
    )
    expect(posts(c)).toEqual([
      ['Bác sĩ', '2010', '2016-05', 'post:main'],
      ['Giám đốc', '2022-01-01', null, 'post:main'],
      ['Trưởng khoa', '2016-05', '2022-01-01', 'post:main'],
    ])
  })

  it('không có ngày thì là sửa lại mục đang giữ', () => {
    const c = changeDossier(known(), [says('post', { body: 'bv-tinh', position: 'Bác sĩ chính', kind: 'chinh' })], AT)
    expect(posts(c)).toEqual([['Bác sĩ chính', '2010', null, 'post:main']])
    expect(c.fields).toEqual([{ group: 'post', field: 'position', before: 'Bác sĩ', after: 'Bác sĩ chính' }])
  })

  it('danh sách tính đến một ngày: thay đổi được ghi từ ngày ấy, nói lại thì không đổi gì', () => {
    const list = [says('post', { body: 'bv-tinh', position: 'Trưởng khoa', kind: 'chinh' }, { asOf: p('2026-11-01') })]
    const c = changeDossier(known(), list, AT)
    expect(posts(c)).toEqual([
      ['Bác sĩ', '2010', '2026-11-01', 'post:main'],
      ['Trưởng khoa', '2026-11-01', null, 'post:main'],
    ])
    expect(c.fields).toEqual([{ group: 'post', field: 'position', before: 'Bác sĩ', after: 'Trưởng khoa' }])
    const next = list.map((e) => ({ ...e, asOf: p('2026-12-01') }))
    expect(changeDossier(dossierOf(c), next, AT).outcome).toBe('same')
  })

  it('người trở lại vị trí cũ: mục đã hết không được coi là đang giữ', () => {
    const moved = dossierOf(
      changeDossier(
        known(),
        [says('post', { body: 'so-y-te', position: 'Chuyên viên', kind: 'chinh' }, { from: p('2020') })],
        AT,
      ),
    )
    const c = changeDossier(
      moved,
      [says('post', { body: 'bv-tinh', position: 'Bác sĩ', kind: 'chinh' }, { asOf: p('2026-11-01') })],
      AT,
    )
    expect(posts(c)).toEqual([
      ['Bác sĩ', '2010', '2020', 'post:main'],
      ['Bác sĩ', '2026-11-01', null, 'post:main'],
      ['Chuyên viên', '2020', '2026-11-01', 'post:main'],
    ])
  })

  it('sửa một mục đã hết không kéo dài mục ấy tới mục sau', () => {
    const gap = known([
      says('post', { body: 'a', position: 'x', kind: 'chinh' }, { from: p('2010'), to: p('2015') }),
      says('post', { body: 'b', position: 'y', kind: 'chinh' }, { from: p('2020') }),
    ])
    const c = changeDossier(gap, [says('post', { body: 'a', position: 'z', kind: 'chinh' }, { from: p('2010') })], AT)
    expect(posts(c)).toEqual([
      ['y', '2020', null, 'post:main'],
      ['z', '2010', '2015', 'post:main'],
    ])
  })

  it('ngày kết thúc không sau ngày bắt đầu: không ghi, báo lại', () => {
    const c = changeDossier(
      known(),
      [says('post', { body: 'a', kind: 'chinh' }, { from: p('2020'), to: p('2019') })],
      AT,
    )
    expect(c).toMatchObject({ outcome: 'same', findings: [{ code: 'dossier.ends-too-early' }] })
  })

  it('kiêm nhiệm đứng cạnh vị trí chính', () => {
    const c = changeDossier(
      known(),
      [says('post', { body: 'truong-y', position: 'Giảng viên', kind: 'kiem-nhiem' }, { from: p('2018') })],
      AT,
    )
    expect(posts(c)).toEqual([
      ['Bác sĩ', '2010', null, 'post:main'],
      ['Giảng viên', '2018', null, null],
    ])
  })
})

describe('mức xác minh', () => {
  const proven = known([
    ...DUC.slice(0, 4),
    says('post', { body: 'bv-tinh', position: 'Trưởng khoa', kind: 'chinh' }, { level: 2, evidence: 'QĐ 12' }),
  ])

  it('điều đã có văn bản không bị lời tự khai ghi đè: cả hai được giữ, hồ sơ thành mâu thuẫn', () => {
    const c = changeDossier(
      proven,
      [says('post', { body: 'bv-tinh', position: 'Giám đốc', kind: 'chinh' }, { level: 0, source: 'khai' })],
      AT,
    )
    expect(c.facts.filter((f) => f.group === 'post').map((f) => [f.data.position, f.level, f.slot])).toEqual([
      ['Trưởng khoa', 2, 'post:main'],
      ['Giám đốc', -1, null],
    ])
    expect(c.person.level).toBe(-1)
    expect(c.findings.map((f) => f.code)).toEqual(['dossier.contested'])
  })

  it('nói lại điều đang mâu thuẫn không thêm mục thứ ba', () => {
    const said = says('post', { body: 'bv-tinh', position: 'Giám đốc', kind: 'chinh' }, { level: 0, source: 'khai' })
    const once = dossierOf(changeDossier(proven, [said], AT))
    expect(changeDossier(once, [said], AT).outcome).toBe('same')
  })

  it('nói lại cùng điều ở mức cao hơn thì nâng mức', () => {
    const c = changeDossier(
      known(),
      [says('education', { level: '6', major: 'Y khoa' }, { level: 2, evidence: 'Bằng số 123' })],
      AT,
    )
    expect(c.facts.find((f) => f.group === 'education')).toMatchObject({
      level: 2,
      evidence: 'Bằng số 123',
      data: { graduated: 1996 },
    })
  })

  it('ngày sinh đã xác minh không đổi vì một danh sách nói khác; nói đầy đủ hơn thì được nhận', () => {
    const verified = known([says('names', { fullName: 'Ý' }), says('birth', { birth: '1972' }, { level: 3 })])
    expect(changeDossier(verified, [says('birth', { birth: '1973-01-01' })], AT)).toMatchObject({
      outcome: 'same',
      findings: [{ code: 'dossier.core-differs', field: 'birth' }],
    })
    expect(changeDossier(verified, [says('birth', { birth: '1972-09-02' })], AT).person.birth).toBe('1972-09-02')
  })
})

describe('sửa lại', () => {
  it('tệp sửa của cùng nguồn thay mục nguồn ấy đã nói', () => {
    const c = changeDossier(known(), [says('education', { level: '7', major: 'Y học dự phòng', graduated: 2004 })], AT)
    expect(c.facts.filter((f) => f.group === 'education').map((f) => f.data)).toEqual([
      { level: '7', major: 'Y học dự phòng', graduated: 2004 },
    ])
  })

  it('nguồn khác nói bằng khác thì là thêm một bằng', () => {
    const c = changeDossier(
      known(),
      [says('education', { level: '7', major: 'Y học dự phòng' }, { source: 'khai', level: 0 })],
      AT,
    )
    expect(c.facts.filter((f) => f.group === 'education')).toHaveLength(2)
  })

  it('sửa đúng mục được chỉ thì bỏ cả điều không nói nữa', () => {
    const before = known()
    const fact = before.facts.find((f) => f.group === 'education') as Fact
    const c = changeDossier(before, [says('education', { level: '6', major: 'Y khoa' }, { mends: fact.id })], AT)
    expect(c.facts.find((f) => f.group === 'education')?.data).toEqual({ level: '6', major: 'Y khoa' })
    expect(c.superseded).toEqual([fact.id])
  })

  it('số định danh khác thay số trước, số trước còn trong lịch sử', () => {
    const c = changeDossier(known(), [says('identity', { cccd: '030072009999' })], AT)
    expect(c.identifiers.map((i) => i.last3)).toEqual(['999'])
    expect(c.identifiersSuperseded).toHaveLength(1)
  })
})

describe('điều luôn đúng', () => {
  const post = fc.record({
    body: fc.constantFrom('a', 'b'),
    position: fc.constantFrom('x', 'y', 'z'),
    kind: fc.constantFrom('chinh', 'kiem-nhiem'),
    from: fc.option(fc.constantFrom('2010', '2012-05', '2015-01-01', '2020', '2024-07-01')),
    to: fc.option(fc.constantFrom('2025', '2026-07-01')),
    asOf: fc.option(fc.constantFrom('2011-01-01', '2024-12-31', '2026-11-23')),
    level: fc.constantFrom(0, 1, 2),
    source: fc.constantFrom('khai', 'nhap:A:1', 'co-quan:B'),
  })
  const entries = fc.array(post, { maxLength: 8 }).map((list) =>
    list.map(
      ({ from, to, asOf, level, source, ...data }): Entry => ({
        group: 'post',
        data,
        from: from as PartialDay | null,
        to: to as PartialDay | null,
        asOf: asOf as PartialDay | null,
        level: level as 0,
        source,
      }),
    ),
  )
  const start = (f: Fact): string => (f.from === null ? '' : `${f.from}-01-01`.slice(0, 10))
  const end = (f: Fact): string => (f.to === null ? '9' : `${f.to}-01-01`.slice(0, 10))

  it('không ngày nào có hai vị trí chính, không mục nào rỗng ngày, với mọi thứ tự lời khai', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const main = changeDossier(known([]), list, AT).facts.filter((f) => f.slot === 'post:main')
        for (const f of main) expect(start(f) < end(f)).toBe(true)
        for (const a of main)
          for (const b of main) if (a !== b) expect(end(a) <= start(b) || end(b) <= start(a)).toBe(true)
      }),
    )
  })

  it('những gì bị thay là những gì từng có, những gì thêm là những gì còn lại', () => {
    fc.assert(
      fc.property(entries, entries, (first, second) => {
        const before = known(first)
        const c = changeDossier(before, second, AT)
        const ids = new Set(before.facts.map((f) => f.id))
        expect(c.superseded.every((id) => ids.has(id))).toBe(true)
        const after = [...before.facts.filter((f) => !c.superseded.includes(f.id)), ...c.added]
        expect(new Set(after.map((f) => f.id))).toEqual(new Set(c.facts.map((f) => f.id)))
      }),
    )
  })
})
