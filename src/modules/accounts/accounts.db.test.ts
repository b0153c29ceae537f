import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { type Actor, systemActor } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { type Action, perform } from '../../platform/action.ts'
import { explainConstraints } from '../../platform/database/constraint.ts'
import { transact } from '../../platform/database/pool.ts'
import { rows, run, sql } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { inventedProvince } from '../organisations/fixtures.ts'
import { loadRegister } from '../organisations/public.ts'
import { changeAccount } from './actions/change-account.ts'
import { changePassword } from './actions/change-password.ts'
import { revokeSession } from './actions/close-session.ts'
import { confirmTotp } from './actions/confirm-totp.ts'
import { createAccount } from './actions/create-account.ts'
import { enrolTotp } from './actions/enrol-totp.ts'
import { enterSample } from './actions/enter-sample.ts'
import { grantRole } from './actions/grant-role.ts'
import { resetAccess } from './actions/reset-access.ts'
import { restoreAccount } from './actions/restore-account.ts'
import { revokeGrant } from './actions/revoke-grant.ts'
import { setUpFirstAdministrator } from './actions/set-up.ts'
import { signIn } from './actions/sign-in.ts'
import { signOut } from './actions/sign-out.ts'
import { signOutEverywhere } from './actions/sign-out-everywhere.ts'
import { suspendAccount } from './actions/suspend-account.ts'
import { verifyTotp } from './actions/verify-totp.ts'
import { actorOfSession, actorOfUsername } from './actor.ts'
import { asRequest, givenAccount, must, PASSWORD, START, settle, tokenOf, unitId, whoHas } from './fixtures.ts'
import { accounts } from './module.ts'
import { readPending } from './pending-second-step.ts'
import { accountsOf, peopleInCharge } from './public.ts'
import { findAccount } from './store.ts'
import { SIGN_IN_REFUSED } from './words.ts'

let test: TestDatabase
const NEW_PASSWORD = 'cánh đồng lúa chín vàng'

beforeAll(async () => {
  test = await testDatabase()
  explainConstraints(accounts.constraints ?? {})
  must(await perform(test.db, { actor: systemActor(), now: START }, loadRegister, inventedProvince()))
})
afterAll(() => test.drop())

const anonymously = <I, O>(what: Action<I, O>, input: unknown) => asRequest(test.db, null, START, what, input)

const enter = (username: string, password: string, now = START) =>
  asRequest(test.db, null, now, signIn, { username, password, address: '10.0.0.7', agent: 'thử' })

const seen = async (actor: Actor, table: string): Promise<number> =>
  (await transact(test.db, actor, (tx) => rows(tx, sql`select 1 from ${sql.raw(table)}`))).length

/** Prepared second step of an account, opened. */
const preparedOf = async (accountId: string) => {
  const stored = await transact(test.db, systemActor(), async (tx) => {
    const a = await findAccount(tx, accountId)
    return a?.totp_pending ? tx.vault.open(a.totp_pending) : '{}'
  })
  return readPending(stored)
}

const codeOf = (secret: string, now: Temporal.Instant) =>
  generateSync({ secret, epoch: Math.floor(now.epochMilliseconds / 1000) })

