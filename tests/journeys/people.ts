/** Người của các hành trình: sample people by role and body, as the first page names them. */
import type { Who } from './journey.ts'

/** Bà Lan, thẩm định ở Sở Nội vụ. */
export const LAN: Who = { role: 'Cán bộ Sở Nội vụ', name: /^Trần Thị Lan/ }
/** Lãnh đạo tỉnh. */
export const LEADER: Who = { role: 'Lãnh đạo tỉnh', name: /Phó Chủ tịch/ }
/** Quản trị hệ thống. */
export const ADMINISTRATOR: Who = { role: 'Quản trị hệ thống', name: /Quản trị hệ thống/ }

/** The officer who writes the report of a body. */
export const officerOf = (body: string): Who => ({ role: 'Cán bộ cơ quan, đơn vị', name: new RegExp(`· ${body}$`) })
/** The head of a body. */
export const headOf = (body: string): Who => ({ role: 'Thủ trưởng cơ quan, đơn vị', name: new RegExp(`· ${body}$`) })
