/** Dữ liệu: every group of the own record, what it says, how well it is proven, from where; what is missing; where to mend. */
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { form } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import { icon } from '../../../ui/icons.ts'
import { message } from '../../../ui/message.ts'
import { type StateKind, state } from '../../../ui/state.ts'
import type { Line, ShownFact } from '../rules/showing.ts'
import { ownPage } from './frame.ts'

/** Một mục, with the request that is about it. */
export type DataEntry = ShownFact & {
  readonly request: { readonly id: string; readonly decideBy: string } | null
}

/** Một nhóm. `sealed` = entries that are opened only when asked, and that is noted. */
export type DataGroup = {
  readonly code: string
  readonly label: string
  readonly tier: string
  readonly tierLabel: string
  readonly declared: boolean
  readonly entries: readonly DataEntry[]
  /** Lines that stand on the person's row or numbers, each with the address of its own correction. */
  readonly lines: readonly (Line & { readonly target: string; readonly request: string | null })[]
  readonly sealed: number
}

/** What the page shows. */
export type OwnDataView = {
  readonly name: string
  readonly levelWords: string
  readonly completeness: number
  readonly groups: readonly DataGroup[]
  readonly gaps: readonly { readonly label: string; readonly group: string; readonly declared: boolean }[]
  readonly answers: readonly { readonly id: string; readonly label: string; readonly outcome: string }[]
  /** Entries a body sent back, with its reason. */
  readonly returned: readonly { readonly on: string; readonly by: string; readonly reason: string }[]
  readonly opened: boolean
  readonly checkedOn: string | null
  readonly never: readonly string[]
}

const SHAPE: Readonly<Record<string, StateKind>> = { '-1': 'soon', '0': 'wait', '1': 'ok', '2': 'ok', '3': 'ok' }

/** What the level means to the person: a declared entry waits, a disputed one is looked into. */
function levelState(e: DataEntry): Html {
  if (e.request !== null || e.level === -1) return state('soon', 'Đang xác minh')
  if (e.level === 0) return state('wait', e.own ? 'Chờ cơ quan xác nhận' : 'Chưa xác nhận')
  return state(SHAPE[String(e.level)] ?? 'idle', e.levelWords, { plain: true })
}

const dispute = (target: string, what: string): Html =>
  html`<a class="btn quiet" href="${`/toi/bao-sai/${target}`}">Báo sai<span class="hidden"> ${what}</span></a>`

/** Groups whose values say by themselves what they are. */
const PLAIN = new Set<string>(['education', 'publication', 'project', 'invention', 'award', 'language', 'advisory'])

/** What the title does not say yet, in one line. */
const moreOf = (e: DataEntry): string =>
  e.lines
    .filter((l) => !e.title.includes(l.value))
    .map((l) => (l.value === 'có' ? l.label : PLAIN.has(e.group) ? l.value : `${l.label}: ${l.value}`))
    .join(' · ')

function entryOf(e: DataEntry): Html {
  const about = [e.when, `Nguồn: ${e.source}`].filter((t) => t !== '').join(' · ')
  const asked =
    e.request === null
      ? ''
      : html`<p class="own-row-note"><a href="${`/toi/yeu-cau/${e.request.id}`}">Đã báo sai, cơ quan trả lời chậm nhất ngày ${e.request.decideBy}</a></p>`
  const more = moreOf(e)
  return html`<li class="own-row"><div class="own-row-main"><p><b>${e.title}</b> ${levelState(e)}</p>${more === '' ? '' : html`<p class="own-row-more">${more}</p>`}<p class="own-row-note">${about}</p>${asked}</div>${e.request === null && e.level !== -1 ? dispute(e.id, e.title) : ''}</li>`
}

const lineOf = (l: DataGroup['lines'][number]): Html =>
  html`<li class="own-row"><div class="own-row-main"><p>${l.label}: <b>${l.value === '' ? 'chưa có thông tin' : l.value}</b> ${l.request === null ? '' : html`${state('soon', 'Đang xác minh')} <a href="${`/toi/yeu-cau/${l.request}`}">Xem yêu cầu</a>`}</p></div>${l.request === null ? dispute(l.target, l.label.toLowerCase()) : ''}</li>`

