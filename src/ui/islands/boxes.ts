/** Các ô của một biểu mẫu: what a form holds and how it is filled, for the islands that keep drafts. */

/** Ô nhập. */
export type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** The boxes a person fills in. */
export const boxesOf = (form: HTMLFormElement): Box[] =>
  [...form.elements].filter(
    (e): e is Box =>
      (e instanceof HTMLInputElement && !['file', 'password', 'submit', 'button'].includes(e.type)) ||
      e instanceof HTMLTextAreaElement ||
      e instanceof HTMLSelectElement,
  )

/** What stands in the form, NFC, without its tokens. */
export function valuesOf(form: HTMLFormElement): Record<string, string> {
  const out: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && name !== '_csrf' && name !== 'version') out[name] = value.normalize('NFC')
  }
  return out
}

/** Fills every box of this name. */
export function setValue(form: HTMLFormElement, name: string, value: string): void {
  for (const box of boxesOf(form).filter((b) => b.name === name)) {
    if (box instanceof HTMLInputElement && (box.type === 'radio' || box.type === 'checkbox'))
      box.checked = box.value === value
    else box.value = value
  }
}
