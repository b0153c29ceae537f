/** Trang Công thức: the published formula, from the same data the computation uses, with a worked example. */
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { card, facts, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import { countItem, sumOf } from '../rules/points.ts'
import { type Criterion, criteriaOf, type Profile } from '../rules/profile.ts'
import { totalOf } from '../rules/rank.ts'
import type { Counted, FactName, Item } from '../words.ts'
import { ROUNDS } from './address.ts'
import { countedWords, pointsOf, ruleWords } from './parts.ts'

/** Ví dụ: a made-up body; every number on the page is computed from these. */
const EXAMPLE: Readonly<Record<FactName, Counted>> = {
  'da-gui': { n: 1, of: 1 },
  'nhom-da-tra-loi': { n: 4, of: 5 },
  'o-bat-buoc': { n: 8, of: 9 },
  'ngay-muon': { n: 2, of: null },
  'lan-tra-lai': { n: 1, of: null },
  'canh-bao-chua-giai-trinh': { n: 0, of: null },
  'ket-qua-co-minh-chung': { n: 2, of: 3 },
  'nhiem-vu-da-bao': { n: 2, of: 2 },
  'nhiem-vu-hoan-thanh': { n: 0, of: 0 },
}

/** Share of the greatest points the example's appraiser gives where people score. */
const GIVEN = 0.75

const exampleItem = (c: Criterion): Item => ({
  ...countItem(c, c.scored.by === 'so-lieu' ? EXAMPLE[c.scored.fact] : null),
  self: c.scored.by === 'nguoi' ? c.max : null,
  selfReason: '',
  evidence: { number: '', day: null, fileId: null, fileName: null },
  appraised: c.scored.by === 'nguoi' ? c.max * GIVEN : null,
  appraisedReason: '',
})

type Line = { readonly c: Criterion; readonly group: string; readonly item: Item }

/** Draws the page for a profile; `year` = the round it belongs to, null = the one a new round would take. */
export function formulaPage(v: { readonly profile: Profile; readonly year: number | null }): Drawn {
  const p = v.profile
  const lines: Line[] = p.groups.flatMap((g) =>
    g.criteria.map((c) => ({ c, group: groupTitle(g), item: exampleItem(c) })),
  )
  const t = totalOf(
    p,
    lines.map((l) => l.item),
  )
  return {
    crumbs: [{ label: 'Chấm điểm', href: ROUNDS }, { label: 'Công thức' }],
    body: stack(
      head({
        over: `Bản ${p.version}${v.year === null ? '' : ` · đợt chấm điểm năm ${v.year}`}`,
        title: `Chỉ số bằng tổng điểm đạt chia tổng điểm tối đa áp dụng, theo ${criteriaOf(p).length} tiêu chí công bố`,
        lead: 'Chấm điểm cơ quan, không chấm điểm cá nhân. Mọi cơ quan dùng một công thức.',
      }),
      card({ title: 'Cách tính', body: how(p), foot: p.source }),
      card({ title: 'Tiêu chí', fit: 'flush', body: criteriaTable(lines) }),
      card({
        title: 'Ví dụ tính một phiếu',
        fit: 'flush',
        body: exampleTable(lines),
        foot: `Tổng điểm ${pointsOf(t.total)} trên ${pointsOf(t.most)} điểm áp dụng; chỉ số ${pointsOf(t.total)} : ${pointsOf(t.most)} × 100 = ${pointsOf(t.index)}; xếp loại ${t.band}. Cơ quan trong ví dụ không có nhiệm vụ đến hạn nên tiêu chí 4.2 rút khỏi điểm tối đa.`,
      }),
    ),
  }
}

const groupTitle = (g: Profile['groups'][number]): string =>
  `${g.no}. ${g.title}: ${showNumber(sumOf(g.criteria.map((c) => c.max)), 2)} điểm`

const how = (p: Profile) =>
  facts([
    [
      'Điểm của tiêu chí',
      'Điểm thẩm định nếu có; không thì điểm máy tính từ số liệu. Làm tròn đến hai chữ số lẻ, không dưới 0, không quá điểm tối đa.',
    ],
    ['Tổng điểm', 'Tổng điểm các tiêu chí.'],
    ['Chỉ số', 'Tổng điểm chia tổng điểm tối đa của các tiêu chí áp dụng với cơ quan, nhân 100.'],
    ['Xếp loại', p.bands.map((b) => `${b.label} từ ${showNumber(b.from, 2)}`).join(' · ')],
    [
      'Xếp hạng',
      'Trong từng nhóm cơ quan, theo chỉ số. Bằng chỉ số thì cùng hạng, hạng tiếp theo bỏ cách: 1, 2, 2, 4.',
    ],
    ['Tự chấm', 'Khác điểm máy tính thì nêu số, ngày văn bản, tệp hoặc lý do. Thẩm định khác tự chấm thì nêu lý do.'],
    [
      'Kiến nghị',
      html`Trong ${p.appeal.workingDays} ngày làm việc sau ngày công bố, mỗi tiêu chí một lần, trả lời một lần. ${p.appeal.source}`,
    ],
    ['Khóa', 'Sau hạn kiến nghị, kết quả khóa lại kèm mã băm; từ đó xem và in ra luôn như nhau.'],
  ])

const criteriaTable = (lines: readonly Line[]) =>
  table<Line>({
    caption: 'Tiêu chí, điểm tối đa, cách tính',
    rows: lines,
    empty: '',
    group: (l) => l.group,
    columns: [
      { label: 'Tiêu chí', kind: 'name', cell: (l) => `${l.c.code} ${l.c.title}` },
      { label: 'Tối đa', kind: 'number', cell: (l) => pointsOf(l.c.max) },
      { label: 'Cách tính', room: 'wide', phone: 'whole', cell: (l) => ruleWords(l.c) },
      { label: 'Xét ở đâu', spare: true, cell: (l) => l.c.evidence },
    ],
  })

const exampleTable = (lines: readonly Line[]) =>
  table<Line>({
    caption: 'Ví dụ tính một phiếu',
    rows: lines,
    empty: '',
    columns: [
      { label: 'Tiêu chí', kind: 'name', cell: (l) => `${l.c.code} ${l.c.title}` },
      {
        label: 'Số liệu',
        room: 'wide',
        cell: (l) =>
          l.c.scored.by === 'nguoi'
            ? `Tự chấm ${pointsOf(l.item.self)}, thẩm định ${pointsOf(l.item.appraised)}`
            : countedWords(l.c, l.item.counted, l.item.applies),
      },
      { label: 'Tối đa', kind: 'number', cell: (l) => pointsOf(l.c.max) },
      {
        label: 'Điểm',
        kind: 'number',
        cell: (l) => (l.item.applies ? pointsOf(l.item.appraised ?? l.item.computed) : '–'),
      },
    ],
  })
