/** Ai cần biết: which fact becomes which notice for whom. One table, read by the job and shown to administrators. */
import type { Role } from '../../../kernel/actor.ts'
import { type Day, showDay } from '../../../kernel/day.ts'
import { midSentence } from '../../../kernel/text.ts'
import type { LedgerLine } from '../../../platform/ledger/record.ts'
import { HREF } from '../../reporting/public.ts'
import { urgeHref } from './urge-href.ts'

/**
 * Thông báo: to holders of `roles` in the unit of the fact (or in `units` in its place), or in the whole province; also to the accounts
 * named in `people`, whatever their role.
 */
export type Addressed = {
  roles: readonly Role[]
  province: boolean
  title: string
  body: string
  href: string
  units?: readonly string[]
  people?: readonly string[]
}

type Unit = { readonly code: string; readonly name: string }
type Make = (d: Readonly<Record<string, unknown>>, line: LedgerLine, unit: Unit) => Addressed

const text = (v: unknown): string => (v === null || v === undefined ? '' : Array.isArray(v) ? v.join(', ') : String(v))
const report = (d: Readonly<Record<string, unknown>>, u: Unit, page = ''): string =>
  HREF.report({ ...periodIn(d), unitCode: u.code }, page)
const collected = (d: Readonly<Record<string, unknown>>, u: Unit): string =>
  HREF.collection({ ...periodIn(d), unitCode: u.code })
/** Facts of before regimes were named name the year alone: they are of the Plan. */
const periodIn = (d: Readonly<Record<string, unknown>>) => ({
  year: Number(d.year),
  regime: typeof d.regime === 'string' ? d.regime : undefined,
})
/** "báo cáo năm 2026". */
const named = (d: Readonly<Record<string, unknown>>): string =>
  midSentence(text(d.title) || `Báo cáo năm ${text(d.year)}`)
/** The reason as it was written; as a sentence of its own when a new deadline follows. */
const reasonAndDue = (reason: string, d: Readonly<Record<string, unknown>>): string =>
  d.dueBefore
    ? `${reason}${/[.?!…]$/.test(reason.trim()) ? '' : '.'} Hạn mới: trước ngày ${showDay(d.dueBefore as Day)}.`
    : reason
const plan = (d: Readonly<Record<string, unknown>>, u: Unit): string =>
  `/ke-hoach-co-quan/${text(d.year)}/${encodeURIComponent(u.code)}`

const toUnit = (roles: readonly Role[], title: string, body: string, href: string): Addressed => ({
  roles,
  province: false,
  title,
  body,
  href,
})
const toProvince = (roles: readonly Role[], title: string, body: string, href: string): Addressed => ({
  roles,
  province: true,
  title,
  body,
  href,
})

/** To the bodies that asked. */
const toAskers = (d: Readonly<Record<string, unknown>>, title: string, body: string): Addressed => ({
  ...toUnit(BODY, title, body, proposal(d)),
  units: names(d.askers),
})
const names = (v: unknown): string[] => (Array.isArray(v) ? v.map(String) : [])
const proposal = (d: Readonly<Record<string, unknown>>): string => `/kien-nghi/${encodeURIComponent(text(d.code))}`

const BODY: readonly Role[] = ['co-quan', 'thu-truong']

const score = (d: Readonly<Record<string, unknown>>, u?: Unit): string =>
  `/cham-diem/${text(d.year)}${u === undefined ? '' : `/${encodeURIComponent(u.code)}`}`

