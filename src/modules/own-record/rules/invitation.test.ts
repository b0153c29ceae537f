/** Mã mời: hard to guess, easy to read out, opened only with the birth date. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartialDay } from '../../../kernel/partial-day.ts'
import {
  afterWrongBirth,
  codeForm,
  fitsBirth,
  invitationCode,
  invitationState,
  isOpen,
  MOST_OF_CODE,
} from './invitation.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const open = { endsAt: NOW.add({ hours: 24 }), used: false, revoked: false, failed: 0, lockedUntil: null }
const birth = (text: string) => text as PartialDay

describe('mã mời', () => {
  it('mười chữ và số, không có chữ dễ nhầm', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const code = invitationCode(bytes)
        if (code !== null) expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{5}-[A-HJKMNP-TV-Z2-9]{5}$/)
      }),
    )
  })

  it('gõ thường, có dấu cách hay gạch nối đều là một mã', () => {
    for (const typed of ['abcde-fghjk', 'ABCDE FGHJK', ' abcdefghjk ', 'ABCDE–FGHJK'])
      expect(codeForm(typed)).toBe('ABCDEFGHJK')
  })

  it.each([
    ['02/09/1972', '1972-09-02', true],
    ['2/9/1972', '1972-09-02', true],
    ['03/09/1972', '1972-09-02', false],
    ['1972', '1972-09-02', false],
    ['02/09/1972', '1972', true],
    ['02/09/1973', '1972', false],
    ['không nhớ', '1972', false],
  ])('ngày sinh gõ %s, hồ sơ ghi %s: %s', (typed, known, fits) => {
    expect(fitsBirth(typed, birth(known))).toBe(fits)
  })

  it('hồ sơ chưa có ngày sinh thì không mở được', () => {
    expect(fitsBirth('02/09/1972', null)).toBe(false)
  })

  it('hết hạn, đã dùng, đã thu hồi, đang khóa đều không mở', () => {
    expect(isOpen(open, NOW)).toBe(true)
    for (const i of [
      { ...open, endsAt: NOW },
      { ...open, used: true },
      { ...open, revoked: true },
      { ...open, lockedUntil: NOW.add({ minutes: 1 }) },
    ])
      expect(isOpen(i, NOW)).toBe(false)
    expect(isOpen({ ...open, lockedUntil: NOW }, NOW)).toBe(true)
  })

  it('sai ngày sinh năm lần thì mã khóa 15 phút', () => {
    let i = open as Parameters<typeof afterWrongBirth>[0]
    for (let n = 1; n < MOST_OF_CODE; n++) i = { ...i, ...afterWrongBirth(i, NOW) }
    expect(isOpen(i, NOW)).toBe(true)
    i = { ...i, ...afterWrongBirth(i, NOW) }
    expect(isOpen(i, NOW.add({ minutes: 14 }))).toBe(false)
    expect(isOpen(i, NOW.add({ minutes: 15 }))).toBe(true)
  })

  it('tình trạng nói đúng điều đã xảy ra', () => {
    expect(invitationState(open, NOW)).toBe('cho')
    expect(invitationState({ ...open, used: true }, NOW)).toBe('da-dung')
    expect(invitationState({ ...open, revoked: true }, NOW)).toBe('thu-hoi')
    expect(invitationState(open, open.endsAt)).toBe('het-han')
  })
})
