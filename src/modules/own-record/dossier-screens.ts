/** Trang của một hồ sơ ở phía cơ quan: what the person agreed to, and the papers printed from the record. Reading is noted. */
import { dayOf, yearOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { findFile } from '../../platform/files/keep.ts'
import type { PersonalPaper } from '../../platform/word/personal-paper.ts'
import { officeNames } from '../organisations/public.ts'
import { type Dossier, noteViewing, type Purpose } from '../people/public.ts'
import { demandDossier } from './dossier.ts'
import { speakOf } from './own.ts'
import type { ConsentsView, PaperConsentView } from './pages/consents.ts'
import type { DossierPapersView, DossierPaperView } from './pages/dossier-papers.ts'
import type { PaperKind } from './pages/print.ts'
import { type BlankForm, blankForm } from './papers/blank-forms.ts'
import { paperOf } from './papers/paper-of.ts'
import { canPrintPapers, canRecordConsents, canSeeConsents } from './rights.ts'
import { consented, publicItems, standing } from './rules/consent.ts'
import { aliasesOf, consentsOf, slugOf } from './views.ts'
import { ITEM_ORDER } from './words.ts'

const headOf = async (ctx: Ctx, { person }: Dossier) => ({
  code: person.code,
  name: person.name,
  unit: (await officeNames(ctx.tx, [person.unitId])).get(person.unitId) ?? '',
})

/** Sổ đồng ý của một người. */
export async function consentsOfDossier(ctx: Ctx, code: string): Promise<Decision<ConsentsView>> {
  const found = await demandDossier(ctx, code, canSeeConsents)
  if (!found.ok) return found
  const { person } = found.value
  const aliases = await aliasesOf(ctx.tx, person.id)
  const history = await consentsOf(ctx.tx, aliases)
  const stand = standing(history, ctx.now)
  const shown = publicItems(consented(history, ctx.now))
  await noteViewing(ctx, { people: [person.id], groups: ['consent'] })
  return accept({
    ...(await headOf(ctx, found.value)),
    items: ITEM_ORDER.map((item) => {
      const last = history.findLast((h) => h.item === item && h.at.equals(stand.get(item)?.at ?? h.at)) ?? null
      return { item, last: stand.has(item) ? last : null }
    }),
    slug: shown.size === 0 ? null : await slugOf(ctx.tx, aliases),
    history,
    mayRecord: canRecordConsents.allows(ctx.actor, person.unitId),
  })
}

/** Biểu mẫu ghi đồng ý bằng văn bản. */
export async function paperConsentForm(ctx: Ctx, code: string): Promise<Decision<PaperConsentView>> {
  const found = await demandDossier(ctx, code, canRecordConsents)
  if (!found.ok) return found
  return accept({ ...(await headOf(ctx, found.value)), today: dayOf(ctx.now) })
}

/** Phiếu in trắng của một người, to be filled in by hand. */
export async function blankPaper(ctx: Ctx, code: string, kind: BlankForm): Promise<Decision<PersonalPaper>> {
  const found = await demandDossier(ctx, code, canRecordConsents)
  if (!found.ok) return found
  const { name, unit } = await headOf(ctx, found.value)
  return accept(blankForm(kind, { name, code, body: unit, year: yearOf(dayOf(ctx.now)) }))
}

/** Bản quét of a paper consent: given only where a line of the person's ledger points at it. */
export async function paperScan(
  ctx: Ctx,
  code: string,
  file: string,
): Promise<Decision<{ name: string; mediaType: string; bytes: Uint8Array }>> {
  const found = await demandDossier(ctx, code, canSeeConsents)
  if (!found.ok) return found
  const history = await consentsOf(ctx.tx, await aliasesOf(ctx.tx, found.value.person.id))
  const kept = history.some((h) => h.file === file) ? await findFile(ctx.tx, file) : null
  if (kept === null) return refuse('absent', 'consent.no-scan', 'Không tìm thấy tệp này trong sổ đồng ý.')
  await noteViewing(ctx, { people: [found.value.person.id], groups: ['consent'] })
  return accept({ name: kept.name, mediaType: kept.media_type, bytes: kept.body })
}

/** Chọn bản in; `tried` = the paper that was asked for without saying what for. */
export async function dossierPapers(
  ctx: Ctx,
  code: string,
  tried: PaperKind | null,
): Promise<Decision<DossierPapersView>> {
  const found = await demandDossier(ctx, code, canPrintPapers)
  return found.ok ? accept({ ...(await headOf(ctx, found.value)), tried }) : found
}

/** A paper for a stated purpose; without one the choice again. */
export const paperOrChoice = (
  ctx: Ctx,
  q: { code: string; kind: PaperKind; purpose: Purpose | null },
): Promise<Decision<DossierPapersView | DossierPaperView>> =>
  q.purpose === null ? dossierPapers(ctx, q.code, q.kind) : dossierPaper(ctx, { ...q, purpose: q.purpose })

/** Một bản in từ hồ sơ của người khác: the reading is noted with its purpose before anything is made. */
export async function dossierPaper(
  ctx: Ctx,
  q: { code: string; kind: PaperKind; purpose: Purpose },
): Promise<Decision<DossierPaperView>> {
  const found = await demandDossier(ctx, q.code, canPrintPapers)
  if (!found.ok) return found
  const dossier = found.value
  const groups = [...new Set(dossier.facts.map((f) => f.group))]
  await noteViewing(ctx, { people: [dossier.person.id], groups: ['names', 'birth', ...groups], purpose: q.purpose })
  const { unit } = await headOf(ctx, dossier)
  const source = { dossier, speak: await speakOf(ctx, [dossier]), today: dayOf(ctx.now), least: 0 as const }
  return accept({
    code: dossier.person.code,
    name: dossier.person.name,
    kind: q.kind,
    paper: paperOf(q.kind, source, unit),
    purpose: q.purpose,
  })
}
