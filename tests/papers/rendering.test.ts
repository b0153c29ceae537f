/**
 * Mở bằng LibreOffice: the papers come out as pages, with every word on them.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LATE_BODIES, letterInput } from '../../src/modules/notices/papers/fixtures.ts'
import { urgingLetter } from '../../src/modules/notices/papers/urging-letter.ts'
import { noteInput } from '../../src/modules/programme/papers/fixtures.ts'
import { reviewNote } from '../../src/modules/programme/papers/review-note.ts'
import { agencyReport } from '../../src/modules/reporting/papers/agency-report.ts'
import { agencyInput, provincialInput } from '../../src/modules/reporting/papers/fixtures.ts'
import { provincialReport } from '../../src/modules/reporting/papers/provincial-report.ts'
import type { OfficialPaper } from '../../src/platform/word/official-paper.ts'
import { writePaper } from '../../src/platform/word/write-paper.ts'
import { convert, hasLibreOffice } from '../libre-office.ts'

const PAPERS: Readonly<Record<string, OfficialPaper>> = {
  letter: urgingLetter(letterInput()),
  agency: agencyReport(agencyInput()),
  province: provincialReport(provincialInput()),
  note: reviewNote(noteInput()),
}

let folder = ''

const rendered = (): boolean => hasLibreOffice('chưa kiểm tra trang in của văn bản')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'van-ban-'))
  for (const [name, paper] of Object.entries(PAPERS))
    writeFileSync(join(folder, `${name}.docx`), await writePaper(paper))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Text of each page of a paper, or null without the program that reads it. */
function pagesOf(name: string): string[] | null {
  if (spawnSync('pdftotext', ['-v']).error) return null
  const text = execFileSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' })
  return text.split('\f').slice(0, -1)
}

test('LibreOffice mở và in được bốn văn bản, đủ trang, đủ chữ', () => {
  if (!rendered()) return
  convert(folder, 'pdf', ...Object.keys(PAPERS).map((n) => `${n}.docx`))
  const letter = pagesOf('letter')
  if (letter === null) return
  expect(letter).toHaveLength(5)
  expect(letter[0]).not.toMatch(/^\s*1\s*$/m)
  expect(letter[1]?.trimStart().split(/\s/)[0]).toBe('2')
  expect(letter[2]).toContain('Phụ lục')
  const folded = letter.join(' ').replace(/\s+/g, ' ')
  expect(folded).toContain('KT. GIÁM ĐỐC')
  for (const body of LATE_BODIES.slice(0, 6)) expect(folded).toContain(body.name)
  expect(letter.slice(2).every((p) => p.includes('Cơ quan, đơn vị, địa phương'))).toBe(true)
  expect(pagesOf('agency')).toHaveLength(3)
  expect(pagesOf('note')).toHaveLength(2)
  const province = pagesOf('province') ?? []
  expect(province.length).toBeGreaterThanOrEqual(13)
  expect(province.length).toBeLessThanOrEqual(17)
  expect(province.join(' ')).toContain('Chưa rõ chủ trì')
}, 180_000)
