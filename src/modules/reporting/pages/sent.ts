/** Đã nộp: code, time, what happens next; the page can be kept as a bookmark. */
import { addDays, dayOf, showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, facts, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { shortNameOf } from '../rules/regime.ts'
import type { ReportFile } from '../views/report.ts'
import type { SignedFile } from '../words.ts'
import { hrefOf } from './report-frame.ts'
import { stepsOf } from './report-hub.ts'
import { signedCard } from './signed-files.ts'
import { momentOf, stateOf, waitingLine } from './standing.ts'

/** What comes next, by the state the report is in now: the page is kept as a bookmark and read again later. */
function nextOf(f: ReportFile): string {
  const [last] = f.submissions
  const { state } = f.obligation
  if (state === 'cho-ky')
    return 'Thủ trưởng nhận việc này ở mục Việc của tôi. Khi thủ trưởng duyệt và nộp, trang này hiện giờ nộp và mã băm.'
  if (last === undefined) return 'Soạn tiếp báo cáo, rồi trình thủ trưởng ký.'
  if (state === 'da-duyet') return 'Báo cáo đã duyệt và đưa vào tổng hợp.'
  if (state === 'tra-lai')
    return `Sở Nội vụ đã trả lại bản ${last.number}. Bản này giữ nguyên; sửa xong nộp thành bản mới.`
  if (state === 'da-nop' || state === 'da-tiep-nhan') {
    const check = showDay(addDays(dayOf(last.sentAt), f.period.regime.appraisalDays + 1))
    return `Sở Nội vụ sẽ kiểm tra trước ngày ${check}. Kết quả gửi về mục Việc của tôi.`
  }
  return `Bản ${last.number} giữ nguyên như lúc nộp.`
}

/** The page. Before the head signed it says who is waited for. */
export function sentPage(f: ReportFile & { readonly signed: readonly SignedFile[] }, seen: Seen): Drawn {
  const name = shortNameOf(f.period.regime, f.period.year)
  const last = f.submissions[0]
  const handed = f.steps.find((s) => s.verb === 'trinh')
  const sent = last !== undefined && f.obligation.state !== 'cho-ky'
  const title = sent
    ? `Đã nộp lúc ${momentOf(last.sentAt)}, ${last.late ? `muộn ${last.daysLate} ngày` : 'đúng hạn'}`
    : handed && f.obligation.state === 'cho-ky'
      ? `Đã trình lúc ${momentOf(handed.at)}`
      : 'Báo cáo chưa nộp'
  return {
    crumbs: [{ label: 'Việc của tôi', href: '/viec' }, { label: name, href: hrefOf(f) }, { label: 'Xác nhận' }],
    body: html`${head({ title, over: `${f.unit.officeName} · ${name}`, state: stateOf(f.obligation), lead: html`Mã <b>${f.obligation.code}</b>${sent ? html`, bản ${last.number}` : ''}.` })}${stack(
      message({
        kind: f.obligation.state === 'tra-lai' ? 'soon' : sent || handed ? 'ok' : 'info',
        title: nextOf(f),
        body: waitingLine(f.obligation, `thủ trưởng ${f.unit.officeName}`),
        announce: false,
      }),
      last === undefined
        ? ''
        : card({
            title: 'Bản đã nộp',
            body: facts([
              [
                'Người duyệt và nộp',
                [last.signedBy, last.signedFor, last.signedByPost].filter((x) => x !== '').join(', '),
              ],
              ['Cán bộ soạn', last.preparedBy],
              ['Mã băm tệp Word (SHA-256)', html`<code class="codes">${last.sha256}</code>`],
              ['Liên hệ', 'Phòng Công chức, viên chức, Sở Nội vụ'],
            ]),
            foot:
              last.fileId === null
                ? ''
                : html`${linkButton({ label: 'Tải bản Word', href: hrefOf(f, `ban/${last.number}`), icon: 'download' })}`,
          }),
      last === undefined || !sent ? '' : signedCard(f, last, f.signed, seen),
      html`<div class="buttons">${linkButton({ label: 'Về Việc của tôi', href: '/viec', kind: 'main' })}${linkButton({ label: 'Xem báo cáo', href: hrefOf(f) })}</div>`,
      card({ title: 'Quá trình', body: stepsOf(f) }),
    )}`,
  }
}
