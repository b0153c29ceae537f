/** Dữ liệu của tôi: everything the system holds of one person, as a JSON document and as sheets that can be read. */
import { dayOf, showInstant } from '../../../kernel/day.ts'
import type { Row, Sheet, Workbook } from '../../../platform/excel/workbook.ts'
import { type Dossier, type Fact, LEVELS } from '../../people/public.ts'
import { coreLines, groupNamed, linesOf, type Speak, showSource, whenOf } from '../rules/showing.ts'
import type { ConsentLine, EditLine, StoredRequest, ViewingLine } from '../views.ts'
import { CONSENT_STATES, ITEMS, REGIMES, REQUEST_KINDS, REQUEST_STATES } from '../words.ts'

/** What is taken along. Sealed facts and numbers come opened: it is the person's own copy. */
export type OwnData = {
  readonly dossier: Dossier
  readonly numbers: readonly { readonly scheme: string; readonly value: string; readonly state: string }[]
  readonly sealed: readonly Fact[]
  readonly viewings: readonly ViewingLine[]
  readonly edits: readonly EditLine[]
  readonly consents: readonly ConsentLine[]
  readonly requests: readonly StoredRequest[]
  readonly body: string
  readonly takenAt: Temporal.Instant
}

const factOf = (f: Fact, speak: Speak) => ({
  id: f.id,
  group: f.group,
  groupLabel: groupNamed(f.group).label,
  from: f.from,
  to: f.to,
  data: f.data,
  words: Object.fromEntries(linesOf(groupNamed(f.group), f.data, speak).map((l) => [l.label, l.value])),
  level: f.level,
  evidence: f.evidence,
  source: f.source,
  sourceLabel: showSource(f.source, speak),
})

/** The JSON document: values as they are kept, beside them the words of the screen. Times in UTC. */
export function ownDataJson(d: OwnData, speak: Speak): unknown {
  const { person } = d.dossier
  return {
    format: 'nguyen-khi.ho-so-cua-toi',
    version: 1,
    takenAt: d.takenAt.toString(),
    keptBy: d.body,
    person: { ...person, words: Object.fromEntries(coreLines(person, speak).map((l) => [l.label, l.value])) },
    numbers: d.numbers,
    facts: d.dossier.facts.map((f) => factOf(f, speak)),
    sensitive: d.sealed.map((f) => factOf(f, speak)),
    viewings: d.viewings.map((v) => ({ ...v, at: v.at.toString() })),
    edits: d.edits.map((e) => ({ ...e, at: e.at.toString() })),
    consents: d.consents.map((c) => ({ ...c, at: c.at.toString(), itemLabel: ITEMS[c.item].label })),
    requests: d.requests.map((r) => ({
      number: r.number,
      kind: r.kind,
      state: r.state,
      group: r.group,
      content: r.content,
      sentAt: r.sentAt.toString(),
      receiveBy: r.receiveBy,
      decideBy: r.decideBy,
      receivedAt: r.receivedAt?.toString() ?? null,
      answeredAt: r.answeredAt?.toString() ?? null,
      answer: r.answer,
      ground: r.ground,
    })),
  }
}

const sheet = (name: string, title: string, columns: readonly [string, number][], rows: readonly Row[]): Sheet => ({
  name,
  columns: columns.map(([, width]) => ({ width, look: 'wrap' })),
  rows: [
    { cells: [{ value: title, look: 'title', span: columns.length }] },
    { cells: columns.map(([label]) => label), look: 'header' },
    ...(rows.length === 0 ? [[{ value: 'Chưa có thông tin', look: 'note' as const }]] : rows),
  ],
  frozen: 2,
  repeated: [2, 2],
  landscape: true,
})

function recordRows(d: OwnData, speak: Speak): Row[] {
  const core = coreLines(d.dossier.person, speak)
    .filter((l) => l.value !== '')
    .map(
      (l): Row => [
        groupNamed(l.group).label,
        l.label,
        l.value,
        '',
        levelWords(d.dossier.person.coreLevel),
        showSource(d.dossier.person.coreSource, speak),
      ],
    )
  const numbers = d.numbers.map((n): Row => {
    const field = groupNamed('identity').fields.find((f) => f.name === n.scheme)
    return [
      groupNamed('identity').label,
      field?.label ?? n.scheme,
      n.value,
      '',
      '',
      n.state === 'conflict' ? 'Trùng với hồ sơ khác, chờ kiểm tra' : '',
    ]
  })
  const facts = [...d.dossier.facts, ...d.sealed].flatMap((f) =>
    linesOf(groupNamed(f.group), f.data, speak).map(
      (l): Row => [
        groupNamed(f.group).label,
        l.label,
        l.value,
        whenOf(f),
        levelWords(f.level),
        showSource(f.source, speak),
      ],
    ),
  )
  return [...core, ...numbers, ...facts]
}

const levelWords = (level: Fact['level']): string => LEVELS[`${level}`].label

/** The workbook: the record line by line, who looked, what was agreed to, what was asked. */
export function ownDataWorkbook(d: OwnData, speak: Speak): Workbook {
  const name = d.dossier.person.name
  return {
    title: `Dữ liệu của ${name}`,
    creator: d.body,
    made: dayOf(d.takenAt),
    sheets: [
      sheet(
        'Hồ sơ',
        `Hồ sơ ${d.dossier.person.code}, ${name}, tải lúc ${showInstant(d.takenAt)}`,
        [
          ['Nhóm', 30],
          ['Thông tin', 28],
          ['Giá trị', 50],
          ['Thời gian', 22],
          ['Mức xác minh', 22],
          ['Nguồn', 34],
        ],
        recordRows(d, speak),
      ),
      sheet(
        'Ai đã xem',
        'Ai đã xem hồ sơ',
        [
          ['Lúc', 18],
          ['Cơ quan', 36],
          ['Vai trò', 24],
          ['Mục đích', 36],
          ['Phần đã xem', 50],
        ],
        d.viewings.map((v) => [showInstant(v.at), v.body, v.role, v.purpose, v.groups.join(', ')]),
      ),
      sheet(
        'Đồng ý',
        'Sổ đồng ý',
        [
          ['Lúc', 18],
          ['Mục', 36],
          ['Trả lời', 18],
          ['Bản thông báo', 16],
          ['Chế độ', 40],
        ],
        d.consents.map((c) => [
          showInstant(c.at),
          ITEMS[c.item].label,
          CONSENT_STATES[c.state].label,
          c.notice,
          REGIMES[c.regime].label,
        ]),
      ),
      sheet(
        'Yêu cầu',
        'Yêu cầu về dữ liệu',
        [
          ['Số', 8],
          ['Loại', 28],
          ['Gửi lúc', 18],
          ['Trạng thái', 24],
          ['Nội dung', 50],
          ['Trả lời', 50],
        ],
        d.requests.map((r) => [
          r.number,
          REQUEST_KINDS[r.kind].label,
          showInstant(r.sentAt),
          REQUEST_STATES[r.state].label,
          [r.content.reason, ...r.content.claimed.map((l) => `${l.label}: ${l.value}`)]
            .filter((t) => t !== '')
            .join('; '),
          r.answer,
        ]),
      ),
    ],
  }
}
