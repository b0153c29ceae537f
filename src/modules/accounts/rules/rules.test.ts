import fc from 'fast-check'
import { generateSync } from 'otplib'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import { ROLES } from '../words.ts'
import { codeForm, isAppCode, RECOVERY_COUNT, recoveryCodes, stepOfCode } from './code.ts'
import { deviceOf } from './device.ts'
import { actorOf, type HeldGrant, type Holder, sleeps } from './effect.ts'
import { afterSignIn, homeOf, localPath } from './home.ts'
import { leavesAnAdministrator } from './last-administrator.ts'
import { afterWrongTry, isLocked, LOCK_MINUTES, MAX_TRIES, NO_TRIES, type Tries } from './lock.ts'
import { newPassword, passwordFault } from './password.ts'
import { endOfSession, IDLE_HOURS, LONGEST_HOURS, SECOND_STEP_MINUTES, sessionHolds } from './session.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const lan = { username: 'lan.snv', name: 'Lê Thị Lan' }

describe('Mật khẩu', () => {
  it.each([
    ['cụm từ có dấu và dấu cách được nhận', 'mùa gặt tháng mười', null],
    ['đúng 12 ký tự được nhận', 'Xuan-hong-24', null],
    ['11 ký tự thì thiếu', 'Xuan-hong-2', 'Mật khẩu cần ít nhất 12 ký tự, hiện có 11'],
    ['bỏ trống', '', 'Mật khẩu cần ít nhất 12 ký tự, hiện có 0'],
    ['lặp một chữ', 'aaaaaaaaaaaaaaaa', 'Mật khẩu lặp lại quá ít ký tự, dùng một cụm nhiều từ'],
    ['dãy số liên tiếp', '1234567890123', 'Mật khẩu là một dãy liên tiếp dễ đoán, dùng một cụm nhiều từ'],
    ['dãy phím', 'QwertyUiopasdf', 'Mật khẩu là một dãy liên tiếp dễ đoán, dùng một cụm nhiều từ'],
    ['gần trùng tên đăng nhập', 'lan.snv-2026', 'Mật khẩu gần trùng tên đăng nhập hoặc họ tên, dùng một cụm từ khác'],
    ['gần trùng họ tên', 'lethilan12345', 'Mật khẩu gần trùng tên đăng nhập hoặc họ tên, dùng một cụm từ khác'],
    ['dài quá 200 ký tự', 'một hai ba bốn '.repeat(20), 'Mật khẩu dài tối đa 200 ký tự, hiện có 300'],
  ])('%s', (_, typed, fault) => expect(passwordFault(typed, lan)).toBe(fault))

  it('hai lần nhập phải giống nhau, gõ Telex hay VNI đều như nhau', () => {
    const word = 'mùa gặt tháng mười'
    expect(newPassword({ password: word.normalize('NFD'), again: word }, lan)).toEqual({ ok: true, value: word })
    expect(newPassword({ password: word, again: `${word} ` }, lan)).toMatchObject({
      fields: { passwordAgain: 'Hai lần nhập mật khẩu chưa giống nhau' },
    })
  })

  it('ngắn hơn 12 ký tự thì không bao giờ được nhận', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 11, unit: 'grapheme' }),
        (s) => [...s.normalize('NFC')].length >= 12 || passwordFault(s, lan) !== null,
      ),
    )
  })
})

describe('Khóa tạm sau 10 lần sai', () => {
  const wrong = (times: number, from: Tries = NO_TRIES): Tries =>
    Array.from({ length: times }).reduce<Tries>((t) => afterWrongTry(t, NOW), from)

  it('9 lần sai chưa khóa, lần thứ 10 khóa 15 phút', () => {
    expect(isLocked(wrong(MAX_TRIES - 1), NOW)).toBe(false)
    expect(wrong(MAX_TRIES).lockedUntil?.equals(NOW.add({ minutes: 15 }))).toBe(true)
  })

  it('đúng phút thứ 15 thì mở, một khắc trước đó còn khóa', () => {
    const t = wrong(MAX_TRIES)
    expect(isLocked(t, NOW.add({ minutes: LOCK_MINUTES }).subtract({ nanoseconds: 1 }))).toBe(true)
    expect(isLocked(t, NOW.add({ minutes: LOCK_MINUTES }))).toBe(false)
  })

  it('sau khi hết khóa, đếm lại từ đầu', () => {
    expect(afterWrongTry(wrong(MAX_TRIES), NOW.add({ minutes: 20 }))).toEqual({ failed: 1, lockedUntil: null })
  })

  it('thử tiếp khi đang khóa không kéo dài khóa', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), (more) => {
        const once = wrong(MAX_TRIES)
        return String(wrong(more, once).lockedUntil) === String(once.lockedUntil)
      }),
    )
  })
})

