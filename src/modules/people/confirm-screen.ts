/** Màn hình xác nhận nhiều hồ sơ: who was chosen in the list, what confirming them means, and what a confirmation did. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { historyOf } from '../../platform/ledger/record.ts'
import { officeNames, unitsOn } from '../organisations/public.ts'
import { MOST_CONFIRMED } from './actions/confirm-people.ts'
import { askedOf } from './asking.ts'
import { labelsFor } from './labels.ts'
import type { ConfirmedView, ConfirmView } from './pages/confirm.ts'
import { addressOf, queryOf, readConditions, withValue } from './rules/conditions.ts'
import { confirmationOf } from './rules/confirmation.ts'
import { termsOf, wordOf } from './rules/facet-values.ts'
import { confirmCounts } from './views/chosen.ts'
import { peopleOfBatch, someByName } from './views/dossiers.ts'

/** What confirming the chosen people would do. `whole` = everybody the list finds. */
export async function readConfirm(
  ctx: Ctx,
  q: { raw: Readonly<Record<string, unknown>>; codes: readonly string[]; whole: boolean },
): Promise<ConfirmView> {
  const c = { ...readConditions(q.raw), page: 1 }
  const asked = await askedOf(ctx, c)
  const codes = q.whole ? [] : q.codes
  const chosen = q.whole || codes.length > 0
  const word = wordOf(await unitsOn(ctx.tx, asked.day), await labelsFor(ctx.tx, asked.day, []))
  const keep = (address: string): string => `${address}${address.includes('?') ? '&' : '?'}tat-ca=1`
  return {
    counts: chosen ? await confirmCounts(ctx.tx, { codes, asked }) : null,
    most: MOST_CONFIRMED,
    codes,
    back: addressOf(c),
    terms: termsOf(c, word).map(({ words, without }) => ({
      words,
      without: keep(addressOf(without, '/tri-thuc/xac-nhan')),
    })),
    query: [...new URLSearchParams(queryOf(c))],
    contested: q.whole && c.chosen['xac-minh'] === undefined ? addressOf(withValue(c, 'xac-minh', '-1')) : null,
    thin: q.whole && c.chosen['ho-so'] === undefined ? addressOf(withValue(c, 'ho-so', 'duoi-50')) : null,
  }
}

/** People shown of a confirmation. */
const SHOWN = 50

/** What a confirmation did. */
export async function readConfirmed(ctx: Ctx, batch: string): Promise<Decision<ConfirmedView>> {
  const told = confirmationOf(await historyOf(ctx.tx, `people:${batch}`))
  if (told === null) return refuse('absent', 'confirmation.absent', 'Không tìm thấy lần xác nhận này.')
  const { changed } = await peopleOfBatch(ctx.tx, batch)
  const people = await someByName(
    ctx.tx,
    changed.map((c) => c.id),
    SHOWN,
  )
  const names = await officeNames(ctx.tx, [...new Set(people.map((p) => p.unitId))])
  return accept({
    batch,
    told,
    shown: people.map((p) => ({ code: p.code, name: p.name, unit: names.get(p.unitId) ?? '' })),
  })
}

/** The confirmation that a page has just come from, while it may still be taken back. */
export async function readJustConfirmed(
  ctx: Ctx,
  batch: string | null,
): Promise<{ batch: string; people: number; entries: number } | null> {
  const told = batch === null ? null : confirmationOf(await historyOf(ctx.tx, `people:${batch}`))
  return batch === null || told === null || told.undone !== null || dayOf(told.at) !== dayOf(ctx.now)
    ? null
    : { batch, people: told.people, entries: told.entries }
}
