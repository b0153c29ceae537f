/** Dữ liệu của các trang soạn chế độ báo cáo. */
import { dayOf, yearOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { yearPeriod } from '../../kernel/validity.ts'
import type { Ctx } from '../../platform/action.ts'
import { UNIT_GROUPS, unitsOn } from '../organisations/public.ts'
import { taskGroups } from '../programme/public.ts'
import type { DraftView, Tab } from './pages/regime-draft.ts'
import type { ItemView } from './pages/regime-item.ts'
import type { IssueView, TrialView } from './pages/regime-trial.ts'
import { nextYearDay } from './regime-screens.ts'
import { formAt } from './rules/period-form.ts'
import { regimeChanges } from './rules/regime-changes.ts'
import { itemAt, readPlace } from './rules/regime-places.ts'
import { regimeProblems } from './rules/regime-problems.ts'
import { type TrialReport, tryRegime } from './rules/try-regime.ts'
import { obligationsOf } from './views/obligations.ts'
import { openPeriods, type Period, type RegimeDraft, regimeDrafts, regimeVersions } from './views/periods.ts'
import { groupsNow } from './views/programme-groups.ts'
import { lastSubmissions, wholeYearOf } from './views/report.ts'

const ABSENT = refuse('absent', 'regime.draft-absent', 'Chế độ này không có bản đang soạn.')

/** The draft of a regime. */
export async function readDraft(ctx: Ctx, slug: string): Promise<Decision<RegimeDraft>> {
  const draft = (await regimeDrafts(ctx.tx, slug))[0]
  return draft ? accept(draft) : ABSENT
}

/** The draft with what must be mended. */
export async function readDraftPage(ctx: Ctx, slug: string, tab: Tab): Promise<Decision<DraftView>> {
  const draft = await readDraft(ctx, slug)
  if (!draft.ok) return draft
  const lines = draft.value.regime.assignment ?? []
  const bodies = lines.length === 0 ? [] : await bodyChoices(ctx)
  return accept({
    draft: draft.value,
    tab,
    problems: regimeProblems(draft.value.regime),
    names: Object.fromEntries(bodies.map((b) => [b.value, b.label])),
  })
}

/** Groups and units that lines of reporters may name. */
async function bodyChoices(ctx: Ctx): Promise<ItemView['bodies']> {
  const units = await unitsOn(ctx.tx, dayOf(ctx.now))
  const groups = Object.entries(UNIT_GROUPS).map(([value, w]) => ({ value, label: w.label, group: 'Nhóm cơ quan' }))
  const single = units.map((u) => ({ value: u.code, label: u.officeName, group: UNIT_GROUPS[u.group].label }))
  return [...groups, ...single]
}

/** One place of the draft. */
export async function readItemPage(
  ctx: Ctx,
  at: { slug: string; place: string; kind: string },
): Promise<Decision<ItemView>> {
  const draft = await readDraft(ctx, at.slug)
  if (!draft.ok) return draft
  const place = readPlace(at.place)
  if (!place) return refuse('absent', 'regime.place', 'Không có phần này trong chế độ báo cáo.')
  const item = itemAt(draft.value.regime, place, at.kind)
  if (!item.ok) return item
  const bodies = place.kind === 'doi-tuong' ? await bodyChoices(ctx) : []
  return accept({ draft: draft.value, place, at: at.place, item: item.value, bodies })
}

/** The draft as a form, for the present year. */
export async function readPreview(ctx: Ctx, slug: string) {
  const draft = await readDraft(ctx, slug)
  return draft.ok ? accept({ draft: draft.value, groups: await groupsNow(ctx), year: yearOf(dayOf(ctx.now)) }) : draft
}

/** What the version changes, before it is issued. */
export async function readIssue(ctx: Ctx, slug: string): Promise<Decision<IssueView>> {
  const draft = await readDraft(ctx, slug)
  if (!draft.ok) return draft
  const { regime } = draft.value
  const before = (await regimeVersions(ctx.tx, regime.code))[0]
  return accept({
    draft: draft.value,
    problems: regimeProblems(regime),
    changes: before ? regimeChanges(before.regime, regime) : [],
    from: nextYearDay(ctx),
  })
}

/** The draft held against the reports of the newest finished year that has any; the present year only where there is no other. */
export async function readTrial(ctx: Ctx, slug: string, asked?: number): Promise<Decision<TrialView>> {
  const draft = await readDraft(ctx, slug)
  if (!draft.ok) return draft
  const present = yearOf(dayOf(ctx.now))
  const periods = (await openPeriods(ctx.tx)).filter((p) => p.regime.code === draft.value.regime.code)
  const years = periods.map((p) => p.year)
  const ordered = [...periods.filter((p) => p.year < present), ...periods.filter((p) => p.year >= present)]
  for (const period of ordered.filter((p) => asked === undefined || p.year === asked)) {
    const reports = await trialReports(ctx, period)
    if (reports.length === 0) continue
    const groups = await taskGroups(ctx.tx, period.programmeId, yearPeriod(period.year).from)
    const trial = tryRegime(formAt(period, ctx.now), draft.value.regime, reports, groups, period.year)
    const compared = reports.some((r) => Object.keys(r.lastYear).length > 0)
    return accept({ draft: draft.value, trial, year: period.year, years, compared })
  }
  return accept({ draft: draft.value, trial: null, year: asked ?? present - 1, years, compared: false })
}

/** The last version of every report that was sent in a period. */
async function trialReports(ctx: Ctx, period: Period): Promise<readonly TrialReport[]> {
  const sent = await obligationsOf(ctx.tx, { regime: period.slug, year: period.year }, ctx.now)
  const byId = new Map(sent.map((o) => [o.id, o]))
  const before = await wholeYearOf(ctx.tx, { code: period.regime.code, year: period.year - 1 })
  return (await lastSubmissions(ctx.tx, [...byId.keys()])).flatMap((s) => {
    const o = byId.get(s.obligationId)
    if (!o) return []
    const { unitId, unitCode, unitName, code, closing } = o
    const lastYear = before.get(unitId) ?? {}
    return [
      {
        unitId,
        unitCode,
        unitName,
        code,
        closing,
        number: s.number,
        submittedAt: s.sentAt,
        content: s.content,
        lastYear,
      },
    ]
  })
}
