/** Gói và văn bản của báo cáo: what the exchange with other systems takes out of reporting and puts back into it. */
import { buildProvincialReport } from './actions/build-provincial-report.ts'
import { importPacket } from './actions/import-packet.ts'
import { packetOf } from './views/packet.ts'
import { findProvincial } from './views/provincial.ts'

/** What was submitted for a year, and the report of the province; actions ask for their rights as ever. */
export const reportPackets = { build: buildProvincialReport, findProvincial, importPacket, packetOf }
