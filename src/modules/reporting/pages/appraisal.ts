/** Thẩm định: what was sent, what changed since the last version, and the decision, side by side. */
import { addDays, dayOf, showDay } from '../../../kernel/day.ts'
import { showPercent } from '../../../kernel/number.ts'
import { midSentence } from '../../../kernel/text.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { csrfField, dateField, fieldId, form, hidden, textArea, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { attributes, type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { LABEL, reasonNeeded } from '../../../ui/strings.ts'
import { canAppraise, canRunPeriod } from '../rights.ts'
import { answersOf } from '../rules/answers.ts'
import { REASON_MAX } from '../rules/appraise.ts'
import { wordsOf } from '../rules/cross-checks.ts'
import { placeOf } from '../rules/marks.ts'
import { formAt } from '../rules/period-form.ts'
import { repeatedShare } from '../rules/repeated.ts'
import { may } from '../rules/transitions.ts'
import { changes } from '../rules/versions.ts'
import type { ReportFile, Submission } from '../views/report.ts'
import { type ExtensionRequest, HREF, type SignedFile } from '../words.ts'
import { answerCard } from './extension.ts'
import { countedBeside, countingSentence, originMark } from './origin.ts'
import { contentCards } from './report-content.ts'
import { hrefOf } from './report-frame.ts'
import { stepsOf } from './report-hub.ts'
import { signedList } from './signed-files.ts'
import { momentOf, standingState, stateOf, waitingLine } from './standing.ts'

/** What the page shows. */
export type AppraisalView = {
  readonly file: ReportFile
  readonly shown: Submission | null
  /** The version compared with. */
  readonly before: Submission | null
  readonly contact: { readonly name: string; readonly phone: string } | null
  readonly requests: readonly ExtensionRequest[]
  readonly signed: readonly SignedFile[]
  readonly neighbours: { readonly previous: string | null; readonly next: string | null }
}

const FORM = 'tra-lai'
const at = (f: ReportFile, verb = ''): string =>
  HREF.collection({ regime: f.period.slug, year: f.period.year, unitCode: f.unit.code }, verb)

/** The page. */
export function appraisalPage(v: AppraisalView, seen: Seen): Drawn {
  const f = v.file
  const changed = v.shown ? changes(v.before?.content ?? null, v.shown.content) : []
  const open = (v.shown?.findings ?? []).filter((x) => x.severity === 'explain' && x.explanation === null).length
  return {
    layout: 'wide',
    crumbs: [
      {
        label: `Tổng hợp: ${midSentence(f.period.title)}`,
        href: HREF.collection({ regime: f.period.slug, year: f.period.year }),
      },
      { label: f.unit.officeName },
    ],
    body: html`${head({
      title: `${f.unit.officeName}: ${midSentence(f.period.title)}`,
      over: `Mã ${f.obligation.code}${v.shown ? ` · bản ${v.shown.number}, nộp lúc ${momentOf(v.shown.sentAt)}` : ''}`,
      state: html`${stateOf(f.obligation)}${f.obligation.daysOverdue > 0 ? standingState(f.obligation) : ''}`,
      lead: v.shown
        ? `${v.before ? `${changed.length} ô đổi so với bản ${v.before.number}` : 'Bản đầu tiên'}; ${open === 0 ? 'không có' : open} cảnh báo chưa giải trình.`
        : '',
      actions: html`${v.neighbours.previous === null ? '' : linkButton({ label: 'Báo cáo trước', href: v.neighbours.previous, kind: 'quiet' })}${v.neighbours.next === null ? '' : linkButton({ label: 'Báo cáo sau', href: v.neighbours.next, kind: 'quiet' })}`,
    })}${columns('aside', [
      v.shown ? content(v, v.shown, changed, seen) : notSent(v),
      side(
        v,
        changed.map((c) => c.cell),
        seen,
      ),
    ])}`,
  }
}

function notSent(v: AppraisalView): Html {
  const f = v.file
  const who = v.contact ? ` Liên hệ: ${v.contact.name}${v.contact.phone === '' ? '' : `, ${v.contact.phone}`}.` : ''
  const words =
    f.obligation.state === 'mien' || f.obligation.state === 'ke-thua'
      ? 'Cơ quan không phải nộp báo cáo kỳ này.'
      : `Báo cáo chưa nộp.${who}`
  return card({ body: html`${emptyState(words)}${waitingLine(f.obligation, `thủ trưởng ${f.unit.officeName}`)}` })
}

