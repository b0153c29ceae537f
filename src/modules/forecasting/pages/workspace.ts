/** Bàn làm kịch bản: levers on the left, the fan against «như hiện nay» on the right, at once; saving keeps figures and model. */
import { showNumber, showSigned } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, fieldGroup, form, hidden, numberField, selectField, textArea, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { levelField } from '../../../ui/level.ts'
import { linesChart } from '../../../ui/lines.ts'
import { message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { tornadoChart } from '../../../ui/tornado.ts'
import type { Assumed } from '../rules/assumed.ts'
import { GROUNDS } from '../rules/assumed.ts'
import { MOST_EXTRA } from '../rules/lever-input.ts'
import type { Levers } from '../rules/levers.ts'
import { bandAt, extraRecruits, type Result } from '../rules/result.ts'
import { ASSUMPTIONS } from '../words.ts'
import { crumb, SAVING, SCENARIOS, WORKSPACE } from './address.ts'
import { notes } from './supply.ts'

/** What the page shows. */
export type WorkspaceView = {
  readonly levers: Levers
  readonly wrong: Readonly<Record<string, string>>
  /** What was typed in the fields that are wrong. */
  readonly typed: Readonly<Record<string, string>>
  /** Of the levers; null while they are impossible. */
  readonly result: Result | null
  readonly base: Result
  readonly sectors: readonly { readonly value: string; readonly label: string }[]
  readonly sector: (code: string) => string
  readonly used: readonly Assumed[]
  readonly notes: readonly string[]
  /** Million đồng; null = nobody recorded a cost. */
  readonly cost: number | null
  readonly maySave: boolean
}

/** Parts of the page that a level let go renews. */
const [FINDING, ANSWER, DETAILS] = ['ket-luan', 'ket-qua', 'chi-tiet']

const DEGREES = [
  { value: '6', label: 'Đại học' },
  { value: '7', label: 'Thạc sĩ, chuyên khoa I' },
  { value: '8', label: 'Tiến sĩ, chuyên khoa II' },
]

function extra(v: WorkspaceView, i: number): Html {
  const e = v.levers.extra[i]
  const typed = (name: string): string | undefined => v.typed[`them.${i}.${name}`]
  const error = (name: string) => {
    const said = v.wrong[`them.${i}.${name}`]
    return said === undefined ? {} : { error: said }
  }
  return fieldGroup(
    `Nhóm ${i + 1}`,
    html`${selectField({ name: `them.${i}.linh-vuc`, label: 'Lĩnh vực', value: e?.sector ?? '', options: [...v.sectors], blank: 'Không tuyển thêm', ...error('linh-vuc') })}
${columns('two', [
  selectField({
    name: `them.${i}.trinh-do`,
    label: 'Trình độ',
    value: e?.degree ?? '6',
    options: DEGREES,
    ...error('trinh-do'),
  }),
  numberField({
    name: `them.${i}.so`,
    label: 'Số người mỗi năm',
    value: typed('so') ?? (e === undefined ? '' : showNumber(e.perYear, 2)),
    ...error('so'),
  }),
  numberField({
    name: `them.${i}.tu`,
    label: 'Từ năm',
    value: typed('tu') ?? (e === undefined ? '' : String(e.from)),
    ...error('tu'),
  }),
  numberField({
    name: `them.${i}.den`,
    label: 'Đến năm',
    value: typed('den') ?? (e === undefined ? '' : String(e.to)),
    ...error('den'),
  }),
])}`,
  )
}

const EXTRA_FIELD = /^them\./

function levers(v: WorkspaceView): Html {
  const { levers: l } = v
  const level = (name: string, label: string, value: number | null, hint: string, min = -50, max = 100): Html =>
    levelField({
      ...{ name, label, unit: '%', value: v.typed[name] ?? value, min, max, step: 5, hint },
      error: v.wrong[name],
    })
  // One more group than is filled: the next one comes with the answer.
  const rows = Math.min(MOST_EXTRA, l.extra.length + 1)
  const open = l.extra.length > 0 || Object.keys(v.wrong).some((name) => EXTRA_FIELD.test(name))
  return card({
    title: 'Thay đổi so với hiện nay',
    body: form({
      action: WORKSPACE,
      method: 'get',
      answer: `${FINDING} ${ANSWER} ${DETAILS}`,
      label: 'Thay đổi của kịch bản',
      wide: true,
      body: html`${columns('two', [
        level('tuyen', 'Tuyển dụng', l.recruit, 'Nhiều hơn (+), ít hơn (-) bình quân các năm qua.', -100, 200),
        level('thoi-viec', 'Thôi việc, chuyển đi', l.leave, 'Số âm là giữ chân tốt hơn.'),
        level('nang', 'Nâng trình độ', l.promote, 'Đào tạo sau đại học nhiều hơn, ít hơn.', -100, 300),
        level('keo-dai', 'Tiến sĩ làm thêm sau tuổi nghỉ hưu', l.stayOn, 'Để trống là theo giả định.', 0, 100),
      ])}
${disclosure('Tuyển thêm, thu hút vào từng lĩnh vực', stack(...Array.from({ length: rows }, (_, i) => extra(v, i))), { open })}
<div class="row-fields">${numberField({ name: 'den-nam', label: 'Đến năm', value: v.typed['den-nam'] ?? String(l.until), ...(v.wrong['den-nam'] === undefined ? {} : { error: v.wrong['den-nam'] }) })}${buttons(button({ label: 'Tính', kind: 'main' }), html`<a class="btn quiet" href="${WORKSPACE}">Về như hiện nay</a>`)}</div>`,
    }),
  })
}

const valueAt = (r: Result, year: number): number => bandAt(r.total, year)?.mean ?? 0

/** Whether the levers change nothing by the last year: one line is drawn, not two on each other. */
const unmoved = (v: WorkspaceView, r: Result): boolean =>
  r.total.every((b) => Math.abs(b.mean - valueAt(v.base, b.year)) < 0.5)

function chart(v: WorkspaceView, r: Result): Html {
  const years = Array.from({ length: r.years + 1 }, (_, i) => r.start + i)
  const line = (of: Result) => years.map((y) => bandAt(of.total, y)?.mean ?? null)
  const still = unmoved(v, r)
  return linesChart({
    title: still ? 'Số người nếu làm như hiện nay' : 'Số người theo kịch bản, so với như hiện nay',
    subtitle: `Đơn vị: người có trình độ từ đại học. Toàn tỉnh, ${r.start}–${v.levers.until}`,
    unit: 'người',
    years,
    series: [
      {
        ...(still ? { name: 'Như hiện nay' } : { name: 'Theo kịch bản', short: 'Kịch bản' }),
        values: line(r),
        band: years.map((y) => {
          const b = bandAt(r.total, y)
          return b === undefined ? null : ([b.lo80, b.hi80] as const)
        }),
      },
      ...(still ? [] : [{ name: 'Như hiện nay', values: line(v.base) }]),
    ],
    bandName: still ? 'Khoảng 80%' : 'Khoảng 80% của kịch bản',
    zone: { from: r.start, label: v.levers.until - r.start > 10 ? 'kịch bản' : 'dự báo' },
    source: `${showNumber(r.draws)} lần thử, hạt giống ${r.seed}. Nguồn: hồ sơ trí thức, giả định của dự báo.`,
  })
}

/** The finding in one sentence. */
export function finding(v: WorkspaceView): string {
  const { result: r, levers: l } = v
  if (r === null) return 'Kịch bản có chỗ chưa tính được'
  const more = valueAt(r, l.until) - valueAt(v.base, l.until)
  const told = showNumber(Math.abs(more), 0)
  if (Math.round(more) === 0) return `Đến năm ${l.until}: ${showNumber(valueAt(r, l.until), 0)} người, như hiện nay`
  return `Đến năm ${l.until}: ${showNumber(valueAt(r, l.until), 0)} người, ${more > 0 ? 'thêm' : 'bớt'} ${told} người so với giữ như hiện nay`
}

type SectorLine = {
  readonly code: string
  readonly base: number
  readonly now: number
  readonly lo: number
  readonly hi: number
}

function bySector(v: WorkspaceView, r: Result): Html {
  const lines = r.sectors.map((s): SectorLine => {
    const b = bandAt(s.bands, v.levers.until)
    return {
      code: s.sector,
      now: b?.mean ?? 0,
      lo: b?.lo80 ?? 0,
      hi: b?.hi80 ?? 0,
      base: bandAt(v.base.sectors.find((x) => x.sector === s.sector)?.bands ?? [], v.levers.until)?.mean ?? 0,
    }
  })
  const moved = (s: SectorLine): number => Math.abs(s.now - s.base)
  const rows = lines.toSorted((a, b) => moved(b) - moved(a) || b.now - a.now)
  return card({
    title: `Từng lĩnh vực năm ${v.levers.until}`,
    fit: 'flush',
    body: table<SectorLine>({
      caption: `Số người của từng lĩnh vực năm ${v.levers.until}`,
      rows,
      empty: 'Chưa có lĩnh vực nào.',
      columns: [
        { label: 'Lĩnh vực', kind: 'name', room: 'wide', cell: (s) => v.sector(s.code) },
        { label: 'Như hiện nay', kind: 'number', cell: (s) => showNumber(s.base, 0) },
        { label: 'Theo kịch bản', kind: 'number', cell: (s) => showNumber(s.now, 0) },
        {
          label: 'Khoảng 80%',
          kind: 'number',
          phone: 'hide',
          cell: (s) => `${showNumber(s.lo, 0)}–${showNumber(s.hi, 0)}`,
        },
        { label: 'Thêm, bớt', kind: 'number', cell: (s) => showSigned(s.now - s.base) },
      ],
    }),
  })
}

function sums(v: WorkspaceView, r: Result): Html {
  const more = extraRecruits(r, v.base)
  const people = more.reduce((n, e) => n + e.more, 0)
  return card({
    title: 'Nguồn lực và người ra',
    body: facts([
      ['Tuyển thêm, cộng các năm', `${showNumber(people, 0)} người`],
      [
        'Chi phí tuyển thêm',
        v.cost === null ? 'chưa ghi chi phí cho một người' : `${showNumber(v.cost, 0)} triệu đồng`,
      ],
      [
        'Nghỉ hưu, cộng các năm',
        `${showNumber(
          r.flows.reduce((n, f) => n + f.retirements, 0),
          0,
        )} người`,
      ],
    ]),
  })
}

/** Bars of the tornado: those that matter. */
const MOST_SWINGS = 6

const sensitive = (r: Result): Html =>
  card({
    body: tornadoChart({
      title:
        r.tornado[0] === undefined
          ? 'Không giả định nào làm đổi kết quả'
          : `Kết quả phụ thuộc nhất vào «${r.tornado[0].name}»`,
      subtitle: `Đơn vị: người, năm ${r.start + r.years}. Thấp, cao: giả định kém hoặc hơn một độ lệch chuẩn`,
      unit: 'người',
      swings: r.tornado
        .slice(0, MOST_SWINGS)
        .map((t) => ({ label: t.name, low: t.low, high: t.high, lowWords: '', highWords: '' })),
      source: 'Tính bằng đạo hàm của mô hình.',
    }),
  })

const assumptions = (v: WorkspaceView): Html =>
  disclosure(
    `Giả định đang dùng (${v.used.length})`,
    table<Assumed>({
      caption: 'Giả định đang dùng',
      rows: v.used,
      empty: 'Không có.',
      columns: [
        { label: 'Giả định', kind: 'name', room: 'wide', cell: (a) => ASSUMPTIONS[a.kind].label },
        { label: 'Lĩnh vực', cell: (a) => (a.sector === null ? 'Mọi lĩnh vực' : v.sector(a.sector)) },
        { label: 'Giá trị', kind: 'number', cell: (a) => `${showNumber(a.value, 2)} ± ${showNumber(a.sd, 2)}` },
        { label: 'Từ đâu', cell: (a) => GROUNDS[a.ground] },
      ],
    }),
  )

/** Fields of the levers, to be sent with the saving. */
export const leverFields = (l: Levers): Record<string, string> => ({
  tuyen: showNumber(l.recruit, 4),
  'thoi-viec': showNumber(l.leave, 4),
  nang: showNumber(l.promote, 4),
  'keo-dai': l.stayOn === null ? '' : showNumber(l.stayOn, 4),
  'den-nam': String(l.until),
  ...Object.fromEntries(
    l.extra.flatMap((e, i) => [
      [`them.${i}.linh-vuc`, e.sector],
      [`them.${i}.trinh-do`, e.degree],
      [`them.${i}.so`, showNumber(e.perYear, 4)],
      [`them.${i}.tu`, String(e.from)],
      [`them.${i}.den`, String(e.to)],
    ]),
  ),
})

/** The levers as an address, so that they can be gone on with, shared and saved. */
export const leversQuery = (l: Levers): string => new URLSearchParams(leverFields(l)).toString()

const saving = (v: WorkspaceView): Html | '' =>
  v.maySave
    ? html`<p>${linkButton({ label: 'Lưu kịch bản này', href: `${SAVING}?${leversQuery(v.levers)}`, icon: 'check' })}</p>`
    : ''

/** Draws the page that saves a scenario: its finding once more, a title, a note. */
export function savingPage(v: WorkspaceView, seen: Seen): Drawn {
  const wrong = (name: string) => {
    const said = seen.refusal?.fields?.[name]
    return said === undefined ? {} : { error: said }
  }
  return {
    crumbs: [crumb, { label: 'Kịch bản', href: SCENARIOS }, { label: 'Lưu kịch bản' }],
    body: stack(
      head({
        title: finding(v),
        lead: 'Lưu giữ các mức, mô hình và kết quả như bây giờ; hồ sơ đổi sau này không làm đổi kịch bản đã lưu.',
        actions: linkButton({ label: 'Về bàn soạn', href: `${WORKSPACE}?${leversQuery(v.levers)}`, icon: 'left' }),
      }),
      card({
        title: 'Lưu kịch bản',
        body: form({
          action: SCENARIOS,
          csrf: seen.csrf,
          body: html`${Object.entries(leverFields(v.levers)).map(([name, value]) => hidden(name, value))}
${textField({ name: 'title', label: 'Tên kịch bản', hint: 'Ví dụ: Tuyển thêm 10% giáo viên từ năm 2027', value: seen.typed.title ?? '', ...wrong('title') })}
${textArea({ name: 'note', label: 'Ghi chú', value: seen.typed.note ?? '', rows: 2, maxLength: 2000, optional: true, ...wrong('note') })}
${buttons(button({ label: 'Lưu kịch bản', kind: 'main' }))}`,
        }),
      }),
    ),
  }
}

/** Draws the page. */
export function workspacePage(v: WorkspaceView): Drawn {
  const r = v.result
  const refused = message({
    kind: 'late',
    title: 'Chưa tính được kịch bản này',
    body: html`<ul>${Object.values(v.wrong).map((w) => html`<li>${w}</li>`)}</ul><p>Chưa lưu gì. Sửa các mức rồi bấm «Tính».</p>`,
  })
  const answer = r === null ? refused : card({ body: html`${chart(v, r)}${saving(v)}` })
  return {
    crumbs: [crumb, { label: 'Kịch bản', href: SCENARIOS }, { label: 'Soạn kịch bản' }],
    body: stack(
      html`<div id="${FINDING}">${head({
        title: finding(v),
        lead: 'Đặt các mức, bấm «Tính» để so với như hiện nay. Kịch bản chỉ được giữ khi bấm «Lưu kịch bản này».',
      })}</div>`,
      columns('two', [html`<div id="${ANSWER}">${answer}</div>`, levers(v)]),
      html`<div id="${DETAILS}">${r === null ? '' : stack(sums(v, r), columns('two', [bySector(v, r), sensitive(r)]))}</div>`,
      assumptions(v),
      notes(v.notes),
    ),
  }
}
