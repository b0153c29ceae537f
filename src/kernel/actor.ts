/**
 * Người thực hiện: who acts, in which role, over which bodies. A value: rules and rights read it, nothing else.
 */

/** Vai trò. Labels and sources stand in `modules/accounts/words.ts`. */
export type Role = 'so-noi-vu' | 'co-quan' | 'thu-truong' | 'lanh-dao' | 'tri-thuc' | 'hoi' | 'quan-tri'

/** Phân quyền: one role over one body and everything below it as of today. */
export type Grant = {
  readonly role: Role
  /** Unit id of the body the role was given on. */
  readonly body: string
  readonly bodyCode: string
  readonly bodyName: string
}

/** Người thực hiện. */
export type Actor = {
  readonly kind: 'account' | 'machine' | 'system' | 'anonymous'
  /** Account id, or id of a service token; `system` for clocks and for the command line at the machine; `anonymous` before sign-in. */
  readonly id: string
  /** Full name, as shown in histories. */
  readonly name: string
  /** Chức vụ, may be empty. */
  readonly post: string
  readonly grants: readonly Grant[]
  /** `all` = the whole province; otherwise the unit ids of the subtree(s) of the grants as of today. */
  readonly scope: 'all' | readonly string[]
  /** Khóa truy cập được ghi: only of a machine; without it the machine reads. */
  readonly mayWrite?: boolean
}

/** Hệ thống: jobs on the clock and "quản trị tại máy" on the command line. */
export const systemActor = (name = 'Hệ thống'): Actor => ({
  kind: 'system',
  id: 'system',
  name,
  post: '',
  grants: [],
  scope: 'all',
})

/** Khách: nobody has signed in. */
export const ANONYMOUS: Actor = {
  kind: 'anonymous',
  id: 'anonymous',
  name: 'Khách',
  post: '',
  grants: [],
  scope: [],
}

/** Whether the actor holds one of `roles` (the system holds every role). */
export const hasRole = (a: Actor, ...roles: Role[]): boolean =>
  a.kind === 'system' || a.grants.some((g) => roles.includes(g.role))

/** Whether the unit lies in the actor's scope as of today. */
export const inScope = (a: Actor, unitId: string): boolean => a.scope === 'all' || a.scope.includes(unitId)

/** The body an officer works for: that of the first grant, or null. */
export const homeBody = (a: Actor): Grant | null => a.grants[0] ?? null
