/** Một động từ, một giao dịch, một sự kiện: what every action looks like. */
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { MODULES } from '../../src/modules.ts'
import { type Breach, judge } from './exceptions.ts'
import {
  docOf,
  exportsOf,
  FILES,
  fileAt,
  isFixture,
  isTest,
  lineOf,
  MODULE_FILES,
  placeOf,
  type Source,
  visit,
} from './tree.ts'

const ACTIONS = MODULE_FILES.filter((f) => placeOf(f.path).inside.startsWith('actions/'))
const FACT_KIND = /^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/

/** Fact kinds and the module whose manifest says their sentence. */
const SAID = new Map(MODULES.flatMap((m) => Object.keys(m.facts).map((kind) => [kind, m.name] as const)))

const callsOf = (f: Source, name: string): ts.CallExpression[] => {
  const found: ts.CallExpression[] = []
  visit(f.ast, (n) => {
    if (ts.isCallExpression(n) && n.expression.getText(f.ast) === name) found.push(n)
  })
  return found
}

/** Texts below a node; an identifier of a constant of the same file stands for the texts of that constant. */
function textsBelow(f: Source, node: ts.Node, deep = true): string[] {
  const texts: string[] = []
  const see = (n: ts.Node) => {
    if (ts.isStringLiteral(n)) texts.push(n.text)
    if (!deep || !ts.isIdentifier(n)) return
    for (const s of f.ast.statements)
      if (ts.isVariableStatement(s))
        for (const d of s.declarationList.declarations)
          if (d.name.getText(f.ast) === n.text && d.initializer) texts.push(...textsBelow(f, d.initializer, false))
  }
  see(node)
  visit(node, see)
  return texts
}

const propertyOf = (call: ts.CallExpression, name: string): ts.Expression | null => {
  const given = call.arguments[0]
  if (!given || !ts.isObjectLiteralExpression(given)) return null
  const found = given.properties.find((p) => p.name?.getText() === name)
  return found && ts.isPropertyAssignment(found) ? found.initializer : null
}

describe('Thao tác', () => {
  it('mỗi tệp trong actions/ khai và xuất đúng một thao tác', () => {
    const found = ACTIONS.flatMap((f): Breach[] => {
      const made = callsOf(f, 'action')
      const shown = made.filter((c) => exportsOf(f).some((e) => c.pos >= e.node.pos && c.end <= e.node.end))
      return made.length === 1 && shown.length === 1 ? [] : [{ where: f.path, what: `${made.length} thao tác` }]
    })
    expect(judge('one-verb', found)).toEqual([])
  })

  it('tên thao tác bắt đầu bằng tên mô-đun và không trùng nhau', () => {
    const names = ACTIONS.flatMap((f) =>
      callsOf(f, 'action').map((c) => {
        const name = propertyOf(c, 'name')
        return { f, where: `${f.path}:${lineOf(f.ast, c)}`, name: name && ts.isStringLiteral(name) ? name.text : '' }
      }),
    )
    const found = names.flatMap((n): Breach[] => {
      if (!new RegExp(`^${placeOf(n.f.path).module}\\.[a-z0-9]+(-[a-z0-9]+)*$`).test(n.name))
        return [{ where: n.where, what: `tên "${n.name}"` }]
      const twice = names.filter((o) => o.name === n.name).length > 1
      return twice ? [{ where: n.where, what: `tên "${n.name}" có hai nơi` }] : []
    })
    expect(judge('verb-name', found)).toEqual([])
  })

  it('mỗi thao tác nêu quyền, dữ liệu vào và có lời giải thích', () => {
    const found = ACTIONS.flatMap((f) =>
      exportsOf(f).flatMap(({ name, node }): Breach[] => {
        const call = callsOf(f, 'action').find((c) => c.pos >= node.pos && c.end <= node.end)
        if (!call) return []
        const lacks = ['right', 'input', 'run'].filter((p) => !call.arguments[0]?.getText(f.ast).includes(p))
        const doc = docOf(f, node) === null ? ['lời giải thích'] : []
        return [...lacks, ...doc].map((l) => ({ where: f.path, what: `${name} thiếu ${l}` }))
      }),
    )
    expect(judge('verb-parts', found)).toEqual([])
  })

  it('sự kiện của mỗi thao tác có câu trong bản khai của mô-đun', () => {
    const found = ACTIONS.flatMap((f) =>
      callsOf(f, 'done').flatMap((c): Breach[] => {
        const fact = c.arguments[1]
        const kinds = fact ? textsBelow(f, fact).filter((t) => FACT_KIND.test(t)) : []
        const unsaid = kinds.filter((k) => SAID.get(k) !== placeOf(f.path).module)
        return unsaid.map((k) => ({ where: `${f.path}:${lineOf(f.ast, c)}`, what: `sự kiện ${k} chưa có câu` }))
      }),
    )
    expect(judge('fact-said', found)).toEqual([])
  })

  it('mỗi câu sự kiện trong bản khai có nơi ghi', () => {
    const found = MODULES.flatMap((m) => {
      const files = MODULE_FILES.filter((f) => placeOf(f.path).module === m.name)
      const code = files.filter((f) => !['module.ts', 'facts.ts'].includes(placeOf(f.path).inside))
      const texts = new Set(code.flatMap((f) => textsBelow(f, f.ast, false)))
      const idle = Object.keys(m.facts).filter((kind) => !texts.has(kind))
      return idle.map((kind) => ({ where: `src/modules/${m.name}/module.ts`, what: `sự kiện ${kind} không ai ghi` }))
    })
    expect(judge('fact-written', found)).toEqual([])
  })

  it('giao dịch chỉ mở ở platform, main, serve, dữ liệu mẫu và lệnh; mô-đun chỉ thấy ctx.tx', () => {
    const allowed = /^(commands|jobs)(\.ts|\/)/
    const found = MODULE_FILES.filter((f) => !allowed.test(placeOf(f.path).inside) && !isFixture(f.path)).flatMap((f) =>
      f.imports
        .filter((i) => !i.typeOnly && ['transact', 'enter', 'connect'].includes(i.name))
        .map((i) => ({ where: `${f.path}:${i.line}`, what: `nhập ${i.name}` })),
    )
    expect(judge('transaction', found)).toEqual([])
  })

  it('mỗi thao tác có kiểm thử nêu tên nó', () => {
    const tests = FILES.filter((f) => isTest(f.path) || isFixture(f.path) || f.path.startsWith('tests/journeys/'))
    const routes = MODULE_FILES.filter((f) => /^(routes|commands)/.test(placeOf(f.path).inside))
    const found = ACTIONS.flatMap((f) =>
      exportsOf(f)
        .filter((e) => callsOf(f, 'action').some((c) => c.pos >= e.node.pos && c.end <= e.node.end))
        .filter((e) => !tests.some((t) => new RegExp(`\\b${e.name}\\b`).test(t.text)))
        .map((e) => ({
          where: f.path,
          what: `${e.name} chưa có kiểm thử${routes.some((r) => r.text.includes(e.name)) ? '' : ' và không có đường dẫn'}`,
        })),
    )
    expect(judge('verb-tested', found)).toEqual([])
  })

  it('bản khai có trong cây mã nguồn', () => {
    expect(MODULES.filter((m) => !fileAt(`src/modules/${m.name}/module.ts`)).map((m) => m.name)).toEqual([])
  })
})