describe('Thiết lập lần đầu', () => {
  const form = { username: 'Quan.Tri', name: 'Phạm Văn Đức', password: PASSWORD, passwordAgain: PASSWORD }

  it('mật khẩu yếu bị từ chối ở đúng ô, chưa có tài khoản nào được tạo', async () => {
    const weak = await anonymously(setUpFirstAdministrator, { ...form, password: 'ngắn', passwordAgain: 'ngắn' })
    expect(weak).toMatchObject({ kind: 'invalid', fields: { password: expect.stringContaining('12 ký tự') } })
  })

  it('người đầu tiên thành quản trị, nhưng vai trò chờ xác thực hai bước', async () => {
    const token = tokenOf(await asRequest(test.db, null, START, setUpFirstAdministrator, form))
    const actor = await whoHas(test.db, token, START)
    expect(actor).toMatchObject({ kind: 'account', name: 'Phạm Văn Đức', grants: [], scope: [] })
  })

  it('người thứ hai bị từ chối', async () => {
    expect(await anonymously(setUpFirstAdministrator, { ...form, username: 'nguoi-khac' })).toMatchObject({
      code: 'accounts.set-up-done',
    })
  })

  it('bật xác thực hai bước thì vai trò có hiệu lực, khóa phiên được thay', async () => {
    const token = tokenOf(await asRequest(test.db, null, START, signIn, { username: 'quan.tri', password: PASSWORD }))
    must(await asRequest(test.db, token, START, enrolTotp, {}))
    const me = await whoHas(test.db, token, START)
    const prepared = await preparedOf(me?.id ?? '')
    const wrong = await asRequest(test.db, token, START, confirmTotp, { code: '000000' })
    expect(wrong).toMatchObject({ fields: { code: expect.any(String) } })
    const code = codeOf(prepared.secret, START)
    const on = must(await asRequest(test.db, token, START, confirmTotp, { code }))
    expect(await whoHas(test.db, token, START)).toBeNull()
    expect(await whoHas(test.db, on.token ?? '', START)).toMatchObject({ scope: 'all', grants: [{ role: 'quan-tri' }] })
  })
})

describe('Đăng nhập', () => {
  let lan = ''
  beforeAll(async () => {
    lan = await givenAccount(test.db, 'lan.syt', 'co-quan', 'Y01.SYT', { name: 'Lê Thị Lan' })
  })

  it('mật khẩu cấp một lần chỉ mở trang của mình; đổi xong thì vai trò có hiệu lực', async () => {
    const token = tokenOf(await enter('LAN.SYT ', PASSWORD))
    expect(await whoHas(test.db, token, START)).toMatchObject({ grants: [], scope: [] })
    const input = { oldPassword: PASSWORD, password: NEW_PASSWORD, passwordAgain: NEW_PASSWORD }
    const changed = must(await asRequest(test.db, token, START, changePassword, input))
    expect(await whoHas(test.db, token, START)).toBeNull()
    const actor = await whoHas(test.db, changed.token ?? '', START)
    expect(actor?.scope).toEqual([await unitId(test.db, 'Y01.SYT')])
    expect(actor?.grants).toMatchObject([{ role: 'co-quan', bodyCode: 'Y01.SYT', bodyName: 'Sở Y tế' }])
  })

  it('sai mật khẩu, không có tên, bị tạm khóa: cùng một câu', async () => {
    const locked = await givenAccount(test.db, 'khoa.snv', null, null)
    must(
      await perform(test.db, { actor: systemActor(), now: START }, suspendAccount, { account: locked, reason: 'thử' }),
    )
    const tries = [
      await enter('lan.syt', 'sai mật khẩu rồi'),
      await enter('khong.co', PASSWORD),
      await enter('khoa.snv', PASSWORD),
    ]
    for (const t of tries) {
      expect(must(t)).toMatchObject({ outcome: 'refused', refusal: { message: SIGN_IN_REFUSED } })
    }
  })

  it('sai 10 lần thì khóa 15 phút kể cả khi gõ đúng; hết hạn thì vào được', async () => {
    const id = await givenAccount(test.db, 'quen.mat-khau', 'co-quan', 'Y01.SYT')
    await settle(test.db, id)
    for (let i = 0; i < 10; i++) await enter('quen.mat-khau', 'không phải mật khẩu này')
    expect(must(await enter('quen.mat-khau', PASSWORD))).toMatchObject({ outcome: 'refused' })
    expect(must(await enter('quen.mat-khau', PASSWORD, START.add({ minutes: 15 })))).toMatchObject({ outcome: 'in' })
  })

  it('nhiều người cùng đoán một lúc: lần nào cũng được đếm', async () => {
    const id = await givenAccount(test.db, 'bi.doan', 'co-quan', 'Y01.SYT')
    await Promise.all(Array.from({ length: 6 }, (_, i) => enter('bi.doan', `đoán lần thứ ${i} xem sao`)))
    const after = await transact(test.db, systemActor(), (tx) => findAccount(tx, id))
    expect(after?.failed_tries).toBe(6)
  })

  it('phiên hết sau 8 giờ không thao tác, và sau 24 giờ dù đang dùng', async () => {
    const token = tokenOf(await enter('lan.syt', NEW_PASSWORD))
    expect(await whoHas(test.db, token, START.add({ hours: 7, minutes: 59 }))).not.toBeNull()
    expect(await whoHas(test.db, token, START.add({ hours: 15 }))).not.toBeNull()
    expect(await whoHas(test.db, token, START.add({ hours: 22 }))).not.toBeNull()
    expect(await whoHas(test.db, token, START.add({ hours: 24 }))).toBeNull()
    const idle = tokenOf(await enter('lan.syt', NEW_PASSWORD))
    expect(await whoHas(test.db, idle, START.add({ hours: 8 }))).toBeNull()
  })

  it('tìm người của phiên trong đúng một câu lệnh', async () => {
    const token = tokenOf(await enter('lan.syt', NEW_PASSWORD))
    const used = await transact(test.db, systemActor(), async (tx) => {
      await actorOfSession(tx, token, START)
      return tx.statements
    })
    expect(used).toBe(1)
  })

  it('đăng xuất kết thúc phiên này; đăng xuất mọi nơi kết thúc tất cả', async () => {
    const [a, b, c] = [
      tokenOf(await enter('lan.syt', NEW_PASSWORD)),
      tokenOf(await enter('lan.syt', NEW_PASSWORD)),
      tokenOf(await enter('lan.syt', NEW_PASSWORD)),
    ]
    must(await asRequest(test.db, a, START, signOut, {}))
    expect(await whoHas(test.db, a, START)).toBeNull()
    expect(await whoHas(test.db, b, START)).not.toBeNull()
    must(await asRequest(test.db, b, START, signOutEverywhere, {}))
    expect(await whoHas(test.db, c, START)).toBeNull()
  })

  it('phiên của người khác không kết thúc được', async () => {
    const token = tokenOf(await enter('lan.syt', NEW_PASSWORD))
    const other = await givenAccount(test.db, 'nam.snv', 'co-quan', 'Y01.SNV')
    const tried = await asRequest(test.db, token, START, revokeSession, { account: other, session: lan })
    expect(tried).toMatchObject({ ok: false, kind: 'forbidden' })
  })
})

