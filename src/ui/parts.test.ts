import { describe, expect, test } from 'vitest'
import { button } from './button.ts'
import { facts } from './card.ts'
import { progress, shareBar, sparkline, trend } from './chart.ts'
import { chips } from './chips.ts'
import { compare } from './compare.ts'
import { dialog, opener } from './dialog.ts'
import { changeDisplay, DEFAULT_DISPLAY, readDisplay, showDisplay } from './display.ts'
import { html } from './html.ts'
import { errorBody, message } from './message.ts'
import { paper } from './paper.ts'
import { markedText, sideBySide } from './side-by-side.ts'
import { state } from './state.ts'
import { steps } from './steps.ts'
import { asOf, changedMeanwhile, savedAt } from './strings.ts'
import { timeline } from './timeline.ts'
import { tree } from './tree.ts'

describe('trạng thái', () => {
  test('luôn có hình và chữ', () => {
    for (const kind of ['ok', 'soon', 'late', 'back', 'wait', 'idle', 'exempt', 'done'] as const) {
      const made = String(state(kind, 'Chữ'))
      expect(made).toContain('<svg')
      expect(made).toContain('Chữ')
    }
  })
})

describe('các phần', () => {
  test('nút chưa bấm được nói vì sao và không gửi', () => {
    const made = String(button({ label: 'Trình lại', blocked: 'Còn 3 ô chưa xử lý.' }))
    expect(made).toContain('type="button"')
    expect(made).toContain('aria-disabled="true"')
    expect(made).toContain('Còn 3 ô chưa xử lý.')
  })
  test('thông tin trống ghi "chưa có"', () => expect(String(facts([['Sản phẩm', null]]))).toContain('chưa có'))
  test('bộ lọc: đang chọn và số đếm', () => {
    const made = String(chips('Lọc', [{ label: 'Quá hạn', href: '?a', count: 1540, current: true }]))
    expect(made).toContain('aria-current="true"')
    expect(made).toContain('1.540')
  })
  test('lỗi hệ thống: nguyên nhân, điều an toàn, việc cần làm, mã lỗi', () => {
    const made = String(errorBody('7F3A-21', 'xuất Word'))
    for (const part of ['Hệ thống gặp lỗi khi xuất Word.', 'Số liệu không bị ảnh hưởng.', 'Thử lại', '7F3A-21'])
      expect(made).toContain(part)
  })
  test('thông báo lỗi được đọc ngay', () =>
    expect(String(message({ kind: 'late', title: 'x' }))).toContain('role="alert"'))
  test('mục chưa thể làm không có liên kết; đếm mục xong', () => {
    const made = String(
      steps('Mục', [
        { label: 'Một', state: 'done', href: '?1' },
        { label: 'Hai', state: 'blocked' },
      ]),
    )
    expect(made.match(/href=/g)).toHaveLength(1)
    expect(made).toContain('1/2 mục đã xong')
    expect(made).toContain('Chưa thể làm')
  })
  test('dòng thời gian giữ nguyên văn lý do', () => {
    expect(
      String(timeline([{ when: '10:42 23/11/2026', who: 'Bà Lan', what: 'trả lại', why: 'Thiếu <tệp>' }])),
    ).toContain('<blockquote>Thiếu &lt;tệp&gt;</blockquote>')
  })
  test('cây mở đến nút đã chọn', () => {
    const made = String(
      tree({
        label: 'Cây',
        nodes: [{ id: 'a', label: 'A', children: [{ id: 'b', label: 'B' }] }],
        pick: { name: 'n', kind: 'one', chosen: ['b'] },
      }),
    )
    expect(made).toContain('<details open>')
    expect(made).toContain('value="b" checked')
  })
  test('hộp thoại mở và đóng không cần script, nút đóng là «Đóng»', () => {
    expect(String(opener({ dialog: 'd', label: 'Mở' }))).toContain('popovertarget="d"')
    const made = String(dialog({ id: 'd', title: 'T', body: '' }))
    expect(made).toContain('popovertargetaction="hide"')
    expect(made).toContain('aria-label="Đóng"')
    expect(made).not.toContain('Hủy')
  })
})

describe('biểu đồ', () => {
  test('năm thiếu số liệu là khoảng trống, không phải số 0', () => {
    expect(String(sparkline({ label: 'x', values: [1, null, 3, 4] })).match(/<polyline/g)).toHaveLength(2)
    expect(String(sparkline({ label: 'x', values: [], target: 9 }))).toContain('chưa có số liệu')
  })
  test('thanh tiến độ kẹp trong 0–100% và đọc được', () => {
    expect(String(progress(1.4, 'Tiến độ'))).toContain('aria-label="Tiến độ: 140%"')
    expect(String(progress(-1, 'Tiến độ'))).toContain('<rect width="0"')
  })
  test('cơ cấu: chú giải mang số, tổng bằng 0 không vỡ', () => {
    expect(String(shareBar('Báo cáo', [{ label: 'Đã nộp', value: 1200, tone: 'ok' }]))).toContain('<b>1.200</b>')
    expect(String(shareBar('Báo cáo', [{ label: 'Đã nộp', value: 0, tone: 'ok' }]))).not.toContain('NaN')
  })
  test('đường theo năm có bảng số liệu thay thế', () => {
    const made = String(
      trend({
        title: 'Tăng',
        subtitle: 'x',
        source: 'y',
        points: [
          { label: '2025', value: 12.4 },
          { label: '2026', value: null },
        ],
        target: { value: 19, label: 'Mục tiêu 2030: 19' },
      }),
    )
    expect(made).toContain('Bảng số liệu')
    expect(made).toContain('12,4')
    expect(made).toContain('chưa có số liệu')
    expect(made).not.toContain('NaN')
  })
})

