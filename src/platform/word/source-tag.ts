/** Thẻ nguồn số liệu: how the id of a figure's source is written into and read from a Word file. */

/** Tiền tố of the tag of a content control that holds a figure. */
export const SOURCE_PREFIX = 'nguon:'

/** The longest tag of a content control that Word accepts. */
export const LONGEST_TAG = 64
