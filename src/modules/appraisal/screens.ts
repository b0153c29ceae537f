/** Màn hình chấm điểm: what the pages show, within the reader's rights. */
import { dayOf, yearOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand, type Right } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { findFile } from '../../platform/files/keep.ts'
import { UNIT_GROUPS } from '../organisations/public.ts'
import { openPeriods, PLAN_REGIME } from '../reporting/public.ts'
import { canAppraise, canScoreSelf, canSeeBefore, canSeeEntry } from './rights.ts'
import { rank } from './rules/rank.ts'
import { appealsOf, entriesOf, findEntry, findRound, frozenOf, itemsOf, rounds } from './views.ts'
import type { Appeal, Entry, Item, Ranked, Round } from './words.ts'

const GROUP_ORDER = Object.keys(UNIT_GROUPS)

/** Danh sách đợt; `years` = years whose reports are over and that have no round yet. */
export type RoundsView = { readonly rounds: readonly Round[]; readonly years: readonly number[] }

/** Every round, and the years a round may be opened for. */
export async function readRounds(ctx: Ctx): Promise<RoundsView> {
  const list = await rounds(ctx.tx)
  const today = dayOf(ctx.now)
  const years = (await openPeriods(ctx.tx))
    .filter((p) => p.slug === PLAN_REGIME && p.dueBefore <= today)
    .map((p) => p.year)
  return { rounds: list, years: [...new Set(years)].filter((y) => !list.some((r) => r.year === y)) }
}

/** Năm đang xem when none is asked for: that of the newest round, else the present one. */
export const yearShown = async (ctx: Ctx, year: number | undefined): Promise<number> =>
  year ?? (await rounds(ctx.tx))[0]?.year ?? yearOf(dayOf(ctx.now))

/** Không có đợt của năm. */
export const noRound = (year: number): Decision<never> =>
  refuse('absent', 'appraisal.no-round', `Chưa mở đợt chấm điểm năm ${year}.`)

/** Bảng xếp hạng as it stands: what was kept at closing, else made of the sheets. Asks for no right. */
export async function readRanking(ctx: Ctx, round: Round): Promise<readonly Ranked[]> {
  const frozen = await frozenOf(ctx.tx, round.id)
  if (frozen !== null) return frozen.rows
  const entries = await entriesOf(ctx.tx, round.id)
  const items = await itemsOf(
    ctx.tx,
    entries.map((e) => e.id),
  )
  return rank(
    round.profile,
    entries.map((e) => ({ ...e, items: items.get(e.id) ?? [] })),
    GROUP_ORDER,
  ).map(({ unitCode, unitName, group, parts, total, most, index, band, rank }) => ({
    unitCode,
    unitName,
    group,
    parts,
    total,
    most,
    index,
    band,
    rank,
  }))
}

/** Một đợt: `rows` null = the reader may not see the ranking yet. */
export type RoundView = {
  readonly round: Round
  readonly rows: readonly Ranked[] | null
  /** Sheets the reader may open: all for Sở Nội vụ and leaders, else those of the own bodies. */
  readonly entries: readonly (Entry & { readonly appeals: number })[]
  readonly groups: Readonly<Record<string, string>>
}

/** A round with what the reader may see of it. Runs with the scope of the province; rights are asked here. */
export async function readRoundView(ctx: Ctx, year: number): Promise<Decision<RoundView>> {
  const round = await findRound(ctx.tx, year)
  if (round === null) return noRound(year)
  const open = round.state !== 'dang-cham' || canSeeBefore.allows(ctx.actor)
  const entries = (await entriesOf(ctx.tx, round.id)).filter((e) => canSeeEntry.allows(ctx.actor, e.unitId))
  const waiting = (
    await appealsOf(
      ctx.tx,
      entries.map((e) => e.id),
    )
  ).filter((a) => a.state === 'cho')
  return accept({
    round,
    rows: open ? await readRanking(ctx, round) : null,
    entries: entries.map((e) => ({ ...e, appeals: waiting.filter((a) => a.entryId === e.id).length })),
    groups: groupLabels(),
  })
}

/** Nhãn của nhóm cơ quan. */
export const groupLabels = (): Record<string, string> =>
  Object.fromEntries(Object.entries(UNIT_GROUPS).map(([key, { label }]) => [key, label]))

/** Where a sheet is. */
export type SheetAt = { readonly year: number; readonly unitCode: string }

/** Phiếu chấm of one body. */
export type SheetView = {
  readonly round: Round
  readonly entry: Entry
  readonly items: readonly Item[]
  readonly appeals: readonly Appeal[]
}

/** The sheet, for who holds the right on its body. */
export async function sheetUnder(ctx: Ctx, needed: Right, at: SheetAt): Promise<Decision<SheetView>> {
  const round = await findRound(ctx.tx, at.year)
  if (round === null) return noRound(at.year)
  const entry = await findEntry(ctx.tx, round.id, at.unitCode)
  if (entry === null)
    return refuse(
      'absent',
      'appraisal.no-sheet',
      'Cơ quan này không có phiếu chấm trong đợt, hoặc phiếu ngoài quyền xem.',
    )
  const allowed = demand(needed, ctx.actor, entry.unitId)
  if (!allowed.ok) return allowed
  const items = (await itemsOf(ctx.tx, [entry.id])).get(entry.id) ?? []
  return accept({ round, entry, items, appeals: await appealsOf(ctx.tx, [entry.id]) })
}

/** The sheet as a page shows it. */
export const readSheet = (ctx: Ctx, at: SheetAt): Promise<Decision<SheetView>> => sheetUnder(ctx, canSeeEntry, at)

/** The sheet to appraise. */
export const readToAppraise = (ctx: Ctx, at: SheetAt): Promise<Decision<SheetView>> => sheetUnder(ctx, canAppraise, at)

/** The sheet to score oneself. */
export const readToScore = (ctx: Ctx, at: SheetAt): Promise<Decision<SheetView>> => sheetUnder(ctx, canScoreSelf, at)

/** Tệp minh chứng of a sheet. */
export async function readEvidence(
  ctx: Ctx,
  at: SheetAt & { file: string },
): Promise<Decision<{ name: string; mediaType: string; bytes: Uint8Array }>> {
  const sheet = await readSheet(ctx, at)
  if (!sheet.ok) return sheet
  const named = sheet.value.items.some((i) => i.evidence.fileId === at.file)
  const kept = named ? await findFile(ctx.tx, at.file) : null
  if (kept === null) return refuse('absent', 'file.absent', 'Không tìm thấy tệp này trong phiếu chấm.')
  return accept({ name: kept.name, mediaType: kept.media_type, bytes: kept.body })
}
