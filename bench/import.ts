/** Đo việc nhập: a staff list of 26 columns imported, imported again and undone, beside COPY of the same rows in the same run. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ImportStep } from './import-work.ts'

/** What was found. CPU is that of our process; the database works beside it. */
export type ImportFound = {
  readonly people: number
  readonly fileMb: number
  readonly copy: ImportStep
  readonly first: ImportStep
  readonly second: ImportStep
  readonly undo: ImportStep
}

const PEOPLE = Number(process.env.NGUYEN_KHI_BENCH_PEOPLE ?? 100_000)

/** Runs it in a process and a folder of its own. */
export async function benchImport(): Promise<ImportFound> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nk-nhap-'))
  fs.chmodSync(folder, 0o711)
  try {
    const child = spawn(
      process.execPath,
      [path.join(import.meta.dirname, 'import-work.ts'), String(PEOPLE), path.join(folder, 'du-lieu')],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, NGUYEN_KHI_LOG: 'silent' },
      },
    )
    let told = ''
    child.stdout.on('data', (piece: Buffer) => {
      told += piece.toString()
    })
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
    return foundIn(told, { code, signal })
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** What the child told; throws in words when it ended before it told anything. */
function foundIn(told: string, end: { code: number | null; signal: string | null }): ImportFound {
  if (end.code === 0 && told.trim() !== '') return JSON.parse(told) as ImportFound
  const how = end.signal === null ? `dừng với mã ${end.code}` : `bị dừng bởi tín hiệu ${end.signal}`
  const why =
    end.signal === 'SIGKILL' ? ' Thường là máy hết bộ nhớ: thử ít người hơn bằng NGUYEN_KHI_BENCH_PEOPLE.' : ''
  throw new Error(`Tiến trình đo việc nhập ${how} khi chưa báo kết quả; dòng lỗi của nó ở ngay trên.${why}`)
}

const line = (name: string, s: ImportStep): string =>
  `${name.padEnd(26)}${s.wall.toFixed(1).padStart(8)} s${s.cpu.toFixed(1).padStart(9)} s CPU${s.peakMb.toFixed(0).padStart(7)} MB`

/** The same for people. Limits: STACK.md of the design, 100.000 × 26 in 20 s, 20 s CPU, 400 MB. */
export const tellImport = (f: ImportFound): string =>
  [
    `Nhập ${f.people} người × 26 cột (tệp ${f.fileMb.toFixed(1)} MB)`,
    line('COPY cùng số dòng', f.copy),
    line('Nhập lần đầu', f.first),
    line('Nhập lại cùng tệp', f.second),
    line('Hoàn tác', f.undo),
  ].join('\n')
