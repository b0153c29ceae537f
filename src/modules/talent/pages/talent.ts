/** Trang một nhân tài: decisions, work, five milestones and history; the same page shows the person what is recorded of him. */
import { type Day, showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import type { LedgerLine } from '../../../platform/ledger/record.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { timeline } from '../../../ui/timeline.ts'
import type { MilestoneView, TalentView } from '../talent-screen.ts'
import { BASES, BENEFITS, CLASSES, END_REASONS, EXITS } from '../words.ts'
import { ELSEWHERE, standingState, TALENTS, talentHref } from './parts.ts'
import { talentForms } from './talent-forms.ts'

type Sayer = (line: LedgerLine) => string

const titleOf = (v: TalentView): string => {
  const name = v.name ?? ELSEWHERE
  if (v.line === null) return `${name}: công nhận đã rút`
  return v.line.standing === 'lam-viec'
    ? `${name}, được công nhận từ ${showDay(v.line.since)}`
    : `${name}, thôi việc từ ${showDay(v.line.leftOn)}`
}

const fiveYears = (v: TalentView): string => {
  if (v.fiveYears === null || v.line === null) return ''
  if (v.line.reached)
    return v.line.stayed
      ? `Đã ở lại đủ 5 năm (${showDay(v.fiveYears)})`
      : `Rời đi trước khi đủ 5 năm (${showDay(v.fiveYears)})`
  return `Đủ 5 năm vào ${showDay(v.fiveYears)}`
}

const summary = (v: TalentView): Html =>
  card({
    title: 'Tóm tắt',
    body: facts(
      [
        ['Tình trạng', v.line === null ? '' : standingState(v.line.standing, v.line.leftOn)],
        ['Lý do', v.line?.leftWhy ?? ''],
        ['Nơi làm việc', v.line?.unitName ?? ''],
        ['Lĩnh vực', v.line?.sectorLabel ?? ''],
        ['Nhóm', v.line === null ? '' : CLASSES[v.line.talentClass].label],
        ['Mục tiêu ở lại 5 năm', fiveYears(v)],
      ].filter(([term, value]) => term !== 'Lý do' || value !== '') as [string, Html | string][],
    ),
  })

const decisions = (v: TalentView): Html =>
  card({
    title: 'Quyết định công nhận',
    fit: 'flush',
    body: table({
      caption: 'Quyết định công nhận',
      rows: v.decisions,
      empty: 'Chưa có quyết định nào.',
      columns: [
        {
          label: 'Quyết định',
          kind: 'name',
          cell: (d) => html`${d.number}<br><small>${d.authority}, ngày ${showDay(d.decidedOn)}</small>`,
        },
        {
          label: 'Căn cứ',
          cell: (d) =>
            html`${BASES[d.basis].label}<br><small>${CLASSES[d.talentClass].label} · ${d.sectorLabel}</small>`,
        },
        { label: 'Cam kết đến', kind: 'day', cell: (d) => showDay(d.committedUntil) },
        {
          label: 'Hiệu lực',
          kind: 'state',
          cell: (d) =>
            d.withdrawn
              ? state('exempt', 'Đã rút', { plain: true })
              : d.endedOn === null
                ? state('done', 'Đang có hiệu lực', { plain: true })
                : html`${state('exempt', `Kết thúc ${showDay(d.endedOn)}`, { plain: true })}<br><small>${d.endReason === null ? '' : END_REASONS[d.endReason].label}</small>`,
        },
        {
          label: 'Sửa',
          quiet: true,
          kind: 'action',
          cell: (d) =>
            v.mayRecord && !d.withdrawn
              ? html`<a href="${`${talentHref(v.code)}/dinh-chinh?quyet-dinh=${d.key}`}">Đính chính<span class="hidden"> ${d.number}</span></a>`
              : '',
        },
      ],
    }),
  })

const work = (v: TalentView): Html =>
  card({
    title: 'Nơi làm việc',
    fit: 'flush',
    body: table({
      caption: 'Nơi làm việc từ khi được công nhận',
      rows: v.episodes,
      empty: 'Chưa ghi nơi làm việc.',
      columns: [
        { label: 'Cơ quan, đơn vị', kind: 'name', room: 'wide', cell: (e) => e.unitName },
        { label: 'Từ ngày', kind: 'day', cell: (e) => showDay(e.from) },
        { label: 'Thôi từ', kind: 'day', cell: (e) => showDay(e.leftOn) },
        {
          label: 'Hình thức',
          cell: (e) =>
            e.exit === null
              ? ''
              : html`${EXITS[e.exit].label}${e.reasonLabel === '' ? '' : `: ${e.reasonLabel}`}<br><small>${e.document}</small>`,
        },
      ],
    }),
  })

const reviewOf = (m: MilestoneView): Html | string => {
  const r = m.review
  if (r === null)
    return m.due ? state('soon', 'Chưa đánh giá', { plain: true }) : html`<span class="none">chưa tới</span>`
  const given = r.benefits.map((b) => BENEFITS[b].label).join(', ')
  return html`${r.ratingLabel}<br><small>${showDay(r.on)} · ${r.document}${given === '' ? '' : html`<br>Chế độ: ${given}`}${r.remark === '' ? '' : html`<br>${r.remark}`}</small>`
}

const milestones = (v: TalentView): Html =>
  card({
    title: 'Đánh giá theo mốc',
    fit: 'flush',
    body: table<MilestoneView>({
      caption: 'Đánh giá theo mốc',
      rows: v.milestones,
      empty: 'Công nhận đã rút nên không có mốc nào.',
      columns: [
        { label: 'Mốc', kind: 'name', cell: (m) => `${m.milestone} năm` },
        { label: 'Ngày', kind: 'day', cell: (m) => showDay(m.day as Day) },
        { label: 'Đánh giá', room: 'wide', phone: 'whole', cell: reviewOf },
      ],
    }),
  })

const history = (v: TalentView, say: Sayer): Html =>
  card({
    title: 'Lịch sử',
    body: timeline(
      [...v.history].reverse().map((l) => ({
        when: showInstant(l.at),
        who: l.actor_name,
        what: say(l),
        ...(l.reason === '' ? {} : { why: l.reason }),
      })),
    ),
  })

const bands = (v: TalentView): Html =>
  html`${(v.line?.warnings ?? []).map((w) => message({ kind: 'soon', title: w.words, announce: false }))}${v.sameAs.length === 0 ? '' : message({ kind: 'info', title: html`Hồ sơ đã gộp: cùng một người với ${v.sameAs.join(', ')}`, body: 'Trong lứa chỉ đếm một người, từ quyết định sớm hơn.', announce: false })}`

/** The page for whoever keeps the records. `say` = the sentence of a line of the ledger. */
export const talentPage =
  (say: Sayer) =>
  (v: TalentView, seen: Seen): Drawn => ({
    body: html`${head({
      over: v.personCode === null ? v.code : html`${v.code} · hồ sơ ${v.personCode}`,
      title: titleOf(v),
      lead: v.line === null ? '' : fiveYears(v),
      actions:
        v.personCode === null
          ? ''
          : linkButton({ label: 'Mở hồ sơ', href: `/tri-thuc/${v.personCode}`, icon: 'person' }),
    })}${bands(v)}${columns('aside', [stack(decisions(v), work(v), milestones(v)), stack(summary(v), talentForms(v, seen), history(v, say))])}`,
    crumbs: [{ label: 'Nhân tài', href: TALENTS }, { label: v.code }],
  })

/** What is recorded of the reader. */
export function ownPage(v: { readonly talents: readonly TalentView[] }): Drawn {
  if (v.talents.length === 0)
    return html`${head({ title: 'Chưa có quyết định công nhận nào' })}${emptyState('Có quyết định công nhận mà chưa thấy ở đây thì báo cơ quan đang làm việc để ghi.')}`
  return html`${head({ title: 'Công nhận nhân tài của tôi', lead: 'Cơ quan nơi làm việc và Sở Nội vụ ghi. Có chỗ sai thì gửi yêu cầu ở Hồ sơ của tôi.' })}${v.talents.map(
    (t) => stack(summary(t), decisions(t), work(t), milestones(t)),
  )}`
}
