import { describe, expect, test } from 'vitest'
import { figuresOf, textOfDocx } from '../../../platform/word/read-paper.ts'
import { writePaper } from '../../../platform/word/write-paper.ts'
import { noteInput } from './fixtures.ts'
import { reviewNote } from './review-note.ts'

describe('phiếu rà soát', () => {
  test('nêu từng nội dung với vị trí, nguyên văn, cách tính và đề nghị', async () => {
    const text = textOfDocx(await writePaper(reviewNote(noteInput())))
    for (const d of [...noteInput().items, ...noteInput().slips])
      for (const words of [d.place, d.finding, d.proposal]) expect(text).toContain(words)
    expect(text).toContain('"Phân đầu"')
    expect(text).toContain('Phát hiện 02 nội dung')
    expect(text).toContain('Kính gửi: Cơ quan soạn thảo Kế hoạch số 1459/KH-UBND')
    expect(text).toContain('Số: 07/PRS-SNV')
  })

  test('số lượng nhận diện có nguồn', async () => {
    const figures = figuresOf(await writePaper(reviewNote(noteInput())))
    expect(figures.map((f) => f.value)).toEqual([22, 22, 3, 12])
  })

  test('mỗi con số có nguồn, con số không dùng vẫn nêu', async () => {
    const text = textOfDocx(await writePaper(reviewNote(noteInput())))
    for (const f of noteInput().figures) for (const words of [f.what, f.value, f.source]) expect(text).toContain(words)
    expect(text).toContain('Không dùng')
  })

  test('văn bản không có gì phải xem xét: phiếu nói rõ, không có mục trống', async () => {
    const none = { items: [], figures: [], slips: [] }
    const text = textOfDocx(await writePaper(reviewNote({ ...noteInput(), ...none })))
    expect(text).toContain('III. ĐỀ NGHỊ')
    expect(text).toContain('Không phát hiện nội dung cần xem xét.')
    expect(text).toContain('cho đưa văn bản vào theo dõi thực hiện./.')
  })
})
