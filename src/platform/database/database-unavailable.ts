/** Cơ sở dữ liệu không dùng được: broken IO, in one Vietnamese sentence that says what to do. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
}
