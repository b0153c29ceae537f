/** Đường dẫn của biến động tổ chức: the steps of a draft, applying it, taking an event back. */
import { z } from 'zod'
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { id, nothing } from '../../platform/http/input.ts'
import { page, type Route, submit } from '../../platform/http/route.ts'
import { applyEvent } from './actions/apply-event.ts'
import { carryOutEvent } from './actions/carry-out-event.ts'
import { chooseEventUnits } from './actions/choose-event-units.ts'
import { dropEventDraft } from './actions/drop-event-draft.ts'
import { openEventDraft } from './actions/open-event-draft.ts'
import { reverseEvent } from './actions/reverse-event.ts'
import { settleHeld } from './actions/settle-held.ts'
import { shareEventOut } from './actions/share-event-out.ts'
import { draftUnits, judgeDraft, type Keepers } from './event-work.ts'
import { CHANGES, draftHref, eventHref, NEW_CHANGE, TREE } from './pages/address.ts'
import { type ChangesView, changesPage } from './pages/changes-page.ts'
import { draftActPage } from './pages/draft-act-page.ts'
import { type DraftCheckView, draftCheckPage } from './pages/draft-check-page.ts'
import { type DraftSharesView, draftSharesPage } from './pages/draft-shares-page.ts'
import { type DraftUnitsView, draftUnitsPage } from './pages/draft-units-page.ts'
import { canRecordEvents } from './rights.ts'
import { fromField, toField, toKindField } from './rules/choose-units.ts'
import { DRAFT_GONE } from './rules/draft-refusals.ts'
import { unitChoice } from './rules/named-units.ts'
import { eventsDue, findDraft, type KeptDraft, openDrafts } from './views/drafts.ts'
import { eventLines } from './views.ts'

type OfDraft = { draft: string }

const ofDraft = z.object({ draft: id('Không có bản nháp này') })

async function writing(ctx: Ctx, q: OfDraft): Promise<Decision<KeptDraft>> {
  const kept = await findDraft(ctx.tx, q.draft)
  return kept?.state === 'dang-soan' ? accept(kept) : DRAFT_GONE
}

async function changesView(ctx: Ctx): Promise<Decision<ChangesView>> {
  const today = dayOf(ctx.now)
  return accept({
    drafts: await openDrafts(ctx.tx),
    failed: (await eventsDue(ctx.tx, today)).filter((e) => e.failedAt !== null),
    coming: (await eventLines(ctx.tx)).filter((e) => e.on > today),
  })
}

async function unitsView(ctx: Ctx, q: OfDraft): Promise<Decision<DraftUnitsView>> {
  const kept = await writing(ctx, q)
  if (!kept.ok) return kept
  const { before, on } = await draftUnits(ctx, kept.value.content)
  const choice = new Map([...before, ...on].map((u) => [u.code, unitChoice(u)]))
  const { from, to, fresh } = kept.value.content
  return accept({
    kept: kept.value,
    before: before.map(unitChoice),
    on: on.map(unitChoice),
    from: from.map((c) => choice.get(c) ?? c),
    to: to.map((c) => {
      const made = fresh.find((u) => u.code === c)
      return made ? { text: made.name, fresh: true } : { text: choice.get(c) ?? c, fresh: false }
    }),
  })
}

/** Names of the units of the eve and of the day, and of those the draft begins. */
async function namesFor(ctx: Ctx, kept: KeptDraft) {
  const { before, on } = await draftUnits(ctx, kept.content)
  const all = [...on, ...before, ...kept.content.fresh]
  return {
    names: Object.fromEntries(all.map((u) => [u.code, u.kind === 'body' ? u.officeName : u.name])),
    kinds: Object.fromEntries(all.map((u) => [u.code, u.kind])),
  }
}

async function sharesView(ctx: Ctx, q: OfDraft): Promise<Decision<DraftSharesView>> {
  const kept = await writing(ctx, q)
  return kept.ok ? accept({ kept: kept.value, ...(await namesFor(ctx, kept.value)) }) : kept
}

const checkView =
  (keepers: Keepers) =>
  async (ctx: Ctx, q: OfDraft): Promise<Decision<DraftCheckView>> => {
    const kept = await writing(ctx, q)
    if (!kept.ok) return kept
    const judged = await judgeDraft(ctx, keepers, kept.value)
    const { names } = await namesFor(ctx, kept.value)
    return accept({ kept: kept.value, ...judged, names, today: dayOf(ctx.now) })
  }

type Raw = Readonly<Record<string, unknown>>

const draftOf = (raw: Raw): string => String(raw.draft ?? '')

/** Lines of the form, in order, as lists. */
const linesOf = (raw: Raw, field: (i: number) => string): unknown[] => {
  const last = Object.keys(raw).flatMap((k) => (/-\d+$/.test(k) ? [Number(k.split('-').at(-1))] : []))
  return Array.from({ length: Math.max(-1, ...last) + 1 }, (_, i) => raw[field(i)] ?? '')
}

