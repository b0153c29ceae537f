/** Gom việc của một người: reports, tasks, plans to approve, reports to appraise, from the modules above. */
import { type Actor, hasRole, homeBody } from '../../kernel/actor.ts'
import { addDays, dayOf, daysBetween, showDay, yearOf } from '../../kernel/day.ts'
import { midSentence } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { once } from '../../platform/database/once.ts'
import { type AppraisalWork, appraisalWork } from '../appraisal/public.ts'
import { currentProgramme } from '../programme/public.ts'
import { proposalHref, proposalsToAnswer } from '../proposals/public.ts'
import { campaignsWaiting } from '../quality/public.ts'
import { HREF, myObligations, type Obligation, obligationsOf, openPeriods, STATES } from '../reporting/public.ts'
import { findPlan, TASK_STATES, taskStates } from '../tasks/public.ts'
import { groupOf, sortDuties } from './rules/duties.ts'
import type { Duty } from './words.ts'

const worksFor = (a: Actor): string[] =>
  a.grants.filter((g) => g.role === 'co-quan' || g.role === 'thu-truong').map((g) => g.body)

/** `signs`: the reader is the head, or may sign in his place today. */
function reportDuty(o: Obligation, { head, signs }: { readonly head: boolean; readonly signs: boolean }): Duty {
  const waiting = o.state === 'cho-ky'
  const sent = o.state === 'da-nop' || o.state === 'da-tiep-nhan'
  const returned = o.state === 'tra-lai'
  const words =
    o.daysOverdue > 0 && !sent
      ? `Quá hạn ${o.daysOverdue} ngày`
      : returned && o.marked > 0
        ? `Trả lại: ${o.marked} ô`
        : STATES[o.state].label
  return {
    key: `report:${o.id}`,
    title: `${o.title}${o.closing ? ' (báo cáo kết thúc)' : ''}`,
    detail: returned
      ? `Sở Nội vụ trả lại: ${o.returnedReason ?? ''}`
      : `${o.unitName} · gửi trước ngày ${showDay(o.dueBefore)}`,
    href: HREF.report(o, waiting && signs ? 'ky' : returned && o.marked > 0 && !head ? 'sua' : ''),
    due: addDays(o.dueBefore, -1),
    daysLate: sent ? 0 : o.daysOverdue,
    daysLeft: o.daysLeft,
    state: { tone: o.daysOverdue > 0 && !sent ? 'late' : returned ? 'back' : STATES[o.state].shape, words },
    returned,
    toDecide: waiting && signs,
    waitsFor: sent ? 'Sở Nội vụ thẩm định' : waiting && !signs ? 'thủ trưởng cơ quan' : null,
  }
}

async function reportDuties(ctx: Ctx): Promise<Duty[]> {
  const units = worksFor(ctx.actor)
  if (units.length === 0) return []
  const head = hasRole(ctx.actor, 'thu-truong')
  const open = await myObligations(ctx.tx, units, ctx.now)
  return open
    .filter((o) => !['chua-mo', 'da-duyet', 'mien', 'ke-thua'].includes(o.state))
    .map((o) => reportDuty(o, { head, signs: head || o.signers.includes(ctx.actor.id) }))
}

async function taskDuties(ctx: Ctx): Promise<Duty[]> {
  const programme = await currentProgramme(ctx.tx)
  if (programme === null) return []
  const units = worksFor(ctx.actor)
  const appraiser = hasRole(ctx.actor, 'so-noi-vu')
  const today = dayOf(ctx.now)
  return (await taskStates(ctx.tx, programme.id, today))
    .filter(
      (r) =>
        (units.includes(r.task.leadUnitId ?? '') && !r.state.startsWith('hoan-thanh')) ||
        (appraiser && r.state === 'cho-xac-nhan'),
    )
    .map((r) => ({
      key: `task:${r.task.id}`,
      title: `Nhiệm vụ ${r.task.code}`,
      detail: r.task.text.length > 110 ? `${r.task.text.slice(0, r.task.text.lastIndexOf(' ', 110))}…` : r.task.text,
      href: `/nhiem-vu/${r.task.code}`,
      due: r.due,
      daysLate: r.daysLate,
      daysLeft: r.due !== null && r.due >= today ? daysBetween(today, r.due) : null,
      state: {
        tone: TASK_STATES[r.state].tone,
        words:
          r.state === 'qua-han'
            ? `Quá hạn ${r.daysLate} ngày`
            : r.latest
              ? `${TASK_STATES[r.state].label} ${r.latest.percent}%`
              : TASK_STATES[r.state].label,
      },
      returned: false,
      toDecide: appraiser && r.state === 'cho-xac-nhan',
      waitsFor: r.state === 'cho-xac-nhan' && !appraiser ? 'Sở Nội vụ xác nhận' : null,
    }))
}

