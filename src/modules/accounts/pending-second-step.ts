/** Chờ xác nhận hai bước: sealed as one text until the first code confirms it. */
import { z } from 'zod'

/** Chờ xác nhận: sealed as one text until the first code confirms it. */
const Pending = z.object({ secret: z.string(), recoveryCodes: z.array(z.string()) })

/** Secret and recovery codes that wait to be confirmed. */
export type PendingSecondStep = z.infer<typeof Pending>

/** Reads what `enrolTotp` sealed. */
export const readPending = (opened: string): PendingSecondStep => Pending.parse(JSON.parse(opened))
