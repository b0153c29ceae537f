/** Nhật ký kỹ thuật: structured lines on stderr, no tier B/C values. The ledger, not this, is evidence. */
import pino from 'pino'

/** The logger of the process. */
export const logger = pino(
  {
    name: 'nguyen-khi',
    level: process.env.NGUYEN_KHI_LOG || 'info',
    redact: ['password', 'token', 'cookie', '*.password'],
  },
  pino.destination({ fd: 2, sync: false }),
)
