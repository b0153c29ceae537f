/** Trang khai và đính chính: who supplies, from which paper, as of which day; then the grid (a block of Excel may be pasted) or a file. */
import { showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import {
  buttons,
  dateField,
  fieldId,
  fileField,
  form,
  hidden,
  selectField,
  textArea,
  textField,
} from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { attributes, classes, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import { boxOf, GRID_DEGREES } from '../rules/grid.ts'
import type { FormView } from '../screens.ts'
import { POPULATIONS } from '../words.ts'
import { CELLS, sourceHref } from './shown.ts'

const DEGREE_LABELS: Readonly<Record<(typeof GRID_DEGREES)[number], string>> = {
  '6': 'Đại học',
  '7': 'Thạc sĩ',
  '8': 'Tiến sĩ',
}

type Filling = {
  readonly v: FormView
  readonly value: (name: string, stored?: string) => string
  readonly error: (name: string) => string | undefined
}

/** The page. */
export function entryPage(v: FormView, seen: Seen): Drawn {
  const again = Object.keys(seen.typed).length > 0
  const f: Filling = {
    v,
    value: (name, stored = '') => (again ? (seen.typed[name] ?? '') : stored),
    error: (name) => seen.refusal?.fields?.[name],
  }
  const { source, correcting } = v
  const action = correcting !== null && source !== null ? `${sourceHref(source.code)}/dinh-chinh` : `${CELLS}/khai`
  const title = correcting !== null ? `Đính chính số liệu ngày ${showDay(correcting.asOf)}` : 'Khai số liệu thống kê'
  const body = html`${head({ over: source === null ? POPULATIONS[v.population].label : `${source.code} · ${source.title}`, title, lead: 'Nhập vào lưới, dán một khối từ Excel vào ô đầu tiên, hoặc gửi tệp theo mẫu khi cần chia theo tuổi, giới tính, xã, phường.' })}
${form({
  action,
  csrf: seen.csrf,
  label: title,
  files: true,
  wide: true,
  ...(correcting === null ? {} : { version: correcting.version }),
  body: stack(
    card({ title: 'Nguồn và ngày', fit: 'narrow', body: origin(f) }),
    grid(f),
    fileCard(f, seen),
    buttons(
      { label: correcting === null ? 'Khai số liệu' : 'Ghi bản đính chính', kind: 'main' },
      linkButton({ label: 'Quay lại', href: source === null ? CELLS : sourceHref(source.code) }),
    ),
  ),
})}`
  return {
    body,
    crumbs: [
      { label: 'Số liệu thống kê', href: CELLS },
      ...(source === null ? [] : [{ label: source.code, href: sourceHref(source.code) }]),
      { label: correcting === null ? 'Khai số liệu' : 'Đính chính' },
    ],
  }
}

function origin({ v, value, error }: Filling): Html {
  const { source, correcting } = v
  const who =
    source !== null
      ? html`${hidden('source', source.code)}<p>Đơn vị cung cấp: <b>${v.unitName}</b></p>`
      : html`${hidden('population', v.population)}${selectField({
          name: 'unitId',
          label: 'Đơn vị cung cấp',
          blank: 'Chọn đơn vị',
          options: v.units.map((u) => ({ ...u })),
          value: value('unitId', v.units.length === 1 ? v.units[0]?.value : ''),
          error: error('unitId'),
        })}${textField({ name: 'title', label: 'Tên nguồn', hint: 'Ví dụ: Lao động trong khu công nghiệp', value: value('title'), error: error('title') })}<p class="hint">${otherPopulation(v)}</p>`
  const day =
    correcting !== null
      ? hidden('asOf', showDay(correcting.asOf))
      : dateField({ name: 'asOf', label: 'Số liệu tại ngày', value: value('asOf'), error: error('asOf') })
  const reason =
    correcting === null
      ? ''
      : textArea({
          name: 'reason',
          label: 'Lý do đính chính',
          rows: 2,
          maxLength: 1000,
          value: value('reason'),
          error: error('reason'),
        })
  return html`${who}${day}${textField({ name: 'document', label: 'Văn bản chứa số liệu', hint: 'Số, ngày văn bản hoặc tên báo cáo', value: value('document', correcting?.document ?? ''), error: error('document') })}${reason}`
}

function otherPopulation(v: FormView): Html {
  return v.population === 'llvt'
    ? html`Chỉ nhập số liệu không thuộc danh mục bí mật nhà nước, chung toàn tỉnh. <a href="${`${CELLS}/khai`}">Khai cho doanh nghiệp</a>.`
    : html`Số liệu của lực lượng vũ trang khai ở <a href="${`${CELLS}/khai?nhom=llvt`}">biểu riêng</a>.`
}

function grid(f: Filling): Html {
  const { v, value, error } = f
  if (v.filled === null)
    return message({
      kind: 'info',
      title: 'Số liệu này chia nhỏ hơn lưới',
      body: 'Gửi tệp thay cho toàn bộ số liệu của ngày.',
      announce: false,
    })
  const stored = v.filled
  const box = (sector: string, degree: (typeof GRID_DEGREES)[number], label: string): Html => {
    const name = boxOf(sector, degree)
    const wrong = error(name)
    return html`<input${attributes({
      class: classes('input cell', wrong !== undefined && 'wrong'),
      id: fieldId(name),
      name,
      inputmode: 'numeric',
      autocomplete: 'off',
      'aria-label': `${label}, ${DEGREE_LABELS[degree]}`,
      'aria-invalid': wrong === undefined ? null : 'true',
      'data-number': true,
      value: value(name, stored.boxes[name]),
    })}>`
  }
  const area =
    v.areas.length === 1
      ? hidden('area', v.areas[0]?.value ?? '')
      : selectField({
          name: 'area',
          label: 'Khu vực của các con số trong lưới',
          blank: 'Chọn khu vực',
          options: v.areas.map((a) => ({ ...a })),
          value: value('area', stored.area),
          error: error('area'),
        })
  return card({
    title: 'Lưới nhập nhanh',
    body: html`${area}${table({
      caption: 'Số người theo lĩnh vực và trình độ',
      rows: v.sectors,
      empty: 'Chưa nạp danh mục lĩnh vực.',
      columns: [
        { label: 'Lĩnh vực', kind: 'name', room: 'wide', cell: (s) => s.label },
        ...GRID_DEGREES.map((degree) => ({
          label: DEGREE_LABELS[degree],
          kind: 'number' as const,
          cell: (s: { value: string; label: string }) => box(s.value, degree, s.label),
        })),
      ],
    })}`,
  })
}

function fileCard({ v, error }: Filling, seen: Seen): Html {
  const rows = Object.entries(seen.refusal?.fields ?? {}).filter(([name]) => /^row\d+$/.test(name))
  const list =
    rows.length === 0
      ? ''
      : html`<ul class="plain-list">${rows.map(([name, words]) => html`<li id="${fieldId(name)}" tabindex="-1">${words}</li>`)}</ul>`
  return card({
    title: 'Hoặc gửi tệp',
    fit: 'narrow',
    body: html`<p>${linkButton({ label: 'Tải tệp mẫu', href: `${CELLS}/mau?nhom=${v.population}`, icon: 'download' })}</p>${list}${fileField(
      {
        name: 'file',
        label: 'Tệp số liệu',
        optional: true,
        hint: 'Tệp .xlsx, .xls hoặc .csv, không quá 20 MB. Có tệp thì lưới phía trên không được dùng.',
        accept: '.xlsx,.xls,.csv',
        error: error('file') ?? (rows.length === 0 ? undefined : 'Sửa các dòng nêu trên trong tệp rồi chọn lại tệp'),
      },
    )}`,
  })
}
