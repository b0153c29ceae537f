/** Sửa đổi kế hoạch: mục giữ nguyên giữ mã, phân công; mục bỏ được đóng, không xóa; một giao dịch, một sự kiện. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import { newId } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { historyOf } from '../../platform/ledger/record.ts'
import { uploadDocument } from '../documents/public.ts'
import { indicatorViews, recordValue } from '../indicators/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { loadRegister } from '../organisations/public.ts'
import { amendPlan } from './actions/amend-plan.ts'
import { assignTasks } from './actions/assign-tasks.ts'
import { chooseDifference } from './actions/choose-difference.ts'
import { readAmendment, readEditions } from './amendment-screens.ts'
import { adoptText, doing, officer, planText } from './fixtures.ts'
import { readClause, readProgramme } from './screens.ts'
import { endedItems, versionOf } from './views/amendment.ts'
import {
  assignmentsOf,
  currentProgramme,
  findTask,
  goalsOf,
  programmeOfDocument,
  taskGroups,
  tasksOf,
} from './views.ts'

const IN_2024 = '2024-05-03T03:00:00Z'
const IN_2025 = '2025-03-10T03:00:00Z'
const NEW = { number: '2001/KH-UBND', date: '03/03/2025' }
const ADDED =
  '- Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng cổng thông tin trí thức của tỉnh, hoàn thành trước ngày 31/12/2025.'

/** The plan with one task gone, one goal raised, one task added. */
function amendedText(): string {
  const lines = planText().split('\n')
  const gone = lines.findIndex((l) => l.includes('Ban hành Quy chế tôn vinh trí thức'))
  const raised = lines.findIndex((l) => l.includes('19 bác sỹ'))
  if (gone < 0 || raised < 0) throw new Error('the example changed')
  lines[raised] = (lines[raised] ?? '').replace('19 bác sỹ', '21 bác sỹ')
  lines[gone] = ADDED
  return lines.join('\n')
}

let t: TestDatabase
let document = ''
const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transact(t.db, systemActor(), work)
const ctx = (tx: Tx) => ({ tx, actor: officer(), now: Temporal.Instant.from(IN_2025), newId })
const lan: ReturnType<typeof doing> = (what, input) => doing(t.db, IN_2025, officer())(what, input)
const plan = async () => {
  const found = await read(currentProgramme)
  if (found === null) throw new Error('no programme')
  return found
}
const differences = async () => {
  const view = await read((tx) => readAmendment(ctx(tx), { id: document, filter: 'khac-biet' }))
  if (!view.ok) throw new Error(view.message)
  return view.value
}

