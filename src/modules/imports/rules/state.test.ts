import { describe, expect, it } from 'vitest'
import { ALLOWED, type BatchState, type BatchVerb } from '../words.ts'
import { demandVerb } from './state.ts'

describe('việc nào vào lúc nào', () => {
  it.each<[BatchVerb, BatchState[]]>([
    ['map', ['da-gui', 'da-kiem-tra']],
    ['write', ['da-gui', 'da-kiem-tra']],
    ['run-write', ['da-gui', 'da-kiem-tra', 'dang-ghi']],
    ['undo', ['da-ghi']],
    ['void', ['da-gui', 'dang-kiem-tra', 'da-kiem-tra']],
  ])('%s chỉ khi %j', (verb, states) => {
    const may = (Object.keys(ALLOWED) as BatchState[]).filter((state) => demandVerb({ state }, verb).ok)
    expect(may).toEqual(states)
  })

  it('từ chối nói tình trạng và không có gì thay đổi', () => {
    expect(demandVerb({ state: 'da-ghi' }, 'write')).toMatchObject({
      ok: false,
      message: expect.stringContaining('«Đã ghi»'),
    })
  })
})
