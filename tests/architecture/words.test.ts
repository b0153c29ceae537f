/** Từ dùng: every closed list says the label officials read and the source it comes from; every name explains itself. */
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { type Breach, judge } from './exceptions.ts'
import {
  declarationOf,
  docOf,
  exportsOf,
  isFixture,
  isTest,
  lineOf,
  MODULE_FILES,
  placeOf,
  SOURCE,
  type Source,
} from './tree.ts'

const WORDS = MODULE_FILES.filter((f) => /^words(\.ts$|\/)/.test(placeOf(f.path).inside) && !isTest(f.path))

type List = { f: Source; name: string; line: number; doc: string; object: ts.ObjectLiteralExpression }

const unwrap = (e: ts.Expression): ts.Expression =>
  ts.isAsExpression(e) || ts.isSatisfiesExpression(e) ? unwrap(e.expression) : e

/** Exported constants that are object literals: the closed lists of words. */
const lists: List[] = WORDS.flatMap((f) =>
  exportsOf(f).flatMap(({ name, node }): List[] => {
    if (!ts.isVariableStatement(node)) return []
    const declared = node.declarationList.declarations.find((d) => d.name.getText(f.ast) === name)
    const value = declared?.initializer ? unwrap(declared.initializer) : null
    if (!value || !ts.isObjectLiteralExpression(value) || value.properties.length === 0) return []
    return [{ f, name, line: lineOf(f.ast, node), doc: docOf(f, node) ?? '', object: value }]
  }),
)

const has = (object: ts.ObjectLiteralExpression, key: string): boolean =>
  object.properties.some((p) => p.name?.getText() === key)

/** A source for the whole list may stand in its doc comment: "Nguồn: …". */
const SOURCE_IN_DOC = /(Nguồn|Căn cứ):/

function listBreaches({ f, name, line, doc, object }: List): Breach[] {
  const where = `${f.path}:${line}`
  const values = object.properties.flatMap((p) => (ts.isPropertyAssignment(p) ? [unwrap(p.initializer)] : []))
  const labelled = values.filter(ts.isObjectLiteralExpression).filter((v) => has(v, 'label'))
  if (labelled.length > 0)
    return labelled.every((v) => has(v, 'source')) || SOURCE_IN_DOC.test(doc)
      ? []
      : [{ where, what: `${name}: có nhãn mà không có nguồn` }]
  const plain = values.length > 0 && values.every((v) => ts.isStringLiteral(v))
  return plain && !SOURCE_IN_DOC.test(doc) ? [{ where, what: `${name}: nhãn không nêu nguồn` }] : []
}

describe('Danh mục đóng', () => {
  it('mỗi giá trị có nhãn và nguồn (ở giá trị, hoặc "Nguồn: …" ở lời giải thích của danh mục)', () => {
    expect(judge('words', lists.flatMap(listBreaches))).toEqual([])
  })
})

/** Whether every exported name of the file must be explained. */
function mustExplain(f: Source): boolean {
  const { layer, inside } = placeOf(f.path)
  if (isTest(f.path) || isFixture(f.path)) return false
  return layer === 'kernel' || (layer === 'module' && /^(words|rules|rights)(\.ts$|\/)/.test(inside))
}

describe('Lời giải thích', () => {
  it('mỗi tên được xuất của kernel, words, rules, rights có lời giải thích', () => {
    const found = SOURCE.filter(mustExplain).flatMap((f) =>
      exportsOf(f)
        .filter((e) => docOf(f, e.node) === null)
        .map((e) => ({ where: `${f.path}:${lineOf(f.ast, e.node)}`, what: e.name })),
    )
    expect(judge('docs', found)).toEqual([])
  })

  it('mỗi tên qua cửa public.ts có lời giải thích ở nơi khai báo', () => {
    const doors = SOURCE.filter((f) => placeOf(f.path).inside === 'public.ts')
    const found = doors.flatMap((door) =>
      door.imports.flatMap((i): Breach[] => {
        const origin = i.passedOn && i.target ? declarationOf(i.target, i.name) : null
        if (!i.passedOn || (origin && docOf(origin.file, origin.node) !== null)) return []
        return [{ where: door.path, what: origin ? `${i.name} chưa có lời giải thích` : `${i.name} không tìm thấy` }]
      }),
    )
    expect(judge('door-docs', found)).toEqual([])
  })

  it('mỗi tệp của sản phẩm mở đầu bằng một lời giải thích', () => {
    const found = SOURCE.filter((f) => !isFixture(f.path) && !/^\s*\/\*\*/.test(f.text)).map((f) => ({
      where: f.path,
      what: 'chưa có lời mở đầu',
    }))
    expect(judge('file-doc', found)).toEqual([])
  })
})