beforeAll(async () => {
  t = await testDatabase()
  const act = doing(t.db, IN_2024)
  await act(loadRegister, readRegisterFacts())
  await adoptText(t.db, IN_2024, planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
  await act(assignTasks, { codes: ['III.2.1', 'III.5.7'], lead: 'H23.SGDDT', due: '30/06/2026', product: 'Kế hoạch' })
  await act(recordValue, {
    code: 'II.1.2',
    asOf: '31/12/2023',
    value: '12,5',
    estimate: '',
    source: 'Sở Y tế',
    status: 'seen',
  })
})
afterAll(() => t.drop())

describe('so bản sửa đổi', () => {
  test('đọc vào chưa đổi gì trong kế hoạch; đúng mục thêm, đổi, bỏ', async () => {
    const uploaded = await doing(t.db, IN_2025, officer())(uploadDocument, { text: amendedText() })
    if (!uploaded.ok) throw new Error(uploaded.message)
    document = uploaded.value.id
    const { decided, assigned } = await differences()
    const of = (change: string) => decided.filter((d) => d.change === change)
    expect(of('removed').map((d) => d.before?.code)).toEqual(['III.5.7'])
    expect(of('added').map((d) => d.after?.text)).toEqual([expect.stringContaining('cổng thông tin trí thức')])
    expect(of('changed').map((d) => [d.before?.code, d.fields.map((f) => f.label)])).toEqual([['II.1.2', ['Đích']]])
    expect(Object.values(assigned)).toContain('Sở Giáo dục và Đào tạo, thời hạn 30/06/2026')
    expect((await plan()).documentId).not.toBe(document)
  })

  test('quyết định lưu ngay; người sau trên bản cũ bị từ chối; người không có quyền không quyết định', async () => {
    const { decided } = await differences()
    const entry = decided.find((d) => d.change === 'changed')?.entry
    const choose = { document, entry, choice: 'leave', partner: '', version: 0 }
    expect(await doing(t.db, IN_2025, officer())(chooseDifference, choose)).toMatchObject({ ok: true })
    expect(await doing(t.db, IN_2025, officer('Trần Minh'))(chooseDifference, choose)).toMatchObject({
      kind: 'stale',
      message: expect.stringContaining('Lê Thị Lan'),
    })
    expect(await doing(t.db, IN_2025, ANONYMOUS)(chooseDifference, choose)).toMatchObject({ kind: 'forbidden' })
    expect(await lan(chooseDifference, { ...choose, choice: 'take', version: 1 })).toMatchObject({ ok: true })
    expect(await lan(chooseDifference, { ...choose, entry: 'task:X' })).toMatchObject({ kind: 'absent' })
  })
})

describe('sửa đổi', () => {
  test.each([
    ['để trống số, ngày', { number: '', date: '' }, ['number', 'date']],
    ['ngày trước kế hoạch', { number: '2001/KH-UBND', date: '01/04/2024' }, ['date']],
    ['khác biệt chưa xem', { ...NEW, seen: '' }, ['seen']],
  ])('%s: hỏi, chưa ghi gì', async (_, given, fields) => {
    const version = await read(async (tx) => versionOf(tx, (await currentProgramme(tx))?.id ?? ''))
    const refused = await doing(t.db, IN_2025)(amendPlan, { document, version, seen: '1', ...given })
    expect(refused.ok ? [] : Object.keys(refused.fields ?? {})).toEqual(fields)
    expect(await read(async (tx) => endedItems(tx, (await currentProgramme(tx))?.id ?? ''))).toEqual([])
  })

  test('kế hoạch vừa được sửa theo văn bản khác: từ chối, chưa ghi gì', async () => {
    expect(await lan(amendPlan, { document, version: 7, seen: '1', ...NEW })).toMatchObject({ kind: 'stale' })
  })

  test('mục giữ nguyên giữ mã và phân công; mục bỏ đóng từ ngày văn bản; mục mới có chủ trì do văn bản nêu', async () => {
    const { id } = await plan()
    const before = await read((tx) => tasksOf(tx, id))
    const gone = before.find((x) => x.code === 'III.5.7')
    const done = await lan(amendPlan, { document, version: 1, seen: '1', ...NEW })
    expect(done).toMatchObject({ ok: true, value: { number: '2001/KH-UBND', added: 1, changed: 1, removed: 1 } })
    const after = await read((tx) => tasksOf(tx, id))
    expect(after).toHaveLength(before.length)
    const ids = (list: readonly { id: string; code: string }[]) => list.map((x) => x.id).sort()
    expect(ids(after.filter((x) => before.some((b) => b.id === x.id)))).toEqual(
      ids(before.filter((x) => x.id !== gone?.id)),
    )
    expect(await read((tx) => findTask(tx, 'III.2.1'))).toMatchObject({
      leadName: 'Sở Giáo dục và Đào tạo',
      product: 'Kế hoạch',
      documentId: document,
    })
    expect(after.find((x) => x.text.includes('cổng thông tin'))).toMatchObject({
      leadName: 'Sở Nội vụ',
      byDocument: true,
    })
    expect(await read((tx) => endedItems(tx, id))).toMatchObject([
      { id: gone?.id, kind: 'task', code: 'III.5.7', endedOn: '2025-03-03', byNumber: '2001/KH-UBND' },
    ])
    expect(await read((tx) => assignmentsOf(tx, [gone?.id ?? '']))).toHaveLength(1)
  })

  test('mục tiêu nâng đích: chỉ tiêu giữ số liệu đã ghi, đích mới', async () => {
    const { id } = await plan()
    expect((await read((tx) => goalsOf(tx, id))).find((g) => g.code === 'II.1.2')).toMatchObject({ value: 21 })
    const indicator = (await read(indicatorViews)).find((i) => i.code === 'II.1.2')
    expect(indicator).toMatchObject({ target: 21, values: [{ value: 12.5 }] })
  })

  test('một sự kiện; hai phiên bản; văn bản nào cũng dẫn về kế hoạch này; không sửa đổi lần hai', async () => {
    const { id, documentId, number } = await plan()
    expect([documentId, number]).toEqual([document, '1459/KH-UBND'])
    const facts = (await read((tx) => historyOf(tx, `programme:${id}`))).map((f) => f.kind)
    expect(facts.filter((k) => k === 'programme.amended')).toHaveLength(1)
    const view = await read((tx) => readEditions(ctx(tx)))
    expect(view.editions.map((e) => [e.no, e.number])).toEqual([
      [1, '1459/KH-UBND'],
      [2, '2001/KH-UBND'],
    ])
    expect(view.wordings).toMatchObject([{ code: 'II.1.2', text: expect.stringContaining('19 bác sỹ') }])
    expect(await read((tx) => programmeOfDocument(tx, view.editions[0]?.documentId ?? ''))).toMatchObject({
      id,
      number: '1459/KH-UBND',
    })
    expect(await read((tx) => programmeOfDocument(tx, document))).toMatchObject({ id, number: '2001/KH-UBND' })
    expect(await lan(amendPlan, { document, version: 2, seen: '1', ...NEW })).toMatchObject({ kind: 'conflict' })
    expect(await read((tx) => readProgramme(ctx(tx), 'cay'))).toMatchObject({
      plan: { amendedBy: { number: '2001/KH-UBND', date: '2025-03-03' } },
    })
  })

  test('trang của mục đã thôi áp dụng nói từ ngày nào; báo cáo năm trước còn đủ nhóm nhiệm vụ', async () => {
    const { id } = await plan()
    const ended = (await read((tx) => endedItems(tx, id)))[0]
    const page = await read((tx) => readClause(ctx(tx), 'III.5.7', ended?.id))
    expect(page).toMatchObject({ ok: true, value: { ended: { endedOn: '2025-03-03' }, history: [{}] } })
    expect((await read((tx) => taskGroups(tx, id, '2024-01-01' as never))).length).toBeGreaterThanOrEqual(5)
  })

  test('đọc lại đúng văn bản ấy: không khác gì, không có gì để sửa', async () => {
    const again = await doing(t.db, IN_2025, officer())(uploadDocument, { text: amendedText() })
    if (!again.ok) throw new Error(again.message)
    document = again.value.id
    const { decided, version } = await differences()
    expect(decided.every((d) => d.change === 'unchanged')).toBe(true)
    expect(await lan(amendPlan, { document, version, seen: '1', ...NEW })).toMatchObject({
      code: 'programme.no-difference',
    })
  })
})
