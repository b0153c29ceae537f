/** Dữ liệu của các trang kiến nghị. */
import { type Actor, inScope } from '../../kernel/actor.ts'
import { type Day, dayOf, yearOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { officeNames, UNIT_GROUPS, unitsOn } from '../organisations/public.ts'
import { openPeriods } from '../reporting/public.ts'
import { readPlan } from './gathering.ts'
import { canAnswerProposal, canKeepProposals } from './rights.ts'
import { type AlikeGroup, alikeGroups } from './rules/alike.ts'
import { countChanges, type LineChange, type SectionPlan } from './rules/gathering.ts'
import { type Conditions, daysLate, filtered, inOrder, type ProposalLine } from './rules/listing.ts'
import { mergedWith, proposalsOf, sourcesOf, stepsOf } from './views.ts'
import type { Proposal, ProposalState, ProposalStep, Source } from './words.ts'
import { proposalUnder } from './writing.ts'

/** Lựa chọn của một ô. */
export type Choice = { readonly value: string; readonly label: string; readonly group?: string }

/** Bodies that ask the same are not named to each other: only to who answers and to who sees the whole province. */
const mayKnow = (a: Actor, p: Proposal, unitId: string): boolean =>
  a.scope === 'all' || inScope(a, unitId) || (p.ownerId !== null && inScope(a, p.ownerId))

async function linesFrom(ctx: Ctx, list: readonly Proposal[], today: Day): Promise<ProposalLine[]> {
  const names = await officeNames(ctx.tx, [
    ...new Set(list.flatMap((p) => [...p.askerIds, ...(p.ownerId === null ? [] : [p.ownerId])])),
  ])
  const nameOf = (id: string): string => names.get(id) ?? 'Cơ quan không còn trong sổ bộ'
  return list.map((p) => {
    const askerIds = p.askerIds.filter((id) => mayKnow(ctx.actor, p, id))
    return {
      ...p,
      askerIds,
      askers: askerIds.map(nameOf).sort((a, b) => a.localeCompare(b, 'vi')),
      asking: p.askerIds.length,
      ownerName: p.ownerId === null ? null : nameOf(p.ownerId),
      daysLate: daysLate(p, today),
    }
  })
}

/** Years that have a period, newest first; this year when there is none. */
async function yearsOf(ctx: Ctx): Promise<number[]> {
  const opened = [...new Set((await openPeriods(ctx.tx)).map((p) => p.year))]
  return opened.length === 0 ? [yearOf(dayOf(ctx.now))] : opened
}

/** Every proposal of a year the reader may see, in the order of the list. */
export const readLines = async (ctx: Ctx, year: number): Promise<ProposalLine[]> =>
  inOrder(await linesFrom(ctx, await proposalsOf(ctx.tx, year), dayOf(ctx.now)))

/** Số dòng của một trang. */
export const PAGE = 50

/** Trang danh sách. */
export type ListView = {
  readonly year: number
  readonly years: readonly number[]
  readonly today: Day
  readonly asked: Conditions
  readonly page: number
  readonly offset: number
  readonly found: number
  readonly lines: readonly ProposalLine[]
  readonly all: number
  readonly late: number
  readonly counts: Readonly<Record<ProposalState, number>>
  readonly units: readonly Choice[]
  readonly mayKeep: boolean
}

/** The list of a year under conditions; `page` null = all rows. `year` null = the newest period. */
export async function readList(
  ctx: Ctx,
  yearAsked: number | null,
  asked: Conditions,
  page: number | null,
): Promise<ListView> {
  const years = await yearsOf(ctx)
  const year = yearAsked ?? years[0] ?? yearOf(dayOf(ctx.now))
  const all = await readLines(ctx, year)
  const found = filtered(all, asked)
  const shown = Math.min(Math.max(page ?? 1, 1), Math.max(1, Math.ceil(found.length / PAGE)))
  const offset = page === null ? 0 : (shown - 1) * PAGE
  const counts = { moi: 0, 'da-giao': 0, 'da-tra-loi': 0, 'chuyen-cap-tren': 0, 'khong-thuoc-tham-quyen': 0 }
  for (const p of all) counts[p.state]++
  return {
    year,
    years: years.includes(year) ? years : [...years, year].sort((a, b) => b - a),
    today: dayOf(ctx.now),
    asked,
    page: shown,
    offset,
    found: found.length,
    lines: page === null ? found : found.slice(offset, offset + PAGE),
    all: all.length,
    late: all.filter((p) => p.daysLate > 0).length,
    counts,
    units: await namedUnits(ctx, all),
    mayKeep: canKeepProposals.allows(ctx.actor),
  }
}

/** The bodies that stand in the list, for its filter. */
async function namedUnits(ctx: Ctx, all: readonly ProposalLine[]): Promise<Choice[]> {
  const named = [...new Set(all.flatMap((p) => [...p.askerIds, ...(p.ownerId === null ? [] : [p.ownerId])]))]
  const names = await officeNames(ctx.tx, named)
  return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'vi'))
}

