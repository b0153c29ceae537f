/** Đường dẫn của mô-đun Kế hoạch. Fixed addresses stand before `/ke-hoach/:ma`. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { id, nothing, optionalText, text } from '../../platform/http/input.ts'
import { page, type Route, submit } from '../../platform/http/route.ts'
import { uploadDocument } from '../documents/public.ts'
import { adoptPlan } from './actions/adopt-plan.ts'
import { assignGoals } from './actions/assign-goals.ts'
import { assignTasks } from './actions/assign-tasks.ts'
import { setParticipant } from './actions/set-participant.ts'
import { undoAssignment } from './actions/undo-assignment.ts'
import { amendmentRoutes } from './amendment-routes.ts'
import { exchangeRoutes } from './exchange-routes.ts'
import { findingRoutes } from './finding-routes.ts'
import { nameRoutes } from './name-routes.ts'
import { clausePage } from './pages/clause.ts'
import { participantsPage } from './pages/participants.ts'
import { PARTS, programmePage } from './pages/programme.ts'
import { readingPage } from './pages/reading.ts'
import { FILTERS } from './pages/reading-view.ts'
import { uploadPage } from './pages/upload.ts'
import { canAdopt, canAssign, canSeeProgramme, canSetParticipant } from './rights.ts'
import { readClause, readParticipants, readProgramme, readReading, readUploads } from './screens.ts'

type Raw = Record<string, unknown>
const string = (v: unknown): string => (typeof v === 'string' ? v : '')
const clauseUrl = (raw: Raw): string => `/ke-hoach/${encodeURIComponent(string(raw.ma))}`
const readingUrl = (raw: Raw): string =>
  `/ke-hoach/doc/${string(raw.id)}?loc=${FILTERS.find((f) => f === raw.loc) ?? 'tat-ca'}`

/** The URL table. */
export const routes: readonly Route[] = [
  ...exchangeRoutes,
  ...amendmentRoutes,
  page({
    path: '/ke-hoach',
    title: 'Kế hoạch',
    right: canSeeProgramme,
    input: z.object({ xem: z.enum(PARTS).catch('cay') }),
    view: async (ctx, q) => accept(await readProgramme(ctx, q.xem)),
    html: programmePage,
  }),
  page({
    path: '/ke-hoach/doc',
    title: 'Đọc kế hoạch từ tệp Word',
    right: canAdopt,
    input: nothing(),
    view: async (ctx) => accept(await readUploads(ctx)),
    html: uploadPage,
  }),
  submit({
    path: '/ke-hoach/doc',
    title: 'Đọc văn bản',
    right: uploadDocument.right,
    action: uploadDocument,
    next: (read) => ({
      to: `/ke-hoach/doc/${read.id}`,
      said: read.known
        ? 'Văn bản này đang có bản đọc chờ xác nhận, mở lại bản đó.'
        : `Đã đọc văn bản: ${read.goals} mục tiêu, ${read.tasks} nhiệm vụ và trách nhiệm.`,
    }),
    back: () => '/ke-hoach/doc',
  }),
  page({
    path: '/ke-hoach/thanh-phan',
    title: 'Thành phần thực hiện',
    right: canSeeProgramme,
    input: z.object({
      'vai-tro': z.enum(['tat-ca', 'obligated', 'informed']).catch('tat-ca'),
      sua: z.string().optional(),
    }),
    view: async (ctx, q) => accept(await readParticipants(ctx, { role: q['vai-tro'], editing: q.sua ?? null })),
    html: participantsPage,
  }),
  submit({
    path: '/ke-hoach/thanh-phan',
    title: 'Đổi vai trò trong kế hoạch',
    right: canSetParticipant,
    action: setParticipant,
    next: (set) => ({ to: '/ke-hoach/thanh-phan', said: `Đã đổi vai trò của ${set.name}.` }),
    back: (raw) => `/ke-hoach/thanh-phan?vai-tro=${string(raw['vai-tro']) || 'tat-ca'}&sua=${string(raw.unit)}`,
  }),
  page({
    path: '/ke-hoach/doc/:id',
    title: (v) => `Bản đọc ${v.document.name}`,
    right: canSeeProgramme,
    input: z.object({
      id: id(),
      loc: z.enum(FILTERS).catch('tat-ca'),
      tim: optionalText(200).catch(''),
      sua: z.string().optional(),
      gop: z.string().optional(),
      them: z.enum(['goal', 'task']).optional().catch(undefined),
      tu: z.coerce.number().int().min(0).optional().catch(undefined),
      den: z.coerce.number().int().min(0).optional().catch(undefined),
    }),
    view: (ctx, q) =>
      readReading(ctx, {
        id: q.id,
        filter: q.loc,
        words: q.tim,
        editing: q.sua ?? null,
        merging: q.gop ?? null,
        adding: q.them === undefined ? null : { kind: q.them, from: q.tu ?? null, to: q.den ?? null },
      }),
    html: readingPage,
  }),
  submit({
    path: '/ke-hoach/doc/:id/ban-hanh',
    title: 'Ban hành vào hệ thống',
    right: canAdopt,
    action: adoptPlan,
    input: (raw) => ({ ...raw, document: raw.id }),
    next: (a) => ({
      to: '/ke-hoach',
      said: `Đã ban hành Kế hoạch ${a.number} vào hệ thống: ${a.goals} mục tiêu, ${a.tasks} nhiệm vụ, ${a.participants} cơ quan.`,
    }),
    back: (raw) => readingUrl(raw),
  }),
  ...findingRoutes,
  ...nameRoutes,
  page({
    path: '/ke-hoach/:ma',
    title: (v) => `Mục ${v.code}`,
    right: canSeeProgramme,
    input: z.object({ ma: text(60, 'Chọn mục của kế hoạch'), cu: id().optional().catch(undefined) }),
    view: (ctx, q) => readClause(ctx, q.ma, q.cu ?? null),
    html: clausePage,
  }),
  submit({
    path: '/ke-hoach/:ma/giao',
    title: 'Giao chủ trì',
    right: canAssign,
    action: assignTasks,
    input: (raw) => ({ ...raw, codes: [`${string(raw.ma)}:${string(raw.version)}`] }),
    next: (a, raw) => ({
      to: clauseUrl(raw),
      said: `Đã giao ${a.codes.join(', ')} cho ${a.leadName}${a.followed === null ? '' : ` (kế thừa ${a.followed})`}.`,
    }),
    back: clauseUrl,
  }),
  submit({
    path: '/ke-hoach/:ma/giao-muc-tieu',
    title: 'Giao mục tiêu',
    right: canAssign,
    action: assignGoals,
    next: (a, raw) => ({ to: clauseUrl(raw), said: `Đã giao ${a.codes.join(', ')} cho ${a.leadName}.` }),
    back: clauseUrl,
  }),
  submit({
    path: '/ke-hoach/:ma/hoan-tac',
    title: 'Hoàn tác việc giao',
    right: canAssign,
    action: undoAssignment,
    next: (u, raw) => ({ to: clauseUrl(raw), said: `Đã hoàn tác việc giao ${u.codes.join(', ')}.` }),
    back: clauseUrl,
  }),
]
