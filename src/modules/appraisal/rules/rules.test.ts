/** Công thức chấm điểm: one line = one sentence of the published formula; then what holds for any points. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Counted, Item } from '../words.ts'
import { answerAppeal, mayAppeal } from './appeal.ts'
import { countFacts } from './counting.ts'
import { computePoints, countItem, differenceOf, finalOf, rounded, selfOf, sumOf } from './points.ts'
import { criteriaOf, criterionOf, ProfileSchema, type Rule, SHIPPED } from './profile.ts'
import { rank, totalOf } from './rank.ts'
import { closeRound, openRound, publishRound, stillScoring } from './round.ts'
import { FIELD, readAppraised, readSelf } from './scoring.ts'

const STEPS: Rule = {
  kind: 'bac',
  steps: [
    { upTo: 0, points: 15 },
    { upTo: 3, points: 10 },
    { upTo: 7, points: 6 },
  ],
}
const EACH: Rule = { kind: 'tru', each: 2 }
const SHARE: Rule = { kind: 'ty-le' }
const NO_EVIDENCE = { number: '', day: null, fileId: null, fileName: null }

const item = (criterion: string, more: Partial<Item> = {}): Item => ({
  criterion,
  applies: true,
  computed: null,
  counted: null,
  self: null,
  selfReason: '',
  evidence: NO_EVIDENCE,
  appraised: null,
  appraisedReason: '',
  ...more,
})

/** All items at the greatest points. */
const best = (): Item[] => criteriaOf(SHIPPED).map((c) => item(c.code, { computed: c.max }))

describe('Bộ tiêu chí đi kèm', () => {
  it('bốn nhóm, cộng đúng 100 điểm, có cả tiêu chí đếm được và tiêu chí người chấm', () => {
    expect(SHIPPED.groups.map((g) => g.title)).toEqual(['Đầy đủ', 'Đúng hạn', 'Chất lượng báo cáo', 'Kết quả nhiệm vụ'])
    expect(sumOf(criteriaOf(SHIPPED).map((c) => c.max))).toBe(100)
    expect(
      criteriaOf(SHIPPED)
        .filter((c) => c.scored.by === 'nguoi')
        .map((c) => c.code),
    ).toEqual(['3.3', '4.3'])
  })
  it.each([
    ['mã tiêu chí trùng', { groups: [...SHIPPED.groups, SHIPPED.groups[0]] }],
    ['mức xếp loại không kết thúc ở 0', { bands: [{ from: 50, label: 'Đạt' }] }],
    [
      'bậc điểm tăng theo số ngày muộn',
      {
        groups: [
          {
            no: '1',
            title: 'Một',
            criteria: [
              {
                code: '1',
                title: 'x',
                max: 5,
                evidence: '',
                scored: {
                  by: 'so-lieu',
                  fact: 'ngay-muon',
                  rule: {
                    kind: 'bac',
                    steps: [
                      { upTo: 0, points: 1 },
                      { upTo: 2, points: 3 },
                    ],
                  },
                },
              },
            ],
          },
        ],
      },
    ],
  ])('bản thay thế sai bị từ chối: %s', (_name, more) => {
    expect(ProfileSchema.safeParse({ ...SHIPPED, ...more }).success).toBe(false)
  })
})

