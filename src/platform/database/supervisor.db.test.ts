import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { DatabaseUnavailable } from './database-unavailable.ts'
import { isAlive, livePostmaster } from './postmaster.ts'
import type { RunningServer } from './supervisor.ts'
import { isRoot } from './system-user.ts'
import { startEngine, testEngine } from './test-engine.ts'

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(inject('scratch'), 'crash-'))
  fs.chmodSync(folder, 0o711)
})

afterEach(async () => {
  const left = livePostmaster(path.join(folder, 'postgresql'))
  if (left) {
    process.kill(left.pid, 'SIGINT')
    await until(() => !isAlive(left.pid))
  }
  fs.rmSync(folder, { recursive: true, force: true })
})

test('khởi động, dừng rồi khởi động lại giữ nguyên dữ liệu', async () => {
  const first = await startEngine(testEngine(), folder)
  expect(first.adopted).toBe(false)
  await query(first, 'create table kept as select 1 as n')
  const settings = await query(
    first,
    `select current_setting('fsync') as fsync, current_setting('jit') as jit, current_setting('listen_addresses') as addresses,
       current_setting('timezone') as zone, current_setting('server_encoding') as encoding, lower('ĐỖ THỊ ƯỚC') as lower`,
  )
  expect(settings[0]).toEqual({
    fsync: 'on',
    jit: 'off',
    addresses: '',
    zone: 'Asia/Ho_Chi_Minh',
    encoding: 'UTF8',
    lower: 'đỗ thị ước',
  })
  await first.stop()
  expect(isAlive(first.pid)).toBe(false)
  const second = await startEngine(testEngine(), folder)
  expect(await query(second, 'select n from kept')).toEqual([{ n: 1 }])
  await second.stop()
})

test('ba tiến trình cùng khởi động trên một thư mục: một máy chủ, hai bên dùng chung, bên dùng chung không dừng nó', async () => {
  const servers = await Promise.all([1, 2, 3].map(() => startEngine(testEngine(), folder)))
  expect(new Set(servers.map((s) => s.pid)).size).toBe(1)
  expect(servers.filter((s) => !s.adopted)).toHaveLength(1)
  for (const s of servers.filter((s) => s.adopted)) await s.stop()
  expect(isAlive(servers[0]?.pid ?? 0)).toBe(true)
  for (const s of servers) await s.stop()
  expect(isAlive(servers[0]?.pid ?? 0)).toBe(false)
})

test('tiến trình chủ bị kill -9: máy chủ còn sống được nhận lại, không mất giao dịch đã xác nhận', async () => {
  const writer = await startWriter()
  await until(() => writer.acknowledged() >= 50)
  writer.process.kill('SIGKILL')
  await until(() => writer.process.signalCode !== null)
  expect(isAlive(writer.server())).toBe(true)
  const server = await startEngine(testEngine(), folder)
  expect(server).toMatchObject({ adopted: true, pid: writer.server() })
  expect(await missing(server, writer.acknowledged())).toBe(0)
})

test('PostgreSQL bị kill -9 ba lần khi đang ghi: khởi động lại được ngay, không mất giao dịch đã xác nhận', async () => {
  for (let round = 0; round < 3; round++) {
    const writer = await startWriter()
    await until(() => writer.acknowledged() >= (round + 1) * 40)
    process.kill(writer.server(), 'SIGKILL')
    const server = await startEngine(testEngine(), folder)
    expect(server.adopted).toBe(false)
    await until(() => writer.process.exitCode !== null)
    expect(await missing(server, writer.acknowledged())).toBe(0)
    await server.stop()
  }
})

test('thư mục của phiên bản khác bị từ chối bằng một câu rõ ràng, dữ liệu không bị đụng tới', async () => {
  await (await startEngine(testEngine(), folder)).stop()
  fs.writeFileSync(path.join(folder, 'postgresql', 'PG_VERSION'), '11\n')
  const attempt = startEngine(testEngine(), folder)
  await expect(attempt).rejects.toThrow(DatabaseUnavailable)
  await expect(attempt).rejects.toThrow(/thuộc PostgreSQL bản 11.*Dữ liệu còn nguyên/)
})

test('không khởi động được thì báo lý do lấy từ nhật ký của PostgreSQL', async () => {
  await (await startEngine(testEngine(), folder)).stop()
  fs.rmSync(path.join(folder, 'postgresql', 'global', 'pg_control'))
  await expect(startEngine(testEngine(), folder)).rejects.toThrow(/không khởi động được.*pg_control/s)
})

test('thư mục dữ liệu có đường dẫn rất dài: socket đặt ở chỗ ngắn và được dọn khi dừng', async () => {
  const server = await startEngine(testEngine(), path.join(folder, 'thư mục dữ liệu của cơ quan '.repeat(4)))
  expect(server.socket.length).toBeLessThan(90)
  expect(await query(server, 'select 1 as n')).toEqual([{ n: 1 }])
  await server.stop()
  expect(fs.existsSync(server.socket)).toBe(false)
})

test('thư mục dữ liệu nằm trong thư mục đóng với người dùng khác (chạy bằng root trong /root)', async () => {
  fs.chmodSync(folder, 0o700)
  const attempt = startEngine(testEngine(), path.join(folder, 'data'))
  if (isRoot() && testEngine() === 'server') {
    await expect(attempt).rejects.toThrow(/không vào được.*NGUYEN_KHI_DATA/)
    return
  }
  const server = await attempt
  expect((await startEngine(testEngine(), path.join(folder, 'data'))).adopted).toBe(true)
  await query(server, 'create table kept as select 1 as n')
  await server.stop()
  const again = await startEngine(testEngine(), path.join(folder, 'data'))
  expect(await query(again, 'select n from kept')).toEqual([{ n: 1 }])
  await again.stop()
})

async function query(server: RunningServer, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ host: server.socket, port: server.port, user: server.user, database: server.database })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** How many of the rows 1 … `acknowledged` are not there. */
async function missing(server: RunningServer, acknowledged: number): Promise<number> {
  const rows = await query(server, `select count(*)::int as n from written where n between 1 and ${acknowledged}`)
  return acknowledged - Number(rows[0]?.n)
}

async function startWriter() {
  const child: ChildProcess = spawn(process.execPath, ['tests/crash-writer.ts', testEngine(), folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const whole = () => output.split('\n').slice(0, -1)
  await until(() => whole().length > 0)
  return {
    process: child,
    server: () => Number(whole()[0]?.split(' ')[1]),
    acknowledged: () => Number(whole().length > 1 ? whole().at(-1) : 0),
  }
}

async function until(condition: () => boolean): Promise<void> {
  for (const limit = Date.now() + 20_000; !condition(); ) {
    if (Date.now() > limit) throw new Error('waited too long')
    await sleep(10)
  }
}
