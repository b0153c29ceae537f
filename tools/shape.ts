/**
 * Hình dáng mã nguồn (`npm run shape`): the tail, beside the figures of well kept code bases of this kind. Shown, not policed:
 * medians are alike everywhere, quality shows in the largest files and functions, in cycles and in what changes together.
 */
import { execFileSync } from 'node:child_process'
import ts from 'typescript'
import { cyclesOf } from '../tests/architecture/cycles.ts'
import {
  docOf,
  exportsOf,
  FILES,
  isFixture,
  isTest,
  lineOf,
  placeOf,
  ROOT,
  SOURCE,
  type Source,
  visit,
} from '../tests/architecture/tree.ts'

type Sized = { readonly where: string; readonly size: number }
type Body = Sized & { readonly complexity: number }

const CODE = SOURCE.filter((f) => !isFixture(f.path))
const TESTS = FILES.filter(
  (f) => isTest(f.path) || f.path.startsWith('tests/') || (isFixture(f.path) && f.path.startsWith('src/')),
)

const linesIn = (f: Source): number => f.text.split('\n').length - 1
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)

/** The value below which `share` of the list lies. */
export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const BRANCHES = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.CatchClause,
])
const LOGICAL = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
])

/** 1 + branches, without those of functions inside. */
function complexityOf(body: ts.Node): number {
  let count = 1
  const see = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return
    if (BRANCHES.has(node.kind)) count++
    if (ts.isBinaryExpression(node) && LOGICAL.has(node.operatorToken.kind)) count++
    node.forEachChild(see)
  }
  body.forEachChild(see)
  return count
}

const nameOf = (node: ts.Node, ast: ts.SourceFile): string | null => {
  if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.name) return node.name.getText(ast)
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return null
  const { parent } = node
  const named = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)
  return named ? parent.name.getText(ast) : null
}

/** Named functions with a block body: lines of the body, and branches. */
export function bodiesOf(f: Source): Body[] {
  const found: Body[] = []
  visit(f.ast, (node) => {
    const name = nameOf(node, f.ast)
    const body = (node as ts.FunctionDeclaration).body
    if (name === null || !body || !ts.isBlock(body)) return
    const size = f.text.slice(body.getStart(f.ast), body.end).split('\n').length
    found.push({ where: `${f.path}:${lineOf(f.ast, node)} ${name}`, size, complexity: complexityOf(body) })
  })
  return found
}

