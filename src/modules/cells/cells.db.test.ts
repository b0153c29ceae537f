import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Actor, Role } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { run, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { readWorkbook } from '../../platform/excel/read-workbook.ts'
import type { Workbook } from '../../platform/excel/workbook.ts'
import { writeWorkbook } from '../../platform/excel/write-workbook.ts'
import { readCodeLists } from '../code-lists/facts.ts'
import { publishList } from '../code-lists/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { findUnitByCode, loadRegister } from '../organisations/public.ts'
import { correctCells } from './actions/correct-cells.ts'
import { declareCells } from './actions/declare-cells.ts'
import { declareOverlap } from './actions/declare-overlap.ts'
import { withdrawCells } from './actions/withdraw-cells.ts'
import { sourceWorkbook } from './papers/tables.ts'
import { templateWorkbook } from './papers/template.ts'
import { readCorrectForm, readCoverage, readList, readSource } from './screens.ts'
import { cellsOf, findSource, releasesOf } from './views.ts'

const now = Temporal.Instant.from('2026-11-23T03:00:00Z')
const today = day('2026-11-23')
let t: TestDatabase
let supplier = ''
let other = ''
const officer = (role: Role, unit: string, scope: 'all' | readonly string[]): Actor => ({
  kind: 'account',
  id: `${role}-${unit}`,
  name: `Cán bộ ${role}`,
  post: '',
  grants: [{ role, body: unit, bodyCode: 'X', bodyName: 'X' }],
  scope,
})
let department: Actor
let owner: Actor
let stranger: Actor
let leader: Actor

beforeAll(async () => {
  t = await testDatabase()
  const machine = { kind: 'system', id: 'system', name: 'Hệ thống', post: '', grants: [], scope: 'all' } as const
  for (const list of readCodeLists()) await perform(t.db, { actor: machine, now }, publishList, list)
  expect((await perform(t.db, { actor: machine, now }, loadRegister, readRegisterFacts())).ok).toBe(true)
  const unit = (code: string) => transact(t.db, machine, (tx) => findUnitByCode(tx, code))
  supplier = (await unit('H24.SCT'))?.id ?? ''
  other = (await unit('H24.SYT'))?.id ?? ''
  const snv = (await unit('H24.SNV'))?.id ?? ''
  expect([supplier, other, snv]).not.toContain('')
  department = officer('so-noi-vu', snv, 'all')
  owner = officer('co-quan', supplier, [supplier])
  stranger = officer('co-quan', other, [other])
  leader = officer('lanh-dao', snv, 'all')
})
afterAll(() => t.drop())

const act = <I, O>(who: Actor, what: Parameters<typeof perform<I, O>>[2], input: unknown) =>
  perform(t.db, { actor: who, now }, what, input)
const see = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  transact(t.db, who, (tx) => work({ tx, actor: who, now, newId }))
const goals = () =>
  Promise.resolve([
    {
      code: 'II.1.1a',
      name: 'Số người từ đại học trở lên',
      goalText: 'trên 85.000 người',
      unit: 'người',
      target: 85000,
      strict: true,
      byYear: 2030,
    },
  ])

const declared = {
  unitId: '',
  population: 'doanh-nghiep',
  title: 'Lao động trong khu công nghiệp',
  asOf: '31/12/2025',
  document: 'Báo cáo 12/BC-SCT ngày 15/01/2026',
  area: 'fdi',
  boxes: {
    'so.cong-thuong.6': '1.200',
    'so.cong-thuong.7': '90',
    'so.kinh-te.6': '300',
    'so.kinh-te.8': '3',
    'so.y-te.6': '40',
    'so.y-te.8': '12',
  },
}

describe('khai số liệu', () => {
  test('cơ quan cung cấp khai bằng lưới; nguồn có mã, bản 1 có hiệu lực', async () => {
    expect(await act(owner, declareCells, { ...declared, unitId: supplier })).toMatchObject({
      ok: true,
      value: { code: 'SL-0001', asOf: '2025-12-31', total: 1645, graduates: 1645 },
    })
    const source = await see(owner, (ctx) => findSource(ctx.tx, 'SL-0001'))
    const releases = await see(owner, (ctx) => releasesOf(ctx.tx, source?.id ?? ''))
    expect(releases).toMatchObject([{ version: 1, state: 'khai', supersededAt: null, total: 1645 }])
  })

  test('khai lại cùng ngày bị từ chối, nêu cách đính chính', async () => {
    expect(await act(owner, declareCells, { ...declared, source: 'SL-0001' })).toMatchObject({
      ok: false,
      code: 'cells.declared-already',
    })
  })

  test('không khai cho đơn vị ngoài phạm vi, cho ngày mai, thiếu văn bản', async () => {
    expect(await act(stranger, declareCells, { ...declared, unitId: supplier })).toMatchObject({ kind: 'forbidden' })
    expect(await act(owner, declareCells, { ...declared, unitId: supplier, asOf: '24/11/2026' })).toMatchObject({
      code: 'cells.future',
    })
    expect(await act(owner, declareCells, { ...declared, unitId: supplier, document: '' })).toMatchObject({
      fields: { document: expect.any(String) },
    })
    expect(await act(leader, declareCells, { ...declared, unitId: supplier })).toMatchObject({ kind: 'forbidden' })
  })

  test('cơ quan khác không thấy nguồn, kể cả hỏi thẳng bảng', async () => {
    expect((await see(stranger, (ctx) => readList(ctx, today))).lines).toEqual([])
    expect((await see(stranger, (ctx) => readSource(ctx, 'SL-0001', today))).ok).toBe(false)
    const seen = await see(stranger, async (ctx) => {
      const found: (number | null)[] = []
      for (const table of ['source', 'release', 'cell', 'overlap'])
        found.push((await ctx.tx.client.query(`select 1 from cells.${table}`)).rowCount)
      return found
    })
    expect(seen).toEqual([0, 0, 0, 0])
  })

  test('lực lượng vũ trang: chỉ số chung toàn tỉnh, cơ sở dữ liệu cũng giữ điều đó', async () => {
    const forces = {
      ...declared,
      unitId: supplier,
      population: 'llvt',
      title: 'Lực lượng vũ trang',
      area: 'llvt',
      boxes: { 'so.quoc-phong-an-ninh.6': '800' },
    }
    expect(await act(department, declareCells, forces)).toMatchObject({ ok: true, value: { code: 'SL-0002' } })
    const source = await see(department, (ctx) => findSource(ctx.tx, 'SL-0002'))
    const [release] = await see(department, (ctx) => releasesOf(ctx.tx, source?.id ?? ''))
    await expect(
      see(department, (ctx) =>
        run(
          ctx.tx,
          sql`insert into cells.cell (release_id, ordinal, area, sector, degree, place_id, count)
              values (${release?.id}, 99, 'llvt', 'quoc-phong-an-ninh', '7', ${supplier}, 10)`,
        ),
      ),
    ).rejects.toThrow('forces_have_no_place')
  })
})

/** A filled template as an official sends it back. */
async function filled(
  rows: readonly (readonly (string | number)[])[],
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  const template = templateWorkbook('doanh-nghiep', {}, today)
  const [form] = template.sheets
  const head = [
    ...((form?.rows ?? []) as Iterable<Workbook['sheets'][number]['rows'] extends Iterable<infer R> ? R : never>),
  ]
  const bytes = await writeWorkbook({
    ...template,
    names: [],
    sheets: [{ name: 'Số liệu', columns: form?.columns ?? [], rows: [...head, ...rows] }],
  })
  return { name: 'so-lieu.xlsx', mediaType: 'application/octet-stream', bytes }
}

describe('tệp theo mẫu', () => {
  test('dòng đủ cột thành ô số liệu, nhận cách viết tắt, bỏ dòng cộng', async () => {
    const file = await filled([
      ['FDI', 'CNTT', '', 'ĐH', '30 - 39', 'Nam', '', 'Công ty A', 25],
      ['Tư nhân', 'Y tế', '', 'ThS', 'Dưới 30', 'Nữ', '', '', '1.250'],
      ['', 'Tổng cộng', '', '', '', '', '', '', 1275],
    ])
    expect(await act(owner, declareCells, { ...declared, source: 'SL-0001', asOf: '30/06/2026', file })).toMatchObject({
      ok: true,
      value: { total: 1275 },
    })
    const source = await see(owner, (ctx) => findSource(ctx.tx, 'SL-0001'))
    const [release] = await see(owner, (ctx) => releasesOf(ctx.tx, source?.id ?? ''))
    expect(await see(owner, (ctx) => cellsOf(ctx.tx, release?.id ?? ''))).toMatchObject([
      {
        area: 'fdi',
        sector: 'cong-nghe-thong-tin',
        degree: '6',
        ageBand: '30-39',
        sex: 'nam',
        body: 'Công ty A',
        count: 25,
      },
      { area: 'tu-nhan', sector: 'y-te', degree: '7', ageBand: 'duoi-30', sex: 'nu', count: 1250 },
    ])
  })

  test('dòng sai được nêu từng dòng, không ghi gì', async () => {
    const file = await filled([
      ['FDI', 'Ngành lạ', '', 'ĐH', '', '', '', '', 5],
      ['FDI', 'Y tế', '', 'ĐH', '', '', 'Xã không có', '', 5],
      ['FDI', 'Y tế', '', 'ĐH', '', '', '', '', 'nhiều'],
      ['LLVT', 'Y tế', '', 'ĐH', '', '', '', '', 5],
      ['FDI', 'Luật', '', 'ĐH', '', '', '', '', 5],
      ['FDI', 'Luật', '', 'Đại học', '', '', '', '', 7],
    ])
    const answer = await act(owner, declareCells, { ...declared, source: 'SL-0001', asOf: '30/09/2026', file })
    expect(answer).toMatchObject({ ok: false, code: 'cells.rows' })
    const lines = answer.ok ? [] : Object.values(answer.fields ?? {})
    expect(lines).toHaveLength(5)
    expect(lines.map((l) => l.slice(0, 7))).toEqual(['Dòng 4:', 'Dòng 5:', 'Dòng 6:', 'Dòng 7:', 'Dòng 9:'])
    const source = await see(owner, (ctx) => findSource(ctx.tx, 'SL-0001'))
    expect(await see(owner, (ctx) => releasesOf(ctx.tx, source?.id ?? ''))).toHaveLength(2)
  })

  test('tệp không phải bảng tính được trả lời bằng câu', async () => {
    const file = { name: 'a.xlsx', mediaType: '', bytes: new Uint8Array([1, 2, 3]) }
    expect(await act(owner, declareCells, { ...declared, source: 'SL-0001', asOf: '30/09/2026', file })).toMatchObject({
      ok: false,
      fields: { file: expect.any(String) },
    })
  })
})

describe('đính chính và rút', () => {
  test('bản mới thay bản cũ; bản cũ còn trong lịch sử; người sửa sau bị báo', async () => {
    const fix = {
      source: 'SL-0001',
      asOf: '31/12/2025',
      version: 1,
      document: 'Báo cáo 20/BC-SCT',
      reason: 'Bổ sung hai công ty',
      area: 'fdi',
      boxes: { ...declared.boxes, 'so.luat.6': '55' },
    }
    expect(await act(stranger, correctCells, fix)).toMatchObject({ ok: false, kind: 'absent' })
    expect(await act(owner, correctCells, { ...fix, reason: '' })).toMatchObject({
      fields: { reason: expect.any(String) },
    })
    expect(await act(owner, correctCells, fix)).toMatchObject({ ok: true, value: { total: 1700 } })
    expect(await act(department, correctCells, fix)).toMatchObject({
      ok: false,
      kind: 'stale',
      theirs: { version: 2, total: 1700 },
    })
    const view = await see(owner, (ctx) => readSource(ctx, 'SL-0001', day('2026-01-01')))
    expect(
      view.ok &&
        view.value.releases
          .filter((r) => r.asOf === '2025-12-31')
          .map((r) => [r.version, r.state, r.supersededAt === null]),
    ).toEqual([
      [2, 'dinh-chinh', true],
      [1, 'khai', false],
    ])
    const form = await see(owner, (ctx) => readCorrectForm(ctx, 'SL-0001', '31/12/2025'))
    expect(form).toMatchObject({
      ok: true,
      value: { filled: { area: 'fdi', boxes: { 'so.kinh-te.8': '3' } }, correcting: { version: 2 } },
    })
  })

  test('rút thì số liệu ngày trước đó nói thay; rút hai lần bị từ chối', async () => {
    const out = { source: 'SL-0001', asOf: '30/06/2026', version: 1, reason: 'Nhầm kỳ' }
    expect(await act(owner, withdrawCells, out)).toMatchObject({ ok: true })
    expect(await act(owner, withdrawCells, { ...out, version: 2 })).toMatchObject({ ok: false, kind: 'absent' })
    const list = await see(owner, (ctx) => readList(ctx, today))
    expect(list.lines[0]).toMatchObject({ source: { code: 'SL-0001' }, asOf: '2025-12-31' })
    expect((await see(owner, (ctx) => readList(ctx, day('2025-12-30')))).lines[0]).toMatchObject({ asOf: null })
  })
})

describe('ô nhỏ', () => {
  test('Sở Nội vụ thấy đủ; lãnh đạo và cơ quan thấy «ẩn», cả trong tệp tải về', async () => {
    const of = async (who: Actor) => {
      const view = await see(who, (ctx) => readSource(ctx, 'SL-0001', today))
      if (!view.ok) throw new Error(view.message)
      return view.value
    }
    const whole = await of(department)
    expect(whole.published.table).toMatchObject({ total: 1700, hidden: 0 })
    for (const who of [owner, leader]) {
      const view = await of(who)
      expect(view.published.table.hidden).toBeGreaterThanOrEqual(4)
      expect(JSON.stringify(view)).not.toMatch(/[^\d]3[,\]}]/)
    }
    const bytes = await writeWorkbook(sourceWorkbook(await of(leader), today))
    const read = await readWorkbook(bytes)
    const texts: string[] = []
    if (read.ok)
      for (const sheet of read.value) for await (const row of sheet.rows()) texts.push(...row.cells.map((c) => c.text))
    expect(texts).toContain('ẩn')
    expect(texts).not.toContain('3')
  })
})

