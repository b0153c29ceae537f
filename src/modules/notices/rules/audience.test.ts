/** Ai cần biết: people named by a fact are told whatever their role; rounds of scoring reach the right bodies. */
import { expect, test } from 'vitest'
import type { LedgerLine } from '../../../platform/ledger/record.ts'
import { noticeFor } from './audience.ts'

const unit = { code: 'H24.SYT', name: 'Sở Y tế' }
const line = (kind: string, data: Record<string, unknown>, more: Partial<LedgerLine> = {}): LedgerLine =>
  ({ kind, data, reason: '', subject: 'x:1', unit_id: 'u', actor_kind: 'account', ...more }) as LedgerLine

test('báo cáo trình: thủ trưởng và người được giao ký thay cùng được báo', () => {
  const notice = noticeFor(line('reporting.sent-to-head', { year: 2026, signers: ['a1'] }), unit)
  expect(notice).toMatchObject({
    roles: ['thu-truong'],
    people: ['a1'],
    href: '/bao-cao/kh1459/2026/H24.SYT/ky',
  })
})

test('giao ký thay: chỉ người được giao được báo, kèm văn bản giao', () => {
  const given = { name: 'Bình', lines: 'KT. Giám đốc', account: 'a1' }
  expect(noticeFor(line('reporting.authority-given', given, { reason: 'TB 12/TB-SYT' }), unit)).toMatchObject({
    roles: [],
    people: ['a1'],
    body: 'KT. Giám đốc, theo TB 12/TB-SYT.',
  })
  expect(noticeFor(line('reporting.authority-given', { name: 'Bình' }), unit)).toBeNull()
})

test.each([
  ['appraisal.opened', { year: 2025, units: ['u1', 'u2'] }, { units: ['u1', 'u2'], href: '/cham-diem/2025' }],
  ['appraisal.self-scored', { year: 2025 }, { roles: ['so-noi-vu'], href: '/cham-diem/2025/H24.SYT' }],
  ['appraisal.appraised', { year: 2025 }, { roles: ['co-quan', 'thu-truong'], href: '/cham-diem/2025/H24.SYT' }],
  [
    'appraisal.published',
    { year: 2025, until: '2026-11-30' },
    { province: true, body: 'Nhận kiến nghị đến hết ngày 30/11/2026.' },
  ],
  ['appraisal.appealed', { year: 2025, criterion: '3.3' }, { roles: ['so-noi-vu'] }],
  [
    'appraisal.appeal-answered',
    { year: 2025, criterion: '3.3' },
    { roles: ['co-quan', 'thu-truong'], province: false },
  ],
])('%s báo đúng nơi', (kind, data, expected) => {
  expect(noticeFor(line(kind, data), unit)).toMatchObject(expected)
})
