/**
 * Tự lưu nháp: 800 ms after a change and on leaving a box. The server gets the form and the version the person saw;
 * it answers 200 `{version, time}`, or 412 with `theirs: {version, time, who, values}` when somebody else saved meanwhile.
 * What the server has not taken stays on this machine and comes back with the page.
 */
import { changedMeanwhile, LABEL, NOT_KEPT, NOT_SAVED, OFFLINE, savedAt } from '../strings.ts'
import { type Box, boxesOf, setValue, valuesOf } from './boxes.ts'
import { type Draft, draftKey, dropDraft, keepDraft, readDraft } from './drafts.ts'

const WAIT = 800

/** Câu trả lời của máy chủ. */
type Answer = {
  readonly version?: string | number
  /** HH:mm */
  readonly time?: string
  readonly who?: string
  /** Values stored now, of the fields that differ. */
  readonly values?: Readonly<Record<string, string>>
}

const hiddenValue = (form: HTMLFormElement, name: string): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`)

/** One form that saves itself. */
function watch(form: HTMLFormElement): void {
  const address = form.dataset.autosave ?? ''
  const key = draftKey(address)
  const line = form.querySelector<HTMLElement>('[data-saved]')
  let stored = valuesOf(form)
  let timer = 0
  let sending = false
  let again = false
  /** The button that was pressed while a draft was on its way: sent again with the version that comes back. */
  let pressed: (() => void) | null = null

  const version = (): string => hiddenValue(form, 'version')?.value ?? ''
  const setVersion = (v: string | number | undefined): void => {
    const box = hiddenValue(form, 'version')
    if (box && v !== undefined) box.value = String(v)
  }
  const say = (words: string, trouble: boolean): void => {
    if (!line) return
    line.classList.toggle('trouble-saving', trouble)
    line.replaceChildren(words)
    if (!trouble) return
    const retry = Object.assign(document.createElement('button'), { type: 'button', textContent: LABEL.retry })
    retry.addEventListener('click', () => void save())
    line.append(' ', retry)
  }
  const changed = (): boolean => JSON.stringify(valuesOf(form)) !== JSON.stringify(stored)
  const keep = (): boolean => keepDraft(key, { version: version(), values: valuesOf(form) })

  async function save(): Promise<void> {
    clearTimeout(timer)
    if (sending) {
      again = true
      return
    }
    const values = valuesOf(form)
    sending = true
    try {
      await send(values)
    } catch {
      say(keep() ? (navigator.onLine ? NOT_SAVED : OFFLINE) : NOT_KEPT, true)
    } finally {
      sending = false
      const goOn = pressed
      pressed = null
      if (goOn) goOn()
      else if (again) void save()
      again = false
    }
  }

  async function send(values: Record<string, string>): Promise<void> {
    const body = new URLSearchParams({ ...values, version: version() })
    const headers = { 'x-csrf-token': hiddenValue(form, '_csrf')?.value ?? '', accept: 'application/json' }
    const response = await fetch(address, { method: 'POST', headers, body, redirect: 'error' })
    if (response.status !== 412 && !response.ok) throw new Error(String(response.status))
    const told = (await response.json()) as Answer & { theirs?: Answer }
    const answer = told.theirs ?? told
    setVersion(answer.version)
    if (response.status === 412) {
      pressed = null
      showBoth(form, { mine: values, before: stored, answer }, () => void save())
      return
    }
    stored = values
    if (!changed()) dropDraft(key)
    say(savedAt(answer.time ?? ''), false)
  }

  const soon = (): void => {
    clearTimeout(timer)
    keep()
    timer = window.setTimeout(() => void save(), WAIT)
  }
  form.addEventListener('input', (e) => {
    if (!(e instanceof InputEvent && e.isComposing)) soon()
  })
  form.addEventListener('compositionend', soon)
  form.addEventListener('focusout', (e) => {
    const toButton = e.relatedTarget instanceof HTMLButtonElement && e.relatedTarget.form === form
    if (changed() && !toButton) void save()
  })
  form.addEventListener('submit', (e) => {
    clearTimeout(timer)
    keep()
    if (!sending) return
    e.preventDefault()
    pressed = () => form.requestSubmit(e.submitter)
  })
  addEventListener('online', () => {
    if (changed()) void save()
  })
  if (!restore(form, readDraft(key), version(), () => void save())) dropDraft(key)
}

/**
 * Brings back what the server has not taken; false when there is nothing. A draft of an older version is shown beside the
 * stored values instead. Hidden fields are the page's own, nobody typed them.
 */
function restore(form: HTMLFormElement, draft: Draft | null, version: string, save: () => void): boolean {
  if (draft === null) return false
  const now = valuesOf(form)
  const typed = new Set(boxesOf(form).flatMap((b) => (b.type === 'hidden' ? [] : [b.name])))
  const differing = Object.entries(draft.values).filter(
    ([name, value]) => typed.has(name) && (now[name] ?? '') !== value,
  )
  if (differing.length === 0) return false
  if (draft.version !== version) {
    const theirs = Object.fromEntries(differing.map(([name]) => [name, now[name] ?? '']))
    for (const [name, value] of differing) setValue(form, name, value)
    showBoth(form, { mine: draft.values, before: draft.values, answer: { values: theirs } }, save)
    return true
  }
  for (const [name, value] of differing) setValue(form, name, value)
  form.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}

/** Hai bản: what the person typed, what they had started from, what is stored now. */
type Both = {
  readonly mine: Readonly<Record<string, string>>
  readonly before: Readonly<Record<string, string>>
  readonly answer: Answer
}

/** Both values of a box that somebody else changed: the person chooses, nothing is lost. */
function showBoth(form: HTMLFormElement, both: Both, save: () => void): void {
  for (const [name, theirs] of Object.entries(both.answer.values ?? {})) {
    const box = boxesOf(form).find((b) => b.name === name)
    const own = both.mine[name] ?? ''
    if (!box || own === theirs) continue
    const note = document.createElement('div')
    note.className = 'message soon'
    note.role = 'alert'
    const text = document.createElement('p')
    text.className = 'message-text'
    text.textContent = changedMeanwhile(
      both.answer.who ?? 'Người khác',
      both.answer.time ?? 'trước đó',
      both.before[name] ?? '',
      theirs,
    )
    const choose = (label: string, value: string): HTMLButtonElement => {
      const b = Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'btn plain',
        textContent: label,
      })
      b.addEventListener('click', () => {
        setValue(form, name, value)
        placed.remove()
        save()
      })
      return b
    }
    note.append(text, choose(`Giữ giá trị vừa nhập: ${own}`, own), choose(`Lấy giá trị đang lưu: ${theirs}`, theirs))
    const placed = place(box, note)
  }
}

/** Puts a note under its box; in a table, in a row of its own so that the columns keep their width. */
function place(box: Box, note: HTMLElement): HTMLElement {
  const row = box.closest('tr')
  if (!row) {
    box.after(note)
    return note
  }
  const own = document.createElement('tr')
  const cell = document.createElement('td')
  own.className = 'note-row'
  cell.colSpan = row.cells.length
  cell.append(note)
  own.append(cell)
  row.after(own)
  return own
}

/** Starts on every form that asks for it. */
export function start(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) watch(form)
}