function content(v: AppraisalView, shown: Submission, changed: ReturnType<typeof changes>, seen: Seen): Html {
  const f = v.file
  const deciding = canAppraise.allows(seen.actor) && may(f.obligation.state, 'tra-lai') && shown === f.submissions[0]
  const box = (cell: string, label: string): Html => {
    const name = `y-kien.${cell}`
    return html`<input${attributes({ class: 'input remark', form: FORM, name, id: fieldId(name), value: seen.typed[name] ?? '', 'aria-label': `Yêu cầu giải trình: ${label}`, maxlength: REASON_MAX, autocomplete: 'off' })}>`
  }
  const said = (cell: string): Html =>
    html`${f.remarks.filter((r) => r.cell === cell && r.number === shown.number).map((r) => html`<p class="hint">${r.by}: ${r.text}</p>`)}`
  const counted = countedBeside(f, {
    counting: f.beside.counting,
    answers: answersOf(shown.content),
    opens: seen.opens,
  })
  const warnings = shown.findings.filter((x) => x.severity !== 'block')
  return stack(
    shown.content.nothing === null ? heldAgainst(f, shown) : '',
    warnings.length === 0
      ? ''
      : card({
          title: `Cảnh báo (${warnings.length})`,
          body: html`<ul class="plain-list">${warnings.map((x) => html`<li>${x.message}${x.explanation === null ? '' : html` <b>Giải trình:</b> ${x.explanation}`}</li>`)}</ul>`,
        }),
    contentCards({
      regime: formAt(f.period, shown.sentAt),
      groups: f.groups,
      content: shown.content,
      lastYear: f.lastYear,
      year: f.period.year,
      changes: changed,
      origin: (field, value) => originMark(counted.get(field), value),
      fileHref: (id) => hrefOf(f, `tep/${id}`),
      remark: {
        label: 'Yêu cầu giải trình',
        row: (cell, label) => html`${said(cell)}${deciding ? box(cell, label) : ''}`,
        text: (cell, label) =>
          html`${said(cell)}${deciding ? html`<div class="field"><label class="label" for="${fieldId(`y-kien.${cell}`)}">Yêu cầu giải trình</label>${box(cell, label)}</div>` : ''}`,
      },
    }),
  )
}

/** Đối chiếu: whether the figures were held against the register, and how far the words are those of last year. */
function heldAgainst(f: ReportFile, shown: Submission): Html {
  const { before } = f.beside
  const last = `năm ${f.period.year - 1}`
  const { share, words } =
    before === null ? { share: 0, words: 0 } : repeatedShare(wordsOf(shown.content), wordsOf(before))
  const alike = words === 0 ? `Không có báo cáo ${last} để so` : `${showPercent(share, 0)}, không kể ngày và số`
  return card({
    title: 'Đối chiếu',
    body: facts([
      ['Số liệu với hồ sơ', countingSentence(f)],
      [`Lời văn giống báo cáo ${last}`, alike],
    ]),
  })
}

function side(v: AppraisalView, changed: readonly string[], seen: Seen): Html {
  const f = v.file
  return stack(
    answerCard(v.file, v.requests, at(f, 'tra-loi-gia-han'), seen),
    decisions(v, seen),
    versions(v, changed),
    v.signed.length === 0 ? '' : card({ title: 'Bản đã ký số', body: signedList(f, v.signed) }),
    periodDecisions(f, seen),
    card({ title: 'Quá trình', body: stepsOf(f) }),
  )
}

function decisions(v: AppraisalView, seen: Seen): Html {
  const f = v.file
  const { state } = f.obligation
  if (!canAppraise.allows(seen.actor) || v.shown !== (f.submissions[0] ?? null)) return html``
  const wrong = seen.refusal?.fields ?? {}
  const accept = may(state, 'duyet')
    ? html`<form method="post" action="${at(f, 'duyet')}">${csrfField(seen.csrf)}${hidden('units', f.unit.code)}${button({ label: 'Duyệt báo cáo', kind: 'main', data: { key: 'd' } })}</form>`
    : ''
  const receive = may(state, 'tiep-nhan')
    ? html`<form method="post" action="${at(f, 'tiep-nhan')}">${csrfField(seen.csrf)}${button({ label: 'Tiếp nhận báo cáo' })}</form>`
    : ''
  const giveBack = may(state, 'tra-lai')
    ? disclosure(LABEL.returnReport, returnForm(f, seen), {
        open: wrong.reason !== undefined || wrong.dueBefore !== undefined,
      })
    : ''
  const reopen = may(state, 'mo-lai')
    ? disclosure(
        'Mở lại báo cáo',
        form({
          action: at(f, 'mo-lai'),
          csrf: seen.csrf,
          label: 'Mở lại báo cáo',
          body: html`${textArea({ name: 'reason', label: 'Lý do mở lại', maxLength: REASON_MAX, rows: 3, value: seen.typed.reason ?? '', error: wrong.reason })}<div class="buttons">${button({ label: 'Xác nhận mở lại' })}</div>`,
        }),
        { open: wrong.reason !== undefined },
      )
    : ''
  if (accept === '' && reopen === '') return html``
  return card({ title: 'Quyết định', body: html`<div class="buttons">${accept}${receive}</div>${giveBack}${reopen}` })
}

