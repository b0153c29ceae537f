/** Mã, phiếu, địa chỉ: everything of this module that comes from chance or from the key of the installation. */
import { randomBytes } from 'node:crypto'
import type { Vault } from '../../platform/vault.ts'
import { codeForm, invitationCode } from './rules/invitation.ts'

/** The code of an invitation, from its id and the key: it can be printed again and is stored nowhere. */
export function codeOf(vault: Vault, invitationId: string): string {
  for (let turn = 0; ; turn++) {
    const code = invitationCode(vault.digest(`own-record.code:${invitationId}:${turn}`))
    if (code !== null) return code
  }
}

/** What is stored of a code, however it was typed. */
export const codeDigest = (vault: Vault, code: string): Buffer =>
  vault.digest(`own-record.invitation:${codeForm(code)}`)

/** What is stored of an address that typed wrong. */
export const addressDigest = (vault: Vault, address: string): Buffer => vault.digest(`own-record.address:${address}`)

/** Phiếu nhận hồ sơ: 256 bits of chance; only its keyed digest is kept. */
export const newTicket = (): string => randomBytes(32).toString('base64url')

/** What is stored of a ticket. */
export const ticketDigest = (vault: Vault, ticket: string): Buffer => vault.digest(`own-record.ticket:${ticket}`)

/** Địa chỉ công khai: 80 bits of chance, lower case letters and digits. */
export const newSlug = (): string => randomBytes(10).toString('hex')
