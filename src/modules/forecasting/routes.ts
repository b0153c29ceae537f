/** Đường dẫn: /du-bao. Figures are of the whole province; names of people stand behind rights of their own. */
import { z } from 'zod'
import { dayOf } from '../../kernel/day.ts'
import { accept } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { writeWorkbook } from '../../platform/excel/write-workbook.ts'
import { id, list, nothing, optionalNumber, optionalText, text } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import type { Measure } from '../../platform/measure.ts'
import { WORD } from '../../platform/word/official-paper.ts'
import { writeAnnexes } from '../../platform/word/write-paper.ts'
import { issuerOn } from '../organisations/public.ts'
import { currentProgramme } from '../programme/public.ts'
import { approveScenario } from './actions/approve-scenario.ts'
import { dropAssumption } from './actions/drop-assumption.ts'
import { issueForecasts } from './actions/issue-forecasts.ts'
import { saveScenario } from './actions/save-scenario.ts'
import { setAssumption } from './actions/set-assumption.ts'
import { setScenarioAside } from './actions/set-scenario-aside.ts'
import {
  ASSUMED,
  CHECKED,
  COMPARE,
  FORECASTS,
  RETIRING,
  SAVING,
  SCENARIOS,
  SHORTAGE,
  SUPPLY,
  scenarioHref,
  WORKSPACE,
} from './pages/address.ts'
import { assumptionsPage } from './pages/assumptions.ts'
import { checkedPage } from './pages/checked.ts'
import { overviewPage } from './pages/overview.ts'
import { retiringPage } from './pages/retiring.ts'
import { comparePage, scenarioPage, scenariosPage } from './pages/scenarios.ts'
import { shortagePage } from './pages/shortage.ts'
import { supplyPage } from './pages/supply.ts'
import { savingPage, workspacePage } from './pages/workspace.ts'
import { scenarioPaper } from './papers/scenario.ts'
import { scenarioWorkbook } from './papers/scenario-workbook.ts'
import { shortageWorkbook } from './papers/shortage-workbook.ts'
import { canApproveScenario, canPlan, canSeeForecasts, canSeeRetiring } from './rights.ts'
import {
  readAssumptions,
  readChecked,
  readCompare,
  readOverview,
  readRetiring,
  readScenario,
  readScenarios,
  readSupply,
  readWorkspace,
} from './screens.ts'
import { readNames } from './sectors.ts'
import { readShortage } from './shortage.ts'
import { modelOf } from './views.ts'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const ofId = z.object({ id: id('Chọn một kịch bản') })

async function wordFile(ctx: Ctx, measures: readonly Measure[], asked: { id: string }) {
  const found = await readScenario(ctx, measures, asked.id)
  if (!found.ok) return found
  const plan = await currentProgramme(ctx.tx)
  const from = plan === null ? null : await issuerOn(ctx.tx, plan.territoryId, dayOf(ctx.now))
  const issuer = {
    superior: from?.committee.officeName ?? null,
    body: from?.homeAffairs.officeName ?? '...',
    place: from?.place ?? '',
  }
  const { scenario, sector } = found.value
  const bytes = await writeAnnexes(scenarioPaper({ issuer, scenario, sector }))
  return accept({ name: 'kich-ban.docx', mediaType: WORD, bytes })
}

async function excelFile(ctx: Ctx, measures: readonly Measure[], asked: { id: string }) {
  const found = await readScenario(ctx, measures, asked.id)
  if (!found.ok) return found
  const bytes = await writeWorkbook(scenarioWorkbook(found.value.scenario, await readNames(ctx)))
  return accept({ name: 'kich-ban.xlsx', mediaType: EXCEL, bytes })
}

async function planFile(ctx: Ctx, measures: readonly Measure[], asked: { id: string }) {
  const found = await readScenario(ctx, measures, asked.id)
  if (!found.ok) return found
  const bytes = new TextEncoder().encode(`${JSON.stringify(await modelOf(ctx.tx, asked.id), null, 2)}\n`)
  return accept({ name: 'kich-ban.json', mediaType: 'application/json', bytes })
}

async function shortageFile(ctx: Ctx, measures: readonly Measure[], until: number | null) {
  const found = await readShortage(ctx, measures, until)
  if (!found.ok) return found
  const bytes = await writeWorkbook(shortageWorkbook(found.value, dayOf(ctx.now)))
  return accept({ name: 'nganh-thieu-nguoi.xlsx', mediaType: EXCEL, bytes })
}

