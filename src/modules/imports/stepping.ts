/** Nhịp tiến độ: whoever runs a batch may be told, piece after piece, how many rows are done. */

/** Told how many rows are done. */
export type Stepped = (rows: number) => Promise<void>

/** As the run takes it; a value that came in a request is no function and is left out. */
export const stepOf = (step: unknown): { step?: Stepped } =>
  typeof step === 'function' ? { step: step as Stepped } : {}
