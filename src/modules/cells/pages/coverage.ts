/** Trang «Độ phủ»: how near the province is to its goal, what the figure is made of, and what is missing to know it better. */
import { showDay } from '../../../kernel/day.ts'
import { showNumber, showPercent } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns, facts, figures, stack } from '../../../ui/card.ts'
import { progress, shareBar } from '../../../ui/chart.ts'
import { dateField, form } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { CoverageView } from '../screens.ts'
import { OVERLAP_BASES } from '../words.ts'
import { CELLS, HIDDEN_NOTE, rangeText, shown, shownText, sourceHref } from './shown.ts'

/** The page. */
export function coveragePage(v: CoverageView): Drawn {
  const { told, goal } = v
  const about = told.exact ? '' : 'khoảng '
  const share = goal === null ? '' : `, bằng ${shareWords(v, goal.target)} mục tiêu ${showNumber(goal.target)}`
  const body = html`${head({
    over: `Độ phủ số liệu trí thức · ngày ${showDay(v.day)}`,
    title: `Đã đếm được ${about}${rangeText(told.counted)} người từ đại học trở lên${share}`,
    lead:
      told.overlap.low === told.overlap.high
        ? 'Hồ sơ cộng số liệu thống kê, trừ người được đếm ở cả hai nơi.'
        : 'Con số là một khoảng vì chưa biết hết số người được đếm ở cả hồ sơ và số liệu thống kê.',
    actions: linkButton({
      label: 'Tải bảng',
      href: `${CELLS}/do-phu/xuat?ngay=${encodeURIComponent(showDay(v.day))}`,
      icon: 'download',
    }),
  })}
${stack(parts(v), meter(v), columns('two', [stack(sectorCard(v), sourceCard(v)), stack(overlapCard(v), missingCard(v), unitCard(v))]), definition(v), dayCard(v))}`
  return { body, crumbs: [{ label: 'Số liệu thống kê', href: CELLS }, { label: 'Độ phủ' }] }
}

function shareWords(v: CoverageView, target: number): string {
  const low = showPercent(v.told.counted.low / target)
  const high = showPercent(v.told.counted.high / target)
  return low === high ? low : `${low} đến ${high}`
}

const parts = (v: CoverageView): Html =>
  figures([
    { value: shownText(v.told.register), label: 'người có hồ sơ', detail: 'đang sinh sống và làm việc trong tỉnh' },
    {
      value: shownText(v.told.cells),
      label: 'người trong số liệu thống kê',
      detail: 'doanh nghiệp, lực lượng vũ trang',
    },
    {
      value: rangeText(v.told.overlap).replace(' đến ', '–'),
      label: 'người được đếm hai lần',
      detail: v.told.overlap.low === v.told.overlap.high ? 'đã khai, trừ khỏi tổng' : 'khoảng có thể, trừ khỏi tổng',
    },
  ])

/** The low end is what is sure; between both ends it is not known; the rest is missing. */
function meter(v: CoverageView): Html {
  const { goal, told } = v
  if (goal === null)
    return card({
      body: html`<p>Kế hoạch đang thực hiện không có chỉ tiêu về số người từ đại học trở lên nên chưa có đích để so.</p>`,
    })
  const missing = Math.max(0, goal.target - told.counted.high)
  const by = goal.byYear === null ? '' : ` đến năm ${goal.byYear}`
  return card({
    title: `So với mục tiêu ${goal.code}: ${goal.strict ? 'trên ' : ''}${showNumber(goal.target)} người${by}`,
    body: shareBar('Độ phủ so với mục tiêu', [
      { label: 'Chắc chắn đã đếm', value: told.counted.low, tone: 'ok' },
      { label: 'Chưa rõ có bị đếm hai lần', value: Math.max(0, told.counted.high - told.counted.low), tone: 'soon' },
      { label: 'Còn thiếu', value: missing, tone: 'idle' },
    ]),
  })
}

function sectorCard(v: CoverageView): Html {
  const most = Math.max(1, ...v.told.sectors.map((s) => (s.register ?? 0) + (s.cells ?? 0)))
  return card({
    title: 'Theo lĩnh vực',
    fit: 'flush',
    body: table({
      caption: 'Số người từ đại học trở lên theo lĩnh vực, trước khi trừ phần trùng',
      rows: v.told.sectors,
      empty: 'Chưa có hồ sơ và số liệu nào đến ngày đang xem.',
      columns: [
        {
          label: 'Lĩnh vực',
          kind: 'name',
          cell: (s) => (s.sector === null ? 'Hồ sơ chưa ghi lĩnh vực' : (v.sectorLabels[s.sector] ?? s.sector)),
        },
        { label: 'Hồ sơ', kind: 'number', cell: (s) => shown(s.register) },
        { label: 'Thống kê', kind: 'number', cell: (s) => shown(s.cells) },
        {
          label: 'So với lĩnh vực đông nhất',
          phone: 'hide',
          spare: true,
          cell: (s) =>
            progress(((s.register ?? 0) + (s.cells ?? 0)) / most, 'So với lĩnh vực đông nhất', {
              width: 110,
              showWords: false,
            }),
        },
      ],
    }),
    foot: told(v, 'Chưa trừ người được đếm ở cả hai nơi.'),
  })
}

const told = (v: CoverageView, words: string): string => (v.told.exact ? words : `${words} ${HIDDEN_NOTE}`)

