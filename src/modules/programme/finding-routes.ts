/** Đường dẫn rà soát: the findings of a document, the opinions on them, and the note in Word. */

import { z } from 'zod'
import { dayOf } from '../../kernel/day.ts'
import { accept } from '../../kernel/result.ts'
import { id } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import { WORD } from '../../platform/word/official-paper.ts'
import { writePaper } from '../../platform/word/write-paper.ts'
import { issuerOn } from '../organisations/public.ts'
import { markFinding } from './actions/mark-finding.ts'
import { checkDocument } from './check-document.ts'
import { FINDING_FILTERS, findingPlace, findingsPage } from './pages/findings.ts'
import { noteOf } from './papers/note-of.ts'
import { canMarkFindings, canSeeProgramme } from './rights.ts'
import { readFindings } from './screens.ts'
import { FINDING_VERDICTS } from './words.ts'

type Raw = Record<string, unknown>
const string = (v: unknown): string => (typeof v === 'string' ? v : '')
const back = (raw: Raw, finding = ''): string =>
  `/ke-hoach/doc/${string(raw.id)}/ra-soat?loc=${FINDING_FILTERS.find((f) => f === raw.loc) ?? 'tat-ca'}${finding}`

/** "propose 0 II.1.1b:x7" of a button, or the fields of the form. */
function opinionOf(raw: Raw): Raw {
  const pressed = /^(\w+) (\d+) (.+)$/s.exec(string(raw.decide))
  const given = pressed ? { verdict: pressed[1], version: pressed[2], finding: pressed[3] } : raw
  return { ...given, document: raw.id }
}

/** The URL table of checking. */
export const findingRoutes: readonly Route[] = [
  page({
    path: '/ke-hoach/doc/:id/ra-soat',
    title: (v) => `Rà soát ${v.document.name}`,
    right: canSeeProgramme,
    input: z.object({ id: id(), loc: z.enum(FINDING_FILTERS).catch('tat-ca'), sua: z.string().optional() }),
    view: (ctx, q) => readFindings(ctx, { id: q.id, filter: q.loc, editing: q.sua ?? null }),
    html: findingsPage,
  }),
  submit({
    path: '/ke-hoach/doc/:id/ra-soat',
    title: 'Ghi ý kiến về kết quả rà soát',
    right: canMarkFindings,
    action: markFinding,
    input: opinionOf,
    next: (m, raw) => ({
      to: `${back(raw)}#${findingPlace(m.finding)}`,
      said: `Đã ghi ý kiến về mục ${m.clause}: ${FINDING_VERDICTS[m.verdict]}.`,
    }),
    back: (raw) => back(raw, string(raw.finding) === '' ? '' : `&sua=${encodeURIComponent(string(raw.finding))}`),
  }),
  download({
    path: '/ke-hoach/doc/:id/phieu-ra-soat',
    title: 'Phiếu rà soát',
    right: canSeeProgramme,
    input: z.object({ id: id() }),
    file: async (ctx, q) => {
      const checked = await checkDocument(ctx, q.id)
      if (!checked.ok) return checked
      const { plan } = checked.value
      const issuer = plan === null ? null : await issuerOn(ctx.tx, plan.territoryId, dayOf(ctx.now))
      const bytes = await writePaper(noteOf(checked.value, issuer, dayOf(ctx.now)))
      return accept({ name: 'phieu-ra-soat.docx', mediaType: WORD, bytes })
    },
  }),
]
