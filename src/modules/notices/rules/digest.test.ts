/** Thư trong ngày: each step once whatever the clock does; nothing for what is settled; nothing typed leaves the system. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, type Day, day, daysBetween } from '../../../kernel/day.ts'
import type { Duty } from '../words.ts'
import { waitAfter } from './back-off.ts'
import { digestOf, type Mention, stillHolds } from './digest.ts'
import { bodiesToUrge } from './escalation.ts'
import { atOnceWords, digestWords, plainTitle } from './mail-text.ts'

const DUE = day('2026-12-04')

const duty = (more: Partial<Duty> = {}, today: Day = DUE): Duty => {
  const due = more.due === undefined ? DUE : more.due
  const left = due === null ? null : daysBetween(today, due)
  return {
    key: 'report:1',
    title: 'Báo cáo năm 2026',
    detail: '',
    href: '/bao-cao/kh1459/2026/H24.SYT',
    due,
    daysLate: left !== null && left < 0 ? -left : 0,
    daysLeft: left !== null && left >= 0 ? left : null,
    state: { tone: 'idle', words: '' },
    returned: false,
    toDecide: false,
    waitsFor: null,
    ...more,
  }
}
const ask = (duties: Duty[], today: string, said: Mention[] = [], more: { onlyHead?: boolean; daily?: boolean } = {}) =>
  digestOf({
    duties,
    today: day(today),
    said,
    rhythm: more.daily ? 'hang-ngay' : 'theo-bac',
    onlyHead: more.onlyHead ?? false,
  })
const said = (step: Mention['step'], due: Day | null = DUE): Mention => ({ key: 'report:1', due, step })

describe('hôm nay có thư không', () => {
  test.each([
    ['chưa đến bậc nào', '2026-11-03', [], null],
    ['T-7', '2026-11-27', [], [said('T-7')]],
    ['đã nói bậc ấy', '2026-11-28', [said('T-7')], null],
    ['đồng ý nhận muộn: bậc mới nhất', '2026-12-20', [], [said('T+7')]],
    ['hạn được lùi: bậc của hạn mới', '2026-11-27', [said('T+1', day('2026-11-20'))], [said('T-7')]],
  ] as const)('%s', (_, today, before, expected) => expect(ask([duty()], today, [...before])).toEqual(expected))

  it('việc chờ người khác không nhắc; không còn việc thì không có thư, kể cả mỗi ngày', () => {
    expect(ask([duty({ waitsFor: 'Sở Nội vụ thẩm định' })], '2026-11-27', [], { daily: true })).toBeNull()
    expect(ask([], '2026-11-27', [], { daily: true })).toBeNull()
  })

  it('thủ trưởng: chỉ bậc dành cho thủ trưởng, và việc chờ mình quyết, một lần', () => {
    expect(ask([duty()], '2026-11-27', [], { onlyHead: true })).toBeNull()
    expect(ask([duty()], '2026-12-07', [], { onlyHead: true })).toEqual([said('T+3')])
    const sign = duty({ toDecide: true })
    expect(ask([sign], '2026-11-20', [], { onlyHead: true })).toEqual([said('cho-quyet')])
    expect(ask([sign], '2026-11-21', [said('cho-quyet')], { onlyHead: true })).toBeNull()
  })

  it('mỗi ngày làm việc: thứ Hai đến thứ Sáu, không lý do vẫn gửi', () => {
    expect(ask([duty()], '2026-11-20', [said('T-15')], { daily: true })).toEqual([])
    expect(ask([duty()], '2026-11-21', [said('T-15')], { daily: true })).toBeNull()
  })

  it('đồng hồ nhảy, chạy lại, khởi động lại bao nhiêu lần: mỗi bậc tối đa một lần, xong việc thì thôi', () => {
    const move = fc.record({ jump: fc.integer({ min: -12, max: 25 }), settled: fc.boolean(), lost: fc.boolean() })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        let today = addDays(DUE, -35)
        let done = false
        const kept: Mention[] = []
        for (const m of moves) {
          today = addDays(today, m.jump)
          done ||= m.settled && m.jump > 20
          const reasons = digestOf({
            duties: done ? [] : [duty({}, today)],
            today,
            said: kept,
            rhythm: 'theo-bac',
            onlyHead: false,
          })
          if (done) expect(reasons).toBeNull()
          // A mail that was not marked as sent has said nothing.
          if (!m.lost) kept.push(...(reasons ?? []))
        }
        expect(new Set(kept.map((k) => k.step)).size).toBe(kept.length)
      }),
    )
  })
})

describe('thư gửi ngay', () => {
  const notice = { kind: 'reporting.returned', href: '/bao-cao/kh1459/2026/H24.SYT', read: false }
  const returned = duty({ returned: true, href: `${notice.href}/sua` })
  test.each([
    ['còn bị trả lại', notice, [returned], true],
    ['đã đọc trong hệ thống', { ...notice, read: true }, [returned], false],
    ['đã nộp lại', notice, [duty({ waitsFor: 'Sở Nội vụ thẩm định' })], false],
    ['đã duyệt', notice, [], false],
    ['công văn vừa soạn', { ...notice, kind: 'urging.drafted', href: '/don-doc/2026/1' }, [], true],
  ] as const)('%s', (_, n, duties, holds) => expect(stillHolds(n, duties)).toBe(holds))
})

describe('công văn tự soạn', () => {
  const owing = (unitId: string, more = {}) => ({
    unitId,
    dueBefore: day('2026-12-05'),
    daysLeft: null,
    daysOverdue: 7,
    ...more,
  })
  const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant()
  it('từ ngày thứ bảy quá hạn, trừ cơ quan đã có công văn sau hạn', () => {
    const list = [owing('a'), owing('b'), owing('c', { daysOverdue: 0, daysLeft: 3 })]
    expect(bodiesToUrge(list, [], day('2026-12-10'))).toEqual([])
    expect(bodiesToUrge(list, [], day('2026-12-11'))).toEqual(['a', 'b'])
    const before = { unitIds: ['a'], asOf: at('2026-12-04T10:00') }
    const after = { unitIds: ['b'], asOf: at('2026-12-06T17:00') }
    expect(bodiesToUrge(list, [before, after], day('2026-12-11'))).toEqual(['a'])
  })
  it('soạn xong hỏi lại: không còn ai, dù đồng hồ nhảy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 60 }), fc.integer({ min: -60, max: 60 }), (first, jump) => {
        const today = addDays(day('2026-12-05'), first)
        const units = bodiesToUrge([owing('a')], [], today)
        const letter = { unitIds: units, asOf: at(`${today}T08:00`) }
        expect(bodiesToUrge([owing('a')], [letter], addDays(today, jump))).toEqual([])
      }),
    )
  })
})

describe('lời thư', () => {
  const TODAY = day('2026-12-07')
  const reader = { name: 'Phạm Thị Hoa', address: 'https://nk.tinh.vn' }
  const list = [
    duty({ detail: 'Lý do: ông Nguyễn Văn A bị bệnh', state: { tone: 'back', words: 'LỜI RIÊNG' } }, TODAY),
    duty({ key: 'campaign:9', title: 'Rà soát hồ sơ bà B', href: '/chat-luong/dot/9', due: day('2026-12-10') }, TODAY),
    duty({ key: 'task:2', title: 'Nhiệm vụ III.2.1', href: '/nhiem-vu/III.2.1', waitsFor: 'ai đó' }, TODAY),
    duty({ key: 'la:3', title: 'Tên ai đó', href: '/la', due: null }, TODAY),
  ]
  const words = digestWords(reader, list, TODAY)

  it('nêu số việc, hạn, liên kết; việc gấp nhất đứng trên', () => {
    expect(words.subject).toBe('Nhắc việc 07/12/2026: 1 việc quá hạn, 1 việc trong 7 ngày tới')
    expect(words.text).toContain(
      'Quá hạn (1)\n1. Báo cáo năm 2026, quá hạn 3 ngày, hạn cuối 04/12/2026.\n   https://nk.tinh.vn/bao-cao/kh1459/2026/H24.SYT',
    )
    expect(words.text.indexOf('Quá hạn')).toBeLessThan(words.text.indexOf('Xác nhận hồ sơ của cơ quan, còn 3 ngày'))
    expect(words.text).toContain('https://nk.tinh.vn/toi/nhan-nhac')
  })
  it('không mang lời người dùng gõ, tên người khác, việc chờ người khác', () => {
    const all = `${words.subject} ${words.text}`
    for (const secret of ['Nguyễn Văn A', 'bà B', 'Tên ai đó', 'LỜI RIÊNG', 'III.2.1'])
      expect(all).not.toContain(secret)
    expect(plainTitle(duty({ key: 'la:3', title: 'Tên ai đó' }))).toBe('Việc khác trong hệ thống')
  })
  it('chưa đặt địa chỉ công khai: nói nơi xem, không có liên kết dở', () => {
    const bare =
      digestWords({ ...reader, address: null }, list, TODAY).text +
      atOnceWords({ ...reader, address: null }, { title: 'Trả lại', href: '/x' }).text
    expect(bare).not.toMatch(/https?:|\/bao-cao|null/)
    expect(bare).toContain('mục Việc của tôi')
  })
  it('nhiều việc cùng loại thì gọn lại', () => {
    const many = Array.from({ length: 900 }, (_, i) => duty({ key: `appraise:${i}`, due: null, toDecide: true }))
    const text = digestWords(reader, many, TODAY).text
    expect(text).toContain('… và 888 việc khác.')
    expect(text.length).toBeLessThan(3000)
  })
})

it('gửi lại thưa dần, không bao giờ liền nhau', () => {
  fc.assert(
    fc.property(fc.nat(50), (n) => {
      expect(waitAfter(n)).toBeGreaterThanOrEqual(1)
      expect(waitAfter(n + 1)).toBeGreaterThanOrEqual(waitAfter(n))
    }),
  )
})
