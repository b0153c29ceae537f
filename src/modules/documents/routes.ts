/** Đường dẫn của mô-đun Văn bản. The pages of a reading stand with the programme that is adopted from it. */
import { z } from 'zod'
import { accept, refuse } from '../../kernel/result.ts'
import { findFile } from '../../platform/files/keep.ts'
import { id } from '../../platform/http/input.ts'
import { download } from '../../platform/http/route.ts'
import { canSeeDocuments } from './rights.ts'
import { findDocument } from './views.ts'

/** The URL table. */
export const routes = [
  download({
    path: '/ke-hoach/doc/:id/tep',
    title: 'Tệp gốc của văn bản',
    right: canSeeDocuments,
    input: z.object({ id: id() }),
    file: async (ctx, input) => {
      const document = await findDocument(ctx.tx, input.id)
      const absent = refuse('absent', 'document.absent', 'Không tìm thấy tệp gốc của văn bản này.')
      if (document === null) return absent
      if (document.fileId === null) {
        const bytes = new TextEncoder().encode(document.reading.text)
        return accept({ name: 'noi-dung-dan.txt', mediaType: 'text/plain; charset=utf-8', bytes })
      }
      const file = await findFile(ctx.tx, document.fileId)
      return file === null ? absent : accept({ name: file.name, mediaType: file.media_type, bytes: file.body })
    },
  }),
]
