/** Trang Chấm điểm: rounds of the years; Sở Nội vụ opens one. */
import { showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { buttons, form, selectField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { table } from '../../../ui/table.ts'
import { canAppraise } from '../rights.ts'
import type { RoundsView } from '../screens.ts'
import type { Round } from '../words.ts'
import { FORMULA, ROUNDS, roundHref } from './address.ts'
import { roundState } from './parts.ts'

const title = (rounds: readonly Round[]): string => {
  const [newest] = rounds
  if (newest === undefined) return 'Chưa mở đợt chấm điểm nào'
  if (newest.state === 'dang-cham') return `Đang chấm điểm năm ${newest.year}`
  return newest.state === 'da-khoa'
    ? `Kết quả năm ${newest.year} đã khóa`
    : `Kết quả năm ${newest.year} đã công bố, nhận kiến nghị đến hết ngày ${showDay(newest.appealUntil)}`
}

/** Draws the page. */
export function roundsPage(v: RoundsView, seen: Seen): Drawn {
  return {
    body: stack(
      head({
        title: title(v.rounds),
        lead: 'Mỗi năm một đợt, sau hạn nộp báo cáo: cơ quan xem điểm máy tính, tự chấm, Sở Nội vụ thẩm định, công bố, trả lời kiến nghị, khóa. Chấm điểm cơ quan, không chấm điểm cá nhân.',
        actions: linkButton({ label: 'Xem công thức', href: FORMULA }),
      }),
      card({ title: 'Các đợt', fit: 'flush', body: list(v.rounds) }),
      canAppraise.allows(seen.actor) && v.years.length > 0 ? opening(v, seen) : '',
    ),
  }
}

const list = (rounds: readonly Round[]) =>
  table<Round>({
    caption: 'Các đợt chấm điểm',
    rows: rounds,
    empty: 'Chưa có đợt chấm điểm nào.',
    href: (r) => roundHref(r.year),
    columns: [
      { label: 'Năm', kind: 'name', cell: (r) => `Năm ${r.year}` },
      { label: 'Trạng thái', kind: 'state', cell: (r) => roundState(r.state) },
      { label: 'Người mở', cell: (r) => r.openedBy },
      { label: 'Kiến nghị đến hết ngày', kind: 'day', cell: (r) => showDay(r.appealUntil) },
    ],
  })

const opening = (v: RoundsView, seen: Seen) =>
  card({
    title: 'Mở đợt chấm điểm',
    fit: 'narrow',
    body: form({
      action: `${ROUNDS}/mo`,
      csrf: seen.csrf,
      label: 'Mở đợt chấm điểm',
      body: [
        selectField({
          name: 'year',
          label: 'Năm chấm điểm',
          hint: 'Năm đã hết hạn nộp báo cáo và chưa có đợt. Số liệu của mọi cơ quan được đếm ngay khi mở.',
          value: seen.typed.year ?? String(v.years[0] ?? ''),
          options: v.years.map((y) => ({ value: String(y), label: `Năm ${y}` })),
          error: seen.refusal?.fields?.year,
        }),
        buttons({ label: 'Mở đợt chấm điểm', kind: 'main' }),
      ],
    }),
  })
