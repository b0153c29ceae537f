/** Chuỗi sinh ra: wandering series with trends, made from a seed, in the form of a development file. */
import type { DevelopmentFile } from './tables.ts'
import { uniforms } from './train.ts'

const KINDS = ['percent', 'count', 'positive', 'other'] as const

/** A development file of `count` generated series. */
export function generatedFile(count: number, seed: number): DevelopmentFile {
  const next = uniforms(seed)
  const rows = Array.from({ length: count }, (_, i) => rowOf(i, next))
  const text = ['id,tier,source,src_id,domain,kind,n,h,start,train,test', ...rows].join('\n')
  return { name: `generated-${count}-${seed}`, sha256: '', text }
}

function rowOf(i: number, next: () => number): string {
  const kind = KINDS[i % KINDS.length] ?? 'other'
  const known = 5 + Math.floor(next() * 25)
  const drift = (next() - 0.45) * 2
  const noise = 0.2 + next() * 3
  let value = 20 + next() * 40
  const values = Array.from({ length: known + 6 }, () => {
    value += drift + noise * (next() + next() - 1)
    const possible = kind === 'other' ? value : Math.max(0.5, value)
    return Number((kind === 'percent' ? Math.min(99, possible) : possible).toFixed(2))
  })
  const train = values.slice(0, known).join(';')
  const tier = i % 3 === 0 ? 'comp' : 'ind'
  return `G${i},${tier},GENERATED,mau-${i % 20}:x,,${kind},${known},6,2000,${train},${values.slice(known).join(';')}`
}
