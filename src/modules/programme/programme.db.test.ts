import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import { newId } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { historyOf } from '../../platform/ledger/record.ts'
import { findDocument, uploadDocument } from '../documents/public.ts'
import { indicatorViews, loadFacts, recordValue, valuesOf } from '../indicators/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { findUnitByCode, loadRegister } from '../organisations/public.ts'
import { adoptPlan } from './actions/adopt-plan.ts'
import { assignGoals } from './actions/assign-goals.ts'
import { assignTasks } from './actions/assign-tasks.ts'
import { setParticipant } from './actions/set-participant.ts'
import { undoAssignment } from './actions/undo-assignment.ts'
import { doing, officer, planText } from './fixtures.ts'
import { readClause, readParticipants, readProgramme } from './screens.ts'
import {
  assignmentsOf,
  currentProgramme,
  dutiesOf,
  findTask,
  goalsOf,
  lastAssignmentBy,
  obligatedIn,
  participants,
  surroundings,
  taskGroups,
  tasksOf,
} from './views.ts'

const IN_2024 = '2024-05-03T03:00:00Z'
const IN_2026 = '2026-11-23T03:00:00Z'

let t: TestDatabase
let document: string
const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transact(t.db, systemActor(), work)
const plan = async () => {
  const found = await read(currentProgramme)
  if (found === null) throw new Error('no programme')
  return found
}
const unclear = async () => (await read(async (tx) => tasksOf(tx, (await plan()).id))).filter((x) => !x.clear).length
const idOf = async (code: string) => (await read((tx) => findUnitByCode(tx, code)))?.id ?? ''

beforeAll(async () => {
  t = await testDatabase()
  const act = doing(t.db, IN_2024)
  expect(await act(loadRegister, readRegisterFacts())).toMatchObject({ ok: true })
})
afterAll(() => t.drop())

describe('đọc văn bản và rà soát', () => {
  test('chưa có kế hoạch thì trang Kế hoạch nói vậy', async () => {
    expect(
      await read((tx) => readProgramme({ tx, actor: officer(), now: Temporal.Instant.from(IN_2024), newId }, 'cay')),
    ).toMatchObject({ plan: null, goals: [] })
  })

  test('người chưa đăng nhập không đọc văn bản vào được', async () => {
    expect(await doing(t.db, IN_2024, ANONYMOUS)(uploadDocument, { text: planText() })).toMatchObject({
      ok: false,
      kind: 'forbidden',
    })
  })

  test('không tệp, không nội dung thì nói cần gì', async () => {
    expect(await doing(t.db, IN_2024)(uploadDocument, {})).toMatchObject({
      ok: false,
      fields: { file: expect.stringContaining('Chọn tệp') },
    })
  })

  test('tệp quá 20 MB, tệp không phải văn bản bị từ chối, chưa ghi gì', async () => {
    const act = doing(t.db, IN_2024)
    const big = { name: 'a.txt', mediaType: 'text/plain', bytes: new Uint8Array(20 * 1024 * 1024 + 1) }
    expect(await act(uploadDocument, { file: big })).toMatchObject({
      ok: false,
      fields: { file: expect.stringContaining('20 MB') },
    })
    const picture = { name: 'a.docx', mediaType: '', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]) }
    expect(await act(uploadDocument, { file: picture })).toMatchObject({
      ok: false,
      fields: { file: expect.stringContaining('PNG') },
    })
  })

  test('gửi hai lần cùng văn bản chỉ có một bản đọc', async () => {
    const act = doing(t.db, IN_2024, officer())
    const file = { name: 'ke-hoach.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(planText()) }
    const first = await act(uploadDocument, { file })
    const again = await act(uploadDocument, { file })
    if (!first.ok || !again.ok) throw new Error('upload refused')
    expect(first.value).toMatchObject({ known: false, goals: 22, tasks: 26 })
    expect(again.value).toMatchObject({ known: true, id: first.value.id })
    document = first.value.id
  })
})

