/** Quy tắc của kiến nghị: tách dòng, tập hợp, gộp, giao, trả lời, sắp xếp. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../../kernel/day.ts'
import type { Proposal, ProposalState } from '../words.ts'
import { alikeGroups } from './alike.ts'
import { type KnownLine, planGathering, type Reading, type Section } from './gathering.ts'
import { addresseeOf, linesOf } from './lines.ts'
import { daysLate, filtered, inOrder, type ProposalLine } from './listing.ts'
import {
  answering,
  assigning,
  declining,
  merging,
  passing,
  reopening,
  separating,
  splitting,
  standing,
} from './moves.ts'

const TODAY = day('2026-12-20')
const proposal = (change: Partial<Proposal> = {}): Proposal => ({
  id: 'p1',
  code: 'KN-0001',
  year: 2026,
  text: 'Đề nghị bố trí kinh phí đào tạo.',
  addressee: '',
  ownerId: null,
  due: null,
  state: 'moi',
  answer: '',
  document: '',
  settledOn: null,
  passedTo: '',
  mergedInto: null,
  askerIds: ['u1'],
  version: 1,
  ...change,
})
const given = (state: ProposalState, change: Partial<Proposal> = {}): Proposal =>
  proposal({ state, ownerId: 'sở', due: day('2026-12-31'), ...change })

describe('tách mục 5 thành từng kiến nghị', () => {
  it.each([
    ['một dòng là một kiến nghị', 'Đề nghị bổ sung kinh phí.', ['Đề nghị bổ sung kinh phí.']],
    [
      'mỗi dòng một kiến nghị khi không đánh dấu',
      'Bổ sung kinh phí.\nTăng biên chế.',
      ['Bổ sung kinh phí.', 'Tăng biên chế.'],
    ],
    [
      'gạch đầu dòng, chấm tròn, cộng',
      '- Bổ sung kinh phí.\n• Tăng biên chế.\n+ Mở lớp.',
      ['Bổ sung kinh phí.', 'Tăng biên chế.', 'Mở lớp.'],
    ],
    [
      'đánh số, đánh chữ',
      '1. Bổ sung kinh phí.\n2) Tăng biên chế.\nđ) Mở lớp.',
      ['Bổ sung kinh phí.', 'Tăng biên chế.', 'Mở lớp.'],
    ],
    [
      'dòng không dấu nối vào dòng có dấu trước nó',
      '- Bổ sung kinh phí\ncho đào tạo.\n- Mở lớp.',
      ['Bổ sung kinh phí cho đào tạo.', 'Mở lớp.'],
    ],
    [
      'dòng dẫn đứng trước từng kiến nghị',
      'Đề nghị UBND tỉnh:\n- Bổ sung kinh phí.\n- Mở lớp.',
      ['Đề nghị UBND tỉnh: Bổ sung kinh phí.', 'Đề nghị UBND tỉnh: Mở lớp.'],
    ],
    [
      'dòng dẫn sau thay dòng dẫn trước',
      '1. Với Sở Nội vụ:\n- Mở lớp.\n2. Với Sở Tài chính:\n- Bố trí vốn.',
      ['Với Sở Nội vụ: Mở lớp.', 'Với Sở Tài chính: Bố trí vốn.'],
    ],
    [
      'số có phần thập phân không phải là dấu đầu dòng',
      '2.400 triệu đồng chưa được bố trí.',
      ['2.400 triệu đồng chưa được bố trí.'],
    ],
    ['không có kiến nghị', 'Không có kiến nghị, đề xuất gì.', []],
    ['không', 'Không.', []],
    ['không phát sinh', '- Không phát sinh', []],
    [
      'câu bắt đầu bằng Không vẫn là kiến nghị',
      'Không tính chỉ tiêu này cho đơn vị mới lập.',
      ['Không tính chỉ tiêu này cho đơn vị mới lập.'],
    ],
    ['để trống', ' \n ', []],
    ['chỉ có dòng dẫn thì không mất', 'Đề nghị UBND tỉnh bố trí vốn:', ['Đề nghị UBND tỉnh bố trí vốn:']],
  ])('%s', (_name, text, lines) => expect(linesOf(text)).toEqual(lines))

  const words = fc.array(fc.constantFrom('bổ', 'sung', 'kinh', 'phí', 'đào', 'tạo', 'cán', 'bộ'), {
    minLength: 2,
    maxLength: 9,
  })
  const item = words.map((w) => `Đề nghị ${w.join(' ')}.`)
  it('viết bằng dấu nào cũng ra đúng các kiến nghị ấy', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('- ', '+ ', '• ', '* ', '– '),
        (items, mark) => {
          expect(linesOf(items.map((t) => mark + t).join('\n'))).toEqual(items)
          expect(linesOf(items.map((t, i) => `${i + 1}. ${t}`).join('\r\n\r\n'))).toEqual(items)
          expect(linesOf(items.join('\n'))).toEqual(items)
        },
      ),
    )
  })
  it('không từ nào của mục 5 bị mất', () => {
    const piece = fc.tuple(fc.constantFrom('', '- ', '1. ', 'a) ', ''), words, fc.constantFrom('', '.', ':', ';'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const typed = pieces.map(([mark, w, end]) => `${mark}${w.join(' ')}${end}`).join('\n')
        const kept = linesOf(typed).join(' ')
        // A heading of a few words says nothing by itself; everything else is there.
        const demanded = pieces
          .filter(([, w, end]) => end !== ':' || w.length >= 5)
          .map(([, w, end]) => w.join(' ') + end)
        for (const text of demanded) expect(kept).toContain(text)
      }),
    )
  })
})

describe('kiến nghị với ai', () => {
  it.each([
    ['Đề nghị Sở Nội vụ sớm thống nhất mẫu thu thập dữ liệu.', 'Sở Nội vụ'],
    ['Đề nghị UBND quan tâm bố trí kinh phí.', 'UBND'],
    ['Kiến nghị với Bộ Nội vụ hướng dẫn chế độ.', 'Bộ Nội vụ'],
    ['Đề nghị UBND tỉnh: Bổ sung kinh phí.', 'UBND tỉnh'],
    ['Đề nghị bổ sung kinh phí cho bộ máy.', ''],
    ['Mở lớp bồi dưỡng.', ''],
  ])('%s → %s', (text, who) => expect(addresseeOf(text)).toBe(who))
})

const section = (text: string, number = 1): Section => ({
  obligationId: 'o1',
  unitId: 'u1',
  unitName: 'Sở Y tế',
  title: 'Báo cáo năm 2026',
  report: 'BC-2026-0001',
  number,
  text,
})
/** What is known after a plan was carried out. */
function applied(s: Section, known: readonly KnownLine[], readings: readonly Reading[]) {
  const [plan] = planGathering([s], known, readings)
  if (plan === undefined) return { known, readings, changes: [] }
  const carried = new Set(plan.changes.flatMap((c) => (c.kind === 'same' || c.kind === 'changed' ? [c.was.id] : [])))
  const fresh = plan.changes.flatMap((c): KnownLine[] =>
    c.kind === 'gone'
      ? []
      : [{ id: `${s.number}.${c.line}`, obligationId: s.obligationId, number: s.number, text: c.text }],
  )
  return {
    known: [...known.filter((k) => !carried.has(k.id)), ...fresh],
    readings: [...readings, { obligationId: s.obligationId, number: s.number }],
    changes: plan.changes,
  }
}

