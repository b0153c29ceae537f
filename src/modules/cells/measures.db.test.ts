/** Đại lượng của số liệu thống kê trên cơ sở dữ liệu thật: như đã biết ở mỗi thời điểm, chia theo phần. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import { newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import type { MeasureAnswer, MeasureAsked } from '../../platform/measure.ts'
import { readCodeLists } from '../code-lists/facts.ts'
import { publishList } from '../code-lists/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { loadRegister, unitsOn } from '../organisations/public.ts'
import { changeAt, changeDossier, writePeople } from '../people/public.ts'
import { correctCells } from './actions/correct-cells.ts'
import { declareCells } from './actions/declare-cells.ts'
import { declareOverlap } from './actions/declare-overlap.ts'
import { withdrawCells } from './actions/withdraw-cells.ts'
import { measures } from './measures.ts'

const at = (d: string): Temporal.Instant => Temporal.Instant.from(`${d}T03:00:00Z`)
const DAY = day('2026-06-30')
const machine = systemActor()
let t: TestDatabase
let body = ''

const act = async (
  now: string,
  what: Parameters<typeof perform<unknown, unknown>>[2],
  input: unknown,
): Promise<void> => {
  expect(await perform(t.db, { actor: machine, now: at(now) }, what, input)).toMatchObject({ ok: true })
}
const ask = (code: string, more: Partial<MeasureAsked> = {}): Promise<MeasureAnswer> => {
  const measure = measures.find((m) => m.code === code)
  if (measure === undefined) throw new Error(code)
  const asked = { asOf: DAY, from: DAY, known: null, by: [], outside: [], where: {}, ...more }
  return transact(t.db, machine, (tx) => measure.read({ tx, actor: machine, now: at('2026-11-23'), newId }, asked))
}
const told = async (code: string, more: Partial<MeasureAsked> = {}): Promise<string> => {
  const a = await ask(code, more)
  if (a.state !== 'counted') return a.state
  return a.rows
    .map((r) => `${r.keys.join('/')}${r.keys.length > 0 ? ' ' : ''}${r.low}–${r.high}`)
    .sort()
    .join(', ')
}

beforeAll(async () => {
  t = await testDatabase()
  for (const list of readCodeLists()) await act('2026-01-01', publishList as never, list)
  await act('2026-01-01', loadRegister as never, readRegisterFacts())
  body =
    (await transact(t.db, machine, (tx) => unitsOn(tx, DAY))).find((u) => /Công Thương/.test(u.officeName))?.id ?? ''
  await transact(t.db, machine, async (tx) => {
    const ctx = { tx, actor: machine, now: at('2026-01-05'), newId }
    const people = ['y-te', 'y-te', 'luat'].map((sector, i) =>
      changeDossier(
        null,
        [
          { group: 'names', data: { fullName: `Người ${i}` }, level: 1, source: 'nhap:thu:1' },
          {
            group: 'category',
            data: { category: 'fdi', sector, area: 'fdi', main: true },
            level: 1,
            source: 'nhap:thu:1',
          },
          { group: 'education', data: { level: '6', graduated: 2010 }, level: 1, source: 'nhap:thu:1' },
        ],
        changeAt(ctx, body, null),
      ),
    )
    await writePeople(ctx, people, null)
  })
  const grid = { area: 'fdi', document: 'Báo cáo mẫu', asOf: '31/12/2025' }
  const boxes = { 'so.y-te.6': '40', 'so.cong-thuong.6': '100', 'so.cong-thuong.7': '9' }
  await act('2026-02-01', declareCells as never, {
    ...grid,
    unitId: body,
    population: 'doanh-nghiep',
    title: 'Nguồn mẫu',
    boxes,
  })
  await act('2026-03-01', declareOverlap as never, {
    source: 'SL-0001',
    from: '2025-12-31',
    low: '2',
    high: '3',
    basis: 'chon-mau',
    evidence: 'Đối chiếu mẫu',
  })
  await act('2026-04-01', correctCells as never, {
    source: 'SL-0001',
    version: '1',
    ...grid,
    reason: 'Đếm thiếu',
    boxes: { ...boxes, 'so.y-te.6': '50' },
  })
  await act('2026-05-01', withdrawCells as never, {
    source: 'SL-0001',
    asOf: '31/12/2025',
    version: '2',
    reason: 'Sai nguồn',
  })
})
afterAll(() => t.drop())

describe('so-dem.nguoi', () => {
  it.each<[string, string, string]>([
    ['trước khi khai: chưa có nguồn, không phải 0', '2026-01-15', 'no-source'],
    ['sau khi khai', '2026-02-15', '149–149'],
    ['sau khi đính chính', '2026-04-15', '159–159'],
    ['sau khi rút', '2026-05-15', 'no-source'],
  ])('%s', async (_, known, expected) => {
    expect(await told('so-dem.nguoi', { known: at(known) })).toBe(expected)
  })

  it('điều kiện và chiều chia', async () => {
    const known = at('2026-04-15')
    expect(await told('so-dem.nguoi', { known, where: { 'trinh-do': ['6'] } })).toBe('159–159')
    expect(await told('so-dem.nguoi', { known, by: ['sector', 'degree'] })).toBe(
      'cong-thuong/6 100–100, cong-thuong/7 9–9, y-te/6 50–50',
    )
  })
})

describe('phu.tu-dai-hoc', () => {
  it.each<[string, string, string]>([
    ['chỉ có hồ sơ', '2026-01-15', '3–3'],
    ['chưa khai mức trùng: từ 0 tới hết người có hồ sơ ở cùng khu vực', '2026-02-15', '149–152'],
    ['đã khai mức trùng 2 tới 3', '2026-03-15', '149–150'],
    ['sau đính chính', '2026-04-15', '159–160'],
    ['sau khi rút', '2026-05-15', '3–3'],
  ])('%s', async (_, known, expected) => {
    expect(await told('phu.tu-dai-hoc', { known: at(known) })).toBe(expected)
  })

  it('chia theo lĩnh vực: mỗi phần một khoảng; nơi ở nguồn không ghi là chưa rõ', async () => {
    const known = at('2026-03-15')
    expect(await told('phu.tu-dai-hoc', { known, by: ['sector'] })).toBe('cong-thuong 106–109, luat 1–1, y-te 39–42')
    expect(await told('phu.tu-dai-hoc', { known, by: ['place'] })).toBe(' 149–150')
  })
})
