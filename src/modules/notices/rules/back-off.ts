/** Gửi lại: how long a message waits after a try that failed, and when it is given up. */

const WAITS_MINUTES = [1, 5, 15, 60, 180, 360] as const

/** Tries that a server answered for one message before it is given up. */
export const MOST_TRIES = 8

/** Minutes until the next try, after `tries` tries. */
export const waitAfter = (tries: number): number =>
  WAITS_MINUTES[Math.min(Math.max(tries, 1), WAITS_MINUTES.length) - 1] ?? WAITS_MINUTES[0]
