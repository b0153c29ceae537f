/** Trang của chủ hồ sơ: what each page of the person shows, read by the id the account is bound to. */
import { addDays, type Day, dayOf, showDay, showInstant, startOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { PersonalPaper } from '../../platform/word/personal-paper.ts'
import { announcedDays } from '../code-lists/public.ts'
import { officeNames } from '../organisations/public.ts'
import { GROUPS, LEVELS, NEEDS, openWhole } from '../people/public.ts'
import { SENT_KINDS } from './actions/send-request.ts'
import { disputed } from './disputed.ts'
import { entryBook } from './entry-book.ts'
import { type Own, ownRecord, speakOf } from './own.ts'
import type { DataEntry, DataGroup, OwnDataView } from './pages/data.ts'
import type { DeclareView, DisputeView } from './pages/declare.ts'
import type { Choices } from './pages/entry-boxes.ts'
import type { HomeView } from './pages/home.ts'
import type { RequestView, SendView } from './pages/own-request.ts'
import type { PaperKind } from './pages/print.ts'
import type { PrivacyView } from './pages/privacy.ts'
import type { ViewingsView } from './pages/viewings.ts'
import { paperOf } from './papers/paper-of.ts'
import { publicCardOf } from './public-view.ts'
import { requestView, runningOf } from './requested.ts'
import { checklist } from './rules/checklist.ts'
import { clockOf, lateness, termsOf } from './rules/clocks.ts'
import { consented, publicItems, standing } from './rules/consent.ts'
import { boxOf, isDeclared, typedOf } from './rules/entry-form.ts'
import { mainPost, postWords } from './rules/public-card.ts'
import { coreLines, type Group, groupNamed, isGroupCode, type Speak, shownFact } from './rules/showing.ts'
import {
  consentsOf,
  editsOf,
  ownActsOf,
  requestsOfPerson,
  returnsOf,
  type StoredRequest,
  slugOf,
  viewingsOf,
} from './views.ts'
import { ITEM_ORDER, ITEMS, OWN_READING, REQUEST_KINDS, REQUEST_STATES } from './words.ts'

const MOST_VIEWINGS = 200

const bodyName = async (ctx: Ctx, unitId: string): Promise<string> =>
  (await officeNames(ctx.tx, [unitId])).get(unitId) ?? ''

/** "Sửa thông tin sai, đào tạo (số 12)". */
const labelOf = (r: StoredRequest): string =>
  `${REQUEST_KINDS[r.kind].label}${r.group === null ? '' : `, ${groupNamed(r.group).label.toLowerCase()}`} (số ${r.number})`

const CHECKED_DAYS = 365

/** Cần làm; null for an account without a record. */
export async function home(ctx: Ctx): Promise<Decision<HomeView | null>> {
  const own = await ownRecord(ctx)
  if (!own.ok) return accept(null)
  const { dossier, aliases, checkedAt } = own.value
  const today = dayOf(ctx.now)
  const speak = await speakOf(ctx, [dossier])
  const ledger = await consentsOf(ctx.tx, aliases)
  const others = (await viewingsOf(ctx.tx, aliases, MOST_VIEWINGS)).filter((v) => v.actorId !== ctx.actor.id)
  const has = (...groups: string[]) => dossier.facts.some((f) => groups.includes(f.group) && f.level >= 0)
  const pending = dossier.facts.filter((f) => f.level === 0 && f.source.startsWith('khai')).length
  const open = (await requestsOfPerson(ctx.tx, aliases)).filter((r) => r.answeredAt === null)
  return accept({
    name: dossier.person.name,
    code: dossier.person.code,
    post: postWords(mainPost(dossier.facts, today), speak),
    body: await bodyName(ctx, dossier.person.unitId),
    completeness: dossier.person.completeness,
    steps: checklist({
      asked: standing(ledger, ctx.now).size === ITEM_ORDER.length,
      gaps: dossier.person.gaps,
      hasField: has('research-field'),
      hasWork: has('publication', 'invention', 'project'),
      checked: checkedAt !== null && dayOf(checkedAt) > addDays(today, -CHECKED_DAYS),
      pending,
    }),
    viewings: others.length,
    lastViewing: others[0] === undefined ? null : showInstant(others[0].at),
    publicItems: [...publicItems(consented(ledger, ctx.now))].filter((i) => ITEMS[i].purpose === 'cong-khai').length,
    pending,
    open: open.map((r) => ({
      id: r.id,
      label: labelOf(r),
      decideBy: r.decideBy,
      late: lateness(runningOf(r), today).late,
    })),
  })
}

const RECENT_DAYS = 30

/** Dữ liệu. `opened` also opens numbers and sealed entries, which is noted. */
export async function data(ctx: Ctx, opened: boolean): Promise<Decision<OwnDataView>> {
  const own = await ownRecord(ctx)
  if (!own.ok) return own
  const { dossier, aliases, personId, checkedAt } = own.value
  const speak = await speakOf(ctx, [dossier])
  const requests = await requestsOfPerson(ctx.tx, aliases)
  const whole = opened ? await openWhole(ctx, personId, { body: '', role: 'Chủ hồ sơ', purpose: OWN_READING }) : null
  const since = addDays(dayOf(ctx.now), -RECENT_DAYS)
  return accept({
    name: dossier.person.name,
    levelWords: LEVELS[`${dossier.person.level}`].label,
    completeness: dossier.person.completeness,
    groups: GROUPS.filter((g) => g.keeps !== 'elsewhere').map((g) =>
      groupView(g, own.value, { speak, requests, whole }),
    ),
    gaps: NEEDS.filter((n) => dossier.person.gaps.includes(n.code)).map((n) => ({
      label: n.label,
      group: n.group,
      declared: isDeclared(groupNamed(n.group)),
    })),
    answers: requests
      .filter((r) => r.answeredAt !== null && dayOf(r.answeredAt) > since)
      .map((r) => ({ id: r.id, label: labelOf(r), outcome: REQUEST_STATES[r.state].label.toLowerCase() })),
    returned: (await returnsOf(ctx.tx, aliases, startOf(since))).map((r) => ({
      on: showDay(dayOf(r.at)),
      by: r.by,
      reason: r.reason,
    })),
    opened,
    checkedOn: checkedAt === null ? null : showDay(dayOf(checkedAt)),
    never: [
      'quan hệ gia đình',
      'lịch sử trước khi công tác',
      'tài sản, thu nhập',
      'sức khỏe',
      'quy hoạch',
      'ảnh thẻ căn cước',
    ],
  })
}

type Known = {
  speak: Speak
  requests: readonly StoredRequest[]
  whole: Awaited<ReturnType<typeof openWhole>> | null
}

function groupView(g: Group, own: Own, { speak, requests, whole }: Known): DataGroup {
  const open = requests.filter((r) => r.answeredAt === null)
  const about = (factId: string) => open.find((r) => r.factId === factId || r.contestedId === factId) ?? null
  const facts = [...own.dossier.facts, ...(whole?.sealed ?? [])].filter((f) => f.group === g.code)
  const entries: DataEntry[] = facts.map((f) => {
    const r = about(f.id)
    return { ...shownFact(f, speak), request: r === null ? null : { id: r.id, decideBy: showDay(r.decideBy) } }
  })
  const asked = (field: string) =>
    open.find((r) => r.group === g.code && r.factId === null && r.content.claimed.some((l) => l.label === field))?.id ??
    null
  return {
    code: g.code,
    label: g.label,
    tier: g.tier,
    tierLabel: g.tier === 'A' ? 'công khai khi đồng ý' : g.tier === 'B' ? 'chỉ dùng nội bộ' : 'nhạy cảm',
    declared: isDeclared(g),
    entries,
    lines: linesOfGroup(g, own, speak, whole).map((l) => ({ ...l, request: asked(l.label) })),
    sealed: whole === null ? own.dossier.sealed.filter((s) => s.group === g.code).length : 0,
  }
}

function linesOfGroup(g: Group, own: Own, speak: Speak, whole: Known['whole']) {
  if (g.code === 'identity')
    return own.dossier.identifiers.map((i) => {
      const value = whole?.numbers.find((n) => n.scheme === i.scheme)?.value ?? `đuôi ${i.last3}`
      return {
        label: g.fields.find((f) => f.name === i.scheme)?.label ?? i.scheme,
        value,
        target: `identity.${i.scheme}`,
      }
    })
  return coreLines(own.dossier.person, speak)
    .filter((l) => l.group === g.code)
    .map((l) => ({ label: l.label, value: l.value, target: `${l.group}.${l.field}` }))
}

const choicesOf = (g: Group, list: (name: string) => Choices[string]): Choices =>
  Object.fromEntries(g.fields.flatMap((f) => (f.list === undefined ? [] : [[f.list, list(f.list)]])))

/** Khai một mục. */
export async function declare(ctx: Ctx, code: string): Promise<Decision<DeclareView>> {
  const own = await ownRecord(ctx)
  if (!own.ok) return own
  const group = isGroupCode(code) ? groupNamed(code) : null
  if (group === null || !isDeclared(group))
    return refuse(
      'absent',
      'own-record.not-declared',
      'Nhóm này do cơ quan ghi, không tự khai. Nếu sai thì bấm «Báo sai» ở mục ấy.',
    )
  const book = await entryBook(ctx, group)
  return accept({ group, boxes: { choices: choicesOf(group, book.choices), stored: {} } })
}

/** Báo sai. */
export async function dispute(ctx: Ctx, target: string): Promise<Decision<DisputeView>> {
  const own = await ownRecord(ctx)
  if (!own.ok) return own
  const speak = await speakOf(ctx, [own.value.dossier])
  const found = await disputed(ctx, own.value, target, speak)
  if (!found.ok) return found
  const { group, field, fact, stated } = found.value
  const book = await entryBook(ctx, group)
  const terms = termsOf('chinh-sua', dayOf(ctx.now), await announcedDays(ctx.tx))
  const { person } = own.value.dossier
  const core = field === null ? {} : { [boxOf(field.name)]: coreTyped(own.value, field.name, stated[0]?.value ?? '') }
  return accept({
    target,
    group,
    field: field?.name ?? null,
    stated,
    boxes: {
      choices: choicesOf(group, book.choices),
      stored: fact === null ? (group.code === 'identity' ? {} : core) : typedOf(group, fact, speak, book),
    },
    terms: { receiveBy: showDay(terms.receiveBy), decideBy: showDay(terms.decideBy) },
    body: await bodyName(ctx, person.unitId),
  })
}

/** What stands in the one box of a line: codes where a list is chosen from. */
const coreTyped = (own: Own, field: string, shown: string): string =>
  field === 'sex'
    ? (own.dossier.person.sex ?? '')
    : field === 'nationality'
      ? (own.dossier.person.nationality ?? '')
      : shown

const OWN_ACTS: Readonly<Record<string, string>> = {
  'own-record.data-taken': 'tải dữ liệu của tôi',
  'own-record.disputed': 'báo sai một mục',
  'own-record.proposed': 'khai một mục',
  'own-record.checked': 'xác nhận hồ sơ đúng',
  'own-record.consent-answered': 'trả lời mục xin đồng ý',
  'own-record.consent-withdrawn': 'ngừng một mục đồng ý',
  'own-record.requested': 'gửi yêu cầu về dữ liệu',
}

/** Ai đã xem. */
export async function viewings(ctx: Ctx): Promise<Decision<ViewingsView>> {
  const own = await ownRecord(ctx)
  if (!own.ok) return own
  const all = await viewingsOf(ctx.tx, own.value.aliases, MOST_VIEWINGS)
  const groups = (codes: readonly string[]) => codes.map((g) => (isGroupCode(g) ? groupNamed(g).label : g)).join(', ')
  const others = all.filter((v) => v.actorId !== ctx.actor.id)
  const mine = all
    .filter((v) => v.actorId === ctx.actor.id)
    .map((v) => ({ at: v.at, what: 'mở dữ liệu nhạy cảm, số định danh' }))
  const acts = (await ownActsOf(ctx.tx, ctx.actor.id, 50)).map((a) => ({
    at: a.at,
    what: OWN_ACTS[a.kind] ?? 'thao tác trên hồ sơ',
  }))
  const edits = await editsOf(ctx.tx, own.value.aliases, 50)
  return accept({
    others: others.map((v) => ({
      id: v.id,
      at: v.at,
      who: [v.body, v.role].filter((t) => t !== '').join(', '),
      purpose: v.purpose,
      groups: groups(v.groups),
      sensitive: v.sensitive,
      asked: v.asked,
    })),
    own: [...mine, ...acts].sort((a, b) => Temporal.Instant.compare(b.at, a.at)),
    edits: edits.map((e) => ({ at: e.at, who: e.actorName, what: EDITS[e.kind] ?? 'sửa hồ sơ' })),
  })
}

const EDITS: Readonly<Record<string, string>> = {
  'person.added': 'lập hồ sơ',
  'person.entry-recorded': 'ghi một mục',
  'person.entry-ended': 'ghi ngày kết thúc một mục',
  'person.entry-withdrawn': 'rút một mục',
  'person.entries-confirmed': 'xác nhận mục tự khai',
  'person.entries-returned': 'trả lại mục tự khai',
  'person.contest-settled': 'quyết định mục đang mâu thuẫn',
  'person.transferred': 'chuyển cơ quan quản lý hồ sơ',
}

/** Quyền riêng tư. */
export async function privacy(ctx: Ctx): Promise<Decision<PrivacyView>> {
  const own = await ownRecord(ctx)
  if (!own.ok) return own
  const { aliases } = own.value
  const history = await consentsOf(ctx.tx, aliases)
  const stand = standing(history, ctx.now)
  const requests = await requestsOfPerson(ctx.tx, aliases)
  return accept({
    agreed: ITEM_ORDER.flatMap((item) => {
      const a = stand.get(item)
      return a?.state === 'dong-y' ? [{ item, at: a.at, old: a.regime === 'nd13' }] : []
    }),
    answered: ITEM_ORDER.every((i) => stand.has(i)),
    slug: await slugOf(ctx.tx, aliases),
    history,
    requests: requests.map((r) => ({
      id: r.id,
      label: labelOf(r),
      state: REQUEST_STATES[r.state].label.toLowerCase(),
    })),
  })
}

/** Người khác sẽ thấy. */
export async function preview(ctx: Ctx) {
  const own = await ownRecord(ctx)
  if (!own.ok) return own
  return accept({ card: await publicCardOf(ctx, own.value.personId), slug: await slugOf(ctx.tx, own.value.aliases) })
}

/** Lời mời. */
export async function offers(ctx: Ctx): Promise<Decision<{ willing: boolean }>> {
  const own = await ownRecord(ctx)
  if (!own.ok) return own
  return accept({ willing: consented(await consentsOf(ctx.tx, own.value.aliases), ctx.now).has('chuyen-gia') })
}

/** Một bản in. */
export async function paper(
  ctx: Ctx,
  kind: PaperKind,
): Promise<Decision<{ kind: PaperKind; paper: PersonalPaper; code: string }>> {
  const own = await ownRecord(ctx)
  if (!own.ok) return own
  const { dossier } = own.value
  const today: Day = dayOf(ctx.now)
  const source = { dossier, speak: await speakOf(ctx, [dossier]), today, least: 0 as const }
  const made = paperOf(kind, source, await bodyName(ctx, dossier.person.unitId))
  return accept({ kind, paper: made, code: dossier.person.code })
}

/** Một yêu cầu của tôi. */
export async function ownRequest(ctx: Ctx, id: string): Promise<Decision<RequestView>> {
  const own = await ownRecord(ctx)
  if (!own.ok) return own
  const found = (await requestsOfPerson(ctx.tx, own.value.aliases)).find((r) => r.id === id)
  if (found === undefined) return refuse('absent', 'own-record.no-request', 'Không có yêu cầu này.')
  return accept(requestView(found, await bodyName(ctx, found.unitId), dayOf(ctx.now)))
}

/** Gửi yêu cầu. */
export async function send(ctx: Ctx): Promise<Decision<SendView>> {
  const own = await ownRecord(ctx)
  if (!own.ok) return own
  return accept({
    kinds: SENT_KINDS.map((kind) => ({ kind, days: clockOf(kind).days })),
    body: await bodyName(ctx, own.value.dossier.person.unitId),
  })
}
