/**
 * Ai phải báo cáo: the bodies that a regime names, by the plan, by group or by unit, each from a day to a day.
 * Lines that leave out win over lines that bring in.
 */
import { type Day, day } from '../../../kernel/day.ts'
import { intersect, type Validity } from '../../../kernel/validity.ts'
import type { DutyHolder } from './open-period.ts'
import type { ReporterLine } from './regime.ts'

/** A unit as the lines ask about it: its group, and the days it existed. */
export type ReportingUnit = {
  readonly id: string
  readonly code: string
  readonly group: string
  readonly valid: Validity
}

const spanOf = (l: ReporterLine): Validity => ({ from: day(l.from), to: l.to === null ? null : day(l.to) })

/** What is left of `v` without the days of `gone`. */
export function without(v: Validity, gone: Validity): readonly Validity[] {
  if (intersect(v, gone) === null) return [v]
  const before: Validity[] = v.from < gone.from ? [{ from: v.from, to: gone.from }] : []
  const end: Day | null = gone.to
  const after: Validity[] = end !== null && (v.to === null || end < v.to) ? [{ from: end, to: v.to }] : []
  return [...before, ...after]
}

/** Who held the duty to report and when. No line at all: those whom the plan obliges. */
export function reportersOf(
  lines: readonly ReporterLine[],
  planned: readonly DutyHolder[],
  units: readonly ReportingUnit[],
): readonly DutyHolder[] {
  const named = lines.filter((l) => l.kind === 'plan' || l.kind === 'group' || l.kind === 'unit')
  const brought = named.length === 0 ? planned : named.flatMap((l) => broughtIn(l, planned, units))
  const out = lines.filter((l) => l.kind === 'not-group' || l.kind === 'not-unit')
  const byId = new Map(units.map((u) => [u.id, u]))
  return brought.flatMap((h) => {
    const unit = byId.get(h.unitId)
    const spans = out
      .filter((l) => unit !== undefined && l.ref === (l.kind === 'not-group' ? unit.group : unit.code))
      .reduce<readonly Validity[]>((left, l) => left.flatMap((v) => without(v, spanOf(l))), [h.valid])
    return spans.map((valid) => ({ ...h, valid }))
  })
}

function broughtIn(l: ReporterLine, planned: readonly DutyHolder[], units: readonly ReportingUnit[]): DutyHolder[] {
  const from =
    l.kind === 'plan'
      ? planned
      : units
          .filter((u) => l.ref === (l.kind === 'group' ? u.group : u.code))
          .map((u): DutyHolder => ({ unitId: u.id, valid: u.valid, cameFrom: [] }))
  return from.flatMap((h) => {
    const valid = intersect(h.valid, spanOf(l))
    return valid === null ? [] : [{ ...h, valid }]
  })
}