describe('ban hành vào hệ thống', () => {
  const named = { number: '1459/KH-UBND', date: '22/04/2024' }

  test.each([
    ['để trống số và ngày', { number: '', date: '' }, ['number', 'date']],
    ['số sai dạng', { ...named, number: '1459' }, ['number']],
    ['ngày không có thật', { ...named, date: '31/04/2024' }, ['date']],
    ['tháng khác với văn bản', { ...named, date: '22/05/2024' }, ['date']],
  ])('%s: hỏi, không đoán, chưa ghi gì', async (_, given, fields) => {
    const refused = await doing(t.db, IN_2024)(adoptPlan, { document, seen: true, ...given })
    expect(refused.ok ? [] : Object.keys(refused.fields ?? {})).toEqual(fields)
    expect(await read(currentProgramme)).toBeNull()
  })

  test('còn mục chưa chắc thì phải xác nhận đã xem', async () => {
    expect(await doing(t.db, IN_2024)(adoptPlan, { document, ...named })).toMatchObject({
      ok: false,
      fields: { seen: expect.stringMatching(/^Còn \d+ mục/) },
    })
  })

  test('22 mục tiêu, 22 nhiệm vụ, 4 trách nhiệm, 12 nơi nhận, một sự kiện', async () => {
    const adopted = await doing(t.db, IN_2024, officer())(adoptPlan, { document, seen: '1', ...named })
    expect(adopted).toMatchObject({ ok: true, value: { number: '1459/KH-UBND', goals: 22, tasks: 22 } })
    const { id } = await plan()
    expect(await read((tx) => goalsOf(tx, id))).toHaveLength(22)
    expect(await read((tx) => tasksOf(tx, id))).toHaveLength(22)
    expect((await read((tx) => dutiesOf(tx, id))).map((d) => d.code)).toEqual(['V.1.1', 'V.1.2', 'V.1.3', 'V.2.1'])
    expect((await read((tx) => taskGroups(tx, id))).map((g) => g.no)).toEqual([
      'III.1',
      'III.2',
      'III.3',
      'III.4',
      'III.5',
    ])
    expect(await read((tx) => historyOf(tx, `programme:${id}`))).toHaveLength(1)
  })

  test('ban hành lần nữa bị từ chối, bản đọc đã khóa', async () => {
    expect(await doing(t.db, IN_2024)(adoptPlan, { document, seen: true, ...named })).toMatchObject({
      ok: false,
      kind: 'conflict',
    })
    expect((await read((tx) => findDocument(tx, document)))?.closedAt).not.toBeNull()
  })

  test('chưa rõ chủ trì 21; III.1.2 do chính văn bản nêu', async () => {
    expect(await unclear()).toBe(21)
    expect(await read((tx) => findTask(tx, 'III.1.2'))).toMatchObject({
      clear: true,
      byDocument: true,
      leadName: 'Sở Thông tin và Truyền thông',
    })
    expect(await read((tx) => findTask(tx, 'V.1.3'))).toMatchObject({
      duty: true,
      dueWords: 'hằng năm, chậm nhất 04/12',
    })
  })

  test('cơ quan phải thực hiện: sở, đơn vị sự nghiệp, huyện; Đảng, Mặt trận được gửi để biết', async () => {
    const list = await read(async (tx) => participants(tx, (await plan()).id))
    const role = async (code: string) => {
      const id = await idOf(code)
      return list.find((p) => p.unitId === id)?.role
    }
    expect(await role('H23.SYT')).toBe('obligated')
    expect(await role('H23.BVDK')).toBe('obligated')
    expect(await role('H23.TU.BTC')).toBe('informed')
    expect(await role('H23.MTTQ')).toBe('informed')
    expect(list.filter((p) => p.role === 'obligated').length).toBe(17 + 20 + 12)
  })
})

