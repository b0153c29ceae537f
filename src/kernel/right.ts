/**
 * Quyền: one sentence per right, one pure function behind it. The database repeats the scope by row level security.
 */
import type { Actor } from './actor.ts'
import { accept, type Decision, refuse } from './result.ts'

/** Quyền: who may do what on which unit. */
export type Right = {
  /** `module.verb`, as in the ledger. */
  readonly name: string
  /** The sentence an official reads: "Cán bộ Sở Nội vụ được trả lại báo cáo đã nộp." */
  readonly sentence: string
  /** Whom to ask when it is missing. */
  readonly ask: string
  /** `unitId` is the body concerned; absent when the right is asked for in general (menu, route). */
  readonly allows: (actor: Actor, unitId?: string) => boolean
}

/** Declares a right. */
export const right = (r: Right): Right => r

/** Accepts, or refuses with the sentence and whom to ask. */
export function demand(r: Right, actor: Actor, unitId?: string): Decision<null> {
  if (r.allows(actor, unitId)) return accept(null)
  return refuse('forbidden', 'right.missing', `${r.sentence} Liên hệ: ${r.ask}.`, { ground: r.name })
}

/** Ai cũng xem được. */
export const anyone = right({
  name: 'anyone',
  sentence: 'Ai cũng xem được.',
  ask: 'quản trị hệ thống',
  allows: () => true,
})

/** Người đã đăng nhập. */
export const signedIn = right({
  name: 'signed-in',
  sentence: 'Chức năng này dành cho người đã đăng nhập.',
  ask: 'quản trị hệ thống của cơ quan',
  allows: (a) => a.kind !== 'anonymous',
})
