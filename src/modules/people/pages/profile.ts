/** Trang hồ sơ một người: who it is above, entries by group, at the right what is missing and who looked. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { type PartialDay, showPartialDay } from '../../../kernel/partial-day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns, facts as factList } from '../../../ui/card.ts'
import { progress } from '../../../ui/chart.ts'
import { disclosure, menuButton } from '../../../ui/dialog.ts'
import { csrfField, dateField, hidden, selectField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { timeline } from '../../../ui/timeline.ts'
import { TAB_LABELS, type Tab } from '../rules/dossier-view.ts'
import { PURPOSE_CODES, PURPOSES } from '../rules/purpose.ts'
import { LEVEL_STATES } from '../rules/showing.ts'
import { MET_WORDS, type Standing, type StandingGap } from '../rules/standing.ts'
import { LEVELS, type Level, type Sex } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'
import { dossierTabs } from './tabs.ts'

/** Một mục trên màn hình. */
export type EntryView = {
  readonly id: string
  readonly group: GroupCode
  readonly title: string
  readonly details: readonly (readonly [label: string, value: string])[]
  readonly span: string
  readonly ended: boolean
  readonly level: Level
  readonly source: string
  readonly evidence: { readonly words: string; readonly file: string | null }
  readonly recorded: Day
  readonly by: string | null
}

/** Một dòng lịch sử. */
export type HistoryLine = {
  readonly when: string
  readonly who: string
  readonly what: string
  readonly why: string
  readonly entries: readonly EntryView[]
}

/** Hồ sơ đã gộp: the address it lives on under. */
export type MovedView = { readonly movedTo: string }

/** What the page of a person shows. */
export type ProfileView = {
  readonly movedTo: null
  readonly code: string
  readonly version: number
  readonly name: string
  readonly title: string
  readonly sex: Sex | null
  readonly birth: PartialDay | null
  readonly core: readonly (readonly [label: string, value: string])[]
  readonly unit: string
  readonly level: Level
  readonly completeness: number
  readonly confirmedOn: Day | null
  readonly tab: Tab
  readonly day: Day
  readonly today: Day
  readonly knownOn: Day | null
  readonly sections: readonly {
    readonly group: GroupCode
    readonly label: string
    readonly entries: readonly EntryView[]
  }[]
  readonly contested: readonly {
    readonly group: GroupCode
    readonly label: string
    readonly proven: EntryView | null
    readonly contested: EntryView
  }[]
  /** Entries nobody confirmed yet. */
  readonly waiting: number
  readonly numbers: readonly { readonly label: string; readonly last3: string; readonly conflict: boolean }[]
  readonly missing: readonly { readonly label: string; readonly group: GroupCode; readonly goals: readonly string[] }[]
  /** Tiêu chuẩn của vị trí; null = holds no post of the State, or not for this reader. */
  readonly standing: Standing | null
  readonly viewings: readonly {
    readonly at: string
    readonly actorName: string
    readonly bodyName: string
    readonly role: string
    readonly purpose: string
    readonly groups: readonly string[]
    readonly sensitive: boolean
  }[]
  readonly history: readonly HistoryLine[]
  readonly may: {
    readonly edit: boolean
    readonly confirm: boolean
    readonly sensitive: boolean
    readonly numbers: boolean
    readonly transfer: boolean
    /** Basic personal data, consents, papers: what goes with keeping the dossier. */
    readonly basic: boolean
    /** The ways to reach the person, for a purpose. */
    readonly contact: boolean
  }
  readonly neighbours: { readonly previous: string | null; readonly next: string | null; readonly list: string } | null
}

const asOf = (v: ProfileView, tab: Tab): string => {
  const p = new URLSearchParams()
  if (tab !== 'tong-quan') p.set('muc', tab)
  if (v.day !== v.today) p.set('tai-ngay', v.day)
  if (v.knownOn !== null) p.set('biet-ngay', v.knownOn)
  const query = p.toString()
  return `/tri-thuc/${v.code}${query === '' ? '' : `?${query}`}`
}

const levelBadge = (level: Level): Html =>
  state(LEVEL_STATES[`${level}`].kind, LEVELS[`${level}`].label, { plain: true })

/** «Bằng TS số 012»: the evidence, with its file. */
const evidenceWords = (v: ProfileView, e: EntryView): Html | '' =>
  e.evidence.words === '' && e.evidence.file === null
    ? ''
    : html`<span>${e.evidence.words}${e.evidence.file === null ? '' : html` <a href="${`/tri-thuc/${v.code}/tep/${e.evidence.file}`}">tệp kèm</a>`}</span>`