describe('tập hợp', () => {
  const A = 'Bổ sung kinh phí đào tạo sau đại học cho viên chức.'
  const B = 'Sớm ban hành mẫu thu thập dữ liệu về trí thức.'
  it('lần đầu: mỗi dòng là một kiến nghị mới; tập hợp lại không có gì', () => {
    const first = applied(section(`- ${A}\n- ${B}`), [], [])
    expect(first.changes.map((c) => c.kind)).toEqual(['new', 'new'])
    expect(planGathering([section(`- ${A}\n- ${B}`)], first.known, first.readings)).toEqual([])
  })
  it('nộp lại giữ nguyên, đổi lời, thêm, bỏ: nhận ra từng dòng', () => {
    const first = applied(section(`- ${A}\n- ${B}\n- Tăng biên chế sự nghiệp.`), [], [])
    const second = applied(
      section(
        `- ${A}\n- Sớm ban hành mẫu thống nhất thu thập dữ liệu về trí thức.\n- Mở lớp ngoại ngữ tại chỗ cho xã.`,
        2,
      ),
      first.known,
      first.readings,
    )
    expect(second.changes.map((c) => c.kind)).toEqual(['same', 'changed', 'new', 'gone'])
  })
  it('đã không nêu từ bản trước thì bản sau không báo lại; nêu lại thì nối vào kiến nghị cũ', () => {
    const first = applied(section(`- ${A}\n- ${B}`), [], [])
    const second = applied(section(`- ${A}`, 2), first.known, first.readings)
    const third = applied(section(`- ${A}`, 3), second.known, second.readings)
    const fourth = applied(section(`- ${A}\n- ${B}`, 4), third.known, third.readings)
    expect(second.changes.map((c) => c.kind)).toEqual(['same', 'gone'])
    expect(third.changes.map((c) => c.kind)).toEqual(['same'])
    expect(fourth.changes.map((c) => c.kind)).toEqual(['same', 'same'])
  })
  it('qua bao nhiêu lần nộp lại: mỗi dòng một lần, dòng cũ không mất, bấm lại không có gì', () => {
    const word = fc.constantFrom('kinh', 'phí', 'đào', 'tạo', 'biên', 'chế', 'nhà', 'ở', 'dữ', 'liệu')
    const line = fc.array(word, { minLength: 3, maxLength: 7 }).map((w) => w.join(' '))
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 5 }), { minLength: 1, maxLength: 4 }), (versions) => {
        let now: { known: readonly KnownLine[]; readings: readonly Reading[] } = { known: [], readings: [] }
        let chains = 0
        for (const [i, lines] of versions.entries()) {
          const s = section(lines.map((l) => `- ${l}`).join('\n'), i + 1)
          const next = applied(s, now.known, now.readings)
          const said = next.changes.filter((c) => c.kind !== 'gone')
          expect(said.map((c) => (c.kind === 'gone' ? '' : c.text))).toEqual(lines)
          const old = next.changes.flatMap((c) => (c.kind === 'new' ? [] : [c.was.id]))
          expect(new Set(old).size).toBe(old.length)
          chains += next.changes.filter((c) => c.kind === 'new').length
          expect(next.known).toHaveLength(chains)
          expect(planGathering([s], next.known, next.readings)).toEqual([])
          now = next
        }
      }),
    )
  })
})

