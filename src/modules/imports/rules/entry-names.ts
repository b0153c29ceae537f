/** Tên mục của danh mục để chọn: a name of its own for each entry, as it is shown and as it is typed. */
import { sameSpelling } from '../../../kernel/text.ts'

/** Mục của danh mục. */
export type Choice = { readonly code: string; readonly label: string }

/** What is left out for good. */
export const LEAVE_VALUE_OUT = 'Bỏ, không nhập'

/** Names as they are shown: two entries with one label get their codes behind it. */
export function namesOfEntries(entries: readonly Choice[]): string[] {
  const shared = Map.groupBy(entries, (e) => sameSpelling(e.label))
  return entries.map((e) => ((shared.get(sameSpelling(e.label))?.length ?? 0) > 1 ? `${e.label} (${e.code})` : e.label))
}

/** What was typed: a code, null = left out, undefined = no entry has that name. */
export function codeTyped(entries: readonly Choice[], text: string): string | null | undefined {
  const asked = sameSpelling(text)
  if (asked === '-' || asked === sameSpelling(LEAVE_VALUE_OUT)) return null
  const names = namesOfEntries(entries)
  return entries.find((e, i) => e.code === text.trim() || sameSpelling(names[i] ?? '') === asked)?.code
}
