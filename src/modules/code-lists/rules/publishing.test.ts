import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../../kernel/day.ts'
import { holdsOn, type Validity } from '../../../kernel/validity.ts'
import { publishing } from './publishing.ts'

const draft = (
  from: string,
  until: string | null = null,
  entries = [{ code: '1', parent: null as string | null }],
) => ({
  from: day(from),
  until: until === null ? null : day(until),
  entries,
})
const old = { id: 'a', valid: { from: day('2024-01-01'), to: null } }

describe('ban hành phiên bản danh mục', () => {
  test('phiên bản đầu tiên không khép phiên bản nào', () => {
    expect(publishing(draft('2024-01-01', '2025-11-15'), [])).toEqual({
      ok: true,
      value: { valid: { from: '2024-01-01', to: '2025-11-15' }, closes: null },
    })
  })

  test('phiên bản sau khép phiên bản trước đúng ngày bắt đầu', () => {
    expect(publishing(draft('2025-12-15'), [old])).toMatchObject({
      ok: true,
      value: { closes: { id: 'a', valid: { from: '2024-01-01', to: '2025-12-15' } } },
    })
  })

  test('phiên bản trước đã hết hiệu lực thì giữ nguyên', () => {
    const closed = { id: 'a', valid: { from: day('2024-01-01'), to: day('2025-01-01') } }
    expect(publishing(draft('2025-12-15'), [closed])).toMatchObject({ ok: true, value: { closes: null } })
  })

  test.each([
    ['bắt đầu cùng ngày với phiên bản đang có', draft('2024-01-01'), 'code-lists.too-early'],
    ['hết hiệu lực trước khi bắt đầu', draft('2026-01-01', '2026-01-01'), 'code-lists.until'],
    [
      'mã ghi hai lần',
      draft('2026-01-01', null, [
        { code: '1', parent: null },
        { code: '1', parent: null },
      ]),
      'code-lists.entries',
    ],
    ['mục cha không có', draft('2026-01-01', null, [{ code: '1', parent: '9' }]), 'code-lists.entries'],
    ['mục nằm dưới chính nó', draft('2026-01-01', null, [{ code: '1', parent: '1' }]), 'code-lists.entries'],
  ])('%s: từ chối', (_name, d, code) => expect(publishing(d, [old])).toMatchObject({ ok: false, code }))

  test('mỗi ngày nhiều nhất một phiên bản, dù ban hành theo thứ tự nào', () => {
    const days = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(days, (offsets) => {
        let versions: { id: string; valid: Validity }[] = []
        for (const [i, n] of offsets.entries()) {
          const d = publishing({ from: addDays(day('2024-01-01'), n), until: null, entries: [] }, versions)
          if (!d.ok) continue
          const { closes, valid } = d.value
          versions = versions.map((v) => (v.id === closes?.id ? closes : v))
          versions.push({ id: String(i), valid })
        }
        for (let n = 0; n <= 31; n++) {
          const held = versions.filter((v) => holdsOn(v.valid, addDays(day('2024-01-01'), n)))
          expect(held.length).toBe(n >= (offsets[0] ?? 0) ? 1 : 0)
        }
      }),
    )
  })
})