describe('gợi ý gộp', () => {
  const said = (id: string, text: string) => ({ id, text })
  it('giống hệt và gần giống vào một nhóm; khác thì không', () => {
    const groups = alikeGroups([
      said('1', 'Đề nghị bố trí kinh phí hỗ trợ đào tạo sau đại học cho viên chức'),
      said('2', 'Sớm ban hành mẫu thu thập dữ liệu'),
      said('3', 'Đề nghị bố trí kinh phí hỗ trợ đào tạo sau đại học cho viên chức ngành y tế'),
      said('4', 'Đề nghị bố trí kinh phí hỗ trợ đào tạo sau đại học cho viên chức'),
    ])
    expect(groups.map((g) => [g.first.id, ...g.others.map((o) => o.id)])).toEqual([['1', '3', '4']])
    expect(groups[0]?.others.map((o) => o.like)).toEqual([expect.closeTo(0.9, 1), 1])
  })
  it('mỗi kiến nghị ở nhiều nhất một nhóm, thứ tự của danh sách giữ nguyên', () => {
    const word = fc.constantFrom('kinh', 'phí', 'đào', 'tạo', 'biên', 'chế')
    const list = fc
      .array(fc.array(word, { minLength: 2, maxLength: 6 }), { maxLength: 12 })
      .map((all) => all.map((w, i) => said(String(i), w.join(' '))))
    fc.assert(
      fc.property(list, (all) => {
        const groups = alikeGroups(all).map((g) => [g.first, ...g.others])
        const ids = groups.flat().map((p) => p.id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const g of groups) {
          const places = g.map((p) => Number(p.id))
          expect(places).toEqual([...places].sort((a, b) => a - b))
          expect(g.length).toBeGreaterThan(1)
        }
      }),
    )
  })
})

