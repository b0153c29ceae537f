/** Cửa của mô-đun Nhập dữ liệu: what modules below may use. */
export { sendFile } from './actions/send-file.ts'
export { undoBatch } from './actions/undo-batch.ts'
export { writeBatch } from './actions/write-batch.ts'
