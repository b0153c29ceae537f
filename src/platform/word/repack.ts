/** Gói lại: a packed Word file without what its packer adds of its own: the order of entries and the time of packing. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** Same entries, sorted, with `stamp` in place of every clock reading. */
export function repack(packed: Uint8Array, stamp: string): Uint8Array {
  const entries = unzipSync(packed)
  const out: Zippable = {}
  for (const name of Object.keys(entries).sort()) {
    const bytes = entries[name] ?? new Uint8Array()
    out[name] = name === 'docProps/core.xml' ? strToU8(fixedClock(strFromU8(bytes), stamp)) : bytes
  }
  // The fields of a local date are what a zip entry holds: these are the same in every time zone.
  return zipSync(out, { level: 6, mtime: new Date(1980, 0, 1, 0, 0, 0), os: 0 })
}

const fixedClock = (core: string, stamp: string): string =>
  core.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, (_, open: string) => `${open}${stamp}`)
