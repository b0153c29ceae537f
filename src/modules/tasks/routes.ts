/** Đường dẫn: /nhiem-vu and /ke-hoach-co-quan. */
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { dayOf, yearOf } from '../../kernel/day.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { findFile } from '../../platform/files/keep.ts'
import { id, list, text, year } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import { nothing } from '../../ui/html.ts'
import { assignTasks, exportProgramme, undoAssignment } from '../programme/public.ts'
import { acceptCompletion } from './actions/accept-completion.ts'
import { decideLinks } from './actions/decide-links.ts'
import { decidePlan } from './actions/decide-plan.ts'
import { editPlan } from './actions/edit-plan.ts'
import { planTasks } from './actions/plan-tasks.ts'
import { readOwnPlan } from './actions/read-own-plan.ts'
import { reportProgress } from './actions/report-progress.ts'
import { submitPlan } from './actions/submit-plan.ts'
import { readCoverage, readOwnPlanView } from './own-plan-screens.ts'
import { agencyPlanPage, postedItems } from './pages/agency-plan.ts'
import { assignPage } from './pages/assign.ts'
import { coveragePage } from './pages/coverage.ts'
import { exportOf, FILTERS, taskListPage } from './pages/list.ts'
import { itemAnchor, ownPlanPage, postedLinks } from './pages/own-plan.ts'
import { taskPage } from './pages/task.ts'
import {
  canAcceptCompletion,
  canApprovePlan,
  canAssign,
  canMakePlan,
  canReportProgress,
  canSeeCoverage,
  canSeeTasks,
} from './rights.ts'
import { readAgencyPlan, readAssignForm, readTask, readTaskList, startsWithOwn } from './screens.ts'
import { findEvidence, findOwnDocument } from './views.ts'

const codes = list(text(20, 'Chọn ít nhất một nhiệm vụ'))
const listed = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]
const planUrl = (raw: Record<string, unknown>): string => `/ke-hoach-co-quan/${raw.year}/${raw.code}`

