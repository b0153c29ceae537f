/**
 * Giữ nội dung gõ dở: what is typed into a form stays on this machine until the server has it; after a reload it is back. A
 * draft begun on an older version is sent with that version, so that the server shows both.
 */
import { boxesOf, setValue, valuesOf } from './boxes.ts'
import { draftKey, dropDraft, keepDraft, readDraft } from './drafts.ts'

const SENT = 'sent:'

/** One form. */
function watch(form: HTMLFormElement): void {
  const key = draftKey(form.dataset.draft ?? '')
  const box = form.querySelector<HTMLInputElement>('input[type=hidden][name="version"]')
  const version = box?.value ?? ''
  const shown = valuesOf(form)
  bringBack()

  function bringBack(): void {
    const draft = readDraft(key)
    if (draft === null) return
    const sent = draft.version.startsWith(SENT)
    const begun = sent ? draft.version.slice(SENT.length) : draft.version
    const typed = new Set(boxesOf(form).flatMap((b) => (b.type === 'hidden' ? [] : [b.name])))
    const names = [...new Set([...Object.keys(draft.values), ...typed])]
    const differing = names.filter((n) => typed.has(n) && (draft.values[n] ?? '') !== (shown[n] ?? ''))
    // The server took it, or nothing was changed.
    if ((sent && begun !== version) || differing.length === 0) {
      dropDraft(key)
      return
    }
    for (const n of differing) setValue(form, n, draft.values[n] ?? '')
    if (box) box.value = begun
    say()
  }

  function say(): void {
    const note = document.createElement('div')
    note.className = 'message soon kept'
    note.setAttribute('role', 'status')
    const words = document.createElement('p')
    words.className = 'message-text'
    words.textContent = 'Nội dung gõ dở được giữ trên máy này và đã đưa lại vào các ô.'
    const drop = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'btn quiet',
      textContent: 'Bỏ nội dung gõ dở',
    })
    drop.addEventListener('click', () => {
      for (const n of Object.keys(valuesOf(form))) setValue(form, n, shown[n] ?? '')
      if (box) box.value = version
      dropDraft(key)
      note.remove()
    })
    note.append(words, drop)
    form.prepend(note)
  }

  const keep = (prefix: string): boolean =>
    keepDraft(key, { version: `${prefix}${box?.value ?? ''}`, values: valuesOf(form) })
  form.addEventListener('input', () => keep(''))
  form.addEventListener('submit', () => keep(SENT))
}

/** Starts on every form that asks for it. */
export function start(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) watch(form)
}
