/** Nhắc qua thư: by agreement, one a day, at once on return, over a real SMTP server; never for what is settled, never twice. */
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import { addDays, type Day, day, dayOf } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/result.ts'
import { type Action, newId, perform, scopeFor } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import { rows, sql, type Tx } from '../../platform/database/sql.ts'
import { asOwner, type TestDatabase } from '../../platform/database/test-database.ts'
import { startTestPost, type TestPost } from '../../platform/mail/fixtures.ts'
import { type Post, postOf } from '../../platform/mail/post.ts'
import { givenAccount } from '../accounts/fixtures.ts'
import { actorOfUsername } from '../accounts/public.ts'
import { readRegisterFacts } from '../organisations/facts.ts'
import { loadRegister } from '../organisations/public.ts'
import { adoptText, planText } from '../programme/fixtures.ts'
import { at, wholeReport } from '../reporting/fixtures.ts'
import { exemptBody, openPeriod, returnReport, submitFile } from '../reporting/public.ts'
import { agreeToMails } from './actions/agree-to-mails.ts'
import { askTrialMail } from './actions/ask-trial-mail.ts'
import { closeCalendar } from './actions/close-calendar.ts'
import { markRead } from './actions/mark-read.ts'
import { openCalendar } from './actions/open-calendar.ts'
import { stopMails } from './actions/stop-mails.ts'
import { calendarFile } from './calendar.ts'
import { sendMails } from './jobs/send-mails.ts'
import { followFacts, remindToday } from './jobs.ts'
import { bodyLog, log, reminding } from './reminding.ts'
import { lettersOf } from './views.ts'

const YEAR = 2026
const PEOPLE = [
  ['hoa.syt', 'co-quan', 'H24.SYT', 'Phạm Thị Hoa'],
  ['binh.syt', 'thu-truong', 'H24.SYT', 'Trần Văn Bình'],
  ['duc.stc', 'co-quan', 'H24.STC', 'Nguyễn Văn Đức'],
  ['lan.snv', 'so-noi-vu', 'H24.SNV', 'Trần Thị Lan'],
] as const
type Name = (typeof PEOPLE)[number][0]
const emailOf = (name: Name) => `${name}@tinh.gov.vn`

let t: TestDatabase
let server: TestPost
let post: Post
const actors = new Map<string, Actor>()
const who = (name: Name): Actor => actors.get(name) ?? ANONYMOUS

const read = <T>(work: (tx: Tx) => Promise<T>, actor = systemActor()): Promise<T> => transact(t.db, actor, work)
const act = <I, O>(actor: Actor, what: Action<I, O>, input: unknown, now: Temporal.Instant): Promise<Decision<O>> =>
  perform(t.db, { actor, now }, what, input)
async function must<T>(decision: Promise<Decision<T>>): Promise<T> {
  const d = await decision
  if (!d.ok) throw new Error(`${d.code}: ${d.message} ${JSON.stringify(d.fields ?? {})}`)
  return d.value
}
const job = (local: string) => ({ db: t.db, now: at(local), post, address: 'https://nk.tinh.vn' })
const morning = (local: string) => remindToday(job(local))
const send = (local: string) => sendMails(job(local))
const agree = (name: Name, rhythm = 'theo-bac', local = '2026-11-01 08:00') =>
  act(who(name), agreeToMails, { address: emailOf(name), rhythm }, at(local))
const got = (name: Name) => server.received.filter((m) => m.to === emailOf(name))
const states = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await read((tx) =>
        rows<{ state: string; n: number }>(tx, sql`select state, count(*)::int as n from notices.mail group by 1`),
      )
    ).map((r) => [r.state, r.n]),
  )
const submitted = (code: string, local: string) =>
  must(act(systemActor(), submitFile, { year: YEAR, unitCode: code, content: wholeReport() }, at(local)))

