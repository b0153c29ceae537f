/**
 * Khóa ghép: two records are compared only when they share a key. Keys are wide on purpose (a shared key proves nothing), and
 * blocks stay small: the most frequent full name with one birth year has a handful of bearers in a province.
 */

import { rememberedFor } from '../../../kernel/remembered.ts'
import type { PersonName } from './names.ts'
import { type Prepared, prepare } from './prepare.ts'
import type { MatchRecord } from './record.ts'

/**
 * K1 số định danh · K2 họ tên + ngày tháng sinh · K3 họ tên + năm sinh · K4 điện thoại, thư điện tử · K5 tên + ngày sinh + đơn vị ·
 * K6 ORCID · K7 CMND cũ · K8 họ và tên (không đệm) + ngày sinh · K9 họ tên + đơn vị.
 */
export type MatchKeyKind = 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'K6' | 'K7' | 'K8' | 'K9'

/** Khóa ghép. `value` is plain text: whoever stores it stores a digest. */
export type MatchKey = { readonly kind: MatchKeyKind; readonly value: string }

/**
 * The letters of the sounds in alphabetical order: typed without marks, in Western order, with l for n, with a space too many,
 * it is the same.
 * K2 leaves the year out and does not care which number is the month: a mistyped year and a swapped day meet there.
 */
function nameKeys(name: PersonName, p: Prepared): MatchKey[] {
  const sounds = name.syllables.map((s) => s.bareSound)
  const [first] = sounds
  const last = sounds.at(-1)
  if (first === undefined || last === undefined) return []
  const all = [...sounds.join('')].sort().join('')
  const unit = p.record.unitId
  const keys: MatchKey[] = []
  if (p.day > 0) {
    keys.push({ kind: 'K2', value: `${all}|${dayOfYear(p)}` })
    if (sounds.length > 1) keys.push({ kind: 'K8', value: `${first} ${last}|${p.year}-${dayOfYear(p)}` })
    if (unit !== null) keys.push({ kind: 'K5', value: `${last}|${p.year}-${dayOfYear(p)}|${unit}` })
  }
  if (p.year > 0) keys.push({ kind: 'K3', value: `${all}|${p.year}` })
  if (unit !== null) keys.push({ kind: 'K9', value: `${all}|${unit}` })
  return keys
}

const dayOfYear = (p: Prepared): string => `${Math.min(p.day, p.month)}-${Math.max(p.day, p.month)}`

/** Every key of a record, each once; worked out once for each record. */
export const matchKeys = rememberedFor((record: MatchRecord): readonly MatchKey[] => {
  const p = prepare(record)
  const keys: MatchKey[] = []
  if (record.cccd !== null) keys.push({ kind: 'K1', value: record.cccd })
  for (const name of p.names) keys.push(...nameKeys(name, p))
  for (const value of [...p.phones, ...p.emails]) keys.push({ kind: 'K4', value })
  if (p.orcid !== null) keys.push({ kind: 'K6', value: p.orcid })
  if (record.cmnd !== null) keys.push({ kind: 'K7', value: record.cmnd })
  const seen = new Set<string>()
  return keys.filter((k) => {
    const text = `${k.kind} ${k.value}`
    return seen.has(text) ? false : seen.add(text) !== undefined
  })
})
