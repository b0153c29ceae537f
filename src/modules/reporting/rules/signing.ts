/**
 * Ký thay: the lines above the signer's post. Nguồn: Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I (quyền hạn của người ký: TM., KT.,
 * TL., TUQ.). Pure.
 */
import type { SigningAuthority } from '../words.ts'

/** Thẩm quyền ký: who signs, in whose place. */
export type SignedIn = Pick<SigningAuthority, 'kind' | 'headPost' | 'post'>

/** "KT. Giám đốc"; empty for the head himself. */
export const signedFor = (by: SignedIn | null): string => (by === null ? '' : `${by.kind}. ${by.headPost}`)

/**
 * The signature block without the name. A committee acts as a whole («TM. Ủy ban nhân dân») when its chairman or his deputy signs, not
 * when an office signs by his order or by proxy.
 */
export function signatureBlock(
  isCommittee: boolean,
  ownPost: string,
  by: SignedIn | null,
): { readonly authority: readonly string[]; readonly post: string } {
  const whole = isCommittee && (by === null || by.kind === 'KT') ? ['TM. Ủy ban nhân dân'] : []
  if (by === null) return { authority: whole, post: ownPost || (isCommittee ? 'Chủ tịch' : 'Thủ trưởng cơ quan') }
  return { authority: [...whole, signedFor(by)], post: by.post }
}
