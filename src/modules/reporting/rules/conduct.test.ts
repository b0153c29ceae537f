/** Độ đủ của báo cáo: one line per kind of answer. */
import { describe, expect, it } from 'vitest'
import { REGIME, wholeReport } from '../fixtures.ts'
import { fullnessOf } from './conduct.ts'

const evidence: [] = []

describe('Độ đủ của một bản báo cáo', () => {
  it('báo cáo đủ: năm nhóm đã trả lời, ba kết quả đều có văn bản', () => {
    const full = fullnessOf(wholeReport(), REGIME)
    expect(full).toMatchObject({ nothing: false, groups: { n: 5, of: 5 }, proven: { n: 3, of: 3 } })
    expect(full.figures.n).toBe(full.figures.of)
  })
  it('nhóm bỏ trống không tính là đã trả lời; nhóm «không phát sinh» thì có', () => {
    const report = wholeReport()
    const groups = { ...report.groups, 'III.1': { text: '', nothing: false, evidence } }
    expect(fullnessOf({ ...report, groups }, REGIME).groups).toEqual({ n: 4, of: 5 })
  })
  it('kết quả không có văn bản là kết quả chưa có minh chứng', () => {
    const report = wholeReport()
    const groups = { ...report.groups, 'III.1': { text: 'Đã làm', nothing: false, evidence } }
    expect(fullnessOf({ ...report, groups }, REGIME).proven).toEqual({ n: 2, of: 3 })
  })
  it('ô bắt buộc để trống là thiếu; số 0 là có', () => {
    const report = wholeReport()
    const of = fullnessOf(report, REGIME).figures.of
    const put = (toDate: number | null) => ({
      ...report,
      cells: { ...report.cells, 'bieu-2.tien-si': { toDate, wholeYear: null, note: '' } },
    })
    expect(fullnessOf(put(null), REGIME).figures).toEqual({ n: of - 1, of })
    expect(fullnessOf(put(0), REGIME).figures).toEqual({ n: of, of })
  })
  it('báo cáo «không phát sinh»: mọi nhóm đã trả lời, không có số liệu và kết quả nào để xét', () => {
    expect(fullnessOf(wholeReport({ nothing: 'Không phát sinh' }), REGIME)).toEqual({
      nothing: true,
      groups: { n: 5, of: 5 },
      figures: { n: 0, of: 0 },
      proven: { n: 0, of: 0 },
    })
  })
})
