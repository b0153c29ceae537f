/** Mạng nhỏ: one hidden layer with the soft sign, several trained side by side and averaged. Only + − × ÷, so every machine agrees. */

/** Numbers in a row, as read from a table or packed for speed. */
type Readings = readonly number[] | Float64Array

/** Weights of one network, row by row. */
export type Network = {
  readonly hidden: number
  readonly outputs: number
  /** hidden × features, then hidden biases. */
  readonly inner: Readings
  /** outputs × hidden, then output biases. */
  readonly outer: Readings
}

/** v / (1 + |v|). */
export const softSign = (v: number): number => v / (1 + Math.abs(v))

/** Features brought to mean 0 and deviation 1; what is far outside what was learnt from is held at 4 deviations. */
export function standardised(raw: Float64Array, mean: readonly number[], sd: readonly number[]): Float64Array {
  return raw.map((v, i) => Math.max(-4, Math.min(4, (v - (mean[i] ?? 0)) / (sd[i] ?? 1))))
}

/** Mean output of the networks. */
export function answerOf(networks: readonly Network[], x: Float64Array): Float64Array {
  const sum = new Float64Array(networks[0]?.outputs ?? 0)
  for (const net of networks) addAnswer(net, x, sum, 1 / networks.length)
  return sum
}

function addAnswer(net: Network, x: Float64Array, sum: Float64Array, share: number): void {
  const { hidden, outputs, inner, outer } = net
  const size = x.length
  const h = new Float64Array(hidden)
  for (let j = 0; j < hidden; j++) {
    let v = inner[hidden * size + j] as number
    for (let p = 0; p < size; p++) v += (inner[j * size + p] as number) * (x[p] as number)
    h[j] = softSign(v)
  }
  for (let o = 0; o < outputs; o++) {
    let v = outer[outputs * hidden + o] as number
    for (let j = 0; j < hidden; j++) v += (outer[o * hidden + j] as number) * (h[j] as number)
    sum[o] = (sum[o] as number) + v * share
  }
}

/** The same networks with their weights packed. */
export const packed = (networks: readonly Network[]): Network[] =>
  networks.map((n) => ({ ...n, inner: Float64Array.from(n.inner), outer: Float64Array.from(n.outer) }))
