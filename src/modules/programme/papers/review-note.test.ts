import { describe, expect, test } from 'vitest'
import { figuresOf, textOfDocx } from '../../../platform/word/read-paper.ts'
import { writePaper } from '../../../platform/word/write-paper.ts'
import { noteInput } from './fixtures.ts'
import { reviewNote } from './review-note.ts'

describe('phiếu rà soát', () => {
  test('nêu từng khiếm khuyết với vị trí, nguyên văn và đề xuất', async () => {
    const text = textOfDocx(await writePaper(reviewNote(noteInput())))
    for (const d of noteInput().defects)
      for (const words of [d.place, d.finding, d.proposal]) expect(text).toContain(words)
    expect(text).toContain('"Phân đầu nâng số người"')
    expect(text).toContain('Phát hiện 06 nội dung')
    expect(text).toContain('Số: 07/PRS-SNV')
  })

  test('số lượng nhận diện có nguồn', async () => {
    const figures = figuresOf(await writePaper(reviewNote(noteInput())))
    expect(figures.map((f) => f.value)).toEqual([22, 22, 3, 12])
  })

  test('văn bản không có khiếm khuyết: phiếu nói rõ', async () => {
    const text = textOfDocx(await writePaper(reviewNote({ ...noteInput(), defects: [] })))
    expect(text).toContain('Không phát hiện nội dung cần xem xét.')
    expect(text).toContain('cho đưa văn bản vào theo dõi thực hiện./.')
  })
})