const pages = (keepers: Keepers): readonly Route[] => [
  page({
    path: CHANGES,
    title: 'Biến động tổ chức',
    right: canRecordEvents,
    input: nothing(),
    view: changesView,
    html: changesPage,
  }),
  page({
    path: NEW_CHANGE,
    title: 'Soạn biến động tổ chức',
    right: canRecordEvents,
    input: nothing(),
    view: async () => accept(null),
    html: draftActPage,
  }),
  page<OfDraft, KeptDraft>({
    path: `${CHANGES}/:draft/van-ban`,
    title: (kept) => kept.content.title,
    right: canRecordEvents,
    input: ofDraft,
    view: writing,
    html: draftActPage,
  }),
  page<OfDraft, DraftUnitsView>({
    path: `${CHANGES}/:draft/don-vi`,
    title: 'Đơn vị của biến động',
    right: canRecordEvents,
    input: ofDraft,
    view: unitsView,
    html: draftUnitsPage,
  }),
  page<OfDraft, DraftSharesView>({
    path: `${CHANGES}/:draft/phan-bo`,
    title: 'Phân bổ của biến động',
    right: canRecordEvents,
    input: ofDraft,
    view: sharesView,
    html: draftSharesPage,
  }),
  page<OfDraft, DraftCheckView>({
    path: `${CHANGES}/:draft/kiem-tra`,
    title: 'Kiểm tra việc mồ côi',
    right: canRecordEvents,
    input: ofDraft,
    view: checkView(keepers),
    html: draftCheckPage,
  }),
]

const submissions = (keepers: Keepers): readonly Route[] => [
  submit({
    path: NEW_CHANGE,
    title: 'Soạn biến động tổ chức',
    right: canRecordEvents,
    action: openEventDraft,
    next: ({ id: draft }) => ({ to: draftHref(draft, 'don-vi') }),
    back: () => NEW_CHANGE,
  }),
  submit({
    path: `${CHANGES}/:draft/van-ban`,
    title: 'Sửa loại và văn bản của biến động',
    right: canRecordEvents,
    action: openEventDraft,
    next: ({ id: draft }) => ({ to: draftHref(draft, 'don-vi') }),
    back: (raw) => draftHref(draftOf(raw), 'van-ban'),
  }),
  submit({
    path: `${CHANGES}/:draft/don-vi`,
    title: 'Chọn đơn vị của biến động',
    right: canRecordEvents,
    action: chooseEventUnits,
    input: (raw) => ({
      ...raw,
      from: linesOf(raw, fromField),
      to: linesOf(raw, toField),
      toKind: linesOf(raw, toKindField),
    }),
    next: ({ id: draft, shares }) => ({ to: draftHref(draft, shares ? 'phan-bo' : 'kiem-tra') }),
    back: (raw) => draftHref(draftOf(raw), 'don-vi'),
  }),
  submit({
    path: `${CHANGES}/:draft/phan-bo`,
    title: 'Ghi phân bổ của biến động',
    right: canRecordEvents,
    action: shareEventOut,
    next: ({ id: draft }) => ({ to: draftHref(draft, 'kiem-tra') }),
    back: (raw) => draftHref(draftOf(raw), 'phan-bo'),
  }),
  submit({
    path: `${CHANGES}/:draft/kiem-tra`,
    title: 'Lưu nơi nhận',
    right: canRecordEvents,
    action: settleHeld(keepers),
    next: ({ id: draft, settled }) => ({
      to: draftHref(draft, 'kiem-tra'),
      said: `Đã lưu nơi nhận của ${settled} mục.`,
    }),
    back: (raw) => draftHref(draftOf(raw), 'kiem-tra'),
  }),
  submit({
    path: `${CHANGES}/:draft/kiem-tra/thuc-hien`,
    title: 'Thực hiện biến động tổ chức',
    right: canRecordEvents,
    action: applyEvent(keepers),
    next: (done) => ({
      to: eventHref(done.key),
      said: done.now
        ? `Đã thực hiện «${done.title}», ${done.moved} mục đã chuyển cho nơi nhận.`
        : `Đã ghi «${done.title}». Bàn giao đúng ngày hiệu lực; trước ngày ấy còn hoàn tác được.`,
    }),
    back: (raw) => draftHref(draftOf(raw), 'kiem-tra'),
  }),
  submit({
    path: `${CHANGES}/bo`,
    title: 'Bỏ bản nháp biến động',
    right: canRecordEvents,
    action: dropEventDraft,
    next: ({ title }) => ({ to: CHANGES, said: `Đã bỏ bản nháp «${title}».` }),
    back: () => CHANGES,
  }),
  submit({
    path: `${TREE}/su-kien/:key/ban-giao`,
    title: 'Bàn giao lại theo biến động tổ chức',
    right: canRecordEvents,
    action: carryOutEvent(keepers),
    next: ({ moved }, raw) => ({ to: eventHref(String(raw.key ?? '')), said: `Đã bàn giao ${moved} mục.` }),
    back: (raw) => eventHref(String(raw.key ?? '')),
  }),
  submit({
    path: `${TREE}/su-kien/:key/hoan-tac`,
    title: 'Hoàn tác biến động tổ chức',
    right: canRecordEvents,
    action: reverseEvent,
    next: ({ title }) => ({ to: CHANGES, said: `Đã hoàn tác «${title}». Sổ bộ trở lại như trước khi ghi.` }),
    back: (raw) => eventHref(String(raw.key ?? '')),
  }),
]

/** Pages and submissions of the changes of organisations. */
export const eventRoutes = (keepers: Keepers): readonly Route[] => [...pages(keepers), ...submissions(keepers)]
