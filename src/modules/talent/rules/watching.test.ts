/** Mốc đánh giá, cam kết, thôi việc: bảng trường hợp. */
import { describe, expect, it, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { decided, reviewed, someone, talent, worked } from '../fixtures.ts'
import type { Exit } from '../words.ts'
import { ending, lastLeaving, leaving, recognising, reviewing } from './recognising.ts'
import { nextMilestone, warningsOf } from './watching.ts'

const today = day('2026-11-23')
const fields = (d: { ok: boolean; fields?: Readonly<Record<string, string>> }): string[] => Object.keys(d.fields ?? {})

describe('Mốc tới', () => {
  it('là mốc sớm nhất chưa đánh giá; quá 60 ngày là muộn', () => {
    const t = someone('1', '2024-09-01')
    expect(nextMilestone(t, day('2025-09-01'))).toEqual({ milestone: 1, day: '2025-09-01', late: false })
    expect(nextMilestone(t, day('2025-11-01'))).toMatchObject({ milestone: 1, late: true })
    const once = talent('1', [decided('2024-09-01')], [worked('2024-09-01', 'a')], [reviewed(1, '2025-09-10')])
    expect(nextMilestone(once, today)).toEqual({ milestone: 2, day: '2026-09-01', late: true })
  })

  it('đủ năm lần đánh giá, hoặc thôi việc trước mốc, thì không còn mốc', () => {
    const five = [1, 2, 3, 4, 5].map((n) => reviewed(n, `${2019 + n}-02-01`))
    expect(nextMilestone(talent('1', [decided('2019-01-15')], [worked('2019-01-15', 'a')], five), today)).toBeNull()
    expect(nextMilestone(someone('1', '2025-09-01', ['2026-03-01', 'roi']), today)).toBeNull()
  })
})

describe('Cảnh báo', () => {
  const bound = (until: string) =>
    talent('1', [decided('2026-10-01', { committedUntil: day(until) })], [worked('2026-10-01', 'a')])
  test.each([
    ['2027-02-21', ['cam-ket']],
    ['2027-02-22', []],
    ['2026-11-22', []],
  ] as const)('cam kết hết ngày %s', (until, kinds) =>
    expect(warningsOf(bound(until), today, null).map((w) => w.kind)).toEqual(kinds))

  it('hồ sơ ghi đã mất mà chưa ghi thôi việc', () => {
    expect(warningsOf(someone('1', '2026-10-01'), today, '2026-11-01').map((w) => w.kind)).toEqual(['da-mat'])
    expect(warningsOf(someone('1', '2026-10-01', ['2026-11-01', 'tu-tran']), today, '2026-11-01')).toEqual([])
  })
})

describe('Ghi quyết định', () => {
  const draft = {
    number: '15/QĐ-UBND',
    decidedOn: day('2025-02-01'),
    basis: 'nd-179-2024',
    committedUntil: null,
  } as const
  test.each([
    ['đủ', {}, []],
    ['ngày mai', { decidedOn: day('2026-11-24') }, ['decidedOn']],
    ['trước khi nghị định có hiệu lực', { decidedOn: day('2024-12-31') }, ['decidedOn']],
    ['hết cam kết trước ngày quyết định', { committedUntil: day('2025-02-01') }, ['committedUntil']],
  ] as const)('%s', (_case, more, wrong) =>
    expect(fields(recognising({ ...draft, ...more }, [], today))).toEqual(wrong))

  it('cùng số, cùng ngày thì đã có; bản đã rút không cản', () => {
    const had = decided('2025-02-01', { number: '15 / qđ-ubnd' })
    expect(fields(recognising(draft, [had], today))).toEqual(['number'])
    expect(recognising(draft, [{ ...had, withdrawn: true }], today).ok).toBe(true)
  })

  it('kết thúc một lần, sau ngày quyết định', () => {
    expect(fields(ending(decided('2025-02-01'), day('2025-02-01'), today))).toEqual(['endedOn'])
    expect(ending(decided('2025-02-01'), day('2025-03-01'), today).ok).toBe(true)
    const over = decided('2025-02-01', { endedOn: day('2025-03-01'), endReason: 'vi-pham' })
    expect(ending(over, day('2025-04-01'), today)).toMatchObject({ ok: false, code: 'talent.ended' })
  })
})

describe('Ghi thôi việc', () => {
  const draft = { leftOn: day('2026-05-01'), exit: 'roi' as Exit, reason: 'thu-nhap', toUnitId: '' }
  const reasons = ['thu-nhap', 'nghi-huu']
  const t = someone('1', '2024-05-01')
  test.each([
    ['rời đi có lý do', {}, []],
    ['thiếu lý do', { reason: '' }, ['reason']],
    ['nghỉ hưu không phải lý do rời đi', { reason: 'nghi-huu' }, ['reason']],
    ['nghỉ hưu thì không cần lý do', { exit: 'nghi-huu', reason: '' }, []],
    ['chuyển mà không nêu nơi nhận', { exit: 'chuyen-trong-tinh' }, ['toUnitId']],
    ['chuyển về chính cơ quan ấy', { exit: 'chuyen-trong-tinh', toUnitId: 'u' }, ['toUnitId']],
    ['ngày chưa tới', { leftOn: day('2026-11-24') }, ['leftOn']],
    ['trước ngày vào làm', { leftOn: day('2024-05-01') }, ['leftOn']],
  ] as const)('%s', (_case, more, wrong) =>
    expect(fields(leaving(t, { ...draft, ...more }, reasons, today))).toEqual(wrong))

  it('đã thôi việc thì không ghi lần nữa; hoàn tác trả lại lần cuối', () => {
    const gone = someone('1', '2024-05-01', ['2025-05-01', 'roi'])
    expect(leaving(gone, draft, reasons, today)).toMatchObject({ code: 'talent.not-working' })
    expect(lastLeaving(gone)).toMatchObject({ ok: true, value: { ended: { leftOn: '2025-05-01' }, begun: null } })
    expect(lastLeaving(t)).toMatchObject({ ok: false, code: 'talent.nothing-ended' })
  })
})

describe('Đánh giá', () => {
  test.each([
    ['mốc đã đủ năm', 2, '2026-06-01', []],
    ['mốc chưa đủ năm', 3, '2026-06-01', ['milestone']],
    ['mốc thứ sáu', 6, '2026-06-01', ['milestone']],
    ['ngày đánh giá chưa tới', 1, '2026-11-24', ['on']],
  ] as const)('%s', (_case, milestone, on, wrong) =>
    expect(fields(reviewing(someone('1', '2024-05-01'), { milestone, on: day(on) }, today))).toEqual(wrong))
})
