/** Huấn luyện mạng nhỏ: Adam on a loss given from outside, seeded, the same bits on every run. */
import { type Network, softSign } from '../network.ts'

/** What is learnt from. `gradient` adds d loss / d output of example i to `into`, given its outputs. */
export type Lesson = {
  readonly inputs: readonly Float64Array[]
  readonly examples: readonly number[]
  readonly outputs: number
  readonly start: readonly number[]
  readonly gradient: (example: number, answer: Float64Array, into: Float64Array) => void
}

/** How long and how carefully. */
export type Course = {
  readonly hidden: number
  readonly rounds: number
  readonly rate: number
  readonly decay: number
  readonly seed: number
}

const BATCH = 64

/** Uniform numbers in [0, 1) from a seed (splitmix-like, 32 bits). */
export function uniforms(seed: number): () => number {
  let s = seed >>> 0
  return () => {
    s = (s + 0x6d2b79f5) >>> 0
    let t = Math.imul(s ^ (s >>> 15), 1 | s)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Trains one network. */
export function train(lesson: Lesson, course: Course): Network {
  const size = lesson.inputs[0]?.length ?? 0
  const { hidden, rounds } = course
  const { outputs } = lesson
  const next = uniforms(course.seed)
  const inner = Float64Array.from({ length: hidden * (size + 1) }, (_, i) =>
    i < hidden * size ? ((next() - 0.5) * 2) / Math.sqrt(size) : 0,
  )
  const outer = Float64Array.from({ length: outputs * (hidden + 1) }, (_, i) =>
    i < outputs * hidden ? (next() - 0.5) * 0.2 : (lesson.start[i - outputs * hidden] ?? 0),
  )
  const pass = passOf(lesson, { size, hidden, inner, outer })
  const order = lesson.examples.slice()
  const steps = rounds * Math.ceil(order.length / BATCH)
  const [moveInner, moveOuter] = [adam(inner, course, steps), adam(outer, course, steps)]
  for (let round = 0; round < rounds; round++) {
    shuffle(order, next)
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH)
      const slopes = pass(batch)
      moveInner(slopes.inner, batch.length)
      moveOuter(slopes.outer, batch.length)
    }
  }
  return { hidden, outputs, inner: Array.from(inner, short), outer: Array.from(outer, short) }
}

/** Five figures: what is shipped is what is used. */
export const short = (v: number): number => Number(v.toPrecision(5))

function shuffle(order: number[], next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const held = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = held
  }
}

type Weights = { size: number; hidden: number; inner: Float64Array; outer: Float64Array }

/** Sums of the slopes over a batch. */
function passOf(lesson: Lesson, { size, hidden, inner, outer }: Weights) {
  const { outputs, inputs, gradient } = lesson
  const slopes = { inner: new Float64Array(inner.length), outer: new Float64Array(outer.length) }
  const [h, back] = [new Float64Array(hidden), new Float64Array(hidden)]
  const [answer, wish] = [new Float64Array(outputs), new Float64Array(outputs)]
  const forward = (x: Float64Array): void => {
    for (let j = 0; j < hidden; j++) {
      let v = inner[hidden * size + j] as number
      for (let p = 0; p < size; p++) v += (inner[j * size + p] as number) * (x[p] as number)
      h[j] = softSign(v)
    }
    for (let o = 0; o < outputs; o++) {
      let v = outer[outputs * hidden + o] as number
      for (let j = 0; j < hidden; j++) v += (outer[o * hidden + j] as number) * (h[j] as number)
      answer[o] = v
    }
  }
  const backward = (x: Float64Array): void => {
    back.fill(0)
    for (let o = 0; o < outputs; o++) {
      const g = wish[o] as number
      const bias = outputs * hidden + o
      slopes.outer[bias] = (slopes.outer[bias] as number) + g
      for (let j = 0; j < hidden; j++) {
        const at = o * hidden + j
        slopes.outer[at] = (slopes.outer[at] as number) + g * (h[j] as number)
        back[j] = (back[j] as number) + g * (outer[at] as number)
      }
    }
    for (let j = 0; j < hidden; j++) {
      const g = (back[j] as number) * (1 - Math.abs(h[j] as number)) ** 2
      const bias = hidden * size + j
      slopes.inner[bias] = (slopes.inner[bias] as number) + g
      for (let p = 0; p < size; p++)
        slopes.inner[j * size + p] = (slopes.inner[j * size + p] as number) + g * (x[p] as number)
    }
  }
  return (batch: readonly number[]) => {
    slopes.inner.fill(0)
    slopes.outer.fill(0)
    for (const i of batch) {
      const x = inputs[i] ?? new Float64Array(size)
      forward(x)
      wish.fill(0)
      gradient(i, answer, wish)
      backward(x)
    }
    return slopes
  }
}

/** One parameter vector moved by Adam; the rate falls to nothing along the way. */
function adam(w: Float64Array, course: Course, steps: number) {
  const [first, second] = [new Float64Array(w.length), new Float64Array(w.length)]
  let [step, b1, b2] = [0, 1, 1]
  return (slopes: Float64Array, count: number): void => {
    step++
    b1 *= 0.9
    b2 *= 0.999
    const rate = course.rate * (1 - step / steps) + 1e-5
    for (let i = 0; i < w.length; i++) {
      const g = (slopes[i] as number) / count
      const m = 0.9 * (first[i] as number) + 0.1 * g
      const v = 0.999 * (second[i] as number) + 0.001 * g * g
      first[i] = m
      second[i] = v
      const move = m / (1 - b1) / (Math.sqrt(v / (1 - b2)) + 1e-8)
      w[i] = (w[i] as number) - rate * (move + course.decay * (w[i] as number))
    }
  }
}
