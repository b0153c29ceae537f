/**
 * Xuất văn bản ra Word: one model gives one file, byte for byte, on any machine and at any time.
 */
import type { OfficialPaper } from './official-paper.ts'
import { packAnnexes, packPaper } from './paper-document.ts'

/**
 * The Word file (.docx) of a paper, laid out by NĐ 30/2020. Throws only on a source id that a Word file cannot hold
 * (over 58 characters).
 */
export const writePaper = async (paper: OfficialPaper): Promise<Uint8Array> => packPaper(paper)

/** The Word file of the annexes alone, "(Kèm theo …)" naming the paper they belong to. */
export const writeAnnexes = async (paper: OfficialPaper): Promise<Uint8Array> => packAnnexes(paper)
