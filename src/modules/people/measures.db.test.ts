/** Đại lượng của sổ bộ trên cơ sở dữ liệu thật. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import type { PartialDay } from '../../kernel/partial-day.ts'
import { newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import type { MeasureAnswer, MeasureAsked, MeasureRow } from '../../platform/measure.ts'
import { readCodeLists } from '../code-lists/facts.ts'
import { publishList } from '../code-lists/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { loadRegister, unitsOn } from '../organisations/public.ts'
import { countedPeople } from './measures.ts'
import { changeAt, writePeople } from './register.ts'
import { changeDossier } from './rules/change.ts'
import type { Entry } from './words/dossier.ts'

const NOW = Temporal.Instant.from('2024-11-23T03:42:00Z')
const DAY = day('2024-11-23')
const machine = systemActor()
let t: TestDatabase
/** No unit is outside. */
const NOBODY: readonly string[] = []
let health = ''
let commune = ''
let district = ''

beforeAll(async () => {
  t = await testDatabase()
  for (const list of readCodeLists()) await perform(t.db, { actor: machine, now: NOW }, publishList, list)
  expect((await perform(t.db, { actor: machine, now: NOW }, loadRegister, readRegisterFacts())).ok).toBe(true)
  const units = await transact(t.db, machine, (tx) => unitsOn(tx, DAY))
  health = units.find((u) => u.code === 'H23.SYT')?.id ?? ''
  district = units.find((u) => u.kind === 'district')?.id ?? ''
  commune = units.find((u) => u.kind === 'commune')?.id ?? ''
  expect([health, district, commune]).not.toContain('')
  await add(PEOPLE())
})
afterAll(() => t.drop())

const says = (group: Entry['group'], data: Entry['data'], from: string | null = null): Entry => ({
  group,
  data,
  level: 1,
  source: 'nhap:thu:1',
  ...(from === null ? {} : { from: from as PartialDay }),
})

type Given = {
  birth: string
  sex?: string
  category?: string
  body: string
  leadership?: string
  degree?: string
  more?: Entry[]
}
const person = (name: string, g: Given): Entry[] => [
  says('names', { fullName: name }),
  says('birth', { birth: g.birth, sex: g.sex ?? 'nam' }),
  says('category', { category: g.category ?? 'cong-chuc', sector: 'quan-ly-nha-nuoc', area: 'nha-nuoc', main: true }),
  says(
    'post',
    { body: g.body, kind: 'chinh', ...(g.leadership === undefined ? {} : { leadership: g.leadership }) },
    '2020-01-01',
  ),
  says('education', { level: g.degree ?? '6', graduated: 2010 }),
  says('contact', { residence: commune }),
  ...(g.more ?? []),
]

const PEOPLE = (): Entry[][] => [
  person('Người Bốn Mươi Mai', { birth: '1984-11-24', body: health, leadership: 'gd-so' }),
  person('Người Bốn Mươi Nay', { birth: '1984-11-23', body: health, leadership: 'pgd-so', sex: 'nu' }),
  person('Người Chỉ Năm', { birth: '1984', body: district, leadership: 'ct-huyen', degree: '7' }),
  person('Người Xã', { birth: '1990-05-01', body: commune, degree: '5' }),
  person('Cô Giáo', {
    birth: '1980-02-02',
    body: district,
    category: 'vien-chuc',
    degree: '5',
    more: [says('rank', { code: 'V.07.03.29' }), says('language', { language: 'en', level: '4' })],
  }),
  person('Bác Sĩ', {
    birth: '1981-03-03',
    body: health,
    category: 'vien-chuc',
    degree: '7',
    more: [says('rank', { code: 'V.08.01.03' })],
  }),
  person('Người Nghỉ Hưu', { birth: '1955-05-01', body: commune, category: 'huu-tri' }),
]

const add = (people: readonly Entry[][]) =>
  transact(t.db, machine, async (tx) => {
    const ctx = { tx, actor: machine, now: NOW, newId }
    await writePeople(
      ctx,
      people.map((entries) => changeDossier(null, entries, changeAt(ctx, health, null))),
      null,
    )
  })

const ask = (more: Partial<MeasureAsked> = {}, actor: Actor = machine): Promise<MeasureAnswer> =>
  transact(t.db, actor, (tx) =>
    countedPeople.read(
      { tx, actor, now: NOW, newId },
      { asOf: DAY, from: DAY, known: null, by: [], outside: NOBODY, where: {}, ...more },
    ),
  )
const rowsOf = (a: MeasureAnswer): readonly MeasureRow[] => (a.state === 'counted' ? a.rows : [])
const range = async (where: MeasureAsked['where'], asOf = DAY): Promise<string> => {
  const [r] = rowsOf(await ask({ where, asOf }))
  return r === undefined ? 'không' : `${r.low}–${r.high}`
}

describe('nhiều câu hỏi một lần', () => {
  it('mỗi câu trả lời như khi hỏi riêng', async () => {
    const list: readonly Partial<MeasureAsked>[] = [
      {},
      { where: { 'trinh-do': ['6'] } },
      { where: { 'duoi-tuoi': ['40'] } },
      { where: { 'doi-tuong': ['cong-chuc', 'vien-chuc'], 'cap-co-quan': ['xa'] } },
      { where: { nghe: ['giao-vien'], chuan: ['dat', 'chua-du'] } },
      { where: { 'chuan-vi-tri': ['dat'] } },
      { where: { 'ngoai-ngu': ['quoc-te'] } },
    ]
    const full = list.map((more) => ({
      asOf: DAY,
      from: DAY,
      known: null,
      by: [],
      outside: NOBODY,
      where: {},
      ...more,
    }))
    const { readMany } = countedPeople
    if (readMany === undefined) throw new Error('no readMany')
    const together = await transact(t.db, machine, (tx) => readMany({ tx, actor: machine, now: NOW, newId }, full))
    const apart: MeasureAnswer[] = []
    for (const more of list) apart.push(await ask(more))
    expect(together).toEqual(apart)
  })
})