const listQuery = z.object({
  loc: z.enum(FILTERS).catch('tat-ca'),
  'co-quan': z.enum(['toi', 'tat-ca']).optional().catch(undefined),
})
const ownList = (chosen: 'toi' | 'tat-ca' | undefined, actor: Actor): boolean =>
  chosen === undefined ? startsWithOwn(actor) : chosen === 'toi'

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: '/nhiem-vu',
    title: 'Nhiệm vụ',
    right: canSeeTasks,
    input: listQuery,
    view: async (ctx, q) => accept(await readTaskList(ctx, q.loc, ownList(q['co-quan'], ctx.actor))),
    html: taskListPage,
  }),
  download({
    path: '/nhiem-vu/xuat/:dang',
    title: 'Xuất danh sách nhiệm vụ',
    right: canSeeTasks,
    input: listQuery.extend({ dang: z.enum(['xlsx', 'docx'], { error: 'Chọn loại tệp: xlsx hoặc docx' }) }),
    file: async (ctx, q) => {
      const list = await readTaskList(ctx, q.loc, ownList(q['co-quan'], ctx.actor))
      return exportProgramme(ctx, q.dang, exportOf(list))
    },
  }),
  page({
    path: '/nhiem-vu/giao',
    title: 'Giao chủ trì',
    right: canAssign,
    input: z.object({ code: codes }),
    view: (ctx, q) => readAssignForm(ctx, q.code),
    html: assignPage,
  }),
  submit({
    path: '/nhiem-vu/giao',
    title: 'Giao chủ trì',
    right: canAssign,
    action: assignTasks,
    next: (out) => ({ to: '/nhiem-vu?loc=chua-ro', said: `Đã giao ${out.count} nhiệm vụ cho ${out.leadName}.` }),
    back: (raw) =>
      `/nhiem-vu/giao?${listed(raw.codes)
        .map((c) => `code=${encodeURIComponent(c)}`)
        .join('&')}`,
  }),
  submit({
    path: '/nhiem-vu/hoan-tac',
    title: 'Hoàn tác lần giao gần nhất',
    right: canAssign,
    action: undoAssignment,
    next: (out) => ({ to: '/nhiem-vu?loc=chua-ro', said: `Đã hoàn tác việc giao ${out.count} nhiệm vụ.` }),
    back: () => '/nhiem-vu',
  }),
  page({
    path: '/nhiem-vu/:code',
    title: (v) => `Nhiệm vụ ${v.row.task.code}`,
    right: canSeeTasks,
    input: z.object({ code: text(20, 'Thiếu mã nhiệm vụ') }),
    view: (ctx, q) => readTask(ctx, q.code),
    html: taskPage,
  }),
  submit({
    path: '/nhiem-vu/:code/tien-do',
    title: 'Lưu tiến độ',
    right: canReportProgress,
    action: reportProgress,
    next: (out) => ({ to: `/nhiem-vu/${out.code}`, said: 'Đã lưu tiến độ.' }),
    back: (raw) => `/nhiem-vu/${raw.code}`,
  }),
  submit({
    path: '/nhiem-vu/:code/xac-nhan',
    title: 'Xác nhận hoàn thành',
    right: canAcceptCompletion,
    action: acceptCompletion,
    next: (out) => ({ to: `/nhiem-vu/${out.code}`, said: `Đã xác nhận hoàn thành nhiệm vụ ${out.code}.` }),
    back: (raw) => `/nhiem-vu/${raw.code}`,
  }),
  download({
    path: '/nhiem-vu/bang-chung/:id',
    title: 'Tải văn bản chứng minh',
    right: canSeeTasks,
    input: z.object({ id: id() }),
    file: async (ctx, q) => {
      const evidence = await findEvidence(ctx.tx, q.id)
      const file = evidence?.fileId ? await findFile(ctx.tx, evidence.fileId) : null
      if (file === null) return refuse('absent', 'file.absent', 'Không tìm thấy tệp này.')
      return accept({ name: file.name, mediaType: file.media_type, bytes: file.body })
    },
  }),
  page({
    path: '/ke-hoach-co-quan',
    title: 'Kế hoạch của cơ quan',
    right: canSeeTasks,
    input: z.object({}),
    view: async (ctx) => accept(yearOf(dayOf(ctx.now))),
    elsewhere: (thisYear, actor) => `/ke-hoach-co-quan/${thisYear}${canMakePlan.allows(actor) ? '/toi' : ''}`,
    html: () => nothing,
  }),
  page({
    path: '/ke-hoach-co-quan/:year/:code',
    title: (v) => `Kế hoạch năm ${v.year} của ${v.unit.name}`,
    right: canSeeTasks,
    input: z.object({ year: year(), code: text(40, 'Thiếu mã cơ quan') }),
    view: (ctx, q) => readAgencyPlan(ctx, q.year, q.code),
    html: agencyPlanPage,
  }),
  page({
    path: '/ke-hoach-co-quan/:year',
    title: (v) => `Kế hoạch của các cơ quan năm ${v.year}`,
    right: canSeeCoverage,
    input: z.object({ year: year() }),
    view: (ctx, q) => readCoverage(ctx, q.year),
    html: coveragePage,
  }),
  page({
    path: '/ke-hoach-co-quan/:year/:code/van-ban',
    title: (v) => `Kế hoạch riêng năm ${v.year} của ${v.unit.name}`,
    right: canSeeTasks,
    input: z.object({ year: year(), code: text(40, 'Thiếu mã cơ quan') }),
    view: (ctx, q) => readOwnPlanView(ctx, q.year, q.code),
    html: ownPlanPage,
  }),
  submit({
    path: '/ke-hoach-co-quan/van-ban',
    title: 'Đọc kế hoạch của cơ quan',
    right: canMakePlan,
    action: readOwnPlan,
    next: (out, raw) => ({
      to: `${planUrl(raw)}/van-ban`,
      said: `Đã đọc ${out.added} nhiệm vụ vào kế hoạch của cơ quan. Xét liên kết của từng nhiệm vụ.`,
    }),
    back: (raw) => `${planUrl(raw)}/van-ban`,
  }),
  submit({
    path: '/ke-hoach-co-quan/lien-ket',
    title: 'Quyết định liên kết',
    right: canMakePlan,
    action: decideLinks,
    input: (raw) => ({ plan: raw.plan, decisions: postedLinks(raw) }),
    next: (out, raw) => ({ to: `${planUrl(raw)}/van-ban${itemAnchor(raw)}`, said: `Đã ghi ${out.count} quyết định.` }),
    back: (raw) => `${planUrl(raw)}/van-ban`,
  }),
  download({
    path: '/ke-hoach-co-quan/van-ban/:id',
    title: 'Tải văn bản kế hoạch của cơ quan',
    right: canSeeTasks,
    input: z.object({ id: id() }),
    file: async (ctx, q) => {
      const document = await findOwnDocument(ctx.tx, q.id)
      if (document === null) return refuse('absent', 'file.absent', 'Không tìm thấy tệp này.')
      const file = document.fileId === null ? null : await findFile(ctx.tx, document.fileId)
      return file === null
        ? accept({
            name: 'noi-dung-dan.txt',
            mediaType: 'text/plain; charset=utf-8',
            bytes: new TextEncoder().encode(document.body),
          })
        : accept({ name: file.name, mediaType: file.media_type, bytes: file.body })
    },
  }),
  submit({
    path: '/ke-hoach-co-quan/them',
    title: 'Đưa nhiệm vụ vào kế hoạch',
    right: canMakePlan,
    action: planTasks,
    next: (out, raw) => ({ to: planUrl(raw), said: `Đã đưa ${out.added} nhiệm vụ vào kế hoạch.` }),
    back: planUrl,
  }),
  submit({
    path: '/ke-hoach-co-quan/sua',
    title: 'Lưu kế hoạch của cơ quan',
    right: canMakePlan,
    action: editPlan,
    input: (raw) => ({ ...raw, items: postedItems(raw) }),
    next: (_out, raw) =>
      raw.then === 'trinh' ? { to: `${planUrl(raw)}/trinh` } : { to: planUrl(raw), said: 'Đã lưu kế hoạch.' },
    back: planUrl,
  }),
  page({
    path: '/ke-hoach-co-quan/:year/:code/trinh',
    title: 'Kiểm tra và trình duyệt kế hoạch',
    right: canMakePlan,
    input: z.object({ year: year(), code: text(40, 'Thiếu mã cơ quan') }),
    view: (ctx, q) => readAgencyPlan(ctx, q.year, q.code),
    html: (v, seen) => agencyPlanPage({ ...v, checking: true }, seen),
  }),
  submit({
    path: '/ke-hoach-co-quan/trinh',
    title: 'Trình duyệt kế hoạch của cơ quan',
    right: canMakePlan,
    action: submitPlan,
    next: (_out, raw) => ({ to: planUrl(raw), said: 'Đã trình thủ trưởng duyệt kế hoạch.' }),
    back: planUrl,
  }),
  submit({
    path: '/ke-hoach-co-quan/quyet-dinh',
    title: 'Quyết định kế hoạch của cơ quan',
    right: canApprovePlan,
    action: decidePlan,
    next: (out, raw) => ({
      to: planUrl(raw),
      said:
        out.verb === 'duyet'
          ? 'Đã duyệt kế hoạch.'
          : out.verb === 'tra-lai'
            ? 'Đã trả lại kế hoạch.'
            : 'Đã mở lại kế hoạch.',
    }),
    back: planUrl,
  }),
]
