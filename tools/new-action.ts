/**
 * Động từ mới: `npm run new:action -- MODULE VERB "Nút bấm"` writes the action, its right, its line in the URL table and a
 * test whose expectations fail until they are filled in. Refuses a verb that is taken.
 */
import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { ROOT } from '../tests/architecture/tree.ts'
import { addressFor, camel, isName, pascal, writeFiles } from './new-module.ts'

/** What a new verb is called: module, `return-report`, and the button "Trả lại báo cáo". */
export type Verb = { readonly module: string; readonly verb: string; readonly label: string }

const rightOf = (v: Verb): string => `can${pascal(v.verb)}`

function actionText(v: Verb): string {
  return `/** ${v.label}. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { ${rightOf(v)} } from '../rights.ts'

/** Nêu khi nào từ chối, và căn cứ. */
export const ${camel(v.verb)} = action<{ unit: string }, { id: string }>({
  name: '${v.module}.${v.verb}',
  right: ${rightOf(v)},
  input: z.object({ unit: id() }),
  run: async (ctx, input) => {
    const allowed = demand(${rightOf(v)}, ctx.actor, input.unit)
    if (!allowed.ok) return allowed
    // load (views) -> decide (rules) -> save (store, version checked)
    if (input.unit === '') return refuse('absent', '${v.module}.absent', 'Không tìm thấy nội dung này.')
    return done(
      { id: input.unit },
      { kind: '${v.module}.${v.verb}', subject: \`unit:\${input.unit}\`, unit: input.unit },
    )
  },
})
`
}

function testText(v: Verb): string {
  return `/** ${v.label}: thành công, từ chối, thiếu quyền, sửa chồng. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { ANONYMOUS, systemActor } from '../../../kernel/actor.ts'
import { perform } from '../../../platform/action.ts'
import type { TestDatabase } from '../../../platform/database/test-database.ts'
import { ${camel(v.verb)} } from './${v.verb}.ts'

const now = Temporal.Instant.from('2026-12-01T02:00:00Z')
const unit = '00000000-0000-7000-8000-000000000001'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.drop())

describe('${v.label}', () => {
  it('làm được và ghi một sự kiện', async () => {
    const decided = await perform(t.db, { actor: systemActor(), now }, ${camel(v.verb)}, { unit })
    expect(decided).toMatchObject({ ok: true, value: 'nêu kết quả' })
  })

  it('người thiếu quyền bị từ chối', async () => {
    const decided = await perform(t.db, { actor: ANONYMOUS, now }, ${camel(v.verb)}, { unit })
    expect(decided).toMatchObject({ ok: false, kind: 'forbidden' })
  })

  it('từ chối khi quy tắc không cho', () => {
    expect.fail('viết trường hợp bị từ chối, kèm câu người dùng đọc')
  })

  it('sửa chồng thì báo bản của người kia', () => {
    expect.fail('viết trường hợp phiên bản đã cũ')
  })
})
`
}

function rightText(v: Verb): string {
  return `
/** ${v.label}. */
export const ${rightOf(v)} = right({
  name: '${v.module}.${v.verb}',
  sentence: 'Việc ${v.label.toLowerCase()} dành cho cán bộ cơ quan.',
  ask: 'quản trị hệ thống của cơ quan',
  allows: (a, unitId) => hasRole(a, 'co-quan', 'thu-truong') && (unitId === undefined || inScope(a, unitId)),
})
`
}

const routeText = (v: Verb): string => `  submit({
    path: '${addressFor(v.label)}',
    title: '${v.label}',
    right: ${rightOf(v)},
    action: ${camel(v.verb)},
    next: () => ({ to: '/', said: 'Đã ${v.label.toLowerCase()}.' }),
    back: () => '/',
  }),
`