function entryMenu(v: ProfileView, e: EntryView): Html | '' {
  if (!v.may.edit) return ''
  const base = `/tri-thuc/${v.code}/muc/${e.id}`
  return menuButton(`m-${e.id}`, 'Sửa', [
    html`<a href="${base}">Sửa mục này</a>`,
    ...(e.ended ? [] : [html`<a href="${`${base}/ket-thuc`}">Ghi ngày kết thúc</a>`]),
    html`<a href="${`${base}/rut`}">Rút mục ghi nhầm</a>`,
  ])
}

/** One entry: when, what, and how far it is proven. */
const entryRow = (v: ProfileView, e: EntryView): Html => html`<li class="${e.ended ? 'fact-row past' : 'fact-row'}">
<span class="fact-when">${e.span === '' ? html`<span class="none">chưa rõ ngày</span>` : e.span}</span>
<div class="fact-main"><p class="fact-title">${e.title}</p>${e.details.length === 0 ? '' : html`<dl class="fact-more">${e.details.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`}
<p class="fact-source">${levelBadge(e.level)}${evidenceWords(v, e)}<span>nguồn: ${e.source}</span><span>${showDay(e.recorded)}${e.by === null ? '' : `, ${e.by}`}</span></p></div>
${entryMenu(v, e)}</li>`

function section(v: ProfileView, s: ProfileView['sections'][number]): Html | '' {
  if (s.entries.length === 0) return ''
  return card({
    title: s.label,
    ...(v.may.edit
      ? {
          actions: linkButton({
            label: 'Thêm',
            href: `/tri-thuc/${v.code}/them/${s.group}`,
            kind: 'quiet',
            icon: 'plus',
          }),
        }
      : {}),
    body: html`<ul class="fact-list">${s.entries.map((e) => entryRow(v, e))}</ul>`,
  })
}

/** Groups without an entry stand together in one quiet line, each with its way to add. */
function emptySections(v: ProfileView): Html | '' {
  const empty = v.sections.filter((s) => s.entries.length === 0)
  if (empty.length === 0) return ''
  if (empty.length === v.sections.length && !v.may.edit)
    return card({ body: emptyState(`Chưa có mục nào trong phần ${TAB_LABELS[v.tab].toLowerCase()}.`) })
  return v.may.edit
    ? html`<p class="fact-none">Chưa có: ${empty.map((s, i) => html`${i === 0 ? '' : ' · '}${s.label.toLowerCase()} <a href="${`/tri-thuc/${v.code}/them/${s.group}`}">Thêm</a>`)}</p>`
    : html`<p class="fact-none">Chưa có: ${empty.map((s) => s.label.toLowerCase()).join(' · ')}</p>`
}

/** Two values of one thing side by side, until somebody decides. */
const contestedBox = (v: ProfileView, c: ProfileView['contested'][number], seen: Seen): Html =>
  html`<section class="contest"><h2>${state('late', `${c.label}: hai giá trị khác nhau`, { plain: true })}</h2>
<div class="contest-sides">${contestSide(c.proven, c.contested, 'Đang giữ')}${contestSide(c.contested, c.proven, 'Đang xác minh')}</div>
${v.may.confirm ? html`<form method="post" action="${`/tri-thuc/${v.code}/mau-thuan`}" class="contest-acts">${csrfField(seen.csrf)}${hidden('fact', c.contested.id)}${hidden('version', v.version)}${c.proven === null ? '' : button({ label: 'Giữ giá trị đang có', name: 'keep', value: 'proven' })}${button({ label: 'Nhận giá trị đang xác minh', name: 'keep', value: 'contested' })}</form>` : ''}</section>`

/** What one side says that the other does not, each with its name. */
function differences(e: EntryView, other: EntryView | null): (readonly [label: string, value: string])[] {
  const theirs = new Map(other?.details)
  const own = e.details.filter(([label, value]) => theirs.get(label) !== value)
  const lacking = (other?.details ?? []).filter(([label]) => !e.details.some(([mine]) => mine === label))
  const span: (readonly [string, string])[] =
    own.length > 0 || e.span === (other?.span ?? '') ? [] : [['Thời gian', e.span === '' ? 'chưa rõ' : e.span]]
  return [...span, ...own, ...lacking.map(([label]) => [label, 'chưa có'] as const)]
}

function contestSide(e: EntryView | null, other: EntryView | null, label: string): Html {
  if (e === null) return html`<div><p class="contest-label">${label}</p><p class="none">Không còn giá trị nào</p></div>`
  const differing = differences(e, other)
  return html`<div><p class="contest-label">${label}</p><p class="fact-title">${e.title === other?.title ? e.title : html`<mark>${e.title}</mark>`}</p>
${differing.length === 0 ? '' : html`<dl class="fact-more">${differing.map(([name, value]) => html`<div><dt>${name}</dt><dd><mark>${value}</mark></dd></div>`)}</dl>`}
<p class="fact-source">${e.level < 0 ? '' : levelBadge(e.level)}<span>nguồn: ${e.source}</span><span>${showDay(e.recorded)}</span></p></div>`
}

const gapLine = (v: ProfileView, g: StandingGap, words: string): Html =>
  html`<li>${v.may.edit ? html`<a href="${`/tri-thuc/${v.code}/them/${g.group}`}">${g.label}</a>` : g.label}<small>${words}</small></li>`

/** How the person stands against the standard of the post, with what lacks. */
function standingCard(v: ProfileView): Html | '' {
  const s = v.standing
  if (s === null) return ''
  const gaps = [
    ...s.lacks.map((g) => gapLine(v, g, 'chưa đạt')),
    ...s.unknown.map((g) => gapLine(v, g, 'hồ sơ chưa ghi')),
  ]
  return card({
    title: 'Tiêu chuẩn trình độ của vị trí',
    body: html`<p><b>${s.label === null ? 'Chưa có tiêu chuẩn của vị trí này' : `${s.label}: ${MET_WORDS[s.met].toLowerCase()}`}</b></p>
${s.training === null ? '' : html`<p>Chuẩn trình độ đào tạo của nhà giáo: ${MET_WORDS[s.training].toLowerCase()}</p>`}
${gaps.length === 0 ? '' : html`<ul class="missing-list">${gaps}</ul>`}${s.source === '' ? '' : html`<p class="fact-source">${s.source}</p>`}`,
  })
}

/** Completeness and what is missing, each with the way to add it and the goals that wait for it. */
const missingCard = (v: ProfileView): Html =>
  card({
    title: `Đầy đủ ${v.completeness}%`,
    body: html`${progress(v.completeness / 100, 'Độ đầy đủ của hồ sơ', { width: 262, showWords: false })}
${v.missing.length === 0 ? html`<p class="none">Hồ sơ đủ mọi mục cần cho chỉ tiêu.</p>` : html`<ul class="missing-list">${v.missing.map((m) => html`<li>${v.may.edit ? html`<a href="${m.group === 'birth' || m.group === 'identity' ? `/tri-thuc/${v.code}/them/${m.group}` : `/tri-thuc/${v.code}/them/${m.group}`}">${m.label}</a>` : m.label}${m.goals.length === 0 ? '' : html`<small>cần cho mục ${m.goals.join(', ')}</small>`}</li>`)}</ul>`}`,
  })

const timeCard = (v: ProfileView): Html =>
  card({
    title: 'Xem tại ngày',
    body: html`<form method="get" action="${`/tri-thuc/${v.code}`}" class="facet-day">${v.tab === 'tong-quan' ? '' : hidden('muc', v.tab)}${dateField({ name: 'tai-ngay', label: 'Xem tại ngày', quiet: true, value: showDay(v.day), hint: '' })}${button({ label: 'Xem' })}</form>
${disclosure('Như đã biết vào ngày', html`<form method="get" action="${`/tri-thuc/${v.code}`}">${v.tab === 'tong-quan' ? '' : hidden('muc', v.tab)}${hidden('tai-ngay', v.day)}<p class="hint">Chỉ những gì hệ thống đã ghi đến hết ngày ấy, như khi lập báo cáo.</p><div class="facet-day">${dateField({ name: 'biet-ngay', label: 'Như đã biết vào ngày', quiet: true, value: v.knownOn === null ? '' : showDay(v.knownOn), hint: '' })}${button({ label: 'Xem' })}</div></form>`, { open: v.knownOn !== null })}`,
  })

const purposeField = (name: string): Html =>
  selectField({
    name,
    id: `o-${name}-muc-dich`,
    label: 'Mục đích',
    blank: 'Chọn mục đích',
    options: PURPOSE_CODES.map((value) => ({ value, label: PURPOSES[value].label })),
  })

const numbersCard = (v: ProfileView): Html | '' =>
  v.numbers.length === 0
    ? ''
    : card({
        title: 'Số định danh',
        body: html`${factList(v.numbers.map((n) => [n.label, html`<span class="masked">••• ${n.last3}</span>${n.conflict ? html` ${state('late', 'trùng hồ sơ khác', { plain: true })}` : ''}`]))}
${v.may.numbers ? disclosure('Xem đầy đủ', html`<form method="get" action="${`/tri-thuc/${v.code}/so-dinh-danh`}"><p class="hint">Mỗi lần xem đầy đủ được ghi lại và chủ hồ sơ xem được.</p>${purposeField('muc-dich')}${button({ label: 'Xem số định danh' })}</form>`) : ''}`,
      })

const contactCard = (v: ProfileView): Html | '' =>
  v.may.contact
    ? card({
        title: 'Thông tin liên hệ',
        body: disclosure(
          'Xem thông tin liên hệ',
          html`<form method="get" action="${`/tri-thuc/${v.code}/lien-he`}"><p class="hint">Mỗi lần xem được ghi lại và chủ hồ sơ xem được.</p>${purposeField('muc-dich')}${button({ label: 'Xem liên hệ' })}</form>`,
        ),
      })
    : ''

/** Closed until a purpose is said. Whoever may not open it does not see that it is there. */
const sensitiveCard = (v: ProfileView): Html | '' =>
  v.may.sensitive
    ? card({
        title: 'Dữ liệu nhạy cảm',
        body: disclosure(
          'Mở phần này',
          html`<form method="get" action="${`/tri-thuc/${v.code}/nhay-cam`}"><p class="hint">Mở phần dữ liệu nhạy cảm sẽ được ghi lại và chủ hồ sơ xem được.</p>${purposeField('muc-dich')}${button({ label: 'Mở dữ liệu nhạy cảm', icon: 'lock' })}</form>`,
        ),
      })
    : ''

const lastSeenCard = (v: ProfileView): Html | '' =>
  v.tab === 'da-xem' || v.viewings.length === 0
    ? ''
    : card({
        title: 'Vừa xem',
        body: html`<ul class="plain-list">${v.viewings.map((w) => html`<li>${w.actorName}, ${w.bodyName}<small class="block">${w.at} · ${w.purpose.toLowerCase()}</small></li>`)}</ul>`,
        foot: html`<a href="${asOf(v, 'da-xem')}">Tất cả lần xem</a>`,
      })

const viewingsTable = (v: ProfileView): Html =>
  card({
    fit: 'flush',
    body: table<ProfileView['viewings'][number]>({
      caption: 'Ai đã xem hồ sơ',
      rows: v.viewings,
      columns: [
        { label: 'Lúc', kind: 'day', cell: (w) => w.at },
        { label: 'Người xem', kind: 'name', cell: (w) => w.actorName },
        {
          label: 'Cơ quan, vai trò',
          room: 'wide',
          cell: (w) => html`${w.bodyName}<span class="second">${w.role}</span>`,
        },
        { label: 'Mục đích', cell: (w) => w.purpose },
        {
          label: 'Phần đã xem',
          cell: (w) =>
            w.sensitive
              ? html`${state('soon', 'nhạy cảm', { plain: true })} ${w.groups.join(', ')}`
              : w.groups.join(', '),
        },
      ],
      empty: 'Chưa có ai xem hồ sơ này.',
    }),
    foot: 'Người xem lại cùng phần, cùng mục đích trong 30 phút tính một lần.',
  })

const historyCard = (v: ProfileView): Html =>
  card({
    body: timeline(
      v.history.map((h) => ({
        when: h.when,
        who: h.who,
        what: h.what,
        ...(h.why === '' ? {} : { why: h.why }),
        detail:
          h.entries.length === 0
            ? ''
            : html`<ul class="history-entries">${h.entries.map((e) => html`<li>${e.title}${e.span === '' ? '' : ` (${e.span})`}</li>`)}</ul>`,
      })),
    ),
  })

function actionsOf(v: ProfileView): Html {
  const base = `/tri-thuc/${v.code}`
  const walk =
    v.neighbours === null
      ? ''
      : html`${v.neighbours.previous === null ? '' : linkButton({ label: 'Trước', href: v.neighbours.previous, kind: 'quiet', icon: 'left', data: { key: 'truoc' } })}${v.neighbours.next === null ? '' : linkButton({ label: 'Sau', href: v.neighbours.next, kind: 'quiet', icon: 'right', data: { key: 'sau' } })}`
  const papers = v.may.basic ? linkButton({ label: 'In', href: `${base}/giay-to`, icon: 'print' }) : ''
  if (!v.may.edit) return html`${walk}${papers}`
  return html`${walk}${papers}${menuButton('sua-ho-so', 'Sửa', [
    html`<a href="${`${base}/them/names`}" data-key="e">Họ tên</a>`,
    html`<a href="${`${base}/them/birth`}">Nhân thân</a>`,
    html`<a href="${`${base}/them/identity`}">Số định danh</a>`,
    html`<a href="${`${base}/them/contact`}">Liên hệ, cư trú</a>`,
    html`<a href="${`${base}/them/post`}">Vị trí công tác</a>`,
    html`<a href="${`${base}/them/award`}">Khen thưởng</a>`,
    html`<a href="${`${base}/them`}">Mục khác</a>`,
    ...(v.may.transfer ? [html`<a href="${`${base}/chuyen`}">Chuyển cơ quan quản lý</a>`] : []),
  ])}${linkButton({ label: 'Thêm bằng cấp', href: `${base}/them/education`, kind: 'main', icon: 'plus' })}`
}

function notices(v: ProfileView, mergedFrom: string | null): Html[] {
  return [
    ...(mergedFrom === null
      ? []
      : [message({ kind: 'info', title: `Hồ sơ ${mergedFrom} đã gộp vào hồ sơ này. Mã cũ vẫn dùng được.` })]),
    ...(v.knownOn !== null
      ? [
          message({
            kind: 'info',
            title: `Đang xem như đã biết đến hết ngày ${showDay(v.knownOn)}.`,
            actions: html`<a href="${`/tri-thuc/${v.code}`}">Về hiện tại</a>`,
          }),
        ]
      : v.day !== v.today
        ? [
            message({
              kind: 'info',
              title: `Đang xem tại ngày ${showDay(v.day)}.`,
              actions: html`<a href="${`/tri-thuc/${v.code}`}">Về hôm nay</a>`,
            }),
          ]
        : []),
    ...(v.waiting > 0 && v.may.confirm && v.knownOn === null
      ? [
          message({
            kind: 'soon',
            title: `${v.waiting} mục do chủ hồ sơ khai, chờ cơ quan xác nhận.`,
            actions: html`<a class="btn plain" href="${`/tri-thuc/cho-xac-nhan?ma=${v.code}`}">Xem và xác nhận</a>`,
            announce: false,
          }),
        ]
      : []),
  ]
}

const overLine = (v: ProfileView): string =>
  [v.code, v.birth === null ? '' : `sinh ${showPartialDay(v.birth).slice(-4)}`, v.unit]
    .filter((t) => t !== '')
    .join(' · ')

const summary = (v: ProfileView): Html =>
  card({ title: 'Nhân thân', body: html`<div class="fact-pairs">${factList(v.core)}</div>` })

function mainColumn(v: ProfileView, seen: Seen): Html {
  if (v.tab === 'da-xem') return html`${viewingsTable(v)}`
  if (v.tab === 'lich-su') return html`${historyCard(v)}`
  return html`${v.tab === 'tong-quan' ? v.contested.map((c) => contestedBox(v, c, seen)) : ''}${v.tab === 'tong-quan' ? summary(v) : ''}${v.sections.map((s) => section(v, s))}${emptySections(v)}`
}

/** The page. */
export const profilePage = (v: ProfileView | MovedView, seen: Seen): Drawn =>
  v.movedTo === null ? dossierPage(v, seen) : movedPage(v)

/** Nơi hồ sơ đã gộp còn được đọc: seen only when a form was sent for a dossier that was merged away meanwhile. */
const movedPage = (v: MovedView): Drawn => ({
  title: 'Hồ sơ đã gộp',
  crumbs: [{ label: 'Hồ sơ trí thức', href: '/tri-thuc' }, { label: 'Hồ sơ đã gộp' }],
  body: html`${head({ title: 'Hồ sơ này đã gộp vào hồ sơ khác' })}${linkButton({ href: v.movedTo, label: 'Mở hồ sơ còn dùng' })}`,
})

function dossierPage(v: ProfileView, seen: Seen): Drawn {
  const mergedFrom = new URL(seen.url, 'http://x').searchParams.get('gop-tu')
  return {
    title: v.name,
    crumbs: [{ label: 'Hồ sơ trí thức', href: v.neighbours?.list ?? '/tri-thuc' }, { label: v.name }],
    body: html`${head({
      title: v.title === '' ? v.name : `${v.title} ${v.name}`,
      over: overLine(v),
      state: html`${levelBadge(v.level)}${v.confirmedOn === null ? '' : html` <span class="fact-source">xác nhận ngày ${showDay(v.confirmedOn)}</span>`}`,
      actions: actionsOf(v),
    })}
${notices(v, mergedFrom)}
${dossierTabs({ code: v.code, current: v.tab, keeper: v.may.basic, of: (t) => asOf(v, t) })}
${columns('aside', [html`<div class="stack">${mainColumn(v, seen)}</div>`, html`${missingCard(v)}${standingCard(v)}${timeCard(v)}${contactCard(v)}${numbersCard(v)}${sensitiveCard(v)}${lastSeenCard(v)}`])}`,
  }
}