describe('giao, trả lời, chuyển, mở lại', () => {
  const ask = { ownerId: 'sở', due: day('2026-12-31') }
  const reply = { answer: 'Đã bố trí.', document: '12/SNV-CCVC', on: TODAY, reason: '' }
  const up = { passedTo: 'Bộ Nội vụ', document: '99/UBND', on: TODAY }
  const can = (p: Proposal) => ({
    giao: assigning(p, ask, TODAY).ok,
    traLoi: answering(p, { ...reply, reason: 'sửa số' }, TODAY).ok,
    chuyen: passing(p, up, TODAY).ok,
    tuChoi: declining(p, 'không phải việc của Sở', TODAY).ok,
    moLai: reopening(p).ok,
    tach: splitting(p, ['một', 'hai']).ok,
  })
  it.each([
    ['moi', { giao: true, traLoi: false, chuyen: true, tuChoi: true, moLai: false, tach: true }],
    ['da-giao', { giao: true, traLoi: true, chuyen: true, tuChoi: true, moLai: false, tach: true }],
    ['da-tra-loi', { giao: false, traLoi: true, chuyen: false, tuChoi: false, moLai: true, tach: false }],
    ['chuyen-cap-tren', { giao: false, traLoi: true, chuyen: false, tuChoi: false, moLai: true, tach: false }],
    ['khong-thuoc-tham-quyen', { giao: true, traLoi: false, chuyen: true, tuChoi: false, moLai: true, tach: false }],
  ] as const)('%s: được làm %o', (state, allowed) => expect(can(given(state))).toEqual(allowed))

  it('hạn trả lời không được trước hôm nay; đúng hôm nay thì được', () => {
    expect(assigning(proposal(), { ownerId: 'sở', due: day('2026-12-19') }, TODAY)).toMatchObject({ ok: false })
    expect(assigning(proposal(), { ownerId: 'sở', due: TODAY }, TODAY)).toMatchObject({
      ok: true,
      value: { state: 'da-giao' },
    })
  })
  it('văn bản trả lời không được của ngày mai', () => {
    expect(answering(given('da-giao'), { ...reply, on: day('2026-12-21') }, TODAY)).toMatchObject({
      code: 'proposals.day',
    })
  })
  it('đính chính trả lời phải nêu lý do', () => {
    expect(answering(given('da-tra-loi'), reply, TODAY)).toMatchObject({ code: 'proposals.reason' })
  })
  it('mở lại thì phải giao lại', () => {
    expect(reopening(given('da-tra-loi'))).toMatchObject({
      ok: true,
      value: { state: 'moi', ownerId: null, answer: '' },
    })
  })
})

