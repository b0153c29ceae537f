/**
 * Cây mã nguồn: every source file of the repository, parsed once, for the tests of the architecture and for `tools/`.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { MODULE_ORDER, type ModuleName } from '../../src/module-order.ts'

/** The folder of the repository. */
export const ROOT = path.resolve(import.meta.dirname, '../..')

/** One name that a file takes from another. */
export type Import = {
  readonly specifier: string
  /** Path in the repository, or null for packages and `node:`. */
  readonly target: string | null
  /** Name as the other file exports it; `*` for all of it. */
  readonly name: string
  readonly typeOnly: boolean
  /** True for `export … from`. */
  readonly passedOn: boolean
  readonly line: number
}

/** One parsed file. */
export type Source = {
  /** From the root of the repository, with slashes. */
  readonly path: string
  readonly text: string
  readonly ast: ts.SourceFile
  readonly imports: readonly Import[]
}

/** Where a file stands in the architecture. */
export type Place = {
  readonly layer: 'kernel' | 'platform' | 'ui' | 'module' | 'demo' | 'top' | 'outside'
  readonly module: ModuleName | null
  /** Path inside the layer or module. */
  readonly inside: string
}

/** The layer and module of a path. */
export function placeOf(file: string): Place {
  const [source, layer = '', ...rest] = file.split('/')
  if (source !== 'src') return { layer: 'outside', module: null, inside: file }
  if (layer === 'modules') {
    const module = MODULE_ORDER.find((m) => m === rest[0]) ?? null
    return { layer: 'module', module, inside: rest.slice(1).join('/') }
  }
  const known = (['kernel', 'platform', 'ui', 'demo'] as const).find((l) => l === layer && rest.length > 0)
  return { layer: known ?? 'top', module: null, inside: known ? rest.join('/') : layer }
}

/** Tests and the makers of their data. */
export const isTest = (file: string): boolean => /\.test\.ts$/.test(file)

/** Sample values for tests and demos: `fixtures.ts`, in a module or in one of its folders. */
export const isFixture = (file: string): boolean => /(^|\/)fixtures[\w-]*(\.ts$|\/)/.test(file)

/** Whether the rules of purity bind the file: kernel, words, rules, rights, pages, papers (DESIGN.md §2). */
export function isPure(file: string): boolean {
  if (isTest(file) || isFixture(file)) return false
  const { layer, inside } = placeOf(file)
  if (layer === 'kernel') return true
  return layer === 'module' && /^(words\.ts$|rules\.ts$|rights\.ts$|rules\/|words\/|pages\/|papers\/)/.test(inside)
}

/** Position of a module in the story; the smaller stands above. */
export const rankOf = (module: ModuleName | null): number => (module === null ? -1 : MODULE_ORDER.indexOf(module))

