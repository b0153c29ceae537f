/** Nhiệm vụ trên cơ sở dữ liệu: progress with evidence, acceptance, the plan of a body; each verb right and wrong. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, ANONYMOUS, type Role, systemActor } from '../../kernel/actor.ts'
import { day, dayOf } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { rows, sql, type Tx } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { findFile } from '../../platform/files/keep.ts'
import type { DownloadRoute } from '../../platform/http/route.ts'
import { factsAfter, type LedgerLine } from '../../platform/ledger/record.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { findUnitByCode, loadRegister } from '../organisations/public.ts'
import { adoptText, officer, planText } from '../programme/fixtures.ts'
import { assignTasks, currentProgramme, findTask, undoAssignment } from '../programme/public.ts'
import { acceptCompletion } from './actions/accept-completion.ts'
import { decidePlan } from './actions/decide-plan.ts'
import { editPlan } from './actions/edit-plan.ts'
import { planTasks } from './actions/plan-tasks.ts'
import { reportProgress } from './actions/report-progress.ts'
import { submitPlan } from './actions/submit-plan.ts'
import { FACTS } from './facts.ts'
import { routes } from './routes.ts'
import { readTask, readTaskList } from './screens.ts'
import { findPlan, planItems, progressOf, taskRows } from './views.ts'
import type { PlanItem } from './words.ts'

const IN_2024 = '2024-05-03T03:00:00Z'
const NOW = Temporal.Instant.from('2026-11-23T03:00:00Z')
const TODAY = dayOf(NOW)
/** Lead and partner of the tasks below. */
const HEALTH = 'H24.SYT'
const TREASURY = 'H24.STC'

let t: TestDatabase
const ids: Record<string, string> = {}
let programmeId = ''

const read = <T>(work: (tx: Tx) => Promise<T>, actor = systemActor()): Promise<T> => transact(t.db, actor, work)
const person = (role: Role, code: string, name = `${role} ${code}`): Actor => ({
  kind: 'account',
  id: name,
  name,
  post: '',
  grants: [{ role, body: ids[code] ?? '', bodyCode: code, bodyName: code }],
  scope: [ids[code] ?? ''],
})
const health = () => person('co-quan', HEALTH)
const head = () => person('thu-truong', HEALTH)
const treasury = () => person('co-quan', TREASURY)
const lan = officer()

/** Performs, and gives what was recorded with it. */
async function act<I, O>(
  actor: Actor,
  what: Action<I, O>,
  input: unknown,
  now = NOW,
): Promise<{ decision: Decision<O>; facts: LedgerLine[] }> {
  const before = (await read((tx) => factsAfter(tx, 0, 10_000))).length
  const decision = await perform(t.db, { actor, now }, what, input)
  return { decision, facts: (await read((tx) => factsAfter(tx, 0, 10_000))).slice(before) }
}
const decisionOf = async <I, O>(actor: Actor, what: Action<I, O>, input: unknown, now = NOW) =>
  (await act(actor, what, input, now)).decision
async function must<T>(decision: Promise<Decision<T>>): Promise<T> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}
const stateOf = async (code: string, today = TODAY) =>
  (await read((tx) => taskRows(tx, programmeId, today))).find((r) => r.task.code === code)
const evidenceOf = async (code: string) => {
  const task = await read((tx) => findTask(tx, code))
  return (
    (await read((tx) => progressOf(tx, programmeId))).find((p) => p.taskId === task?.id && p.unitId === ids[HEALTH])
      ?.evidence ?? []
  )
}
const unclear = async () =>
  (await read((tx) => taskRows(tx, programmeId, TODAY))).filter((r) => r.state === 'chua-giao').length
const assign = (code: string, more: Record<string, unknown> = {}) =>
  must(
    decisionOf(lan, assignTasks, { codes: [code], lead: HEALTH, coordinators: TREASURY, due: '31/12/2026', ...more }),
  )
