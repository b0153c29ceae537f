/** Thời hạn trả lời chủ hồ sơ, as a table in the words of the decree. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { RequestKind } from '../words.ts'
import { REQUEST_ORDER } from '../words.ts'
import { CLOCKS, clockOf, countLate, lateness, termsOf } from './clocks.ts'
import { decide, extend, receive } from './requests.ts'

describe('thời hạn trả lời (NĐ 356/2025/NĐ-CP)', () => {
  // [loại, gửi ngày, báo đã nhận chậm nhất, trả lời chậm nhất]
  const cases: [RequestKind, string, string, string][] = [
    ['chinh-sua', '2026-11-23', '2026-11-25', '2026-12-03'],
    ['cung-cap', '2026-11-23', '2026-11-25', '2026-12-03'],
    ['hoi-ly-do', '2026-11-27', '2026-12-01', '2026-12-07'],
    ['xoa', '2026-11-28', '2026-12-01', '2026-12-08'],
    ['han-che', '2026-11-23', '2026-11-25', '2026-12-08'],
    ['phan-doi', '2026-11-29', '2026-12-01', '2026-12-14'],
  ]
  it.each(cases)('%s gửi %s: báo nhận %s, trả lời %s', (kind, sent, receiveBy, decideBy) => {
    expect(termsOf(kind, day(sent), new Map())).toEqual({ receiveBy, decideBy })
  })

  it('mỗi loại yêu cầu có một thời hạn, không quá khung của nghị định, và nói rõ đã đối chiếu chưa', () => {
    expect(CLOCKS.map((c) => c.kind).sort()).toEqual([...REQUEST_ORDER].sort())
    for (const c of CLOCKS) {
      expect(c.days).toBeLessThanOrEqual(c.checked ? 15 : 20)
      expect(c.source.includes('chưa đối chiếu')).toBe(!c.checked)
    }
    expect(clockOf('han-che')).toMatchObject({ days: 15, withProcessor: 20, checked: true })
  })
})

describe('quá hạn', () => {
  const running = { receiveBy: day('2026-11-25'), decideBy: day('2026-12-03'), receivedOn: null, answeredOn: null }
  it.each([
    ['2026-11-25', false, null, 0],
    ['2026-11-26', true, 'tiep-nhan', 1],
    ['2026-12-03', true, 'tiep-nhan', 8],
    ['2026-12-04', true, 'tra-loi', 1],
  ])('chưa ai tiếp nhận, ngày %s', (today, late, what, days) => {
    expect(lateness(running, day(today))).toEqual({ late, what, days })
  })
  it('đếm quá hạn trên thanh bên nói như từng yêu cầu', () => {
    for (const today of ['2026-11-25', '2026-11-26', '2026-12-03', '2026-12-04'].map(day))
      for (const receivedOn of [null, day('2026-11-24')]) {
        const one = { ...running, received: receivedOn !== null }
        expect(countLate([one], today) === 1).toBe(lateness({ ...running, receivedOn }, today).late)
      }
  })
  it('đã tiếp nhận thì còn hạn trả lời; đã trả lời thì không còn quá hạn', () => {
    const received = { ...running, receivedOn: day('2026-11-24') }
    expect(lateness(received, day('2026-12-03')).late).toBe(false)
    expect(lateness(received, day('2026-12-04'))).toMatchObject({ what: 'tra-loi', days: 1 })
    expect(lateness({ ...received, answeredOn: day('2026-12-20') }, day('2026-12-21')).late).toBe(false)
  })
})

describe('xử lý một yêu cầu', () => {
  const sent = { state: 'da-gui' as const, version: 1, decideBy: day('2026-12-03'), extended: false }
  const code = (d: { ok: boolean; code?: string }) => (d.ok ? 'được' : d.code)

  it('tiếp nhận một lần; bản người khác vừa sửa thì phải mở lại', () => {
    expect(code(receive(sent, 1))).toBe('được')
    expect(code(receive({ ...sent, state: 'da-tiep-nhan' }, 1))).toBe('own-record.received')
    expect(code(receive(sent, 2))).toBe('own-record.request-changed')
  })

  it.each([
    ['2026-12-18', '2026-12-03', 'được'],
    ['2026-12-19', '2026-12-03', 'own-record.extension'],
    ['2026-12-03', '2026-12-03', 'own-record.extension'],
    ['2026-12-10', '2026-12-04', 'own-record.too-late'],
  ])('gia hạn đến %s vào ngày %s: %s', (until, today, outcome) => {
    expect(code(extend(sent, { version: 1, until: day(until), reason: 'Chờ trường xác minh' }, day(today)))).toBe(
      outcome,
    )
  })

  it('chỉ gia hạn một lần', () => {
    const asked = { version: 1, until: day('2026-12-10'), reason: 'x' }
    expect(code(extend({ ...sent, extended: true }, asked, day('2026-12-01')))).toBe('own-record.extended')
  })

  it('không chấp nhận phải nêu căn cứ; trả lời rồi không trả lời lại', () => {
    expect(code(decide(sent, { version: 1, state: 'tu-choi', ground: '' }))).toBe('own-record.ground')
    expect(code(decide(sent, { version: 1, state: 'tu-choi', ground: 'Luật 91/2025/QH15, Điều 19' }))).toBe('được')
    expect(code(decide(sent, { version: 1, state: 'chap-nhan', ground: '' }))).toBe('được')
    expect(code(decide({ ...sent, state: 'chap-nhan' }, { version: 1, state: 'chap-nhan', ground: '' }))).toBe(
      'own-record.answered',
    )
  })
})
