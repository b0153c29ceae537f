/** Quyền riêng tư: each item asked for apart and none ticked beforehand; what is agreed can be ended at once; what was answered when. */
import { showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, checkboxField, form, hidden } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { ConsentLine } from '../views.ts'
import { CHANNELS, CONSENT_STATES, type ConsentItem, ITEM_ORDER, ITEMS, NOTICE, PURPOSES, REGIMES } from '../words.ts'
import { ownPage } from './frame.ts'

/** What the page shows. */
export type PrivacyView = {
  readonly agreed: readonly { readonly item: ConsentItem; readonly at: Temporal.Instant; readonly old: boolean }[]
  readonly answered: boolean
  readonly slug: string | null
  readonly history: readonly ConsentLine[]
  readonly requests: readonly { readonly id: string; readonly label: string; readonly state: Html | string }[]
}

const noticeText = html`${NOTICE.paragraphs.map((p) => html`<p>${p}</p>`)}`

/** Nothing is ticked, whatever was answered before: an agreement is given by a hand, item by item. */
function askForm(v: PrivacyView, seen: Seen): Html {
  const open = ITEM_ORDER.filter((i) => !v.agreed.some((a) => a.item === i))
  if (open.length === 0) return html``
  return card({
    title: v.agreed.length > 0 || v.answered ? 'Mục chưa đồng ý' : 'Chọn từng mục',
    fit: 'narrow',
    body: html`${noticeText}${form({
      action: '/toi/quyen-rieng-tu',
      csrf: seen.csrf,
      label: 'Chọn mục đồng ý',
      body: html`${checkboxField({
        name: 'items',
        label: 'Đồng ý cho các mục',
        hint: 'Không mục nào được chọn sẵn.',
        options: open.map((i) => ({
          value: i,
          label: ITEMS[i].label,
          hint: `${ITEMS[i].shows} Mục đích: ${PURPOSES[ITEMS[i].purpose].label.toLowerCase()}.`,
        })),
        error: seen.refusal?.fields?.items,
      })}${buttons({ label: 'Đồng ý các mục đã chọn', kind: 'main' }, v.answered ? html`` : button({ label: v.agreed.length > 0 ? 'Không đồng ý thêm mục nào' : 'Không đồng ý mục nào', kind: 'plain', name: 'khong', value: '1' }))}`,
    })}`,
    foot: `Bản thông báo ${NOTICE.version}. Căn cứ: Luật 91/2025/QH15, Điều 9, 16.`,
  })
}

const stopLabel = (item: ConsentItem): string =>
  `${ITEMS[item].purpose === 'cong-khai' ? 'Ngừng công khai' : 'Rút lại đồng ý'}: ${ITEMS[item].label.toLowerCase()}`

const agreedRow = ({ item, at, old }: PrivacyView['agreed'][number], seen: Seen): Html =>
  html`<li class="own-row wide"><div class="own-row-main"><p><b>${ITEMS[item].label}</b> ${old ? state('soon', REGIMES.nd13.label) : ''}</p><p class="own-row-more">${ITEMS[item].shows}</p><p class="own-row-note">Đồng ý lúc ${showInstant(at)}</p></div>${form(
    {
      action: '/toi/quyen-rieng-tu/ngung',
      csrf: seen.csrf,
      label: stopLabel(item),
      body: html`${hidden('item', item)}<button class="btn plain" aria-label="${stopLabel(item)}"><span>${ITEMS[item].purpose === 'cong-khai' ? 'Ngừng công khai' : 'Rút lại đồng ý'}</span></button>`,
    },
  )}</li>`

const agreedCard = (v: PrivacyView, seen: Seen): Html =>
  v.agreed.length === 0
    ? html``
    : card({
        title: 'Đang đồng ý',
        body: html`<ul class="own-list">${v.agreed.map((a) => agreedRow(a, seen))}</ul>`,
        foot: 'Ngừng có hiệu lực ngay. Việc cơ quan nhà nước quản lý hồ sơ theo luật không phụ thuộc đồng ý này (Luật 91/2025/QH15, Điều 19).',
      })

const historyTable = (v: PrivacyView): Html =>
  table<ConsentLine>({
    caption: 'Sổ đồng ý',
    columns: [
      { label: 'Lúc', kind: 'name', cell: (c) => showInstant(c.at) },
      { label: 'Mục', cell: (c) => ITEMS[c.item].label },
      { label: 'Trả lời', cell: (c) => CONSENT_STATES[c.state].label },
      { label: 'Bản thông báo', cell: (c) => c.notice },
      { label: 'Chế độ', cell: (c) => REGIMES[c.regime].label, spare: true },
      {
        label: 'Cách ghi',
        cell: (c) => `${CHANNELS[c.channel].label}${c.evidence === '' ? '' : `: ${c.evidence}`}`,
        spare: true,
      },
    ],
    rows: [...v.history].reverse(),
    empty: 'Chưa trả lời mục nào.',
  })

const requestsCard = (v: PrivacyView): Html =>
  card({
    title: 'Yêu cầu về dữ liệu',
    actions: linkButton({ label: 'Gửi yêu cầu', href: '/toi/yeu-cau/gui', icon: 'letter' }),
    body:
      v.requests.length === 0
        ? html`<p class="none">Chưa gửi yêu cầu nào.</p>`
        : html`<ul>${v.requests.map((r) => html`<li><a href="${`/toi/yeu-cau/${r.id}`}">${r.label}</a> ${r.state}</li>`)}</ul>`,
    foot: 'Xem, sửa, xóa, hạn chế, phản đối: Luật 91/2025/QH15, Điều 4.',
  })

/** The page. */
export function privacyPage(v: PrivacyView, seen: Seen): Drawn {
  const live = v.agreed.some((a) => a.item === 'danh-ba')
  return ownPage(
    'quyen-rieng-tu',
    {
      title: live
        ? `Đang công khai ${v.agreed.filter((a) => ITEMS[a.item].purpose === 'cong-khai').length} mục`
        : 'Hồ sơ không công khai',
      lead: live
        ? html`Địa chỉ: <a href="${`/cong-khai/tri-thuc/${v.slug}`}">/cong-khai/tri-thuc/${v.slug}</a>`
        : 'Không có trang công khai nào của hồ sơ này.',
      actions: linkButton({ label: 'Xem trước trang công khai', href: '/toi/cong-khai/xem-truoc' }),
    },
    v.history.length > 0
      ? html``
      : message({
          kind: 'info',
          title: 'Chưa chọn mục công khai nào.',
          body: 'Chọn hay không chọn đều được; tài khoản vẫn dùng được như thường.',
        }),
    agreedCard(v, seen),
    askForm(v, seen),
    requestsCard(v),
    disclosure(`Đã trả lời những gì (${v.history.length})`, historyTable(v)),
  )
}
