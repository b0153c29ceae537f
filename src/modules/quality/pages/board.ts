/** Trang chất lượng hồ sơ: what to mend first, whose dossiers, and which campaigns run. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showNumber, showPercent } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, figures, stack } from '../../../ui/card.ts'
import { progress } from '../../../ui/chart.ts'
import { head } from '../../../ui/head.ts'
import type { Fragment } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { Problem } from '../rules/effect.ts'
import type { CampaignLine, Totals } from '../views.ts'

/** Một cơ quan. `effect` in dossiers × goals; `first` = what to mend first. */
export type BodyLine = Totals & {
  readonly unitId: string
  readonly code: string
  readonly name: string
  readonly effect: number
  readonly first: string
}

/** What the page shows. */
export type BoardView = {
  readonly today: Day
  readonly totals: Totals
  readonly problems: readonly Problem[]
  readonly bodies: readonly BodyLine[]
  readonly campaigns: readonly CampaignLine[]
  readonly mayOpen: boolean
}

const share = (part: number, whole: number): string => (whole === 0 ? '' : showPercent(part / whole))

function titleOf(v: BoardView): string {
  const [first] = v.problems
  if (v.totals.people === 0) return 'Chưa có hồ sơ nào'
  if (first === undefined) return `${showNumber(v.totals.people)} hồ sơ đều đủ và đã xác nhận`
  return `${showNumber(first.people)} trong ${showNumber(v.totals.people)} hồ sơ ${first.label.charAt(0).toLowerCase()}${first.label.slice(1)}`
}

/** The list of those dossiers; old ones have no list of their own. */
const problemHref = (code: string): string | null => {
  if (code === 'stale') return null
  return code === 'contested'
    ? '/tri-thuc?xac-minh=-1'
    : code === 'unverified'
      ? '/tri-thuc?xac-minh=0'
      : `/tri-thuc?thieu=${code}`
}

const problemTable = (v: BoardView): Fragment =>
  table<Problem>({
    caption: 'Vấn đề của hồ sơ, xếp theo ảnh hưởng tới mục tiêu',
    rows: v.problems,
    keys: true,
    href: (p) => problemHref(p.code),
    columns: [
      { label: 'Vấn đề', kind: 'name', room: 'wide', cell: (p) => p.label },
      { label: 'Hồ sơ', kind: 'number', cell: (p) => showNumber(p.people) },
      { label: 'Tỷ lệ', kind: 'number', cell: (p) => share(p.people, v.totals.people) },
      {
        label: 'Mục tiêu chưa đếm chắc được',
        cell: (p) => (p.goals.length === 0 ? 'Không mục tiêu nào' : p.goals.join(', ')),
        phone: 'whole',
      },
    ],
    empty: 'Mọi hồ sơ đều đủ và đã xác nhận.',
  })

const bodyTable = (v: BoardView): Fragment =>
  table<BodyLine>({
    caption: 'Chất lượng hồ sơ của từng cơ quan, xếp theo ảnh hưởng tới mục tiêu',
    rows: v.bodies,
    keys: true,
    href: (b) => (b.code === '' ? null : `/tri-thuc?don-vi=${b.code}`),
    columns: [
      { label: 'Cơ quan quản lý hồ sơ', kind: 'name', room: 'wide', cell: (b) => b.name },
      { label: 'Hồ sơ', kind: 'number', cell: (b) => showNumber(b.people) },
      {
        label: 'Đầy đủ',
        kind: 'number',
        cell: (b) => (b.completeness === null ? '' : `${showNumber(b.completeness, 0)}%`),
      },
      { label: 'Đã xác nhận', kind: 'number', cell: (b) => share(b.verified, b.people) },
      {
        label: 'Mâu thuẫn',
        kind: 'number',
        cell: (b) => (b.contested === 0 ? '' : showNumber(b.contested)),
        phone: 'hide',
      },
      { label: 'Quá 12 tháng', kind: 'number', cell: (b) => (b.stale === 0 ? '' : showNumber(b.stale)), phone: 'hide' },
      { label: 'Việc nên làm trước', cell: (b) => b.first, phone: 'whole', spare: true },
    ],
    empty: 'Chưa cơ quan nào quản lý hồ sơ.',
  })

const campaignState = (c: CampaignLine, today: Day): Fragment => {
  if (c.closedOn !== null) return state('done', `Đã đóng ${showDay(c.closedOn)}`)
  if (c.people > 0 && c.confirmed === c.people) return state('ok', 'Xong')
  return c.dueBefore <= today ? state('late', 'Quá hạn') : state('wait', 'Đang mở')
}

const campaignTable = (v: BoardView): Fragment =>
  v.campaigns.length === 0
    ? emptyState(
        'Chưa có đợt xác nhận hồ sơ nào.',
        v.mayOpen
          ? 'Mở đợt để các cơ quan xác nhận hồ sơ trước khi lập báo cáo năm.'
          : 'Sở Nội vụ mở đợt xác nhận trước khi lập báo cáo năm.',
      )
    : table<CampaignLine>({
        caption: 'Đợt xác nhận hồ sơ',
        rows: v.campaigns,
        keys: true,
        href: (c) => `/chat-luong/dot/${c.id}`,
        columns: [
          { label: 'Đợt', kind: 'name', room: 'wide', cell: (c) => c.title },
          { label: 'Trước ngày', kind: 'day', cell: (c) => showDay(c.dueBefore) },
          {
            label: 'Đã xác nhận',
            cell: (c) =>
              progress(
                c.people === 0 ? 0 : c.confirmed / c.people,
                `${showNumber(c.confirmed)}/${showNumber(c.people)} hồ sơ`,
              ),
          },
          { label: 'Tình trạng', kind: 'state', cell: (c) => campaignState(c, v.today) },
        ],
        empty: '',
      })

/** Draws the page. */
export function boardPage(v: BoardView): Drawn {
  const { totals: t } = v
  return {
    crumbs: [{ label: 'Chất lượng hồ sơ' }],
    body: stack(
      head({
        title: titleOf(v),
        lead: 'Vấn đề đứng trước là vấn đề làm nhiều mục tiêu không đếm chắc được nhất: số hồ sơ nhân số mục tiêu cần tới thông tin ấy.',
        actions: v.mayOpen ? linkButton({ label: 'Mở đợt xác nhận', href: '/chat-luong/dot/mo', kind: 'main' }) : '',
      }),
      figures([
        {
          value: t.completeness === null ? '0%' : `${showNumber(t.completeness, 0)}%`,
          label: 'độ đầy đủ trung bình',
          detail: `${showNumber(t.people)} hồ sơ`,
        },
        {
          value: share(t.verified, t.people) || '0%',
          label: 'đã có cơ quan xác nhận',
          detail: `${showNumber(t.unverified)} hồ sơ mới chỉ tự khai`,
          href: '/tri-thuc?xac-minh=0',
        },
        {
          value: showNumber(t.contested),
          label: 'hồ sơ có mâu thuẫn',
          detail: 'chờ cơ quan quyết định',
          href: '/tri-thuc?xac-minh=-1',
          ...(t.contested > 0 ? { kind: 'soon' as const } : {}),
        },
      ]),
      card({ title: 'Việc nên làm trước', fit: 'flush', body: problemTable(v) }),
      card({ title: 'Đợt xác nhận hồ sơ', fit: 'flush', body: campaignTable(v) }),
      card({ title: 'Theo cơ quan', fit: 'flush', body: bodyTable(v) }),
    ),
  }
}
