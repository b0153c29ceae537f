/** Bối cảnh đọc: code lists of the day, names of bodies and places, what was decided before; asked of the database once a run. */
import { inScope } from '../../kernel/actor.ts'
import { type Day, dayOf } from '../../kernel/day.ts'
import { remembered, rememberedFor } from '../../kernel/remembered.ts'
import { sameSpelling } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { type CodeBook, codeBook } from '../code-lists/public.ts'
import { nameResolver, unitsOn } from '../organisations/public.ts'
import { checkCitizenId, GROUPS } from '../people/public.ts'
import { type Codebook, type CodeEntry, codebookOf } from './rules/codes.ts'
import type { SheetPlan } from './rules/plan.ts'
import { placeReader, unitReadOf } from './rules/resolve-unit.ts'
import type { Decisions, Reading } from './rules/row-work.ts'
import { decisionsOf } from './views.ts'
import type { Batch } from './words.ts'

/** What is the same for every sheet of a batch. */
export type Shared = Omit<Reading, 'columns' | 'days'>

const LISTS = [...new Set(GROUPS.flatMap((g) => g.fields.flatMap((f) => f.list ?? [])))]

/** Ratings are of the list of their year: those of earlier lists are no words for a rating of today. */
const BY_YEAR = 'xep-loai-chat-luong'

/** Names of bodies and places that a file writes again row after row. */
const MOST_NAMES = 20_000

/** The ratings of a year, each list once. */
function ratingsOf(lists: CodeBook): (year: number) => Codebook {
  const bookOf = rememberedFor((entries: readonly CodeEntry[]) => codebookOf(BY_YEAR, entries))
  return (year) => bookOf(lists.on(`${year}-12-31` as Day).list(BY_YEAR).entries)
}

/** Reads it. */
export async function sharedReading(ctx: Ctx, batch: Batch): Promise<Shared> {
  const today = dayOf(ctx.now)
  const lists = await codeBook(ctx.tx, today)
  const books = new Map<string, Codebook>()
  for (const list of LISTS)
    books.set(list, codebookOf(list, list === BY_YEAR ? lists.list(list).entries : lists.everOf(list)))
  const resolve = await nameResolver(ctx.tx, { territoryId: null, day: batch.asOf, today, documentId: null })
  const units = await unitsOn(ctx.tx, batch.asOf)
  const names = new Map(units.map((u) => [u.id, u.name]))
  const places = units
    .filter((u) => u.kind === 'commune')
    .map((u) => ({ id: u.id, name: `${u.type ?? ''} ${u.name}`.trim(), above: names.get(u.parentId ?? '') ?? '' }))
  const unitOf = remembered(MOST_NAMES, (written: string) => unitReadOf(resolve(written)))
  return {
    today,
    asOf: batch.asOf,
    body: { id: batch.unitId, code: batch.unitCode, name: batch.unitName },
    inScope: (unitId) => inScope(ctx.actor, unitId),
    books,
    ratingsOf: ratingsOf(lists),
    decisions: await decisionsOf(ctx.tx, batch.unitId),
    unitOf,
    placeOf: remembered(MOST_NAMES, placeReader(places, unitOf, sameSpelling)),
    checkCitizenId,
  }
}

/** For one sheet. */
export const readingOf = (shared: Shared, sheet: SheetPlan): Reading => ({
  ...shared,
  columns: sheet.columns,
  days: new Map(sheet.days.map((d) => [d.column, d])),
})

export type { Decisions }