describe('Điểm của một tiêu chí đếm được', () => {
  it.each<[string, Rule, number, Counted, boolean, number]>([
    ['đúng hạn: đủ điểm', STEPS, 15, { n: 0, of: null }, true, 15],
    ['muộn 1 ngày: bậc đến 3 ngày', STEPS, 15, { n: 1, of: null }, true, 10],
    ['muộn 3 ngày: còn trong bậc', STEPS, 15, { n: 3, of: null }, true, 10],
    ['muộn 4 ngày: bậc sau', STEPS, 15, { n: 4, of: null }, true, 6],
    ['muộn hơn bậc cuối: 0 điểm', STEPS, 15, { n: 8, of: null }, true, 0],
    ['chưa gửi: 0 điểm', STEPS, 15, null, true, 0],
    ['không bị trả lại: đủ điểm', EACH, 5, { n: 0, of: null }, true, 5],
    ['trả lại 2 lần: trừ 2 điểm mỗi lần', EACH, 5, { n: 2, of: null }, true, 1],
    ['trả lại 3 lần: không xuống dưới 0', EACH, 5, { n: 3, of: null }, true, 0],
    ['4 trong 5 nhóm: bốn phần năm số điểm', SHARE, 8, { n: 4, of: 5 }, true, 6.4],
    ['1 trong 3: làm tròn đến hai chữ số lẻ', SHARE, 8, { n: 1, of: 3 }, true, 2.67],
    ['không có gì để đo: không áp dụng', SHARE, 8, { n: 0, of: 0 }, false, 0],
  ])('%s', (_name, rule, max, counted, applies, points) => {
    expect(computePoints(rule, max, counted)).toEqual({ applies, points })
  })

  const rules = fc.oneof(
    fc.constant<Rule>(SHARE),
    fc.integer({ min: 1, max: 500 }).map((n): Rule => ({ kind: 'tru', each: n / 100 })),
    fc.constant<Rule>(STEPS),
  )
  it('không bao giờ dưới 0 hay trên điểm tối đa', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 3000 }), fc.nat(200), fc.nat(200), (rule, hundredths, n, of) => {
        const { points } = computePoints(rule, hundredths / 100, { n, of: rule.kind === 'ty-le' ? of : null })
        return points >= 0 && points <= hundredths / 100 && rounded(points) === points
      }),
    )
  })
  it('thêm một lần muộn, một lần trả lại không bao giờ thêm điểm; thêm một việc xong không bao giờ bớt điểm', () => {
    fc.assert(
      fc.property(rules, fc.nat(100), fc.integer({ min: 1, max: 100 }), (rule, n, of) => {
        const at = (k: number) => computePoints(rule, 15, { n: k, of: rule.kind === 'ty-le' ? of : null }).points
        return rule.kind === 'ty-le' ? at(n + 1) >= at(n) : at(n + 1) <= at(n)
      }),
    )
  })
})

describe('Ba điểm cạnh nhau', () => {
  it.each<[string, Partial<Item>, number, number, number]>([
    ['đồng ý điểm máy tính', { computed: 6 }, 6, 6, 0],
    ['tự nhận cao hơn, thẩm định giữ điểm máy tính', { computed: 6, self: 8 }, 8, 6, -2],
    ['tự nhận cao hơn, thẩm định chấp nhận', { computed: 6, self: 8, appraised: 8 }, 8, 8, 0],
    ['người chấm, chưa thẩm định: điểm tự chấm chưa đứng', { self: 9 }, 9, 0, -9],
    ['người chấm, đã thẩm định', { self: 9, appraised: 7.5 }, 9, 7.5, -1.5],
    ['không áp dụng: không có điểm', { applies: false, self: 5, appraised: 5 }, 0, 0, 0],
  ])('%s', (_name, more, self, final, difference) => {
    const i = item('1.1', more)
    expect([selfOf(i), finalOf(i), differenceOf(i)]).toEqual([self, final, difference])
  })
})

const points = fc.integer({ min: 0, max: 10_000 })

/** Items with any points within their criteria. */
const anyItems = fc
  .array(fc.tuple(points, fc.boolean(), fc.option(points)), { minLength: 11, maxLength: 11 })
  .map((list) =>
    criteriaOf(SHIPPED).map((c, i) => {
      const [computed, applies, given] = list[i] ?? [0, true, null]
      const part = (share: number) => rounded((c.max * share) / 10_000)
      return item(c.code, {
        applies,
        computed: c.scored.by === 'nguoi' ? null : part(computed),
        appraised: given === null ? null : part(given),
      })
    }),
  )

