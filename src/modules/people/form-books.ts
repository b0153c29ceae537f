/** Sổ tra của biểu mẫu: code lists by day, bodies and places by name, read before a form is decided. */
import { type Day, dayOf } from '../../kernel/day.ts'
import { fold } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { type CodeBook, codeBook } from '../code-lists/public.ts'
import { unitsOn } from '../organisations/public.ts'
import type { FormBooks } from './rules/entry-form.ts'

/** What the forms of dossiers look up: lists on the days that the typed years name, units of today. */
export async function formBooks(ctx: Ctx, typed: Readonly<Record<string, string>>): Promise<FormBooks> {
  const today = dayOf(ctx.now)
  const days = new Set<Day>([today])
  for (const value of Object.values(typed))
    for (const m of value.matchAll(/\b(19|20)\d{2}\b/g)) days.add(`${m[0]}-12-31` as Day)
  const books = new Map<Day, CodeBook>()
  for (const d of days) books.set(d, await codeBook(ctx.tx, d))
  const now = await codeBook(ctx.tx, today)
  const on = (day: Day | null): CodeBook => (day === null ? now : (books.get(`${day.slice(0, 4)}-12-31` as Day) ?? now))
  const units = await unitsOn(ctx.tx, today)
  const named = Map.groupBy(
    units.flatMap((u) => [...new Set([fold(u.name), fold(u.officeName)])].map((key) => ({ key, u }))),
    (x) => x.key,
  )
  return {
    codeOf: (list, words, day) => on(day).list(list).codeOf(words),
    everCodeOf: (list, words) => now.everCodeOf(list, words),
    labelOf: (list, code, day) => on(day).labelOf(list, code),
    unitOf: (kind, words) => {
      const found = (named.get(fold(words)) ?? [])
        .map((x) => x.u)
        .filter((u) => kind === 'unit' || u.kind === 'commune')
      return found.length === 1 || new Set(found.map((u) => u.id)).size === 1 ? (found[0]?.id ?? null) : null
    },
  }
}
