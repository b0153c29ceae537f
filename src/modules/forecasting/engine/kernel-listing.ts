/**
 * Nhân tính toán: the years of one block (a sector and stratum) for four draws at once, in WebAssembly with two numbers per
 * instruction. The order of every addition and multiplication is that of `plain-kernel.ts`, so both give the same bits; there is no
 * fused multiply-add.
 *
 * Memory: people have one empty row before degree 0, so that every degree has a degree below it. A cell of people is four draws, a
 * kind of cells is leaving, death, early retirement, promotion: 32 bytes each. At the start of a year each kind's share that stays and
 * share that rises are worked out, 64 bytes; a cell has the address of its own kind's and of that of the cell below it.
 */
import { both, type Code, f64x2, i32, type Local, local, moduleOf, repeat, when } from './assembly.ts'

/** Bytes of one cell of people, and of the rates of one kind. */
export const CELL = 32
/** Bytes of what one kind comes to in a year: who stays, who rises, four draws of each. */
export const SHARES = 64
/** Bytes of one year of factors: five kinds of four draws. */
export const YEAR_OF_FACTORS = 5 * CELL

const NAMES = [
  // Parameters: addresses, then sizes.
  'stock',
  'people',
  'kinds',
  'kindCount',
  'shares',
  'ways',
  'keeps',
  'factors',
  'before',
  'after',
  'out',
  'degrees',
  'ages',
  'years',
  'older',
  // Whole numbers.
  'year',
  'degree',
  'count',
  'p',
  'r',
  'q',
  's',
  'k',
  'own',
  'below',
  'to',
  'keep',
  'row',
  'entry',
  'end',
  'line',
] as const
const VECTORS = [
  'L0',
  'L1',
  'M0',
  'M1',
  'Q0',
  'Q1',
  'P0',
  'P1',
  'R0',
  'R1',
  'sum0',
  'sum1',
  'x0',
  'x1',
  'rate',
  'y0',
  'y1',
] as const

type Name = (typeof NAMES)[number] | (typeof VECTORS)[number]
const PARAMETERS = 15

const all: readonly Name[] = [...NAMES, ...VECTORS]
const v = (name: Name): Local => local(all.indexOf(name))
const get = (name: Name): Code => v(name).get
const set = (name: Name, value: Code): Code => v(name).set(value)
const move = (name: Name, by: number): Code => set(name, i32.add(get(name), i32.of(by)))

/** Both pairs of draws. */
const pair = (each: (half: 0 | 1) => Code): Code => both(each(0), each(1))

const spreadStock: Code = both(
  set('p', i32.add(get('people'), get('row'))),
  set('s', get('stock')),
  set('count', i32.mul(get('degrees'), get('ages'))),
  repeat(
    both(
      set('rate', f64x2.spread(get('s'))),
      f64x2.store(get('p'), get('rate')),
      f64x2.store(get('p'), get('rate'), 16),
      move('p', CELL),
      move('s', 8),
      move('count', -1),
    ),
    get('count'),
  ),
)

const KINDS = ['L', 'M', 'Q', 'P', 'R'] as const
const loadFactors: Code = both(
  ...KINDS.flatMap((kind, i) => [
    set(`${kind}0`, f64x2.load(get('factors'), i * CELL)),
    set(`${kind}1`, f64x2.load(get('factors'), i * CELL + 16)),
  ]),
)

/** Entries of a year: where in people (bytes), where in the year's sums (bytes), how many. */
const letIn = (table: 'before' | 'after', intoSums: boolean): Code =>
  both(
    set('entry', i32.load(get(table))),
    set('end', i32.load(get(table), 4)),
    when(
      i32.less(get('entry'), get('end')),
      repeat(
        both(
          set('p', i32.add(get('people'), i32.load(get('entry')))),
          set('rate', f64x2.spread(get('entry'), 8)),
          pair((h) => set(`x${h}`, f64x2.mul(get('rate'), get(`R${h}`)))),
          pair((h) => f64x2.store(get('p'), f64x2.add(f64x2.load(get('p'), 16 * h), get(`x${h}`)), 16 * h)),
          intoSums ? addToSums : [],
          move('entry', 16),
        ),
        i32.less(get('entry'), get('end')),
      ),
    ),
    move(table, 4),
  )

const addToSums: Code = both(
  set('q', i32.add(get('out'), i32.load(get('entry'), 4))),
  pair((h) => f64x2.store(get('q'), f64x2.add(f64x2.load(get('q'), 16 * h), get(`x${h}`)), 16 * h)),
)

