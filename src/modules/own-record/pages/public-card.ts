/** Trang công khai của một người, and its preview «Người khác sẽ thấy»: the same drawing, so that nothing differs. */
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message, trouble } from '../../../ui/message.ts'
import type { PublicCard } from '../rules/public-card.ts'

const sectionOf = (s: PublicCard['sections'][number]): Html =>
  card({
    title: s.label,
    body:
      s.entries.length === 0
        ? html`<p class="none">Chưa có thông tin</p>`
        : html`<ul class="own-list">${s.entries.map((e) => {
            const [first, ...others] = e.lines
            const rest = others.filter((l) => l.value !== first?.value)
            return html`<li class="own-row"><div class="own-row-main"><p><b>${first?.value ?? ''}</b></p><p class="own-row-more">${[...rest.map((l) => l.value), e.when].filter((t) => t !== '').join(' · ')}</p></div></li>`
          })}</ul>`,
  })

const bodyOf = (c: PublicCard): Html =>
  html`${head({ over: 'Danh bạ trí thức của tỉnh', title: [c.titles, c.name].filter((t) => t !== '').join(' '), lead: c.post })}${stack(
    ...c.sections.map(sectionOf),
    c.reachable
      ? card({ title: 'Liên hệ', body: html`<p>Nhận liên hệ qua thư điện tử do Sở Nội vụ chuyển tiếp.</p>` })
      : html``,
  )}`

/** The page anybody may open. */
export const publicPage = (c: PublicCard): Drawn => ({
  asOf: null,
  title: `${c.name}: danh bạ trí thức`,
  body: html`${bodyOf(c)}<p class="own-row-note">Hiển thị theo đồng ý của chủ hồ sơ; chủ hồ sơ rút lại thì trang ngừng ngay.</p>`,
})

/** What the preview shows. */
export type PreviewView = { readonly card: PublicCard | null; readonly slug: string | null }

/** The preview. */
export const previewPage = (v: PreviewView, _seen: Seen): Drawn => ({
  asOf: null,
  crumbs: [
    { label: 'Hồ sơ của tôi', href: '/toi' },
    { label: 'Quyền riêng tư', href: '/toi/quyen-rieng-tu' },
    { label: 'Người khác sẽ thấy' },
  ],
  body:
    v.card === null
      ? trouble({
          title: 'Người khác không thấy gì',
          cause: 'Hồ sơ chưa được đồng ý đưa vào danh bạ công khai nên không có trang công khai nào.',
          icon: 'lock',
          actions: linkButton({ label: 'Chọn mục công khai', href: '/toi/quyen-rieng-tu' }),
        })
      : html`${message({
          kind: 'info',
          title: 'Đây là đúng những gì người khác thấy lúc này.',
          announce: false,
          actions: linkButton({ label: 'Đổi mục công khai', href: '/toi/quyen-rieng-tu' }),
        })}${bodyOf(v.card)}`,
})