describe('Tổng điểm và chỉ số', () => {
  it('mọi tiêu chí đủ điểm: 100, xếp loại cao nhất', () => {
    expect(totalOf(SHIPPED, best())).toMatchObject({ total: 100, most: 100, index: 100, band: 'Xuất sắc' })
  })
  it('tiêu chí không áp dụng rút khỏi điểm tối đa: 85 trên 85 vẫn là 100', () => {
    const items = best().map((i) => (i.criterion === '4.2' ? { ...i, applies: false } : i))
    expect(totalOf(SHIPPED, items)).toMatchObject({ total: 85, most: 85, index: 100 })
  })
  it.each([
    [90, 'Xuất sắc'],
    [89.99, 'Tốt'],
    [65, 'Khá'],
    [50, 'Trung bình'],
    [49.99, 'Yếu'],
    [0, 'Yếu'],
  ])('chỉ số %s là %s', (index, band) => {
    expect(SHIPPED.bands.find((b) => index >= b.from)?.label).toBe(band)
  })
  it('tổng đúng bằng tổng các tiêu chí và tổng các nhóm, không quá điểm tối đa áp dụng', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const t = totalOf(SHIPPED, items)
        return (
          t.total === sumOf(items.map(finalOf)) &&
          t.total === sumOf(Object.values(t.parts)) &&
          t.total <= t.most &&
          t.index >= 0 &&
          t.index <= 100
        )
      }),
    )
  })
  it('thêm điểm một tiêu chí không bao giờ giảm chỉ số', () => {
    fc.assert(
      fc.property(anyItems, fc.nat(10), (items, at) => {
        const c = criteriaOf(SHIPPED)[at]
        const more = items.map((i) => (i.criterion === c?.code ? { ...i, appraised: c.max } : i))
        return totalOf(SHIPPED, more).index >= totalOf(SHIPPED, items).index
      }),
    )
  })
})

const body = (unitCode: string, given: number, group = 'cap-xa') => ({
  unitCode,
  unitName: unitCode,
  group,
  items: [item('1.1', { computed: given })],
})

describe('Xếp hạng', () => {
  it('bằng chỉ số thì cùng hạng, hạng sau bỏ cách: 1, 2, 2, 4', () => {
    const list = rank(SHIPPED, [body('a', 5), body('b', 9), body('c', 7), body('d', 7)], ['cap-xa'])
    expect(list.map((r) => [r.unitCode, r.rank])).toEqual([
      ['b', 1],
      ['c', 2],
      ['d', 2],
      ['a', 4],
    ])
  })
  it('mỗi nhóm cơ quan xếp riêng, theo thứ tự nhóm', () => {
    const list = rank(SHIPPED, [body('x', 9), body('s', 4, 'so')], ['so', 'cap-xa'])
    expect(list.map((r) => [r.unitCode, r.rank])).toEqual([
      ['s', 1],
      ['x', 1],
    ])
  })
  it('thứ tự không phụ thuộc thứ tự đưa vào; hạng cao hơn không bao giờ có chỉ số thấp hơn', () => {
    const bodies = fc.uniqueArray(
      fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 10 })),
      {
        selector: ([code]) => code,
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(bodies, (list) => {
        const given = list.map(([code, n]) => body(code, n))
        const there = rank(SHIPPED, given, [])
        expect(rank(SHIPPED, given.toReversed(), [])).toEqual(there)
        return there.every((r, i) => {
          const before = there[i - 1]
          if (before === undefined) return r.rank === 1
          return before.index === r.index ? before.rank === r.rank : before.index > r.index && r.rank === i + 1
        })
      }),
    )
  })
})

const sent = {
  daysLate: 2,
  returns: 1,
  unexplained: 0,
  fullness: { groups: { n: 4, of: 5 }, figures: { n: 9, of: 10 }, proven: { n: 1, of: 3 } },
}

describe('Số liệu để chấm', () => {
  it('chưa gửi báo cáo: các số của báo cáo không đếm được, 0 điểm; không được lợi vì chưa bị trả lại', () => {
    const counted = countFacts({ daysLate: null, returns: 0, unexplained: null, fullness: null }, [], 2026)
    expect(counted['da-gui']).toEqual({ n: 0, of: 1 })
    expect(counted['lan-tra-lai']).toBeNull()
    const items = criteriaOf(SHIPPED).map((c) =>
      item(c.code, countItem(c, c.scored.by === 'so-lieu' ? counted[c.scored.fact] : null)),
    )
    expect(totalOf(SHIPPED, items)).toMatchObject({ total: 0, index: 0 })
  })
  it('nhiệm vụ: hoàn thành quá hạn tính một nửa, tạm dừng không tính, hạn năm sau chưa tính', () => {
    const at = Temporal.Instant.from('2026-06-01T00:00:00Z')
    const led = (state: string, due: string | null) => ({ state, due: due === null ? null : day(due), reportedAt: at })
    const counted = countFacts(
      sent,
      [
        led('hoan-thanh', '2026-05-01'),
        led('hoan-thanh-muon', '2026-05-01'),
        led('qua-han', '2026-06-30'),
        led('tam-dung', '2026-01-01'),
        { ...led('da-giao', '2027-06-30'), reportedAt: null },
      ],
      2026,
    )
    expect(counted['nhiem-vu-hoan-thanh']).toEqual({ n: 1.5, of: 3 })
    expect(counted['nhiem-vu-da-bao']).toEqual({ n: 3, of: 4 })
  })
})

