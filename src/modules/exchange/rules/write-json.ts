/** Viết gói JSON: known fields under their names, and beside them whatever came with them. */
import { FRAGMENTS, isPart, type Part } from './part.ts'
import { type Field, fieldsWithin, type Profile } from './profile.ts'

/** The object of a whole message. */
export const jsonOfPart = (profile: Profile, p: Part): Record<string, unknown> =>
  writeRecord(profile, profile.envelope, p)

function writeRecord(profile: Profile, fields: readonly Field[], p: Part): Record<string, unknown> {
  const known = fields.flatMap((f): [string, unknown][] => {
    const value = p.values[f.id]
    return value === undefined ? [] : [[f.name, writeField(profile, f, value, p)]]
  })
  const strange: [string, unknown][] = p.fragments.length === 0 ? [] : [[FRAGMENTS, p.fragments]]
  return Object.fromEntries([...known, ...Object.entries(p.other), ...strange])
}

function writeField(profile: Profile, field: Field, value: unknown, beside: Part): unknown {
  if (value === null || (field.type !== 'record' && field.type !== 'list')) return value
  const within = fieldsWithin(profile, field, beside.values) ?? []
  if (isPart(value)) return writeRecord(profile, within, value)
  return (value as readonly Part[]).map((v) => writeRecord(profile, within, v))
}
