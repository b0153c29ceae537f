/** Nói lại một mục: the same words in the place of the fact, but for what is told otherwise. Pure. */
import type { Entry, Fact } from '../words/dossier.ts'

/** An entry that mends `f` with what `otherwise` says. */
export const saidAgain = (f: Fact, otherwise: Partial<Pick<Entry, 'to' | 'level' | 'source'>>): Entry => ({
  group: f.group,
  data: f.data,
  from: f.from,
  to: f.to,
  level: f.level,
  evidence: f.evidence,
  source: f.source,
  mends: f.id,
  ...otherwise,
})