const ITEMS = [item('2.1', { computed: 10, counted: { n: 2, of: null } }), item('3.3'), item('4.2', { applies: false })]
const own = (typed: Record<string, string>, files: string[] = []) =>
  readSelf(SHIPPED, ITEMS, { [FIELD.points('3.3')]: '0', ...typed }, new Set(files))

describe('Cơ quan tự chấm', () => {
  it('để trống tiêu chí máy tính là đồng ý; nhập đúng số ấy cũng là đồng ý', () => {
    expect(own({})).toMatchObject({
      ok: true,
      value: [
        { criterion: '2.1', self: null },
        { criterion: '3.3', self: 0 },
      ],
    })
    expect(own({ [FIELD.points('2.1')]: '10' })).toMatchObject({ ok: true, value: [{ self: null }, {}] })
  })
  it.each<[string, Record<string, string>, string[], string | null]>([
    ['tiêu chí người chấm không được bỏ trống', { [FIELD.points('3.3')]: '' }, [], FIELD.points('3.3')],
    ['không quá điểm tối đa', { [FIELD.points('3.3')]: '12,5', [FIELD.reason('3.3')]: 'x' }, [], FIELD.points('3.3')],
    ['không âm', { [FIELD.points('3.3')]: '-1', [FIELD.reason('3.3')]: 'x' }, [], FIELD.points('3.3')],
    [
      'không quá hai chữ số lẻ',
      { [FIELD.points('3.3')]: '1,234', [FIELD.reason('3.3')]: 'x' },
      [],
      FIELD.points('3.3'),
    ],
    ['tự nhận điểm phải có tài liệu hoặc lý do', { [FIELD.points('3.3')]: '9' }, [], FIELD.reason('3.3')],
    ['khác điểm máy tính cũng vậy', { [FIELD.points('2.1')]: '15' }, [], FIELD.reason('2.1')],
    ['có lý do là được', { [FIELD.points('2.1')]: '15', [FIELD.reason('2.1')]: 'Mất mạng' }, [], null],
    ['có tệp là được', { [FIELD.points('3.3')]: '9' }, ['3.3'], null],
    [
      'có số và ngày văn bản là được',
      { [FIELD.points('3.3')]: '9', [FIELD.number('3.3')]: '12/KH', [FIELD.day('3.3')]: '05/01/2026' },
      [],
      null,
    ],
    ['có số mà thiếu ngày', { [FIELD.points('3.3')]: '9', [FIELD.number('3.3')]: '12/KH' }, [], FIELD.number('3.3')],
    [
      'ngày không có thật',
      { [FIELD.points('3.3')]: '9', [FIELD.number('3.3')]: '12/KH', [FIELD.day('3.3')]: '31/02/2026' },
      [],
      FIELD.day('3.3'),
    ],
  ])('%s', (_name, typed, files, wrong) => {
    expect(own(typed, files)).toMatchObject(
      wrong === null ? { ok: true } : { ok: false, fields: { [wrong]: expect.any(String) } },
    )
  })
})

describe('Thẩm định', () => {
  const items = [item('2.1', { computed: 10, self: 15, selfReason: 'Mất mạng' }), item('3.3', { self: 9 })]
  const appraise = (typed: Record<string, string>) => readAppraised(SHIPPED, items, typed)
  it('để trống: điểm máy tính đứng, điểm tự chấm đứng ở tiêu chí người chấm; khác điểm tự chấm phải nêu lý do', () => {
    expect(appraise({})).toMatchObject({ ok: false, fields: { [FIELD.reason('2.1')]: expect.stringContaining('15') } })
    expect(appraise({ [FIELD.reason('2.1')]: 'Nhật ký nộp: 2 ngày muộn' })).toMatchObject({
      ok: true,
      value: [{ appraised: null }, { appraised: 9 }],
    })
  })
  it('chấp nhận điểm tự chấm không cần lý do', () => {
    expect(appraise({ [FIELD.points('2.1')]: '15' })).toMatchObject({ ok: true, value: [{ appraised: 15 }, {}] })
  })
})

