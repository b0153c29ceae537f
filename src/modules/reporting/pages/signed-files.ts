/** Ký số: the package to sign, and the signed files that came back. Parts of the report's pages. */
import type { Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { fileField, form, hidden } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import { canDraft } from '../rights.ts'
import type { ReportFile, Submission } from '../views/report.ts'
import { SIGNATURE_MARKS, type SignedFile } from '../words.ts'
import { hrefOf } from './report-frame.ts'
import { momentOf } from './standing.ts'

/** The signed files, each with what it was signed from. */
export const signedList = (f: ReportFile, files: readonly SignedFile[]): Html =>
  files.length === 0
    ? html``
    : html`<ul class="plain-list">${files.map(
        (s) =>
          html`<li><a href="${hrefOf(f, `da-ky/${s.id}`)}">${s.name}</a>, của bản ${s.number}. ${SIGNATURE_MARKS[s.mark].label}.<br><small>${s.receivedBy}, ${momentOf(s.receivedAt)}. Mã băm <code class="codes">${s.sha256}</code></small></li>`,
      )}</ul>`

/** The card of the version that stands: take it to sign, bring it back. */
export function signedCard(f: ReportFile, version: Submission, files: readonly SignedFile[], seen: Seen): Html {
  const may = canDraft.allows(seen.actor, f.unit.id) && version.fileId !== null
  if (!may && files.length === 0) return html``
  return card({
    title: 'Ký số',
    body: html`${signedList(f, files)}${
      may
        ? html`<p>Tải gói ký số (tệp Word, mã băm, chỉ dẫn), ký bằng công cụ ký số của cơ quan, rồi đưa tệp đã ký vào đây. Hệ thống gắn tệp với bản ${version.number}; công cụ của cơ quan kiểm tra chữ ký.</p>
<div class="buttons">${linkButton({ label: 'Tải gói ký số', href: hrefOf(f, `goi-ky/${version.number}`), icon: 'download' })}</div>
${form({
  action: hrefOf(f, 'da-ky'),
  csrf: seen.csrf,
  label: 'Đưa tệp đã ký vào',
  files: true,
  body: html`${hidden('number', version.number)}${fileField({ name: 'file', label: 'Tệp đã ký', hint: 'PDF, Word hoặc tệp ký số bao ngoài, không quá 20 MB', error: seen.refusal?.fields?.file })}<div class="buttons">${button({ label: 'Đưa tệp đã ký vào' })}</div>`,
})}`
        : ''
    }`,
  })
}