describe('Mã xác thực hai bước', () => {
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
  const step = Math.floor(NOW.epochMilliseconds / 30_000)
  const codeAt = (shift: number) => generateSync({ secret, epoch: (step + shift) * 30 })

  it.each([
    ['mã đang hiện', 0, step],
    ['mã của chu kỳ trước', -1, step - 1],
    ['mã của chu kỳ sau (đồng hồ điện thoại nhanh)', 1, step + 1],
    ['mã cũ hai chu kỳ', -2, null],
    ['mã sớm hai chu kỳ', 2, null],
  ])('%s', (_, shift, expected) => expect(stepOfCode(secret, codeAt(shift), NOW, 0)).toBe(expected))

  it('một mã không dùng được hai lần, mã cũ hơn mã đã dùng cũng không', () => {
    expect(stepOfCode(secret, codeAt(0), NOW, step)).toBeNull()
    expect(stepOfCode(secret, codeAt(-1), NOW, step)).toBeNull()
    expect(stepOfCode(secret, codeAt(1), NOW, step)).toBe(step + 1)
  })

  it('ở mọi thời điểm chỉ nhận ba chu kỳ liền nhau', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }),
        fc.integer({ min: -4, max: 4 }),
        (second, shift) => {
          const at = Temporal.Instant.fromEpochMilliseconds(second * 1000)
          const now = Math.floor(second / 30)
          const found = stepOfCode(secret, generateSync({ secret, epoch: (now + shift) * 30 }), at, 0)
          return Math.abs(shift) <= 1 ? found !== null : found === null || Math.abs(found - now) <= 1
        },
      ),
      { numRuns: 60 },
    )
  })

  it('dấu cách và gạch nối khi gõ không làm sai mã', () => {
    expect(codeForm(' 123 456 ')).toBe('123456')
    expect(codeForm('abcde-fghjk')).toBe('ABCDEFGHJK')
    expect(isAppCode('12345')).toBe(false)
  })

  it('tám mã dự phòng, mỗi mã mười ký tự dễ đọc', () => {
    const codes = recoveryCodes(Uint8Array.from({ length: 80 }, (_, i) => i * 3))
    expect(codes).toHaveLength(RECOVERY_COUNT)
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{5}-[A-HJKMNP-TV-Z2-9]{5}$/)
  })
})

describe('Phiên đăng nhập', () => {
  const life = (idleHours: number, openHours: number, closed = false) => ({
    lastSeenAt: NOW.subtract({ seconds: Math.round(idleHours * 3600) }),
    endsAt: endOfSession('open', NOW.subtract({ seconds: Math.round(openHours * 3600) })),
    closedAt: closed ? NOW : null,
  })
  it.each([
    ['vừa mở', life(0, 0), true],
    ['7 giờ 59 phút không thao tác', life(IDLE_HOURS - 1 / 60, 10), true],
    ['đủ 8 giờ không thao tác', life(IDLE_HOURS, 10), false],
    ['đang dùng, mở 23 giờ 59 phút', life(0, LONGEST_HOURS - 1 / 60), true],
    ['đang dùng, mở đủ 24 giờ', life(0, LONGEST_HOURS), false],
    ['đã kết thúc', life(0, 0, true), false],
  ])('%s', (_, s, holds) => expect(sessionHolds(s, NOW)).toBe(holds))

  it('bước nhập mã phải xong trong 10 phút', () => {
    expect(endOfSession('second-step', NOW).equals(NOW.add({ minutes: SECOND_STEP_MINUTES }))).toBe(true)
  })
})

const grant = (role: Role, body: string, units: string[] = []): HeldGrant => ({
  role,
  body,
  bodyCode: body,
  bodyName: `Cơ quan ${body}`,
  units,
})
const holder: Holder = { id: 'x', name: 'Lê Thị Lan', post: '', sample: false, mustChange: false, secondStep: false }

