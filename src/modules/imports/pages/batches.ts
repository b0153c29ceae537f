/** Trang nhập: send a file, and the batches there are. */
import { dayOf, showDay, showInstant } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, columns, stack } from '../../../ui/card.ts'
import { buttons, dateField, fileField, form, selectField, suggestField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { BATCH_STATES, type Batch } from '../words.ts'

/** Một lô trong danh sách. */
export type BatchLine = Omit<Batch, 'plan'>

/** What the page shows. */
export type BatchesView = {
  readonly batches: readonly BatchLine[]
  readonly page: number
  readonly more: boolean
  /** The reader's own body: its code, or its name where names are typed. */
  readonly own: string
  /** Bodies the reader may import for; empty = too many to list. */
  readonly bodies: readonly { readonly code: string; readonly name: string }[]
  /** Names offered while typing, when there are too many to list. */
  readonly names: readonly string[]
}

function bodyField(v: BatchesView, seen: Seen): Fragment {
  const error = seen.refusal?.fields?.coQuan
  const value = seen.typed.coQuan ?? v.own
  if (v.bodies.length === 0)
    return suggestField({
      name: 'coQuan',
      label: 'Cơ quan có danh sách này',
      hint: 'Gõ vài chữ của tên rồi chọn',
      value,
      error,
      options: v.names,
    })
  return selectField({
    name: 'coQuan',
    label: 'Cơ quan có danh sách này',
    value,
    error,
    options: v.bodies.map((b) => ({ value: b.code, label: b.name })),
  })
}

const sending = (v: BatchesView, seen: Seen): Fragment =>
  form({
    action: '/nhap',
    csrf: seen.csrf,
    files: true,
    body: html`${fileField({
      name: 'file',
      label: 'Tệp danh sách',
      accept: '.xlsx,.xls,.csv',
      hint: '.xlsx, .xls hoặc .csv, đến 100 MB và 200.000 dòng',
      error: seen.refusal?.fields?.file,
    })}${bodyField(v, seen)}${dateField({
      name: 'ngay',
      label: 'Danh sách tính đến ngày',
      optional: true,
      hint: 'Bỏ trống là hôm nay. Thay đổi so với lần trước được ghi từ ngày này',
      value: seen.typed.ngay ?? '',
      error: seen.refusal?.fields?.ngay,
    })}${buttons({ label: 'Gửi tệp', kind: 'main', icon: 'upload' })}`,
  })

const result = (b: BatchLine): Fragment =>
  b.counts === null
    ? ''
    : `${showNumber(b.counts.new)} mới, ${showNumber(b.counts.changed)} sửa, ${showNumber(b.counts.same)} giống, ${showNumber(b.counts.duplicate)} trùng, ${showNumber(b.counts.error)} lỗi`

/** Draws the page. */
export function batchesPage(v: BatchesView, seen: Seen): Drawn {
  return {
    crumbs: [{ label: 'Nhập dữ liệu' }],
    body: stack(
      head({
        title: 'Nhập danh sách từ Excel',
        lead: 'Tệp ở dạng nào cũng được: hệ thống tìm dòng tiêu đề, ghép cột, đọc chữ TCVN3 và VNI, và chỉ ghi khi đã xem trước mọi thay đổi.',
        actions: linkButton({ label: 'Tải mẫu tệp', href: '/nhap/mau', icon: 'download', download: true }),
      }),
      columns('aside', [
        card({ title: 'Gửi tệp', body: sending(v, seen) }),
        card({
          title: 'Bốn bước',
          body: html`<div class="prose"><ol><li>Chọn tệp.</li><li>Xem cách ghép cột, sửa nếu cần; lần sau hệ thống nhớ.</li><li>Kiểm tra, sửa lỗi trong tệp hoặc ghép cách ghi với danh mục.</li><li>Xem thay đổi rồi ghi. Ghi rồi vẫn hoàn tác được cả lô.</li></ol></div>`,
        }),
      ]),
      card({
        title: 'Các lô đã gửi',
        fit: 'flush',
        body: table<BatchLine>({
          caption: 'Các lô đã gửi, mới nhất trước',
          rows: v.batches,
          keys: true,
          href: (b) => `/nhap/${b.id}`,
          columns: [
            { label: 'Tệp', kind: 'name', room: 'wide', cell: (b) => b.fileName },
            { label: 'Cơ quan', cell: (b) => b.unitName },
            {
              label: 'Gửi lúc',
              kind: 'day',
              cell: (b) => html`${showInstant(b.madeAt)}<br><small>${b.madeName}</small>`,
            },
            {
              label: 'Tính đến',
              kind: 'day',
              cell: (b) => (b.asOf === dayOf(b.madeAt) ? '' : showDay(b.asOf)),
              phone: 'hide',
              spare: true,
            },
            {
              label: 'Tình trạng',
              kind: 'state',
              cell: (b) => state(BATCH_STATES[b.state].tone, BATCH_STATES[b.state].label),
            },
            { label: 'Kết quả', cell: result, phone: 'whole' },
          ],
          empty: 'Chưa gửi tệp nào.',
          ...(v.page > 1 || v.more
            ? {
                paging: {
                  from: (v.page - 1) * 50 + 1,
                  to: (v.page - 1) * 50 + v.batches.length,
                  total: (v.page - 1) * 50 + v.batches.length + (v.more ? 1 : 0),
                  noun: 'lô',
                  ...(v.page > 1 ? { previous: `/nhap?trang=${v.page - 1}` } : {}),
                  ...(v.more ? { next: `/nhap?trang=${v.page + 1}` } : {}),
                },
              }
            : {}),
        }),
      }),
    ),
  }
}
