import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../../kernel/day.ts'
import type { Measure, Weight } from '../words.ts'
import { type Bounds, completeLinks, type DatedLink, type Life, restate, rollUp, type Share } from './restate.ts'

const start = day('2024-01-01')
const later = day('2025-01-01')
const known = (...shares: readonly [Measure, number | null][]): Weight[] =>
  shares.map(([measure, weight]) => ({ measure, weight }))
const link = (on: string, from: string | null, to: string | null, more: Partial<DatedLink> = {}): DatedLink => ({
  on: day(on),
  from,
  to,
  part: 'full',
  weights: [],
  ...more,
})
const part = (on: string, from: string | null, to: string | null, ...shares: readonly [Measure, number | null][]) =>
  link(on, from, to, { part: 'part', weights: known(...shares) })
const exact = (o: Readonly<Record<string, number>>) =>
  new Map(Object.entries(o).map(([unit, n]) => [unit, { low: n, high: n }]))
const told = (shares: readonly Share[]) =>
  shares.map((s) => `${s.unit || '—'} ${s.low === s.high ? s.low : `${s.low}..${s.high}`} ${s.basis}`)
const ask = (values: Readonly<Record<string, number>>, links: readonly DatedLink[], measure: Measure = 'people') =>
  told(restate(exact(values), links, start, later, measure))

describe('quy đổi số liệu sang đơn vị của ngày sau', () => {
  test.each<[string, Readonly<Record<string, number>>, readonly DatedLink[], string[]]>([
    ['không có gì xảy ra thì số liệu giữ nguyên', { a: 7, b: 0 }, [], ['a 7 reported', 'b 0 reported']],
    [
      'sáp nhập: cộng số liệu của mọi đơn vị nhập vào',
      { a: 7, b: 5, c: 1 },
      [link('2024-06-01', 'a', 'b'), link('2024-06-01', 'b', 'b')],
      ['b 12 restated', 'c 1 reported'],
    ],
    [
      'chia tách theo tỷ lệ đã biết',
      { a: 10 },
      [part('2024-06-01', 'a', 'x', ['people', 0.25]), part('2024-06-01', 'a', 'y', ['people', 0.75])],
      ['x 2.5 restated', 'y 7.5 restated'],
    ],
    [
      'một tỷ lệ đã biết, một nơi còn lại: phần còn lại cũng đã biết',
      { a: 10 },
      [part('2024-06-01', 'a', 'x', ['people', 0.25]), part('2024-06-01', 'a', 'y')],
      ['x 2.5 restated', 'y 7.5 restated'],
    ],
    [
      'chia tách chưa biết tỷ lệ: mỗi nơi có thể từ 0 đến tất cả, không chia đều',
      { a: 10 },
      [part('2024-06-01', 'a', 'x'), part('2024-06-01', 'a', 'y')],
      ['x 0..10 range', 'y 0..10 range'],
    ],
    [
      'ba nơi, biết một: hai nơi kia chia nhau phần còn lại',
      { a: 10 },
      [part('2024-06-01', 'a', 'x', ['people', 0.5]), part('2024-06-01', 'a', 'y'), part('2024-06-01', 'a', 'z')],
      ['x 5 restated', 'y 0..5 range', 'z 0..5 range'],
    ],
    [
      'chia chưa rõ rồi nhập lại một nơi: tổng lại biết chắc',
      { a: 10, b: 1 },
      [
        part('2024-06-01', 'a', 'x'),
        part('2024-06-01', 'a', 'y'),
        link('2024-09-01', 'x', 'z'),
        link('2024-09-01', 'y', 'z'),
      ],
      ['b 1 reported', 'z 10 restated'],
    ],
    [
      'không còn nơi kế thừa: số liệu nằm ở phần chưa phân bổ',
      { a: 10, b: 2 },
      [link('2024-06-01', 'a', null)],
      ['b 2 reported', '— 10 unallocated'],
    ],
    [
      'tỷ lệ đã biết chưa đủ 1: phần thiếu nằm ở phần chưa phân bổ',
      { a: 10 },
      [part('2024-06-01', 'a', 'x', ['people', 0.5]), part('2024-06-01', 'a', 'y', ['people', 0.25])],
      ['x 5 restated', 'y 2.5 restated', '— 2.5 unallocated'],
    ],
    [
      'chỉ biết một nơi nhận một phần: phần kia chưa rõ về đâu',
      { a: 10 },
      [part('2024-06-01', 'a', 'x')],
      ['x 0..10 range', '— 0..10 unallocated'],
    ],
    [
      'tự kế thừa giữ phần của mình',
      { a: 10 },
      [part('2024-06-01', 'a', 'a', ['people', 0.75]), part('2024-06-01', 'a', 'b', ['people', 0.25])],
      ['a 7.5 restated', 'b 2.5 restated'],
    ],
  ])('%s', (_name, values, links, expected) => expect(ask(values, links)).toEqual(expected))

  test('mỗi thước đo một tỷ lệ: đất về nơi này, người về nơi kia', () => {
    const links = [
      part('2024-06-01', 'a', 'x', ['people', 1], ['land', null]),
      part('2024-06-01', 'a', 'y', ['people', 0], ['land', null]),
    ]
    expect(ask({ a: 10 }, links, 'people')).toEqual(['x 10 restated'])
    expect(ask({ a: 10 }, links, 'land')).toEqual(['x 0..10 range', 'y 0..10 range'])
  })

  test('số liệu vốn là một khoảng thì hai đầu cùng đi', () => {
    const found = restate(new Map([['a', { low: 3, high: 5 }]]), [link('2024-06-01', 'a', 'b')], start, later, 'people')
    expect(told(found)).toEqual(['b 3..5 restated'])
  })
})

