import { describe, expect, test } from 'vitest'
import { form } from './form.ts'
import { toText } from './html.ts'
import { levelField } from './level.ts'

const level = (more: object = {}) =>
  toText(
    levelField({
      name: 'tuyen-moi',
      label: 'Bác sĩ tuyển mới mỗi năm',
      unit: 'người',
      value: 1200,
      min: 0,
      max: 2000,
      step: 10,
      ...more,
    }),
  )

describe('kéo mức', () => {
  test('chỉ ô số được gửi; thanh kéo ẩn cho tới khi có script', () => {
    const made = level()
    expect(made.match(/ name="/g)).toHaveLength(1)
    expect(made).toContain('name="tuyen-moi"')
    expect(made).toContain('value="1.200"')
    expect(made).toMatch(/<input type="range" hidden min="0" max="2000" step="10" value="1200"/)
  })
  test('thanh kéo trỏ đúng ô và có tên riêng khi đọc', () => {
    expect(level()).toContain('data-level="o-tuyen-moi"')
    expect(level()).toContain('aria-label="Kéo mức: Bác sĩ tuyển mới mỗi năm" aria-valuetext="1.200 người"')
  })
  test('hai đầu được nói bằng chữ dưới nhãn', () => {
    expect(level()).toContain('Từ 0 đến 2.000 người.')
    expect(level({ unit: '%', max: 12.5, hint: 'Tỷ lệ thôi việc.' })).toContain('Tỷ lệ thôi việc. Từ 0 đến 12,5%.')
  })
  test('điều đã gõ sai được giữ trong ô, lỗi đứng ở ô', () => {
    const made = level({ value: 'một trăm', error: 'Nhập một số từ 0 đến 2.000' })
    expect(made).toContain('value="một trăm"')
    expect(made).toContain('aria-invalid="true"')
    expect(made).toMatch(/type="range"[^>]*value="0"/)
    expect(made).not.toContain('valuetext')
  })
  test('biểu mẫu nêu phần trả lời được tính lại', () =>
    expect(toText(form({ action: '/tinh', method: 'get', answer: 'ket-qua', body: '' }))).toContain(
      'data-answer="ket-qua"',
    ))
})
