/** Chế độ và biểu mẫu trên cơ sở dữ liệu: drafted, tried, issued; a period moved; the form it was sent in. */
import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, type Ctx, newId, perform } from '../../platform/action.ts'
import { explainConstraints } from '../../platform/database/constraint.ts'
import { transact } from '../../platform/database/pool.ts'
import { run, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { uploadDocument } from '../documents/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { loadRegister } from '../organisations/public.ts'
import { adoptPlan } from '../programme/public.ts'
import { arrangeRegimeDraft } from './actions/arrange-regime-draft.ts'
import { draftRegime } from './actions/draft-regime.ts'
import { dropRegimeDraft } from './actions/drop-regime-draft.ts'
import { editRegimeDraft } from './actions/edit-regime-draft.ts'
import { issueRegime } from './actions/issue-regime.ts'
import { movePeriod } from './actions/move-period.ts'
import { openPeriod } from './actions/open-period.ts'
import { saveDraftSection } from './actions/save-draft-section.ts'
import { submitFile } from './actions/submit-file.ts'
import { readDraftPage, readIssue, readTrial } from './draft-screens.ts'
import { at, wholeReport } from './fixtures.ts'
import { reportingModule } from './module.ts'
import { FIELD } from './rules/answers.ts'
import { formAt } from './rules/period-form.ts'
import { FIRST_REGIME } from './rules/regime.ts'
import { obligationsOf } from './views/obligations.ts'
import { allRegimes, findPeriod, regimeDrafts, versionForYear } from './views/periods.ts'
import { findReport } from './views/report.ts'
import type { Obligation } from './words.ts'

const SLUG = FIRST_REGIME.slug
const NOW = at('2026-11-23 10:00')
let test: TestDatabase
let bodies: Obligation[] = []

const as = <I, O>(actor: Actor, what: Action<I, O>, input: unknown, now = NOW): Promise<Decision<O>> =>
  perform(test.db, { actor, now }, what, input)
const act = <I, O>(what: Action<I, O>, input: unknown, now = NOW) => as(systemActor(), what, input, now)
const read = <T>(what: (ctx: Ctx) => Promise<T>, now = NOW): Promise<T> =>
  transact(test.db, systemActor(), (tx) => what({ tx, actor: systemActor(), now, newId }))

async function must<T>(decision: Promise<Decision<T>>): Promise<T> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}
const body = (i: number): Obligation => {
  const found = bodies[i]
  if (!found) throw new Error('no such body')
  return found
}
const officerOf = (o: Obligation): Actor => ({
  kind: 'account',
  id: `can-bo-${o.unitId}`,
  name: 'Phạm Thị Hoa',
  post: 'Chuyên viên',
  grants: [{ role: 'thu-truong', body: o.unitId, bodyCode: o.unitCode, bodyName: o.unitName }],
  scope: [o.unitId],
})
const seenVersion = async (slug = SLUG) => (await read((c) => regimeDrafts(c.tx, slug)))[0]?.version ?? 0
const edit = async (place: string, fields: Record<string, unknown>, slug = SLUG) =>
  act(editRegimeDraft, { slug, place, version: await seenVersion(slug), fields })
const fileOf = (o: Obligation, now = NOW) =>
  read((c) => must(findReport(c.tx, { year: 2026, unitCode: o.unitCode }, now)))

