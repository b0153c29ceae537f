/** Dữ liệu mẫu: a record that knows nothing, to be filled by a test. */
import type { MatchRecord } from './rules/record.ts'

/** A record with only what `known` says. */
export const record = (known: Partial<MatchRecord> & { readonly name: string }): MatchRecord => ({
  id: known.name,
  otherNames: [],
  sex: null,
  birth: null,
  cccd: null,
  last3: null,
  cmnd: null,
  orcid: null,
  phones: [],
  emails: [],
  unitId: null,
  communeId: null,
  homePlace: null,
  school: null,
  graduated: null,
  ...known,
})
