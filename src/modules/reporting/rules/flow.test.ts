/** Xin gia hạn, ký thay, nhận bản ký số: các quy tắc. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, day } from '../../../kernel/day.ts'
import type { RequestState } from '../words.ts'
import { askExtension, authorityDays, LONGEST_DAYS, settleRequest } from './extension-request.ts'
import { signatureMark } from './signed-file.ts'
import { signatureBlock, signedFor } from './signing.ts'

const DUE = day('2026-12-05')
const about = (more: object = {}) => ({ dueBefore: DUE, owed: true, open: false, ...more })

describe('đề nghị gia hạn', () => {
  test.each([
    ['sau hạn đang áp dụng', about(), '2026-12-06', null],
    ['đúng hạn đang áp dụng', about(), '2026-12-05', 'report.extension-shorter'],
    ['trước hạn đang áp dụng', about(), '2026-12-01', 'report.extension-shorter'],
    ['ngày xa nhất', about(), '2027-02-03', null],
    ['quá ngày xa nhất', about(), '2027-02-04', 'report.extension-long'],
    ['báo cáo không còn phải nộp', about({ owed: false }), '2026-12-20', 'report.nothing-owed'],
    ['đã có đề nghị đang chờ', about({ open: true }), '2026-12-20', 'report.request-open'],
  ] as const)('%s', (_, report, until, code) => {
    const asked = askExtension(report, day(until))
    expect(asked.ok ? null : asked.code).toBe(code)
  })
  it('chỉ nhận những ngày trong khoảng được xin, không ngày nào khác', () =>
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (n) => {
        expect(askExtension(about(), addDays(DUE, n)).ok).toBe(n > 0 && n <= LONGEST_DAYS)
      }),
    ))
  it('trả lời một lần: đề nghị đã có trả lời thì không đổi được nữa', () => {
    expect(settleRequest('cho', 'chap-thuan')).toEqual({ ok: true, value: 'chap-thuan' })
    for (const settled of ['chap-thuan', 'tu-choi', 'rut'] satisfies RequestState[])
      expect(settleRequest(settled, 'tu-choi')).toMatchObject({ ok: false, code: 'report.request-settled' })
  })
})

describe('giao ký thay', () => {
  test('hiệu lực đến hết ngày cuối', () => {
    expect(authorityDays(day('2026-01-01'), day('2026-12-31'))).toEqual({
      ok: true,
      value: { from: '2026-01-01', to: '2027-01-01' },
    })
    expect(authorityDays(day('2026-01-01'), null)).toEqual({ ok: true, value: { from: '2026-01-01', to: null } })
    expect(authorityDays(day('2026-01-02'), day('2026-01-01'))).toMatchObject({ ok: false })
  })

  const deputy = { kind: 'KT', headPost: 'Giám đốc', post: 'Phó Giám đốc' } as const
  test.each([
    ['thủ trưởng sở ký', false, 'Giám đốc', null, [], 'Giám đốc'],
    ['thủ trưởng chưa rõ chức vụ', false, '', null, [], 'Thủ trưởng cơ quan'],
    ['cấp phó ký thay', false, '', deputy, ['KT. Giám đốc'], 'Phó Giám đốc'],
    ['chủ tịch ký thay mặt tập thể', true, '', null, ['TM. Ủy ban nhân dân'], 'Chủ tịch'],
    [
      'phó chủ tịch',
      true,
      '',
      { kind: 'KT', headPost: 'Chủ tịch', post: 'Phó Chủ tịch' },
      ['TM. Ủy ban nhân dân', 'KT. Chủ tịch'],
      'Phó Chủ tịch',
    ],
    [
      'thừa lệnh chủ tịch: không ghi thay mặt',
      true,
      '',
      { kind: 'TL', headPost: 'Chủ tịch', post: 'Chánh Văn phòng' },
      ['TL. Chủ tịch'],
      'Chánh Văn phòng',
    ],
    [
      'thừa ủy quyền',
      false,
      '',
      { kind: 'TUQ', headPost: 'Giám đốc', post: 'Trưởng phòng Tổ chức cán bộ' },
      ['TUQ. Giám đốc'],
      'Trưởng phòng Tổ chức cán bộ',
    ],
  ] as const)('%s', (_, committee, own, by, authority, post) => {
    expect(signatureBlock(committee, own, by)).toEqual({ authority, post })
    expect(signedFor(by)).toBe(authority.at(-1)?.startsWith('TM.') ? '' : (authority.at(-1) ?? ''))
  })
})

describe('chữ ký số thấy được trong tệp', () => {
  const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')
  test.each([
    ['PDF đã ký', '%PDF-1.7 << /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 1 2 3] >>', 'pdf'],
    ['PDF chưa ký', '%PDF-1.7 << /Type /Catalog >>', 'khong'],
    ['PDF chỉ nhắc đến chữ ký', '%PDF-1.7 (/ByteRange)', 'khong'],
    ['Word đã ký', 'PK\x03\x04….._xmlsignatures/sig1.xml', 'office'],
    ['Word chưa ký', 'PK\x03\x04word/document.xml', 'khong'],
    ['CMS', '\x30\x82\x0a\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0', 'cms'],
    ['DER khác', '\x30\x82\x0a\x00\x02\x01\x00', 'khong'],
    ['tệp trống', '', 'khong'],
    ['chữ thường', 'ByteRange SubFilter', 'khong'],
  ] as const)('%s', (_, content, mark) => expect(signatureMark(bytes(content))).toBe(mark))
})