describe('Bước hai khi đăng nhập', () => {
  let secret = ''
  let recovery: string[] = []
  beforeAll(async () => {
    const id = await givenAccount(test.db, 'hoa.snv', 'so-noi-vu', 'Y01.SNV')
    await settle(test.db, id)
    const token = tokenOf(await enter('hoa.snv', PASSWORD))
    must(await asRequest(test.db, token, START, enrolTotp, {}))
    const prepared = await preparedOf(id)
    secret = prepared.secret
    recovery = prepared.recoveryCodes
    must(await asRequest(test.db, token, START, confirmTotp, { code: codeOf(secret, START) }))
  })
  const LATER = START.add({ minutes: 5 })

  it('mật khẩu đúng chưa phải là vào; mã đúng mới vào', async () => {
    const entry = must(await enter('hoa.snv', PASSWORD, LATER))
    expect(entry).toMatchObject({ outcome: 'code', to: '/dang-nhap/ma' })
    const waiting = tokenOf({ ok: true, value: entry })
    expect(await whoHas(test.db, waiting, LATER)).toMatchObject({ kind: 'anonymous' })
    const inside = tokenOf(await asRequest(test.db, waiting, LATER, verifyTotp, { code: codeOf(secret, LATER) }))
    expect(await whoHas(test.db, inside, LATER)).toMatchObject({ scope: 'all', grants: [{ role: 'so-noi-vu' }] })
    expect(await whoHas(test.db, waiting, LATER)).toBeNull()
  })

  it('mã đã dùng không dùng lại được; mã dự phòng dùng một lần', async () => {
    const first = tokenOf(await enter('hoa.snv', PASSWORD, LATER))
    const again = await asRequest(test.db, first, LATER, verifyTotp, { code: codeOf(secret, LATER) })
    expect(must(again)).toMatchObject({ outcome: 'refused' })
    const spare = recovery[0]?.toLowerCase() ?? ''
    expect(must(await asRequest(test.db, first, LATER, verifyTotp, { code: spare }))).toMatchObject({
      outcome: 'in',
    })
    const second = tokenOf(await enter('hoa.snv', PASSWORD, LATER))
    expect(must(await asRequest(test.db, second, LATER, verifyTotp, { code: spare }))).toMatchObject({
      outcome: 'refused',
    })
  })

  it('quá 10 phút phải nhập lại mật khẩu; không có phiên chờ thì không có gì để nhập', async () => {
    const waiting = tokenOf(await enter('hoa.snv', PASSWORD, LATER))
    const late = LATER.add({ minutes: 10 })
    for (const token of [waiting, null]) {
      const tried = await asRequest(test.db, token, late, verifyTotp, { code: codeOf(secret, late) })
      expect(tried).toMatchObject({ ok: false, code: 'accounts.nothing-waiting' })
    }
  })

  it('mã sai 10 lần cũng khóa tài khoản', async () => {
    const at = START.add({ hours: 1 })
    const waiting = tokenOf(await enter('hoa.snv', PASSWORD, at))
    for (let i = 0; i < 10; i++) await asRequest(test.db, waiting, at, verifyTotp, { code: '000000' })
    const right = await asRequest(test.db, waiting, at, verifyTotp, { code: codeOf(secret, at) })
    expect(must(right)).toMatchObject({ outcome: 'refused' })
  })
})