describe('quy đổi ngược về đơn vị của ngày trước', () => {
  const back = (values: Readonly<Record<string, number>>, links: readonly DatedLink[]) =>
    told(restate(exact(values), links, later, start, 'people'))

  test.each<[string, Readonly<Record<string, number>>, readonly DatedLink[], string[]]>([
    [
      'một gốc: mọi phần trở về gốc ấy',
      { x: 3, y: 4 },
      [part('2024-06-01', 'a', 'x'), part('2024-06-01', 'a', 'y')],
      ['a 7 restated'],
    ],
    [
      'nhiều gốc: tỷ lệ của bên giao không phải của bên nhận, chỉ biết khoảng',
      { b: 12 },
      [link('2024-06-01', 'a', 'b'), link('2024-06-01', 'b', 'b')],
      ['a 0..12 range', 'b 0..12 range'],
    ],
    [
      'gốc giao tỷ lệ 0 thì không phải gốc',
      { x: 3 },
      [part('2024-06-01', 'a', 'x', ['people', 0]), link('2024-06-01', 'b', 'x')],
      ['b 3 restated'],
    ],
    [
      'mọi gốc đều giao tỷ lệ 0: chưa có nơi đi',
      { x: 3 },
      [part('2024-06-01', 'a', 'x', ['people', 0])],
      ['— 3 unallocated'],
    ],
    ['từ ngoài sổ bộ đến: chưa có nơi đi', { x: 3 }, [link('2024-06-01', null, 'x')], ['— 3 unallocated']],
  ])('%s', (_name, values, links, expected) => expect(back(values, links)).toEqual(expected))
})

describe('liên kết đầy đủ', () => {
  const life = (unit: string, from: string, to: string | null = null): Life => ({
    unit,
    from: day(from),
    to: to === null ? null : day(to),
  })

  test('đơn vị nhận thêm vẫn giữ phần của mình; kết thúc không nơi kế thừa, bắt đầu không nơi đi đều được nêu', () => {
    const lives = [
      life('a', '2024-01-01', '2024-06-01'),
      life('b', '2024-01-01'),
      life('c', '2024-01-01', '2024-07-01'),
      life('d', '2024-08-01'),
    ]
    const links = completeLinks([link('2024-06-01', 'a', 'b')], lives, start)
    expect(links.map((x) => `${x.on} ${x.from}→${x.to}`)).toEqual([
      '2024-06-01 a→b',
      '2024-06-01 b→b',
      '2024-08-01 null→d',
      '2024-07-01 c→null',
    ])
  })
})

/** A chain of events on the units that are there: each takes one or two of them and hands them on. */
type Turn = {
  readonly pick: number
  readonly second: number
  readonly kind: number
  readonly shares: readonly number[]
}
type Chain = { readonly links: DatedLink[]; readonly lives: Life[]; readonly ends: Day; readonly days: Day[] }

