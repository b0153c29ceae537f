/**
 * Mật khẩu, mã, khóa phiên: everything that needs chance or slow hashing. Decisions about them stand in `rules/`.
 */
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { generateSecret, generateURI } from 'otplib'
import type { Vault } from '../../platform/vault.ts'
import { passwordForm } from './rules/password.ts'
import { ISSUER } from './words.ts'

/** argon2id with 19 MiB, two passes, one lane (OWASP Password Storage; argon2id is the default of the library). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A hash of nobody's password: unknown usernames cost the same time as known ones. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$bDyRYACMFAnA26fAH1t5VQ$XQ74MqG07mPqWICq14v+xcNNHpc6b5D7LFGyQU2WnMk'

/** argon2id hash of a password. */
export const hashPassword = (password: string): Promise<string> => hash(passwordForm(password), COST)

/** Whether the password is the one of `stored`; takes as long when there is nothing stored. */
export async function fitsPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? NOBODY, passwordForm(password)).catch(() => false)
  return fits && stored !== null
}

/** A session token: 256 bits of chance. Only its keyed hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Khóa truy cập của hệ thống khác: 256 bits of chance after a mark that leak scanners find. Only its keyed hash is stored. */
export const newServiceToken = (): string => `nk_${newToken()}`

/** What is stored of a token or of a recovery code. */
export const keyedHash = (vault: Vault, kind: 'session' | 'recovery' | 'service', text: string): Buffer =>
  vault.digest(`${kind}:${text}`)

/** Secret and bytes for the recovery codes of a new second step. */
export const newSecondStep = (): { secret: string; chance: Uint8Array } => ({
  secret: generateSecret(),
  chance: randomBytes(80),
})

/** Address that authenticator applications read, `otpauth://totp/…`. */
export const secondStepAddress = (username: string, secret: string): string =>
  generateURI({ issuer: ISSUER, label: username, secret })

const SYLLABLES = [
  'ba',
  'be',
  'bo',
  'ca',
  'co',
  'cu',
  'da',
  'de',
  'do',
  'ga',
  'go',
  'ha',
  'he',
  'ho',
  'ke',
  'ki',
  'la',
  'le',
  'lo',
  'lu',
  'ma',
  'me',
  'mo',
  'mu',
  'na',
  'ne',
  'no',
  'ra',
  're',
  'ru',
  'sa',
  'so',
]
const WORDS = 5

/** A one-time password that can be read out on the phone: five made-up words and a number, some 56 bits of chance. */
export function newOneTimePassword(): string {
  const bytes = randomBytes(WORDS * 2 + 2)
  const syllable = (i: number) => SYLLABLES[(bytes[i] ?? 0) % SYLLABLES.length] ?? ''
  const words = Array.from({ length: WORDS }, (_, i) => `${syllable(2 * i)}${syllable(2 * i + 1)}`)
  return [...words, 10 + (bytes.readUInt16BE(WORDS * 2) % 90)].join('-')
}
