/** Tệp của một thông điệp: JSON or XML, told apart by its first sign; both hold the same, and each can be made from the other. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { readXml } from '../../platform/xml/read-xml.ts'
import { writeXml } from '../../platform/xml/write-xml.ts'
import { soundMessage } from './rules/message.ts'
import type { Part } from './rules/part.ts'
import type { Profile } from './rules/profile.ts'
import { partOfJson } from './rules/read-json.ts'
import { partOfXml } from './rules/read-xml.ts'
import { jsonOfPart } from './rules/write-json.ts'
import { xmlOfPart } from './rules/write-xml.ts'

/** Dạng tệp, as in addresses and on the command line. */
export const FORMATS = ['json', 'xml'] as const
/** Một dạng tệp. */
export type Format = (typeof FORMATS)[number]

/** Media types by format. */
export const MEDIA: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
}

/** The text of a message in a format. */
export const writeMessage = (profile: Profile, message: Part, format: Format): string =>
  format === 'json'
    ? `${JSON.stringify(jsonOfPart(profile, message), null, 1)}\n`
    : writeXml(xmlOfPart(profile, message))

/** The text of bytes that came from elsewhere: UTF-8, nothing else. */
export function textOf(bytes: Uint8Array): Decision<string> {
  try {
    return accept(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('invalid', 'exchange.encoding', 'Tệp không phải chữ UTF-8. Xuất lại tệp dạng UTF-8. Chưa ghi gì.')
  }
}

/** Reads a message; a broken one is refused with the line or the field of every fault. */
export function readMessage(profile: Profile, text: string): Decision<Part> {
  if (text.trimStart().startsWith('<')) {
    const root = readXml(text)
    return root.ok ? soundMessage(profile, partOfXml(profile, root.value)) : root
  }
  try {
    return soundMessage(profile, partOfJson(profile, JSON.parse(text)))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse('invalid', 'json.broken', `Tệp JSON hỏng tại ${placeIn(text, error.message)}. Chưa ghi gì.`)
  }
}

/** Where JSON stopped making sense: the engine tells a position, or that the text ended too soon. */
function placeIn(text: string, said: string): string {
  const position = Number(/position (\d+)/.exec(said)?.[1] ?? text.length)
  const before = text.slice(0, position).split('\n')
  return `dòng ${before.length}, cột ${(before.at(-1)?.length ?? 0) + 1}`
}
