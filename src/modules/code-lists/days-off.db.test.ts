/** Ngày nghỉ của từng năm: đi kèm, ghi theo văn bản, bỏ; thời hạn chỉ tính theo ngày đã đối chiếu. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/result.ts'
import { perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { keepDaysOff } from './actions/keep-days-off.ts'
import { loadDaysOff } from './actions/load-days-off.ts'
import { removeDayOff } from './actions/remove-day-off.ts'
import { announcedDays, readDaysOff } from './days-off.ts'
import { workingDayAfter, worksByLaw } from './rules/working-days.ts'
import { daysOffKept } from './views.ts'

const actor = systemActor()
const now = Temporal.Instant.from('2026-11-23T03:00:00Z')
let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.drop())

function must<O>(d: Decision<O>): O {
  if (!d.ok) throw new Error(d.message)
  return d.value
}
const kept = () => transact(t.db, actor, daysOffKept)
const due = (from: string, n: number) =>
  transact(t.db, actor, async (tx) => workingDayAfter(day(from), n, await announcedDays(tx)))
const TET = { tu: '05/02/2027', den: '14/02/2027', loai: 'nghi', dip: 'Tết Đinh Mùi', vanBan: 'Thông báo 1/TB-BNV' }

it('ngày đi kèm: mỗi ngày đổi khác so với luật, có dịp, văn bản; năm 2027 chưa kiểm chứng; nạp lại không thêm', async () => {
  for (const d of readDaysOff()) expect([d.day, worksByLaw(d.day)]).toEqual([d.day, d.kind === 'nghi'])
  expect(
    new Set(
      readDaysOff()
        .filter((d) => d.day >= '2027')
        .map((d) => d.status),
    ),
  ).toEqual(new Set(['unverified']))
  expect(must(await perform(t.db, { actor, now }, loadDaysOff, {}))).toBe(readDaysOff().length)
  expect(must(await perform(t.db, { actor, now }, loadDaysOff, {}))).toBe(0)
})

it('thời hạn qua Tết 2026 trừ ngày đã đối chiếu; Tết 2027 chưa kiểm chứng thì chưa trừ', async () => {
  expect(await due('2026-02-13', 2)).toBe('2026-02-24')
  expect(await due('2027-02-04', 2)).toBe('2027-02-09')
})

it('ghi theo thông báo thì trừ, thay dòng chưa kiểm chứng; bỏ thì thôi trừ', async () => {
  const before = (await kept()).length
  expect(must(await perform(t.db, { actor, now }, keepDaysOff, TET))).toMatchObject({ days: 5, year: '2027' })
  expect(await due('2027-02-04', 2)).toBe('2027-02-16')
  const after = await kept()
  expect(after.length).toBe(before + 1)
  const friday = after.find((d) => d.day === '2027-02-05')
  expect(friday).toMatchObject({ status: 'seen', act: 'Thông báo 1/TB-BNV' })
  must(await perform(t.db, { actor, now }, removeDayOff, { id: friday?.id ?? '' }))
  expect(await due('2027-02-04', 1)).toBe('2027-02-05')
  expect(await perform(t.db, { actor, now }, removeDayOff, { id: friday?.id ?? '' })).toMatchObject({ ok: false })
})

it('thiếu văn bản, đợt không đổi gì, người không phải quản trị: từ chối', async () => {
  const bare = await perform(t.db, { actor, now }, keepDaysOff, { ...TET, vanBan: '' })
  expect(bare).toMatchObject({ ok: false, fields: { vanBan: expect.stringContaining('văn bản') } })
  const idle = await perform(t.db, { actor, now }, keepDaysOff, { ...TET, tu: '06/02/2027', den: '07/02/2027' })
  expect(idle).toMatchObject({ ok: false, fields: { tu: expect.stringContaining('không cần ghi') } })
  const grant = { role: 'so-noi-vu' as const, body: 'x', bodyCode: 'H24.SNV', bodyName: 'Sở Nội vụ' }
  const officer: Actor = { ...actor, id: 'a', kind: 'account', grants: [grant] }
  expect(await perform(t.db, { actor: officer, now }, keepDaysOff, TET)).toMatchObject({ ok: false, kind: 'forbidden' })
})
