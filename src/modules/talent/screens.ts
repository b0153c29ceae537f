/** Màn hình nhân tài: what the pages, the commands and the addresses for machines tell. */

import { inScope } from '../../kernel/actor.ts'
import { addDays, type Day, dayOf, startOf, yearOf } from '../../kernel/day.ts'
import { sortKey } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { type CodeBook, codeBook } from '../code-lists/public.ts'
import { unitsByIds, unitsOn } from '../organisations/public.ts'
import { currentProgramme, obligatedIn } from '../programme/public.ts'
import { canRecordTalents, canReportRecruitment, seesWholeProvince } from './rights.ts'
import {
  episodesBy,
  firstMeasurable,
  firstRecognition,
  followedOn,
  hasStayed,
  isReached,
  isRecognisedOn,
  standingOn,
  wholeYears,
} from './rules/cohort.ts'
import { isAsked, type ListConditions, type TalentLine } from './rules/listing.ts'
import { flowOf, type RecruitShare, shareOfTalents } from './rules/recruitment.ts'
import type { Curve } from './rules/survival.ts'
import { curveOf, curvesOf } from './rules/survival.ts'
import { nextMilestone, warningsOf } from './rules/watching.ts'
import { SMALL, type ToldCurve, toldCurves } from './rules/withholding.ts'
import { allTalents, recruitmentsIn, type TalentRow } from './views.ts'
import { EXITS, LEAVING_LIST, type Recruitment } from './words.ts'

/** Lựa chọn trong bộ lọc, biểu mẫu. */
export type Choice = { readonly value: string; readonly label: string }

/** Trang danh sách. */
export type ListView = {
  readonly day: Day
  /** The day as the address says it; '' = today. */
  readonly dayGiven: string
  readonly asked: ListConditions
  /** Of the page; `found` = all that the conditions let through. */
  readonly lines: readonly TalentLine[]
  readonly found: number
  readonly page: number
  readonly offset: number
  /** Before the conditions. */
  readonly all: number
  readonly working: number
  readonly left: number
  readonly warned: number
  readonly units: readonly Choice[]
  readonly cohorts: readonly number[]
  readonly sectors: readonly Choice[]
  readonly mayRecord: boolean
}

/** Why somebody left, in words of the lists. */
function whyLeft(t: TalentRow, day: Day, book: CodeBook): string {
  const { standing, on } = standingOn(t, day)
  if (standing === 'lam-viec' || on === null) return ''
  const last = episodesBy(t, day).find((e) => e.leftOn === on)
  return last?.reason ? (book.labelOf(LEAVING_LIST, last.reason) ?? last.reason) : EXITS[standing].label
}

/** One talent as a line of the list; null when no decision counts on the day. */
export function lineOf(t: TalentRow, day: Day, book: CodeBook, names: ReadonlyMap<string, string>): TalentLine | null {
  const since = firstRecognition(t, day)
  if (since === null) return null
  const { standing, on, unitId } = standingOn(t, day)
  const decision = t.recognitions
    .filter((r) => !r.withdrawn && r.decidedOn <= day)
    .sort((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1))[0]
  const [followed] = followedOn([t], day)
  return {
    code: t.code,
    name: t.person?.name ?? null,
    personCode: t.person?.code ?? null,
    sex: t.person?.sex ?? null,
    unitId,
    unitName: names.get(unitId) ?? '',
    talentClass: decision?.talentClass ?? 'dang-cong-tac',
    sector: decision?.sector ?? '',
    sectorLabel: book.labelOf('linh-vuc', decision?.sector ?? '') ?? '',
    since,
    years: wholeYears(since, on !== null && on < day ? on : day),
    standing,
    leftOn: on,
    leftWhy: whyLeft(t, day, book),
    recognised: isRecognisedOn(t, day),
    reached: followed !== undefined && isReached(followed, day),
    stayed: followed !== undefined && isReached(followed, day) && hasStayed(followed),
    next: nextMilestone(t, day),
    warnings: warningsOf(t, day, t.person?.died ?? null),
  }
}

/** Last known names of bodies. */
async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await unitsByIds(ctx.tx, ids)).map((u) => [u.id, u.officeName]))
}

/** Everybody recognised whom the reader sees, as of a day. */
export async function readLines(ctx: Ctx, day: Day): Promise<TalentLine[]> {
  const talents = await allTalents(ctx.tx)
  const book = await codeBook(ctx.tx, day)
  const names = await namesOf(
    ctx,
    talents.flatMap((t) => [t.unitId, ...t.episodes.map((e) => e.unitId)]),
  )
  return talents.flatMap((t) => lineOf(t, day, book, names) ?? [])
}

/** The bodies of the lines, each once, by name. */
const unitsIn = (lines: readonly TalentLine[]): Choice[] =>
  [...new Map(lines.map((l) => [l.unitId, l.unitName]))]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => (sortKey(a.label) < sortKey(b.label) ? -1 : 1))

/** People on a page. */
const PAGE = 40

