/** Chế độ báo cáo và mở kỳ: the fields of the regime, the periods, and the explicit list before opening. */
import { addDays, showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, facts, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { dateField, form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import { sourceWords } from '../rules/check-words.ts'
import type { ExpectedBody } from '../rules/open-period.ts'
import { cutOffOf, dueBeforeOf, opensOn, type Regime, type RegimeTable } from '../rules/regime.ts'
import type { Period, RegimeVersion } from '../views/periods.ts'
import { checksCard } from './regime-checks.ts'

/** What the page shows. */
export type RegimeView = {
  readonly version: RegimeVersion
  readonly periods: readonly Period[]
  readonly nextYear: number
}

const monthDay = (md: string): string => md.split('-').reverse().join('/')

/** The page. */
export function regimePage(v: RegimeView): Drawn {
  const r = v.version.regime
  return {
    crumbs: [{ label: 'Chế độ báo cáo' }],
    body: html`${head({
      title: r.name,
      over: `Mã ${r.code} · bản ${r.version}`,
      actions: linkButton({
        label: `Mở kỳ ${v.nextYear}`,
        href: `/quan-tri/che-do/mo-ky?nam=${v.nextYear}`,
        kind: 'main',
      }),
    })}${stack(
      card({ title: 'Các kỳ', fit: 'flush', body: periodTable(v.periods) }),
      card({ title: 'Nội dung chế độ', body: facts(fieldsOf(r)), foot: `Nguồn: ${r.source}.` }),
      card({
        title: 'Đề cương và biểu',
        body: html`<ol>${r.sections.map((s) => html`<li>${s.title}</li>`)}</ol>${r.tables.map((t) => disclosure(`${t.title} (${t.rows.length} dòng)`, rowTable(t)))}`,
      }),
      checksCard(r),
    )}`,
  }
}

const fieldsOf = (r: Regime): [string, string][] => [
  ['Nội dung yêu cầu', r.content],
  ['Đối tượng báo cáo', r.reporters],
  ['Cơ quan nhận', r.receivers],
  ['Cách gửi', r.means],
  ['Tần suất', r.frequency],
  ['Hạn gửi', r.due.sentence],
  ['Chốt số liệu', `Đến hết ngày ${monthDay(r.cutOff.day)} hằng năm. ${r.cutOff.note}`],
  ['Quy trình', r.procedure],
  ['Ngưỡng giải trình', `Thay đổi quá ${Math.round(r.changeLimit * 100)}% so với năm trước`],
  ['Căn cứ', r.legalBasis.join('; ')],
  ['Hiệu lực', `từ ${showDay(r.effective.from as Parameters<typeof showDay>[0])}`],
]

const periodTable = (periods: readonly Period[]) =>
  table<Period>({
    caption: 'Các kỳ đã mở',
    rows: periods,
    empty: 'Chưa mở kỳ nào.',
    href: (p) => `/tong-hop/${p.year}`,
    columns: [
      { label: 'Kỳ', kind: 'name', room: 'wide', cell: (p) => `Năm ${p.year}` },
      { label: 'Hạn nộp', kind: 'day', cell: (p) => `trước ${showDay(p.dueBefore)}` },
      { label: 'Chốt số liệu', kind: 'day', cell: (p) => showDay(p.cutOff) },
      { label: 'Mở lúc', kind: 'day', cell: (p) => showInstant(p.openedAt) },
      { label: 'Bản chế độ', kind: 'number', phone: 'hide', cell: (p) => String(p.regime.version) },
    ],
  })

const rowTable = (t: RegimeTable) =>
  table({
    caption: t.title,
    rows: t.rows,
    empty: 'Biểu chưa có dòng.',
    columns: [
      { label: 'Chỉ tiêu', kind: 'name' as const, cell: (r: RegimeTable['rows'][number]) => r.label },
      {
        label: 'Loại',
        kind: 'text' as const,
        cell: (r: RegimeTable['rows'][number]) =>
          r.kind === 'stock' ? 'Số tại thời điểm chốt' : 'Số phát sinh trong năm',
      },
      {
        label: 'Bắt buộc',
        kind: 'text' as const,
        cell: (r: RegimeTable['rows'][number]) => (r.required ? 'Có' : 'Không'),
      },
      {
        label: 'Nguồn số liệu',
        kind: 'text' as const,
        cell: (r: RegimeTable['rows'][number]) => sourceWords(r),
      },
    ],
  })

/** Danh sách trước khi mở kỳ. */
export type OpeningView = {
  readonly year: number
  readonly regime: Regime
  readonly bodies: readonly (ExpectedBody & { readonly code: string; readonly name: string; readonly group: string })[]
  readonly open: boolean
}

/** The page before opening: who will owe a report, by name. */
export function openingPage(v: OpeningView, seen: Seen): Drawn {
  const wrong = seen.refusal?.fields ?? {}
  const closing = v.bodies.filter((b) => b.closing).length
  const due = seen.typed.dueBefore ?? showDay(dueBeforeOf(v.regime, v.year))
  const cutOff = seen.typed.cutOff ?? showDay(cutOffOf(v.regime, v.year))
  return {
    crumbs: [{ label: 'Chế độ báo cáo', href: '/quan-tri/che-do' }, { label: `Mở kỳ ${v.year}` }],
    body: html`${head({
      title: v.open ? `Kỳ ${v.year} đã mở` : `${v.bodies.length} cơ quan phải báo cáo năm ${v.year}`,
      lead: v.open
        ? html`<a href="${`/tong-hop/${v.year}`}">Xem tình hình nộp báo cáo</a>`
        : `${closing > 0 ? `Trong đó ${closing} báo cáo kết thúc của cơ quan không còn đến hết năm. ` : ''}Dự kiến mở ngày ${showDay(opensOn(v.regime, v.year))}. Danh sách lập một lần khi mở kỳ; sau đó chỉ đổi bằng quyết định gia hạn, miễn, chuyển nghĩa vụ.`,
    })}${stack(
      v.open
        ? ''
        : card({
            title: 'Mở kỳ',
            fit: 'narrow',
            body: form({
              action: '/quan-tri/che-do/mo-ky',
              csrf: seen.csrf,
              body: html`${hidden('year', v.year)}${dateField({ name: 'dueBefore', label: 'Hạn nộp: trước ngày', hint: v.regime.due.sentence, value: due, error: wrong.dueBefore })}${dateField({ name: 'cutOff', label: 'Chốt số liệu đến hết ngày', hint: v.regime.cutOff.note, value: cutOff, error: wrong.cutOff })}<div class="buttons">${button({ label: `Mở kỳ ${v.year} cho ${v.bodies.length} cơ quan`, kind: 'main' })}</div>`,
            }),
          }),
      card({
        title: `Danh sách (${v.bodies.length})`,
        fit: 'flush',
        body: table({
          caption: `Cơ quan phải báo cáo năm ${v.year}`,
          rows: v.bodies,
          empty: 'Chưa có cơ quan nào có trách nhiệm trong năm này.',
          group: (b) => b.group,
          columns: [
            {
              label: 'Cơ quan',
              kind: 'name' as const,
              room: 'wide' as const,
              cell: (b: OpeningView['bodies'][number]) => b.name,
            },
            {
              label: 'Mã',
              kind: 'text' as const,
              room: 'tight' as const,
              cell: (b: OpeningView['bodies'][number]) => b.code,
            },
            { label: 'Từ', kind: 'day' as const, cell: (b: OpeningView['bodies'][number]) => showDay(b.part.from) },
            {
              label: 'Đến hết',
              kind: 'day' as const,
              cell: (b: OpeningView['bodies'][number]) => (b.part.to === null ? '' : showDay(addDays(b.part.to, -1))),
            },
            {
              label: 'Ghi chú',
              kind: 'text' as const,
              cell: (b: OpeningView['bodies'][number]) =>
                b.closing
                  ? 'Báo cáo kết thúc'
                  : b.cameFrom.length > 0 && b.part.from > `${v.year}-01-01`
                    ? 'Tiếp nhận nhiệm vụ trong năm'
                    : '',
            },
          ],
        }),
      }),
    )}`,
  }
}