function groupCard(g: DataGroup): Html {
  const lines = g.lines.map(lineOf)
  const none = g.entries.length + lines.length + g.sealed === 0
  return card({
    title: g.label,
    id: g.code,
    aside: g.tierLabel,
    actions: g.declared
      ? html`<a class="btn quiet" href="${`/toi/du-lieu/khai/${g.code}`}">${icon('plus')}<span>Khai<span class="hidden"> ${g.label.toLowerCase()}</span></span></a>`
      : '',
    body: none
      ? html`<p class="none">Chưa có thông tin</p>`
      : html`${g.sealed > 0 ? html`<p class="own-row-note">${g.sealed} mục đang đóng kín.</p>` : ''}<ul class="own-list">${lines}${g.entries.map(entryOf)}</ul>`,
  })
}

const gapsCard = (v: OwnDataView): Html =>
  v.gaps.length === 0
    ? html``
    : card({
        title: `Còn thiếu ${v.gaps.length} điều`,
        body: html`<ul>${v.gaps.map((g) => html`<li>${g.declared ? html`<a href="${`/toi/du-lieu/khai/${g.group}`}">${g.label}</a>` : html`<a href="${`#${g.group}`}">${g.label}</a>`}</li>`)}</ul>`,
      })

const returnedBand = (v: OwnDataView): Html =>
  html`${v.returned.map((r) => message({ kind: 'soon', title: `Mục tự khai bị trả lại ngày ${r.on}: ${r.reason}`, body: `${r.by}. Khai lại cho đúng rồi lưu.`, announce: false }))}`

const answersBand = (v: OwnDataView): Html =>
  html`${v.answers.map((a) => message({ kind: 'info', title: html`<a href="${`/toi/yeu-cau/${a.id}`}">${a.label}</a>: ${a.outcome}`, announce: false }))}`

const sealedBand = (v: OwnDataView): Html =>
  v.opened || !v.groups.some((g) => g.sealed > 0)
    ? html``
    : message({
        kind: 'info',
        title: 'Phần dữ liệu nhạy cảm đang đóng kín.',
        body: 'Lần mở được ghi lại ở trang «Ai đã xem».',
        actions: linkButton({ label: 'Mở phần dữ liệu nhạy cảm', href: '/toi/du-lieu?mo=nhay-cam', icon: 'lock' }),
      })

const confirmCard = (v: OwnDataView, seen: Seen): Html =>
  card({
    title: 'Xác nhận hồ sơ đúng',
    id: 'xac-nhan',
    fit: 'narrow',
    body: html`<p>${v.checkedOn === null ? 'Chưa xác nhận lần nào.' : `Xác nhận gần nhất ngày ${v.checkedOn}.`} Chỗ sai thì bấm «Báo sai» ở mục ấy trước khi xác nhận.</p>${form({ action: '/toi/du-lieu/xac-nhan', csrf: seen.csrf, label: 'Xác nhận hồ sơ đúng', body: button({ label: 'Xác nhận hồ sơ đúng', kind: 'main' }) })}`,
  })

const foot = (v: OwnDataView): Html =>
  card({
    title: 'Tải dữ liệu của tôi',
    fit: 'narrow',
    body: html`<p>Một tệp .zip: toàn bộ hồ sơ kể cả phần nhạy cảm, ai đã xem, sổ đồng ý, các yêu cầu; dạng bảng tính để đọc và dạng JSON để chuyển đi. Việc tải được ghi lại.</p><p>${linkButton({ label: 'Tải dữ liệu của tôi (.zip)', href: '/toi/du-lieu/tai-ve', icon: 'download', download: true })}</p>`,
    foot: `Không thu thập: ${v.never.join('; ')}.`,
  })

/** The page. */
export function dataPage(v: OwnDataView, seen: Seen): Drawn {
  const filled = v.groups.filter((g) => g.entries.length + g.lines.length + g.sealed > 0)
  const empty = v.groups.filter((g) => !filled.includes(g))
  return ownPage(
    'du-lieu',
    { title: `Hồ sơ đầy đủ ${v.completeness}%`, lead: `Mức xác minh của cả hồ sơ: ${v.levelWords.toLowerCase()}.` },
    returnedBand(v),
    answersBand(v),
    gapsCard(v),
    sealedBand(v),
    ...filled.map(groupCard),
    disclosure(`Nhóm chưa có thông tin (${empty.length})`, html`<div class="stack">${empty.map(groupCard)}</div>`),
    confirmCard(v, seen),
    foot(v),
  )
}
