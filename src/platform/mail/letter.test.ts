/** Thư và kết quả gửi: one key one name, one plain address, and which answers of a server are worth another try. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isAddress, messageIdOf } from './letter.ts'
import { outcomeOf } from './outcome.ts'

describe('Message-ID', () => {
  it('cùng khóa cùng tên, khác khóa khác tên, không lộ khóa', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), fc.string({ minLength: 3 }), (a, b) => {
        const [x, y] = [messageIdOf(a, 'tinh.vn'), messageIdOf(b, 'tinh.vn')]
        expect(x === y).toBe(a === b)
        expect(x).toMatch(/^<[0-9a-f]{40}@tinh\.vn>$/)
      }),
    )
  })
})

describe('địa chỉ thư', () => {
  test.each(['hoa.syt@tinh.gov.vn', 'a+b@c.vn', 'a@may'])('%s', (a) => expect(isAddress(a)).toBe(true))
  test.each([
    '',
    'hoa',
    '@c.vn',
    'a@b@c.vn',
    'a@c.vn, x@y.vn',
    'A <a@c.vn>',
    'a@c.vn\r\nBcc: x@y.vn',
    'a b@c.vn',
  ])('không phải: %j', (a) => expect(isAddress(a)).toBe(false))
})

describe('trả lời của máy chủ thư', () => {
  test.each([
    ['hộp thư không có', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'refused'],
    ['hộp thư đầy, thử sau', { code: 'EENVELOPE', responseCode: 452, command: 'RCPT TO' }, 'later'],
    ['nội dung bị từ chối', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'refused'],
    ['danh sách xám', { code: 'EENVELOPE', responseCode: 451, command: 'RCPT TO' }, 'later'],
    ['máy chủ đang đóng', { code: 'EENVELOPE', responseCode: 421, command: 'RCPT TO' }, 'away'],
    ['sai mật khẩu', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'away'],
    ['người gửi không được nhận', { code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' }, 'away'],
    ['đứt giữa chừng', { code: 'ECONNECTION', command: 'DATA' }, 'away'],
    ['không có máy ấy', { code: 'EDNS' }, 'away'],
    ['không phải lỗi', 'x', 'away'],
  ] as const)('%s', (_, error, kind) => expect(outcomeOf(error).kind).toBe(kind))

  it('câu ghi lại không chép lời của máy chủ: lời ấy có thể mang địa chỉ', () => {
    const error = { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO', response: '550 <a@b.vn> no such user' }
    expect(outcomeOf(error)).toEqual({
      kind: 'refused',
      why: 'Máy chủ thư không nhận địa chỉ hoặc nội dung này (trả lời 550).',
    })
  })
})
