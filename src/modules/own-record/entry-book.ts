/** Sổ tra của biểu mẫu: lists of today, and bodies and places by their exact names. */
import { dayOf } from '../../kernel/day.ts'
import { sameSpelling } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { codeBook } from '../code-lists/public.ts'
import { unitsOn } from '../organisations/public.ts'
import type { EntryBook } from './rules/entry-form.ts'
import type { Group } from './rules/showing.ts'

/** The look-ups of a group's form; the register of bodies is read only for a group that names one. */
export async function entryBook(ctx: Ctx, group: Group): Promise<EntryBook> {
  const today = dayOf(ctx.now)
  const book = await codeBook(ctx.tx, today)
  const named = new Map<string, string | null>()
  if (group.fields.some((f) => f.kind === 'unit' || f.kind === 'place'))
    for (const u of await unitsOn(ctx.tx, today))
      for (const name of new Set([u.name, u.officeName].map(sameSpelling)))
        named.set(name, named.has(name) ? null : u.id)
  return {
    choices: (list) => book.list(list).entries.map((e) => ({ value: e.code, label: e.label })),
    codeOf: (list, text) => book.list(list).codeOf(text),
    unitOf: (text) => named.get(sameSpelling(text)) ?? null,
  }
}
