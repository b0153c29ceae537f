/**
 * Chữ của một đoạn: a paragraph is gathered from runs; each run may have a font of before Unicode, be in capitals or hidden.
 * Runs of one such font are joined before they are read, since editing cuts words anywhere.
 */
import { codePageOfFont } from '../../kernel/before-unicode.ts'
import { type Conversion, mendByFont } from '../../kernel/mend-encoding.ts'
import type { Look, Style } from './read-styles.ts'

/** Một lượt chữ while it is being read. */
export type Run = { font: string | null; capitals: boolean | null; hidden: boolean | null; style: string | null }

/** Một mẩu: text with the font of before Unicode that it is in, null for other fonts. */
type Piece = { text: string; font: string | null }

/** Một đoạn while it is being read. */
export type Paragraph = {
  readonly pieces: Piece[]
  style: string | null
  list: string | null
  level: number | null
  /** Its end was deleted: it goes on in the next paragraph. */
  open: boolean
}

/** A run of which nothing is known yet. */
export const newRun = (): Run => ({ font: null, capitals: null, hidden: null, style: null })

/** An empty paragraph. */
export const newParagraph = (): Paragraph => ({ pieces: [], style: null, list: null, level: null, open: false })

/** How the text of a run looks: its own setting, else that of its style, else that of the paragraph. */
export function lookOf(run: Run, paragraph: Style, styleOf: (id: string) => Style): Look {
  const named = run.style === null ? null : styleOf(run.style)
  return {
    font: run.font ?? named?.font ?? paragraph.font,
    capitals: run.capitals ?? named?.capitals ?? paragraph.capitals,
    hidden: run.hidden ?? named?.hidden ?? paragraph.hidden,
  }
}

/** Adds text to a paragraph; hidden text is left out. */
export function addText(p: Paragraph, text: string, look: Look): void {
  if (look.hidden === true) return
  const font = codePageOfFont(look.font) === null ? null : look.font
  const shown = look.capitals === true && font === null ? text.toUpperCase() : text
  const last = p.pieces.at(-1)
  if (last && last.font === font) last.text += shown
  else p.pieces.push({ text: shown, font })
}

/** The text of a paragraph in Unicode; what was converted is told to `tell`. */
export function textOf(p: Paragraph, tell: (c: Conversion) => void): string {
  const mended = p.pieces.map(({ text, font }) => {
    const turned = mendByFont(text, font)
    if (turned?.conversion) tell(turned.conversion)
    return turned?.text ?? text
  })
  return plainSymbols(mended.join(''))
}

/** Glyphs of symbol fonts stand in the private area: at the start of a paragraph they are bullets. */
export const plainSymbols = (text: string): string =>
  text.replace(/^([ \t]*)[\ue000-\uf8ff][ \t]*/u, '$1- ').replace(/[\ue000-\uf8ff]/gu, '')
