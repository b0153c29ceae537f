/** Định danh: ids are UUID strings, ordered by time (version 7), made by the platform and handed in as values. */

/** Makes the next id. Handed to actions as `ctx.newId`, so that tests can repeat them. */
export type NewId = () => string

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether `text` has the form of an id. */
export const isId = (text: string): boolean => UUID.test(text)
