/**
 * Cửa kiểm thử (`npm test`): types, lint, dead code, then every test project; one summary, one exit code.
 * `node tools/test.ts [PART…]` runs the named parts only.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { hasEngine } from '../src/platform/database/test-engine.ts'
import { hasBrowser } from '../tests/browser.ts'

/** What a part came to. */
type Count = { passed: number; failed: number; skipped: number }

/** One part of the gate. `lacks` names what the machine must have and has not. */
type Part = { name: string; label: string; lacks?: () => string | null; run: () => Promise<Count> }

type Outcome = Part & Count & { seconds: number; missing: string | null }

const ROOT = path.resolve(import.meta.dirname, '..')
const CI = ['1', 'true'].includes(process.env.CI ?? '')

const PARTS: readonly Part[] = [
  check('types', 'Kiểu dữ liệu', ['tsc', '--noEmit']),
  check('lint', 'Quy tắc viết mã', ['biome', 'check']),
  check('dead-code', 'Mã không dùng', ['knip', '--no-progress']),
  project('unit', 'Quy tắc nghiệp vụ và kiến trúc'),
  project('database-embedded', 'Cơ sở dữ liệu kèm theo (PostgreSQL 18)'),
  project('database-server', 'Máy chủ cơ sở dữ liệu (PostgreSQL 15)', () =>
    hasEngine('server') ? null : 'PostgreSQL 15: không có, phần kiểm thử trên máy chủ không chạy',
  ),
  project('journeys', 'Hành trình trên trình duyệt', () =>
    hasBrowser() ? null : 'Trình duyệt Chromium: không có, phần hành trình không chạy',
  ),
]

/** Programs that tests use where they are; without them those tests count as skipped. */
const lacksOffice = (): string | null =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, 'soffice')))
    ? null
    : 'LibreOffice: không có, phần mở tệp Word và Excel bằng LibreOffice không chạy'

/** A command that passes or fails as a whole. */
function check(name: string, label: string, command: string[]): Part {
  return {
    name,
    label,
    async run() {
      const ok = (await execute(command)) === 0
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
    },
  }
}

/** A test project of vitest.config.ts; its figures come from vitest's own JSON. */
function project(name: string, label: string, lacks?: () => string | null): Part {
  const run = async (): Promise<Count> => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nk-report-'))
    const report = path.join(folder, 'report.json')
    const code = await execute(
      ['vitest', 'run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      { NODE_ENV: 'test' },
    )
    const count = fs.existsSync(report) ? readReport(report) : { passed: 0, failed: 0, skipped: 0 }
    fs.rmSync(folder, { recursive: true, force: true })
    // A file that does not load or an error outside a test fails no test, but fails the run.
    if (code !== 0 && count.failed === 0) count.failed = 1
    return count
  }
  return { name, label, run, ...(lacks ? { lacks } : {}) }
}

type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }

function readReport(file: string): Count {
  const r = JSON.parse(fs.readFileSync(file, 'utf8')) as VitestReport
  return { passed: r.numPassedTests, failed: r.numFailedTests, skipped: r.numPendingTests + r.numTodoTests }
}

/** Runs a program of node_modules/.bin with this very Node, showing what it prints; its exit code. */
function execute([program = '', ...rest]: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const bin = path.join(ROOT, 'node_modules', '.bin')
  const search = [bin, path.dirname(process.execPath), process.env.PATH].join(path.delimiter)
  const child = spawn(path.join(bin, program), rest, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: search, ...env },
  })
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function runPart(part: Part): Promise<Outcome> {
  const missing = part.lacks?.() ?? null
  if (missing) return { ...part, passed: 0, failed: CI ? 1 : 0, skipped: CI ? 0 : 1, seconds: 0, missing }
  console.log(`\n── ${part.label} (${part.name})`)
  const began = performance.now()
  const count = await part.run()
  return { ...part, ...count, seconds: (performance.now() - began) / 1000, missing: null }
}

const inVietnamese = (n: number): string => n.toFixed(1).replace('.', ',')

function describe(o: Outcome): string {
  const state = o.failed > 0 ? 'HỎNG' : o.missing ? 'bỏ qua' : 'đạt'
  const figures = `${o.passed} đạt, ${o.failed} hỏng, ${o.skipped} bỏ qua`
  return `  ${o.label.padEnd(42)} ${state.padEnd(7)} ${figures.padEnd(32)} ${inVietnamese(o.seconds).padStart(6)} giây`
}

function summarise(outcomes: readonly Outcome[], office: string | null): number {
  console.log('\nKết quả kiểm thử')
  for (const o of outcomes) console.log(describe(o))
  for (const o of outcomes) if (o.missing) console.log(`  ${o.missing}`)
  if (office) console.log(`  ${office}`)
  const sum = (of: (o: Outcome) => number) => outcomes.reduce((all, o) => all + of(o), 0)
  const failed = sum((o) => o.failed) + (office && CI ? 1 : 0)
  console.log(
    `\n${sum((o) => o.passed)} passed, ${failed} failed, ${sum((o) => o.skipped) + (office && !CI ? 1 : 0)} skipped`,
  )
  return failed > 0 ? 1 : 0
}

/** `database` stands for both engines. */
function choose(names: readonly string[]): readonly Part[] {
  if (names.length === 0) return PARTS
  return PARTS.filter((p) => names.some((n) => p.name === n || p.name.startsWith(`${n}-`)))
}

const names = process.argv.slice(2)
const chosen = choose(names)
if (names.some((n) => choose([n]).length === 0)) {
  console.error(`Không có phần kiểm thử này. Các phần: ${PARTS.map((p) => p.name).join(', ')}.`)
  process.exit(2)
}
const outcomes: Outcome[] = []
for (const part of chosen) outcomes.push(await runPart(part))
process.exitCode = summarise(outcomes, names.length === 0 ? lacksOffice() : null)
