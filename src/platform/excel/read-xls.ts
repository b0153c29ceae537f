/**
 * Đọc tệp .xls: old files are read by a library, in a thread of their own with little memory and time, because a file from
 * outside may be made to exhaust its reader. The whole is then in memory: such files are small.
 */
import { Worker } from 'node:worker_threads'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { Tally } from './read-sheet.ts'
import { type Batches, oneByOne, TABLE_LIMITS, type TableRow, type TableSheet } from './table.ts'
import type { XlsAnswer, XlsOrder } from './xls-extract.ts'

/** Trần: cells of a file, seconds of work, megabytes of memory. */
const LIMITS = { cells: 2_000_000, seconds: 60, memoryMb: 768 } as const

type Trouble = 'locked' | 'damaged' | 'too-large' | 'exhausted'

const SAID: Readonly<Record<Trouble, readonly [code: string, message: string]>> = {
  locked: [
    'table.locked',
    'Tệp Excel được bảo vệ bằng mật khẩu nên không đọc được. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi gửi lại.',
  ],
  damaged: [
    'excel.damaged',
    'Tệp .xls bị hỏng nên không đọc được. Mở tệp bằng Excel, lưu lại thành .xlsx rồi gửi lại.',
  ],
  'too-large': [
    'table.too-large',
    'Tệp .xls quá lớn nên không được đọc. Mở tệp bằng Excel, lưu lại thành .xlsx rồi gửi lại.',
  ],
  exhausted: [
    'table.too-complex',
    'Tệp .xls quá phức tạp nên chưa đọc xong trong 60 giây. Mở tệp bằng Excel, lưu lại thành .xlsx rồi gửi lại.',
  ],
}

const trouble = (kind: Trouble): Decision<never> => refuse('invalid', ...SAID[kind])

/** One file after another: several at once would take the memory of the whole process. */
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => undefined)
  return mine
}

type Kept = Extract<XlsAnswer, { kind: 'sheet' }> & { readonly batches: (readonly TableRow[])[] }

/** Runs the reader in its thread. */
function sheetsIn(bytes: Uint8Array): Promise<Kept[] | Trouble> {
  return new Promise((resolve) => {
    const order: XlsOrder = { bytes: new Uint8Array(bytes), cells: LIMITS.cells }
    const worker = new Worker(new URL('./xls-extract.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMb, maxYoungGenerationSizeMb: 32 },
      execArgv: [],
      env: {},
      stdout: true,
      stderr: true,
    })
    const sheets: Kept[] = []
    const end = (answer: Kept[] | Trouble) => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    const timer = setTimeout(() => end('exhausted'), LIMITS.seconds * 1000)
    worker.on('message', (answer: XlsAnswer) => {
      if (answer.kind === 'sheet') sheets.push({ ...answer, batches: [] })
      else if (answer.kind === 'rows') sheets.at(-1)?.batches.push(answer.rows)
      else end(answer.kind === 'end' ? sheets : answer.kind)
    })
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'exhausted' : 'damaged'),
    )
    worker.once('exit', () => end('exhausted'))
  })
}

/** The sheets of a .xls of at most 20 MB. Refuses what is locked, damaged or exhausting. */
export async function readXls(bytes: Uint8Array): Promise<Decision<readonly TableSheet[]>> {
  if (bytes.length > TABLE_LIMITS.xlsBytes) return trouble('too-large')
  const found = await inTurn(() => sheetsIn(bytes))
  return typeof found === 'string' ? trouble(found) : accept(found.map(sheetOf))
}

function sheetOf(kept: Kept): TableSheet {
  const batches = () => walk(kept)
  return {
    name: kept.name,
    hidden: kept.hidden,
    frame: async () => accept({ merged: kept.merged, hiddenColumns: kept.hiddenColumns }),
    batches,
    rows: () => oneByOne(batches()),
  }
}

async function* walk(kept: Kept): Batches {
  const counted = new Tally()
  for (const batch of kept.batches) {
    for (const row of batch) counted.add(row)
    if (batch.length > 0) yield batch
  }
  return accept(counted.done())
}