/** The list page; `page` null = everybody found, for a file. */
export async function readList(ctx: Ctx, day: Day, asked: ListConditions, page: number | null): Promise<ListView> {
  const lines = await readLines(ctx, day)
  const book = await codeBook(ctx.tx, day)
  const used = new Set(lines.map((l) => l.sector))
  const found = lines.filter((l) => isAsked(l, asked))
  const pages = Math.max(1, Math.ceil(found.length / PAGE))
  const at = Math.min(Math.max(page ?? 1, 1), pages)
  const offset = page === null ? 0 : (at - 1) * PAGE
  return {
    day,
    dayGiven: day === dayOf(ctx.now) ? '' : day,
    asked,
    lines: page === null ? found : found.slice(offset, offset + PAGE),
    found: found.length,
    page: at,
    offset,
    all: lines.length,
    working: lines.filter((l) => l.standing === 'lam-viec').length,
    left: lines.filter((l) => l.standing === 'roi').length,
    warned: lines.filter((l) => l.warnings.length > 0).length,
    units: unitsIn(lines),
    cohorts: [...new Set(lines.map((l) => yearOf(l.since)))].sort((a, b) => b - a),
    sectors: book
      .list('linh-vuc')
      .entries.filter((e) => used.has(e.code))
      .map((e) => ({ value: e.code, label: e.label })),
    mayRecord: canRecordTalents.allows(ctx.actor),
  }
}

/** Trang giữ chân. */
export type RetentionView = {
  readonly day: Day
  /** As was known at the end of this day; null = now. */
  readonly known: Day | null
  readonly curves: readonly ToldCurve[]
  readonly total: Curve | null
  /** How many cohorts are withheld, and fewer than how many people are not told. */
  readonly withheld: number
  readonly small: number
  /** The day from which the first cohort can be told; null = nobody is followed. */
  readonly first: Day | null
  readonly anybody: boolean
}

/** The curves of the province as of a day. Expects the scope of the system; the reader's rights decide what is told. */
export async function readRetention(ctx: Ctx, day: Day, known: Day | null): Promise<RetentionView> {
  const at = known === null ? null : startOf(addDays(known, 1)).subtract({ milliseconds: 1 })
  const followed = followedOn(await allTalents(ctx.tx, at), day)
  const told = toldCurves(
    curvesOf(followed, day),
    curveOf(followed, day, null),
    seesWholeProvince(ctx.actor) || ctx.actor.kind === 'system',
  )
  return { day, known, ...told, small: SMALL, first: firstMeasurable(followed), anybody: followed.length > 0 }
}

/** Dòng của trang tuyển dụng: one body, with what it reported of the year. */
export type RecruitLine = {
  readonly unitId: string
  readonly unitName: string
  readonly group: string
  readonly reports: readonly Recruitment[]
  readonly recruited: number
  readonly talents: number
  readonly share: RecruitShare
}

/** Trang tuyển dụng. */
export type RecruitView = {
  readonly year: number
  readonly years: readonly number[]
  readonly unitId: string
  readonly lines: readonly RecruitLine[]
  readonly silent: number
  readonly total: { readonly recruited: number; readonly talents: number; readonly share: RecruitShare }
  readonly dataOf: Day | null
  readonly mayReport: boolean
}

/** Years a result may be looked at. */
const YEARS_BACK = 6

/** Recruitment of a year by body: what was reported, and who has reported nothing. */
export async function readRecruitment(ctx: Ctx, year: number, unitId: string): Promise<RecruitView> {
  const [from, to] = [`${year}-01-01` as Day, `${year}-12-31` as Day]
  const reports = await recruitmentsIn(ctx.tx, from, to)
  const plan = await currentProgramme(ctx.tx)
  const owing = plan === null ? [] : await obligatedIn(ctx.tx, plan.id, year)
  const ids = [...new Set([...owing.map((o) => o.unitId), ...reports.map((r) => r.unitId)])]
  const units = (await unitsByIds(ctx.tx, ids)).filter(
    (u) => inScope(ctx.actor, u.id) && (unitId === '' || u.id === unitId),
  )
  const lines = units.map((u): RecruitLine => {
    const own = reports.filter((r) => r.unitId === u.id)
    const f = flowOf(own, from, to)
    const sum = f.dataOf === null ? null : { recruited: f.recruited.high, talents: f.talents.high }
    return {
      unitId: u.id,
      unitName: u.officeName,
      group: u.group,
      reports: own,
      recruited: sum?.recruited ?? 0,
      talents: sum?.talents ?? 0,
      share: shareOfTalents(sum, year),
    }
  })
  const shown = reports.filter((r) => units.some((u) => u.id === r.unitId))
  const whole = flowOf(shown, from, to)
  const sum = { recruited: whole.recruited.high, talents: whole.talents.high }
  const today = yearOf(dayOf(ctx.now))
  return {
    year,
    years: Array.from({ length: YEARS_BACK }, (_, i) => today - i),
    unitId,
    lines: lines.sort(
      (a, b) =>
        Number(a.reports.length === 0) - Number(b.reports.length === 0) ||
        (sortKey(a.unitName) < sortKey(b.unitName) ? -1 : 1),
    ),
    silent: lines.filter((l) => l.reports.length === 0).length,
    total: { ...sum, share: shareOfTalents(whole.dataOf === null ? null : sum, year) },
    dataOf: whole.dataOf,
    mayReport: canReportRecruitment.allows(ctx.actor),
  }
}

/** Bodies somebody may be said to work at, or to have recruited, as of today. */
export async function unitChoices(ctx: Ctx, may: (unitId: string) => boolean): Promise<Choice[]> {
  return (await unitsOn(ctx.tx, dayOf(ctx.now)))
    .filter((u) => u.kind !== 'province' && u.kind !== 'district' && may(u.id))
    .map((u) => ({ value: u.id, label: u.officeName }))
}
