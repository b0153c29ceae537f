/** Phục vụ: opens the system, serves the pages, runs the jobs, and stops gracefully. */
import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { demoLoaded } from './demo/loaded.ts'
import { showInstant } from './kernel/day.ts'
import { authenticate, authenticateMachine, homeOf, rolesInWords } from './modules/accounts/public.ts'
import { surroundings } from './modules/programme/public.ts'
import { badgesOf, MODULES, migrationFolders } from './modules.ts'
import type { Ctx } from './platform/action.ts'
import { type Config, readConfig } from './platform/config.ts'
import { explainConstraints } from './platform/database/constraint.ts'
import type { Surroundings } from './platform/http/application.ts'
import { createServer } from './platform/http/server.ts'
import { startJobs } from './platform/jobs/runner.ts'
import { logger } from './platform/log.ts'
import { postOf } from './platform/mail/post.ts'
import { type Opened, openSystem } from './platform/open.ts'
import { buildAssets } from './ui/assets.ts'

/** A served system: where, and how to end it. */
export type Served = { readonly url: string; readonly system: Opened; readonly stop: () => Promise<void> }

const GRACE_MS = 10_000
const SURROUNDINGS_MS = 30_000

/** The frame's words about the system change rarely: read at most twice a minute. */
function remembered(read: (ctx: Ctx) => Promise<Surroundings>): (ctx: Ctx) => Promise<Surroundings> {
  let last: { at: number; value: Surroundings } | null = null
  return async (ctx) => {
    const now = performance.now()
    if (last === null || now - last.at > SURROUNDINGS_MS) last = { at: now, value: await read(ctx) }
    return last.value
  }
}

/** Serves until `stop`. With `demo`, an empty embedded folder gets the sample world first. */
export async function serve(config: Config = readConfig(), demo = false): Promise<Served> {
  const system = await openSystem(config, migrationFolders())
  for (const m of MODULES) explainConstraints(m.constraints ?? {})
  if (demo && system.embedded && !(await demoLoaded(system.db))) {
    process.stderr.write('Lần đầu chạy: đang nạp kế hoạch, cơ quan và dữ liệu mẫu…\n')
    const { loadDemo } = await import('./demo/load.ts')
    await loadDemo(system.db, system.clock())
  }
  const server = await createServer({
    config,
    db: system.db,
    clock: system.clock,
    modules: MODULES,
    assets: await buildAssets(),
    authenticate,
    authenticateMachine,
    homeOf,
    roleLabel: rolesInWords,
    surroundings: remembered(surroundings),
    badges: badgesOf,
    migrations: system.migrations,
  })
  const url = await server.listen({ host: config.host, port: config.port })
  const jobs = await startJobs(
    system.db,
    system.clock,
    MODULES.flatMap((m) => m.jobs ?? []),
    { post: postOf(config.mail), address: config.address },
  )
  let stopping: Promise<void> | null = null
  const end = async () => {
    await Promise.race([server.close(), delay(GRACE_MS, undefined, { ref: false })])
    await jobs.stop()
    await system.close()
  }
  return {
    url,
    system,
    stop: () => {
      stopping ??= end()
      return stopping
    },
  }
}

/** Opens the page for the person at this machine; silently nothing where there is no screen. */
function showToPerson(url: string): void {
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (!process.stdout.isTTY || !screen || process.env.CI) return
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

/** The verb `serve`: prints the address and stays until asked to stop. */
export async function serveForever(demo: boolean): Promise<void> {
  if (demo && !process.env.NGUYEN_KHI_LOG) logger.level = 'warn'
  const started = performance.now()
  const served = await serve(readConfig(), demo)
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',')
  process.stdout.write(
    `Nguyên Khí đang chạy tại ${served.url} (sẵn sàng sau ${seconds} giây, lúc ${showInstant(served.system.clock())}). Nhấn Ctrl+C để dừng.\n`,
  )
  if (demo) showToPerson(served.url)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await served.stop()
}