beforeAll(async () => {
  t = await testDatabase()
  server = await startTestPost()
  const opened = postOf({ url: server.url, from: 'Nguyên Khí <nhac-viec@tinh.gov.vn>' })
  if (opened === null) throw new Error('no post')
  post = opened
  await must(act(systemActor(), loadRegister, readRegisterFacts(), at('2024-04-20 08:00')))
  await adoptText(t.db, '2024-05-03T03:00:00Z', planText(), { number: '1459/KH-UBND', date: '22/04/2024' })
  for (const [username, role, code, name] of PEOPLE) {
    await givenAccount(t.db, username, role, code, { sample: true, name, from: '2026-01-01' })
    const actor = await read((tx) => actorOfUsername(tx, username, dayOf(at('2026-12-01 08:00'))))
    if (actor) actors.set(username, actor)
  }
  await setEmails()
  await must(act(systemActor(), openPeriod, { year: YEAR }, at('2026-11-01 08:00')))
  await followFacts({ db: t.db, now: at('2026-11-01 09:00') })
})
const setEmails = () => asOwner(t.db, "update accounts.account set email = username || '@tinh.gov.vn'")
afterAll(async () => {
  await server.stop()
  await t.drop()
})

/** Every test begins with nobody reminded and no report sent. */
const FRESH = `
  delete from notices.mention; delete from notices.mail; delete from notices.mail_choice; delete from notices.reminded;
  delete from notices.reminder; delete from notices.notice; delete from notices.urging_letter;
  update reporting.obligation set state = 'chua-nop', returned_until = null, due_before = '2026-12-05'`
beforeEach(async () => {
  server.received.length = 0
  server.trouble = null
  server.taken = null
  for (const statement of FRESH.split(';')) await asOwner(t.db, statement)
  t.db.shelf.clear()
})
afterEach(async () => {
  await asOwner(t.db, 'delete from notices.calendar')
})

// Submitted reports stay for good: what needs bodies without any comes first.
describe('leo thang', () => {
  it('T+7: công văn tự soạn một lần cho đúng cơ quan còn nợ, Sở Nội vụ được báo trong hệ thống và qua thư', async () => {
    await must(agree('lan.snv'))
    await submitted('H24.STC', '2026-12-04 09:00')
    for (const local of ['2026-12-10 07:30', '2026-12-11 07:30', '2026-12-11 07:40', '2026-12-13 07:30']) {
      await morning(local)
      await followFacts(job(local))
      await send(local)
    }
    const letters = await read((tx) => lettersOf(tx, { regime: 'kh1459', year: YEAR }))
    expect(letters).toMatchObject([{ madeOn: '2026-12-11', madeBy: 'Hệ thống' }])
    expect(letters[0]?.unitIds).not.toContain(who('duc.stc').grants[0]?.body)
    expect(letters[0]?.unitIds).toContain(who('hoa.syt').grants[0]?.body)
    expect(got('lan.snv').filter((m) => /^Công văn đôn đốc \d+ cơ quan/.test(m.subject))).toHaveLength(1)
  })

  it('nhật ký: từng cơ quan được nhắc mấy lần, cách nào, ai, lúc nào', async () => {
    await must(agree('hoa.syt'))
    for (const d of ['2026-12-03', '2026-12-07', '2026-12-11']) {
      await morning(`${d} 07:30`)
      await send(`${d} 07:31`)
    }
    const ctx = (tx: Tx) => ({ tx, actor: who('lan.snv'), now: at('2026-12-12 08:00'), newId })
    const counts = await must(read((tx) => log(ctx(tx), { year: YEAR, trang: 1 }), who('lan.snv')))
    const unit = counts.bodies.find((b) => b.unitCode === 'H24.SYT')
    expect(unit).toMatchObject({ inside: 3, mails: 3, letters: 1 })
    expect(counts.total).toBeGreaterThan(50)
    const lines = await must(read((tx) => bodyLog(ctx(tx), { year: YEAR, unitCode: 'H24.SYT' }), who('lan.snv')))
    expect(lines.lines.map((l) => [l.way, l.step]).sort()).toEqual(
      [
        ['cong-van', null],
        ['thu', 'T+3'],
        ['thu', 'T+7'],
        ['thu', 'T-1'],
        ['trong-he-thong', 'T+3'],
        ['trong-he-thong', 'T+7'],
        ['trong-he-thong', 'T-1'],
      ].sort(),
    )
    expect(lines.lines.find((l) => l.way === 'trong-he-thong' && l.step === 'T+3')?.people).toEqual([
      'Phạm Thị Hoa',
      'Trần Văn Bình',
    ])
    expect(lines.lines.filter((l) => l.way === 'thu').every((l) => l.people.join() === 'Phạm Thị Hoa')).toBe(true)
  })
})

