/**
 * Mã xác thực hai bước: six digits that change every 30 seconds (RFC 6238); one period to either side is allowed for
 * clocks that differ, and no code is taken twice.
 */
import { verifySync } from 'otplib'
import { squeeze } from '../../../kernel/text.ts'

/** Chu kỳ của mã, giây. */
export const CODE_PERIOD = 30

/** The typed code without spaces and dashes, recovery codes in upper case. */
export const codeForm = (typed: string): string => squeeze(typed).replace(/[\s-]/g, '').toUpperCase()

/** Whether the text is a code of the application (six digits) rather than a recovery code. */
export const isAppCode = (code: string): boolean => /^\d{6}$/.test(code)

/**
 * The period in which `code` is right, or null. `lastStep` = period of the last code taken: that one and all before it
 * are used up.
 */
export function stepOfCode(secret: string, code: string, now: Temporal.Instant, lastStep: number): number | null {
  if (!isAppCode(code)) return null
  const epoch = Math.floor(now.epochMilliseconds / 1000)
  const found = verifySync({ secret, token: code, epoch, period: CODE_PERIOD, epochTolerance: CODE_PERIOD })
  if (!found.valid || !('timeStep' in found)) return null
  return found.timeStep > lastStep ? found.timeStep : null
}

/** Alphabet of recovery codes: no letters that look like digits. */
export const RECOVERY_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** Number of recovery codes handed out together. */
export const RECOVERY_COUNT = 8

/** Recovery codes as shown, "ABCDE-FGHJK", from random bytes (ten for each code). */
export function recoveryCodes(bytes: Uint8Array): string[] {
  return Array.from({ length: RECOVERY_COUNT }, (_, i) => {
    const letters = [...bytes.subarray(i * 10, i * 10 + 10)].map((b) => RECOVERY_LETTERS[b % RECOVERY_LETTERS.length])
    return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
  })
}
