/** Ngắt điện cho kiểm thử: a folder with a database of its own, and a process that works on it until it is killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { isAlive, livePostmaster } from '../../src/platform/database/postmaster.ts'
import { testEngine } from '../../src/platform/database/test-engine.ts'

/** A folder for one test. */
export function freshFolder(prefix: string): string {
  const folder = fs.mkdtempSync(path.join(inject('scratch'), prefix))
  fs.chmodSync(folder, 0o711)
  return folder
}

/** Stops what still serves the database of the folder, and takes the folder away. */
export async function clearFolder(folder: string): Promise<void> {
  const left = livePostmaster(path.join(folder, 'postgresql'))
  if (left) {
    process.kill(left.pid, 'SIGINT')
    await until(() => !isAlive(left.pid))
  }
  fs.rmSync(folder, { recursive: true, force: true })
}

/** What a process says, by the word its lines begin with. */
export type Working = {
  readonly process: ChildProcess
  readonly said: (word: string) => string[]
  /** What it wrote about its troubles. */
  readonly trouble: () => string
}

/** Starts a program of this folder on the database of `folder`. */
export function startWorking(program: string, folder: string): Working {
  const child = spawn(process.execPath, [`tests/crash/${program}`, testEngine(), folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NGUYEN_KHI_LOG: 'silent' },
  })
  let output = ''
  let trouble = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    trouble += chunk.toString()
  })
  // The last line may still be in the writing.
  const lines = (): string[] => output.split('\n').slice(0, -1)
  const said = (word: string): string[] =>
    lines().flatMap((l) => (l.startsWith(`${word} `) ? [l.slice(word.length + 1)] : []))
  return { process: child, said, trouble: () => trouble }
}

/** Whether a process has come to its end. */
export const hasEnded = (p: ChildProcess): boolean => p.exitCode !== null || p.signalCode !== null

/** Waits until something is so. */
export async function until(condition: () => boolean): Promise<void> {
  for (const limit = Date.now() + 90_000; !condition(); ) {
    if (Date.now() > limit) throw new Error('waited too long')
    await sleep(10)
  }
}
