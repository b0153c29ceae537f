/** Bản ghi để so: what one person's record tells a comparison, whatever it came from (the register, a row of a file). */
import type { Day } from '../../../kernel/day.ts'

/** Ngày sinh biết tới đâu: the first day of what is known, and how much of it is. */
export type MatchBirth = { readonly day: Day; readonly precision: 'day' | 'month' | 'year' }

/**
 * Bản ghi để so. Empty lists and null mean "not known", which is evidence of nothing.
 * Texts may come as people typed them; names may carry titles.
 */
export type MatchRecord = {
  readonly id: string
  readonly name: string
  readonly otherNames: readonly string[]
  readonly sex: 'nam' | 'nu' | null
  readonly birth: MatchBirth | null
  /** Số định danh that passed its checks, or a keyed digest of it: both sides in the same form, compared for equality only. */
  readonly cccd: string | null
  /** Its last three digits, where they are known. */
  readonly last3: string | null
  /** Số CMND cũ, or its digest. */
  readonly cmnd: string | null
  readonly orcid: string | null
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  /** Đơn vị công tác. */
  readonly unitId: string | null
  /** Xã nơi ở. */
  readonly communeId: string | null
  /** Quê quán as written, from small to large: "xã Gia Tân, huyện Gia Lộc". */
  readonly homePlace: string | null
  /** Cơ sở đào tạo of the highest degree, as written, and the year it was awarded. */
  readonly school: string | null
  readonly graduated: number | null
}
