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

/** The part of a draw's number that all keys share; worked out once for a draw. */
export const drawPart = (i: number): number => mixed(Math.imul(i + 1, 0x9e3779b1))

/** A number strictly between 0 and 1, for a key and the part of a draw. */
export const uniformFor = (key: number, part: number): number => ((mixed(key ^ part) >>> 0) + 0.5) * 2 ** -32

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

// Coefficients of Wichura's rational approximation (Applied Statistics 37, 1988, AS 241): 16 digits. Written out, since most of the time
// of a run with shocks goes here.
const middle = (r: number): number =>
  (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
    13731.69376550946) *
    r +
    1971.5909503065513) *
    r +
    133.14166789178438) *
    r +
    3.3871328727963665) /
  (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
    5394.196021424751) *
    r +
    687.1870074920579) *
    r +
    42.31333070160091) *
    r +
    1)
const outer = (r: number): number =>
  (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
    3.6478483247632045) *
    r +
    5.769497221460691) *
    r +
    4.630337846156546) *
    r +
    1.4234371107496835) /
  (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) * r +
    0.6897673349851) *
    r +
    1.6763848301838038) *
    r +
    2.053191626637759) *
    r +
    1)
const far = (r: number): number =>
  (((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r + 0.026532189526576124) *
    r +
    0.29656057182850487) *
    r +
    1.7848265399172913) *
    r +
    5.463784911164114) *
    r +
    6.657904643501103) /
  (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r +
    0.0007868691311456133) *
    r +
    0.014875361290850615) *
    r +
    0.1369298809227358) *
    r +
    0.599832206555888) *
    r +
    1)

/** The value a standard normal stays below with probability `p` (0 < p < 1). */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (q >= -0.425 && q <= 0.425) return q * middle(0.180625 - q * q)
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const tail = r <= 5 ? outer(r - 1.6) : far(r - 5)
  return q < 0 ? -tail : tail
}
