/**
 * Tệp đã ký số: what can be told of a file that came back from a signing tool. Only whether it bears a signature is looked at; whether
 * the signature is valid is for the agency's own tool to say, and the screen says so. Pure.
 */
import type { SignatureMark } from '../words.ts'

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((b, i) => bytes[i] === b)

/** Long form of the length of a DER sequence: what a signed message of any size begins with. */
const isSequence = (bytes: Uint8Array): boolean => startsWith(bytes, 0x30) && ((bytes[1] ?? 0) & 0x80) === 0x80

/** `SignedData` of CMS (RFC 5652), as DER writes its number. */
const SIGNED_DATA = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02'

/** The kind of signature a file bears; `khong` when none is seen. */
export function signatureMark(bytes: Uint8Array): SignatureMark {
  const text = latin(bytes)
  if (text.startsWith('%PDF-')) return text.includes('/ByteRange') && /\/SubFilter\s*\/\S+/.test(text) ? 'pdf' : 'khong'
  if (startsWith(bytes, 0x50, 0x4b)) return text.includes('_xmlsignatures/') ? 'office' : 'khong'
  if (isSequence(bytes) && text.slice(0, 32).includes(SIGNED_DATA)) return 'cms'
  return 'khong'
}
