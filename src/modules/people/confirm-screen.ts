/** Màn hình xác nhận: entries that wait, people chosen in the list, and what a confirmation did. */

import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { historyOf } from '../../platform/ledger/record.ts'
import { officeNames } from '../organisations/public.ts'
import { MOST_CONFIRMED } from './actions/confirm-people.ts'
import { askedOf, unitsNamed } from './asking.ts'
import { labelsFor } from './labels.ts'
import type { ConfirmedView, ConfirmView } from './pages/confirm.ts'
import type { WaitingView, WaitingWords } from './pages/waiting.ts'
import { addressOf, queryOf, readConditions, withValue } from './rules/conditions.ts'
import { confirmationOf } from './rules/confirmation.ts'
import { termsOf, wordOf } from './rules/facet-values.ts'
import { showEntry, unitsIn } from './rules/showing.ts'
import { confirmCounts } from './views/chosen.ts'
import { peopleOfBatch, someByName } from './views/dossiers.ts'
import { waitingEntries } from './views/waiting.ts'
import { waitingCount } from './views/waiting-count.ts'
import type { FactData } from './words/dossier.ts'
import type { GroupCode } from './words/group.ts'
import { groupOf } from './words/groups.ts'

/** What confirming the chosen people would do. `whole` = everybody the list finds. */
export async function readConfirm(
  ctx: Ctx,
  q: { raw: Readonly<Record<string, unknown>>; codes: readonly string[]; whole: boolean },
): Promise<ConfirmView> {
  const c = { ...readConditions(q.raw), page: 1 }
  const asked = await askedOf(ctx, c)
  const codes = q.whole ? [] : q.codes
  const chosen = q.whole || codes.length > 0
  const word = wordOf(await unitsNamed(ctx, c, asked.day), await labelsFor(ctx.tx, asked.day, []))
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

/** Entries shown at once in the queue. */
const QUEUE = 50

/** The queue of entries that people declared. */
export async function readWaiting(ctx: Ctx, person: string | null, page: number): Promise<Decision<WaitingView>> {
  const found = await waitingEntries(ctx.tx, person, { limit: QUEUE + 1, offset: (page - 1) * QUEUE })
  const shown = found.slice(0, QUEUE)
  const units = unitsIn(
    shown.flatMap((w) => [
      { group: w.group, data: w.data },
      ...(w.before === null ? [] : [{ group: w.group, data: w.before }]),
    ]),
  )
  const labels = await labelsFor(ctx.tx, dayOf(ctx.now), units)
  const words = (group: GroupCode, data: FactData, other: FactData | null): WaitingWords => {
    const { title, details } = showEntry(group, data, labels)
    const others = other === null ? null : new Map(showEntry(group, other, labels).details)
    return {
      title: title === '' ? groupOf(group).label : title,
      details: details.map(([label, value]) => ({
        label,
        value,
        differs: others !== null && others.get(label) !== value,
      })),
    }
  }
  const rows = shown.map((w) => ({
    id: w.id,
    code: w.code,
    name: w.name,
    group: groupOf(w.group).label,
    after: words(w.group, w.data, w.before),
    before: w.before === null ? null : words(w.group, w.before, w.data),
    completeness: w.completeness,
    on: dayOf(w.recordedAt),
  }))
  return accept({
    rows: rows.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)),
    more: found.length > QUEUE,
    total: person === null ? await waitingCount(ctx.tx, ctx.actor.scope) : shown.length,
    person,
    page,
  })
}
