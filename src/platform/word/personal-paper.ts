/**
 * Giấy tờ cá nhân: a curriculum vitae, a card, a letter to one person. It has no number and no receivers; the letters, margins and
 * headings are those of NĐ 30/2020 (Phụ lục I). Pure builders in the modules fill the model; `personal-document.ts` makes the Word file.
 */
import type { Day } from '../../kernel/day.ts'
import type { Block } from './official-paper.ts'
import { repack } from './repack.ts'

/** Người ký: what stands above the signature, what is noted under it, whose name is printed (null = left to be written). */
export type Signer = { readonly title: string; readonly note?: string; readonly name: string | null }

/** Giấy tờ cá nhân. */
export type PersonalPaper = {
  /** "Lý lịch khoa học". */
  readonly title: string
  /** Lines under the title, without a rule: for whom, as of when. */
  readonly subtitle?: string
  /** The body that issues it, top left; null = the person's own paper, quốc hiệu in the middle; `none` = nothing above the title. */
  readonly issuer: { readonly superior: string | null; readonly body: string } | null | 'none'
  readonly blocks: readonly Block[]
  /** Địa danh of the date line; null = no date line and no signature. */
  readonly place: string | null
  readonly date: Day | null
  readonly year: number
  /** One signer stands on the right; two stand side by side, the first on the left. */
  readonly signers: readonly Signer[]
  /** Small line at the end: where the data come from. */
  readonly note?: string
}

/** The Word file (.docx) of papers, each on a page of its own. At least one paper. */
export async function writePersonalPapers(papers: readonly PersonalPaper[]): Promise<Uint8Array> {
  const [first] = papers
  if (first === undefined) throw new Error('no paper to write')
  const { packPersonalPapers } = await import('./personal-document.ts')
  const packed = await packPersonalPapers(papers, first.title, creatorOf(first))
  return repack(packed, `${first.date ?? `${first.year}-01-01`}T00:00:00Z`)
}

const creatorOf = (p: PersonalPaper): string => (p.issuer === null || p.issuer === 'none' ? p.title : p.issuer.body)

/** The Word file (.docx) of one paper. */
export const writePersonalPaper = (paper: PersonalPaper): Promise<Uint8Array> => writePersonalPapers([paper])