/** `shares` in tenths: of a split into three; those at `hidden` are not known. */
function chainOf(turns: readonly Turn[], hidden: (turn: number, way: number) => boolean): Chain {
  const lives = new Map<string, { unit: string; from: Day; to: Day | null }>(
    ['a', 'b', 'c', 'd'].map((unit) => [unit, { unit, from: start, to: null }]),
  )
  const links: DatedLink[] = []
  const days: Day[] = []
  turns.forEach((turn, n) => {
    const on = addDays(start, n + 1)
    days.push(on)
    const alive = [...lives.values()].filter((l) => l.to === null)
    const one = alive[turn.pick % alive.length]
    const other = alive[turn.second % alive.length]
    if (!one || !other) return
    const begin = (unit: string) => lives.set(unit, { unit, from: on, to: null })
    if (turn.kind === 0 && one !== other) {
      one.to = on
      links.push({ on, from: one.unit, to: other.unit, part: 'full', weights: [] })
    } else if (turn.kind === 1) {
      one.to = on
      begin(`n${n}`)
      links.push({ on, from: one.unit, to: `n${n}`, part: 'full', weights: [] })
    } else {
      const heirs = [one.unit, other === one ? `m${n}` : other.unit, `n${n}`]
      for (const h of heirs) if (!lives.has(h)) begin(h)
      heirs.forEach((to, way) => {
        const weight = hidden(n, way) ? null : (turn.shares[way] ?? 0) / 10
        links.push({ on, from: one.unit, to, part: 'part', weights: known(['people', weight]) })
      })
    }
  })
  return {
    links: completeLinks(links, [...lives.values()], start),
    lives: [...lives.values()],
    ends: addDays(start, turns.length),
    days,
  }
}

const shares = fc
  .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }))
  .map(([x, y]) => [Math.min(x, y), Math.abs(x - y), 10 - Math.max(x, y)])
const aTurn: fc.Arbitrary<Turn> = fc.record({
  pick: fc.nat(20),
  second: fc.nat(20),
  kind: fc.nat(3),
  shares,
})
const turns = fc.array(aTurn, { minLength: 1, maxLength: 7 })
const values = fc.record({ a: fc.nat(1000), b: fc.nat(1000), c: fc.nat(1000), d: fc.nat(1000) }).map(exact)
const mask = fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { minLength: 7, maxLength: 7 })
const allKnown = () => false
const total = (list: Iterable<Bounds>, side: 'low' | 'high') => [...list].reduce((sum, b) => sum + b[side], 0)
const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-6)

/** The slow way: pushes figures through day by day with every share given. */
function pushed(held: ReadonlyMap<string, Bounds>, links: readonly DatedLink[], days: readonly Day[]) {
  let now = new Map([...held].map(([unit, b]) => [unit, b.low]))
  for (const on of days) {
    const of = links.filter((x) => x.on === on)
    const next = new Map([...now].filter(([unit]) => !of.some((x) => x.from === unit)))
    for (const [unit, value] of now)
      for (const x of of.filter((y) => y.from === unit)) {
        const share = x.weights[0]?.weight ?? (x.part === 'full' ? 1 : 0)
        next.set(x.to ?? '', (next.get(x.to ?? '') ?? 0) + value * share)
      }
    now = next
  }
  return now
}

