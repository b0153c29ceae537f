/** Bảng điều hành trên một thế giới nhỏ: the same late bodies as the reports themselves, nothing concluded from conflicting figures, nothing 0 when absent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, type Ctx, newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { PROGRESS } from '../goals/public.ts'
import { indicatorViews, recordValue } from '../indicators/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { findUnitByCode, loadRegister } from '../organisations/public.ts'
import { adoptText, officer, planText } from '../programme/fixtures.ts'
import { assignTasks, currentProgramme } from '../programme/public.ts'
import { at, wholeReport } from '../reporting/fixtures.ts'
import { exemptBody, obligationsOf, openPeriod, submitFile } from '../reporting/public.ts'
import { reportProgress, taskRows } from '../tasks/public.ts'
import { readBoard, readOverview } from './screens.ts'

const YEAR = 2026
const ON_TIME = at('2026-11-20 09:00')
const LATE = at('2026-12-09 09:00')

let t: TestDatabase
const leader: Actor = {
  ...officer('Hoàng Mạnh Cường'),
  grants: [{ role: 'lanh-dao', body: newId(), bodyCode: 'H24', bodyName: 'UBND' }],
}
const read = <T>(work: (ctx: Ctx) => Promise<T>, now = LATE): Promise<T> =>
  transact(t.db, leader, (tx) => work({ tx, actor: leader, now, newId }))
async function must<I, O>(what: Action<I, O>, input: unknown, now = ON_TIME): Promise<O> {
  const d: Decision<O> = await perform(t.db, { actor: systemActor(), now }, what, input)
  if (!d.ok) throw new Error(`${what.name}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}
const figure = (code: string, asOf: string, value: number, source: string) =>
  must(recordValue, { code, asOf, value, source, estimate: false, status: 'seen', note: '' })
const board = (ctx: Ctx) => readBoard(ctx, [])
const goal = async (code: string) => (await read(board)).goals.find((g) => g.indicator.code === code)
const values = async (code: string) => (await goal(code))?.points.map((p) => [p.on, p.value])

beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.drop())

describe('chưa có gì', () => {
  it('chưa có kế hoạch: các trang nói vậy, không số nào', async () => {
    expect(await read(board)).toMatchObject({ programme: null, goals: [], late: [], matters: [], period: null })
    expect(await read(readOverview)).toMatchObject({ programme: null, periods: [], tasks: { total: 0 } })
  })

  it('có kế hoạch mà chưa có số liệu, chưa mở kỳ: mục tiêu chưa có nguồn, không mục nào là 0', async () => {
    await must(loadRegister, readRegisterFacts(), at('2024-04-20 08:00'))
    await adoptText(t.db, '2024-05-03T03:00:00Z', planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
    const shown = await read(board)
    expect(shown.programme).toMatchObject({ number: '1459/KH-UBND' })
    expect(shown.period).toBeNull()
    expect(shown.goals.length).toBeGreaterThan(0)
    for (const g of shown.goals) {
      expect(g.reading).toMatchObject({ low: null, high: null })
      expect(g).toMatchObject({
        points: [],
        progress: g.reading.state === 'no-subject' ? 'het-doi-tuong' : 'chua-co-nguon',
      })
      expect(g.reading.why).not.toBe('')
    }
    expect(shown.matters.find((m) => m.href === '/nhiem-vu?loc=chua-ro')).toMatchObject({ count: 21 })
    expect(shown.matters.find((m) => m.href === '/chi-tieu')).toMatchObject({
      count: shown.goals.filter((g) => g.progress === 'chua-co-nguon').length,
    })
  })
})

describe('mục tiêu', () => {
  it('một số liệu: hiện số ấy với ngày của nó, chưa kết luận lộ trình', async () => {
    await figure('II.1.2', '2024-12-31', 10.5, 'Niên giám thống kê')
    expect(await goal('II.1.2')).toMatchObject({ reading: { low: 10.5, dataOf: '2024-12-31' }, progress: 'chua-du' })
    expect(await values('II.1.2')).toEqual([['2024-12-31', 10.5]])
  })

  it('hai năm có số liệu: so với lộ trình', async () => {
    await figure('II.1.2', '2025-12-31', 10.6, 'Niên giám thống kê')
    expect(await values('II.1.2')).toEqual([
      ['2024-12-31', 10.5],
      ['2025-12-31', 10.6],
    ])
    expect(await goal('II.1.2')).toMatchObject({ progress: 'rat-cham', expected: { kind: 'year', inTime: false } })
  })

  it('hai nguồn nói khác nhau cho năm mới nhất: hiện cả khoảng, không kết luận', async () => {
    await figure('II.1.2', '2025-12-31', 25, 'Báo cáo của sở')
    const line = await goal('II.1.2')
    expect(line?.reading.rivals.map((r) => r.source)).toContain('Niên giám thống kê')
    expect(line).toMatchObject({ progress: 'chua-xac-dinh', expected: { kind: 'unknown' } })
  })

  it('hai nguồn nói như nhau thì không phải trái nhau; số đã thay không còn tính', async () => {
    await figure('II.1.2', '2025-12-31', 10.6, 'Báo cáo của sở')
    const line = await goal('II.1.2')
    expect(line?.progress).toBe('rat-cham')
  })

  it('số 0 đã ghi là số 0, khác với chưa có số liệu', async () => {
    const code =
      (await read((ctx) => indicatorViews(ctx.tx))).find((i) => i.values.length === 0 && i.unit === '%')?.code ?? ''
    await figure(code, '2025-12-31', 0, 'Báo cáo của sở')
    expect(await goal(code)).toMatchObject({ reading: { state: 'value', low: 0 } })
    expect(await values(code)).toEqual([['2025-12-31', 0]])
  })

  it('mỗi mục tiêu có đúng một đánh giá trong danh mục', async () => {
    for (const g of (await read(board)).goals) expect(PROGRESS[g.progress].label).not.toBe('')
  })
})

describe('ai đang chậm', () => {
  it('trước hạn không ai chậm; kỳ đang mở nêu số đã nộp trên số phải nộp', async () => {
    await must(openPeriod, { year: YEAR }, at('2026-11-01 08:00'))
    const all = await read((ctx) => obligationsOf(ctx.tx, { year: YEAR }, ctx.now), ON_TIME)
    await must(submitFile, { year: YEAR, unitCode: 'H24.STC', content: wholeReport() })
    await must(exemptBody, { year: YEAR, unitCode: 'H24.SXD', act: '13/QĐ-SNV', reason: 'Đang sắp xếp' })
    const shown = await read(board, ON_TIME)
    expect(shown.late).toEqual([])
    expect(shown.period).toEqual({ year: YEAR, title: `Báo cáo năm ${YEAR}`, dueBefore: '05/12/2026', sent: 1, owed: all.length - 1 })
  })

  it('sau hạn: đúng các cơ quan quá hạn của chế độ báo cáo, cùng số ngày; đã nộp, được miễn thì không', async () => {
    const owed = (await read((ctx) => obligationsOf(ctx.tx, { year: YEAR }, ctx.now))).filter((o) => o.daysOverdue > 0)
    const shown = (await read(board)).late
    expect(new Map(shown.map((l) => [l.name, l.days]))).toEqual(new Map(owed.map((o) => [o.unitName, o.daysOverdue])))
    expect(shown).toHaveLength(owed.length)
    expect(shown.map((l) => l.name)).not.toContain('Sở Tài chính')
    expect(shown.map((l) => l.name)).not.toContain('Sở Xây dựng')
  })

  it('nhiệm vụ quá hạn đứng cùng danh sách, chậm nhất ở trên', async () => {
    await must(assignTasks, { codes: ['III.2.1'], lead: 'H24.SYT', due: '01/11/2026' })
    const { late } = await read(board)
    expect(late[0]).toMatchObject({ name: 'Sở Y tế', what: 'Nhiệm vụ III.2.1', days: 38, href: '/nhiem-vu/III.2.1' })
    const days = late.map((l) => l.days)
    expect(days).toEqual([...days].sort((a, b) => b - a))
  })

  it('nhiệm vụ báo hoàn thành chờ xác nhận: thành việc cần quyết, không còn là chậm', async () => {
    const unit = await read(async (ctx) => (await findUnitByCode(ctx.tx, 'H24.SYT'))?.id)
    const done = { state: 'hoan-thanh', percent: 100, result: 'Xong', number: '1/BC', issuedOn: '10/11/2026' }
    await must(reportProgress, { code: 'III.2.1', unit, ...done })
    const shown = await read(board)
    expect(shown.late.map((l) => l.what)).not.toContain('Nhiệm vụ III.2.1')
    expect(shown.matters.find((m) => m.href === '/nhiem-vu?loc=cho-xac-nhan')).toMatchObject({ count: 1 })
  })

  it('cơ quan chủ trì đã kết thúc là việc cần quyết, nêu cơ quan kế thừa', async () => {
    const matter = (await read(board)).matters.find((m) => m.href === '/nhiem-vu/III.1.2')
    expect(matter?.why).toMatch(/^Sở Thông tin và Truyền thông → Sở/)
  })
})

describe('tổng quan', () => {
  it('các số là số của nhiệm vụ và của kỳ báo cáo', async () => {
    const overview = await read(readOverview)
    const rows = await read(async (ctx) => taskRows(ctx.tx, (await currentProgramme(ctx.tx))?.id ?? '', dayOf(ctx.now)))
    expect(overview.tasks).toEqual({
      total: rows.length,
      unclear: rows.filter((r) => r.state === 'chua-giao').length,
      late: rows.filter((r) => r.state === 'qua-han').length,
      toAccept: 1,
    })
    expect(overview.year).toBe(YEAR)
    expect(overview.periods.map((p) => p.year)).toEqual([YEAR])
    expect(overview.periods[0]?.obligations).toEqual(
      await read((ctx) => obligationsOf(ctx.tx, { year: YEAR }, ctx.now)),
    )
  })
})
