/** Tính chất của bản đọc trên văn bản bị cắt, xáo, chèn: never a crash, nothing invented, everything found again. */
import { describe, expect, it } from 'vitest'
import type { PlanReading } from '../words.ts'
import { SHORT_PLANS } from './fixtures/short-plans.ts'
import { readPlan } from './read-plan.ts'

const MUTATIONS = 10_000
/** One reading in so many is read again from another form of the same text. */
const AGAIN = 40

/** Số giả ngẫu nhiên with a seed: the same run every time, so that a failure can be read again. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % Math.max(1, below)
  }
}

const PIECES = [
  '\n',
  '\n\n',
  '\t',
  ' | ',
  '- ',
  '+ ',
  'a) ',
  '1. ',
  'III. ',
  'Điều 3. ',
  'PHỤ LỤC II\n',
  'KẾ HOẠCH\n',
  '\n7\n',
  '(',
  ')',
  '“',
  '; ',
  ':',
  '**',
  '\\- ',
  '&nbsp;',
  '<br>',
  '[1]',
  'Nơi nhận:',
  'TM. ',
  'Đơn vị chủ trì: ',
  'trước ngày 31/02/2025',
  'từ 15 - 20% ',
  'số /QĐ-UBND ',
  '(Kèm theo Kế hoạch số ',
  'nt',
  '\u0301',
  '\u200b',
  '\ud83d\ude00',
]

type Random = (below: number) => number
type Mutation = (text: string, random: Random) => string

const swapLines: Mutation = (text, random) => {
  const lines = text.split('\n')
  const [a, b] = [random(lines.length), random(lines.length)]
  const moved = lines[a] ?? ''
  lines[a] = lines[b] ?? ''
  lines[b] = moved
  return lines.join('\n')
}

const MUTATORS: readonly Mutation[] = [
  (text, random) => {
    const at = random(text.length)
    return text.slice(0, at) + text.slice(at + 1 + random(40))
  },
  (text, random) => {
    const at = random(text.length)
    return text.slice(0, at) + (PIECES[random(PIECES.length)] ?? '') + text.slice(at)
  },
  swapLines,
  (text, random) => text.slice(0, random(text.length)),
  (text, random) => text.slice(random(text.length)),
  (text, random) => {
    const at = random(text.length)
    const end = at + random(120)
    return text.slice(0, end) + text.slice(at)
  },
  (text, random) => {
    const breaks = [...text.matchAll(/\n/gu)].map((m) => m.index)
    const at = breaks[random(breaks.length)] ?? 0
    return `${text.slice(0, at)} ${text.slice(at + 1)}`
  },
  (text, random) => {
    const blanks = [...text.matchAll(/ /gu)].map((m) => m.index)
    const at = blanks[random(blanks.length)] ?? 0
    return `${text.slice(0, at)}\n${text.slice(at + 1)}`
  },
]

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether the words of `text` stand in `source` in this order. */
function foundIn(text: string, source: string): boolean {
  let at = 0
  const there = words(source)
  for (const word of words(text)) {
    while (at < there.length && there[at] !== word) at++
    if (at++ >= there.length) return false
  }
  return true
}

const digits = (text: string | number): string => String(text).replace(/\D/gu, '')

/** What a reading says that its text does not; empty when it is true to it. */
function untrue(r: PlanReading): string[] {
  const out: string[] = []
  const at = (span: readonly [number, number]): string => r.text.slice(span[0], span[1])
  const all = digits(r.text)
  for (const item of [...r.goals, ...r.tasks, ...r.recurringReports]) {
    if (!foundIn(item.text, at(item.span))) out.push(`chữ ngoài chỗ của nó: ${item.text}`)
  }
  for (const t of r.tasks) {
    for (const name of [...t.lead, ...t.coordinate]) if (!foundIn(name, r.text)) out.push(`tên không có: ${name}`)
  }
  for (const g of r.goals) {
    for (const n of [g.value, g.valueHigh, g.by, g.baseYear]) {
      if (n !== null && !all.includes(digits(n))) out.push(`số không có: ${n} của ${g.text}`)
    }
  }
  for (const x of r.references) {
    if (digits(x.number) !== '' && !digits(at(x.span)).includes(digits(x.number)))
      out.push(`số văn bản không có: ${x.number}`)
  }
  const days = [r.date, ...r.references.map((x) => x.date)]
  for (const part of days.flatMap((d) => d?.split('-') ?? [])) {
    if (!all.includes(String(Number(part)))) out.push(`ngày không có: ${part}`)
  }
  if (r.docNumber !== null && !all.includes(digits(r.docNumber))) out.push(`số không có: ${r.docNumber}`)
  const spans = [...r.recipients, ...r.references, ...r.baselines, ...r.results].map((x) => x.span)
  const marked = [...spans, ...r.defects.flatMap((d) => (d.span ? [d.span] : [])), ...(r.signer ? [r.signer.span] : [])]
  for (const [from, to] of marked)
    if (from < 0 || to < from || to > r.text.length) out.push(`chỗ ngoài văn bản: ${from}-${to}`)
  const codes = r.goals.map((g) => g.clause)
  if (new Set(codes).size !== codes.length) out.push(`mã mục tiêu trùng: ${codes.join(' ')}`)
  return out
}

describe.each(SHORT_PLANS)('%s', (kind, text) => {
  it('được nhận ra', () => {
    const r = readPlan(text)
    expect(untrue(r)).toEqual([])
    expect(r.docType).not.toBeNull()
    expect(r.goals.length + r.tasks.length).toBeGreaterThan(0)
    if (kind !== 'tin báo')
      expect([r.issuer, r.signer?.name, r.recipients.at(-1)?.archive]).toEqual([
        r.issuer ?? '',
        r.signer?.name ?? '',
        true,
      ])
  })

  it('đọc như nhau ở dạng chữ tổ hợp và dòng kiểu Windows', () => {
    const whole = readPlan(text)
    expect(readPlan(text.normalize('NFD'))).toEqual(whole)
    expect(readPlan(text.replaceAll('\n', '\r\n'))).toEqual(whole)
  })

  it(`không hỏng, không thêm bớt trên ${MUTATIONS / SHORT_PLANS.length} bản bị cắt, xáo, chèn`, {
    timeout: 60_000,
  }, () => {
    const random = seeded(kind.length * 7919)
    for (let i = 0; i < MUTATIONS / SHORT_PLANS.length; i++) {
      let mutated = text
      for (let n = random(4); n >= 0; n--) mutated = MUTATORS[random(MUTATORS.length)]?.(mutated, random) ?? mutated
      const r = readPlan(mutated)
      const wrong = untrue(r)
      if (wrong.length > 0) expect.fail(`${wrong.join('\n')}\n----\n${mutated}`)
      if (i % AGAIN !== 0) continue
      expect(readPlan(mutated.normalize('NFD'))).toEqual(r)
      expect(readPlan(mutated.replaceAll('\n', '\r\n'))).toEqual(r)
    }
  })
})
