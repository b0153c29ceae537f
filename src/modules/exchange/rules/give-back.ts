/** Trả lại trường lạ: what another system sent beside a record of ours leaves with that record again. */
import { isPart, listIn, type Part, partIn } from './part.ts'
import type { Field } from './profile.ts'

/** A record of ours with the unknown fields of the record as it was received; ours stands where both say something. */
export function giveBack(fields: readonly Field[], ours: Part, kept: Part): Part {
  const values = { ...ours.values }
  for (const f of fields) {
    const within = Array.isArray(f.of) ? f.of : []
    if (f.type === 'record' && isPart(values[f.id]))
      values[f.id] = giveBack(within, partIn(ours, f.id), partIn(kept, f.id))
    if (f.type === 'list') values[f.id] = entries(within, listIn(ours, f.id), listIn(kept, f.id))
  }
  return { values, other: { ...kept.other, ...ours.other }, fragments: [...kept.fragments, ...ours.fragments] }
}

/** Entries are the same when their first field is. */
function entries(fields: readonly Field[], ours: readonly Part[], kept: readonly Part[]): readonly Part[] {
  const name = fields[0]?.id ?? ''
  const known = new Map(kept.map((k) => [k.values[name], k]))
  return ours.map((o) => {
    const before = known.get(o.values[name])
    return before ? giveBack(fields, o, before) : o
  })
}

/** Whether a record holds anything the profile does not know. */
export const isStrange = (p: Part): boolean =>
  Object.keys(p.other).length > 0 ||
  p.fragments.length > 0 ||
  Object.values(p.values).some((v) =>
    Array.isArray(v) ? v.some((e) => isPart(e) && isStrange(e)) : isPart(v) && isStrange(v),
  )

/** Names of the unknown fields of a record, with what they stand in. */
export function strangeNames(fields: readonly Field[], p: Part, at = ''): string[] {
  const here = [...Object.keys(p.other), ...p.fragments.map((f) => `<${f.name}>`)].map((n) => `${at}${n}`)
  const below = fields.flatMap((f) => {
    const within = Array.isArray(f.of) ? f.of : []
    const inside = f.type === 'record' ? [partIn(p, f.id)] : f.type === 'list' ? listIn(p, f.id) : []
    return inside.flatMap((e) => strangeNames(within, e, `${at}${f.name}.`))
  })
  return [...new Set([...here, ...below])]
}
