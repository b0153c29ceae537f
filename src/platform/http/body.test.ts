/** Thân yêu cầu: what a form may show again, and where a version comes from. */
import type { FastifyRequest } from 'fastify'
import { describe, expect, it, test } from 'vitest'
import { readBody, typedValues } from './body.ts'

describe('Chữ đã gõ', () => {
  it('giữ chữ và danh sách; bỏ tệp, dấu chống giả mạo, mật khẩu và mã', () => {
    const file = { name: 'a.pdf', mediaType: 'application/pdf', bytes: new Uint8Array(3) }
    expect(
      typedValues({
        reason: 'Thiếu số liệu',
        units: ['a', 'b'],
        file,
        files: [file, 'c'],
        version: 3,
        _csrf: 'bí mật',
        password: 'mật khẩu',
        newPassword: 'mật khẩu',
        code: '123456',
        secret: 'x',
      }),
    ).toEqual({ reason: 'Thiếu số liệu', units: 'a\nb', files: 'c' })
  })

  it('mã cơ quan không phải mã xác thực: được giữ', () => {
    expect(typedValues({ heirCode: 'H24.SYT', unitCode: 'H24.SNV' })).toEqual({
      heirCode: 'H24.SYT',
      unitCode: 'H24.SNV',
    })
  })
})

const request = (body: unknown, headers: Record<string, string> = {}) =>
  ({ isMultipart: () => false, body, headers }) as unknown as FastifyRequest

describe('Bản đang sửa', () => {
  test.each([
    ['tiêu đề If-Match', {}, { 'if-match': '"7"' }, { version: '7' }],
    ['dấu yếu', {}, { 'if-match': 'W/"7"' }, { version: '7' }],
    ['không có dấu nháy', {}, { 'if-match': '7' }, { version: '7' }],
    ['ô version thắng tiêu đề', { version: '3' }, { 'if-match': '"7"' }, { version: '3' }],
    ['không nêu bản nào', {}, {}, {}],
  ])('%s', async (_, body, headers, expected) => {
    expect(await readBody(request({ ...body }, headers))).toEqual(expected)
  })

  it('không có thân thì là đối tượng rỗng', async () => expect(await readBody(request(null))).toEqual({}))
})