describe('đồng ý', () => {
  it('chưa đồng ý thì không ai nhận thư', async () => {
    await morning('2026-11-27 07:30')
    await send('2026-11-27 07:31')
    expect(server.received).toEqual([])
    expect(await states()).toEqual({})
  })

  it('địa chỉ khác với địa chỉ trong tài khoản thì không ghi; khách không có lựa chọn', async () => {
    const other = { address: 'x@y.vn', rhythm: 'theo-bac' }
    expect(await act(who('hoa.syt'), agreeToMails, other, at('2026-11-01 08:00'))).toMatchObject({ kind: 'conflict' })
    expect(
      await act(who('hoa.syt'), agreeToMails, { address: emailOf('hoa.syt') }, at('2026-11-01 08:00')),
    ).toMatchObject({ kind: 'invalid', fields: { rhythm: 'Chọn nhịp nhận thư' } })
    expect(await act(ANONYMOUS, agreeToMails, other, at('2026-11-01 08:00'))).toMatchObject({ kind: 'forbidden' })
  })

  it('địa chỉ đổi sau khi đồng ý: dừng gửi, trang nêu phải đồng ý lại', async () => {
    await must(agree('hoa.syt'))
    await morning('2026-11-27 07:30')
    await asOwner(t.db, "update accounts.account set email = 'la@noi-khac.vn' where username = 'hoa.syt'")
    await send('2026-11-27 07:31')
    expect(server.received).toEqual([])
    expect(await states()).toEqual({ 'khong-can': 1 })
    await morning('2026-12-01 07:30')
    expect(await states()).toEqual({ 'khong-can': 1 })
    const page = await must(view('hoa.syt', '2026-12-01 08:00'))
    expect(page).toMatchObject({ email: 'la@noi-khac.vn', agreed: null, changed: true })
    await setEmails()
  })

  it('dừng nhận: thư đang chờ cũng không gửi; thư thử cần đồng ý trước', async () => {
    await must(agree('hoa.syt'))
    await must(act(who('hoa.syt'), askTrialMail, {}, at('2026-11-20 08:00')))
    await must(act(who('hoa.syt'), stopMails, {}, at('2026-11-20 08:00')))
    await send('2026-11-20 08:01')
    expect(server.received).toEqual([])
    expect(await act(who('hoa.syt'), askTrialMail, {}, at('2026-11-20 09:00'))).toMatchObject({
      code: 'mail.not-agreed',
    })
    await must(agree('hoa.syt'))
    await must(act(who('hoa.syt'), askTrialMail, {}, at('2026-11-20 09:00')))
    await send('2026-11-20 09:01')
    expect(got('hoa.syt')).toMatchObject([{ subject: 'Thư thử của hệ thống' }])
    expect((await must(view('hoa.syt', '2026-11-20 09:02'))).mails[0]).toMatchObject({ kind: 'thu', state: 'da-gui' })
  })

  it('không ai đọc được lựa chọn và thư của người khác', async () => {
    await must(agree('hoa.syt'))
    await must(act(who('hoa.syt'), askTrialMail, {}, at('2026-11-20 09:00')))
    const seen = (name: Name) =>
      read(
        (tx) => rows(tx, sql`select account_id from notices.mail_choice union all select account_id from notices.mail`),
        who(name),
      )
    expect(await seen('hoa.syt')).toHaveLength(2)
    expect(await seen('duc.stc')).toEqual([])
  })
})

const view = (name: Name, local: string) =>
  read((tx) => reminding({ tx, actor: who(name), now: at(local), newId }), who(name))

