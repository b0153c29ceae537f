/** Rà soát bản đọc: each decision is one action, one transaction, one fact; nothing of another officer is overwritten. */
import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { historyOf } from '../../platform/ledger/record.ts'
import { acceptSureItems } from './actions/accept-sure-items.ts'
import { addReadingItem } from './actions/add-reading-item.ts'
import { editReadingItem } from './actions/edit-reading-item.ts'
import { mergeReadingItems } from './actions/merge-reading-items.ts'
import { rereadDocument } from './actions/reread-document.ts'
import { undoDecision } from './actions/undo-decision.ts'
import { uploadDocument } from './actions/upload-document.ts'
import { applyDecisions } from './rules/apply-decisions.ts'
import { type ReviewItem, reviewItems } from './rules/review.ts'
import { closeDocument } from './store.ts'
import { findDocument } from './views.ts'

const PLAN = fs.readFileSync(new URL('../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')
const NOW = Temporal.Instant.from('2024-05-03T03:00:00Z')

let t: TestDatabase
let document = ''
const officer = (name: string): Actor => ({ ...systemActor(name), kind: 'account', id: name, grants: [SNV] })
const SNV = { role: 'so-noi-vu', body: '00000000-0000-7000-8000-000000000001', bodyCode: 'X', bodyName: 'Sở' } as const
const as =
  (name: string) =>
  <I, O>(what: Action<I, O>, input: unknown): Promise<Decision<O>> =>
    perform(t.db, { actor: officer(name), now: NOW }, what, input)
const lan = as('Lê Thị Lan')
const minh = as('Trần Minh')
const stored = async () => {
  const found = await transact(t.db, systemActor(), (tx) => findDocument(tx, document))
  if (found === null) throw new Error('no document')
  return found
}
const items = async (): Promise<ReviewItem[]> => {
  const { reading, decisions } = await stored()
  return reviewItems(reading, decisions)
}
const item = async (key: string): Promise<ReviewItem> => {
  const found = (await items()).find((i) => i.key === key)
  if (found === undefined) throw new Error(key)
  return found
}
const facts = async () => (await transact(t.db, systemActor(), (tx) => historyOf(tx, `document:${document}`))).length

beforeAll(async () => {
  t = await testDatabase()
  const read = await lan(uploadDocument, { text: PLAN })
  if (!read.ok) throw new Error(read.message)
  document = read.value.id
})
afterAll(() => t.drop())

describe('sửa', () => {
  const due = { item: 'task:III.2.5', verdict: 'edited', version: 0 }

  test('người khác sửa trên bản cũ: thấy cả hai bản, không mất bản nào', async () => {
    expect(await lan(editReadingItem, { document, ...due, edits: { due: '31/12/2024' } })).toMatchObject({
      ok: true,
      value: { version: 1 },
    })
    expect(await minh(editReadingItem, { document, ...due, edits: { due: 'hằng năm' } })).toMatchObject({
      ok: false,
      kind: 'stale',
      theirs: { decidedBy: 'Lê Thị Lan', values: { due: '31/12/2024' }, version: 1 },
    })
    const over = await minh(editReadingItem, { document, ...due, version: 1, edits: { due: '' } })
    expect(over).toMatchObject({ ok: true, value: { version: 2 } })
  })

  test('mục không có, giá trị không đọc được, người không có quyền: từ chối, chưa ghi gì', async () => {
    const before = await facts()
    expect(await lan(editReadingItem, { document, item: 'goal:IX.9', verdict: 'accepted', version: 0 })).toMatchObject({
      kind: 'absent',
    })
    const wrong = { item: 'goal:II.1.2', verdict: 'edited', version: 0, edits: { value: 'mười chín' } }
    expect(await lan(editReadingItem, { document, ...wrong })).toMatchObject({ fields: { value: expect.any(String) } })
    expect(await perform(t.db, { actor: ANONYMOUS, now: NOW }, editReadingItem, { document, ...wrong })).toMatchObject({
      kind: 'forbidden',
    })
    expect(await facts()).toBe(before)
  })
})

describe('hoàn tác', () => {
  test('từng bước lùi về trước, lùi hai lần là làm lại', async () => {
    const key = 'goal:II.1.2'
    await lan(editReadingItem, { document, item: key, verdict: 'edited', version: 0, edits: { value: '20' } })
    await lan(editReadingItem, { document, item: key, verdict: 'rejected', version: 1 })
    expect(await item(key)).toMatchObject({ verdict: 'rejected', version: 2 })
    expect(await lan(undoDecision, { document, item: key, version: 2 })).toMatchObject({ ok: true })
    expect(await item(key)).toMatchObject({ verdict: 'edited', values: { value: '20' }, version: 3 })
    expect(await lan(undoDecision, { document, item: key, version: 3 })).toMatchObject({ ok: true })
    expect(await item(key)).toMatchObject({ verdict: 'rejected' })
    expect(await minh(undoDecision, { document, item: key, version: 3 })).toMatchObject({ kind: 'stale' })
    expect(await minh(undoDecision, { document, item: 'goal:II.1.3', version: 0 })).toMatchObject({ ok: false })
    await lan(undoDecision, { document, item: key, version: 4 })
  })
})

describe('thêm', () => {
  test('câu gõ đúng văn bản thành nhiệm vụ có chỗ; bỏ rồi hoàn tác vẫn còn; một sự kiện mỗi lần', async () => {
    const before = await facts()
    const { reading } = await stored()
    const words = reading.text.slice(reading.tasks[0]?.span[0], (reading.tasks[0]?.span[0] ?? 0) + 60)
    const added = await lan(addReadingItem, { document, kind: 'task', text: words, from: '', to: '', section: '' })
    if (!added.ok) throw new Error(added.message)
    expect(await item(added.value.item)).toMatchObject({ verdict: 'added', verdictLabel: 'Cán bộ thêm', version: 1 })
    const edited = {
      item: added.value.item,
      verdict: 'edited',
      version: 1,
      edits: { lead: 'Sở Y tế', product: 'Đề án' },
    }
    expect(await lan(editReadingItem, { document, ...edited })).toMatchObject({ ok: true })
    expect(await lan(undoDecision, { document, item: added.value.item, version: 2 })).toMatchObject({ ok: true })
    expect((await item(added.value.item)).values.lead).not.toBe('Sở Y tế')
    expect(await lan(undoDecision, { document, item: added.value.item, version: 3 })).toMatchObject({ ok: true })
    const s = await stored()
    expect(applyDecisions(s.reading, s.decisions).tasks.filter((x) => x.lead.includes('Sở Y tế'))).toHaveLength(1)
    expect(await facts()).toBe(before + 4)
  })

  test('không có nội dung, không rõ thuộc đề mục nào: nói cần gì', async () => {
    const given = { document, kind: 'goal', from: '', to: '', section: '' }
    expect(await lan(addReadingItem, { ...given, text: '' })).toMatchObject({ fields: { text: expect.any(String) } })
    expect(await lan(addReadingItem, { ...given, text: 'Không ở đâu cả' })).toMatchObject({
      fields: { section: expect.any(String) },
    })
  })
})

describe('gộp', () => {
  test('hai mục thành một, hoàn tác trả lại cả hai', async () => {
    const before = await item('task:III.3.4')
    const merged = await lan(mergeReadingItems, { document, item: 'task:III.3.5', into: 'task:III.3.4', version: 0 })
    expect(merged).toMatchObject({ ok: true, value: { clause: 'III.3.5', intoClause: 'III.3.4' } })
    expect(await item('task:III.3.5')).toMatchObject({ verdict: 'merged', mergedInto: 'task:III.3.4', version: 1 })
    expect((await item('task:III.3.4')).text.length).toBeGreaterThan(before.text.length)
    expect(await lan(undoDecision, { document, item: 'task:III.3.5', version: 1 })).toMatchObject({
      value: { items: ['task:III.3.4', 'task:III.3.5'] },
    })
    expect(await item('task:III.3.4')).toMatchObject({ verdict: null, text: before.text })
    expect(await item('task:III.3.5')).toMatchObject({ verdict: null, mergedInto: null })
    const stale = { document, item: 'task:III.3.5', into: 'task:III.3.4', version: 1 }
    expect(await minh(mergeReadingItems, stale)).toMatchObject({ kind: 'stale' })
    expect(await minh(mergeReadingItems, { ...stale, into: 'goal:II.1.2', version: 2 })).toMatchObject({
      fields: { into: expect.any(String) },
    })
  })
})

describe('chấp nhận cùng lúc', () => {
  test('chỉ mục chắc chắn chưa ai quyết định; hoàn tác cả lần bấm', async () => {
    const open = (await items()).filter((i) => i.kind === 'recipient').map((i) => i.key)
    await minh(editReadingItem, { document, item: open[0], verdict: 'rejected', version: 0 })
    const accepted = await lan(acceptSureItems, { document, items: open })
    if (!accepted.ok) throw new Error(accepted.message)
    expect(accepted.value.count).toBe(open.length - 1)
    expect((await item(open[0] ?? '')).verdict).toBe('rejected')
    expect((await item(open[1] ?? '')).verdict).toBe('accepted')
    expect(await lan(acceptSureItems, { document, items: open })).toMatchObject({ kind: 'conflict' })
    const undone = await lan(undoDecision, { document, batch: accepted.value.batch })
    expect(undone).toMatchObject({ ok: true })
    expect((await item(open[1] ?? '')).verdict).toBeNull()
    expect(await lan(undoDecision, { document, batch: accepted.value.batch })).toMatchObject({ ok: false })
  })
})

describe('đọc lại và khóa', () => {
  test('đọc lại giữ mọi quyết định', async () => {
    const before = (await items()).map((i) => [i.key, i.verdict, i.values])
    expect(await lan(rereadDocument, { document })).toMatchObject({ ok: true, value: { dropped: 0 } })
    expect((await items()).map((i) => [i.key, i.verdict, i.values])).toEqual(before)
  })

  test('văn bản đã ban hành thì không quyết định gì nữa', async () => {
    await transact(t.db, systemActor(), (tx) =>
      closeDocument({ tx, actor: systemActor(), now: NOW, newId: () => '' }, document),
    )
    for (const [what, input] of [
      [editReadingItem, { item: 'goal:II.1.2', verdict: 'accepted', version: 5 }],
      [addReadingItem, { kind: 'goal', text: 'x', section: 'II.1' }],
      [mergeReadingItems, { item: 'task:III.3.5', into: 'task:III.3.4', version: 2 }],
      [acceptSureItems, { items: ['goal:II.1.3'] }],
      [undoDecision, { item: 'goal:II.1.2', version: 5 }],
      [rereadDocument, {}],
    ] as const)
      expect(await lan(what as Action<unknown, unknown>, { document, ...input })).toMatchObject({
        kind: 'conflict',
        code: 'document.closed',
      })
  })
})
