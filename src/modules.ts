/**
 * Các mô-đun theo thứ tự câu chuyện: the list is the menu, the import order and the schema order.
 * Whatever must look over several modules (search, counters, histories, jobs) is a fold over this list.
 */

import { accept, type Decision } from './kernel/result.ts'
import { accounts } from './modules/accounts/module.ts'
import { appraisal } from './modules/appraisal/module.ts'
import { auditModule } from './modules/audit/module.ts'
import { boardModule } from './modules/board/module.ts'
import { cellsModule } from './modules/cells/module.ts'
import { codeLists } from './modules/code-lists/module.ts'
import { documents } from './modules/documents/module.ts'
import { duplicates } from './modules/duplicates/module.ts'
import { exchange } from './modules/exchange/module.ts'
import { forecastingModule } from './modules/forecasting/module.ts'
import { foreseeWith } from './modules/forecasting/public.ts'
import { goalsModule } from './modules/goals/module.ts'
import { imports } from './modules/imports/module.ts'
import { indicatorsModule } from './modules/indicators/module.ts'
import { definitions } from './modules/indicators/public.ts'
import { notices } from './modules/notices/module.ts'
import { organisationsModule } from './modules/organisations/module.ts'
import { ownRecord } from './modules/own-record/module.ts'
import { people } from './modules/people/module.ts'
import { programme } from './modules/programme/module.ts'
import { proposals } from './modules/proposals/module.ts'
import { publicSiteModule } from './modules/public-site/module.ts'
import { quality } from './modules/quality/module.ts'
import { reportingModule } from './modules/reporting/module.ts'
import { talent } from './modules/talent/module.ts'
import { tasks } from './modules/tasks/module.ts'
import type { Ctx } from './platform/action.ts'
import type { MigrationFolder } from './platform/database/migrate.ts'
import type { LedgerLine } from './platform/ledger/record.ts'
import type { Measure } from './platform/measure.ts'
import type { Badge, HandOver, Held, Module, SearchRow } from './platform/module.ts'

/** What happened, in a sentence without the actor. */
export function sentenceOf(line: LedgerLine): string {
  for (const m of MODULES) {
    const say = m.facts[line.kind]
    if (say) return say(line)
  }
  return line.kind
}

/** Kinds of facts by the module that records them, for the filter of the ledger. */
export const factGroups = () =>
  MODULES.map((m) => ({ name: m.name, title: m.title, kinds: Object.keys(m.facts) })).filter((g) => g.kinds.length > 0)

/** Counters of all modules for the menu and the bell. */
export async function badgesOf(ctx: Ctx): Promise<Badge[]> {
  const all: Badge[] = []
  for (const m of MODULES) all.push(...((await m.badges?.(ctx)) ?? []))
  return all
}

/** Rows of the search box over all modules. */
export async function searchAll(ctx: Ctx, folded: string): Promise<SearchRow[]> {
  const all: SearchRow[] = []
  for (const m of MODULES) all.push(...((await m.search?.(ctx, folded)) ?? []))
  return all
}

/** What all modules keep for units that end. */
async function heldByAll(ctx: Ctx, unitIds: readonly string[]): Promise<Held[]> {
  const all: Held[] = []
  for (const m of MODULES) all.push(...((await m.heldBy?.(ctx, unitIds)) ?? []))
  return all
}

/** Hands each thing over by the module that keeps it; how many changed hands. The first refusal stops all. */
async function handOverAll(ctx: Ctx, moves: readonly HandOver[]): Promise<Decision<number>> {
  let moved = 0
  for (const m of MODULES) {
    const own = moves.filter((x) => x.item.startsWith(`${m.name}.`))
    const handed = own.length > 0 ? await m.handOver?.(ctx, own) : undefined
    if (handed && !handed.ok) return handed
    moved += handed?.value ?? 0
  }
  return accept(moved)
}

/** The manifests, in order. */
export const MODULES: readonly Module[] = [
  codeLists,
  organisationsModule({ heldBy: heldByAll, handOver: handOverAll }),
  accounts,
  auditModule(sentenceOf, factGroups),
  documents,
  people,
  duplicates,
  imports,
  cellsModule((ctx) => definitions(ctx.tx)),
  ownRecord,
  indicatorsModule(() => measuresOf()),
  quality,
  programme,
  tasks,
  goalsModule(
    () => measuresOf(),
    foreseeWith(() => measuresOf()),
  ),
  reportingModule(() => measuresOf()),
  proposals,
  forecastingModule(() => measuresOf()),
  talent,
  appraisal,
  notices,
  exchange,
  boardModule({ searchAll: (ctx, folded) => searchAll(ctx, folded), measures: () => measuresOf(), sentenceOf }),
  publicSiteModule({ measures: () => measuresOf(), sentenceOf }),
]

/** Đại lượng: what all modules count, for indicators. */
export const measuresOf = (): readonly Measure[] => MODULES.flatMap((m) => m.measures ?? [])

/** Migration folders in the order of the story. */
export const migrationFolders = (): MigrationFolder[] =>
  MODULES.flatMap((m) =>
    m.migrations ? [{ owner: m.name, folder: m.migrations, ...(m.settle ? { settle: m.settle } : {}) }] : [],
  )
