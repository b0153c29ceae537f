/**
 * Mã mời: ten letters and digits that cannot be guessed, handed over on paper, used once with the birth date. Whoever types wrong
 * waits: the code after five tries, the address after ten.
 */
import { type PartialDay, parsePartialDay } from '../../../kernel/partial-day.ts'

/** Letters and digits that are not mistaken for one another on paper; 30 of them give ten places some 49 bits. */
export const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

const LENGTH = 10

/** Mã mời "ABCDE-FGHJK" from random bytes; each byte past the last full round of letters is left out. */
export function invitationCode(bytes: Uint8Array): string | null {
  const fair = 256 - (256 % CODE_LETTERS.length)
  const letters = [...bytes]
    .filter((b) => b < fair)
    .slice(0, LENGTH)
    .map((b) => CODE_LETTERS[b % CODE_LETTERS.length])
  return letters.length < LENGTH ? null : `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

/** The typed code as it was printed: no spaces, no dashes, upper case. */
export const codeForm = (typed: string): string => typed.replace(/[\s\-–.]/g, '').toUpperCase()

/** Whether the typed birth date says all that the record knows of it. */
export function fitsBirth(typed: string, known: PartialDay | null): boolean {
  const said = parsePartialDay(typed)
  return said !== null && known !== null && said.startsWith(known)
}

/** 5 lần sai một mã. */
export const MOST_OF_CODE = 5

/** 10 lần sai từ một địa chỉ trong 15 phút. */
export const MOST_OF_ADDRESS = 10

/** 15 phút. */
export const LOCK_MINUTES = 15

/** What stands of an invitation that decides whether it opens. */
export type Invitation = {
  readonly endsAt: Temporal.Instant
  readonly used: boolean
  readonly revoked: boolean
  readonly failed: number
  readonly lockedUntil: Temporal.Instant | null
}

/** Whether the invitation may be tried at `now`. */
export function isOpen(i: Invitation, now: Temporal.Instant): boolean {
  if (i.used || i.revoked || Temporal.Instant.compare(now, i.endsAt) >= 0) return false
  return i.lockedUntil === null || Temporal.Instant.compare(now, i.lockedUntil) >= 0
}

/** After one more wrong birth date. */
export function afterWrongBirth(
  i: Invitation,
  now: Temporal.Instant,
): { failed: number; lockedUntil: Temporal.Instant | null } {
  const failed = (i.lockedUntil === null ? i.failed : 0) + 1
  return { failed, lockedUntil: failed >= MOST_OF_CODE ? now.add({ minutes: LOCK_MINUTES }) : null }
}

/** Tình trạng của thư mời. */
export type InvitationState = 'cho' | 'da-dung' | 'het-han' | 'thu-hoi'

/** What an invitation is at `now`. */
export function invitationState(
  i: Pick<Invitation, 'endsAt' | 'used' | 'revoked'>,
  now: Temporal.Instant,
): InvitationState {
  if (i.used) return 'da-dung'
  if (i.revoked) return 'thu-hoi'
  return Temporal.Instant.compare(now, i.endsAt) >= 0 ? 'het-han' : 'cho'
}
