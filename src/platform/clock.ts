/** Đồng hồ: the instant an action sees. Pretended only in demo and tests (NGUYEN_KHI_NOW), and then it keeps running. */

/** Gives the present instant. */
export type Clock = () => Temporal.Instant

/** The real clock, or one that started at `pretended` when the process did. */
export function clockFrom(pretended: Temporal.Instant | null): Clock {
  if (pretended === null) return () => Temporal.Now.instant()
  const started = Temporal.Now.instant()
  return () => pretended.add(started.until(Temporal.Now.instant()))
}
