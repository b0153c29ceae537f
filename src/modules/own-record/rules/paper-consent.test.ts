/** Đồng ý bằng văn bản: from which instant a paper speaks, and what a later answer of the person does to it. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Answer } from './consent.ts'
import { consented } from './consent.ts'
import { noted, type Paper } from './paper-consent.ts'

const TODAY = day('2026-11-23')
const NOW = Temporal.Instant.from('2026-11-23T10:42:00+07:00')
const at = (text: string) => Temporal.Instant.from(`${text}:00+07:00`)
const said = (state: Answer['state'], when: string): Answer => ({
  item: 'danh-ba',
  state,
  at: at(when),
  regime: 'luat91',
})
const paper = (more: Partial<Paper> = {}): Paper => ({
  answer: 'dong-y',
  items: ['danh-ba'],
  signedOn: day('2026-11-20'),
  ...more,
})
const of = (p: Paper, ledger: readonly Answer[] = []) => noted(p, ledger, NOW, TODAY)

/** Whether the item is agreed to after the paper was put into the ledger. */
function agreedAfter(p: Paper, ledger: readonly Answer[] = []): boolean {
  const d = of(p, ledger)
  if (!d.ok) throw new Error(d.code)
  const lines = d.value.items.map((item): Answer => ({ item, state: p.answer, at: d.value.at, regime: d.value.regime }))
  return consented([...ledger, ...lines], NOW).has('danh-ba')
}

describe('đồng ý bằng văn bản', () => {
  it.each([
    ['đồng ý, chưa trả lời gì', paper(), [], true],
    ['đồng ý, hôm sau chủ hồ sơ rút trên hệ thống', paper(), [said('rut', '2026-11-21T08:00')], false],
    ['đồng ý, cùng ngày chủ hồ sơ rút trên hệ thống', paper(), [said('rut', '2026-11-20T08:00')], false],
    ['đồng ý, hôm trước chủ hồ sơ rút', paper(), [said('rut', '2026-11-19T08:00')], true],
    ['rút, hôm trước đã đồng ý', paper({ answer: 'rut' }), [said('dong-y', '2026-11-19T08:00')], false],
    ['rút, cùng ngày đã đồng ý', paper({ answer: 'rut' }), [said('dong-y', '2026-11-20T16:00')], false],
    [
      'rút hôm nay, sáng nay đã đồng ý',
      paper({ answer: 'rut', signedOn: TODAY }),
      [said('dong-y', '2026-11-23T08:00')],
      false,
    ],
    [
      'rút, hôm sau đồng ý lại trên hệ thống',
      paper({ answer: 'rut' }),
      [said('dong-y', '2026-11-01T08:00'), said('dong-y', '2026-11-21T08:00')],
      true,
    ],
  ] as const)('%s', (_, p, ledger, agreed) => {
    expect(agreedAfter(p, ledger)).toBe(agreed)
  })

  it('nêu mục đã có câu trả lời sau ngày ký', () => {
    expect(of(paper(), [said('rut', '2026-11-21T08:00')])).toMatchObject({ value: { overtaken: ['danh-ba'] } })
    expect(of(paper())).toMatchObject({ value: { overtaken: [] } })
  })

  it('ngày ký sau hôm nay, không có gì mới, không có gì để rút: từ chối ở đúng ô', () => {
    expect(of(paper({ signedOn: day('2026-11-24') }))).toMatchObject({
      ok: false,
      fields: { signedOn: expect.any(String) },
    })
    expect(of(paper(), [said('dong-y', '2026-11-01T08:00')])).toMatchObject({ fields: { items: expect.any(String) } })
    expect(of(paper({ answer: 'rut' }))).toMatchObject({
      fields: { items: expect.stringContaining('không có gì để rút') },
    })
  })

  it('ký trước 01/01/2026 là theo Nghị định 13/2023; bản thông báo cũ không tự thành bản mới', () => {
    expect(of(paper({ signedOn: day('2025-12-31') }))).toMatchObject({
      value: { regime: 'nd13', notice: 'theo văn bản' },
    })
    expect(of(paper({ signedOn: day('2026-01-01') }))).toMatchObject({
      value: { regime: 'luat91', notice: 'theo văn bản' },
    })
    expect(of(paper())).toMatchObject({ value: { regime: 'luat91', notice: '2026-11' } })
  })
})