/** Adds names to the import of a file that is there, or a whole import after the last one. */
function withImport(text: string, from: string, names: readonly string[]): string {
  const ast = ts.createSourceFile('x.ts', text, ts.ScriptTarget.ESNext, true)
  const imports = ast.statements.filter(ts.isImportDeclaration)
  const same = imports.find(
    (i) => (i.moduleSpecifier as ts.StringLiteral).text === from && !i.importClause?.phaseModifier,
  )
  const bindings = same?.importClause?.namedBindings
  if (bindings && ts.isNamedImports(bindings)) {
    const have = bindings.elements.map((e) => e.getText(ast))
    const all = [...new Set([...have, ...names])].sort((a, b) =>
      a.replace('type ', '').localeCompare(b.replace('type ', '')),
    )
    return `${text.slice(0, bindings.getStart(ast))}{ ${all.join(', ')} }${text.slice(bindings.end)}`
  }
  const end = imports.at(-1)?.end ?? 0
  return `${text.slice(0, end)}\nimport { ${names.join(', ')} } from '${from}'${text.slice(end)}`
}

/** The URL table with one more line; throws when the table is not a plain list named `routes`. */
function withRoute(text: string, v: Verb): string {
  const ast = ts.createSourceFile('routes.ts', text, ts.ScriptTarget.ESNext, true)
  const tables = ast.statements.filter(ts.isVariableStatement).flatMap((s) => [...s.declarationList.declarations])
  const table = tables.find((d) => d.name.getText(ast) === 'routes')?.initializer
  if (!table || !ts.isArrayLiteralExpression(table) || table.elements.some(ts.isSpreadElement))
    throw new Error(`routes.ts của ${v.module} không phải một bảng phẳng; thêm đường dẫn bằng tay.`)
  const at = table.end - 1
  const more = `${text.slice(0, at)}${routeText(v)}${text.slice(at)}`
  const named = withImport(more, `./actions/${v.verb}.ts`, [camel(v.verb)])
  return withImport(withImport(named, './rights.ts', [rightOf(v)]), '../../platform/http/route.ts', ['submit'])
}

/** What the verb adds and changes: path -> text. `read` gives the text of a file that is there. */
export function actionFiles(
  v: Verb,
  read: (file: string) => string,
): { added: Record<string, string>; changed: Record<string, string> } {
  const folder = `src/modules/${v.module}`
  const rights = `${read(`${folder}/rights.ts`).trimEnd()}\n${rightText(v)}`
  const known = withImport(rights, '../../kernel/actor.ts', ['hasRole', 'inScope'])
  return {
    added: {
      [`${folder}/actions/${v.verb}.ts`]: actionText(v),
      [`${folder}/actions/${v.verb}.db.test.ts`]: testText(v),
    },
    changed: {
      [`${folder}/rights.ts`]: withImport(known, '../../kernel/right.ts', ['right']),
      [`${folder}/routes.ts`]: withRoute(read(`${folder}/routes.ts`), v),
    },
  }
}

function main([module = '', verb = '', label = '']: readonly string[]): void {
  if (!isName(module) || !isName(verb) || label.trim() === '')
    throw new Error('Cách dùng: npm run new:action -- MO-DUN dong-tu-bang-tieng-anh "Nút bấm"')
  if (!fs.existsSync(path.join(ROOT, 'src/modules', module))) throw new Error(`Không có mô-đun ${module}.`)
  const { added, changed } = actionFiles({ module, verb, label }, (f) => fs.readFileSync(path.join(ROOT, f), 'utf8'))
  writeFiles(added)
  for (const [file, text] of Object.entries(changed)) fs.writeFileSync(path.join(ROOT, file), text)
  console.log(`Đã tạo src/modules/${module}/actions/${verb}.ts và kiểm thử của nó. Tiếp theo:
  1. Thêm ${rightOf({ module, verb, label })} vào rights, và câu của sự kiện '${module}.${verb}' vào facts, trong module.ts.
  2. Viết quy tắc trong rules, bảng trường hợp, rồi store.
  3. biome check --write src/modules/${module}; npx vitest run src/modules/${module}`)
}

if (import.meta.main) {
  try {
    main(process.argv.slice(2))
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 2
  }
}
