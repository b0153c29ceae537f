/** Nhắc mốc theo dõi nhân tài trên cơ sở dữ liệu thật, theo đồng hồ: who is told what, once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PeopleWorld, peopleWorld } from '../../../tests/acceptance/people-world.ts'
import { systemActor } from '../../kernel/actor.ts'
import { perform } from '../../platform/action.ts'
import { givenAccount, must } from '../accounts/fixtures.ts'
import { recogniseTalent, recordReview } from '../talent/public.ts'
import { remindOfTalents } from './actions/remind-of-talents.ts'
import { inbox } from './views.ts'

let w: PeopleWorld
let officer = ''
let other = ''
let code = ''
const at = (d: string): Temporal.Instant => Temporal.Instant.from(`${d}T07:40:00+07:00`)
const remind = async (on: string) =>
  (must(await perform(w.db, { actor: systemActor(), now: at(on) }, remindOfTalents, {})) as { reminded: number })
    .reminded
const told = (account: string): Promise<string[]> =>
  w.reading(systemActor(), async (ctx) => (await inbox(ctx.tx, account)).map((n) => n.title))

beforeAll(async () => {
  w = await peopleWorld()
  officer = await givenAccount(w.db, 'hoa.syt', 'co-quan', 'H24.SYT', { from: '2026-01-01' })
  other = await givenAccount(w.db, 'truong.sgd', 'co-quan', 'H24.SGDDT', { from: '2026-01-01' })
  const person = await w.added('Nguyễn Thị Mốc')
  const made = await perform(w.db, { actor: w.officer(), now: at('2025-04-01') }, recogniseTalent, {
    person,
    unitId: w.health,
    number: '15/QĐ-UBND',
    decidedOn: '15/03/2025',
    authority: 'Ủy ban nhân dân tỉnh',
    basis: 'nq-hdnd',
    talentClass: 'dang-cong-tac',
    sector: 'y-te',
    committedUntil: '30/06/2026',
    note: '',
  })
  code = must(made).code
})
afterAll(() => w.close())

describe('nhắc mốc theo dõi nhân tài', () => {
  it('trước mốc không nhắc ai', async () => expect(await remind('2026-03-14')).toBe(0))
  it('đến mốc: cán bộ của cơ quan được nhắc, cơ quan khác thì không', async () => {
    expect(await remind('2026-03-15')).toBe(1)
    expect(await told(officer)).toEqual([`Nhân tài ${code}: đến mốc 1 năm`])
    expect(await told(other)).toEqual([])
  })
  it('chạy lại, chạy hôm sau, chạy hai nơi cùng lúc: không gửi thêm', async () => {
    expect(await remind('2026-03-15')).toBe(0)
    expect(await Promise.all([remind('2026-03-16'), remind('2026-03-16')])).toEqual([0, 0])
  })
  it('cam kết sắp hết, rồi quá hạn đánh giá: mỗi bậc một lời', async () => {
    expect(await remind('2026-04-02')).toBe(1)
    expect(await remind('2026-05-20')).toBe(1)
    expect(await remind('2026-06-10')).toBe(0)
    expect(new Set(await told(officer))).toEqual(
      new Set([
        `Nhân tài ${code}: đến mốc 1 năm`,
        `Nhân tài ${code}: cam kết hết ngày 30/06/2026`,
        `Nhân tài ${code}: chưa đánh giá mốc 1 năm`,
      ]),
    )
  })
  it('đã đánh giá thì chờ mốc sau', async () => {
    const reviewed = {
      code,
      version: 1,
      milestone: '1',
      on: '20/05/2026',
      rating: 'HTT',
      benefits: [],
      remark: '',
      document: 'Biên bản 1',
    }
    must(await perform(w.db, { actor: w.officer(), now: at('2026-06-11') }, recordReview, reviewed))
    expect(await remind('2026-12-01')).toBe(0)
    expect(await remind('2027-03-15')).toBe(1)
    expect(await told(officer)).toContain(`Nhân tài ${code}: đến mốc 2 năm`)
  })
})
