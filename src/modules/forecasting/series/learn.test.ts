/** Học lại ra đúng bảng: on generated series always, on the development files when a folder is named. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generatedFile } from './learn/fixtures.ts'
import { learnedFrom } from './learn/tables.ts'
import { DEVELOPMENT_FOLDER, learnFolder } from './learn.ts'

const shipped = (name: string): string => fs.readFileSync(new URL(`./tables/${name}`, import.meta.url), 'utf8')
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

describe('Học các bảng', () => {
  it('cùng số liệu thì ra cùng từng byte', () => {
    const { tables, scores } = learnedFrom([generatedFile(40, 1)])
    expect(Object.fromEntries(Object.entries(tables).map(([name, text]) => [name, hashOf(text)]))).toEqual({
      'point.json': '72b339a0eb74fe7c',
      'interval.json': '813034901b68c221',
      'few-points.json': '648dd8b153958b61',
      'together.json': 'e398b6631f82aac9',
    })
    expect(scores).toMatch(/^all \| 40 \| /m)
  }, 120_000)

  it('mỗi bảng giao kèm nguồn, tệp, mã băm, ngày học', () => {
    for (const name of ['point.json', 'interval.json', 'few-points.json', 'together.json']) {
      const { provenance } = JSON.parse(shipped(name))
      expect(provenance.learnt).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(provenance.sources.length).toBeGreaterThan(0)
      for (const f of provenance.files) expect(f.sha256).toMatch(/^[0-9a-f]{64}$/)
    }
  })

  const folder = process.env[DEVELOPMENT_FOLDER]
  it.runIf(folder !== undefined)('các tệp phát triển cho lại đúng bảng đang giao', { timeout: 1_800_000 }, () => {
    const { tables } = learnFolder(folder ?? '')
    for (const [name, text] of Object.entries(tables)) expect(text).toBe(shipped(name))
  })
})
