/**
 * Mật khẩu: length before mixture. A passphrase of several words is welcome (NIST SP 800-63B, 5.1.1.2: length, no
 * forced mixtures, no periodic change).
 */
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { fold } from '../../../kernel/text.ts'

/** Ít nhất 12 ký tự. */
export const MIN_PASSWORD = 12

/** Longest password taken in; longer ones only cost hashing time. */
export const MAX_PASSWORD = 200

/** Fewest different characters: "aaaaaaaaaaaa" is long and worth nothing. */
const MIN_DIFFERENT = 5

const RUNS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
]

/** One form of the password on every keyboard: Telex and VNI write the same letters differently. */
export const passwordForm = (typed: string): string => typed.normalize('NFC')

/** The sentence saying why a password is not good enough, or null. */
export function passwordFault(typed: string, person: { username: string; name: string }): string | null {
  const password = passwordForm(typed)
  const letters = [...password]
  if (letters.length < MIN_PASSWORD) return `Mật khẩu cần ít nhất ${MIN_PASSWORD} ký tự, hiện có ${letters.length}`
  if (letters.length > MAX_PASSWORD) return `Mật khẩu dài tối đa ${MAX_PASSWORD} ký tự, hiện có ${letters.length}`
  if (new Set(letters).size < MIN_DIFFERENT) return 'Mật khẩu lặp lại quá ít ký tự, dùng một cụm nhiều từ'
  const bare = fold(password).replaceAll(' ', '')
  if (RUNS.some((run) => run.includes(bare))) return 'Mật khẩu là một dãy liên tiếp dễ đoán, dùng một cụm nhiều từ'
  const own = [person.username, fold(person.name).replaceAll(' ', '')].filter((w) => w.length >= 4)
  if (own.some((w) => bare.includes(w) && bare.length - w.length < 6)) {
    return 'Mật khẩu gần trùng tên đăng nhập hoặc họ tên, dùng một cụm từ khác'
  }
  return null
}

/** Accepts a new password typed twice. Field names are those of the form. */
export function newPassword(
  typed: { password: string; again: string },
  person: { username: string; name: string },
): Decision<string> {
  const fault = passwordFault(typed.password, person)
  if (fault !== null) return refuseFields('accounts.password-weak', { password: fault })
  if (passwordForm(typed.password) !== passwordForm(typed.again)) {
    return refuseFields('accounts.password-differs', { passwordAgain: 'Hai lần nhập mật khẩu chưa giống nhau' })
  }
  return accept(passwordForm(typed.password))
}
