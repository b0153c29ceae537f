/**
 * Tờ giấy A4: how an official paper will look, in Tinos (the measures of Times New Roman). Layout after Nghị định
 * 30/2020/NĐ-CP, Phụ lục I. A preview only: the paper itself is the Word file.
 */
import { type Fragment, type Html, html, isEmpty } from './html.ts'

/** Văn bản hành chính. */
export type Paper = {
  /** Cơ quan chủ quản, may be absent. */
  readonly parent?: string
  /** Cơ quan ban hành. */
  readonly issuer: string
  /** "412/SNV-CCVC" or "…/SNV-CCVC". */
  readonly number: string
  readonly place: string
  /** "ngày 06 tháng 12 năm 2026" (showDayInDocument), or null for a draft: "ngày … tháng … năm …". */
  readonly day: string | null
  /** Tên loại: "BÁO CÁO", with the trích yếu below; absent = công văn, the trích yếu stands under the number ("V/v …"). */
  readonly kind?: string
  readonly subject: string
  readonly to?: readonly string[]
  readonly body: Fragment
  /** "GIÁM ĐỐC", or "KT. GIÁM ĐỐC" + "PHÓ GIÁM ĐỐC" as two lines. */
  readonly signerPost: readonly string[]
  /** Without academic titles (NĐ 30/2020, Phụ lục I, II.7c). */
  readonly signerName: string
  readonly recipients: readonly string[]
  /** Annexes, each on its own sheet. */
  readonly annexes?: readonly Fragment[]
}

/** One receiver stands on the line of «Kính gửi:», two or more one per line, the last with a full stop. */
function addressees(to: readonly string[]): Html {
  if (to.length === 0) return html``
  if (to.length === 1) return html`<p class="paper-to">Kính gửi: ${to[0]}.</p>`
  return html`<div class="paper-to many"><p>Kính gửi:</p><ul>${to.map((t, i) => html`<li>- ${t}${i === to.length - 1 ? '.' : ';'}</li>`)}</ul></div>`
}

/** A sheet (or several, with annexes). */
export const paper = (
  p: Paper,
): Html => html`<div class="paper-desk" tabindex="0" role="region" aria-label="Xem trước văn bản"><article class="paper" lang="vi">
<div class="paper-head"><div><p>${p.parent}</p><p class="strong rule">${p.issuer}</p><p class="paper-number">Số: ${p.number}</p>${p.kind === undefined ? html`<p class="paper-about">V/v ${p.subject}</p>` : ''}</div>
<div><p class="strong">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="strong paper-motto rule">Độc lập - Tự do - Hạnh phúc</p><p class="paper-day">${p.place}, ${p.day ?? 'ngày … tháng … năm …'}</p></div></div>
${p.kind === undefined ? '' : html`<div class="paper-name"><p class="strong">${p.kind}</p><p class="strong rule">${p.subject}</p></div>`}
${addressees(p.to ?? [])}
<div class="paper-body">${p.body}</div>
<div class="paper-end"><div class="paper-recipients"><p><b>Nơi nhận:</b></p><ul>${p.recipients.map((r, i) => html`<li>- ${r}${i === p.recipients.length - 1 ? '.' : ';'}</li>`)}</ul></div><div class="paper-sign">${p.signerPost.map((l) => html`<p class="strong">${l}</p>`)}<p class="strong paper-signer">${p.signerName}</p></div></div>
</article>${(p.annexes ?? []).map((a) => (isEmpty(a) ? '' : html`<article class="paper" lang="vi">${a}</article>`))}</div>`