function walk(folder: string): string[] {
  const absolute = path.join(ROOT, folder)
  if (!fs.existsSync(absolute)) return []
  return fs.readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`
    return entry.isDirectory() ? walk(name) : [name]
  })
}

function targetOf(from: string, specifier: string): string | null {
  return specifier.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier)) : null
}

/** The line of a node, counted from 1. */
export const lineOf = (ast: ts.SourceFile, node: ts.Node): number =>
  ast.getLineAndCharacterOfPosition(node.getStart(ast)).line + 1

type Clause = { names: { name: string; typeOnly: boolean }[]; typeOnly: boolean }

function importClause(statement: ts.ImportDeclaration): Clause {
  const clause = statement.importClause
  const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword
  const bindings = clause?.namedBindings
  const names = clause?.name ? [{ name: 'default', typeOnly }] : []
  if (bindings && ts.isNamedImports(bindings))
    for (const e of bindings.elements)
      names.push({ name: (e.propertyName ?? e.name).text, typeOnly: typeOnly || e.isTypeOnly })
  else names.push(...(bindings || !clause ? [{ name: '*', typeOnly }] : []))
  return { names, typeOnly }
}

function exportClause(statement: ts.ExportDeclaration): Clause {
  const typeOnly = statement.isTypeOnly
  const clause = statement.exportClause
  if (clause && ts.isNamedExports(clause)) {
    const names = clause.elements.map((e) => ({
      name: (e.propertyName ?? e.name).text,
      typeOnly: typeOnly || e.isTypeOnly,
    }))
    return { names, typeOnly }
  }
  return { names: [{ name: '*', typeOnly }], typeOnly }
}

function importsOf(file: string, ast: ts.SourceFile): Import[] {
  const found: Import[] = []
  const add = (node: ts.Node, specifier: string, clause: Clause, passedOn: boolean) => {
    const shared = { specifier, target: targetOf(file, specifier), passedOn, line: lineOf(ast, node) }
    for (const n of clause.names) found.push({ ...shared, name: n.name, typeOnly: n.typeOnly })
  }
  for (const s of ast.statements) {
    if (ts.isImportDeclaration(s) && ts.isStringLiteral(s.moduleSpecifier))
      add(s, s.moduleSpecifier.text, importClause(s), false)
    if (ts.isExportDeclaration(s) && s.moduleSpecifier && ts.isStringLiteral(s.moduleSpecifier))
      add(s, s.moduleSpecifier.text, exportClause(s), true)
  }
  visit(ast, (node) => {
    const called = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    const given = called ? node.arguments[0] : undefined
    if (given && ts.isStringLiteral(given))
      add(node, given.text, { names: [{ name: '*', typeOnly: false }], typeOnly: false }, false)
  })
  return found
}

/** Calls `see` on every node below `node`. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  node.forEachChild((child) => {
    see(child)
    visit(child, see)
  })
}

function parse(file: string): Source {
  const text = fs.readFileSync(path.join(ROOT, file), 'utf8')
  const ast = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS)
  return { path: file, text, ast, imports: importsOf(file, ast) }
}

/** Every path under the source folders, code or not. */
export const PATHS: readonly string[] = ['src', 'tests', 'tools', 'bench'].flatMap(walk).sort()

/** Every parsed TypeScript file. */
export const FILES: readonly Source[] = PATHS.filter((f) => f.endsWith('.ts')).map(parse)

const BY_PATH = new Map(FILES.map((f) => [f.path, f]))

/** The parsed file at a path. */
export const fileAt = (file: string): Source | undefined => BY_PATH.get(file)

/** Product code without its tests. */
export const SOURCE: readonly Source[] = FILES.filter((f) => f.path.startsWith('src/') && !isTest(f.path))

/** Product code of modules without tests. */
export const MODULE_FILES: readonly Source[] = SOURCE.filter((f) => placeOf(f.path).layer === 'module')

/** The statement that declares an exported name, and its file; follows `export … from`. */
export function declarationOf(file: string, name: string): { file: Source; node: ts.Statement } | null {
  const source = fileAt(file)
  if (!source) return null
  for (const { name: declared, node } of exportsOf(source)) if (declared === name) return { file: source, node }
  const passed = source.imports.find((i) => i.name === name && i.target !== null)
  return passed?.target ? declarationOf(passed.target, name) : null
}

/** A name and the statement that declares it. */
export type Declared = { readonly name: string; readonly node: ts.Statement }

function declaredBy(source: Source, node: ts.Statement): Declared[] {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.map((d) => ({ name: d.name.getText(source.ast), node }))
  const { name } = node as ts.FunctionDeclaration
  return name && ts.isIdentifier(name) ? [{ name: name.text, node }] : []
}

/** Names a file declares and exports itself: at the declaration, or in an `export { … }` list. */
export function exportsOf(source: Source): Declared[] {
  const { statements } = source.ast
  const listed = new Set<string>()
  for (const s of statements)
    if (ts.isExportDeclaration(s) && !s.moduleSpecifier && s.exportClause && ts.isNamedExports(s.exportClause))
      for (const e of s.exportClause.elements) listed.add((e.propertyName ?? e.name).text)
  return statements.flatMap((node) => {
    const marked = ts.canHaveModifiers(node) && node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)
    return declaredBy(source, node).filter((d) => marked || listed.has(d.name))
  })
}

/** The doc comment of a statement without its stars, or null. */
export function docOf(source: Source, node: ts.Statement): string | null {
  const ranges = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []
  const last = ranges.filter((r) => source.text.startsWith('/**', r.pos)).at(-1)
  if (!last) return null
  return source.text
    .slice(last.pos + 3, last.end - 2)
    .replace(/^\s*\* ?/gm, '')
    .trim()
}

/** Files that git tracks or would track; the tree may be a copy without git. */
export function trackedFiles(): string[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard']
  const out = execFileSync('git', list, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 })
  return out.split('\n').filter((f) => f !== '' && fs.existsSync(path.join(ROOT, f)))
}