const report = (code: string, more: Record<string, unknown> = {}) => ({
  code,
  unit: ids[HEALTH],
  state: 'dang-thuc-hien',
  percent: '40',
  result: 'Đã tổ chức 3 lớp',
  ...more,
})
const DONE = { state: 'hoan-thanh', percent: '100', result: 'Đã xong', number: '88/BC-SYT', issuedOn: '20/11/2026' }

beforeAll(async () => {
  t = await testDatabase()
  const began = Temporal.Instant.from(IN_2024)
  await must(decisionOf(systemActor(), loadRegister, readRegisterFacts(), began))
  await adoptText(t.db, IN_2024, planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
  programmeId = (await read(currentProgramme))?.id ?? ''
  for (const code of [HEALTH, TREASURY, 'H24.SNV', 'H23.SYT'])
    ids[code] = (await read((tx) => findUnitByCode(tx, code)))?.id ?? ''
})
afterAll(() => t.drop())

describe('danh sách nhiệm vụ', () => {
  it('chưa giao: 21 chưa rõ chủ trì; giao một còn 20; hoàn tác lại 21', async () => {
    expect(await unclear()).toBe(21)
    await assign('III.4.1')
    expect(await unclear()).toBe(20)
    expect(await stateOf('III.4.1')).toMatchObject({ state: 'da-giao', due: '2026-12-31', leadName: 'Sở Y tế' })
    await must(decisionOf(lan, undoAssignment, {}))
    expect(await unclear()).toBe(21)
    expect(await stateOf('III.4.1')).toMatchObject({ state: 'chua-giao', due: null, daysLate: 0, latest: null })
  })

  it('quá hạn tính từ ngày sau hạn', async () => {
    await assign('III.4.2', { due: '22/11/2026' })
    expect(await stateOf('III.4.2', day('2026-11-22'))).toMatchObject({ state: 'da-giao', daysLate: 0 })
    expect(await stateOf('III.4.2', TODAY)).toMatchObject({ state: 'qua-han', daysLate: 1 })
  })

  it('hạn hằng năm là ngày ấy của năm nay', async () => {
    await assign('III.4.3', { due: '15/10/2025', dueKind: 'yearly' })
    expect(await stateOf('III.4.3')).toMatchObject({ state: 'qua-han', due: '2026-10-15' })
  })

  it('bộ lọc và danh sách khớp nhau; người của cơ quan bắt đầu từ việc của mình', async () => {
    const ctx = (tx: Tx, actor: Actor) => ({ tx, actor, now: NOW, newId })
    const all = await read((tx) => readTaskList(ctx(tx, lan), 'tat-ca', false), lan)
    expect(all.counts['tat-ca']).toBe(22)
    expect(all.counts['qua-han']).toBe(all.rows.filter((r) => r.state === 'qua-han').length)
    const own = await read((tx) => readTaskList(ctx(tx, treasury()), 'tat-ca', true), treasury())
    expect(own.rows.map((r) => r.task.code)).toEqual(['III.4.2', 'III.4.3'])
    expect([all.canAssign, own.canAssign]).toEqual([true, false])
  })
})

describe('báo tiến độ', () => {
  it('một báo cáo, một sự kiện của đúng cơ quan, có câu', async () => {
    await assign('III.2.1')
    const { decision, facts } = await act(health(), reportProgress, report('III.2.1'))
    expect(decision).toMatchObject({ ok: true, value: { code: 'III.2.1' } })
    expect(facts).toMatchObject([
      { kind: 'task.progressed', unit_id: ids[HEALTH], data: { code: 'III.2.1', percent: 40, evidence: null } },
    ])
    const [fact] = facts
    expect(fact && FACTS[fact.kind]?.(fact)).toBe('báo tiến độ nhiệm vụ III.2.1: Đang thực hiện, 40%')
    expect(await stateOf('III.2.1')).toMatchObject({ state: 'dang-thuc-hien', latest: { percent: 40 } })
  })

  it('báo cáo sau không ghi đè báo cáo trước', async () => {
    await must(decisionOf(health(), reportProgress, report('III.2.1', { percent: '60' }), NOW.add({ hours: 1 })))
    const task = await read((tx) => findTask(tx, 'III.2.1'))
    const kept = await read((tx) =>
      rows(tx, sql`select percent from tasks.progress where task_id = ${task?.id ?? ''} order by reported_at`),
    )
    expect(kept).toEqual([{ percent: 40 }, { percent: 60 }])
    await expect(read((tx) => rows(tx, sql`delete from tasks.progress`))).rejects.toThrow(/permission denied/)
    await expect(read((tx) => rows(tx, sql`update tasks.evidence set number = 'x'`))).rejects.toThrow(
      /permission denied/,
    )
  })

  test.each([
    ['tiến độ để trống không thành 0', { percent: '' }, 'percent'],
    ['tiến độ quá 100', { percent: '101' }, 'percent'],
    ['tiến độ là chữ', { percent: 'một nửa' }, 'percent'],
    ['chưa chọn tình hình', { state: '' }, 'state'],
    ['chưa nhập kết quả', { result: ' ' }, 'result'],
    ['hoàn thành mà không có bằng chứng', { state: 'hoan-thanh', percent: '100' }, 'number'],
    ['hoàn thành mà tiến độ chưa đủ', { ...DONE, percent: '90' }, 'percent'],
    ['văn bản của ngày mai', { ...DONE, issuedOn: '24/11/2026' }, 'issuedOn'],
    ['có số mà thiếu ngày văn bản', { number: '88/BC-SYT' }, 'issuedOn'],
    ['có ngày mà thiếu số văn bản', { issuedOn: '20/11/2026' }, 'number'],
    [
      'có tệp mà thiếu số và ngày',
      { file: { name: 'a.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF') } },
      'number',
    ],
  ])('%s: nêu ô phải sửa, không ghi gì', async (_, more, field) => {
    const { decision, facts } = await act(health(), reportProgress, report('III.2.1', more))
    expect(decision.ok ? [] : Object.keys(decision.fields ?? {})).toContain(field)
    expect(facts).toEqual([])
    expect(await stateOf('III.2.1')).toMatchObject({ latest: { percent: 60 } })
  })

  it('không có nhiệm vụ ấy; cơ quan không tham gia; báo thay cơ quan khác; khách', async () => {
    expect(await decisionOf(health(), reportProgress, report('III.9.9'))).toMatchObject({ kind: 'absent' })
    expect(await decisionOf(health(), reportProgress, report('III.3.3'))).toMatchObject({ code: 'task.not-yours' })
    expect(await decisionOf(treasury(), reportProgress, report('III.2.1'))).toMatchObject({ code: 'right.missing' })
    expect(await decisionOf(ANONYMOUS, reportProgress, report('III.2.1'))).toMatchObject({ kind: 'forbidden' })
  })

  it('cơ quan phối hợp báo phần của mình, trạng thái vẫn theo cơ quan chủ trì', async () => {
    await must(decisionOf(treasury(), reportProgress, report('III.2.1', { unit: ids[TREASURY], percent: '90' })))
    expect(await stateOf('III.2.1')).toMatchObject({ latest: { percent: 60, unitId: ids[HEALTH] } })
    expect((await read((tx) => progressOf(tx, programmeId))).map((p) => p.percent).sort()).toEqual([60, 90])
  })

  it('cơ quan khác không thấy báo cáo, bằng chứng, sự kiện của cơ quan này', async () => {
    const seen = await read(
      async (tx) => ({
        progress: await rows(tx, sql`select 1 from tasks.progress where unit_id = ${ids[HEALTH]}`),
        evidence: await rows(tx, sql`select 1 from tasks.evidence`),
        facts: (await factsAfter(tx, 0, 10_000)).filter((l) => l.unit_id === ids[HEALTH]),
      }),
      treasury(),
    )
    expect(seen).toEqual({ progress: [], evidence: [], facts: [] })
  })
})

