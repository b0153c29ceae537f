/** Cửa của mô-đun nhật ký: what other modules may import. */
export { canReadAudit } from './rights.ts'
