/** Phương pháp ứng viên: the small classical fits that have a parameter to find. */

const GOLDEN = 0.6180339887498949

/** The minimum of a function of one parameter between two bounds, by golden section. */
function lowest(cost: (a: number) => number, lo: number, hi: number): number {
  let [a, b] = [lo, hi]
  let [c, d] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)]
  let [fc, fd] = [cost(c), cost(d)]
  for (let i = 0; i < 14; i++) {
    if (fc < fd) {
      b = d
      d = c
      fd = fc
      c = b - GOLDEN * (b - a)
      fc = cost(c)
    } else {
      a = c
      c = d
      fc = fd
      d = a + GOLDEN * (b - a)
      fd = cost(d)
    }
  }
  return (a + b) / 2
}

/** Last level of simple exponential smoothing with the weight that fits best. */
export function smoothed(y: Float64Array): number {
  const errors = (a: number): number => {
    let level = y[0] ?? 0
    let sum = 0
    for (let i = 1; i < y.length; i++) {
      const e = (y[i] ?? 0) - level
      sum += e * e
      level += a * e
    }
    return sum
  }
  const weight = lowest(errors, 0.05, 1)
  let level = y[0] ?? 0
  for (let i = 1; i < y.length; i++) level += weight * ((y[i] ?? 0) - level)
  return level
}

/** Least-squares line: slope per year and its height in the middle. */
export function slopeOf(y: Float64Array): { slope: number; middle: number } {
  const centre = (y.length - 1) / 2
  let [sum, top, bottom] = [0, 0, 0]
  for (const v of y) sum += v
  const middle = sum / y.length
  for (let i = 0; i < y.length; i++) {
    top += (i - centre) * ((y[i] ?? 0) - middle)
    bottom += (i - centre) ** 2
  }
  return { slope: bottom > 0 ? top / bottom : 0, middle }
}

/** A damped trend as it stands after the last value. */
export type DampedTrend = { readonly level: number; readonly slope: number; readonly phi: number }

const GRID = [0.3, 0.6, 0.9].flatMap((alpha) =>
  [0.1, 0.3].flatMap((beta) => [0.8, 0.9, 0.97].map((phi) => ({ alpha, beta, phi }))),
)

/** Damped Holt over a small grid, starting from a slope. */
export function holt(y: Float64Array, start: number): DampedTrend {
  let best: DampedTrend = { level: 0, slope: 0, phi: 0.9 }
  let least = Number.POSITIVE_INFINITY
  for (const { alpha, beta, phi } of GRID) {
    let [level, slope, sum] = [y[0] ?? 0, start, 0]
    for (let i = 1; i < y.length; i++) {
      const next = level + phi * slope
      const e = (y[i] ?? 0) - next
      sum += e * e
      level = next + alpha * e
      slope = phi * slope + alpha * beta * e
    }
    if (sum < least) {
      least = sum
      best = { level, slope, phi }
    }
  }
  return best
}
