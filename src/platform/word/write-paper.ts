/**
 * Xuất văn bản ra Word: one model gives one file, byte for byte, on any machine and at any time.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { OfficialPaper } from './official-paper.ts'
import { packAnnexes, packPaper } from './paper-document.ts'

/**
 * The Word file (.docx) of a paper, laid out by NĐ 30/2020. Throws only on a source id that a Word file cannot hold
 * (over 58 characters).
 */
export async function writePaper(paper: OfficialPaper): Promise<Uint8Array> {
  return repack(await packPaper(paper), stampOf(paper))
}

/** The Word file of the annexes alone, "(Kèm theo …)" naming the paper they belong to. */
export async function writeAnnexes(paper: OfficialPaper): Promise<Uint8Array> {
  return repack(await packAnnexes(paper), stampOf(paper))
}

const stampOf = (paper: OfficialPaper): string => `${paper.date ?? `${paper.year}-01-01`}T00:00:00Z`

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
