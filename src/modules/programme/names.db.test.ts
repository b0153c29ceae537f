/** Tên cơ quan cần đối chiếu: from a reading to the queue, the decision, adoption by it, and back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { type Action, newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { uploadDocument } from '../documents/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { nameDecisions } from '../organisations/fixtures.ts'
import { findUnitByCode, loadRegister } from '../organisations/public.ts'
import { adoptPlan } from './actions/adopt-plan.ts'
import { doing, officer } from './fixtures.ts'
import { readNames } from './name-screens.ts'
import { currentProgramme, participants, recipientsOf, tasksOf } from './views.ts'

const NOW = '2026-11-23T03:00:00Z'
const TEXT = `ỦY BAN NHÂN DÂN
THÀNH PHỐ HẢI PHÒNG

Số: 88/KH-UBND

Hải Phòng, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Phát triển đội ngũ trí thức

I. NHIỆM VỤ
1. Rà soát chính sách thu hút nhân tài.
- Cơ quan chủ trì: Sở Lao động.
- Cơ quan phối hợp: Công an thành phố, UBND xã Cẩm Giàng.
2. Xây dựng cơ sở dữ liệu trí thức.
- Cơ quan chủ trì: Sở Thông tin và Truyền thông.
- Cơ quan phối hợp: các sở, ban, ngành.

Nơi nhận:
- Bộ Nội vụ;
- Các sở, ban, ngành TP;
- UBND các xã, phường, đặc khu;
- Báo Đất Cảng;
- Lưu: VT, NC.
`

let t: TestDatabase
let document = ''
const act = <I, O>(what: Action<I, O>, input: unknown) => doing(t.db, NOW, officer())(what, input)
const names = (ten = '') =>
  transact(t.db, systemActor(), (tx) =>
    readNames({ tx, actor: officer(), now: Temporal.Instant.from(NOW), newId }, { vb: document, ten }),
  )
const open = async () => (await names()).documents.flatMap((d) => d.open.map((b) => [b.name, b.found.kind]))
const answer = { unit: '', phrase: '', from: '', to: '', scope: 'all', note: '' }

beforeAll(async () => {
  t = await testDatabase()
  await doing(t.db, NOW)(loadRegister, readRegisterFacts())
  const read = await doing(t.db, NOW, officer())(uploadDocument, { text: TEXT })
  if (!read.ok) throw new Error(read.message)
  document = read.value.id
})
afterAll(() => t.drop())

describe('hàng chờ tên cơ quan', () => {
  test('nêu tên chưa rõ, tên đã kết thúc, chỗ đứng; tên rõ và tên ngoài sổ bộ không vào hàng', async () => {
    expect(await open()).toEqual([
      ['Sở Lao động', 'unknown'],
      ['Công an thành phố', 'unknown'],
      ['Sở Thông tin và Truyền thông', 'ended'],
      ['Báo Đất Cảng', 'unknown'],
    ])
    const [queued] = (await names()).documents
    expect(queued).toMatchObject({ day: '2026-03-12', whole: true, adopted: false })
    expect(queued?.open[0]?.places).toEqual([{ item: 'task:I.1', clause: 'I.1', role: 'lead' }])
  })

  test('mở một tên: cơ quan của ngày văn bản để chọn, tên trùng kèm địa bàn', async () => {
    const { deciding } = await names('sở lao động')
    expect(deciding?.body.name).toBe('Sở Lao động')
    expect(deciding?.choices.some((c) => c.name === 'Sở Nội vụ')).toBe(true)
    expect((await names('Sở Nội vụ')).deciding).toBeNull()
  })

  test('quyết định rồi hoàn tác: tên rời hàng rồi trở lại', async () => {
    const set = await act(nameDecisions.set, { ...answer, written: 'Báo Đất Cảng', means: 'outside' })
    expect((await open()).map(([name]) => name)).not.toContain('Báo Đất Cảng')
    expect((await names()).documents[0]?.decided.map((b) => b.name)).toEqual(['Báo Đất Cảng'])
    await act(nameDecisions.undo, { alias: set.ok ? set.value.id : '' })
    expect((await open()).map(([name]) => name)).toContain('Báo Đất Cảng')
  })
})

test('ban hành dùng quyết định; tên đã kết thúc không bị thay lặng lẽ', async () => {
  await act(nameDecisions.set, {
    ...answer,
    written: 'Sở Lao động',
    means: 'body',
    unit: 'H24.SNV',
    scope: 'document',
    document,
  })
  const adopted = await perform(t.db, { actor: officer(), now: Temporal.Instant.from(NOW) }, adoptPlan, {
    document,
    number: '',
    date: '',
    seen: true,
  })
  expect(adopted).toMatchObject({ ok: true, value: { unresolved: ['Báo Đất Cảng'] } })
  await transact(t.db, systemActor(), async (tx) => {
    const plan = await currentProgramme(tx)
    const tasks = await tasksOf(tx, plan?.id ?? '')
    const commune = await findUnitByCode(tx, 'H24.10903')
    expect(tasks.map((x) => [x.code, x.leadName])).toEqual([
      ['I.1', 'Sở Nội vụ'],
      ['I.2', null],
    ])
    expect(tasks[0]?.coordinators).toEqual([commune?.id])
    expect((await recipientsOf(tx, plan?.id ?? '')).map((r) => r.resolved)).toEqual([
      'outside',
      'group',
      'group',
      'unknown',
      'outside',
    ])
    const roles = Map.groupBy(await participants(tx, plan?.id ?? ''), (p) => p.line)
    expect([...roles].map(([line, list]) => [line, list.length])).toEqual([
      ['Các sở, ban, ngành TP', 14],
      ['UBND các xã, phường, đặc khu', 114],
    ])
  })
})