const TODAY = day('2026-12-10')

describe('Các bước của đợt', () => {
  const open = { year: 2026, dueBefore: day('2026-12-05'), today: TODAY, exists: false, bodies: 3 }
  it.each([
    ['sau hạn nộp thì mở được', {}, null],
    ['đúng ngày sau ngày cuối cùng còn hạn thì mở được', { today: day('2026-12-05') }, null],
    ['ngày cuối cùng còn hạn thì chưa', { today: day('2026-12-04') }, 'appraisal.early'],
    ['chưa mở kỳ báo cáo', { dueBefore: null }, 'appraisal.no-period'],
    ['đã mở đợt rồi', { exists: true }, 'appraisal.exists'],
    ['không cơ quan nào phải báo cáo', { bodies: 0 }, 'appraisal.nobody'],
  ])('%s', (_name, more, code) => {
    expect(openRound({ ...open, ...more })).toMatchObject(code === null ? { ok: true } : { ok: false, code })
  })
  it('công bố khi không còn phiếu chờ thẩm định; công bố rồi thì thôi chấm', () => {
    expect(publishRound('dang-cham', 2)).toMatchObject({ ok: false, code: 'appraisal.waiting' })
    expect(publishRound('dang-cham', 0)).toMatchObject({ ok: true })
    expect(publishRound('da-cong-bo', 0)).toMatchObject({ ok: false })
    expect(stillScoring('da-khoa')).toMatchObject({ ok: false })
  })
  it.each([
    ['hết hạn kiến nghị, đã trả lời hết', {}, null],
    ['ngày cuối còn kiến nghị được', { today: day('2026-12-09') }, 'appraisal.appeals-open'],
    ['còn kiến nghị chưa trả lời', { unanswered: 1 }, 'appraisal.unanswered'],
    ['chưa công bố', { state: 'dang-cham' as const, appealUntil: null }, 'appraisal.unpublished'],
    ['đã khóa', { state: 'da-khoa' as const }, 'appraisal.closed'],
  ])('khóa: %s', (_name, more, code) => {
    const at = { state: 'da-cong-bo' as const, today: TODAY, appealUntil: day('2026-12-09'), unanswered: 0, ...more }
    expect(closeRound(at)).toMatchObject(code === null ? { ok: true } : { ok: false, code })
  })
})

describe('Kiến nghị', () => {
  const at = {
    profile: SHIPPED,
    state: 'da-cong-bo' as const,
    today: TODAY,
    appealUntil: TODAY,
    items: ITEMS,
    criterion: '2.1',
    appealed: [],
  }
  it.each([
    ['ngày cuối còn hạn', {}, true],
    ['sau ngày cuối', { today: day('2026-12-11') }, false],
    ['trước khi công bố', { state: 'dang-cham' as const }, false],
    ['sau khi khóa', { state: 'da-khoa' as const }, false],
    ['tiêu chí lạ', { criterion: '9.9' }, false],
    ['tiêu chí không áp dụng', { criterion: '4.2' }, false],
    ['lần thứ hai về một tiêu chí', { appealed: ['2.1'] }, false],
  ])('gửi: %s', (_name, more, ok) => {
    expect(mayAppeal({ ...at, ...more }).ok).toBe(ok)
  })
  const criterion = criterionOf(SHIPPED, '2.1')
  it.each([
    ['giữ nguyên', { answer: 'giu-nguyen' as const, points: null }, true],
    ['sửa điểm', { points: 15 }, true],
    ['điểm mới trên mức tối đa', { points: 16 }, false],
    ['thiếu điểm mới', { points: null }, false],
    ['điểm mới bằng điểm đang có', { points: 10 }, false],
    ['đã trả lời', { state: 'giu-nguyen' as const }, false],
    ['đợt đã khóa', { round: 'da-khoa' as const }, false],
  ])('trả lời: %s', (_name, more, ok) => {
    if (criterion === null) throw new Error('thiếu tiêu chí 2.1')
    const asked = {
      state: 'cho' as const,
      round: 'da-cong-bo' as const,
      criterion,
      item: item('2.1', { computed: 10 }),
      answer: 'chap-nhan' as const,
      points: 15,
    }
    expect(answerAppeal({ ...asked, ...more }).ok).toBe(ok)
  })
})