describe('Phân quyền', () => {
  const admin = { actor: systemActor(), now: START }

  it('cùng một quyền không cấp hai lần trong một khoảng ngày', async () => {
    const account = await givenAccount(test.db, 'hai.lan', 'co-quan', 'Y01.SYT')
    const input = { account, role: 'co-quan', unitId: await unitId(test.db, 'Y01.SYT'), from: '01/12/2026' }
    expect(await perform(test.db, admin, grantRole, input)).toMatchObject({
      kind: 'conflict',
      code: 'database.grant_not_twice',
    })
  })

  it('quyền trên huyện gồm các xã hôm nay thuộc huyện, kể cả xã mới chuyển về', async () => {
    const id = await givenAccount(test.db, 'huyen.thuong', 'co-quan', 'Y01.901')
    await settle(test.db, id)
    const actor = await transact(test.db, systemActor(), (tx) => actorOfUsername(tx, 'huyen.thuong', dayOf(START)))
    const expected = await Promise.all(
      ['Y01.901', 'Y01.90101', 'Y01.90201', 'Y01.90202'].map((c) => unitId(test.db, c)),
    )
    expect(new Set(actor?.scope)).toEqual(new Set(expected))
  })

  it('cơ quan không còn thì không cấp quyền mới được; vai trò cơ quan cần một cơ quan', async () => {
    const account = await givenAccount(test.db, 'cho.cap', null, null)
    const gone = { account, role: 'co-quan', unitId: await unitId(test.db, 'Y01.902') }
    expect(await perform(test.db, admin, grantRole, gone)).toMatchObject({ fields: { unitId: expect.any(String) } })
    expect(await perform(test.db, admin, grantRole, { account, role: 'thu-truong', unitId: '' })).toMatchObject({
      fields: { unitId: 'Chọn cơ quan cho vai trò Thủ trưởng cơ quan, đơn vị' },
    })
  })

  it('thu hồi thì phiên đang mở kết thúc và quyền hết ngay hôm nay', async () => {
    const id = await givenAccount(test.db, 'bi.thu-hoi', 'co-quan', 'Y01.SYT', { from: '01/10/2026' })
    await settle(test.db, id)
    const token = tokenOf(await enter('bi.thu-hoi', PASSWORD))
    const [grant] = await transact(test.db, systemActor(), (tx) =>
      rows<{ id: string }>(tx, sql`select id from accounts.role_grant where account_id = ${id}`),
    )
    must(await perform(test.db, admin, revokeGrant, { grant: grant?.id, reason: 'chuyển công tác' }))
    expect(await whoHas(test.db, token, START)).toBeNull()
    const actor = await transact(test.db, systemActor(), (tx) => actorOfUsername(tx, 'bi.thu-hoi', dayOf(START)))
    expect(actor).toMatchObject({ grants: [], scope: [] })
    expect(await perform(test.db, admin, revokeGrant, { grant: grant?.id })).toMatchObject({ kind: 'absent' })
  })

  it('quản trị cuối cùng không tạm khóa, không thu hồi được', async () => {
    const [last] = await transact(test.db, systemActor(), (tx) =>
      rows<{ id: string; account_id: string }>(
        tx,
        sql`select id, account_id from accounts.role_grant where role = 'quan-tri'`,
      ),
    )
    const refused = { code: 'accounts.last-administrator' }
    expect(await perform(test.db, admin, revokeGrant, { grant: last?.id })).toMatchObject(refused)
    const suspended = await perform(test.db, admin, suspendAccount, { account: last?.account_id, reason: 'thử' })
    expect(suspended).toMatchObject(refused)
  })

  it('sửa thông tin; bản sửa cũ bị từ chối và thấy giá trị hiện tại', async () => {
    const account = await givenAccount(test.db, 'sua.thong-tin', 'co-quan', 'Y01.SYT')
    const unit = await unitId(test.db, 'Y01.SYT')
    const edit = {
      account,
      version: '1',
      name: 'Lê Thị Mới',
      post: 'Trưởng phòng',
      phone: '0220 3850 000',
      email: '',
      unitId: unit,
    }
    must(await perform(test.db, admin, changeAccount, edit))
    const stale = await perform(test.db, admin, changeAccount, { ...edit, name: 'Người sửa sau' })
    expect(stale).toMatchObject({ kind: 'stale', theirs: { name: 'Lê Thị Mới', version: 2 } })
  })

  it('mở lại tài khoản, cấp lại mật khẩu gỡ luôn xác thực hai bước', async () => {
    const id = await givenAccount(test.db, 'mat.dien-thoai', 'co-quan', 'Y01.SYT')
    must(await perform(test.db, admin, suspendAccount, { account: id, reason: 'nghỉ' }))
    must(await perform(test.db, admin, restoreAccount, { account: id }))
    must(await perform(test.db, admin, resetAccess, { account: id, password: NEW_PASSWORD, dropSecondStep: '1' }))
    const token = tokenOf(await enter('mat.dien-thoai', NEW_PASSWORD))
    expect(await whoHas(test.db, token, START)).toMatchObject({ grants: [] })
  })

  it('cán bộ cơ quan không thêm được tài khoản, không thấy tài khoản và phiên của cơ quan khác', async () => {
    const token = tokenOf(await enter('lan.syt', NEW_PASSWORD))
    const tried = await asRequest(test.db, token, START, createAccount, {
      username: 'lau',
      name: 'Lậu',
      password: PASSWORD,
    })
    expect(tried).toMatchObject({ kind: 'forbidden' })
    const lan = await whoHas(test.db, token, START)
    if (lan === null) throw new Error('Lan phải đang đăng nhập')
    const seenUnits = await transact(test.db, lan, (tx) =>
      rows<{ code: string }>(tx, sql`select distinct organisations.code(unit_id) as code from accounts.account`),
    )
    expect(seenUnits).toEqual([{ code: 'Y01.SYT' }])
    const sessions = await transact(test.db, lan, (tx) =>
      rows<{ account_id: string }>(tx, sql`select distinct account_id from accounts.session`),
    )
    expect(sessions).toEqual([{ account_id: lan.id }])
    expect(await seen({ ...lan, id: 'anonymous', kind: 'anonymous', scope: [] }, 'accounts.account')).toBe(0)
  })

  it('cơ sở dữ liệu cũng chặn: cán bộ cơ quan không tự ghi quyền cho mình', async () => {
    const lan = await whoHas(test.db, tokenOf(await enter('lan.syt', NEW_PASSWORD)), START)
    if (lan === null || lan.scope === 'all') throw new Error('Lan phải có phạm vi riêng')
    const [body = ''] = lan.scope
    const write = transact(test.db, lan, (tx) =>
      run(
        tx,
        sql`insert into accounts.role_grant (id, account_id, role, unit_id, valid, granted_by, granted_at)
            values (gen_random_uuid(), ${lan.id}, 'thu-truong', ${body}, daterange('2026-01-01', null), 'x', now())`,
      ),
    )
    await expect(write).rejects.toMatchObject({ code: '42501' })
    const widen = await transact(test.db, lan, (tx) => run(tx, sql`update accounts.role_grant set role = 'quan-tri'`))
    expect(widen).toBe(0)
    const remove = await transact(test.db, systemActor(), (tx) => run(tx, sql`delete from accounts.role_grant`))
    expect(remove).toBe(0)
  })
})

