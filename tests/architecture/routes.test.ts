/** Đường dẫn: the URL table of every module, read without running it. `routes.db.test.ts` walks it on a running system. */
import { describe, expect, it } from 'vitest'
import { anyone, signedIn } from '../../src/kernel/right.ts'
import { MODULES } from '../../src/modules.ts'
import { methodOf, type Route } from '../../src/platform/http/route.ts'
import { BANNED_WORDS } from './language.ts'

const ROUTES = MODULES.flatMap((m) => m.routes.map((route) => ({ module: m, route })))
const RIGHTS = MODULES.flatMap((m) => m.rights)

const shown = (r: Route): string => `${methodOf(r)} ${r.path}`

describe('Bảng đường dẫn', () => {
  it('mỗi đường dẫn viết thường, không dấu, không trùng', () => {
    const lines = ROUTES.map(({ route }) => shown(route))
    expect(lines.filter((l, i) => lines.indexOf(l) !== i)).toEqual([])
    const odd = ROUTES.filter(({ route }) => !/^\/(([a-z0-9-]+|:[a-zA-Z]+)(\/|$))*$/.test(route.path))
    expect(odd.map(({ route }) => shown(route))).toEqual([])
  })

  it('mỗi đường dẫn nêu tiêu đề tiếng Việt', () => {
    const bare = ROUTES.filter(({ route: { title } }) => typeof title === 'string' && title.trim().length < 3)
    expect(bare.map(({ route }) => shown(route))).toEqual([])
    const banned = ROUTES.filter(({ route: { title } }) => typeof title === 'string' && BANNED_WORDS.test(title))
    expect(banned.map(({ route }) => shown(route))).toEqual([])
  })

  it('mỗi đường dẫn nêu một quyền có trong bản khai của một mô-đun đứng trên hoặc chính nó', () => {
    const found = ROUTES.filter(({ module, route }) => {
      if (route.right === anyone || route.right === signedIn) return false
      const upTo = MODULES.slice(0, MODULES.indexOf(module) + 1).flatMap((m) => m.rights)
      return !upTo.includes(route.right)
    })
    expect(found.map(({ route }) => `${shown(route)} ${route.right.name}`)).toEqual([])
  })

  it('trang và tải về nêu lược đồ dữ liệu vào, đường gửi nêu thao tác, và thao tác thuộc mô-đun đứng trên hoặc chính nó', () => {
    const found = ROUTES.filter(({ module, route }) => {
      if (!('action' in route)) return typeof route.input?.safeParse !== 'function'
      const owner = MODULES.findIndex((m) => route.action.name.startsWith(`${m.name}.`))
      return owner < 0 || owner > MODULES.indexOf(module) || typeof route.action.input?.safeParse !== 'function'
    })
    expect(found.map(({ route }) => shown(route))).toEqual([])
  })

  it('mỗi biểu mẫu bị từ chối có trang để hiện lại: back() dẫn tới một trang', () => {
    const pages = ROUTES.flatMap(({ route }) => (route.kind === 'page' ? [route.path.split('/')] : []))
    const fits = (path: string) =>
      pages.some((p) => {
        const have = path.split('/')
        return p.length === have.length && p.every((part, i) => part.startsWith(':') || part === have[i])
      })
    const sample = new Proxy({}, { get: (_t, name) => (typeof name === 'string' ? 'x' : undefined) })
    const found = ROUTES.filter(({ route }) => {
      if (route.kind !== 'submit') return false
      const url = new URL(route.back(sample as Record<string, unknown>), 'http://localhost')
      return !fits(url.pathname)
    })
    expect(found.map(({ route }) => shown(route))).toEqual([])
  })

  it('mỗi mục của thanh bên dẫn tới một trang có thật', () => {
    const paths = new Set(ROUTES.map(({ route }) => shown(route)))
    const lost = MODULES.flatMap((m) => m.menu ?? []).filter((e) => !paths.has(`GET ${e.path}`))
    expect(lost.map((e) => e.path)).toEqual([])
  })
})

describe('Quyền', () => {
  it('mỗi quyền có tên riêng bắt đầu bằng tên mô-đun, một câu, và nơi liên hệ', () => {
    const found = MODULES.flatMap((m) =>
      m.rights.filter(
        (r) => !r.name.startsWith(`${m.name}.`) || !/^\p{Lu}.*\.$/u.test(r.sentence) || r.ask.trim().length === 0,
      ),
    )
    expect(found.map((r) => r.name)).toEqual([])
    const names = RIGHTS.map((r) => r.name)
    expect(names.filter((n, i) => names.indexOf(n) !== i)).toEqual([])
  })

  it('không câu nào dùng lời bị tránh', () => {
    expect(RIGHTS.filter((r) => BANNED_WORDS.test(r.sentence)).map((r) => r.name)).toEqual([])
  })
})

describe('Mô-đun', () => {
  it('đứng đúng thứ tự trong module-order.ts và có ít nhất một đường dẫn hoặc lệnh', async () => {
    const { MODULE_ORDER } = await import('../../src/module-order.ts')
    expect(MODULES.map((m) => m.name)).toEqual([...MODULE_ORDER])
    expect(MODULES.filter((m) => m.routes.length + (m.commands?.length ?? 0) === 0).map((m) => m.name)).toEqual([])
  })

  it('không hai mô-đun nào cùng khai một sự kiện hay một tên ràng buộc', () => {
    for (const keys of [
      MODULES.flatMap((m) => Object.keys(m.facts)),
      MODULES.flatMap((m) => Object.keys(m.constraints ?? {})),
    ])
      expect(keys.filter((k, i) => keys.indexOf(k) !== i)).toEqual([])
  })

  it('không hai lệnh nào trùng tên', () => {
    const names = MODULES.flatMap((m) => (m.commands ?? []).map((c) => `${c.noun} ${c.verb ?? ''}`))
    expect(names.filter((n, i) => names.indexOf(n) !== i)).toEqual([])
  })
})
