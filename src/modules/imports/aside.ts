/** Đọc bên cạnh: a large file is read in a thread of its own, one file after another; a small one at once. */
import { Worker } from 'node:worker_threads'
import { type Decision, refuse } from '../../kernel/result.ts'
import { type MarkWork, markFile, type Surveyed, type SurveyWork, surveyFile } from './file-work.ts'

/** Megabytes the thread may use before it is stopped. */
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 }

const TOO_MUCH = refuse(
  'invalid',
  'import.too-much',
  'Tệp có quá nhiều chữ khác nhau nên không đọc được trong một lần. Chưa nhận gì; tách danh sách thành nhiều tệp rồi gửi lại.',
)

/** The file that is read now, or the last one that was. */
const turn: { last: Promise<unknown> } = { last: Promise.resolve() }

/** One file is read after the other: two large ones at once would take the memory of everybody. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.last.then(work, work)
  turn.last = mine.catch(() => undefined)
  return mine
}

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

function inThread<T>(work: SurveyWork | MarkWork): Promise<Decision<T>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./jobs/file-thread.ts', import.meta.url), {
      workerData: work,
      resourceLimits: MEMORY,
      execArgv: [],
    })
    worker.once('message', (answer: Decision<T>) => resolve(answer))
    worker.once('error', (error: Error) => (isOutOfMemory(error) ? resolve(TOO_MUCH) : reject(error)))
    worker.once('exit', () => reject(new Error('the thread that reads a file ended without an answer')))
  })
}

/** Looks at a file. */
export const surveyAside = (work: SurveyWork): Promise<Decision<Surveyed>> =>
  'lies' in work.file ? inTurn(() => inThread<Surveyed>(work)) : surveyFile(work)

/** Marks the errors of a file. */
export const markAside = (work: MarkWork): Promise<Decision<Uint8Array>> =>
  'lies' in work.file ? inTurn(() => inThread<Uint8Array>(work)) : markFile(work)