/** What each kind comes to in the year. */
const sharesOfKinds: Code = both(
  set('r', get('kinds')),
  set('s', get('shares')),
  set('count', get('kindCount')),
  repeat(
    both(
      set('rate', f64x2.spread(get('r'))),
      pair((h) => set(`y${h}`, f64x2.mul(get('rate'), get(`L${h}`)))),
      set('rate', f64x2.spread(get('r'), 8)),
      pair((h) => set(`y${h}`, f64x2.add(get(`y${h}`), f64x2.mul(get('rate'), get(`M${h}`))))),
      set('rate', f64x2.spread(get('r'), 16)),
      pair((h) => set(`y${h}`, f64x2.add(get(`y${h}`), f64x2.mul(get('rate'), get(`Q${h}`))))),
      set('rate', f64x2.spread(get('r'), 24)),
      pair((h) => set(`x${h}`, f64x2.mul(get('rate'), get(`P${h}`)))),
      pair((h) => f64x2.store(get('s'), f64x2.sub(f64x2.sub(f64x2.of(1), get(`y${h}`)), get(`x${h}`)), 16 * h)),
      pair((h) => f64x2.store(get('s'), get(`x${h}`), 32 + 16 * h)),
      move('r', CELL),
      move('s', SHARES),
      move('count', -1),
    ),
    get('count'),
  ),
)

/** One cell: those who stay, those who come up from the degree below, without those who retire by age. */
const cell: Code = both(
  set('own', i32.load(get('s'))),
  set('below', i32.load(get('s'), 4)),
  pair((h) => set(`x${h}`, f64x2.mul(f64x2.load(get('p'), 16 * h), f64x2.load(get('own'), 16 * h)))),
  pair((h) =>
    set(
      `x${h}`,
      f64x2.add(get(`x${h}`), f64x2.mul(f64x2.load(get('q'), 16 * h), f64x2.load(get('below'), 32 + 16 * h))),
    ),
  ),
  set('rate', f64x2.spread(get('k'))),
  pair((h) => set(`x${h}`, f64x2.mul(get(`x${h}`), get('rate')))),
  pair((h) => f64x2.store(get('to'), get(`x${h}`), 16 * h)),
  pair((h) => set(`sum${h}`, f64x2.add(get(`sum${h}`), get(`x${h}`)))),
)

/** The ages of one degree, the oldest first: a cell's people go to the next row, which has been read already. */
const oneDegree: Code = both(
  pair((h) => set(`sum${h}`, f64x2.of(0))),
  set('count', i32.sub(get('ages'), get('older'))),
  set(
    'line',
    i32.add(
      i32.mul(i32.add(get('degree'), i32.of(1)), get('row')),
      i32.mul(i32.sub(get('count'), i32.of(1)), i32.of(CELL)),
    ),
  ),
  set('p', i32.add(get('people'), get('line'))),
  set('q', i32.sub(get('p'), get('row'))),
  set('to', i32.add(get('p'), i32.mul(get('older'), i32.of(CELL)))),
  set('line', i32.mul(i32.add(i32.mul(get('degree'), get('ages')), i32.sub(get('count'), i32.of(1))), i32.of(8))),
  set('k', i32.add(get('keep'), get('line'))),
  set('s', i32.add(get('ways'), get('line'))),
  repeat(
    both(cell, move('p', -CELL), move('q', -CELL), move('s', -8), move('to', -CELL), move('k', -8), move('count', -1)),
    get('count'),
  ),
  // The youngest row is empty until somebody comes in.
  when(
    get('older'),
    pair((h) => f64x2.store(get('to'), f64x2.of(0), 16 * h)),
  ),
  set('line', i32.add(get('out'), i32.mul(get('degree'), i32.of(CELL)))),
  pair((h) => f64x2.store(get('line'), get(`sum${h}`), 16 * h)),
)

const oneYear: Code = both(
  loadFactors,
  letIn('before', false),
  set('keep', i32.load(get('keeps'))),
  sharesOfKinds,
  set('degree', i32.sub(get('degrees'), i32.of(1))),
  repeat(both(oneDegree, move('degree', -1)), i32.more(get('degree'), i32.of(-1))),
  letIn('after', true),
  move('keeps', 4),
  move('factors', YEAR_OF_FACTORS),
  set('out', i32.add(get('out'), i32.mul(get('degrees'), i32.of(CELL)))),
  move('year', 1),
)

const body: Code = both(
  set('row', i32.mul(get('ages'), i32.of(CELL))),
  spreadStock,
  when(i32.less(get('year'), get('years')), repeat(oneYear, i32.less(get('year'), get('years')))),
)

/** The bytes of the kernel's module: it exports `block` over the memory it is given. */
export const kernelBytes = (): Uint8Array<ArrayBuffer> =>
  moduleOf('block', PARAMETERS, NAMES.length - PARAMETERS, VECTORS.length, body)
