/** Trang một nguồn: its counts by sector and level, its versions, how many are counted elsewhere too, and what may be done. */
import { showDay, showInstant } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, dateField, form, hidden, numberField, selectField, textArea, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { PUBLISHED_LEVELS } from '../rules/publishing.ts'
import type { ReleaseLine, SourceView } from '../screens.ts'
import { LEVELS, OVERLAP_BASES, POPULATIONS, RELEASE_STATES } from '../words.ts'
import { CELLS, rangeText, shown, smallNote, sourceHref } from './shown.ts'

/** The page. */
export function sourcePage(v: SourceView, seen: Seen): Drawn {
  const { source } = v
  const graduates = v.published.graduates
  const title =
    v.release === null
      ? `${source.title}: chưa có số liệu đến ngày ${showDay(v.day)}`
      : `${source.title}: ${graduates === null ? 'số người từ đại học trở lên được ẩn' : `${showNumber(graduates)} người từ đại học trở lên`}`
  const body = html`${head({
    over: `${source.code} · ${POPULATIONS[source.population].label}`,
    title,
    lead: v.release === null ? '' : `${v.unitName} cung cấp, số liệu ngày ${showDay(v.release.asOf)}.`,
    actions: actionsOf(v),
  })}
${columns('aside', [stack(counts(v), overlapCard(v, seen)), stack(about(v), versions(v), withdrawCard(v, seen))])}`
  return { body, crumbs: [{ label: 'Số liệu thống kê', href: CELLS }, { label: source.code }] }
}

const correctHref = (v: SourceView, r: ReleaseLine): string =>
  `${sourceHref(v.source.code)}/dinh-chinh?ngay=${encodeURIComponent(showDay(r.asOf))}`

const actionsOf = (v: SourceView): Html =>
  html`${v.release === null ? '' : linkButton({ label: 'Tải bảng', href: `${sourceHref(v.source.code)}/xuat?ngay=${encodeURIComponent(showDay(v.day))}`, icon: 'download' })}${v.mayEnter && v.release !== null ? linkButton({ label: 'Đính chính', href: correctHref(v, v.release), icon: 'edit' }) : ''}${v.mayEnter ? linkButton({ label: 'Khai ngày khác', href: `${CELLS}/khai?nguon=${encodeURIComponent(v.source.code)}`, kind: 'main', icon: 'plus' }) : ''}`

function counts(v: SourceView): Html {
  const { table: t } = v.published
  return card({
    title: 'Số người theo lĩnh vực và trình độ',
    fit: 'flush',
    body: table({
      caption: 'Số người theo lĩnh vực và trình độ',
      rows: v.sectors.map((s, r) => ({ ...s, r })),
      empty: 'Nguồn này chưa có số liệu đến ngày đang xem.',
      columns: [
        { label: 'Lĩnh vực', kind: 'name', room: 'wide', cell: (s) => s.label },
        ...PUBLISHED_LEVELS.map((level, c) => ({
          label: LEVELS[level].label,
          kind: 'number' as const,
          cell: (s: { r: number }) => shown(t.cells[s.r]?.[c] ?? null),
        })),
        { label: 'Cộng', kind: 'number', cell: (s) => html`<b>${shown(t.rowTotals[s.r] ?? null)}</b>` },
      ],
      ...(v.sectors.length === 0
        ? {}
        : { foot: ['Cộng', ...t.columnTotals.map(shown), shown(t.total)] satisfies Fragment[] }),
    }),
    foot: smallNote(v),
  })
}

const about = (v: SourceView): Html =>
  card({
    title: 'Nguồn',
    body: facts([
      ['Đơn vị cung cấp', v.unitName],
      ['Nhóm được đếm', POPULATIONS[v.source.population].label],
      ['Văn bản', v.release?.document ?? ''],
      ['Số liệu ngày', v.release === null ? '' : showDay(v.release.asOf)],
      [
        'Bản',
        v.release === null ? '' : `${v.release.version} (${RELEASE_STATES[v.release.state].label.toLowerCase()})`,
      ],
    ]),
  })

const versions = (v: SourceView): Html =>
  card({
    title: 'Các bản đã ghi',
    body: html`<ul class="plain-list">${v.releases.map(
      (r) =>
        html`<li><a href="${sourceHref(v.source.code, r.asOf)}">Ngày ${showDay(r.asOf)}, bản ${r.version}</a>: ${RELEASE_STATES[r.state].label.toLowerCase()}, ${r.recordedBy}, ${showInstant(r.recordedAt)}${r.supersededAt === null ? '' : html`<br><small>Đã thay lúc ${showInstant(r.supersededAt)}</small>`}${r.reason === '' ? '' : html`<br><small>Lý do: ${r.reason}</small>`}</li>`,
    )}</ul>`,
  })

