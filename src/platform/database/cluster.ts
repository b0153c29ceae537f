/**
 * Cụm cơ sở dữ liệu: the folder of one PostgreSQL server inside the data folder, its socket, its settings.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Binaries } from './binaries.ts'
import { DatabaseUnavailable } from './database-unavailable.ts'
import { canReach, isRoot, makePrivateFolder, type SystemUser } from './system-user.ts'

/** Owner of everything in the embedded server, and name of its database. */
export const OWNER = 'nguyen_khi'

/** Socket addresses are cut at 107 bytes by the system; the file name in the folder takes 15. */
const LONGEST_SOCKET_FOLDER = 90

/** Cụm: folder, user and socket folder of one server. */
export type Cluster = {
  readonly folder: string
  readonly major: number
  readonly user: SystemUser | null
  readonly socket: string
}

/** Makes the cluster at `<dataFolder>/postgresql` when there is none, and checks that these programs may open it. */
export function prepareCluster(dataFolder: string, binaries: Binaries, user: SystemUser | null): Cluster {
  const folder = path.join(dataFolder, 'postgresql')
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) makeCluster(folder, binaries, user)
  const major = Number(fs.readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim())
  if (major !== binaries.major) {
    throw new DatabaseUnavailable(
      `Dữ liệu ở ${folder} thuộc PostgreSQL bản ${major}, bản đang cài là ${binaries.major}. Dữ liệu còn nguyên. ` +
        'Sao lưu bằng phiên bản phần mềm cũ (backup), rồi khôi phục (restore) vào thư mục mới.',
    )
  }
  return { folder, major, user, socket: socketFolder(folder, user) }
}

/** The data folder itself: others may pass through it only where root hands the cluster to another user. */
export function prepareDataFolder(dataFolder: string): void {
  try {
    fs.mkdirSync(dataFolder, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
    fs.accessSync(dataFolder, fs.constants.W_OK | fs.constants.X_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new DatabaseUnavailable(
      `Không ghi được thư mục dữ liệu ${dataFolder} (${code}). Cấp quyền ghi, hoặc đặt NGUYEN_KHI_DATA tới thư mục khác.`,
    )
  }
}

/** initdb into another name, then rename: a run that was cut off never leaves half a cluster. */
function makeCluster(folder: string, binaries: Binaries, user: SystemUser | null): void {
  const half = `${folder}.new-${process.pid}`
  fs.rmSync(half, { recursive: true, force: true })
  makePrivateFolder(half, user)
  const run = spawnSync(
    path.join(binaries.folder, 'initdb'),
    [
      '-D',
      pathFor(half, binaries.major, user),
      '-U',
      OWNER,
      '--encoding=UTF8',
      ...localeFor(binaries),
      '--auth=trust',
      '--no-instructions',
    ],
    { ...user, cwd: half, encoding: 'utf8', env: environment() },
  )
  if (run.status !== 0) {
    fs.rmSync(half, { recursive: true, force: true })
    const why = run.error?.message ?? run.stderr.trim().split('\n').slice(-2).join(' ')
    throw new DatabaseUnavailable(`Không tạo được cơ sở dữ liệu ở ${folder}: ${why}`)
  }
  try {
    fs.renameSync(half, folder)
  } catch (error) {
    fs.rmSync(half, { recursive: true, force: true })
    if (fs.existsSync(path.join(folder, 'PG_VERSION'))) return
    throw new DatabaseUnavailable(
      `Không tạo được ${folder} (${(error as NodeJS.ErrnoException).code}): thư mục đã có tệp khác.`,
    )
  }
}

function localeFor(binaries: Binaries): string[] {
  if (process.platform === 'linux' || binaries.major < 17) return ['--locale=C.UTF-8']
  return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
}

/**
 * How the server names its own folder. Where a folder on the way is closed to its user (a checkout under /root) the
 * server is started standing in the folder and finds it, from every one of its processes, as the place it stands in.
 * (Before version 16 the programs leave that place while they look for their own files.)
 */
function pathFor(folder: string, major: number, user: SystemUser | null): string {
  if (canReach(user, folder)) return folder
  if (process.platform === 'linux' && major >= 16) return '/proc/self/cwd'
  throw new DatabaseUnavailable(
    `Người dùng ${user?.uid} không vào được ${folder}. Chạy bằng người dùng thường, hoặc đặt NGUYEN_KHI_DATA tới thư mục khác.`,
  )
}

function socketFolder(folder: string, user: SystemUser | null): string {
  if (Buffer.byteLength(folder) <= LONGEST_SOCKET_FOLDER && canReach(user, folder)) return folder
  const name = createHash('sha256').update(fs.realpathSync(folder)).digest('hex').slice(0, 16)
  const short = path.join(os.tmpdir(), `nguyen-khi-${name}`)
  const owner = user?.uid ?? process.getuid?.()
  const found = fs.lstatSync(short, { throwIfNoEntry: false })
  if (found && (!found.isDirectory() || found.uid !== owner)) {
    throw new DatabaseUnavailable(
      `${short} thuộc người dùng khác, không dùng làm nơi đặt socket được. Xóa nó rồi chạy lại.`,
    )
  }
  makePrivateFolder(short, user)
  return short
}

/** The few variables a server needs; PG* of the caller must not steer it. */
export const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  TMPDIR: os.tmpdir(),
})

/** Conservative settings of a small office machine; `durable: false` is for throw-away test data only. */
export function serverArguments(cluster: Cluster, durable: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: cluster.socket,
    unix_socket_permissions: '0700',
    shared_buffers: '256MB',
    // A list of a hundred thousand people is one transaction of some 500 MB of journal.
    wal_buffers: '16MB',
    max_wal_size: '2GB',
    max_connections: '100',
    jit: 'off',
    timezone: 'Asia/Ho_Chi_Minh',
    log_timezone: 'Asia/Ho_Chi_Minh',
    lc_messages: 'C',
    fsync: durable ? 'on' : 'off',
    ...(durable
      ? {}
      : { synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' }),
  }
  return [
    '-D',
    pathFor(cluster.folder, cluster.major, cluster.user),
    ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
  ]
}
