/** Tài khoản, khóa truy cập của đơn vị kết thúc. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import { type Ctx, newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { inventedProvince } from '../organisations/fixtures.ts'
import { loadRegister } from '../organisations/public.ts'
import { issueToken } from './actions/issue-token.ts'
import { authenticateMachine } from './actor.ts'
import { givenAccount, must, START, unitId } from './fixtures.ts'
import { accountsHeld, handAccountsOver } from './handing-over.ts'

const actor = systemActor()
let t: TestDatabase
const at = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  transact(t.db, actor, (tx) => work({ tx, actor, now: START, newId }))
const issue = async (name: string, unit: string, until = '31/12/2026') => {
  const input = { name, unitId: unit, role: 'co-quan', until, write: 'co' }
  return must(await perform(t.db, { actor, now: START }, issueToken, input))
}
const machine = (token: string) => at((ctx) => authenticateMachine(ctx.tx, token, START))

let health = ''
let hospital = ''

beforeAll(async () => {
  t = await testDatabase()
  must(await perform(t.db, { actor, now: START }, loadRegister, inventedProvince()))
  health = await unitId(t.db, 'Y01.SYT')
  hospital = await unitId(t.db, 'Y01.BVDK')
})
afterAll(() => t.drop())

describe('đơn vị kết thúc còn khóa truy cập', () => {
  it('khóa đang dùng được kể cùng tài khoản; khóa của đơn vị khác, khóa đã hết hạn thì không', async () => {
    await givenAccount(t.db, 'lan.syt', 'co-quan', 'Y01.SYT')
    await issue('Trục liên thông', health)
    await issue('Kho dữ liệu', health)
    await issue('Bệnh án', hospital)
    const held = await at((ctx) => accountsHeld(ctx, [health]))
    expect(held.map((h) => [h.kind, h.what.replace(/…\S+\)/, '…)')])).toEqual([
      ['Tài khoản', 'Người lan.syt (lan.syt)'],
      ['Khóa truy cập', 'Kho dữ liệu (…)'],
      ['Khóa truy cập', 'Trục liên thông (…)'],
    ])
    const later = START.add({ hours: 24 * 60 })
    expect(await at((ctx) => accountsHeld({ ...ctx, now: later }, [hospital]))).toEqual([])
  })

  it('có nơi nhận thì khóa nói thay cho nơi nhận, cùng vai trò; không còn đối tượng thì khóa bị thu hồi', async () => {
    const kept = await issue('Cổng dịch vụ công', health)
    const gone = await issue('Hệ thống cũ', health)
    const move = { from: health, on: day('2026-11-23'), since: day('2026-11-23'), act: 'Nghị quyết số 12' }
    await at((ctx) =>
      handAccountsOver(ctx, [
        { ...move, item: `accounts.token:${kept.id}`, to: hospital },
        { ...move, item: `accounts.token:${gone.id}`, to: null },
      ]),
    )
    expect(await machine(kept.token)).toMatchObject({ grants: [{ role: 'co-quan' }], scope: [hospital] })
    expect(await machine(gone.token)).toBeNull()
    const left = (await at((ctx) => accountsHeld(ctx, [health]))).map((h) => h.item)
    expect(left).not.toContain(`accounts.token:${kept.id}`)
    expect(left).not.toContain(`accounts.token:${gone.id}`)
  })
})
