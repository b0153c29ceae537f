/** Trang hướng dẫn kịch bản: every example of the page is run, and what it says must come out. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerScenario } from '../engine/answer.ts'

const PAGE = fs.readFileSync(path.join(import.meta.dirname, '../../../../docs/huong-dan/kich-ban.md'), 'utf8')

type Example = { readonly title: string; readonly scenario: unknown; readonly told: unknown }

const EXAMPLES: readonly Example[] = PAGE.split('\n### ')
  .slice(1)
  .map((part) => {
    const [first = '{}', second = '{}'] = [...part.matchAll(/```json\n([\s\S]*?)```/g)].map((m) => m[1] ?? '{}')
    return { title: part.split('\n')[0] ?? '', scenario: JSON.parse(first), told: JSON.parse(second) }
  })

const isObject = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x)

/** Whether the answer says what the page says: named cells alike, numbers to eight digits, each row of a list somewhere in it. */
function says(answer: unknown, told: unknown): boolean {
  if (typeof told === 'number' && typeof answer === 'number')
    return Math.abs(answer - told) <= 1e-8 * Math.max(1, Math.abs(told))
  if (Array.isArray(told)) return Array.isArray(answer) && told.every((row) => answer.some((own) => says(own, row)))
  if (isObject(told)) return isObject(answer) && Object.entries(told).every(([key, value]) => says(answer[key], value))
  return answer === told
}

describe('Ví dụ của trang hướng dẫn kịch bản', () => {
  it('có đủ các loại bài toán', () => {
    expect(EXAMPLES.map((e) => e.title.split('.')[0])).toEqual([
      '1',
      '2',
      '3a',
      '3b',
      '4',
      '5a',
      '5b',
      '5c',
      '6',
      '7',
      '8',
    ])
  })

  it.each(EXAMPLES)('$title', async ({ scenario, told }) => {
    const answers = await answerScenario(scenario, { threads: 1, wasm: true })
    if (!answers.ok) throw new Error(answers.message)
    const wrong = Object.entries(told as Record<string, unknown>).filter(
      ([key, value]) => !says(Reflect.get(answers.value, key), value),
    )
    expect(wrong.map(([key]) => [key, Reflect.get(answers.value, key)])).toEqual([])
  })
})
