/** Trang «Nhân tài»: who is recognised, where they work, since when, what comes next and what needs looking at. */
import { showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { type Chip, chips } from '../../../ui/chips.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { dateField, form, selectField, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { type Paging, table } from '../../../ui/table.ts'
import type { TalentLine } from '../rules/listing.ts'
import type { ListView } from '../screens.ts'
import { CLASSES, type Standing } from '../words.ts'
import { nameOf, RECRUITS, RETENTION, standingState, TALENTS, talentHref } from './parts.ts'

const titleOf = (v: ListView): string =>
  v.all === 0
    ? 'Chưa ghi công nhận nhân tài nào'
    : `${showNumber(v.working)} trong ${showNumber(v.all)} người được công nhận đang làm việc${v.warned > 0 ? `, ${showNumber(v.warned)} người cần xem` : ''}`

/** The address with one condition changed; the others stay. */
function address(v: ListView, change: Readonly<Record<string, string>>): string {
  const { asked } = v
  const now: Record<string, string> = {
    ngay: v.dayGiven,
    q: asked.q,
    'tinh-trang': asked.standing,
    'don-vi': asked.unitIds?.join(',') ?? '',
    'linh-vuc': asked.sector,
    'gioi-tinh': asked.sex,
    lua: asked.cohort,
    nhom: asked.talentClass,
    'canh-bao': asked.warned ? 'co' : '',
    'du-5-nam': asked.reached ? 'co' : '',
    'o-lai': asked.stayed ? 'co' : '',
    ...change,
  }
  const query = Object.entries(now).filter(([, value]) => value !== '')
  return query.length === 0 ? TALENTS : `${TALENTS}?${new URLSearchParams(query)}`
}

function filters(v: ListView): Chip[] {
  const { asked } = v
  const of = (standing: Standing | '', label: string, count: number): Chip => ({
    label,
    count,
    href: address(v, { 'tinh-trang': standing, 'canh-bao': '' }),
    current: asked.standing === standing && !asked.warned,
  })
  return [
    of('', 'Tất cả', v.all),
    of('lam-viec', 'Đang làm việc', v.working),
    of('roi', 'Đã rời đi', v.left),
    {
      label: 'Cần xem',
      count: v.warned,
      href: address(v, { 'tinh-trang': '', 'canh-bao': 'co' }),
      current: asked.warned,
      ...(v.warned > 0 ? { kind: 'soon' as const } : {}),
    },
  ]
}

function filterForm(v: ListView): Html {
  const { asked } = v
  const set =
    asked.sector !== '' ||
    asked.cohort !== '' ||
    asked.talentClass !== '' ||
    asked.unitIds !== null ||
    asked.q !== '' ||
    v.dayGiven !== ''
  return disclosure(
    'Lọc thêm',
    form({
      method: 'get',
      action: TALENTS,
      label: 'Lọc danh sách nhân tài',
      wide: true,
      body: html`<div class="row-fields">${textField({ name: 'q', label: 'Họ tên, mã', size: 'medium', value: asked.q, optional: true })}${selectField({ name: 'linh-vuc', label: 'Lĩnh vực', blank: 'Mọi lĩnh vực', options: v.sectors, value: asked.sector })}${selectField(
        {
          name: 'lua',
          label: 'Năm công nhận',
          blank: 'Mọi năm',
          options: v.cohorts.map((y) => ({ value: String(y), label: String(y) })),
          value: asked.cohort,
        },
      )}${selectField({ name: 'nhom', label: 'Nhóm', blank: 'Mọi nhóm', options: Object.entries(CLASSES).map(([value, c]) => ({ value, label: c.label })), value: asked.talentClass })}${selectField({ name: 'don-vi', label: 'Cơ quan, đơn vị', blank: 'Mọi cơ quan', options: v.units, value: asked.unitIds?.[0] ?? '' })}${dateField({ name: 'ngay', label: 'Xem tại ngày', value: showDay(v.day) })}${button({ label: 'Lọc danh sách', kind: 'plain' })}</div>`,
    }),
    { open: set },
  )
}

const nextOf = (l: TalentLine): string => (l.next === null ? '' : `${l.next.milestone} năm, ${showDay(l.next.day)}`)

const attention = (l: TalentLine): Html | string =>
  l.warnings.length === 0
    ? ''
    : html`<ul class="plain-list">${l.warnings.map((w) => html`<li>${state('soon', w.words, { plain: true })}</li>`)}</ul>`

const pagingOf = (v: ListView): Paging => ({
  from: v.offset + 1,
  to: v.offset + v.lines.length,
  total: v.found,
  noun: 'người',
  note: 'theo mã',
  ...(v.offset > 0 ? { previous: address(v, { trang: v.page > 2 ? String(v.page - 1) : '' }) } : {}),
  ...(v.offset + v.lines.length < v.found ? { next: address(v, { trang: String(v.page + 1) }) } : {}),
})

const rows = (v: ListView): Html =>
  table<TalentLine>({
    caption: 'Người được công nhận là nhân tài',
    rows: v.lines,
    keys: true,
    ...(v.found > v.lines.length ? { paging: pagingOf(v) } : {}),
    href: (l) => talentHref(l.code),
    empty: 'Không có ai trong mục này.',
    columns: [
      {
        label: 'Họ và tên',
        kind: 'name',
        cell: (l) => html`${nameOf(l.name)}<br><small>${l.code} · ${CLASSES[l.talentClass].label}</small>`,
      },
      {
        label: 'Nơi làm việc',
        room: 'wide',
        cell: (l) => html`<span>${l.unitName}<br><small>${l.sectorLabel}</small></span>`,
      },
      { label: 'Công nhận', kind: 'day', cell: (l) => showDay(l.since) },
      { label: 'Số năm', kind: 'number', phone: 'hide', cell: (l) => showNumber(l.years) },
      {
        label: 'Tình trạng',
        kind: 'state',
        cell: (l) =>
          html`${standingState(l.standing, l.leftOn)}${l.recognised ? '' : html`<br><small>Công nhận đã kết thúc</small>`}`,
      },
      { label: 'Mốc tới', kind: 'day', spare: true, cell: nextOf },
      { label: 'Cần xem', phone: 'whole', cell: attention },
    ],
  })

/** The page. */
export function listPage(v: ListView): Drawn {
  const actions = html`${linkButton({ label: 'Tuyển dụng', href: RECRUITS })}${linkButton({ label: 'Giữ chân', href: RETENTION })}${v.all === 0 ? '' : linkButton({ label: 'Tải danh sách', href: address(v, {}).replace(TALENTS, `${TALENTS}/xuat`), icon: 'download' })}${v.mayRecord ? linkButton({ label: 'Ghi công nhận', href: `${TALENTS}/cong-nhan`, kind: 'main', icon: 'plus' }) : ''}`
  if (v.all === 0)
    return html`${head({ title: titleOf(v), actions })}${emptyState(
      'Trong phạm vi được xem chưa có ai có quyết định công nhận. Ghi quyết định đầu tiên thì lứa bắt đầu được theo dõi từ ngày quyết định.',
      v.mayRecord ? linkButton({ label: 'Ghi công nhận', href: `${TALENTS}/cong-nhan`, kind: 'main' }) : '',
    )}`
  return html`${head({ over: `Nhân tài · ngày ${showDay(v.day)}`, title: titleOf(v), actions })}
${chips('Lọc theo tình trạng', filters(v))}
${filterForm(v)}
${card({ fit: 'flush', body: rows(v) })}`
}