describe('nguoi.dem', () => {
  it.each<[string, MeasureAsked['where'], string]>([
    ['mọi người đang sống và làm việc: không kể người nghỉ hưu', {}, '6–6'],
    ['từ đại học', { 'trinh-do': ['6'] }, '4–4'],
    ['lãnh đạo cấp sở: cả các chức vụ bên dưới', { 'chuc-vu': ['cap-so'] }, '2–2'],
    ['lãnh đạo cấp huyện', { 'chuc-vu': ['cap-huyen'] }, '1–1'],
    ['cơ quan cấp tỉnh', { 'cap-co-quan': ['tinh'] }, '3–3'],
    ['cơ quan cấp xã', { 'cap-co-quan': ['xa'] }, '1–1'],
    ['dưới 40: hôm nay tròn 40 thì không, mai mới tròn thì có', { 'duoi-tuoi': ['40'], 'chuc-vu': ['cap-so'] }, '1–1'],
    ['dưới 40: chỉ biết năm sinh 1984 thì là một khoảng', { 'duoi-tuoi': ['40'], 'chuc-vu': ['cap-huyen'] }, '0–1'],
    ['giáo viên mọi cấp', { nghe: ['giao-vien'] }, '1–1'],
    ['bác sĩ', { nghe: ['bac-si'] }, '1–1'],
    ['nhà giáo chưa đạt chuẩn đào tạo', { chuan: ['chua'] }, '1–1'],
    ['nhà giáo đạt chuẩn đào tạo', { chuan: ['dat'] }, '0–0'],
    ['vị trí chưa đủ thông tin để xét', { 'chuan-vi-tri': ['chua-du'] }, '4–4'],
    ['vị trí đạt', { 'chuan-vi-tri': ['dat'] }, '1–1'],
    ['ngoại ngữ làm việc quốc tế', { 'ngoai-ngu': ['quoc-te'] }, '1–1'],
    ['ở một địa bàn', { 'dia-ban': ['X'] }, '6–6'],
    ['nhóm đối tượng không có ai', { 'doi-tuong': ['fdi'] }, '0–0'],
  ])('%s', async (_, where, expected) => {
    const at = where['dia-ban'] === undefined ? where : { 'dia-ban': [commune] }
    expect(await range(at)).toBe(expected)
  })

  it('từ 01/07/2025 không còn cấp huyện: không có đối tượng, không phải 0', async () => {
    expect(await ask({ asOf: day('2025-07-01'), where: { 'chuc-vu': ['cap-huyen'] } })).toMatchObject({
      state: 'no-subject',
    })
    expect(await range({ 'chuc-vu': ['cap-huyen'] }, day('2025-06-30'))).toBe('1–1')
  })

  it('chia theo nhiều chiều: tổng các phần bằng tổng', async () => {
    const rows = rowsOf(await ask({ by: ['sector', 'degree', 'sex', 'place'] }))
    expect(rows.reduce((n, r) => n + r.low, 0)).toBe(6)
    expect(rows.map((r) => r.keys)).toContainEqual(['quan-ly-nha-nuoc', '7', 'nam', commune])
  })

  it('chia theo độ tuổi: chỉ biết năm sinh thì có thể ở nhóm này hoặc nhóm kia', async () => {
    const rows = rowsOf(await ask({ by: ['age'], where: { 'chuc-vu': ['cap-so', 'cap-huyen'] } }))
    expect(Object.fromEntries(rows.map((r) => [r.keys[0], `${r.low}–${r.high}`]))).toEqual({
      '30-39': '1–2',
      '40-49': '1–2',
    })
  })

  it('người đọc chỉ đếm được trong phạm vi của mình', async () => {
    const stranger: Actor = { ...machine, kind: 'account', id: 'x', scope: [district] }
    expect(await ask({}, stranger)).toMatchObject({ state: 'no-source' })
  })

  it('danh sách đứng sau con số có cùng điều kiện', () => {
    const asked = {
      asOf: DAY,
      from: DAY,
      known: null,
      by: ['sector' as const],
      outside: NOBODY,
      where: { 'trinh-do': ['6'] },
    }
    expect(countedPeople.behind?.(asked, ['y-te'])).toBe(
      '/tri-thuc?linh-vuc=y-te&trinh-do=tu-6&hien-trang=lam-viec&tai-ngay=2024-11-23',
    )
  })
})

describe('ngoài địa bàn của kế hoạch', () => {
  const total = async (outside: readonly string[]) => rowsOf(await ask({ outside }))[0]?.high

  it('người làm việc, hoặc do cơ quan ngoài địa bàn quản lý khi chưa rõ nơi làm việc, không được tính; có ghi chú', async () => {
    expect(await total([district])).toBe(4)
    await add([
      [says('names', { fullName: 'Người Chưa Rõ Nơi Làm' }), says('birth', { birth: '1979-01-01', sex: 'nu' })],
    ])
    expect(await total(NOBODY)).toBe(7)
    expect(await total([health])).toBe(3)
    const answer = await ask({ outside: [health] })
    expect(answer.state === 'counted' && answer.notes[0]).toContain('ngoài địa bàn của kế hoạch')
  })

  it('người sống ngoài địa bàn không được tính; chưa rõ nơi sống thì theo nơi làm việc', async () => {
    expect(await total([commune])).toBe(1)
  })
})