function overlapCard(v: SourceView, seen: Seen): Html {
  const current = v.overlaps.filter((o) => o.supersededAt === null)
  const missing =
    v.source.population !== 'llvt' && v.release !== null && !current.some((o) => o.againstCode === null)
      ? message({
          kind: 'soon',
          title: 'Chưa biết bao nhiêu người của nguồn này đã có hồ sơ',
          body: 'Khi chưa khai, độ phủ được tính theo khoảng: từ không trùng ai đến trùng nhiều nhất có thể.',
          announce: false,
        })
      : ''
  return card({
    title: 'Người được đếm ở cả hai nơi',
    id: 'muc-trung',
    body: html`${missing}${table({
      caption: 'Mức trùng đã khai',
      rows: v.overlaps,
      empty: 'Chưa khai mức trùng nào.',
      columns: [
        {
          label: 'Trùng với',
          kind: 'name',
          cell: (o) => (o.againstCode === null ? 'Hồ sơ trí thức' : `Nguồn ${o.againstCode}`),
        },
        { label: 'Từ ngày', kind: 'day', cell: (o) => showDay(o.from) },
        { label: 'Số người', kind: 'number', cell: (o) => rangeText(o) },
        {
          label: 'Căn cứ',
          phone: 'whole',
          cell: (o) =>
            html`${OVERLAP_BASES[o.basis].label}<br><small>${o.evidence} · ${o.recordedBy}${o.supersededAt === null ? '' : `, đã thay lúc ${showInstant(o.supersededAt)}`}</small>`,
        },
      ],
    })}${v.mayEnter && v.release !== null ? overlapForm(v, seen) : ''}`,
  })
}

function overlapForm(v: SourceView, seen: Seen): Html {
  const mine = seen.typed.bieuMau === 'muc-trung'
  const errors = mine ? (seen.refusal?.fields ?? {}) : {}
  const typed = mine ? seen.typed : {}
  const body = form({
    action: `${sourceHref(v.source.code)}/muc-trung`,
    csrf: seen.csrf,
    label: 'Khai mức trùng',
    body: [
      hidden('bieuMau', 'muc-trung'),
      selectField({
        name: 'against',
        label: 'Trùng với',
        blank: 'Hồ sơ trí thức',
        value: typed.against ?? '',
        options: v.others.map((o) => ({ value: o.code, label: `${o.code} · ${o.title}` })),
        error: errors.against,
      }),
      dateField({
        name: 'from',
        label: 'Có hiệu lực từ ngày',
        value: typed.from ?? showDay(v.release?.asOf),
        error: errors.from,
      }),
      numberField({
        name: 'low',
        label: 'Số người trùng, thấp nhất',
        value: typed.low ?? '',
        error: errors.low,
        hint: 'Chỉ đếm người từ đại học trở lên',
      }),
      numberField({
        name: 'high',
        label: 'Số người trùng, cao nhất',
        value: typed.high ?? '',
        error: errors.high,
        hint: 'Biết đúng thì ghi bằng số thấp nhất',
      }),
      selectField({
        name: 'basis',
        label: 'Căn cứ',
        blank: 'Chọn căn cứ',
        value: typed.basis ?? '',
        options: Object.entries(OVERLAP_BASES).map(([value, b]) => ({ value, label: b.label })),
        hint: Object.values(OVERLAP_BASES)
          .map((b) => `${b.label}: ${b.hint.charAt(0).toLowerCase()}${b.hint.slice(1)}.`)
          .join(' '),
        error: errors.basis,
      }),
      textField({
        name: 'evidence',
        label: 'Văn bản hoặc cách làm ra con số',
        value: typed.evidence ?? '',
        error: errors.evidence,
      }),
      buttons({ label: 'Khai mức trùng', kind: 'main' }),
    ],
  })
  return disclosure('Khai mức trùng', body, { open: mine })
}

function withdrawCard(v: SourceView, seen: Seen): Html | '' {
  if (!v.mayEnter || v.release === null) return ''
  const mine = seen.typed.bieuMau === 'rut'
  return card({
    body: disclosure(
      'Rút số liệu này',
      form({
        action: `${sourceHref(v.source.code)}/rut`,
        csrf: seen.csrf,
        label: 'Rút số liệu',
        version: v.release.version,
        body: [
          hidden('bieuMau', 'rut'),
          hidden('asOf', showDay(v.release.asOf)),
          textArea({
            name: 'reason',
            label: 'Lý do rút',
            hint: `Số liệu ngày ${showDay(v.release.asOf)} không được tính nữa; các bản cũ vẫn xem được.`,
            rows: 3,
            maxLength: 1000,
            value: mine ? (seen.typed.reason ?? '') : '',
            error: mine ? seen.refusal?.fields?.reason : undefined,
          }),
          buttons({ label: 'Rút số liệu', kind: 'danger' }),
        ],
      }),
      { open: mine },
    ),
  })
}
