import { expect, test } from 'vitest'
import { around } from './source-words.ts'

test('câu gốc với chữ trước và sau, cắt theo từ', () => {
  const text = `${'đầu '.repeat(60)}Câu\nở giữa. ${'cuối '.repeat(60)}`
  const from = text.indexOf('Câu')
  const found = around(text, [[from, from + 'Câu\nở giữa.'.length]])
  expect(found.words).toBe('Câu ở giữa.')
  expect(found.before.endsWith('đầu')).toBe(true)
  expect(found.after.startsWith('cuối')).toBe(true)
  expect(around(text, [])).toEqual({ before: '', words: '', after: '' })
})
