/** Trang «Đối chiếu»: forecasts as they were given beside what came, and whether the intervals kept what they promised. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showAmount, showRange } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { form } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { calibration, calibrationWords, type Scored } from '../rules/score.ts'
import { CHECKED, crumb, forecastTabs } from './address.ts'

/** What the page shows. */
export type CheckedView = {
  readonly scored: readonly Scored[]
  readonly names: ReadonlyMap<string, { readonly name: string; readonly unit: string }>
  /** Days on which forecasts were given, newest first, with how many. */
  readonly given: readonly { readonly day: Day; readonly count: number; readonly by: string }[]
  readonly mayGive: boolean
}

const unit = (v: CheckedView, code: string): string => v.names.get(code)?.unit ?? ''

const verdict = (s: Scored): Html =>
  s.in80 ? state('ok', 'Trong khoảng 80%') : s.in95 ? state('soon', 'Trong khoảng 95%') : state('late', 'Ngoài khoảng')

const NOT_YET = 'Dự báo đã giữ lại chưa đến năm có số liệu; số liệu của năm sau tự đối chiếu.'

const list = (v: CheckedView): Html =>
  card({
    title: 'Từng dự báo',
    fit: 'flush',
    body: table<Scored>({
      caption: 'Dự báo đã đưa ra so với thực tế',
      rows: v.scored,
      empty: NOT_YET,
      columns: [
        { label: 'Mục tiêu', kind: 'name', room: 'wide', cell: (s) => `${s.code}. ${v.names.get(s.code)?.name ?? ''}` },
        { label: 'Năm', kind: 'number', cell: (s) => String(s.year) },
        { label: 'Đưa ra ngày', kind: 'day', cell: (s) => showDay(s.givenOn as Day) },
        { label: 'Dự báo', kind: 'number', cell: (s) => showAmount(s.point.mean, unit(v, s.code)) },
        {
          label: 'Khoảng 80%',
          kind: 'number',
          spare: true,
          cell: (s) => showRange(s.point.lo80, s.point.hi80, unit(v, s.code)),
        },
        { label: 'Thực tế', kind: 'number', cell: (s) => showAmount(s.actual, unit(v, s.code)) },
        { label: 'Kết quả', kind: 'state', cell: verdict },
      ],
    }),
  })

const given = (v: CheckedView): Html =>
  card({
    title: 'Các lần đưa ra dự báo',
    fit: 'flush',
    body: table<CheckedView['given'][number]>({
      caption: 'Các lần đưa ra dự báo',
      rows: v.given,
      empty: 'Chưa lần nào.',
      columns: [
        { label: 'Ngày', kind: 'name', cell: (g) => showDay(g.day) },
        { label: 'Số mục tiêu', kind: 'number', cell: (g) => String(g.count) },
        { label: 'Người đưa ra', cell: (g) => g.by },
      ],
    }),
  })

/** Draws the page. */
export function checkedPage(v: CheckedView, seen: Seen): Drawn {
  return {
    crumbs: [crumb, { label: 'Đối chiếu' }],
    body: stack(
      head({
        title: calibrationWords(calibration(v.scored)).replace(/\.$/, ''),
        lead: 'Dự báo đã đưa ra được giữ nguyên và đối chiếu với số liệu của các năm sau. Khoảng 80% trung thực khi khoảng 80 trong 100 lần thực tế nằm trong đó.',
        actions: v.mayGive
          ? form({
              action: `${CHECKED}/dua-ra`,
              csrf: seen.csrf,
              label: 'Giữ lại dự báo hôm nay',
              body: html`${button({ label: 'Giữ lại dự báo hôm nay', kind: 'main' })}`,
            })
          : '',
      }),
      forecastTabs(CHECKED, seen),
      ...(v.scored.length === 0 && v.given.length === 0
        ? [emptyState('Dự báo được giữ lại ngày 05/12 hằng năm; số liệu của năm sau tự đối chiếu.')]
        : [list(v), given(v)]),
    ),
  }
}