describe('giao chủ trì', () => {
  const FIVE = ['III.2.1', 'III.2.2', 'III.2.3', 'III.2.4', 'III.2.5']

  test('giao năm nhiệm vụ: còn 16; hoàn tác: lại 21; lịch sử nêu người giao', async () => {
    const act = doing(t.db, IN_2024, officer())
    const given = await act(assignTasks, {
      codes: FIVE,
      lead: 'H23.SGDDT',
      coordinators: 'H23.SNV',
      due: '30/06/2026',
      product: 'Kế hoạch',
    })
    if (!given.ok) throw new Error(given.message)
    expect(given.value).toMatchObject({ count: 5, leadName: 'Sở Giáo dục và Đào tạo', followed: null })
    expect(await unclear()).toBe(16)
    const task = await read((tx) => findTask(tx, 'III.2.1', day('2024-05-03')))
    expect(task).toMatchObject({
      dueWords: '30/06/2026',
      product: 'Kế hoạch',
      coordinatorNames: ['Sở Nội vụ'],
      six: { met: 6, missing: [], words: '6 rõ: 6/6' },
    })
    expect(
      await transact(t.db, officer(), async (tx) =>
        lastAssignmentBy(
          { tx, actor: officer(), now: Temporal.Instant.from(IN_2024), newId },
          (await currentProgramme(tx))?.id ?? '',
        ),
      ),
    ).toBe(given.value.batch)
    expect(await act(undoAssignment, { batch: given.value.batch })).toMatchObject({ ok: true, value: { count: 5 } })
    expect(await unclear()).toBe(21)
    const history = await read((tx) => assignmentsOf(tx, [task?.id ?? '']))
    expect(history).toMatchObject([{ assignedBy: 'Lê Thị Lan', until: expect.anything() }])
  })

  test('giao lại rồi hoàn tác thì về lần giao trước', async () => {
    const act = doing(t.db, IN_2024, officer())
    await act(assignTasks, { codes: 'III.3.3', lead: 'H23.SNV', due: 'thường xuyên' })
    const second = await act(assignTasks, { codes: 'III.3.3', lead: 'H23.SKHCN', due: '31/12/2025' })
    expect(second.ok).toBe(true)
    expect(await act(undoAssignment, {})).toMatchObject({ ok: true, value: { codes: ['III.3.3'] } })
    expect(await read((tx) => findTask(tx, 'III.3.3'))).toMatchObject({
      leadName: 'Sở Nội vụ',
      dueWords: 'thường xuyên',
    })
  })

  test('hoàn tác một lần giao đã bị giao lại thì từ chối', async () => {
    const act = doing(t.db, IN_2024, officer())
    const first = await act(assignTasks, { codes: ['III.4.1', 'III.4.2'], lead: 'H23.STC', due: 'hằng năm' })
    await act(assignTasks, { codes: ['III.4.2'], lead: 'H23.SKHCN', due: 'hằng năm' })
    if (!first.ok) throw new Error(first.message)
    expect(await act(undoAssignment, { batch: first.value.batch })).toMatchObject({ ok: false, kind: 'conflict' })
  })

  test('giao trên bản cũ: không ghi gì, thấy ai đang chủ trì', async () => {
    const before = await read((tx) => findTask(tx, 'III.5.1'))
    const act = doing(t.db, IN_2024, officer())
    await act(assignTasks, { codes: ['III.5.1'], lead: 'H23.SNV', due: '31/12/2024' })
    const late = await act(assignTasks, {
      codes: [`III.5.1:${before?.version}`, 'III.5.2'],
      lead: 'H23.SYT',
      due: '31/12/2024',
    })
    expect(late).toMatchObject({ ok: false, kind: 'stale', theirs: [{ code: 'III.5.1', leadName: 'Sở Nội vụ' }] })
    expect(await read((tx) => findTask(tx, 'III.5.2'))).toMatchObject({ clear: false })
  })

  test.each([
    ['không chọn nhiệm vụ', { codes: [], lead: 'H23.SNV', due: '31/12/2024' }, 'codes'],
    ['cơ quan không có', { codes: ['III.5.2'], lead: 'H99.X', due: '31/12/2024' }, 'lead'],
    ['không nêu hạn', { codes: ['III.5.2'], lead: 'H23.SNV', due: '' }, 'due'],
    ['hạn trước ngày kế hoạch', { codes: ['III.5.2'], lead: 'H23.SNV', due: '01/01/2024' }, 'due'],
    [
      'chủ trì kiêm phối hợp',
      { codes: ['III.5.2'], lead: 'H23.SNV', coordinators: ['H23.SNV'], due: '31/12/2024' },
      'coordinators',
    ],
  ])('%s: nêu ô phải sửa', async (_, input, field) => {
    const refused = await doing(t.db, IN_2024)(assignTasks, input)
    expect(refused.ok ? [] : Object.keys(refused.fields ?? {})).toEqual([field])
  })

  test('sau khi sở kết thúc: nêu cơ quan kế thừa, không thay lặng lẽ', async () => {
    const today = day('2026-11-23')
    const task = await read((tx) => findTask(tx, 'III.1.2', today))
    expect(task).toMatchObject({ leadName: 'Sở Thông tin và Truyền thông', leadEnded: '2025-02-20' })
    expect(task?.successors.length).toBeGreaterThanOrEqual(1)
    expect(task?.six.missing).toContain('person')
    const given = await doing(t.db, IN_2026)(assignTasks, { codes: ['III.5.7'], lead: 'H23.SYT', due: '31/12/2026' })
    expect(given).toMatchObject({ ok: true, value: { followed: 'Sở Y tế' } })
  })
})

