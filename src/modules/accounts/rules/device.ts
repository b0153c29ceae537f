/** Thiết bị: the browser and system named by a user agent, as far as a person would recognise them. */

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/edg(a|ios)?\//i, 'Edge'],
  [/opr\//i, 'Opera'],
  [/firefox|fxios/i, 'Firefox'],
  [/chrome|crios/i, 'Chrome'],
  [/safari/i, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/android/i, 'Android'],
  [/iphone/i, 'iPhone'],
  [/ipad/i, 'iPad'],
  [/windows/i, 'Windows'],
  [/mac os|macintosh/i, 'macOS'],
  [/linux/i, 'Linux'],
]

const nameIn = (list: readonly (readonly [RegExp, string])[], agent: string): string | null =>
  list.find(([pattern]) => pattern.test(agent))?.[1] ?? null

/** "Chrome trên Windows"; "Thiết bị khác" when nothing is recognised. */
export function deviceOf(agent: string): string {
  const browser = nameIn(BROWSERS, agent)
  const system = nameIn(SYSTEMS, agent)
  if (browser === null) return system ?? 'Thiết bị khác'
  return system === null ? browser : `${browser} trên ${system}`
}
