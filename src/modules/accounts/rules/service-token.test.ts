import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type HeldToken, machineOf } from './effect.ts'
import { endOfToken, stateOfToken } from './service-token.ts'

const TODAY = day('2026-11-23')
const at = (text: string) => Temporal.Instant.from(text)

describe('Thời hạn của khóa', () => {
  it.each([
    ['hết hôm nay', '2026-11-23', '2026-11-23T17:00:00Z'],
    ['đúng một năm', '2027-11-23', '2027-11-23T17:00:00Z'],
  ])('%s thì được, hết khi ngày sau bắt đầu', (_, until, ends) => {
    expect(endOfToken(TODAY, day(until))).toEqual({ ok: true, value: at(ends) })
  })

  it.each([
    ['hôm qua', '2026-11-22', 'accounts.token-past'],
    ['quá một năm', '2027-11-24', 'accounts.token-too-long'],
  ])('%s thì không', (_, until, code) => {
    expect(endOfToken(TODAY, day(until))).toMatchObject({ ok: false, code, fields: { until: expect.any(String) } })
  })

  it('đang dùng cho tới lúc hết hạn; thu hồi thì thôi ngay', () => {
    const t = { revokedAt: null, endsAt: at('2026-12-31T17:00:00Z') }
    expect(stateOfToken(t, at('2026-12-31T16:59:59Z'))).toBe('in-use')
    expect(stateOfToken(t, at('2026-12-31T17:00:00Z'))).toBe('ended')
    expect(stateOfToken({ ...t, revokedAt: at('2026-12-01T00:00:00Z') }, at('2026-11-30T00:00:00Z'))).toBe('revoked')
  })
})

describe('Người thực hiện là hệ thống khác', () => {
  const held: HeldToken = {
    id: 't',
    name: 'Trục liên thông',
    role: 'co-quan',
    body: 'a',
    bodyCode: 'A',
    bodyName: 'Cơ quan A',
    units: ['a', 'a1'],
    mayWrite: false,
  }

  it('chỉ có vai trò của khóa, trên cây đơn vị của cơ quan giữ khóa', () => {
    expect(machineOf(held)).toMatchObject({ kind: 'machine', scope: ['a', 'a1'], mayWrite: false })
    expect(machineOf(held).grants).toEqual([{ role: 'co-quan', body: 'a', bodyCode: 'A', bodyName: 'Cơ quan A' }])
  })

  it('vai trò toàn tỉnh thì thấy toàn tỉnh', () => {
    expect(machineOf({ ...held, role: 'lanh-dao' }).scope).toBe('all')
  })
})