describe('thành phần thực hiện', () => {
  test('năm 2024: đủ 49 cơ quan; năm 2026: cơ quan thành phố tiếp nhận, đơn vị còn lại và 64 xã, phường', async () => {
    const { id } = await plan()
    const in2024 = await read((tx) => obligatedIn(tx, id, 2024))
    expect(in2024).toHaveLength(49)
    expect(in2024.every((h) => h.valid.from === '2024-04-22')).toBe(true)
    const in2026 = await read((tx) => obligatedIn(tx, id, 2026))
    const codes = new Set(in2026.map((h) => h.unitId))
    expect(codes.has(await idOf('H24.SYT'))).toBe(true)
    expect(codes.has(await idOf('H23.SYT'))).toBe(false)
    const view = await read((tx) =>
      readParticipants(
        { tx, actor: officer(), now: Temporal.Instant.from(IN_2026), newId },
        { role: 'tat-ca', editing: null },
      ),
    )
    expect(view.heirs.filter((h) => h.groupLabel === 'UBND cấp xã')).toHaveLength(64)
  })

  test('đổi vai trò phải có lý do; đổi trên bản cũ bị từ chối', async () => {
    const act = doing(t.db, IN_2024, officer())
    const unit = await idOf('H23.BVN')
    expect(await act(setParticipant, { unit, role: 'informed', reason: ' ', version: 1 })).toMatchObject({
      ok: false,
      fields: { reason: expect.any(String) },
    })
    expect(
      await act(setParticipant, { unit, role: 'informed', reason: 'Sở Y tế báo cáo chung', version: 1 }),
    ).toMatchObject({ ok: true })
    expect(await act(setParticipant, { unit, role: 'obligated', reason: 'Báo cáo riêng', version: 1 })).toMatchObject({
      ok: false,
      kind: 'stale',
      theirs: { reason: 'Sở Y tế báo cáo chung' },
    })
    const { id } = await plan()
    expect(await read((tx) => obligatedIn(tx, id, 2024))).toHaveLength(48)
  })
})

