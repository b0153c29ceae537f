/** Theo dõi: the calendar says the last day itself, the feed says what happened, and nothing of anybody stands in either. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import { type Ctx, newId, perform, scopeFor } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { recordValue } from '../indicators/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { loadRegister } from '../organisations/public.ts'
import { adoptText, planText } from '../programme/fixtures.ts'
import { at } from '../reporting/fixtures.ts'
import { openPeriod } from '../reporting/public.ts'
import { calendarFile, newsFile } from './feeds.ts'
import { readHome, readPlan, readPublicGoal } from './screens.ts'

const RECORDER = 'Lê Thị Người Ghi'
const ADDRESS = 'https://trithuc.example.vn'

let t: TestDatabase
/** As the routes read: nobody in particular, with the scope of the whole province. */
const read = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  transact(t.db, scopeFor(ANONYMOUS, true), (tx) => work({ tx, actor: ANONYMOUS, now: at('2026-11-20 09:00'), newId }))
const text = (file: { ok: boolean; value?: { bytes: Uint8Array } }): string =>
  Buffer.from(file.value?.bytes ?? []).toString('utf8')

beforeAll(async () => {
  t = await testDatabase()
  await perform(t.db, { actor: systemActor(), now: at('2024-04-20 08:00') }, loadRegister, readRegisterFacts())
  await adoptText(t.db, '2024-05-03T03:00:00Z', planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
  await perform(t.db, { actor: systemActor(), now: at('2026-11-01 08:00') }, openPeriod, { year: 2026 })
  const figure = {
    code: 'II.1.2',
    asOf: '2025-12-31',
    value: 12.5,
    source: 'Niên giám',
    estimate: false,
    status: 'seen',
    note: '',
  }
  await perform(t.db, { actor: systemActor(RECORDER), now: at('2026-11-02 08:00') }, recordValue, figure)
})
afterAll(() => t.drop())

describe('không có gì về cá nhân', () => {
  it('câu trả lời cho máy không mang tên người ghi, ở trang nào cũng vậy', async () => {
    const answers = await read(async (ctx) => [
      await readHome(ctx, []),
      await readPublicGoal(ctx, [], 'II.1.2'),
      await readPlan(ctx),
    ])
    const said = JSON.stringify(answers)
    expect(said).toContain('II.1.2')
    expect(said).toContain('12.5')
    expect(said).not.toContain(RECORDER)
    expect(said).not.toMatch(/recorded|actor|"lead(Unit|Name)/i)
  })
})

describe('theo dõi', () => {
  it('hạn «trước ngày 05/12» là trọn ngày 04/12 trong lịch', async () => {
    expect(text(await read((ctx) => calendarFile(ctx, ADDRESS)))).toMatch(
      /DTSTART;VALUE=DATE:20261204\r?\nDTEND;VALUE=DATE:20261205/,
    )
  })
  it('tin nêu kế hoạch ban hành và kỳ báo cáo mở, mới nhất trước', async () => {
    const feed = text(await read((ctx) => newsFile(ctx, ADDRESS, (l) => `việc ${l.kind}`)))
    expect([...feed.matchAll(/<item><title>([^<]+)/g)].map((m) => m[1])).toEqual([
      'Việc indicator.value-recorded',
      'Việc reporting.period-opened',
      'Việc programme.adopted',
    ])
  })
  it('mọi liên kết là địa chỉ đủ, của thiết đặt', async () => {
    const feed = text(await read((ctx) => newsFile(ctx, ADDRESS, (l) => l.kind)))
    const links = [...feed.matchAll(/(?:<link>|href=")([^<"]+)/g)].map((m) => m[1])
    expect(new Set(links)).toEqual(new Set([`${ADDRESS}/cong-khai`, `${ADDRESS}/cong-khai/tin`]))
    const calendar = text(await read((ctx) => calendarFile(ctx, ADDRESS))).replaceAll(/\r?\n[ \t]/g, '')
    expect(calendar).toContain(`URL;VALUE=URI:${ADDRESS}/cong-khai`)
    expect(calendar).toContain('UID:ky-2026@trithuc.example.vn')
    expect(calendar).toMatch(/DTSTAMP:\d{8}T\d{6}Z/)
  })
})
