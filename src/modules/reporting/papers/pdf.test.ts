/** Xuất PDF: bằng LibreOffice của máy; không có thì nói rõ và chỉ việc cần làm. */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { toPdf } from '../../../platform/word/to-pdf.ts'
import { writePaper } from '../../../platform/word/write-paper.ts'
import { provincialInput } from './fixtures.ts'
import { provincialReport } from './provincial-report.ts'

const installed = spawnSync('soffice', ['--version']).status === 0

it('máy chưa có LibreOffice: từ chối, nêu bản Word vẫn tải được', async () => {
  expect(await toPdf(new Uint8Array(), 'khong-co-chuong-trinh-nay')).toMatchObject({ ok: false, code: 'pdf.absent' })
})

it('hai bản cùng lúc: mỗi bản ra đúng PDF của nó, hoặc cùng câu từ chối khi máy không có LibreOffice', async () => {
  const docx = await writePaper(provincialReport(provincialInput()))
  for (const pdf of await Promise.all([toPdf(docx), toPdf(docx)])) {
    if (!installed) expect(pdf).toMatchObject({ ok: false, code: 'pdf.absent' })
    else expect(pdf.ok && Buffer.from(pdf.value).subarray(0, 5).toString()).toBe('%PDF-')
  }
}, 120_000)

it('tệp không phải Word: từ chối, không để lại gì', async () => {
  const made = await toPdf(Buffer.from('không phải tệp Word'))
  expect(made.ok).toBe(installed)
}, 120_000)
