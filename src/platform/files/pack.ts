/** Gói tệp: several files as one zip; the same files give the same bytes. */
import { strToU8, type Zippable, zipSync } from 'fflate'

/** A zip of the files, in the order given; a text is written as UTF-8. Nothing of the machine or the hour goes in. */
export function packFiles(files: readonly { readonly name: string; readonly body: Uint8Array | string }[]): Uint8Array {
  const entries: Zippable = {}
  for (const { name, body } of files) entries[name] = typeof body === 'string' ? strToU8(body) : body
  // The fields of a local date are what a zip entry holds: these are the same in every time zone.
  return zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1, 0, 0, 0), os: 0 })
}
