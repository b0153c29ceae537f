import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDayOf, type PartialDay } from '../../../kernel/partial-day.ts'
import type { Fact } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'
import { FIRST_DAY, NO_END, type Slice, slicesOf } from './slices.ts'

const fact = (group: GroupCode, data: Fact['data'], more: Partial<Fact> = {}): Fact => ({
  id: '',
  personId: 'x',
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
const p = (text: string): PartialDay => text as PartialDay
const ALIVE = { birth: null, died: null }
const on = (slices: readonly Slice[], day: string): Slice | undefined => slices.find((s) => s.from <= day && day < s.to)

const THPT = '018f0000-0000-7000-8000-000000000001'
const SO_GD = '018f0000-0000-7000-8000-000000000002'

const CAREER = [
  fact('post', { body: THPT, leadership: '' }, { slot: 'post:main', from: p('2001'), to: p('2015-08-01') }),
  fact('post', { body: SO_GD, leadership: 'pho-phong' }, { slot: 'post:main', from: p('2015-08-01') }),
  fact('education', { level: '6', field: '71401', graduated: 2000 }),
  fact('education', { level: '7', graduated: 2012 }),
  fact('education', { level: '8' }, { from: p('2020-06') }),
  fact('category', { category: 'vien-chuc', sector: 'giao-duc', main: true }, { slot: 'category:main' }),
  fact('academic-title', { title: 'PGS', appointed: 2024 }),
]

describe('lát cắt theo ngày', () => {
  const slices = slicesOf(ALIVE, CAREER)

  it.each<[string, Partial<Slice>]>([
    ['1999-12-31', { degree: 0, workUnit: null, sector: 'giao-duc' }],
    ['2000-01-01', { degree: 6, field: '71401', workUnit: null }],
    ['2001-01-01', { degree: 6, workUnit: THPT, leadership: null }],
    ['2012-06-30', { degree: 7, field: null }],
    ['2015-07-31', { workUnit: THPT }],
    ['2015-08-01', { workUnit: SO_GD, leadership: 'pho-phong' }],
    ['2020-05-31', { degree: 7 }],
    ['2020-06-01', { degree: 8, title: null }],
    ['2024-01-01', { degree: 8, title: 'PGS' }],
    ['2045-01-01', { degree: 8, title: 'PGS', workUnit: SO_GD }],
  ])('ngày %s', (day, expected) => {
    expect(on(slices, day)).toMatchObject(expected)
  })

  it('nơi ở, cơ quan chỉ ghi bằng chữ thì chưa thuộc nơi nào trong sổ bộ', () => {
    const words = slicesOf(ALIVE, [
      fact('contact', { residence: 'xã Gia Tân' }, { slot: 'contact' }),
      fact('post', { body: 'Công ty A', kind: 'chinh' }, { slot: 'post:main' }),
    ])
    expect(on(words, '2026-01-01')).toMatchObject({ placeUnit: null, workUnit: null })
  })

  it('điều đang mâu thuẫn không được đếm', () => {
    expect(on(slicesOf(ALIVE, [fact('education', { level: '8' }, { level: -1 })]), '2026-01-01')).toMatchObject({
      degree: 0,
    })
  })

  it('lĩnh vực không ai nói thì theo ngạch', () => {
    expect(on(slicesOf(ALIVE, [fact('rank', { code: 'V.08.01.03' })]), '2026-01-01')).toMatchObject({ sector: 'y-te' })
  })

  it('người đã mất không còn lát cắt sau ngày mất', () => {
    const gone = slicesOf({ birth: p('1975'), died: p('2022-03') }, CAREER)
    expect(gone.at(-1)?.to).toBe('2022-03-01')
    expect(on(gone, '2022-03-01')).toBeUndefined()
  })

  it.each([
    ['đủ ngày', '1975-09-02', '1975-09-01', '1975-09-02'],
    ['chỉ tháng: từ ngày đầu tháng', '1975-09', '1975-08-31', '1975-09-01'],
    ['chỉ năm: từ ngày đầu năm', '1975', '1974-12-31', '1975-01-01'],
  ])('chưa có trong sổ trước ngày sinh (%s)', (_, birth, before, from) => {
    const born = slicesOf({ birth: p(birth), died: null }, CAREER)
    expect(on(born, before)).toBeUndefined()
    expect(on(born, from)).toMatchObject({ degree: 0, sector: 'giao-duc' })
  })

  it('ngày sinh không trước ngày mất thì không kể: hồ sơ vẫn tìm thấy để sửa', () => {
    expect(slicesOf({ birth: p('2022-03-01'), died: p('2022-03') }, CAREER)[0]?.from).toBe(FIRST_DAY)
  })

  it('mục ghi trước ngày sinh không tạo lát cắt nào trước ngày sinh', () => {
    const early = slicesOf({ birth: p('1980'), died: null }, [
      fact('post', { body: THPT }, { slot: 'post:main', from: p('1975'), to: p('1978') }),
    ])
    expect(early).toHaveLength(1)
    expect(early[0]).toMatchObject({ from: '1980-01-01', workUnit: null })
  })
})

describe('điều các mục tiêu cần', () => {
  const TEACHER = [
    fact('category', { category: 'vien-chuc', sector: 'giao-duc', main: true }, { slot: 'category:main' }),
    fact('rank', { code: 'V.07.03.29' }, { from: p('2012-09-01') }),
    fact('education', { level: '5', graduated: 2010 }),
    fact('education', { level: '6', graduated: 2022 }),
  ]

  it.each<[string, Partial<Slice>]>([
    ['2012-08-31', { profession: null, training: null }],
    ['2012-09-01', { profession: 'gv-tieu-hoc', training: 'dat' }],
    ['2020-06-30', { training: 'dat', fit: 0 }],
    ['2020-07-01', { training: 'chua', fit: 1 }],
    ['2022-01-01', { training: 'dat', fit: 0 }],
  ])('giáo viên tiểu học cao đẳng, học lên đại học năm 2022: ngày %s', (day, expected) => {
    expect(on(slicesOf(ALIVE, TEACHER), day)).toMatchObject(expected)
  })

  it.each<[string, Fact['data'], boolean]>([
    ['bậc 4', { language: 'en', level: '4' }, true],
    ['bậc 3', { language: 'en', level: '3' }, false],
    [
      'được đánh giá là đủ, có ghi cách đánh giá',
      { language: 'en', international: true, assessedBy: 'Phỏng vấn' },
      true,
    ],
    ['tự khai là đủ, không ghi cách đánh giá', { language: 'en', international: true }, false],
  ])('ngoại ngữ: %s', (_, data, expected) => {
    expect(on(slicesOf(ALIVE, [fact('language', data)]), '2026-01-01')?.international).toBe(expected)
  })

  it('chứng chỉ ngoại ngữ hết hạn thì từ hôm sau không còn được tính', () => {
    const slices = slicesOf(ALIVE, [
      fact('language', { language: 'en', level: '5', expires: '2025-06-30' }, { from: p('2023-07-01') }),
    ])
    expect(slices.map((s) => [s.from, s.international])).toEqual([
      [FIRST_DAY, false],
      ['2023-07-01', true],
      ['2025-07-01', false],
    ])
  })

  it('khóa bồi dưỡng của người ngoài nhà nước không tạo lát cắt', () => {
    const course = fact('state-training', { programme: 'cv' }, { from: p('2015') })
    expect(slicesOf(ALIVE, [course])).toHaveLength(1)
  })
})

describe('điều luôn đúng', () => {
  const days = ['1998', '2001-02', '2010-07-01', '2015', '2020-12-31', '2027']
  const any = fc.record({
    group: fc.constantFrom<GroupCode>('post', 'education', 'category', 'contact', 'academic-title', 'award'),
    from: fc.option(fc.constantFrom(...days)),
    to: fc.option(fc.constantFrom(...days)),
    level: fc.constantFrom(-1, 0, 2),
    value: fc.constantFrom('6', '7', 'a', 'b'),
  })

  const someDay = fc.option(fc.constantFrom(...days))

  it('các lát cắt nối nhau từ ngày sinh tới ngày cuối, không hở, không chồng, hai lát liền nhau khác nhau', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), someDay, someDay, (list, birth, died) => {
        const facts = list.map((f) =>
          fact(
            f.group,
            { level: f.value, body: f.value, category: f.value, residence: f.value, title: f.value },
            {
              from: f.from as PartialDay | null,
              to: f.to as PartialDay | null,
              level: f.level as 0,
              slot: f.group === 'post' ? 'post:main' : null,
            },
          ),
        )
        const slices = slicesOf({ birth: birth as PartialDay | null, died: died as PartialDay | null }, facts)
        const counts = birth !== null && (died === null || firstDayOf(p(birth)) < firstDayOf(p(died)))
        expect(slices[0]?.from).toBe(counts ? firstDayOf(p(birth)) : FIRST_DAY)
        if (died === null) expect(slices.at(-1)?.to).toBe(NO_END)
        for (const [i, s] of slices.entries()) {
          expect(s.from < s.to).toBe(true)
          const next = slices[i + 1]
          if (next === undefined) continue
          expect(next.from).toBe(s.to)
          expect({ ...next, from: '', to: '' }).not.toEqual({ ...s, from: '', to: '' })
        }
      }),
    )
  })
})
