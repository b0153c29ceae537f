/** Hệ thống được đo: the whole system as a process of its own, on a folder of its own, as `npm start` runs it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const ROOT = path.join(import.meta.dirname, '..')
const START_MS = 90_000

/** A running system. */
export type System = {
  readonly url: string
  /** From the start of the process to the first page answered, seconds. */
  readonly startSeconds: number
  /** Ends it as an operator would; waits until it is gone. */
  readonly stop: () => Promise<void>
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
}

/** A port nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function firstPage(url: string, child: ChildProcess): Promise<void> {
  const began = performance.now()
  while (performance.now() - began < START_MS) {
    if (child.exitCode !== null) throw new Error(`the system ended with ${child.exitCode}`)
    const answer = await fetch(`${url}/dang-nhap`).catch(() => null)
    if (answer?.ok) {
      await answer.text()
      return
    }
    await sleep(20)
  }
  throw new Error(`no page within ${START_MS} ms`)
}

/** What `npm start` gives to node. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  return scripts.start.split(' ').slice(1)
}

/** Starts the system on `folder` with the sample world, or with other settings, and waits for its first page. */
export async function startSystem(
  folder: string,
  settings: Readonly<Record<string, string>> = { NGUYEN_KHI_DATA: folder },
): Promise<System> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, startArguments(), {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      NGUYEN_KHI_LOG: 'silent',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  const url = `http://127.0.0.1:${port}`
  const end = (signal: 'SIGTERM' | 'SIGKILL') => async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  const stop = end('SIGTERM')
  try {
    await firstPage(url, child)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, startSeconds: (performance.now() - began) / 1000, stop, kill: end('SIGKILL') }
}
