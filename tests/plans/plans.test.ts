/**
 * Đọc nhiều dạng văn bản: documents composed in the forms that offices really use (invented provinces), each with what a
 * person found in it. The bars hold for all of them together; a report of results must give no goal at all.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toPlanJson } from '../../src/modules/documents/rules/plan-json.ts'
import { readPlan } from '../../src/modules/documents/rules/read-plan.ts'
import { type Gold, precision, recall, type Score, score, total } from './score.ts'

const folder = new URL('./', import.meta.url)
const documents = readdirSync(folder)
  .filter((f) => f.endsWith('.gold.json'))
  .map((f) => {
    const gold: Gold = JSON.parse(readFileSync(new URL(f, folder), 'utf8'))
    const name = f.replace('.gold.json', '')
    const read = toPlanJson(readPlan(readFileSync(new URL(`${name}.txt`, folder), 'utf8')))
    return { name, gold, read, score: score(gold, read) }
  })
const all = total(documents.map((d) => d.score))

/** Ngưỡng: what is asked of documents that nobody tuned for; these were seen, so every bar lies higher than that. */
const BARS: readonly (readonly [what: string, of: keyof Score, precision: number, recall: number])[] = [
  ['mục tiêu', 'goals', 0.98, 0.98],
  ['mục tiêu đúng cả so sánh, cận trên, năm', 'goalsExact', 1, 0.97],
  ['nhiệm vụ', 'tasks', 0.98, 0.98],
  ['cơ quan chủ trì', 'leads', 0.98, 0.98],
  ['cơ quan phối hợp', 'partners', 0.98, 0.97],
  ['thời hạn', 'deadlines', 1, 0.92],
  ['văn bản dẫn chiếu', 'references', 0.99, 0.99],
  ['ngày của văn bản dẫn chiếu', 'referenceDates', 1, 0.99],
  ['chế độ báo cáo', 'reports', 0.95, 0.94],
  ['gửi qua', 'routes', 1, 0.97],
  ['nơi nhận', 'recipients', 0.99, 0.99],
  ['phần đầu và người ký', 'header', 1, 0.99],
  ['đề mục', 'sections', 1, 0.97],
]

describe('đọc văn bản của nhiều nơi', () => {
  it.each(BARS)('%s', (_, of, p, r) => {
    expect(precision(all[of])).toBeGreaterThanOrEqual(p)
    expect(recall(all[of])).toBeGreaterThanOrEqual(r)
  })

  it.each(
    documents.filter((d) => d.gold.docType === 'BÁO CÁO').map((d) => [d.name, d] as const),
  )('báo cáo kết quả %s không sinh ra mục tiêu nào', (_, { read }) => {
    expect(read.targets.filter((t) => t.value !== null)).toEqual([])
  })

  it('không văn bản nào bị đọc hỏng hẳn một mặt', () => {
    const poor = documents.flatMap(({ name, score: s }) =>
      (['goals', 'tasks', 'references', 'recipients'] as const)
        .filter((k) => s[k].hit + s[k].missed >= 4 && recall(s[k]) < 0.7)
        .map((k) => `${name}: ${k}`),
    )
    expect(poor).toEqual([])
  })

  it('số và ngày để trống thì không được điền', () => {
    for (const { gold, read } of documents) {
      if (gold.docNumber === null) expect(read.docNumber).toBeNull()
      if (gold.date === null) expect(read.date).toBeNull()
    }
  })
})
