/**
 * Kế hoạch thật ra Excel và Word, mở bằng LibreOffice: every task on paper, headings on every page, nothing cut off.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { readPlan } from '../../src/modules/documents/public.ts'
import { assignmentAnnex } from '../../src/modules/programme/papers/assignment-annex.ts'
import { taskWorkbook } from '../../src/modules/programme/papers/task-workbook.ts'
import { exchangeOfReading } from '../../src/modules/programme/rules/exchange.ts'
import { writeWorkbook } from '../../src/platform/excel/write-workbook.ts'
import { writeAnnexes } from '../../src/platform/word/write-paper.ts'
import { convert, hasLibreOffice } from '../libre-office.ts'

const TODAY = day('2026-11-23')
const PLAN = exchangeOfReading(readPlan(readFileSync('examples/ke-hoach-1459.txt', 'utf8')), TODAY)

let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trao-doi-'))
  const says = { today: TODAY, states: new Map(), filter: '' }
  writeFileSync(join(folder, 'danh-muc.xlsx'), await writeWorkbook(taskWorkbook(PLAN, says)))
  writeFileSync(join(folder, 'phu-luc.docx'), await writeAnnexes(assignmentAnnex(PLAN, says)))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Whether the files can be printed here; on the CI machine they must be. */
function prints(): boolean {
  const unchecked = 'chưa in thử danh mục và phụ lục'
  if (!hasLibreOffice(unchecked)) return false
  if (!spawnSync('pdftotext', ['-v']).error) return true
  if (process.env.CI === 'true') throw new Error('Máy kiểm thử phải có pdftotext')
  console.warn(`Không có pdftotext trên máy này: ${unchecked}.`)
  return false
}

/** Words of each printed page, white space folded. */
function pagesOf(file: string): string[] {
  convert(folder, 'pdf', file)
  const pdf = join(folder, file.replace(/\.\w+$/, '.pdf'))
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' '))
}

test('phụ lục in đủ nhiệm vụ, đầu bảng lặp lại ở mọi trang', () => {
  if (!prints()) return
  const pages = pagesOf('phu-luc.docx')
  expect(pages.length).toBeGreaterThan(3)
  expect(pages.every((p) => p.includes('Cơ quan chủ trì'))).toBe(true)
  for (const t of PLAN.tasks) expect(pages.join(' '), t.code).toContain(`${t.code}. `)
}, 120_000)

test('danh mục in đủ nhiệm vụ, không câu nào bị cắt ở đáy ô', () => {
  if (!prints()) return
  const pages = pagesOf('danh-muc.xlsx')
  const first = pages.filter((p) => p.includes('Cơ quan phối hợp'))
  expect(first.length).toBeGreaterThan(3)
  const words = first.join(' ')
  for (const t of PLAN.tasks) {
    expect(words, t.code).toContain(`${t.code}. `)
    expect(words, t.code).toContain(t.text.split(/\s+/).at(-1) ?? '')
  }
}, 120_000)
