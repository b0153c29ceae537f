/** Hỏi một lần. */
import { expect, test } from 'vitest'
import { remembered, rememberedFor } from './remembered.ts'

/** A function that says how often it was asked about each thing. */
function counting<K, V>(work: (key: K) => V) {
  const asked: K[] = []
  return {
    asked,
    work: (key: K): V => {
      asked.push(key)
      return work(key)
    },
  }
}

test('câu đã hỏi thì không hỏi lại, kể cả khi câu trả lời là không có', () => {
  const { asked, work } = counting((word: string) => (word === 'Sở' ? 'so' : null))
  const answer = remembered(10, work)
  expect(['Sở', 'Ban', 'Sở', 'Ban'].map(answer)).toEqual(['so', null, 'so', null])
  expect(asked).toEqual(['Sở', 'Ban'])
})

test('không giữ nhiều hơn số đã định', () => {
  const { asked, work } = counting((n: number) => n * 2)
  const double = remembered(2, work)
  for (const n of [1, 2, 1, 3, 3, 1]) expect(double(n)).toBe(n * 2)
  expect(asked).toEqual([1, 2, 3, 1])
})

test('chữ dài không được giữ', () => {
  const { asked, work } = counting((text: string) => text.length)
  const length = remembered(10, work)
  const long = 'a'.repeat(301)
  expect([length(long), length(long)]).toEqual([301, 301])
  expect(asked).toHaveLength(2)
})

test('mỗi vật hỏi một lần; vật giống mà không phải nó thì hỏi riêng', () => {
  const { asked, work } = counting((list: readonly string[]) => list.join('+'))
  const joined = rememberedFor(work)
  const first = ['a', 'b']
  expect([joined(first), joined(first), joined(['a', 'b'])]).toEqual(['a+b', 'a+b', 'a+b'])
  expect(asked).toHaveLength(2)
})