describe('Quyền đang có hiệu lực', () => {
  it('cán bộ cơ quan thấy cơ quan mình và đơn vị trực thuộc, không hơn', () => {
    expect(actorOf(holder, [grant('co-quan', 'a', ['a', 'a1'])]).scope).toEqual(['a', 'a1'])
  })

  it('cơ quan đã giải thể vẫn thấy phần của chính mình', () => {
    expect(actorOf(holder, [grant('co-quan', 'cũ', [])]).scope).toEqual(['cũ'])
  })

  it('vai trò toàn tỉnh chưa bật xác thực hai bước thì chưa có gì', () => {
    const a = actorOf(holder, [grant('quan-tri', 'p', ['p', 'a', 'b']), grant('co-quan', 'a', ['a'])])
    expect(a.scope).toEqual(['a'])
    expect(a.grants.map((g) => g.role)).toEqual(['co-quan'])
    expect(actorOf({ ...holder, secondStep: true }, [grant('quan-tri', 'p')]).scope).toBe('all')
    expect(actorOf({ ...holder, sample: true }, [grant('lanh-dao', 'p')]).scope).toBe('all')
  })

  it('mật khẩu cấp một lần chưa mở vai trò nào', () => {
    const a = actorOf({ ...holder, mustChange: true, secondStep: true }, [
      grant('so-noi-vu', 's'),
      grant('co-quan', 's'),
    ])
    expect(a).toMatchObject({ grants: [], scope: [] })
    expect(sleeps({ ...holder, mustChange: true }, 'co-quan')).toBe('must-change')
  })

  it('phạm vi không bao giờ rộng hơn hợp của các quyền còn hiệu lực', () => {
    const unit = fc.constantFrom('a', 'b', 'c', 'd')
    const some = fc.array(fc.tuple(fc.constantFrom<Role>('co-quan', 'thu-truong', 'lanh-dao'), unit, fc.array(unit)))
    fc.assert(
      fc.property(some, fc.boolean(), fc.boolean(), (list, mustChange, secondStep) => {
        const h = { ...holder, mustChange, secondStep }
        const held = list.map(([role, body, units]) => grant(role, body, units))
        const awake = held.filter((g) => sleeps(h, g.role) === null)
        const { scope } = actorOf(h, held)
        if (scope === 'all') return awake.some((g) => ROLES[g.role].reach === 'all')
        return scope.every((u) => awake.some((g) => g.body === u || g.units.includes(u)))
      }),
    )
  })
})

describe('Trang đầu và trang được hỏi', () => {
  const as = (...roles: Role[]) =>
    actorOf(
      { ...holder, secondStep: true },
      roles.map((r) => grant(r, 'a')),
    )
  it.each<[Role, string]>([
    ['so-noi-vu', '/tong-quan'],
    ['co-quan', '/viec'],
    ['thu-truong', '/viec?loc=cho-toi-duyet'],
    ['lanh-dao', '/dieu-hanh'],
    ['quan-tri', '/quan-tri/nguoi-dung'],
  ])('%s vào %s', (role, home) => expect(homeOf(as(role))).toBe(home))

  it('chưa có vai trò thì vào trang của mình, kể cả khi hỏi trang khác', () => {
    expect(afterSignIn(as(), '/bao-cao')).toBe('/toi/tai-khoan')
  })

  it.each([
    ['/bao-cao/kh1459/2026/H23.SYT?muc=2', '/bao-cao/kh1459/2026/H23.SYT?muc=2'],
    ['//nơi-khác.vn', null],
    ['https://noi-khac.vn', null],
    ['/\\noi-khac.vn', null],
    ['/a\tb', null],
    ['/dang-nhap?tiep=/x', null],
    ['/dang-xuat', null],
    ['/', null],
    [undefined, null],
  ])('%s', (asked, expected) => expect(localPath(asked)).toBe(expected))

  it('không bao giờ dẫn sang máy chủ khác', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), (s) => {
        const path = localPath(s)
        return path === null || new URL(path, 'http://may-nay.vn').host === 'may-nay.vn'
      }),
    )
  })
})

it('không thể bỏ quản trị cuối cùng', () => {
  expect(leavesAnAdministrator(true, 0)).toMatchObject({ code: 'accounts.last-administrator' })
  expect(leavesAnAdministrator(true, 1).ok).toBe(true)
  expect(leavesAnAdministrator(false, 0).ok).toBe(true)
})

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36', 'Chrome trên Windows'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 coc_coc_browser/126', 'Cốc Cốc trên Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1', 'Safari trên iPhone'],
  ['curl/8', 'Thiết bị khác'],
])('thiết bị: %s', (agent, device) => expect(deviceOf(agent)).toBe(device))

describe('Từ ngữ', () => {
  it.each(Object.entries(ROLES))('vai trò %s có tên, phạm vi thấy và không thấy, nguồn', (_, words) => {
    expect(words.label && words.does && words.source).toBeTruthy()
    expect(Math.min(words.sees.length, words.seesNot.length)).toBeGreaterThan(0)
  })
})
