/** Mục tiêu trên cơ sở dữ liệu thật: paths, shares and explanations are kept with what was before them, and are read as they were known. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, type Ctx, newId, perform } from '../../platform/action.ts'
import { explainConstraints } from '../../platform/database/constraint.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { html, toText } from '../../ui/html.ts'
import { givenMeasure } from '../indicators/fixtures.ts'
import { keepCustody, loadFacts, recordValue } from '../indicators/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { findUnitByCode, loadRegister } from '../organisations/public.ts'
import { adoptText, officer, planText } from '../programme/fixtures.ts'
import { currentProgramme } from '../programme/public.ts'
import { addOutlines } from './actions/add-outlines.ts'
import { explainMiss } from './actions/explain-miss.ts'
import { removeOutlines } from './actions/remove-outlines.ts'
import { setPath } from './actions/set-path.ts'
import { shareOut } from './actions/share-out.ts'
import { readCompare } from './compare.ts'
import { readCourses } from './courses.ts'
import { goalsModule } from './module.ts'
import { goalPage } from './pages/goal.ts'
import { readExplainForm, readGoal } from './screens.ts'
import { cascadesOf, explanationsOf, outlinesOn } from './views.ts'

const NOW = Temporal.Instant.from('2026-11-20T02:00:00Z')
const EARLIER = Temporal.Instant.from('2026-03-02T02:00:00Z')

let t: TestDatabase
let health = ''
let home = ''
const read = <T>(work: (ctx: Ctx) => Promise<T>, actor: Actor = systemActor()): Promise<T> =>
  transact(t.db, actor, (tx) => work({ tx, actor, now: NOW, newId }))
const act = <I, O>(what: Action<I, O>, input: unknown, now = NOW, actor: Actor = systemActor()): Promise<Decision<O>> =>
  perform(t.db, { actor, now }, what, input)
const course = async (code: string, known: string | null = null) =>
  (await read((ctx) => readCourses(ctx, [], day('2026-11-20'), known === null ? null : day(known)))).find(
    (c) => c.indicator.code === code,
  )
const figure = (code: string, asOf: string, value: number) =>
  act(recordValue, { code, asOf, value, source: 'Báo cáo của sở', estimate: false, status: 'seen', note: '' }, EARLIER)

const path = (more: object = {}) => ({
  code: 'II.1.2',
  kind: 'tuyen-tinh',
  baseOn: '31/12/2020',
  baseValue: '9',
  baseSource: 'Niên giám 2020',
  milestones: '',
  document: '',
  ...more,
})
const head = (unit: string, role: 'thu-truong' | 'co-quan' = 'thu-truong'): Actor => ({
  ...officer('Phạm Thị Thủ trưởng'),
  kind: 'account',
  grants: [{ role, body: unit, bodyCode: 'X', bodyName: 'X' }],
  scope: [unit],
})

const foreseesNothing = async () => null

beforeAll(async () => {
  explainConstraints(goalsModule(() => [], foreseesNothing).constraints ?? {})
  t = await testDatabase()
  await act(loadRegister, readRegisterFacts(), Temporal.Instant.from('2024-04-20T01:00:00Z'))
  await adoptText(t.db, '2024-05-03T03:00:00Z', planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
  await figure('II.1.2', '2024-12-31', 10)
  await figure('II.1.2', '2025-12-31', 14)
  await read(async (ctx) => {
    health = (await findUnitByCode(ctx.tx, 'H24.SYT'))?.id ?? ''
    home = (await findUnitByCode(ctx.tx, 'H24.SNV'))?.id ?? ''
    const planId = (await currentProgramme(ctx.tx))?.id ?? ''
    await keepCustody(ctx, { planId, code: 'II.1.2' }, { unitId: health, name: 'Sở Y tế' })
  })
})
afterAll(() => t.drop())

describe('lộ trình', () => {
  it('chưa đặt: số cơ quan báo cáo đi từ số liệu đầu tiên', async () => {
    expect(await course('II.1.2')).toMatchObject({
      set: null,
      path: { base: { on: '2024-12-31', value: 10 }, target: 19 },
    })
  })
  it('đặt lộ trình: mức tiến độ đổi theo; lộ trình trước vẫn đọc được như đã biết khi ấy', async () => {
    expect(await act(setPath, path(), EARLIER)).toMatchObject({ ok: true })
    expect(await course('II.1.2')).toMatchObject({
      path: { kind: 'tuyen-tinh', base: { value: 9 } },
      progress: 'dung-huong',
    })
    expect(await act(setPath, path({ kind: 'thoa-thuan', milestones: '2025: 16\n2028: 18' }))).toMatchObject({
      ok: true,
    })
    expect(await course('II.1.2')).toMatchObject({ path: { kind: 'thoa-thuan' }, planned: 16, progress: 'cham' })
    expect(await course('II.1.2', '2026-06-30')).toMatchObject({ path: { kind: 'tuyen-tinh' }, progress: 'dung-huong' })
  })
  it.each([
    ['mục tiêu lạ', { code: 'II.9' }, 'goals.absent'],
    ['số liệu gốc của ngày chưa tới', { baseOn: '31/12/2027' }, 'goals.base-to-come'],
    ['dòng mốc không đọc được', { kind: 'thoa-thuan', milestones: 'năm sau: nhiều' }, null],
    ['mốc sau năm đích', { kind: 'thoa-thuan', milestones: '2031: 20' }, 'goals.milestone-year'],
    ['tăng trưởng kép từ 0', { kind: 'luy-ke', baseValue: '0' }, 'goals.compound-from-nothing'],
  ])('từ chối %s, không gì thay đổi', async (_name, more, code) => {
    const before = await course('II.1.2')
    expect(await act(setPath, path(more))).toMatchObject(code === null ? { ok: false } : { ok: false, code })
    expect(await course('II.1.2')).toEqual(before)
  })
  it('cơ quan khác Sở Nội vụ không đặt được lộ trình', async () => {
    expect(await act(setPath, path(), NOW, head(health))).toMatchObject({ ok: false, kind: 'forbidden' })
  })
})

describe('giao cho cơ quan', () => {
  const share = (more: object = {}) => ({
    code: 'II.1.1a',
    year: '2026',
    units: [health, home],
    values: ['50000', '30000'],
    reason: '',
    document: '',
    ...more,
  })

  it('tỷ lệ không chia phần', async () => {
    expect(await act(shareOut, share({ code: 'II.1.2' }))).toMatchObject({ ok: false, code: 'goals.rate-not-shared' })
  })
  it('chưa có lộ trình thì chưa giao được', async () => {
    expect(await act(shareOut, share())).toMatchObject({ ok: false, code: 'goals.no-milestone' })
  })
  it('cộng đúng mốc hoặc nêu lý do; lần sau thay lần trước, lần trước còn', async () => {
    await act(
      setPath,
      path({ code: 'II.1.1a', baseOn: '24/11/2022', baseValue: '65.000', baseSource: 'Báo cáo Tỉnh ủy' }),
    )
    expect(await act(shareOut, share())).toMatchObject({ ok: false, code: 'goals.sum' })
    expect(await act(shareOut, share({ reason: 'Phần còn lại thuộc doanh nghiệp' }))).toMatchObject({ ok: true })
    expect(await act(shareOut, share({ values: ['40000', ''], reason: 'Giao lại' }))).toMatchObject({ ok: true })
    const found = await read(async (ctx) => cascadesOf(ctx.tx, (await course('II.1.1a'))?.indicator.id ?? ''))
    expect(found).toMatchObject([{ year: 2026, reason: 'Giao lại', shares: [{ unitId: health, value: 40_000 }] }])
  })
  it('không giao cho cơ quan không hoạt động trong năm', async () => {
    const ended = await read(async (ctx) => (await findUnitByCode(ctx.tx, 'H23.SYT'))?.id ?? '')
    expect(await act(shareOut, share({ units: [ended], values: ['1'], reason: 'x' }))).toMatchObject({
      ok: false,
      code: 'goals.no-such-body',
    })
  })
})

describe('số liệu do cơ quan báo cáo trong kỳ', () => {
  const recruits = (all: number, talents: number) => [
    givenMeasure({ code: 'nhan-tai.tuyen-dung', time: 'flow', source: 'reported' }, [{ low: all }]),
    givenMeasure({ code: 'nhan-tai.tuyen-moi', time: 'flow', source: 'reported' }, [{ low: talents }]),
  ]
  const recruiting = (all: number, talents: number) => read((ctx) => readGoal(ctx, recruits(all, talents), 'II.1.10', foreseesNothing))

  it('chưa ghi số nào mà đã đếm được: con số hôm nay có trong biểu đồ', async () => {
    expect(await act(loadFacts, {}, EARLIER)).toMatchObject({ ok: true })
    const found = await recruiting(50, 11)
    expect(found).toMatchObject({
      value: { course: { progress: 'dat', reading: { low: 22 }, points: [{ value: 22, high: 22 }], path: null } },
    })
  })
  it('không tuyển ai: chưa kết luận, tiêu đề nói vì sao chứ không nói chưa có nguồn', async () => {
    const found = await recruiting(0, 0)
    if (!found.ok) throw new Error(found.message)
    expect(found.value.course).toMatchObject({ progress: 'chua-du', points: [], reading: { state: 'undefined' } })
    const page = goalPage(found.value)
    const text = toText(html`${'body' in page ? page.body : page}`)
    expect(text).toMatch(/<h1[^>]*>Không có ai thuộc mẫu số/)
    expect(text).not.toContain('Chưa có nguồn số liệu')
  })
})

describe('so sánh địa bàn', () => {
  it.each([
    '01/01/0002',
    '31/02/2026',
    '01/01/2030',
  ])('ngày %s không đọc được gì: nói ra, không hỏng trang', async (typed) => {
    const found = await read((ctx) => readCompare(ctx, [], { code: 'II.1.2', day: typed, hierarchy: typed, level: '' }))
    if (found.ok) expect(found.value).toMatchObject({ asOf: '2026-11-20', wrong: { ngay: typed, diaGioi: typed } })
    else expect(found.code).toBe('indicator.no-split')
  })
})

describe('giải trình', () => {
  const said = (more: object = {}) => ({
    code: 'II.1.2',
    year: '2025',
    unitId: health,
    cause: 'khach-quan',
    body: 'Thiếu nguồn tuyển.',
    remedy: 'Tuyển theo đặt hàng.',
    ...more,
  })

  it('cơ quan chịu trách nhiệm giải trình phần của mình, nói lại thì thay lời trước', async () => {
    expect(await act(explainMiss, said(), NOW, head(health, 'co-quan'))).toMatchObject({ ok: true })
    expect(await act(explainMiss, said({ body: 'Thiếu nguồn tuyển và cơ sở.' }), NOW, head(health))).toMatchObject({
      ok: true,
    })
    expect(await read((ctx) => explanationsOf(ctx.tx))).toMatchObject([
      { unitId: health, year: 2025, body: 'Thiếu nguồn tuyển và cơ sở.' },
    ])
    const page = await read((ctx) => readGoal(ctx, [], 'II.1.2', foreseesNothing))
    expect(page).toMatchObject({ ok: true, value: { explanations: [{ unitName: 'Sở Y tế' }] } })
  })
  it('không giải trình thay cơ quan khác, không giải trình năm chưa tới', async () => {
    expect(await act(explainMiss, said({ unitId: home }), NOW, head(health))).toMatchObject({
      ok: false,
      kind: 'forbidden',
    })
    expect(await act(explainMiss, said({ year: '2027' }))).toMatchObject({ ok: false, code: 'goals.year-to-come' })
  })
  it('cơ quan không chủ trì, không được giao, không cung cấp số liệu thì không có gì để giải trình', async () => {
    const away = await read(async (ctx) => (await findUnitByCode(ctx.tx, 'H24.STC'))?.id ?? '')
    expect(await act(explainMiss, said({ unitId: away }), NOW, head(away))).toMatchObject({
      ok: false,
      code: 'goals.not-answerable',
    })
    expect(await read((ctx) => readExplainForm(ctx, [], 'II.1.2'), head(away))).toMatchObject({ kind: 'forbidden' })
    expect(await read((ctx) => readGoal(ctx, [], 'II.1.2', foreseesNothing), head(away))).toMatchObject({ value: { mayExplain: false } })
    expect(await read((ctx) => readExplainForm(ctx, [], 'II.1.2'), head(health))).toMatchObject({
      value: { bodies: [{ value: health }] },
    })
  })
})

describe('bản đồ ranh giới', () => {
  const file = (codes: readonly string[]) => ({
    name: 'ranh-gioi.geojson',
    mediaType: 'application/geo+json',
    bytes: Buffer.from(
      JSON.stringify({
        type: 'FeatureCollection',
        features: codes.map((code, i) => ({
          type: 'Feature',
          properties: { code },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [106 + i, 20],
                [106.5 + i, 20],
                [106.5 + i, 20.5],
                [106 + i, 20],
              ],
            ],
          },
        })),
      }),
    ),
  })
  const map = (more: object = {}) => ({
    title: 'Ranh giới xã',
    credit: 'Bản đồ thử',
    kind: 'commune',
    from: '01/07/2025',
    to: '',
    file: file(['10507', '10525']),
    ...more,
  })

  it('đưa vào, vẽ đúng ngày có hiệu lực, bỏ ra thì vẽ ô lại', async () => {
    const added = await act(addOutlines, map())
    expect(added).toMatchObject({ ok: true, value: { places: 2 } })
    expect(await read((ctx) => outlinesOn(ctx.tx, 'commune', day('2026-01-01')))).toMatchObject({ places: 2 })
    expect(await read((ctx) => outlinesOn(ctx.tx, 'commune', day('2025-06-30')))).toBeNull()
    expect(await act(addOutlines, map({ title: 'Bản thứ hai' }))).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await act(removeOutlines, { id: added.ok ? added.value.id : '' })).toMatchObject({ ok: true })
    expect(await read((ctx) => outlinesOn(ctx.tx, 'commune', day('2026-01-01')))).toBeNull()
  })
  it('địa bàn không có vào ngày ấy thì từ chối, không gì được giữ', async () => {
    expect(await act(addOutlines, map({ from: '01/01/2024', file: file(['10507', '99999']) }))).toMatchObject({
      ok: false,
      code: 'outlines.unknown-place',
    })
    expect(await act(addOutlines, map({ file: null }))).toMatchObject({
      ok: false,
      fields: { file: 'Chọn tệp GeoJSON.' },
    })
  })
})
