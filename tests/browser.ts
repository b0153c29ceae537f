/**
 * Trình duyệt của các phần thử: finds a Chromium on this machine or unpacks the one carried by npm, starts it without a
 * window, and asks axe about accessibility.
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

const require = createRequire(import.meta.url)

/** Where Debian, Ubuntu and others put it. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const QUIET = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/** The Chromium named by CHROMIUM or installed on the machine, or null. */
export function installedBrowser(): string | null {
  const named = process.env.CHROMIUM
  if (named) return named
  return INSTALLED.find((file) => fs.existsSync(file)) ?? null
}

/** Whether there is any Chromium to test with. */
export function hasBrowser(): boolean {
  if (installedBrowser()) return true
  try {
    return process.platform === 'linux' && process.arch === 'x64' && require.resolve('@sparticuz/chromium') !== ''
  } catch {
    return false
  }
}

/** Starts a browser. Close it when done. */
export async function startBrowser(): Promise<Browser> {
  const installed = installedBrowser()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (installed) return chromium.launch({ executablePath: installed, args: [...QUIET, ...sandbox] })
  const carried = await unpackCarried()
  return chromium.launch({ executablePath: carried.file, args: [...carried.args, ...QUIET, ...sandbox] })
}

/**
 * The browser of @sparticuz/chromium, unpacked once per version into a folder of its own: it unpacks into the temporary
 * folder, takes any older copy there for its own, and brings its libraries only when it believes to run in the cloud.
 */
async function unpackCarried(): Promise<{ file: string; args: string[] }> {
  const packaged = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '..', 'package.json')
  const { version } = JSON.parse(fs.readFileSync(packaged, 'utf8')) as { version: string }
  const cache = path.join(os.tmpdir(), `nk-chromium-${version}-${process.getuid?.() ?? 0}`)
  const whole = path.join(cache, 'whole')
  if (!fs.existsSync(whole)) fs.rmSync(cache, { recursive: true, force: true })
  fs.mkdirSync(cache, { recursive: true, mode: 0o700 })
  const temporary = os.tmpdir()
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
  process.env.TMPDIR = cache
  const { default: carried } = await import('@sparticuz/chromium')
  const file = await carried.executablePath()
  process.env.TMPDIR = temporary
  // Its own list of font folders names /tmp: without fonts the pages would have no text at all.
  const fonts = ['/usr/share/fonts', path.join(cache, 'fonts')].map((dir) => `<dir>${dir}</dir>`).join('')
  fs.writeFileSync(
    path.join(cache, 'fonts', 'fonts.conf'),
    `<fontconfig>${fonts}<cachedir>${cache}/font-cache</cachedir></fontconfig>`,
  )
  process.env.FONTCONFIG_PATH = path.join(cache, 'fonts')
  fs.writeFileSync(whole, '')
  // --single-process: closing one page would end the browser.
  const args = carried.args.filter((a) => a !== '--single-process' && !a.startsWith('--headless'))
  return { file, args }
}

/** One finding of axe: the rule, how grave, and the elements it fell on. */
export type Violation = {
  readonly id: string
  readonly impact: string
  readonly help: string
  readonly nodes: readonly string[]
}

type AxeRun = {
  violations: { id: string; impact: string | null; help: string; nodes: { html: string; failureSummary?: string }[] }[]
}

const AXE_SOURCE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds against WCAG 2.2 A and AA on the page as it stands. Evaluated, not injected: our CSP blocks scripts. */
export async function axe(page: Page): Promise<Violation[]> {
  await page.evaluate(AXE_SOURCE)
  const run = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })`,
  )) as AxeRun
  return run.violations.map((v) => ({
    id: v.id,
    impact: v.impact ?? '',
    help: v.help,
    nodes: v.nodes.map((n) => `${n.html.slice(0, 200)} ${n.failureSummary ?? ''}`.trim()),
  }))
}
