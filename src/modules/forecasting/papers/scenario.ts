/** Kịch bản kèm theo văn bản (NĐ 30/2020/NĐ-CP, Phụ lục I, mục III): what would be done otherwise, what comes of it, on what it rests. */
import { dayOf, showDay, yearOf } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { type Issuer, type OfficialPaper, type Row, row } from '../../../platform/word/official-paper.ts'
import { leverWords } from '../pages/scenarios.ts'
import { type Bands, bandAt } from '../rules/result.ts'
import type { KeptScenario } from '../views.ts'

/** What the paper is made of. */
export type ScenarioPaper = {
  readonly issuer: Issuer
  readonly scenario: KeptScenario
  readonly sector: (code: string) => string
}

const columns = (from: number, to: number) =>
  [
    { label: 'TT', width: 6, align: 'center' },
    { label: 'Lĩnh vực', width: 36 },
    { label: `Năm ${from}`, width: 13, align: 'right' },
    { label: `Năm ${to}`, width: 13, align: 'right' },
    { label: 'Khoảng 80%', width: 18, align: 'right' },
    { label: `Nghỉ hưu đến ${to}`, width: 14, align: 'right' },
  ] as const

function rows(p: ScenarioPaper): Row[] {
  const { result: r } = p.scenario
  const last = r.start + r.years
  const line = (no: string, name: string, bands: Bands, retiring: number): string[] => {
    const [now, then] = [bandAt(bands, r.start), bandAt(bands, last)]
    return [
      no,
      name,
      showNumber(now?.mean ?? 0, 0),
      showNumber(then?.mean ?? 0, 0),
      then === undefined ? '' : `${showNumber(then.lo80, 0)}–${showNumber(then.hi80, 0)}`,
      showNumber(retiring, 0),
    ]
  }
  const retiring = (sector: string | null): number =>
    r.flows.filter((f) => sector === null || f.sector === sector).reduce((n, f) => n + f.retirements, 0)
  return [
    ...r.sectors.map((s, i) => row(...line(String(i + 1), p.sector(s.sector), s.bands, retiring(s.sector)))),
    row(...line('', 'Toàn đội ngũ', r.total, retiring(null))),
  ]
}

/** The paper that carries the scenario; only the annex is written. */
export function scenarioPaper(p: ScenarioPaper): OfficialPaper {
  const { scenario: s } = p
  const saved = dayOf(s.savedAt)
  const last = s.result.start + s.result.years
  const total = bandAt(s.result.total, last)
  const says = (text: string) => ({ kind: 'paragraph' as const, text })
  return {
    issuer: p.issuer,
    number: { number: null, symbol: '...' },
    date: null,
    year: yearOf(saved),
    kind: 'cong-van',
    abstract: `kịch bản phát triển đội ngũ: ${s.title}`,
    addressees: [],
    legalBases: [],
    body: [],
    signature: { authority: [], post: '', name: null },
    recipients: [],
    filing: '',
    annexes: [
      {
        title: `Kịch bản «${s.title}» đến năm ${last}`,
        landscape: false,
        blocks: [
          says(
            `Đến năm ${last} có ${showNumber(total?.mean ?? 0, 0)} người có trình độ từ đại học, khoảng 80%: ${showNumber(total?.lo80 ?? 0, 0)} đến ${showNumber(total?.hi80 ?? 0, 0)} người.`,
          ),
          ...(s.note === '' ? [] : [says(s.note)]),
          says(
            `Làm khác đi: ${leverWords(s.levers, p.sector)
              .map(([what, how]) => `${what.toLowerCase()} ${how}`)
              .join('; ')}.`,
          ),
          { kind: 'table', columns: [...columns(s.result.start, last)], rows: rows(p) },
          ...(s.approvedAct === null ? [] : [says(`Được duyệt: ${s.approvedAct}.`)]),
          says(
            `Tính ngày ${showDay(saved)}, ${showNumber(s.result.draws)} lần thử, hạt giống ${s.result.seed}. Mã băm của mô hình: ${s.modelDigest.slice(0, 16)}; của kết quả: ${s.resultDigest.slice(0, 16)}.`,
          ),
        ],
      },
    ],
  }
}
