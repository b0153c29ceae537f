/** Idempotency-Key: which keys are taken, and when two requests are the same. */
import { describe, expect, it } from 'vitest'
import { fingerprintOf, keyOf } from './idempotency.ts'

describe('Khóa', () => {
  it.each(['a', '"a"', '7f3a-21c4', 'x'.repeat(200)])('%s dùng được', (given) => {
    expect(keyOf(given)).toMatchObject({ ok: true, value: given.replaceAll('"', '') })
  })
  it.each(['', ' ', 'có dấu', 'a b', '""', 'x'.repeat(201)])('«%s» bị từ chối', (given) => {
    expect(keyOf(given)).toMatchObject({ ok: false, code: 'idempotency.key' })
  })
  it('không gửi khóa là không có khóa', () => expect(keyOf(undefined)).toEqual({ ok: true, value: null }))
})

describe('Cùng một yêu cầu', () => {
  const file = (text: string) => ({ name: 'a.xml', mediaType: 'text/xml', bytes: Buffer.from(text) })
  it('không tùy thứ tự trường và mã của trang; tùy địa chỉ, giá trị và nội dung tệp', () => {
    const one = fingerprintOf('/a', { x: 1, y: [file('1')], _csrf: 'k' })
    expect(fingerprintOf('/a', { y: [file('1')], x: 1 })).toEqual(one)
    expect(fingerprintOf('/b', { x: 1, y: [file('1')] })).not.toEqual(one)
    expect(fingerprintOf('/a', { x: 1, y: [file('2')] })).not.toEqual(one)
    expect(fingerprintOf('/a', { x: '1', y: [file('1')] })).not.toEqual(one)
  })
  it('tệp lớn nằm trên đĩa được nhận ra bằng mã băm, không bằng chỗ nằm', () => {
    const lies = (fd: number) => ({ file: { sha256: 'ab', size: 2, lies: { fd }, pieces: () => fd } })
    expect(fingerprintOf('/a', lies(1))).toEqual(fingerprintOf('/a', lies(2)))
  })
})
