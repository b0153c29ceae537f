/** Việc đang đổi: the dossier while entries are applied to it one after the other, and what came of them so far. */
import type { Entry, Fact, FactData, Finding, Identifier, Level, Person, SealedMark } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'

/** What the rule is given besides the entries. */
export type ChangeAt = {
  readonly newId: () => string
  /** Keyed digest, hexadecimal, of a number or of a sealed content. */
  readonly digest: (text: string) => string
  /** For a new person. */
  readonly unitId: string
  readonly batchId: string | null
}

/** Một giá trị đổi, for the preview: before and after in the words of the field. */
export type ChangedField = {
  readonly group: GroupCode
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** Thay đổi. `person` and `facts` are the dossier after it. */
export type DossierChange = {
  readonly outcome: 'new' | 'changed' | 'same'
  readonly before: Person | null
  readonly person: Person
  readonly facts: readonly Fact[]
  readonly identifiers: readonly Identifier[]
  readonly added: readonly Fact[]
  readonly superseded: readonly string[]
  readonly identifiersAdded: readonly (Identifier & { readonly value: string })[]
  readonly identifiersSuperseded: readonly string[]
  readonly sealedAdded: readonly (SealedMark & { readonly data: FactData; readonly entry: Entry })[]
  readonly sealedSuperseded: readonly string[]
  readonly fields: readonly ChangedField[]
  readonly findings: readonly Finding[]
}

/** Hồ sơ đang đổi. */
export type Work = {
  readonly fresh: boolean
  person: Person
  facts: Fact[]
  identifiers: Identifier[]
  sealed: SealedMark[]
  added: Map<string, Fact>
  superseded: Set<string>
  identifiersAdded: (Identifier & { value: string })[]
  identifiersSuperseded: string[]
  sealedAdded: (SealedMark & { data: FactData; entry: Entry })[]
  sealedSuperseded: string[]
  fields: ChangedField[]
  findings: Finding[]
}

/** The higher of two levels. */
export const higher = (a: Level, b: Level): Level => (a > b ? a : b)
