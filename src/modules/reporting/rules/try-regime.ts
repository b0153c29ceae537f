/**
 * Thử một bản chế độ với báo cáo đã nộp của năm trước: which figures find their place, which checks would speak, what the
 * totals would be. Nothing is written.
 */
import type { Answers, ReportContent, TaskGroup } from '../words.ts'
import { answersOf, fieldsOf, readReport } from './answers.ts'
import { type Finding, findings, type LastYear } from './checks.ts'
import { computedYear } from './compute.ts'
import { type AcceptedReport, totals } from './consolidate.ts'
import { type Regime, rowsOf } from './regime.ts'

/** Báo cáo đem thử: one that was sent, with the figures of the year before it. */
export type TrialReport = AcceptedReport & { readonly lastYear: LastYear }

/** Một câu phát hiện mà bản mới nêu, and the bodies it would be said to. */
export type TrialFinding = {
  readonly id: string
  readonly severity: Finding['severity']
  readonly message: string
  readonly bodies: readonly { readonly unitCode: string; readonly unitName: string }[]
}

/** Một tổng trước và sau. Null = no such row, or no figure. */
export type TrialTotal = {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly before: number | null
  readonly after: number | null
  readonly isNew: boolean
  readonly isGone: boolean
}

/** Kết quả thử. */
export type Trial = {
  readonly reports: number
  /** Filled cells of the old reports that the new form has a place for, and those it has none for. */
  readonly kept: number
  readonly withoutPlace: readonly { readonly label: string; readonly filled: number }[]
  /** Rows of the new form that no old report could fill. */
  readonly emptyRows: readonly string[]
  /** Findings of the new version that the old one did not make, and the reverse. */
  readonly fresh: readonly TrialFinding[]
  readonly gone: readonly TrialFinding[]
  readonly totals: readonly TrialTotal[]
}

/** What would change if the reports of `year` were held against `after` and no longer against `before`. */
export function tryRegime(
  before: Regime,
  after: Regime,
  reports: readonly TrialReport[],
  groups: readonly TaskGroup[],
  year: number,
): Trial {
  const read = reports.map((r) => ({ ...r, answers: answersOf(r.content) }))
  const spoken = (regime: Regime) => gather(regime, read, groups, year)
  const [old, now] = [spoken(before), spoken(after)]
  return {
    reports: reports.length,
    ...places(before, after, read, groups),
    fresh: [...now.values()].flatMap((f) => rest(f, old.get(f.id))),
    gone: [...old.values()].flatMap((f) => rest(f, now.get(f.id))),
    totals: sums(before, after, read, groups),
  }
}

type Read = TrialReport & { readonly answers: Answers }

/** What one version says that the other does not say to the same body. */
function rest(f: TrialFinding, other: TrialFinding | undefined): TrialFinding[] {
  const known = new Set((other?.bodies ?? []).map((b) => b.unitCode))
  const bodies = f.bodies.filter((b) => !known.has(b.unitCode))
  return bodies.length === 0 ? [] : [{ ...f, bodies }]
}

function gather(regime: Regime, reports: readonly Read[], groups: readonly TaskGroup[], year: number) {
  const out = new Map<
    string,
    { id: string; severity: Finding['severity']; message: string; bodies: TrialFinding['bodies'] }
  >()
  for (const r of reports) {
    for (const f of findings(regime, groups, r.answers, computedYear(regime, r.lastYear), year)) {
      const known = out.get(f.id)
      const body = { unitCode: r.unitCode, unitName: r.unitName }
      out.set(f.id, {
        id: f.id,
        severity: f.severity,
        message: known?.message ?? f.message,
        bodies: [...(known?.bodies ?? []), body],
      })
    }
  }
  return out
}

function places(before: Regime, after: Regime, reports: readonly Read[], groups: readonly TaskGroup[]) {
  const fields = new Set(after.sections.flatMap((s) => fieldsOf(after, s, groups)))
  const computed = new Set(rowsOf(after).flatMap(({ key, row }) => (row.compute === undefined ? [] : [key])))
  const labels = new Map(rowsOf(before).map((x) => [x.key, `${x.table.title.split('.')[0]}, ${x.row.label}`]))
  const lost = new Map<string, number>()
  let kept = 0
  for (const name of reports.flatMap((r) => Object.keys(r.answers))) {
    const key = name.replace(/\.(den-chot|uoc|ghi-chu|nam-truoc)$/, '')
    if (fields.has(name) || computed.has(key) || name.startsWith('giai-trinh.') || name === 'khong-phat-sinh') kept++
    else lost.set(labels.get(key) ?? key, (lost.get(labels.get(key) ?? key) ?? 0) + 1)
  }
  const filled = new Set(reports.flatMap((r) => filledKeys(contentUnder(after, groups, r))))
  return {
    kept,
    withoutPlace: [...lost].map(([label, count]) => ({ label, filled: count })),
    emptyRows: rowsOf(after).flatMap(({ key, row, table }) =>
      reports.length === 0 || filled.has(key) ? [] : [`${table.title.split('.')[0]}, ${row.label}`],
    ),
  }
}

const contentUnder = (regime: Regime, groups: readonly TaskGroup[], r: Read): ReportContent =>
  r.content.nothing === null ? readReport(regime, groups, r.answers) : r.content

const filledKeys = (c: ReportContent): string[] =>
  Object.entries(c.cells).flatMap(([key, v]) => (v.toDate === null && v.wholeYear === null ? [] : [key]))

function sums(before: Regime, after: Regime, reports: readonly Read[], groups: readonly TaskGroup[]): TrialTotal[] {
  const under = (regime: Regime) =>
    totals(
      regime,
      reports.map((r) => ({ ...r, content: contentUnder(regime, groups, r) })),
    )
  const old = new Map(under(before).map((t) => [t.id, t]))
  const now = new Map(under(after).map((t) => [t.id, t]))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const [a, b] = [old.get(id), now.get(id)]
    const one = b ?? a
    if (one === undefined || (a !== undefined && b !== undefined && a.value === b.value)) return []
    return [
      {
        id,
        label: one.label,
        unit: one.unit,
        before: a?.value ?? null,
        after: b?.value ?? null,
        isNew: a === undefined,
        isGone: b === undefined,
      },
    ]
  })
}