describe('tính chất của quy đổi', () => {
  test('tổng không đổi qua mọi chuỗi sự kiện đã biết tỷ lệ, và đúng như tính từng ngày', () => {
    fc.assert(
      fc.property(turns, values, (list, held) => {
        const { links, ends, days } = chainOf(list, allKnown)
        const found = restate(held, links, start, ends, 'people')
        near(total(found, 'low'), total(held.values(), 'low'))
        near(total(found, 'high'), total(held.values(), 'high'))
        expect(found.every((s) => s.basis !== 'range' && s.basis !== 'unallocated')).toBe(true)
        const truth = pushed(held, links, days)
        for (const s of found) near(s.low, truth.get(s.unit) ?? 0)
      }),
    )
  })

  test('tỷ lệ chưa biết: khoảng chứa mọi khả năng, và tổng nằm giữa hai tổng', () => {
    fc.assert(
      fc.property(turns, values, mask, (list, held, hide) => {
        const { links, ends, days } = chainOf(list, (n, way) => hide[n]?.[way] ?? false)
        const truth = pushed(held, chainOf(list, allKnown).links, days)
        const found = new Map(restate(held, links, start, ends, 'people').map((s) => [s.unit, s]))
        for (const [unit, value] of truth) {
          const s = found.get(unit) ?? { low: 0, high: 0 }
          expect(s.low).toBeLessThanOrEqual(value + 1e-6)
          expect(s.high).toBeGreaterThanOrEqual(value - 1e-6)
        }
        const whole = total(held.values(), 'low')
        expect(total(found.values(), 'low')).toBeLessThanOrEqual(whole + 1e-6)
        expect(total(found.values(), 'high')).toBeGreaterThanOrEqual(whole - 1e-6)
      }),
    )
  })

  test('khoảng không rộng hơn mức cần thiết: cả hai đầu đều có một cách phân bổ đạt tới', () => {
    fc.assert(
      fc.property(fc.array(aTurn, { minLength: 1, maxLength: 4 }), values, mask, (list, held, hide) => {
        const { links, ends, days } = chainOf(list, (n, way) => hide[n]?.[way] ?? false)
        const outcomes = extremes(links).map((l) => pushed(held, l, days))
        for (const s of restate(held, links, start, ends, 'people')) {
          const seen = outcomes.map((o) => o.get(s.unit) ?? 0)
          near(s.low, Math.min(...seen))
          near(s.high, Math.max(...seen))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('quy đổi ngược: tổng không đổi khi mỗi đơn vị chỉ có một gốc, còn không thì nằm giữa hai tổng', () => {
    fc.assert(
      fc.property(turns, mask, (list, hide) => {
        const { links, lives, ends } = chainOf(list, (n, way) => hide[n]?.[way] ?? false)
        const held = exact(Object.fromEntries(lives.filter((l) => l.to === null).map((l, i) => [l.unit, i * 7 + 1])))
        const found = restate(held, links, ends, start, 'people')
        const whole = total(held.values(), 'low')
        expect(found.map((s) => s.unit).filter((u) => !['a', 'b', 'c', 'd', ''].includes(u))).toEqual([])
        expect(total(found, 'low')).toBeLessThanOrEqual(whole + 1e-6)
        expect(total(found, 'high')).toBeGreaterThanOrEqual(whole - 1e-6)
        if (found.every((s) => s.basis !== 'range')) near(total(found, 'low'), whole)
      }),
    )
  })

  test('cùng một ngày: số liệu y nguyên từng byte, dù trước và sau đó có bao nhiêu sự kiện', () => {
    fc.assert(
      fc.property(turns, values, (list, held) => {
        const { links, ends } = chainOf(list, allKnown)
        for (const on of [start, ends]) {
          const found = restate(held, links, on, on, 'people')
          expect(JSON.stringify(found.map((s) => [s.unit, s.low, s.high]))).toBe(
            JSON.stringify([...held].map(([unit, b]) => [unit, b.low, b.high])),
          )
          expect(found.every((s) => s.basis === 'reported')).toBe(true)
        }
      }),
    )
  })

  test('hoàn tác sự kiện: mọi câu trả lời trở lại như trước khi có nó', () => {
    fc.assert(
      fc.property(turns, aTurn, values, (list, last, held) => {
        const before = chainOf(list, allKnown)
        const after = chainOf([...list, last], allKnown)
        const undone = after.links.filter((x) => x.on !== after.ends)
        for (const to of [...before.days, addDays(before.ends, 30)])
          expect(restate(held, undone, start, to, 'people')).toEqual(restate(held, before.links, start, to, 'people'))
      }),
    )
  })

  test('tỷ số sau quy đổi là tỷ số của hai phần đã quy đổi, không phải trung bình', () => {
    fc.assert(
      fc.property(values, values, (top, bottom) => {
        const merged = ['a', 'b', 'c', 'd'].map((u) => link('2024-06-01', u, 'z'))
        const [x] = restate(top, merged, start, later, 'people')
        const [y] = restate(bottom, merged, start, later, 'people')
        expect([x?.low, y?.low]).toEqual([total(top.values(), 'low'), total(bottom.values(), 'low')])
      }),
    )
  })

  test('chuyển cấp trên chỉ đổi tổng cộng dồn, không đổi số liệu của đơn vị', () => {
    fc.assert(
      fc.property(values, (held) => {
        const shares = restate(held, [], start, later, 'people')
        const sum = (parent: Readonly<Record<string, string>>) =>
          rollUp(shares, new Map([...Object.entries(parent), ['p', 't'], ['q', 't']]))
        const before = sum({ a: 'p', b: 'p', c: 'q', d: 'q' })
        const after = sum({ a: 'p', b: 'q', c: 'q', d: 'q' })
        const of = (u: string) => held.get(u)?.low ?? 0
        expect(before.get('p')?.low).toBe(of('a') + of('b'))
        expect(after.get('p')?.low).toBe(of('a'))
        for (const u of ['a', 'b', 'c', 'd', 't']) expect(after.get(u)).toEqual(before.get(u))
      }),
    )
  })
})

/** Every way to give all that is not known of a unit on a day to one of its open links. */
function extremes(links: readonly DatedLink[]): DatedLink[][] {
  const open = Map.groupBy(
    links.filter((x) => x.weights[0]?.weight === null),
    (x) => `${x.on} ${x.from}`,
  )
  return [...open].reduce<DatedLink[][]>(
    (all, [key, list]) =>
      all.flatMap((of) =>
        list.map((chosen) => {
          const rest =
            1 - of.filter((x) => `${x.on} ${x.from}` === key).reduce((s, x) => s + (x.weights[0]?.weight ?? 0), 0)
          return of.map((x) =>
            list.includes(links[of.indexOf(x)] ?? x)
              ? { ...x, weights: known(['people', links[of.indexOf(x)] === chosen ? rest : 0]) }
              : x,
          )
        }),
      ),
    [[...links]],
  )
}
