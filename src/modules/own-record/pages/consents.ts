/** Tab «Đồng ý» của hồ sơ: what stands today item by item, the whole ledger below, and the form of a signed paper. */
import { type Day, dayOf, showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { buttons, checkboxField, dateField, fileField, form, radioField, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { dossierTabs } from '../../people/public.ts'
import { BLANK_FORM_LABELS, BLANK_FORMS } from '../papers/blank-forms.ts'
import type { ConsentLine } from '../views.ts'
import { CHANNELS, CONSENT_STATES, type ConsentItem, ITEM_ORDER, ITEMS, NOTICE, REGIMES } from '../words.ts'

/** Whose dossier it is. */
export type DossierHead = { readonly code: string; readonly name: string; readonly unit: string }

/** What the tab shows. */
export type ConsentsView = DossierHead & {
  /** Every item with the last answer that stands, null when nobody was asked. */
  readonly items: readonly { readonly item: ConsentItem; readonly last: ConsentLine | null }[]
  readonly slug: string | null
  readonly history: readonly ConsentLine[]
  readonly mayRecord: boolean
}

const base = (v: DossierHead): string => `/tri-thuc/${v.code}`

const crumbs = (v: DossierHead, ...rest: readonly { label: string; href?: string }[]) => [
  { label: 'Hồ sơ trí thức', href: '/tri-thuc' },
  { label: v.name, href: base(v) },
  ...rest,
]

const SHAPES = { 'dong-y': 'ok', khong: 'idle', rut: 'back' } as const

const stands = (c: ConsentLine | null): Html =>
  c === null
    ? state('idle', 'Chưa hỏi', { plain: true })
    : state(SHAPES[c.state], c.state === 'rut' ? 'Đã rút' : CONSENT_STATES[c.state].label, { plain: true })

/** How it was said: on the system, or on a paper with its scan. */
function channel(v: DossierHead, c: ConsentLine): Fragment {
  if (c.channel === 'cong') return CHANNELS.cong.label
  const signed = c.signedOn === null ? '' : `, ký ngày ${showDay(c.signedOn)}`
  const scan = c.file === null ? '' : html` <a href="${`${base(v)}/dong-y/tep/${c.file}`}">bản quét</a>`
  return html`<span>${c.evidence}${signed}${scan}</span>`
}

const itemsTable = (v: ConsentsView): Html =>
  table<ConsentsView['items'][number]>({
    caption: 'Từng mục hôm nay',
    rows: v.items,
    columns: [
      {
        label: 'Mục',
        kind: 'name',
        room: 'wide',
        cell: ({ item }) => html`${ITEMS[item].label}<small>${ITEMS[item].shows}</small>`,
      },
      { label: 'Hiện nay', kind: 'state', cell: ({ last }) => stands(last) },
      { label: 'Từ ngày', kind: 'day', cell: ({ last }) => (last === null ? '' : showDay(dayOf(last.at))) },
      { label: 'Cách ghi', cell: ({ last }) => (last === null ? '' : channel(v, last)) },
    ],
    empty: '',
  })

const historyTable = (v: ConsentsView): Html =>
  table<ConsentLine>({
    caption: 'Sổ đồng ý',
    rows: [...v.history].reverse(),
    columns: [
      { label: 'Mục', kind: 'name', cell: (c) => ITEMS[c.item].label },
      { label: 'Trả lời', kind: 'state', cell: (c) => CONSENT_STATES[c.state].label },
      {
        label: 'Có hiệu lực',
        kind: 'day',
        cell: (c) => (c.channel === 'giay' ? showDay(dayOf(c.at)) : showInstant(c.at)),
      },
      { label: 'Cách ghi', cell: (c) => channel(v, c) },
      { label: 'Người ghi', cell: (c) => c.by, phone: 'hide' },
      {
        label: 'Bản thông báo',
        cell: (c) => html`${c.notice}<span class="second">${REGIMES[c.regime].label}</span>`,
        phone: 'hide',
      },
    ],
    empty: '',
  })

/** The tab. */
export function consentsPage(v: ConsentsView): Drawn {
  const agreed = v.items.filter((i) => i.last?.state === 'dong-y').length
  return {
    title: `Đồng ý · ${v.name}`,
    crumbs: crumbs(v, { label: 'Đồng ý' }),
    body: html`${head({
      title: v.name,
      over: [v.code, v.unit].filter((t) => t !== '').join(' · '),
      state: html`${agreed === 0 ? state('idle', 'Chưa đồng ý mục nào', { plain: true }) : state('ok', `Đang đồng ý ${agreed} trong ${ITEM_ORDER.length} mục`, { plain: true })}${v.slug === null ? '' : html`<span class="fact-source"><a href="${`/cong-khai/tri-thuc/${v.slug}`}">trang công khai</a></span>`}`,
      actions: v.mayRecord
        ? linkButton({
            label: 'Ghi đồng ý bằng văn bản',
            href: `${base(v)}/dong-y/van-ban`,
            kind: 'main',
            icon: 'plus',
          })
        : '',
    })}
${dossierTabs({ code: v.code, current: 'dong-y', keeper: true })}
${stack(
  card({
    fit: 'flush',
    body: itemsTable(v),
    foot: 'Không trả lời không phải là đồng ý. Việc cơ quan nhà nước quản lý hồ sơ theo luật không phụ thuộc các mục này (Luật 91/2025/QH15, Điều 9, Điều 19).',
  }),
  v.history.length === 0
    ? ''
    : card({
        title: 'Sổ đồng ý',
        fit: 'flush',
        body: historyTable(v),
        foot: 'Sổ chỉ ghi thêm. Câu trả lời sau cùng của mỗi mục có giá trị.',
      }),
)}`,
  }
}

/** What the form of a paper shows. */
export type PaperConsentView = DossierHead & { readonly today: Day }

/** Ghi đồng ý bằng văn bản. */
export function paperConsentPage(v: PaperConsentView, seen: Seen): Drawn {
  const value = (name: string): string => seen.typed[name] ?? ''
  const error = (name: string): string | undefined => seen.refusal?.fields?.[name]
  return {
    title: 'Ghi đồng ý bằng văn bản',
    crumbs: crumbs(v, { label: 'Đồng ý', href: `${base(v)}/dong-y` }, { label: 'Văn bản' }),
    body: html`${head({
      title: 'Ghi đồng ý bằng văn bản',
      over: `${v.name} · ${v.code}`,
      lead: 'Cho người trả lời trên giấy. Văn bản có giá trị từ ngày ký; câu trả lời sau đó của chủ hồ sơ vẫn thay được.',
      actions: html`${BLANK_FORMS.map((f) => linkButton({ label: `Tải ${BLANK_FORM_LABELS[f].label.toLowerCase()} (.docx)`, href: `${base(v)}/dong-y/phieu/${f}`, icon: 'download', download: true }))}`,
    })}
${card({
  fit: 'narrow',
  body: form({
    action: `${base(v)}/dong-y/van-ban`,
    csrf: seen.csrf,
    files: true,
    body: html`${radioField({
      name: 'answer',
      label: 'Văn bản ghi',
      value: value('answer'),
      error: error('answer'),
      options: [
        { value: 'dong-y', label: 'Đồng ý các mục dưới đây' },
        { value: 'rut', label: 'Rút lại đồng ý các mục dưới đây' },
      ],
    })}
${checkboxField({
  name: 'items',
  label: 'Các mục ghi trong văn bản',
  hint: 'Chỉ đánh dấu mục có trong văn bản đã ký.',
  values: value('items')
    .split('\n')
    .filter((t) => t !== ''),
  error: error('items'),
  options: ITEM_ORDER.map((i) => ({ value: i, label: ITEMS[i].label, hint: ITEMS[i].shows })),
})}
${textField({ name: 'document', label: 'Tên, số hoặc ký hiệu văn bản', value: value('document'), error: error('document'), hint: 'Ví dụ: Phiếu đồng ý xử lý dữ liệu cá nhân số 12' })}
${dateField({ name: 'signedOn', label: 'Ngày chủ hồ sơ ký', value: value('signedOn'), error: error('signedOn'), hint: 'Ngày/tháng/năm ghi cạnh chữ ký' })}
${fileField({ name: 'file', label: 'Bản quét của văn bản', hint: 'PDF hoặc ảnh, không quá 20 MB. Tệp được giữ kín.', accept: '.pdf,.jpg,.jpeg,.png', error: error('file') })}
${buttons({ label: 'Ghi vào sổ đồng ý', kind: 'main' }, linkButton({ label: 'Quay lại', href: `${base(v)}/dong-y`, kind: 'quiet' }))}`,
  }),
  foot: `Bản thông báo đang dùng: ${NOTICE.version}. Căn cứ: Luật 91/2025/QH15, Điều 9, Điều 10.`,
})}`,
  }
}
