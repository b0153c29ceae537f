/** Lệnh: `people import FILE --body CODE [--dry-run]`, `people import undo BATCH`: the same actions as the pages. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { showNumber } from '../../kernel/number.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Command, DatabaseIo } from '../../platform/command/command.ts'
import { wrongCall } from '../../platform/command/line.ts'
import { checkBatch } from './actions/check-batch.ts'
import { sendFile } from './actions/send-file.ts'
import { undoBatch } from './actions/undo-batch.ts'
import { writeBatch } from './actions/write-batch.ts'
import { tellFinding } from './rules/findings.ts'
import { cellName } from './rules/sheet.ts'
import type { RunResult } from './run.ts'

const USAGE = 'Cách gọi: people import FILE --body MÃ [--as-of NGÀY] [--dry-run], hoặc people import undo LÔ.'

async function readFile(name: string): Promise<Decision<{ name: string; mediaType: string; bytes: Uint8Array }>> {
  try {
    const bytes = new Uint8Array(await fs.readFile(name))
    return accept({ name: path.basename(name), mediaType: 'application/octet-stream', bytes })
  } catch {
    return refuse('absent', 'import.no-file', `Không đọc được tệp ${name}. Kiểm tra lại đường dẫn.`)
  }
}

/** What machines are given: counts, and findings by sheet and cell. */
export const asJson = (batch: string, run: RunResult, writes: boolean) => ({
  batch,
  written: writes,
  counts: {
    new: run.counts.new,
    changed: run.counts.changed,
    same: run.counts.same,
    duplicate: run.counts.duplicate,
    error: run.counts.error,
  },
  rows: run.counts.rows,
  findings: run.findings.map((f) => ({
    sheet: f.sheet,
    cell: f.column === null ? null : cellName(f.row, f.column),
    row: f.row,
    code: f.code,
    severity: f.severity,
    message: tellFinding(f.sheet, f),
  })),
})

function inWords(run: RunResult, writes: boolean): string {
  const c = run.counts
  const head = `${writes ? 'Đã ghi' : 'Kiểm tra, chưa ghi gì'}: ${showNumber(c.rows)} dòng, mới ${showNumber(c.new)}, sửa ${showNumber(c.changed)}, giống ${showNumber(c.same)}, trùng ${showNumber(c.duplicate)}, lỗi ${showNumber(c.error)}.`
  const most = run.findings.slice(0, 20).map((f) => `  ${tellFinding(f.sheet, f)}`)
  const rest = run.findings.length > 20 ? [`  … và ${showNumber(run.counts.findings - 20)} điều khác.`] : []
  return [head, ...most, ...rest].join('\n')
}

async function importFile(io: DatabaseIo): Promise<Decision<unknown>> {
  const [name] = io.args
  const { body, 'as-of': asOf } = io.flags
  if (name === undefined || typeof body !== 'string') return wrongCall(USAGE)
  const file = await readFile(name)
  if (!file.ok) return file
  const sent = await io.act(sendFile, { coQuan: body, file: file.value, ngay: typeof asOf === 'string' ? asOf : '' })
  if (!sent.ok) return sent
  const writes = io.flags['dry-run'] !== true
  const run = await io.act(writes ? writeBatch : checkBatch, { id: sent.value.id })
  if (!run.ok) return run
  io.print(`Lô ${sent.value.id}\n${inWords(run.value, writes)}`, asJson(sent.value.id, run.value, writes))
  return accept(null)
}

async function undo(io: DatabaseIo): Promise<Decision<unknown>> {
  const batch = io.args[1]
  if (batch === undefined) return wrongCall(USAGE)
  const undone = await io.act(undoBatch, { id: batch })
  if (!undone.ok) return undone
  io.print(
    `Đã hoàn tác lô: bỏ ${undone.value.removed} hồ sơ mới, trả lại ${undone.value.restored} hồ sơ.`,
    undone.value,
  )
  return accept(null)
}

/** Verbs of the import. */
export const commands: readonly Command[] = [
  {
    noun: 'people',
    verb: 'import',
    usage: 'FILE --body MÃ [--as-of NGÀY] [--dry-run] [--json] | undo LÔ',
    help: 'Nhập danh sách từ .xlsx, .xls, .csv; hoặc hoàn tác một lô',
    needs: 'database',
    run: (io) => (io.args[0] === 'undo' ? undo(io) : importFile(io)),
  },
]