describe('mức trùng và độ phủ', () => {
  test('chưa khai mức trùng: với hồ sơ rỗng không có gì trùng; mục tiêu lấy từ kế hoạch', async () => {
    const view = await see(department, (ctx) => readCoverage(ctx, today, goals))
    expect(view).toMatchObject({
      goal: { target: 85000 },
      told: { exact: true, register: 0, cells: 2500, counted: { low: 2500, high: 2500 } },
    })
    expect(view.overlaps.map((o) => [o.sourceCode, o.high])).toEqual([
      ['SL-0001', 0],
      ['SL-0002', 0],
    ])
    expect(view.silent.count).toBeGreaterThan(100)
  })

  test('khai mức trùng: quá số người của nguồn bị từ chối; khai xong được trừ', async () => {
    const overlap = {
      source: 'SL-0001',
      from: '31/12/2025',
      low: '100',
      high: '200',
      basis: 'chon-mau',
      evidence: 'Đối chiếu mẫu 10%',
    }
    expect(await act(owner, declareOverlap, { ...overlap, high: '2000' })).toMatchObject({
      fields: { high: expect.stringContaining('1700') },
    })
    expect(await act(owner, declareOverlap, { ...overlap, basis: 'doi-chieu' })).toMatchObject({
      fields: { high: expect.any(String) },
    })
    expect(await act(owner, declareOverlap, { ...overlap, from: '01/01/2025' })).toMatchObject({
      fields: { from: expect.any(String) },
    })
    expect(await act(stranger, declareOverlap, overlap)).toMatchObject({ kind: 'absent' })
    expect(await act(owner, declareOverlap, overlap)).toMatchObject({ ok: true })
    const view = await see(department, (ctx) => readCoverage(ctx, today, goals))
    expect(view.told).toMatchObject({ overlap: { low: 100, high: 200 }, counted: { low: 2300, high: 2400 } })
    expect(await act(owner, declareOverlap, { ...overlap, low: '150', high: '150', basis: 'doi-chieu' })).toMatchObject(
      { ok: true },
    )
    const exact = await see(department, (ctx) => readCoverage(ctx, today, goals))
    expect(exact.told.counted).toEqual({ low: 2350, high: 2350 })
    const source = await see(department, (ctx) => readSource(ctx, 'SL-0001', today))
    expect(source.ok && source.value.overlaps).toHaveLength(2)
  })
})
