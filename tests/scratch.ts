/**
 * Thư mục nháp của một lượt thử: everything a run writes and every database server it starts lie under one temporary
 * folder, which is cleared when the run ends, also when it is interrupted or killed.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The temporary folder of this run; make folders of your own below it. */
    scratch: string
  }
}

/** Called by vitest for the projects that need only the folder. */
export default function provideScratch(project: TestProject): () => Promise<void> {
  const { folder, clear } = makeScratch(project.name)
  project.provide('scratch', folder)
  return clear
}

/** A folder that others may pass through (a server started by root runs as nobody), and how to clear it. */
export function makeScratch(name: string, base = os.tmpdir()): { folder: string; clear: () => Promise<void> } {
  const folder = fs.mkdtempSync(path.join(base, `nk-${name}-`))
  fs.chmodSync(folder, 0o711)
  // The shell outlives us: it waits for our end of the pipe to close, for whatever reason.
  const shell = spawn('sh', ['-c', CLEARING, 'clear', folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  shell.unref()
  const gone = new Promise<void>((resolve) => shell.once('exit', () => resolve()))
  const clear = async () => {
    shell.ref()
    shell.stdin.end()
    await gone
  }
  return { folder, clear }
}

/** Memory instead of a disk for throw-away databases, where there is room: a clone takes 20 ms instead of 300. */
export function fastFolder(): string {
  try {
    const { bavail, bsize } = fs.statfsSync('/dev/shm')
    if (bavail * bsize > 2 ** 31) return '/dev/shm'
  } catch {
    // Not Linux.
  }
  return os.tmpdir()
}

const CLEARING = `
cat > /dev/null
find "$1" -maxdepth 4 -name postmaster.pid | while read -r file; do
  pid=$(head -n 1 "$file")
  kill -INT "$pid" || continue
  while kill -0 "$pid"; do sleep 0.1; done
done
rm -rf "$1"`
