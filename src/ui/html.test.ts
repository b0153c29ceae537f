import { describe, expect, test } from 'vitest'
import { attributes, classes, html, idFrom, isEmpty, nothing, raw, toText } from './html.ts'

describe('html', () => {
  test('chữ người dùng gõ luôn được thoát ký tự', () => {
    const typed = `<script>alert("1" & '2')</script>`
    expect(String(html`<p title="${typed}">${typed}</p>`)).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;">&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;</p>',
    )
  })
  test('HTML lồng nhau không bị thoát hai lần', () => {
    expect(String(html`<ul>${['a<', 'b'].map((x) => html`<li>${x}</li>`)}</ul>`)).toBe(
      '<ul><li>a&lt;</li><li>b</li></ul>',
    )
  })
  test('mảng nối liền, giá trị trống bỏ qua, số không là số', () => {
    expect(String(html`[${[1, [2, null], undefined, false, true, 0]}]`)).toBe('[120]')
  })
  test('vật chỉ tự nhận là đã thoát thì vẫn bị thoát', () => {
    const pretending: unknown = { isEscaped: true, toString: () => '<b>' }
    expect(String(html`${pretending as string}`)).toBe('&lt;b&gt;')
  })
  test('raw chỉ đánh dấu, không đổi', () => expect(String(html`${raw('<b>x</b>')}`)).toBe('<b>x</b>'))
  test('lời hứa bị từ chối', () => {
    const promise: unknown = Promise.resolve('x')
    expect(() => html`${promise as string}`).toThrow()
  })
  test('thuộc tính: đúng thì tên trần, sai và trống thì không có', () => {
    expect(String(attributes({ id: 'a"b', checked: true, hidden: false, title: null, rows: 3 }))).toBe(
      ' id="a&quot;b" checked rows="3"',
    )
  })
  test('classes bỏ điều sai', () => expect(classes('a', false, undefined, 'b', '')).toBe('a b'))
  test('isEmpty', () => {
    expect([null, '', ' ', false, [], [null, ''], nothing].map((x) => isEmpty(x))).toEqual(Array(7).fill(true))
    expect([0, 'a', html`x`, ['', 1]].map((x) => isEmpty(x))).toEqual(Array(4).fill(false))
  })
  test('trang luôn ở dạng NFC', () => expect(toText(html`${'Ẫ'.normalize('NFD')}`)).toBe('Ẫ'))
  test('idFrom giữ chữ Việt, đổi dấu câu', () => expect(idFrom('số-liệu[2].ghi chú')).toBe('số-liệu-2-ghi-chú'))
})