describe('Người mẫu', () => {
  let sample = ''
  beforeAll(async () => {
    sample = await givenAccount(test.db, 'mau.lanh-dao', 'lanh-dao', 'Y01', { sample: true })
  })

  it('chỉ vào được khi thiết lập dữ liệu mẫu đang bật; tài khoản thật thì không bao giờ', async () => {
    expect(await anonymously(enterSample, { account: sample })).toMatchObject({ code: 'accounts.not-a-sample' })
    await transact(test.db, systemActor(), (tx) => run(tx, sql`insert into platform.setting values ('demo', 'true')`))
    const entry = await asRequest(test.db, null, START, enterSample, { account: sample })
    expect(must(entry)).toMatchObject({ outcome: 'in', to: '/dieu-hanh' })
    expect(await whoHas(test.db, tokenOf(entry), START)).toMatchObject({ scope: 'all' })
    const real = await givenAccount(test.db, 'that.syt', 'co-quan', 'Y01.SYT')
    expect(await anonymously(enterSample, { account: real })).toMatchObject({ code: 'accounts.not-a-sample' })
  })

  it('không đăng nhập được bằng mật khẩu', async () => {
    expect(must(await enter('mau.lanh-dao', PASSWORD))).toMatchObject({ outcome: 'refused' })
  })
})