describe('thư trong ngày', () => {
  it('T-7: một thư, đủ việc, liên kết thẳng tới chỗ làm; chạy lại, chạy hai nơi không thêm', async () => {
    await must(agree('hoa.syt'))
    await Promise.all([morning('2026-11-27 07:30'), morning('2026-11-27 07:30')])
    await Promise.all([send('2026-11-27 07:31'), send('2026-11-27 07:31'), send('2026-11-27 07:31')])
    await morning('2026-11-27 15:00')
    await send('2026-11-27 15:01')
    expect(got('hoa.syt')).toHaveLength(1)
    const [mail] = got('hoa.syt')
    expect(mail?.subject).toBe('Nhắc việc 27/11/2026: 1 việc trong 7 ngày tới')
    expect(mail?.text.replaceAll('\r\n', '\n')).toContain(
      `1. Báo cáo năm ${YEAR}, còn 7 ngày, hạn cuối 04/12/2026.\n   https://nk.tinh.vn/bao-cao/kh1459/${YEAR}/H24.SYT`,
    )
    expect(mail?.text).toContain('Kính gửi: Phạm Thị Hoa')
    await morning('2026-11-28 07:30')
    await send('2026-11-28 07:31')
    expect(got('hoa.syt')).toHaveLength(1)
  })

  it('máy chủ thư vắng cả ngày: thư hôm ấy bỏ, sáng sau nói đúng bậc ấy với số ngày của sáng sau', async () => {
    await must(agree('hoa.syt'))
    server.trouble = { at: 'connection', number: 421 }
    await morning('2026-11-27 07:30')
    await send('2026-11-27 07:31')
    await send('2026-11-27 07:32')
    expect(await states()).toEqual({ 'cho-gui': 1 })
    expect((await must(view('hoa.syt', '2026-11-27 08:00'))).mails[0]?.why).toMatch(/^Chưa nối được máy chủ thư/)
    server.trouble = null
    await morning('2026-11-28 07:30')
    await send('2026-11-28 07:31')
    expect(got('hoa.syt')).toMatchObject([{ subject: 'Nhắc việc 28/11/2026: 1 việc trong 7 ngày tới' }])
    expect(await states()).toEqual({ 'da-gui': 1, 'khong-can': 1 })
  })

  it('hộp thư đầy: thử lại thưa dần rồi tới; hộp thư không có: thôi ngay, người nhận thấy lý do', async () => {
    await must(agree('hoa.syt'))
    await must(agree('duc.stc'))
    await morning('2026-11-27 07:30')
    server.trouble = { at: 'recipient', number: 452 }
    await send('2026-11-27 07:31')
    await send('2026-11-27 07:31')
    expect(await states()).toEqual({ 'cho-gui': 2 })
    server.trouble = null
    await send('2026-11-27 07:33')
    expect([got('hoa.syt').length, got('duc.stc').length]).toEqual([1, 1])
    server.trouble = { at: 'recipient', number: 550 }
    await morning('2026-12-01 07:30')
    await send('2026-12-01 07:31')
    expect(await states()).toEqual({ 'da-gui': 2, 'khong-gui-duoc': 2 })
    expect((await must(view('duc.stc', '2026-12-01 08:00'))).mails[0]).toMatchObject({
      state: 'khong-gui-duoc',
      why: 'Máy chủ thư không nhận địa chỉ hoặc nội dung này (trả lời 550).',
    })
    await morning('2026-12-02 07:30')
    expect(await states()).toEqual({ 'da-gui': 2, 'khong-gui-duoc': 2 })
    const ctx = (tx: Tx) => ({ tx, actor: who('lan.snv'), now: at('2026-12-02 08:00'), newId })
    const body = await must(read((tx) => bodyLog(ctx(tx), { year: YEAR, unitCode: 'H24.STC' }), who('lan.snv')))
    expect(body.lines.filter((l) => l.way === 'thu').map((l) => [l.step, l.state])).toEqual([
      ['T-3', 'khong-gui-duoc'],
      ['T-7', 'da-gui'],
    ])
  })

  it('nộp, được miễn giữa lúc chờ gửi: không gửi', async () => {
    await must(agree('hoa.syt'))
    await must(agree('duc.stc'))
    await morning('2026-12-05 07:30')
    expect(await states()).toEqual({ 'cho-gui': 2 })
    await submitted('H24.STC', '2026-12-05 07:31')
    const exempt = { year: YEAR, unitCode: 'H24.SYT', act: '13/QĐ-SNV', reason: 'Đang sắp xếp' }
    await must(act(who('lan.snv'), exemptBody, exempt, at('2026-12-05 07:31')))
    await send('2026-12-05 07:32')
    expect(server.received).toEqual([])
    expect(await states()).toEqual({ 'khong-can': 2 })
  })

  it('thủ trưởng chỉ nghe bậc dành cho mình: T-1, T+3, T+7', async () => {
    await must(agree('binh.syt'))
    for (const d of ['2026-11-04', '2026-11-27', '2026-12-03', '2026-12-05', '2026-12-07', '2026-12-11']) {
      await morning(`${d} 07:30`)
      await send(`${d} 07:31`)
    }
    expect(got('binh.syt').map((m) => m.subject)).toEqual([
      'Nhắc việc 03/12/2026: 1 việc trong 7 ngày tới',
      'Nhắc việc 07/12/2026: 1 việc quá hạn',
      'Nhắc việc 11/12/2026: 1 việc quá hạn',
    ])
  })

  it('mỗi ngày làm việc: sáng thứ Bảy, Chủ nhật không gửi', async () => {
    await must(agree('hoa.syt', 'hang-ngay'))
    for (const d of ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']) {
      await morning(`${d} 07:30`)
      await send(`${d} 07:31`)
    }
    expect(got('hoa.syt')).toHaveLength(3)
  })

  it('hạn được lùi: bậc của hạn mới nhắc lại từ đầu, trong hệ thống và qua thư', async () => {
    await must(agree('hoa.syt'))
    await morning('2026-12-05 07:30')
    await send('2026-12-05 07:31')
    await asOwner(t.db, "update reporting.obligation set due_before = '2026-12-16'")
    t.db.shelf.clear()
    await morning('2026-12-08 07:30')
    await send('2026-12-08 07:31')
    expect(got('hoa.syt').map((m) => m.subject)).toEqual([
      'Nhắc việc 05/12/2026: 1 việc quá hạn',
      'Nhắc việc 08/12/2026: 1 việc trong 7 ngày tới',
    ])
    const steps = await read((tx) =>
      rows(tx, sql`select distinct due_before as due, step from notices.reminder order by 1`),
    )
    expect(steps).toEqual([
      { due: '2026-12-05', step: 'T+1' },
      { due: '2026-12-16', step: 'T-7' },
    ])
  })
})

