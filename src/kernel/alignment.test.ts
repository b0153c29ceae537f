/** Ghép hai danh sách, so hai câu. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, type Comparable, likeness, wordChanges } from './alignment.ts'

const WORDS =
  'xây dựng cơ sở dữ liệu trí thức đào tạo bồi dưỡng cán bộ khoa học công nghệ tỉnh huyện xã y tế giáo dục'.split(' ')
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 6, maxLength: 14 }).map((w) => w.join(' '))
/** Items told apart by a run of words nothing else has. */
const items = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((list): Comparable[] =>
  list.map((text, i) => ({
    text: `${text} mục${i}a mục${i}b mục${i}c ${`riêng${i} `.repeat(14)}`,
    place: `III.${i + 1}`,
  })),
)

describe('ghép hai danh sách', () => {
  it('một danh sách với chính nó: mục nào ra mục ấy', () => {
    fc.assert(
      fc.property(items, (list) => {
        expect(align(list, list)).toEqual({ pairs: list.map((_, i) => [i, i]), removed: [], added: [] })
      }),
    )
  })

  it('bỏ k mục, thêm m mục: đúng các mục ấy', () => {
    fc.assert(
      fc.property(items, fc.array(fc.nat({ max: 11 })), fc.array(fc.nat({ max: 11 })), (list, out, into) => {
        const gone = new Set(out.filter((i) => i < list.length))
        const kept = list.filter((_, i) => !gone.has(i))
        const later = [...kept]
        for (const [n, at] of into.entries()) {
          later.splice(Math.min(at, later.length), 0, { text: `mới${n} `.repeat(20), place: '' })
        }
        const found = align(list, later)
        expect(found.removed).toEqual([...gone].sort((x, y) => x - y))
        expect(found.added.map((j) => later[j]?.place)).toEqual(into.map(() => ''))
        expect(found.pairs.map(([i, j]) => [list[i]?.text, later[j]?.text])).toEqual(kept.map((x) => [x.text, x.text]))
      }),
    )
  })

  it('sửa vài chữ, đánh số lại: vẫn là mục ấy', () => {
    fc.assert(
      fc.property(items, fc.nat({ max: 11 }), (list, which) => {
        const later = list.map((x, i) => ({
          text: i === which ? x.text.replace(/^\S+ \S+/, 'sửa lại') : x.text,
          place: `IV.${i}`,
        }))
        expect(align(list, later).pairs).toEqual(list.map((_, i) => [i, i]))
      }),
    )
  })

  it('mục chuyển chỗ được nhận ra', () => {
    const list = ['một hai ba bốn', 'năm sáu bảy tám', 'chín mười chục trăm'].map((text, i) => ({
      text,
      place: `${i}`,
    }))
    const [first, ...rest] = list
    const later = [...rest, { text: 'một hai ba nghìn', place: first?.place ?? '' }]
    expect(align(list, later)).toEqual({
      pairs: [
        [0, 2],
        [1, 0],
        [2, 1],
      ],
      removed: [],
      added: [],
    })
  })

  it('cách viết oà, òa không làm hai mục khác nhau', () =>
    expect(likeness('văn hoá, sức khoẻ', 'văn hóa, sức khỏe')).toBe(1))
})

describe('so hai câu theo từng chữ', () => {
  it('nêu đúng chữ bỏ, chữ thêm', () =>
    expect(wordChanges('đạt 19 bác sỹ vào năm 2025', 'đạt 20 bác sỹ vào năm 2026')).toEqual([
      { kind: 'same', text: 'đạt ' },
      { kind: 'removed', text: '19 ' },
      { kind: 'added', text: '20 ' },
      { kind: 'same', text: 'bác sỹ vào năm ' },
      { kind: 'removed', text: '2025' },
      { kind: 'added', text: '2026' },
    ]))

  it('ghép lại được câu trước và câu sau; giống nhau thì không có gì khác', () => {
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const changes = wordChanges(a, b)
        const without = (kind: string) => changes.flatMap((c) => (c.kind === kind ? [] : c.text.trim().split(/\s+/)))
        expect(without('added').join(' ')).toBe(a)
        expect(without('removed').join(' ')).toBe(b)
        expect(wordChanges(a, a).every((c) => c.kind === 'same')).toBe(true)
      }),
    )
  })
})
