/** Đường dẫn của nhật ký: two pages, nothing to submit. */
import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { page, type Route } from '../../platform/http/route.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'
import { type LedgerView, type LineView, ledgerPage } from './pages/ledger.ts'
import { type FullLineView, linePage } from './pages/line.ts'
import { canReadAudit } from './rights.ts'
import { detailsOf } from './rules.ts'
import { type FullLine, findLine, readLedger } from './views.ts'
import { ACTOR_KINDS } from './words.ts'

/** What happened, in a sentence without the actor. */
export type SentenceOf = (line: LedgerLine) => string

/** Loại việc để lọc: a module's title and the kinds of facts it records. */
export type FactGroup = { readonly name: string; readonly title: string; readonly kinds: readonly string[] }

const PAGE = 50
const loose = z.string().max(200).catch('').default('')
const Filter = z.object({
  nguoi: loose,
  'doi-tuong': loose,
  loai: loose,
  tu: loose,
  den: loose,
  truoc: z.coerce.number().int().positive().nullable().catch(null).default(null),
})

/** A typed day: the day, nothing, or the sentence that says it is none. */
function typedDay(text: string): { day: Day | null; error?: string } {
  const day = text.trim() === '' ? null : parseDay(text)
  return day === null && text.trim() !== '' ? { day, error: 'Ngày phải là ngày có thật, ví dụ 05/12/2026' } : { day }
}

const lineView = (l: FullLine, say: SentenceOf): LineView => ({
  seq: l.seq,
  at: l.at,
  who: l.actor_name,
  what: say(l),
  unit: l.unit_name,
  reason: l.reason,
  address: typeof l.data.address === 'string' ? l.data.address : '',
})

async function ledger(
  ctx: Ctx,
  q: z.infer<typeof Filter>,
  say: SentenceOf,
  groups: readonly FactGroup[],
): Promise<Decision<LedgerView>> {
  const from = typedDay(q.tu)
  const until = typedDay(q.den)
  const group = groups.find((g) => g.name === q.loai)
  const filter = {
    person: q.nguoi.trim(),
    subject: q['doi-tuong'].trim(),
    kinds: group?.kinds ?? null,
    from: from.day,
    until: until.day,
  }
  const found = await readLedger(ctx.tx, filter, { below: q.truoc, size: PAGE + 1 })
  const shown = found.slice(0, PAGE)
  const { truoc, ...typed } = q
  return accept({
    lines: shown.map((l) => lineView(l, say)),
    filter: typed,
    kinds: groups.map((g) => ({ value: g.name, label: g.title })),
    next: found.length > PAGE ? (shown.at(-1)?.seq ?? null) : null,
    first: truoc === null,
    errors: { ...(from.error ? { tu: from.error } : {}), ...(until.error ? { den: until.error } : {}) },
  })
}

async function oneLine(ctx: Ctx, seq: number, say: SentenceOf): Promise<Decision<FullLineView>> {
  const l = await findLine(ctx.tx, seq)
  if (l === null) return refuse('absent', 'audit.absent', 'Không có dòng nhật ký này trong phạm vi được xem.')
  return accept({
    seq: l.seq,
    at: l.at,
    who: l.actor_name,
    whoKind: ACTOR_KINDS[l.actor_kind] ?? l.actor_kind,
    what: say(l),
    kind: l.kind,
    subject: l.subject,
    unit: l.unit_name,
    reason: l.reason,
    request: l.request,
    hash: l.hash,
    beforeHash: l.before_hash,
    details: detailsOf(l.data),
  })
}

/** The routes, given how lines are said and which groups of facts there are. */
export const auditRoutes = (say: SentenceOf, groups: () => readonly FactGroup[]): Route[] => [
  page({
    path: '/quan-tri/nhat-ky',
    title: 'Nhật ký thao tác',
    right: canReadAudit,
    input: Filter,
    view: (ctx, q) => ledger(ctx, q, say, groups()),
    html: ledgerPage,
  }),
  page({
    path: '/quan-tri/nhat-ky/:seq',
    title: (view: FullLineView) => `Nhật ký dòng ${view.seq}`,
    right: canReadAudit,
    input: z.object({ seq: z.coerce.number().int().positive() }),
    view: (ctx, input) => oneLine(ctx, input.seq, say),
    html: linePage,
  }),
]
