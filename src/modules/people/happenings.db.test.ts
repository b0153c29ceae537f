/** Việc xảy ra với người của cơ quan trong một khoảng ngày, đếm trên cơ sở dữ liệu thật. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import type { PartialDay } from '../../kernel/partial-day.ts'
import { newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import type { MeasureAnswer } from '../../platform/measure.ts'
import { readCodeLists } from '../code-lists/facts.ts'
import { publishList } from '../code-lists/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { loadRegister, unitsOn } from '../organisations/public.ts'
import { happenings, readHappened } from './happenings.ts'
import { changeAt, writePeople } from './register.ts'
import { changeDossier } from './rules/change.ts'
import type { Entry } from './words/dossier.ts'

const NOW = Temporal.Instant.from('2024-11-23T03:42:00Z')
const machine = systemActor()
let t: TestDatabase
let health = ''
let other = ''

type Stay = { body: string; from: string; to?: string; reason?: string; leadership?: string }
const says = (group: Entry['group'], data: Entry['data'], from?: string, to?: string): Entry => ({
  group,
  data,
  level: 1,
  source: 'nhap:thu:1',
  ...(from === undefined ? {} : { from: from as PartialDay }),
  ...(to === undefined ? {} : { to: to as PartialDay }),
})
const person = (name: string, birth: string, stays: readonly Stay[], more: readonly Entry[] = []): Entry[] => [
  says('names', { fullName: name }),
  says('birth', { birth, sex: 'nam' }),
  says('category', { category: 'vien-chuc', sector: 'y-te', area: 'nha-nuoc', main: true }),
  says('education', { level: '6', graduated: 2010 }),
  ...stays.map((s) =>
    says(
      'post',
      {
        body: s.body,
        kind: 'chinh',
        ...(s.leadership === undefined ? {} : { leadership: s.leadership }),
        ...(s.reason === undefined ? {} : { reason: s.reason }),
      },
      s.from,
      s.to,
    ),
  ),
  ...more,
]

const award = (from: string, authority?: string): Entry =>
  says(
    'award',
    { class: 'ton-vinh', award: 'Trí thức tiêu biểu', ...(authority === undefined ? {} : { authority }) },
    from,
  )

const PEOPLE = (): Entry[][] => [
  person('Đến Từ Nơi Khác', '1990-01-01', [
    { body: other, from: '2020-01-01', to: '2024-03-01', reason: 'dieu-dong' },
    { body: health, from: '2024-03-01' },
  ]),
  person('Mới Tuyển', '1996-01-01', [{ body: health, from: '2024-09-01' }]),
  person('Đến Sau Ngày Chốt', '1996-01-01', [{ body: health, from: '2024-11-20' }]),
  person('Đến Do Sáp Nhập', '1980-01-01', [
    { body: other, from: '2010-01-01', to: '2024-05-01', reason: 'sap-nhap' },
    { body: health, from: '2024-05-01' },
  ]),
  person('Đổi Việc Trong Sở', '1980-01-01', [
    { body: health, from: '2010-01-01', to: '2024-05-01' },
    { body: health, from: '2024-05-01', leadership: 'gd-so' },
  ]),
  person('Lãnh Đạo Trẻ', '1990-05-01', [
    { body: health, from: '2015-01-01', to: '2024-06-01' },
    { body: health, from: '2024-06-01', leadership: 'pgd-so' },
  ]),
  person('Thôi Việc', '1985-01-01', [{ body: health, from: '2010-01-01', to: '2024-04-01', reason: 'thoi-viec' }]),
  person('Nghỉ Hưu', '1962-01-01', [{ body: health, from: '1990-01-01', to: '2024-04-01', reason: 'nghi-huu' }]),
  person('Sắp Nghỉ Hưu', '1963-04-10', [{ body: health, from: '1990-01-01' }]),
  person('Sinh Năm 1964', '1964', [{ body: health, from: '1990-01-01' }]),
  person('Đi Không Rõ', '1985-01-01', [{ body: health, from: '2010-01-01', to: '2024-07-01' }]),
  person(
    'Được Tôn Vinh',
    '1970-01-01',
    [{ body: health, from: '2000-01-01' }],
    [award('2024-08-01', 'Chủ tịch UBND tỉnh')],
  ),
  person('Giấy Khen Cơ Sở', '1970-01-01', [{ body: health, from: '2000-01-01' }], [award('2024-08-01', 'Giám đốc Sở')]),
  person('Không Rõ Cấp', '1970-01-01', [{ body: health, from: '2000-01-01' }], [award('2024-08-01')]),
  person(
    'Được Thu Hút',
    '1992-01-01',
    [{ body: health, from: '2023-01-01' }],
    [says('talent', { basis: 'NĐ 179/2024/NĐ-CP', recruited: '2024-02-01' }, '2024-02-01')],
  ),
]

beforeAll(async () => {
  t = await testDatabase()
  for (const list of readCodeLists()) await perform(t.db, { actor: machine, now: NOW }, publishList, list)
  expect((await perform(t.db, { actor: machine, now: NOW }, loadRegister, readRegisterFacts())).ok).toBe(true)
  const units = await transact(t.db, machine, (tx) => unitsOn(tx, day('2024-11-23')))
  health = units.find((u) => u.code === 'H23.SYT')?.id ?? ''
  other = units.find((u) => u.code === 'H23.SNV')?.id ?? ''
  expect([health, other]).not.toContain('')
  await transact(t.db, machine, async (tx) => {
    const ctx = { tx, actor: machine, now: NOW, newId }
    await writePeople(
      ctx,
      PEOPLE().map((entries) => changeDossier(null, entries, changeAt(ctx, health, null))),
      null,
    )
  })
})
afterAll(() => t.drop())

async function ask(code: string, where: Record<string, string[]> = {}, to = '2024-11-15'): Promise<MeasureAnswer> {
  const measure = happenings.find((m) => m.code === code)
  if (measure === undefined) throw new Error(`no measure ${code}`)
  return transact(t.db, machine, (tx) =>
    measure.read(
      { tx, actor: machine, now: NOW, newId },
      {
        asOf: day(to),
        from: day('2024-01-01'),
        known: null,
        by: [],
        outside: [],
        where: { 'co-quan': [health], ...where },
      },
    ),
  )
}
async function range(code: string, where: Record<string, string[]> = {}, to?: string): Promise<string> {
  const a = await ask(code, where, to)
  return a.state === 'counted' ? a.rows.map((r) => `${r.low}–${r.high}`).join() : a.state
}

it('đến: từ nơi khác và mới tuyển; không kể đổi việc trong cơ quan, đến do sáp nhập, đến sau ngày chốt', async () => {
  expect(await range('nguoi.den')).toBe('2–2')
  expect(await range('nguoi.den', {}, '2024-12-31')).toBe('3–3')
})

it('thôi việc: đúng lý do thì chắc, không ghi lý do mà không còn việc ở đâu thì có thể', async () => {
  expect(await range('nguoi.thoi', { 'ly-do': ['thoi-viec', 'chuyen-ngoai-tinh'] })).toBe('1–2')
  expect(await range('nguoi.thoi', { 'ly-do': ['nghi-huu'] })).toBe('1–2')
})

it('bổ nhiệm dưới 40 tuổi tính vào ngày bổ nhiệm', async () => {
  expect(await range('nguoi.bo-nhiem')).toBe('2–2')
  expect(await range('nguoi.bo-nhiem', { 'duoi-tuoi': ['40'] })).toBe('1–1')
})

it('tôn vinh từ cấp tỉnh: cấp ghi rõ thì chắc, không ghi thì có thể', async () => {
  expect(await range('nguoi.khen-thuong')).toBe('3–3')
  expect(await range('nguoi.khen-thuong', { 'tu-cap-tinh': ['co'] })).toBe('1–2')
})

it('con số mở được đúng những người ấy', async () => {
  const view = await transact(t.db, machine, (tx) =>
    readHappened(
      { tx, actor: machine, now: NOW, newId },
      {
        code: 'nguoi.thoi',
        from: day('2024-01-01'),
        to: day('2024-11-15'),
        territory: undefined,
        where: { 'co-quan': [health], 'ly-do': ['thoi-viec'] },
      },
    ),
  )
  expect(view.ok && view.value.list.map((p) => [p.name, p.on, p.certain])).toEqual([
    ['Đi Không Rõ', '2024-07-01', false],
    ['Thôi Việc', '2024-04-01', true],
  ])
  const [first] = happenings
  const asked = {
    asOf: day('2024-11-15'),
    from: day('2024-01-01'),
    known: null,
    by: [],
    outside: [],
    where: { 'co-quan': ['x'] },
  }
  expect(first?.behind?.(asked, [])).toBe('/tri-thuc/viec/nguoi.den?tu=2024-01-01&den=2024-11-15&co-quan=x')
})

it('thu hút theo chính sách', async () => {
  expect(await range('nguoi.thu-hut')).toBe('1–1')
})

it('cơ quan không có trong sổ bộ của ngày ấy thì không phải là 0; điều đã biết trước đây thì không đếm', async () => {
  expect(await range('nguoi.den', { 'co-quan': ['KHONG.CO'] })).toBe('no-subject')
  const [first] = happenings
  if (first === undefined) throw new Error('no measures')
  const known = await transact(t.db, machine, (tx) =>
    first.read(
      { tx, actor: machine, now: NOW, newId },
      { asOf: day('2024-11-15'), from: day('2024-01-01'), known: NOW, by: [], outside: [], where: {} },
    ),
  )
  expect(known.state).toBe('no-source')
})

it('đến tuổi nghỉ hưu: đếm người đang làm việc, theo tháng sinh; chỉ biết năm sinh thì có thể', async () => {
  expect(await range('nguoi.nghi-huu', {}, '2024-04-29')).toBe('0–0')
  expect(await range('nguoi.nghi-huu')).toBe('1–1')
  expect(await range('nguoi.nghi-huu', {}, '2025-04-30')).toBe('1–2')
})
