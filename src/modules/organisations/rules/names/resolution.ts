/**
 * Tên cơ quan trong văn bản: what a written name can turn out to be on the day of its document, and the part of the
 * register that decides it. Nothing is resolved by likeness: what is only close is offered, with the reason.
 */
import type { Day } from '../../../../kernel/day.ts'
import type { Validity } from '../../../../kernel/validity.ts'
import type { AliasMeaning, NameKind, Unit, UnitGroup, UnitKind } from '../../words.ts'

/** Đơn vị được nêu: id and the name it signs with. */
export type NamedUnit = { readonly id: string; readonly name: string; readonly group: UnitGroup }

/** Cơ quan kế thừa, with the function it took over where the event says so. */
export type Heir = { readonly id: string; readonly name: string; readonly function: string | null }

/** Việc kết thúc: from which day the body (or its name) is no more, by which act, and who took over. */
export type Ending = {
  readonly on: Day
  readonly act: string
  readonly heirs: readonly Heir[]
  /** The body goes on under another name; only the written name has ended. */
  readonly renamed: boolean
}

/** Nhận ra bằng cách nào. */
export type Way = 'exact' | 'spelling' | 'short' | 'place' | 'alias' | 'group-words' | 'list' | 'outside-words' | 'none'

/** Đơn vị gần giống: offered, never taken. `reason` is one Vietnamese phrase. */
export type Candidate = NamedUnit & { readonly reason: string }

/** Tên đã đối chiếu. */
export type Resolution = {
  readonly written: string
  readonly kind: NameKind
  readonly by: Way
  /** `single`, `ended`: the one body; `group`: the members on the day; of a list, those of its clear parts. Else none. */
  readonly units: readonly NamedUnit[]
  /** What a group or an outside name is, in words: "12 huyện, thị xã, thành phố". */
  readonly words: string
  /** The name stands for the heads of the bodies ("Thủ trưởng …"). */
  readonly leaders: boolean
  /** Others without fixed membership are meant too ("… và các đơn vị liên quan"). */
  readonly open: boolean
  /** `ended`: before the document's day. With `single` and `group`: since then, or a part of the group. */
  readonly ended: Ending | null
  readonly candidates: readonly Candidate[]
  /** The names of a list within one name. */
  readonly parts: readonly Resolution[]
  /** The decision that says so (`by` = alias). */
  readonly alias: AliasUsed | null
}

/** Một tên từng mang: every name of every unit, with its days and those of the unit. */
export type BorneName = {
  readonly unitId: string
  readonly kind: UnitKind
  readonly group: UnitGroup
  readonly type: string | null
  readonly name: string
  readonly officeName: string
  /** The unit above, as last known: tells an heir of the same name from the body it follows. */
  readonly above: string | null
  readonly valid: Validity
  readonly unitValid: Validity
}

/** Liên kết của một sự kiện, as endings need it. */
export type EndingEdge = {
  readonly on: Day
  readonly act: string
  readonly from: string
  readonly to: string | null
  readonly function: string | null
}

/** Quyết định đã dùng. */
export type AliasUsed = {
  readonly id: string
  readonly valid: Validity
  /** Null = in every document. */
  readonly documentId: string | null
  readonly decidedBy: string
}

/** Tên gọi khác đã quyết định: what a written name means, on which days, and in which document (null = everywhere). */
export type Alias = {
  readonly id: string
  readonly written: string
  readonly means: AliasMeaning
  readonly unitId: string | null
  readonly unitName: string | null
  /** A phrase the resolver reads as a group ("các sở, ban, ngành"), when `means` is `group`. */
  readonly phrase: string | null
  readonly documentId: string | null
  readonly valid: Validity
  readonly decidedBy: string
}

/** Sổ bộ của một ngày, as the resolver needs it. */
export type NameRegister = {
  /** Day of the document. */
  readonly day: Day
  /** Day of the reader: what ended since is flagged. */
  readonly today: Day
  /** Units of the territory on `day`, the province among them. */
  readonly units: readonly Unit[]
  /** Every name ever borne, in any territory of the register. */
  readonly borne: readonly BorneName[]
  readonly edges: readonly EndingEdge[]
  readonly aliases: readonly Alias[]
}

const BARE = {
  by: 'none',
  units: [],
  words: '',
  leaders: false,
  open: false,
  ended: null,
  candidates: [],
  parts: [],
  alias: null,
} as const

/** A resolution; what is not given is empty. */
export const resolution = (written: string, kind: NameKind, more: Partial<Resolution> = {}): Resolution => ({
  ...BARE,
  written,
  kind,
  ...more,
})
