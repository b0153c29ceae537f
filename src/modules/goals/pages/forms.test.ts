/** Biểu mẫu giao: a refusal gives back every amount as it was typed, beside its body, and says which one is wrong. */
import { describe, expect, test } from 'vitest'
import { systemActor } from '../../../kernel/actor.ts'
import { refuseFields } from '../../../kernel/result.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { html, toText } from '../../../ui/html.ts'
import { type CascadeView, cascadePage } from './forms.ts'

const indicator = { code: 'II.1.1a', name: 'Số người', unit: 'người' }
const view = {
  course: { indicator },
  year: 2026,
  years: [2026, 2027, 2028, 2029],
  milestone: 100,
  reason: '',
  document: '',
  bodies: [
    { id: 'a', name: 'Sở Y tế', value: 5, now: { low: 1, high: 1, hidden: false } },
    { id: 'b', name: 'Sở Nội vụ', value: null, now: { low: null, high: null, hidden: true } },
    { id: 'c', name: 'Sở Tài chính', value: 7, now: null },
  ],
} as unknown as CascadeView

const seen = (more: Partial<Seen> = {}): Seen => ({
  actor: systemActor(),
  now: Temporal.Instant.from('2026-11-20T02:00:00Z'),
  url: '/',
  csrf: '',
  refusal: null,
  typed: {},
  opens: () => true,
  ...more,
})
const drawn = (s: Seen): string => {
  const page = cascadePage(view, s)
  return toText(html`${'body' in page ? page.body : page}`)
}
const boxes = (text: string): string[] =>
  [...text.matchAll(/name="values"[^>]*value="([^"]*)"/g)].map((m) => m[1] ?? '')

describe('giao cho cơ quan', () => {
  test('lần đầu: mức đang giao; số bị giấu đọc là ẩn và nêu vì sao', () => {
    const text = drawn(seen())
    expect(boxes(text)).toEqual(['5', '', '7'])
    expect(text).toContain('>ẩn</td>')
    expect(text).toContain('dưới 5 người')
  })
  test('bị từ chối: đúng những gì đã gõ, lỗi đứng cạnh ô', () => {
    const typed = { units: 'a\nb\nc', values: '10\nnhiều\n' }
    const refusal = refuseFields('input', { 'values.1': 'Mức giao là một số' })
    const text = drawn(seen({ typed, refusal }))
    expect(boxes(text)).toEqual(['10', 'nhiều', ''])
    expect(text).toMatch(
      /name="values"[^>]*aria-invalid="true"[^>]*value="nhiều"[^>]*><p class="field-error">Mức giao là một số/,
    )
  })
})