it('người phụ trách của từng cơ quan, theo vai trò', async () => {
  const syt = await unitId(test.db, 'Y01.SYT')
  const snv = await unitId(test.db, 'Y01.SNV')
  const found = await transact(test.db, systemActor(), (tx) => peopleInCharge(tx, [syt, snv], 'co-quan', dayOf(START)))
  expect(found.get(syt)).toMatchObject({ name: 'Lê Thị Lan', unitId: syt, role: 'co-quan' })
  const officers = await transact(test.db, systemActor(), (tx) => accountsOf(tx, { role: 'so-noi-vu' }, dayOf(START)))
  expect(officers.map((o) => o.name)).toEqual(['Người hoa.snv'])
})

it('sổ cái và bảng không chứa mật khẩu, khóa phiên, khóa xác thực', async () => {
  const token = tokenOf(await enter('lan.syt', NEW_PASSWORD))
  const dump = async (table: string) =>
    JSON.stringify(
      await transact(test.db, systemActor(), (tx) => rows(tx, sql`select to_jsonb(t) from ${sql.raw(table)} t`)),
    )
  const all = [await dump('platform.ledger'), await dump('accounts.account'), await dump('accounts.session')].join()
  for (const secret of [PASSWORD, NEW_PASSWORD, token]) expect(all).not.toContain(secret)
  expect(await dump('accounts.account')).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  expect(await dump('platform.ledger')).not.toMatch(/password"|token|secret"|argon2/)
})
