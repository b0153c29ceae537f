/** Đoạn gần giống nhau: nêu đúng đoạn, nêu vì sao, không tự gộp. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedPassages, similarGroups } from './similar.ts'

const LONG =
  'Đã tổ chức hội nghị quán triệt Nghị quyết số 45-NQ/TW tới toàn thể cán bộ, công chức, viên chức và người lao động của cơ quan.'
const NEAR = LONG.replace('hội nghị', 'các hội nghị').replace('của cơ quan', 'trong toàn ngành')
const OTHER = 'Bố trí kinh phí cho nghiên cứu ứng dụng, hợp tác với hai trường đại học.'

describe('đoạn gần giống nhau', () => {
  it('gom đoạn gần giống, nêu cụm chữ chung; đoạn khác đứng riêng', () => {
    const groups = similarGroups([
      { body: 'Sở A', text: LONG },
      { body: 'Sở B', text: OTHER },
      { body: 'Sở C', text: NEAR },
    ])
    expect(groups).toHaveLength(1)
    expect([groups[0]?.lead.body, groups[0]?.others.map((o) => o.said.body)]).toEqual(['Sở C', ['Sở A']])
    expect(groups[0]?.others[0]?.shared).toContain(
      'hội nghị quán triệt Nghị quyết số 45-NQ/TW tới toàn thể cán bộ, công chức, viên chức và người lao động',
    )
  })
  it('không có gì giống thì không có nhóm nào', () => expect(similarGroups([{ body: 'A', text: LONG }])).toEqual([]))
  it('mỗi đoạn ở nhiều nhất một nhóm; cụm chung có trong cả hai đoạn', () => {
    const word = fc.constantFrom('quán triệt', 'nghị quyết', 'đào tạo', 'thu hút', 'kinh phí', 'hội nghị', 'viên chức')
    const text = fc.array(word, { minLength: 4, maxLength: 14 }).map((w) => w.join(' '))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
        const list = texts.map((t, i) => ({ body: `B${i}`, text: t }))
        const told = similarGroups(list).flatMap((g) => [g.lead.body, ...g.others.map((o) => o.said.body)])
        expect(new Set(told).size).toBe(told.length)
        for (const g of similarGroups(list))
          for (const o of g.others)
            for (const passage of sharedPassages(g.lead.text, o.said.text)) {
              expect(g.lead.text).toContain(passage)
              expect(o.said.text).toContain(passage)
            }
      }),
    )
  })
})
