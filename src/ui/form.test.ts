import { describe, expect, test } from 'vitest'
import {
  checkboxField,
  dateField,
  errorSummary,
  fieldId,
  form,
  radioField,
  selectField,
  textArea,
  textField,
} from './form.ts'

describe('biểu mẫu', () => {
  test('lỗi nói cùng một câu ở tóm tắt và ở ô, liên kết đến đúng ô', () => {
    const words = 'Nhập lý do trả lại, tối đa 1.000 ký tự'
    const summary = String(errorSummary({ lyDo: words }))
    const box = String(textArea({ name: 'lyDo', label: 'Lý do', error: words }))
    expect(summary).toContain(`<a href="#${fieldId('lyDo')}">${words}</a>`)
    expect(summary).toContain('autofocus')
    expect(box).toContain(`id="${fieldId('lyDo')}"`)
    expect(box).toContain(words)
    expect(box).toContain('aria-invalid="true"')
    expect(box).toContain('aria-describedby="o-lyDo-loi"')
  })
  test('không có lỗi thì không có tóm tắt', () => expect(String(errorSummary({}))).toBe(''))
  test('nội dung đã gõ được giữ nguyên, kể cả dòng trống đầu', () => {
    expect(String(textArea({ name: 'a', label: 'A', value: '\nx <y>' }))).toContain('>\n\nx &lt;y&gt;</textarea>')
    expect(String(textField({ name: 'a', label: 'A', value: '"x"' }))).toContain('value="&quot;x&quot;"')
    expect(String(dateField({ name: 'n', label: 'Ngày', value: '31/02/1980' }))).toContain('value="31/02/1980"')
  })
  test('chỉ ô không bắt buộc mới ghi chú', () => {
    expect(String(textField({ name: 'a', label: 'A', optional: true }))).toContain('(không bắt buộc)')
    expect(String(textField({ name: 'a', label: 'A' }))).not.toContain('bắt buộc')
  })
  test('bộ đếm chữ đếm theo ký tự và không cắt', () => {
    const made = String(textArea({ name: 'a', label: 'A', value: 'Ẫ'.repeat(3), maxLength: 1000 }))
    expect(made).toContain('3 trong tối đa 1.000 ký tự')
    expect(made).not.toContain('maxlength')
  })
  test('lựa chọn: ô đầu tiên mang id của nhóm để tóm tắt lỗi đưa tới', () => {
    const made = String(
      radioField({
        name: 'h',
        label: 'Hình thức',
        value: 'b',
        options: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ],
      }),
    )
    expect(made).toContain('id="o-h" name="h" value="a"')
    expect(made).toContain('value="b" checked')
  })
  test('nhiều lựa chọn, danh sách có nhóm', () => {
    expect(
      String(checkboxField({ name: 'n', label: 'N', values: ['x'], options: [{ value: 'x', label: 'X' }] })),
    ).toContain('checked')
    expect(
      String(
        selectField({
          name: 's',
          label: 'S',
          value: 'a',
          blank: 'Chọn',
          options: [{ value: 'a', label: 'A', group: 'Sở' }],
        }),
      ),
    ).toContain('<optgroup label="Sở"><option value="a" selected>A</option></optgroup>')
  })
  test('mọi biểu mẫu POST mang mã chống giả mạo; trình duyệt không tự chặn', () => {
    const made = String(form({ action: '/a', csrf: 'm', version: 3, body: '', autosave: '/nhap' }))
    expect(made).toContain('<input type="hidden" name="_csrf" value="m">')
    expect(made).toContain('name="version" value="3"')
    expect(made).toContain('novalidate')
    expect(made).toContain('data-autosave="/nhap"')
    expect(String(form({ action: '/a', method: 'get', csrf: 'm', body: '' }))).not.toContain('_csrf')
  })
})
