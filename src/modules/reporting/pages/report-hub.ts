/** Trang đầu của một báo cáo: what is done, what is left, how to go on, what has happened. */
import { showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, facts, stack } from '../../../ui/card.ts'
import { csrfField } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import { LABEL } from '../../../ui/strings.ts'
import { type Happening, timeline } from '../../../ui/timeline.ts'
import { canApprove, canDraft } from '../rights.ts'
import { FIELD } from '../rules/answers.ts'
import { blocking } from '../rules/checks.ts'
import { sourcedRows } from '../rules/prefill.ts'
import { doneCount, nextSection, progress } from '../rules/progress.ts'
import { may } from '../rules/transitions.ts'
import type { ReportFile } from '../views/report.ts'
import { type ExtensionRequest, type SigningAuthority, STATES, VERBS } from '../words.ts'
import { askCard } from './extension.ts'
import { keptApartCard } from './kept-apart.ts'
import { countingSentence } from './origin.ts'
import { hrefOf, reportPage } from './report-frame.ts'
import { momentOf, stateOf, waitingLine } from './standing.ts'

const SENTENCES: Readonly<Record<string, string>> = {
  trinh: 'trình thủ trưởng ký',
  'tra-can-bo': 'trả lại cán bộ',
  'duyet-va-nop': 'duyệt và nộp',
  'tiep-nhan': 'tiếp nhận',
  'tra-lai': 'trả lại báo cáo',
  duyet: 'duyệt báo cáo',
  'hoan-tac': 'hoàn tác duyệt',
  'mo-lai': 'mở lại báo cáo',
  'gia-han': 'gia hạn',
  mien: 'miễn báo cáo',
  'ke-thua': 'chuyển nghĩa vụ báo cáo',
}

/** Số liệu từ hồ sơ: one press for all tables, typed cells stay. */
function fromRegister(f: ReportFile, seen: Seen): Html {
  if (f.answers[FIELD.nothing] !== undefined || sourcedRows(f.period.regime).length === 0) return html``
  return card({
    title: 'Số liệu từ hồ sơ',
    body: html`<p>${countingSentence(f)}</p><p class="hint">Chỉ điền ô trống; số đã gõ giữ nguyên. Số chưa đủ căn cứ thì ghi bên cạnh để tham khảo.</p><form method="post" action="${hrefOf(f, 'lay-so')}"><div class="buttons">${csrfField(seen.csrf)}${button({ label: f.beside.counting === null ? 'Lấy số từ hồ sơ' : 'Đếm lại', icon: 'people' })}</div></form>`,
  })
}

/** The steps a report went through, newest first. */
export const stepsOf = (f: ReportFile): Html =>
  timeline(
    f.steps.map(
      (s): Happening => ({
        when: momentOf(s.at),
        who: s.by,
        what: `${SENTENCES[s.verb] ?? VERBS[s.verb].label}${s.submissionNumber === null ? '' : `, bản ${s.submissionNumber}`}${s.act === '' ? '' : `, theo ${s.act}`}${s.until === null ? '' : `, trước ngày ${s.until.split('-').reverse().join('/')}`}`,
        kind: STATES[s.after].shape,
        ...(s.reason === '' ? {} : { why: s.reason }),
      }),
    ),
    'Chưa có bước nào. Nháp đang soạn không hiện ở đây.',
  )

function nextStep(f: ReportFile, seen: Seen): Html {
  const list = progress(f.period.regime, f.groups, f.answers, f.found)
  const { done, of } = doneCount(list, f.period.regime)
  const next = nextSection(list)
  const last = f.period.regime.sections.at(-1)?.no
  const left = blocking(f.found).length
  const nothing = f.answers[FIELD.nothing] !== undefined
  const target = f.marks.length > 0 ? 'sua' : nothing || next === last ? 'kiem-tra' : String(next)
  const label =
    f.marks.length > 0
      ? `Sửa ${f.marks.length} ô bị trả lại`
      : target === 'kiem-tra'
        ? 'Kiểm tra và trình'
        : `Nhập mục ${next}`
  const sentence = nothing
    ? 'Đã khẳng định không phát sinh trong kỳ. Lưu một mục bất kỳ thì lời khẳng định được bỏ.'
    : `${done}/${of} mục đã xong${left > 0 && done > 0 ? `, còn ${left} việc phải sửa trước khi trình` : ''}.`
  return card({
    title: 'Việc tiếp theo',
    body: html`<p>${sentence}</p><div class="buttons">${linkButton({ label, href: hrefOf(f, target), kind: 'main' })}${
      nothing || f.submissions.length > 0
        ? ''
        : html`<form method="post" action="${hrefOf(f, 'khong-phat-sinh')}">${csrfField(seen.csrf)}${button({ label: LABEL.nothingToReport })}</form>`
    }</div>`,
  })
}

function versions(f: ReportFile): Html {
  if (f.submissions.length === 0) return html``
  return card({
    title: 'Các bản đã nộp',
    body: html`<ul class="plain-list">${f.submissions.map(
      (s) =>
        html`<li>Bản ${s.number}, nộp lúc ${momentOf(s.sentAt)}, ${s.late ? `muộn ${s.daysLate} ngày` : 'đúng hạn'}. ${s.signedBy} duyệt.${s.fileId === null ? '' : html` <a href="${hrefOf(f, `ban/${s.number}`)}">Tải bản Word</a>`}</li>`,
    )}</ul>`,
  })
}

/** The page. */
export function reportHubPage(
  f: ReportFile & { readonly requests: readonly ExtensionRequest[]; readonly by: SigningAuthority | null },
  seen: Seen,
): Drawn {
  const o = f.obligation
  const drafting = may(o.state, 'luu') && canDraft.allows(seen.actor, f.unit.id)
  const signing = o.state === 'cho-ky' && (f.by !== null || canApprove.allows(seen.actor, f.unit.id))
  const { regime } = f.period
  return reportPage(f, {
    at: null,
    current: null,
    open: drafting,
    main: stack(
      drafting
        ? nextStep(f, seen)
        : card({
            title: 'Tình hình',
            body: html`<p>${stateOf(o)}</p>${waitingLine(o, `thủ trưởng ${f.unit.officeName}`)}<div class="buttons">${signing ? linkButton({ label: 'Xem và ký', href: hrefOf(f, 'ky'), kind: 'main' }) : ''}${f.submissions.length > 0 ? linkButton({ label: 'Xem xác nhận đã nộp', href: hrefOf(f, 'da-nop') }) : ''}</div>`,
          }),
      drafting ? fromRegister(f, seen) : '',
      card({
        title: 'Chế độ báo cáo',
        body: facts([
          ['Hạn nộp', `Trước ngày ${showDay(o.dueBefore)}`],
          ['Số liệu chốt', `Đến hết ngày ${showDay(f.period.cutOff)}; phần còn lại ghi ở cột ước cả năm`],
          ['Nơi nhận', regime.receivers],
          [
            'Kỳ phải báo cáo',
            `từ ${showDay(o.part.from)} đến hết ${o.part.to === null ? `31/12/${f.period.year}` : showDay(lastOf(o.part.to))}`,
          ],
        ]),
      }),
      keptApartCard(f),
      askCard(f, f.requests, seen),
      versions(f),
      card({ title: 'Quá trình', body: stepsOf(f) }),
    ),
  })
}

const lastOf = (to: NonNullable<ReportFile['obligation']['part']['to']>) =>
  Temporal.PlainDate.from(to).subtract({ days: 1 }).toString() as typeof to
