/** Phần thuần: kernel, words, rules, rights, pages, papers decide and draw; they never read, wait, or look at a clock. */
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { type Breach, judge } from './exceptions.ts'
import { declarationOf, type Import, isPure, lineOf, placeOf, SOURCE, type Source, visit } from './tree.ts'

const PURE = SOURCE.filter((f) => isPure(f.path))

/** Packages whose values are functions of their arguments alone. */
const PURE_PACKAGES = new Set(['zod'])

/** `object.member` that reads the clock, chance, the machine or the console. */
const IMPURE_MEMBERS: readonly RegExp[] = [
  /^Date\.now$/,
  /^Temporal\.Now$/,
  /^Math\.random$/,
  /^crypto\./,
  /^process\./,
  /^performance\./,
  /^console\./,
  /^globalThis\./,
]

function impureNode(node: ts.Node, ast: ts.SourceFile): string | null {
  if (ts.isAwaitExpression(node)) return 'await'
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async'
  if (ts.isNewExpression(node) && /^(Date|Promise)$/.test(node.expression.getText(ast))) return node.getText(ast)
  if (ts.isCallExpression(node) && /^(fetch|setTimeout|setInterval|require)$/.test(node.expression.getText(ast)))
    return node.expression.getText(ast)
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText(ast)
    if (IMPURE_MEMBERS.some((m) => m.test(text))) return text
  }
  const outer =
    ts.isVariableStatement(node) && node.parent === ast && (node.declarationList.flags & ts.NodeFlags.Let) > 0
  return outer ? 'biến let của cả tệp' : null
}

function impureNodes(f: Source): Breach[] {
  const found: Breach[] = []
  visit(f.ast, (node) => {
    const what = impureNode(node, f.ast)
    if (what !== null) found.push({ where: `${f.path}:${lineOf(f.ast, node)}`, what })
  })
  return found
}

/** Builders of official papers: values in, a description of the paper out. */
const isPaperBuilder = (target: string): boolean =>
  /^src\/platform\/word\/(official-paper|source-tag)\.ts$/.test(target)

/** What a pure file may not take the value of. */
function impureImport(i: Import, f: Source): string | null {
  if (i.typeOnly) return null
  if (i.target === null) return PURE_PACKAGES.has(i.specifier) ? null : `nhập ${i.specifier}`
  if (i.target.startsWith('facts/')) return null
  const there = placeOf(i.target)
  if (there.layer === 'kernel' || there.layer === 'ui') return null
  if (isPaperBuilder(i.target) && placeOf(f.path).inside.startsWith('papers/')) return null
  if (there.layer !== 'module') return `nhập ${i.name} từ ${there.layer}`
  const origin = declarationOf(i.target, i.name)?.file.path ?? i.target
  return isPure(origin) ? null : `nhập ${i.name} từ phần không thuần ${origin}`
}

describe('Phần thuần của mô-đun và kernel', () => {
  it('không chờ, không đọc đồng hồ, ngẫu nhiên, môi trường, bảng điều khiển', () => {
    expect(judge('purity', PURE.flatMap(impureNodes))).toEqual([])
  })

  it('không nhập platform, gói ngoài hay phần có đọc ghi; chỉ nhập kiểu', () => {
    const found = PURE.filter((f) => placeOf(f.path).layer === 'module').flatMap((f) =>
      f.imports.flatMap((i): Breach[] => {
        const what = impureImport(i, f)
        return what === null ? [] : [{ where: `${f.path}:${i.line}`, what }]
      }),
    )
    expect(judge('pure-imports', found)).toEqual([])
  })

  it('biến dùng chung của cả tệp không đổi được ở mô-đun nào', () => {
    const found = SOURCE.filter((f) => placeOf(f.path).layer === 'module').flatMap((f) =>
      impureNodes(f).filter((b) => b.what.startsWith('biến let')),
    )
    expect(judge('module-state', found)).toEqual([])
  })
})
