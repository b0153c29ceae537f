/** Duyệt và nộp: what the head reads in two minutes on a phone, then one decision. */
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, facts, figures, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { csrfField, form, textArea } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { LABEL, reasonNeeded } from '../../../ui/strings.ts'
import { canApprove } from '../rights.ts'
import { contentOf } from '../rules/answers.ts'
import { REASON_MAX } from '../rules/appraise.ts'
import { blocking, explained } from '../rules/checks.ts'
import { rowsOf, shortNameOf } from '../rules/regime.ts'
import { signedFor } from '../rules/signing.ts'
import type { ReportFile } from '../views/report.ts'
import type { SigningAuthority } from '../words.ts'
import { authoritiesHref } from './authorities.ts'
import { countedBeside, originMark } from './origin.ts'
import { changeWords, contentCards } from './report-content.ts'
import { hrefOf } from './report-frame.ts'
import { momentOf, standingState, stateOf, waitingLine } from './standing.ts'

/** How many key figures the head sees first. */
const KEY_FIGURES = 5

function keyFigures(f: ReportFile): Html {
  const content = contentOf(f)
  const rows = rowsOf(f.period.regime)
    .filter((r) => r.row.required)
    .slice(0, KEY_FIGURES)
  return figures(
    rows.map(({ key, row }) => {
      const now = content.cells[key]?.wholeYear ?? null
      const change = changeWords(f.lastYear[key], now)
      const before = f.lastYear[key] ?? null
      return {
        value: now === null ? 'chưa có' : showNumber(now, 2),
        label: row.label,
        detail:
          change === '' ? 'Chưa có số năm trước' : `${change} so với ${showNumber(before, 2)} năm ${f.period.year - 1}`,
      }
    }),
  )
}

function warnings(f: ReportFile): Html {
  const open = blocking(f.found)
  const answered = explained(f.found)
  if (open.length > 0) {
    return message({
      kind: 'late',
      title: `Còn ${open.length} việc phải sửa, chưa nộp được`,
      body: html`<ul>${open.map((x) => html`<li>${x.message}</li>`)}</ul>`,
      announce: false,
    })
  }
  if (answered.length === 0)
    return message({ kind: 'ok', title: 'Không còn cảnh báo chưa giải trình', announce: false })
  return disclosure(
    `Cảnh báo đã giải trình (${answered.length})`,
    html`<ul class="plain-list">${answered.map((x) => html`<li>${x.message} <b>Giải trình:</b> ${x.explanation}</li>`)}</ul>`,
    { open: true },
  )
}

function decide(f: ReportFile, by: SigningAuthority | null, isHead: boolean, seen: Seen): Html {
  const stops = blocking(f.found).length
  return card({
    title: 'Quyết định',
    body: html`<p>Khi nộp, hệ thống lập bản Word, lưu mã băm và khóa bản này.${by === null ? '' : html` Ký: <b>${signedFor(by)}</b>, ${by.post}, theo ${by.act}.`}</p>
<form method="post" action="${hrefOf(f, 'ky')}"><div class="buttons">${csrfField(seen.csrf)}${button({ label: LABEL.approveAndSubmit, kind: 'main', ...(stops > 0 ? { blocked: `Còn ${stops} việc phải sửa` } : {}) })}</div></form>
${isHead ? returnToOfficer(f, seen) : ''}${isHead ? html`<p class="hint"><a href="${authoritiesHref(f.unit.code)}">Giao người ký thay</a></p>` : ''}`,
  })
}

function returnToOfficer(f: ReportFile, seen: Seen): Html {
  const wrong = seen.refusal?.fields ?? {}
  return disclosure(
    'Trả lại cán bộ',
    form({
      action: hrefOf(f, 'tra-can-bo'),
      csrf: seen.csrf,
      label: 'Trả lại cán bộ',
      body: html`${textArea({ name: 'reason', label: 'Lý do trả lại', hint: `${reasonNeeded('trả lại')}. Hạn nộp không đổi: trước ${showDay(f.obligation.dueBefore)}.`, maxLength: REASON_MAX, rows: 3, value: seen.typed.reason ?? '', error: wrong.reason })}<div class="buttons">${button({ label: 'Gửi trả cán bộ' })}</div>`,
    }),
    { open: wrong.reason !== undefined },
  )
}

/** The page. */
export function signPage(f: ReportFile & { readonly by: SigningAuthority | null }, seen: Seen): Drawn {
  const name = shortNameOf(f.period.regime, f.period.year)
  const prepared = f.steps.find((s) => s.verb === 'trinh')
  const isHead = canApprove.allows(seen.actor, f.unit.id)
  const signing = f.obligation.state === 'cho-ky' && (isHead || f.by !== null)
  const content = contentOf(f)
  const counted = countedBeside(f, { counting: f.beside.counting, answers: f.answers, opens: seen.opens })
  return {
    crumbs: [{ label: 'Việc của tôi', href: '/viec' }, { label: name, href: hrefOf(f) }, { label: 'Ký' }],
    body: html`${head({
      title: `${f.unit.officeName}: duyệt ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
      over: `Mã ${f.obligation.code}${f.submissions.length > 0 ? ` · bản ${f.submissions.length + 1}` : ''}`,
      state: standingState(f.obligation),
    })}${stack(
      signing
        ? html`${content.nothing === null ? keyFigures(f) : message({ kind: 'info', title: 'Không phát sinh trong kỳ', body: html`<p>${content.nothing}</p>`, announce: false })}${warnings(f)}`
        : message({
            kind: 'info',
            title: html`${stateOf(f.obligation)}`,
            body: html`${waitingLine(f.obligation, `thủ trưởng ${f.unit.officeName}`)}${f.submissions.length > 0 ? linkButton({ label: 'Xem xác nhận đã nộp', href: hrefOf(f, 'da-nop') }) : ''}`,
            announce: false,
          }),
      signing ? decide(f, f.by, isHead, seen) : '',
      card({
        title: 'Người soạn',
        body: facts([
          ['Cán bộ trình', prepared ? prepared.by : ''],
          ['Trình lúc', prepared ? momentOf(prepared.at) : ''],
          ['Hạn nộp', `Trước ngày ${showDay(f.obligation.dueBefore)}`],
        ]),
      }),
      disclosure(
        'Toàn văn báo cáo',
        contentCards({
          regime: f.period.regime,
          groups: f.groups,
          content,
          lastYear: f.lastYear,
          year: f.period.year,
          changes: [],
          origin: (field, value) => originMark(counted.get(field), value),
          fileHref: (id) => hrefOf(f, `tep/${id}`),
        }),
      ),
    )}`,
  }
}
