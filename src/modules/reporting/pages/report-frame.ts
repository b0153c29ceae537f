/** Khung của một báo cáo: heading, crumbs and the list of sections, the same on every page of it. */
import { showTime } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { columns } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { type Step, steps } from '../../../ui/steps.ts'
import { savedAt } from '../../../ui/strings.ts'
import { progress } from '../rules/progress.ts'
import { shortNameOf } from '../rules/regime.ts'
import type { ReportFile } from '../views/report.ts'
import { HREF } from '../words.ts'
import { momentOf, standingState } from './standing.ts'

/** Address of this report, or of a page of it. */
export const hrefOf = (f: ReportFile, page = ''): string =>
  HREF.report({ regime: f.period.slug, year: f.period.year, unitCode: f.unit.code }, page)

/** When the draft was saved last. */
const lastSaved = (f: ReportFile): Temporal.Instant | null =>
  [...f.sections.values()]
    .map((s) => s.savedAt)
    .sort(Temporal.Instant.compare)
    .at(-1) ?? null

/** The list of sections; the last one is the check. `current` = number of the section shown. */
export function sectionList(f: ReportFile, current: number | null, open: boolean): Html {
  const list = progress(f.period.regime, f.groups, f.answers, f.found).map((p): Step => {
    const check = p.no === f.period.regime.sections.at(-1)?.no
    return {
      label: p.title,
      state: p.state,
      current: p.no === current,
      ...(open ? { href: hrefOf(f, check ? 'kiem-tra' : String(p.no)) } : {}),
      ...(p.detail === null ? {} : { detail: p.detail }),
    }
  })
  return steps('Các mục của báo cáo', list)
}

/** Lý do trả lại pinned above the page while a return is open. */
export function returnedBand(f: ReportFile): Html {
  const { returnedReason } = f.obligation
  if (returnedReason === null) return html``
  const step = f.steps.find((s) => s.verb === 'tra-lai' || s.verb === 'mo-lai')
  const who = step ? `${step.by}, ${momentOf(step.at)}` : 'Sở Nội vụ'
  return message({
    kind: 'soon',
    title: f.marks.length > 0 ? `Báo cáo bị trả lại: ${f.marks.length} ô cần sửa` : 'Báo cáo bị trả lại',
    body: html`<p>${returnedReason}</p><p class="hint">${who}. Bản đã nộp còn nguyên; sửa xong nộp thành bản mới.</p>`,
    announce: false,
  })
}

/** The page of a report. */
export function reportPage(
  f: ReportFile,
  p: { at: string | null; current: number | null; main: Fragment; actions?: Fragment; open: boolean; heading?: string },
): Drawn {
  const name = shortNameOf(f.period.regime, f.period.year)
  const saved = lastSaved(f)
  return {
    crumbs: [
      { label: 'Việc của tôi', href: '/viec' },
      ...(p.at === null ? [{ label: name }] : [{ label: name, href: hrefOf(f) }, { label: p.at }]),
    ],
    body: html`${head({
      title: p.heading ?? `${f.unit.officeName}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
      over: `Mã ${f.obligation.code}${f.obligation.closing ? ' · báo cáo kết thúc' : ''}`,
      state: html`${standingState(f.obligation)}${saved && p.open ? html` <span class="hint">${savedAt(showTime(saved))}</span>` : ''}`,
      actions: p.actions,
    })}${returnedBand(f)}${columns('side', [sectionList(f, p.current, p.open), p.main])}`,
  }
}
