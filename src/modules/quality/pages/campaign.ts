/** Trang một đợt xác nhận hồ sơ: how far each body is, and the dossiers still to be confirmed, many at once. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, facts, stack } from '../../../ui/card.ts'
import { progress } from '../../../ui/chart.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, form, textArea } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { LEAST_COMPLETE } from '../../people/public.ts'
import type { CampaignLine, Waiting } from '../views.ts'

/** What the page shows. */
export type CampaignView = {
  readonly today: Day
  readonly campaign: CampaignLine
  readonly condition: string
  readonly bodies: readonly {
    readonly unitId: string
    readonly name: string
    readonly people: number
    readonly confirmed: number
  }[]
  readonly waiting: readonly (Waiting & { readonly body: string })[]
  readonly page: number
  readonly pageSize: number
  readonly open: boolean
  readonly mayClose: boolean
}

const FORM = 'xac-nhan'
const may = (w: Waiting): boolean => w.level !== -1 && w.completeness >= LEAST_COMPLETE

const standing = (w: Waiting): Fragment => {
  if (w.level === -1) return state('late', 'Mâu thuẫn')
  if (w.completeness < LEAST_COMPLETE) return state('soon', `Mới có ${w.completeness}%`)
  return state('wait', `Đủ ${w.completeness}%`)
}

function waitingTable(v: CampaignView): Fragment {
  const left = v.campaign.people - v.campaign.confirmed
  const from = (v.page - 1) * v.pageSize
  const at = (page: number): string => `/chat-luong/dot/${v.campaign.id}?trang=${page}`
  return table<CampaignView['waiting'][number]>({
    caption: 'Hồ sơ chưa xác nhận trong đợt',
    rows: v.waiting,
    keys: true,
    href: (w) => `/tri-thuc/${w.code}`,
    ...(v.open
      ? {
          select: {
            name: 'hoSo',
            form: FORM,
            value: (w: Waiting) => w.id,
            label: (w: Waiting) => `Chọn ${w.name}`,
            can: may,
          },
        }
      : {}),
    columns: [
      { label: 'Họ và tên', kind: 'name', room: 'wide', cell: (w) => w.name },
      { label: 'Cơ quan', cell: (w) => w.body },
      { label: 'Hồ sơ', kind: 'state', cell: standing },
    ],
    empty: 'Mọi hồ sơ của đợt đã được xác nhận.',
    ...(left > v.pageSize
      ? {
          paging: {
            from: from + 1,
            to: from + v.waiting.length,
            total: left,
            noun: 'hồ sơ',
            note: 'sắp theo tên, đệm, họ',
            ...(v.page > 1 ? { previous: at(v.page - 1) } : {}),
            ...(from + v.waiting.length < left ? { next: at(v.page + 1) } : {}),
          },
        }
      : {}),
  })
}

const closing = (v: CampaignView, seen: Seen): Fragment =>
  v.open && v.mayClose
    ? disclosure(
        'Đóng đợt này',
        form({
          action: `/chat-luong/dot/${v.campaign.id}/dong`,
          csrf: seen.csrf,
          body: html`${textArea({
            name: 'lyDo',
            label: 'Lý do đóng đợt',
            hint: 'Hồ sơ đã xác nhận giữ nguyên; các cơ quan không còn được nhắc.',
            value: seen.typed.lyDo ?? '',
            error: seen.refusal?.fields?.lyDo,
            rows: 2,
          })}${buttons({ label: 'Đóng đợt', kind: 'danger' })}`,
        }),
      )
    : ''

/** Draws the page. */
export function campaignPage(v: CampaignView, seen: Seen): Drawn {
  const { campaign: c } = v
  const left = c.people - c.confirmed
  return {
    crumbs: [{ label: 'Chất lượng hồ sơ', href: '/chat-luong' }, { label: c.title }],
    body: stack(
      head({
        title:
          left === 0
            ? `${showNumber(c.people)} hồ sơ của đợt đã được xác nhận`
            : `Còn ${showNumber(left)} trong ${showNumber(c.people)} hồ sơ chưa xác nhận`,
        lead: c.message === '' ? c.title : `${c.title}. ${c.message}`,
        actions:
          v.open && v.waiting.some(may)
            ? button({
                label: 'Xác nhận hồ sơ đã chọn',
                form: FORM,
                data: { counts: FORM, label: 'Xác nhận {n} hồ sơ' },
              })
            : '',
      }),
      card({
        body: html`${facts([
          ['Phải xong trước', showDay(c.dueBefore)],
          ['Hồ sơ thuộc đợt', v.condition],
          ['Mở ngày', `${showDay(c.openedOn)}, ${c.openedBy}`],
          [
            'Đã xác nhận',
            progress(c.people === 0 ? 0 : c.confirmed / c.people, `${showNumber(c.confirmed)}/${showNumber(c.people)}`),
          ],
        ])}${closing(v, seen)}`,
      }),
      form({ id: FORM, action: `/chat-luong/dot/${c.id}/xac-nhan`, csrf: seen.csrf, body: '' }),
      card({
        title: 'Chưa xác nhận',
        fit: 'flush',
        body: waitingTable(v),
        foot: `Hồ sơ mâu thuẫn hoặc chưa đủ ${LEAST_COMPLETE}% không chọn được: mở hồ sơ để bổ sung hoặc quyết định.`,
      }),
      v.bodies.length < 2
        ? ''
        : card({
            title: 'Theo cơ quan',
            fit: 'flush',
            body: table<CampaignView['bodies'][number]>({
              caption: 'Tiến độ của từng cơ quan, chậm nhất trước',
              rows: v.bodies,
              columns: [
                { label: 'Cơ quan', kind: 'name', room: 'wide', cell: (b) => b.name },
                { label: 'Hồ sơ', kind: 'number', cell: (b) => showNumber(b.people) },
                { label: 'Đã xác nhận', kind: 'number', cell: (b) => showNumber(b.confirmed) },
                {
                  label: 'Tiến độ',
                  cell: (b) => progress(b.confirmed / b.people, `${Math.round((b.confirmed / b.people) * 100)}%`),
                },
              ],
              empty: 'Không có hồ sơ nào trong đợt.',
            }),
          }),
    ),
  }
}
