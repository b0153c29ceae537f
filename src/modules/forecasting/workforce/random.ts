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
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
]
const B = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854,
]
const C = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
]
const D = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
]
const E = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
]
const F = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
  1.421511758316446e-7, 2.0442631033899397e-15,
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
