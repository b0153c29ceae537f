/**
 * Trang đầu của từng vai trò, and the page asked for before sign-in.
 */
import { type Actor, hasRole } from '../../../kernel/actor.ts'

/** The page an actor lands on after sign-in; an account without a right in effect lands on its own page. */
export function homeOf(actor: Actor): string {
  if (actor.kind === 'anonymous') return '/dang-nhap'
  if (actor.grants.length === 0) return '/toi/tai-khoan'
  if (hasRole(actor, 'lanh-dao')) return '/dieu-hanh'
  if (hasRole(actor, 'so-noi-vu')) return '/tong-quan'
  if (hasRole(actor, 'thu-truong')) return '/viec?loc=cho-toi-duyet'
  if (hasRole(actor, 'quan-tri')) return '/quan-tri/nguoi-dung'
  if (actor.grants.every((g) => g.role === 'tri-thuc')) return '/toi'
  return '/viec'
}

const OUTSIDE = /[^!-~]|\\/

/** `text` when it is a path of this system, otherwise null: sign-in never leads to another site. */
export function localPath(text: string | undefined): string | null {
  if (text === undefined || !text.startsWith('/') || text.startsWith('//') || OUTSIDE.test(text)) return null
  if (text.length > 500 || /^\/(dang-nhap|dang-xuat|thiet-lap)(\/|\?|$)/.test(text) || text === '/') return null
  return text
}

/** Where sign-in leads: the page asked for, else the home of the role; an account that must act first goes to its own page. */
export const afterSignIn = (actor: Actor, asked: string | undefined): string =>
  actor.grants.length === 0 ? '/toi/tai-khoan' : (localPath(asked) ?? homeOf(actor))
