/** Kiểm tra và trình: what must be mended first, then the answers, then the button. */
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { csrfField, fieldId } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { LABEL } from '../../../ui/strings.ts'
import { contentOf } from '../rules/answers.ts'
import { blocking, explained, type Finding } from '../rules/checks.ts'
import { rowsOf } from '../rules/regime.ts'
import { may } from '../rules/transitions.ts'
import type { UncountedLine } from '../rules/uncounted.ts'
import type { ReportFile } from '../views/report.ts'
import { countedBeside, originMark } from './origin.ts'
import { changeWords, contentCards } from './report-content.ts'
import { hrefOf, reportPage } from './report-frame.ts'
import { stateOf, waitingLine } from './standing.ts'

/** What the page shows. */
export type CheckView = {
  readonly file: ReportFile
  readonly head: { readonly name: string; readonly post: string } | null
  /** Typed figures beside their counts, where the body never asked for the count. */
  readonly uncounted: { readonly lines: readonly UncountedLine[]; readonly thin: string | null } | null
}

const fieldHref = (f: ReportFile, x: Finding): string =>
  `${hrefOf(f, String(x.section))}?sua=1#${fieldId(x.severity === 'explain' ? `giai-trinh.${x.id}` : x.field)}`

function toMend(f: ReportFile, list: readonly Finding[]): Html {
  if (list.length === 0) return html``
  return html`<div class="error-summary" role="alert" tabindex="-1" data-error-summary autofocus aria-labelledby="viec-phai-sua"><h2 id="viec-phai-sua">Còn ${list.length} việc phải sửa</h2><ul>${list.map((x) => html`<li><a href="${fieldHref(f, x)}">${x.message}</a></li>`)}</ul></div>`
}

function differences(f: ReportFile): Html {
  const content = contentOf(f)
  const lines = rowsOf(f.period.regime).flatMap(({ key, row }) => {
    const words = changeWords(f.lastYear[key], content.cells[key]?.wholeYear)
    return words === '' || words === 'không đổi'
      ? []
      : [html`<li>${row.label}: ${words} so với năm ${f.period.year - 1}</li>`]
  })
  return lines.length === 0
    ? html``
    : disclosure(`Khác năm trước (${lines.length})`, html`<ul class="plain-list">${lines}</ul>`)
}

function answered(list: readonly Finding[]): Html {
  if (list.length === 0) return html``
  return disclosure(
    `Cảnh báo đã giải trình (${list.length})`,
    html`<ul class="plain-list">${list.map((x) => html`<li>${x.message} <b>Giải trình:</b> ${x.explanation}</li>`)}</ul>`,
  )
}

/** What the register counts, said before sending to whoever typed the figures without counting. */
function uncountedNote(v: CheckView, seen: Seen): Html {
  if (v.uncounted === null) return html``
  const { lines, thin } = v.uncounted
  const apart = lines.filter((l) => l.differs)
  const on = showDay(v.file.period.cutOff)
  return message({
    kind: apart.length > 0 ? 'soon' : 'info',
    announce: false,
    title:
      apart.length > 0
        ? `Chưa lấy số từ hồ sơ: ${apart.length} ô khác số hồ sơ đếm được đến ${on}`
        : lines.length > 0
          ? `Chưa lấy số từ hồ sơ: ${lines.length} ô khớp số hồ sơ đếm được đến ${on}`
          : `Chưa lấy số từ hồ sơ: hồ sơ đến ${on} chưa đủ để đối chiếu`,
    body: html`${apart.length > 0 ? html`<ul>${apart.map((l) => html`<li>${l.label}: biểu ghi ${showNumber(l.typed)}, hồ sơ ${l.counted}</li>`)}</ul>` : ''}${thin === null ? '' : html`<p>${thin}</p>`}<p>Lấy số thì số đã gõ giữ nguyên, ô khác số đếm phải nêu lý do.</p>`,
    actions: html`<form method="post" action="${hrefOf(v.file, 'lay-so')}">${csrfField(seen.csrf)}${button({ label: 'Lấy số từ hồ sơ' })}</form>`,
  })
}

function submitCard(v: CheckView, stops: number, seen: Seen): Html {
  const f = v.file
  const label = f.submissions.length > 0 ? 'Trình lại' : LABEL.submitForSignature
  const who = v.head
    ? `${v.head.post === '' ? 'Thủ trưởng' : v.head.post} ${v.head.name}`
    : `Thủ trưởng ${f.unit.officeName}`
  return card({
    title: 'Trình',
    body: html`<p>Người ký: <b>${who}</b>.${v.head ? '' : ' Chưa có tài khoản thủ trưởng; liên hệ quản trị hệ thống để cấp.'}</p>
<form method="post" action="${hrefOf(f, 'trinh')}"><div class="buttons">${csrfField(seen.csrf)}${button({ label, kind: 'main', ...(stops > 0 ? { blocked: `Còn ${stops} việc phải sửa` } : {}) })}<a class="btn plain" href="${hrefOf(f, 'ban-nhap')}">Tải bản nháp Word</a></div></form>`,
  })
}

/** The page. */
export function checkPage(v: CheckView, seen: Seen): Drawn {
  const f = v.file
  const stops = blocking(f.found)
  const open = may(f.obligation.state, 'luu')
  const edit = (no: number) =>
    open ? html`<a href="${hrefOf(f, String(no))}">Sửa<span class="hidden"> mục ${no}</span></a>` : ''
  const content = contentOf(f)
  const counted = countedBeside(f, { counting: f.beside.counting, answers: f.answers, opens: seen.opens })
  return reportPage(f, {
    at: 'Kiểm tra và trình',
    current: f.period.regime.sections.at(-1)?.no ?? null,
    open,
    main: html`${open ? toMend(f, stops) : message({ kind: 'info', title: html`${stateOf(f.obligation)}`, body: waitingLine(f.obligation, v.head?.name ?? `thủ trưởng ${f.unit.officeName}`), announce: false })}${stack(
      content.nothing !== null && open
        ? card({
            body: html`<p>Có kết quả hoặc số liệu mới thì <a href="${hrefOf(f, '1')}">nhập báo cáo</a>; lưu một mục thì lời khẳng định được bỏ.</p>`,
          })
        : '',
      open ? uncountedNote(v, seen) : '',
      open ? submitCard(v, stops.length, seen) : '',
      html`${answered(explained(f.found))}${differences(f)}`,
      contentCards({
        regime: f.period.regime,
        groups: f.groups,
        content,
        lastYear: f.lastYear,
        year: f.period.year,
        changes: [],
        origin: (field, value) => originMark(counted.get(field), value),
        fileHref: (id) => hrefOf(f, `tep/${id}`),
        sectionAside: edit,
      }),
    )}`,
  })
}