describe('bằng chứng', () => {
  const file = { name: 'Báo cáo 88.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7 thử') }
  const route = routes.find((r) => r.path === '/nhiem-vu/bang-chung/:id') as unknown as DownloadRoute<{ id: string }>
  const take = (actor: Actor, id: string) => read((tx) => route.file({ tx, actor, now: NOW, newId }, { id }, ''), actor)

  it('tệp được giữ nguyên, tải được trong phạm vi, ngoài phạm vi như không có', async () => {
    await assign('III.2.2')
    await must(
      decisionOf(health(), reportProgress, report('III.2.2', { number: '88/BC-SYT', issuedOn: '20/11/2026', file })),
    )
    const [evidence] = await evidenceOf('III.2.2')
    expect(evidence).toMatchObject({ number: '88/BC-SYT', issuedOn: '2026-11-20', fileName: 'Báo cáo 88.pdf' })
    const kept = await read((tx) => findFile(tx, evidence?.fileId ?? ''))
    expect(kept?.body.equals(file.bytes)).toBe(true)
    expect(await take(health(), evidence?.id ?? '')).toMatchObject({ ok: true, value: { name: 'Báo cáo 88.pdf' } })
    expect(await take(lan, evidence?.id ?? '')).toMatchObject({ ok: true })
    expect(await take(treasury(), evidence?.id ?? '')).toMatchObject({ ok: false, kind: 'absent' })
    expect(await take(health(), newId())).toMatchObject({ ok: false, kind: 'absent' })
  })

  it('bằng chứng báo trước vẫn tính khi báo hoàn thành; báo cáo sau không làm mất', async () => {
    const later = NOW.add({ hours: 1 })
    await must(decisionOf(health(), reportProgress, report('III.2.2', { state: 'hoan-thanh', percent: '100' }), later))
    expect(await stateOf('III.2.2')).toMatchObject({ state: 'cho-xac-nhan', latest: { percent: 100 } })
    expect(await evidenceOf('III.2.2')).toMatchObject([{ number: '88/BC-SYT' }])
  })

  it('cơ quan khác thấy đúng tình hình chung, không thấy nội dung và bằng chứng', async () => {
    const rows = await read((tx) => taskRows(tx, programmeId, TODAY), treasury())
    expect(rows.find((r) => r.task.code === 'III.2.2')).toMatchObject({
      state: 'cho-xac-nhan',
      latest: { percent: 100 },
    })
    const reports = await read((tx) => progressOf(tx, programmeId), treasury())
    expect(reports.filter((p) => p.unitId === ids[HEALTH])).toEqual([])
  })
})