function returnForm(f: ReportFile, seen: Seen): Html {
  const wrong = seen.refusal?.fields ?? {}
  const shortest = showDay(addDays(dayOf(seen.now), f.period.regime.returnDays + 1))
  return form({
    id: FORM,
    action: at(f, 'tra-lai'),
    csrf: seen.csrf,
    label: 'Trả lại báo cáo',
    body: html`<p class="hint">Yêu cầu ghi ở từng ô, từng đoạn được gửi cùng lý do chung.</p>
${textArea({ name: 'reason', label: 'Lý do trả lại', hint: reasonNeeded('trả lại'), maxLength: REASON_MAX, rows: 4, value: seen.typed.reason ?? '', error: wrong.reason })}
${dateField({ name: 'dueBefore', label: 'Nộp lại trước ngày', optional: true, hint: `Để trống: theo hạn đang áp dụng, không sớm hơn ${shortest}`, value: seen.typed.dueBefore ?? '', error: wrong.dueBefore })}
<div class="buttons">${button({ label: 'Xác nhận trả lại', kind: 'danger' })}</div>`,
  })
}

function versions(v: AppraisalView, changed: readonly string[]): Html {
  const f = v.file
  if (f.submissions.length === 0) return html``
  const link = (s: Submission): string => `${at(f)}?ban=${s.number}`
  return card({
    title: 'Các bản',
    body: html`<ul class="plain-list">${f.submissions.map((s) => html`<li>${s === v.shown ? html`<b>Bản ${s.number}</b>` : html`<a href="${link(s)}">Bản ${s.number}</a>`}, ${momentOf(s.sentAt)}, ${s.late ? `muộn ${s.daysLate} ngày` : 'đúng hạn'}. ${s.signedBy} duyệt${s.signedFor === '' ? '' : ` (${s.signedFor})`}.${s.fileId === null ? '' : html` <a href="${hrefOf(f, `ban/${s.number}`)}">Word</a>`}</li>`)}</ul>${
      changed.length === 0
        ? ''
        : html`<h3>Thay đổi từ bản trước: ${changed.length} ô</h3><ul class="plain-list">${changed.slice(0, 30).map((c) => html`<li><a href="${`#o-${anchor(c)}`}">${placeOf(f.period.regime, c.replace(/\.(den-chot|uoc|ghi-chu|minh-chung|nam-truoc)$/, '')).label}</a></li>`)}</ul>`
    }`,
  })
}

const anchor = (cell: string): string =>
  cell.replace(/\.(den-chot|uoc|ghi-chu|minh-chung|nam-truoc)$/, '').replaceAll('.', '-')

function periodDecisions(f: ReportFile, seen: Seen): Html {
  if (!canRunPeriod.allows(seen.actor)) return html``
  const wrong = seen.refusal?.fields ?? {}
  const { state, dueBefore } = f.obligation
  const act = (label: string, id: string): Html =>
    textField({ name: 'act', id, label, value: seen.typed.act ?? '', error: wrong.act })
  const extend = may(state, 'gia-han')
    ? disclosure(
        'Gia hạn',
        form({
          action: at(f, 'gia-han'),
          csrf: seen.csrf,
          label: 'Gia hạn',
          body: html`<p class="hint">Hạn đang áp dụng: trước ${showDay(dueBefore)}.</p>${dateField({ name: 'dueBefore', id: 'o-han-moi', label: 'Hạn mới: trước ngày', value: seen.typed.dueBefore ?? '', error: wrong.dueBefore })}${act('Số, ngày văn bản gia hạn', 'o-vb-gia-han')}<div class="buttons">${button({ label: 'Gia hạn báo cáo' })}</div>`,
        }),
      )
    : ''
  const exempt = may(state, 'mien')
    ? disclosure(
        'Miễn báo cáo',
        form({
          action: at(f, 'mien'),
          csrf: seen.csrf,
          label: 'Miễn báo cáo',
          body: html`${act('Số, ngày văn bản cho miễn', 'o-vb-mien')}${textArea({ name: 'reason', id: 'o-ly-do-mien', label: 'Lý do', maxLength: REASON_MAX, rows: 3, value: seen.typed.reason ?? '', error: wrong.reason })}<div class="buttons">${button({ label: 'Miễn báo cáo kỳ này' })}</div>`,
        }),
      )
    : ''
  const heir = may(state, 'ke-thua')
    ? disclosure(
        'Chuyển cho cơ quan kế thừa',
        form({
          action: at(f, 'ke-thua'),
          csrf: seen.csrf,
          label: 'Chuyển nghĩa vụ',
          body: html`${textField({ name: 'heirCode', label: 'Mã cơ quan kế thừa', size: 'medium', value: seen.typed.heirCode ?? '', error: wrong.heirCode })}${act('Số, ngày văn bản sắp xếp tổ chức', 'o-vb-ke-thua')}<div class="buttons">${button({ label: 'Chuyển nghĩa vụ báo cáo' })}</div>`,
        }),
      )
    : ''
  if (extend === '' && exempt === '' && heir === '') return html``
  return card({
    title: 'Quyết định của kỳ',
    body: html`${facts([['Hạn nộp', `Trước ngày ${showDay(dueBefore)}`]])}${extend}${exempt}${heir}`,
  })
}
