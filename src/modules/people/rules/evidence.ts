/** Bằng chứng của một mục: words of an officer, with the file kept beside them at the end. Pure. */

/** Căn cứ: its words, and the id of the file kept with it. */
export type Evidence = { readonly words: string; readonly file: string | null }

const FILE = /\s*\[tệp ([0-9a-f-]{36})\]$/

/** The words and the file of what an entry keeps as its evidence. */
export const evidenceOf = (text: string): Evidence => ({
  words: text.replace(FILE, ''),
  file: FILE.exec(text)?.[1] ?? null,
})

/** What an entry keeps; '' = no evidence. */
export const evidenceText = ({ words, file }: Evidence): string => (file === null ? words : `${words} [tệp ${file}]`)
