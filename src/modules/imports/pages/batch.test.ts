/** Trang một lô: tiến độ nói phần của tệp nơi trang tính cho biết, và chỉ số dòng nơi không cho biết. */
import { describe, expect, it } from 'vitest'
import { systemActor } from '../../../kernel/actor.ts'
import { day } from '../../../kernel/day.ts'
import { html, toText } from '../../../ui/html.ts'
import { type BatchView, batchPage } from './batch.ts'

const AT = Temporal.Instant.from('2026-11-23T03:42:00Z')
const running = (rows: number, total: number): BatchView => ({
  batch: {
    id: 'a',
    unitId: 'u',
    unitCode: 'H24.SYT',
    unitName: 'Sở Y tế',
    fileId: 'f',
    fileName: 'ds.xlsx',
    fileSha256: '',
    fileKind: 'xlsx',
    asOf: day('2026-11-23'),
    plan: { sheets: [] },
    notes: [],
    state: 'dang-kiem-tra',
    counts: null,
    trouble: '',
    madeBy: 'x',
    madeName: 'Bà Lan',
    madeAt: AT,
    writtenAt: null,
    version: 1,
  },
  may: ['run-check', 'void'],
  progress: { rows, total, at: AT },
  groups: [],
  findings: [],
  onlyErrors: false,
  page: 1,
  pageSize: 50,
  waiting: { values: [], total: 0, lists: {} },
  doubles: { rows: [], total: 0, likely: 0 },
  changed: [],
})
const seen = { actor: systemActor(), now: AT, url: '/nhap/a', csrf: 'c', refusal: null, typed: {}, opens: () => true }
const drawn = (rows: number, total: number): string => {
  const page = batchPage(running(rows, total), seen)
  return 'body' in page ? toText(html`${page.body}`) : toText(page)
}

describe('tiến độ', () => {
  it('biết bao nhiêu dòng: số dòng và phần trăm', () => {
    expect(drawn(50_000, 200_000)).toContain('Đã xong 50.000 trong khoảng 200.000 dòng.')
    expect(drawn(50_000, 200_000)).toContain('Đã xong: 25%')
  })
  it('không biết: chỉ số dòng', () => {
    expect(drawn(50_000, 0)).toContain('Đã xong 50.000 dòng.')
    expect(drawn(50_000, 0)).not.toContain('%')
  })
  it('chưa bắt đầu', () => expect(drawn(0, 0)).toContain('Đang chờ tới lượt'))
})
