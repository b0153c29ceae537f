/** Người xem mở được trang nào. */
import { expect, test } from 'vitest'
import { ANONYMOUS, systemActor } from '../../kernel/actor.ts'
import { anyone, right } from '../../kernel/right.ts'
import { opens } from './opens.ts'
import { page, type Route } from './route.ts'

const nobody = right({ name: 'x', sentence: 'Trang này đóng.', ask: 'quản trị', allows: (a) => a.kind === 'system' })
const at = (path: string, allowed: typeof anyone): Route =>
  page({
    path,
    title: path,
    right: allowed,
    input: { safeParse: () => ({ success: true, data: {} }) } as never,
    view: () => ({ ok: true, value: {} }) as never,
    html: () => '' as never,
  })
const routes = [at('/viec/:id', anyone), at('/viec/doc', nobody), at('/kin/:id', nobody)]

test.each([
  ['trang cho mọi người', '/viec/12', ANONYMOUS, true],
  ['có câu hỏi và chỗ neo', '/viec/12?loc=a#b', ANONYMOUS, true],
  ['địa chỉ viết đủ đứng trước địa chỉ có phần tự do', '/viec/doc', ANONYMOUS, false],
  ['trang đóng', '/kin/1', ANONYMOUS, false],
  ['người có quyền', '/kin/1', systemActor(), true],
  ['không có trang', '/khong', systemActor(), false],
] as const)('%s', (_, href, actor, expected) => expect(opens(routes, actor)(href)).toBe(expected))