describe('xác nhận hoàn thành', () => {
  it('chưa báo hoàn thành, chưa giao, không có, không phải Sở Nội vụ: từ chối', async () => {
    expect(await decisionOf(lan, acceptCompletion, { code: 'III.2.1' })).toMatchObject({ code: 'progress.not-done' })
    expect(await decisionOf(lan, acceptCompletion, { code: 'III.3.3' })).toMatchObject({ kind: 'absent' })
    expect(await decisionOf(lan, acceptCompletion, { code: '' })).toMatchObject({ kind: 'invalid' })
    expect(await decisionOf(health(), acceptCompletion, { code: 'III.2.2' })).toMatchObject({ kind: 'forbidden' })
  })

  it('hai người cùng xác nhận chỉ có một lần, một sự kiện', async () => {
    const both = await Promise.all(
      [1, 2].map(() => perform(t.db, { actor: lan, now: NOW }, acceptCompletion, { code: 'III.2.2' })),
    )
    expect(both.filter((d) => d.ok)).toHaveLength(1)
    expect(both.find((d) => !d.ok)).toMatchObject({ kind: 'conflict', code: 'progress.closed' })
    const found = await read((tx) => factsAfter(tx, 0, 10_000))
    expect(found.filter((l) => l.kind === 'task.completed')).toHaveLength(1)
    expect(await stateOf('III.2.2')).toMatchObject({ state: 'hoan-thanh' })
  })

  it('đã xác nhận thì không báo thêm', async () => {
    const refused = await decisionOf(health(), reportProgress, report('III.2.2'))
    expect(refused).toMatchObject({ kind: 'conflict', code: 'progress.closed' })
  })

  it('báo hoàn thành sau hạn là hoàn thành quá hạn, không tính ngày chờ xác nhận', async () => {
    await must(decisionOf(health(), reportProgress, report('III.4.2', DONE)))
    await must(decisionOf(lan, acceptCompletion, { code: 'III.4.2' }, NOW.add({ hours: 240 })))
    expect(await stateOf('III.4.2')).toMatchObject({ state: 'hoan-thanh-muon', daysLate: 0 })
  })

  it('tạm dừng thì không quá hạn', async () => {
    await must(decisionOf(health(), reportProgress, report('III.4.3', { state: 'tam-dung' })))
    expect(await stateOf('III.4.3')).toMatchObject({ state: 'tam-dung', daysLate: 0 })
  })

  it('trang nhiệm vụ kể đúng thứ tự việc đã xảy ra', async () => {
    const seen = await read((tx) => readTask({ tx, actor: lan, now: NOW, newId }, 'III.2.2'), lan)
    if (!seen.ok) throw new Error(seen.message)
    expect(seen.value.history.map((h) => h.what).join('; ')).toMatch(
      /xác nhận hoàn thành.*báo tiến độ.*báo tiến độ.*giao/,
    )
    expect(seen.value.canAccept).toBe(true)
  })
})