async function planDuties(ctx: Ctx): Promise<Duty[]> {
  const home = homeBody(ctx.actor)
  if (home === null || !hasRole(ctx.actor, 'thu-truong', 'co-quan')) return []
  const year = yearOf(dayOf(ctx.now))
  const plan = await findPlan(ctx.tx, home.body, year)
  const head = hasRole(ctx.actor, 'thu-truong')
  if (plan === null || plan.state === 'da-duyet' || (plan.state === 'dang-lap' && plan.returnedReason === '')) return []
  const waiting = plan.state === 'cho-duyet'
  return [
    {
      key: `plan:${plan.id}`,
      title: `Kế hoạch năm ${year} của cơ quan`,
      detail: waiting ? home.bodyName : `Thủ trưởng trả lại: ${plan.returnedReason}`,
      href: `/ke-hoach-co-quan/${year}/${home.bodyCode}`,
      due: null,
      daysLate: 0,
      daysLeft: null,
      state: waiting ? { tone: 'wait', words: 'Chờ duyệt' } : { tone: 'back', words: 'Trả lại' },
      returned: !waiting,
      toDecide: waiting && head,
      waitsFor: waiting && !head ? 'thủ trưởng cơ quan' : null,
    },
  ]
}

async function appraisalDuties(ctx: Ctx): Promise<Duty[]> {
  if (!hasRole(ctx.actor, 'so-noi-vu')) return []
  const year = yearOf(dayOf(ctx.now))
  const waiting = ['da-nop', 'da-tiep-nhan'] as const
  const all: Obligation[] = []
  for (const p of await openPeriods(ctx.tx))
    if (p.year === year || p.year === year - 1)
      all.push(...(await obligationsOf(ctx.tx, { regime: p.slug, year: p.year }, ctx.now, waiting)))
  return all.map((o) => ({
    key: `appraise:${o.id}`,
    title: `Thẩm định ${midSentence(o.title)}: ${o.unitName}`,
    detail: `Nộp ngày ${o.submittedAt ? showDay(dayOf(o.submittedAt)) : ''}${o.late ? `, muộn ${o.daysLate} ngày` : ', đúng hạn'}`,
    href: HREF.collection(o),
    due: null,
    daysLate: 0,
    daysLeft: null,
    state: { tone: 'wait' as const, words: STATES[o.state].label },
    returned: false,
    toDecide: true,
    waitsFor: null,
  }))
}

/** Dossiers of the own body that a campaign waits for. */
async function campaignDuties(ctx: Ctx): Promise<Duty[]> {
  const { scope } = ctx.actor
  if (scope === 'all' || !hasRole(ctx.actor, 'co-quan', 'thu-truong')) return []
  const today = dayOf(ctx.now)
  return (await once(ctx.tx, 'notices.campaigns', () => campaignsWaiting(ctx.tx, scope))).map((c) => {
    const left = daysBetween(today, addDays(c.dueBefore, -1))
    const late = Math.max(0, -left)
    return {
      key: `campaign:${c.id}`,
      title: c.title,
      detail: `Còn ${c.people - c.confirmed} trong ${c.people} hồ sơ chưa xác nhận`,
      href: `/chat-luong/dot/${c.id}`,
      due: addDays(c.dueBefore, -1),
      daysLate: late,
      daysLeft: late > 0 ? null : left,
      state: late > 0 ? { tone: 'late', words: `Quá hạn ${late} ngày` } : { tone: 'wait', words: 'Chờ xác nhận' },
      returned: false,
      toDecide: false,
      waitsFor: null,
    }
  })
}

