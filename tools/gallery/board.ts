/** Trang mẫu: bảng điều hành. */
import { linkButton } from '../../src/ui/button.ts'
import { card, columns, figures } from '../../src/ui/card.ts'
import { shareBar, sparkline } from '../../src/ui/chart.ts'
import { head } from '../../src/ui/head.ts'
import { type Html, html } from '../../src/ui/html.ts'
import { type Frame, page } from '../../src/ui/page.ts'
import { type StateKind, state } from '../../src/ui/state.ts'
import { table } from '../../src/ui/table.ts'

type Goal = {
  code: string
  name: string
  now: string
  target: string
  values: (number | null)[]
  aim: number
  kind: StateKind
  words: string
  body: string
}

const GOALS: readonly Goal[] = [
  {
    code: 'II.1.2',
    name: 'Bác sĩ trên 10.000 dân',
    now: '12,4',
    target: '19',
    values: [10.4, 10.9, 11.5, 12, 12.4],
    aim: 19,
    kind: 'late',
    words: 'Chậm so với lộ trình',
    body: 'Sở Y tế',
  },
  {
    code: 'II.1.8a',
    name: 'Nhân tài trong tổng số tuyển dụng mới',
    now: '9,6%',
    target: 'từ 20% trở lên',
    values: [6, 7.2, 8.1, null, 9.6],
    aim: 20,
    kind: 'late',
    words: 'Chậm so với lộ trình',
    body: 'Sở Nội vụ',
  },
  {
    code: 'II.1.3',
    name: 'Lao động qua đào tạo có bằng cấp, chứng chỉ',
    now: '35,2%',
    target: '43%',
    values: [29.9, 31, 32.4, 33.9, 35.2],
    aim: 43,
    kind: 'soon',
    words: 'Sát lộ trình',
    body: 'Sở Lao động, Thương binh và Xã hội',
  },
  {
    code: 'II.1.1a',
    name: 'Người có trình độ đại học trở lên',
    now: '78.412',
    target: 'trên 85.000',
    values: [68100, 70900, 73600, 76200, 78412],
    aim: 85000,
    kind: 'ok',
    words: 'Đúng lộ trình',
    body: 'Sở Nội vụ',
  },
  {
    code: 'II.1.5',
    name: 'Lãnh đạo cấp tỉnh dưới 40 tuổi',
    now: '11,8%',
    target: '15–20%',
    values: [7.1, 8.4, 9.9, 11, 11.8],
    aim: 15,
    kind: 'ok',
    words: 'Đúng lộ trình',
    body: 'Ban Tổ chức Tỉnh ủy',
  },
  {
    code: 'II.1.6',
    name: 'Công chức cấp xã có trình độ đại học trở lên',
    now: '97,1%',
    target: '100%',
    values: [91.2, 93, 95, 96.4, 97.1],
    aim: 100,
    kind: 'ok',
    words: 'Đúng lộ trình',
    body: 'Sở Nội vụ',
  },
  {
    code: 'II.1.9',
    name: 'Nhân tài còn làm việc sau 05 năm',
    now: '',
    target: '100%',
    values: [],
    aim: 100,
    kind: 'idle',
    words: 'Chưa đủ số liệu',
    body: 'Sở Nội vụ',
  },
]

const goals = (): Html =>
  table({
    caption: 'Chỉ tiêu năm 2030 so với lộ trình',
    rows: GOALS,
    href: (g) => `/chi-tieu/${g.code}`,
    empty: 'Chưa có chỉ tiêu nào.',
    keys: true,
    columns: [
      { label: 'Chỉ tiêu năm 2030', kind: 'name', cell: (g) => g.name },
      {
        label: 'Hiện tại',
        kind: 'number',
        cell: (g) => (g.now === '' ? html`<span class="none">chưa có</span>` : html`<b>${g.now}</b>`),
      },
      { label: 'Mục tiêu', kind: 'number', cell: (g) => g.target },
      {
        label: 'Diễn biến, mục tiêu',
        phone: 'hide',
        cell: (g) =>
          sparkline({
            label: `${g.name}: hiện tại ${g.now}, mục tiêu ${g.target}`,
            values: g.values,
            target: g.aim,
            steps: 9,
          }),
      },
      { label: 'Chủ trì', cell: (g) => g.body, spare: true, phone: 'hide' },
      { label: 'Đánh giá', kind: 'state', room: 'tight', cell: (g) => state(g.kind, g.words) },
    ],
  })

const decisions = (): Html =>
  table({
    caption: 'Việc cần quyết',
    rows: [
      ['Gia hạn báo cáo năm đến 12/12/2026', 'Sở Giao thông vận tải', '21/11/2026'],
      ['Gia hạn nhiệm vụ III.3.3 đến 30/03/2027', 'Sở Thông tin và Truyền thông', '20/11/2026'],
      ['Giao cơ quan kế thừa nhiệm vụ III.5.2', 'Sở Nội vụ', '18/11/2026'],
      ['Giao chủ trì 21 nhiệm vụ chưa rõ cơ quan', 'Sở Nội vụ', '17/11/2026'],
    ],
    href: () => '/viec/1',
    empty: 'Không có việc nào cần quyết.',
    columns: [
      { label: 'Việc', kind: 'name', cell: (r) => r[0] },
      { label: 'Đề nghị của', cell: (r) => r[1] },
      { label: 'Từ ngày', kind: 'day', room: 'tight', cell: (r) => r[2] },
    ],
  })

/** The leader's board. */
export const boardPage = (f: Frame): Html =>
  page(f, {
    title: 'Bảng điều hành',
    body: html`${head({
      title: 'Hai chỉ tiêu chậm so với lộ trình, 12 cơ quan chưa nộp báo cáo',
      actions: linkButton({ label: 'In tóm tắt', href: '/in', icon: 'print' }),
    })}
${figures([
  {
    value: '2',
    label: 'chỉ tiêu chậm so với lộ trình',
    detail: 'Bác sĩ trên 10.000 dân; nhân tài tuyển mới',
    kind: 'late',
    href: '/chi-tieu?loc=cham',
  },
  {
    value: '12',
    label: 'cơ quan đang chậm',
    detail: 'Hạn: trước 05/12/2026, còn 11 ngày',
    kind: 'soon',
    href: '/tong-hop/2026?loc=cham',
  },
  {
    value: '4',
    label: 'việc cần quyết',
    detail: '2 gia hạn, 1 cơ quan kế thừa, 1 giao chủ trì',
    kind: 'wait',
    href: '/viec?loc=can-quyet',
  },
])}
${card({ body: goals(), fit: 'flush', foot: 'Nét liền: số liệu thực tế. Nét đứt đậm: mục tiêu 2030. Nguồn: báo cáo đã duyệt của cơ quan chủ trì.' })}
${columns('two', [
  card({
    title: 'Báo cáo năm 2026',
    aside: '132 cơ quan phải nộp',
    body: shareBar('Báo cáo năm 2026', [
      { label: 'Đã duyệt', value: 64, tone: 'ok', href: '/tong-hop/2026?loc=duyet' },
      { label: 'Đã nộp, chờ xem', value: 41, tone: 'wait', href: '/tong-hop/2026?loc=cho' },
      { label: 'Trả lại', value: 6, tone: 'back', href: '/tong-hop/2026?loc=tra-lai' },
      { label: 'Chưa nộp', value: 21, tone: 'idle', href: '/tong-hop/2026?loc=chua' },
    ]),
  }),
  card({ title: 'Việc cần quyết', body: decisions() }),
])}`,
  })
