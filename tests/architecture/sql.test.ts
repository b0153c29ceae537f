/** Chủ của từng bảng: SQL stands in store and views only, and only a module's own store writes its schema. */
import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { MODULE_ORDER, type ModuleName } from '../../src/module-order.ts'
import { type Breach, judge } from './exceptions.ts'
import { isFixture, lineOf, MODULE_FILES, PATHS, placeOf, ROOT, rankOf, SOURCE, type Source, visit } from './tree.ts'

const schemaOf = (module: ModuleName): string => module.replaceAll('-', '_')
const moduleOfSchema = (schema: string): ModuleName | null => MODULE_ORDER.find((m) => schemaOf(m) === schema) ?? null

/** One `sql` template of a file, with `?` where values stand. */
type Query = { readonly text: string; readonly line: number }

function queriesOf(f: Source): Query[] {
  const found: Query[] = []
  visit(f.ast, (node) => {
    if (!ts.isTaggedTemplateExpression(node) || node.tag.getText(f.ast).replace(/<.*/s, '') !== 'sql') return
    const { template } = node
    const text = ts.isNoSubstitutionTemplateLiteral(template)
      ? template.text
      : [template.head.text, ...template.templateSpans.map((s) => s.literal.text)].join('?')
    found.push({ text, line: lineOf(f.ast, node) })
  })
  return found
}

const isStore = (f: Source): boolean => /^store(\.ts|\/)/.test(placeOf(f.path).inside)
const isViews = (f: Source): boolean => /^views(\.ts|\/)/.test(placeOf(f.path).inside)

/** Tables a query writes, as written. `for update` and `do update` write nothing by themselves. */
const written = (text: string): string[] =>
  [
    ...text.matchAll(
      /\b(?:insert\s+into|(?<!\b(?:for|do|for no key)\s)update|delete\s+from|truncate|merge\s+into)\s+([a-z_.]+)/gi,
    ),
  ]
    .map((m) => m[1] ?? '')
    .filter((t) => !['set', 'of', 'skip', 'nowait'].includes(t))

/** Schemas a query reads. */
const read = (text: string): string[] =>
  [...text.matchAll(/\b(?:from|join)\s+([a-z_]+)\.[a-z_]+/gi)].map((m) => m[1] ?? '')

const queries = MODULE_FILES.filter((f) => !isFixture(f.path)).flatMap((f) =>
  queriesOf(f).map((q) => ({ f, ...q, where: `${f.path}:${q.line}` })),
)

describe('SQL của mô-đun', () => {
  it('chỉ nằm trong store và views', () => {
    const found = queries
      .filter((q) => !isStore(q.f) && !isViews(q.f))
      .map((q) => ({ where: q.where, what: 'SQL ngoài store, views' }))
    expect(judge('sql-place', found)).toEqual([])
  })

  it('chỉ store ghi, và chỉ ghi lược đồ của chính mô-đun', () => {
    const found = queries.flatMap((q): Breach[] =>
      written(q.text).flatMap((table) => {
        const own = table.startsWith(`${schemaOf(placeOf(q.f.path).module ?? 'board')}.`)
        if (isStore(q.f) && own) return []
        return [{ where: q.where, what: own ? `ghi ${table} ngoài store` : `ghi bảng ${table}` }]
      }),
    )
    expect(judge('sql-write', found)).toEqual([])
  })

  it('không đọc bảng của mô-đun đứng dưới', () => {
    const found = queries.flatMap((q): Breach[] =>
      read(q.text)
        .filter((s) => rankOf(moduleOfSchema(s)) > rankOf(placeOf(q.f.path).module))
        .map((s) => ({ where: q.where, what: `đọc lược đồ ${s}` })),
    )
    expect(judge('sql-read', found)).toEqual([])
  })

  it('mỗi mô-đun chỉ tạo bảng trong lược đồ của mình, không sửa bảng của mô-đun khác', () => {
    const files = PATHS.filter((p) => /^src\/modules\/[^/]+\/migrations\/[^/]+\.sql$/.test(p))
    const found = files.flatMap((file): Breach[] => {
      const text = fs.readFileSync(path.join(ROOT, file), 'utf8')
      const own = schemaOf(placeOf(file).module ?? 'board')
      const touched = [
        ...text.matchAll(
          /\b(?:create\s+table|alter\s+table|drop\s+table|insert\s+into)\s+(?:if\s+(?:not\s+)?exists\s+)?([a-z_]+)\./gi,
        ),
      ]
      return touched.flatMap((m) => (m[1] === own ? [] : [{ where: file, what: `chạm lược đồ ${m[1]}` }]))
    })
    expect(judge('sql-schema', found)).toEqual([])
  })

  it('ui và kernel không có SQL; trong platform chỉ có ở nơi giữ tệp, sổ cái, cơ sở dữ liệu, việc nền', () => {
    const found = SOURCE.filter((f) => ['kernel', 'ui', 'platform'].includes(placeOf(f.path).layer))
      .filter((f) => !/^src\/platform\/((database|ledger|files|jobs|command)\/|open\.ts$)/.test(f.path))
      .flatMap((f) => queriesOf(f).map((q) => ({ where: `${f.path}:${q.line}`, what: 'SQL ở ngoài nơi của nó' })))
    expect(judge('sql-layer', found)).toEqual([])
  })

  it('tên tệp nâng cấp có số thứ tự riêng trong mỗi mô-đun và tên riêng trong cả hệ thống', () => {
    const names = PATHS.filter((p) => p.endsWith('.sql')).map((p) => path.posix.basename(p))
    const misnamed = names.filter((n) => !/^\d{4}_[a-z][a-z0-9_]*\.sql$/.test(n))
    const folders = PATHS.filter((p) => p.endsWith('.sql')).map(
      (p) => `${path.posix.dirname(p)}/${path.posix.basename(p).slice(0, 4)}`,
    )
    expect(misnamed).toEqual([])
    expect(names.filter((n, i) => names.indexOf(n) !== i)).toEqual([])
    expect(folders.filter((n, i) => folders.indexOf(n) !== i)).toEqual([])
  })
})