/** Source files of each of the last changes that touched 3 to 60 of them. */
function changes(): string[][] {
  const log = execFileSync('git', ['log', '--no-merges', '-1500', '--name-only', '--format=%x00', '--', 'src'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const sets = log.split('\0').map((c) => c.split('\n').filter((f) => f.endsWith('.ts')))
  return sets.filter((s) => s.length >= 3 && s.length <= 60)
}

const partOf = (file: string): string => {
  const { layer, module } = placeOf(file)
  return module ?? layer
}

function insideOne(): string {
  const sets = changes()
  if (sets.length === 0) return '–'
  const inside = sets.filter((s) => new Set(s.map(partOf)).size === 1).length
  return `${Math.round((100 * inside) / sets.length)} % của ${sets.length}`
}

function documented(): string {
  const all = CODE.flatMap((f) => exportsOf(f).map((e) => docOf(f, e.node) !== null))
  return `${Math.round((100 * all.filter(Boolean).length) / Math.max(1, all.length))} %`
}

const number = (n: number): string => n.toFixed(1).replace('.', ',')

/** Figure, ours, and the anchors: DEFRA water-abstraction-system, execa, Immersion Facilitée (measured 2026). */
export function figures(): string[][] {
  const sizes = CODE.map(linesIn)
  const bodies = CODE.flatMap(bodiesOf)
  const lengths = bodies.map((b) => b.size)
  const lines = sum(sizes)
  const knotted = sum(cyclesOf(CODE).map((c) => c.length))
  const long = (100 * lengths.filter((l) => l > 60).length) / Math.max(1, lengths.length)
  return [
    ['tệp / nghìn dòng', `${CODE.length} / ${number(lines / 1000)}`, '998 / 68', '111 / 8', '976 / 96'],
    [
      'tệp: giữa / p95 / lớn nhất',
      `${quantile(sizes, 0.5)} / ${quantile(sizes, 0.95)} / ${Math.max(...sizes)}`,
      '48 / 192 / 551',
      '55 / 182 / 244',
      '45 / 328 / 6309',
    ],
    [
      'hàm: giữa / p95 / quá 60 dòng',
      `${quantile(lengths, 0.5)} / ${quantile(lengths, 0.95)} / ${number(long)} %`,
      '11 / 30 / 0,8 %',
      '10 / 31 / 0,3 %',
      '10 / 74 / 7,4 %',
    ],
    [
      'độ rẽ nhánh của hàm: p95 / lớn nhất',
      `${quantile(
        bodies.map((b) => b.complexity),
        0.95,
      )} / ${Math.max(...bodies.map((b) => b.complexity))}`,
      '–',
      '–',
      '–',
    ],
    ['tên được xuất có lời giải thích', documented(), '75 %', 'README', '0 %'],
    ['dòng kiểm thử : dòng mã', number(sum(TESTS.map(linesIn)) / Math.max(1, lines)), '2,3', '3,7', '1,1'],
    ['tệp trong vòng nhập', `${knotted}`, '0 %', '5,6 %', '0 %'],
    ['thay đổi nằm trong một mô-đun', insideOne(), '68 %', '–', '16 %'],
  ]
}

const widest = (rows: readonly (readonly string[])[], i: number): number =>
  Math.max(...rows.map((r) => r[i]?.length ?? 0))

function printTable(rows: readonly (readonly string[])[]): void {
  for (const r of rows)
    console.log(
      r
        .map((c, i) => c.padEnd(widest(rows, i) + 2))
        .join('')
        .trimEnd(),
    )
}

function printTail(title: string, list: readonly Sized[]): void {
  console.log(`\n${title}`)
  for (const s of [...list].sort((a, b) => b.size - a.size).slice(0, 10))
    console.log(`  ${String(s.size).padStart(5)}  ${s.where}`)
}

if (import.meta.main) {
  printTable([['', 'ở đây', 'water-abstraction', 'execa', 'immersion-facile'], ...figures()])
  const bodies = CODE.flatMap(bodiesOf)
  printTail(
    'Tệp dài nhất (dòng)',
    CODE.map((f) => ({ where: f.path, size: linesIn(f) })),
  )
  printTail('Hàm dài nhất (dòng)', bodies)
  printTail(
    'Hàm nhiều nhánh nhất',
    bodies.map((b) => ({ where: b.where, size: b.complexity })),
  )
  const bare = CODE.flatMap((f) =>
    exportsOf(f)
      .filter((e) => docOf(f, e.node) === null)
      .map((e) => `${f.path} ${e.name}`),
  )
  console.log(`\nTên được xuất chưa có lời giải thích: ${bare.length}`)
  for (const b of bare.slice(0, 10)) console.log(`  ${b}`)
  const tested = Object.groupBy(CODE, (f) => partOf(f.path))
  const ratio = Object.entries(tested).map(([part, files]) => {
    const own = TESTS.filter((f) => partOf(f.path) === part)
    return { where: part, size: sum((files ?? []).map(linesIn)), tests: sum(own.map(linesIn)) }
  })
  console.log('\nDòng mã và dòng kiểm thử cạnh nó, theo phần')
  for (const r of ratio.sort((a, b) => b.size - a.size))
    console.log(`  ${r.where.padEnd(16)} ${String(r.size).padStart(6)} ${String(r.tests).padStart(6)}`)
}
