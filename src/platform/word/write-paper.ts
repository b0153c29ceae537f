/**
 * Xuất văn bản ra Word: one model gives one file, byte for byte, on any machine and at any time. The library that writes Word is
 * large and is read when the first paper is written.
 */
import type { OfficialPaper } from './official-paper.ts'
import { repack } from './repack.ts'

/**
 * The Word file (.docx) of a paper, laid out by NĐ 30/2020. Throws only on a source id that a Word file cannot hold
 * (over 58 characters).
 */
export async function writePaper(paper: OfficialPaper): Promise<Uint8Array> {
  const { packPaper } = await import('./paper-document.ts')
  return repack(await packPaper(paper), stampOf(paper))
}

/** The Word file of the annexes alone, "(Kèm theo …)" naming the paper they belong to. */
export async function writeAnnexes(paper: OfficialPaper): Promise<Uint8Array> {
  const { packAnnexes } = await import('./paper-document.ts')
  return repack(await packAnnexes(paper), stampOf(paper))
}

const stampOf = (paper: OfficialPaper): string => `${paper.date ?? `${paper.year}-01-01`}T00:00:00Z`
