/** Người xem mở được trang nào: so that no page offers a link that would refuse its reader. */
import type { Actor } from '../../kernel/actor.ts'
import { matchPath } from './match-path.ts'
import type { Route } from './route.ts'

/**
 * Whether the right of the page or file at an address (path and query) lets the reader in; what the page itself asks once it knows the
 * body or the person is not asked here. An address of no page opens for nobody.
 */
export function opens(routes: readonly Route[], actor: Actor): (href: string) => boolean {
  return (href) => {
    const path = href.split(/[?#]/)[0] ?? href
    const found = routes
      .filter((r) => r.kind === 'page' || r.kind === 'download')
      .flatMap((route) => {
        const params = matchPath(route.path, path)
        return params === null ? [] : [{ route, free: Object.keys(params).length }]
      })
      .toSorted((a, b) => a.free - b.free)[0]
    return found?.route.right.allows(actor) ?? false
  }
}