/** Trang một kiến nghị. */
export type ProposalView = {
  readonly line: ProposalLine
  readonly today: Day
  readonly sources: readonly Source[]
  readonly history: readonly ProposalStep[]
  /** What was merged into it. */
  readonly merged: readonly ProposalLine[]
  /** What it was merged into. */
  readonly into: { readonly code: string; readonly text: string } | null
  /** Nearly the same proposals that stand for themselves, for who may merge. */
  readonly alike: readonly { readonly code: string; readonly text: string; readonly asking: number }[]
  readonly units: readonly Choice[]
  readonly mayKeep: boolean
  readonly mayAnswer: boolean
}

/** One proposal with its history. */
export async function readProposal(ctx: Ctx, code: string): Promise<Decision<ProposalView>> {
  const found = await proposalUnder(ctx, code)
  if (!found.ok) return found
  const p = found.value
  const today = dayOf(ctx.now)
  const mayKeep = canKeepProposals.allows(ctx.actor)
  const [line, ...others] = await linesFrom(ctx, [p, ...(await mergedWith(ctx.tx, p))], today)
  if (line === undefined) throw new Error('a proposal has a line')
  const into = others.find((o) => o.id === p.mergedInto)
  return accept({
    line,
    today,
    sources: await sourcesOf(ctx.tx, p.id),
    history: await stepsOf(ctx.tx, p.id),
    merged: others.filter((o) => o.mergedInto === p.id),
    into: into === undefined ? null : { code: into.code, text: into.text },
    alike: mayKeep && p.mergedInto === null ? await alikeTo(ctx, p) : [],
    units: mayKeep ? await unitChoices(ctx, today) : [],
    mayKeep: mayKeep && p.mergedInto === null,
    mayAnswer:
      p.mergedInto === null &&
      (p.state === 'da-giao' || p.state === 'da-tra-loi') &&
      p.ownerId !== null &&
      canAnswerProposal.allows(ctx.actor, p.ownerId),
  })
}

const open = (p: Proposal): boolean => p.state === 'moi' || p.state === 'da-giao'

async function alikeTo(ctx: Ctx, p: Proposal) {
  const rest = (await proposalsOf(ctx.tx, p.year)).filter((o) => o.id !== p.id && open(o))
  const group = alikeGroups([p, ...rest]).find((g) => g.first.id === p.id)
  return (group?.others ?? []).map((o) => ({ code: o.code, text: o.text, asking: o.askerIds.length }))
}

async function unitChoices(ctx: Ctx, today: Day): Promise<Choice[]> {
  return (await unitsOn(ctx.tx, today)).map((u) => ({
    value: u.id,
    label: u.officeName,
    group: UNIT_GROUPS[u.group].label,
  }))
}

/** Dòng của trang xem trước: one line of one report. */
export type PreviewLine = {
  readonly unitName: string
  readonly report: string
  readonly number: number
  readonly kind: LineChange['kind']
  readonly text: string
  /** The words of the version gathered before, where they changed. */
  readonly before: string
}

/** Trang tập hợp. */
export type GatherView = {
  readonly year: number
  readonly years: readonly number[]
  readonly accepted: number
  readonly reports: number
  /** Reports that ask for nothing. */
  readonly silent: number
  readonly counts: Readonly<Record<LineChange['kind'], number>>
  readonly lines: readonly PreviewLine[]
}

/** What a press would gather now. */
export async function readGathering(ctx: Ctx, yearAsked: number | null): Promise<GatherView> {
  const years = await yearsOf(ctx)
  const year = yearAsked ?? years[0] ?? yearOf(dayOf(ctx.now))
  const { accepted, plans } = await readPlan(ctx, year)
  return {
    year,
    years,
    accepted,
    reports: plans.length,
    silent: plans.filter((p) => p.changes.length === 0).length,
    counts: countChanges(plans),
    lines: plans.flatMap(previewOf),
  }
}

const previewOf = ({ section, changes }: SectionPlan): PreviewLine[] =>
  changes.map((c) => ({
    unitName: section.unitName,
    report: section.report,
    number: section.number,
    kind: c.kind,
    text: c.kind === 'gone' ? c.was.text : c.text,
    before: c.kind === 'changed' ? c.was.text : '',
  }))

/** Trang gợi ý gộp. */
export type AlikeView = {
  readonly year: number
  readonly years: readonly number[]
  readonly groups: readonly AlikeGroup<ProposalLine>[]
}

/** Open proposals of a year that ask for nearly the same. */
export async function readAlike(ctx: Ctx, yearAsked: number | null): Promise<AlikeView> {
  const years = await yearsOf(ctx)
  const year = yearAsked ?? years[0] ?? yearOf(dayOf(ctx.now))
  const waiting = (await proposalsOf(ctx.tx, year)).filter(open)
  // What somebody was asked to answer already takes the others in.
  return { year, years, groups: alikeGroups(inOrder(await linesFrom(ctx, waiting, dayOf(ctx.now)))) }
}
