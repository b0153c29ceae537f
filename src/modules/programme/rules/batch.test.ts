import { describe, expect, test } from 'vitest'
import { pickItems, readPick, undoable } from './batch.ts'

const items = [
  { id: '1', code: 'III.1.1', version: 1 },
  { id: '2', code: 'III.1.2', version: 3 },
]
const pick = (...sent: string[]) => pickItems(sent.map(readPick), items, 'nhiệm vụ', (t) => t.code)

describe('chọn việc để giao', () => {
  test('theo mã, theo định danh, mỗi việc một lần', () => {
    const picked = pick('III.1.1', '1:1', '2:3')
    expect(picked.ok && picked.value.map((t) => t.id)).toEqual(['1', '2'])
  })
  test.each<[string, string[], string]>([
    ['không chọn gì', [], 'invalid'],
    ['mã không có', ['III.9.9'], 'absent'],
    ['bản cũ', ['III.1.2:2'], 'stale'],
  ])('%s', (_, sent, kind) => expect(pick(...sent)).toMatchObject({ ok: false, kind }))
  test('bản cũ: nêu từng việc đã đổi', () =>
    expect(pick('III.1.1:9', 'III.1.2:2')).toMatchObject({ theirs: ['III.1.1', 'III.1.2'] }))
})

test('hoàn tác được khi cả lần giao còn hiệu lực và không do văn bản nêu', () => {
  expect(undoable([{ current: true }], false).ok).toBe(true)
  expect(undoable([{ current: true }, { current: false }], false)).toMatchObject({ kind: 'conflict' })
  expect(undoable([{ current: true }], true)).toMatchObject({ kind: 'conflict' })
  expect(undoable([], false)).toMatchObject({ kind: 'absent' })
})
