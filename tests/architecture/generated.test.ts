/** Tệp sinh ra: what tools write from the code is the same as what is kept. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { GRAPH_FILES, graphList, graphSvg } from '../../tools/graph.ts'
import { glossary, WORDS_FILE } from '../../tools/words.ts'
import { ROOT } from './tree.ts'

const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8')

it('docs/words.md đúng với words.ts và rights.ts (chạy npm run words)', async () => {
  expect(read(WORDS_FILE)).toBe(await glossary())
})

it('docs/graph.svg và docs/graph.md đúng với mã nguồn (chạy npm run graph)', () => {
  expect(read(GRAPH_FILES.svg)).toBe(graphSvg())
  expect(read(GRAPH_FILES.md)).toBe(graphList())
})
