/**
 * Số ngẫu nhiên đánh số: every draw is a function of the seed and of where it stands (which quantity, sector, year, draw), never
 * of what was drawn before. So one thread or four, in any order, give the same bytes.
 */

/** Mixes 32 bits (three rounds of xor, shift and odd multiplication). */
function mixed(x: number): number {
  let h = x | 0
  h ^= h >>> 17
  h = Math.imul(h, 0xed5ad4bb)
  h ^= h >>> 11
  h = Math.imul(h, 0xac4c1b51)
  h ^= h >>> 15
  h = Math.imul(h, 0x31848bab)
  h ^= h >>> 14
  return h
}

/** The key of a stream: a seed and up to three places. */
export function keyOf(seed: number, a: number, b = 0, c = 0): number {
  let h = mixed((seed | 0) ^ 0x9e3779b9)
  h = mixed(h ^ Math.imul(a + 1, 0x85ebca6b))
  h = mixed(h ^ Math.imul(b + 1, 0xc2b2ae35))
  return mixed(h ^ Math.imul(c + 1, 0x27d4eb2f))
}

/** A number strictly between 0 and 1, for the `i`-th draw of a key. */
export const uniformAt = (key: number, i: number): number =>
  ((mixed(key ^ mixed(Math.imul(i + 1, 0x9e3779b1))) >>> 0) + 0.5) * 2 ** -32

/** The normal deviate of the `i`-th draw of a key. */
export const normalAt = (key: number, i: number): number => normalQuantile(uniformAt(key, i))

/** A short stream of its own: state in, numbers between 0 and 1 out (sfc32). */
export function streamOf(key: number): () => number {
  let [a, b, c, d] = [key, mixed(key + 1), mixed(key + 2), 1]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return ((t >>> 0) + 0.5) * 2 ** -32
  }
  for (let i = 0; i < 8; i++) next()
  return next
}

/** The numbers 0..n-1 in an order that depends on the key alone. */
export function shuffled(key: number, n: number): Int32Array {
  const next = streamOf(key)
  const order = Int32Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const held = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = held
  }
  return order
}

const poly = (c: readonly number[], x: number): number => {
  let sum = 0
  for (let i = c.length - 1; i >= 0; i--) sum = sum * x + (c[i] ?? 0)
  return sum
}

// Coefficients of Wichura's rational approximation (Applied Statistics 37, 1988, AS 241): 16 digits.
const A = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
  67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
]
const B = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
  28729.085735721942674, 5226.495278852854561,
]
const C = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
]
const D = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
]
const E = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
]
const F = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
]

/** The value a standard normal stays below with probability `p` (0 < p < 1). */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * poly(A, r)) / poly(B, r)
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const tail = r <= 5 ? poly(C, r - 1.6) / poly(D, r - 1.6) : poly(E, r - 5) / poly(F, r - 5)
  return q < 0 ? -tail : tail
}
