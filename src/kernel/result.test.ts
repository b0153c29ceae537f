/** Quyết định, quyền, người thực hiện: values that rules and screens share. */
import { describe, expect, it, test } from 'vitest'
import { type Actor, ANONYMOUS, hasRole, homeBody, inScope, systemActor } from './actor.ts'
import { isId } from './ids.ts'
import { accept, EXIT_CODE, HTTP_STATUS, type RefusalKind, refuse, refuseFields } from './result.ts'
import { anyone, demand, right, signedIn } from './right.ts'

const officer: Actor = {
  kind: 'account',
  id: 'a1',
  name: 'Phạm Thị Hoa',
  post: '',
  grants: [{ role: 'co-quan', body: 'u1', bodyCode: 'X.SYT', bodyName: 'Sở Y tế' }],
  scope: ['u1', 'u2'],
}

describe('Quyết định', () => {
  it('chấp nhận mang giá trị; từ chối mang câu, căn cứ, ô phải sửa', () => {
    expect(accept(3)).toEqual({ ok: true, value: 3 })
    expect(refuse('conflict', 'x.y', 'Câu.', { ground: 'Điều 1' })).toEqual({
      ok: false,
      kind: 'conflict',
      code: 'x.y',
      message: 'Câu.',
      ground: 'Điều 1',
    })
    expect(refuseFields('x', { a: 'A', b: 'B' })).toMatchObject({ kind: 'invalid', message: 'Còn 2 chỗ phải sửa.' })
    expect(refuseFields('x', { a: 'A' }, 'Riêng.').message).toBe('Riêng.')
  })

  test.each([
    ['invalid', 422, 3],
    ['conflict', 409, 4],
    ['stale', 412, 4],
    ['forbidden', 403, 5],
    ['absent', 404, 6],
    ['later', 503, 75],
  ] as const)('%s: mã HTTP %d, mã thoát %d', (kind: RefusalKind, status, exit) => {
    expect([HTTP_STATUS[kind], EXIT_CODE[kind]]).toEqual([status, exit])
  })
})

describe('Quyền', () => {
  const own = right({
    name: 'x.do',
    sentence: 'Cán bộ cơ quan được làm việc này.',
    ask: 'quản trị hệ thống',
    allows: (a, unit) => hasRole(a, 'co-quan') && (unit === undefined || inScope(a, unit)),
  })

  it('hỏi chung, rồi hỏi lại khi đã biết đơn vị', () => {
    expect(demand(own, officer)).toEqual({ ok: true, value: null })
    expect(demand(own, officer, 'u2').ok).toBe(true)
    expect(demand(own, officer, 'u3')).toMatchObject({
      kind: 'forbidden',
      code: 'right.missing',
      message: 'Cán bộ cơ quan được làm việc này. Liên hệ: quản trị hệ thống.',
      ground: 'x.do',
    })
  })

  it('hệ thống có mọi vai trò và thấy mọi đơn vị; khách không có gì', () => {
    expect(demand(own, systemActor(), 'u9').ok).toBe(true)
    expect(demand(own, ANONYMOUS).ok).toBe(false)
    expect(inScope(ANONYMOUS, 'u1')).toBe(false)
    expect([demand(anyone, ANONYMOUS).ok, demand(signedIn, ANONYMOUS).ok, demand(signedIn, officer).ok]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('cơ quan của một người là cơ quan của quyền đầu tiên', () => {
    expect(homeBody(officer)?.bodyCode).toBe('X.SYT')
    expect(homeBody(systemActor())).toBeNull()
  })
})

test.each([
  ['0198a2c4-1111-7222-8333-444455556666', true],
  ['0198A2C4-1111-7222-8333-444455556666', false],
  ['0198a2c4', false],
  ['', false],
  ["0198a2c4-1111-7222-8333-444455556666'", false],
])('định danh %s: %s', (text, expected) => expect(isId(text)).toBe(expected))
