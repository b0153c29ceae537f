import { expect, test } from 'vitest'
import { mayTryAgain, toldToday } from './trying-again.ts'

const at = (text: string) => Temporal.Instant.from(text)

test.each([
  ['chưa hỏng lần nào', null, '2027-01-01T03:00:00Z', true, false],
  ['vừa hỏng: chờ một giờ', '2027-01-01T03:00:00Z', '2027-01-01T03:59:59Z', false, true],
  ['đủ một giờ, cùng ngày: thử lại, không báo lại', '2027-01-01T03:00:00Z', '2027-01-01T04:00:00Z', true, true],
  ['sang ngày khác theo giờ Việt Nam: thử lại và báo lại', '2027-01-01T16:00:00Z', '2027-01-01T17:02:00Z', true, false],
])('%s', (_, failed, now, tries, told) => {
  const event = { failedAt: failed === null ? null : at(failed) }
  expect([mayTryAgain(event, at(now)), toldToday(event, at(now))]).toEqual([tries, told])
})
