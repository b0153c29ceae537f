import fs from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'
import { applyDecisions, decideItem, type ItemDecision, reviewItems } from './review.ts'

const reading = readPlan(fs.readFileSync(new URL('../../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8'))
const decision = (item: string, verdict: ItemDecision['verdict'], edits = {}): ItemDecision => ({
  item,
  verdict,
  edits,
  version: 1,
  decidedBy: 'Lê Thị Lan',
  decidedAt: Temporal.Instant.from('2024-05-03T03:00:00Z'),
})
const edit = (item: string, edits: Record<string, string>) => decideItem(reading, { item, verdict: 'edited', edits })

describe('các mục của bản đọc', () => {
  test('22 mục tiêu, 26 nhiệm vụ và trách nhiệm, 12 nơi nhận, mỗi mục một mã', () => {
    const items = reviewItems(reading, [])
    expect(items).toHaveLength(60)
    expect(new Set(items.map((i) => i.key)).size).toBe(60)
  })
  test('mục đã quyết định thì không còn chưa chắc', () => {
    const first = reviewItems(reading, []).find((i) => i.unsure)
    const after = reviewItems(reading, [decision(first?.key ?? '', 'accepted')])
    expect(after.find((i) => i.key === first?.key)).toMatchObject({ unsure: false, verdict: 'accepted', version: 1 })
  })
})

describe('quyết định một mục', () => {
  test.each<[string, string, Record<string, string>, string]>([
    ['giá trị không phải số', 'goal:II.1.2', { value: 'mười chín', comparator: '=' }, 'value'],
    ['khoảng ngược', 'goal:II.1.7a', { comparator: 'range', value: '20', valueHigh: '15' }, 'valueHigh'],
    ['có số mà không có so sánh', 'goal:II.1.2', { value: '19', comparator: '' }, 'comparator'],
    ['năm sai', 'goal:II.1.2', { by: '30' }, 'by'],
    ['nội dung trống', 'task:III.1.1', { text: ' ' }, 'text'],
    ['thời hạn không đọc được', 'task:III.1.1', { due: 'sớm' }, 'due'],
  ])('%s: nêu ô phải sửa', (_, item, edits, field) => {
    const decided = edit(item, edits)
    expect(decided.ok ? [] : Object.keys(decided.fields ?? {})).toEqual([field])
  })
  test('sửa mà không khác gì thì là chấp nhận', () =>
    expect(edit('goal:II.1.2', { value: '19', comparator: '=' })).toMatchObject({
      value: { verdict: 'accepted', edits: {} },
    }))
  test('mục không có', () => expect(edit('goal:X', {})).toMatchObject({ ok: false, kind: 'absent' }))
})

describe('áp quyết định lên bản đọc', () => {
  test('bỏ thì không còn, sửa thì thay, còn lại giữ nguyên', () => {
    const after = applyDecisions(reading, [
      decision('goal:II.1.11', 'rejected'),
      decision('goal:II.1.2', 'edited', { value: '20', comparator: '>=' }),
      decision('task:III.3.3', 'edited', { lead: 'Sở Nội vụ', due: '30/06/2026' }),
    ])
    expect(after.goals).toHaveLength(21)
    expect(after.goals.find((g) => g.clause === 'II.1.2')).toMatchObject({
      value: 20,
      comparator: '>=',
      strict: false,
      rawComparator: null,
    })
    expect(after.tasks.find((t) => t.clause === 'III.3.3')).toMatchObject({
      lead: ['Sở Nội vụ'],
      leadKind: 'named',
      due: '2026-06-30',
    })
    expect(after.recipients).toEqual(reading.recipients)
  })
  test('bản đọc gốc không đổi dù quyết định thế nào', () => {
    const keys = reviewItems(reading, []).map((i) => i.key)
    const before = JSON.stringify(reading)
    fc.assert(
      fc.property(fc.subarray(keys), (some) => {
        const after = applyDecisions(
          reading,
          some.map((k) => decision(k, 'rejected')),
        )
        expect(after.goals.length + after.tasks.length + after.recipients.length).toBe(keys.length - some.length)
        expect(JSON.stringify(reading)).toBe(before)
      }),
      { numRuns: 30 },
    )
  })
})
