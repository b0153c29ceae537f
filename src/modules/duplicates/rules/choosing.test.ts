/** Chọn giá trị giữ lại, và điều gì được gộp, được hoàn tác. */
import { describe, expect, it } from 'vitest'
import type { PartialDay } from '../../../kernel/partial-day.ts'
import type { Dossier, Fact } from '../../people/public.ts'
import type { Pair } from '../words.ts'
import { compareRows, type Naming, postedChoices, survivorOf, tell, unitsNamed } from './choosing.ts'
import { demandMergeable, demandUnchanged, demandUndoable, demandWaiting } from './decisions.ts'

const UNIT = '00000000-0000-7000-8000-000000000001'
const naming: Naming = { unit: (id) => (id === UNIT ? 'Sở Y tế' : id), code: (list, code) => `${list}:${code}` }

const fact = (group: Fact['group'], data: Fact['data'], slot: string | null = null): Fact => ({
  id: `${group}-${JSON.stringify(data)}`,
  personId: 'p',
  group,
  slot,
  from: '2010' as PartialDay,
  to: null,
  data,
  level: 1,
  evidence: '',
  source: 'khai',
  batchId: null,
})

const dossier = (more: Partial<Dossier['person']>, facts: Fact[] = [], cccd: string | null = null): Dossier => ({
  person: {
    id: 'p',
    code: 'TT-0000001',
    unitId: UNIT,
    name: 'Nguyễn Thị Thu Hà',
    sex: 'nu',
    birth: '1979-03-15' as PartialDay,
    birthPlace: null,
    homePlace: null,
    nationality: null,
    died: null,
    mergedInto: null,
    removed: false,
    version: 1,
    completeness: 50,
    gaps: [],
    coreLevel: 0,
    coreSource: 'khai',
    level: 0,
    confirmedOn: null,
    batchId: null,
    ...more,
  },
  identifiers:
    cccd === null
      ? []
      : [
          {
            id: cccd,
            personId: 'p',
            scheme: 'cccd',
            digest: cccd,
            last3: cccd.slice(-3),
            state: 'valid',
            source: 'khai',
            batchId: null,
          },
        ],
  facts,
  sealed: [],
})

const unchanged = { a: null, b: null }

describe('Hai hồ sơ cạnh nhau', () => {
  const post = fact('post', { body: UNIT, position: 'Bác sĩ', kind: 'chinh' }, 'post:main')
  const a = dossier({}, [post, fact('award', { award: 'bang-khen' })], '030179150379')
  const b = dossier({ name: 'Nguyễn Thu Hà', homePlace: 'Xã Đồng Lạc', code: 'TT-0000002' }, [
    fact('post', { body: UNIT, position: 'Bác sĩ chính', kind: 'chinh' }, 'post:main'),
  ])

  it('dòng khác nhau đứng trước, mỗi dòng biết chọn trường nào hay chỗ nào', () => {
    const rows = compareRows(a, b, naming, unchanged)
    const differing = rows.filter((r) => r.differs)
    expect(rows.slice(0, differing.length)).toEqual(differing)
    expect(differing.map((r) => r.label)).toEqual([
      'Họ và tên',
      'Quê quán',
      'Số định danh cá nhân',
      'Vị trí công tác',
      'Khen thưởng',
    ])
    expect(differing[0]).toMatchObject({ field: 'name', slot: null, keeps: 'a' })
    expect(differing[1]).toMatchObject({ field: 'homePlace', keeps: 'b' })
    expect(differing[3]).toMatchObject({ slot: 'post:main', a: 'Sở Y tế, Bác sĩ từ 2010 · đơn vị xác nhận' })
  })

  it('số định danh chỉ nêu ba chữ số cuối', () => {
    const row = compareRows(a, b, naming, unchanged).find((r) => r.label === 'Số định danh cá nhân')
    expect(row).toMatchObject({ a: 'đuôi 379', b: '' })
  })

  it('chỗ đã đổi sau lần so trước được đánh dấu ở đúng bên', () => {
    const past = { a: null, b: { name: 'Nguyễn Thu Hà', birth: '1979-03-15', sex: 'nu', home_place: null } }
    const rows = compareRows(a, b, naming, past)
    expect(rows.filter((r) => r.changed.length > 0).map((r) => [r.label, r.changed])).toEqual([['Quê quán', ['b']]])
  })

  it('giữ hồ sơ xác minh tốt hơn, rồi đầy đủ hơn, rồi có trước', () => {
    expect(survivorOf(dossier({ coreLevel: 1 }), dossier({ coreLevel: 2, completeness: 10 }))).toBe('b')
    expect(survivorOf(dossier({ completeness: 40 }), dossier({ completeness: 60 }))).toBe('b')
    expect(survivorOf(dossier({ code: 'TT-0000009' }), dossier({ code: 'TT-0000002' }))).toBe('b')
    expect(survivorOf(a, b)).toBe('a')
  })

  it('nút chọn trên trang thành trường và chỗ lấy từ hồ sơ không giữ', () => {
    const raw = { keep: 'a', 'c.name': 'a', 'c.homePlace': 'b', 's.post:main': 'b', reason: 'b' }
    expect(postedChoices(raw)).toEqual({ fields: ['homePlace'], slots: ['post:main'] })
    expect(postedChoices({ ...raw, keep: 'b' })).toEqual({ fields: ['name'], slots: [] })
  })

  it('mục được kể bằng lời, cơ quan nêu tên', () => {
    expect(tell(undefined, naming)).toBe('')
    expect(unitsNamed(a)).toEqual([UNIT, UNIT])
  })
})

describe('Được gộp, được hoàn tác', () => {
  const pair = { state: 'open', decidedName: null, mergedVersion: 3 } as Pair

  it.each([
    ['còn chờ', demandWaiting(pair), true],
    ['đã chuyển vẫn quyết định được', demandWaiting({ ...pair, state: 'unsure' }), true],
    ['đã gộp', demandWaiting({ ...pair, state: 'merged', decidedName: 'Trần Thị Lan' }), false],
    ['hồ sơ không đổi', demandUnchanged({ a: 1, b: 1 }, dossier({}), dossier({})), true],
    ['hồ sơ vừa đổi', demandUnchanged({ a: 1, b: 1 }, dossier({}), dossier({ version: 2 })), false],
    ['một bên có số', demandMergeable(dossier({}, [], '1'), dossier({})), true],
    ['hai số khác nhau', demandMergeable(dossier({}, [], '1'), dossier({}, [], '2')), false],
    ['hồ sơ đã gộp nơi khác', demandMergeable(dossier({ mergedInto: 'x' }), dossier({})), false],
    ['chưa quyết định gì', demandUndoable(pair, null), false],
    ['xác định hai người: luôn hoàn tác được', demandUndoable({ ...pair, state: 'different' }, null), true],
    ['gộp, chưa sửa gì', demandUndoable({ ...pair, state: 'merged' }, dossier({ version: 3 })), true],
    ['gộp, đã sửa sau đó', demandUndoable({ ...pair, state: 'merged' }, dossier({ version: 4 })), false],
  ])('%s', (_, decision, ok) => {
    expect(decision.ok).toBe(ok)
    if (!decision.ok) expect(decision.message).toMatch(/\.$/)
  })
})