/** The URL table; `measures` are those of all modules. */
export const routes = (measures: () => readonly Measure[]): readonly Route[] => [
  page({
    path: FORECASTS,
    title: 'Dự báo',
    right: canSeeForecasts,
    elevated: true,
    input: nothing(),
    view: async (ctx) => accept(await readOverview(ctx, measures())),
    html: overviewPage,
  }),
  page({
    path: SUPPLY,
    title: 'Cung và cầu nhân lực',
    right: canSeeForecasts,
    elevated: true,
    input: z.object({
      'den-nam': optionalNumber().catch(null),
      'pham-vi': optionalText(60),
      'chi-tieu': optionalNumber().catch(null),
    }),
    view: (ctx, q) => readSupply(ctx, measures(), q['den-nam'], q['pham-vi'], q['chi-tieu']),
    html: supplyPage,
  }),
  page({
    path: SHORTAGE,
    title: 'Ngành thiếu người',
    right: canSeeForecasts,
    elevated: true,
    input: z.object({ 'den-nam': optionalNumber().catch(null) }),
    view: (ctx, q) => readShortage(ctx, measures(), q['den-nam']),
    html: shortagePage,
  }),
  download({
    path: `${SHORTAGE}/excel`,
    title: 'Tải ngành thiếu người bản Excel',
    right: canSeeForecasts,
    elevated: true,
    input: z.object({ 'den-nam': optionalNumber().catch(null) }),
    file: (ctx, q) => shortageFile(ctx, measures(), q['den-nam']),
  }),
  page({
    path: RETIRING,
    title: 'Nghỉ hưu sắp tới',
    right: canSeeRetiring,
    input: nothing(),
    view: async (ctx) => accept(await readRetiring(ctx, measures())),
    html: retiringPage,
  }),
  page({
    path: ASSUMED,
    title: 'Giả định của dự báo',
    right: canSeeForecasts,
    elevated: true,
    input: nothing(),
    view: (ctx) => readAssumptions(ctx, measures()),
    html: assumptionsPage,
  }),
  submit({
    path: ASSUMED,
    title: 'Ghi giả định',
    right: canPlan,
    action: setAssumption,
    next: (out) => ({ to: ASSUMED, said: `Đã ghi giả định «${out.label}».` }),
    back: () => ASSUMED,
  }),
  submit({
    path: `${ASSUMED}/bo`,
    title: 'Bỏ giả định',
    right: canPlan,
    action: dropAssumption,
    next: (out) => ({ to: ASSUMED, said: `Đã bỏ giả định «${out.label}».` }),
    back: () => ASSUMED,
  }),
  page({
    path: CHECKED,
    title: 'Đối chiếu dự báo với thực tế',
    right: canSeeForecasts,
    elevated: true,
    input: nothing(),
    view: async (ctx) => accept(await readChecked(ctx, measures())),
    html: checkedPage,
  }),
  submit({
    path: `${CHECKED}/dua-ra`,
    title: 'Giữ lại dự báo hôm nay',
    right: canPlan,
    action: issueForecasts(measures),
    next: (out) => ({ to: CHECKED, said: `Đã giữ lại dự báo của ${out.count} mục tiêu.` }),
    back: () => CHECKED,
  }),
  page({
    path: SCENARIOS,
    title: 'Kịch bản',
    right: canSeeForecasts,
    input: nothing(),
    view: async (ctx) => accept(await readScenarios(ctx)),
    html: scenariosPage,
  }),
  page({
    path: WORKSPACE,
    title: 'Soạn kịch bản',
    right: canSeeForecasts,
    elevated: true,
    input: z.looseObject({}),
    view: (ctx, q) => readWorkspace(ctx, measures(), q),
    html: workspacePage,
  }),
  page({
    path: SAVING,
    title: 'Lưu kịch bản',
    right: canPlan,
    elevated: true,
    input: z.looseObject({}),
    view: (ctx, q) => readWorkspace(ctx, measures(), q),
    html: savingPage,
  }),
  page({
    path: COMPARE,
    title: 'So sánh kịch bản',
    right: canSeeForecasts,
    elevated: true,
    input: z.object({ k: list(text(60, 'Chọn kịch bản')) }),
    view: async (ctx, q) => accept(await readCompare(ctx, measures(), q.k)),
    html: comparePage,
  }),
  submit({
    path: SCENARIOS,
    title: 'Lưu kịch bản',
    right: canPlan,
    action: saveScenario(measures),
    next: (out) => ({ to: scenarioHref(out.id), said: `Đã lưu kịch bản «${out.title}».` }),
    back: (raw) =>
      `${SAVING}?${new URLSearchParams(Object.entries(raw).flatMap(([k, v]) => (typeof v === 'string' && !['title', 'note', '_csrf'].includes(k) ? [[k, v]] : [])))}`,
  }),
  page({
    path: scenarioHref(':id'),
    title: (v) => v.scenario.title,
    right: canSeeForecasts,
    elevated: true,
    input: ofId,
    view: (ctx, q) => readScenario(ctx, measures(), q.id),
    html: scenarioPage,
  }),
  submit({
    path: `${scenarioHref(':id')}/duyet`,
    title: 'Ghi kịch bản được duyệt',
    right: canApproveScenario,
    action: approveScenario,
    next: (out) => ({ to: scenarioHref(out.id), said: `Đã ghi «${out.title}» được duyệt.` }),
    back: (raw) => scenarioHref(String(raw.id)),
  }),
  submit({
    path: `${scenarioHref(':id')}/bo`,
    title: 'Bỏ kịch bản',
    right: canPlan,
    action: setScenarioAside,
    next: (out) => ({ to: SCENARIOS, said: `Đã bỏ kịch bản «${out.title}».` }),
    back: (raw) => scenarioHref(String(raw.id)),
  }),
  download({
    path: `${scenarioHref(':id')}/word`,
    title: 'Tải kịch bản bản Word',
    right: canSeeForecasts,
    input: ofId,
    file: (ctx, q) => wordFile(ctx, measures(), q),
  }),
  download({
    path: `${scenarioHref(':id')}/excel`,
    title: 'Tải kịch bản bản Excel',
    right: canSeeForecasts,
    input: ofId,
    file: (ctx, q) => excelFile(ctx, measures(), q),
  }),
  download({
    path: `${scenarioHref(':id')}/tep`,
    title: 'Tải tệp kịch bản',
    right: canSeeForecasts,
    input: ofId,
    file: (ctx, q) => planFile(ctx, measures(), q),
  }),
]
