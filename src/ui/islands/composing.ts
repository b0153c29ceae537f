/**
 * Bộ gõ tiếng Việt: Telex and UniKey send keys while a letter is still being composed. No island acts on those.
 */

/** Whether the key belongs to an unfinished letter. */
export const isComposing = (e: KeyboardEvent): boolean => e.isComposing || e.keyCode === 229

/** Whether the person is typing into a box, where letters are letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')
}