describe('mục tiêu và chỉ tiêu', () => {
  test('13 chỉ tiêu, chưa có số liệu thì không có giá trị nào', async () => {
    const list = await read(indicatorViews)
    expect(list.map((d) => d.code)).toEqual([
      'II.1.1a',
      'II.1.1b',
      'II.1.2',
      'II.1.3',
      'II.1.5',
      'II.1.6',
      'II.1.7a',
      'II.1.7b',
      'II.1.8a',
      'II.1.8b',
      'II.1.9',
      'II.1.10',
      'II.2.3',
    ])
    expect(list.every((d) => d.values.length === 0)).toBe(true)
  })

  test('giao mục tiêu thì cơ quan đó phải cung cấp số liệu; hoàn tác thì thôi', async () => {
    const act = doing(t.db, IN_2024, officer())
    const given = await act(assignGoals, { codes: ['II.1.2'], lead: 'H23.SYT' })
    if (!given.ok) throw new Error(given.message)
    const custodian = async () => (await read(indicatorViews)).find((d) => d.code === 'II.1.2')?.custodianName
    expect(await custodian()).toBe('Sở Y tế')
    await act(undoAssignment, { batch: given.value.batch })
    expect(await custodian()).toBeNull()
  })

  test('số liệu kèm theo nạp một lần, nạp lại không đổi', async () => {
    const act = doing(t.db, IN_2024)
    expect(await act(loadFacts, {})).toMatchObject({ ok: true, value: { custodians: 13, values: 3 } })
    expect(await act(loadFacts, {})).toMatchObject({ ok: true, value: { custodians: 0, values: 0 } })
    expect(await read((tx) => valuesOf(tx, ['II.1.1a', 'II.1.2'], 2022))).toMatchObject([
      { value: 45000 },
      { value: 65000 },
    ])
  })

  test('sửa số liệu giữ bản trước; ghi lại đúng số cũ bị từ chối', async () => {
    const act = doing(t.db, IN_2024, officer())
    const figure = { code: 'II.1.2', asOf: '31/12/2023', value: '12,5', source: 'Niên giám thống kê', status: 'seen' }
    expect(await act(recordValue, figure)).toMatchObject({ ok: true })
    expect(await act(recordValue, figure)).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await act(recordValue, { ...figure, value: '12,7' })).toMatchObject({ ok: true })
    const values = (await read(indicatorViews)).find((d) => d.code === 'II.1.2')?.values ?? []
    expect(values.map((v) => [v.value, v.supersededAt === null])).toEqual([
      [12.7, true],
      [12.5, false],
    ])
    expect(await act(recordValue, { ...figure, asOf: '31/12/2030' })).toMatchObject({
      ok: false,
      fields: { asOf: expect.any(String) },
    })
  })
})

describe('màn hình', () => {
  test('mục có nhiều mục tiêu, mục là đề mục, mục không có', async () => {
    const ctx = (tx: Tx) => ({ tx, actor: officer(), now: Temporal.Instant.from(IN_2024), newId })
    expect(await read((tx) => readClause(ctx(tx), 'II.1.1'))).toMatchObject({
      ok: true,
      value: { goals: [{}, {}, {}, {}] },
    })
    const heading = await read((tx) => readClause(ctx(tx), 'III.3'))
    expect(heading.ok && heading.value.tasks).toHaveLength(5)
    expect(await read((tx) => readClause(ctx(tx), 'IV'))).toMatchObject({ ok: false, kind: 'absent' })
    const one = await read((tx) => readClause(ctx(tx), 'III.3.3'))
    expect(one.ok && one.value.source.words).toContain('Xây dựng cơ sở dữ liệu về đội ngũ trí thức')
  })

  test('địa bàn đã sáp nhập ghi là cũ', async () => {
    const at = (now: string) =>
      read((tx) => surroundings({ tx, actor: officer(), now: Temporal.Instant.from(now), newId }))
    expect((await at(IN_2024)).place).toBe('Tỉnh Hải Dương · KH 1459/KH-UBND')
    expect((await at(IN_2026)).place).toBe('Địa bàn tỉnh Hải Dương (cũ) · KH 1459/KH-UBND')
  })

  test('văn bản không có gì nhận ra: kế hoạch trống và nói vậy', async () => {
    const act = doing(t.db, IN_2026, officer())
    const empty = await act(uploadDocument, { text: 'Danh sách điện thoại nội bộ\nPhòng A: 101\nPhòng B: 102' })
    if (!empty.ok) throw new Error(empty.message)
    expect(empty.value).toMatchObject({ goals: 0, tasks: 0 })
    const given = { document: empty.value.id, number: '9/KH-UBND', date: '01/02/2026', seen: true }
    // Another plan is in force: it gives way only when the officer says so.
    const silent = await act(adoptPlan, given)
    expect(silent).toMatchObject({ ok: false, fields: { replaces: expect.stringContaining('1459/KH-UBND') } })
    const issuer = await act(adoptPlan, { ...given, replaces: '1' })
    expect(issuer).toMatchObject({ ok: true, value: { goals: 0, tasks: 0 } })
    const view = await read((tx) =>
      readProgramme({ tx, actor: officer(), now: Temporal.Instant.from(IN_2026), newId }, 'cay'),
    )
    expect(view).toMatchObject({ goals: [], tasks: [] })
  })
})
