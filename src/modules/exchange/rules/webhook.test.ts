/** Báo tin: which addresses are refused, how long it is tried, what leaves. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf, isInside, nextTry, signedText, targetOf } from './webhook.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:00:00Z')

describe('Địa chỉ', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'fc00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:c0a8:101',
    '2001:db8::1',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
  ])('%s là trong mạng nội bộ', (address) => expect(isInside(address)).toBe(true))
  it.each([
    '8.8.8.8',
    '172.32.0.1',
    '100.63.1.1',
    '192.169.0.1',
    '2405:4800::1',
    '::ffff:8.8.8.8',
    'truc.example.vn',
  ])('%s thì không', (address) => expect(isInside(address)).toBe(false))
  it.each([
    ['https://truc.example.vn/tin', false, true],
    ['http://truc.example.vn/tin', false, false],
    ['http://10.0.0.5/tin', true, true],
    ['https://10.0.0.5/tin', false, false],
    ['https://[::1]/tin', false, false],
    ['https://2130706433/', false, false],
    ['https://0x7f.1/', false, false],
    ['https://localhost/', false, false],
    ['https://may.local/', false, false],
    ['https://ten:mat@truc.example.vn/', false, false],
    ['ftp://truc.example.vn/', true, false],
    ['không phải địa chỉ', true, false],
  ])('%s, cho nội bộ %s: %s', (text, inside, taken) => expect(targetOf(text, inside).ok).toBe(taken))
})

describe('Gửi lại', () => {
  it('chờ mỗi lần một lâu hơn, rồi thôi', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((n) => nextTry(n, NOW)?.since(NOW).total('minutes') ?? 0)
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(nextTry(8, NOW)).toBeNull()
    fc.assert(fc.property(fc.integer({ min: 8 }), (n) => nextTry(n, NOW) === null))
  })
})

describe('Nội dung', () => {
  it('chỉ có điều gì xảy ra với cái gì; không có tên người, lời văn', () => {
    const data = {
      year: 2026,
      code: 'BC-2026-0012',
      late: false,
      unitName: 'Sở Y tế',
      reason: 'Nguyễn Văn An',
      number: { a: 1 },
    }
    const body = bodyOf({ seq: 7, at: NOW, kind: 'reporting.submitted', subject: 'report:1', data }, 'H24.SYT')
    expect(JSON.parse(body)).toEqual({
      seq: 7,
      kind: 'reporting.submitted',
      at: '2026-11-23T03:00:00Z',
      subject: 'report:1',
      unit: 'H24.SYT',
      year: 2026,
      code: 'BC-2026-0012',
      late: false,
    })
    expect(signedText('id', NOW, body)).toBe(`id.1795402800.${body}`)
  })
})
