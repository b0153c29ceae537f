/** Ai cần biết: which fact becomes which notice for whom. One table, read by the job and shown to administrators. */
import type { Role } from '../../../kernel/actor.ts'
import { type Day, showDay } from '../../../kernel/day.ts'
import type { LedgerLine } from '../../../platform/ledger/record.ts'

/** Thông báo: to holders of `roles` in the unit of the fact, or in the whole province. */
export type Addressed = { roles: readonly Role[]; province: boolean; title: string; body: string; href: string }

type Make = (d: Readonly<Record<string, unknown>>, line: LedgerLine) => Addressed

const text = (v: unknown): string => (v === null || v === undefined ? '' : String(v))
const report = (d: Readonly<Record<string, unknown>>, page = ''): string =>
  `/bao-cao/kh1459/${text(d.year)}/${encodeURIComponent(text(d.code))}${page}`
const due = (d: Readonly<Record<string, unknown>>): string =>
  d.dueBefore ? ` Hạn mới: trước ngày ${showDay(d.dueBefore as Day)}.` : ''

const unit = (roles: readonly Role[], title: string, body: string, href: string): Addressed => ({
  roles,
  province: false,
  title,
  body,
  href,
})
const province = (roles: readonly Role[], title: string, body: string, href: string): Addressed => ({
  roles,
  province: true,
  title,
  body,
  href,
})

/** Fact kind -> notice. A fact without a line here is for histories only. */
export const AUDIENCE: Readonly<Record<string, Make>> = {
  'report.to-head': (d) =>
    unit(['thu-truong'], `Báo cáo năm ${text(d.year)} chờ duyệt và nộp`, 'Cán bộ đã trình báo cáo.', report(d, '/ky')),
  'report.returned-to-officer': (d, l) =>
    unit(['co-quan'], `Thủ trưởng trả lại báo cáo năm ${text(d.year)}`, l.reason, report(d)),
  'report.submitted': (d) =>
    province(
      ['so-noi-vu'],
      `${text(d.unitName)} đã nộp báo cáo năm ${text(d.year)}`,
      d.late ? 'Nộp muộn.' : 'Đúng hạn.',
      `/tong-hop/${text(d.year)}/${encodeURIComponent(text(d.code))}`,
    ),
  'report.received': (d) => unit(['co-quan'], `Sở Nội vụ đã tiếp nhận báo cáo năm ${text(d.year)}`, '', report(d)),
  'report.returned': (d, l) =>
    unit(['co-quan', 'thu-truong'], `Sở Nội vụ trả lại báo cáo năm ${text(d.year)}`, `${l.reason}${due(d)}`, report(d)),
  'report.extended': (d, l) =>
    unit(['co-quan', 'thu-truong'], `Gia hạn báo cáo năm ${text(d.year)}`, `${l.reason}${due(d)}`, report(d)),
  'report.reopened': (d, l) => unit(['co-quan'], `Mở lại báo cáo năm ${text(d.year)}`, l.reason, report(d)),
  'report.exempted': (d, l) =>
    unit(['co-quan', 'thu-truong'], `Cơ quan được miễn báo cáo năm ${text(d.year)}`, l.reason, '/viec'),
  'plan.submitted': (d) =>
    unit(
      ['thu-truong'],
      `Kế hoạch năm ${text(d.year)} của cơ quan chờ duyệt`,
      '',
      `/ke-hoach-co-quan/${text(d.year)}/toi`,
    ),
  'plan.returned': (d, l) =>
    unit(
      ['co-quan'],
      `Thủ trưởng trả lại kế hoạch năm ${text(d.year)}`,
      l.reason,
      `/ke-hoach-co-quan/${text(d.year)}/toi`,
    ),
  'plan.approved': (d) =>
    unit(
      ['co-quan'],
      `Kế hoạch năm ${text(d.year)} của cơ quan đã được duyệt`,
      '',
      `/ke-hoach-co-quan/${text(d.year)}/toi`,
    ),
  'task.assigned': (d) =>
    unit(['co-quan', 'thu-truong'], 'Cơ quan được giao chủ trì nhiệm vụ', text(d.codes), '/nhiem-vu?co-quan=toi'),
  'task.progressed': (d) =>
    d.state === 'hoan-thanh'
      ? province(['so-noi-vu'], `Báo hoàn thành nhiệm vụ ${text(d.code)}`, 'Chờ xác nhận.', `/nhiem-vu/${text(d.code)}`)
      : { roles: [], province: false, title: '', body: '', href: '/' },
  'task.completed': (d) =>
    unit(
      ['co-quan', 'thu-truong'],
      `Nhiệm vụ ${text(d.code)} được xác nhận hoàn thành`,
      '',
      `/nhiem-vu/${text(d.code)}`,
    ),
}

/** The notice of a fact, or null. */
export function noticeFor(line: LedgerLine): Addressed | null {
  const made = AUDIENCE[line.kind]?.(line.data, line)
  return made && made.roles.length > 0 ? made : null
}
