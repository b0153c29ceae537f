/**
 * Nháp trên máy này: what was typed and not yet taken by the server. Wiped at sign-out. Only forms that ask for autosave
 * are kept, and they never hold personal data of tiers B and C.
 */

/** Một bản nháp. */
export type Draft = { readonly version: string; readonly values: Readonly<Record<string, string>> }

const PREFIX = 'nhap:'

/** Key of a form's draft. */
export const draftKey = (address: string): string => PREFIX + address

/** Reads a draft, or null. */
export function readDraft(key: string): Draft | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof found !== 'object' || found === null || !('version' in found) || !('values' in found)) return null
    if (typeof found.values !== 'object' || found.values === null) return null
    const values = Object.fromEntries(Object.entries(found.values).map(([k, v]) => [k, String(v)]))
    return { version: String(found.version), values }
  } catch {
    return null
  }
}

/** Keeps a draft; false when the machine refuses (private window, full). */
export function keepDraft(key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** Drops one draft. */
export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Storage is closed: then nothing was kept either.
  }
}

/** Drops all drafts when the person signs out. */
export function forgetDrafts(): void {
  document.querySelector('form[data-sign-out]')?.addEventListener('submit', () => {
    for (const key of Object.keys(localStorage).filter((k) => k.startsWith(PREFIX))) dropDraft(key)
  })
}