describe('đối chiếu', () => {
  const text = 'Đạt 19 bác sĩ trước 2030.\nHết.'
  test('chữ gốc còn nguyên khi bỏ thẻ', () => {
    const made = String(
      markedText(text, [
        { item: 'a', from: 0, to: 13 },
        { item: 'b', from: 4, to: 6 },
      ]),
    )
    expect(
      made
        .replace(/<\/p>/g, '\n')
        .replace(/<[^>]+>/g, '')
        .trim(),
    ).toBe(text)
  })
  test('đoạn trong cùng được ưu tiên, mỗi đoạn một id', () => {
    const made = String(
      markedText(text, [
        { item: 'a', from: 0, to: 13 },
        { item: 'b', from: 4, to: 6 },
      ]),
    )
    expect(made).toContain('data-link="b">19</a>')
    expect(made.match(/id="cau-a"/g)).toHaveLength(1)
    expect(made.match(/data-link="a"/g)).toHaveLength(2)
  })
  test('liên kết hai chiều', () => {
    const made = String(
      sideBySide({
        sourceTitle: 'Gốc',
        text,
        passages: [{ item: 'a', from: 0, to: 6 }],
        itemsTitle: 'Mục',
        items: [{ id: 'a', title: 'A' }],
      }),
    )
    expect(made).toContain('href="#muc-a"')
    expect(made).toContain('href="#cau-a"')
  })
  test('sửa trùng lúc: hai giá trị mang tên ô, bản mới, nội dung khác gửi kèm', () => {
    const made = String(
      compare({
        action: '/l',
        csrf: 'm',
        version: 9,
        changedBy: 'Bà Lan',
        backHref: '/',
        rest: { khac: '1' },
        differences: [{ name: 'x', label: 'X', mine: '44', theirs: '' }],
      }),
    )
    expect(made).toContain('name="x" value="44" checked')
    expect(made).toContain('name="x" value=""')
    expect(made).toContain('name="version" value="9"')
    expect(made).toContain('name="khac" value="1"')
    expect(made).toContain('để trống')
  })
})

describe('văn bản', () => {
  const base = {
    issuer: 'SỞ NỘI VỤ',
    number: '1',
    place: 'X',
    day: null,
    subject: 'y',
    body: html`<p>z</p>`,
    signerPost: ['GIÁM ĐỐC'],
    signerName: 'A',
    recipients: ['Như trên', 'Lưu: VT'],
  }
  test('một nơi nhận cùng dòng, nhiều nơi mỗi nơi một dòng, cuối cùng là dấu chấm', () => {
    expect(String(paper({ ...base, to: ['Sở Y tế'] }))).toContain('Kính gửi: Sở Y tế.')
    const many = String(paper({ ...base, to: ['Sở Y tế', 'Sở Nội vụ'] }))
    expect(many).toContain('- Sở Y tế;')
    expect(many).toContain('- Sở Nội vụ.')
  })
  test('công văn ghi V/v, văn bản có tên loại thì không', () => {
    expect(String(paper(base))).toContain('V/v y')
    expect(String(paper({ ...base, kind: 'BÁO CÁO' }))).not.toContain('V/v')
  })
})

describe('cách hiển thị', () => {
  test('cookie đi và về', () => {
    const d = changeDisplay(DEFAULT_DISPLAY, { 'co-chu': 'larger', 'thanh-ben': 'narrow' })
    expect(readDisplay(showDisplay(d))).toEqual(d)
  })
  test('cookie lạ về mặc định', () => expect(readDisplay('"><x.y')).toEqual(DEFAULT_DISPLAY))
})

describe('câu chữ', () => {
  test('đúng từng chữ', () => {
    expect(savedAt('10:42')).toBe('Đã lưu nháp lúc 10:42.')
    expect(changedMeanwhile('Bà Lan', '10:41', '44', '45')).toBe(
      'Bà Lan đã sửa ô này lúc 10:41 (44 thành 45). Chọn giá trị giữ lại.',
    )
    expect(asOf('10:42 23/11/2026', '30/06/2025')).toBe(
      'Số liệu tính đến 10:42 23/11/2026, theo địa giới hành chính ngày 30/06/2025.',
    )
  })
})
