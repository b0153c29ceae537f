/**
 * Bảng từ (`npm run words`): docs/words.md, generated from `words.ts` and `rights.ts` of every module. Each term of the law
 * stands beside the word the code uses for it and the source it comes from.
 */
import fs from 'node:fs'
import path from 'node:path'
import { MODULES } from '../src/modules.ts'
import { docOf, exportsOf, fileAt, MODULE_FILES, placeOf, ROOT, type Source } from '../tests/architecture/tree.ts'

/** Where the glossary is kept. */
export const WORDS_FILE = 'docs/words.md'

type Word = { readonly label: string; readonly source?: string }

const isWord = (value: unknown): value is Word =>
  typeof value === 'object' && value !== null && typeof (value as Word).label === 'string'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim()

const tableOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0
    ? []
    : [
        `| ${heads.join(' | ')} |`,
        `|${' --- |'.repeat(heads.length)}`,
        ...rows.map((r) => `| ${r.map(cell).join(' | ')} |`),
        '',
      ]

/** First sentence of a doc comment: what a Vietnamese reader calls the thing. */
const termOf = (doc: string): string => (/^[^.:;(]+/.exec(doc)?.[0] ?? doc).trim()

/** "Nguồn: …" of a doc comment, for lists whose values share one source. */
const sharedSource = (doc: string): string => /(?:Nguồn|Căn cứ):\s*([^.\n]+)/.exec(doc)?.[1]?.trim() ?? ''

const filesOf = (module: string): Source[] =>
  MODULE_FILES.filter((f) => placeOf(f.path).module === module && /^words(\.ts$|\/)/.test(placeOf(f.path).inside))

async function listsOf(file: Source): Promise<string[]> {
  const values = (await import(path.join(ROOT, file.path))) as Record<string, unknown>
  return exportsOf(file).flatMap(({ name, node }) => {
    const list = values[name]
    if (typeof list !== 'object' || list === null || Array.isArray(list)) return []
    const doc = docOf(file, node) ?? ''
    const rows = Object.entries(list).flatMap(([code, word]): string[][] => {
      if (typeof word === 'string') return [[word, `\`${code}\``, sharedSource(doc)]]
      return isWord(word) ? [[word.label, `\`${code}\``, word.source ?? sharedSource(doc)]] : []
    })
    if (rows.length === 0) return []
    return [`### ${termOf(doc)} (\`${name}\`)`, '', ...tableOf(['Thuật ngữ', 'Từ trong mã', 'Nguồn'], rows)]
  })
}

function termsOf(file: Source): string[] {
  const rows = exportsOf(file).flatMap(({ name, node }): string[][] => {
    const doc = docOf(file, node)
    return doc !== null && /^\p{Lu}\w+$/u.test(name) && !/^[A-Z_0-9]+$/.test(name) ? [[termOf(doc), `\`${name}\``]] : []
  })
  return rows.length === 0 ? [] : ['### Khái niệm', '', ...tableOf(['Thuật ngữ', 'Tên trong mã'], rows)]
}

/** The whole glossary. */
export async function glossary(): Promise<string> {
  const lines = [
    '# Bảng từ',
    '',
    'Sinh từ `words.ts` và `rights.ts` của các mô-đun bằng `npm run words`; sửa ở mã nguồn, không sửa ở đây.',
    '',
  ]
  for (const m of MODULES) {
    lines.push(`## ${m.title} (\`${m.name}\`)`, '')
    for (const f of filesOf(m.name)) lines.push(...termsOf(f), ...(await listsOf(f)))
    const rights = m.rights.map((r) => [r.sentence, `\`${r.name}\``, r.ask])
    if (rights.length > 0) lines.push('### Quyền', '', ...tableOf(['Quyền', 'Tên trong mã', 'Liên hệ'], rights))
  }
  const kernel = ['actor', 'right', 'result', 'validity', 'day'].flatMap((n) => fileAt(`src/kernel/${n}.ts`) ?? [])
  lines.push('## Từ của mọi mô-đun (`kernel`)', '', ...kernel.flatMap((f) => termsOf(f).slice(2, -1)))
  return `${mergeTables(lines).join('\n').trimEnd()}\n`
}

/** Tables of several files under one heading become one: the repeated heads go. */
function mergeTables(lines: readonly string[]): string[] {
  const head = '| Thuật ngữ | Tên trong mã |'
  const start = lines.indexOf('## Từ của mọi mô-đun (`kernel`)')
  return lines.filter((l, i) => {
    if (i <= start || i === lines.indexOf(head, start)) return true
    const again = l === head || (lines[i - 1] === head && i - 1 !== lines.indexOf(head, start))
    return !again
  })
}

if (import.meta.main) {
  fs.writeFileSync(path.join(ROOT, WORDS_FILE), await glossary())
  console.log(`Đã ghi ${WORDS_FILE}`)
}
