/** Gom dữ liệu của một năm thành gói: what leaves, as the reader may see it, with what others had sent beside it. */

import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { SPLITS } from '../../platform/measure.ts'
import { definitions, valuesOf } from '../indicators/public.ts'
import { issuerOn } from '../organisations/public.ts'
import { currentProgramme } from '../programme/public.ts'
import { openPeriods, reportPackets, STATES } from '../reporting/public.ts'
import {
  formRecords,
  groupOf,
  indicatorRecord,
  outlineRecord,
  periodRecord,
  regimeRecord,
  valueRecord,
} from './rules/catalogues.ts'
import { giveBack } from './rules/give-back.ts'
import { message } from './rules/message.ts'
import { keyOf, type Part, part } from './rules/part.ts'
import { PROFILE } from './rules/profile.ts'
import { recordsOfReports } from './rules/reports.ts'
import { strangeRecords } from './views.ts'

type Records = Readonly<Record<string, readonly Part[]>>

/** The message of a year with packets of these kinds (all when none is named). */
export async function yearMessage(ctx: Ctx, year: number, kinds: readonly string[]): Promise<Decision<Part>> {
  const wanted = PROFILE.kinds.filter((k) => kinds.length === 0 || kinds.includes(k.id))
  const reports = await reportRecords(ctx, year)
  if (!reports.ok) return reports
  const all: Records = { ...reports.value, ...(await regimeRecords(ctx)), ...(await indicatorRecords(ctx, year)) }
  const kept = await strangeRecords(
    ctx.tx,
    wanted.map((k) => k.id),
  )
  const strange = new Map(kept.map((r) => [`${r.kind} ${r.key}`, JSON.parse(r.data) as Part]))
  const packets = wanted.map((kind) => ({
    kind: kind.id,
    records: (all[kind.id] ?? []).map((ours) => {
      const before = strange.get(`${kind.id} ${keyOf(kind.key, ours)}`)
      return before ? giveBack(kind.fields, ours, before) : ours
    }),
  }))
  const sender = await senderNow(ctx)
  return accept(message(PROFILE, { id: ctx.newId(), madeAt: ctx.now, sender, packets }))
}

/** Who sends: the body that consolidates today. */
export async function senderNow(ctx: Ctx): Promise<{ code: string; name: string; place: string; over: string }> {
  const plan = await currentProgramme(ctx.tx)
  if (plan === null) return { code: 'nguyen-khi', name: 'Hệ thống chưa có kế hoạch', place: '', over: '' }
  const { committee, homeAffairs, place } = await issuerOn(ctx.tx, plan.territoryId, dayOf(ctx.now))
  return { code: homeAffairs.code, name: homeAffairs.officeName, place, over: committee.officeName }
}

async function reportRecords(ctx: Ctx, year: number): Promise<Decision<Records>> {
  const periods = (await openPeriods(ctx.tx)).filter((p) => p.year === year)
  if (periods.length === 0)
    return refuse('absent', 'period.absent', `Kỳ báo cáo ${year} chưa mở nên chưa có gói để xuất.`)
  const stateLabel = (state: string) => Object.entries(STATES).find(([s]) => s === state)?.[1].label ?? state
  const all: Record<string, readonly Part[]> = {}
  for (const { slug: regime } of periods) {
    const packet = await reportPackets.packetOf(ctx, { regime, year })
    if (!packet.ok) return packet
    const own = recordsOfReports({ regime: packet.value.regime, year, stateLabel }, packet.value.reports)
    for (const [kind, records] of Object.entries(own)) all[kind] = [...(all[kind] ?? []), ...records]
  }
  return accept(all)
}

/** Every regime version a period was opened under, once. */
async function regimeRecords(ctx: Ctx): Promise<Records> {
  const periods = await openPeriods(ctx.tx)
  const regimes = [...new Map(periods.map((p) => [`${p.regime.code} ${p.regime.version}`, p.regime])).values()]
  return {
    'che-do': regimes.map(regimeRecord),
    'mau-so-lieu': regimes.flatMap(formRecords),
    'mau-de-cuong': regimes.map(outlineRecord),
    'ky-bao-cao': periods.map(periodRecord),
  }
}

async function indicatorRecords(ctx: Ctx, year: number): Promise<Records> {
  const plan = await currentProgramme(ctx.tx)
  const list = await definitions(ctx.tx)
  if (plan === null) return {}
  const values = await valuesOf(
    ctx.tx,
    list.map((d) => d.code),
    year,
  )
  const groups = [...new Set(list.map((d) => groupOf(d.code)))]
  return {
    'bo-chi-tieu': [part({ code: plan.number, name: plan.title, issuer: plan.issuer, day: plan.date })],
    'nhom-chi-tieu': groups.map((code) => part({ set: plan.number, code, name: `Nhóm ${code}` })),
    'chi-tieu': list.map((d) => indicatorRecord(plan.number, d)),
    'phan-to': Object.entries(SPLITS).map(([code, name]) => part({ code, name })),
    'du-lieu-chi-tieu': values.map((v) => valueRecord(plan.number, v)),
  }
}