describe('báo ngay', () => {
  const returned = { year: YEAR, unitCode: 'H24.SYT', reason: 'Số liệu của ông Nguyễn Văn A chưa khớp', marks: [] }
  const comeBack = async (local: string) => {
    await submitted('H24.SYT', local)
    await must(act(who('lan.snv'), returnReport, returned, at(local)))
    await followFacts(job(local))
  }

  it('báo cáo bị trả lại: thư đi ngay, không mang lý do; người chưa đồng ý không nhận', async () => {
    await must(agree('hoa.syt'))
    await comeBack('2026-11-20 09:00')
    await send('2026-11-20 09:00')
    expect(got('hoa.syt')).toMatchObject([{ subject: `Sở Nội vụ trả lại báo cáo năm ${YEAR}` }])
    expect(got('hoa.syt')[0]?.text).not.toContain('Nguyễn Văn A')
    expect(got('hoa.syt')[0]?.text).toContain(`https://nk.tinh.vn/bao-cao/kh1459/${YEAR}/H24.SYT`)
    expect(got('binh.syt')).toEqual([])
    await followFacts(job('2026-11-20 09:05'))
    await send('2026-11-20 09:05')
    expect(server.received).toHaveLength(1)
  })

  it('đã đọc trong hệ thống, hoặc đã nộp lại trước khi thư đi: không gửi', async () => {
    await must(agree('hoa.syt'))
    await must(agree('binh.syt'))
    await comeBack('2026-11-20 09:00')
    await must(act(who('hoa.syt'), markRead, {}, at('2026-11-20 09:01')))
    await submitted('H24.SYT', '2026-11-20 09:02')
    await send('2026-11-20 09:03')
    expect(server.received).toEqual([])
    expect(await states()).toEqual({ 'khong-can': 2 })
  })
})

describe('mọi thứ tự', () => {
  const move = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('jump' as const), days: fc.integer({ min: -9, max: 14 }) }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('run' as const, 'twice' as const), days: fc.constant(0) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom('away' as const, 'full' as const, 'back' as const, 'settle' as const),
        days: fc.constant(0),
      }),
    },
  )

  it('đồng hồ nhảy, chạy chồng, máy chủ thư chập chờn: mỗi bậc một lần, mỗi ngày một thư, duyệt rồi thì thôi', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 14 }), async (moves) => {
        server.received.length = 0
        server.trouble = null
        for (const statement of FRESH.split(';')) await asOwner(t.db, statement)
        t.db.shelf.clear()
        await must(agree('hoa.syt'))
        let today: Day = day('2026-11-20')
        let settledWith: number | null = null
        const runDay = async () => {
          await morning(`${today} 07:30`)
          await send(`${today} 07:31`)
        }
        for (const m of moves) {
          today = addDays(today, m.days)
          if (m.do === 'twice') await Promise.all([runDay(), runDay()])
          else if (m.do === 'away') server.trouble = { at: 'connection', number: 421 }
          else if (m.do === 'full') server.trouble = { at: 'recipient', number: 452 }
          else if (m.do === 'back') server.trouble = null
          else if (m.do === 'settle' && settledWith === null) {
            await asOwner(t.db, "update reporting.obligation set state = 'da-duyet'")
            t.db.shelf.clear()
            settledWith = server.received.length
          } else await runDay()
        }
        if (settledWith !== null) expect(server.received).toHaveLength(settledWith)
        expect(new Set(server.received.map((m) => m.subject)).size).toBe(server.received.length)
        const said = await read((tx) => rows<{ step: string }>(tx, sql`select step from notices.mention`))
        expect(said).toHaveLength(server.received.length)
        expect(new Set(said.map((s) => s.step)).size).toBe(said.length)
      }),
      { numRuns: 6 },
    )
  }, 120_000)
})

