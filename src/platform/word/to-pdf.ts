/**
 * Xuất PDF bằng LibreOffice, where it is installed: a Word file goes in, the pages come out. One at a time: each takes a processor and
 * some hundred megabytes for a second or two. Never needed for anything else: the Word file is the paper.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { accept, type Decision, refuse } from '../../kernel/result.ts'

/** Longest a conversion may take; a paper of thirty pages takes two seconds. */
const MOST_MS = 60_000

const ABSENT = refuse(
  'later',
  'pdf.absent',
  'Máy chủ chưa có LibreOffice nên chưa xuất được PDF. Tải bản Word, hoặc in bản Word ra PDF. Liên hệ: quản trị hệ thống.',
)

let last: Promise<unknown> = Promise.resolve()

/** The pages of a Word file as PDF. Refused where LibreOffice is not installed, or does not finish. */
export function toPdf(docx: Uint8Array, program = 'soffice'): Promise<Decision<Uint8Array>> {
  const mine = last.then(() => convert(docx, program))
  last = mine.catch(() => undefined)
  return mine
}

async function convert(docx: Uint8Array, program: string): Promise<Decision<Uint8Array>> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'nguyen-khi-pdf-'))
  try {
    await fs.writeFile(path.join(folder, 'ban.docx'), docx)
    const ended = await run(program, [
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'ho-so')).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      path.join(folder, 'ban.docx'),
    ])
    if (ended === 'absent') return ABSENT
    const pdf = ended === 0 ? await fs.readFile(path.join(folder, 'ban.pdf')).catch(() => null) : null
    return pdf === null
      ? refuse('later', 'pdf.failed', 'LibreOffice không lập được PDF. Bản Word không bị ảnh hưởng; tải bản Word.')
      : accept(pdf)
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}

/** The code a program ended with; it is ended by us when it takes too long. */
function run(program: string, args: readonly string[]): Promise<number | 'absent'> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: MOST_MS, killSignal: 'SIGKILL' })
    child.on('error', (e: NodeJS.ErrnoException) => resolve(e.code === 'ENOENT' ? 'absent' : -1))
    child.on('exit', (code) => resolve(code ?? -1))
  })
}
