/** Trang xuất: how many rows, which columns, what does not go out, and for what purpose. */
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { conditions } from '../../../ui/chips.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { hidden, radioField, selectField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { PURPOSE_CODES, PURPOSES, type Purpose } from '../rules/purpose.ts'

/** What the page shows. */
export type ExportView = {
  readonly total: number
  readonly codes: readonly string[]
  readonly back: string
  readonly terms: readonly { readonly words: string; readonly without: string }[]
  /** Name and value of what the address says, sent along. */
  readonly query: readonly (readonly [string, string])[]
  readonly listed: readonly string[]
  readonly all: number
  readonly basic: boolean
  readonly purpose: Purpose
}

/** The page. */
export function exportPage(v: ExportView): Drawn {
  const count = v.codes.length > 0 ? v.codes.length : v.total
  return {
    crumbs: [{ label: 'Hồ sơ trí thức', href: v.back }, { label: 'Xuất' }],
    body: html`${head({ title: `Xuất ${showNumber(count)} hồ sơ`, lead: 'Tệp không gồm dữ liệu nhạy cảm và số định danh đầy đủ. Lần xuất được ghi lại; chủ hồ sơ xem được.' })}
${card({
  fit: 'narrow',
  body: html`${v.terms.length === 0 || v.codes.length > 0 ? '' : html`<p class="label">Điều kiện lọc</p>${conditions([...v.terms].map((t) => ({ label: t.words, without: t.without })))}`}
<form class="form" method="get" action="/tri-thuc/xuat/tep">${v.query.map(([name, value]) => hidden(name, value))}${v.codes.map((c) => hidden('chon', c))}
${radioField({
  name: 'cot',
  label: 'Cột',
  value: 'danh-sach',
  options: [
    { value: 'danh-sach', label: `Cột của danh sách (${v.listed.length} cột)`, hint: v.listed.join(', ') },
    {
      value: 'day-du',
      label: `Mọi cột của mẫu nhập (${v.all} cột)`,
      hint: 'Sửa trong tệp rồi nhập lại được; mất nhiều thời gian hơn',
    },
  ],
})}
${selectField({ name: 'muc-dich', label: 'Mục đích', value: v.purpose, options: PURPOSE_CODES.map((value) => ({ value, label: PURPOSES[value].label })) })}
<div class="buttons">${button({ label: 'Tải Excel (.xlsx)', kind: 'main', name: 'dang', value: 'xlsx', icon: 'download' })}${button({ label: 'Tải CSV', name: 'dang', value: 'csv' })}</div></form>
${v.basic ? '' : disclosure('Vì sao thiếu ngày sinh, liên hệ', html`<p>Dữ liệu cá nhân cơ bản chỉ xuất cho cơ quan quản lý hồ sơ và Sở Nội vụ.</p>`)}`,
})}`,
  }
}