/** Fact kind -> notice. A fact without a line here is for histories only. */
export const AUDIENCE: Readonly<Record<string, Make>> = {
  'campaign.opened': (d, l) =>
    toProvince(
      BODY,
      text(d.title),
      `Cả đợt có ${text(d.people)} hồ sơ phải được xác nhận trước ngày ${showDay(d.dueBefore as Day)}.`,
      `/chat-luong/dot/${l.subject.slice('campaign:'.length)}`,
    ),
  'organisations.event-failed': (d, l) =>
    toProvince(
      ['so-noi-vu', 'quan-tri'],
      `Chưa bàn giao được theo biến động «${text(d.title)}»`,
      l.reason,
      `/quan-tri/to-chuc/su-kien/${encodeURIComponent(text(d.key))}`,
    ),
  'organisations.event-carried-out': (d) =>
    toProvince(
      Number(d.left) > 0 ? ['so-noi-vu'] : [],
      `Biến động «${text(d.title)}» còn mục chưa có nơi nhận`,
      `${text(d.left)} mục phát sinh sau khi ghi.`,
      `/quan-tri/to-chuc/su-kien/${encodeURIComponent(text(d.key))}`,
    ),
  'reporting.sent-to-head': (d, _l, u) => ({
    ...toUnit(
      ['thu-truong'],
      `${text(d.title) || `Báo cáo năm ${text(d.year)}`} chờ duyệt và nộp`,
      'Cán bộ đã trình báo cáo.',
      report(d, u, 'ky'),
    ),
    people: names(d.signers),
  }),
  'reporting.authority-given': (d, l, u) => ({
    ...toUnit([], `Được giao ký thay báo cáo của ${u.name}`, `${text(d.lines)}, theo ${l.reason}.`, '/viec'),
    people: names([d.account].filter(Boolean)),
  }),
  'reporting.returned-to-officer': (d, l, u) =>
    toUnit(['co-quan'], `Thủ trưởng trả lại ${named(d)}`, l.reason, report(d, u)),
  'reporting.submitted': (d, _l, u) =>
    toProvince(
      ['so-noi-vu'],
      `${u.name} đã nộp ${named(d)}`,
      Number(d.daysLate) > 0 ? `Muộn ${text(d.daysLate)} ngày.` : 'Đúng hạn.',
      collected(d, u),
    ),
  'reporting.received': (d, _l, u) => toUnit(['co-quan'], `Sở Nội vụ đã tiếp nhận ${named(d)}`, '', report(d, u)),
  'reporting.returned': (d, l, u) =>
    toUnit(BODY, `Sở Nội vụ trả lại ${named(d)}`, reasonAndDue(l.reason, d), report(d, u)),
  'reporting.extended': (d, l, u) => toUnit(BODY, `Gia hạn ${named(d)}`, reasonAndDue(l.reason, d), report(d, u)),
  'reporting.extension-requested': (d, l, u) =>
    toProvince(
      ['so-noi-vu'],
      `${u.name} xin gia hạn ${named(d)}`,
      `Đến trước ngày ${showDay(d.until as Day)}: ${l.reason}`,
      collected(d, u),
    ),
  'reporting.extension-refused': (d, l, u) =>
    toUnit(BODY, `Không chấp thuận gia hạn ${named(d)}`, l.reason, report(d, u)),
  'reporting.reopened': (d, l, u) => toUnit(['co-quan'], `Mở lại ${named(d)}`, l.reason, report(d, u)),
  'reporting.exempted': (d, l) => toUnit(BODY, `Cơ quan được miễn ${named(d)}`, l.reason, '/viec'),
  'proposals.assigned': (d) =>
    toUnit(
      BODY,
      `Cơ quan được giao trả lời kiến nghị ${text(d.code)}, chậm nhất ${showDay(d.due as Day)}`,
      text(d.text),
      proposal(d),
    ),
  'proposals.answered': (d) => toAskers(d, `Kiến nghị ${text(d.code)} đã được trả lời`, `Văn bản ${text(d.document)}.`),
  'proposals.passed-on': (d) =>
    toAskers(d, `Kiến nghị ${text(d.code)} đã chuyển ${text(d.to)}`, `Văn bản ${text(d.document)}.`),
  'proposals.declined': (d, l) =>
    toProvince(['so-noi-vu'], `Kiến nghị ${text(d.code)} được báo không thuộc thẩm quyền`, l.reason, proposal(d)),
  'urging.drafted': (d, l) =>
    toProvince(
      l.actor_kind === 'system' && d.again === false ? ['so-noi-vu'] : [],
      `Công văn đôn đốc ${text(d.bodies)} cơ quan nộp ${named(d)} chờ ban hành`,
      'Các cơ quan đã quá hạn 7 ngày. Hệ thống đã soạn công văn và danh sách; cán bộ xem, ghi số, trình ký.',
      urgeHref(periodIn(d), l.subject.slice('urging:'.length)),
    ),
  'appraisal.opened': (d) => ({
    ...toUnit(
      BODY,
      `Đã mở đợt chấm điểm năm ${text(d.year)}`,
      'Cơ quan xem điểm máy tính và tự chấm; không tự chấm thì giữ điểm máy tính.',
      score(d),
    ),
    units: names(d.units),
  }),
  'appraisal.self-scored': (d, _l, u) =>
    toProvince(['so-noi-vu'], `${u.name} đã tự chấm điểm năm ${text(d.year)}`, 'Chờ thẩm định.', score(d, u)),
  'appraisal.appraised': (d, _l, u) => toUnit(BODY, `Sở Nội vụ đã thẩm định điểm năm ${text(d.year)}`, '', score(d, u)),
  'appraisal.published': (d) =>
    toProvince(
      BODY,
      `Đã công bố kết quả chấm điểm năm ${text(d.year)}`,
      `Nhận kiến nghị đến hết ngày ${showDay(d.until as Day)}.`,
      score(d),
    ),
  'appraisal.appealed': (d, l, u) =>
    toProvince(
      ['so-noi-vu'],
      `${u.name} kiến nghị về điểm tiêu chí ${text(d.criterion)} năm ${text(d.year)}`,
      l.reason,
      score(d, u),
    ),
  'appraisal.appeal-answered': (d, l, u) =>
    toUnit(
      BODY,
      `Sở Nội vụ đã trả lời kiến nghị về điểm tiêu chí ${text(d.criterion)} năm ${text(d.year)}`,
      l.reason,
      score(d, u),
    ),
  'plan.submitted': (d, _l, u) =>
    toUnit(['thu-truong'], `Kế hoạch năm ${text(d.year)} của cơ quan chờ duyệt`, '', plan(d, u)),
  'plan.returned': (d, l, u) =>
    toUnit(['co-quan'], `Thủ trưởng trả lại kế hoạch năm ${text(d.year)}`, l.reason, plan(d, u)),
  'plan.approved': (d, _l, u) =>
    toUnit(['co-quan'], `Kế hoạch năm ${text(d.year)} của cơ quan đã được duyệt`, '', plan(d, u)),
  'task.assigned': (d) => toUnit(BODY, 'Cơ quan được giao chủ trì nhiệm vụ', text(d.codes), '/nhiem-vu?co-quan=toi'),
  'task.progressed': (d) =>
    toProvince(
      d.state === 'hoan-thanh' ? ['so-noi-vu'] : [],
      `Báo hoàn thành nhiệm vụ ${text(d.code)}`,
      'Chờ xác nhận.',
      `/nhiem-vu/${text(d.code)}`,
    ),
  'task.completed': (d) =>
    toUnit(BODY, `Nhiệm vụ ${text(d.code)} được xác nhận hoàn thành`, '', `/nhiem-vu/${text(d.code)}`),
}

/** The notice of a fact about `unit`, or null. */
export function noticeFor(line: LedgerLine, unit: Unit): Addressed | null {
  const made = AUDIENCE[line.kind]?.(line.data, line, unit)
  return made && made.roles.length + (made.people?.length ?? 0) > 0 ? made : null
}