/** Kiến nghị the own body was asked to answer; the due day itself is still on time. */
async function proposalDuties(ctx: Ctx): Promise<Duty[]> {
  const today = dayOf(ctx.now)
  const units = worksFor(ctx.actor)
  return (await once(ctx.tx, 'notices.proposals', () => proposalsToAnswer(ctx.tx, units))).map((p) => {
    const left = p.due === null ? null : daysBetween(today, p.due)
    const late = Math.max(0, -(left ?? 0))
    return {
      key: `proposal:${p.id}`,
      title: `Trả lời kiến nghị ${p.code}`,
      detail: p.text.length > 110 ? `${p.text.slice(0, p.text.lastIndexOf(' ', 110))}…` : p.text,
      href: proposalHref(p.code),
      due: p.due,
      daysLate: late,
      daysLeft: late > 0 ? null : left,
      state: late > 0 ? { tone: 'late', words: `Quá hạn ${late} ngày` } : { tone: 'wait', words: 'Chờ trả lời' },
      returned: false,
      toDecide: false,
      waitsFor: null,
    }
  })
}

/** Chấm điểm: the own scoring of a body; for Sở Nội vụ, sheets to appraise and appeals to answer. */
async function scoringDuties(ctx: Ctx): Promise<Duty[]> {
  const units = worksFor(ctx.actor)
  return (await once(ctx.tx, 'notices.scoring', () => appraisalWork(ctx, units))).map((w) => {
    const words = SCORING[w.kind]
    return {
      key: `scoring:${w.kind}:${w.roundId}:${w.body}`,
      title: words.title(w.year),
      detail: w.kind === 'tu-cham' ? `${w.body} · ${words.detail(w.count)}` : words.detail(w.count),
      href: w.href,
      due: null,
      daysLate: 0,
      daysLeft: null,
      state: { tone: 'wait', words: words.state },
      returned: false,
      toDecide: w.kind !== 'tu-cham',
      waitsFor: null,
    }
  })
}

const SCORING: Readonly<
  Record<
    AppraisalWork['kind'],
    {
      readonly title: (year: number) => string
      readonly detail: (count: number) => string
      readonly state: string
    }
  >
> = {
  'tu-cham': {
    title: (year) => `Tự chấm điểm năm ${year}`,
    detail: () => 'không tự chấm thì giữ điểm máy tính',
    state: 'Chưa tự chấm',
  },
  'tham-dinh': {
    title: (year) => `Thẩm định điểm năm ${year}`,
    detail: (n) => `${n} phiếu cơ quan đã tự chấm`,
    state: 'Chờ thẩm định',
  },
  'tra-loi': {
    title: (year) => `Trả lời kiến nghị về điểm năm ${year}`,
    detail: (n) => `${n} kiến nghị chưa trả lời`,
    state: 'Chờ trả lời',
  },
}

/** How many duties of the reader are late or were returned: the counter of the menu. What waits for appraisal is neither. */
export async function pressingCount(ctx: Ctx): Promise<number> {
  const own = [
    ...(await reportDuties(ctx)),
    ...(await planDuties(ctx)),
    ...(await campaignDuties(ctx)),
    ...(await proposalDuties(ctx)),
    ...(await taskDuties(ctx)),
  ]
  return own.filter((d) => ['qua-han', 'tra-lai'].includes(groupOf(d))).length
}

/** All duties of the reader, most urgent first. */
export async function dutiesOf(ctx: Ctx): Promise<Duty[]> {
  return sortDuties([
    ...(await reportDuties(ctx)),
    ...(await planDuties(ctx)),
    ...(await campaignDuties(ctx)),
    ...(await proposalDuties(ctx)),
    ...(await taskDuties(ctx)),
    ...(await scoringDuties(ctx)),
    ...(await appraisalDuties(ctx)),
  ])
}
