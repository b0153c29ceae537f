/** XML of Word files: reads without trusting it. */
import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** The value of an attribute, or null. */
export const attribute = (tag: SaxesTagPlain, name: string): string | null => tag.attributes[name] ?? null

/** Runs the parser over `xml`; false when it is not well formed. Document types are refused: they can define entities. */
export function parseXml(
  xml: string,
  on: { open?: (t: SaxesTagPlain) => void; close?: (name: string) => void; text?: (t: string) => void },
): boolean {
  const parser = new SaxesParser()
  let sound = true
  parser.on('opentag', (t) => on.open?.(t))
  parser.on('closetag', (t) => on.close?.(t.name))
  parser.on('text', (t) => on.text?.(t))
  parser.on('doctype', () => {
    sound = false
  })
  parser.on('error', () => {
    sound = false
  })
  try {
    parser.write(xml).close()
  } catch {
    return false
  }
  return sound
}