describe('tách, gộp, tách khỏi nhóm', () => {
  it('tách cần ít nhất hai nội dung khác nhau', () => {
    expect(splitting(proposal(), ['Một', 'một '])).toMatchObject({ code: 'proposals.split' })
    expect(splitting(proposal(), ['Một', 'Hai', 'Một'])).toMatchObject({ ok: true, value: ['Một', 'Hai'] })
  })
  it.each([
    ['không chọn gì', proposal(), [], 'proposals.merge'],
    ['vào chính nó', proposal(), [proposal()], 'proposals.merge'],
    ['khác năm', proposal(), [proposal({ id: 'p2', year: 2025 })], 'proposals.merge'],
    ['đã gộp rồi', proposal(), [proposal({ id: 'p2', mergedInto: 'p3' })], 'proposals.merged'],
    ['vào kiến nghị đã gộp', proposal({ mergedInto: 'p3' }), [proposal({ id: 'p2' })], 'proposals.merged'],
    ['đã trả lời riêng', proposal(), [given('da-tra-loi', { id: 'p2' })], 'proposals.state'],
  ])('không gộp: %s', (_name, kept, others, code) => expect(merging(kept, others)).toMatchObject({ ok: false, code }))
  it('kiến nghị mới gộp được vào kiến nghị đã trả lời', () => {
    expect(merging(given('da-tra-loi'), [proposal({ id: 'p2' })]).ok).toBe(true)
  })
  it('tách khỏi nhóm thì về trạng thái Mới', () => {
    expect(separating(proposal({ mergedInto: 'p2', ownerId: 'sở' }))).toMatchObject({
      value: { state: 'moi', ownerId: null },
    })
    expect(separating(proposal())).toMatchObject({ ok: false })
    expect(standing(proposal({ mergedInto: 'p2' }))).toMatchObject({ ok: false })
  })
})

describe('danh sách', () => {
  const line = (change: Partial<ProposalLine>): ProposalLine => {
    const p = { ...proposal(), ...change }
    return { ...p, ownerName: null, askers: [], asking: 1, daysLate: daysLate(p, TODAY), ...change }
  }
  it('ngày cuối của hạn còn đúng hạn, hôm sau là quá hạn một ngày', () => {
    expect(daysLate(given('da-giao', { due: TODAY }), TODAY)).toBe(0)
    expect(daysLate(given('da-giao', { due: day('2026-12-19') }), TODAY)).toBe(1)
  })
  it('đã trả lời, đã chuyển thì không quá hạn', () => {
    for (const s of ['da-tra-loi', 'chuyen-cap-tren', 'khong-thuoc-tham-quyen', 'moi'] as const)
      expect(daysLate(given(s, { due: day('2026-01-01') }), TODAY)).toBe(0)
  })
  it('quá hạn đứng đầu, lâu nhất trước', () => {
    const due = fc
      .integer({ min: -40, max: 40 })
      .map((n) => Temporal.PlainDate.from(TODAY).add({ days: n }).toString() as Day)
    const states = fc.constantFrom<ProposalState>(
      'moi',
      'da-giao',
      'da-tra-loi',
      'chuyen-cap-tren',
      'khong-thuoc-tham-quyen',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(states, due), { maxLength: 20 }), (list) => {
        const all = list.map(([state, d], i) =>
          line({ ...given(state, { due: d }), id: String(i), code: `KN-${i + 1}` }),
        )
        const sorted = inOrder(all)
        expect(sorted).toHaveLength(all.length)
        const late = sorted.map((p) => p.daysLate)
        expect(late).toEqual([...late].sort((a, b) => b - a))
      }),
    )
  })
  it('lọc theo trạng thái, quá hạn, cơ quan hỏi hoặc trả lời, chữ không dấu', () => {
    const a = line({ ...given('da-giao', { due: day('2026-12-01') }), askerIds: ['y'] })
    const b = line({ id: 'p2', code: 'KN-0002', text: 'Sớm ban hành mẫu', askerIds: ['x'] })
    const none = { state: '', late: false, unit: '', q: '' } as const
    expect(filtered([a, b], none)).toEqual([a, b])
    expect(filtered([a, b], { ...none, late: true })).toEqual([a])
    expect(filtered([a, b], { ...none, state: 'moi' })).toEqual([b])
    expect(filtered([a, b], { ...none, unit: 'x' })).toEqual([b])
    expect(filtered([a, b], { ...none, unit: 'sở' })).toEqual([a])
    expect(filtered([a, b], { ...none, q: 'som ban hanh' })).toEqual([b])
  })
})