beforeAll(async () => {
  test = await testDatabase()
  explainConstraints(reportingModule(() => []).constraints ?? {})
  await must(act(loadRegister, readRegisterFacts()))
  const text = fs.readFileSync(new URL('../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')
  const document = await must(act(uploadDocument, { text }))
  await must(act(adoptPlan, { document: document.id, number: '1459/KH-UBND', date: '22/04/2024', seen: '1' }))
  await must(act(openPeriod, { year: 2026 }, at('2026-11-01 08:00')))
  bodies = await read((c) => obligationsOf(c.tx, { year: 2026 }, NOW))
})
afterAll(() => test.drop())

describe('soạn và ban hành một bản mới', () => {
  it('mỗi chế độ có một bản soạn; người ngoài không soạn được', async () => {
    expect(await as(officerOf(body(0)), draftRegime, { how: 'ban-tiep', of: SLUG })).toMatchObject({
      kind: 'forbidden',
    })
    expect(await must(act(draftRegime, { how: 'ban-tiep', of: SLUG }))).toEqual({ slug: SLUG, version: 2 })
    expect(await act(draftRegime, { how: 'ban-tiep', of: SLUG })).toMatchObject({ code: 'regime.draft-exists' })
  })
  it('sửa trên bản cũ thì chưa ghi gì; lưu từng chỗ', async () => {
    const fields = { label: 'Tổng sau đại học', noun: 'số người sau đại học', kind: 'stock', 'compute.kind': 'sum' }
    const added = await must(edit('dong.bieu-2.them-moi', fields))
    expect(added.place).toBe('dong.bieu-2.tong-sau-dai-hoc')
    expect(await act(editRegimeDraft, { slug: SLUG, place: added.place, version: 1, fields })).toMatchObject({
      kind: 'stale',
    })
    const half = await read((c) => must(readDraftPage(c, SLUG, 'bieu')))
    expect(half.problems.map((p) => p.place)).toEqual([added.place])
    expect(await act(issueRegime, { slug: SLUG, version: 2, act: 'x', from: '01/11/2026' })).toMatchObject({
      code: 'regime.problems',
    })
    await must(edit(added.place, { ...fields, 'compute.rows': ['bieu-2.tien-si', 'bieu-2.thac-si'] }))
    await must(
      act(arrangeRegimeDraft, { slug: SLUG, place: 'dong.bieu-2.nu', version: await seenVersion(), how: 'bo' }),
    )
    await must(act(arrangeRegimeDraft, { slug: SLUG, place: 'kiem-tra.6', version: await seenVersion(), how: 'bo' }))
    const change = FIRST_REGIME.checks.find((c) => c.kind === 'change')
    const left = (change?.rows ?? []).filter((k) => k !== 'bieu-2.nu')
    await must(edit('kiem-tra.7', { rows: left }))
    expect((await read((c) => must(readDraftPage(c, SLUG, 'chung')))).problems).toEqual([])
  })
  it('thử với báo cáo đã nộp, kể thay đổi, rồi ban hành; kỳ đang mở giữ bản của mình', async () => {
    await must(as(officerOf(body(0)), submitFile, { year: 2026, unitCode: body(0).unitCode, content: wholeReport() }))
    const { trial } = await read((c) => must(readTrial(c, SLUG)))
    expect(trial).toMatchObject({ reports: 1, withoutPlace: [{ label: 'Biểu 2, Nữ', filled: 2 }] })
    expect(trial?.totals.find((t) => t.id === 'bieu-2.tong-sau-dai-hoc.uoc')).toMatchObject({ after: 605, isNew: true })
    expect((await read((c) => must(readIssue(c, SLUG)))).changes.map((x) => x.how)).toContain('bo')
    const issue = { slug: SLUG, version: await seenVersion(), act: 'Quyết định số 12/QĐ-SNV', from: '01/11/2026' }
    expect(await must(act(issueRegime, issue))).toEqual({ slug: SLUG, version: 2 })
    expect((await read((c) => findPeriod(c.tx, { year: 2026 })))?.regime.version).toBe(1)
    const versions = await read((c) => allRegimes(c.tx))
    expect(versions.map((v) => v.regime.version)).toEqual([2, 1])
    expect(versionForYear(versions, 2025)?.regime.version).toBe(1)
    expect(versionForYear(versions, 2027)?.regime.version).toBe(2)
    expect(await act(issueRegime, issue)).toMatchObject({ code: 'regime.draft-absent' })
  })
  it('bản đã ban hành không sửa được, kể cả bằng câu lệnh', async () => {
    const change = transact(test.db, systemActor(), (tx) => run(tx, sql`update reporting.regime set act = 'khác'`))
    await expect(change).rejects.toThrow(/permission denied/)
    const versions = await read((c) => allRegimes(c.tx))
    expect(versions.find((v) => v.regime.version === 1)?.regime).toEqual(FIRST_REGIME)
  })
})

describe('chuyển kỳ đang mở sang bản mới', () => {
  const typed = { [FIELD.toDate('bieu-2.tien-si')]: '44', [FIELD.toDate('bieu-2.nu')]: '2.254' }
  it('nháp giữ mọi ô đã gõ; ô không còn trong biểu mẫu để riêng và không đi cùng báo cáo', async () => {
    const o = body(1)
    await must(
      as(officerOf(o), saveDraftSection, { year: 2026, unitCode: o.unitCode, section: 2, version: 0, fields: typed }),
    )
    const moved = await must(act(movePeriod, { slug: SLUG, year: 2026, to: 2, act: 'Quyết định số 12/QĐ-SNV' }))
    expect(moved).toMatchObject({ to: 2, keptApart: 2 })
    const file = await fileOf(o)
    expect(file.answers).toEqual({ [FIELD.toDate('bieu-2.tien-si')]: '44' })
    expect(file.keptApart).toEqual({ [FIELD.toDate('bieu-2.nu')]: '2.254' })
    expect(await act(movePeriod, { slug: SLUG, year: 2026, to: 2, act: 'x' })).toMatchObject({
      code: 'period.same-form',
    })
    const open = { ...typed, [FIELD.wholeYear('bieu-2.nu')]: '2.300' }
    const again = { year: 2026, unitCode: o.unitCode, section: 2, version: 2, fields: open }
    await must(as(officerOf(o), saveDraftSection, again))
    expect((await fileOf(o)).keptApart).toEqual({
      [FIELD.toDate('bieu-2.nu')]: '2.254',
      [FIELD.wholeYear('bieu-2.nu')]: '2.300',
    })
  })
  it('báo cáo đã nộp trước đó vẫn đọc theo biểu mẫu lúc nộp', async () => {
    const later = at('2026-11-24 10:00')
    const file = await fileOf(body(0), later)
    const sent = file.submissions[0]
    expect(file.period.regime.version).toBe(2)
    expect(file.period.forms.map((f) => f.regime.version)).toEqual([1, 2])
    expect(formAt(file.period, at('2026-11-20 10:00')).version).toBe(1)
    expect(sent?.content.cells['bieu-2.nu']?.toDate).toBe(2254)
  })
  it('chuyển về bản cũ thì ô để riêng về chỗ cũ', async () => {
    await must(act(movePeriod, { slug: SLUG, year: 2026, to: 1, act: 'Thu hồi' }, at('2026-11-24 11:00')))
    const file = await fileOf(body(1))
    expect(file.answers).toEqual({ ...typed, [FIELD.wholeYear('bieu-2.nu')]: '2.300' })
    expect(file.keptApart).toEqual({})
  })
})

describe('chế độ thứ hai, danh sách theo ngày', () => {
  it('sao chép, ban hành, bỏ bản soạn, đọc lại từ tệp', async () => {
    const copy = { how: 'sao-chep', of: SLUG, code: 'KH726-năm', slug: 'kh726', name: 'Báo cáo Kế hoạch 726' }
    expect(await must(act(draftRegime, copy))).toEqual({ slug: 'kh726', version: 1 })
    expect(await act(draftRegime, { ...copy, slug: SLUG })).toMatchObject({ kind: 'invalid' })
    await must(act(dropRegimeDraft, { slug: 'kh726', version: await seenVersion('kh726') }))
    expect(await read((c) => regimeDrafts(c.tx))).toEqual([])
    const bytes = new TextEncoder().encode(JSON.stringify({ ...FIRST_REGIME, code: 'KH726-năm', slug: 'kh726' }))
    const file = { name: 'kh726.json', mediaType: 'application/json', bytes }
    expect(await must(act(draftRegime, { how: 'tu-tep', file }))).toEqual({ slug: 'kh726', version: 1 })
    expect((await read((c) => regimeDrafts(c.tx, 'kh726')))[0]?.regime.tables).toEqual(FIRST_REGIME.tables)
    const next = new TextEncoder().encode(JSON.stringify(FIRST_REGIME))
    expect(await must(act(draftRegime, { how: 'tu-tep', file: { ...file, bytes: next } }))).toEqual({
      slug: SLUG,
      version: 3,
    })
  })
  it('kỳ mở sau đó theo dòng giao báo cáo và hạn rơi vào ngày nghỉ', async () => {
    await must(
      edit('doi-tuong.them-moi', { kind: 'group', ref: 'cap-xa', from: '01/01/2027', to: '', act: 'Công văn 5' }),
    )
    const due = {
      opens: '01/11',
      'due.before': '05/12',
      'due.sentence': 'x',
      'due.rolls': '1',
      'cutOff.day': '15/11',
      'cutOff.general': '14/12',
      'cutOff.note': 'x',
    }
    await must(edit('han', due))
    await must(act(issueRegime, { slug: SLUG, version: await seenVersion(), act: 'Quyết định 13', from: '01/01/2027' }))
    const opened = await must(act(openPeriod, { year: 2027 }))
    const period = await read((c) => findPeriod(c.tx, { year: 2027 }))
    const owing = await read((c) => obligationsOf(c.tx, { year: 2027 }, NOW))
    expect(owing).toHaveLength(opened.bodies)
    expect(owing.every((o) => o.unitName.startsWith('UBND'))).toBe(true)
    expect(owing.map((o) => o.unitCode).sort()).not.toEqual(bodies.map((o) => o.unitCode).sort())
    expect(period?.regime.version).toBe(3)
    // 04/12/2027 is a Saturday: the last day passes on to Monday 06/12.
    expect(period?.dueBefore).toBe('2027-12-07')
  })
})
