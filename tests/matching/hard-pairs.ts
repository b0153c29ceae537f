/** Cặp khó viết tay: reads `hard-pairs.txt`. Every second pair of a group belongs to the half that only measures. */
import fs from 'node:fs'
import path from 'node:path'
import { parseDay } from '../../src/kernel/day.ts'
import type { MatchRecord } from '../../src/modules/duplicates/rules/record.ts'
import type { LabelledPair } from './pairs.ts'

const FILE = path.join(import.meta.dirname, 'hard-pairs.txt')

/** The pairs in the order of the file. */
export function hardPairs(): LabelledPair[] {
  const lines = fs.readFileSync(FILE, 'utf8').split('\n')
  return lines.flatMap((line, i): LabelledPair[] => {
    const m = /^([=#]) ([^|]+) \| (.+?) \|\| (.+)$/u.exec(line)
    if (m === null) return []
    const [, sign, tag = '', a = '', b = ''] = m
    const second = tag === 'tổ hợp' ? b.normalize('NFD') : b
    return [{ tag, same: sign === '=', a: recordOf(a, `a${i}`), b: recordOf(second, `b${i}`) }]
  })
}

/** One half of them: 0 for setting weights, 1 for measuring. */
export const halfOf = (pairs: readonly LabelledPair[], half: 0 | 1): LabelledPair[] =>
  pairs.filter((_, i) => i % 2 === half)

function recordOf(text: string, id: string): MatchRecord {
  const [name = '', ...fields] = text.split(/;\s*/u)
  const of = (letter: string): string | null => fields.find((f) => f.startsWith(`${letter}:`))?.slice(2) ?? null
  const cccd = of('c')
  const school = /^(.*) (\d{4})$/u.exec(of('s') ?? '')
  return {
    id,
    name,
    otherNames: listed(of('k')),
    sex: fields.includes('nam')
      ? 'nam'
      : fields.includes('nữ'.normalize('NFC')) || fields.includes('nữ'.normalize('NFD'))
        ? 'nu'
        : null,
    birth: birthOf(fields),
    cccd,
    last3: cccd?.slice(-3) ?? null,
    cmnd: of('m'),
    orcid: of('o'),
    phones: listed(of('t')),
    emails: listed(of('e')),
    unitId: of('u')?.normalize('NFC') ?? null,
    communeId: of('x')?.normalize('NFC') ?? null,
    homePlace: of('q'),
    school: school?.[1] ?? null,
    graduated: school === null ? null : Number(school[2]),
  }
}

const listed = (value: string | null): string[] => (value === null ? [] : [value])

function birthOf(fields: readonly string[]): MatchRecord['birth'] {
  const text = fields.find((f) => /^[\d/]+$/u.test(f))
  if (text === undefined) return null
  const parts = text.split('/').length
  const date = parseDay(parts === 3 ? text : parts === 2 ? `01/${text}` : `01/01/${text}`)
  return date === null ? null : { day: date, precision: parts === 3 ? 'day' : parts === 2 ? 'month' : 'year' }
}
