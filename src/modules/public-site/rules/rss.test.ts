import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { inXml, rfc822, rssFeed } from './rss.ts'

const at = Temporal.Instant.from('2026-11-23T08:30:05Z')

describe('tin theo dõi', () => {
  test('ngày giờ theo RFC 822', () => expect(rfc822(at)).toBe('Mon, 23 Nov 2026 08:30:05 +0000'))

  test('chữ nào cũng thành XML đọc được và đọc lại đúng chữ ấy', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (title) => {
        const feed = rssFeed({
          title,
          link: 'https://a',
          self: 'https://a/tin',
          about: '',
          entries: [{ id: '1', title, link: 'https://a/1', at }],
        })
        const parser = new SaxesParser()
        let text = ''
        let inside = false
        parser.on('opentag', (t) => {
          inside = t.name === 'title'
        })
        parser.on('text', (t) => {
          if (inside) text += t
        })
        parser.on('closetag', () => {
          inside = false
        })
        parser.on('error', (e) => {
          throw e
        })
        parser.write(feed).close()
        const once = title
          .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
          .replace(/\r\n?/g, '\n')
        expect(text).toBe(once + once)
      }),
    )
  })
  test('dấu đặc biệt được thoát', () => expect(inXml('<a & "b">')).toBe('&lt;a &amp; &quot;b&quot;&gt;'))
})
