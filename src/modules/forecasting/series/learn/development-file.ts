/** Tệp phát triển: CSV with columns id, tier, source, src_id, kind, train, test; numbers joined by `;`. */
import { kindOf, recordsOf } from '../csv.ts'
import type { DevSeries } from './windows.ts'

/** The series of a development file; what was known first, what came after second. */
export function developmentSeries(text: string): DevSeries[] {
  const [head = [], ...rows] = recordsOf(text)
  const column = (name: string): number => head.indexOf(name)
  const at = {
    id: column('id'),
    tier: column('tier'),
    source: column('source'),
    origin: column('src_id'),
    kind: column('kind'),
    train: column('train'),
    test: column('test'),
  }
  return rows.map((r) => {
    const numbers = (i: number): number[] => (r[i] ?? '').split(';').map(Number)
    const known = numbers(at.train)
    // Indicators of many countries are one group; a competition series stands alone.
    const origin = r[at.origin] ?? ''
    const group = origin.includes(':') ? origin.slice(0, origin.indexOf(':')) : `${r[at.source]}/${origin}`
    return {
      id: r[at.id] ?? '',
      group,
      tier: r[at.tier] ?? '',
      kind: kindOf(r[at.kind] ?? '') ?? 'other',
      cut: known.length,
      values: [...known, ...numbers(at.test)],
    }
  })
}