describe('kế hoạch của cơ quan', () => {
  const YEAR = 2026
  const plan = async (code = HEALTH) => {
    const found = await read((tx) => findPlan(tx, ids[code] ?? '', YEAR))
    if (found === null) throw new Error('no plan')
    return found
  }
  const items = async () => read(async (tx) => planItems(tx, (await plan()).id))
  const row = (i: PlanItem, more: Record<string, string> = {}) => ({
    id: i.id,
    work: i.work,
    product: 'Báo cáo',
    due: '30/11/2026',
    person: 'Bà Hoa',
    ...more,
  })

  it('đưa nhiệm vụ vào kế hoạch; đưa lần nữa không thêm dòng', async () => {
    const input = { unit: ids[HEALTH], year: YEAR, codes: ['III.2.1', 'III.2.2'] }
    const { decision, facts } = await act(health(), planTasks, input)
    expect(decision).toMatchObject({ ok: true, value: { added: 2 } })
    expect(facts).toMatchObject([{ kind: 'plan.tasks-added', unit_id: ids[HEALTH], data: { added: 2, year: YEAR } }])
    expect(await must(decisionOf(health(), planTasks, { ...input, codes: ['III.2.2', 'III.2.3'] }))).toEqual({
      added: 1,
    })
    expect((await items()).map((i) => i.taskCode)).toEqual(['III.2.1', 'III.2.2', 'III.2.3'])
    expect((await items())[0]).toMatchObject({ due: '2026-12-31', person: '' })
  })

  test.each([
    ['không chọn nhiệm vụ', { codes: [] }, 'codes'],
    ['năm để trống', { year: '' }, 'year'],
    ['nhiệm vụ không có trong kế hoạch', { codes: ['III.9.9'] }, 'codes'],
  ])('%s: nêu ô phải sửa', async (_, more, field) => {
    const input = { unit: ids[HEALTH], year: YEAR, codes: ['III.2.1'], ...more }
    const { decision, facts } = await act(health(), planTasks, input)
    expect(decision.ok ? [] : Object.keys(decision.fields ?? {})).toEqual([field])
    expect(facts).toEqual([])
  })

  it('cơ quan khác không lập, không sửa, không thấy kế hoạch này', async () => {
    const { id, version } = await plan()
    const input = { unit: ids[HEALTH], year: YEAR, codes: ['III.2.4'] }
    expect(await decisionOf(treasury(), planTasks, input)).toMatchObject({ kind: 'forbidden' })
    expect(await decisionOf(treasury(), editPlan, { plan: id, version, items: [] })).toMatchObject({ kind: 'absent' })
    expect(await decisionOf(treasury(), submitPlan, { plan: id })).toMatchObject({ kind: 'absent' })
    expect(await decisionOf(person('thu-truong', TREASURY), decidePlan, { plan: id, verb: 'duyet' })).toMatchObject({
      kind: 'absent',
    })
    const seen = await read(
      (tx) => rows(tx, sql`select 1 from tasks.agency_plan union all select 1 from tasks.plan_item`),
      treasury(),
    )
    expect(seen).toEqual([])
  })

  it('Sở Nội vụ thấy kế hoạch nhưng không sửa thay', async () => {
    const { id, version } = await plan()
    expect(await decisionOf(lan, editPlan, { plan: id, version, items: [] })).toMatchObject({ kind: 'forbidden' })
  })

  it('thiếu người, hạn, sản phẩm thì chưa trình được, nêu từng dòng', async () => {
    const { id } = await plan()
    const refused = await decisionOf(health(), submitPlan, { plan: id })
    const wrong = refused.ok ? {} : (refused.fields ?? {})
    expect(Object.values(wrong)).toContain('III.2.1: nhập người phụ trách')
    expect(Object.keys(wrong).length).toBeGreaterThanOrEqual(3)
    expect(await plan()).toMatchObject({ state: 'dang-lap' })
  })

  it('sửa và bỏ một dòng; người sửa trên bản cũ thấy cả hai bản, không ghi gì', async () => {
    const { id, version } = await plan()
    const list = await items()
    const input = { plan: id, version, items: list.map((i) => row(i)), drop: list[2]?.id }
    const { decision, facts } = await act(health(), editPlan, input)
    expect(decision).toEqual({ ok: true, value: { version: version + 1 } })
    expect(facts).toMatchObject([{ kind: 'plan.edited' }])
    expect(await items()).toMatchObject([{ person: 'Bà Hoa' }, { person: 'Bà Hoa' }])
    const stale = await decisionOf(head(), editPlan, {
      ...input,
      drop: '',
      items: list.slice(0, 2).map((i) => row(i, { person: 'Ông Bình' })),
    })
    expect(stale).toMatchObject({ kind: 'stale', theirs: [{ person: 'Bà Hoa' }, { person: 'Bà Hoa' }] })
    expect(await items()).toMatchObject([{ person: 'Bà Hoa' }, { person: 'Bà Hoa' }])
  })

  it('hai người lưu cùng lúc trên một bản: một người lưu được, người kia thấy bản đã lưu', async () => {
    const { id, version } = await plan()
    const list = await items()
    const save = (person: string) =>
      perform(t.db, { actor: health(), now: NOW }, editPlan, {
        plan: id,
        version,
        items: list.map((i) => row(i, { person })),
      })
    const both = await Promise.all([save('Bà Hoa'), save('Ông Bình')])
    expect(both.filter((d) => d.ok)).toHaveLength(1)
    const lost = both.find((d) => !d.ok)
    const saved = (await items())[0]?.person
    expect(lost).toMatchObject({ kind: 'stale', theirs: [{ person: saved }, { person: saved }] })
    expect(['Bà Hoa', 'Ông Bình']).toContain(saved)
  })

  test.each([
    ['dòng thiếu nội dung', { items: [{ id: '0198a2c4-1111-7222-8333-444455556666', work: '' }] }, 'items.0.work'],
    [
      'ngày không có thật',
      { items: [{ id: '0198a2c4-1111-7222-8333-444455556666', work: 'a', due: '31/02/2026' }] },
      'items.0.due',
    ],
    ['thiếu số bản', { version: '' }, 'version'],
    ['dòng cần bỏ sai dạng', { drop: 'x' }, 'drop'],
  ])('%s: nêu ô phải sửa', async (_, more, field) => {
    const { id, version } = await plan()
    const refused = await decisionOf(health(), editPlan, { plan: id, version, items: [], drop: '', ...more })
    expect(refused.ok ? [] : Object.keys(refused.fields ?? {})).toContain(field)
  })

  it('dòng của kế hoạch khác không sửa, không bỏ được qua kế hoạch này', async () => {
    await must(decisionOf(treasury(), planTasks, { unit: ids[TREASURY], year: YEAR, codes: ['III.2.1'] }))
    const other = await plan(TREASURY)
    const [before] = await items()
    if (!before) throw new Error('no row')
    await must(
      decisionOf(treasury(), editPlan, {
        plan: other.id,
        version: other.version,
        items: [row(before, { person: 'Lạ' })],
        drop: before.id,
      }),
    )
    expect((await items())[0]).toEqual(before)
  })

  it('trình, trả lại có lý do, sửa, trình, duyệt, mở lại: mỗi bước một sự kiện', async () => {
    const { id } = await plan()
    const step = async (actor: Actor, what: Action<never, unknown>, input: object) => {
      const { decision, facts } = await act(actor, what, { plan: id, ...input })
      expect(decision).toMatchObject({ ok: true })
      return facts.map((f) => f.kind)
    }
    const submitting = submitPlan as unknown as Action<never, unknown>
    const deciding = decidePlan as unknown as Action<never, unknown>
    expect(await step(health(), submitting, {})).toEqual(['plan.submitted'])
    expect(await decisionOf(health(), submitPlan, { plan: id })).toMatchObject({ kind: 'conflict', code: 'plan.trinh' })
    expect(
      await decisionOf(health(), editPlan, { plan: id, version: (await plan()).version, items: [] }),
    ).toMatchObject({ code: 'plan.sua' })
    expect(await decisionOf(health(), planTasks, { unit: ids[HEALTH], year: YEAR, codes: ['III.2.4'] })).toMatchObject({
      code: 'plan.sua',
    })
    expect(await decisionOf(health(), decidePlan, { plan: id, verb: 'duyet' })).toMatchObject({ kind: 'forbidden' })
    expect(await decisionOf(head(), decidePlan, { plan: id, verb: 'tra-lai', reason: ' ' })).toMatchObject({
      fields: { reason: expect.any(String) },
    })
    expect(await decisionOf(head(), decidePlan, { plan: id, verb: 'xoa' })).toMatchObject({
      fields: { verb: expect.any(String) },
    })
    expect(await step(head(), deciding, { verb: 'tra-lai', reason: 'Thiếu lớp bồi dưỡng' })).toEqual(['plan.returned'])
    expect(await plan()).toMatchObject({ state: 'dang-lap', returnedReason: 'Thiếu lớp bồi dưỡng' })
    await must(
      decisionOf(health(), editPlan, {
        plan: id,
        version: (await plan()).version,
        items: (await items()).map((i) => row(i)),
      }),
    )
    expect((await plan()).returnedReason).toBe('Thiếu lớp bồi dưỡng')
    expect(await step(health(), submitting, {})).toEqual(['plan.submitted'])
    expect(await step(head(), deciding, { verb: 'duyet' })).toEqual(['plan.approved'])
    expect(await plan()).toMatchObject({ state: 'da-duyet', approvedBy: head().name })
    expect(await decisionOf(head(), decidePlan, { plan: id, verb: 'duyet' })).toMatchObject({ code: 'plan.duyet' })
    expect(await step(head(), deciding, { verb: 'mo-lai' })).toEqual(['plan.reopened'])
    expect(await plan()).toMatchObject({ state: 'dang-lap', approvedBy: null, approvedAt: null })
  })

  it('không có kế hoạch ấy', async () => {
    expect(await decisionOf(head(), decidePlan, { plan: newId(), verb: 'duyet' })).toMatchObject({ kind: 'absent' })
    expect(await decisionOf(health(), submitPlan, { plan: 'x' })).toMatchObject({
      fields: { plan: expect.any(String) },
    })
  })
})