const overlapCard = (v: CoverageView): Html =>
  card({
    title: 'Người được đếm hai lần',
    fit: 'flush',
    body: table({
      caption: 'Mức trùng theo nguồn',
      rows: v.overlaps,
      empty: 'Chưa có nguồn số liệu thống kê nào nên không có phần trùng.',
      href: (o) => `${sourceHref(o.sourceCode)}#muc-trung`,
      columns: [
        {
          label: 'Nguồn',
          kind: 'name',
          cell: (o) => html`${o.sourceCode}<br><small>với ${o.against === null ? 'hồ sơ trí thức' : o.against}</small>`,
        },
        {
          label: 'Số người',
          kind: 'number',
          cell: (o) => (o.low === null || o.high === null ? shown(null) : rangeText({ low: o.low, high: o.high })),
        },
        {
          label: 'Căn cứ',
          kind: 'state',
          cell: (o) =>
            o.declared !== null
              ? state('done', OVERLAP_BASES[o.declared.basis].label, { plain: true })
              : o.high === 0
                ? state('exempt', 'Không lập hồ sơ', { plain: true })
                : state('soon', 'Chưa khai', { plain: true }),
        },
      ],
    }),
  })

/** What would make the figure surer or larger, with the way to each. */
function missingCard(v: CoverageView): Html {
  const open = v.overlaps.filter((o) => o.declared === null && o.high !== 0)
  const old = v.sources.filter((s) => s.old)
  const lines: Html[] = [
    ...(open.length === 0
      ? []
      : [
          html`${showNumber(open.length)} mức trùng chưa khai: ${[...new Set(open.map((o) => o.sourceCode))].join(', ')}.`,
        ]),
    ...old.map(
      (s) =>
        html`Số liệu của <a href="${sourceHref(s.source.code)}">${s.source.title}</a> đã cũ (ngày ${showDay(s.asOf)}).`,
    ),
    ...(v.emptySectors.length === 0
      ? []
      : [html`Chưa có ai trong lĩnh vực: ${v.emptySectors.map((s) => v.sectorLabels[s] ?? s).join('; ')}.`]),
    ...(v.silent.count === 0
      ? []
      : [
          html`${showNumber(v.silent.count)} cơ quan, địa phương chưa có hồ sơ nào được tính, như ${v.silent.first.join('; ')}${v.silent.count > v.silent.first.length ? '…' : '.'}`,
        ]),
  ]
  return card({
    title: 'Còn thiếu để biết chắc',
    body:
      lines.length === 0
        ? html`<p>Không còn điều gì thiếu.</p>`
        : html`<ul class="plain-list">${lines.map((l) => html`<li>${l}</li>`)}</ul>`,
  })
}

const sourceCard = (v: CoverageView): Html =>
  card({
    title: 'Nguồn số liệu thống kê',
    fit: 'flush',
    body: table({
      caption: 'Nguồn số liệu thống kê',
      rows: v.sources,
      href: (s) => sourceHref(s.source.code, v.day),
      empty: html`Chưa có nguồn nào. <a href="${`${CELLS}/khai`}">Khai số liệu</a>.`,
      columns: [
        { label: 'Nguồn', kind: 'name', cell: (s) => html`${s.source.title}<br><small>${s.unitName}</small>` },
        { label: 'Ngày', kind: 'day', cell: (s) => showDay(s.asOf) },
        { label: 'Từ đại học', kind: 'number', cell: (s) => shown(s.graduates) },
      ],
    }),
  })

const MOST_UNITS = 15

const unitCard = (v: CoverageView): Html =>
  card({
    title: 'Hồ sơ theo cơ quan quản lý',
    fit: 'flush',
    body: table({
      caption: 'Số người từ đại học trở lên theo cơ quan quản lý hồ sơ',
      rows: v.told.units.slice(0, MOST_UNITS),
      empty: 'Chưa có hồ sơ nào được tính đến ngày đang xem.',
      columns: [
        { label: 'Cơ quan', kind: 'name', cell: (u) => v.unitNames[u.unitId] ?? '' },
        { label: 'Số người', kind: 'number', cell: (u) => shown(u.count) },
      ],
    }),
    ...(v.told.units.length > MOST_UNITS
      ? { foot: `${showNumber(MOST_UNITS)} cơ quan đông nhất trong ${showNumber(v.told.units.length)}.` }
      : {}),
  })

const definition = (v: CoverageView): Html =>
  card({
    title: 'Cách tính',
    body: facts([
      [
        'Ai được đếm',
        'Người có trình độ từ đại học trở lên, còn sống, đang sinh sống và làm việc trong tỉnh vào ngày đang xem (bác sĩ chuyên khoa, nội trú tính cùng mức thạc sĩ, tiến sĩ).',
      ],
      [
        'Không tính',
        `Trong hồ sơ còn ${shownText(v.told.leftOut.retired)} người đã nghỉ hưu, ${shownText(v.told.leftOut.abroad)} người ở nước ngoài, ${shownText(v.told.leftOut.students)} người đang học (tạo nguồn).`,
      ],
      [
        'Công thức',
        'Số có hồ sơ + số liệu thống kê − người được đếm ở cả hai nơi. Chưa khai mức trùng thì lấy khoảng từ 0 đến nhiều nhất có thể.',
      ],
      ['Căn cứ', v.goal === null ? '' : `Mục tiêu ${v.goal.code}: ${v.goal.goalText}`],
    ]),
  })

const dayCard = (v: CoverageView): Html =>
  card({
    body: form({
      method: 'get',
      action: `${CELLS}/do-phu`,
      label: 'Chọn ngày',
      wide: true,
      body: html`<div class="row-fields">${dateField({ name: 'ngay', label: 'Xem tại ngày', value: showDay(v.day) })}${button({ label: 'Xem độ phủ', kind: 'plain' })}</div>`,
    }),
  })
