/** Màn hình chất lượng hồ sơ: what each page needs, put together from the views of this module and those above. */
import { type Day, day, dayOf, yearOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { definitions } from '../indicators/public.ts'
import { officeNames, unitsByIds } from '../organisations/public.ts'
import { NEEDS } from '../people/public.ts'
import type { BoardView, BodyLine } from './pages/board.ts'
import type { CampaignView } from './pages/campaign.ts'
import type { OpenCampaignView } from './pages/open-campaign.ts'
import { canRunCampaigns } from './rights.ts'
import { stillOpen } from './rules/campaign.ts'
import { effectOf, type Known, problemsOf } from './rules/effect.ts'
import {
  type BodyQuality,
  campaignByBody,
  campaigns,
  findCampaign,
  gapCounts,
  qualityByBody,
  type Totals,
  totalsOn,
  waitingIn,
} from './views.ts'
import { TROUBLES, type Trouble } from './words.ts'

const troubles = Object.entries(TROUBLES) as [Trouble, (typeof TROUBLES)[Trouble]][]

/** Everything that may be wrong with a dossier. */
export const KNOWN: Known = [
  ...NEEDS.map((n) => ({
    code: n.code,
    label: `Thiếu ${n.label.charAt(0).toLowerCase()}${n.label.slice(1)}`,
    goals: n.goals,
  })),
  ...troubles.map(([code, t]) => ({ code, label: t.label, goals: t.goals })),
]

/** Goals of the programme in force; null when no programme was adopted yet: then every goal counts. */
async function standingGoals(ctx: Ctx): Promise<ReadonlySet<string> | null> {
  const found = await definitions(ctx.tx)
  return found.length === 0 ? null : new Set(found.map((d) => d.code))
}

const countsOf = (t: Totals, gaps: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...gaps, ['contested', t.contested], ['unverified', t.unverified], ['stale', t.stale]])

function bodyLine(
  b: BodyQuality,
  body: { code: string; officeName: string } | undefined,
  standing: ReadonlySet<string> | null,
): BodyLine {
  const problems = problemsOf(countsOf(b, new Map(Object.entries(b.gaps))), KNOWN, standing)
  const effect = KNOWN.reduce(
    (sum, k) => sum + effectOf(countsOf(b, new Map(Object.entries(b.gaps))).get(k.code) ?? 0, k.goals, standing),
    0,
  )
  return {
    ...b,
    code: body?.code ?? '',
    name: body?.officeName ?? 'Đơn vị không còn trong sổ bộ',
    effect: Math.round(effect),
    first: problems[0]?.label ?? '',
  }
}

/** Bảng chất lượng. */
export async function readBoard(ctx: Ctx): Promise<BoardView> {
  const today = dayOf(ctx.now)
  const standing = await standingGoals(ctx)
  const totals = await totalsOn(ctx.tx, today)
  const bodies = await qualityByBody(ctx.tx, today)
  const units = new Map(
    (
      await unitsByIds(
        ctx.tx,
        bodies.map((b) => b.unitId),
      )
    ).map((u) => [u.id, u]),
  )
  return {
    today,
    totals,
    problems: problemsOf(countsOf(totals, await gapCounts(ctx.tx)), KNOWN, standing),
    bodies: bodies
      .map((b) => bodyLine(b, units.get(b.unitId), standing))
      .sort((a, b) => b.effect - a.effect || (a.name < b.name ? -1 : 1)),
    campaigns: await campaigns(ctx.tx),
    mayOpen: canRunCampaigns.allows(ctx.actor),
  }
}

const PAGE = 50

/** Một đợt xác nhận. */
export async function readCampaign(ctx: Ctx, id: string, page: number): Promise<Decision<CampaignView>> {
  const campaign = await findCampaign(ctx.tx, id)
  if (campaign === null) return refuse('absent', 'campaign.absent', 'Không tìm thấy đợt xác nhận này.')
  const bodies = await campaignByBody(ctx.tx, id)
  const waiting = await waitingIn(ctx.tx, id, { limit: PAGE, offset: (page - 1) * PAGE })
  const names = await officeNames(ctx.tx, [...bodies.map((b) => b.unitId), ...waiting.map((w) => w.unitId)])
  const nameOf = (unit: string): string => names.get(unit) ?? 'Đơn vị không còn trong sổ bộ'
  return accept({
    today: dayOf(ctx.now),
    campaign,
    condition: conditionLabel(campaign.condition),
    bodies: bodies
      .map((b) => ({ ...b, name: nameOf(b.unitId) }))
      .sort((a, b) => a.confirmed / a.people - b.confirmed / b.people || (a.name < b.name ? -1 : 1)),
    waiting: waiting.map((w) => ({ ...w, body: nameOf(w.unitId) })),
    page,
    pageSize: PAGE,
    open: stillOpen(campaign).ok,
    mayClose: canRunCampaigns.allows(ctx.actor),
  })
}

/** A condition in words. */
export const conditionLabel = (condition: string): string =>
  condition === 'all' ? 'Mọi hồ sơ' : (KNOWN.find((k) => k.code === condition)?.label ?? condition)

/** Trang mở đợt: every condition with how many dossiers it means now; the day proposed is the deadline of the yearly report. */
export async function readOpening(ctx: Ctx): Promise<OpenCampaignView> {
  const today = dayOf(ctx.now)
  const totals = await totalsOn(ctx.tx, today)
  const counts = countsOf(totals, await gapCounts(ctx.tx))
  return {
    suggestedDue: dueOf(today),
    conditions: [
      { code: 'all', label: 'Mọi hồ sơ', people: totals.people },
      ...KNOWN.map((k) => ({ code: k.code, label: k.label, people: counts.get(k.code) ?? 0 })).sort(
        (a, b) => b.people - a.people,
      ),
    ],
  }
}

/** 05/12 of this year, or of the next when that day has come. */
const dueOf = (today: Day): Day => {
  const year = yearOf(today)
  return today < `${year}-12-04` ? day(`${year}-12-05`) : day(`${year + 1}-12-05`)
}