describe('lịch việc', () => {
  const tokenOf = async (name: Name) =>
    (await must(view(name, '2026-11-20 08:00'))).calendar?.path.replace('/lich-viec/', '') ?? ''
  const file = (token: string, local = '2026-12-07 08:00') => {
    const actor = scopeFor(ANONYMOUS, true)
    return read(
      (tx) => calendarFile({ tx, actor: ANONYMOUS, now: at(local), newId }, token, 'https://nk.tinh.vn'),
      actor,
    )
  }
  const open = (name: Name) => must(act(who(name), openCalendar, {}, at('2026-11-20 08:00')))

  it('hạn của việc mình, không lời ai gõ; địa chỉ sai, đã đổi, đã thu hồi, tài khoản tạm khóa: không có gì', async () => {
    await submitted('H24.SYT', '2026-11-20 07:00')
    await must(
      act(
        who('lan.snv'),
        returnReport,
        { year: YEAR, unitCode: 'H24.SYT', reason: 'Lý do riêng', marks: [] },
        at('2026-11-20 07:30'),
      ),
    )
    await open('hoa.syt')
    const first = await tokenOf('hoa.syt')
    expect(first.length).toBeGreaterThanOrEqual(32)
    const text = Buffer.from((await must(file(`${first}.ics`))).bytes).toString('utf8')
    expect(text).toMatch(/^BEGIN:VCALENDAR/)
    expect(text).toContain(`SUMMARY:Hạn: Báo cáo năm ${YEAR}`)
    expect(text).toMatch(/DTSTART;VALUE=DATE:2026\d{4}/)
    expect(text).toMatch(/DTSTAMP:\d{8}T\d{6}Z/)
    expect(text).not.toContain('Lý do riêng')
    expect(await file('x'.repeat(32))).toMatchObject({ kind: 'absent' })
    await open('hoa.syt')
    expect(await file(first)).toMatchObject({ kind: 'absent' })
    const second = await tokenOf('hoa.syt')
    await asOwner(t.db, "update accounts.account set status = 'tam-khoa' where username = 'hoa.syt'")
    expect(await file(second)).toMatchObject({ kind: 'absent' })
    await asOwner(t.db, "update accounts.account set status = 'dang-dung' where username = 'hoa.syt'")
    expect((await file(second)).ok).toBe(true)
    await must(act(who('hoa.syt'), closeCalendar, {}, at('2026-11-20 08:00')))
    expect(await file(second)).toMatchObject({ kind: 'absent' })
    expect(await act(ANONYMOUS, openCalendar, {}, at('2026-11-20 08:00'))).toMatchObject({ kind: 'forbidden' })
  })

  it('việc chờ người khác không nằm trong lịch', async () => {
    await submitted('H24.STC', '2026-11-20 07:00')
    await open('duc.stc')
    const text = Buffer.from((await must(file(await tokenOf('duc.stc')))).bytes).toString('utf8')
    expect(text).not.toContain('BEGIN:VEVENT')
  })

  it('địa chỉ không nằm trong cơ sở dữ liệu ở dạng đọc được, không nằm trong sổ cái', async () => {
    await open('hoa.syt')
    const token = await tokenOf('hoa.syt')
    const kept = JSON.stringify([
      await asOwner(t.db, 'select * from notices.calendar'),
      await asOwner(t.db, "select data, subject from platform.ledger where kind like 'calendar.%'"),
    ])
    expect(kept).not.toContain(token)
  })
})
