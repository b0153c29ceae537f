/** Gõ bằng phông cũ: Vietnamese as it was typed with fonts from before Unicode. */
import { LETTERS } from '../../kernel/before-unicode.ts'

const KEYS = { TCVN3: keysOf('TCVN3'), VNI: keysOf('VNI') } as const

/** The shortest key of every letter. */
function keysOf(page: 'TCVN3' | 'VNI'): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  for (const [key, letter] of LETTERS[page])
    if ((keys.get(letter)?.length ?? Number.POSITIVE_INFINITY) > key.length) keys.set(letter, key)
  return keys
}

/** The text in the letters of a code page; null when the page lacks one of them (TCVN3 has no capitals with tones). */
export function asTyped(page: 'TCVN3' | 'VNI', text: string): string | null {
  const typed = [...text.normalize('NFC')].map((c) => KEYS[page].get(c) ?? (c.charCodeAt(0) < 128 ? c : null))
  return typed.includes(null) ? null : typed.join('')
}
