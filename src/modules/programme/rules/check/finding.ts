/** Phát hiện của việc rà soát: one thing a check found in a plan, with its evidence, its computation and what it was measured by. */
import { type Day, showDay } from '../../../../kernel/day.ts'
import { showNumber } from '../../../../kernel/number.ts'
import { fold } from '../../../../kernel/text.ts'
import type { OfficialFigure } from '../../../indicators/public.ts'
import type { CheckKind, Severity } from './kinds.ts'

/** Vị trí `[start, end)` in the text of the reading. */
export type Span = readonly [start: number, end: number]

/** Câu chữ của văn bản: `text` is what stands at `span`. */
export type Evidence = { readonly span: Span; readonly text: string }

/** Nguồn: an official figure (used, or known and not used), or the act a check rests on. */
export type Source = {
  /** "Dân số, Tỉnh …", "Kết thúc đơn vị hành chính cấp huyện". */
  readonly what: string
  readonly value: number | null
  readonly unit: string | null
  readonly day: Day | null
  /** Where it is written. */
  readonly source: string
  readonly status: 'seen' | 'unverified'
  /** False for figures that were known and not used. */
  readonly used: boolean
}

/** Một bước tính; the tests work each one again. `days` counts the days from `a` to `b`, both as month × 100 + day. */
export type Step = {
  readonly op: '+' | '-' | '*' | '/' | 'days'
  readonly a: number
  readonly b: number
  readonly result: number
}

/** What a check gives; the rest is added when the findings are gathered. */
export type Draft = {
  readonly kind: CheckKind
  readonly clause: string
  /** Only where it differs from that of the kind. */
  readonly severity?: Severity
  readonly spans: readonly Span[]
  /** One or more Vietnamese sentences with the computation. */
  readonly arithmetic: string
  readonly steps?: readonly Step[]
  readonly sources?: readonly Source[]
  /** What to do, where it is more than the kind says. */
  readonly proposal?: string
}

/** Phát hiện. */
export type Finding = {
  /** Stays the same when the document is checked again. */
  readonly key: string
  readonly kind: CheckKind
  readonly clause: string
  readonly severity: Severity
  readonly evidence: readonly Evidence[]
  readonly arithmetic: string
  readonly steps: readonly Step[]
  readonly sources: readonly Source[]
  readonly proposal: string
}

/** Sums of decimals as people add them: 1,1 + 2,2 is 3,3 and not a hair more. */
const exact = (n: number): number => Math.round(n * 1e6) / 1e6

const WORK: Readonly<Record<Exclude<Step['op'], 'days'>, (a: number, b: number) => number>> = {
  '+': (a, b) => exact(a + b),
  '-': (a, b) => exact(a - b),
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
}

/** `a op b`, with its result. */
export const step = (a: number, op: keyof typeof WORK, b: number): Step => ({ op, a, b, result: WORK[op](a, b) })

/** "1.234,5": at most two decimals. */
export const num = (n: number): string => showNumber(n, 2)

/** "4,31%". */
export const percent = (share: number): string => `${num(share)}%`

/** An official figure as a source. */
export const figureSource = (f: OfficialFigure, label: string, unit: string, used: boolean): Source => ({
  what: `${label}, ${f.territory}, ${f.period}`,
  value: f.value,
  unit,
  day: f.asOf,
  source: f.source,
  status: f.status,
  used,
})

/** An act of law as a source. */
export const lawSource = (what: string, source: string, day: Day | null = null): Source => ({
  what,
  value: null,
  unit: null,
  day,
  source,
  status: 'seen',
  used: true,
})

/** Name of the source that says what a kind of check rests on. */
export const GROUND = 'Căn cứ'

/** "1.971.326 người (ngày 01/04/2024, danso.asia)"; for lists of figures. */
export function sourceWords(s: Source): string {
  const doubt = s.status === 'unverified' ? ', chưa kiểm chứng' : ''
  if (s.what === GROUND) return `${GROUND}: ${s.source}${doubt}`
  const value = s.value === null ? '' : `: ${num(s.value)} ${s.unit ?? ''}`.trimEnd()
  const day = s.day === null || s.what.includes(showDay(s.day)) ? '' : ` (${showDay(s.day)})`
  return `${s.what}${value}${day}. Nguồn: ${s.source}${doubt}`
}

/** Letters and digits that tell one finding from another of its kind and clause. */
export function keyOf(d: Draft, text: string): string {
  const words = d.spans.map(([from, to]) => fold(text.slice(from, to)).replace(/[^a-z0-9]+/g, '')).join()
  let hash = 7
  for (const c of `${d.kind} ${words}${d.kind === 'document' ? fold(d.arithmetic) : ''}`)
    hash = (hash * 31 + (c.codePointAt(0) ?? 0)) % 4_294_967_291
  return `${d.clause.slice(0, 60)}:${hash.toString(36)}`
}
