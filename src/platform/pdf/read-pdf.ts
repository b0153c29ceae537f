/**
 * Đọc tệp PDF có lớp chữ: the text of a PDF as a person sees it. What is only a picture is not read, and said so. The work is
 * done in a thread of its own with little memory and time, because a PDF from outside may be made to exhaust its reader.
 */
import { Worker } from 'node:worker_threads'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Answer, Order } from './extract.ts'
import type { PdfText } from './flow.ts'

/** Trần: pages of a file, characters of its text, seconds of work, megabytes of memory. */
export const PDF_LIMITS = { pages: 600, characters: 600_000, seconds: 30, memoryMb: 768 } as const

/** Fewer letters than this in a whole file are a stamp or a page number, not a document. */
const LEAST_LETTERS = 40

const SCANNED =
  'Tệp PDF chỉ chứa hình ảnh của văn bản (bản chụp hoặc quét), không có lớp chữ nên không đọc được. Đề nghị nơi gửi cung cấp bản .docx hoặc bản PDF có lớp chữ; nếu chỉ có bản quét thì nhận dạng chữ (OCR), soát lại rồi dán nội dung.'

const TROUBLE: Readonly<
  Record<Exclude<Answer['kind'], 'text'> | 'exhausted', readonly [code: string, message: string]>
> = {
  locked: [
    'document.locked',
    'Tệp PDF được bảo vệ bằng mật khẩu nên không đọc được. Gỡ mật khẩu, lưu lại rồi gửi lại.',
  ],
  damaged: [
    'document.damaged',
    'Tệp PDF bị hỏng hoặc chưa tải lên hết nên không đọc được. Tải lại tệp từ nơi gửi rồi gửi lại.',
  ],
  'too-long': [
    'document.too-long',
    'Tệp PDF dài quá 600 trang hoặc 500.000 ký tự. Tách phần kế hoạch thành tệp riêng rồi gửi lại.',
  ],
  unreadable: [
    'document.no-letters',
    'Chữ trong tệp PDF dùng phông riêng không kèm bảng mã nên không đọc được. Đề nghị nơi gửi cung cấp bản .docx, hoặc nhận dạng chữ (OCR), soát lại rồi dán nội dung.',
  ],
  exhausted: [
    'document.too-complex',
    'Tệp PDF quá phức tạp nên chưa đọc xong trong 30 giây. Gửi bản .docx hoặc dán nội dung văn bản.',
  ],
}

const trouble = (kind: keyof typeof TROUBLE) => refuse('invalid', ...TROUBLE[kind])

/** One file after another: several large ones at once would take the memory of the whole process. */
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => undefined)
  return mine
}

/** Runs the reader in its thread; null when it exhausted its time or memory. */
function answerTo(order: Order): Promise<Answer | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./extract.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: PDF_LIMITS.memoryMb, maxYoungGenerationSizeMb: 32 },
      execArgv: [],
      env: {},
      stdout: true,
      stderr: true,
    })
    const end = (answer: Answer | null) => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    const timer = setTimeout(() => end(null), PDF_LIMITS.seconds * 1000)
    worker.once('message', (answer: Answer) => end(answer))
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? null : { kind: 'damaged' }),
    )
    worker.once('exit', () => end(null))
  })
}

/**
 * The text of a PDF with a text layer. Refuses, by name of what it is: a locked, damaged, over-long or exhausting file, one
 * that holds pictures only, one whose letters have no code.
 */
export async function readPdf(bytes: Uint8Array): Promise<Decision<PdfText>> {
  const order: Order = {
    bytes: new Uint8Array(bytes),
    pages: PDF_LIMITS.pages,
    characters: PDF_LIMITS.characters,
  }
  const answer = await inTurn(() => answerTo(order))
  if (answer === null) return trouble('exhausted')
  if (answer.kind !== 'text') return trouble(answer.kind)
  const letters = answer.text.text.match(/\p{L}/gu)?.length ?? 0
  if (letters < LEAST_LETTERS && answer.text.imagePages.length > 0)
    return refuse('invalid', 'document.scanned', SCANNED)
  if (letters === 0)
    return refuse('invalid', 'document.empty', 'Tệp PDF không có chữ nào. Kiểm tra lại tệp rồi gửi lại.')
  return accept(answer.text)
}
