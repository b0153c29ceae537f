/** Các chế độ báo cáo: the list, and one regime with its versions and periods. */

import { parseDay, showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, facts, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import { sourceWords } from '../rules/check-words.ts'
import { computeWords } from '../rules/compute.ts'
import type { Regime, RegimeTable } from '../rules/regime.ts'
import type { Period, RegimeDraft, RegimeVersion } from '../views/periods.ts'
import { HREF, PLAN_REGIME } from '../words.ts'
import { checksCard } from './regime-checks.ts'

/** Address of the pages of a regime. */
export const regimeHref = (slug: string, page = ''): string =>
  `/quan-tri/che-do/${slug}${page === '' ? '' : `/${page}`}`

/** Address of the opening of a period. */
export const openingHref = (slug: string, year: number): string => regimeHref(slug, `mo-ky?nam=${year}`)

/** Chế độ with its newest version and what is being drafted. */
export type RegimeLine = {
  readonly slug: string
  readonly name: string
  readonly code: string
  readonly version: RegimeVersion | null
  readonly draft: RegimeDraft | null
}

/** What the list shows. */
export type RegimesView = {
  readonly lines: readonly RegimeLine[]
  readonly periods: readonly Period[]
  readonly nextYear: number
}

/** Crumb of the list. */
export const HOME = { label: 'Chế độ báo cáo', href: '/quan-tri/che-do' }

/** The list of regimes. */
export const regimesPage = (v: RegimesView): Drawn => ({
  crumbs: [{ label: 'Chế độ báo cáo' }],
  body: html`${head({
    title: `${v.lines.length} chế độ báo cáo`,
    actions: html`${linkButton({ label: 'Soạn chế độ khác', href: '/quan-tri/che-do/soan-moi' })}${linkButton({ label: `Mở kỳ ${v.nextYear}`, href: openingHref(PLAN_REGIME, v.nextYear), kind: 'main' })}`,
  })}${stack(
    card({
      title: 'Các chế độ',
      fit: 'flush',
      body: table<RegimeLine>({
        caption: 'Các chế độ báo cáo',
        rows: v.lines,
        empty: 'Chưa có chế độ báo cáo nào.',
        href: (l) => regimeHref(l.slug),
        columns: [
          { label: 'Tên báo cáo', kind: 'name', room: 'wide', cell: (l) => l.name },
          { label: 'Mã', cell: (l) => l.code },
          { label: 'Bản mới nhất', kind: 'number', cell: (l) => (l.version ? String(l.version.regime.version) : '') },
          { label: 'Đang soạn', kind: 'state', cell: (l) => (l.draft ? `bản ${l.draft.regime.version}` : '') },
        ],
      }),
    }),
    card({ title: 'Các kỳ', fit: 'flush', body: periodTable(v.periods) }),
  )}`,
})

/** What the page of one regime shows. */
export type RegimeView = RegimeLine & {
  readonly versions: readonly RegimeVersion[]
  readonly periods: readonly Period[]
  /** The next year to open; null = nothing to open: no version is issued, or its one period is open. */
  readonly nextYear: number | null
}

/** One regime. */
export function regimePage(v: RegimeView, seen: Seen): Drawn {
  const regime = v.version?.regime ?? v.draft?.regime
  return {
    crumbs: [HOME, { label: v.code }],
    body: html`${head({
      title: v.name,
      over: `Mã ${v.code}${v.version ? ` · bản ${v.version.regime.version}` : ' · chưa ban hành'}`,
      actions: html`${
        v.version
          ? linkButton({
              label: 'Tải tệp JSON',
              href: regimeHref(v.slug, `ban/${v.version.regime.version}/json`),
              download: true,
            })
          : ''
      }${v.nextYear === null ? '' : linkButton({ label: `Mở kỳ ${v.nextYear}`, href: openingHref(v.slug, v.nextYear), kind: 'main' })}`,
    })}${stack(
      draftCard(v, seen),
      card({ title: 'Các bản đã ban hành', fit: 'flush', body: versionTable(v) }),
      card({ title: 'Các kỳ', fit: 'flush', body: periodTable(v.periods, v.slug) }),
      regime ? contentOf(regime) : '',
    )}`,
  }
}

function draftCard(v: RegimeView, seen: Seen): Html {
  if (v.draft) {
    const { regime, savedBy, savedAt } = v.draft
    return card({
      title: `Bản ${regime.version} đang soạn`,
      body: html`<p>${savedBy} lưu lúc ${showInstant(savedAt)}. Chưa ban hành thì chưa áp dụng cho kỳ nào.</p><div class="buttons">${linkButton({ label: `Sửa tiếp bản ${regime.version}`, href: regimeHref(v.slug, 'soan'), kind: 'main' })}</div>`,
    })
  }
  const next = (v.version?.regime.version ?? 0) + 1
  return card({
    title: 'Sửa chế độ',
    body: html`<p>Bản đã ban hành không sửa được. Soạn bản tiếp theo, xem trước, thử với số liệu năm trước rồi ban hành.</p>${form(
      {
        action: '/quan-tri/che-do/soan-moi',
        csrf: seen.csrf,
        body: html`${hidden('how', 'ban-tiep')}${hidden('of', v.slug)}<div class="buttons">${button({ label: `Soạn bản ${next}`, kind: 'main' })}</div>`,
      },
    )}`,
  })
}

const versionTable = (v: RegimeView): Html =>
  table<RegimeVersion>({
    caption: 'Các bản đã ban hành',
    rows: v.versions,
    empty: 'Chưa ban hành bản nào.',
    href: (x) => regimeHref(v.slug, `ban/${x.regime.version}`),
    columns: [
      { label: 'Bản', kind: 'name', cell: (x) => `Bản ${x.regime.version}` },
      { label: 'Áp dụng từ', kind: 'day', cell: (x) => showDay(x.from ?? parseDay(x.regime.effective.from)) },
      { label: 'Văn bản', room: 'wide', cell: (x) => (x.act === '' ? 'Đi kèm hệ thống' : x.act) },
      { label: 'Ban hành lúc', kind: 'day', cell: (x) => (x.issuedAt ? showInstant(x.issuedAt) : '') },
    ],
  })

const periodTable = (periods: readonly Period[], slug?: string): Html =>
  table<Period>({
    caption: 'Các kỳ đã mở',
    rows: periods,
    empty: 'Chưa mở kỳ nào.',
    href: (p) => HREF.collection({ regime: p.slug, year: p.year }),
    columns: [
      { label: 'Kỳ', kind: 'name', room: 'wide', cell: (p) => p.title },
      { label: 'Hạn nộp', kind: 'day', cell: (p) => `trước ${showDay(p.dueBefore)}` },
      { label: 'Chốt số liệu', kind: 'day', cell: (p) => showDay(p.cutOff) },
      { label: 'Mở lúc', kind: 'day', cell: (p) => showInstant(p.openedAt) },
      {
        label: 'Bản chế độ',
        kind: 'number',
        cell: (p) =>
          p.forms.length > 1
            ? html`${p.regime.version}<span class="second">mở với bản ${p.forms[0]?.regime.version ?? ''}</span>`
            : String(p.regime.version),
      },
      ...(slug === undefined
        ? []
        : [
            {
              label: 'Thao tác',
              kind: 'action' as const,
              quiet: true,
              cell: (p: Period) => html`<a href="${regimeHref(slug, `ky/${p.year}`)}">Chuyển bản</a>`,
            },
          ]),
    ],
  })

/** The fields, tables and checks of a version, to read. */
export const contentOf = (r: Regime): Html =>
  stack(
    card({
      title: 'Nội dung chế độ',
      body: facts(fieldsOf(r)),
      ...(r.source === '' ? {} : { foot: `Nguồn: ${r.source}.` }),
    }),
    card({
      title: 'Đề cương và biểu',
      body: html`<ol class="plain-list">${r.sections.map((s) => html`<li>${s.no}. ${s.title}</li>`)}</ol>${r.tables.map((t) => disclosure(`${t.title} (${t.rows.length} dòng)`, rowTable(r, t)))}`,
    }),
    checksCard(r),
  )

const monthDay = (md: string): string => md.split('-').reverse().join('/')

const fieldsOf = (r: Regime): [string, string][] => [
  ['Nội dung yêu cầu', r.content],
  ['Đối tượng báo cáo', r.reporters],
  ['Cơ quan nhận', r.receivers],
  ['Cách gửi', r.means],
  ['Tần suất', r.frequency],
  [
    'Hạn gửi',
    `${r.due.sentence}${r.due.rolls === true ? ' Ngày cuối là ngày nghỉ thì sang ngày làm việc kế tiếp.' : ''}`,
  ],
  ['Chốt số liệu', `Đến hết ngày ${monthDay(r.cutOff.day)} hằng năm. ${r.cutOff.note}`],
  ['Quy trình', r.procedure],
  ['Ngưỡng giải trình', `Thay đổi quá ${Math.round(r.changeLimit * 100)}% so với năm trước`],
  ['Số năm trước', r.trueUp === true ? 'Hỏi số chính thức bên cạnh số ước đã gửi' : 'Lấy số ước đã gửi'],
  ['Căn cứ', r.legalBasis.join('; ')],
  ['Hiệu lực', `từ ${showDay(parseDay(r.effective.from))}`],
]

const rowTable = (r: Regime, t: RegimeTable): Html =>
  table<RegimeTable['rows'][number]>({
    caption: t.title,
    rows: t.rows,
    empty: 'Biểu chưa có dòng.',
    columns: [
      { label: 'Chỉ tiêu', kind: 'name', room: 'wide', cell: (x) => x.label },
      { label: 'Loại', cell: (x) => (x.kind === 'stock' ? 'Số tại thời điểm chốt' : 'Số phát sinh trong năm') },
      { label: 'Cách có số', cell: (x) => (x.compute === undefined ? sourceWords(x) : computeWords(r, x.compute)) },
      { label: 'Bắt buộc', cell: (x) => (x.required && x.compute === undefined ? 'Có' : 'Không') },
    ],
  })
